//! The schedule: what is expected, how far something may slip, and the picture of the plan.

use crate::analysis::words::labels::catalogue;

catalogue! {
    SCHEDULE_TITLE: "排期", "Schedule";
    END_EXPECTED: "预计 {day} 完成", "Expected to end on {day}";
    EXPECTED_BY: "预计 {day} 完成（{name}估）", "Expected to end on {day} ({name} says so)";
    HARD_TO_TELL:
        "受阻，估不准；按现计划推算 {day} 完成",
        "Blocked, hard to tell; by the plan it would end on {day}";
    BY_PROGRESS: "按完成度推算 {day}", "By progress: {day}";
    IS_CRITICAL: "在关键任务线上：晚一天，整个项目晚一天", "On the critical path: a day late here is a day late for the project";
    SLACK: "还可推迟 {n} 个工作日", "{n} working {n|day|days} of slack";
    MOVES_AFTER: "再晚 {n} 个工作日会动「{name}」", "{n} working {n|day|days} later it moves \"{name}\"";
    MOVES_AT_ONCE: "再晚就会动「{name}」", "Any later and it moves \"{name}\"";
    MOVES: "「{name}」会因此晚 {n} 个工作日", "\"{name}\" will be {n} working {n|day|days} late because of it";
    COMES_BEFORE: "前置", "Comes before";
    COMES_AFTER: "后续", "Comes after";
    ENDS_THEN: "{day} 完成", "ends {day}";
    BEGINS: "{day} 开始", "starts {day}";
}
