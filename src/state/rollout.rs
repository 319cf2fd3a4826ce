//! How far a new rule is kept, as the departments say it and the coordinator sees it: a place for each department and
//! item, the same wherever it is filled; and exceptions that the project lead answers.

use super::session::Session;
use crate::model::log::{Slot, Write};
use crate::model::template::{Choice, Form};
use crate::model::{RecordId, Value};
use crate::templates::{department, rollout_check};

impl Session {
    /// Begins the check: the five places of every department that are not begun.
    pub fn begin_rollout(&self) -> Vec<Slot> {
        let departments = self.read(|log| log.rows(department::KIND));
        let places = departments.iter().flat_map(|department| {
            let items = rollout_check::ITEMS.iter();
            items.map(move |item| (department, *item))
        });
        let writes = places.flat_map(|(department, item)| self.rollout_place(department, item).1);
        self.apply(writes.collect(), None)
    }

    /// The place of a department and an item, and what begins it where it is not begun.
    fn rollout_place(&self, department: &RecordId, item: Choice) -> (Option<RecordId>, Vec<Write>) {
        let record = rollout_check::place_of(department, item);
        let is_begun =
            |record: &RecordId| self.read(|log| log.is_visible(record) || log.is_deleted(record));
        let Some(new) = record.clone().filter(|record| !is_begun(record)) else {
            return (record, Vec::new());
        };
        let fields = [
            (
                rollout_check::DEPARTMENT.name,
                Value::text(department.as_str()),
            ),
            (rollout_check::ITEM.name, Value::text(item.key)),
        ];
        let writes = self.writes_at_end(&new, None, &fields);
        (record, writes)
    }

    /// What was found of an item in a department; found again, it is taken back.
    pub fn report_rollout(&self, department: &RecordId, item: Choice, result: Choice) -> Vec<Slot> {
        let (Some(record), mut writes) = self.rollout_place(department, item) else {
            return Vec::new();
        };
        let stands = self.read(|log| {
            log.is_visible(&record)
                .then(|| rollout_check::result_of(&Form::new(log, record.clone())))
        });
        let value = match stands.flatten() == Some(result) {
            true => Value::Null,
            false => Value::text(result.key),
        };
        writes.push(self.write_of(&record, rollout_check::RESULT.name, value));
        self.apply(self.by_role(writes), None)
    }

    /// By what one sees it, for all that is done in a department and has nothing yet.
    pub fn give_evidence(&self, department: &RecordId, text: &str) -> Vec<Slot> {
        let done = self.read(|log| {
            let items = rollout_check::ITEMS.iter();
            let places = items.filter_map(|item| rollout_check::place_of(department, *item));
            let is_bare = |record: &RecordId| {
                let form = Form::new(log, record.clone());
                log.is_visible(record)
                    && rollout_check::result_of(&form) == Some(rollout_check::DONE)
                    && !form.has(rollout_check::EVIDENCE.name)
            };
            places.filter(is_bare).collect::<Vec<_>>()
        });
        let evidence = |record: &RecordId| {
            self.write_of(record, rollout_check::EVIDENCE.name, Value::typed(text))
        };
        let writes = done.iter().map(evidence).collect();
        self.apply(self.by_role(writes), None)
    }

    /// A field of one place, which is begun with it where it is not begun.
    pub fn write_rollout(
        &self,
        department: &RecordId,
        item: Choice,
        fields: &[(&'static str, Value)],
    ) -> Vec<Slot> {
        let (Some(record), mut writes) = self.rollout_place(department, item) else {
            return Vec::new();
        };
        let given = fields.iter();
        writes.extend(given.map(|(key, value)| self.write_of(&record, key, value.clone())));
        self.apply(self.by_role(writes), None)
    }

    /// What the project lead says to an exception.
    pub fn answer_exception(&self, record: &RecordId, answer: Choice) -> Vec<Slot> {
        let fields = [(
            rollout_check::EXCEPTION_ANSWER.name,
            Value::text(answer.key),
        )];
        self.set_fields(record, &fields)
    }
}
