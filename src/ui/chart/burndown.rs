//! 燃尽图: what is left at the end of each working day: a dashed staircase as planned, a whole one as it was, a dotted
//! one as it is expected.

mod lines;

use super::dates::{short, week_ends};
use super::picture::{ACTUAL, AXIS, EXPECTED, PLANNED, Picture};
use super::{ChartTable, DRAWN, DrawnChart, FinishedChart, Legend, left_out};
use crate::analysis::standing::schedule::{
    BurnMeasure, Burndown, Schedule, burndown, burndown_of_effort,
};
use crate::analysis::words::names::short_name;
use crate::model::template::{Label, Lang};
use crate::model::{Log, RecordId};
use crate::ui::texts::{self, fill, in_sentence};
use chrono::NaiveDate;
use lines::{BurnField, picture};

/// The chart, by tasks or by effort.
pub fn burndown_chart(
    log: &Log,
    schedule: &Schedule,
    by_effort: bool,
    width: i64,
    lang: Lang,
) -> DrawnChart {
    let drawn = match by_effort {
        true => burndown_of_effort(log, schedule),
        false => burndown(schedule),
    };
    let title = match drawn.as_ref().map(|drawn| drawn.measure) {
        Some(BurnMeasure::Days) => texts::charts::BURNDOWN_DAYS,
        Some(BurnMeasure::Effort) => texts::charts::BURNDOWN_EFFORT,
        Some(BurnMeasure::Tasks) | None => texts::charts::BURNDOWN,
    };
    let title = title.text(lang).to_owned();
    let Some(drawn) = drawn.filter(|drawn| !drawn.actual.is_empty()) else {
        return DrawnChart::Empty(title, texts::charts::BURNDOWN_EMPTY.text(lang).to_owned());
    };
    let plan = plan_label(&drawn);
    DrawnChart::FinishedChart(Box::new(FinishedChart {
        title,
        finding: super::sentences(
            [finding(&drawn, lang)]
                .into_iter()
                .chain(left_out(
                    texts::charts::MARKS_LEFT_OUT,
                    dated(schedule).len(),
                    lang,
                ))
                .collect(),
            lang,
        ),
        picture: picture(&drawn, &milestones(log, schedule, lang), width, lang),
        legend: vec![
            Legend::line(PLANNED, plan.text(lang)),
            Legend::line(ACTUAL, texts::charts::ACTUAL_LINE.text(lang)),
            Legend::line(EXPECTED, texts::charts::EXPECTED_LINE.text(lang)),
        ],
        notes: notes(&drawn, lang),
        table: table(&drawn, plan, lang),
    }))
}

/// The lines alone, as small as a corner of a page has room for.
pub fn small_burndown(schedule: &Schedule, width: i64, height: i64) -> Option<Picture> {
    let drawn = burndown(schedule).filter(|drawn| !drawn.actual.is_empty())?;
    let field = BurnField::of(&drawn, (2, 3), (width - 4, height - 6));
    let mut out = Picture::new(width, height);
    out.line(AXIS, &[(2, height - 3), (width - 2, height - 3)]);
    field.lines(&mut out, &drawn);
    Some(out)
}

fn plan_label(drawn: &Burndown) -> Label {
    match drawn.is_original {
        true => crate::templates::ORIGINAL_PLAN,
        false => crate::templates::CURRENT_PLAN,
    }
}

/// A weight as people read it: person-days with a digit behind the point where there is one.
fn said(measure: BurnMeasure, value: i64) -> String {
    match measure {
        BurnMeasure::Tasks | BurnMeasure::Days => value.to_string(),
        BurnMeasure::Effort => {
            let tenths = (value + 500).div_euclid(1000);
            match tenths % 10 {
                0 => (tenths / 10).to_string(),
                rest => format!("{}.{rest}", tenths / 10),
            }
        }
    }
}

/// 今天还剩 14 项，原计划只剩 12 项：多 2 项。
pub fn left_said(schedule: &Schedule, lang: Lang) -> Option<String> {
    let drawn = burndown(schedule).filter(|drawn| !drawn.actual.is_empty())?;
    Some(left(&drawn, lang))
}

