//! What the numbers of a text can say: the forms in which people and their programs write days.

use super::around::{Around, Order};
use super::day::{DayDoubt, DayParts, LAST, YEARS, exact, last_of};
use super::reading::Oddity;
use chrono::{Datelike, Months, NaiveDate};

/// What a text can say, and in which order where it depends on one.
pub(super) type Readings = Vec<(Option<Order>, DayParts)>;

/// The shape of a text, `n` for a number and `M` for the English name of a month, and the numbers with their digits.
fn shape(text: &str) -> Option<(String, Vec<(u32, usize)>)> {
    let (mut shape, mut numbers) = (String::new(), Vec::new());
    let mut rest = text.trim_start_matches('\'');
    while let Some(c) = rest.chars().next() {
        let run = |is_in: fn(char) -> bool| rest.find(|c| !is_in(c)).unwrap_or(rest.len());
        if c.is_ascii_digit() {
            let (digits, after) = rest.split_at(run(|c| c.is_ascii_digit()));
            numbers.push((digits.parse().ok()?, digits.len()));
            shape.push('n');
            rest = after;
        } else if c.is_ascii_alphabetic() {
            let (word, after) = rest.split_at(run(|c| c.is_ascii_alphabetic()));
            let is_ordinal = shape.ends_with('n') && ["st", "nd", "rd", "th"].contains(&word);
            if let Some(month) = month_of(word) {
                numbers.push((month, 0));
                shape.push('M');
            } else if !is_ordinal && word != "of" {
                return None;
            }
            rest = after;
        } else {
            if c != ' ' || shape.ends_with(['n', 'M']) {
                shape.push(c);
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    // A blank beside a sign says nothing.
    let mut out = String::new();
    let mut signs = shape.trim_end().chars().peekable();
    while let Some(c) = signs.next() {
        if c != ' ' || matches!(signs.peek(), Some('n' | 'M')) {
            out.push(c);
        }
    }
    Some((out, numbers))
}

fn month_of(word: &str) -> Option<u32> {
    let months =
        "january february march april may june july august september october november december";
    let is_it = |month: &&str| {
        month.starts_with(word) && (word.len() == 3 || *month == word || word == "sept")
    };
    let at = months
        .split(' ')
        .position(|month| word.len() >= 3 && is_it(&month));
    at.and_then(|at| u32::try_from(at + 1).ok())
}

/// What the numbers of a text can say.
pub(super) fn readings(text: &str, around: &Around) -> Result<Readings, DayDoubt> {
    let not_a_date = || {
        let has_digit = text.contains(|c: char| c.is_ascii_digit());
        DayDoubt::none(if has_digit {
            Oddity::NotADate
        } else {
            Oddity::NoDay
        })
    };
    let (shape, numbers) = shape(text).ok_or_else(not_a_date)?;
    let n = |at: usize| numbers[at].0;
    let digits = |at: usize| numbers[at].1;
    let one = |year: Option<i32>, month, day| Ok(vec![(None, DayParts { year, month, day })]);
    let year = |at: usize| year_of(n(at), digits(at));
    match shape.as_str() {
        "n-n-n" | "n/n/n" | "n.n.n" | "n n n" => three(
            [n(0), n(1), n(2)],
            [digits(0), digits(1), digits(2)],
            around,
        ),
        "n年n月n日" | "n年n月n号" | "n年n月n" | "n年n-n" | "n年n/n" | "n年n.n" => {
            one(Some(year(0)), n(1), n(2))
        }
        "n-n-n日" | "n/n/n日" | "n.n.n日" if digits(0) == 4 => one(Some(year(0)), n(1), n(2)),
        "n月n日" | "n月n号" | "n月n" | "n-n日" | "n/n日" | "n.n日" => one(None, n(0), n(1)),
        "n月底" | "n月末" => one(None, n(0), LAST),
        "n年n月底" | "n年n月末" => one(Some(year(0)), n(1), LAST),
        "n年底" | "n年末" | "n年年底" => one(Some(year(0)), 12, LAST),
        "n-n" | "n/n" | "n.n" if digits(0) == 4 => Err(whole_month(year(0), n(1))),
        "n/n" | "n-n" | "n.n" if digits(1) == 4 => Err(whole_month(year(1), n(0))),
        "n-n" | "n/n" | "n.n" => {
            let said = |order, month, day| {
                (
                    Some(order),
                    DayParts {
                        year: None,
                        month,
                        day,
                    },
                )
            };
            let all = vec![
                said(Order::MonthDayYear, n(0), n(1)),
                said(Order::DayMonthYear, n(1), n(0)),
            ];
            Ok(all).and_then(possible)
        }
        "n年n月" => Err(whole_month(year(0), n(1))),
        "n月" | "n月初" | "n月中" | "n月上旬" | "n月中旬" | "n月下旬" | "M" => {
            Err(DayDoubt::none(Oddity::NoDay))
        }
        "n日" | "n号" => {
            let month = around.day().with_day(1);
            let months = [
                month,
                month.and_then(|month| month.checked_add_months(Months::new(1))),
            ];
            let days = months
                .into_iter()
                .flatten()
                .filter_map(|month| month.with_day(n(0)));
            Err(DayDoubt::new(Oddity::NoDay, days))
        }
        "n" if digits(0) == 8 => one(
            i32::try_from(n(0) / 10_000).ok(),
            n(0) / 100 % 100,
            n(0) % 100,
        ),
        "n" if digits(0) == 6 => {
            let parts = DayParts {
                year: Some(year_of(n(0) / 10_000, 2)),
                month: n(0) / 100 % 100,
                day: n(0) % 100,
            };
            Err(DayDoubt::new(Oddity::NotADate, exact(parts)))
        }
        other if other.contains('M') => in_english(other, &numbers),
        _ => Err(not_a_date()),
    }
}

/// Day, month by its name and year; signs between them say nothing.
fn in_english(shape: &str, numbers: &[(u32, usize)]) -> Result<Readings, DayDoubt> {
    let kinds: String = shape.chars().filter(|c| !"-/., ".contains(*c)).collect();
    let one = |year: Option<(u32, usize)>, month: (u32, usize), day: (u32, usize)| {
        let year = year.map(|(year, digits)| year_of(year, digits));
        Ok(vec![(
            None,
            DayParts {
                year,
                month: month.0,
                day: day.0,
            },
        )])
    };
    match (kinds.as_str(), numbers) {
        ("nMn", [year, month, day]) if year.1 == 4 => one(Some(*year), *month, *day),
        ("nMn", [day, month, year]) | ("Mnn", [month, day, year]) => one(Some(*year), *month, *day),
        ("nM", [year, month]) | ("Mn", [month, year]) if year.1 == 4 => {
            Err(whole_month(year_of(year.0, 4), month.0))
        }
        // `Mar-26` is March 2026 in some programs.
        ("Mn", [month, number]) if shape != "M n" => {
            Err(whole_month(year_of(number.0, 2), month.0))
        }
        ("nM", [day, month]) | ("Mn", [month, day]) => one(None, *month, *day),
        _ => Err(DayDoubt::none(Oddity::NotADate)),
    }
}

fn year_of(number: u32, digits: usize) -> i32 {
    let number = i32::try_from(number).unwrap_or(0);
    match (digits, number) {
        (1 | 2, 80..) => 1900 + number,
        (1 | 2, _) => 2000 + number,
        _ => number,
    }
}

/// A month is no day: its first and its last may be meant.
fn whole_month(year: i32, month: u32) -> DayDoubt {
    let first = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| YEARS.contains(&year));
    let days = first
        .into_iter()
        .flat_map(|first| [first, last_of(year, month)]);
    DayDoubt::new(Oddity::NoDay, days)
}

/// Three numbers, in the orders in which they are a day. A year in two digits is one of the time around the project.
fn three(n: [u32; 3], digits: [usize; 3], around: &Around) -> Result<Readings, DayDoubt> {
    let said = |order, year: usize, month: usize, day: usize| {
        let year = Some(year_of(n[year], digits[year]));
        (
            Some(order),
            DayParts {
                year,
                month: n[month],
                day: n[day],
            },
        )
    };
    let by_year = said(Order::YearMonthDay, 0, 1, 2);
    let by_end = [
        said(Order::DayMonthYear, 2, 1, 0),
        said(Order::MonthDayYear, 2, 0, 1),
    ];
    match digits {
        [4, 1..=2, 1..=2] => Ok(vec![(None, by_year.1)]),
        [1..=2, 1..=2, 4] => possible(by_end.to_vec()),
        [1..=2, 1..=2, 1..=2] => {
            let all = possible([&[by_year], &by_end[..]].concat())?;
            let today = around.day();
            let (from, to) = around.period.unwrap_or((today, today));
            let years = from.min(today).year() - 1..=to.max(today).year() + 2;
            let is_near = |parts: &DayParts| parts.year.is_some_and(|year| years.contains(&year));
            let near: Readings = all
                .iter()
                .filter(|(_, parts)| is_near(parts))
                .copied()
                .collect();
            if near.is_empty() {
                let days = all.iter().filter_map(|(_, parts)| exact(*parts).ok());
                return Err(DayDoubt::new(Oddity::Ambiguous, days));
            }
            Ok(near)
        }
        _ => Err(DayDoubt::none(Oddity::NotADate)),
    }
}

/// Those that are a day; where none is, the first says why.
fn possible(all: Readings) -> Result<Readings, DayDoubt> {
    let is_day = |parts: &DayParts| {
        let leap = DayParts {
            year: parts.year.or(Some(2000)),
            ..*parts
        };
        exact(leap).map(|_| ())
    };
    let why = all
        .iter()
        .map(|(_, parts)| is_day(parts))
        .find_map(Result::err);
    let days: Readings = all
        .iter()
        .filter(|(_, parts)| is_day(parts).is_ok())
        .copied()
        .collect();
    match (why, all.first()) {
        // The year that is supplied says why.
        (_, Some(first)) if days.is_empty() && first.1.year.is_none() => Ok(vec![*first]),
        (Some(why), _) if days.is_empty() => Err(why),
        _ => Ok(days),
    }
}
