//! Checks of the closing: who has given no feedback when it is due. Said of the project, never of what anybody wrote.

use crate::analysis::standing::feedback::feedback_standing;
use crate::model::Moment;
use crate::model::template::{Arg, Finding, Form, Label, Rule};
use crate::templates::{department, settings, warn};

/// The checks of a kind that belong to the closing.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        settings::KIND => RULES,
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
        .with("names", Arg::Chain(silent));
    let is_open = is_past && !standing.is_shown;
    finding.when(is_open && n > 0)
}
