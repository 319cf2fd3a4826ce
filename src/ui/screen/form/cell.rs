//! What a cell of a table says.

use crate::analysis::computed;
use crate::analysis::words::names::value_text;
use crate::model::template::{Field, FieldType, Form};
use crate::model::{FieldKey, RecordId};
use crate::ui::screen::base::context::{Ui, session};
use crate::ui::screen::base::port::seen_from_here;
use leptos::prelude::Get;

/// What a cell says, followed as it changes.
pub(in crate::ui) fn text_of(ui: Ui, record: &RecordId, field: &'static Field) -> String {
    let session = session();
    let lang = ui.lang.get();
    let value = session.value(record, &FieldKey::of(field.key));
    if field.filled {
        let now = session.now();
        return session.watch(|log| {
            let form = Form::new(log, record.clone());
            let value = computed(&form, field.key, now).unwrap_or(value);
            value_text(log, field, &value, seen_from_here(lang))
        });
    }
    if let (FieldType::Ref(_), Some(referred)) = (
        field.field_type,
        value
            .as_text()
            .and_then(|text| text.parse::<RecordId>().ok()),
    ) && let Some(template) = crate::templates::SCHEMA.template(referred.kind())
    {
        session.value(&referred, &FieldKey::of(template.name));
    }
    session.read(|log| value_text(log, field, &value, seen_from_here(lang)))
}
