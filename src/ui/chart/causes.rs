//! 延期原因: working days late by cause, most first, with the share of each and of all so far in words: no second axis.

use super::picture::{BAR, Colour, GRID, Picture, WordAnchor, cut, width_of};
use super::{ChartSpot, ChartTable, DrawnChart, FinishedChart, SpotTarget};
use crate::analysis::display_code;
use crate::analysis::standing::schedule::{DaysByCause, DelayedTask, Delays, delays};
use crate::analysis::words::names::{record_name, short_name};
use crate::model::Log;
use crate::model::template::Lang;
use crate::templates::task;
use crate::ui::texts::{self, fill};
use chrono::NaiveDate;

/// The height of a bar with what is around it.
const ROW: i64 = 30;
const BAR_HEIGHT: i64 = 18;
/// Room for the figures behind a bar.
const RIGHT: i64 = 132;

/// The chart, by the root of each delay or as it was entered.
pub fn causes_chart(
    log: &Log,
    today: NaiveDate,
    by_entry: bool,
    width: i64,
    lang: Lang,
) -> DrawnChart {
    let late = delays(log, today);
    let days = match by_entry {
        true => late.entered(),
        false => late.rooted(),
    };
    if days.is_empty() {
        let title = texts::charts::CAUSES.text(lang).to_owned();
        return DrawnChart::Empty(title, texts::charts::CAUSES_EMPTY.text(lang).to_owned());
    }
    let label = match by_entry {
        true => texts::charts::CAUSES_ENTERED,
        false => texts::charts::CAUSES_ROOTED,
    };
    DrawnChart::FinishedChart(Box::new(FinishedChart {
        title: label.text(lang).to_owned(),
        finding: finding(&late, &days, lang),
        picture: picture(&late, &days, by_entry, width, lang),
        legend: Vec::new(),
        notes: vec![
            in_line(&late, by_entry, lang),
            of_departments(log, &late, lang),
        ],
        table: table(log, &late, lang),
    }))
}

/// The name of a cause.
fn named(cause: &str, lang: Lang) -> &'static str {
    let choice = task::DELAY_CAUSES.iter().find(|one| one.key == cause);
    choice
        .map_or(texts::charts::NO_CAUSE_GIVEN, |choice| choice.label)
        .text(lang)
}

fn finding(late: &Delays, days: &DaysByCause, lang: Lang) -> String {
    let (all, tasks) = (late.days().to_string(), late.tasks.len().to_string());
    let most = days.first().map_or("", |(cause, _)| &**cause);
    let n = days.first().map_or(0, |(_, days)| *days).to_string();
    let places = [
        ("all", &*all),
        ("tasks", &*tasks),
        ("cause", named(most, lang)),
        ("n", &*n),
    ];
    let label = match (days.len(), most) {
        (1, "") => texts::charts::CAUSES_NONE_GIVEN,
        (1, _) => texts::charts::CAUSES_ALL_ONE,
        (_, "") => texts::charts::CAUSES_MOST_UNSAID,
        _ => texts::charts::CAUSES_FOUND,
    };
    fill(label, lang, &places)
}

/// 按填写：前置任务延误 7 · 外部供应商/第三方 5
fn in_line(late: &Delays, by_entry: bool, lang: Lang) -> String {
    let (label, days) = match by_entry {
        true => (texts::charts::BY_ROOT_LINE, late.rooted()),
        false => (texts::charts::BY_ENTRY_LINE, late.entered()),
    };
    let parts: Vec<String> = days
        .iter()
        .map(|(cause, days)| format!("{} {days}", named(cause, lang)))
        .collect();
    fill(label, lang, &[("list", &parts.join(" · "))])
}

/// 按部门：市场 8 · 研发 8
fn of_departments(log: &Log, late: &Delays, lang: Lang) -> String {
    let part = |(department, days): (Option<crate::model::RecordId>, i64)| {
        let name = department.map_or_else(
            || texts::charts::NO_DEPARTMENT.text(lang).to_owned(),
            |department| short_name(log, &department, lang),
        );
        format!("{name} {days}")
    };
    let parts: Vec<String> = late.by_department(log).into_iter().map(part).collect();
    fill(
        texts::charts::BY_DEPARTMENT_LINE,
        lang,
        &[("list", &parts.join(" · "))],
    )
}

