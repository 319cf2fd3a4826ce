//! Days with their weekday, and values as one checks them before they count.

use super::labels::{self, fill};
use super::names::typed_value_text;
use super::typed::{Supplied, TextReading, shown, written_elsewhere};
use crate::model::template::{CellType, Due, Field, FieldType, Lang, Viewpoint, minute_text};
use crate::model::{Log, Moment, Value, Zone};
use crate::templates::meeting;
use chrono::{Datelike, NaiveDate, Timelike};

/// 周一 to 周日, by their number from 1.
pub fn weekday(number: u32, lang: Lang) -> &'static str {
    let at = number.saturating_sub(1) as usize;
    let day = meeting::WEEKDAYS.get(at);
    day.map_or("", |day| day.label.text(lang))
}

/// A day with its weekday: 2026-04-13 周一.
pub fn dated(day: NaiveDate, lang: Lang) -> String {
    let number = day.weekday().number_from_monday();
    format!("{day} {}", weekday(number, lang))
}

/// A day or a moment as one checks it: with its year and weekday; nothing for any other value.
pub fn when_in_full(value: &Value, from: Viewpoint) -> Option<String> {
    let lang = from.lang;
    let day = NaiveDate::read(value).map(|day| dated(day, lang));
    day.or_else(|| {
        let moment = from.zone.shown(Moment::read(value)?);
        let text = minute_text(moment);
        let time = text.split_once(' ').map_or("", |(_, time)| time);
        Some(format!("{} {time}", dated(moment.date_naive(), lang)))
    })
}

/// By when something is due: its day, or its minute where a time is set, as it is for whoever reads it.
pub fn due_text(due: Due, zone: Zone) -> String {
    match due {
        Due::Day(day) => day.to_string(),
        Due::Moment(moment) => until_text(zone.shown(moment)),
    }
}

/// The end of a time, by its minute: midnight is the end of the day before, which is the last one that counts.
pub fn until_text(moment: Moment) -> String {
    let before = moment.date_naive().pred_opt();
    match before.filter(|_| moment.time().num_seconds_from_midnight() < 60) {
        Some(day) => format!("{day} 24:00"),
        None => minute_text(moment),
    }
}

/// A moment as it is for whoever reads it, and how it was written where the clocks differ there and here.
pub fn moment_text(at: Moment, from: Viewpoint, text: fn(Moment) -> String) -> String {
    let here = text(from.zone.shown(at));
    match written_elsewhere(at, from.zone, text) {
        Some(written) => {
            let places = [("here", &*here), ("written", &*written)];
            fill(labels::WRITTEN_ELSEWHERE, from.lang, &places)
        }
        None => here,
    }
}

/// A value of a field as one checks it.
pub fn in_full(log: &Log, field_type: FieldType, value: &Value, from: Viewpoint) -> String {
    let when = match field_type {
        FieldType::Date | FieldType::DateTime => when_in_full(value, from),
        _ => None,
    };
    when.unwrap_or_else(|| typed_value_text(log, field_type, value, from))
}

/// What is said of a text while it is typed, before it counts: the day that it names, the number that it will be.
/// Nothing where it stands there as it will stand.
pub fn read_back(
    log: &Log,
    field: &Field,
    text: &str,
    reading: &TextReading,
    from: Viewpoint,
) -> Option<String> {
    let TextReading::Is(value, supplied) = reading else {
        return None;
    };
    let is_told = match field.field_type {
        FieldType::Date | FieldType::DateTime => !value.is_empty(),
        FieldType::Int(..) | FieldType::Decimal | FieldType::Money => {
            shown(field.field_type, value, from.zone).replace(',', "")
                != text.trim().replace(',', "")
        }
        _ => false,
    };
    let said = is_told.then(|| in_full(log, field.field_type, value, from))?;
    Some(match supplied {
        Supplied::NoTime => fill(labels::DAY_ALONE, from.lang, &[("day", &said)]),
        _ => said,
    })
}
