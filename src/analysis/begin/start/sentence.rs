//! The goal in one sentence, and a project code.

use super::defaults::end_of_weeks;
use super::measure::Measure;
use super::taking_part::departments;
use super::{Besides, Scenario, Start, end_of, shared_lines};
use crate::model::template::Lang;
use crate::templates::metric;
use chrono::{Datelike, NaiveDate};

/// 「3 个月内完成…，…达到 500 万元。」 Empty while it is not said what is to be done. Where the dates were changed by
/// hand the sentence names the last day.
pub fn goal_sentence(start: &Start) -> String {
    match start.scenario {
        Scenario::Project | Scenario::Blank => of_project(start),
        Scenario::Resource => of_sharing(start),
        Scenario::Problem => of_problem(start),
        Scenario::Process => of_process(start),
    }
}

/// 「4 周内把培训教室撞期的平均裁定时间降到 2 个工作日以内，利用率达到 80%。」
fn of_sharing(start: &Start) -> String {
    let Besides {
        weeks,
        settle_days,
        in_use,
        ..
    } = &start.besides;
    let shared = shared_in_a_word(start);
    match start.lang {
        Lang::Zh => format!(
            "{weeks} 周内把{shared}撞期的平均裁定时间降到 {settle_days} 个工作日以内，利用率达到 {in_use}%。"
        ),
        Lang::En => format!(
            "Within {weeks} weeks bring the mean time to settle clashes over {shared} down to {settle_days} working \
             days, and utilisation up to {in_use}%."
        ),
    }
}

/// What is shared: as it was typed, else the names of the resources.
fn shared_in_a_word(start: &Start) -> String {
    let typed = start.besides.shared.trim();
    if !typed.is_empty() {
        return typed.to_owned();
    }
    let named: Vec<String> = shared_lines(&start.besides.resources)
        .into_iter()
        .map(|line| line.name)
        .collect();
    match start.lang {
        Lang::Zh if named.is_empty() => "共享资源".to_owned(),
        Lang::En if named.is_empty() => "the shared resources".to_owned(),
        Lang::Zh => named.join("、"),
        Lang::En => named.join(", "),
    }
}

fn of_problem(start: &Start) -> String {
    let days = start.besides.fix_days;
    match start.lang {
        Lang::Zh => format!("24 小时内控制影响，{days} 个工作日内整改并验证，30 天内不再发。"),
        Lang::En => format!(
            "Contain within 24 hours, correct and verify within {days} working days, no recurrence for 30 days."
        ),
    }
}

/// 「2026-05-01 前把费用报销平均时长从 9 天降到 5 天，6 个部门全部落地。」 Empty while the process has no name.
fn of_process(start: &Start) -> String {
    let Besides {
        process,
        before,
        after,
        weeks,
        ..
    } = &start.besides;
    let (process, before, after) = (process.trim(), before.trim(), after.trim());
    if process.is_empty() {
        return String::new();
    }
    let by = end_of_weeks(start.start, *weeks);
    let count = departments(start).0.len();
    let (from, to) = match start.lang {
        Lang::Zh => (format!("从 {before} 天"), format!("降到 {after} 天")),
        Lang::En => (format!(" from {before}"), format!(" to {after} days")),
    };
    let from = if before.is_empty() { "" } else { &from };
    let to = if after.is_empty() { "" } else { &to };
    match start.lang {
        Lang::Zh if to.is_empty() => format!("{by} 前{process}在 {count} 个部门全部落地。"),
        Lang::Zh => format!("{by} 前把{process}平均时长{from}{to}，{count} 个部门全部落地。"),
        Lang::En if to.is_empty() => {
            format!("By {by} have {process} in force in all {count} departments.")
        }
        Lang::En => {
            format!(
                "By {by} bring the mean duration of {process}{from}{to}, in force in all {count} departments."
            )
        }
    }
}

fn of_project(start: &Start) -> String {
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
