//! Writing: what a person saw when the visit to a field began, and the changes that an act makes of it.

use super::{Log, Slot};
use crate::model::change::{Cell, Change, Content};
use crate::model::id::{CellId, ChangeId, FieldKey, RecordId, Replica};
use crate::model::value::Value;
use std::collections::BTreeMap;

/// What was live and shown in a cell when the visit began. What arrives meanwhile is not in it, so it becomes a
/// conflict and not a silent loss.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    names: Vec<ChangeId>,
    shown: Vec<Value>,
    settles: bool,
}

impl Seen {
    /// One's own write since the visit began.
    pub fn wrote(&mut self, id: ChangeId, value: Value) {
        self.names.push(id);
        self.shown = vec![value];
        self.settles = false;
    }

    /// The write is made even where it says what stands already: a step that stays in its state is counted.
    pub fn always(&mut self) {
        self.settles = true;
    }

    /// Whether the write is made even where it says what stands already.
    pub const fn is_always(&self) -> bool {
        self.settles
    }

    /// What was shown: nothing, one value, or all that differ.
    pub fn shown(&self) -> &[Value] {
        &self.shown
    }

    /// Whether writing this value would change or settle anything.
    pub fn makes_a_change(&self, value: &Value) -> bool {
        match self.shown.as_slice() {
            [] => !value.is_empty() || self.settles,
            [only] => only != value || self.settles,
            _ => true,
        }
    }
}

/// One write of an act.
#[derive(Debug, Clone)]
pub struct Write {
    pub record: RecordId,
    pub key: FieldKey,
    /// The new value.
    pub value: Value,
    /// What the writer had before their eyes.
    pub seen: Seen,
}

/// Who acts, when, and under which number.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The replica of this page.
    pub replica: Replica,
    /// The next free number of that replica.
    pub seq: u64,
    /// [`Log::next_lamport`].
    pub lamport: u64,
    /// The clock, milliseconds since 1970.
    pub time: i64,
    /// Who says they act.
    pub author: Option<Box<str>>,
    /// For whom it is recorded.
    pub on_behalf_of: Option<Box<str>>,
    /// The reason or basis.
    pub note: Option<Box<str>>,
}

impl Stamp {
    pub(super) fn id(&self, number: u64) -> ChangeId {
        ChangeId {
            replica: self.replica,
            seq: self.seq + number,
        }
    }

    pub(super) fn make(&self, number: u64, record: RecordId, cells: Vec<Cell>) -> Change {
        Change::new(Content {
            id: self.id(number),
            lamport: self.lamport,
            time: self.time,
            author: self.author.clone(),
            on_behalf_of: self.on_behalf_of.clone(),
            note: self.note.clone(),
            record,
            cells,
            unknown: BTreeMap::new(),
        })
    }
}

impl Log {
    /// What an ordinary control shows: the first value, and the changes that wrote it.
    pub fn seen(&self, record: &RecordId, key: &FieldKey) -> Seen {
        let live = self.live(record, key);
        let Some(first) = live.first().map(|write| write.value.clone()) else {
            return Seen::default();
        };
        let names = live
            .iter()
            .filter(|write| *write.value == first)
            .map(|write| write.change.id)
            .collect();
        Seen {
            names,
            shown: vec![first],
            settles: false,
        }
    }

    /// What a person sees who decides or agrees: every live value, and for a deletion or a locking state every live
    /// value it covers.
    pub fn seen_whole(&self, record: &RecordId, key: &FieldKey, value: &Value) -> Seen {
        let live = self.live(record, key);
        let mut names: Vec<ChangeId> = live.iter().map(|write| write.change.id).collect();
        let covered = self.covered(record, key, value);
        names.extend(
            covered
                .iter()
                .flat_map(|(record, key)| self.live_under_any_key(record, key))
                .map(|op| self.change(op.slot).id),
        );
        let settles = !covered.is_empty() && !self.contradictions(record, key).is_empty();
        Seen {
            names,
            shown: self.distinct(record, key),
            settles,
        }
    }

    /// What a person sees who confirms: as [`Log::seen_whole`], and the given cells too.
    pub fn seen_with(
        &self,
        record: &RecordId,
        key: &FieldKey,
        value: &Value,
        covered: &[CellId],
    ) -> Seen {
        let seen = self.seen_whole(record, key, value);
        self.and_covered(seen, record, key, covered)
    }

    /// What an ordinary control shows in which an answer is chosen, and the given cells too.
    pub fn seen_beside(&self, record: &RecordId, key: &FieldKey, covered: &[CellId]) -> Seen {
        self.and_covered(self.seen(record, key), record, key, covered)
    }

    fn and_covered(
        &self,
        mut seen: Seen,
        record: &RecordId,
        key: &FieldKey,
        covered: &[CellId],
    ) -> Seen {
        seen.names.extend(
            covered
                .iter()
                .flat_map(|(record, key)| self.live_under_any_key(record, key))
                .map(|op| self.change(op.slot).id),
        );
        seen.settles |= !self.changed_since(record, key, covered).is_empty();
        seen
    }

    /// The changes of one act, one per record. A write that changes nothing and settles nothing is left out.
    pub fn draft(&self, writes: Vec<Write>, stamp: &Stamp) -> Vec<Change> {
        let mut by_record: BTreeMap<RecordId, BTreeMap<FieldKey, Cell>> = BTreeMap::new();
        for write in writes {
            if write.seen.makes_a_change(&write.value) {
                let key = self.key_to_write(&write.record, &write.key);
                let cell = Cell {
                    key: key.clone(),
                    value: write.value,
                    names: write.seen.names.into(),
                };
                by_record.entry(write.record).or_default().insert(key, cell);
            }
        }
        (0u64..)
            .zip(by_record)
            .map(|(number, (record, cells))| {
                stamp.make(number, record, cells.into_values().collect())
            })
            .collect()
    }

    /// Whether more is stored under that replica than the `own` changes this page wrote: somebody else writes under it.
    pub fn has_stranger(&self, replica: Replica, own: u64) -> bool {
        self.stored()
            .filter(|change| change.id.replica == replica)
            .count() as u64
            > own
    }

    /// The stored places of changes just drafted.
    pub fn slots_of(&self, changes: &[Change]) -> Vec<Slot> {
        changes
            .iter()
            .filter_map(|change| self.find(change.line()))
            .collect()
    }
}
