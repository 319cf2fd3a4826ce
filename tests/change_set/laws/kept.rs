//! What must not be lost, and what must be told: missing changes, second contents, past moments, slips (guarantees 3,
//! 6, 7 and 10).

use super::reloaded::screens;
use super::{bytes, same};
use crate::oracle::Facts;
use crate::people::{Mode, World, lines};
use crate::schema::Reading;
use hepai::model::log::Missing;
use hepai::model::{ChangeId, Log, RecordId};
use std::collections::{BTreeMap, BTreeSet};

impl World {
    /// Guarantee 10: what is missing is reported as ranges, and what is held back is not missing.
    pub(crate) fn check_missing(&mut self, who: usize, stored: &Facts, force: &Facts) {
        if self.mode == Mode::Liars {
            _ = self.people[who].log.missing(true);
            return;
        }
        for is_whole in [false, true] {
            let expected = self.oracle.missing(stored, force, is_whole);
            let ranges = self.people[who].log.missing(is_whole);
            let found: BTreeSet<ChangeId> = ranges
                .iter()
                .flat_map(|range| {
                    (range.from..=range.to).map(|seq| ChangeId {
                        replica: range.replica,
                        seq,
                    })
                })
                .collect();
            assert_eq!(found, expected, "what is missing is reported");
            assert_eq!(
                ranges.iter().map(Missing::count).sum::<u64>(),
                expected.len() as u64,
                "ranges do not overlap"
            );
            let are_apart = |one: &Missing, next: &Missing| {
                one.replica != next.replica || one.to + 1 < next.from
            };
            assert!(
                ranges.windows(2).all(|pair| are_apart(&pair[0], &pair[1])),
                "ranges are as long as they can be"
            );
            for range in &ranges {
                let author = self
                    .oracle
                    .changes(stored)
                    .find(|change| change.id.replica == range.replica)
                    .and_then(|change| change.author.clone());
                assert!(
                    author.is_none() || range.author.is_some(),
                    "with the person's name where known"
                );
            }
            self.count("missing changes reported", expected.len());
        }
    }

    /// Guarantee 3: every value ever accepted is live, in the history, or held back and listed.
    pub(crate) fn check_nothing_lost(&mut self, who: usize) {
        let accepted = self.people[who].accepted.clone();
        let log = &self.people[who].log;
        let mut where_it_is = [0; 4];
        for id in accepted.iter() {
            let change = &self.oracle.facts[id].change;
            let slot = log
                .find(change.line())
                .expect("what was accepted is stored");
            for cell in &change.cells {
                let is_live = lines(log.live(&change.record, &cell.key)).contains(change.line());
                let place = if !log.is_in_force(slot) {
                    assert!(
                        log.held_back().any(|held| held == change),
                        "what is held back is listed"
                    );
                    3
                } else if !is_live {
                    assert!(
                        lines(log.history(&change.record, &cell.key)).contains(change.line()),
                        "what is replaced is in the history"
                    );
                    2
                } else {
                    usize::from(log.distinct(&change.record, &cell.key).len() > 1)
                };
                where_it_is[place] += 1;
            }
        }
        for (what, count) in [
            "values live",
            "values in conflict",
            "values in the history",
            "values held back",
        ]
        .into_iter()
        .zip(where_it_is)
        {
            self.count(what, count);
        }
    }

    /// A past moment is all changes up to a lamport: closed, and judged by the same rules.
    pub(crate) fn check_past(&mut self, force: &Facts, reading: Reading) {
        if self.mode != Mode::Honest || force.is_empty() {
            return;
        }
        let lamports: Vec<u64> = self
            .oracle
            .changes(force)
            .map(|change| change.lamport)
            .collect();
        let lamport = self.pick(&lamports);
        let log = Log::of(reading.schema(), 5, self.oracle.sorted(force)).past(lamport);
        let past: Facts = force
            .iter()
            .filter(|id| self.oracle.facts[*id].change.lamport <= lamport)
            .collect();
        assert!(self.oracle.facts_of(log.in_force()) == past);
        assert!(
            self.oracle
                .dangling(&past)
                .is_subset(&self.oracle.dangling(force)),
            "a past moment is closed"
        );
        self.check_log(&log, &past, reading);
        self.count("past moments", 1);
    }

    /// Guarantee 6: cut by records into slips and merged again it is the same file.
    pub(crate) fn check_slips(&mut self, force: &Facts) {
        let records: Vec<RecordId> = self.oracle.records(force).into_iter().collect();
        let parts: BTreeMap<RecordId, usize> = records
            .iter()
            .map(|record| (record.clone(), self.rng.usize(0..3)))
            .collect();
        let slips = [0, 1, 2].map(|part| {
            self.slip(
                force,
                &records
                    .iter()
                    .filter(|record| parts[record] == part)
                    .cloned()
                    .collect(),
            )
        });
        let mut merged = Log::new(Reading::New.schema(), 17);
        for (number, slip) in slips.iter().enumerate() {
            merged.add_all(
                &format!("slip {number}"),
                self.oracle.changes(slip).cloned().collect::<Vec<_>>(),
            );
        }
        let whole = Log::of(Reading::New.schema(), 18, self.oracle.sorted(force));
        same(
            &bytes(&merged),
            &bytes(&whole),
            "slips merged again are the same file",
        );
        same(
            &screens(&merged),
            &screens(&whole),
            "slips merged again show the same",
        );
    }

    /// Guarantee 7: an id with two contents is told.
    pub(crate) fn check_doubled(&mut self, who: usize, force: &Facts) {
        let mut seen = BTreeSet::new();
        let doubled: BTreeSet<ChangeId> = self
            .oracle
            .changes(force)
            .map(|change| change.id)
            .filter(|id| !seen.insert(*id))
            .collect();
        assert_eq!(
            self.people[who].log.twice(),
            doubled,
            "an id with two contents is told"
        );
        self.count("ids with two contents", doubled.len());
    }
}
