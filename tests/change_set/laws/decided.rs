//! Decisions settle conflicts on every copy, two different ones are a new one, and an edit by hand is the same outside
//! edit everywhere (guarantees 2 and 11).

use super::{bytes, same};
use crate::oracle::{Facts, token};
use crate::people::{How, Mode, Visit, World, places};
use crate::schema::Reading;
use hepai::model::change::Content;
use hepai::model::log::{Current, OWN};
use hepai::model::template::Schema;
use hepai::model::{Cell, CellId, Change, ChangeId, FieldKey, Log, RecordId, Replica, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

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

impl World {
    /// Guarantee 11: decisions settle every conflict, here and on every copy that gets them; two different ones are a
    /// new one.
    pub(crate) fn settle(&mut self) {
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
    pub(crate) fn check_hand_edit(&mut self) {
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
