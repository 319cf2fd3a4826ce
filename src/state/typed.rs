//! What is typed into a field, read with the record and the project around it. What cannot be read is written as it was
//! typed, where it is marked and listed until somebody says what it means.

use super::field::FieldHandle;
use super::session::Session;
use crate::analysis::words::dated::read_back;
use crate::analysis::words::typed::{self, TextReading, Unread, kept, oddity, read};
use crate::model::template::{CellType, Field, FieldType, Form, Viewpoint};
use crate::model::{FieldKey, RecordId, Value};

impl Session {
    /// What a text means in a field of a record.
    pub fn read_field(&self, record: &RecordId, field: &'static Field, text: &str) -> TextReading {
        let (now, zone) = (self.now(), self.zone());
        self.read(|log| read(&Form::new(log, record.clone()), field, text, now, zone))
    }

    /// What is said of a text while it is typed into a field, before it counts.
    pub fn read_back(
        &self,
        record: &RecordId,
        field: &'static Field,
        text: &str,
        from: Viewpoint,
    ) -> Option<String> {
        let reading = self.read_field(record, field, text);
        self.read(|log| read_back(log, field, text, &reading, from))
    }

    /// Why a value does not count in a field, with what it may mean; watches the beginning of what it ends.
    pub fn unread(
        &self,
        record: &RecordId,
        field: &'static Field,
        value: &Value,
    ) -> Option<Unread> {
        if let Some(begins) = field.ends {
            self.value(record, &FieldKey::of(begins));
        }
        let (now, zone) = (self.now(), self.zone());
        self.read(|log| typed::unread(&Form::new(log, record.clone()), field, value, now, zone))
    }

    /// Whether there is a reason, without looking for what it may mean.
    fn does_not_count(&self, record: &RecordId, field: &'static Field, value: &Value) -> bool {
        oddity(field, value).is_some()
            || field.ends.is_some() && self.unread(record, field, value).is_some()
    }

    /// Whether what stands in a cell does not count, or names what was deleted; watches the cell.
    pub fn is_odd(&self, record: &RecordId, field: &'static Field) -> bool {
        let value = self.value(record, &FieldKey::of(field.key));
        self.does_not_count(record, field, &value)
            || self.deleted_reference(field, &value).is_some()
    }

    /// The record in the recycle bin that a reference names; watches whether it is there.
    pub fn deleted_reference(&self, field: &Field, value: &Value) -> Option<RecordId> {
        let is_reference = matches!(field.field_type, FieldType::Ref(_));
        let record = RecordId::read(value).filter(|_| is_reference)?;
        self.is_visible(&record);
        self.read(|log| log.is_deleted(&record)).then_some(record)
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
