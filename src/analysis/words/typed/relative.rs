//! Days as one says them today: 明天, 下周五, 月底, `next Friday`.

use super::day::{DayDoubt, last_of, weekday_of};
use super::reading::Oddity;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

const DAYS: &[(&str, i64)] = &[
    ("今天", 0),
    ("今日", 0),
    ("today", 0),
    ("明天", 1),
    ("明日", 1),
    ("tomorrow", 1),
    ("后天", 2),
    ("大后天", 3),
    ("昨天", -1),
    ("昨日", -1),
    ("yesterday", -1),
    ("前天", -2),
];
/// How many weeks or months from now.
const WHICH: &[(&str, i64)] = &[
    ("下下个", 2),
    ("下下", 2),
    ("下个", 1),
    ("下", 1),
    ("上上", -2),
    ("上个", -1),
    ("上", -1),
    ("这个", 0),
    ("本", 0),
    ("这", 0),
    ("当", 0),
];
const WEEK: [&str; 4] = ["星期", "礼拜", "周", "週"];

/// The day that such a text says; nothing where it is none.
pub(super) fn read(text: &str, today: NaiveDate) -> Option<Result<NaiveDate, DayDoubt>> {
    if let Some((_, days)) = DAYS.iter().find(|(word, _)| *word == text) {
        return Some(Ok(moved(today, *days)));
    }
    let which = WHICH
        .iter()
        .find_map(|(word, n)| Some((Some(*n), text.strip_prefix(word)?)));
    let (which, rest) = which.unwrap_or((None, text));
    let week = WEEK.iter().find_map(|word| rest.strip_prefix(word));
    if let Some(rest) = week {
        return in_week(rest, which, today);
    }
    if let Some(rest) = rest.strip_prefix('月') {
        return in_month(rest, which, today);
    }
    match (rest, which) {
        ("季末" | "季度末" | "季底", None | Some(0)) => {
            let month = today.month0() / 3 * 3 + 3;
            Some(Ok(last_of(today.year(), month)))
        }
        ("年底" | "年末", None | Some(0)) => Some(Ok(last_of(today.year(), 12))),
        _ => later(text, today)
            .map(Ok)
            .or_else(|| in_english(text, today)),
    }
}

fn moved(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        day.checked_sub_days(by)
    } else {
        day.checked_add_days(by)
    };
    moved.unwrap_or(day)
}

fn monday(today: NaiveDate, weeks: i64) -> NaiveDate {
    moved(
        today,
        7 * weeks - i64::from(today.weekday().num_days_from_monday()),
    )
}

/// A day of a week by its name; without saying which week, the one that comes.
fn in_week(
    rest: &str,
    which: Option<i64>,
    today: NaiveDate,
) -> Option<Result<NaiveDate, DayDoubt>> {
    let monday = monday(today, which.unwrap_or(0));
    let doubt = |days: [i64; 2]| {
        Some(Err(DayDoubt::new(
            Oddity::NoDay,
            days.map(|n| moved(monday, n)),
        )))
    };
    match rest {
        "" if which.is_some() => return doubt([0, 4]),
        "末" => return doubt([5, 6]),
        _ => {}
    }
    let weekday = weekday_of(rest)?;
    let day = moved(monday, i64::from(weekday.num_days_from_monday()));
    Some(coming(day, which.is_some(), today))
}

/// A day of this week that is over may be meant as the next one, unless this week was named.
fn coming(day: NaiveDate, is_named: bool, today: NaiveDate) -> Result<NaiveDate, DayDoubt> {
    if is_named || day >= today {
        Ok(day)
    } else {
        Err(DayDoubt::new(Oddity::Ambiguous, [day, moved(day, 7)]))
    }
}

fn in_month(
    rest: &str,
    which: Option<i64>,
    today: NaiveDate,
) -> Option<Result<NaiveDate, DayDoubt>> {
    let months = Months::new(u32::try_from(which.unwrap_or(0).unsigned_abs()).ok()?);
    let month = match which {
        Some(n) if n < 0 => today.checked_sub_months(months),
        _ => today.checked_add_months(months),
    };
    let month = month?.with_day(1)?;
    let last = last_of(month.year(), month.month());
    match rest {
        "底" | "末" => return Some(Ok(last)),
        "" | "初" | "中" | "上旬" | "中旬" | "下旬" => {
            return which.map(|_| Err(DayDoubt::new(Oddity::NoDay, [month, last])));
        }
        _ => {}
    }
    let day = rest.trim_end_matches(['日', '号']).parse().ok()?;
    which.map(|_| {
        let found = month.with_day(day);
        found.ok_or_else(|| DayDoubt::new(Oddity::NoSuchDay, [last]))
    })
}

/// `3天后`, `2周后`, `1个月后`.
fn later(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.strip_suffix("之后").or(text.strip_suffix('后'))?;
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(end);
    let number: i64 = number.parse().ok().filter(|n| *n <= 1_000)?;
    match unit {
        "天" | "日" => Some(moved(today, number)),
        "周" | "个星期" | "个礼拜" => Some(moved(today, number * 7)),
        "个月" => today.checked_add_months(Months::new(u32::try_from(number).ok()?)),
        _ => None,
    }
}

fn in_english(text: &str, today: NaiveDate) -> Option<Result<NaiveDate, DayDoubt>> {
    match text {
        "eom" | "month end" | "end of month" | "end of the month" => {
            return Some(Ok(last_of(today.year(), today.month())));
        }
        "end of year" | "end of the year" => return Some(Ok(last_of(today.year(), 12))),
        "next week" | "this week" => {
            let monday = monday(today, i64::from(text == "next week"));
            return Some(Err(DayDoubt::new(
                Oddity::NoDay,
                [monday, moved(monday, 4)],
            )));
        }
        _ => {}
    }
    let (which, name) = match text.split_once(' ') {
        Some((which @ ("this" | "next"), name)) => (which, name),
        _ => ("", text),
    };
    let weekday: Weekday = weekday_of(name).filter(|_| name.is_ascii())?;
    let day = moved(monday(today, 0), i64::from(weekday.num_days_from_monday()));
    Some(match which {
        // Of two weeks, unless this week's is over.
        "next" if day > today => Err(DayDoubt::new(Oddity::Ambiguous, [day, moved(day, 7)])),
        "next" => Ok(moved(day, 7)),
        _ => coming(day, which == "this", today),
    })
}
