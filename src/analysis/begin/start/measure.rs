//! What the goal is measured by, as people type it: 「5 / 天以内」, 「≤5%」, 「2026-09-30 前」, 「不少于 500 万元」.

use super::MetricAnswer;
use crate::analysis::words::look::narrow;
use crate::analysis::words::typed::{Around, Supplied, TextReading, read_decimal, read_when};
use crate::model::template::{CellType as _, Choice, FieldType};
use crate::templates::metric;
use chrono::NaiveDate;

/// A metric with the words of its direction taken out of target and unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    pub name: String,
    /// At least, at most, by date: the one chosen, else what target and unit say, else what such a metric mostly is.
    pub direction: Choice,
    /// A plain number or a date where it is one, otherwise as it was typed.
    pub target: String,
    pub unit: String,
}

/// Before a number: at least, at most.
const AT_LEAST_BEFORE: &[&str] = &[
    "不低于",
    "不少于",
    "不小于",
    "至少",
    "大于等于",
    ">=",
    "≥",
    ">",
    "at least",
];
const AT_MOST_BEFORE: &[&str] = &[
    "不高于",
    "不超过",
    "不多于",
    "不大于",
    "至多",
    "最多",
    "小于等于",
    "控制在",
    "<=",
    "≤",
    "<",
    "at most",
    "up to",
    "under",
];
/// After a number or its unit.
const AT_LEAST_AFTER: &[&str] = &["以上", "及以上", "or more"];
const AT_MOST_AFTER: &[&str] = &[
    "及以内",
    "以内",
    "之内",
    "及以下",
    "以下",
    "内",
    "or less",
    "or fewer",
];
const BY_DATE_AFTER: &[&str] = &["之前", "以前", "前"];

/// Words of what is good when it is small.
const BETTER_SMALL: &[&str] = &[
    "天数",
    "时长",
    "周期",
    "耗时",
    "用时",
    "时间",
    "成本",
    "费用",
    "支出",
    "投诉",
    "缺陷",
    "故障",
    "差错",
    "错误",
    "退货",
    "退款",
    "损耗",
    "流失",
    "逾期",
    "延误",
    "事故",
    "返工",
    "不良",
    "报废",
    "积压",
    "停机",
    "days",
    "time",
    "duration",
    "cost",
    "expense",
    "complaint",
    "defect",
    "failure",
    "error",
    "return",
    "loss",
    "churn",
    "overdue",
    "delay",
    "accident",
    "rework",
    "scrap",
    "downtime",
];

/// Reads what was answered. A day without its year is looked for `around` the project.
pub fn measure(answer: &MetricAnswer, around: &Around) -> Measure {
    let mut said = None;
    let mut target = stripped(&half(&answer.target), &mut said);
    let mut unit = stripped(&half(&answer.unit), &mut said);
    let is_by_date = answer.direction.or(said) == Some(metric::BY_DATE);
    let day = day(&target, is_by_date, around);
    if unit.is_empty() && day.is_none() {
        (target, unit) = split(&target);
    }
    let name = answer.name.trim().to_owned();
    let usual = || {
        let low = name.to_lowercase();
        if BETTER_SMALL.iter().any(|word| low.contains(word)) {
            metric::AT_MOST
        } else {
            metric::AT_LEAST
        }
    };
    let direction = answer.direction.or(day.map(|_| metric::BY_DATE));
    let target = match day {
        Some(day) => day.to_string(),
        None => plain_number(&target),
    };
    Measure {
        direction: direction.or(said).unwrap_or_else(usual),
        name,
        target,
        unit,
    }
}

/// Signs and digits of the width of Chinese characters made narrow; without what stands around.
fn half(typed: &str) -> String {
    let narrowed: String = typed.chars().map(narrow).collect();
    narrowed.trim().to_owned()
}

/// The text without the words of a direction; they are kept where none was said before.
fn stripped(text: &str, said: &mut Option<Choice>) -> String {
    let low = text.to_lowercase();
    // Lower case may be longer than what it stands for; then nothing is taken away.
    if low.len() != text.len() {
        return text.to_owned();
    }
    let before = [
        (metric::AT_LEAST, AT_LEAST_BEFORE),
        (metric::AT_MOST, AT_MOST_BEFORE),
    ];
    for (direction, words) in before {
        if let Some(word) = words.iter().find(|word| low.starts_with(**word)) {
            said.get_or_insert(direction);
            return text[word.len()..].trim().to_owned();
        }
    }
    let after = [
        (metric::AT_LEAST, AT_LEAST_AFTER),
        (metric::AT_MOST, AT_MOST_AFTER),
        (metric::BY_DATE, BY_DATE_AFTER),
    ];
    for (direction, words) in after {
        if let Some(word) = words.iter().find(|word| low.ends_with(**word)) {
            said.get_or_insert(direction);
            return text[..text.len() - word.len()].trim().to_owned();
        }
    }
    text.to_owned()
}

