//! Files by mail, what is left out of them, and imports switched off and on.

use crate::oracle::{FactId, Facts};
use crate::people::{Look, Mode, World};
use hepai::model::log::OWN;
use hepai::model::{Change, ChangeId, Log, RecordId};
use std::collections::BTreeSet;

pub(crate) fn told(looks: &[Look]) -> String {
    looks
        .iter()
        .map(|look| format!("{} {} = {:?}", look.record, look.key, look.value))
        .collect::<Vec<_>>()
        .join(", ")
}

impl World {
    pub(crate) fn mail(&mut self, who: usize) {
        let mut file = self.force(who);
        let records: Vec<RecordId> = self.oracle.records(&file).into_iter().collect();
        let others: Vec<usize> = (0..self.people.len())
            .filter(|other| *other != who)
            .collect();
        let to = self.pick(&others);
        let kind = self.rng.u32(0..100);
        if kind < 30 && !records.is_empty() {
            let count = self.rng.usize(1..=records.len());
            let slip: BTreeSet<RecordId> = self.some_of(&records, count).into_iter().collect();
            file = self.slip(&file, &slip);
        } else if kind < 42 {
            file = file.without(&self.force(to));
        } else if kind < 52 && !self.files.is_empty() {
            file = self.pick(&self.files.clone());
        }
        if self.chance(15) {
            self.files.push(file.clone());
        }
        self.take_file(to, &file);
    }

    pub(crate) fn slip(&self, file: &Facts, records: &BTreeSet<RecordId>) -> Facts {
        file.iter()
            .filter(|id| records.contains(&self.oracle.facts[*id].change.record))
            .collect()
    }

    fn take_file(&mut self, to: usize, file: &Facts) {
        let before = self.force(to);
        let new = file.without(&before);
        let mut leave = Facts::default();
        if !new.is_empty() && self.chance(35) {
            let all: Vec<FactId> = new.iter().collect();
            let count = self.rng.usize(1..=all.len());
            leave = self.some_of(&all, count).into_iter().collect();
            if self.chance(50) {
                leave = self.with_dependents(&new, &leave);
            }
        }
        self.tell(format!(
            "P{to} takes a file of {}, {} new, {} left out",
            file.len(),
            new.len(),
            leave.len()
        ));
        let held_before = self.stored(to).without(&before);
        let batch = self.accept(to, file, &leave);
        self.count("imports", 1);
        self.count("changes left out", leave.len());
        let after = self.force(to);
        assert!(
            new.without(&leave).is_within(&after),
            "what was accepted is in force"
        );
        let is_plain = self.mode == Mode::Honest;
        assert!(
            !is_plain || before.is_within(&after),
            "an import takes nothing out of force"
        );
        if leave.is_empty() {
            assert!(
                file.is_within(&after),
                "importing twice finds something new"
            );
            let log = &self.people[to].log;
            assert!(self.oracle.changes(file).all(|change| {
                log.find(change.line())
                    .is_some_and(|slot| log.is_in_force(slot))
            }));
            self.count("imported again: nothing new", 1);
        } else if is_plain {
            let held = self.stored(to).without(&after);
            assert!(leave.is_within(&held.with(&after)));
            let named: BTreeSet<ChangeId> = self
                .oracle
                .changes(&after)
                .flat_map(|change| change.names().collect::<Vec<_>>())
                .collect();
            let came_along = leave.common(&after).without(&before);
            assert!(
                self.oracle
                    .changes(&came_along)
                    .all(|change| named.contains(&change.id)),
                "what is left out comes only where something names it"
            );
        }
        let _ = held_before;
        if self.chance(30) {
            self.undo_at_once(to, &batch, &before, &after);
        }
        if self.chance(20) {
            let again = self.accept(to, file, &leave);
            assert!(
                self.force(to) == after,
                "a file taken twice changes nothing"
            );
            self.tell(format!("P{to} takes it again as {again}"));
        }
    }

