//! A day as people say it from where they stand: today, yesterday, Wednesday. Today is an argument.

use chrono::{Datelike, NaiveDate};

/// How a day is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    Today,
    Yesterday,
    /// Two to six days ago: 1 (Monday) to 7.
    Weekday(u32),
    /// Any other day, also one that is still to come by this clock.
    Other(NaiveDate),
}

/// How a day is said today.
pub fn day_of(day: NaiveDate, today: NaiveDate) -> Day {
    match (today - day).num_days() {
        0 => Day::Today,
        1 => Day::Yesterday,
        2..=6 => Day::Weekday(day.weekday().number_from_monday()),
        _ => Day::Other(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_last_week_or_of_tomorrow_is_a_date() {
        let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let today = date("2026-03-06");
        let said = |text: &str| day_of(date(text), today);
        assert_eq!(said("2026-03-06"), Day::Today);
        assert_eq!(said("2026-03-05"), Day::Yesterday);
        assert_eq!(said("2026-03-04"), Day::Weekday(3));
        assert_eq!(said("2026-02-28"), Day::Weekday(6));
        assert_eq!(said("2026-02-27"), Day::Other(date("2026-02-27")));
        assert_eq!(said("2026-03-07"), Day::Other(date("2026-03-07")));
    }
}
