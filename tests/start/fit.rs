//! Whether every value of a project fits its field.

use chrono::{DateTime, FixedOffset, NaiveDate};
use hepai::model::template::{CellType, FieldType, Form, Key};
use hepai::model::{Log, RecordId};

/// References name records that are there, keys are those of their lists, days are days.
pub(crate) fn assert_every_value_fits(log: &Log) {
    for record in log.all_records() {
        let form = Form::new(log, record.clone());
        let template = form.template().expect("a template");
        for key in log.keys(&record) {
            let value = log.value(&record, key);
            let field = template.field(key.as_str());
            let Some(field) = field.filter(|_| !value.is_empty()) else {
                continue;
            };
            let fits = match field.field_type {
                FieldType::Ref(kinds) => {
                    form.get(Key::<RecordId>::new(field.key))
                        .is_some_and(|other| {
                            let may_be = kinds.is_empty() || kinds.contains(&other.kind());
                            may_be && log.is_visible(&other)
                        })
                }
                FieldType::Set(kinds) => {
                    let element = key.rest().expect("an element");
                    kinds
                        .iter()
                        .any(|kind| log.is_visible(&RecordId::of(&format!("{kind}/{element}"))))
                }
                FieldType::Enum(choices) => choices
                    .iter()
                    .any(|choice| Some(choice.key) == value.as_text()),
                FieldType::Scale(choices) => value.as_int().is_some_and(|number| {
                    choices
                        .iter()
                        .any(|choice| choice.key == number.to_string())
                }),
                FieldType::Int(least, most) => value
                    .as_int()
                    .is_some_and(|number| (least..=most).contains(&number)),
                FieldType::Text(most) => value
                    .as_text()
                    .is_some_and(|text| text.chars().count() <= most),
                FieldType::Date => NaiveDate::read(&value).is_some(),
                FieldType::DateTime => DateTime::<FixedOffset>::read(&value).is_some(),
                FieldType::Bool => bool::read(&value).is_some(),
                FieldType::Money => value.as_int().is_some(),
                FieldType::LongText(_) | FieldType::Decimal => value.as_text().is_some(),
            };
            assert!(fits, "{record} {key} {value:?}");
        }
    }
}
