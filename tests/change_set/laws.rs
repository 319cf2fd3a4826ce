//! The guarantees, checked on a copy as it is now and on all copies after everybody has mailed everybody.

use crate::oracle::{Facts, token};
use crate::people::{How, Mode, Visit, World, lines, places};
use crate::schema::Reading;
use hepai::model::change::Content;
use hepai::model::log::{Current, Missing, OWN, record_text};
use hepai::model::template::Schema;
use hepai::model::{Cell, CellId, Change, ChangeId, FieldKey, Log, RecordId, Replica, Value};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

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

/// What a screen shows beside the values: conflicts, rows and their places, what is missing or doubled.
#[derive(Debug, PartialEq, Eq)]
struct Screens {
    open: BTreeSet<CellId>,
    rows: Vec<RecordId>,
    parents: Vec<Option<RecordId>>,
    lost: Vec<RecordId>,
    missing: Vec<Missing>,
    twice: BTreeSet<ChangeId>,
    next_lamport: u64,
}

fn screens(log: &Log) -> Screens {
    let rows = log.rows("task");
    let parents = rows.iter().map(|row| log.parent_of(row)).collect();
    Screens {
        open: places(log),
        rows,
        parents,
        lost: log.lost_rows(),
        missing: log.missing(true),
        twice: log.twice(),
        next_lamport: log.next_lamport(),
    }
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

    /// The next act stands above everything stored here, but for what is held back and jumps.
    fn check_next_lamport(&mut self, who: usize, stored: &Facts, force: &Facts) {
        let lamports = |facts: &Facts| -> Vec<u64> {
            let changes = self.oracle.changes(facts);
            changes.map(|change| change.lamport).collect()
        };
        let top = lamports(force).into_iter().max().unwrap_or_default();
        let all = lamports(stored);
        let counted = all
            .iter()
            .copied()
            .filter(|lamport| *lamport <= top + (1 << 32));
        let highest = counted.max().unwrap_or_default();
        assert_eq!(self.people[who].log.next_lamport(), highest + 1);
        let is_held_down = all.iter().any(|lamport| *lamport > highest);
        self.count("lamports that jump held back", usize::from(is_held_down));
    }

    /// A page that lived through everything shows what a page opened anew shows.
    fn check_reload(&mut self, who: usize) {
        let reading = self.people[who].reading;
        let anew = self.opened(who, reading);
        let log = &self.people[who].log;
        same(&bytes(log), &bytes(&anew), "a reload shows other bytes");
        same(
            &screens(log),
            &screens(&anew),
            "a reload shows other screens",
        );
        let held = |log: &Log| -> BTreeSet<String> {
            log.held_back()
                .map(|change| change.line().to_owned())
                .collect()
        };
        assert_eq!(held(log), held(&anew));
        assert_eq!(log.len() + held(log).len(), log.stored().count());
        if self.chance(60) {
            return;
        }
        let versions = [&Schema::EMPTY, Reading::Old.schema(), Reading::New.schema()];
        let version = self.pick(&versions);
        let log = &self.people[who].log;
        let other = Log::of(version, 9, log.in_force().cloned());
        same(
            &bytes(&other),
            &bytes(log),
            "every version of the app writes the same current",
        );
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

    /// Rows: nobody stands in a loop, lists are sorted, what lies under something hidden is listed.
    fn check_rows(&mut self, who: usize, force: &Facts, reading: Reading) {
        let unsound = self.unsound(force);
        let log = &self.people[who].log;
        for row in log.all_records() {
            let mut seen = BTreeSet::new();
            let mut at = Some(row.clone());
            while let Some(next) = at {
                assert!(seen.insert(next.clone()), "a loop of parents is cut: {row}");
                at = log.parent_of(&next);
            }
        }
        self.check_tree(who);
        let log = &self.people[who].log;
        let rows = log.rows("task");
        let key = |row: &RecordId| {
            (
                log.value(row, &FieldKey::of("order"))
                    .as_text()
                    .unwrap_or_default()
                    .to_owned(),
                row.clone(),
            )
        };
        assert!(
            rows.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])),
            "rows sort by order and by record id"
        );
        if !unsound.is_empty() {
            return;
        }
        let parents = self.oracle.parents(force);
        let (mut lost, mut cuts) = (Vec::new(), Vec::new());
        for row in self.oracle.records(force) {
            let is_visible = self.oracle.is_visible(force, reading, &row);
            assert_eq!(log.is_visible(&row), is_visible, "{row}");
            if row.kind() == "task" {
                assert_eq!(rows.contains(&row), is_visible);
            }
            let cut = self.oracle.is_cut(force, &parents, &row);
            assert_eq!(
                log.is_cut(&row),
                cut,
                "a loop is cut at the record whose parent comes last: {row}"
            );
            assert_eq!(
                log.parent_of(&row).as_ref(),
                parents.get(&row).filter(|_| !cut)
            );
            if is_visible
                && parents
                    .get(&row)
                    .is_some_and(|parent| !self.oracle.is_visible(force, reading, parent))
            {
                lost.push(row.clone());
            }
            if is_visible && cut {
                cuts.push(row);
            }
        }
        assert_eq!(log.cut_rows(), cuts, "where a loop is cut is listed");
        assert_eq!(
            log.lost_rows(),
            lost,
            "a live row under something deleted or missing is listed"
        );
    }

    /// Walking down from the top meets every visible row whose parents are visible, each once.
    fn check_tree(&self, who: usize) {
        let log = &self.people[who].log;
        let rows = log.rows("task");
        let is_top = |row: &&RecordId| {
            log.parent_of(row)
                .is_none_or(|parent| !log.is_visible(&parent) || parent.kind() != "task")
        };
        let mut met: Vec<RecordId> = rows.iter().filter(is_top).cloned().collect();
        let mut at = 0;
        while at < met.len() {
            assert!(
                met.len() <= rows.len(),
                "walking down the rows does not end"
            );
            met.extend(log.rows_under(&met[at], "task"));
            at += 1;
        }
        met.sort();
        let mut all = rows;
        all.sort();
        assert_eq!(met, all, "every row is met once, walking down");
    }

    /// Guarantee 10: what is missing is reported as ranges, and what is held back is not missing.
    fn check_missing(&mut self, who: usize, stored: &Facts, force: &Facts) {
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
    fn check_nothing_lost(&mut self, who: usize) {
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
    fn check_past(&mut self, force: &Facts, reading: Reading) {
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
    fn check_slips(&mut self, force: &Facts) {
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
    fn check_doubled(&mut self, who: usize, force: &Facts) {
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

    /// Guarantee 11: decisions settle every conflict, here and on every copy that gets them; two different ones are a
    /// new one.
    fn settle(&mut self) {
        let who = self.rng.usize(0..self.people.len());
        self.tell(format!("P{who} decides everything"));
        let mut again: BTreeMap<CellId, u32> = BTreeMap::new();
        while let Some(place) = self.next_to_decide(who) {
            let times = again.entry(place.clone()).or_default();
            *times += 1;
            let most = if self.mode == Mode::Liars { 30 } else { 4 };
            assert!(*times <= most, "a decision does not settle {place:?}");
            let (record, key) = place.clone();
            let value = self.decision(who, &record, &key);
            let visit = Visit {
                eyes: self.force(who),
                looks: vec![self.look(who, &record, key.as_str(), value, How::Whole)],
            };
            self.write_step(who, &visit);
            let is_open = places(&self.people[who].log).contains(&place);
            assert!(
                !is_open || matches!(key.as_str(), "deleted" | "status"),
                "a decision settles its conflict"
            );
            self.count("conflicts decided at the end", 1);
        }
        let file = self.force(who);
        for other in (0..self.people.len()).filter(|other| *other != who) {
            self.accept(other, &file, &Facts::default());
            // A copy may hold more (what it alone had held back, or what others forged): only equal copies must be
            // settled.
            if self.force(other) == file && self.people[other].reading == self.people[who].reading {
                assert!(
                    places(&self.people[other].log).is_empty(),
                    "a decision settles its conflict on every copy"
                );
                self.count("copies settled", 1);
            }
        }
        self.decide_twice(who);
    }

    /// Fields first, then rows from the deepest up, then the forms.
    fn next_to_decide(&self, who: usize) -> Option<CellId> {
        let log = &self.people[who].log;
        let depth = |record: &RecordId| {
            std::iter::successors(log.parent_of(record), |parent| log.parent_of(parent))
                .take(60)
                .count()
        };
        places(log).into_iter().min_by_key(|(record, key)| {
            let is_form = matches!(key.as_str(), "deleted" | "status");
            (
                is_form,
                std::cmp::Reverse(depth(record)),
                record.clone(),
                key.clone(),
            )
        })
    }

    /// Two people decide the same conflict differently: that is a new conflict, and settled once more.
    fn decide_twice(&mut self, who: usize) {
        let (record, key) = (RecordId::of("charter"), FieldKey::of("owner"));
        let other = (who + 1) % self.people.len();
        if self.mode != Mode::Honest
            || self.force(other) != self.force(who)
            || self.people[who].log.is_deleted(&record)
        {
            return;
        }
        for person in [who, other] {
            let value = self.fresh();
            let visit = Visit {
                eyes: self.force(person),
                looks: vec![self.look(person, &record, key.as_str(), value, How::Whole)],
            };
            self.write_step(person, &visit);
        }
        let file = self.force(other);
        self.accept(who, &file, &Facts::default());
        assert_eq!(
            self.people[who].log.distinct(&record, &key).len(),
            2,
            "two different decisions are a new conflict"
        );
        let value = self.fresh();
        let visit = Visit {
            eyes: self.force(who),
            looks: vec![self.look(who, &record, key.as_str(), value.clone(), How::Whole)],
        };
        self.write_step(who, &visit);
        let file = self.force(who);
        self.accept(other, &file, &Facts::default());
        assert_eq!(
            self.people[other]
                .log
                .distinct(&record, &key)
                .iter()
                .map(token)
                .collect::<Vec<_>>(),
            vec![token(&value)]
        );
        self.count("decided twice", 1);
    }

    /// Guarantee 2: a hand-edited file is the same outside edit everywhere, also after it was overruled.
    fn check_hand_edit(&mut self) {
        let who = self.rng.usize(0..self.people.len());
        let file = self.force(who);
        let log = Log::of(Reading::New.schema(), 41, self.oracle.sorted(&file));
        let mut edited = log.current();
        let Some(record) = edited.keys().next().cloned() else {
            return;
        };
        let key = FieldKey::of("title");
        edited
            .entry(record.clone())
            .or_default()
            .insert(key.clone(), Value::text("by hand"));
        let edit = outside_edit(&self.oracle.sorted(&file), &edited);
        assert_eq!(
            edit,
            outside_edit(&log.in_force().cloned().collect::<Vec<_>>(), &edited),
            "an outside edit is a function of the file"
        );
        let person = &mut self.people[who];
        person.log.add_all("by hand", edit.clone());
        if person.reading == Reading::New {
            assert_eq!(
                token(&person.log.value(&record, &key)),
                token(&Value::text("by hand"))
            );
        }
        let before = bytes(&person.log);
        person
            .log
            .add_all("again", outside_edit(&self.oracle.sorted(&file), &edited));
        same(
            &before,
            &bytes(&person.log),
            "the same edited file again changes nothing",
        );
        let stamp = self.stamp(who);
        let person = &mut self.people[who];
        let seen = person
            .log
            .seen_whole(&record, &key, &Value::text("overruled"));
        let overruled = person.log.draft(
            vec![hepai::model::log::Write {
                record: record.clone(),
                key: key.clone(),
                value: Value::text("overruled"),
                seen,
            }],
            &stamp,
        );
        person.log.add_all(OWN, overruled);
        person.log.add_all(
            "once more",
            outside_edit(&self.oracle.sorted(&file), &edited),
        );
        assert_eq!(
            person.log.distinct(&record, &key),
            vec![Value::text("overruled")],
            "an overruled edit does not come back"
        );
        self.count("hand edits", 1);
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

/// The changes that stand for a hand-edited `current`, from the prose of the file format; the room of files has its
/// own.
fn outside_edit(file: &[Change], current: &Current) -> Vec<Change> {
    let log = Log::of(&Schema::EMPTY, 0, file.iter().cloned());
    let base = log.current();
    let mut differing: BTreeMap<RecordId, Vec<(FieldKey, Value)>> = BTreeMap::new();
    for (record, fields) in current {
        for (key, value) in fields {
            if base.get(record).and_then(|fields| fields.get(key)) != Some(value) {
                differing
                    .entry(record.clone())
                    .or_default()
                    .push((key.clone(), value.clone()));
            }
        }
    }
    let mut hash = Sha256::new();
    log.sorted()
        .iter()
        .for_each(|change| hash.update(format!("{}\n", change.line())));
    hash.update(format!("{differing:?}"));
    let digest = hash.finalize();
    let replica = Replica::from_bytes(std::array::from_fn(|at| digest[at]));
    let make = |(seq, (record, cells)): (u64, (RecordId, Vec<(FieldKey, Value)>))| {
        let cells = cells.into_iter().map(|(key, value)| {
            let names = log
                .live(&record, &key)
                .iter()
                .map(|write| write.change.id)
                .collect();
            Cell { key, value, names }
        });
        let cells = cells.collect();
        let id = ChangeId { replica, seq };
        Change::new(Content {
            id,
            lamport: log.next_lamport(),
            time: 0,
            author: None,
            on_behalf_of: None,
            note: None,
            record,
            cells,
            unknown: BTreeMap::new(),
        })
    };
    (1..).zip(differing).map(make).collect()
}
