//! The words of the sentences. They begin with what was done: who did it stands before them, or over them.

use crate::analysis::words::labels::catalogue;

catalogue! {
    TOLD_THING: "{one}{name}", "{one} {name}";
    TOLD_ADDED: "新加了{what}", "added {what}";
    TOLD_ADDED_FACTS: "新加了{what}（{facts}）", "added {what} ({facts})";
    TOLD_ADDED_SAYING: "新加了{what}：{text}", "added {what}: {text}";
    TOLD_WANTING: "建议改法：{text}", "suggests the wording: {text}";
    TOLD_SAID_INSTEAD: "{said}，建议改法：{text}", "{said}, suggests the wording: {text}";
    TOLD_NO_COMMENT: "{home}没有意见", "{home} has no comment";
    TOLD_REPLIED: "回复了决策{what}：{answer}", "replied to decision {what}: {answer}";
    TOLD_REPLIED_WITH: "回复了决策{what}：{answer}，{text}", "replied to decision {what}: {answer}, {text}";
    TOLD_SEEN: "看过了决策{what}", "has seen decision {what}";
    TOLD_DELETED: "删除了{what}", "deleted {what}";
    TOLD_RESTORED: "从回收站恢复了{what}", "brought {what} back from the recycle bin";
    TOLD_GOAL_YES: "确认了目标", "confirmed the goal";
    TOLD_GOAL_YES_BUT: "确认了目标，意见：{text}", "confirmed the goal, with a comment: {text}";
    TOLD_GOAL_NO: "对目标有异议：{text}", "objects to the goal: {text}";
    TOLD_GOAL_NO_BARE: "对目标有异议", "objects to the goal";
    TOLD_GOAL_UNSAID: "收回了对目标的答复", "took the answer to the goal back";
    TOLD_DUTIES_YES: "确认了{what}的职责", "confirmed the duties of {what}";
    TOLD_DUTIES_NO: "对{what}的职责有异议：{text}", "objects to the duties of {what}: {text}";
    TOLD_DUTIES_UNSAID: "收回了对{what}职责的确认", "took the confirmation of the duties of {what} back";
    TOLD_DATES_YES: "日期可以", "the dates are fine";
    TOLD_DATES_NO: "日期要调整", "the dates need a change";
    TOLD_DATES_STAY: "答复：日期不改", "answers that the dates stay";
    TOLD_GOAL_STAYS: "答复{what}的异议：目标不改", "answers the objection of {what}: the goal stays";
    TOLD_DATES_UNSAID: "收回了对日期的答复", "the answer to the dates is taken back";
    TOLD_ROLE_YES: "本人确认了角色", "accepted the role";
    TOLD_ROLE_UNSAID: "收回了对角色的确认", "took the acceptance of the role back";
    TOLD_REMARKED: "留言：{text}", "a remark: {text}";
    TOLD_REMARKED_ON: "关于{what}留言：{text}", "says about {what}: {text}";
    TOLD_SUGGESTED: "建议{field}改成 {value}", "suggests {value} for {field}";
    TOLD_SUGGESTED_FROM: "建议{field} {from} → {value}", "suggests {field} {from} → {value}";
    TOLD_SUGGESTED_DELETION: "建议删除", "suggests deleting it";
    TOLD_ADOPTED: "采纳了{who}的建议：{field} {value}", "adopted what {who} suggested: {field} {value}";
    TOLD_DECLINED: "没有采纳{who}的建议：{field} {value}", "did not adopt what {who} suggested: {field} {value}";
    TOLD_WITHDREW: "收回了对{field}的建议", "took the suggestion for {field} back";
    TOLD_STEPPED: "{step}（现在：{state}）", "{step} (now: {state})";
    TOLD_STATE: "状态 {from} → {to}", "state {from} → {to}";
    TOLD_WROTE_FIRST: "{field} {to}", "{field} {to}";
    TOLD_WROTE: "{field} {from} → {to}", "{field} {from} → {to}";
    TOLD_REWROTE: "改写了{field}：{to}", "rewrote {field}: {to}";
    TOLD_SETTLED: "{field}定为 {to}", "{field} settled as {to}";
    TOLD_PUT_IN: "{field}加上{what}", "{what} added to {field}";
    TOLD_PUT_IN_WITH: "{field}加上{what}（{text}）", "{what} added to {field} ({text})";
    TOLD_TAKEN_OUT: "{field}去掉{what}", "{what} taken out of {field}";
    TOLD_MADE_ORIGINAL: "定为原计划", "set as the original plan";
    TOLD_MOVED: "换了位置", "moved to another place";
    TOLD_LOOKED_AT: "看过了预排的内容", "looked at what was pre-filled";
    TOLD_UNKNOWN: "改了这个版本不认识的内容", "changed something that this version does not know";
    TOLD_BECAUSE: "{text}，因为{why}", "{text}, because {why}";
    TOLD_RECORDED_FOR: "替{name}登记：{text}", "recorded for {name}: {text}";
    TOLD_RECORDED_FOR_BY: "替{name}登记（凭据{basis}）：{text}", "recorded for {name} (basis {basis}): {text}";
    TOLD_OF_THING: "{what}：{text}", "{what}: {text}";
    TOLD_SEMICOLON: "；", "; ";
    TOLD_SPAN: "{from} 至 {to}", "{from} to {to}";

    TOLD_AND_N: "{names}等 {n} 项", "{names} and others, {n} in all";
    TOLD_ADDED_MANY: "新加了 {n} 项{kind}：{names}", "added {n} {kind}s: {names}";
    TOLD_DELETED_MANY: "删除了 {n} 项{kind}：{names}", "deleted {n} {kind}s: {names}";
    TOLD_DATES_YES_MANY: "{names}：日期都可以", "{names}: the dates are fine";
    TOLD_MADE_ORIGINAL_MANY: "{names}：定为原计划", "{names}: set as the original plan";
    TOLD_MOVED_MANY: "{names}：换了位置", "{names}: moved to other places";
    TOLD_LOOKED_AT_MANY: "{names}：看过了预排的内容", "{names}: looked at what was pre-filled";
}
