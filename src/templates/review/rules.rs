//! The checks of a review that need no calendar (REV-02, REV-05); the others count days and stand in `analysis`.

use super::{causes_of, is_open, released};
use crate::model::Moment;
use crate::model::template::{Arg, Choice, Finding, Form, Gate, Label, Rule};
use crate::templates::{action, block, minutes, review_task, task, warn};

/// From so many working days late on a measure is asked for, too.
const MEASURE_AFTER_DAYS: i64 = 3;
/// So many weeks running make a cause a pattern.
const WEEKS_RUNNING: usize = 3;

pub static RULES: &[Rule] = &[
    block(
        "REV-02",
        Gate::Release,
        Label::new(
            "请为逾期或晚完成的任务「{t}」写明措施、责任人和新日期。",
            "Give an action, an owner and a new date for the late task \"{t}\".",
        ),
        late_without_measure,
    ),
    warn(
        "REV-05",
        Label::new(
            "「{cause}」连续 {n} 周出现，建议登记为风险或经验。",
            "\"{cause}\" has come up {n} {n|week|weeks} running; record a risk or a lesson.",
        ),
        same_cause_again,
    ),
];

/// Whether a row is of a task so late that something has to be done about it, and nothing is agreed on.
pub fn needs_measure(row: &Form<'_>) -> bool {
    let days = row.get(review_task::DAYS_LATE).unwrap_or_default();
    let Some(task) = row.get(review_task::TASK) else {
        return false;
    };
    if days <= MEASURE_AFTER_DAYS || !task::is_open(&row.other(task.clone())) {
        return false;
    }
    let minutes = row
        .parent()
        .and_then(|one| minutes::of_review(one.record()));
    let helps = |action: &Form<'_>| action.get(action::LINKED_TASK).as_ref() == Some(&task);
    let agreed = minutes.map(|minutes| row.other(minutes).rows(action::KIND));
    let measured = agreed.is_some_and(|all| all.iter().any(helps));
    !measured && row.rows(action::KIND).is_empty()
}

fn late_without_measure(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    if !is_open(form) {
        return Vec::new();
    }
    let rows = causes_of(form).into_iter().filter(needs_measure);
    let found = |row: Form<'_>| {
        let task = row.get(review_task::TASK)?;
        Some(Finding {
            record: Some(row.record().clone()),
            ..Finding::at(review_task::NEW_DATE.name).with("t", Arg::Record(task))
        })
    };
    rows.filter_map(found).collect()
}

/// The causes that the newest of the released reviews has in common with those before it, and for how many weeks;
/// nothing for another review than the newest.
pub fn running_causes(form: &Form<'_>) -> Vec<(Choice, usize)> {
    let all = released(form);
    if all.last().map(Form::record) != Some(form.record()) {
        return Vec::new();
    }
    let causes = |review: &Form<'_>| -> Vec<String> {
        let rows = causes_of(review);
        let causes = rows
            .iter()
            .filter_map(|row| row.get(review_task::DELAY_CAUSE));
        causes.collect()
    };
    let weeks: Vec<Vec<String>> = all.iter().rev().map(causes).collect();
    let running = |cause: &Choice| {
        let has = |week: &&Vec<String>| week.iter().any(|one| one == cause.key);
        let running = weeks.iter().take_while(has).count();
        (running >= WEEKS_RUNNING).then_some((*cause, running))
    };
    task::DELAY_CAUSES.iter().filter_map(running).collect()
}

fn same_cause_again(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let found = |(cause, running): (Choice, usize)| {
        Finding::at(review_task::KIND)
            .with("cause", Arg::Label(cause.label))
            .with("n", Arg::Number(running.try_into().unwrap_or(i64::MAX)))
    };
    running_causes(form).into_iter().map(found).collect()
}
