//! How a question stands: an answer counts for what was seen when it was given, so that whatever changes later shows.
//! Knows no file that asks and no screen that answers.

use super::cells::{GoalCells, asked_cells, decision_cells, duties_cells, left_over_cells};
use crate::analysis::people::who::People;
use crate::model::CellId;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Live, Log};
use crate::model::template::Form;
use crate::templates::{
    charter, comment, confirmation, department, member, open_item, recipient, resource_request,
};

/// How a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Not answered.
    Open,
    Agreed,
    /// Objected to, or to be changed.
    Objected,
    /// Answered, but what was agreed to has changed since in that many places.
    Outdated(usize),
    /// Objected to, but what was objected to has changed since in that many places.
    ObjectedBefore(usize),
}

impl Answer {
    /// Agreed to, with so many places changed since.
    pub(super) const fn agreed(changes: usize) -> Self {
        match changes {
            0 => Self::Agreed,
            places => Self::Outdated(places),
        }
    }

    /// Objected to, with so many places changed since.
    pub(super) const fn objected(changes: usize) -> Self {
        match changes {
            0 => Self::Objected,
            places => Self::ObjectedBefore(places),
        }
    }

    /// In how many places what was answered to has changed since, where it has: it is asked again.
    pub const fn changed_since(self) -> Option<usize> {
        match self {
            Self::Outdated(places) | Self::ObjectedBefore(places) => Some(places),
            Self::Open | Self::Agreed | Self::Objected => None,
        }
    }

    /// Whether nothing more is asked for.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Agreed | Self::Objected)
    }
}

/// How the providing department answered to a resource request.
pub fn provider_answer(log: &Log, request: &RecordId) -> Answer {
    let key = FieldKey::of(resource_request::PROVIDER_ANSWER.name);
    if !Form::new(log, request.clone()).has(key.as_str()) {
        return Answer::Open;
    }
    Answer::agreed(
        log.changed_since(request, &key, &asked_cells(request))
            .len(),
    )
}
/// How the successor of something left over answered.
pub fn takeover_answer(log: &Log, item: &RecordId) -> Answer {
    let key = FieldKey::of(open_item::ANSWER.name);
    let changes = || log.changed_since(item, &key, &left_over_cells(item)).len();
    match Form::new(log, item.clone()).get(open_item::ANSWER) {
        Some(answer) if answer == open_item::DECLINED.key => Answer::objected(changes()),
        Some(_) => Answer::agreed(changes()),
        None => Answer::Open,
    }
}

/// What of a decision is not as it was when somebody replied to it, and who wrote it.
pub fn decision_changes<'a>(log: &'a Log, recipient: &RecordId) -> Vec<(CellId, Live<'a>)> {
    let key = FieldKey::of(recipient::REPLY.name);
    let Some(decision) = recipient::decision_of(recipient) else {
        return Vec::new();
    };
    log.changed_since(recipient, &key, &decision_cells(log, &decision))
}

/// How somebody replied to a decision. Two replies that differ are none: that person says which it is.
pub fn decision_answer(log: &Log, recipient: &RecordId) -> Answer {
    let key = FieldKey::of(recipient::REPLY.name);
    let one = log.distinct(recipient, &key);
    let [reply] = one.as_slice() else {
        return Answer::Open;
    };
    let reply = reply.as_text().and_then(recipient::reply_of);
    let changes = || decision_changes(log, recipient).len();
    match reply.filter(|_| log.is_visible(recipient)) {
        None => Answer::Open,
        Some(recipient::OBJECT) => Answer::objected(changes()),
        Some(_) => Answer::agreed(changes()),
    }
}

/// A department's confirmation of the goal.
pub fn confirmation_record(department: &RecordId) -> Option<RecordId> {
    format!("{}/{}", confirmation::CONFIRMATION.kind, department.rest()?)
        .parse()
        .ok()
}

