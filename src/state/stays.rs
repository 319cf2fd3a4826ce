//! 日期不改, 目标不改: the project lead decides that something stays although somebody wants it otherwise.

use super::session::Session;
use crate::analysis::goal::answers::confirmation_record;
use crate::model::log::{Slot, Write};
use crate::model::template::CellType;
use crate::model::{FieldKey, RecordId};
use crate::templates::{confirmation, task};

impl Session {
    /// Answers whoever wants other dates for a task that these stay, with a word if there is one.
    pub fn keep_dates(&self, task: &RecordId, word: &str) -> Vec<Slot> {
        self.keep(task, task::DATES_STAY_AT.name, task::ACCEPTED.name, word)
    }

    /// Answers a department that objects to the goal that it stays, with a word if there is one.
    pub fn keep_goal(&self, department: &RecordId, word: &str) -> Vec<Slot> {
        let Some(record) = confirmation_record(department) else {
            return Vec::new();
        };
        let (key, said) = (confirmation::GOAL_STAYS_AT.name, confirmation::ANSWER.name);
        self.keep(&record, key, said, word)
    }

    fn keep(&self, record: &RecordId, key: &str, said: &str, word: &str) -> Vec<Slot> {
        let (key, value) = (FieldKey::of(key), self.now().write());
        let said = [(record.clone(), FieldKey::of(said))];
        let mut seen = self.read(|log| log.seen_with(record, &key, &value, &said));
        seen.always();
        let write = Write {
            record: record.clone(),
            key,
            value,
            seen,
        };
        self.apply(
            vec![write],
            Some(word.trim()).filter(|word| !word.is_empty()),
        )
    }
}
