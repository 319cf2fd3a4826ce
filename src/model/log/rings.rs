//! Loops of parents, each with the record at which it is cut. Looked for again only from the records whose parent was
//! touched, each record once, so that chains and loops of thousands cost no more than a list of them.

use super::cells::Op;
use super::trail::ReadStep;
use super::{Log, read_reference};
use crate::model::hash::KeyedMap;
use crate::model::id::FieldKey;
use crate::model::sort;
use crate::model::template::PARENT;
use std::collections::BTreeMap;

/// What was found so far, and where to look again.
#[derive(Default)]
pub(super) struct Rings {
    /// Every record in a loop, with the one at which the loop is cut.
    cut_at: BTreeMap<u32, u32>,
    again: Vec<u32>,
    /// The turn in which they last changed.
    changed: u64,
}

impl Rings {
    pub(super) fn forget(&mut self, record: u32) {
        if self.again.last() != Some(&record) {
            self.again.push(record);
        }
    }
}

impl Log {
    /// Whether a loop of parents is cut at that record.
    pub(super) fn is_cut_at(&self, index: u32) -> bool {
        self.cuts_changed();
        self.trails.note(ReadStep::Cuts);
        self.rings.borrow().cut_at.get(&index) == Some(&index)
    }

    /// Every record at which a loop of parents is cut.
    pub(super) fn all_cuts(&self) -> Vec<u32> {
        self.cuts_changed();
        self.trails.note(ReadStep::Cuts);
        let rings = self.rings.borrow();
        let cuts = rings.cut_at.iter().filter(|(index, cut)| index == cut);
        cuts.map(|(index, _)| *index).collect()
    }

    /// The turn in which the cuts last changed; looks at what was touched since.
    pub(super) fn cuts_changed(&self) -> u64 {
        self.trails.aside(|| self.look_for_rings());
        self.rings.borrow().changed
    }

    fn look_for_rings(&self) {
        let mut rings = self.rings.borrow_mut();
        if rings.again.is_empty() {
            return;
        }
        let before = rings.cut_at.clone();
        let mut again = std::mem::take(&mut rings.again);
        sort::sort(&mut again);
        again.dedup();
        let mut gone: Vec<u32> = again
            .iter()
            .filter_map(|index| rings.cut_at.get(index).copied())
            .collect();
        sort::sort(&mut gone);
        rings
            .cut_at
            .retain(|_, cut| gone.binary_search(cut).is_err());
        // Where a record was met, and on which walk.
        let mut met: KeyedMap<u32, (u32, usize)> = KeyedMap::default();
        for start in again {
            let mut path: Vec<u32> = Vec::new();
            let mut next = Some(start);
            while let Some(index) = next {
                if let Some((walk, from)) = met.get(&index) {
                    if *walk == start {
                        let ring = &path[*from..];
                        let cut = self.last_parent(ring);
                        rings.cut_at.extend(ring.iter().map(|index| (*index, cut)));
                    }
                    break;
                }
                met.insert(index, (start, path.len()));
                path.push(index);
                next = self.parent_index(index);
            }
        }
        if rings.cut_at != before {
            rings.changed = self.trails.turn;
        }
    }

    fn first_parent(&self, index: u32) -> Option<Op> {
        let record = &self.records[index as usize].id;
        self.first_op(record, &FieldKey::of(PARENT))
    }

    fn parent_index(&self, index: u32) -> Option<u32> {
        let parent = read_reference(self.op_cell(self.first_parent(index)?).value)?;
        self.record_at.get(&parent).copied()
    }

    /// The one of a loop whose `parent` comes last in the order.
    fn last_parent(&self, ring: &[u32]) -> u32 {
        let write_of = |index: &u32| Some((self.change(self.first_parent(*index)?.slot), *index));
        let last = ring
            .iter()
            .filter_map(write_of)
            .max_by(|a, b| a.0.order(b.0));
        last.map_or(ring[0], |(_, index)| index)
    }
}
