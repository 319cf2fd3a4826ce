//! The end of a project: what it still needs before it is closed, what is left over of it, and that it is closed.

use crate::analysis::words::labels::catalogue;

catalogue! {
    CLOSE_PROJECT: "关闭项目", "Close the project";
    LACKS: "关闭前还差 {n} 件", "{n} {n|thing|things} left before closing";
    NOTHING_LACKS: "都齐了，可以关闭。", "Nothing is missing; it can be closed.";
    NOT_YET_TIME: "还没到。项目收尾时要这些：", "Not yet. A project needs these when it closes:";
    NEED_WHAT: "什么", "What";
    NOW: "现在", "Now";
    NEED_WHO: "谁", "Who";
    NEED_TASKS: "任务都完成或取消", "Tasks done or cancelled";
    NEED_METRICS: "指标有实际值", "Metrics have actual values";
    NEED_REASONS: "没达成的写了原因", "What was missed is explained";
    NEED_FEEDBACK: "各部门反馈", "Feedback of every department";
    NEED_SUGGESTIONS: "每条建议有答复", "Every suggestion is answered";
    NEED_LEFT_OVER: "遗留有人接、有日期", "Open items have a successor and a date";
    NEED_REPORT: "总结报告定稿", "Summary report is final";
    NEED_LESSONS: "至少一条经验", "At least one lesson";
    NEED_BORROWED: "借的都还了", "Everything borrowed is back";
    NEED_AGREEMENTS: "规则写进沟通机制的约定", "What was learned is among the agreements";
    NEED_VERIFIED: "问题都验证通过", "Problems are verified as solved";
    NEED_WATCHED: "观察到期，没有再发", "Watched to the end, and it did not come back";
    OF_ALL: "{n}/{m}", "{n} of {m}";
    AFTER_FIGURES: "有了实际值再看", "once there are actual figures";
    NONE_MISSED: "没有未达成的", "None was missed";
    ANSWER_LATER: "反馈公布以后答复", "To be answered once feedback is shown to all";
    REPORT_DRAFT: "草稿；各部门贡献 {n}/{m}", "Draft; contributions: {n} of {m}";
    LESSONS_NOW: "{n} 条，{m} 条已确认", "{n}, of which {m} confirmed";
    HANDED_ON: "{n}/{m}，其余有人接手", "{n} of {m}; the rest is handed on";
    SEE: "看", "See";
    GO_SEE: "去看", "Look";
    GO_WRITE: "去写", "Write";
    GO_FILL: "去填", "Fill in";
    GO_ASK: "催", "Ask";
    GO_ANSWER: "去答", "Answer";
    GO_DECIDE: "去定", "Name";
    OPEN_ITEMS: "遗留事项", "Open items";
    OPEN_ITEMS_HOW: "没做完的自动列在这里；别的写一行。定了接手人和日期，就进他的待办。",
        "What is not finished is listed by itself; write other things as a line. With a successor and a date it goes to that person's list.";
    NO_OPEN_ITEMS: "没有遗留。", "Nothing is left over.";
    ADD_OPEN_ITEM: "记一项遗留，按回车", "Write what else is left over, then Enter";
    SUCCESSOR_SILENT: "还没答复", "No answer yet";
    TAKE_OVER: "接手遗留事项", "Take over";
    TARGET_IS: "目标 {target}", "Target {target}";
    DECLINE_WHY: "不接手请写一句为什么。", "Say in a line why you do not take it over.";
    WHY_NOT: "为什么不接手", "Why not";
    CLOSED: "项目已关闭（{date}，{name}）。只能看。", "Closed ({date}, {name}). Read only.";
    CLOSED_REASON: "关闭时还缺的，写的理由：{reason}", "Closed although something was missing: {reason}";
    WHO_REOPENS: "要改请找{who}重新打开。", "To change something, ask {who} to reopen it.";
    REOPEN: "重新打开", "Reopen";
    AFTER_CLOSING: "关闭以后又改了 {n} 处", "{n} {n|place|places} changed after closing";
    BEGUN: "已进入总结，各部门要填反馈", "Closing has begun; departments are asked for feedback";
    CLOSED_DONE: "项目已关闭", "The project is closed";
    NEXT_MEASURE: "填实际值：{when}", "Enter the actual value: {when}";
    NEXT_OBSERVE: "进入观察期", "Begin observing";
    NEXT_WRAP_UP: "进入总结", "Begin closing";
    NEXT_CLOSING: "收尾还差 {n} 件", "Closing: {n} {n|thing|things} left";
}
