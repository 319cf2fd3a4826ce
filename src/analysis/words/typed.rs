//! Between what a person types and what a cell holds. What cannot be read is kept as text and told, never refused.

use super::look::narrow;
use crate::model::line::{PERSON_CHARS, one_line};
use crate::model::template::{CellType, Field, FieldType, minute_text};
use crate::model::{Moment, Value, canonical};
use chrono::{Datelike, NaiveDate, NaiveDateTime};

/// What is wrong with the value of a field, for one sentence under the control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// A date field holds something else.
    NotADate,
    /// A date-time field holds something else.
    NotAMoment,
    /// A whole-number field holds something else.
    NotAnInteger,
    /// A decimal field holds something else.
    NotANumber,
    /// A money field holds something else.
    NotMoney,
    /// A number out of its range.
    OutOfRange(i64, i64),
    /// A text longer than allowed: limit, length.
    TooLong(usize, usize),
}

/// Reads what was typed into a field. `now` gives the year and the time zone that a person leaves out.
pub fn read_typed(field_type: FieldType, text: &str, now: Moment) -> Value {
    let value = Value::typed(text);
    let Some(typed) = value.as_text() else {
        return Value::Null;
    };
    let half = half_width(typed);
    let read = match field_type {
        FieldType::Int(..) | FieldType::Scale(_) => half
            .parse::<i64>()
            .ok()
            .filter(|n| n.unsigned_abs() < 1 << 53)
            .map(Value::int),
        FieldType::Decimal => read_decimal(&half).map(Value::text),
        FieldType::Money => read_money(&half).map(Value::int),
        FieldType::Date => read_date(&half, now.date_naive()).map(|date| date.write()),
        FieldType::DateTime => read_moment(&half, now).map(|moment| moment.write()),
        _ => None,
    };
    read.unwrap_or(value)
}

/// How a value stands in the control of a field.
pub fn shown(field_type: FieldType, value: &Value) -> String {
    match (field_type, value) {
        (_, Value::Null) => String::new(),
        (FieldType::Money, Value::Number(_)) => value.as_int().map_or_else(|| plain(value), money),
        (FieldType::DateTime, Value::Text(text)) => match Moment::read(value) {
            Some(moment) => minute_text(moment),
            None => text.to_string(),
        },
        _ => plain(value),
    }
}

/// A date or moment of a file's header as people read it.
pub fn readable(when: &str) -> String {
    let moment = Moment::read(&Value::text(when));
    moment.map_or_else(|| one_line(when, PERSON_CHARS), minute_text)
}

/// Any value as text.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => if *flag { "✓" } else { "✗" }.to_owned(),
        Value::Number(number) => {
            let mut text = String::new();
            canonical::push_number(&mut text, *number);
            text
        }
        Value::Text(text) => text.to_string(),
    }
}

/// What is wrong with a value, if anything.
pub fn oddity(field: &Field, value: &Value) -> Option<Oddity> {
    if value.is_empty() {
        return None;
    }
    match field.field_type {
        FieldType::Date => NaiveDate::read(value).is_none().then_some(Oddity::NotADate),
        FieldType::DateTime => Moment::read(value).is_none().then_some(Oddity::NotAMoment),
        FieldType::Money => value.as_int().is_none().then_some(Oddity::NotMoney),
        FieldType::Decimal => value
            .as_text()
            .and_then(read_decimal)
            .is_none()
            .then_some(Oddity::NotANumber),
        FieldType::Int(min, max) => match value.as_int() {
            None => Some(Oddity::NotAnInteger),
            Some(n) => (!(min..=max).contains(&n)).then_some(Oddity::OutOfRange(min, max)),
        },
        FieldType::Text(max) | FieldType::LongText(max) => {
            let length = value.as_text().map_or(0, |text| text.chars().count());
            (length > max).then_some(Oddity::TooLong(max, length))
        }
        _ => None,
    }
}

/// Full-width digits and signs as an IME types them.
fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '０'..='９' | '－' | '．' | '／' | '：' | '，' => narrow(c),
            '。' => '.',
            _ => c,
        })
        .collect()
}

/// A decimal in plain notation, without needless zeros before it.
fn read_decimal(text: &str) -> Option<String> {
    let text = text.replace(',', "");
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if digits.len() > 30
        || !is_digits(whole)
        || !is_digits(part)
        || (whole.is_empty() && part.is_empty())
    {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let sign = if text.starts_with('-') { "-" } else { "" };
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if part.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part}")
    })
}

