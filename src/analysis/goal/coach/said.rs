//! Whether a text says how much, by when and who: found by its marks, not understood.

use crate::analysis::words::typed::month_of;
use chrono::NaiveDate;

const UNITS_OF_TIME: &[&str] = &[
    "个月内",
    "月底",
    "月初",
    "月中",
    "年底",
    "年内",
    "年初",
    "本月",
    "本周",
    "本季",
    "今年",
    "明年",
    "明天",
    "后天",
    "下周",
    "下月",
    "季度",
    "半年",
    "学期",
    "周内",
    "天内",
    "小时内",
    "元旦",
    "春节",
    "国庆",
    "五一",
    "十一前",
    "期末",
    "周一",
    "周二",
    "周三",
    "周四",
    "周五",
    "周六",
    "周日",
    "星期",
    "一年",
    "两年",
    "周末",
    "月前",
    "年前",
    "日前",
];
const DAYS_EN: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "q1",
    "q2",
    "q3",
    "q4",
    "quarter",
    "tomorrow",
    "tonight",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "term",
    "semester",
    "christmas",
    "easter",
    "season",
    "days",
    "today",
    "noon",
];
const NUMBERS_EN: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "dozen", "half", "halve", "double", "twice", "third", "triple", "every", "all", "zero",
];
const COUNTED: &str = "成倍家个项条名人台次场栋科件起份亩吨";
const HAN_DIGITS: &str = "两二三四五六七八九十百千";
const WHO: &[&str] = &[
    "部",
    "科",
    "组",
    "处",
    "中心",
    "经理",
    "主管",
    "专员",
    "工程师",
    "总监",
    "主任",
    "老师",
    "护士长",
    "店长",
    "组长",
];
const WHO_EN: &[&str] = &[
    "finance",
    "legal",
    "hr",
    "it",
    "sales",
    "marketing",
    "purchasing",
    "procurement",
    "logistics",
    "engineering",
    "r&d",
    "mr",
    "ms",
    "mrs",
    "dr",
    "team",
    "department",
    "manager",
    "lead",
];

/// The Latin words of a text, in small letters.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '&'));
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(str::to_ascii_lowercase).collect()
}

fn has_any(text: &str, marks: &[&str]) -> bool {
    marks.iter().any(|mark| text.contains(mark))
}

/// Whether it says a number that is no date: how much, how many.
pub(super) fn says_a_number(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let words = words(text);
    if words.iter().any(|word| NUMBERS_EN.contains(&word.as_str())) {
        return true;
    }
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            let next = chars.get(at + 1).copied().unwrap_or(' ');
            if HAN_DIGITS.contains(chars[at]) && (COUNTED.contains(next) || next == '分') {
                return true;
            }
            at += 1;
            continue;
        }
        let from = at;
        while at < chars.len() && (chars[at].is_ascii_digit() || ",.".contains(chars[at])) {
            at += 1;
        }
        if !is_of_a_date(&chars, from, at) {
            return true;
        }
    }
    false
}

/// Whether the digits there are of a day, a period or a code: 9 月, 30 日前, 3 个月, Q3, C-3, A1, week 12, 31 October.
fn is_of_a_date(chars: &[char], from: usize, to: usize) -> bool {
    let rest: String = chars[to..].iter().collect();
    let rest = rest.trim_start();
    let before: String = chars[..from].iter().collect();
    let joined = before.ends_with(|c: char| c.is_ascii_alphabetic() || c == '-' || c == '/');
    let period = [
        "月",
        "年",
        "日",
        "号",
        "周",
        "个月",
        "季度",
        "天内",
        "周内",
        "小时内",
    ];
    let before = words(&before);
    let last = before.last().map(String::as_str).unwrap_or_default();
    let after = words(rest);
    let next = after.first().map(String::as_str).unwrap_or_default();
    let is_month = |word: &str| month_of(word).is_some();
    let spans = ["week", "weeks", "month", "months", "year", "years"];
    let begins_latin = rest.starts_with(|c: char| c.is_ascii_alphabetic());
    // "/day" and "每月 4 小时" count something; "4 天" is how long, "3 天内" by when.
    joined
        || period.iter().any(|mark| rest.starts_with(mark)) && !rest.starts_with("日达")
        || begins_latin
            && (is_month(next) || spans.contains(&next) && ["within", "in"].contains(&last))
        || is_month(last)
        || ["week", "q"].contains(&last)
}

/// Whether a word names a time; May only beside a number.
fn is_time(word: &str) -> bool {
    DAYS_EN.contains(&word) || word != "may" && month_of(word).is_some()
}

/// Whether a day stands there in digits, as 2027-01-29.
fn says_a_date(text: &str) -> bool {
    let digits = text.split(|c: char| !(c.is_ascii_digit() || c == '-'));
    let mut days = digits.filter(|part| part.len() == "2027-01-29".len());
    days.any(|part| part.parse::<NaiveDate>().is_ok())
}

/// Whether it says by when or in which time.
pub(super) fn says_a_day(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let before_mark = |mark: char| {
        let at = chars.iter().position(|c| *c == mark);
        at.is_some_and(|at| {
            let before = chars[..at].iter().rev().find(|c| !c.is_whitespace());
            before.is_some_and(|c| c.is_ascii_digit() || HAN_DIGITS.contains(*c))
        })
    };
    let words = words(text);
    says_a_date(text)
        || has_any(text, UNITS_OF_TIME)
        || ['月', '年', '日', '号', '周'].into_iter().any(before_mark)
        || words.iter().any(|word| is_time(word))
        || words.windows(2).any(|pair| {
            let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
            (pair[0] == "may" && is_number(&pair[1])) || (pair[1] == "may" && is_number(&pair[0]))
        })
}

/// What follows the name of a time where that is the last day: 六月底, 年底前, 三个月内, 6/30 之前.
const THEN: &[&str] = &["底", "末", "前", "之前", "以前", "内", "以内", "之内", "止"];
const TIMES: &[&str] = &[
    "年", "月", "日", "号", "周", "旬", "季度", "天", "星期", "初", "底", "末", "节", "元旦",
    "国庆", "五一", "学期",
];
const BY_EN: &[&str] = &["by", "before", "within", "until", "in", "end"];

/// Whether it says itself by when: a time with a word that makes it the last.
pub fn says_by_when(text: &str) -> bool {
    let joined: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_last = |then: &&str| {
        joined.match_indices(*then).any(|(at, _)| {
            let before = &joined[..at];
            before.ends_with(|c: char| c.is_ascii_digit())
                || TIMES.iter().any(|time| before.ends_with(time))
        })
    };
    let words = words(text);
    let is_number = |word: &String, digits: usize| {
        word.len() <= digits && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_then = |word: &String| {
        let is_year = word.len() == 4 && is_number(word, 4);
        is_year || word == "may" || is_time(word)
    };
    // 6/30 is a day, 5 % or 1,000 are none.
    let is_day = |pair: &[String]| pair.iter().all(|word| is_number(word, 2));
    let is_by = |from: &[String]| {
        let after = &from[1..from.len().min(4)];
        BY_EN.contains(&from[0].as_str())
            && (after.iter().any(is_then)
                || after.first_chunk::<2>().is_some_and(|pair| is_day(pair)))
    };
    THEN.iter().any(is_last) || (0..words.len()).any(|at| is_by(&words[at..]))
}

/// Whether it names a department or a person.
pub(super) fn says_who(text: &str) -> bool {
    let is_latin = |word: &String| WHO_EN.contains(&word.as_str());
    has_any(text, WHO) && !has_any(text, &["部门"]) || words(text).iter().any(is_latin)
}
