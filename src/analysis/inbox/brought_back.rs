//! Whose a value is that an undo wrote again: it is whoever wrote it first, when and why they did. Knows no words.

use crate::model::id::{ChangeId, FieldKey, RecordId};
use crate::model::log::{Live, Log};
use std::collections::BTreeSet;

/// The write that a live one brings back, through any number of undos; itself where it brings back none.
///
/// Whoever writes names what they see, and that is live. Only an undo names a write together with a later one that had
/// taken its place.
pub(super) fn origin<'a>(
    log: &'a Log,
    record: &RecordId,
    key: &FieldKey,
    write: &Live<'a>,
) -> Live<'a> {
    let mut found = *write;
    if found.names.len() < 2 {
        return found;
    }
    let history = log.history(record, key);
    // A forged file may lead round in a circle.
    for _ in 0..history.len() {
        let named: Vec<&Live<'a>> = history
            .iter()
            .filter(|one| found.names.contains(&one.change.id) && one.change != found.change)
            .collect();
        let is_replaced = |one: &Live<'a>| {
            let mut later = named.iter().filter(|other| other.change != one.change);
            later.any(|other| other.names.contains(&one.change.id))
        };
        let before = named
            .iter()
            .find(|one| one.value == found.value && is_replaced(one));
        match before {
            Some(before) => found = **before,
            None => break,
        }
    }
    found
}

/// The writes of a cell that one of them goes back to, by what it names and what those name.
pub(super) fn behind(history: &[Live<'_>], write: &Live<'_>) -> BTreeSet<ChangeId> {
    let mut wanted: BTreeSet<ChangeId> = write.names.iter().copied().collect();
    let mut found = BTreeSet::new();
    // What is named comes before what names it.
    for other in history.iter().rev() {
        if wanted.contains(&other.change.id) && other.change != write.change {
            found.insert(other.change.id);
            wanted.extend(other.names);
        }
    }
    found
}
