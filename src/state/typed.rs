//! What is typed into a field, read with the record and the project around it. What cannot be read is written as it was
//! typed, where it is marked and listed until somebody says what it means.

use super::field::FieldHandle;
use super::session::Session;
use crate::analysis::words::typed::{TextReading, kept, read};
use crate::model::template::{Field, Form};
use crate::model::{RecordId, Value};

impl Session {
    /// What a text means in a field of a record.
    pub fn read_field(&self, record: &RecordId, field: &'static Field, text: &str) -> TextReading {
        let now = self.now();
        self.read(|log| read(&Form::new(log, record.clone()), field, text, now))
    }

    /// The value that a text is written as: what it means, or its letters, which are marked.
    pub fn typed_value(&self, record: &RecordId, field: &'static Field, text: &str) -> Value {
        match self.read_field(record, field, text) {
            TextReading::Is(value, _) => value,
            TextReading::Unread(_) => kept(field, text),
        }
    }
}

impl FieldHandle {
    /// Writes what a text means in the field.
    pub fn write_typed(&self, field: &'static Field, text: &str) {
        let value = self.session().typed_value(&self.record(), field, text);
        self.write(value);
    }
}
