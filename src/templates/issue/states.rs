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
        "title",
        "description",
        "impact_scope",
        "support_needed",
        "impact",
        "urgency",
        "support_department",
    ],
    rows: &[],
};

/// What the step that closes a silent issue says of itself.
const SILENT: Label = Label::new(
    "提交解决后三个工作日没有答复",
    "No answer for three working days after it was marked solved",
);

const RAISER: Who = Who::Person("raised_by");
const OWNER: Who = Who::Person("owner");
const REP: Who = Who::RepOf("support_department");

/// Nobody has answered for so long that it may be closed.
pub const UNANSWERED: Guard = Guard::hidden("unanswered");
/// The raiser may open it again for so many working days, the project lead at any time.
pub const CLOSED_LATELY: Guard = Guard::but_for_the_lead(
    "closed_lately",
    10,
    Label::new(
        "关闭已超过 {n} 个工作日，重新打开要由项目负责人来。",
        "Closed more than {n} working days ago; only the project lead can reopen it.",
    ),
);

pub(super) const TURNS: &[(&[&str], &[Turn])] = &[
    (&[SUBMITTED.key], &[Turn::Step("accept")]),
    (&[ACCEPTED.key, WORKING.key], &[Turn::Owner]),
    (&[NEED_INFO.key], &[Turn::Person("raised_by")]),
    (
        &[RESOLVED.key],
        &[Turn::Person("raised_by"), Turn::Step("close_silent")],
    ),
    (&[POSTPONED.key], &[Turn::StepFrom("resume", REVISIT_DATE)]),
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
            &["draft"],
            "submitted",
            &[RAISER],
        )
        .gate(Gate::Submit)
        .stamps(&["submitted_at"]),
        Transition::new(
            "accept",
            "受理",
            "Accept",
            &["submitted"],
            "accepted",
            &[REP, Who::Lead],
        )
        .gate(Gate::Accept)
        .asks(&["owner", "due_at"]),
        Transition::new(
            "pass_on",
            "转办",
            "Pass on",
            &["submitted"],
            "submitted",
            &[REP],
        )
        .asks(&["support_department"])
        .reason()
        .at_most(2),
        Transition::new(
            "ask_info",
            "请补充",
            "Ask for information",
            &["submitted"],
            "need_info",
            &[REP, Who::Lead],
        )
        .reason()
        .stamps(&["info_asked_at"]),
        Transition::new(
            "give_info",
            "已补充",
            "Information given",
            &["need_info"],
            "submitted",
            &[RAISER],
        )
        .stamps(&["info_given_at"]),
        Transition::new(
            "reject",
            "不受理",
            "Do not accept",
            &["submitted"],
            "rejected",
            &[REP, Who::Lead],
        )
        .reason(),
        Transition::new(
            "appeal",
            "申诉",
            "Appeal",
            &["rejected"],
            "submitted",
            &[RAISER],
        )
        .reason()
        .at_most(1),
        Transition::new(
            "start",
            "开始处理",
            "Start work",
            &["accepted"],
            "working",
            &[OWNER],
        ),
        Transition::new(
            "change_owner",
            "换责任人",
            "Change owner",
            &["accepted", "working"],
            "accepted",
            &[REP, Who::Lead],
        )
        .asks(&["owner"])
        .reason(),
        Transition::new(
            "extend_accepted",
            "延长时限",
            "Extend",
            &["accepted"],
            "accepted",
            &[REP, Who::Lead],
        )
        .asks(&["due_at"])
        .reason()
        .at_most(2),
        Transition::new(
            "extend",
            "延长时限",
            "Extend",
            &["working"],
            "working",
            &[REP, Who::Lead],
        )
        .asks(&["due_at"])
        .reason()
        .at_most(2),
        Transition::new(
            "resolve",
            "提交解决",
            "Mark solved",
            &["working"],
            "resolved",
            &[OWNER],
        )
        .gate(Gate::Resolve)
        .asks(&["resolution"])
        .stamps(&["resolved_at"]),
        Transition::new(
            "verify",
            "验证关闭",
            "Verify and close",
            &["resolved"],
            "closed",
            &[
                RAISER,
                Who::RepOf("affected_departments"),
                Who::Lead,
                Who::NotPerson("owner"),
            ],
        )
        .gate(Gate::Close)
        .asks(&["verified_by"])
        .stamps(&["verified_at"]),
        // Offered once nobody has answered for three working days, to whom it concerns; never taken by itself.
        Transition::new(
            "close_silent",
            "没有答复，关闭",
            "Close without an answer",
            &["resolved"],
            "closed",
            &[REP, Who::Lead, Who::NotPerson("owner")],
        )
        .gate(Gate::Close)
        .guard(UNANSWERED)
        .says(SILENT),
        Transition::new(
            "not_fixed",
            "验证不通过",
            "Not fixed",
            &["resolved"],
            "working",
            &[RAISER, REP, Who::Lead],
        )
        .reason()
        .clears(&["resolved_at"]),
        Transition::new(
            "postpone",
            "暂缓",
            "Postpone",
            &["accepted", "working"],
            "postponed",
            &[Who::Lead],
        )
        .asks(&["revisit_date"])
        .reason(),
        Transition::new(
            "resume",
            "恢复",
            "Resume",
            &["postponed"],
            "working",
            &[Who::Lead],
        ),
        Transition::new(
            "reopen",
            "重新打开",
            "Reopen",
            &["closed"],
            "working",
            &[RAISER, Who::Lead],
        )
        .guard(CLOSED_LATELY)
        .reason()
        .clears(&["resolved_at", "verified_at"]),
    ],
};
