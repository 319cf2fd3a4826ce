//! The project lead's answer that something stays as it is although somebody wants it otherwise: the dates of a task,
//! the goal. It names the word that it answers, so that whatever is said anew is open again.

use super::adjustment::adjustment;
use super::answers::{Answer, confirmation_record, goal_answer};
use crate::model::id::{CellId, FieldKey, RecordId};
use crate::model::log::Log;
use crate::templates::{confirmation, identity, task};

/// That it stays, as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaysAnswer {
    /// Who said so: a member id, or a name.
    pub by: Option<String>,
    /// Why, where they said so.
    pub reason: Option<String>,
}

/// The answer that the dates of a task stay, as long as its owner wants others.
pub fn dates_stay(log: &Log, task: &RecordId) -> Option<StaysAnswer> {
    adjustment(log, task)?;
    let said = (task.clone(), FieldKey::of(task::ACCEPTED.name));
    read(log, task, task::DATES_STAY_AT.name, said)
}

/// The answer that the goal stays, as long as a department objects to it.
pub fn goal_stays(log: &Log, department: &RecordId) -> Option<StaysAnswer> {
    let record = confirmation_record(department)?;
    if goal_answer(log, department) != Answer::Objected {
        return None;
    }
    let said = (record.clone(), FieldKey::of(confirmation::ANSWER.name));
    read(log, &record, confirmation::GOAL_STAYS_AT.name, said)
}

fn read(log: &Log, record: &RecordId, key: &str, said: CellId) -> Option<StaysAnswer> {
    let key = FieldKey::of(key);
    let live = log.live(record, &key);
    let write = live.first().filter(|write| !write.value.is_empty())?;
    // The same word said once more is another that was not answered.
    let said = log.live(&said.0, &said.1);
    let is_answered = said.iter().all(|one| write.names.contains(&one.change.id));
    is_answered.then(|| StaysAnswer {
        by: identity::signer(log, write.change),
        reason: write.change.note.as_deref().map(str::to_owned),
    })
}
