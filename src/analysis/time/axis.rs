//! Days along a line: where a date lies on it, and which dates begin a week, a month, a quarter or a year. Knows no
//! screen: a unit may be a pixel or a tenth of a millimetre.

use chrono::{Datelike, Days, Months, NaiveDate};

/// A stretch of days, so many units wide each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    pub first: NaiveDate,
    /// Units per day.
    pub day: f64,
    /// How many days it has.
    pub days: i32,
}

/// What begins at a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    Day,
    /// Monday
    Week,
    Month,
    Quarter,
    Year,
}

/// The longest stretch, in days: beyond it a plan has absurd dates.
const LONGEST: i64 = 40_000;

impl Axis {
    /// From a date to another, both counted.
    pub fn new(first: NaiveDate, last: NaiveDate, day: f64) -> Self {
        let days = ((last - first).num_days() + 1).clamp(1, LONGEST);
        Self {
            first,
            day,
            days: i32::try_from(days).unwrap_or(1),
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "at most the width of the line"
    )]
    fn at(&self, days: f64) -> i32 {
        (days.clamp(-1e5, 1e5) * self.day).round() as i32
    }

    /// Where a day begins.
    #[expect(clippy::cast_precision_loss, reason = "days of a few centuries")]
    pub fn x(&self, date: NaiveDate) -> i32 {
        self.at((date - self.first).num_days() as f64)
    }

    /// Where a day ends.
    #[expect(clippy::cast_precision_loss, reason = "days of a few centuries")]
    pub fn end(&self, date: NaiveDate) -> i32 {
        self.at((date - self.first).num_days() as f64 + 1.0)
    }

    /// Where its last day ends, in units.
    pub fn width(&self) -> i32 {
        self.at(f64::from(self.days))
    }

    /// The day in which a place lies.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "at most the days of the line"
    )]
    pub fn date(&self, x: i32) -> NaiveDate {
        let days = (f64::from(x) / self.day).floor() as i64;
        moved(self.first, days)
    }

    /// The dates between two places at which something begins, and the last one before them.
    pub fn beginnings(&self, of: Beginning, from: i32, to: i32) -> Vec<NaiveDate> {
        let mut all = vec![of.before(self.date(from))];
        let last = self.date(to);
        while let Some(next) = all.last().and_then(|date| of.after(*date)) {
            if next > last || all.len() > 4_000 {
                break;
            }
            all.push(next);
        }
        all
    }
}

/// A date so many days later, or earlier.
pub fn moved(date: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs().min(200_000));
    let other = match days < 0 {
        true => date.checked_sub_days(count),
        false => date.checked_add_days(count),
    };
    other.unwrap_or(date)
}

impl Beginning {
    /// The last such date up to a day, that day counted.
    pub fn before(self, date: NaiveDate) -> NaiveDate {
        let first_of = |month: u32| NaiveDate::from_ymd_opt(date.year(), month, 1);
        let found = match self {
            Self::Day => Some(date),
            Self::Week => {
                date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into()))
            }
            Self::Month => first_of(date.month()),
            Self::Quarter => first_of((date.month() - 1) / 3 * 3 + 1),
            Self::Year => first_of(1),
        };
        found.unwrap_or(date)
    }

    /// The next one after such a date.
    pub fn after(self, date: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day => date.succ_opt(),
            Self::Week => date.checked_add_days(Days::new(7)),
            Self::Month => date.checked_add_months(Months::new(1)),
            Self::Quarter => date.checked_add_months(Months::new(3)),
            Self::Year => date.checked_add_months(Months::new(12)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_day_lies_between_its_edges_at_every_width() {
        for width in [0.3, 2.5, 8.0, 16.0, 32.0] {
            let axis = Axis::new(day("2026-03-02"), day("2027-03-02"), width);
            for days in [0_i64, 1, 44, 365] {
                let date = moved(axis.first, days);
                assert!(axis.x(date) <= axis.end(date));
                assert_eq!(axis.end(date), axis.x(moved(date, 1)));
            }
        }
        let axis = Axis::new(day("2026-03-02"), day("2027-03-02"), 8.0);
        assert_eq!(axis.date(axis.x(day("2026-04-15"))), day("2026-04-15"));
        assert_eq!(axis.date(-1), day("2026-03-01"));
    }

    #[test]
    fn what_begins_in_sight_is_found_and_the_last_before_it() {
        let axis = Axis::new(day("2026-03-02"), day("2026-12-31"), 8.0);
        let of = |of: Beginning| {
            axis.beginnings(of, axis.x(day("2026-04-15")), axis.x(day("2026-05-05")))
        };
        assert_eq!(of(Beginning::Month), [day("2026-04-01"), day("2026-05-01")]);
        assert_eq!(of(Beginning::Week).first(), Some(&day("2026-04-13")));
        assert_eq!(of(Beginning::Quarter), [day("2026-04-01")]);
        assert_eq!(of(Beginning::Year), [day("2026-01-01")]);
        assert_eq!(of(Beginning::Day).len(), 21);
    }

    #[test]
    fn absurd_dates_end_somewhere() {
        let axis = Axis::new(NaiveDate::MIN, NaiveDate::MAX, 32.0);
        assert!(axis.width() > 0);
        assert!(axis.x(NaiveDate::MAX) > 0);
        assert!(!axis.beginnings(Beginning::Day, 0, axis.width()).is_empty());
    }
}