/// How a department answered to the goal.
pub fn goal_answer(log: &Log, department: &RecordId) -> Answer {
    let Some(record) = confirmation_record(department).filter(|record| log.is_visible(record))
    else {
        return Answer::Open;
    };
    let changes = || goal_changes(log, department).len();
    match Form::new(log, record).get(confirmation::ANSWER) {
        Some(answer) if answer == confirmation::CONFIRMED.key => Answer::agreed(changes()),
        Some(answer) if answer == confirmation::OBJECTION.key => Answer::objected(changes()),
        _ => Answer::Open,
    }
}

/// What of the goal is not as it was when a department answered, and who wrote it.
pub fn goal_changes<'a>(log: &'a Log, department: &RecordId) -> Vec<(CellId, Live<'a>)> {
    let Some(record) = confirmation_record(department) else {
        return Vec::new();
    };
    let key = FieldKey::of(confirmation::ANSWER.name);
    log.changed_since(&record, &key, &log.derived::<GoalCells>().0)
}

/// The departments that take part, and how each answered to the goal.
pub fn goal_answers(log: &Log) -> Vec<(RecordId, Answer)> {
    let departments = department::taking_part(&Form::new(log, charter::record()));
    let answer = |department: Form<'_>| {
        let department = department.record().clone();
        let answer = goal_answer(log, &department);
        (department, answer)
    };
    departments.into_iter().map(answer).collect()
}

/// How many departments object to what a form says: to the goal, where the form is the charter.
pub fn objections(log: &Log, record: &RecordId) -> usize {
    if *record != charter::record() {
        return 0;
    }
    let answers = goal_answers(log);
    let objects = |(_, answer): &&(RecordId, Answer)| *answer == Answer::Objected;
    answers.iter().filter(objects).count()
}

/// How a person answered to the duties of a department.
pub fn duties_answer(log: &Log, department: &RecordId, me: &RecordId) -> Answer {
    let form = Form::new(log, department.clone());
    let key = FieldKey::of(department::BOUNDARY_CONFIRMED_AT.name);
    if form.has(key.as_str()) {
        let changes = log.changed_since(department, &key, &duties_cells(department));
        return Answer::agreed(changes.len());
    }
    let people = People::shared(&form);
    let is_mine = |remark: &RecordId| {
        let by = form.other(remark.clone()).get(comment::BY);
        by.is_some_and(|by| people.are_one(&by, me))
    };
    let remarks = log
        .rows_under(department, comment::COMMENT.kind)
        .into_iter();
    let text = FieldKey::of(comment::TEXT.name);
    let said = remarks.filter(is_mine).filter_map(|remark| {
        let lamport = log.live(&remark, &text).first()?.change.lamport;
        Some((lamport, remark))
    });
    match said.max() {
        Some((_, newest)) => Answer::objected(duties_changes(log, department, &newest)),
        None => Answer::Open,
    }
}

/// In how many places the duties of a department are not as they were when somebody objected to them. What knows
/// nothing of them, for none were written or it was said in passing, was said of what had been written by then.
fn duties_changes(log: &Log, department: &RecordId, remark: &RecordId) -> usize {
    let text = FieldKey::of(comment::TEXT.name);
    let cells = duties_cells(department);
    let said = log.live(remark, &text);
    let Some(said) = said.first() else { return 0 };
    let knows = |(record, key): &CellId| {
        let history = log.history(record, key);
        history
            .iter()
            .any(|write| said.names.contains(&write.change.id))
    };
    if cells.iter().any(knows) {
        return log.changed_since(remark, &text, &cells).len();
    }
    let is_later = |(record, key): &&CellId| {
        let live = log.live(record, key);
        live.iter()
            .any(|write| write.change.lamport > said.change.lamport)
    };
    cells.iter().filter(is_later).count()
}

/// How each person of those answered to the duties of their department.
pub fn duties_answers(log: &Log, people: &[RecordId]) -> Vec<Answer> {
    let answer = |person: &RecordId| {
        let department = Form::new(log, person.clone()).get(member::DEPARTMENT)?;
        Some(duties_answer(log, &department, person))
    };
    people.iter().filter_map(answer).collect()
}
