//! What the coach says beside a goal, a task, an action or a metric: as long as somebody has not said that these words
//! are fine as they are. That is a fact of this browser and goes into no file.

use super::session::Session;
use crate::analysis::goal::coach::{CoachAdvice, advice, coached, frame};
use crate::model::log::Slot;
use crate::model::template::Lang;
use crate::model::{FieldKey, RecordId, Value};

/// Advice on a text, and the frame to say it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coaching {
    pub advice: CoachAdvice,
    pub frame: String,
}

impl Session {
    /// What the coach says of the text of a field; watches it.
    pub fn coaching(&self, record: &RecordId, key: &str, lang: Lang) -> Option<Coaching> {
        let sort = coached(record.kind(), key)?;
        let value = self.value(record, &FieldKey::of(key));
        let text = value.as_text()?;
        let is_fine = self
            .fact(&place(record, key))
            .is_some_and(|fine| fine == text);
        let advice = advice(text, sort).filter(|_| !is_fine)?;
        Some(Coaching {
            frame: frame(text, &advice, lang),
            advice,
        })
    }

    /// These words are fine as they are; others are looked at anew.
    pub fn leave_as_it_is(&self, record: &RecordId, key: &str) {
        let value = self.value(record, &FieldKey::of(key));
        self.set_fact(&place(record, key), value.as_text().unwrap_or_default());
    }

    /// The frame takes the place of the words; its gaps are for a hand to fill.
    pub fn take_frame(&self, record: &RecordId, key: &str, lang: Lang) -> Vec<Slot> {
        match self.coaching(record, key, lang) {
            Some(coaching) => self.set_fields(record, &[(key, Value::typed(&coaching.frame))]),
            None => Vec::new(),
        }
    }
}

fn place(record: &RecordId, key: &str) -> String {
    format!("coach {record} {key}")
}
