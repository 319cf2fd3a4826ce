//! Conflicts: cells with differing live values, deletions and locking states that did not know
//! of a live value they cover.

use super::Log;
use super::cells::{Live, Op, Ops, RecordCells};
use super::sight::Sight;
use super::trail::ReadStep;
use crate::model::id::{CellId, FieldKey, RecordId};
use crate::model::sort;
use crate::model::template::{DELETED, ORDER, PARENT, PREFILLED, STATUS};
use crate::model::value::Value;
use std::collections::BTreeMap;

/// Where a conflict is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConflictPlace {
    pub record: RecordId,
    /// The field; `deleted` and `status` also stand for a contradicted deletion or locking state.
    pub key: FieldKey,
}

/// What was found so far, and which records must be looked at again.
#[derive(Default)]
pub(super) struct Found {
    open: BTreeMap<u32, Vec<FieldKey>>,
    /// Records to look at again; one may stand here several times.
    again: Vec<u32>,
    /// The turn in which they last changed.
    changed: u64,
}

impl Found {
    pub(super) fn forget(&mut self, record: u32) {
        if self.again.last() != Some(&record) {
            self.again.push(record);
        }
    }
}

/// How keys make cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keys {
    /// A key that follows an older one is one cell with it, as this app version knows it.
    AsRead,
    /// Each key by itself, which every app version finds alike.
    AsStored,
}

impl Log {
    /// All open conflicts, in the order of records and fields.
    pub fn conflicts(&self) -> Vec<ConflictPlace> {
        self.conflicts_changed();
        self.trails.note(ReadStep::Conflicts);
        let found = self.found.borrow();
        let mut places: Vec<ConflictPlace> = Vec::new();
        for (index, keys) in &found.open {
            let record = &self.records[*index as usize].id;
            places.extend(keys.iter().map(|key| ConflictPlace {
                record: record.clone(),
                key: key.clone(),
            }));
        }
        sort::sort(&mut places);
        places
    }

    /// How many conflicts are open.
    pub fn conflict_count(&self) -> usize {
        self.conflicts_changed();
        self.trails.note(ReadStep::Conflicts);
        self.found.borrow().open.values().map(Vec::len).sum()
    }

    /// The turn in which the conflicts last changed; looks at what was touched since.
    pub(super) fn conflicts_changed(&self) -> u64 {
        self.trails.aside(|| self.refresh());
        self.found.borrow().changed
    }

    /// Looks again at the records that were touched, and at the forms their rows lie under.
    fn refresh(&self) {
        let mut again = std::mem::take(&mut self.found.borrow_mut().again);
        let parents: Vec<u32> = again
            .iter()
            .flat_map(|index| self.ever_parents(*index))
            .filter_map(|parent| self.record_at.get(&parent).copied())
            .collect();
        again.extend(parents);
        sort::sort(&mut again);
        again.dedup();
        for index in again {
            let keys = self.conflicts_in(index);
            let mut found = self.found.borrow_mut();
            let before = if keys.is_empty() {
                found.open.remove(&index)
            } else {
                found.open.insert(index, keys)
            };
            if before.as_ref() != found.open.get(&index) {
                found.changed = self.trails.turn;
            }
        }
    }

    /// Every record that this one has ever named as its parent.
    pub(super) fn ever_parents(&self, index: u32) -> Vec<RecordId> {
        let known = &self.records[index as usize].ever_named;
        match known.is_empty() {
            true => self.parents_written(index),
            false => known.clone(),
        }
    }

    /// A record that has named a parent before names some more.
    pub(super) fn note_parents(&mut self, index: u32, parents: Vec<RecordId>) {
        if self.records[index as usize].ever_named.is_empty() {
            let mut before = self.parents_written(index);
            sort::sort(&mut before);
            before.dedup();
            self.records[index as usize].ever_named = before;
        }
        let known = &mut self.records[index as usize].ever_named;
        for parent in parents {
            if let Err(at) = known.binary_search(&parent) {
                known.insert(at, parent);
            }
        }
    }

