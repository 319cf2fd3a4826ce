//! Taking back and doing again, as the session does it, and what it must leave.

use super::{Done, Person, Visit, World, places};
use crate::oracle::{FactId, Facts, Oracle, Token, token};
use crate::schema::Reading;
use hepai::model::log::{Current, Slot};
use hepai::model::{CellId, Change, FieldKey, Log, RecordId, Value};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
struct Expected {
    has_left: bool,
    cells: Vec<(RecordId, FieldKey, Vec<Token>, bool)>,
    all: Option<(Current, BTreeSet<CellId>)>,
}

impl World {
    /// Writes as one step that can be undone.
    pub(crate) fn write_step(&mut self, who: usize, visit: &Visit) -> Vec<FactId> {
        let (stored_before, force_before) = (self.stored(who), self.force(who));
        let made = self.write(who, visit);
        self.remember(who, &made, stored_before, force_before);
        made
    }

    pub(crate) fn remember(
        &mut self,
        who: usize,
        made: &[FactId],
        stored_before: Facts,
        force_before: Facts,
    ) {
        if !made.is_empty() {
            let done = self.done(who, made, stored_before, force_before);
            self.people[who].undo.push(done);
            self.people[who].redo.clear();
        }
    }

    fn done(&self, who: usize, made: &[FactId], stored_before: Facts, force_before: Facts) -> Done {
        let changes: Vec<Change> = made
            .iter()
            .map(|id| self.oracle.facts[*id].change.clone())
            .collect();
        let log = &self.people[who].log;
        let slots: Vec<Slot> = log.slots_of(&changes);
        let mut own: BTreeMap<CellId, Facts> = BTreeMap::new();
        for id in made {
            let change = &self.oracle.facts[*id].change;
            change.cells.iter().for_each(|cell| {
                own.entry((change.record.clone(), cell.key.clone()))
                    .or_default()
                    .insert(*id)
            });
        }
        Done {
            step: log.step_of(&slots),
            own,
            stored_before,
            force_before,
        }
    }

    /// Undoes (or redoes) the last step of one's own, as the session does it. Returns whether anything was left.
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of step")]
    pub(crate) fn step_back(&mut self, who: usize, is_redo: bool) -> bool {
        let stack = |person: &mut Person| {
            if is_redo {
                person.redo.pop()
            } else {
                person.undo.pop()
            }
        };
        let Some(done) = stack(&mut self.people[who]) else {
            return false;
        };
        let (stored, force) = (self.stored(who), self.force(who));
        let stamp = self.stamp(who);
        let undone = self.people[who].log.undo(&done.step, &stamp);
        let expected = self.expect_undo(
            who,
            &done,
            &force,
            &stored,
            &undone.left.iter().cloned().collect(),
        );
        let reading = self.people[who].reading;
        let without_own = {
            let mut all = Facts::default();
            done.own.values().for_each(|own| all.add(own));
            force.without(&all)
        };
        // A value written back was seen by whoever wrote it first, and sees what is undone.
        let originals =
            |oracle: &Oracle, record: &RecordId, key: &FieldKey, value: &Value| -> Facts {
                let before = oracle
                    .ops(&without_own, reading, record, key)
                    .common(&done.stored_before);
                let stood = oracle.live(&before, reading, record, key);
                stood
                    .into_iter()
                    .filter(|id| token(oracle.value(*id, reading, key)) == token(value))
                    .collect()
            };
        let mut made = Vec::new();
        // A deletion or locking state may know any of the others, so the oracle hears of it last.
        let is_seal = |change: &Change| {
            change
                .cells
                .iter()
                .any(|cell| matches!(cell.key.as_str(), "deleted" | "status"))
        };
        let (seals, others): (Vec<Change>, Vec<Change>) =
            undone.changes.into_iter().partition(is_seal);
        for change in others.into_iter().chain(seals) {
            let own = |key: &FieldKey| done.own[&(change.record.clone(), key.clone())].clone();
            let mut eyes = Facts::default();
            let mut cells: BTreeMap<FieldKey, Facts> = BTreeMap::new();
            for cell in &change.cells {
                let from = originals(&self.oracle, &change.record, &cell.key, &cell.value);
                if matches!(cell.key.as_str(), "deleted" | "status") {
                    from.iter().for_each(|seal| {
                        eyes.add(&self.oracle.facts[seal].eyes);
                        eyes.insert(seal);
                    });
                    eyes.add(&own(&cell.key));
                    // What comes back with it was known to it, if what stood then was.
                    for id in &made {
                        let known: Facts = from
                            .iter()
                            .filter(|seal| {
                                self.was_known(*seal, &cell.key, *id, reading, &originals)
                            })
                            .collect();
                        if !known.is_empty() {
                            eyes.insert(*id);
                        }
                    }
                }
                cells.insert(cell.key.clone(), own(&cell.key).with(&from));
            }
            made.extend(self.append(who, vec![change], &eyes, |_, key| cells[key].clone()));
        }
        let back = self.done(who, &made, stored, force);
        self.absorb(who, is_redo, done, &back);
        if !made.is_empty() {
            let person = &mut self.people[who];
            if is_redo {
                person.undo.push(back)
            } else {
                person.redo.push(back)
            }
        }
        self.check_undone(who, &expected);
        self.count(
            if is_redo {
                "steps redone"
            } else {
                "steps undone"
            },
            1,
        );
        !undone.left.is_empty()
    }

