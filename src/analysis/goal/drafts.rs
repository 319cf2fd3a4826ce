//! Which draft of the goal it is: a new one begins each time the departments are asked to confirm it anew. Counted from
//! the log, never stored.

use super::answers::confirmation_record;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::STATUS;
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
        write.value.as_text() == Some(charter::CONFIRMING.key) && write.change.lamport <= lamport
    });
    asked.count().max(1)
}