/// 分 from 元, also `30万`.
fn read_money(text: &str) -> Option<i64> {
    let text = text
        .trim_start_matches(['¥', '￥'])
        .trim_end_matches('元')
        .trim();
    let (text, times) = text
        .strip_suffix('万')
        .map_or((text, 1), |text| (text.trim(), 10_000));
    let decimal = read_decimal(text)?;
    let (whole, part) = decimal.split_once('.').unwrap_or((&decimal, ""));
    let negative = whole.starts_with('-');
    if part.len() > 6 {
        return None;
    }
    let millionths: i64 = format!("{part:0<6}").parse().ok()?;
    let whole: i64 = whole.trim_start_matches('-').parse().ok()?;
    let total = whole
        .checked_mul(1_000_000)?
        .checked_add(millionths)?
        .checked_mul(times)?;
    let cents = (total % 10_000 == 0).then_some(total / 10_000)?;
    (cents < 1 << 53).then_some(if negative { -cents } else { cents })
}

fn money(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let whole = (cents.unsigned_abs() / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}.{:02}", cents.unsigned_abs() % 100)
}

/// `2026-3-5`, `2026/3/5`, `20260305`, `2026年3月5日`, and without the year.
fn read_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return date(
            text[..4].parse().ok()?,
            text[4..6].parse().ok()?,
            text[6..].parse().ok()?,
        );
    }
    let parts: Vec<&str> = text
        .split(['-', '/', '.', '年', '月', '日'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let numbers: Vec<u32> = parts
        .iter()
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match numbers[..] {
        [year, month, day] => date(i32::try_from(year).ok()?, month, day),
        [month, day] => date(today.year(), month, day),
        _ => None,
    }
}

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| (1900..=2199).contains(&date.year()))
}

fn read_moment(text: &str, now: Moment) -> Option<Moment> {
    if let Some(moment) = Moment::read(&Value::text(text)) {
        return Some(moment);
    }
    let text = text.replace('T', " ");
    let (day, time) = text.rsplit_once(' ').unwrap_or((&text, "18:00"));
    let day = read_date(day, now.date_naive())?;
    let (hour, minute) = time.split_once(':')?;
    let local: NaiveDateTime = day.and_hms_opt(
        hour.parse().ok()?,
        minute.split(':').next()?.parse().ok()?,
        0,
    )?;
    local.and_local_timezone(*now.offset()).single()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::template::{Key, Label};

    fn now() -> Moment {
        Moment::parse_from_rfc3339("2026-03-05T14:30:00+08:00").expect("a moment")
    }

    #[test]
    fn what_people_type_is_read_and_shown() {
        let scale = FieldType::Int(0, 100);
        for (field_type, typed, value, again) in [
            (
                FieldType::Date,
                "2026-3-5",
                Value::text("2026-03-05"),
                "2026-03-05",
            ),
            (
                FieldType::Date,
                "3/5",
                Value::text("2026-03-05"),
                "2026-03-05",
            ),
            (
                FieldType::Date,
                "20260305",
                Value::text("2026-03-05"),
                "2026-03-05",
            ),
            (
                FieldType::Date,
                "２０２６年3月5日",
                Value::text("2026-03-05"),
                "2026-03-05",
            ),
            (
                FieldType::Date,
                "2026-02-30",
                Value::text("2026-02-30"),
                "2026-02-30",
            ),
            (FieldType::Date, "下周", Value::text("下周"), "下周"),
            (
                FieldType::DateTime,
                "2026-03-05 9:05",
                Value::text("2026-03-05T09:05:00+08:00"),
                "2026-03-05 09:05",
            ),
            (
                FieldType::DateTime,
                "3-6",
                Value::text("2026-03-06T18:00:00+08:00"),
                "2026-03-06 18:00",
            ),
            (FieldType::Money, "1,234.5", Value::int(123_450), "1,234.50"),
            (
                FieldType::Money,
                "30万",
                Value::int(30_000_000),
                "300,000.00",
            ),
            (FieldType::Money, "12.345", Value::text("12.345"), "12.345"),
            (FieldType::Decimal, "03.50", Value::text("3.50"), "3.50"),
            (FieldType::Decimal, "-.5", Value::text("-0.5"), "-0.5"),
            (scale, "１２", Value::int(12), "12"),
            (scale, "many", Value::text("many"), "many"),
            (FieldType::Text(80), "  é\u{7} ", Value::text("é"), "é"),
            (FieldType::Text(80), "   ", Value::Null, ""),
        ] {
            let read = read_typed(field_type, typed, now());
            assert_eq!(read, value, "{typed}");
            assert_eq!(shown(field_type, &read), again, "{typed}");
        }
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let label = Label::new("x", "x");
        let day = Field::date(Key::new("due"), label);
        assert_eq!(oddity(&day, &Value::text("下周")), Some(Oddity::NotADate));
        assert_eq!(oddity(&day, &Value::text("2026-03-05")), None);
        assert_eq!(
            oddity(&Field::int(Key::new("n"), label, 0, 100), &Value::int(101)),
            Some(Oddity::OutOfRange(0, 100))
        );
        assert_eq!(
            oddity(
                &Field::text(Key::new("t"), label, 2),
                &Value::text("三个字")
            ),
            Some(Oddity::TooLong(2, 3))
        );
        assert_eq!(
            oddity(&Field::money(Key::new("m"), label), &Value::text("贵")),
            Some(Oddity::NotMoney)
        );
    }
}
