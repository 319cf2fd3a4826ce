//! Working days as numbers: the passes count in these and meet a date only at their edges (views.md §1.1).

use crate::analysis::time::calendar::Calendar;
use chrono::{Datelike, NaiveDate};

/// The years that a plan can lie in; a date outside counts as the nearest one inside.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The working days of a span, numbered from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    first: NaiveDate,
    /// How many working days lie before each date of the span, and before the day after it.
    before: Vec<i32>,
    /// The date of each working day.
    dates: Vec<NaiveDate>,
}

impl Days {
    /// The working days from a date to another, both counted, cut to the years 1900 to 2199.
    pub fn of(calendar: &Calendar, from: NaiveDate, to: NaiveDate) -> Self {
        let first = inside(from);
        let mut days = Self {
            first,
            before: vec![0],
            dates: Vec::new(),
        };
        for date in first.iter_days().take_while(|date| *date <= inside(to)) {
            if calendar.is_working_day(date) {
                days.dates.push(date);
            }
            days.before.push(number(days.dates.len()));
        }
        days
    }

    /// The working days before a date.
    fn before(&self, date: NaiveDate) -> i32 {
        let place = (date - self.first).num_days().max(0);
        let place = usize::try_from(place)
            .unwrap_or(0)
            .min(self.before.len() - 1);
        self.before[place]
    }

    /// The number of the working day on which something that starts on a date begins: that one, or the next.
    pub fn start(&self, date: NaiveDate) -> i32 {
        self.before(date)
    }

    /// The number of the working day on which something that ends on a date is over: that one, or the one before.
    pub fn end(&self, date: NaiveDate) -> i32 {
        inside(date).succ_opt().map_or(0, |next| self.before(next)) - 1
    }

    /// The date of a working day; of one outside of the span the nearest inside.
    pub fn date(&self, day: i32) -> NaiveDate {
        let last = self.dates.len().saturating_sub(1);
        let day = usize::try_from(day).unwrap_or(0).min(last);
        self.dates.get(day).copied().unwrap_or(self.first)
    }
}

/// A date within the years of a plan.
fn inside(date: NaiveDate) -> NaiveDate {
    if YEARS.contains(&date.year()) {
        return date;
    }
    let (year, month, day) = match date.year() < *YEARS.start() {
        true => (*YEARS.start(), 1, 1),
        false => (*YEARS.end(), 12, 31),
    };
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(date)
}

/// A count of a plan as the passes use it.
pub(super) fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_a_year_is_numbered_as_the_calendar_counts_it() {
        let calendar = Calendar::default();
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let days = Days::of(&calendar, day("2025-12-01"), day("2027-01-31"));
        for date in day("2026-01-01").iter_days().take(365) {
            let counted = calendar.working_days(day("2025-12-01"), date);
            assert_eq!(i64::from(days.end(date)), counted - 1, "{date}");
            if calendar.is_working_day(date) {
                assert_eq!(days.start(date), days.end(date), "{date}");
                assert_eq!(days.date(days.start(date)), date);
            } else {
                assert_eq!(days.start(date), days.end(date) + 1, "{date}");
            }
        }
    }

    #[test]
    fn absurd_dates_come_to_lie_at_the_ends() {
        let calendar = Calendar::default();
        let days = Days::of(&calendar, NaiveDate::MIN, NaiveDate::MAX);
        assert_eq!(days.start(NaiveDate::MIN), 0);
        assert_eq!(days.date(i32::MAX), days.date(days.end(NaiveDate::MAX)));
        assert_eq!(days.date(i32::MAX).year(), 2199);
    }
}
