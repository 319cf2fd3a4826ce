//! Conflicts: cells with differing live values, deletions and locking states that did not know
//! of a live value they cover.

use crate::model::sort;
use super::cells::{Live, Op, distinct};
use super::{Log, Slot};
use crate::model::id::{ChangeId, FieldKey, RecordId};
use crate::model::template::{DELETED, ORDER, PARENT, STATUS};
use crate::model::value::Value;
use smallvec::SmallVec;
use std::collections::{BTreeMap, BTreeSet};

/// Where a conflict is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConflictPlace {
    /// The record.
    pub record: RecordId,
    /// The field; `deleted` and `status` also stand for a contradicted deletion or locking state.
    pub key: FieldKey,
}

/// What was found so far, and which records must be looked at again.
#[derive(Default)]
pub(super) struct Found {
    open: BTreeMap<u32, Vec<FieldKey>>,
    again: BTreeSet<u32>,
}

impl Found {
    pub(super) fn forget(&mut self, record: u32) {
        self.again.insert(record);
    }
}

/// A cell whose live values a deletion, locking state or confirmation covers.
pub(super) type Target = (RecordId, FieldKey);

impl Log {
    /// All open conflicts, in the order of records and fields.
    pub fn conflicts(&self) -> Vec<ConflictPlace> {
        self.refresh();
        let found = self.found.borrow();
        let mut places: Vec<ConflictPlace> = Vec::new();
        for (index, keys) in &found.open {
            let record = &self.records[*index as usize].id;
            places.extend(keys.iter().map(|key| ConflictPlace { record: record.clone(), key: key.clone() }));
        }
        sort::sort(&mut places);
        places
    }

    /// How many conflicts are open.
    pub fn conflict_count(&self) -> usize {
        self.refresh();
        self.found.borrow().open.values().map(Vec::len).sum()
    }

    /// Looks again at the records that were touched, and at the forms their rows lie under.
    fn refresh(&self) {
        let mut again = std::mem::take(&mut self.found.borrow_mut().again);
        let parents: Vec<u32> = again.iter().flat_map(|index| self.ever_parents(*index)).collect();
        again.extend(parents);
        for index in again {
            let keys = self.conflicts_in(index);
            let mut found = self.found.borrow_mut();
            if keys.is_empty() {
                found.open.remove(&index);
            } else {
                found.open.insert(index, keys);
            }
        }
    }

    /// Every record that this one has ever named as its parent.
    fn ever_parents(&self, index: u32) -> Vec<u32> {
        let record = &self.records[index as usize];
        let Some(cell) = record.find(&FieldKey::of(PARENT)) else { return Vec::new() };
        let values = cell.all().map(|op| self.op_cell(op).value);
        values.filter_map(super::read_reference).filter_map(|parent| self.record_at.get(&parent).copied()).collect()
    }

    fn conflicts_in(&self, index: u32) -> Vec<FieldKey> {
        let cells = &self.records[index as usize];
        let record = &cells.id;
        let mut keys = Vec::new();
        for cell in &cells.cells {
            let differs = self.cell_live(cell).len() > 1 || self.schema.follows(record, &cell.key).is_some();
            if differs && !self.schema.is_latest(record, &cell.key) && self.distinct(record, &cell.key).len() > 1 {
                keys.push(cell.key.clone());
            }
        }
        for key in [DELETED, STATUS] {
            let key = FieldKey::of(key);
            if !keys.contains(&key) && !self.contradictions(record, &key).is_empty() {
                keys.push(key);
            }
        }
        keys
    }

    /// The live values that contradict a deletion or a locking state: unknown to it, and different from what stood there.
    pub fn contradictions(&self, record: &RecordId, key: &FieldKey) -> Vec<(Target, Live<'_>)> {
        let live = self.live_ops(record, key);
        let seals: Vec<Op> = match key.as_str() {
            DELETED if live.iter().all(|op| self.op_cell(*op).value.is_true()) => live.to_vec(),
            STATUS => live.iter().copied().filter(|op| self.locking(record, self.op_cell(*op).value).is_some()).collect(),
            _ => return Vec::new(),
        };
        if seals.is_empty() {
            return Vec::new();
        }
        let value = self.op_cell(seals[0]).value;
        self.uncovered(&self.covered(record, key, value), &seals)
    }

    fn locking(&self, record: &RecordId, status: &Value) -> Option<&'static crate::model::template::Locks> {
        self.schema.locks(record.kind(), status.as_text()?)
    }

    /// The cells that a deletion (`deleted` = true) or a status value covers, and that hold something.
    pub(super) fn covered(&self, record: &RecordId, key: &FieldKey, value: &Value) -> Vec<Target> {
        let Some(cells) = self.record_cells(record) else { return Vec::new() };
        match key.as_str() {
            DELETED if value.is_true() => cells.cells.iter().filter(|cell| cell.key != *key).map(|cell| (record.clone(), cell.key.clone())).collect(),
            STATUS => {
                let Some(locks) = self.locking(record, value) else { return Vec::new() };
                let is_locked = |cell: &&super::cells::CellOps| locks.fields.contains(&cell.key.kind());
                let mut targets: Vec<Target> = cells.cells.iter().filter(is_locked).map(|cell| (record.clone(), cell.key.clone())).collect();
                for row in self.children_of(record).filter(|row| locks.rows.contains(&row.kind())) {
                    let cells = self.record_cells(&row).into_iter().flat_map(|cells| &cells.cells);
                    let is_place = |key: &FieldKey| [ORDER, PARENT].contains(&key.as_str());
                    let cells = cells.filter(|cell| !is_place(&cell.key) && !self.schema.is_later(&row, &cell.key));
                    targets.extend(cells.map(|cell| (row.clone(), cell.key.clone())));
                }
                targets
            }
            _ => Vec::new(),
        }
    }

    /// Live values in the target cells that no seal names and that differ from what the sealers saw there.
    fn uncovered(&self, targets: &[Target], seals: &[Op]) -> Vec<(Target, Live<'_>)> {
        let named: BTreeSet<ChangeId> = seals.iter().flat_map(|seal| self.op_cell(*seal).names.iter().copied()).collect();
        let own: SmallVec<[Slot; 2]> = seals.iter().map(|seal| seal.slot).collect();
        let mut out = Vec::new();
        for target in targets {
            let live = self.live_ops(&target.0, &target.1);
            for op in live {
                let write = self.op_cell(op);
                if named.contains(&write.change.id) || own.contains(&op.slot) {
                    continue;
                }
                let stood = |seal: &Op| self.seen_by(target, self.op_cell(*seal).names).contains(write.value);
                if !seals.iter().any(stood) {
                    out.push((target.clone(), write));
                }
            }
        }
        out
    }

    /// What a cell held for a writer who named `names`: never empty, for nothing is a value too.
    fn seen_by(&self, (record, key): &Target, names: &[ChangeId]) -> Vec<Value> {
        let known = self.known_to(&self.ops(record, key), names.iter().copied());
        let seen = distinct(self.live_of(&known).iter().map(|op| self.op_cell(*op).value));
        if seen.is_empty() { vec![Value::Null] } else { seen }
    }

    /// Live values a confirming cell covers (its own declaration lists them) that its writer had not seen.
    pub fn changed_since(&self, record: &RecordId, key: &FieldKey, targets: &[(RecordId, FieldKey)]) -> Vec<(Target, Live<'_>)> {
        let seals = self.live_ops(record, key);
        if seals.is_empty() { Vec::new() } else { self.uncovered(targets, &seals) }
    }
}