    fn parents_written(&self, index: u32) -> Vec<RecordId> {
        let record = &self.records[index as usize];
        let Some(cell) = record.find_named(PARENT) else {
            return Vec::new();
        };
        let values = cell.all().map(|op| self.op_cell(op).value);
        values.filter_map(super::read_reference).collect()
    }

    fn conflicts_in(&self, index: u32) -> Vec<FieldKey> {
        let cells = &self.records[index as usize];
        let record = &cells.id;
        let mut keys = Vec::new();
        let is_renamed = cells.renaming.is_some();
        for cell in &cells.cells {
            // A cell written once differs from nothing.
            if !is_renamed && (cell.all().nth(1).is_none() || self.cell_live(cell).len() < 2) {
                continue;
            }
            let key = self.key_to_write(record, &cell.key);
            if !self.schema.is_latest(record, &key) && self.differs(record, &key) {
                keys.push(key);
            }
        }
        if is_renamed {
            sort::sort(&mut keys);
            keys.dedup();
        }
        for key in [DELETED, STATUS] {
            if !is_renamed && cells.find_named(key).is_none() {
                continue;
            }
            let key = FieldKey::of(key);
            if !keys.contains(&key) && !self.contradictions(record, &key).is_empty() {
                keys.push(key);
            }
        }
        keys
    }

    /// Whether a cell has live values that differ: asked of every cell, and so without listing them.
    fn differs(&self, record: &RecordId, key: &FieldKey) -> bool {
        let live = self.live_ops(record, key);
        let value_of = |op: &Op| self.op_cell(*op).value;
        live.first()
            .is_some_and(|first| live.iter().any(|op| value_of(op) != value_of(first)))
    }

    /// The live values that contradict a deletion or a locking state: unknown to it, and different from what stood
    /// there.
    pub fn contradictions(&self, record: &RecordId, key: &FieldKey) -> Vec<(CellId, Live<'_>)> {
        self.contradictions_by(Keys::AsRead, record, key)
    }

    fn contradictions_by(
        &self,
        keys: Keys,
        record: &RecordId,
        key: &FieldKey,
    ) -> Vec<(CellId, Live<'_>)> {
        let live = self.live_by(keys, record, key);
        let seals: Vec<Op> = match key.as_str() {
            DELETED if live.iter().all(|op| self.op_cell(*op).value.is_true()) => live.to_vec(),
            STATUS => live
                .iter()
                .copied()
                .filter(|op| self.locking(record, self.op_cell(*op).value).is_some())
                .collect(),
            _ => return Vec::new(),
        };
        if seals.is_empty() {
            return Vec::new();
        }
        let value = self.op_cell(seals[0]).value;
        self.uncovered(keys, &self.covered_by(keys, record, key, value), &seals)
    }

    /// Whether every live `deleted` is true and nothing contradicts.
    pub(super) fn is_hidden(&self, keys: Keys, record: &RecordId) -> bool {
        let Some(cells) = self.record_cells(record) else {
            return false;
        };
        self.hides(keys, cells)
    }

    pub(super) fn hides(&self, keys: Keys, cells: &RecordCells) -> bool {
        *cells.hidden[keys as usize].get_or_init(|| self.finds_hidden(keys, cells))
    }

    fn finds_hidden(&self, keys: Keys, cells: &RecordCells) -> bool {
        let is_renamed = keys == Keys::AsRead && cells.renaming.is_some();
        if !is_renamed && cells.find_named(DELETED).is_none() {
            return false;
        }
        let (record, key) = (&cells.id, FieldKey::of(DELETED));
        let live = self.live_by(keys, record, &key);
        !live.is_empty()
            && live.iter().all(|op| self.op_cell(*op).value.is_true())
            && self.contradictions_by(keys, record, &key).is_empty()
    }

