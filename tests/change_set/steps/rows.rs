//! Rows and forms: added, moved, deleted, locked, decided.

use super::mail::told;
use crate::people::{How, Visit, World};
use crate::schema::{LOCKING, ROWS};
use hepai::model::{FieldKey, RecordId, Value, order};

impl World {
    pub(crate) fn add_row(&mut self, who: usize) {
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

    pub(crate) fn move_row(&mut self, who: usize) {
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

    pub(crate) fn delete_or_restore(&mut self, who: usize) {
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

    pub(crate) fn change_state(&mut self, who: usize) {
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

    pub(crate) fn decide(&mut self, who: usize) {
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
        match key.stem() {
            "deleted" => self.pick(&[Value::Bool(true), Value::Null]),
            "status" => Value::text(self.pick(&[LOCKING, "draft"])),
            "parent" => self.pick(&there),
            _ if self.chance(50) => self.pick(&there),
            _ => self.fresh(),
        }
    }
}
