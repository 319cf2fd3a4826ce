//! The project on one line: its stages as bands, its milestones with where they were planned first, and the
//! milestone that counts most (views.md §6).

use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::sort_by;
use crate::model::template::Form;
use crate::templates::{charter, metric, milestone, stage, status_of, task};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// So many bands lie above each other; what overlaps more often shares the last line.
pub const LANES: usize = 3;

/// A stage on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// A record of 阶段.
    pub stage: RecordId,
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// Its tasks that are done.
    pub done: usize,
    /// Its tasks that count.
    pub all: usize,
    /// On which line, from 0 to [`LANES`] - 1.
    pub lane: usize,
}

/// A milestone on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MilestoneMark {
    /// A record of 里程碑.
    pub milestone: RecordId,
    /// Where it was planned first, where that is another day.
    pub planned: Option<NaiveDate>,
    /// Where it stands.
    pub at: NaiveDate,
    /// Whether it was reached.
    pub is_reached: bool,
}

/// The line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Stages by their first day.
    pub bands: Vec<Band>,
    /// Milestones by day.
    pub marks: Vec<MilestoneMark>,
}

impl Timeline {
    /// Where a day begins on the line, in thousandths of its length; nothing where it lies outside.
    pub fn place(&self, day: NaiveDate) -> Option<i64> {
        let all = (self.to - self.from).num_days() + 1;
        let days = (day - self.from).num_days();
        (0..=all).contains(&days).then(|| days * 1000 / all)
    }
}

/// The line of a project; nothing where nothing has a date.
pub fn timeline(log: &Log) -> Option<Timeline> {
    let mut bands = bands(log);
    let marks = marks(log);
    let form = Form::new(log, charter::record());
    let planned = [charter::PLANNED_START, charter::PLANNED_END];
    let mut days: Vec<NaiveDate> = planned.iter().filter_map(|key| form.get(*key)).collect();
    days.extend(bands.iter().flat_map(|band| [band.first, band.last]));
    days.extend(
        marks
            .iter()
            .flat_map(|mark| [Some(mark.at), mark.planned])
            .flatten(),
    );
    let (from, to) = (days.iter().min()?, days.iter().max()?);
    lay(&mut bands);
    Some(Timeline {
        from: *from,
        to: *to,
        bands,
        marks,
    })
}

fn bands(log: &Log) -> Vec<Band> {
    let mut of: BTreeMap<RecordId, Band> = BTreeMap::new();
    for record in log.rows(task::TASK.kind) {
        let form = Form::new(log, record);
        let status = status_of(&form);
        let days = (form.get(task::CURRENT_START), form.get(task::CURRENT_END));
        let (Some(stage), (Some(first), Some(last))) = (form.get(task::STAGE), days) else {
            continue;
        };
        if status == task::CANCELLED.key || last < first {
            continue;
        }
        let band = of.entry(stage.clone()).or_insert(Band {
            stage,
            first,
            last,
            done: 0,
            all: 0,
            lane: 0,
        });
        band.first = band.first.min(first);
        band.last = band.last.max(last);
        band.all += 1;
        band.done += usize::from(status == task::DONE.key);
    }
    let stages = log.rows(stage::STAGE.kind).into_iter();
    let mut out: Vec<Band> = stages.filter_map(|stage| of.remove(&stage)).collect();
    sort_by(&mut out, |a: &Band, b| a.first.cmp(&b.first));
    out
}

/// Puts each band on the first line that is free, or on the last.
fn lay(bands: &mut [Band]) {
    let mut free: [Option<NaiveDate>; LANES] = [None; LANES];
    for band in bands {
        let is_free = |last: &Option<NaiveDate>| last.is_none_or(|last| last < band.first);
        band.lane = free.iter().position(is_free).unwrap_or(LANES - 1);
        let end = free[band.lane].map_or(band.last, |last| last.max(band.last));
        free[band.lane] = Some(end);
    }
}

fn marks(log: &Log) -> Vec<MilestoneMark> {
    let mark = |record: RecordId| {
        let form = Form::new(log, record.clone());
        let reached = form.get(milestone::ACTUAL_DATE);
        let planned = form.get(milestone::BASELINE_DATE);
        let at = reached.or(form.get(milestone::CURRENT_DATE)).or(planned)?;
        Some(MilestoneMark {
            milestone: record,
            planned: planned.filter(|planned| *planned != at),
            at,
            is_reached: reached.is_some(),
        })
    };
    let rows = log.rows(milestone::MILESTONE.kind).into_iter();
    let mut out: Vec<MilestoneMark> = rows.filter_map(mark).collect();
    sort_by(&mut out, |a: &MilestoneMark, b| a.at.cmp(&b.at));
    out
}

/// What a project is measured by in time: the milestone on the day that a metric names, else the next gate, else the
/// next milestone; nothing where all are reached or none is planned.
pub fn next_milestone(log: &Log) -> Option<RecordId> {
    let open: Vec<MilestoneMark> = marks(log)
        .into_iter()
        .filter(|mark| !mark.is_reached)
        .collect();
    let form = Form::new(log, charter::record());
    let promised: Vec<NaiveDate> = form
        .all(metric::METRIC.kind)
        .iter()
        .filter(|row| row.get(metric::DIRECTION).as_deref() == Some(metric::BY_DATE.key))
        .filter_map(|row| row.get(metric::TARGET_VALUE)?.parse().ok())
        .collect();
    let is_promised = |mark: &&MilestoneMark| {
        let day = mark.planned.unwrap_or(mark.at);
        promised.contains(&day) || promised.contains(&mark.at)
    };
    let is_gate = |mark: &&MilestoneMark| {
        Form::new(log, mark.milestone.clone()).get(milestone::GATE) == Some(true)
    };
    let found = open
        .iter()
        .find(is_promised)
        .or_else(|| open.iter().find(is_gate))
        .or_else(|| open.first());
    found.map(|mark| mark.milestone.clone())
}