    /// Whether all that a write-back brings back was known to a deletion or locking state, or stood there for it.
    fn was_known(
        &self,
        seal: FactId,
        cell: &FieldKey,
        back: FactId,
        reading: Reading,
        originals: &impl Fn(&Oracle, &RecordId, &FieldKey, &Value) -> Facts,
    ) -> bool {
        let change = &self.oracle.facts[back].change;
        change.record == self.oracle.facts[seal].change.record
            && change.cells.iter().all(|back| {
                let from = originals(&self.oracle, &change.record, &back.key, &back.value);
                let known =
                    self.oracle
                        .known_to_seal(seal, cell, reading, &change.record, &back.key);
                let stood = self
                    .oracle
                    .distinct(&known, reading, &change.record, &back.key);
                from.iter().any(|id| known.contains(id))
                    || stood.contains(&token(&back.value))
                    || stood.is_empty() && token(&back.value).is_none()
            })
    }

    /// Earlier steps take over what a later one and its undo wrote in the cells they share.
    fn absorb(&mut self, who: usize, is_redo: bool, done: Done, back: &Done) {
        let person = &mut self.people[who];
        let stack = if is_redo {
            &mut person.redo
        } else {
            &mut person.undo
        };
        for (step, own) in [(done.step, done.own), (back.step.clone(), back.own.clone())] {
            let (mut step, mut own) = (step, own);
            for earlier in stack.iter_mut().rev() {
                step = earlier.step.absorb(step);
                for (place, facts) in &mut earlier.own {
                    if let Some(more) = own.remove(place) {
                        facts.add(&more);
                    }
                }
            }
        }
    }

    /// What an undo must leave and what it must bring back.
    fn expect_undo(
        &mut self,
        who: usize,
        done: &Done,
        force: &Facts,
        stored: &Facts,
        left: &BTreeSet<CellId>,
    ) -> Expected {
        let reading = self.people[who].reading;
        let mut expected = Expected::default();
        let mut all_own = Facts::default();
        done.own.values().for_each(|own| all_own.add(own));
        let unsound = self.unsound(force);
        for ((record, key), own) in &done.own {
            let ops = self.oracle.ops(force, reading, record, key);
            let came_since = ops.without(own).without(&done.stored_before);
            let is_left = left.contains(&(record.clone(), key.clone()));
            let is_sound = ops.common(&unsound).is_empty();
            if is_sound {
                assert_eq!(
                    is_left,
                    !came_since.is_empty(),
                    "others have touched it since, so it is left and told: {record} {key}, {:?}",
                    came_since.iter().collect::<Vec<_>>()
                );
            }
            if is_left {
                expected.has_left = true;
                expected.cells.push((
                    record.clone(),
                    key.clone(),
                    self.oracle.distinct(force, reading, record, key),
                    is_sound,
                ));
            } else {
                let mut values = self
                    .oracle
                    .distinct(&ops.without(own), reading, record, key);
                if values.is_empty() {
                    values.push(None);
                }
                expected
                    .cells
                    .push((record.clone(), key.clone(), values, is_sound));
            }
        }
        let has_older_key = |(record, key): &CellId| {
            reading.stored_keys(key)[1..].iter().any(|older| {
                !self
                    .oracle
                    .ops(force, Reading::Old, record, older)
                    .is_empty()
            })
        };
        if unsound.is_empty()
            && !expected.has_left
            && !done.own.keys().any(has_older_key)
            && force.without(&all_own) == done.force_before
            && stored.without(&all_own) == done.stored_before
        {
            let before = Log::of(reading.schema(), 1, self.oracle.sorted(&done.force_before));
            expected.all = Some((before.current(), places(&before)));
        }
        expected
    }

    fn check_undone(&mut self, who: usize, expected: &Expected) {
        let log = &self.people[who].log;
        for (record, key, values, is_sound) in &expected.cells {
            let now: Vec<Token> = log.distinct(record, key).iter().map(token).collect();
            if *is_sound {
                assert_eq!(
                    now, *values,
                    "undo brings back what stood, or leaves what others touched: {record} {key}"
                );
            }
        }
        if let Some((current, conflicts)) = &expected.all {
            crate::laws::same(&log.current(), current, "undo restores the state");
            crate::laws::same(&places(log), conflicts, "undo restores the conflicts");
            self.count("undone with the whole state as before", 1);
        }
        self.count("cells undone", expected.cells.len());
    }
}
