//! What is in force: every batch that is on and, for each id named in it and not there, the stored
//! changes of that id. Holding back is weak: what is built upon stays.

use super::{Log, OWN, Slot, Touched};
use crate::model::change::Change;
use crate::model::id::{CellId, ChangeId};
use smol_str::SmolStr;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Changes that came together; grow-only like everything else.
pub(super) struct Batch {
    pub(super) name: SmolStr,
    /// The highest switch number seen; odd means off.
    pub(super) switch: u64,
}

impl Batch {
    fn is_on(&self) -> bool {
        self.switch.is_multiple_of(2)
    }
}

/// What joining a batch did.
pub(super) enum Joined {
    /// The change came in force.
    Came,
    /// Nothing changed.
    NoChange,
    /// What is in force must be computed from scratch.
    ComputeAnew,
}

impl Log {
    pub(super) fn batch_index(&mut self, name: &str) -> u32 {
        if let Some(index) = self.batch_at.get(name) {
            return *index;
        }
        let index = u32::try_from(self.batches.len()).expect("fewer batches than changes");
        self.batches.push(Batch {
            name: name.into(),
            switch: 0,
        });
        self.batch_at.insert(name.into(), index);
        index
    }

    /// Whether a batch is on; an unknown one is.
    pub fn is_on(&self, batch: &str) -> bool {
        self.switch_of(batch).is_multiple_of(2)
    }

    /// The highest switch number of a batch; odd means off.
    pub fn switch_of(&self, batch: &str) -> u64 {
        self.note_everything();
        self.batch_at
            .get(batch)
            .map_or(0, |index| self.batches[*index as usize].switch)
    }

