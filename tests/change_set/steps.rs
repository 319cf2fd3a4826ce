//! One random step of a history: an edit, a row, a deletion, a file, an undo, a reload, a lie.

use crate::oracle::{Fact, FactId, Facts};
use crate::people::{Backup, How, Look, Mode, Visit, World};
use crate::schema::{LOCKING, ROWS, Reading};
use hepai::model::change::Content;
use hepai::model::id::MAX_INTEGER;
use hepai::model::log::OWN;
use hepai::model::{Cell, Change, ChangeId, FieldKey, Log, RecordId, Replica, Value, order};
use std::collections::{BTreeMap, BTreeSet};

const TEXTS: [&str; 4] = ["title", "due", "need", "owner"];
const ELEMENTS: [&str; 3] = ["helpers/a", "helpers/b", "helpers/c"];

impl World {
    /// Every step draws from a chance of its own, so that a step can be left out without changing the others.
    pub(crate) fn step(&mut self, seed: u64) {
        self.rng = fastrand::Rng::with_seed(seed);
        let who = self.rng.usize(0..self.people.len());
        match self.rng.u32(0..1000) {
            0..330 => self.edit(who),
            330..400 => self.add_row(who),
            400..440 => self.move_row(who),
            440..490 => self.delete_or_restore(who),
            490..540 => self.change_state(who),
            540..590 => self.decide(who),
            590..800 => self.mail(who),
            800..840 => self.switch_some(who),
            840..915 => self.undo_some(who),
            915..945 => {
                self.tell(format!("P{who} reloads"));
                if self.people[who].reading == Reading::Old && self.chance(30) {
                    self.people[who].reading = Reading::New;
                }
                self.reload(who);
            }
            945..965 => self.back_up(who),
            965..980 => self.restore(),
            _ => self.mischief(who),
        }
        if self.chance(6) {
            self.check_copy(who);
        }
    }

    fn visible(&self, who: usize) -> Vec<RecordId> {
        let log = &self.people[who].log;
        let mut records: Vec<RecordId> = log
            .all_records()
            .into_iter()
            .filter(|record| log.is_visible(record))
            .collect();
        let charter = RecordId::of("charter");
        if !records.contains(&charter) && !log.is_deleted(&charter) {
            records.push(charter);
        }
        records
    }

    fn value_for(&mut self, key: &str) -> Value {
        match key.split('/').next().unwrap_or_default() {
            "need" if self.chance(60) => Value::text(self.pick(&["a", "b"])),
            "helpers" if self.chance(60) => self.pick(&[Value::Bool(true), Value::Null]),
            _ if self.chance(6) => self.pick(&[Value::Null, Value::text("")]),
            _ => self.fresh(),
        }
    }

    fn edit(&mut self, who: usize) {
        let records = self.visible(who);
        if records.is_empty() {
            return;
        }
        let count = self.pick(&[1, 1, 1, 2, 3]);
        let eyes = self.force(who);
        let mut visit = Visit {
            eyes,
            looks: Vec::new(),
        };
        for record in self.some_of(&records, count) {
            let goal = self.people[who].reading.goal();
            let keys: Vec<&str> = TEXTS
                .into_iter()
                .chain(["looked_at", goal])
                .chain(ELEMENTS)
                .collect();
            let count = self.pick(&[1, 1, 2]);
            for key in self.some_of(&keys, count) {
                let value = self.value_for(key);
                let how = if self.chance(80) {
                    How::Ordinary
                } else {
                    How::Whole
                };
                let look = self.look(who, &record, key, value, how);
                visit.looks.push(look);
            }
        }
        let meanwhile = if self.chance(25) {
            self.meanwhile(who)
        } else {
            ""
        };
        self.tell(format!("P{who} edits {}{meanwhile}", told(&visit.looks)));
        let (stored_before, force_before) = (self.stored(who), self.force(who));
        let mut made = self.write(who, &visit);
        // The same visit writes again: it has seen its own write, and nothing that came since.
        while visit.looks.len() == 1 && !made.is_empty() && self.chance(25) {
            if self.chance(40) {
                self.meanwhile(who);
            }
            let value = self.fresh();
            let last = made[made.len() - 1];
            let change = self.oracle.facts[last].change.clone();
            let look = &mut visit.looks[0];
            look.seen.wrote(change.id, look.value.clone());
            look.shown.insert(last);
            look.value = value;
            look.expects_a_change();
            made.extend(self.write(who, &visit));
        }
        self.remember(who, &made, stored_before, force_before);
    }

