//! What a sentence about work says in figures: how far it has come, when it will be done, and whatever else was counted
//! (主图定稿 12/15). Only what stands behind a word that says so is taken for the per cent or the day of the task; a
//! number beside letters (T-17), a day and a time of day are no figure.

use super::typed::{Around, TextReading, read_when};
use crate::model::template::{CellType, FieldType};
use chrono::NaiveDate;

/// The figures of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SaidFigures {
    /// Each with the words before it, as written.
    pub told: Vec<String>,
    /// How far the work has come, where it says so.
    pub percent: Option<i64>,
    /// When it will be done, where it says so.
    pub day: Option<NaiveDate>,
}

/// Words before a day on which something will be done.
const EXPECTED: &[&str] = &[
    "预计",
    "预期",
    "争取",
    "延到",
    "推到",
    "拖到",
    "改到",
    "推迟到",
    "延期到",
    "expected",
    "expect",
    "forecast",
    "done by",
    "until",
];
/// Words before the per cent of the whole task.
const COMPLETE: &[&str] = &[
    "完成",
    "完成了",
    "已完成",
    "完成到",
    "做到",
    "做了",
    "进度",
    "整体",
    "总体",
    "complete to",
    "done",
    "progress",
    "at",
    "now",
];
/// Characters of a figure with the words before it.
const LENGTH: usize = 20;
/// Characters of a day as people write it.
const DAY_LENGTH: usize = 16;

/// Reads a sentence; `around` says from where its days are read.
pub fn figures(sentence: &str, around: &Around) -> SaidFigures {
    let mut all = SaidFigures::default();
    for (at, clause) in clauses(sentence).into_iter().enumerate() {
        let clause = clause.trim().trim_end_matches('.');
        if let Some(day) = expected_day(clause, around) {
            all.day = Some(day);
            continue;
        }
        let Some((words, number, told)) = figure(clause) else {
            continue;
        };
        let percent = whole_percent(number).filter(|_| says_how_far(words, at == 0));
        all.percent = percent.or(all.percent);
        all.told.push(told.to_owned());
    }
    all
}

/// The parts of a sentence. The comma of 1,200 does not part it.
fn clauses(sentence: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut from = 0;
    for (at, letter) in sentence.char_indices() {
        let ends = matches!(
            letter,
            '，' | ',' | '。' | '；' | ';' | '、' | '！' | '!' | '\n'
        );
        if ends && !groups_digits(sentence, at) {
            all.push(&sentence[from..at]);
            from = at + letter.len_utf8();
        }
    }
    all.push(&sentence[from..]);
    all
}

/// Whether a comma with a digit before it and exactly three behind it stands here.
fn groups_digits(text: &str, at: usize) -> bool {
    let (before, from) = text.split_at(at);
    let Some(behind) = from.strip_prefix([',', '，']) else {
        return false;
    };
    let digits = behind
        .chars()
        .take_while(|letter| letter.is_ascii_digit())
        .count();
    before.ends_with(|letter: char| letter.is_ascii_digit()) && digits == 3
}

/// The day behind a word that says it is expected then.
fn expected_day(clause: &str, around: &Around) -> Option<NaiveDate> {
    let lower = clause.to_ascii_lowercase();
    let behind = EXPECTED.iter().filter_map(|word| {
        let at = lower.find(word)? + word.len();
        clause.get(at..)
    });
    let rest = behind.min_by_key(|rest| rest.len())?;
    let rest = rest.trim_start_matches([' ', ':', '：', '于', '在', '是', '到']);
    let rest = rest.strip_prefix("on ").unwrap_or(rest);
    // The longest beginning that is a day.
    let ends = rest
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    let ends: Vec<usize> = ends.take(DAY_LENGTH).collect();
    let day = |end: &usize| match read_when(FieldType::Date, rest.get(..*end)?.trim(), around) {
        TextReading::Is(value, _) => NaiveDate::read(&value),
        TextReading::Unread(_) => None,
    };
    ends.iter().rev().find_map(day)
}

/// The first figure of a clause: the words before it, the number with what belongs to it, and both as told.
fn figure(clause: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(at) = clause[from..].find(|letter: char| letter.is_ascii_digit()) {
        let start = from + at;
        let rest = &clause[start..];
        let is_number = |(at, letter): &(usize, char)| {
            letter.is_ascii_digit()
                || matches!(letter, '.' | '/' | ':' | '：' | '-')
                || groups_digits(rest, *at)
        };
        let ends = rest.char_indices().find(|one| !is_number(one));
        let digits = ends.map_or(rest.len(), |(at, _)| at);
        let (number, behind) = rest.split_at(digits);
        let before = clause[..start].trim_end();
        if is_figure(before, number, behind) {
            let unit = unit_length(behind);
            let words = last_letters(before);
            let told = &clause[words..start + digits + unit];
            return Some((before, &clause[start..start + digits + unit], told.trim()));
        }
        from = start + digits;
    }
    None
}

