//! Values as people read them, in a control and elsewhere.

use crate::model::line::{PERSON_CHARS, one_line};
use crate::model::template::{CellType, FieldType, minute_text};
use crate::model::{Moment, Value, Zone, canonical};
use chrono::NaiveDate;

/// How a value stands in the control of a field; a moment as it is where somebody reads it.
pub fn shown(field_type: FieldType, value: &Value, zone: Zone) -> String {
    match (field_type, value) {
        (_, Value::Null) => String::new(),
        (FieldType::Text(_) | FieldType::LongText(_), _) => plain(value),
        (FieldType::Money, Value::Number(_)) => value.as_int().map_or_else(|| plain(value), money),
        (FieldType::Decimal, _) => grouped(plain(value).trim()),
        (FieldType::DateTime, Value::Text(text)) => match Moment::read(value) {
            Some(moment) => minute_text(zone.shown(moment)),
            None => text.trim_start().to_owned(),
        },
        _ => plain(value).trim_start().to_owned(),
    }
}

/// Where the browser's calendar opens, in the only form that it takes (`2026-03-05`, `2026-03-05T14:30`); nothing where
/// what stands there is no day.
pub fn picker_text(field_type: FieldType, value: &Value, zone: Zone) -> String {
    let text = match field_type {
        FieldType::DateTime => {
            Moment::read(value).map(|moment| minute_text(zone.shown(moment)).replace(' ', "T"))
        }
        _ => NaiveDate::read(value).map(|day| day.to_string()),
    };
    text.unwrap_or_default()
}

/// A date or moment of a file's header as people read it.
pub fn readable(when: &str, zone: Zone) -> String {
    let moment = Moment::read(&Value::text(when)).map(|moment| minute_text(zone.shown(moment)));
    moment.unwrap_or_else(|| one_line(when, PERSON_CHARS))
}

/// How a moment was written, with its zone (`2026-03-05 14:30 UTC+8`), where the clocks differ there and here.
pub fn as_written(value: &Value, zone: Zone) -> Option<String> {
    written_elsewhere(Moment::read(value)?, zone, minute_text)
}

/// The same of a moment, in fewer or more words.
pub fn written_elsewhere(at: Moment, zone: Zone, text: fn(Moment) -> String) -> Option<String> {
    let minutes = at.offset().local_minus_utc() / 60;
    let differs = zone.shown(at).offset() != at.offset();
    differs.then(|| format!("{} {}", text(at), zone_name(minutes)))
}

/// `UTC+8`, `UTC-3:30`.
fn zone_name(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 {
        format!("UTC{sign}{hours}")
    } else {
        format!("UTC{sign}{hours}:{rest:02}")
    }
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

/// A number in plain decimal notation with its digits in groups of three: 300,000; anything else as it is.
pub fn grouped(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let (whole, rest) = match digits.split_once('.') {
        Some((whole, _)) => digits.split_at(whole.len()),
        None => (digits, ""),
    };
    let is_number = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(rest.trim_start_matches('.')) {
        return text.to_owned();
    }
    format!("{sign}{}{rest}", in_groups(whole))
}

fn in_groups(whole: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn money(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let whole = (cents.unsigned_abs() / 100).to_string();
    let rest = cents.unsigned_abs() % 100;
    format!("{sign}{}.{rest:02}", in_groups(&whole))
}
