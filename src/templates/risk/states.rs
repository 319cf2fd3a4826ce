//! The states of a risk (§4.4). One that happens becomes an issue in the same act.

use crate::model::template::{Choice, Gate, StateMachine, Successor, Tone, Transition, Who};
use crate::templates::{issue, state};

/// 已识别
pub const IDENTIFIED: Choice = Choice::new("identified", "已识别", "Identified");
/// 已评估
pub const ASSESSED: Choice = Choice::new("assessed", "已评估", "Assessed");
/// 应对中
pub const RESPONDING: Choice = Choice::new("responding", "应对中", "Responding");
/// 监控中
pub const MONITORING: Choice = Choice::new("monitoring", "监控中", "Monitoring");
/// 已发生
pub const OCCURRED: Choice = Choice::new("occurred", "已发生", "Occurred");
/// 已关闭
pub const CLOSED: Choice = Choice::new("closed", "已关闭", "Closed");
/// 不成立
pub const REJECTED: Choice = Choice::new("rejected", "不成立", "Rejected");

const OWNER: Who = Who::Person(super::OWNER.name);
const FALLBACK: Who = Who::Person(super::FALLBACK_OWNER.name);
const OPEN: &[&str] = &[IDENTIFIED.key, ASSESSED.key, RESPONDING.key, MONITORING.key];

/// The issue that it becomes: what happened, because of what, with what effect.
static ISSUE: Successor = Successor {
    kind: issue::KIND,
    named_in: super::BECAME_ISSUE.name,
    copies: &[
        (issue::TITLE.name, super::TITLE.name),
        (issue::DESCRIPTION.name, super::CAUSE.name),
        (issue::IMPACT_SCOPE.name, super::EFFECT.name),
        (issue::RAISED_BY.name, super::OWNER.name),
        (issue::OWNER.name, super::OWNER.name),
        (issue::AFFECTED_TASKS.name, super::AFFECTED_TASKS.name),
    ],
};

pub(super) static STATES: StateMachine = StateMachine {
    states: &[
        state(IDENTIFIED, Tone::Neutral),
        state(ASSESSED, Tone::Info),
        state(RESPONDING, Tone::Warn),
        state(MONITORING, Tone::Info),
        state(OCCURRED, Tone::Danger),
        state(CLOSED, Tone::Ok),
        state(REJECTED, Tone::Neutral),
    ],
    transitions: &[
        Transition::new(
            "assess",
            "提交评估",
            "Submit assessment",
            &[IDENTIFIED.key],
            ASSESSED.key,
            &[OWNER, Who::Lead],
        )
        .gate(Gate::Submit)
        .stamps(&[super::LAST_REVIEWED_AT.name]),
        Transition::new(
            "look",
            "看过了，没有变化",
            "Looked at, unchanged",
            &[MONITORING.key],
            MONITORING.key,
            &[OWNER, FALLBACK, Who::Lead],
        )
        .waited("看一看", "Look at it")
        .stamps(&[super::LAST_REVIEWED_AT.name]),
        Transition::new(
            "respond",
            "开始应对",
            "Begin response",
            &[ASSESSED.key, MONITORING.key],
            RESPONDING.key,
            &[OWNER, FALLBACK, Who::Lead],
        )
        .stamps(&[super::LAST_REVIEWED_AT.name]),
        Transition::new(
            "monitor",
            "转为监控",
            "Monitor",
            &[ASSESSED.key, RESPONDING.key],
            MONITORING.key,
            &[OWNER, FALLBACK, Who::Lead],
        )
        .stamps(&[super::LAST_REVIEWED_AT.name]),
        Transition::new(
            "occur",
            "发生了",
            "It happened",
            OPEN,
            OCCURRED.key,
            &[Who::Anyone],
        )
        .makes(&ISSUE),
        Transition::new(
            "close",
            "关闭",
            "Close",
            &[ASSESSED.key, RESPONDING.key, MONITORING.key, OCCURRED.key],
            CLOSED.key,
            &[Who::Lead],
        )
        .reason(),
        Transition::new(
            "reject",
            "不成立",
            "Reject",
            &[IDENTIFIED.key, ASSESSED.key],
            REJECTED.key,
            &[Who::Lead],
        )
        .aside()
        .reason(),
        Transition::new(
            "reopen",
            "重新打开",
            "Reopen",
            &[CLOSED.key],
            IDENTIFIED.key,
            &[Who::Lead],
        )
        .aside()
        .reason(),
    ],
};
