//! The Gantt: what stands beside its bars, what is said of a row, what its keys and moves do.

use crate::analysis::words::labels::catalogue;

catalogue! {
    CHART: "计划，甘特图", "Plan, Gantt chart";
    DAY_ZOOM: "日", "Day";
    WEEK_ZOOM: "周", "Week";
    MONTH_ZOOM: "月", "Month";
    QUARTER: "季", "Quarter";
    FIT: "适合", "Fit";
    ZOOM: "时间", "Time";
    TO_TODAY: "今天", "Today";
    LINKS: "连线", "Links";
    LINKS_USUAL: "关键和选中", "critical and selected";
    LINKS_ALL: "全部", "all";
    LINKS_NONE: "不画", "none";
    DISPLAY: "显示", "Display";
    BAR_WORDS: "条旁的字", "Words beside bars";
    WORDS_USUAL: "要紧的才写", "only what matters";
    WORDS_NONE: "不写", "none";
    WORDS_PERCENT: "完成度", "Per cent done";
    SHOWN_COLUMNS: "左边的列", "Columns";
    AWAY_BEFORE: "◂ {day}", "◂ {day}";
    AWAY_AFTER: "{day} ▸", "{day} ▸";
    YEAR: "{year}年", "{year}";
    MONTH: "{year}年{month}月", "{month} {year}";
    MONTH_ALONE: "{month}月", "{month}";
    WEEK: "第 {n} 周", "week {n}";
    QUARTER_OF: "{n} 季度", "Q{n}";
    MONDAY: "周一", "Mon";
    REST: "休", "off";
    WORKED_DAY: "班", "work";
    COLUMN_CODE: "编号", "Number";
    COLUMN_TASK: "任务", "Task";
    COLUMN_OWNER: "责任人", "Owner";
    COLUMN_DUE: "截止", "Due";
    TIME: "时间", "Time line";
    MILESTONES: "里程碑 {m}/{n}", "Milestones {m}/{n}";
    LATER_BY: "晚 {n} 天", "{n} {n|day|days} later";
    BAR_LATE: "逾期 {n} 天", "{n} {n|day|days} overdue";
    BAR_EXPECTED: "预计 {day}", "expected {day}";
    HELD_BY: "受阻 {code}", "blocked {code}";
    BAR_DUE_TODAY: "今天到期", "due today";
    ON_REST_DAYS: "加班", "on rest days";
    SAID_DUE: "截止 {day}", "due {day}";
    SAID_PERCENT: "完成 {n}%", "{n}% complete";
    SAID_DONE: "{day} 完成", "done {day}";
    SAID_CANCELLED: "已取消", "cancelled";
    SAID_LATE: "逾期 {n} 个工作日", "{n} working {n|day|days} overdue";
    SAID_EXPECTED: "预计 {day}", "expected {day}";
    SAID_SLACK: "还可推迟 {n} 个工作日", "{n} working {n|day|days} of slack";
    SAID_CRITICAL: "在关键任务线上", "on the critical path";
    SAID_UNDATED: "没写日期", "without dates";
    SAID_FIXED: "日期已锁定", "dates fixed";
    SAID_ROW: "第 {n} 行，共 {m} 行", "row {n} of {m}";
    SAID_COMMA: "，", ", ";
    SAID_STOP: "。", ".";
    GROUP: "{name}，{n} 项，{open}", "{name}, {n} {n|task|tasks}, {open}";
    OPEN_GROUP: "已展开", "open";
    SHUT_GROUP: "已收起", "closed";
    GROUP_WITHOUT: "没写{field}", "No {field}";
    ZOOMED: "按{zoom}看，{from} 到 {to}。", "By {zoom}, {from} to {to}.";
    CRITICAL_ONLY: "只看关键任务线，{n} 项。", "Critical path only, {n} {n|task|tasks}.";
    ALL_AGAIN: "全部任务，{n} 项。", "All tasks, {n}.";
    KEYS: "方向键走动 · M 移动 · ? 全部按键", "Arrow keys walk · M moves · ? all keys";
    MODE_MOVE:
        "移动 {code}。左右键一次一个工作日，Shift 加左右键一周，回车定下，Esc 取消。",
        "Moving {code}. Left and right: one working day; with Shift: a week. Enter keeps it, Escape cancels.";
    MODE_START:
        "改 {code} 的开始。左右键一次一个工作日，Shift 加左右键一周，回车定下，Esc 取消。",
        "Changing the start of {code}. Left and right: one working day; with Shift: a week. Enter keeps it, Escape cancels.";
    MODE_DUE:
        "改 {code} 的截止。左右键一次一个工作日，Shift 加左右键一周，回车定下，Esc 取消。",
        "Changing the due date of {code}. Left and right: one working day; with Shift: a week. Enter keeps it, Escape cancels.";
    MODE_TOGETHER: "一起移动 {n} 项。", "{n} {n|task moves|tasks move} together.";
    STAY_BEHIND:
        "选中的另有 {n} 项不能移动，留在原处。",
        "{n} of those selected cannot move and {n|stays|stay} where {n|it is|they are}.";
    STEP_DUE: "截止 {day}", "Due {day}";
    STEP_START: "开始 {day}", "Start {day}";
    STEP_LATER: "晚 {n} 个工作日", "{n} working {n|day|days} later";
    STEP_EARLIER: "早 {n} 个工作日", "{n} working {n|day|days} earlier";
    STEP_NOTHING: "后面不受影响", "Nothing after it is affected";
    STEP_MILESTONE: "{name}晚 {n} 个工作日", "{name} {n} working {n|day|days} later";
    REST_DAY:
        "{day} 是休息日，停在 {to}。按 R 可以用休息日。",
        "{day} is a rest day; stopped at {to}. R allows rest days.";
    REST_ALLOWED: "可以用休息日了。", "Rest days are allowed now.";
    IS_FIXED: "{code} 日期已锁定。按 K 解锁。", "{code} is fixed; K unfixes it.";
    IS_DONE: "{code} 已完成，不能移动。", "{code} is done and cannot move.";
    IS_CANCELLED: "{code} 已取消，不能移动。", "{code} is cancelled and cannot move.";
    HAS_STARTED: "{code} 已经开始，只能改截止。", "{code} has started; only its due date can change.";
    HAS_NO_DATES: "{code} 没写日期，先在详情里写上。", "{code} has no dates; write them in its details first.";
    MOVE_KEPT: "已改：{code} {said}。Ctrl+Z 撤销。", "Changed: {code} {said}. Ctrl+Z undoes it.";
    KEPT_NOTICE: "已改：{code} {said}。", "Changed: {code} {said}.";
    SUGGESTED_MOVE: "已记为建议：{code} {said}。", "Noted as a suggestion: {code} {said}.";
    NOT_KEPT: "没有改，日期还是 {day}。", "Nothing changed; still {day}.";
    FIXED_NOW: "{code} 日期已锁定。", "{code} is fixed now.";
    UNFIXED_NOW: "{code} 日期已解锁。", "{code} is no longer fixed.";
    LINK_WHICH:
        "从 {code} 连到哪一项？上下键选，回车连上，Esc 取消。",
        "Link {code} to which task? Up and down choose, Enter links, Escape cancels.";
    LINKED: "已连：{to} 要等 {from} 完成。", "Linked: {to} waits for {from}.";
    NOT_LINKED: "不能连：会绕成一圈。", "Not linked: it would close a ring.";
    LINKED_ALREADY: "已经连着了。", "They are linked already.";
    MOVE_TITLE:
        "把 {name} 的{what}从 {from} 改到 {to}（{by}）。还没有写入。",
        "Move the {what} of {name} from {from} to {to} ({by}). Nothing is written yet.";
    WHAT_DUE: "截止", "due date";
    WHAT_START: "开始", "start";
    MUST_WAIT_FOR: "要等 {code}", "waits for {code}";
    ENTAILED: "后面 {n} 项要跟着动", "{n} following {n|task has|tasks have} to move";
    MORE_ENTAILED: "还有 {n} 项：{list}", "{n} more: {list}";
    LEFT_AS_IS: "{n} 项留着不动，会前后矛盾。", "{n} {n|task stays|tasks stay} as before and out of order.";
    STUCK: "{code} 日期已锁定，还差 {n} 个工作日。", "{code} is fixed and needs {n} working {n|day|days} more.";
    MILESTONE_MOVES:
        "里程碑会动：先提交变更申请，{who}批。在那以前，也可以只改 {code}，后面标出「前后矛盾」。",
        "A milestone moves: write a change request first, approved by {who}. Until then you may change {code} only; what follows is marked out of order.";
    WHY_MOVE: "为什么改（大家都会看到）", "Why (everyone will see it)";
    WHY_FIRST: "先写为什么改。", "Write why first.";
    AS_CHANGE: "写成变更申请", "Write a change request";
    ONLY_THESE: "只改这 {n} 项", "Change these {n} only";
    AND_MORE_TASKS: "{name} 另有 {m} 项", "{name} and {m} more";
    ONLY_THIS: "只改 {code}", "Change {code} only";
    ALL_TOGETHER: "一起改 {n} 项", "Change all {n}";
    DROP_MOVE: "取消", "Cancel";
    OWNERS_AGAIN: "{n} 位责任人要再认一次日期", "{n} {n|person|people} will be asked about the dates again";
    REQUESTED: "变更申请写好了，计划没有动。", "The change request is written; the plan has not moved.";
    MOVED_ALL: "{n} 项改了日期。", "{n} {n|task has|tasks have} new dates.";
    DETAILS_OF: "{name} 的详情", "Details of {name}";
    HELD_BY_TITLE: "卡在", "Held up by";
    ORIGINAL_PLAN: "原计划", "Original plan";
    CURRENT_PLAN: "现计划", "Current plan";
    ACTUAL_DATES: "实际", "Actual";
    BAR_FROM_TO: "{from} 至 {to}", "{from} to {to}";
    ACTUAL_SINCE: "{from} 起", "since {from}";
    OTHER_DATES: "改日期", "Change dates";
    OPEN_WHOLE: "打开全表", "Open the form";
    SHUT_DETAILS: "关上", "Close";
    ONLY_CRITICAL: "只看关键任务线", "Critical path only";
    L_DONE: "已完成", "done";
    L_OPEN: "未完成", "to do";
    L_CRITICAL: "关键任务线", "critical path";
    L_ORIGINAL: "原计划", "original plan";
    L_SLACK: "可推迟", "slack";
    L_EXPECTED: "预计", "expected";
    L_LATE: "逾期", "overdue";
    L_FIRST_DAY: "里程碑原定", "milestone as first planned";
    PRINT_TITLE: "{title} · 甘特图", "{title} · Gantt";
    AS_OF: "数据截至 {time}", "As of {time}";
    TASKS_OF: "任务 {from}-{to} / {n}", "Tasks {from}-{to} of {n}";
    PAGE_OF: "第 {n} 页，共 {m} 页", "Page {n} of {m}";
    CONTINUED: "{name}（续）", "{name} (continued)";
    PRINT_CHART: "打印", "Print";
    PAPER_SIZE: "纸", "Paper";
    A4: "A4 横", "A4 landscape";
    A3: "A3 横", "A3 landscape";
    WIDE: "宽", "Width";
    PAGES_WIDE: "{n} 页", "{n} {n|page|pages}";
    PICTURE_NAME: "甘特图", "gantt";
    CHART_SENTENCE:
        "{n} 项任务，{done} 项已完成，{late} 项逾期，{critical} 项在关键任务线上；今天 {day}。",
        "{n} {n|task|tasks}, {done} done, {late} overdue, {critical} on the critical path; today {day}.";
    ROWS_KEY: "上一行、下一行；收起、展开分组", "Row up, down; close, open a group";
    MOVE_KEY: "移动任务，再用左右键", "Move the task, then left and right";
    ENDS_KEY: "改开始、改截止", "Change start, due date";
    LINK_KEY: "连到另一项任务", "Link to another task";
    FIX_KEY: "锁定日期、解锁", "Fix dates, unfix";
    ZOOM_KEY: "放大、缩小、适合", "Zoom in, out, fit";
    TODAY_KEY: "到今天", "To today";
    CRITICAL_KEY: "只看关键任务线", "Critical path only";
    DETAILS_KEY: "详情", "Details";
    SELECT_KEY: "选中这一行、全选", "Select the row, all";
    HELP_GANTT:
        "甘特里：M 移动，S、E 改开始和截止，L 连接，G 换阶段，回车在原处写；菜单键或右键看全部操作。",
        "In the Gantt: M moves, S and E change start and due, L links, G changes the stage, Enter writes in place; the menu key or the right button shows everything.";
    START_KEY: "改开始", "Change start";
    LINKS_KEY: "断开连线", "Remove links";
    SORTED_OTHERWISE:
        "现在不是按计划的顺序排的，行不能上下移。",
        "Rows are not in the order of the plan now and cannot be moved.";
    DATED_NOW: "{code} 定了日期，截止 {day}。", "{code} has dates now, due {day}.";
    NOT_THERE: "放不到那里。", "It cannot go there.";
    ROW_MOVED: "{code} 换了位置。", "{code} has another place.";
    THEN_BEGINS: "完成后开始", "begins when it is done";
    STAGE_KEY: "放到别的阶段", "To another stage";
    MENU_KEY: "全部操作", "Everything, as a menu";
    ROW_UP: "上移一行", "Row up";
    ROW_DOWN: "下移一行", "Row down";
    SELECT_ROW: "选中，或不再选中", "Select, or no longer";
    MENU_OF: "{code} 的操作", "What can be done with {code}";
    WHICH_STAGE: "把 {code} 放到哪个阶段？", "To which stage does {code} go?";
    WHICH_LINK: "断开 {code} 的哪条连线？", "Which link of {code} is removed?";
    NO_LINKS: "{code} 没有连线。", "{code} has no links.";
    CUT_AFTER: "不再由 {name} 等它", "{name} no longer waits for it";
    CUT_BEFORE: "不再等 {name}", "It no longer waits for {name}";
    NOW_IN_STAGE: "{code} 放到了「{stage}」。", "{code} is now in \"{stage}\".";
    UNLINKED: "连线断开了。", "The link is removed.";
    MOVE: "移动", "Move";
    CHANGE_DUE: "改截止", "Change due";
}
