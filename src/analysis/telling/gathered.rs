//! Changes gathered to doings: what one person did to one thing, however many changes and fields that took. What was
//! undone again, so that it stands as before, is no doing.

use super::clauses::{RawDoing, clauses};
use super::doing::{Doing, Signer};
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::sort::sort_by;
use crate::model::{Change, ChangeId};
use crate::templates::{identity, proposal};
use std::collections::{BTreeMap, HashSet};

/// The doings that these changes are, signed as the log says. They are in the log.
pub fn doings(log: &Log, changes: &[&Change]) -> Vec<Doing> {
    let signed = changes.iter().map(|change| (signer(log, change), *change));
    signed_doings(log, signed.collect())
}

/// Who signs a change, as the log says.
pub(super) fn signer(log: &Log, change: &Change) -> Signer {
    let by = identity::signer(log, change);
    by.map_or(Signer::Unknown(change.id.replica), Signer::Author)
}

/// The doings that these changes are, each change with who made it, in the order of what each person did first.
pub fn signed_doings(log: &Log, changes: Vec<(Signer, &Change)>) -> Vec<Doing> {
    let among: HashSet<ChangeId> = changes.iter().map(|(_, change)| change.id).collect();
    let is_new = |record: &RecordId| {
        let first = |key| log.history(record, key).first().map(|write| write.change);
        let writes = log.keys(record).filter_map(first);
        let first = writes.min_by(|a, b| a.order(b));
        first.is_some_and(|change| among.contains(&change.id))
    };
    gathered(log, changes, &is_new)
}

/// The same, told which records are made by one of the changes.
pub(super) fn gathered(
    log: &Log,
    changes: Vec<(Signer, &Change)>,
    is_new: &dyn Fn(&RecordId) -> bool,
) -> Vec<Doing> {
    let mut changes = changes;
    changes.retain(|(_, change)| change.record.kind() != identity::KIND);
    sort_by(&mut changes, |(_, a), (_, b)| a.order(b));
    // Whoever writes into what another made did not make it.
    let mut made: BTreeMap<RecordId, ChangeId> = BTreeMap::new();
    for (_, change) in &changes {
        made.entry(change.record.clone()).or_insert(change.id);
    }
    let mut raw: Vec<RawDoing<'_>> = Vec::new();
    let mut places: BTreeMap<(Signer, Option<&str>, RecordId), usize> = BTreeMap::new();
    for (by, change) in changes {
        let thing = thing_of(log, change);
        let on_behalf_of = change.on_behalf_of.as_deref();
        let key = (by.clone(), on_behalf_of, thing.clone());
        let place = *places.entry(key).or_insert(raw.len());
        if place == raw.len() {
            raw.push(RawDoing {
                by,
                on_behalf_of,
                thing,
                changes: Vec::new(),
            });
        }
        raw[place].changes.push(change);
    }
    let told = raw.iter().filter_map(|one| {
        let has_made = |record: &RecordId| {
            let is_first = |change: &&Change| made.get(record) == Some(&change.id);
            is_new(record) && one.changes.iter().any(is_first)
        };
        doing(log, one, &has_made)
    });
    told.collect()
}

fn doing(log: &Log, raw: &RawDoing<'_>, is_new: &dyn Fn(&RecordId) -> bool) -> Option<Doing> {
    let clauses = clauses(log, raw, is_new);
    let basis = raw.changes.iter().rev().find_map(|one| one.note.as_deref());
    (!clauses.is_empty()).then(|| Doing {
        by: raw.by.clone(),
        on_behalf_of: raw.on_behalf_of.map(str::to_owned),
        basis: raw.on_behalf_of.and(basis).map(str::to_owned),
        thing: raw.thing.clone(),
        clauses,
        time_ms: raw.changes.last().map_or(0, |change| change.time),
    })
}

/// The record that a change is about: of a suggestion, the one whose field it would write.
fn thing_of(log: &Log, change: &Change) -> RecordId {
    let record = &change.record;
    if record.kind() != proposal::PROPOSAL.kind {
        return record.clone();
    }
    let target = FieldKey::of(proposal::TARGET.name);
    let written = change.cell(&target).map(|cell| cell.value.clone());
    let value = written.unwrap_or_else(|| log.value(record, &target));
    let about = value.as_text().and_then(|text| text.parse().ok());
    about.unwrap_or_else(|| record.clone())
}
