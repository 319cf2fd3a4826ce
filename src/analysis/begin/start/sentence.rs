//! The goal in one sentence, and a project code.

use super::defaults::end_of_weeks;
use super::measure::Measure;
use super::taking_part::departments;
use super::{Besides, Scenario, Start, end_of, shared_lines};
use crate::analysis::goal::coach::says_by_when;
use crate::model::template::Lang;
use crate::templates::metric;
use chrono::{Datelike, NaiveDate};

/// 「3 个月内完成…，…达到 500 万元。」 Empty while it is not said what is to be done. Where the dates were changed by
/// hand the sentence names the last day; where the goal names one itself, its own words say it.
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
    let measured = measured(start, goal);
    let when = (!says_by_when(goal)).then(|| time_allowed(start));
    match start.lang {
        Lang::Zh => {
            let verb = if when.is_none() || has_verb(goal) {
                ""
            } else {
                "完成"
            };
            let is_latin = goal.starts_with(|c: char| c.is_ascii());
            let gap = if is_latin && when.is_some() { " " } else { "" };
            let when = when.unwrap_or_default();
            format!("{when}{verb}{gap}{goal}{measured}。")
        }
        Lang::En => {
            let Some(when) = when else {
                let mut letters = goal.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                let goal: String = first.chain(letters).collect();
                return format!("{goal}{measured}.");
            };
            let goal = ["finish ", "Finish ", "to "]
                .iter()
                .find_map(|word| goal.strip_prefix(word))
                .unwrap_or(goal);
            let first = goal.split(' ').next().unwrap_or_default();
            let verb = first.to_ascii_lowercase();
            if VERBS_EN.contains(&&*verb) {
                let rest = &goal[first.len()..];
                return format!("{when} {verb}{rest}{measured}.");
            }
            format!("{when} finish {goal}{measured}.")
        }
    }
}

/// 3 个月内, or the last day where that was chosen by hand.
fn time_allowed(start: &Start) -> String {
    let (months, end) = (start.months, start.end);
    let by_months = end == end_of(start.start, months);
    match (start.lang, months) {
        (Lang::Zh, _) if by_months => format!("{months} 个月内"),
        (Lang::Zh, _) => format!("{end} 前"),
        (Lang::En, _) if !by_months => format!("By {end}"),
        (Lang::En, 1) => "Within 1 month".to_owned(),
        (Lang::En, _) => format!("Within {months} months"),
    }
}

/// Whether a goal says itself what is done with it: 把…搬到…, 实现…, …搬迁完成.
fn has_verb(goal: &str) -> bool {
    goal.contains("完成") || VERBS.iter().any(|verb| goal.starts_with(verb))
}

const VERBS: &[&str] = &[
    "实现", "建成", "做到", "达成", "达到", "确保", "保证", "力争", "争取", "做好", "办好", "把",
    "将", "让", "使", "推出", "上线", "开通", "开出", "降低", "提高", "缩短", "减少",
];
const VERBS_EN: &[&str] = &[
    "achieve",
    "bring",
    "build",
    "complete",
    "cut",
    "deliver",
    "get",
    "hold",
    "implement",
    "improve",
    "increase",
    "install",
    "introduce",
    "launch",
    "make",
    "migrate",
    "move",
    "open",
    "publish",
    "raise",
    "reach",
    "reduce",
    "relocate",
    "replace",
    "roll",
    "run",
    "set",
    "ship",
    "shorten",
];

/// What is measured and what it is to reach, as the end of the sentence; empty where either is missing.
fn measured(start: &Start, goal: &str) -> String {
    let Measure {
        name,
        direction,
        target,
        unit,
    } = start.measure();
    let is_said = goal.contains(&*name) && goal.contains(&*target);
    if name.is_empty() || target.is_empty() || is_said {
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
        // Of what is counted its name alone says the unit: 12,500 tickets.
        Lang::En => match behind_unit(&name, &unit) {
            Some(rest) => format!(", reach {target}{rest}"),
            None => format!(", reach {name} of {target}"),
        },
    }
}

/// What a name says behind the unit that it begins with, as words of their own.
fn behind_unit<'n>(name: &'n str, unit: &str) -> Option<&'n str> {
    let (first, rest) = name.split_at_checked(unit.len())?;
    let is_word = rest.is_empty() || rest.starts_with(' ');
    (!unit.is_empty() && is_word && first.eq_ignore_ascii_case(unit)).then_some(rest)
}

/// So many letters of several words are a code as they are.
const SHORT_CODE: usize = 6;

/// A short code for the project: the Latin letters and digits of its name, of several words how they begin, or the year
/// and month it begins.
pub(super) fn project_code(name: &str, start: NaiveDate) -> String {
    let is_word = |word: &&str| !word.is_empty();
    let words: Vec<&str> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(is_word)
        .collect();
    let in_full = words.concat();
    let begins = |word: &&str| match word.bytes().any(|c| c.is_ascii_digit()) {
        true => (*word).to_owned(),
        false => word[..1].to_owned(),
    };
    let begun: String = words.iter().map(begins).collect();
    let is_long = words.len() > 1 && in_full.len() > SHORT_CODE && begun.len() > 1;
    let letters = if is_long { begun } else { in_full };
    let letters: String = letters.to_ascii_uppercase().chars().take(12).collect();
    if letters.len() >= 2 {
        letters
    } else {
        format!("P{:02}{:02}", start.year().rem_euclid(100), start.month())
    }
}