    /// Something happens while the field is open: a file arrives, or an import is undone or redone.
    fn meanwhile(&mut self, who: usize) -> &'static str {
        self.count("stale visits", 1);
        if self.chance(60) {
            let other = self.rng.usize(0..self.people.len());
            let file = self.force(other);
            if other != who {
                self.accept(who, &file, &Facts::default());
            }
            ", while a file arrives"
        } else {
            self.switch_one(who);
            ", while an import is switched"
        }
    }

    fn add_row(&mut self, who: usize) {
        let number = self.rows.len();
        let is_shared = self.chance(25) && number > 0;
        let record = if is_shared {
            self.pick(&self.rows.clone())
        } else {
            RecordId::of(&format!("task/R{number}"))
        };
        if !is_shared {
            self.rows.push(record.clone());
        }
        let log = &self.people[who].log;
        if log.is_deleted(&record) || log.is_visible(&record) {
            return;
        }
        let mut visit = Visit {
            eyes: self.force(who),
            looks: Vec::new(),
        };
        let title = self.fresh();
        visit
            .looks
            .push(self.look(who, &record, "title", title, How::Ordinary));
        let parents = self.visible(who);
        if !parents.is_empty() && self.chance(65) {
            let parent = Value::text(self.pick(&parents).as_str());
            visit
                .looks
                .push(self.look(who, &record, "parent", parent, How::Ordinary));
        }
        let key = self.place_among(who);
        visit
            .looks
            .push(self.look(who, &record, "order", key, How::Ordinary));
        self.tell(format!("P{who} adds {}", told(&visit.looks)));
        self.write_step(who, &visit);
    }

    fn place_among(&mut self, who: usize) -> Value {
        let log = &self.people[who].log;
        let keys: Vec<String> = log
            .rows(ROWS)
            .iter()
            .map(|row| {
                log.value(row, &FieldKey::of("order"))
                    .as_text()
                    .unwrap_or_default()
                    .to_owned()
            })
            .collect();
        let at = self.rng.usize(0..=keys.len());
        let before = at.checked_sub(1).map(|at| keys[at].as_str());
        let stem = self.rng.u32(..);
        Value::text(
            order::keys_between(before, keys.get(at).map(String::as_str), 1, stem)[0].as_str(),
        )
    }

    fn move_row(&mut self, who: usize) {
        let rows: Vec<RecordId> = self.visible(who);
        if rows.is_empty() {
            return;
        }
        let row = self.pick(&rows);
        let eyes = self.force(who);
        let look = if self.chance(70) {
            let parent = Value::text(self.pick(&rows).as_str());
            self.look(who, &row, "parent", parent, How::Ordinary)
        } else {
            let key = self.place_among(who);
            self.look(who, &row, "order", key, How::Ordinary)
        };
        let visit = Visit {
            eyes,
            looks: vec![look],
        };
        self.tell(format!("P{who} moves {}", told(&visit.looks)));
        self.write_step(who, &visit);
    }

    fn delete_or_restore(&mut self, who: usize) {
        let log = &self.people[who].log;
        let all: Vec<RecordId> = log
            .all_records()
            .into_iter()
            .filter(|record| log.is_deleted(record) || log.is_visible(record))
            .collect();
        if all.is_empty() {
            return;
        }
        let record = self.pick(&all);
        let is_there = !self.people[who].log.is_deleted(&record);
        let value = if is_there {
            Value::Bool(true)
        } else {
            Value::Null
        };
        let eyes = self.force(who);
        // Deleting a form deletes the rows under it, each by its own change of one act.
        let mut records = vec![record];
        if is_there && self.chance(60) {
            let below = self.people[who].log.rows_below(&records[0]);
            records.extend(
                below
                    .into_iter()
                    .filter(|row| *row != records[0])
                    .collect::<Vec<_>>(),
            );
        }
        let looks = records
            .iter()
            .map(|record| self.look(who, record, "deleted", value.clone(), How::Whole))
            .collect();
        let visit = Visit { eyes, looks };
        let meanwhile = if self.chance(20) {
            self.meanwhile(who)
        } else {
            ""
        };
        self.tell(format!("P{who} writes {}{meanwhile}", told(&visit.looks)));
        self.write_step(who, &visit);
    }

    fn change_state(&mut self, who: usize) {
        let records = self.visible(who);
        if records.is_empty() {
            return;
        }
        let record = self.pick(&records);
        let status = Value::text(self.pick(&[LOCKING, LOCKING, "draft", "accepted"]));
        let eyes = self.force(who);
        let mut looks = vec![self.look(who, &record, "status", status, How::Whole)];
        if self.chance(30) {
            let title = self.fresh();
            looks.push(self.look(who, &record, "title", title, How::Ordinary));
        }
        let visit = Visit { eyes, looks };
        let meanwhile = if self.chance(20) {
            self.meanwhile(who)
        } else {
            ""
        };
        self.tell(format!(
            "P{who} takes the step {}{meanwhile}",
            told(&visit.looks)
        ));
        self.write_step(who, &visit);
    }

    fn decide(&mut self, who: usize) {
        let open = self.people[who].log.conflicts();
        if open.is_empty() {
            return;
        }
        let place = self.pick(&open);
        let value = self.decision(who, &place.record, &place.key);
        let eyes = self.force(who);
        let look = self.look(who, &place.record, place.key.as_str(), value, How::Whole);
        let visit = Visit {
            eyes,
            looks: vec![look],
        };
        self.tell(format!("P{who} decides {}", told(&visit.looks)));
        self.write_step(who, &visit);
        self.count("decisions", 1);
    }

    /// One of the values there, or a new one.
    pub(crate) fn decision(&mut self, who: usize, record: &RecordId, key: &FieldKey) -> Value {
        let there = self.people[who].log.distinct(record, key);
        match key.kind() {
            "deleted" => self.pick(&[Value::Bool(true), Value::Null]),
            "status" => Value::text(self.pick(&[LOCKING, "draft"])),
            "parent" => self.pick(&there),
            _ if self.chance(50) => self.pick(&there),
            _ => self.fresh(),
        }
    }

    fn mail(&mut self, who: usize) {
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
                leave = self.upward(&new, &leave);
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
    fn upward(&self, new: &Facts, leave: &Facts) -> Facts {
        let changes: Vec<&Change> = self.oracle.changes(new).collect();
        let ids: Vec<FactId> = new.iter().collect();
        let places: BTreeSet<usize> = ids
            .iter()
            .enumerate()
            .filter(|(_, id)| leave.contains(**id))
            .map(|(at, _)| at)
            .collect();
        let out: Facts = Log::upward(&changes, &places)
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

    fn switch_some(&mut self, who: usize) {
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

    fn switch_one(&mut self, who: usize) -> Option<String> {
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

    fn undo_some(&mut self, who: usize) {
        let times = self.rng.usize(1..=3);
        let mut undone = 0;
        for _ in 0..times {
            if self.people[who].undo.is_empty() {
                break;
            }
            self.tell(format!("P{who} undoes"));
            self.step_back(who, false);
            undone += 1;
        }
        let redone = self.rng.usize(0..=undone);
        for _ in 0..redone {
            self.tell(format!("P{who} redoes"));
            self.step_back(who, true);
        }
    }

    fn back_up(&mut self, who: usize) {
        let person = &self.people[who];
        self.backups.push(Backup {
            person: who,
            batches: person.batches.clone(),
            accepted: person.accepted.clone(),
        });
    }

    /// An old disk image comes back: both homes consistently old.
    fn restore(&mut self) {
        if self.backups.is_empty() {
            return;
        }
        let at = self.rng.usize(0..self.backups.len());
        let who = self.backups[at].person;
        self.tell(format!("P{who} gets an old disk back"));
        let stored = self.stored(who);
        self.lost.add(&stored);
        self.people[who].batches = self.backups[at].batches.clone();
        self.people[who].accepted = self.backups[at].accepted.clone();
        self.reload(who);
        self.count("disks restored", 1);
    }

    fn mischief(&mut self, who: usize) {
        match self.mode {
            Mode::Honest => {}
            Mode::Clones => {
                if self.people.len() < 7 {
                    self.tell(format!("P{who} is duplicated while running"));
                    self.clone_of(who);
                }
            }
            Mode::Liars => self.forge(who),
        }
    }

    fn somebodys(&mut self, known: &[FactId]) -> Option<Change> {
        if known.is_empty() {
            return None;
        }
        let id = self.pick(known);
        Some(self.oracle.facts[id].change.clone())
    }

    fn forge(&mut self, who: usize) {
        let force = self.force(who);
        let known: Vec<FactId> = force.iter().collect();
        let person = &self.people[who];
        let (replica, seq) = (person.replica, person.seq);
        let mut file = Facts::default();
        for _ in 0..self.rng.usize(1..=4) {
            let like = self.somebodys(&known);
            let future = ChangeId {
                replica,
                seq: seq + self.rng.u64(1..=4),
            };
            let stranger = ChangeId {
                replica: Replica::from_bytes([self.rng.u8(0..4); 10]),
                seq: self.rng.u64(1..=9),
            };
            let id = self.pick(&[
                like.as_ref().map_or(stranger, |change| change.id),
                stranger,
                future,
            ]);
            let names: Vec<ChangeId> = (0..self.rng.usize(0..=4))
                .map(|_| {
                    let somebody = self.somebodys(&known).map_or(stranger, |change| change.id);
                    self.pick(&[somebody, id, future])
                })
                .collect();
            let key = FieldKey::of(self.pick(&[
                "title",
                "deleted",
                "status",
                "parent",
                "goal",
                "aim",
                "order",
                "unheard_of",
            ]));
            let number = self.number();
            let value = self.pick(&[
                Value::text(format!("EVIL{number}")),
                Value::Bool(true),
                Value::Null,
                Value::text(LOCKING),
                Value::text("charter"),
                Value::int(7),
            ]);
            let lamport = self.pick(&[
                1,
                5,
                1 << 40,
                MAX_INTEGER - 1000,
                like.as_ref().map_or(1, |change| change.lamport),
            ]);
            let record = like.map_or(RecordId::of("charter"), |change| change.record.clone());
            let cells = vec![Cell {
                key,
                value,
                names: names.into(),
            }];
            let content = Content {
                id,
                lamport,
                time: 0,
                author: Some("evil".into()),
                on_behalf_of: None,
                note: None,
                record,
                cells,
                unknown: BTreeMap::new(),
            };
            let fact = Fact {
                change: Change::new(content),
                is_forged: true,
                reading: Reading::New,
                shown: BTreeMap::new(),
                knew: BTreeMap::new(),
                eyes: Facts::default(),
            };
            file.insert(self.oracle.record(fact));
        }
        self.count("forged changes", file.len());
        let to = self.rng.usize(0..self.people.len());
        self.tell(format!("P{to} takes {} forged changes", file.len()));
        // What jumps is left out, unless somebody takes it all the same.
        let leave = if file.len() % 2 == 0 {
            Facts::default()
        } else {
            let jumps = |id: &FactId| self.oracle.facts[*id].change.lamport >= 1 << 40;
            file.iter().filter(jumps).collect()
        };
        self.accept(to, &file, &leave);
    }
}

fn told(looks: &[Look]) -> String {
    looks
        .iter()
        .map(|look| format!("{} {} = {:?}", look.record, look.key, look.value))
        .collect::<Vec<_>>()
        .join(", ")
}
