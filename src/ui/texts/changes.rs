//! Change requests: the line where a date was moved too far, who approves, what approving writes.

use crate::analysis::words::labels::catalogue;

catalogue! {
    MOVED_TOO_FAR:
        "推后 {n} 个工作日，超过 {tol} 天。记成变更，{who}批。",
        "{n} working {n|day|days} later, more than {tol}. Recorded as a change request for {who}.";
    WHY_MOVED: "为什么", "Why";
    IF_NOTHING: "不变更会怎样", "What if nothing changes";
    RECORD_CHANGE: "记成变更", "Record a change request";
    LEAVE_IT: "先不改", "Leave it";
    WAS_A_SLIP: "只是写错了", "It was a typing error";
    NOW_REQUESTED: "已记成变更，计划先按原来的日期", "Recorded as a change request; the plan keeps the old date";
    BOTH_FIRST: "请选一个原因，再写不变更会怎样。", "Choose a reason and say what happens if nothing changes.";
    WHO_APPROVES: "谁批", "Who approves";
    BY_MILESTONE: "动里程碑 → {who}", "Moves a milestone → {who}";
    NOT_OWN: "{name}提的，不能自己批。", "Requested by {name}, who cannot approve it.";
    WRITES_N:
        "批准就把 {n} 项写进计划；已经被人改过的会标出。",
        "Approving writes {n} {n|item|items} into the plan; what was changed since is marked.";
    WD_LATER: "+{n} 个工作日", "+{n} working {n|day|days}";
    WD_EARLIER: "{n} 个工作日", "{n} working {n|day|days}";
    MOVED_SINCE: "{name}：原来记的是 {before}，现在是 {now}", "{name}: it said {before}, now it says {now}";
    WRITTEN: "已写进计划 {n}/{m} 项", "{n} of {m} written into the plan";
    STILL_CHANGED:
        "没有批准，计划里还有 {n} 项是改过的：",
        "Refused; {n} {n|item|items} of the plan still {n|stands|stand} as changed:";
    GOES_BACK: "{name} {field}：{after} → {before}", "{name}, {field}: {after} → {before}";
    TAKE_BACK_N: "把 {n} 项改回去", "Put {n} {n|item|items} back";
    TAKEN_BACK: "已把 {n} 项改回去", "{n} {n|item|items} put back";
    LEAD_TAKES_BACK: "由项目负责人改回去。", "The project lead puts them back.";
    ASK_ASSESS: "评估变更", "Assess a change request";
    ASK_DEPARTMENTS: "请部门评估", "Ask the departments";
    DEPARTMENTS_SAY: "部门评估 {n}/{m}", "Departments: {n} of {m}";
    NO_EFFECT_HERE: "没影响", "No effect here";
    EFFECT_HERE: "有影响", "It affects us";
    ASSESSED: "已记下评估", "Assessment noted";
    RECORD_FOR_NAME: "代{name}登记", "Record for {name}";
    CHANGE_DECIDED: "已记下：{what}", "Noted: {what}";
}
