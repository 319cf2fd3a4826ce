//! A project with many times as much work in it: what people wrote of tasks, issues, requests and everything else that
//! is worked on, again and again, each time as if others had written it. Its people and what it has once stay.

use hepai::model::change::Content;
use hepai::model::{Change, ChangeId, FieldKey, RecordId, Replica, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What a project has once, however much work is in it, beside the forms it has once.
const ONCE: [&str; 8] = [
    "member",
    "department",
    "stage",
    "meeting",
    "minutes",
    "review",
    "calendar_day",
    "assignment",
];

/// The work of a project as many times.
pub fn copies(changes: &[Change], times: usize) -> Vec<Change> {
    let worked_on: BTreeSet<&RecordId> = changes
        .iter()
        .map(|change| &change.record)
        .filter(|record| record.rest().is_some() && !ONCE.contains(&record.kind()))
        .collect();
    let mut all = changes.to_vec();
    for number in 1..times {
        let renamed: BTreeMap<&str, RecordId> = worked_on
            .iter()
            .map(|record| {
                let other = RecordId::made_of(record.kind(), &format!("{record}\n{number}"));
                (record.as_str(), other)
            })
            .collect();
        let of_it = changes
            .iter()
            .filter(|change| worked_on.contains(&change.record));
        all.extend(of_it.map(|change| again(change, &renamed, number)));
    }
    all
}

/// A change as those of another copy wrote it.
fn again(change: &Change, renamed: &BTreeMap<&str, RecordId>, number: usize) -> Change {
    let id = |id: ChangeId| ChangeId {
        replica: other_replica(id.replica, number),
        ..id
    };
    let mut cells = change.cells.clone();
    for cell in &mut cells {
        if let Some(other) = cell.value.as_text().and_then(|text| renamed.get(text)) {
            cell.value = Value::text(other.to_string());
        }
        let element = cell.key.rest().and_then(|rest| renamed.get(rest));
        if let Some(other) = element {
            cell.key = FieldKey::of(&format!("{}/{other}", cell.key.stem()));
        }
        cell.names = cell.names.iter().map(|name| id(*name)).collect();
    }
    Change::new(Content {
        id: id(change.id),
        lamport: change.lamport,
        time: change.time,
        author: change.author.clone(),
        on_behalf_of: change.on_behalf_of.clone(),
        note: change.note.clone(),
        record: renamed[change.record.as_str()].clone(),
        cells,
        unknown: change.unknown.clone(),
    })
}

/// Another replica for each copy.
fn other_replica(replica: Replica, number: usize) -> Replica {
    const DIGITS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut bytes = [0; 10];
    for (byte, letter) in bytes.iter_mut().zip(replica.as_str().bytes()) {
        let digit = DIGITS.iter().position(|one| *one == letter);
        *byte = u8::try_from(digit.unwrap_or_default()).expect("five bits");
    }
    for (at, byte) in bytes.iter_mut().take(3).enumerate() {
        *byte ^= u8::try_from((number >> (5 * at)) & 31).expect("five bits");
    }
    Replica::from_bytes(bytes)
}
