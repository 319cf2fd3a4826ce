//! Which draft of the goal it is: a new one begins each time the departments are asked to confirm it anew. Counted from
//! the log, never stored.

use super::answers::confirmation_record;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Live, Log};
use crate::model::template::STATUS;
use crate::model::value::Value;
use crate::templates::{charter, confirmation};

/// The number of the draft that stands, from 1.
pub fn draft_now(log: &Log) -> usize {
    draft_at(log, u64::MAX)
}

/// The draft that a department answered to; nothing where it has not answered.
pub fn draft_answered(log: &Log, department: &RecordId) -> Option<usize> {
    let record = confirmation_record(department)?;
    let live = log.live(&record, &FieldKey::of(confirmation::ANSWER.name));
    Some(draft_at(log, live.first()?.change.lamport))
}

fn draft_at(log: &Log, lamport: u64) -> usize {
    let history = log.history(&charter::record(), &FieldKey::of(STATUS));
    let asked = history.iter().filter(|write| {
        write.value.as_text() == Some(charter::CONFIRMING.key)
            && write.change.lamport <= lamport
            && !is_undone(&history, write)
    });
    asked.count().max(1)
}

/// Whether a step was taken back by an undo, as if it had not been: what stood before it was written again, by a write
/// that names the step and all that the step had named. Going back by a step names the step alone.
fn is_undone(history: &[Live<'_>], step: &Live<'_>) -> bool {
    let is_before = |write: &&Live<'_>| step.names.contains(&write.change.id);
    let before: Vec<&Live<'_>> = history.iter().filter(is_before).collect();
    let stood = before.last().map_or(&Value::Null, |write| write.value);
    history.iter().any(|write| {
        let names = |other: &&Live<'_>| write.names.contains(&other.change.id);
        write.change.lamport > step.change.lamport
            && write.value == stood
            && names(&step)
            && before.iter().all(names)
    })
}
