//! The outside edit: where a hand or a script edited `current`, its difference to the state of the file's own changes
//! becomes changes, the same ones everywhere and for ever.
//!
//! Frozen once shipped: `tests/fixtures/v1/edited.json` and its golden result hold these bytes.

use crate::model::canonical::{push_text, push_value};
use crate::model::change::Content;
use crate::model::id::MAX_INTEGER;
use crate::model::log::{Current, OWN};
use crate::model::template::Schema;
use crate::model::{Cell, Change, ChangeId, FieldKey, Log, RecordId, Replica};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The outside edit of a file whose own changes are `changes`, sorted, each once. What is absent from `current` is no
/// deletion: only a value that stands there and differs counts.
pub(super) fn edit(changes: &[&Change], current: &Current) -> Vec<Change> {
    let mut base = Log::new(&Schema::EMPTY, 0);
    base.load(OWN, changes.iter().map(|change| (*change).clone()));
    let state = base.current();
    let mut differing: Vec<(&RecordId, Vec<&FieldKey>)> = Vec::new();
    for (record, fields) in current {
        let stands = state.get(record);
        let differs = |(key, value): &(&FieldKey, &crate::model::Value)| match stands
            .and_then(|fields| fields.get(*key))
        {
            Some(own) => own != *value,
            None => !value.is_empty(),
        };
        let keys: Vec<&FieldKey> = fields.iter().filter(differs).map(|(key, _)| key).collect();
        if !keys.is_empty() {
            differing.push((record, keys));
        }
    }
    if differing.is_empty() {
        return Vec::new();
    }
    let replica = replica_of(changes, current, &differing);
    let lamport = changes
        .iter()
        .map(|change| change.lamport)
        .max()
        .unwrap_or_default()
        .saturating_add(1)
        .min(MAX_INTEGER);
    let make = |(seq, (record, keys)): (u64, (&RecordId, Vec<&FieldKey>))| {
        let cell = |key: &FieldKey| Cell {
            key: key.clone(),
            value: current[record][key].clone(),
            names: base
                .live(record, key)
                .iter()
                .map(|write| write.change.id)
                .collect(),
        };
        Change::new(Content {
            id: ChangeId { replica, seq },
            lamport,
            time: 0,
            author: None,
            on_behalf_of: None,
            note: None,
            record: record.clone(),
            cells: keys.into_iter().map(cell).collect(),
            unknown: BTreeMap::new(),
        })
    };
    (1..).zip(differing).map(make).collect()
}

/// The first 10 Crockford characters of SHA-256 over the change lines each ended by LF, one more LF, and
/// `[[record,field,value],…]` as canonical JSON, sorted by record, then field.
fn replica_of(
    changes: &[&Change],
    current: &Current,
    differing: &[(&RecordId, Vec<&FieldKey>)],
) -> Replica {
    let mut hash = Sha256::new();
    for change in changes {
        hash.update(change.line().as_bytes());
        hash.update(b"\n");
    }
    hash.update(b"\n");
    let mut text = String::from("[");
    for (record, keys) in differing {
        for key in keys {
            text.push_str(if text.len() > 1 { ",[" } else { "[" });
            push_text(&mut text, record.as_str());
            text.push(',');
            push_text(&mut text, key.as_str());
            text.push(',');
            push_value(&mut text, &current[*record][*key]);
            text.push(']');
        }
    }
    text.push(']');
    hash.update(text.as_bytes());
    let digest = hash.finalize();
    let bits = digest
        .iter()
        .take(7)
        .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let character = |number: u32| (bits >> (51 - 5 * number) & 31) as u8;
    Replica::from_bytes(std::array::from_fn(|at| {
        character(u32::try_from(at).unwrap_or_default())
    }))
}
