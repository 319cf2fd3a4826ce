//! What is said of a row: beside its bar only where there is something to say, to a reader all of it.

use super::row::Bar;
use crate::analysis::standing::plan_view::{GroupBy, Grouped, PlanHeading, group_name};
use crate::analysis::standing::schedule::{Progress, Schedule};
use crate::analysis::words::codes::display_code;
use crate::analysis::words::names::{bare_name, referred_name};
use crate::model::log::Log;
use crate::model::template::{Form, Lang};
use crate::templates::task;
use crate::ui::texts;
use chrono::NaiveDate;

/// The words of a task's row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowFacts {
    pub code: String,
    pub title: String,
    pub owner: String,
    pub due: String,
    /// The issue that holds it up; "" where none is named.
    pub held_by: String,
}

/// A day as it stands in the chart: 04-13, 13 Apr.
pub fn day_said(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => day.format("%m-%d").to_string(),
        Lang::En => day.format("%-d %b").to_string(),
    }
}

/// The words of a task's row, read when it is drawn.
pub fn facts_of(log: &Log, schedule: &Schedule, place: u32, lang: Lang) -> RowFacts {
    let read = &schedule.plan.tasks[place as usize];
    let owner = read
        .owner
        .as_ref()
        .map(|owner| referred_name(log, owner, lang));
    let issue = match read.progress {
        Progress::Blocked => Form::new(log, read.record.clone()).get(task::BLOCKED_BY_ISSUE),
        _ => None,
    };
    RowFacts {
        code: display_code(log, &read.record),
        title: bare_name(log, &read.record, lang),
        owner: owner.unwrap_or_default(),
        due: read
            .planned
            .map(|(_, due)| day_said(due, lang))
            .unwrap_or_default(),
        held_by: issue
            .map(|issue| display_code(log, &issue))
            .unwrap_or_default(),
    }
}

/// What holds a task up, by its number where there is one.
fn held_said(facts: &RowFacts, lang: Lang) -> String {
    let said = texts::fill(texts::gantt::HELD_BY, lang, &[("code", &facts.held_by)]);
    said.trim().to_owned()
}

/// What stands beside a bar, and whether it is bad; "" where there is nothing to say.
pub fn label_said(bar: &Bar, facts: &RowFacts, today: NaiveDate, lang: Lang) -> (String, bool) {
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let mut said = Vec::new();
    let is_open = !matches!(bar.progress, Progress::Done | Progress::Cancelled);
    if bar.progress == Progress::Blocked {
        said.push(held_said(facts, lang));
    }
    if bar.late_days > 0 {
        said.push(fill(
            texts::gantt::BAR_LATE,
            &[("n", &bar.late_days.to_string())],
        ));
    } else if is_open && bar.last == today {
        said.push(fill(texts::gantt::BAR_DUE_TODAY, &[]));
    }
    if let Some(expected) = bar.expected {
        said.push(fill(
            texts::gantt::BAR_EXPECTED,
            &[("day", &day_said(expected, lang))],
        ));
    }
    let is_bad = bar.late_days > 0 || bar.progress == Progress::Blocked;
    (said.join(texts::gantt::SAID_COMMA.text(lang)), is_bad)
}

/// What stands beside every bar, if anybody wants it so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarWords {
    /// Where there is something to say.
    Usual,
    None,
    Title,
    Owner,
    Percent,
}

/// The words beside a bar with what is wanted there before what there is to say.
pub fn worded(
    said: String,
    wanted: BarWords,
    facts: &RowFacts,
    bar: Option<&Bar>,
    lang: Lang,
) -> String {
    let first = match wanted {
        BarWords::Usual => return said,
        BarWords::None => return String::new(),
        BarWords::Title => facts.title.clone(),
        BarWords::Owner => facts.owner.clone(),
        BarWords::Percent => bar
            .map(|bar| format!("{}%", bar.percent))
            .unwrap_or_default(),
    };
    let parts = [first, said];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(texts::gantt::SAID_COMMA.text(lang))
}

/// The sentence of a row: what a reader hears, and what a tooltip says (§3.7).
pub fn row_said(
    facts: &RowFacts,
    bar: Option<&Bar>,
    slack: Option<i32>,
    row: (usize, usize),
    lang: Lang,
) -> String {
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let number = |n: i32| n.to_string();
    let mut said = vec![format!("{} {}", facts.code, facts.title).trim().to_owned()];
    if !facts.owner.is_empty() {
        said.push(facts.owner.clone());
    }
    match bar {
        None => said.push(fill(texts::gantt::SAID_UNDATED, &[])),
        Some(bar) => {
            let day = |day: NaiveDate| match lang {
                Lang::Zh => day_said(day, lang),
                Lang::En => day.format("%-d %B").to_string(),
            };
            match bar.progress {
                Progress::Done => {
                    said.push(fill(texts::gantt::SAID_DONE, &[("day", &day(bar.last))]))
                }
                Progress::Cancelled => said.push(fill(texts::gantt::SAID_CANCELLED, &[])),
                _ => {
                    said.push(fill(texts::gantt::SAID_DUE, &[("day", &day(bar.last))]));
                    said.push(fill(
                        texts::gantt::SAID_PERCENT,
                        &[("n", &number(bar.percent))],
                    ));
                }
            }
            if bar.progress == Progress::Blocked {
                said.push(held_said(facts, lang));
            }
            if bar.late_days > 0 {
                said.push(fill(
                    texts::gantt::SAID_LATE,
                    &[("n", &number(bar.late_days))],
                ));
            }
            if let Some(expected) = bar.expected {
                said.push(fill(
                    texts::gantt::SAID_EXPECTED,
                    &[("day", &day(expected))],
                ));
            }
            match slack {
                Some(..=0) => said.push(fill(texts::gantt::SAID_CRITICAL, &[])),
                Some(n) => said.push(fill(texts::gantt::SAID_SLACK, &[("n", &number(n))])),
                None => {}
            }
            if bar.is_fixed {
                said.push(fill(texts::gantt::SAID_FIXED, &[]));
            }
        }
    }
    let (at, of) = (row.0.to_string(), row.1.to_string());
    said.push(fill(texts::gantt::SAID_ROW, &[("n", &at), ("m", &of)]));
    said.join(texts::gantt::SAID_COMMA.text(lang)) + texts::gantt::SAID_STOP.text(lang)
}

/// What the heading of a group is called.
pub fn heading_said(log: &Log, heading: &PlanHeading, by: GroupBy, lang: Lang) -> String {
    match &heading.group {
        Grouped::Nothing => {
            let field = by.filter().and_then(|by| by.field());
            let field = field.map(|field| texts::in_sentence(field.label, lang));
            texts::fill(
                texts::gantt::GROUP_WITHOUT,
                lang,
                &[("field", &field.unwrap_or_default())],
            )
        }
        group => group_name(log, group, lang),
    }
}
