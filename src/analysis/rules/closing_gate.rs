//! What holds back the closing of a project: a rule for each row of its list, which says how much the row lacks.

use crate::analysis::standing::closing::{ClosingNeed, ClosingRow, closing_row};
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule, STATUS};
use crate::templates::{block, metric, settings};

/// What closing a project waits for.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        settings::KIND => &RULES,
        _ => &[],
    }
}

/// A finding where a row is not met: at what is open first, with how much that is and what it is called.
fn lacks(form: &Form<'_>, need: ClosingNeed) -> Vec<Finding> {
    let row = closing_row(form.log(), need).filter(|row| !row.is_met);
    let found = row.map(|row| {
        let ClosingRow { all, open, .. } = row;
        let n = if open.is_empty() { all } else { open.len() };
        let field = match need {
            ClosingNeed::Metrics => Some(metric::ACTUAL_VALUE.name),
            ClosingNeed::Reasons => Some(metric::EXPLANATION.name),
            _ => None,
        };
        let finding = Finding {
            record: open.first().cloned(),
            field,
            ..Finding::at(STATUS)
        };
        finding
            .with("n", Arg::Number(i64::try_from(n).unwrap_or(i64::MAX)))
            .with("names", Arg::Records(open))
    });
    found.into_iter().collect()
}

macro_rules! held {
    ($code:literal, $need:ident, $zh:literal, $en:literal) => {
        held!($code, Close, $need, $zh, $en)
    };
    ($code:literal, $gate:ident, $need:ident, $zh:literal, $en:literal) => {
        block($code, Gate::$gate, Label::new($zh, $en), |form, _| {
            lacks(form, ClosingNeed::$need)
        })
    };
}

/// In the order of the list.
static RULES: [Rule; 14] = [
    held!(
        "SUM-10",
        Tasks,
        "还有 {n} 个任务没有完成，也没有人接手：{names}。",
        "{n} {n|task is|tasks are} neither done nor handed on: {names}."
    ),
    held!(
        "SUM-03",
        Metrics,
        "指标「{names}」还没有实际值。数据未到请延后关闭。",
        "No actual value yet: {names}. Close later if the data is not in."
    ),
    held!(
        "SUM-04",
        Reasons,
        "「{names}」未达成，请说明原因。",
        "Explain why it was missed: {names}."
    ),
    held!(
        "SUM-11",
        Feedback,
        "还有 {n} 个部门没有反馈：{names}。",
        "{n} {n|department has|departments have} given no feedback: {names}."
    ),
    held!(
        "SUM-12",
        Suggestions,
        "反馈公布以后，每条建议都要答复。",
        "Once the feedback is shown to all, every suggestion needs an answer."
    ),
    held!(
        "SUM-01",
        LeftOver,
        "还有 {n} 项遗留事项没有接手人和日期。",
        "{n} open {n|item has|items have} no new owner and date."
    ),
    held!(
        "SUM-13",
        Report,
        "总结报告还没有定稿。",
        "The summary report is not final."
    ),
    held!(
        "SUM-02",
        Lessons,
        "请至少提炼一条可复用经验。",
        "Record at least one reusable lesson."
    ),
    held!(
        "SUM-14",
        Borrowed,
        "还有 {n} 项借用没有归还：{names}。",
        "{n} borrowed {n|thing is|things are} not back: {names}."
    ),
    held!(
        "SUM-15",
        Agreements,
        "请把这次的规则写进沟通机制的约定。",
        "Write what was learned into the agreements of the communication rules."
    ),
    held!(
        "SUM-16",
        Verified,
        "还有 {n} 个问题没有验证关闭：{names}。",
        "{n} {n|issue is|issues are} not verified and closed: {names}."
    ),
    held!(
        "SUM-17",
        Watched,
        "还有 {n} 个问题没有观察完，或者又发生了：{names}。",
        "{n} {n|issue is|issues are} still watched, or came back: {names}."
    ),
    // A project that is stopped needs these two, and a reason.
    held!(
        "SUM-18",
        Stop,
        Borrowed,
        "终止以前，还有 {n} 项借用没有归还：{names}。",
        "Before stopping: {n} borrowed {n|thing is|things are} not back: {names}."
    ),
    held!(
        "SUM-19",
        Stop,
        Lessons,
        "终止以前，请至少提炼一条可复用经验。",
        "Before stopping, record at least one reusable lesson."
    ),
];
