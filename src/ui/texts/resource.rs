//! Resources that departments lend to each other: requests, the ledger, clashes, rulings.

use crate::analysis::words::labels::catalogue;

catalogue! {
    REQUESTS_N: "申请单 {n}", "Requests {n}";
    LEDGER_N: "台账 {n}", "Ledger {n}";
    CLASHES_N: "撞期 {n}", "Clashes {n}";
    CLASH: "撞期", "Clash";
    LEAD_FIRST:
        "申请一律先到项目负责人，不私下找提供部门。",
        "Every request goes to the project lead first, never straight to the provider.";
    LEDGER_SAYS: "台账：{what}", "Ledger: {what}";
    NOT_IN_LEDGER: "台账里没有「{name}」，算不出撞期。", "\"{name}\" is not in the ledger, so no clash can be counted.";
    ADD_TO_LEDGER: "记进台账", "Add to the ledger";
    ADDED_TO_LEDGER: "已记进台账", "Added to the ledger";
    EXCLUSIVE: "独占", "exclusive";
    AS_FAR_AS_FILES: "按您手里的文件", "as far as your files tell";
    MOVED_WITH: "任务改期以后，这张申请按 {from} 至 {to} 算。", "Since its task moved, this request counts from {from} to {to}.";

    CLASHES_ON:
        "{item} {days} 要 {wanted}，只有 {capacity}",
        "{item}: {wanted} wanted on {days}, only {capacity} available";
    AND_MORE_DAYS: "{days} 等 {n} 天", "{days} and more, {n} {n|day|days} in all";
    NO_CLASH: "没有撞期。", "Nothing clashes.";
    NO_CLASH_HOW:
        "撞期按台账里的总量和每张申请的日期算，任务一改期就重算。",
        "Clashes are counted from the ledger and the days of each request, anew whenever a task moves.";
    DAY_USED: "用", "uses";
    DAY_CLASHES: "撞", "clashes";
    WEEK_OF: "{d} 那一周", "Week of {d}";
    NOT_COMPARED: "另有 {n} 个申请，见上表。", "{n} more {n|request|requests}, see the table above.";
    ONE_REQUEST: "申请", "Request";
    RULE_ON: "去裁定", "Rule";

    COMPARE: "比一比（只作参考）", "Compare (advice only)";
    CAN_WAIT: "任务可推迟", "Its task can wait";
    CAN_WAIT_DAYS: "{n} 个工作日", "{n} working {n|day|days}";
    NOBODY_WAITS: "没有后续任务", "nothing waits for it";
    PRIORITY_SINCE: "优先级 · 先提交", "Priority · handed in";
    WITHOUT_IT: "不能提供的影响", "If it cannot be provided";
    PROVIDER_SAYS: "提供部门意见", "Provider's answer";
    UNSAID: "还没有答复", "No answer yet";
    ANSWERED_BEFORE:
        "{said}（答复的是原来的数量或日期，之后改过 {n} 处）",
        "{said} (said of the earlier amount or days; {n} {n|place|places} changed since)";
    LINE: "{head}：{text}", "{head}: {text}";

    HOW_TO_SETTLE: "怎么定", "How to settle";
    SHIFT: "错开", "Shift";
    LESS: "减量", "Take less";
    SUBSTITUTE: "换一个", "Substitute";
    HALF_DAYS: "分上下午", "Split the day";
    SET_BY_HAND: "自己定", "Set it yourself";
    FEWER_DAYS: "{code} 少 {n} 天", "{code} {n} {n|day|days} fewer";
    LESS_OF_IT: "{code} 少 {much}", "{code} {much} less";
    GRANTED: "{code} {from} 至 {to}，{amount}", "{code} {from} to {to}, {amount}";
    GIVEN_INSTEAD: "{given}，换成{item}", "{given}, with {item} instead";
    GIVEN_FROM: "{code} {from} 起，{amount}", "{code} from {from}, {amount}";
    FROM: "从", "From";
    TO: "至", "to";
    AMOUNT: "数量", "Amount";
    REASON_BOTH: "理由（两个部门都会看到）", "Reason (both departments will see it)";
    RULE_THIS: "就这样裁定", "Rule this";
    RULED: "已裁定：{what}。", "Ruled: {what}.";
    APPROVE_WHOLE: "批准", "Approve";
    RULE_AS_PROPOSED: "按建议裁定", "Rule as proposed";
    OPEN_RULING: "打开裁定", "Open the ruling";
    CHOOSE_WAY: "请先选一种，或者自己写日期。", "Choose a way first, or write the days yourself.";
    STILL_CLASHES: "这样还是撞期，请再改日期或数量。", "They still clash; change the days or the amount.";
    WRITE_WHY: "没有全部给，请写一句理由。", "Not all is given; write why in a sentence.";
    IS_PARTY:
        "您的部门也在争这项资源，要由发起人裁定；您可以代为登记。",
        "Your department wants it too, so the sponsor rules; you can record the ruling.";
    RULED_FOR: "代{name}登记，依据", "Record for {name}; on what basis";
    DAYS_HOW: "日期还没有认出来。", "A day is not read yet.";

    ANSWER_HOW: "能给就点一下；不能全给，写清楚能给多少、什么时候。",
        "One click if you can; otherwise say how much, or when.";
    ANSWER_WHY: "能给多少、什么时候、用什么替代", "How much, when, or what instead";
    ANSWER_NOTED: "已记下答复", "The answer is noted";
    WANTS: "{dept}要 {amount}，{from} 至 {to}", "{dept} wants {amount}, {from} to {to}";
    WANTS_FROM: "{dept}要 {amount}，{from} 起", "{dept} wants {amount} from {from}";
    FOR_TASK: "用于{task}", "for {task}";
    ASK_ANSWERS: "答复资源申请", "Answer the resource requests";
    USED_AMOUNT: "实际用了多少", "Amount used";

    ALLOCATION: "分配表", "Allocation";
    NOTHING_GIVEN: "还没有批准的申请。", "Nothing is approved yet.";
}
