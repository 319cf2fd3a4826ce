//! The states of a consultation: what is asked of the departments, and when they see what became of it. Nothing moves
//! by itself: that the time is over is counted, not written.

use super::{ANSWERED_AT, ASKED_AT, BY_ANSWERER};
use crate::model::template::{Choice, Gate, StateMachine, Tone, Transition, Who};
use crate::templates::state;

/// 起草
pub const DRAFT: Choice = Choice::new("draft", "起草", "Draft");
/// 征集中
pub const OPEN: Choice = Choice::new("open", "征集中", "Asking");
/// 待答复
pub const CLOSED: Choice = Choice::new("closed", "待答复", "To be answered");
/// 已公布答复
pub const ANSWERED: Choice = Choice::new("answered", "已公布答复", "Answers shown");

pub(super) const CHOICES: &[Choice] = &[DRAFT, OPEN, CLOSED, ANSWERED];

/// Whoever answers; the coordinator does it for them.
const BY: &[Who] = &[BY_ANSWERER, Who::Coordinator];

pub(super) static STATES: StateMachine = StateMachine {
    states: &[
        state(DRAFT, Tone::Neutral),
        state(OPEN, Tone::Info),
        state(CLOSED, Tone::Warn),
        state(ANSWERED, Tone::Ok),
    ],
    transitions: &[
        Transition::new(
            "ask",
            "征求意见",
            "Ask for opinions",
            &[DRAFT.key],
            OPEN.key,
            BY,
        )
        .gate(Gate::Publish)
        .stamps(&[ASKED_AT.name]),
        Transition::new(
            "answer",
            "公布答复",
            "Show the answers",
            &[OPEN.key, CLOSED.key],
            ANSWERED.key,
            BY,
        )
        .gate(Gate::Release)
        .stamps(&[ANSWERED_AT.name]),
        Transition::new(
            "close",
            "不再收意见",
            "Take no more opinions",
            &[OPEN.key],
            CLOSED.key,
            BY,
        )
        .aside(),
        Transition::new(
            "ask_on",
            "接着收意见",
            "Take opinions again",
            &[CLOSED.key, ANSWERED.key],
            OPEN.key,
            BY,
        )
        .aside(),
        Transition::new(
            "take_back",
            "退回起草",
            "Back to the draft",
            &[OPEN.key],
            DRAFT.key,
            BY,
        )
        .aside(),
    ],
};
