//! The goal in one sentence, a project code, and numbers as people type them.

use super::{Start, end_of};
use crate::analysis::words::look::narrow;
use crate::model::template::Lang;
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
            format!("{when}{verb}{gap}{goal}{}。", measured_zh(start))
        }
        Lang::En => {
            let when = match months {
                _ if !by_months => format!("By {end}"),
                1 => "Within 1 month".to_owned(),
                _ => format!("Within {months} months"),
            };
            let goal = goal.strip_prefix("finish ").unwrap_or(goal);
            format!("{when} finish {goal}{}.", measured_en(start))
        }
    }
}

/// What is measured: its name, and its target with the unit; nothing where either is missing.
fn measured(start: &Start) -> Option<(&str, String)> {
    let metric = &start.metric;
    let (name, target, unit) = (
        metric.name.trim(),
        plain_number(&metric.target),
        metric.unit.trim(),
    );
    if name.is_empty() || target.is_empty() {
        return None;
    }
    let gap = if unit.is_empty() || unit.starts_with('%') {
        ""
    } else {
        " "
    };
    Some((name, format!("{target}{gap}{unit}")))
}

fn measured_zh(start: &Start) -> String {
    let measured = measured(start);
    measured.map_or_else(String::new, |(name, target)| {
        format!("，{name}达到 {target}")
    })
}

fn measured_en(start: &Start) -> String {
    let measured = measured(start);
    measured.map_or_else(String::new, |(name, target)| {
        format!(", reach {name} of {target}")
    })
}

/// What a person typed for a number, in plain decimal notation where it is one: full-width digits, and commas or
/// spaces between thousands.
pub(super) fn plain_number(typed: &str) -> String {
    let half = |c: char| match c {
        '０'..='９' | '．' | '－' | '，' => narrow(c),
        _ => c,
    };
    let text: String = typed.trim().chars().map(half).collect();
    let bare: String = text.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
    let is_number = !bare.is_empty()
        && bare
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    if is_number { bare } else { text }
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
