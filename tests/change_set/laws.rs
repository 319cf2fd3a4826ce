//! The guarantees, checked on a copy as it is now; below it, what else they say.

mod reloaded;

use crate::oracle::Facts;
use crate::people::{World, lines, places};
use crate::schema::Reading;
pub(crate) use exchanged::orders;
use hepai::model::log::{Current, record_text};
use hepai::model::{CellId, FieldKey, Log, RecordId};
use std::collections::BTreeSet;

mod decided;

mod exchanged;

mod kept;

mod rows;

/// Everything that must agree between copies with the same changes in force, as text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bytes {
    pub(crate) changes: String,
    pub(crate) current: String,
}

pub(crate) fn bytes(log: &Log) -> Bytes {
    let changes = log
        .sorted()
        .iter()
        .map(|change| format!("{}\n", change.line()))
        .collect();
    Bytes {
        changes,
        current: current_text(&log.current()),
    }
}

pub(crate) fn current_text(current: &Current) -> String {
    current
        .iter()
        .map(|(record, fields)| format!("{record}:{}\n", record_text(fields)))
        .collect()
}

impl World {
    /// Guarantees 1, 3, 4, 5, 6, 7, 9 and 10 on one copy as it is now.
    pub(crate) fn check_copy(&mut self, who: usize) {
        let force = self.force(who);
        let stored = self.stored(who);
        let reading = self.people[who].reading;
        let expected = self.oracle.in_force(&self.people[who].batches);
        assert!(
            force == expected,
            "in force is what the batches and switches say: {:?} {:?}",
            force.without(&expected),
            expected.without(&force)
        );
        let all_stored = self.people[who]
            .batches
            .values()
            .fold(Facts::default(), |all, batch| all.with(&batch.facts));
        assert!(stored == all_stored, "nothing stored is erased");
        self.check_next_lamport(who, &stored, &force);
        self.check_reload(who);
        let log = std::mem::replace(&mut self.people[who].log, Log::new(reading.schema(), 0));
        self.check_log(&log, &force, reading);
        self.people[who].log = log;
        self.check_rows(who, &force, reading);
        self.check_missing(who, &stored, &force);
        self.check_nothing_lost(who);
        if self.chance(40) {
            self.check_past(&force, reading);
        }
        if self.chance(50) {
            self.check_slips(&force);
        }
        self.check_doubled(who, &force);
        self.count("copies checked", 1);
    }

    /// Guarantees 4, 5, 9 and 11 of one log against what writers saw.
    fn check_log(&mut self, log: &Log, force: &Facts, reading: Reading) {
        let unsound = self.unsound(force);
        let (mut cells, mut skipped) = (0, 0);
        for record in self.oracle.records(force) {
            for key in self.oracle.cells(force, reading, &record) {
                let live = log.live(&record, &key);
                assert!(
                    !live.is_empty(),
                    "a written cell has a live value: {record} {key}"
                );
                let ops = self.oracle.ops(force, reading, &record, &key);
                self.check_listed(log, &ops, &record, &key);
                if !ops.common(&unsound).is_empty() {
                    skipped += 1;
                    continue;
                }
                let expected: Vec<&str> = self
                    .oracle
                    .live(force, reading, &record, &key)
                    .into_iter()
                    .map(|id| self.oracle.facts[id].change.line())
                    .collect();
                let found: Vec<&str> = live.iter().map(|write| write.change.line()).collect();
                assert_eq!(
                    found, expected,
                    "live exactly when nobody in force wrote {record} {key} having seen it"
                );
                cells += 1;
            }
        }
        self.count("cells compared", cells);
        self.count("cells with a missing or doubled name", skipped);
        self.check_contradictions(log, force, reading, &unsound);
        if unsound.is_empty() {
            let is_judged = |(record, key): &CellId| {
                !self.oracle.is_other_versions(force, reading, record, key)
            };
            let expected: BTreeSet<_> = self
                .oracle
                .conflicts(force, reading)
                .into_iter()
                .filter(is_judged)
                .collect();
            same(
                &places(log).into_iter().filter(is_judged).collect(),
                &expected,
                "a conflict exists exactly when writers had not seen each other's differing values",
            );
            same(
                &current_text(&log.current()),
                &current_text(&self.oracle.current(force)),
                "current is the first live value of every cell",
            );
            self.count("whole states compared", 1);
            self.count("conflicts found", expected.len());
        }
    }

