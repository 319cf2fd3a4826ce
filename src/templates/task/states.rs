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

const OWNER: Who = Who::Person(super::OWNER.name);
const REP: Who = Who::RepOf(super::DEPARTMENT.name);
const REVIEWER: Who = Who::Person(super::REVIEWER.name);

/// A task that needs a review is submitted for one instead of completed.
pub const NO_REVIEW: Guard = Guard::told(
    "no_review",
    Label::new(
        "这项任务完成前要先审核，请提交审核。",
        "This task is reviewed before it is done; submit it for review.",
    ),
);

pub(super) const TURNS: &[(&[&str], &[Turn])] = &[
    (&[REVIEW.key], &[Turn::Person(super::REVIEWER.name)]),
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
            &[TODO.key],
            DOING.key,
            &[OWNER, REP, Who::Lead],
        )
        .gate(Gate::Start)
        .stamps(&[super::ACTUAL_START.name]),
        Transition::new(
            "complete",
            "完成",
            "Complete",
            &[DOING.key],
            DONE.key,
            &[OWNER],
        )
        .gate(Gate::Submit)
        .guard(NO_REVIEW)
        .stamps(&[super::ACTUAL_END.name])
        .sets(&[(super::PERCENT.name, 100)]),
        Transition::new(
            "submit",
            "提交审核",
            "Submit for review",
            &[DOING.key],
            REVIEW.key,
            &[OWNER],
        )
        .gate(Gate::Submit)
        .stamps(&[super::ACTUAL_END.name])
        .sets(&[(super::PERCENT.name, 100)]),
        Transition::new(
            "block",
            "标记受阻",
            "Mark blocked",
            &[DOING.key],
            BLOCKED.key,
            &[OWNER, REP],
        )
        .asks(&[super::BLOCKED_BY_ISSUE.name]),
        Transition::new(
            "unblock",
            "解除受阻",
            "Unblock",
            &[BLOCKED.key],
            DOING.key,
            &[OWNER, REP],
        ),
        Transition::new(
            "approve",
            "通过",
            "Approve",
            &[REVIEW.key],
            DONE.key,
            &[REVIEWER, Who::Lead, Who::NotPerson(super::OWNER.name)],
        ),
        Transition::new(
            "return",
            "退回",
            "Send back",
            &[REVIEW.key],
            DOING.key,
            &[REVIEWER, Who::Lead],
        )
        .reason()
        .clears(&[super::ACTUAL_END.name])
        .sets(&[(super::PERCENT.name, 95)]),
        Transition::new(
            "reopen",
            "重新打开",
            "Reopen",
            &[DONE.key],
            DOING.key,
            &[Who::Lead, REVIEWER],
        )
        .aside()
        .reason()
        .clears(&[super::ACTUAL_END.name])
        .sets(&[(super::PERCENT.name, 95)]),
        Transition::new(
            "cancel",
            "取消",
            "Cancel",
            &[TODO.key, DOING.key, BLOCKED.key],
            CANCELLED.key,
            &[Who::Lead],
        )
        .aside()
        .reason(),
        Transition::new(
            "restore",
            "恢复",
            "Restore",
            &[CANCELLED.key],
            TODO.key,
            &[Who::Lead],
        )
        .aside(),
    ],
};