    /// The batches there are, but for one's own edits.
    pub fn batch_names(&self) -> impl Iterator<Item = &str> + '_ {
        self.note_everything();
        let names = self.batches.iter().map(|batch| batch.name.as_str());
        names.filter(|name| *name != OWN)
    }

    /// The changes of a batch.
    pub fn of_batch(&self, batch: &str) -> Vec<Slot> {
        self.note_everything();
        let Some(index) = self.batch_at.get(batch) else {
            return Vec::new();
        };
        let belongs = |stored: &super::Stored| stored.batches.contains(index);
        (0u32..)
            .zip(&self.stored)
            .filter(|(_, stored)| belongs(stored))
            .map(|(at, _)| Slot(at))
            .collect()
    }

    /// Whether a change belongs to a batch that is on (not only in force because something names it).
    pub fn is_in_batch_on(&self, slot: Slot) -> bool {
        self.note_everything();
        self.stored[slot.at()]
            .batches
            .iter()
            .any(|batch| self.batches[*batch as usize].is_on())
    }

    /// Learns of a switch: the highest number counts, odd means off. Own edits cannot be switched.
    pub fn switch(&mut self, batch: &str, number: u64) -> Touched {
        let index = self.batch_index(batch) as usize;
        let known = &mut self.batches[index];
        if batch == OWN || number <= known.switch {
            return Touched::new();
        }
        self.trails.turn += 1;
        let flips = known.switch % 2 != number % 2;
        known.switch = number;
        if flips {
            self.recompute()
        } else {
            Touched::new()
        }
    }

    /// Puts a stored change into a batch, and in force where that is all there is to do.
    pub(super) fn join(&mut self, batch: u32, slot: Slot) -> Joined {
        let stored = &mut self.stored[slot.at()];
        if stored.batches.contains(&batch) {
            return Joined::NoChange;
        }
        stored.batches.push(batch);
        if !self.batches[batch as usize].is_on() {
            // Held back, unless something in force names it.
            return if self.is_in_force(slot) {
                Joined::NoChange
            } else {
                Joined::ComputeAnew
            };
        }
        let id = self.change(slot).id;
        // Another content of its id may be in force only because something names it: now it is there without that.
        let is_twice = self.by_id.get(&id).is_some_and(|slots| slots.len() > 1);
        let others_held = self.held_back > usize::from(!self.is_in_force(slot));
        if is_twice && self.batches.iter().any(|batch| !batch.is_on())
            || others_held && self.names_held_back(slot)
        {
            return Joined::ComputeAnew;
        }
        if self.is_in_force(slot) {
            return Joined::NoChange;
        }
        let stored = &mut self.stored[slot.at()];
        stored.in_force = true;
        self.top_in_force = self.top_in_force.max(stored.change.lamport);
        self.held_back -= 1;
        self.forget_cells_of(slot);
        let author = self.stored[slot.at()].change.author.as_deref();
        self.signers.come(author, self.trails.turn);
        Joined::Came
    }

    fn names_held_back(&self, slot: Slot) -> bool {
        let is_held = |id: ChangeId| {
            let slots = self.by_id.get(&id);
            slots.is_some_and(|slots| slots.iter().all(|slot| !self.is_in_force(*slot)))
        };
        self.change(slot).names().any(is_held)
    }

    /// The cells a change writes: under the key stored, and under the one it is read by.
    pub(super) fn places_of<'a>(&'a self, change: &'a Change) -> impl Iterator<Item = CellId> + 'a {
        let is_renamed = self.renaming(&change.record).is_some();
        let keys = change.cells.iter().flat_map(move |cell| {
            let read = is_renamed.then(|| self.key_to_write(&change.record, &cell.key));
            [Some(cell.key.clone()), read].into_iter().flatten()
        });
        keys.map(|key| (change.record.clone(), key))
    }

    /// Computes from scratch what is in force.
    pub(super) fn recompute(&mut self) -> Touched {
        let on: HashSet<u32> = (0u32..)
            .zip(&self.batches)
            .filter(|(_, batch)| batch.is_on())
            .map(|(index, _)| index)
            .collect();
        let mut now: Vec<bool> = self
            .stored
            .iter()
            .map(|stored| stored.batches.iter().any(|batch| on.contains(batch)))
            .collect();
        let mut todo: Vec<usize> = (0..now.len()).filter(|at| now[*at]).collect();
        let mut there: HashSet<ChangeId> =
            todo.iter().map(|at| self.stored[*at].change.id).collect();
        while let Some(at) = todo.pop() {
            for name in self.stored[at].change.names() {
                if !there.insert(name) {
                    continue;
                }
                for slot in self.by_id.get(&name).into_iter().flatten() {
                    if !now[slot.at()] {
                        now[slot.at()] = true;
                        todo.push(slot.at());
                    }
                }
            }
        }
        let mut touched = Touched::new();
        for (at, now) in (0u32..).zip(now) {
            let slot = Slot(at);
            if self.is_in_force(slot) != now {
                self.stored[slot.at()].in_force = now;
                self.forget_cells_of(slot);
                let author = self.stored[slot.at()].change.author.as_deref();
                if now {
                    self.signers.come(author, self.trails.turn);
                } else {
                    self.signers.go(author, self.trails.turn);
                }
                touched.extend(self.places_of(self.change(slot)));
            }
        }
        self.held_back = self.stored.iter().filter(|stored| !stored.in_force).count();
        let lamports = self.in_force().map(|change| change.lamport);
        self.top_in_force = lamports.max().unwrap_or_default();
        touched
    }

    /// Changes of a batch that is off which stay in force because something in force builds on them.
    pub fn kept_of(&self, batch: &str) -> Vec<Slot> {
        if self.is_on(batch) {
            return Vec::new();
        }
        self.of_batch(batch)
            .into_iter()
            .filter(|slot| self.is_in_force(*slot) && !self.is_in_batch_on(*slot))
            .collect()
    }

    /// Of the changes of a batch those that stay in force because other batches that are on hold them too: how many,
    /// and which batches.
    pub fn held_elsewhere(&self, batch: &str) -> (usize, Vec<&str>) {
        let mut others: BTreeSet<u32> = BTreeSet::new();
        let mut count = 0;
        for slot in self.of_batch(batch) {
            let on = self.stored[slot.at()].batches.iter().filter(|other| {
                let other = &self.batches[**other as usize];
                other.name != batch && other.is_on()
            });
            count += usize::from(on.clone().next().is_some());
            others.extend(on);
        }
        let names = others
            .into_iter()
            .map(|other| self.batches[other as usize].name.as_str());
        (count, names.collect())
    }

    /// What must be left out together with those changes of a file: everything in it that names them.
    pub fn with_dependents(file: &[&Change], left_out: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut naming: HashMap<ChangeId, Vec<usize>> = HashMap::new();
        for (at, change) in file.iter().enumerate() {
            for name in change.names() {
                naming.entry(name).or_default().push(at);
            }
        }
        let mut out = left_out.clone();
        let mut todo: Vec<usize> = left_out.iter().copied().collect();
        while let Some(at) = todo.pop() {
            // Each id is followed once.
            for other in naming.remove(&file[at].id).into_iter().flatten() {
                if out.insert(other) {
                    todo.push(other);
                }
            }
        }
        out
    }
}
