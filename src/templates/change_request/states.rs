//! The states of a change request (§4.7). Who decides follows from how far it reaches, which only counting says: these
//! steps are offered by its own panel.

use super::{DECIDED_AT, IMPACT_COST, IMPACT_IF_NOT, IMPLEMENTED_AT, REASON, REQUESTED_AT, TITLE};
use crate::model::template::{Choice, Gate, Guard, Locks, StateMachine, Tone, Transition, Who};
use crate::templates::{change_item, locked, state};

/// 草稿
pub const DRAFT: Choice = Choice::new("draft", "草稿", "Draft");
/// 已提交
pub const SUBMITTED: Choice = Choice::new("submitted", "已提交", "Submitted");
/// 评估中
pub const ASSESSING: Choice = Choice::new("assessing", "评估中", "Assessing");
/// 待批准
pub const WAITING: Choice = Choice::new("waiting", "待批准", "Waiting for approval");
/// 已批准
pub const APPROVED: Choice = Choice::new("approved", "已批准", "Approved");
/// 不批准
pub const REJECTED: Choice = Choice::new("rejected", "不批准", "Refused");
/// 暂缓
pub const POSTPONED: Choice = Choice::new("postponed", "暂缓", "Postponed");
/// 已并入
pub const MERGED: Choice = Choice::new("merged", "已并入别的变更", "Merged into another");
/// 已实施
pub const IMPLEMENTED: Choice = Choice::new("implemented", "已实施", "Implemented");

pub(super) const CHOICES: &[Choice] = &[
    DRAFT,
    SUBMITTED,
    ASSESSING,
    WAITING,
    APPROVED,
    REJECTED,
    POSTPONED,
    MERGED,
    IMPLEMENTED,
];

/// It is handed in to whoever approves it.
pub const SUBMIT: &str = "submit";
/// The departments that it touches are asked what it would do there.
pub const ASSESS: &str = "assess";

/// It is taken where it is said who decides, and nowhere else.
pub const BY_ROUTE: Guard = Guard::hidden("by_route");

const ASKED: Locks = Locks {
    fields: &[
        TITLE.name,
        REASON.name,
        IMPACT_IF_NOT.name,
        IMPACT_COST.name,
    ],
    rows: &[change_item::KIND],
};

const OPEN: &[&str] = &[SUBMITTED.key, ASSESSING.key, WAITING.key];
const BY_REQUESTER: Who = Who::Person(super::REQUESTED_BY.name);

pub(super) static STATES: StateMachine = StateMachine {
    states: &[
        state(DRAFT, Tone::Neutral),
        locked(SUBMITTED, Tone::Warn, ASKED),
        locked(ASSESSING, Tone::Info, ASKED),
        locked(WAITING, Tone::Warn, ASKED),
        locked(APPROVED, Tone::Ok, ASKED),
        locked(REJECTED, Tone::Danger, ASKED),
        state(POSTPONED, Tone::Neutral),
        state(MERGED, Tone::Neutral),
        locked(IMPLEMENTED, Tone::Ok, ASKED),
    ],
    transitions: &[
        Transition::new(
            SUBMIT,
            "提交",
            "Submit",
            &[DRAFT.key, POSTPONED.key],
            WAITING.key,
            &[BY_REQUESTER],
        )
        .gate(Gate::Submit)
        .stamps(&[REQUESTED_AT.name]),
        Transition::new(
            ASSESS,
            "请部门评估",
            "Ask the departments",
            &[SUBMITTED.key, WAITING.key],
            ASSESSING.key,
            &[Who::Lead],
        )
        .guard(BY_ROUTE),
        Transition::new(
            "approve",
            "批准并改计划",
            "Approve and change the plan",
            OPEN,
            APPROVED.key,
            &[Who::Lead],
        )
        .guard(BY_ROUTE)
        .stamps(&[DECIDED_AT.name]),
        Transition::new(
            "refuse",
            "不批准",
            "Refuse",
            OPEN,
            REJECTED.key,
            &[Who::Lead],
        )
        .guard(BY_ROUTE)
        .aside()
        .stamps(&[DECIDED_AT.name])
        .reason(),
        Transition::new(
            "postpone",
            "暂缓",
            "Postpone",
            OPEN,
            POSTPONED.key,
            &[Who::Lead],
        )
        .guard(BY_ROUTE)
        .aside()
        .reason(),
        Transition::new(
            "hand_in",
            "改为已提交",
            "Mark submitted",
            &[ASSESSING.key],
            SUBMITTED.key,
            &[Who::Lead],
        )
        .guard(BY_ROUTE),
        Transition::new(
            "merge",
            "并入别的变更",
            "Merge into another",
            OPEN,
            MERGED.key,
            &[Who::Lead],
        )
        .aside()
        .reason(),
        Transition::new(
            "implement",
            "标为已实施",
            "Mark implemented",
            &[APPROVED.key],
            IMPLEMENTED.key,
            &[Who::Lead, BY_REQUESTER],
        )
        .stamps(&[IMPLEMENTED_AT.name]),
        Transition::new(
            "withdraw",
            "撤回",
            "Withdraw",
            OPEN,
            DRAFT.key,
            &[BY_REQUESTER],
        )
        .aside(),
    ],
};