/// A number and what follows it; all of it where it does not begin with a number or is written with strokes.
fn split(target: &str) -> (String, String) {
    let end = target
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-')))
        .unwrap_or(target.len());
    let (number, rest) = target.split_at(end);
    if number.trim().is_empty() || rest.starts_with(['年', '月', '/']) {
        return (target.to_owned(), String::new());
    }
    (number.trim().to_owned(), rest.trim().to_owned())
}

/// A day: whatever reads as one where something is to be reached by a day, otherwise only what says day, month, year.
fn day(text: &str, is_by_date: bool, around: &Around) -> Option<NaiveDate> {
    let TextReading::Is(value, supplied) = read_when(FieldType::Date, text, around) else {
        return None;
    };
    let is_number = text.chars().all(|c| c.is_ascii_digit());
    let is_whole = supplied == Supplied::Nothing && !is_number;
    (is_by_date || is_whole).then(|| NaiveDate::read(&value))?
}

/// A target of digits and signs in plain decimal notation; what may mean two things, as `12,50`, stays as it was typed.
fn plain_number(text: &str) -> String {
    let is_bare = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-');
    let number = text.chars().all(is_bare).then(|| read_decimal(text));
    number.flatten().unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Moment;

    /// In November, for a project from December to March.
    fn around() -> Around {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        let now = Moment::parse_from_rfc3339("2026-11-05T09:00:00+08:00").expect("a moment");
        Around {
            period: Some((day(2026, 12, 1), day(2027, 3, 31))),
            ..Around::today(now)
        }
    }

    fn read(name: &str, target: &str, unit: &str) -> (&'static str, String, String) {
        let answer = MetricAnswer {
            name: name.to_owned(),
            direction: None,
            target: target.to_owned(),
            unit: unit.to_owned(),
        };
        let Measure {
            direction,
            target,
            unit,
            ..
        } = measure(&answer, &around());
        (direction.key, target, unit)
    }

    #[test]
    fn the_direction_is_what_is_said_and_otherwise_what_such_a_metric_mostly_is() {
        for (name, target, unit, direction, number, of) in [
            ("首月销售额", "500", "万元", "at_least", "500", "万元"),
            ("首月结账天数", "5", "天以内", "at_most", "5", "天"),
            ("首月结账天数", "5 天以内", "", "at_most", "5", "天"),
            ("结账", "≤5", "天", "at_most", "5", "天"),
            ("不良率", "＜1.5%", "", "at_most", "1.5", "%"),
            ("合格率", "99％以上", "", "at_least", "99", "%"),
            ("合格率", "不低于 99", "%", "at_least", "99", "%"),
            ("签约客户", "1,200", "家", "at_least", "1200", "家"),
            ("预算", "12，50", "万元", "at_least", "12,50", "万元"),
            (
                "Complaints",
                "at most 30",
                "per week",
                "at_most",
                "30",
                "per week",
            ),
            (
                "Month-end closing time",
                "5",
                "days",
                "at_most",
                "5",
                "days",
            ),
            ("上线", "2026年9月30日前", "", "by_date", "2026-09-30", ""),
            ("上线", "2026/9/30", "", "by_date", "2026-09-30", ""),
            ("上线", "2月26日前", "", "by_date", "2027-02-26", ""),
            ("上线", "12月20日之前", "", "by_date", "2026-12-20", ""),
            ("Go-live", "30 Sep 2027", "", "by_date", "2027-09-30", ""),
            ("投产", "46101", "件", "at_least", "46101", "件"),
            ("产量", "20270930", "", "at_least", "20270930", ""),
            ("退货比例", "1/2", "", "at_most", "1/2", ""),
            ("满意度", "高", "", "at_least", "高", ""),
            ("", "", "", "at_least", "", ""),
        ] {
            assert_eq!(
                read(name, target, unit),
                (direction, number.to_owned(), of.to_owned()),
                "{name} {target} {unit}"
            );
        }
    }

    #[test]
    fn what_was_chosen_stands() {
        let chosen = MetricAnswer {
            name: "库存周转天数".to_owned(),
            direction: Some(metric::AT_LEAST),
            target: "30".to_owned(),
            unit: "天".to_owned(),
        };
        assert_eq!(measure(&chosen, &around()).direction, metric::AT_LEAST);
    }
}