    fn locking(
        &self,
        record: &RecordId,
        status: &Value,
    ) -> Option<&'static crate::model::template::Locks> {
        self.schema.locks(record.kind(), status.as_text()?)
    }

    /// The cells that a deletion (`deleted` = true) or a status value covers, and that hold something.
    pub(super) fn covered(&self, record: &RecordId, key: &FieldKey, value: &Value) -> Vec<CellId> {
        self.covered_by(Keys::AsRead, record, key, value)
    }

    fn covered_by(
        &self,
        keys: Keys,
        record: &RecordId,
        key: &FieldKey,
        value: &Value,
    ) -> Vec<CellId> {
        match key.as_str() {
            DELETED if value.is_true() => self.targets(keys, record, |cell| cell != key),
            STATUS => {
                let Some(locks) = self.locking(record, value) else {
                    return Vec::new();
                };
                // Moving a row and taking away its mark of 预排 change nothing that was agreed to.
                let is_beside = |key: &FieldKey| [ORDER, PARENT, PREFILLED].contains(&key.as_str());
                let mut targets =
                    self.targets(keys, record, |cell| locks.fields.contains(&cell.stem()));
                for row in self
                    .children_of(record)
                    .filter(|row| row != record && locks.rows.contains(&row.kind()))
                {
                    targets.extend(self.targets(keys, &row, |cell| {
                        !is_beside(cell) && !self.schema.is_later(&row, cell)
                    }));
                }
                targets
            }
            _ => Vec::new(),
        }
    }

    /// The cells of a record that are wanted, each once.
    fn targets(
        &self,
        keys: Keys,
        record: &RecordId,
        is_wanted: impl Fn(&FieldKey) -> bool,
    ) -> Vec<CellId> {
        let cells = self
            .record_cells(record)
            .into_iter()
            .flat_map(|cells| &cells.cells);
        let stored = cells.map(|cell| &cell.key);
        let is_renamed = keys == Keys::AsRead && self.renaming(record).is_some();
        let mut out: Vec<FieldKey> = if is_renamed {
            stored.map(|key| self.key_to_write(record, key)).collect()
        } else {
            stored.cloned().collect()
        };
        if is_renamed {
            sort::sort(&mut out);
            out.dedup();
        }
        out.into_iter()
            .filter(is_wanted)
            .map(|key| (record.clone(), key))
            .collect()
    }

    fn live_by(&self, keys: Keys, record: &RecordId, key: &FieldKey) -> Ops {
        match keys {
            Keys::AsRead => self.live_ops(record, key),
            Keys::AsStored => self.stored_live(record, key),
        }
    }

    /// Live values in the target cells that no seal names and that differ from what the sealers saw there.
    fn uncovered(&self, keys: Keys, targets: &[CellId], seals: &[Op]) -> Vec<(CellId, Live<'_>)> {
        let sight = Sight::of(self, seals);
        let mut out = Vec::new();
        for target in targets {
            let mut unnamed = self.live_by(keys, &target.0, &target.1);
            unnamed.retain(|op| !sight.names(*op));
            if unnamed.is_empty() {
                continue;
            }
            let seen = sight.values(self.ops_by(keys, target));
            let unseen = unnamed.iter().map(|op| self.op_cell(*op));
            let unseen = unseen.filter(|write| !seen.contains(write.value));
            out.extend(unseen.map(|write| (target.clone(), write)));
        }
        out
    }

    fn ops_by(&self, keys: Keys, (record, key): &CellId) -> Ops {
        match keys {
            Keys::AsRead => self.ops(record, key),
            Keys::AsStored => self.stored_ops(record, key),
        }
    }

    /// Live values a confirming cell covers (its own declaration lists them) that its writer had not seen.
    pub fn changed_since(
        &self,
        record: &RecordId,
        key: &FieldKey,
        targets: &[CellId],
    ) -> Vec<(CellId, Live<'_>)> {
        let seals = self.live_ops(record, key);
        if seals.is_empty() {
            Vec::new()
        } else {
            self.uncovered(Keys::AsRead, targets, &seals)
        }
    }
}
