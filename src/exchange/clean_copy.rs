//! Clean copy 干净副本: another project with the visible records as they stand, and no history. Old files never merge
//! into it. Also how a file is opened as another project.

use crate::analysis::begin::prefilled::mark_that_holds;
use crate::model::change::Content;
use crate::model::log::{ConflictPlace, Live};
use crate::model::sort::gather;
use crate::model::template::{Form, PREFILLED};
use crate::model::{Cell, Change, ChangeId, FieldKey, Log, ProjectId, RecordId, Replica, Value};
use crate::templates::{identity, settings};
use std::collections::{BTreeMap, BTreeSet};

/// The record and the field that hold the id of the project a clean copy was made of.
pub const ORIGIN: (&str, &str) = (settings::KIND, "origin");

/// What a clean copy needs from outside.
#[derive(Debug, Clone)]
pub struct Seed {
    /// 20 random bytes: of the project id and of the one replica.
    pub random: [u8; 20],
    /// The clock, milliseconds since 1970.
    pub time: i64,
    /// Who makes it.
    pub author: Option<String>,
}

/// Another project with the same visible records.
#[derive(Debug)]
pub struct CleanCopy {
    pub id: ProjectId,
    /// One change per record, all of one act of one replica.
    pub changes: Vec<Change>,
    /// Differences that were open: the value that counted for now was taken.
    pub undecided: Vec<ConflictPlace>,
}

/// Makes a clean copy of the project `origin`.
pub fn clean_copy(log: &Log, origin: ProjectId, seed: &Seed) -> CleanCopy {
    let half = |from: usize| -> [u8; 10] { std::array::from_fn(|at| seed.random[from + at]) };
    let replica = Replica::from_bytes(half(10));
    let mut current = log.current();
    current.retain(|record, _| record.kind() != identity::KIND);
    for (record, fields) in &mut current {
        let mark = FieldKey::of(PREFILLED);
        if fields.contains_key(&mark) {
            fields.remove(&mark);
            let holds = mark_that_holds(&Form::new(log, record.clone()));
            fields.extend((!holds.is_empty()).then_some((mark, holds)));
        }
    }
    let settings = current.entry(RecordId::of(ORIGIN.0)).or_default();
    settings.insert(FieldKey::of(ORIGIN.1), Value::text(origin.as_str()));
    let ids: BTreeMap<RecordId, ChangeId> = gather(
        (1..)
            .zip(current.keys())
            .map(|(seq, record)| (record.clone(), ChangeId { replica, seq })),
    );
    let mut changes = Vec::with_capacity(current.len());
    for (record, fields) in current {
        let cell = |(key, value): (FieldKey, Value)| {
            let names = agreed(log, &record, &key)
                .iter()
                .filter_map(|seen| ids.get(seen).copied())
                .collect();
            Cell { key, value, names }
        };
        changes.push(Change::new(Content {
            id: ids[&record],
            lamport: 1,
            time: seed.time,
            author: seed.author.as_deref().map(Into::into),
            on_behalf_of: None,
            note: None,
            cells: fields.into_iter().map(cell).collect(),
            record,
            unknown: BTreeMap::new(),
        }));
    }
    CleanCopy {
        id: ProjectId::from_bytes(half(0)),
        changes,
        undecided: log.conflicts(),
    }
}

/// The other records that the value of a cell agreed to and that still stand as it saw them: a locking state or a
/// confirmation goes on covering them, and one that was contradicted stays so.
fn agreed(log: &Log, record: &RecordId, key: &FieldKey) -> BTreeSet<RecordId> {
    let live = log.live(record, key);
    let Some(first) = live.first() else {
        return BTreeSet::new();
    };
    let names: BTreeSet<ChangeId> = gather(
        live.iter()
            .filter(|write| write.value == first.value)
            .flat_map(|write| write.names.iter().copied()),
    );
    let mut seen: BTreeMap<&RecordId, bool> = BTreeMap::new();
    for change in names
        .iter()
        .flat_map(|id| log.of_id(*id))
        .map(|slot| log.change(slot))
        .filter(|change| change.record != *record)
    {
        let stands = |write: &Live<'_>| names.contains(&write.change.id);
        let is_unchanged = change
            .cells
            .iter()
            .all(|cell| log.live(&change.record, &cell.key).iter().all(stands));
        *seen.entry(&change.record).or_insert(true) &= is_unchanged;
    }
    gather(
        seen.into_iter()
            .filter(|(_, stands)| *stands)
            .map(|(record, _)| record.clone()),
    )
}
