//! Checks of the closing: who has given no feedback when it is due. Said of the project, never of what anybody wrote.

use crate::analysis::standing::feedback::feedback_standing;
use crate::analysis::standing::report::open_metrics;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule};
use crate::templates::{block, department, metric, report, settings, warn};

/// The checks of a kind that belong to the closing.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        settings::KIND => RULES,
        report::KIND => REPORT_RULES,
        _ => &[],
    }
}

const RULES: &[Rule] = &[warn(
    "FBK-03",
    Label::new(
        "还有 {n} 个部门没有反馈：{names}。",
        "{n} {n|department has|departments have} not answered: {names}.",
    ),
    silent_past_the_day,
)];

const REPORT_RULES: &[Rule] = &[
    block(
        "SUM-03",
        Gate::Final,
        Label::new(
            "指标「{m}」还没有实际值。数据未到请延后关闭。",
            "Metric \"{m}\" has no actual value. Close later if the data is not in.",
        ),
        |form, _| at_metrics(open_metrics(form.log()).0, metric::ACTUAL_VALUE.name),
    ),
    block(
        "SUM-04",
        Gate::Final,
        Label::new(
            "「{m}」未达成，请说明原因。",
            "Explain why \"{m}\" was missed.",
        ),
        |form, _| at_metrics(open_metrics(form.log()).1, metric::EXPLANATION.name),
    ),
    warn(
        "SUM-05",
        Label::new(
            "还有 {n} 个部门未反馈，报告会注明。",
            "{n} {n|department|departments} gave no feedback; the report will say so.",
        ),
        without_feedback,
    ),
];

fn at_metrics(metrics: Vec<RecordId>, field: &'static str) -> Vec<Finding> {
    let found = |one: RecordId| {
        let finding = Finding {
            record: Some(one.clone()),
            ..Finding::at(field)
        };
        finding.with("m", Arg::Record(one))
    };
    metrics.into_iter().map(found).collect()
}

fn without_feedback(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let standing = feedback_standing(form.log());
    let n = i64::try_from(standing.silent().len()).unwrap_or(i64::MAX);
    Finding::at(report::EXECUTIVE_SUMMARY.name)
        .with("n", Arg::Number(n))
        .when(standing.is_shown && n > 0)
}

/// The day until which feedback is asked for has passed.
fn silent_past_the_day(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    if !settings::is_closing(form) {
        return Vec::new();
    }
    let standing = feedback_standing(form.log());
    let is_past = standing.due.is_some_and(|due| due < now.date_naive());
    let silent = standing.silent();
    let n = i64::try_from(silent.len()).unwrap_or(i64::MAX);
    let finding = Finding {
        record: silent.first().cloned(),
        ..Finding::at(department::NAME.name)
    };
    let finding = finding
        .with("n", Arg::Number(n))
        .with("names", Arg::Records(silent));
    let is_open = is_past && !standing.is_shown;
    finding.when(is_open && n > 0)
}
