//! By when a line says something is due: the first day in it that is one without guessing and not over. What is a
//! figure (12/15 of a count, T-17) is no day.

use super::{LineLetters, is_gap};
use crate::analysis::words::typed::{Around, Oddity, TextReading, month_of, read_when};
use crate::model::template::{CellType, FieldType};
use chrono::NaiveDate;
use std::ops::Range;

/// A day that stands at a place, with the words that belong to it.
pub(super) struct DayAt {
    pub(super) range: Range<usize>,
    pub(super) day: NaiveDate,
}

const WEEK: &[&str] = &["星期", "礼拜", "周", "週"];
const WHICH: &[&str] = &["下下个", "下下", "下个", "下", "这个", "这", "本"];
const WEEKDAYS: &str = "一二三四五六日天";
/// Days that are one word.
const WORDS: &[&str] = &[
    "今天",
    "今日",
    "明天",
    "明日",
    "大后天",
    "后天",
    "下个月底",
    "下月底",
    "下月末",
    "这个月底",
    "本月底",
    "本月末",
    "当月底",
    "月底",
    "月末",
    "年底",
    "季度末",
    "季末",
    "today",
    "tomorrow",
    "end of the month",
    "end of month",
    "month end",
    "eom",
];
const ENGLISH_DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];
/// Behind a figure, and before one.
const COUNTERS: &str = "个台份项条件张套页家人次块";
const COUNTED: &[&str] = &["完成", "定稿", "通过", "进度", "done", "passed", "complete"];
/// Days that are other words, too: only behind a word that says so.
const AMBIGUOUS: &[&str] = &["sat", "sun"];
/// Before a day, and gone with it.
const BEFORE: &[&str] = &[
    "due by ", "by the ", "by ", "before ", "until ", "due ", "on ", "在", "到", "于",
];
/// Words after a day that say no more than by then.
const BEHIND: &[&str] = &["之前", "以前", "前", "以内"];

/// The first day of a line, outside of the names in it.
pub(super) fn first(
    letters: &LineLetters,
    names: &[Range<usize>],
    around: &Around,
) -> Option<DayAt> {
    let mut at = 0;
    while at < letters.len() {
        if let Some(name) = names.iter().find(|range| range.contains(&at)) {
            at = name.end;
            continue;
        }
        if let Some(end) = shape(letters, at)
            && let Some(day) = day_of(&letters.folded_text(at..end), around)
        {
            return Some(DayAt {
                range: with_words(letters, at..end),
                day,
            });
        }
        at += 1;
    }
    None
}

/// Where the letters that look like a day end, the longest way of reading them.
fn shape(letters: &LineLetters, at: usize) -> Option<usize> {
    let ways = [
        whole_date(letters, at),
        weekday(letters, at),
        word(letters, at),
        english(letters, at),
    ];
    ways.into_iter().flatten().max()
}

fn digits(letters: &LineLetters, at: usize, most: usize) -> Option<usize> {
    let rest = letters.folded.get(at..)?;
    let n = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    (n > 0 && n <= most).then_some(at + n)
}

fn one_of(letters: &LineLetters, at: usize, signs: &str) -> Option<usize> {
    let c = letters.folded.get(at)?;
    signs.contains(*c).then_some(at + 1)
}

/// 2026-04-13, 4-13, 4/13, 4月13日, 4月底. Nothing of a longer number, of a code or of a figure.
fn whole_date(letters: &LineLetters, at: usize) -> Option<usize> {
    let begins = letters
        .before(at)
        .is_none_or(|c| !c.is_ascii_alphanumeric() && !"-/.#:%".contains(c));
    let end = begins.then(|| date_at(letters, at)).flatten()?;
    let next = letters.folded.get(end).copied();
    let runs_on = next.is_some_and(|c| c.is_ascii_alphanumeric() || "/%".contains(c))
        || next == Some('-')
            && letters
                .folded
                .get(end + 1)
                .is_some_and(char::is_ascii_digit);
    (!runs_on && !is_figure(letters, at, end)).then_some(end)
}

/// Whether 8/10 is a count of something: behind a word that counts, or before one.
fn is_figure(letters: &LineLetters, at: usize, end: usize) -> bool {
    let text = letters.folded_text(at..end);
    if !text.contains('/') || text.matches('/').count() > 1 {
        return false;
    }
    let gap = usize::from(letters.folded.get(end) == Some(&' '));
    let counts = letters.folded.get(end + gap);
    let before = letters.folded_text(0..at);
    let before = before.trim_end();
    counts.is_some_and(|c| COUNTERS.contains(*c))
        || COUNTED.iter().any(|word| before.ends_with(word))
}

fn date_at(letters: &LineLetters, at: usize) -> Option<usize> {
    let year = digits(letters, at, 4).filter(|end| end - at == 4);
    let from = year.and_then(|end| one_of(letters, end, "-/.年"));
    let from = from.unwrap_or(at);
    let month = digits(letters, from, 2)?;
    if let Some(end) = one_of(letters, month, "月") {
        let last = one_of(letters, end, "底末");
        let day = digits(letters, end, 2);
        let day = day.map(|end| one_of(letters, end, "日号").unwrap_or(end));
        return last.or(day);
    }
    let signs = if from == at { "-/" } else { "-/." };
    let day = digits(letters, one_of(letters, month, signs)?, 2)?;
    Some(day)
}

