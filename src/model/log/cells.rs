//! Cells: which of the values written into a field are live.
//!
//! A value is *replaced* when a change of higher lamport names it in the same cell; otherwise it is live.
//! So a written cell always has a live value, whatever a hostile file names.

use super::trail::groups_of;
use super::{Kind, Log, Slot};
use crate::model::change::{Cell, Change};
use crate::model::hash::{HashKey, KeyedSet};
use crate::model::id::{ChangeId, FieldKey, RecordId};
use crate::model::sort;
use crate::model::template::{PARENT, Template};
use crate::model::value::Value;
use smallvec::SmallVec;
use std::cell::OnceCell;
use std::collections::HashMap;

/// One write: which change, and which of its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Op {
    pub(super) slot: Slot,
    pub(super) at: u16,
}

pub(super) type Ops = SmallVec<[Op; 2]>;

pub(super) struct CellOps {
    pub(super) key: FieldKey,
    /// Its first letters, by which most keys differ.
    head: u64,
    ops: SmallVec<[Op; 1]>,
    live: OnceCell<Ops>,
}

impl CellOps {
    /// Every stored write, in force or not.
    pub(super) fn all(&self) -> impl Iterator<Item = Op> + '_ {
        self.ops.iter().copied()
    }
}

pub(in crate::model) struct RecordCells {
    pub(super) id: RecordId,
    pub(super) index: u32,
    /// How its kind is declared, where this version knows it.
    pub(in crate::model) template: Option<&'static Template>,
    /// The same, where any of its keys follows an older one.
    pub(super) renaming: Option<&'static Template>,
    pub(super) cells: Vec<CellOps>,
    /// Where it named its parent more than once, each that it ever named: thousands may say the same.
    pub(super) ever_named: Vec<RecordId>,
    /// Whether it is deleted, as read and as stored, where that was asked since it was touched.
    pub(super) hidden: [OnceCell<bool>; 2],
}

impl RecordCells {
    pub(super) fn new(id: RecordId, index: u32, kind: &Kind) -> Self {
        Self {
            id,
            index,
            template: kind.template,
            renaming: kind.renaming,
            cells: Vec::new(),
            ever_named: Vec::new(),
            hidden: Default::default(),
        }
    }

    pub(super) fn find(&self, key: &FieldKey) -> Option<&CellOps> {
        self.find_named(key.as_str())
    }

    pub(super) fn find_named(&self, key: &str) -> Option<&CellOps> {
        self.place(key).ok().map(|at| &self.cells[at])
    }

    /// Makes room for the cells of its first change.
    pub(super) fn expect(&mut self, count: usize) {
        if self.cells.is_empty() {
            self.cells.reserve_exact(count);
        }
    }

    pub(super) fn push(&mut self, key: &FieldKey, slot: Slot, at: u16) {
        // The cells of a change come in the order of their keys.
        let place = match self.cells.last() {
            Some(last) if last.key >= *key => self.place(key.as_str()),
            _ => Err(self.cells.len()),
        };
        let place = match place {
            Ok(place) => place,
            Err(place) => {
                self.cells.insert(
                    place,
                    CellOps {
                        key: key.clone(),
                        head: head_of(key.as_str()),
                        ops: SmallVec::new(),
                        live: OnceCell::new(),
                    },
                );
                place
            }
        };
        self.cells[place].ops.push(Op { slot, at });
    }

    /// Forgets what is live in the cells that a change writes.
    fn forget(&mut self, change: &Change) {
        self.hidden = Default::default();
        if self.cells.len() <= 2 * change.cells.len() {
            self.cells
                .iter_mut()
                .for_each(|cell| drop(cell.live.take()));
            return;
        }
        for written in &change.cells {
            if let Ok(at) = self.place(written.key.as_str()) {
                self.cells[at].live.take();
            }
        }
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        let head = head_of(key);
        self.cells.binary_search_by(|cell| {
            let by_head = cell.head.cmp(&head);
            by_head.then_with(|| cell.key.as_str().cmp(key))
        })
    }
}

/// The first eight bytes of a key as a number; keys sort by it as they sort by themselves.
fn head_of(key: &str) -> u64 {
    let mut head = [0; 8];
    let bytes = key.as_bytes();
    let count = bytes.len().min(head.len());
    head[..count].copy_from_slice(&bytes[..count]);
    u64::from_be_bytes(head)
}

/// A live value of a cell.
#[derive(Debug, Clone, Copy)]
pub struct Live<'a> {
    /// The change that wrote it.
    pub change: &'a Change,
    pub value: &'a Value,
    /// What its write named.
    pub names: &'a [ChangeId],
}

