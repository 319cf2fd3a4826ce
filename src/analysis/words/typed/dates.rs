//! Days as people and their programs write them. A year that is not written is the one that fits best; whatever can be
//! read in two ways is asked, with both.

use super::around::{Around, Order};
use super::day::{DayDoubt, DayParts, exact, weekday_of};
use super::reading::{Oddity, Supplied};
use super::relative;
use super::shapes::{Readings, readings};
use super::years::in_best_year;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A day that was read, and what of it was not written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SaidDay {
    pub(super) day: NaiveDate,
    pub(super) supplied: Supplied,
}

/// Reads a text without its time of day.
pub(super) fn read_day(text: &str, around: &Around) -> Result<SaidDay, DayDoubt> {
    let today = around.day();
    if let Some(day) = serial(text) {
        return Ok(SaidDay {
            day,
            supplied: Supplied::Nothing,
        });
    }
    let (rest, weekday) = match relative::read(text, today) {
        Some(_) => (text.to_owned(), None),
        None => without_weekday(text),
    };
    if let Some(found) = relative::read(&rest, today) {
        let day = on_weekday(found?, weekday)?;
        return Ok(SaidDay {
            day,
            supplied: Supplied::Day,
        });
    }
    let rest = with_year(&rest, today);
    match readings(&rest, around) {
        Ok(all) => choose(all, weekday, around),
        Err(doubt) if doubt.why == Oddity::NotADate => Err(within(&rest, around).unwrap_or(doubt)),
        Err(doubt) => Err(doubt),
    }
}

/// The orders in which a text can be read that depends on one; nothing for any other text.
pub(super) fn orders(text: &str, around: &Around) -> Option<Vec<Order>> {
    let (rest, weekday) = without_weekday(text);
    let all = readings(&rest, around).ok()?;
    let fits = |parts: &DayParts| match (weekday, parts.year) {
        (Some(weekday), Some(_)) => exact(*parts).is_ok_and(|day| day.weekday() == weekday),
        _ => true,
    };
    let has_year = all.iter().all(|(_, parts)| parts.year.is_some());
    let orders: Vec<Order> = all
        .iter()
        .filter(|(_, parts)| fits(parts))
        .filter_map(|(order, _)| *order)
        .collect();
    // `3/5` alone is the fifth of March, `3/3/2026` is one day in every order.
    let is_one_day = has_year
        && all
            .windows(2)
            .all(|two| exact(two[0].1).ok() == exact(two[1].1).ok());
    let says_something = orders.len() == 1 || (has_year && !is_one_day);
    (!orders.is_empty() && says_something).then_some(orders)
}

/// The day of a number as spreadsheets count them, from 2000 to 2099.
pub(super) fn serial(text: &str) -> Option<NaiveDate> {
    let whole = text.split_once('.').map_or(text, |(whole, part)| {
        if part.bytes().all(|b| b.is_ascii_digit()) {
            whole
        } else {
            ""
        }
    });
    let days: u64 = whole.parse().ok().filter(|_| whole.len() == 5)?;
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let day = first.checked_add_days(Days::new(days))?;
    (2000..=2099).contains(&day.year()).then_some(day)
}

