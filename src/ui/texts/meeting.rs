//! 周会: the agenda, the lines that are typed, what releasing needs and does, and the minutes.

use crate::analysis::words::labels::catalogue;

catalogue! {
    OF_WEEK: "第 {n} 周周会", "Meeting of week {n}";
    FRIDAYS: "每周五 10:00", "Fridays 10:00";
    CHOOSE_DAY: "自己定", "Choose";
    PAST: "以前的周会", "Past meetings";
    AGENDA_OF_WEEK: "议程", "Agenda";
    MADE_OF: "按收到的内容排好", "made from what came in";
    TICKED_IS_ON: "勾上的要谈", "what is ticked is talked about";
    ABOUT_MINUTES: "约 {n} 分钟 / {m}", "about {n} of {m} min";
    USED: "{from} 开始，已用 {n} 分 / {m}", "began {from}, {n} of {m} min used";
    FROM_TO: "{from} 至 {to}", "{from} to {to}";
    IN_MEETING: "开会中", "In the meeting";
    HELD_NOT_RELEASED: "开完了，还没发布", "Held, not released yet";
    MORE: "更多", "More";
    SEND_ALL: "发给大家", "Send to all";
    START: "开始开会", "Start the meeting";
    GO_RELEASE: "散会，去发布", "End, go to release";
    BACK: "回到会议", "Back to the meeting";
    SKIP_WEEK: "本周不开", "Skip this week";
    SECTION: "{minutes} 分，{n} 件", "{minutes} min, {n} {n|point|points}";
    PROPOSED: "提议", "Proposed";
    ADD_TOPIC: "加一个议题，回车", "Add a topic, Enter";
    NOBODY_UPDATED: "还没有人更新。可以先开会，也可以催一下。", "Nobody has updated yet. Meet anyway, or remind them.";
    DONE_NEXT: "谈完，下一件", "Done, next";
    TALKED: "谈完了", "Done";

    WAS_DONE: "做完了", "done";
    WAS_DONE_LATE: "做完了，晚 {n} 个工作日", "done, {n} working {n|day|days} late";
    STILL_OPEN: "没做完", "not done";
    STILL_OPEN_LATE: "没做完，逾期 {n} 个工作日", "not done, {n} working {n|day|days} overdue";
    TASK_LATE: "逾期 {n} 个工作日", "{n} working {n|day|days} overdue";
    TASK_DONE_LATE: "晚 {n} 个工作日完成", "finished {n} working {n|day|days} late";
    NO_CAUSE: "缺原因", "no cause yet";
    TWO_CAUSES: "两个原因不一样", "two causes differ";
    CAUSE_GIVEN: "{cause}（责任人说的）", "{cause} (the owner says)";
    SILENT: "{n} 天没有更新", "no update for {n} {n|day|days}";
    ISSUE_OVERDUE: "逾期 {n} 小时", "{n} {n|hour|hours} overdue";
    NO_OWNER: "还没有责任人", "no owner yet";
    VERIFY: "等验证", "waits for verification";
    WAITS: "等裁定或批准", "waits for a decision";
    OCCURRED: "已经发生", "it has happened";
    MOVED: "重新评过", "assessed anew";
    DAY_CAME: "{day} 已过", "{day} has passed";
    LEFT_OVER: "上次没议", "left from last time";
    SETTLED: "已经解决", "settled";

    NEXT_WEEK: "下周", "Next week";
    MAYBE_TWICE: "可能重复：{line}", "Maybe the same: {line}";
    KEEP_ONE: "留一条", "Keep one";
    LINES_ADDED: "发布之后又加了 {n} 行", "{n} {n|line|lines} added after the release";
    TO_NEXT: "移到下次", "Move to the next meeting";
    ASK_ACTIONS: "周会分给您的事", "Given to you by the meeting";
    OPEN_TODAY: "打开今天的周会", "Open today's meeting";
    NEXT_RELEASE: "发布周会", "Release the meeting";
    NEXT_COMPLETE: "补全 {n} 处，发布周会", "Complete {n} {n|place|places} and release";
    BEGINS_ON: "{name} {day} 开工", "{name} begins {day}";
    ENDS_ON: "{name} {day}", "{name} {day}";

    LINE_HERE: "一行一个结果，回车记下", "One result a line, Enter notes it";
    LINE_UNDERSTOOD: "看懂了：", "Understood:";
    ENTER_NOTES: "回车记下", "Enter notes it";
    NOBODY: "（没有人）", "(nobody)";
    MOVED_FROM: "{day} 是休息日", "{day} is a rest day";
    SORT: "种类", "Sort";
    HOW_TO_NOTE: "怎么记", "How to note";
    SORT_WORD: "{word}：", "{word}:";
    HOW_LINES: "打字，回车一行。人名和日期会认出来。空行按退格，拿回上一行。",
        "Type, Enter for a line. Names and days are recognised. Backspace in an empty line takes the last one back.";
    HOW_KEYS: "Ctrl+回车 谈完，下一件；Ctrl+上下 换一件。", "Ctrl+Enter: done, next. Ctrl+Up or Down: another point.";
    TAKE_BACK: "拿回", "Take back";
    RESULTS: "这次的结果 {n}", "Results: {n}";

    PRESENT: "出席", "Present";
    ALL_HERE: "都到了", "All here";
    CAME_INSTEAD: "谁代", "Who came instead";
    UNKNOWN: "还没记", "not noted";

    LOOK_BEFORE: "发布前看一眼", "A look before releasing";
    ONE_SENTENCE: "一句话结论", "In one sentence";
    FIGURES: "这周的数字", "This week's figures";
    FIXED: "以后不再变", "fixed from then on";
    DONE_OF: "完成 {n}/{m}", "{n} of {m} done";
    PERCENT_OF: "进度 {n}%，计划 {m}%", "{n}% complete, planned {m}%";
    ISSUES_OF: "问题 新 {n} 关 {m}", "issues: {n} new, {m} closed";
    RELEASE: "发布", "Release";
    RELEASE_FOR: "代{name}发布", "Release for {name}";
    BASIS_HOW: "例如 {day} 会上同意", "for example: agreed in the meeting of {day}";
    BY_LEAD: "由{lead}发布；您可以代为发布，写明凭据。", "{lead} releases it; you may do it for them, with the basis.";
    NOT_YET_RELEASED: "还不能发布：{n} 项晚完成没有原因，{m} 件行动项缺人或日期。",
        "Not yet released: {n} late {n|item|items} without cause, {m} {m|action|actions} without owner or date.";
    NOTHING_MISSING: "都齐了。", "Nothing is missing.";
    RELEASED_ON: "{when} 发布", "Released {when}";
    CHANGED_AFTER: "发布之后又改了 {n} 处", "{n} {n|place|places} changed after the release";
    RELEASE_AGAIN: "加进去，重新发布", "Include it and release again";
    CORRECTIONS_BY: "更正请在 {day} 前告诉{name}。", "Corrections by {day} to {name}.";
    SKIPPED: "这次没有开。", "It was not held.";

    MINUTES_TITLE: "会议纪要", "Meeting minutes";
    HOST: "主持", "Host";
    TAKER: "记录", "Minute taker";
    PRESENT_OF: "出席 {n}/{m}", "{n} of {m} present";
    CONCLUSION: "结论", "In short";
    ACTIONS: "行动项", "Actions";
    LATE_AND_RISK: "逾期和有风险", "Late and at risk";
    RESULTS_PART: "结果", "Results";
    NEW_DAY: "新日期 {day}", "new date {day}";
    ROOT: "根源 {name}", "because of {name}";
    HOST_SIGNS: "主持人签字", "Signature of the host";
    DATE: "日期", "Date";
    SUBJECT: "{title}结论和 {n} 件行动项", "{title}: results and {n} {n|action|actions}";
}
