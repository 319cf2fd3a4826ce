//! Why one task is late, as the meeting of a week found it (T11): a row of that week's review.

use super::review;
use super::task::{self, DELAY_CAUSES};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Field, Finding, Form, Gate, Key, Label, Rule, Template};
use crate::templates::{block, minutes};
use chrono::NaiveDate;

pub const KIND: &str = "review_task";

pub const TASK: Key<RecordId> = Key::new("task");
/// Working days late.
pub const DAYS_LATE: Key<i64> = Key::new("days_late");
/// Why, as the meeting agreed.
pub const DELAY_CAUSE: Key<String> = Key::new("delay_cause");
/// The task before it that made it late.
pub const ROOT_TASK: Key<RecordId> = Key::new("root_task");
pub const EXPLANATION: Key<String> = Key::new("explanation");
/// The day that was agreed on.
pub const NEW_DATE: Key<NaiveDate> = Key::new("new_date");
/// What happens if the date stays: asked for where the new one needs somebody's approval.
pub const IF_NOT: Key<String> = Key::new("if_not");

/// The cause that asks which task it was.
pub const PREDECESSOR: &str = "predecessor";
/// The cause that asks for a word.
pub const OTHER: &str = "other";

const FIELDS: &[Field] = &[
    Field::reference(TASK, Label::new("任务", "Task"), &[task::KIND]).filled(),
    Field::int(DAYS_LATE, Label::new("晚几天", "Days late"), 0, 10_000)
        .latest()
        .filled(),
    Field::choice(
        DELAY_CAUSE,
        Label::new("延期原因", "Delay cause"),
        DELAY_CAUSES,
    ),
    Field::reference(
        ROOT_TASK,
        Label::new("根源任务", "Root task"),
        &[task::KIND],
    ),
    Field::text(EXPLANATION, Label::new("说明", "Explanation"), 200).wide(),
    Field::date(NEW_DATE, Label::new("新日期", "New date")),
    Field::text(
        IF_NOT,
        Label::new("不变更的后果", "If nothing changes"),
        200,
    )
    .wide(),
];

/// A late task of a week.
pub static REVIEW_TASK: Template = Template {
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("没有按期完成的", "Not finished in time"),
        Label::new("延期原因", "Cause of a delay"),
        TASK.name,
        FIELDS,
    )
};

/// The row of a task in a review: one, however many people fill it.
pub fn record_of(review: &RecordId, task: &RecordId) -> Option<RecordId> {
    let rest = format!("{}-{}", review.rest()?, task.rest()?);
    Some(minutes::named(KIND, &rest))
}

/// A cause of a review that is not over.
fn is_weighed(form: &Form<'_>) -> bool {
    form.parent().is_some_and(|parent| review::is_open(&parent))
}

fn without_root(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_before = form.get(DELAY_CAUSE).as_deref() == Some(PREDECESSOR);
    Finding::at(ROOT_TASK.name).when(is_before && !form.has(ROOT_TASK.name) && is_weighed(form))
}

fn without_a_word(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_other = form.get(DELAY_CAUSE).as_deref() == Some(OTHER);
    Finding::at(EXPLANATION.name).when(is_other && !form.has(EXPLANATION.name) && is_weighed(form))
}

pub static RULES: &[Rule] = &[
    block(
        "REV-03",
        Gate::Release,
        Label::new(
            "请选择是哪个前置任务拖延的。",
            "Choose which predecessor caused it.",
        ),
        without_root,
    ),
    block(
        "REV-04",
        Gate::Release,
        Label::new("选择「其他」时请写明原因。", "Explain \"other\"."),
        without_a_word,
    ),
];
