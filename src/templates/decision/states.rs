//! The states of a decision (§4.5). Deciding and releasing are one act; from then on text, reason, day and approver
//! stand.

use super::{APPROVER, BY_APPROVER, BY_DRIVER, DECIDED_AT, DECISION_TEXT, EFFECTIVE_ON, RATIONALE};
use crate::model::template::{
    Choice, Gate, Guard, Label, Locks, StateMachine, Tone, Transition, Who,
};
use crate::templates::{locked, option, state};

/// 草稿
pub const DRAFT: Choice = Choice::new("draft", "草稿", "Draft");
/// 征求意见
pub const DISCUSSING: Choice = Choice::new("discussing", "征求意见", "Consulting");
/// 已决定
pub const DECIDED: Choice = Choice::new("decided", "已决定", "Decided");
/// 已发布，待确认
pub const ISSUED: Choice = Choice::new("issued", "已发布，待确认", "To be confirmed");
/// 已确认
pub const CONFIRMED: Choice = Choice::new("confirmed", "已确认", "Confirmed");
/// 已执行
pub const EXECUTED: Choice = Choice::new("executed", "已执行", "Carried out");
/// 已被取代
pub const SUPERSEDED: Choice = Choice::new("superseded", "已被取代", "Replaced");
/// 已撤回
pub const WITHDRAWN: Choice = Choice::new("withdrawn", "已撤回", "Withdrawn");

pub(super) const CHOICES: &[Choice] = &[
    DRAFT, DISCUSSING, DECIDED, ISSUED, CONFIRMED, EXECUTED, SUPERSEDED, WITHDRAWN,
];

/// Everybody has answered, and every objection is answered.
pub const ALL_REPLIED: Guard = Guard::hidden("all_replied");
/// Somebody has not answered, or an objection is not answered.
pub const NOT_ALL_REPLIED: Guard = Guard::hidden("not_all_replied");
/// The time is over, no objection is open, and by the rules no answer counts as agreed.
pub const SILENT_CONSENT: Guard = Guard::hidden("silent_consent");
/// Another one that replaces it was released.
pub const REPLACED: Guard = Guard::hidden("replaced");

/// The reason with which a decision is confirmed that somebody did not answer, where the rules allow it.
const BY_SILENCE: Label = Label::new(
    "按沟通机制，没有反馈的按同意办；没有人替他们写答复",
    "By the rules no reply counts as agreed; nobody writes a reply for them",
);

const LOCKED: Locks = Locks {
    fields: &[
        DECISION_TEXT.name,
        RATIONALE.name,
        EFFECTIVE_ON.name,
        APPROVER.name,
    ],
    rows: &[option::KIND],
};

/// The step with which a decision is decided and released.
pub const ISSUE: &str = "issue";

const OPEN: &[&str] = &[DRAFT.key, DISCUSSING.key, DECIDED.key];

pub(super) static STATES: StateMachine = StateMachine {
    states: &[
        state(DRAFT, Tone::Neutral),
        state(DISCUSSING, Tone::Info),
        locked(DECIDED, Tone::Info, LOCKED),
        locked(ISSUED, Tone::Warn, LOCKED),
        locked(CONFIRMED, Tone::Ok, LOCKED),
        locked(EXECUTED, Tone::Ok, LOCKED),
        locked(SUPERSEDED, Tone::Neutral, LOCKED),
        state(WITHDRAWN, Tone::Neutral),
    ],
    transitions: &[
        Transition::new(
            ISSUE,
            "定下并发布",
            "Decide and release",
            OPEN,
            ISSUED.key,
            &[BY_APPROVER],
        )
        .waited("拍板", "Decide it")
        .gate(Gate::Release)
        .stamps(&[DECIDED_AT.name]),
        Transition::new(
            "discuss",
            "征求意见",
            "Consult first",
            &[DRAFT.key],
            DISCUSSING.key,
            &[BY_DRIVER, BY_APPROVER, Who::Coordinator],
        ),
        Transition::new(
            "decide",
            "先定下，以后发布",
            "Decide, release later",
            &[DRAFT.key, DISCUSSING.key],
            DECIDED.key,
            &[BY_APPROVER],
        )
        .aside(),
        Transition::new(
            "confirm",
            "确认生效",
            "Confirm",
            &[ISSUED.key],
            CONFIRMED.key,
            &[BY_APPROVER],
        )
        .guard(ALL_REPLIED),
        Transition::new(
            "confirm_silent",
            "确认生效",
            "Confirm",
            &[ISSUED.key],
            CONFIRMED.key,
            &[BY_APPROVER],
        )
        .guard(SILENT_CONSENT)
        .says(BY_SILENCE),
        Transition::new(
            "confirm_anyway",
            "不等齐也确认生效",
            "Confirm without all replies",
            &[ISSUED.key],
            CONFIRMED.key,
            &[Who::Lead],
        )
        .guard(NOT_ALL_REPLIED)
        .aside()
        .reason(),
        Transition::new(
            "execute",
            "标为已执行",
            "Mark carried out",
            &[CONFIRMED.key],
            EXECUTED.key,
            &[BY_APPROVER],
        ),
        Transition::new(
            "give_way",
            "标为已被取代",
            "Mark replaced",
            &[ISSUED.key, CONFIRMED.key, EXECUTED.key],
            SUPERSEDED.key,
            &[BY_APPROVER],
        )
        .guard(REPLACED),
        Transition::new(
            "withdraw",
            "撤回",
            "Withdraw",
            OPEN,
            WITHDRAWN.key,
            &[BY_DRIVER, BY_APPROVER],
        )
        .aside(),
        Transition::new(
            "reopen",
            "重新拿出来",
            "Take up again",
            &[WITHDRAWN.key],
            DRAFT.key,
            &[BY_DRIVER, BY_APPROVER],
        )
        .aside(),
    ],
};