impl Log {
    pub(super) fn op_cell(&self, op: Op) -> Live<'_> {
        let change = self.change(op.slot);
        let cell = &change.cells[usize::from(op.at)];
        Live {
            change,
            value: &cell.value,
            names: &cell.names,
        }
    }

    pub(super) fn forget_cells_of(&mut self, slot: Slot) {
        let stored = &self.stored[slot.at()];
        let index = stored.record;
        let record = &mut self.records[index as usize];
        record.forget(&stored.change);
        self.found.get_mut().forget(index);
        let keys = stored.change.cells.iter().map(|cell| cell.key.as_str());
        let is_followed = self.trails.touch(index, groups_of(keys));
        let turn = self.trails.turn;
        self.kind_rows.touch(record.id.kind(), index, turn);
        let is_parent = |cell: &Cell| cell.key.as_str() == PARENT;
        if record.renaming.is_some() || stored.change.cells.iter().any(is_parent) {
            self.rings.get_mut().forget(index);
            if is_followed {
                for parent in self.ever_parents(index) {
                    let at = self.record_at.get(&parent).copied();
                    self.trails.touch_under(&parent, at);
                }
            }
        }
    }

    /// Writes in force of one stored key.
    fn ops_of_key(&self, record: &RecordCells, key: &FieldKey, out: &mut Ops) {
        if let Some(cell) = record.find(key) {
            out.extend(
                cell.ops
                    .iter()
                    .copied()
                    .filter(|op| self.is_in_force(op.slot)),
            );
        }
    }

    /// Writes in force under one stored key alone.
    pub(super) fn stored_ops(&self, record: &RecordId, key: &FieldKey) -> Ops {
        let mut out = Ops::new();
        if let Some(cells) = self.record_cells(record) {
            self.ops_of_key(cells, key, &mut out);
        }
        out
    }

    /// Writes in force of a cell; a key that follows an older one is read with it as one cell.
    pub(super) fn ops(&self, record: &RecordId, key: &FieldKey) -> Ops {
        let mut out = Ops::new();
        let Some(cells) = self.cells_of(record) else {
            return out;
        };
        self.trails.note_cell(cells.index, key.as_str());
        self.ops_of_key(cells, key, &mut out);
        if cells.renaming.is_none() {
            return out;
        }
        for other in self.aliases(record, key) {
            self.trails.note_cell(cells.index, other.as_str());
            self.ops_of_key(cells, &other, &mut out);
        }
        out
    }

    /// The template of a record, where any of its keys follows an older one.
    pub(super) fn renaming(&self, record: &RecordId) -> Option<&'static Template> {
        match self.record_cells(record) {
            Some(cells) => cells.renaming,
            None => self.schema.renaming(record.kind()),
        }
    }

    /// The older and newer keys read as one cell with this one. An element goes with its set.
    pub(super) fn aliases(&self, record: &RecordId, key: &FieldKey) -> SmallVec<[FieldKey; 1]> {
        let Some(template) = self.renaming(record) else {
            return SmallVec::new();
        };
        let mut stems: SmallVec<[&str; 4]> = SmallVec::from_slice(&[key.stem()]);
        let mut at = 0;
        while at < stems.len() {
            for (newer, older) in template
                .fields
                .iter()
                .filter_map(|field| Some((field.key, field.follows?)))
            {
                let other = if newer == stems[at] { older } else { newer };
                if (newer == stems[at] || older == stems[at]) && !stems.contains(&other) {
                    stems.push(other);
                }
            }
            at += 1;
        }
        stems[1..].iter().map(|stem| with_stem(key, stem)).collect()
    }

    /// The newest key, to write to, where a key has been followed by others.
    pub fn key_to_write(&self, record: &RecordId, key: &FieldKey) -> FieldKey {
        let Some(template) = self.renaming(record) else {
            return key.clone();
        };
        let newer = |stem: &&str| {
            template
                .fields
                .iter()
                .find(|field| field.follows == Some(*stem))
                .map(|field| field.key)
        };
        let newest = std::iter::successors(Some(key.stem()), newer)
            .take(template.fields.len() + 1)
            .last();
        newest
            .filter(|stem| *stem != key.stem())
            .map_or_else(|| key.clone(), |stem| with_stem(key, stem))
    }

    /// The live ones of some writes of one cell.
    pub(super) fn live_of(&self, ops: &[Op]) -> Ops {
        if let [only] = ops {
            return SmallVec::from_slice(&[*only]);
        }
        let mut top: HashMap<ChangeId, u64> = HashMap::new();
        for op in ops {
            let write = self.op_cell(*op);
            for name in write.names {
                let highest = top.entry(*name).or_default();
                *highest = (*highest).max(write.change.lamport);
            }
        }
        let is_live = |op: &Op| {
            let change = self.change(op.slot);
            top.get(&change.id)
                .is_none_or(|highest| *highest <= change.lamport)
        };
        let mut live: Ops = ops.iter().copied().filter(is_live).collect();
        sort::sort_by(&mut live, |a, b| {
            self.change(b.slot).order(self.change(a.slot))
        });
        live
    }

    /// The live writes of a cell, the one that counts for now first.
    pub(super) fn live_ops(&self, record: &RecordId, key: &FieldKey) -> Ops {
        let Some(cells) = self.cells_of(record) else {
            return Ops::new();
        };
        if cells.renaming.is_none() || self.aliases(record, key).is_empty() {
            self.trails.note_cell(cells.index, key.as_str());
            self.live_in(cells, key.as_str())
        } else {
            self.live_of(&self.ops(record, key))
        }
    }

    /// The live writes of a record under one stored key alone.
    pub(super) fn live_in(&self, cells: &RecordCells, key: &str) -> Ops {
        cells
            .find_named(key)
            .map(|cell| self.cell_live(cell).clone())
            .unwrap_or_default()
    }

    /// The live writes of a cell, and those that are live under one of its stored keys alone: older versions of the
    /// app, and `current`, read each key for itself.
    pub(super) fn live_under_any_key(&self, record: &RecordId, key: &FieldKey) -> Ops {
        let mut live = self.live_ops(record, key);
        let aliases = self.aliases(record, key);
        if !aliases.is_empty() {
            live.extend(
                aliases
                    .iter()
                    .chain([key])
                    .flat_map(|key| self.stored_live(record, key)),
            );
        }
        live
    }

    /// The live writes under one stored key alone, which every app version finds alike.
    pub(super) fn stored_live(&self, record: &RecordId, key: &FieldKey) -> Ops {
        self.record_cells(record)
            .map(|cells| self.live_in(cells, key.as_str()))
            .unwrap_or_default()
    }

    pub(super) fn cell_live<'a>(&self, cell: &'a CellOps) -> &'a Ops {
        cell.live.get_or_init(|| {
            if let [only] = cell.ops[..] {
                let is_there = self.is_in_force(only.slot);
                return is_there.then_some(only).into_iter().collect();
            }
            let ops: Ops = cell
                .ops
                .iter()
                .copied()
                .filter(|op| self.is_in_force(op.slot))
                .collect();
            self.live_of(&ops)
        })
    }

    /// The live values of a cell, the one that counts for now first. Never empty where something was written.
    pub fn live(&self, record: &RecordId, key: &FieldKey) -> Vec<Live<'_>> {
        self.live_ops(record, key)
            .iter()
            .map(|op| self.op_cell(*op))
            .collect()
    }

    /// The value that counts for now.
    pub fn value(&self, record: &RecordId, key: &FieldKey) -> Value {
        self.first_op(record, key)
            .map(|op| self.op_cell(op).value.clone())
            .unwrap_or_default()
    }

    /// The same where it lies, for what reads many fields of many records. The key is one of a template.
    pub fn held(&self, record: &RecordId, key: &str) -> &Value {
        self.held_in(self.cells_of(record), key)
    }

    /// The same of a record that was looked up before.
    pub(in crate::model) fn held_in(&self, cells: Option<&RecordCells>, key: &str) -> &Value {
        static NOTHING: Value = Value::Null;
        let Some(cells) = cells else {
            return &NOTHING;
        };
        self.trails.note_cell(cells.index, key);
        let first = if cells.renaming.is_some() {
            let ops = self.live_ops(&cells.id, &FieldKey::of(key));
            ops.first().copied()
        } else {
            let cell = cells.find_named(key);
            cell.and_then(|cell| self.cell_live(cell).first().copied())
        };
        first.map_or(&NOTHING, |op| self.op_cell(op).value)
    }

    /// The write that counts for now.
    pub(super) fn first_op(&self, record: &RecordId, key: &FieldKey) -> Option<Op> {
        let cells = self.cells_of(record)?;
        if cells.renaming.is_none() {
            self.trails.note_cell(cells.index, key.as_str());
            self.cell_live(cells.find(key)?).first().copied()
        } else {
            self.live_ops(record, key).first().copied()
        }
    }

    /// The differing live values of a cell, in their order, without repeats.
    pub fn distinct(&self, record: &RecordId, key: &FieldKey) -> Vec<Value> {
        self.distinct_of(&self.live_ops(record, key))
    }

    /// The values of some writes in their order, without repeats.
    pub(super) fn distinct_of(&self, ops: &[Op]) -> Vec<Value> {
        let mut met: KeyedSet<&Value> = KeyedSet::with_hasher(HashKey(self.seed));
        let values = ops.iter().map(|op| self.op_cell(*op).value);
        values.filter(|value| met.insert(value)).cloned().collect()
    }

    /// The whole history of a cell in force, oldest first.
    pub fn history(&self, record: &RecordId, key: &FieldKey) -> Vec<Live<'_>> {
        let mut ops = self.ops(record, key);
        sort::sort_by(&mut ops, |a, b| {
            self.change(a.slot).order(self.change(b.slot))
        });
        ops.iter().map(|op| self.op_cell(*op)).collect()
    }
}

/// The same element, or none, of another field.
fn with_stem(key: &FieldKey, stem: &str) -> FieldKey {
    key.rest().map_or_else(
        || FieldKey::of(stem),
        |element| FieldKey::of(&format!("{stem}/{element}")),
    )
}
