//! The union of the files: each change once, with the files it came in.

use crate::exchange::content::{FileChange, FileContent};
use crate::model::log::Slot;
use crate::model::{Change, Log, sort};
use smallvec::SmallVec;
use std::collections::HashMap;

/// A change not in force here.
#[derive(Debug, Clone)]
pub struct NewChange {
    pub change: Change,
    /// The files that hold it, by number, and its line in each (0: none of its own).
    pub files: SmallVec<[(usize, usize); 1]>,
    /// Whether it is the difference that a hand made in `current`.
    pub is_outside: bool,
    /// Whether it is stored here and held back.
    pub is_held_back: bool,
}

pub(super) struct Union {
    /// In the one order.
    pub(super) items: Vec<NewChange>,
    /// In force here, each once.
    pub(super) known: Vec<Slot>,
    /// Per file: how many of its changes are in force here, and the last of them.
    pub(super) known_of: Vec<(usize, Option<Slot>)>,
}

/// Collects items, finding those met before.
#[derive(Default)]
struct Collector<'a> {
    items: Vec<NewChange>,
    by_line: HashMap<&'a str, usize>,
    known: Vec<Slot>,
}

impl Union {
    pub(super) fn of(log: &Log, files: &[(String, FileContent)]) -> Self {
        let mut all = Collector::default();
        let mut known_of = Vec::with_capacity(files.len());
        for (number, (_, content)) in files.iter().enumerate() {
            let mut mine: (usize, Option<Slot>) = (0, None);
            let mut meet = |slot: Slot, line: usize, is_outside: bool| {
                if log.is_in_force(slot) {
                    all.known.push(slot);
                    mine = (mine.0 + 1, Some(slot));
                } else {
                    all.add(log.change(slot), (number, line), is_outside, true);
                }
            };
            let mut fresh: Vec<(&Change, usize, bool)> = Vec::new();
            for entry in &content.entries {
                match entry {
                    FileChange::Known(slot) => meet(*slot, 0, false),
                    FileChange::Fresh(change, line) => match log.find(change.line()) {
                        Some(slot) => meet(slot, *line, false),
                        None => fresh.push((change, *line, false)),
                    },
                }
            }
            for change in &content.outside {
                match log.find(change.line()) {
                    Some(slot) => meet(slot, 0, true),
                    None => fresh.push((change, 0, true)),
                }
            }
            for (change, line, is_outside) in fresh {
                all.add(change, (number, line), is_outside, false);
            }
            known_of.push(mine);
        }
        let Collector {
            mut items,
            mut known,
            ..
        } = all;
        sort::sort_by(&mut items, |a, b| a.change.order(&b.change));
        sort::sort(&mut known);
        known.dedup();
        Self {
            items,
            known,
            known_of,
        }
    }
}

impl<'a> Collector<'a> {
    fn add(
        &mut self,
        change: &'a Change,
        place: (usize, usize),
        is_outside: bool,
        is_held_back: bool,
    ) {
        let at = *self
            .by_line
            .entry(change.line())
            .or_insert(self.items.len());
        if let Some(item) = self.items.get_mut(at) {
            item.files.push(place);
            item.is_outside &= is_outside;
        } else {
            self.items.push(NewChange {
                change: change.clone(),
                files: SmallVec::from_slice(&[place]),
                is_outside,
                is_held_back,
            });
        }
    }
}
