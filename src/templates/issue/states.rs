//! The states of an issue (§4.2). Closing after three silent days is a step that is offered, never taken by itself.

use super::REVISIT_DATE;
use crate::model::template::{
    Choice, Gate, Guard, Label, Locks, StateMachine, Tone, Transition, Turn, Who,
};
use crate::templates::{locked, state};

/// 草稿
pub const DRAFT: Choice = Choice::new("draft", "草稿", "Draft");
/// 待受理
pub const SUBMITTED: Choice = Choice::new("submitted", "待受理", "Awaiting acceptance");
/// 已受理
pub const ACCEPTED: Choice = Choice::new("accepted", "已受理", "Accepted");
/// 处理中
pub const WORKING: Choice = Choice::new("working", "处理中", "In progress");
/// 待补充
pub const NEED_INFO: Choice = Choice::new("need_info", "待补充", "Information needed");
/// 待验证
pub const RESOLVED: Choice = Choice::new("resolved", "待验证", "Awaiting verification");
/// 已关闭
pub const CLOSED: Choice = Choice::new("closed", "已关闭", "Closed");
/// 不受理
pub const REJECTED: Choice = Choice::new("rejected", "不受理", "Not accepted");
/// 暂缓
pub const POSTPONED: Choice = Choice::new("postponed", "暂缓", "Postponed");

const ASKED: Locks = Locks {
    fields: &[
        super::TITLE.name,
        super::DESCRIPTION.name,
        super::IMPACT_SCOPE.name,
        super::SUPPORT_NEEDED.name,
        super::IMPACT.name,
        super::URGENCY.name,
        super::SUPPORT_DEPARTMENT.name,
    ],
    rows: &[],
};

/// What the step that closes a silent issue says of itself.
const SILENT: Label = Label::new(
    "提交解决后三个工作日没有答复",
    "No answer for three working days after it was marked solved",
);

const RAISER: Who = Who::Person(super::RAISED_BY.name);
const OWNER: Who = Who::Person(super::OWNER.name);
const REP: Who = Who::RepOf(super::SUPPORT_DEPARTMENT.name);

/// Nobody has answered for so long that it may be closed.
pub const UNANSWERED: Guard = Guard::hidden("unanswered");
/// The raiser may open it again for so many working days, the project lead at any time.
pub const CLOSED_LATELY: Guard = Guard::but_for_the_lead(
    "closed_lately",
    10,
    Label::new(
        "关闭已超过 {n} 个工作日，重新打开要由项目负责人来。",
        "Closed more than {n} working {n|day|days} ago; only the project lead can reopen it.",
    ),
);

/// The step that sends an issue on to another department.
pub const PASS_ON: &str = "pass_on";
// Steps that it is somebody's turn to take.
const ACCEPT: &str = "accept";
const CLOSE_SILENT: &str = "close_silent";
const RESUME: &str = "resume";

pub(super) const TURNS: &[(&[&str], &[Turn])] = &[
    (&[SUBMITTED.key], &[Turn::Step(ACCEPT)]),
    (&[ACCEPTED.key, WORKING.key], &[Turn::Owner]),
    (&[NEED_INFO.key], &[Turn::Person(super::RAISED_BY.name)]),
    (
        &[RESOLVED.key],
        &[
            Turn::Person(super::RAISED_BY.name),
            Turn::Step(CLOSE_SILENT),
        ],
    ),
    (&[POSTPONED.key], &[Turn::StepFrom(RESUME, REVISIT_DATE)]),
];

