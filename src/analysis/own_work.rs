//! Own work: the tasks and issues that wait for one person's hand.

use super::calendar::Calendar;
use super::people::People;
use super::plan::overdue_days;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{issue, status_of, task};
use chrono::NaiveDate;

/// The open tasks of a person.
pub(super) fn own_tasks(log: &Log, people: &People, me: &RecordId) -> Vec<RecordId> {
    let mine = |record: &RecordId| {
        let form = Form::new(log, record.clone());
        task::is_open(&form) && is_me(people, form.get(task::OWNER), me)
    };
    log.rows(task::TASK.kind).into_iter().filter(mine).collect()
}

/// The next open task of a person, with its due date.
pub fn next_due(log: &Log, me: &RecordId) -> Option<(RecordId, NaiveDate)> {
    let people = People::of(&Form::new(log, me.clone()));
    own_tasks(log, &people, me)
        .into_iter()
        .filter_map(|task| {
            let due = Form::new(log, task.clone()).get(task::CURRENT_END)?;
            Some((task, due))
        })
        .min_by_key(|(_, due)| *due)
}

fn is_me(people: &People, named: Option<RecordId>, me: &RecordId) -> bool {
    named.is_some_and(|named| people.person(&named) == people.person(me))
}

/// Whether an issue waits for a step of this person.
pub(super) fn waits(log: &Log, people: &People, record: &RecordId, me: &RecordId) -> bool {
    let form = Form::new(log, record.clone());
    match status_of(&form).as_str() {
        "submitted" => super::steps::allowed(log, record, Some(me))
            .iter()
            .any(|step| step.transition.key == "accept" && step.may.is_ok()),
        "accepted" | "working" => is_me(people, form.get(issue::OWNER), me),
        "need_info" | "resolved" => is_me(people, form.get(issue::RAISED_BY), me),
        _ => false,
    }
}

/// Whether a task of this person waits for a look, is late, or is due within a week.
pub(super) fn is_pressing(
    log: &Log,
    people: &People,
    record: &RecordId,
    me: &RecordId,
    today: NaiveDate,
) -> bool {
    let form = Form::new(log, record.clone());
    if status_of(&form) == "review" {
        return is_me(people, form.get(task::REVIEWER), me);
    }
    if !task::is_open(&form) || !is_me(people, form.get(task::OWNER), me) {
        return false;
    }
    let calendar = Calendar::default();
    let is_late = overdue_days(&form, today, &calendar).is_some_and(|days| days > 0);
    let is_soon = form
        .get(task::CURRENT_END)
        .is_some_and(|due| due >= today && due <= today + chrono::Days::new(7));
    is_late || is_soon
}
