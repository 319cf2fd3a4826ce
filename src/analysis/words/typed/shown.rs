//! Values as people read them, in a control and elsewhere.

use crate::model::line::{PERSON_CHARS, one_line};
use crate::model::template::{CellType, FieldType, minute_text};
use crate::model::{Moment, Value, canonical};

/// How a value stands in the control of a field.
pub fn shown(field_type: FieldType, value: &Value) -> String {
    match (field_type, value) {
        (_, Value::Null) => String::new(),
        (FieldType::Text(_) | FieldType::LongText(_), _) => plain(value),
        (FieldType::Money, Value::Number(_)) => value.as_int().map_or_else(|| plain(value), money),
        (FieldType::DateTime, Value::Text(text)) => match Moment::read(value) {
            Some(moment) => minute_text(moment),
            None => text.trim_start().to_owned(),
        },
        _ => plain(value).trim_start().to_owned(),
    }
}

/// A date or moment of a file's header as people read it.
pub fn readable(when: &str) -> String {
    let moment = Moment::read(&Value::text(when));
    moment.map_or_else(|| one_line(when, PERSON_CHARS), minute_text)
}

/// Any value as text.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => if *flag { "✓" } else { "✗" }.to_owned(),
        Value::Number(number) => {
            let mut text = String::new();
            canonical::push_number(&mut text, *number);
            text
        }
        Value::Text(text) => text.to_string(),
    }
}

fn money(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let whole = (cents.unsigned_abs() / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}.{:02}", cents.unsigned_abs() % 100)
}
