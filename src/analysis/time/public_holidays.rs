//! The public holidays that are known here, and what an exception of a calendar is. The days are data, a year a line:
//! a newer table takes the place of `holidays/chinese_days.txt`, and a project can read in the year that it lacks.

use chrono::NaiveDate;
use std::sync::LazyLock;

/// Days that are not what their weekday says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exception {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// A holiday, or a weekend day that is worked.
    pub is_rest: bool,
}

/// Public holidays of China and the weekend days worked for them, in order. No day stands in two lines.
pub static CHINA: LazyLock<Vec<Exception>> =
    LazyLock::new(|| table(include_str!("holidays/chinese_days.txt")));

fn table(text: &str) -> Vec<Exception> {
    let years = text.lines().filter(|line| !line.starts_with('#'));
    let spans = years
        .filter_map(|line| line.split_once(' '))
        .flat_map(|(year, spans)| {
            let spans = spans.split(' ');
            spans.filter_map(move |span| exception(year, span))
        });
    spans.collect()
}

/// `02-15~02-23`, and `02-28+` for a weekend day that is worked.
fn exception(year: &str, span: &str) -> Option<Exception> {
    let days = span.trim_end_matches('+');
    let (from, to) = days.split_once('~').unwrap_or((days, days));
    let day = |day: &str| format!("{year}-{day}").parse().ok();
    Some(Exception {
        from: day(from)?,
        to: day(to)?,
        is_rest: !span.ends_with('+'),
    })
}

#[cfg(test)]
mod tests {
    use super::{CHINA, Exception};
    use chrono::{Datelike, NaiveDate, Weekday};

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    /// 国务院办公厅关于 2026 年部分节假日安排的通知, of 2025-11-04, line by line.
    #[test]
    fn the_days_of_2026_are_those_of_the_notice() {
        let told: Vec<Exception> = [
            ("2026-01-01", "2026-01-03", true),
            ("2026-01-04", "2026-01-04", false),
            ("2026-02-14", "2026-02-14", false),
            ("2026-02-15", "2026-02-23", true),
            ("2026-02-28", "2026-02-28", false),
            ("2026-04-04", "2026-04-06", true),
            ("2026-05-01", "2026-05-05", true),
            ("2026-05-09", "2026-05-09", false),
            ("2026-06-19", "2026-06-21", true),
            ("2026-09-20", "2026-09-20", false),
            ("2026-09-25", "2026-09-27", true),
            ("2026-10-01", "2026-10-07", true),
            ("2026-10-10", "2026-10-10", false),
        ]
        .map(|(from, to, is_rest)| Exception {
            from: date(from),
            to: date(to),
            is_rest,
        })
        .to_vec();
        let of_2026 = CHINA.iter().filter(|line| line.from.year() == 2026);
        assert_eq!(of_2026.copied().collect::<Vec<_>>(), told);
    }

    #[test]
    fn every_line_of_the_data_is_read_and_only_weekend_days_are_worked_for_others() {
        let text = include_str!("holidays/chinese_days.txt");
        let years = text.lines().filter(|line| !line.starts_with('#'));
        let spans: usize = years.map(|line| line.split(' ').count() - 1).sum();
        assert_eq!(CHINA.len(), spans);
        for line in CHINA.iter().filter(|line| !line.is_rest) {
            let mut days = line.from.iter_days().take_while(|day| *day <= line.to);
            assert!(
                days.all(|day| [Weekday::Sat, Weekday::Sun].contains(&day.weekday())),
                "{line:?}"
            );
        }
        let years: Vec<i32> = (2004..=2026).collect();
        let mut known: Vec<i32> = CHINA.iter().map(|line| line.from.year()).collect();
        known.dedup();
        assert_eq!(known, years);
    }
}
