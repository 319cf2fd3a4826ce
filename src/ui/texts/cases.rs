//! Solving a problem together: its steps, their clocks, and the text for the chat.

use crate::analysis::words::labels::catalogue;

catalogue! {
    JOINT: "联动解决", "Joint problem solving";
    JOINT_HOW:
        "几个部门一步一步解决，每步有时限：事实、遏制、根因、措施、验证、防再发。",
        "Several departments, step by step, each with a clock: facts, containment, cause, actions, verification, prevention.";
    LEFT_H: "还剩 {n} 小时", "{n} {n|hour|hours} left";
    LEFT_UNDER_H: "还剩不到 1 小时", "less than 1 hour left";
    LEFT_D: "还剩 {n} 天", "{n} {n|day|days} left";
    OVER_H: "已过 {n} 小时", "{n} {n|hour|hours} over";
    STEP_BY: "{when} 前", "by {when}";
    DONE_AT: "{when} 做完", "done {when}";
    THIS_STEP_DONE: "这一步做完了", "This step is done";
    CUSTOMER_ANSWERED: "已经答复客户", "The customer is answered";
    STEP_NOT_DONE: "还没做完", "Not done yet";
    STILL_NEEDS: "还要填：{fields}", "Still to fill: {fields}";
    RECORDED_FOR: "您替{name}记，凭据", "You record for {name}, on the basis of";
    IN_CHAT: "{time} 群里", "the chat, {time}";
    ACTION_LINE: "打字一行：做什么 谁 什么时候前，回车", "One line: what, who, by when; press Enter";
    TEAM: "处置小组", "Case team";
    ON_DUTY: "值班", "On duty";
    NOBODY_ON_DUTY: "还没有值班人，请项目负责人定。", "Nobody is on duty yet; the lead names somebody.";
    COPY_STATUS: "复制", "Copy";
    FOR_CHAT: "给群里的现状", "Status for the chat";
    CHAT_HOW: "群里回复，值班人来记。", "They answer in the chat; the duty officer records it.";
    CHAT_HEAD: "{issue}（{severity}）", "{issue} ({severity})";
    CHAT_DONE: "已做：{step}。{what}", "Done: {step}. {what}";
    CHAT_NEXT: "接着：{step}，{who}，{when} 前", "Next: {step}, {who}, by {when}";
    CHAT_NEXT_OPEN: "接着：{step}，{when} 前，还没有人", "Next: {step}, by {when}, nobody yet";
    CHAT_WATCH: "都做完了，观察到 {when}", "All done; watched until {when}";
    PAPER_STEP: "步骤", "Step";
    PAPER_WHO: "谁", "Who";
    PAPER_WHEN: "时限和完成", "Limit and done";
    PAPER_WHAT: "写了什么", "What was written";
    USUAL_LIMIT: "时限按默认：{what}，到 {when}", "Usual limit: {what}, {when}";
    IN_HOURS: "{n} 小时", "{n} {n|hour|hours}";
    IN_WORKING_DAYS: "{n} 个工作日", "{n} working {n|day|days}";
    STEP_TODO: "联动解决的这一步", "This step of the problem";
    CASE_NEXT: "下一步：{step}，{who}", "Next: {step}, {who}";
    OPEN_ISSUE: "打开 {code}", "Open {code}";
}
