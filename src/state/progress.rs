//! How far a task has come, as whoever works on it says it: a row of its log, and the task's own figure, day and cause,
//! all in one act. The first one of a task that nobody has begun begins it.

use super::session::Session;
use crate::analysis::words::figures::{SaidFigures, figures};
use crate::analysis::words::typed::Around;
use crate::analysis::{Duty, Step, allowed, missing};
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Form, Gate, STATUS};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{action, progress, status_of, task};

/// What somebody says of a task.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProgressNote {
    /// Per cent; nothing where it is as it was.
    pub percent: Option<i64>,
    /// The key of [`progress::CONFIDENCES`].
    pub confidence: String,
    /// The sentence.
    pub done: String,
    /// Its figures.
    pub key_data: String,
    /// The day on which it will be done.
    pub forecast: Value,
    /// The key of the cause of the delay, or nothing.
    pub cause: String,
    pub remaining: String,
    pub next_step: String,
    /// In plain decimal notation.
    pub hours: String,
}

impl Session {
    /// Whether how far a task has come is for whoever acts here to say; watches who that is.
    pub fn may_note_progress(&self, task: &RecordId) -> bool {
        self.value(task, &FieldKey::of(task::OWNER.name));
        self.duty(task, &FieldKey::of(task::PERCENT.name)) == Duty::Own
    }

    /// Whether an update of this task would begin it.
    pub fn begins_with_update(&self, task: &RecordId) -> bool {
        self.value(task, &FieldKey::of(STATUS));
        !self.writes_that_begin(task).is_empty()
    }

    /// What a sentence about a task says in figures.
    pub fn figures_said(&self, task: &RecordId, sentence: &str) -> SaidFigures {
        let (now, zone) = (self.now(), self.zone());
        self.read(|log| {
            let form = Form::new(log, task.clone());
            let around = match task::TASK.field(task::FORECAST_END.name) {
                Some(field) => Around::of(&form, field, now, zone),
                None => Around::today(now),
            };
            figures(sentence, &around)
        })
    }

    /// Whether a task would stand nearly done for the third time with an update of so many per cent (PRG-03); watches
    /// its updates.
    pub fn is_stuck_at(&self, task: &RecordId, percent: i64) -> bool {
        self.rows_under(task, progress::KIND);
        let is_near = (progress::NEARLY_DONE..100).contains(&percent);
        is_near && self.read(|log| progress::is_stuck(&Form::new(log, task.clone()), 1))
    }

    /// Notes how far a task has come. A figure that drops is explained by the sentence.
    pub fn note_progress(&self, task: &RecordId, note: &ProgressNote) -> Vec<Slot> {
        let before = self.read(|log| Form::new(log, task.clone()).get(task::PERCENT));
        let percent = note.percent.or(before);
        let text = |text: &str| Value::typed(text);
        let row = vec![
            (
                progress::PERCENT_AFTER.name,
                percent.map_or(Value::Null, Value::int),
            ),
            (progress::CONFIDENCE.name, text(&note.confidence)),
            (progress::DONE.name, text(&note.done)),
            (progress::KEY_DATA.name, text(&note.key_data)),
            (progress::FORECAST_END.name, note.forecast.clone()),
            (progress::DELAY_CAUSE.name, text(&note.cause)),
            (progress::REMAINING.name, text(&note.remaining)),
            (progress::NEXT_STEP.name, text(&note.next_step)),
            (progress::HOURS_SPENT.name, text(&note.hours)),
            (
                progress::BY.name,
                self.me().map_or(Value::Null, |me| me.write()),
            ),
            (progress::AT.name, self.now().write()),
        ];
        let row = row.into_iter().filter(|(_, value)| !value.is_empty());
        let (_, mut writes) = self.new_rows(progress::KIND, Some(task), None, &[row.collect()]);
        let own = [
            (task::PERCENT.name, percent.map_or(Value::Null, Value::int)),
            (task::FORECAST_END.name, note.forecast.clone()),
            (task::DELAY_CAUSE.name, text(&note.cause)),
        ];
        let own = own.into_iter().filter(|(_, value)| !value.is_empty());
        let own: Vec<Write> = own
            .map(|(key, value)| self.write_of(task, key, value))
            .collect();
        writes.extend(self.by_role(own));
        writes.extend(self.writes_that_begin(task));
        let drops = percent < before;
        let reason = Some(note.done.trim()).filter(|done| drops && !done.is_empty());
        self.apply(writes, reason)
    }

    /// Whether an action is for whoever acts here to finish, and not only for them to see; watches it.
    pub fn may_finish_action(&self, action: &RecordId) -> bool {
        for key in [STATUS, action::OWNER.name] {
            self.value(action, &FieldKey::of(key));
        }
        self.step_that_finishes(action).is_some()
    }

    fn step_that_finishes(&self, action: &RecordId) -> Option<Step> {
        let (me, today) = (self.me(), self.now().date_naive());
        let steps = self.read(|log| allowed(log, action, me.as_ref(), today));
        let mut may = steps.into_iter().filter(|step| step.may.is_ok());
        may.find(|step| step.transition.to == action::DONE.key)
    }

    /// An action is done, with what came of it.
    pub fn finish_action(&self, action: &RecordId, result: &str) -> Vec<Slot> {
        let Some(step) = self.step_that_finishes(action) else {
            return Vec::new();
        };
        let mut writes = self.step_writes(action, step.transition);
        let result = Value::typed(result);
        if !result.is_empty() {
            writes.push(self.write_of(action, action::RESULT.name, result));
        }
        self.apply(writes, None)
    }

    /// What begins a task that nobody has begun, where whoever acts here may and nothing is missing.
    fn writes_that_begin(&self, task: &RecordId) -> Vec<Write> {
        let (me, now) = (self.me(), self.now());
        let begins = self.read(|log| {
            let form = Form::new(log, task.clone());
            if status_of(&form) != task::TODO.key
                || !missing(log, task, Gate::Start, now).is_empty()
            {
                return None;
            }
            let steps = allowed(log, task, me.as_ref(), now.date_naive());
            let mut begins = steps.into_iter().filter(|step| step.may.is_ok());
            begins.find(|step| step.transition.to == task::DOING.key)
        });
        begins.map_or_else(Vec::new, |step| self.step_writes(task, step.transition))
    }
}
