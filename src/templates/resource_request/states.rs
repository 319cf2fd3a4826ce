//! The states of a resource request (§4.3): it goes to the project lead first, never straight to the provider.

use super::{
    ACTUAL_USAGE, DAILY_SHARE, DECIDED_AT, DECIDED_BY, DECISION, DECISION_REASON, HANDED_OVER_AT,
    IMPACT_IF_REFUSED, KEEPER, LINKED_TASK, NEED_FROM, NEED_TO, PRIORITY, PROVIDER_ANSWER,
    PROVIDER_COMMENT, PROVIDER_DEPT, PURPOSE, QUANTITY, RECEIVED_BY, REQUEST_DEPT, REQUESTER,
    RESOURCE_ITEM, RESOURCE_TYPE, RETURN_DUE, RETURNED_AT, SPECIFICATION, TITLE, UNIT,
};
use crate::model::template::{
    Choice, Gate, Guard, Locks, StateMachine, Tone, Transition, Turn, Who,
};
use crate::templates::{locked, state};

/// 草稿
pub const DRAFT: Choice = Choice::new("draft", "草稿", "Draft");
/// 待统筹
pub const SUBMITTED: Choice = Choice::new("submitted", "待统筹", "Awaiting lead");
/// 协调中
pub const COORDINATING: Choice = Choice::new("coordinating", "协调中", "Coordinating");
/// 已裁定
pub const DECIDED: Choice = Choice::new("decided", "已裁定", "Ruled");
/// 已到位
pub const ALLOCATED: Choice = Choice::new("allocated", "已到位", "Allocated");
/// 使用中
pub const IN_USE: Choice = Choice::new("in_use", "使用中", "In use");
/// 已归还
pub const RETURNED: Choice = Choice::new("returned", "已归还", "Returned");
/// 不批准
pub const REFUSED: Choice = Choice::new("refused", "不批准", "Refused");
/// 已撤回
pub const WITHDRAWN: Choice = Choice::new("withdrawn", "已撤回", "Withdrawn");

/// The providing department has not answered yet.
pub const NOT_ANSWERED: Guard = Guard::hidden("not_answered");

// Steps that it is somebody's turn to take.
/// The project lead asks the providing department.
pub const COORDINATE: &str = "coordinate";
/// The providing department answers.
pub const ANSWER: &str = "answer";
/// The project lead rules.
pub const DECIDE: &str = "decide";
/// The provider hands it over.
pub const HAND_OVER: &str = "hand_over";
/// Whoever asked has it.
pub const RECEIVE: &str = "receive";
/// It is given back.
pub const GIVE_BACK: &str = "give_back";

/// So many working days before it is due back, that is asked.
const RETURN_ASKED_DAYS: i64 = 2;

pub(super) const TURNS: &[(&[&str], &[Turn])] = &[
    (&[SUBMITTED.key], &[Turn::Step(COORDINATE)]),
    (
        &[COORDINATING.key],
        &[Turn::Step(ANSWER), Turn::Step(DECIDE)],
    ),
    (&[DECIDED.key], &[Turn::Awaited(HAND_OVER)]),
    (&[ALLOCATED.key], &[Turn::Owner]),
    (
        &[IN_USE.key],
        &[
            Turn::PersonInTime(REQUESTER.name, RETURN_ASKED_DAYS),
            Turn::PersonInTime(KEEPER.name, RETURN_ASKED_DAYS),
        ],
    ),
];

const ASKED: Locks = Locks {
    fields: &[
        TITLE.name,
        RESOURCE_TYPE.name,
        RESOURCE_ITEM.name,
        SPECIFICATION.name,
        QUANTITY.name,
        UNIT.name,
        NEED_FROM.name,
        NEED_TO.name,
        DAILY_SHARE.name,
        PURPOSE.name,
        LINKED_TASK.name,
        PRIORITY.name,
        IMPACT_IF_REFUSED.name,
        PROVIDER_DEPT.name,
    ],
    rows: &[],
};

const ASKER: Who = Who::Person(REQUESTER.name);
/// Nobody, where the ledger does not know who.
const BY_KEEPER: Who = Who::Each(KEEPER.name);
const PROVIDER: Who = Who::RepOf(PROVIDER_DEPT.name);

