//! The views of the plan: what they are called, what narrows, gathers and orders them.

use crate::analysis::words::labels::catalogue;

catalogue! {
    VIEWS: "看计划的方式", "Ways to look at the plan";
    GRID: "表格", "Table";
    GANTT: "甘特", "Gantt";
    KANBAN: "看板", "Board";
    VIEW_CALENDAR: "日历", "Calendar";
    MINE: "我的任务", "My tasks";
    ONLY: "只看", "Only";
    VIEW_LATE: "逾期", "Overdue";
    SOON: "将到期", "Due soon";
    BLOCKED: "受阻", "Blocked";
    CRITICAL: "关键任务线", "Critical path";
    OUT_OF_ORDER: "前后矛盾", "Out of order";
    UNDATED: "没写日期", "Without dates";
    UNACCEPTED: "日期没认", "Dates not accepted";
    SUGGESTED: "有建议", "With suggestions";
    DIFFERING: "不一致", "Differing";
    ONLY_N: "图表里点的 {n} 项", "{n} {n|task|tasks} out of the charts";
    SORTED: "排序", "Sort by";
    BY_PLAN: "计划顺序", "Plan order";
    BY_START: "开始", "Start";
    BY_DUE: "截止", "Due";
    BY_EXPECTED: "预计", "Expected";
    BY_SLACK: "可推迟", "Slack";
    BY_OWNER: "责任人", "Owner";
    REVERSED: "倒序", "Reversed";
    SEARCH_PLAN: "任务、编号、责任人", "Task, number, owner";
    MORE_FILTERS: "更多", "More";
    FILTERED: "筛选", "Filters";
    TAKE_AWAY: "去掉「{what}」", "Remove \"{what}\"";
    CHIP: "{field}：{values}", "{field}: {values}";
    OR: " 或 ", " or ";
    FINDS: "含「{words}」", "Containing \"{words}\"";
    NONE_FOUND: "没有符合的任务。", "No tasks match.";
    NO_FILTERS: "去掉筛选", "Remove the filters";
    NOT_KNOWN:
        "地址里有这个版本不认识的部分，没有照它显示。",
        "Part of the address is not known to this version and was not followed.";
}
