//! 并成一份: two minutes of one week become one. Lines, points, actions, attendance and causes go over, and the other
//! is deleted; one act, which can be taken back.

use super::session::Session;
use crate::analysis::inbox::weekly::HeldMeeting;
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, DELETED, Form, PARENT};
use crate::model::{RecordId, Value};
use crate::templates::{action, agenda_item, minutes, minutes_item, review, review_task};

/// What lies under minutes.
const UNDER: [&str; 3] = [minutes_item::KIND, agenda_item::KIND, action::KIND];

impl Session {
    /// Everything of one of them goes over to the other.
    pub fn join_minutes(&self, keep: &HeldMeeting, other: &HeldMeeting) -> Vec<Slot> {
        let mut writes = Vec::new();
        for kind in UNDER {
            for row in self.siblings(kind, Some(&other.minutes)) {
                writes.push(self.write_of(&row, PARENT, keep.minutes.write()));
            }
        }
        let fields = [
            minutes::ACTUAL_START.name,
            minutes::ACTUAL_END.name,
            minutes::PLACE.name,
        ];
        writes.extend(self.filled_from(&keep.minutes, &other.minutes, &fields));
        writes.extend(self.came_to(keep, other));
        if let Some((keep, other)) = keep.review.as_ref().zip(other.review.as_ref()) {
            writes.extend(self.filled_from(keep, other, &[review::SUMMARY.name]));
            writes.extend(self.causes_from(keep, other));
        }
        let gone = other.review.iter().chain([&other.minutes]);
        let gone = gone.filter(|record| self.read(|log| log.is_visible(record)));
        let gone: Vec<RecordId> = gone.cloned().collect();
        writes.extend(
            gone.iter()
                .map(|record| self.agreed(record, DELETED, Value::Bool(true))),
        );
        self.apply(writes, None)
    }

    /// Fields that are empty here and said there.
    fn filled_from(&self, keep: &RecordId, other: &RecordId, fields: &[&str]) -> Vec<Write> {
        let said = self.read(|log| {
            let (keep, other) = (Form::new(log, keep.clone()), Form::new(log, other.clone()));
            let open = fields.iter().filter(|key| !keep.has(key) && other.has(key));
            open.map(|key| (*key, other.value(key))).collect::<Vec<_>>()
        });
        let writes = said.into_iter();
        writes
            .map(|(key, value)| self.write_of(keep, key, value))
            .collect()
    }

    /// Who came, as far as only the other knows it.
    fn came_to(&self, keep: &HeldMeeting, other: &HeldMeeting) -> Vec<Write> {
        let key = minutes::ATTENDANCE.name;
        let said = self.read(|log| {
            let of = |one: &HeldMeeting| Form::new(log, one.minutes.clone()).elements(key);
            let known = of(keep);
            let mut said = of(other);
            said.retain(|(rest, _)| known.iter().all(|(one, _)| one != rest));
            said
        });
        let writes = said.into_iter();
        writes
            .map(|(rest, how)| self.write_of(&keep.minutes, &format!("{key}/{rest}"), how))
            .collect()
    }

    /// The causes that only the other review has.
    fn causes_from(&self, keep: &RecordId, other: &RecordId) -> Vec<Write> {
        let said = self.read(|log| {
            let rows = review::causes_of(&Form::new(log, other.clone()));
            let cause = |row: &Form<'_>| {
                let task = row.get(review_task::TASK)?;
                let own = review_task::record_of(keep, &task)?;
                let is_open = !Form::new(log, own).has(review_task::DELAY_CAUSE.name);
                let cause = row.get(review_task::DELAY_CAUSE).filter(|_| is_open)?;
                Some((task, cause, row.get(review_task::ROOT_TASK)))
            };
            rows.iter().filter_map(cause).collect::<Vec<_>>()
        });
        let writes = said.into_iter();
        let writes = writes
            .flat_map(|(task, cause, root)| self.cause_writes(keep, &task, &cause, root.as_ref()));
        writes.collect()
    }
}
