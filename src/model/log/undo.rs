//! Undo of one's own acts: further changes that write back what stood. Redo is the undo of that.

use super::cells::Op;
use super::sight::Sight;
use super::{Log, Slot, Stamp};
use crate::model::change::{Cell, Change};
use crate::model::id::{CellId, ChangeId, FieldKey, RecordId};
use crate::model::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What one step wrote: per cell, one's own writes. Undoing and redoing later steps adds to it what they wrote.
#[derive(Debug, Clone, Default)]
pub struct UndoStep(BTreeMap<CellId, BTreeSet<Slot>>);

impl UndoStep {
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
    pub left: Vec<CellId>,
}

impl Log {
    /// What these changes of one's own wrote, as a step that can be undone.
    pub fn step_of(&self, slots: &[Slot]) -> UndoStep {
        let mut step = UndoStep::default();
        for slot in slots {
            let change = self.change(*slot);
            for cell in &change.cells {
                step.0
                    .entry((change.record.clone(), cell.key.clone()))
                    .or_default()
                    .insert(*slot);
            }
        }
        step
    }

    /// Writes back each value that stood before a step of one's own. Each write-back names the writes it undoes, the
    /// write it brings back and what that had named, so a decided conflict opens again.
    pub fn undo(&self, step: &UndoStep, stamp: &Stamp) -> Undone {
        let mut left = Vec::new();
        let mut by_record: BTreeMap<&RecordId, Vec<Back>> = BTreeMap::new();
        for ((record, key), undone) in &step.0 {
            match self.write_backs(record, key, undone) {
                Some(backs) => by_record.entry(record).or_default().extend(backs),
                None => left.push((record.clone(), key.clone())),
            }
        }
        let mut changes = Vec::new();
        for (record, backs) in by_record {
            let parts = self.parts(record, backs);
            let numbered = || (changes.len() as u64..).zip(&parts);
            let known: Vec<ChangeId> = numbered()
                .filter(|(_, (part, _))| *part == SealRelation::Known)
                .map(|(number, _)| stamp.id(number))
                .collect();
            for (part, mut cells) in parts {
                if part == SealRelation::Seal {
                    cells.iter_mut().for_each(|cell| {
                        cell.names = cell.names.iter().chain(&known).copied().collect()
                    });
                }
                changes.push(stamp.make(changes.len() as u64, record.clone(), cells));
            }
        }
        Undone { changes, left }
    }

    /// The changes that bring back what stood in one record: one per parallel value. A deletion or locking state that
    /// goes or comes back does so by itself, so that naming it names nothing else, and one that comes back names, of
    /// what comes back with it, only what it knew before.
    fn parts(&self, record: &RecordId, backs: Vec<Back>) -> Vec<(SealRelation, Vec<Cell>)> {
        let seals_with =
            |key: &FieldKey, value: &Value| !self.covered(record, key, value).is_empty();
        let seals: Vec<Op> = backs
            .iter()
            .filter(|back| seals_with(&back.cell.key, &back.cell.value))
            .flat_map(|back| back.from.iter().copied())
            .collect();
        let of_seal = |seal| Sight::of(self, std::slice::from_ref(seal));
        let sights: Vec<Sight<'_>> = seals.iter().map(of_seal).collect();
        let mut layers: BTreeMap<(usize, SealRelation), Vec<Cell>> = BTreeMap::new();
        for back in backs {
            let key = &back.cell.key;
            let is_seal = seals_with(key, &back.cell.value)
                || back
                    .undone
                    .iter()
                    .any(|op| seals_with(key, self.op_cell(*op).value));
            let ops = || self.ops(record, key);
            let knew = |sight: &Sight<'_>| sight.knew(ops, &back.from, &back.cell.value);
            let part = if is_seal {
                if seals.is_empty() {
                    SealRelation::Plain
                } else {
                    SealRelation::Seal
                }
            } else if sights.iter().all(knew) {
                SealRelation::Known
            } else {
                SealRelation::Unknown
            };
            layers
                .entry((back.layer, part))
                .or_default()
                .push(back.cell);
        }
        layers
            .into_iter()
            .map(|((_, part), cells)| (part, cells))
            .collect()
    }

    /// What brings back what stood before the first of one's own writes; `None` where others have written since.
    /// Slots are given as changes arrive, so a later slot came later to this page.
    ///
    /// What stood and is still live needs no writing, unless it was shown before something that does: the last
    /// written is the first shown, so they are written from the last shown to the first.
    fn write_backs(
        &self,
        record: &RecordId,
        key: &FieldKey,
        undone: &BTreeSet<Slot>,
    ) -> Option<Vec<Back>> {
        let ops = self.ops(record, key);
        let (own, others): (Vec<Op>, Vec<Op>) =
            ops.iter().partition(|op| undone.contains(&op.slot));
        if others
            .iter()
            .any(|op| undone.first().is_some_and(|first| op.slot > *first))
        {
            return None;
        }
        let live = self.live_of(&ops);
        let mut stood: Vec<(Value, Vec<Op>)> = Vec::new();
        for op in self.live_of(&others) {
            let value = self.op_cell(op).value;
            match stood.iter_mut().find(|(known, _)| known == value) {
                Some((_, from)) => from.push(op),
                None => stood.push((value.clone(), vec![op])),
            }
        }
        let is_gone = |(_, from): &(Value, Vec<Op>)| !from.iter().any(|op| live.contains(op));
        let last_gone = stood.iter().rposition(is_gone).unwrap_or(0);
        stood.truncate(last_gone + 1);
        if stood.is_empty() {
            stood.push((Value::Null, Vec::new()));
        }
        let key = self.key_to_write(record, key);
        let own_ids = own.iter().map(|op| self.change(op.slot).id);
        let back = |(layer, (value, from)): (usize, (Value, Vec<Op>))| {
            let known = from
                .iter()
                .map(|op| self.op_cell(*op))
                .flat_map(|write| write.names.iter().copied().chain([write.change.id]));
            Back {
                cell: Cell {
                    key: key.clone(),
                    value,
                    names: own_ids.clone().chain(known).collect(),
                },
                from,
                undone: own.clone(),
                layer,
            }
        };
        Some(stood.into_iter().rev().enumerate().map(back).collect())
    }
}

/// A write that brings a value back.
struct Back {
    cell: Cell,
    /// The writes it comes from.
    from: Vec<Op>,
    /// The writes it undoes.
    undone: Vec<Op>,
    /// Which of the parallel values it is.
    layer: usize,
}

/// How a write-back stands to the deletions and locking states that come back in the same record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SealRelation {
    /// They did not know of it.
    Unknown,
    /// They knew of it, or there are none.
    Known,
    /// It takes one away.
    Plain,
    Seal,
}