/// What the bar of a row leads to: the tasks that it counts.
fn spot(
    late: &Delays,
    (cause, days): &(String, i64),
    by_entry: bool,
    (row, width): (i64, i64),
    lang: Lang,
) -> ChartSpot {
    let is_of = |one: &&DelayedTask| match by_entry {
        true => one.cause == *cause,
        false => one.root == *cause,
    };
    let tasks = late.tasks.iter().filter(is_of).map(|one| one.task.clone());
    let tasks: Vec<_> = tasks.collect();
    let [days, n] = [days.to_string(), tasks.len().to_string()];
    let places = [("cause", named(cause, lang)), ("days", &*days), ("n", &*n)];
    ChartSpot {
        at: (0, row * ROW + 2),
        size: (width, ROW - 4),
        said: fill(texts::charts::SPOT_CAUSE, lang, &places),
        leads_to: SpotTarget::Tasks(tasks),
    }
}

fn picture(late: &Delays, days: &DaysByCause, by_entry: bool, width: i64, lang: Lang) -> Picture {
    let names = days.iter().map(|(cause, _)| width_of(named(cause, lang)));
    let left = names.max().unwrap_or(0).min(width * 2 / 5) + 10;
    let all: i64 = days.iter().map(|(_, days)| days).sum();
    let most = days.iter().map(|(_, days)| *days).max().unwrap_or(1).max(1);
    let across = (width - left - RIGHT).max(40);
    let rows = i64::try_from(days.len()).unwrap_or(0);
    let mut out = Picture::new(width, rows * ROW + 8);
    out.line(GRID, &[(left, 0), (left, rows * ROW + 4)]);
    let mut so_far = 0;
    for (at, row) in (0..).zip(days) {
        let (cause, days) = row;
        out.spots.push(spot(late, row, by_entry, (at, width), lang));
        so_far += days;
        let (top, middle) = (at * ROW + 6, at * ROW + 19);
        out.word(
            (left - 8, middle),
            WordAnchor::End,
            Colour::Text,
            cut(named(cause, lang), left - 10),
        );
        out.area(
            BAR,
            (left, top),
            ((across * days / most).max(2), BAR_HEIGHT),
        );
        let x = left + across * days / most + 8;
        out.strong(
            (x, middle),
            WordAnchor::Start,
            Colour::Text,
            days.to_string(),
        );
        let (share, total) = (share(*days, all), share(so_far, all));
        let said = match at {
            0 => share,
            _ => fill(
                texts::charts::SHARE_SO_FAR,
                lang,
                &[("n", &share), ("m", &total)],
            ),
        };
        out.word((x + 24, middle), WordAnchor::Start, Colour::Text2, said);
    }
    out
}

/// A part of a whole in per cent, to the nearest.
fn share(part: i64, all: i64) -> String {
    format!("{}%", (part * 200 + all).div_euclid(2 * all.max(1)))
}

/// A row for each late task: how late, why, and the way back to where it began.
fn table(log: &Log, late: &Delays, lang: Lang) -> ChartTable {
    let chain = |one: &DelayedTask| {
        let codes = [&one.task].into_iter().chain(&one.chain);
        let codes: Vec<String> = codes.map(|task| display_code(log, task)).collect();
        match one.chain.is_empty() {
            true => String::new(),
            false => codes.join(" ← "),
        }
    };
    let row = |one: &DelayedTask| {
        vec![
            record_name(log, &one.task, lang),
            one.days.to_string(),
            named(&one.cause, lang).to_owned(),
            chain(one),
            named(&one.root, lang).to_owned(),
        ]
    };
    let head = [
        texts::charts::OF_TASK,
        texts::charts::HOW_LATE,
        texts::charts::CAUSE_ENTERED,
        texts::charts::WAY_BACK,
        texts::charts::CAUSE_ROOT,
    ];
    ChartTable {
        head: head.map(|label| label.text(lang).to_owned()).to_vec(),
        rows: late.tasks.iter().map(row).collect(),
    }
}
