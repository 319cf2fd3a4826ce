//! The board, the calendar and one's own tasks: what stands on them and what moving something asks for.

use crate::analysis::words::labels::catalogue;

catalogue! {
    N_MORE: "还有 {n} 项", "{n} more";
    MORE_LANES: "还有 {n} 组", "{n} more {n|group|groups}";
    N_EARLIER: "更早 {n} 项", "{n} earlier";
    LAST_DAYS: "最近 {n} 天", "Last {n} {n|day|days}";
    CARD: "卡片", "Card";
    CARRIED: "移动中的卡片", "Card being moved";
    PAUSE: "，", ", ";
    NOBODYS_TASK: "没有责任人", "No owner";
    NO_DATE: "没写日期", "No dates";
    DAYS_OVERDUE: "逾期 {n} 天", "{n} {n|day|days} overdue";
    EXPECTED_ON: "预计 {date}", "Expected {date}";
    CARD_DUE: "截止 {date}", "Due {date}";
    WAITS_FOR_ISSUE: "等 {issue}", "Waits for {issue}";
    PERCENT_DONE: "完成 {n}%", "{n}% complete";
    CHOOSE_COLUMN: "看哪一列", "Which column";
    BOARD_HOW:
        "拖到另一列就是走一步；键盘：方向键走动，M 再左右键移动，回车打开。",
        "Drag to another column to take a step; by keys: arrows move, M then left and right carries a card, Enter opens.";
    UNDER_LANE: "{state} {n}", "{state} {n}";

    MOVE_TO: "{task} 放到「{state}」", "Move {task} to \"{state}\"";
    GIVE_FIRST: "先补上这些，再放过去：", "Fill these in first:";
    CHOOSE_ISSUE: "选一张问题申请单，或者新建一张：", "Choose an issue, or raise one:";
    NEW_ISSUE: "新建问题申请单", "Raise an issue";
    SAY_WHY: "写一句为什么，大家都会看到：", "Say why in a sentence; everyone will see it:";
    GO: "放过去", "Move it";
    GO_ANYWAY: "照样放过去", "Move it all the same";
    PUT_BACK: "放回去", "Put it back";
    NO_STEP: "不能从「{from}」直接到「{to}」。", "There is no step from \"{from}\" to \"{to}\".";
    CAN_FIRST: "可以先：", "What can be done:";
    OTHERS_DO: "这一步由{who}来做。", "This step is for {who}.";
    NOT_YOU:
        "「{label}」本人不做这一步，由{who}来做。",
        "Whoever is {label} does not take this step; it is for {who}.";
    SAY_WHO: "先选您是哪一位，才知道这一步能不能由您来做。", "Say who you are first, to know whether this step is yours.";
    NOT_ALL_READ: "存着的内容没有读全，现在说不准。", "Not everything stored could be read; this cannot be said now.";
    MOVING:
        "移动 {task}：现在在「{state}」。左右键选列，回车放下，Esc 取消。",
        "Moving {task} from \"{state}\". Left and right choose a column, Enter drops it, Escape cancels.";
    WOULD: "{task}，从「{from}」到「{to}」。", "{task}, from \"{from}\" to \"{to}\".";
    WOULD_ASK: "要先补上几样。", "Something has to be given first.";
    WOULD_NOT: "没有这一步。", "There is no such step.";
    NOW_IN: "{task} 放到了「{state}」。", "{task} is now \"{state}\".";
    NOT_MOVED: "没有移动。", "Nothing was moved.";

    BY_MONTH: "月", "Month";
    BY_WEEK: "周", "Week";
    BEFORE_MONTH: "上个月", "Previous month";
    NEXT_MONTH: "下个月", "Next month";
    BEFORE_WEEK: "上一周", "Previous week";
    WEEK_AFTER: "下一周", "Next week";
    TODAY_NOW: "今天", "Today";
    MONTH_OF: "{y}年{m}月", "{m} {y}";
    SHOW: "看", "Show";
    SHOW_DUE: "截止", "Due day";
    SHOW_WHOLE: "整段", "Whole span";
    ALSO: "还看", "Also";
    MILESTONE_DAYS: "里程碑", "Milestones";
    MEETING_DAYS: "会议", "Meetings";
    ISSUE_LIMITS: "问题时限", "Issue deadlines";
    REPLY_LIMITS: "答复时限", "Reply limits";
    ABSENCES: "请假", "Absences";
    REST_SHORT: "休", "off";
    WORK_SHORT: "班", "work";
    OVERTIME: "加班", "Work on a rest day";
    UNDATED_N: "没写日期的 {n} 项", "Without dates: {n}";
    CALENDAR_HOW:
        "拖到另一天就是改截止；键盘：方向键走动，回车看这一天，M 再方向键移动，R 可以用休息日。",
        "Drag to another day to change what is due; by keys: arrows move, Enter shows the day, M then arrows carries a task, R allows rest days.";
    DAY_SAYS: "{day}，{n} 项", "{day}, {n} {n|entry|entries}";
    DAY_EMPTY: "这一天没有什么。", "Nothing on this day.";
    CHIP_EXPECTED: "{task} 预计", "{task} expected";
    CHIP_LIMIT: "{name} 时限", "{name} limit";
    CHIP_AWAY: "{name} 请假", "{name} away";
    CHIP_REACHED: "{name}，已到达", "{name}, reached";

    MOVING_DUE:
        "移动 {task}：截止 {day}。方向键一次一天或一周，回车定下，Esc 取消。",
        "Moving {task}: due {day}. Arrows move by a day or a week, Enter keeps it, Escape cancels.";

    MINE_OWN: "我做", "I do";
    MINE_REVIEW: "我审核", "I review";
    MINE_HELP: "我协助", "I help";
    MINE_RAISED: "我提出", "I raised";
    MINE_STAND_IN: "代管", "Standing in";
    WHEN_LATE: "逾期", "Overdue";
    WHEN_TODAY: "今天", "Today";
    WHEN_THIS_WEEK: "本周", "This week";
    WHEN_NEXT_WEEK: "下周", "Next week";
    WHEN_LATER: "以后", "Later";
    WHEN_UNDATED: "没写日期", "Without dates";
    WHEN_DONE: "已完成", "Done";
    MINE_NOTE: "这是您名下的任务。要您回答的问题在「我的待办」。", "These are your tasks. What you are asked stands under \"My to-dos\".";
    TO_TODO: "去我的待办", "Go to my to-dos";
    MINE_CHOOSE: "先选您是哪一位，才知道哪些是您的任务。", "Say who you are first, to see which tasks are yours.";
    REVIEWED_BY: "审核", "Reviewer";
    WITH_DONE: "也看已完成的", "Done ones too";

    VIEW_MENU: "视图", "Views";
    VIEW_CHANGED: "{name} •（改过）", "{name} • (changed)";
    VIEW_OPEN: "未完成", "Not done";
    VIEW_DEPARTMENT: "我的部门", "My department";
    VIEW_SHARED: "大家的", "for everybody";
    VIEW_SAVE_AS: "存为视图，名称", "Save as a view, name";
    VIEW_FOR_ME: "只自己用", "Only for me";
    VIEW_FOR_ALL: "大家都能用", "For everybody";
    VIEW_TRAVELS: "视图会随文件一起发出。", "Views go along with the file.";
    VIEW_SAVE: "存", "Save";
    VIEW_WRITE: "存回去", "Save the changes";
    VIEW_SAVED: "已存视图「{name}」。", "Saved the view \"{name}\".";
}