pub(super) static STATES: StateMachine = StateMachine {
    states: &[
        state(DRAFT, Tone::Neutral),
        locked(SUBMITTED, Tone::Warn, ASKED),
        locked(ACCEPTED, Tone::Info, ASKED),
        locked(WORKING, Tone::Info, ASKED),
        state(NEED_INFO, Tone::Warn),
        locked(RESOLVED, Tone::Review, ASKED),
        locked(CLOSED, Tone::Ok, ASKED),
        locked(REJECTED, Tone::Neutral, ASKED),
        locked(POSTPONED, Tone::Neutral, ASKED),
    ],
    transitions: &[
        Transition::new(
            "submit",
            "提交",
            "Submit",
            &[DRAFT.key],
            SUBMITTED.key,
            &[RAISER],
        )
        .gate(Gate::Submit)
        .stamps(&[super::SUBMITTED_AT.name]),
        Transition::new(
            ACCEPT,
            "受理",
            "Accept",
            &[SUBMITTED.key],
            ACCEPTED.key,
            &[REP, Who::Lead],
        )
        .gate(Gate::Accept)
        .asks(&[super::OWNER.name, super::DUE_AT.name]),
        Transition::new(
            PASS_ON,
            "转办",
            "Pass on",
            &[SUBMITTED.key],
            SUBMITTED.key,
            &[REP],
        )
        .aside()
        .asks(&[super::SUPPORT_DEPARTMENT.name])
        .reason()
        .at_most(2),
        Transition::new(
            "ask_info",
            "请补充",
            "Ask for information",
            &[SUBMITTED.key],
            NEED_INFO.key,
            &[REP, Who::Lead],
        )
        .reason()
        .stamps(&[super::INFO_ASKED_AT.name]),
        Transition::new(
            "give_info",
            "已补充",
            "Information given",
            &[NEED_INFO.key],
            SUBMITTED.key,
            &[RAISER],
        )
        .waited("补充", "Give the information")
        .stamps(&[super::INFO_GIVEN_AT.name]),
        Transition::new(
            "reject",
            "不受理",
            "Do not accept",
            &[SUBMITTED.key],
            REJECTED.key,
            &[REP, Who::Lead],
        )
        .aside()
        .reason(),
        Transition::new(
            "appeal",
            "申诉",
            "Appeal",
            &[REJECTED.key],
            SUBMITTED.key,
            &[RAISER],
        )
        .aside()
        .reason()
        .at_most(1),
        Transition::new(
            "start",
            "开始处理",
            "Start work",
            &[ACCEPTED.key],
            WORKING.key,
            &[OWNER],
        ),
        Transition::new(
            "change_owner",
            "换责任人",
            "Change owner",
            &[ACCEPTED.key, WORKING.key],
            ACCEPTED.key,
            &[REP, Who::Lead],
        )
        .aside()
        .asks(&[super::OWNER.name])
        .reason(),
        Transition::new(
            "extend_accepted",
            "延长时限",
            "Extend",
            &[ACCEPTED.key],
            ACCEPTED.key,
            &[REP, Who::Lead],
        )
        .aside()
        .asks(&[super::DUE_AT.name])
        .reason()
        .at_most(2),
        Transition::new(
            "extend",
            "延长时限",
            "Extend",
            &[WORKING.key],
            WORKING.key,
            &[REP, Who::Lead],
        )
        .aside()
        .asks(&[super::DUE_AT.name])
        .reason()
        .at_most(2),
        Transition::new(
            "resolve",
            "提交解决",
            "Mark solved",
            &[WORKING.key],
            RESOLVED.key,
            &[OWNER],
        )
        .gate(Gate::Resolve)
        .asks(&[super::RESOLUTION.name])
        .stamps(&[super::RESOLVED_AT.name]),
        Transition::new(
            "verify",
            "验证关闭",
            "Verify and close",
            &[RESOLVED.key],
            CLOSED.key,
            &[
                RAISER,
                Who::RepOf(super::AFFECTED_DEPARTMENTS.name),
                Who::Lead,
                Who::NotPerson(super::OWNER.name),
            ],
        )
        .gate(Gate::Close)
        .asks(&[super::VERIFIED_BY.name])
        .stamps(&[super::VERIFIED_AT.name]),
        // Offered once nobody has answered for three working days, to whom it concerns; never taken by itself.
        Transition::new(
            CLOSE_SILENT,
            "没有答复，关闭",
            "Close without an answer",
            &[RESOLVED.key],
            CLOSED.key,
            &[REP, Who::Lead, Who::NotPerson(super::OWNER.name)],
        )
        .aside()
        .gate(Gate::Close)
        .guard(UNANSWERED)
        .says(SILENT),
        Transition::new(
            "not_fixed",
            "验证不通过",
            "Not fixed",
            &[RESOLVED.key],
            WORKING.key,
            &[RAISER, REP, Who::Lead],
        )
        .reason()
        .clears(&[super::RESOLVED_AT.name]),
        Transition::new(
            "postpone",
            "暂缓",
            "Postpone",
            &[ACCEPTED.key, WORKING.key],
            POSTPONED.key,
            &[Who::Lead],
        )
        .aside()
        .asks(&[REVISIT_DATE.name])
        .reason(),
        Transition::new(
            RESUME,
            "恢复",
            "Resume",
            &[POSTPONED.key],
            WORKING.key,
            &[Who::Lead],
        ),
        Transition::new(
            "reopen",
            "重新打开",
            "Reopen",
            &[CLOSED.key],
            WORKING.key,
            &[RAISER, Who::Lead],
        )
        .aside()
        .guard(CLOSED_LATELY)
        .reason()
        .clears(&[super::RESOLVED_AT.name, super::VERIFIED_AT.name]),
    ],
};
