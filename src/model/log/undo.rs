//! Undo of one's own acts: further changes that write back what stood. Redo is the undo of that.

use super::cells::Op;
use super::{Log, Slot, Stamp};
use crate::model::change::{Cell, Change};
use crate::model::id::{ChangeId, FieldKey, RecordId};
use crate::model::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What an undo writes, and what it leaves.
#[derive(Debug, Default)]
pub struct Undone {
    /// One change per record and per parallel value, all of one act.
    pub changes: Vec<Change>,
    /// Cells that others have touched since: left, and told.
    pub left: Vec<(RecordId, FieldKey)>,
}

impl Log {
    /// Writes back each value that stood before these changes of one's own. Each write-back names the writes it
    /// undoes and what the value had named, so a decided conflict opens again.
    pub fn undo(&self, acts: &[Slot], stamp: &Stamp) -> Undone {
        let undone: BTreeSet<Slot> = acts.iter().copied().collect();
        let touched: BTreeSet<(RecordId, FieldKey)> = undone
            .iter()
            .map(|slot| self.change(*slot))
            .flat_map(|change| change.cells.iter().map(|cell| (change.record.clone(), cell.key.clone())))
            .collect();
        let mut left = Vec::new();
        let mut by_record: BTreeMap<RecordId, Vec<Vec<Cell>>> = BTreeMap::new();
        for (record, key) in touched {
            if self.live_ops(&record, &key).iter().any(|op| !undone.contains(&op.slot)) && !self.is_partial_view(&record, &key, &undone) {
                left.push((record, key));
                continue;
            }
            let layers = by_record.entry(record.clone()).or_default();
            for (number, cell) in self.write_backs(&record, &key, &undone).into_iter().enumerate() {
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
