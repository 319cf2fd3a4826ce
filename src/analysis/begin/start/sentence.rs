//! The goal in one sentence, and a project code.

use super::measure::Measure;
use super::{Start, end_of};
use crate::model::template::Lang;
use crate::templates::metric;
use chrono::{Datelike, NaiveDate};

/// 「3 个月内完成…，…达到 500 万元。」 Empty while it is not said what is to be done. Where the dates were changed by
/// hand the sentence names the last day.
pub fn goal_sentence(start: &Start) -> String {
    let goal = start.goal.trim().trim_end_matches(['。', '.', '，', ',']);
    if goal.is_empty() {
        return String::new();
    }
    let (months, end) = (start.months, start.end);
    let by_months = end == end_of(start.start, months);
    match start.lang {
        Lang::Zh => {
            let when = if by_months {
                format!("{months} 个月内")
            } else {
                format!("{end} 前")
            };
            let verb = if goal.starts_with("完成") {
                ""
            } else {
                "完成"
            };
            let gap = if verb.is_empty() || !goal.starts_with(|c: char| c.is_ascii()) {
                ""
            } else {
                " "
            };
            format!("{when}{verb}{gap}{goal}{}。", measured(start))
        }
        Lang::En => {
            let when = match months {
                _ if !by_months => format!("By {end}"),
                1 => "Within 1 month".to_owned(),
                _ => format!("Within {months} months"),
            };
            let goal = goal.strip_prefix("finish ").unwrap_or(goal);
            format!("{when} finish {goal}{}.", measured(start))
        }
    }
}

/// What is measured and what it is to reach, as the end of the sentence; empty where either is missing.
fn measured(start: &Start) -> String {
    let Measure {
        name,
        direction,
        target,
        unit,
    } = start.measure();
    if name.is_empty() || target.is_empty() {
        return String::new();
    }
    let gap = if unit.is_empty() || unit.starts_with('%') {
        ""
    } else {
        " "
    };
    let target = format!("{target}{gap}{unit}");
    match start.lang {
        Lang::Zh if direction == metric::BY_DATE => format!("，{name}不晚于 {target}"),
        Lang::Zh if direction == metric::AT_MOST => format!("，{name}不超过 {target}"),
        Lang::Zh => format!("，{name}达到 {target}"),
        Lang::En if direction == metric::BY_DATE => {
            format!(", with {name} no later than {target}")
        }
        Lang::En if direction == metric::AT_MOST => format!(", with {name} of at most {target}"),
        Lang::En => format!(", reach {name} of {target}"),
    }
}

/// A short code for the project: the Latin letters and digits of its name, or the year and month it begins.
pub(super) fn project_code(name: &str, start: NaiveDate) -> String {
    let letters: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .take(12)
        .collect();
    if letters.len() >= 2 {
        letters
    } else {
        format!("P{:02}{:02}", start.year().rem_euclid(100), start.month())
    }
}
