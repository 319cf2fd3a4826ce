//! Days and moments as a whole: the day, the time of day behind it, and whether it comes before what it ends.

use super::around::{Around, Order};
use super::letters::{clean, in_digits};
use super::reading::{Oddity, Supplied, TextReading};
use super::{clock, dates, years};
use crate::model::Value;
use crate::model::template::{CellType, FieldType};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The orders of day and month in which a text can be read, where it depends on one: for a column that knows it.
pub fn orders(text: &str, around: &Around) -> Option<Vec<Order>> {
    let text = in_digits(&clean(text));
    let day = clock::part(&text)
        .ok()?
        .map_or(text.as_str(), |parted| parted.day);
    dates::orders(day, around)
}

/// By when something is due on a day that is named without a time.
const USUAL_TIME: NaiveTime = NaiveTime::from_hms_opt(18, 0, 0).expect("a time of day");

/// Reads a day, or a moment, for a field of that type.
pub fn read_when(field_type: FieldType, text: &str, around: &Around) -> TextReading {
    let text = in_digits(&clean(text));
    if text.is_empty() {
        return TextReading::Is(Value::Null, Supplied::Nothing);
    }
    let is_moment = field_type == FieldType::DateTime;
    let (day, time, its_zone) = match clock::part(&text) {
        Ok(Some(parted)) => (parted.day, Some(parted.time), parted.zone),
        Ok(None) => (
            text.as_str(),
            dates::serial(&text).and_then(|_| clock::of_serial(&text)),
            None,
        ),
        Err(()) if is_moment => return TextReading::unread(Oddity::NotAMoment, []),
        Err(()) => (text.as_str(), None, None),
    };
    let value = |when: NaiveDateTime| match (is_moment, around.zone.moment(when)) {
        (true, Some(moment)) => moment.write(),
        _ => when.date().write(),
    };
    let at = |day: NaiveDate| {
        let when = day.and_time(time.unwrap_or(if is_moment {
            USUAL_TIME
        } else {
            NaiveTime::MIN
        }));
        let moment = its_zone.and_then(|zone| when.and_local_timezone(zone).single());
        moment.map_or(when, |moment| around.zone.shown(moment).naive_local())
    };
    let said = match dates::read_day(day, around) {
        Ok(said) => said,
        Err(doubt) => {
            let why = match doubt.why {
                Oddity::NotADate if is_moment => Oddity::NotAMoment,
                why => why,
            };
            return TextReading::unread(why, doubt.days.into_iter().map(|day| value(at(day))));
        }
    };
    let when = at(said.day);
    if let Some(begins) = around
        .begins
        .filter(|begins| is_before(when, *begins, is_moment))
    {
        let later = years::next_after(said.day, begins.date()).map(at);
        let later = later.filter(|later| !is_before(*later, begins, is_moment));
        let meant = later.map(value);
        return TextReading::unread(Oddity::BeforeStart, meant);
    }
    let supplied = match (said.supplied, time) {
        (Supplied::Nothing, None) if is_moment => Supplied::Time,
        (_, Some(time)) if !is_moment && !clock::is_midnight(time) => Supplied::NoTime,
        (supplied, _) => supplied,
    };
    TextReading::Is(value(when), supplied)
}

fn is_before(end: NaiveDateTime, start: NaiveDateTime, is_moment: bool) -> bool {
    if is_moment {
        end < start
    } else {
        end.date() < start.date()
    }
}
