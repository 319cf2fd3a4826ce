//! Own work: what waits for one person's hand, as the templates say whose turn it is.

use super::by_whom::by_whom;
use crate::analysis::computed::reference;
use crate::analysis::people::absence::stands_in;
use crate::analysis::people::allowed_steps::{is_allowed, is_awaited};
use crate::analysis::people::who::People;
use crate::analysis::time::lateness::overdue_days;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Due, Form, Key, Turn, Work};
use crate::templates::{coming_up, status_of, task};
use chrono::NaiveDate;

/// The open tasks of a person.
pub(in crate::analysis) fn own_tasks(log: &Log, me: &RecordId) -> Vec<RecordId> {
    let of_owner = |form: &Form<'_>| {
        let owner = form.get(task::OWNER).filter(|_| task::is_open(form))?;
        let owner = People::shared(form).person(&owner);
        Some((vec![owner], form.record().clone()))
    };
    by_whom(log, task::KIND, "own tasks", (), of_owner).of_person(log, me)
}

/// What a person has in hand that is due first, with its day or moment.
pub fn next_due(log: &Log, me: &RecordId) -> Option<(RecordId, Due)> {
    let people = People::shared(&Form::new(log, me.clone()));
    let due = |work: &Work, record: RecordId| {
        let form = Form::new(log, record.clone());
        let is_mine = (work.in_hand)(&form) && names(&people, form.owner(), me);
        let due = form.due().filter(|_| is_mine)?;
        Some((record, due))
    };
    let due = &due;
    let all = coming_up().flat_map(|(template, work)| {
        let records = log.rows(template.kind).into_iter();
        records.filter_map(move |record| due(work, record))
    });
    all.min_by_key(|(_, due)| due.day())
}

/// Whether it is this person's turn, also as the one who stands in for the owner.
pub(in crate::analysis) fn waits(
    work: &Work,
    people: &People,
    form: &Form<'_>,
    me: &RecordId,
    today: NaiveDate,
) -> bool {
    let is_mine = |turn: &Turn| match turn {
        Turn::Owner => {
            names(people, form.owner(), me) || stands_in(form, people, form.owner(), me, today)
        }
        Turn::OwnerInTime => is_pressing(people, form, me, today),
        Turn::Person(field) => names(people, form.get(Key::new(field)), me),
        Turn::Step(step) => is_allowed(form, step, me, today),
        Turn::Awaited(step) => is_awaited(form, step, me, today),
        Turn::PersonInTime(field, days) => {
            let named = reference(form, field);
            let due = form.due().map(Due::day);
            let is_near = due.is_some_and(|due| calendar_of(form).moved_days(today, due) <= *days);
            is_near
                && (names(people, named.clone(), me) || stands_in(form, people, named, me, today))
        }
        Turn::StepFrom(step, from) => {
            form.get(*from).is_some_and(|day| day <= today) && is_allowed(form, step, me, today)
        }
    };
    work.turns_in(&status_of(form)).iter().any(is_mine)
}

/// Whether work of this person is late or due within a week.
fn is_pressing(people: &People, form: &Form<'_>, me: &RecordId, today: NaiveDate) -> bool {
    let due = form.due().map(Due::day);
    let soon = due.filter(|due| (today..=today + chrono::Days::new(7)).contains(due));
    if !names(people, form.owner(), me) {
        // What is due within a week while its owner is away is this person's who stands in.
        return soon.is_some_and(|due| stands_in(form, people, form.owner(), me, due));
    }
    soon.is_some() || overdue_days(form, today, &calendar_of(form)).is_some_and(|days| days > 0)
}

/// Whether a field names this person.
fn names(people: &People, named: Option<RecordId>, me: &RecordId) -> bool {
    named.is_some_and(|named| people.are_one(&named, me))
}