/// Whether a number is one that was counted: no day, no time of day, no part of a number of a record.
fn is_figure(before: &str, number: &str, behind: &str) -> bool {
    let is_named =
        before.ends_with('-') || before.ends_with(|letter: char| letter.is_ascii_alphabetic());
    let is_word_before =
        before.ends_with(|letter: char| letter.is_ascii_alphabetic()) && before.len() > 1;
    let is_day = behind.starts_with(['月', '日', '号', '年', '点', '时'])
        || number.contains(['-', ':', '：'])
        || number.matches('/').count() > 1;
    !is_day && (!is_named || is_word_before)
}

/// Bytes of the unit behind a number: a per cent sign, or a few letters up to the next blank.
fn unit_length(behind: &str) -> usize {
    let blank = behind.len() - behind.trim_start_matches(' ').len();
    let unit = &behind[blank..];
    if let Some(sign) = unit
        .chars()
        .next()
        .filter(|sign| matches!(sign, '%' | '％'))
    {
        return blank + sign.len_utf8();
    }
    let letters = unit
        .char_indices()
        .take_while(|(_, letter)| letter.is_alphabetic());
    let length = letters
        .take(4)
        .map(|(at, letter)| at + letter.len_utf8())
        .last();
    length.map_or(0, |length| blank + length)
}

/// Where the last few letters of the words before a figure begin.
fn last_letters(before: &str) -> usize {
    let mut begins = before.char_indices().rev().map(|(at, _)| at);
    begins.nth(LENGTH - 1).unwrap_or_default()
}

/// 80 of `80%`.
fn whole_percent(number: &str) -> Option<i64> {
    let digits = number.trim_end_matches(['%', '％']);
    let percent: i64 = digits.trim().parse().ok()?;
    (digits.len() < number.len() && (0..=100).contains(&percent)).then_some(percent)
}

/// Whether the words before a per cent speak of the whole work; a sentence may also begin with it.
fn says_how_far(words: &str, is_first: bool) -> bool {
    let words = words.trim().to_ascii_lowercase();
    (is_first && words.is_empty()) || COMPLETE.iter().any(|word| words == *word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Moment;

    fn read(sentence: &str) -> (Vec<String>, Option<i64>, Option<String>) {
        let now = Moment::parse_from_rfc3339("2026-04-15T10:00:00+08:00").expect("a moment");
        let read = figures(sentence, &Around::today(now));
        (read.told, read.percent, read.day.map(|day| day.to_string()))
    }

    /// A sentence, its figures, the per cent, the day.
    type Line = (
        &'static str,
        &'static [&'static str],
        Option<i64>,
        Option<&'static str>,
    );

    const LINES: &[Line] = &[
        (
            "主图定稿 12/15，剩终端海报",
            &["主图定稿 12/15"],
            None,
            None,
        ),
        (
            "条目 57/60，等工单挂接；预计 04-16",
            &["条目 57/60"],
            None,
            Some("2026-04-16"),
        ),
        (
            "完成 80%，预计4月17日",
            &["完成 80%"],
            Some(80),
            Some("2026-04-17"),
        ),
        ("95％", &["95％"], Some(95), None),
        ("缺陷率 5%", &["缺陷率 5%"], None, None),
        ("首批 800 台下线", &["首批 800 台下线"], None, None),
        ("首批 1,200 台下线", &["首批 1,200 台下线"], None, None),
        (
            "完成 80%，1，200 台下线",
            &["完成 80%", "1，200 台下线"],
            Some(80),
            None,
        ),
        ("缺陷率降了，5%", &["5%"], None, None),
        ("完成 8,12 项待查", &["完成 8", "12 项待查"], None, None),
        ("花了 12 万元", &["花了 12 万元"], None, None),
        ("教室和客服撞期，见 R-4", &[], None, None),
        ("04-15 10:30 开工", &[], None, None),
        ("4月15日开工", &[], None, None),
        ("推到下周三", &[], None, Some("2026-04-22")),
        ("等审批", &[], None, None),
        (
            "8 of 10 modules built, expected 2026-04-20",
            &["8 of"],
            None,
            Some("2026-04-20"),
        ),
        ("progress 60%", &["progress 60%"], Some(60), None),
        ("完成 180%", &["完成 180%"], None, None),
        ("", &[], None, None),
    ];

    #[test]
    fn a_sentence_says_what_was_counted_how_far_it_is_and_when_it_will_be_done() {
        for (sentence, told, percent, day) in LINES {
            let (told, day) = (told.iter().map(ToString::to_string), day.map(str::to_owned));
            assert_eq!(
                read(sentence),
                (told.collect(), *percent, day),
                "{sentence}"
            );
        }
    }
}