pub(super) static STATES: StateMachine = StateMachine {
    states: &[
        state(DRAFT, Tone::Neutral),
        locked(SUBMITTED, Tone::Warn, ASKED),
        locked(COORDINATING, Tone::Info, ASKED),
        locked(DECIDED, Tone::Info, ASKED),
        locked(ALLOCATED, Tone::Review, ASKED),
        locked(IN_USE, Tone::Ok, ASKED),
        locked(RETURNED, Tone::Neutral, ASKED),
        locked(REFUSED, Tone::Danger, ASKED),
        state(WITHDRAWN, Tone::Neutral),
    ],
    transitions: &[
        Transition::new(
            "submit",
            "提交",
            "Submit",
            &[DRAFT.key],
            SUBMITTED.key,
            &[ASKER, Who::RepOf(REQUEST_DEPT.name)],
        )
        .gate(Gate::Submit),
        Transition::new(
            COORDINATE,
            "请提供部门答复",
            "Ask the provider",
            &[SUBMITTED.key],
            COORDINATING.key,
            &[Who::Lead, Who::Coordinator],
        ),
        Transition::new(
            ANSWER,
            "提供部门答复",
            "Provider answers",
            &[COORDINATING.key],
            COORDINATING.key,
            &[PROVIDER],
        )
        .waited("答复", "Answer")
        .gate(Gate::Answer)
        .guard(NOT_ANSWERED)
        .asks(&[PROVIDER_ANSWER.name, PROVIDER_COMMENT.name]),
        Transition::new(
            "propose",
            "提出替代",
            "Propose alternative",
            &[COORDINATING.key],
            COORDINATING.key,
            &[Who::Lead, PROVIDER, ASKER],
        )
        .reason(),
        Transition::new(
            DECIDE,
            "裁定",
            "Rule",
            &[SUBMITTED.key, COORDINATING.key],
            DECIDED.key,
            &[Who::Lead],
        )
        .gate(Gate::Decide)
        .asks(&[DECISION.name, DECISION_REASON.name, DECIDED_BY.name])
        .stamps(&[DECIDED_AT.name]),
        Transition::new(
            "refuse",
            "不批准",
            "Refuse",
            &[SUBMITTED.key, COORDINATING.key],
            REFUSED.key,
            &[Who::Lead],
        )
        .aside()
        .reason()
        .stamps(&[DECIDED_AT.name]),
        Transition::new(
            "withdraw",
            "撤回",
            "Withdraw",
            &[SUBMITTED.key, COORDINATING.key],
            WITHDRAWN.key,
            &[ASKER],
        )
        .aside(),
        Transition::new(
            HAND_OVER,
            "已交付",
            "Handed over",
            &[DECIDED.key],
            ALLOCATED.key,
            &[BY_KEEPER, PROVIDER],
        )
        .waited("交付", "Hand over")
        .stamps(&[HANDED_OVER_AT.name]),
        Transition::new(
            RECEIVE,
            "收到了",
            "Received",
            &[ALLOCATED.key],
            IN_USE.key,
            &[ASKER],
        )
        .waited("确认收到", "Confirm receipt")
        .asks(&[RECEIVED_BY.name, RETURN_DUE.name]),
        Transition::new(
            "extend",
            "续用",
            "Extend",
            &[IN_USE.key],
            IN_USE.key,
            &[ASKER],
        )
        .aside()
        .asks(&[RETURN_DUE.name])
        .reason(),
        Transition::new(
            GIVE_BACK,
            "归还了",
            "Returned",
            &[IN_USE.key],
            RETURNED.key,
            &[PROVIDER, ASKER, BY_KEEPER],
        )
        .waited("归还", "Give back")
        .asks(&[ACTUAL_USAGE.name])
        .stamps(&[RETURNED_AT.name]),
        Transition::new(
            "reopen",
            "重新协调",
            "Reopen",
            &[DECIDED.key, ALLOCATED.key],
            COORDINATING.key,
            &[Who::Lead],
        )
        .aside()
        .reason()
        .clears(&[DECIDED_AT.name, HANDED_OVER_AT.name]),
    ],
};
