//! How the work went, what is learned from it, and what is reported: the words of the sixth step.

use crate::analysis::words::labels::catalogue;

catalogue! {
    UNTIL_DAY: "{date} 18:00 前", "by {date} 18:00";
    MAY_BE_READ:
        "公布前，网页不给任何人看别人的答案。但文件里有您的名字：拿到回复文件的人打得开。",
        "Until published this page shows nobody's answers. But your name is in the file: whoever gets the reply can open it.";
    WITHOUT_NAMES:
        "要不记名：打印空白表，填好交给{name}；满 5 份才显示。",
        "To answer without a name, print a blank form and hand it to {name}; results show from five sheets on.";
    PRINT_BLANK: "打印空白表", "Print a blank form";
    WHICH_DEPARTMENT: "部门（不记名可不填）", "Department (leave empty to stay unnamed)";
    HAVE_ANSWERED: "已提交 {n}/{m} 个部门", "{n} of {m} {m|department has|departments have} answered";
    NOT_ANSWERED_YET: "还没填：{names}", "not yet: {names}";
    SHEETS_ENTERED: "不记名 {n} 份", "unnamed: {n}";
    SHOW_TO_ALL: "公布", "Show to all";
    OWN_COMES_FIRST:
        "您所在的{department}还没提交反馈：提交以后，或者过了 {date}，才能公布。",
        "{department}, your own department, has not answered: they can be shown once it has, or after {date}.";
    SHOWN_TO_ALL: "已公布 {n} 份反馈", "{n} {n|feedback form is|feedback forms are} shown to all";
    ASK_THE_SILENT: "请还没填的人填", "Ask who has not answered";
    ENTER_SHEET: "录入纸质表", "Enter a paper sheet";
    SAID_BY: "（{who}说）", "({who})";
    SHEET_NUMBER: "不记名 第 {n} 份", "Without a name, sheet {n}";
    YOURS_IS_IN: "您的反馈已提交，公布前网页只给您看。", "Your feedback is in; until all are shown this page shows it to you alone.";
    FILLED_TWICE: "两处填得不一样，选一个：", "Filled in differently in two places; choose one:";
    RESULTS_HEAD: "{n} 份 · 平均 {mean}", "{n} {n|answer|answers} · mean {mean}";
    LOWEST: "最低：{names}", "lowest: {names}";
    NO_RATING: "这是各部门对这次协作的看法，不给部门打分", "How the departments saw this cooperation; no department is rated.";
    DIMENSION: "方面", "Dimension";
    MEAN: "平均", "Mean";
    LEAST_TO_MOST: "最低-最高", "Lowest-highest";
    REASONS: "理由", "Reasons";
    SUGGESTIONS_N: "建议 {n} 条", "{n} {n|suggestion|suggestions}";
    CAME_LATE: "晚到", "Came late";
    IN_ONE_LINE: "一句话", "In one line";
    LINE_FIRST: "部分采纳或不采纳，请写一句为什么。", "Say in a line why it is adopted in part or not.";
    IMPROVEMENTS: "改进行动", "Improvement actions";
    MAKE_ACTION: "变成行动项", "Make it an action";
    ANSWER_SUGGESTIONS: "答复建议", "Answer suggestions";
    LIBRARY: "经验库", "Lessons library";
    KEEP_LESSONS: "放进经验库（{n} 条）", "Put into the library ({n})";
    LESSONS_KEPT: "经验库新收 {n} 条", "{n} new in the library";
    OPEN_LIBRARY: "打开经验库", "Open the library";
    LESSONS_OFFERED: "同类项目留下 {n} 条经验，要不要用？", "{n} {n|lesson|lessons} from similar projects: use any?";
    TAKEN_OVER: "用上的 {n} 条经验，有没有帮助？", "{n} {n|lesson|lessons} taken over: did {n|it|they} help?";
    HELPED: "有用", "It helped";
    ADOPT_LINE: "采用勾选的", "Take over what is ticked";
    LESSONS_HOW: "勾了就排进新项目，以后可以删。", "What you tick is put into the new project; it can be deleted later.";
    FROM_SOURCE: " · 来自{source}", " · from {source}";
    AND_USED: " · 用过 {n} 次", " · used {n} {n|time|times}";
    NO_LESSONS: "都不用", "None";
    CALCULATED: "算出", "Calculated";
    FIGURES_LIVE: "定稿前跟着数据变", "follows the data until it is final";
    FIGURES_KEPT: "定稿时的数字", "as they stood when it was made final";
    COMPOSE: "按数据写一稿", "Write a draft from the data";
    COMPOSE_ANEW: "重写一稿", "Write it anew";
    TAKE_DRAFT: "用这一稿", "Take this draft";
    DATA_CHANGED: "数据变了", "The data changed";
    SINCE_SUMMARY: "写了摘要以后又改过的数字：", "Figures changed since the summary was written:";
    SEND_TO_CONFIRM: "送各部门确认", "Send for confirmation";
    CONFIRMED_N: "回复 {n}/{m}", "{n} of {m} replied";
    CONFIRM_TITLE: "确认总结报告", "Confirm the summary report";
    CONFIRM_TEXT:
        "{project}的总结报告请各部门确认；有补充或异议请写明哪一处。",
        "Please confirm the summary report of {project}; where you would add or object, say to what.";
    CANDIDATES: "可以采用的", "Candidates";
    DRAFT_PROJECT: "{project}已进入总结。", "{project} has reached its closing.";
    DRAFT_GOAL: "{project}的目标是：{goal}。", "The goal of {project}: {goal}.";
    DRAFT_METRICS: "指标 {m} 项，达成 {n} 项。", "Metrics met: {n} of {m}.";
    DRAFT_TASKS: "任务完成 {n}/{m}。", "Tasks done: {n} of {m}.";
    DRAFT_ON_TIME:
        "按原计划按期 {share}，一共晚 {n} 个工作日。",
        "On time by the original plan: {share}; {n} working {n|day|days} late in all.";
    DRAFT_ISSUES: "问题 {n} 个，按最初时限解决 {m} 个。", "Issues: {n}, of which {m} solved by the first deadline.";
    DRAFT_FEEDBACK: "各部门反馈平均 {mean}。", "Mean of the feedback: {mean}.";
    CANDIDATE_LOWEST: "反馈最低的是{name}，{mean}", "Lowest in the feedback: {name}, {mean}";
    CANDIDATE_CAUSES: "延期归到根源（工作日）：{names}", "Delay by root cause, in working days: {names}";
    DELAY_ENTERED: "晚的工作日，按填写的原因", "Working days late, by cause as entered";
    DELAY_ROOTED: "晚的工作日，归到根源", "Working days late, rolled up to the root";
    MEAN_SOLVING: "平均解决（小时）", "Mean time to solve (hours)";
    SUMMARY_PAPER: "反馈汇总", "Feedback summary";
}