    /// Guarantee 9: an honest value is live or listed with what replaced it, a later write that names it.
    fn check_listed(&self, log: &Log, ops: &Facts, record: &RecordId, key: &FieldKey) {
        let live = lines(log.live(record, key));
        let history = log.history(record, key);
        assert_eq!(
            history.len(),
            ops.len(),
            "the history of {record} {key} is whole"
        );
        for id in ops.iter() {
            let change = &self.oracle.facts[id].change;
            assert!(history.iter().any(|write| write.change == change));
            let replacer = history.iter().find(|write| {
                write.change.lamport > change.lamport && write.names.contains(&change.id)
            });
            assert_eq!(
                live.contains(change.line()),
                replacer.is_none(),
                "a value is live or replaced by a later write that names it"
            );
        }
    }

    /// Guarantee 5: a deletion or locking state is contradicted exactly when a live value it covers was unknown to it
    /// and differs from what stood there.
    fn check_contradictions(
        &mut self,
        log: &Log,
        force: &Facts,
        reading: Reading,
        unsound: &Facts,
    ) {
        for record in self.oracle.records(force) {
            for key in ["deleted", "status"].map(FieldKey::of) {
                let seals = self.oracle.seals(force, reading, &record, &key);
                if seals.is_empty() || self.oracle.is_other_versions(force, reading, &record, &key)
                {
                    continue;
                }
                let mut places = self.oracle.covered(force, reading, &record, &key);
                places.push((record.clone(), key.clone()));
                if places
                    .iter()
                    .any(|(record, key)| !self.oracle.ops(unsound, reading, record, key).is_empty())
                {
                    continue;
                }
                let expected: BTreeSet<String> = self
                    .oracle
                    .contradictions(force, reading, &record, &key)
                    .iter()
                    .map(|id| self.oracle.facts[id].change.line().to_owned())
                    .collect();
                let found = log.contradictions(&record, &key);
                let found_lines = lines(found.iter().map(|(_, write)| *write));
                assert_eq!(found_lines, expected, "what contradicts {record} {key}");
                let targets: BTreeSet<_> = found
                    .iter()
                    .map(|((record, key), write)| (record, key, write.change.line()))
                    .collect();
                assert_eq!(
                    targets.len(),
                    found.len(),
                    "what contradicts is listed once"
                );
                let found_any = !expected.is_empty();
                if key.as_str() == "deleted" {
                    assert_eq!(
                        log.is_deleted(&record),
                        !found_any,
                        "in doubt visible: {record}"
                    );
                    self.count("deletions judged", 1);
                    self.count("edits against a deletion", usize::from(found_any));
                } else {
                    self.count("locking states judged", 1);
                    self.count("edits against a locking state", usize::from(found_any));
                }
            }
        }
    }
}

/// Two things are equal, or the first line that differs is told.
pub(crate) fn same<T: std::fmt::Debug + PartialEq>(left: &T, right: &T, what: &str) {
    if left != right {
        let (left, right) = (format!("{left:#?}"), format!("{right:#?}"));
        let (left, right): (Vec<&str>, Vec<&str>) = (
            left.split(['\n', ' ']).collect(),
            right.split(['\n', ' ']).collect(),
        );
        let at = left
            .iter()
            .zip(&right)
            .take_while(|(left, right)| left == right)
            .count();
        let around = |words: &[&str]| {
            words[at.saturating_sub(12).min(words.len())..(at + 12).min(words.len())].join(" ")
        };
        panic!(
            "{what}\n  left: {}\n right: {}",
            around(&left),
            around(&right)
        );
    }
}
