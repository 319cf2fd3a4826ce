//! Decisions: what people are asked to say to them, who has, and what silence means.

use crate::analysis::words::labels::catalogue;

catalogue! {
    ASK: "回复决策", "Reply to a decision";
    NOT_AGREED: "看过不等于同意", "Seen is not agreed";
    SEEN_ONLY: "看过了，还没想好", "Seen, not decided yet";
    ADD_WHAT: "补充什么", "What to add";
    OBJECT_HOW: "为什么不同意，建议怎样", "Why not, and what instead";
    REPLY_BY: "反馈截止 {when}", "Reply by {when}";
    REPLY_WAS_BY: "{said}，已过", "{said}, now past";
    DECIDED_BY: "{name}拍板", "Decided by {name}";
    DECIDED_BY_ON: "{name} {day} 拍板", "Decided by {name} on {day}";
    OPTION: "备选：{name}", "Option: {name}";
    OPTION_CHOSEN: "选定：{name}", "Chosen: {name}";
    TEXT_CHANGED:
        "回复的是原来的文字，之后改过 {n} 处",
        "The reply was to the earlier text; {n} {n|place|places} changed since";
    SHOW_CHANGED: "看看改了什么", "See what changed";
    YOU_SAID: "您的回复：{said}", "Your reply: {said}";
    SEEN_AT: "{when} 看过", "Seen {when}";
    NOT_SEEN: "还没看", "Not seen";
    NO_REPLY: "还没回", "No reply yet";
    TITLE: "回复 {n}/{m}", "Replies: {n} of {m}";
    LEFT: "反馈截止还有 {n} 小时", "{n} {n|hour|hours} left to reply";
    OVER: "反馈截止已过 {n} 小时", "{n} {n|hour|hours} past the reply deadline";
    SILENCE_GOES_UP:
        "到期没有反馈：按沟通机制上报{to}。不会算作同意。",
        "If no reply in time: by the rules it goes to {to}. It never counts as agreed.";
    SILENCE_CONSENTS:
        "到期没有反馈：按沟通机制按同意办；没有人替他们写答复。",
        "If no reply in time: by the rules it counts as agreed; nobody writes a reply for them.";
    PEOPLE_MISSING: "还差 {n} 人。", "{n} {n|person|people} still to reply.";
    OBJECTIONS_OPEN: "还有 {m} 个异议。", "{m} {m|objection|objections} still open.";
    REPLIES_MISSING: "还差 {n} 人、{m} 个异议。", "{n} {n|person|people} and {m} {m|objection|objections} still open.";
    COPY_UP: "复制上报文字", "Copy text";
    RESPOND: "答复异议", "Answer the objection";
    RESPONSE: "答复：{text}", "Answer: {text}";
    REPLACE: "取代它", "Replace it";
    REPLACE_WHY: "改内容只能另发一项，旧的留着。", "Another text is another decision; the old one stays.";
    REPLACED_BY: "已另起一稿，发布以后这一项就被取代。", "Another draft is begun; with its release this one is replaced.";
    UP_HEAD: "「{project}」决策 {decision}", "\"{project}\", decision {decision}";
    REMIND_HEAD: "{names}：请回复决策 {decision}。", "{names}: please reply to decision {decision}.";
    HOW_BY_MAIL:
        "回信里写一句也行：同意执行，或者有补充、有异议（写明理由和建议）。",
        "A line in your answer will do: agree, add something, or object (say why and what instead).";
    TOLD: "{decision}：{said}", "{decision}: {said}";
    WITH_WORDS: "{word}：{text}", "{word}: {text}";
    N_REPLIED: "回复了 {n} 项", "{n} replied to";
    N_LEFT: "回复了 {n} 项，还有 {m} 项没回", "{n} replied to, {m} not yet";
    ON_PAPER: "回复和签字", "Replies and signatures";
    LOOK_AGAIN: "到日子再看", "Look again";
    STILL_HOLDS: "还有效", "Still holds";
    LOOKED_AGAIN: "已记下，{day} 再看", "Noted; look again on {day}";
    NEXT_SILENT: "看看谁没回：{when}", "See who has not replied: {when}";
    NEXT_DECIDE: "裁定、批准、定下：{n} 件", "Rule, approve, decide: {n}";
}
