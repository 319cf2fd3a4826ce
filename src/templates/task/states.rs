//! The states of a task (§4.1). Overdue is none of them: it is calculated, so it can never be forgotten.

use crate::model::template::{
    Choice, Gate, Guard, Label, StateMachine, Tone, Transition, Turn, Who,
};
use crate::templates::state;

/// 未开始
pub const TODO: Choice = Choice::new("todo", "未开始", "Not started");
/// 进行中
pub const DOING: Choice = Choice::new("doing", "进行中", "In progress");
/// 受阻
pub const BLOCKED: Choice = Choice::new("blocked", "受阻", "Blocked");
/// 待审核
pub const REVIEW: Choice = Choice::new("review", "待审核", "In review");
/// 已完成
pub const DONE: Choice = Choice::new("done", "已完成", "Done");
/// 已取消
pub const CANCELLED: Choice = Choice::new("cancelled", "已取消", "Cancelled");

const OWNER: Who = Who::Person("owner");
const REP: Who = Who::RepOf("department");
const REVIEWER: Who = Who::Person("reviewer");

/// A task that needs a review is submitted for one instead of completed.
pub const NO_REVIEW: Guard = Guard::told(
    "no_review",
    Label::new(
        "这项任务完成前要先审核，请提交审核。",
        "This task is reviewed before it is done; submit it for review.",
    ),
);

pub(super) const TURNS: &[(&[&str], &[Turn])] = &[
    (&[REVIEW.key], &[Turn::Person("reviewer")]),
    (&[TODO.key, DOING.key, BLOCKED.key], &[Turn::OwnerInTime]),
];

pub(super) static STATES: StateMachine = StateMachine {
    states: &[
        state(TODO, Tone::Neutral),
        state(DOING, Tone::Info),
        state(BLOCKED, Tone::Danger),
        state(REVIEW, Tone::Review),
        state(DONE, Tone::Ok),
        state(CANCELLED, Tone::Neutral),
    ],
    transitions: &[
        Transition::new(
            "start",
            "开始",
            "Start",
            &["todo"],
            "doing",
            &[OWNER, REP, Who::Lead],
        )
        .gate(Gate::Start)
        .stamps(&["actual_start"]),
        Transition::new(
            "block",
            "标记受阻",
            "Mark blocked",
            &["doing"],
            "blocked",
            &[OWNER, REP],
        )
        .asks(&["blocked_by_issue"]),
        Transition::new(
            "unblock",
            "解除受阻",
            "Unblock",
            &["blocked"],
            "doing",
            &[OWNER, REP],
        ),
        Transition::new(
            "submit",
            "提交审核",
            "Submit for review",
            &["doing"],
            "review",
            &[OWNER],
        )
        .gate(Gate::Submit)
        .stamps(&["actual_end"])
        .sets(&[("percent", 100)]),
        Transition::new("complete", "完成", "Complete", &["doing"], "done", &[OWNER])
            .gate(Gate::Submit)
            .guard(NO_REVIEW)
            .stamps(&["actual_end"])
            .sets(&[("percent", 100)]),
        Transition::new(
            "approve",
            "通过",
            "Approve",
            &["review"],
            "done",
            &[REVIEWER, Who::Lead, Who::NotPerson("owner")],
        ),
        Transition::new(
            "return",
            "退回",
            "Return",
            &["review"],
            "doing",
            &[REVIEWER, Who::Lead],
        )
        .reason()
        .clears(&["actual_end"])
        .sets(&[("percent", 95)]),
        Transition::new(
            "reopen",
            "重新打开",
            "Reopen",
            &["done"],
            "doing",
            &[Who::Lead, REVIEWER],
        )
        .reason()
        .clears(&["actual_end"])
        .sets(&[("percent", 95)]),
        Transition::new(
            "cancel",
            "取消",
            "Cancel",
            &["todo", "doing", "blocked"],
            "cancelled",
            &[Who::Lead],
        )
        .reason(),
        Transition::new(
            "restore",
            "恢复",
            "Restore",
            &["cancelled"],
            "todo",
            &[Who::Lead],
        ),
    ],
};
