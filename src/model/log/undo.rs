//! Undo of one's own acts: further changes that write back what stood. Redo is the undo of that.

use super::cells::Op;
use super::{Log, Slot, Stamp};
use crate::model::change::{Cell, Change};
use crate::model::id::{ChangeId, FieldKey, RecordId};
use crate::model::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What one step wrote: per cell, one's own writes. Undoing and redoing later steps adds to it what they wrote.
#[derive(Debug, Clone, Default)]
pub struct Step(BTreeMap<Place, BTreeSet<Slot>>);

type Place = (RecordId, FieldKey);

impl Step {
    /// Whether it wrote nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes over what a later step and its undo wrote, for the cells they share; returns the cells it did not share.
    pub fn absorb(&mut self, mut later: Self) -> Self {
        for (place, slots) in &mut self.0 {
            slots.extend(later.0.remove(place).into_iter().flatten());
        }
        later
    }
}

/// What an undo writes, and what it leaves.
#[derive(Debug, Default)]
pub struct Undone {
    /// One change per record and per parallel value, all of one act.
    pub changes: Vec<Change>,
    /// Cells that others have touched since: left, and told.
    pub left: Vec<Place>,
}

impl Log {
    /// What these changes of one's own wrote, as a step that can be undone.
    pub fn step_of(&self, slots: &[Slot]) -> Step {
        let mut step = Step::default();
        for slot in slots {
            let change = self.change(*slot);
            for cell in &change.cells {
                step.0.entry((change.record.clone(), cell.key.clone())).or_default().insert(*slot);
            }
        }
        step
    }

    /// Writes back each value that stood before a step of one's own. Each write-back names the writes it undoes and
    /// what the value had named, so a decided conflict opens again.
    pub fn undo(&self, step: &Step, stamp: &Stamp) -> Undone {
        let mut left = Vec::new();
        let mut by_record: BTreeMap<RecordId, Vec<Vec<Cell>>> = BTreeMap::new();
        for ((record, key), undone) in &step.0 {
            if self.live_ops(record, key).iter().any(|op| !undone.contains(&op.slot)) && !self.is_partial_view(record, key, undone) {
                left.push((record.clone(), key.clone()));
                continue;
            }
            let layers = by_record.entry(record.clone()).or_default();
            for (number, cell) in self.write_backs(record, key, undone).into_iter().enumerate() {
                if layers.len() <= number {
                    layers.push(Vec::new());
                }
                layers[number].push(cell);
            }
        }
        let changes = by_record.into_iter().flat_map(|(record, layers)| layers.into_iter().map(move |cells| (record.clone(), cells)));
        let changes = (0u64..).zip(changes).map(|(number, (record, cells))| stamp.make(number, record, cells)).collect();
        Undone { changes, left }
    }

    /// Whether all foreign live values stood beside the undone write when it was made: an ordinary control replaces
    /// the first of several values only, and the others were there before.
    fn is_partial_view(&self, record: &RecordId, key: &FieldKey, undone: &BTreeSet<Slot>) -> bool {
        let ops = self.ops(record, key);
        let Some(first_lamport) = ops.iter().filter(|op| undone.contains(&op.slot)).map(|op| self.change(op.slot).lamport).min() else { return false };
        let live = self.live_ops(record, key);
        let has_own = live.iter().any(|op| undone.contains(&op.slot));
        has_own && live.iter().filter(|op| !undone.contains(&op.slot)).all(|op| self.change(op.slot).lamport < first_lamport)
    }

    /// The cells that bring back what stood, one per differing value.
    fn write_backs(&self, record: &RecordId, key: &FieldKey, undone: &BTreeSet<Slot>) -> Vec<Cell> {
        let ops = self.ops(record, key);
        let own: Vec<Op> = ops.iter().copied().filter(|op| undone.contains(&op.slot)).collect();
        let named = own.iter().flat_map(|op| self.op_cell(*op).names.iter().copied());
        let mut known = self.known_to(&ops, named);
        known.retain(|op| !undone.contains(&op.slot));
        let own_ids: Vec<ChangeId> = own.iter().map(|op| self.change(op.slot).id).collect();
        let mut stood: Vec<(Value, Vec<ChangeId>)> = Vec::new();
        for op in self.live_of(&known) {
            let write = self.op_cell(op);
            match stood.iter_mut().find(|(value, _)| value == write.value) {
                Some((_, names)) => names.extend_from_slice(write.names),
                None => stood.push((write.value.clone(), write.names.to_vec())),
            }
        }
        if stood.is_empty() {
            stood.push((Value::Null, Vec::new()));
        }
        let cell = |(value, names): (Value, Vec<ChangeId>)| Cell { key: key.clone(), value, names: own_ids.iter().copied().chain(names).collect() };
        stood.into_iter().map(cell).collect()
    }
}
