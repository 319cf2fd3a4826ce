//! What is answered on the cards of the week: why a task was late, that an action was noted, what a change does to a
//! department, and that something still holds.

use super::session::Session;
use crate::analysis::calendar_of;
use crate::analysis::inbox::own_cards::{assessed_by, looked_at_again};
use crate::analysis::words::typed::TextReading;
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Choice, Form, PARENT};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{action, assessment, case, change_request, lesson, task};
use chrono::{Days, NaiveDate};

/// After so many days a decision is looked at again, and a lesson.
const DECISION_HOLDS_DAYS: u64 = 90;
const LESSON_HOLDS_DAYS: u64 = 365;

/// What a change would do to a department, as it was typed; empty: nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assessed {
    pub opinion: String,
    /// Working days.
    pub days: String,
    pub cost: String,
}

impl Session {
    /// When a file was last sent that asks for something, milliseconds since 1970; watches the ledger.
    pub fn asked_for_ms(&self, request: &str) -> Option<i64> {
        let asks = |key: &String| key == request;
        let sent = self.sent().into_iter();
        let asking =
            sent.filter(|one| one.ticked_ms.is_some() && one.envelope.requests.iter().any(asks));
        asking.map(|one| one.at_ms).max()
    }

    /// Why a task was finished late, in its owner's word.
    pub fn say_why_late(&self, task: &RecordId, cause: &str) -> Vec<Slot> {
        self.set_fields(task, &[(task::DELAY_CAUSE.name, Value::text(cause))])
    }

    /// Whoever acts here has taken note of what was given to them: one act.
    pub fn note_actions(&self, actions: &[RecordId]) -> Vec<Slot> {
        let key = FieldKey::of(action::NOTED_AT.name);
        let now = self.now().write();
        let open = actions
            .iter()
            .filter(|one| self.value(one, &key).is_empty());
        let writes = open.map(|one| self.write_of(one, action::NOTED_AT.name, now.clone()));
        self.apply(writes.collect(), None)
    }

    /// The departments that a change touches are asked what it would do there.
    pub fn ask_departments(&self, change: &RecordId) -> Vec<Slot> {
        let machine = change_request::CHANGE_REQUEST.states;
        let step = machine.and_then(|machine| machine.step(change_request::ASSESS));
        step.map_or_else(Vec::new, |step| {
            self.apply(self.step_writes(change, step), None)
        })
    }

    /// What a change would do to the department of whoever acts here.
    pub fn assess_change(&self, change: &RecordId, said: &Assessed) -> Vec<Slot> {
        let Some(me) = self.me() else {
            return Vec::new();
        };
        let departments = self.read(|log| assessed_by(&Form::new(log, change.clone()), &me));
        let of = |department: &RecordId| self.assessment_writes(change, department, said);
        self.apply(departments.iter().flat_map(of).collect(), None)
    }

    fn assessment_writes(
        &self,
        change: &RecordId,
        department: &RecordId,
        said: &Assessed,
    ) -> Vec<Write> {
        let Some(record) = assessment::record_of(change, department) else {
            return Vec::new();
        };
        let read = |key: &str, text: &str| {
            let field = assessment::ASSESSMENT.field(key);
            match field.map(|field| self.read_field(&record, field, text)) {
                Some(TextReading::Is(value, _)) => value,
                _ => Value::typed(text),
            }
        };
        let fields = [
            (assessment::OPINION.name, Value::typed(&said.opinion)),
            (
                assessment::DAYS.name,
                read(assessment::DAYS.name, &said.days),
            ),
            (
                assessment::COST.name,
                read(assessment::COST.name, &said.cost),
            ),
            (assessment::AT.name, self.now().write()),
        ];
        if self.is_visible(&record) {
            let writes = fields.into_iter();
            return writes
                .map(|(key, value)| self.write_of(&record, key, value))
                .collect();
        }
        let mut first = vec![
            (PARENT, change.write()),
            (assessment::DEPARTMENT.name, department.write()),
        ];
        first.extend(fields.into_iter().filter(|(_, value)| !value.is_empty()));
        self.writes_at_end(&record, Some(change), &first)
    }

    /// What the watch of a problem found, once it is over.
    pub fn end_watch(&self, issue: &RecordId, found: Choice) -> Vec<Slot> {
        let Some(record) = case::of(issue).filter(|case| self.is_visible(case)) else {
            return Vec::new();
        };
        let found = Value::text(found.key);
        let write = self.write_of(&record, case::WATCH_RESULT.name, found);
        self.apply(vec![write], None)
    }

    /// It still holds: the day on which it is looked at again moves on. Returns that day.
    pub fn holds_still(&self, record: &RecordId) -> Option<NaiveDate> {
        let today = self.now().date_naive();
        let (key, day) = self.read(|log| {
            let form = Form::new(log, record.clone());
            let key = looked_at_again(&form, today)?;
            let days = match record.kind() == lesson::KIND {
                true => LESSON_HOLDS_DAYS,
                false => DECISION_HOLDS_DAYS,
            };
            Some((key, {
                let day = today + Days::new(days);
                calendar_of(&form)
                    .next_working_day(day - Days::new(1))
                    .unwrap_or(day)
            }))
        })?;
        let write = self.write_of(record, key, day.write());
        self.apply(vec![write], None);
        Some(day)
    }
}
