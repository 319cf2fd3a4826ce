//! Restored disks, duplicated machines and forged files.

use crate::oracle::{Fact, FactId, Facts};
use crate::people::{Backup, Mode, World};
use crate::schema::{LOCKING, Reading};
use hepai::model::change::Content;
use hepai::model::id::MAX_INTEGER;
use hepai::model::{Cell, Change, ChangeId, FieldKey, RecordId, Replica, Value};
use std::collections::BTreeMap;

impl World {
    pub(crate) fn undo_some(&mut self, who: usize) {
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

    pub(crate) fn back_up(&mut self, who: usize) {
        let person = &self.people[who];
        self.backups.push(Backup {
            person: who,
            batches: person.batches.clone(),
            accepted: person.accepted.clone(),
        });
    }

    /// An old disk image comes back: both homes consistently old.
    pub(crate) fn restore(&mut self) {
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

    pub(crate) fn mischief(&mut self, who: usize) {
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