/// A text without the weekday in it, `(周四)` or `Thu`, and the weekday.
fn without_weekday(text: &str) -> (String, Option<Weekday>) {
    for word in ["星期", "礼拜", "周", "週", "("] {
        for (at, _) in text.match_indices(word) {
            let after = &text[at + word.len()..];
            let Some(name) = after.chars().next() else {
                continue;
            };
            let end = at + word.len() + name.len_utf8();
            let is_name = word != "(" || text[end..].starts_with(')');
            if let Some(weekday) = weekday_of(&name.to_string()).filter(|_| is_name) {
                return (without(text, at, end), Some(weekday));
            }
        }
    }
    let mut from = 0;
    for word in text.split(|c: char| !c.is_ascii_alphabetic()) {
        let at = from;
        from += word.len()
            + text[from + word.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
        if let Some(weekday) = weekday_of(word) {
            return (without(text, at, at + word.len()), Some(weekday));
        }
    }
    (text.to_owned(), None)
}

/// What stands before and after a part, without the brackets and commas that held it.
fn without(text: &str, from: usize, to: usize) -> String {
    let is_edge = |c: char| " ,()[].".contains(c);
    let before = text[..from].trim_end_matches(is_edge);
    let after = text[to..].trim_start_matches(is_edge);
    format!("{before} {after}").trim().to_owned()
}

/// 今年, 明年 and 去年 as numbers.
fn with_year(text: &str, today: NaiveDate) -> String {
    let words = [
        ("今年", 0),
        ("本年", 0),
        ("明年", 1),
        ("后年", 2),
        ("去年", -1),
    ];
    let said = words.iter().find_map(|(word, years)| {
        let rest = text.strip_prefix(word)?;
        let rest = rest.trim_start().trim_start_matches('年');
        Some(format!("{}年{rest}", today.year() + years))
    });
    said.unwrap_or_else(|| text.to_owned())
}

/// The one of some readings that is meant, by the order of the dates beside it and by the weekday.
fn choose(all: Readings, weekday: Option<Weekday>, around: &Around) -> Result<SaidDay, DayDoubt> {
    let in_order =
        |order: Option<Order>| all.iter().find(|(its, _)| order.is_some() && *its == order);
    let usual = all.iter().find(|(_, parts)| parts.year.is_none());
    if let Some((_, parts)) = in_order(around.order).or(usual) {
        return one(*parts, weekday, around);
    }
    if let [(_, parts)] = all.as_slice() {
        return one(*parts, weekday, around);
    }
    let mut days: Vec<NaiveDate> = Vec::new();
    for (_, parts) in &all {
        days.extend(exact(*parts).ok().filter(|day| !days.contains(day)));
    }
    let fits = |day: &&NaiveDate| weekday.is_none_or(|weekday| day.weekday() == weekday);
    match days.iter().filter(fits).collect::<Vec<_>>().as_slice() {
        [day] => Ok(SaidDay {
            day: **day,
            supplied: Supplied::Nothing,
        }),
        _ => Err(DayDoubt::new(Oddity::Ambiguous, days)),
    }
}

fn one(parts: DayParts, weekday: Option<Weekday>, around: &Around) -> Result<SaidDay, DayDoubt> {
    if parts.year.is_some() {
        let day = on_weekday(exact(parts)?, weekday)?;
        return Ok(SaidDay {
            day,
            supplied: Supplied::Nothing,
        });
    }
    let day = on_weekday(in_best_year(parts, around)?, weekday)?;
    Ok(SaidDay {
        day,
        supplied: Supplied::Year(day.year()),
    })
}

fn on_weekday(day: NaiveDate, weekday: Option<Weekday>) -> Result<NaiveDate, DayDoubt> {
    match weekday {
        Some(weekday) if day.weekday() != weekday => {
            Err(DayDoubt::new(Oddity::WrongWeekday, [day]))
        }
        _ => Ok(day),
    }
}

/// A text with more than a date: the date in it may be meant, or the two of a span.
fn within(text: &str, around: &Around) -> Option<DayDoubt> {
    let ends = text.split(['~', '至', '到']).map(str::trim);
    let ends: Vec<&str> = ends.filter(|end| !end.is_empty()).collect();
    let dashes = || {
        text.match_indices('-')
            .map(|(at, _)| vec![text[..at].trim(), text[at + 1..].trim()])
    };
    let read = |text: &str| choose(readings(text, around).ok()?, None, around).ok();
    let both = |ends: &Vec<&str>| {
        let [from, to] = ends.as_slice() else {
            return None;
        };
        let from = read(from)?.day;
        let to_day = || from.with_day(to.trim_end_matches(['日', '号']).parse().ok()?);
        Some([from, read(to).map(|said| said.day).or_else(to_day)?])
    };
    if let Some(days) = both(&ends).or_else(|| dashes().find_map(|ends| both(&ends))) {
        return Some(DayDoubt::new(Oddity::TwoDates, days));
    }
    let from = text.find(|c: char| c.is_ascii_digit())?;
    let part = &text[from..];
    let to = part.rfind(|c: char| c.is_ascii_digit() || c == '日' || c == '号')?;
    let part = &part[..to + part[to..].chars().next().map_or(0, char::len_utf8)];
    let said = (part.len() < text.len()).then(|| read(part)).flatten()?;
    Some(DayDoubt::new(Oddity::MoreThanADate, [said.day]))
}
