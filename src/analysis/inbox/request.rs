//! What a file may ask of its reader, as it stands in the file.

/// 确认项目目标
pub const GOAL: &str = "confirm_goal";
/// 确认本部门的职责
pub const DUTIES: &str = "confirm_duties";
/// 确认名下任务的日期
pub const TASKS: &str = "confirm_tasks";
/// 写一位代理人
pub const BACKUP: &str = "name_backup";
/// 知晓分工和沟通规则
pub const KNOW: &str = "know_roles";
/// 更新进展
pub const PROGRESS: &str = "update_progress";
/// 答复资源申请
pub const ANSWERS: &str = "answer_requests";
/// 填反馈
pub const FEEDBACK: &str = "give_feedback";
/// 写本部门的贡献
pub const CONTRIBUTION: &str = "write_contribution";
/// 填实际值
pub const METRICS: &str = "fill_metrics";
/// 回复决策
pub const DECISIONS: &str = "reply_decisions";
/// 看一眼风险
pub const RISKS: &str = "look_at_risks";
/// 提意见
pub const OPINIONS: &str = "give_opinions";
/// 落地检查
pub const ROLLOUT: &str = "report_rollout";
/// 记下周会分给您的事
pub const ACTIONS: &str = "note_actions";
/// 评估变更
pub const ASSESS: &str = "assess_changes";
/// All that is asked of somebody the first time, in the order of the page.
pub const ALL: [&str; 4] = [GOAL, DUTIES, TASKS, BACKUP];
/// What looks back: asked for in the closing alone.
pub const LOOKING_BACK: [&str; 3] = [FEEDBACK, CONTRIBUTION, METRICS];
/// All that can be asked, in the order of the page.
pub const OFFERED: [&str; 16] = [
    KNOW,
    GOAL,
    DUTIES,
    TASKS,
    PROGRESS,
    ACTIONS,
    DECISIONS,
    RISKS,
    ANSWERS,
    OPINIONS,
    ROLLOUT,
    ASSESS,
    BACKUP,
    FEEDBACK,
    CONTRIBUTION,
    METRICS,
];
/// What is asked from one regular meeting to the next: it counts until that.
pub const WEEKLY: [&str; 2] = [PROGRESS, RISKS];
