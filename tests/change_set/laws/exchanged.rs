//! After everybody has mailed everybody: the same bytes in every order, replies to slips, and no value lost over all
//! copies (guarantees 1, 3 and 6).

use super::reloaded::screens;
use super::{Bytes, bytes, same};
use crate::oracle::Facts;
use crate::people::{Mode, World, places};
use crate::schema::Reading;
use hepai::model::log::OWN;
use hepai::model::{FieldKey, Log, RecordId, Value};
use std::collections::BTreeSet;

/// Every order of `count` things.
pub(crate) fn orders(count: usize) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new()];
    for _ in 0..count {
        out = out
            .into_iter()
            .flat_map(|order: Vec<usize>| {
                (0..count)
                    .filter(|at| !order.contains(at))
                    .map(|at| [order.as_slice(), &[at]].concat())
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    out
}

impl World {
    /// At the end of a history: every copy, then everybody mails everybody, then everything is decided.
    pub(crate) fn end(&mut self) {
        for who in 0..self.people.len() {
            self.check_copy(who);
        }
        self.check_every_order();
        let total = self.check_exchange();
        self.check_slip_replies(&total);
        self.check_tokens();
        self.settle();
        self.check_hand_edit();
        self.count("histories", 1);
        let (people, tokens) = (self.people.len(), self.tokens.len());
        self.count("people", people);
        self.count("tokens", tokens);
    }

    /// Guarantee 1: up to four files merge to the same bytes in every order and grouping.
    fn check_every_order(&mut self) {
        let files: Vec<Facts> = (0..self.people.len())
            .take(4)
            .map(|who| self.force(who))
            .collect();
        let mut first: Option<Bytes> = None;
        let mut first_screens = None;
        // All 24 orders of four in a third of the histories, six of them in the others.
        let all = orders(files.len());
        let some = if self.chance(33) {
            all
        } else {
            self.some_of(&all, 6)
        };
        for order in some {
            let mut log = Log::new(Reading::New.schema(), self.rng.u64(..));
            let is_grouped = self.chance(50);
            for (number, file) in order.iter().enumerate() {
                let batch = if is_grouped {
                    OWN.to_owned()
                } else {
                    format!("i{number}")
                };
                log.add_all(
                    &batch,
                    self.oracle
                        .changes(&files[*file])
                        .cloned()
                        .collect::<Vec<_>>(),
                );
            }
            let now = bytes(&log);
            same(
                &now,
                first.get_or_insert_with(|| bytes(&log)),
                "files merge to the same bytes in every order",
            );
            if self.chance(30) {
                same(
                    &screens(&log),
                    first_screens.get_or_insert_with(|| screens(&log)),
                    "files merge to the same screens in every order",
                );
            }
            *self.counts.entry("orders of merging").or_default() += 1;
        }
    }

    /// Everybody mails everybody, in any order; then all copies are equal to the byte.
    fn check_exchange(&mut self) -> Facts {
        let files: Vec<Facts> = (0..self.people.len()).map(|who| self.force(who)).collect();
        let total = files
            .iter()
            .fold(Facts::default(), |all, file| all.with(file));
        let none = Facts::default();
        for who in 0..self.people.len() {
            let mut order: Vec<usize> = (0..files.len()).collect();
            self.rng.shuffle(&mut order);
            for file in order {
                self.accept(who, &files[file], &none);
            }
            let force = self.force(who);
            assert!(total.is_within(&force), "what everybody sent is in force");
            assert!(force == self.oracle.in_force(&self.people[who].batches));
            // What one copy alone held back may have come along, because something that arrived names it.
            if force == total {
                let expected = Log::of(
                    self.people[who].reading.schema(),
                    23,
                    self.oracle.sorted(&total),
                );
                same(
                    &bytes(&self.people[who].log),
                    &bytes(&expected),
                    "copies are equal to the byte",
                );
                same(
                    &places(&self.people[who].log),
                    &places(&expected),
                    "copies show the same conflicts",
                );
                self.count("copies equal to the byte", 1);
            }
        }
        total
    }

    /// Guarantee 6: who has only a slip writes the same changes there as who has everything.
    fn check_slip_replies(&mut self, total: &Facts) {
        let records: Vec<RecordId> = self
            .oracle
            .records(total)
            .into_iter()
            .filter(|record| record.kind() == "task")
            .collect();
        if records.is_empty() || self.mode == Mode::Liars {
            return;
        }
        let whole = Log::of(Reading::New.schema(), 31, self.oracle.sorted(total));
        let parents = self.oracle.parents(total);
        let mut slip = BTreeSet::from([self.pick(&records)]);
        // With the rows under it, deleted ones and those in a loop too.
        loop {
            let more: Vec<RecordId> = records
                .iter()
                .filter(|row| {
                    parents.get(row).is_some_and(|parent| slip.contains(parent))
                        && !slip.contains(*row)
                })
                .cloned()
                .collect();
            if more.is_empty() {
                break;
            }
            slip.extend(more);
        }
        let part = Log::of(
            Reading::New.schema(),
            32,
            self.oracle.sorted(&self.slip(total, &slip)),
        );
        for record in &slip {
            for (key, value) in [
                ("title", Value::text("new")),
                ("need", Value::text("a")),
                ("deleted", Value::Bool(true)),
                ("status", Value::text("submitted")),
            ] {
                let key = FieldKey::of(key);
                assert_eq!(
                    part.seen(record, &key),
                    whole.seen(record, &key),
                    "a control in a slip sees the same: {record} {key}"
                );
                assert_eq!(
                    part.seen_whole(record, &key, &value),
                    whole.seen_whole(record, &key, &value),
                    "who decides in a slip sees the same: {record} {key}"
                );
            }
            assert_eq!(part.is_deleted(record), whole.is_deleted(record));
        }
        self.count("records answered from a slip", slip.len());
    }

    /// Guarantee 3 over all copies: each value typed is on some copy, or on a disk that an old image overwrote.
    fn check_tokens(&mut self) {
        let mut somewhere = self.lost.clone();
        (0..self.people.len()).for_each(|who| somewhere.add(&self.stored(who)));
        assert!(
            self.tokens.values().all(|id| somewhere.contains(*id)),
            "a value is nowhere"
        );
    }
}
