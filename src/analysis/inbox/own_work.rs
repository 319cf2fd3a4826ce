//! Own work: the tasks and issues that wait for one person's hand.

use crate::analysis::people::away::stands_in;
use crate::analysis::people::may::is_allowed;
use crate::analysis::people::who::People;
use crate::analysis::time::late::overdue_days;
use crate::analysis::time::of_project::calendar_of;
use crate::analysis::time::waiting::is_to_be_looked_at;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{issue, status_of, task};
use chrono::NaiveDate;

/// The open tasks of a person.
pub(in crate::analysis) fn own_tasks(log: &Log, people: &People, me: &RecordId) -> Vec<RecordId> {
    let mine = |record: &RecordId| {
        let form = Form::new(log, record.clone());
        task::is_open(&form) && is_me(people, form.get(task::OWNER), me)
    };
    log.rows(task::TASK.kind).into_iter().filter(mine).collect()
}

/// The next open task of a person, with its due date.
pub fn next_due(log: &Log, me: &RecordId) -> Option<(RecordId, NaiveDate)> {
    let people = People::shared(&Form::new(log, me.clone()));
    own_tasks(log, &people, me)
        .into_iter()
        .filter_map(|task| {
            let due = Form::new(log, task.clone()).get(task::CURRENT_END)?;
            Some((task, due))
        })
        .min_by_key(|(_, due)| *due)
}

/// Whether a record names this person, in any of their records.
pub(in crate::analysis) fn is_me(people: &People, named: Option<RecordId>, me: &RecordId) -> bool {
    named.is_some_and(|named| people.person(&named) == people.person(me))
}

/// Whether an issue waits for a step of this person, also as the one who stands in for its owner.
pub(in crate::analysis) fn waits(
    log: &Log,
    people: &People,
    record: &RecordId,
    me: &RecordId,
    today: NaiveDate,
) -> bool {
    let form = Form::new(log, record.clone());
    let may = |key: &str| is_allowed(&form, key, me, today);
    let owner = || form.get(issue::OWNER);
    match status_of(&form).as_str() {
        "submitted" => may("accept"),
        "accepted" | "working" => {
            is_me(people, owner(), me) || stands_in(&form, people, owner(), me, today)
        }
        "need_info" => is_me(people, form.get(issue::RAISED_BY), me),
        "resolved" => is_me(people, form.get(issue::RAISED_BY), me) || may("close_silent"),
        "postponed" => is_to_be_looked_at(&form, today) && may("resume"),
        _ => false,
    }
}

/// Whether a task of this person waits for a look, is late, or is due within a week.
pub(in crate::analysis) fn is_pressing(
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
    let owner = form.get(task::OWNER);
    if !task::is_open(&form) {
        return false;
    }
    if !is_me(people, owner.clone(), me) {
        // What is due within a week while its owner is away is this person's who stands in.
        let due = form.get(task::CURRENT_END);
        let soon = due.filter(|due| (today..=today + chrono::Days::new(7)).contains(due));
        return soon.is_some_and(|due| stands_in(&form, people, owner, me, due));
    }
    let calendar = calendar_of(&form);
    let is_late = overdue_days(&form, today, &calendar).is_some_and(|days| days > 0);
    let is_soon = form
        .get(task::CURRENT_END)
        .is_some_and(|due| due >= today && due <= today + chrono::Days::new(7));
    is_late || is_soon
}
