//! One random step of a history: an edit, a row, a deletion, a file, an undo, a reload, a lie.

mod lies;
mod mail;
mod rows;

use crate::oracle::Facts;
use crate::people::{How, Visit, World};
use crate::schema::Reading;
use hepai::model::{RecordId, Value};
use mail::told;

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
}
