//! A form begun beside a record that it names: an issue from a task, a request from a task.

use crate::analysis::words::names::record_name;
use crate::model::template::{Field, FieldType, Template};
use crate::model::{RecordId, Value};
use crate::state::{Page, Session};
use crate::ui::screen::base::context::{NewForm, Ui};
use crate::ui::texts;
use leptos::prelude::GetUntracked;

/// A new form that names this record in a field.
pub(in crate::ui) fn begin_beside(
    ui: Ui,
    session: Session,
    (form, field): (&'static Template, &'static Field),
    record: &RecordId,
) {
    let lang = ui.lang.get_untracked();
    let name = session.read(|log| record_name(log, record, lang));
    let (key, value) = match field.field_type {
        FieldType::Set(_) => {
            let element = record.rest().unwrap_or_default();
            (format!("{}/{element}", field.key), Value::Bool(true))
        }
        _ => (field.key.to_owned(), Value::text(record.as_str())),
    };
    let places = [("field", field.label.text(lang)), ("name", name.as_str())];
    ui.give(NewForm {
        kind: form.kind,
        fields: vec![(key, value)],
        told: ui.fill(texts::table::GIVEN, &places),
    });
    ui.go(session.project(), Page::New(form.kind.to_owned()));
}