    fn undo_at_once(&mut self, to: usize, batch: &str, before: &Facts, after: &Facts) {
        self.switch(to, batch);
        let now = self.force(to);
        let fills = now.without(before);
        assert!(
            before.is_within(&now) || self.mode != Mode::Honest,
            "undo of an import takes something else away"
        );
        let waited: BTreeSet<ChangeId> = self
            .oracle
            .changes(&before.with(&fills))
            .flat_map(|change| change.names().collect::<Vec<_>>())
            .collect();
        assert!(
            self.oracle
                .changes(&fills)
                .all(|change| waited.contains(&change.id)),
            "only what something had been waiting for stays"
        );
        assert!(
            fills.is_within(&self.listed_as_kept(to)),
            "what stays is listed"
        );
        if fills.is_empty() && self.mode == Mode::Honest {
            self.count("imports undone at once, to the byte", 1);
        } else {
            self.count("imports undone at once, a gap stays filled", 1);
        }
        self.switch(to, batch);
        assert!(
            self.force(to) == *after,
            "redo of an import brings all of it back"
        );
    }

    /// Everything in the file that names what is left out.
    fn with_dependents(&self, new: &Facts, leave: &Facts) -> Facts {
        let changes: Vec<&Change> = self.oracle.changes(new).collect();
        let ids: Vec<FactId> = new.iter().collect();
        let places: BTreeSet<usize> = ids
            .iter()
            .enumerate()
            .filter(|(_, id)| leave.contains(**id))
            .map(|(at, _)| at)
            .collect();
        let out: Facts = Log::with_dependents(&changes, &places)
            .into_iter()
            .map(|at| ids[at])
            .collect();
        let mut names: BTreeSet<ChangeId> =
            self.oracle.changes(leave).map(|change| change.id).collect();
        loop {
            let more: BTreeSet<ChangeId> = changes
                .iter()
                .filter(|change| change.names().any(|name| names.contains(&name)))
                .map(|change| change.id)
                .collect();
            if more.is_subset(&names) {
                break;
            }
            names.extend(more);
        }
        let expected: Facts = new
            .iter()
            .filter(|id| {
                leave.contains(*id)
                    || self.oracle.facts[*id]
                        .change
                        .names()
                        .any(|name| names.contains(&name))
            })
            .collect();
        assert!(
            out == expected,
            "leaving out takes along all that builds on it"
        );
        out
    }

    pub(crate) fn switch_some(&mut self, who: usize) {
        let before = self.force(who);
        let Some(batch) = self.switch_one(who) else {
            return;
        };
        let after = self.force(who);
        let is_off = !self.people[who].batches[&batch].is_on();
        self.tell(format!(
            "P{who} switches {batch} {}",
            if is_off { "off" } else { "on" }
        ));
        let mut without = self.people[who].batches.clone();
        if is_off {
            without.remove(&batch);
            let alone = self.oracle.in_force(&without);
            assert!(alone.is_within(&after) || self.mode != Mode::Honest);
            let kept = after.without(&alone);
            assert!(
                kept.is_within(&self.listed_as_kept(who)),
                "what stays after an undo is listed"
            );
            let named: BTreeSet<ChangeId> = self
                .oracle
                .changes(&after)
                .flat_map(|change| change.names().collect::<Vec<_>>())
                .collect();
            assert!(
                self.oracle
                    .changes(&kept)
                    .all(|change| named.contains(&change.id)),
                "only what is built upon stays"
            );
            assert!(after.is_within(&before) || self.mode != Mode::Honest);
            self.count("late undo: taken back", before.without(&after).len());
            self.count("late undo: kept, built upon", kept.len());
        } else {
            assert!(before.is_within(&after) || self.mode != Mode::Honest);
        }
    }

    /// What the log lists as staying in force though its batch is off.
    fn listed_as_kept(&self, who: usize) -> Facts {
        let person = &self.people[who];
        let off = person.batches.iter().filter(|(_, batch)| !batch.is_on());
        self.oracle.facts_of(
            off.flat_map(|(name, _)| person.log.kept_of(name))
                .map(|slot| person.log.change(slot)),
        )
    }

    pub(crate) fn switch_one(&mut self, who: usize) -> Option<String> {
        let names: Vec<String> = self.people[who]
            .batches
            .keys()
            .filter(|name| *name != OWN)
            .cloned()
            .collect();
        if names.is_empty() {
            return None;
        }
        let batch = self.pick(&names);
        self.switch(who, &batch);
        Some(batch)
    }
}
