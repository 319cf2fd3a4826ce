//! 我的待办: what waits for one person, the questions of a file first, then their own work (ux.md §2.9).

use super::finder::Finder;
pub use super::item::Item;
use super::kept_part::kept;
pub use super::own_work::next_due;
pub use super::request;
use crate::analysis::goal::answers::Answer;
use crate::analysis::people::who::{People, holds};
use crate::analysis::standing::feedback;
use crate::analysis::time::evening::evening_of;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{charter, member, settings};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// One thing that waits, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    pub item: Item,
    /// How it stands.
    pub answer: Answer,
}

/// What waits for a person. `requests` are the keys of what files ask of them.
pub fn todos(log: &Log, me: &RecordId, requests: &[String], today: NaiveDate) -> Vec<Todo> {
    let of = (me.clone(), requests.to_vec());
    let find = || find_todos(log, me, requests, today);
    kept(log, of, today, find)
}

/// The requests that a person has not answered, of all that a file can ask: what else waits for them is not looked for.
pub(super) fn owed(log: &Log, me: &RecordId, today: NaiveDate) -> Vec<&'static str> {
    let find = || {
        let requests = request::OFFERED.map(str::to_owned);
        let Some(mut finder) = finder_of(log, me, &requests, today) else {
            return Vec::new();
        };
        finder.only_asked = true;
        finder.asked();
        let open = finder.all.iter().filter(|todo| !todo.answer.is_done());
        let open: BTreeSet<&'static str> = open.filter_map(|todo| todo.item.request()).collect();
        open.into_iter().collect()
    };
    kept(log, (me.clone(), "owed"), today, find)
}

/// Looks for what waits for a person; nothing in a project that is closed, in which nobody writes.
fn finder_of<'a>(
    log: &'a Log,
    me: &'a RecordId,
    requests: &'a [String],
    today: NaiveDate,
) -> Option<Finder<'a>> {
    let form = Form::new(log, me.clone());
    if settings::is_closed(&form) {
        return None;
    }
    Some(Finder {
        log,
        people: People::shared(&form),
        form,
        me,
        requests,
        today,
        only_asked: false,
        all: Vec::new(),
        handled: BTreeSet::new(),
    })
}

fn find_todos(log: &Log, me: &RecordId, requests: &[String], today: NaiveDate) -> Vec<Todo> {
    let Some(mut finder) = finder_of(log, me, requests, today) else {
        return Vec::new();
    };
    let own = finder.asked();
    if holds(&finder.form, me, member::LEAD, None) {
        finder.of_lead();
    }
    finder.answers(&own);
    finder.work();
    finder.all
}

/// How many things wait for a person.
pub fn open_count(todos: &[Todo]) -> usize {
    todos.iter().filter(|todo| !todo.answer.is_done()).count()
}

/// Until when feedback is asked for: the evening of the last day that its form names; nothing where that is over.
pub fn feedback_by(log: &Log, now: Moment) -> Option<Moment> {
    let evening = evening_of(feedback::due(log)?, now);
    (evening > now).then_some(evening)
}

/// Until when an answer is asked for unless somebody says otherwise: two working days from now, at 18:00.
pub fn answer_by(log: &Log, now: Moment) -> Moment {
    let day = calendar_of(&Form::new(log, charter::record()))
        .add_working_days(now.date_naive(), 2)
        .unwrap_or(now.date_naive());
    evening_of(day, now)
}
