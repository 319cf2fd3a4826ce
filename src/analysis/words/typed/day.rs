//! A day as its numbers say it, and the doubt whether it is one.

use super::reading::Oddity;
use chrono::{NaiveDate, Weekday};

/// Why no day was made of a text, and which it may have meant.
#[derive(Debug)]
pub(super) struct DayDoubt {
    pub(super) why: Oddity,
    pub(super) days: Vec<NaiveDate>,
}

impl DayDoubt {
    pub(super) fn new(why: Oddity, days: impl IntoIterator<Item = NaiveDate>) -> Self {
        let mut all: Vec<NaiveDate> = Vec::new();
        for day in days {
            if !all.contains(&day) {
                all.push(day);
            }
        }
        Self { why, days: all }
    }
    pub(super) fn none(why: Oddity) -> Self {
        Self::new(why, [])
    }
}

/// A day as its numbers say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayParts {
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
}

/// The day of [`DayParts`] that is the last of its month, whichever that is.
pub(super) const LAST: u32 = u32::MAX;

/// The years of a date.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The last day of a month.
pub(super) fn last_of(year: i32, month: u32) -> NaiveDate {
    let day = |day| NaiveDate::from_ymd_opt(year, month, day);
    (28..=31).rev().find_map(day).unwrap_or_default()
}

pub(super) fn weekday_of(name: &str) -> Option<Weekday> {
    const NAMES: [(char, Weekday); 8] = [
        ('一', Weekday::Mon),
        ('二', Weekday::Tue),
        ('三', Weekday::Wed),
        ('四', Weekday::Thu),
        ('五', Weekday::Fri),
        ('六', Weekday::Sat),
        ('日', Weekday::Sun),
        ('天', Weekday::Sun),
    ];
    let mut chars = name.chars();
    let only = chars.next().filter(|_| chars.next().is_none());
    let han = only.and_then(|c| NAMES.iter().find(|(han, _)| *han == c));
    let english = || {
        name.parse()
            .ok()
            .filter(|_| name.len() > 2 && name.is_ascii())
    };
    han.map(|(_, weekday)| *weekday).or_else(english)
}

/// The day of a year.
pub(super) fn exact(parts: DayParts) -> Result<NaiveDate, DayDoubt> {
    let year = parts.year.filter(|year| YEARS.contains(year));
    let year = year.ok_or_else(|| DayDoubt::none(Oddity::NotADate))?;
    if !(1..=12).contains(&parts.month) || !(1..=31).contains(&parts.day) && parts.day != LAST {
        return Err(DayDoubt::none(Oddity::NotADate));
    }
    let last = last_of(year, parts.month);
    if parts.day == LAST {
        return Ok(last);
    }
    let day = NaiveDate::from_ymd_opt(year, parts.month, parts.day);
    day.ok_or_else(|| DayDoubt::new(Oddity::NoSuchDay, [last]))
}