/// 周一, 下周三, 星期五. 第 6 周三 is none, and neither is 一周.
fn weekday(letters: &LineLetters, at: usize) -> Option<usize> {
    let which = WHICH
        .iter()
        .find_map(|word| Some(at + letters.has(at, word)?));
    let from = which.unwrap_or(at);
    let week = WEEK
        .iter()
        .find_map(|word| Some(from + letters.has(from, word)?))?;
    let end = one_of(letters, week, WEEKDAYS)?;
    let before = letters.before(at);
    let is_counted =
        before.is_some_and(|c| c.is_ascii_digit() || "第一二三四五六七八九十两每".contains(c));
    let is_another_word = letters.folded.get(end).is_some_and(|c| "报刊".contains(*c));
    (!is_counted && !is_another_word).then_some(end)
}

fn word(letters: &LineLetters, at: usize) -> Option<usize> {
    let words = WORDS.iter().filter_map(|word| {
        let end = at + letters.has(at, word)?;
        is_whole(letters, at, end).then_some(end)
    });
    words.max()
}

/// Friday, next Wed, April 13, 13 April.
fn english(letters: &LineLetters, at: usize) -> Option<usize> {
    let skip = |words: &[&str], at: usize| {
        words
            .iter()
            .filter_map(|word| Some(at + letters.has(at, word)?))
            .max()
    };
    let from = skip(&["next ", "this "], at).unwrap_or(at);
    if let Some(end) = skip(ENGLISH_DAYS, from) {
        let is_odd = AMBIGUOUS.contains(&&*letters.folded_text(from..end));
        let said = |word: &&str| {
            let begin = at.checked_sub(word.chars().count());
            begin.is_some_and(|begin| letters.has(begin, word).is_some())
        };
        let is_meant = !is_odd || from > at || BEFORE.iter().any(said);
        return (is_meant && is_whole(letters, at, end)).then_some(end);
    }
    let after_month = month(letters, at).map(|end| one_of(letters, end, " .").unwrap_or(end));
    let end = match after_month {
        Some(end) => digits(letters, one_of(letters, end, " ").unwrap_or(end), 2),
        None => {
            let day = digits(letters, at, 2)?;
            month(letters, one_of(letters, day, " ")?)
        }
    }?;
    is_whole(letters, at, end).then_some(end)
}

/// Where the English name of a month ends.
fn month(letters: &LineLetters, at: usize) -> Option<usize> {
    let rest = letters.folded.get(at..)?;
    let word: String = rest
        .iter()
        .take_while(|c| c.is_ascii_alphabetic())
        .collect();
    month_of(&word).map(|_| at + word.len())
}

/// Whether Latin letters do not run on at either end.
fn is_whole(letters: &LineLetters, at: usize, end: usize) -> bool {
    let is_latin = |c: char| c.is_ascii_alphanumeric();
    let starts = letters.folded.get(at).is_some_and(|c| is_latin(*c));
    let before = letters.before(at).is_some_and(is_latin) && starts;
    let behind = letters.folded.get(end).is_some_and(|c| is_latin(*c));
    let ends = letters.folded.get(end - 1).is_some_and(|c| is_latin(*c));
    let belongs = ends && letters.folded.get(end).is_some_and(|c| "'’".contains(*c));
    !(before || belongs || behind && ends)
}

/// What such letters mean; nothing where that is to be asked, or lies behind.
fn day_of(text: &str, around: &Around) -> Option<NaiveDate> {
    let today = around.now.date_naive();
    let read = |text: &str| match read_when(FieldType::Date, text, around) {
        TextReading::Is(value, _) => NaiveDate::read(&value),
        TextReading::Unread(unread) if unread.why == Oddity::Ambiguous => {
            let mut days = unread.meant.iter().filter_map(NaiveDate::read);
            // 周一, said on Friday, is the one that comes.
            let mut coming = days.by_ref().filter(|day| *day >= today);
            coming.next().filter(|_| coming.next().is_none())
        }
        TextReading::Unread(_) => None,
    };
    read(text).filter(|day| *day >= today)
}

/// The day with 前 behind it and `by` before it.
fn with_words(letters: &LineLetters, range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    let before = BEFORE.iter().find_map(|word| {
        let from = start.checked_sub(word.chars().count())?;
        letters.has(from, word)?;
        let is_word = !word.is_ascii() || letters.before(from).is_none_or(is_gap);
        is_word.then_some(from)
    });
    start = before.unwrap_or(start);
    let behind = BEHIND.iter().find_map(|word| {
        let gap = usize::from(letters.folded.get(end) == Some(&' '));
        Some(end + gap + letters.has(end + gap, word)?)
    });
    end = behind.unwrap_or(end);
    start..end
}