/// The same with the day on which all is expected to be done.
fn finding(drawn: &Burndown, lang: Lang) -> String {
    let mut parts = vec![left(drawn, lang)];
    let ends = drawn.ends().map(short);
    parts.extend(ends.map(|day| fill(texts::charts::ALL_DONE_BY, lang, &[("day", &day)])));
    super::sentences(parts, lang)
}

fn left(drawn: &Burndown, lang: Lang) -> String {
    let Some((left, planned)) = drawn.now() else {
        return String::new();
    };
    if drawn.expected.is_empty() {
        let label = match drawn.undated {
            0 => texts::charts::ALL_DONE,
            _ => texts::charts::ALL_DATED_DONE,
        };
        return label.text(lang).to_owned();
    }
    let label = match left - planned {
        0 => texts::charts::LEFT_AS_PLANNED,
        1.. => texts::charts::LEFT_MORE,
        _ => texts::charts::LEFT_FEWER,
    };
    let (much, than) = match drawn.measure {
        BurnMeasure::Tasks => (texts::charts::LEFT_TASKS, texts::charts::THAN_TASKS),
        BurnMeasure::Effort => (texts::charts::LEFT_EFFORT, texts::charts::THAN_EFFORT),
        BurnMeasure::Days => (texts::charts::LEFT_DAYS, texts::charts::THAN_DAYS),
    };
    let amount = |label: Label, n: i64| fill(label, lang, &[("n", &said(drawn.measure, n))]);
    let (n, m) = (amount(much, left), amount(than, planned));
    let d = amount(than, (left - planned).abs());
    let plan = in_sentence(plan_label(drawn), lang);
    let places = [("n", &*n), ("m", &*m), ("d", &*d), ("plan", &*plan)];
    fill(label, lang, &places)
}

fn notes(drawn: &Burndown, lang: Lang) -> Vec<String> {
    let undated = (drawn.undated > 0).then(|| {
        let places = [("n", &*drawn.undated.to_string())];
        fill(texts::charts::UNDATED_OUT, lang, &places)
    });
    let plan = (!drawn.is_original).then(|| texts::charts::NO_ORIGINAL.text(lang).to_owned());
    plan.into_iter().chain(undated).collect()
}

/// The open and reached milestones that have a day.
fn dated(schedule: &Schedule) -> Vec<(NaiveDate, &RecordId)> {
    let all = schedule.plan.milestones.iter();
    all.filter_map(|one| {
        let day = one.reached.or(one.current).or(one.original)?;
        Some((day, &one.record))
    })
    .collect()
}

/// Those that are drawn, the nearest to today, each with its name.
fn milestones(log: &Log, schedule: &Schedule, lang: Lang) -> Vec<(NaiveDate, String, RecordId)> {
    let mut nearest = dated(schedule);
    if nearest.len() > DRAWN {
        nearest.sort_by_key(|(day, _)| (*day - schedule.today).num_days().abs());
        nearest.truncate(DRAWN);
    }
    let named = |(day, record): (NaiveDate, &RecordId)| {
        let name = short_name(log, record, lang);
        (day, name, record.clone())
    };
    let mut all: Vec<_> = nearest.into_iter().map(named).collect();
    all.sort();
    all
}

/// A row for the end of each week, and for today.
fn table(drawn: &Burndown, plan: Label, lang: Lang) -> ChartTable {
    let today = drawn.actual.len() - 1;
    let mut places = week_ends(&drawn.days, i64::MAX / 1_000_000);
    if !places.contains(&today) {
        places.push(today);
        places.sort_unstable();
    }
    let cell = |values: &[i64], at: Option<usize>| {
        let value = at.and_then(|at| values.get(at));
        value
            .map(|value| said(drawn.measure, *value))
            .unwrap_or_default()
    };
    let row = |at: usize| {
        vec![
            drawn.days[at].to_string(),
            cell(&drawn.planned, Some(at)),
            cell(&drawn.actual, Some(at)),
            cell(&drawn.expected, at.checked_sub(today)),
        ]
    };
    let head = [
        texts::charts::CHART_DAY,
        plan,
        texts::charts::ACTUAL_LINE,
        texts::charts::EXPECTED_LINE,
    ];
    ChartTable {
        head: head.map(|label| label.text(lang).to_owned()).to_vec(),
        rows: places.into_iter().map(row).collect(),
    }
}
