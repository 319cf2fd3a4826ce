//! How far a new rule is kept in the departments, and what still holds back the closing of a project that is about one
//! (scenario O): fewer than 95 of 100 places, unless every other one has an exception that ends on a day.

use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Choice, Form};
use crate::templates::{charter, department, metric, rollout_check, settings};
use chrono::NaiveDate;

/// So many places of a hundred are enough.
pub const ENOUGH_PERCENT: usize = 95;

/// How many places are kept, of how many, and those that are neither kept nor excepted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RolloutStanding {
    /// Done, or not applicable.
    pub kept: usize,
    /// Five for each department.
    pub all: usize,
    /// Neither kept nor under an exception that still runs: department and item.
    pub open: Vec<(RecordId, Choice)>,
    /// Whether anything was looked at.
    pub is_begun: bool,
}

impl RolloutStanding {
    /// Of all departments on a day.
    pub fn of(log: &Log, today: NaiveDate) -> Self {
        Self::counted(log, |place| rollout_check::is_excepted(place, today))
    }

    /// The same without a day: an exception that was granted counts even where it has ended.
    pub fn whenever(log: &Log) -> Self {
        Self::counted(log, rollout_check::has_dated_exception)
    }

    fn counted(log: &Log, is_excepted: impl Fn(&Form<'_>) -> bool) -> Self {
        let form = Form::new(log, settings::record());
        let mut standing = Self {
            is_begun: !log.rows(rollout_check::KIND).is_empty(),
            ..Self::default()
        };
        for department in form.all(department::KIND) {
            for item in rollout_check::ITEMS {
                standing.all += 1;
                let place = check_at(log, department.record(), *item);
                match place {
                    Some(place) if rollout_check::is_kept(&place) => standing.kept += 1,
                    Some(place) if is_excepted(&place) => {}
                    _ => standing.open.push((department.record().clone(), *item)),
                }
            }
        }
        standing
    }

    /// The departments of the open places, in their order.
    pub fn open_departments(&self) -> Vec<RecordId> {
        let mut all: Vec<RecordId> = self.open.iter().map(|(one, _)| one.clone()).collect();
        all.dedup();
        all
    }

    /// 落地率 in whole percent, rounded; nothing where there is no department.
    pub const fn percent(&self) -> Option<usize> {
        if self.all == 0 {
            return None;
        }
        Some((self.kept * 200 + self.all) / (self.all * 2))
    }

    /// Whether it is enough to close: 95 of 100 places, or a dated exception for each of the others.
    pub const fn is_enough(&self) -> bool {
        self.kept * 100 >= self.all * ENOUGH_PERCENT || self.open.is_empty()
    }
}

/// What was found of an item in a department; nothing before somebody began it.
pub fn check_at<'a>(log: &'a Log, department: &RecordId, item: Choice) -> Option<Form<'a>> {
    let record = rollout_check::place_of(department, item)?;
    log.is_visible(&record).then(|| Form::new(log, record))
}

/// What of the rollout holds back the closing of the project: a line of the list of what is left. Nothing in another
/// scenario, and nothing where it is enough.
pub fn rollout_left(log: &Log, today: NaiveDate) -> Option<RolloutStanding> {
    let scenario = charter::scenario(&Form::new(log, settings::record()));
    if scenario.as_deref() != Some(charter::PROCESS.key) {
        return None;
    }
    let standing = RolloutStanding::of(log, today);
    (!standing.is_enough()).then_some(standing)
}

/// A metric before, in the pilot and as it should be, in plain decimal notation, with the improvement in percent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeforeAfter {
    pub metric: RecordId,
    /// Before.
    pub baseline: Option<String>,
    pub pilot: Option<String>,
    pub target: Option<String>,
    /// From before to the pilot, or to what was reached in the end: how much less or more of what was there before.
    pub improved_percent: Option<i64>,
}

/// The metrics that say what it was like before, in their order.
pub fn before_and_after(log: &Log) -> Vec<BeforeAfter> {
    let rows = log.rows(metric::KIND).into_iter();
    let read = rows.filter_map(|record| {
        let form = Form::new(log, record.clone());
        let baseline = form.get(metric::BASELINE_VALUE)?;
        let pilot = form.get(metric::PILOT_VALUE);
        let now = form.get(metric::ACTUAL_VALUE).or_else(|| pilot.clone());
        let is_less = form.get(metric::DIRECTION).as_deref() != Some(metric::AT_LEAST.key);
        Some(BeforeAfter {
            metric: record,
            improved_percent: now.and_then(|now| improved(&baseline, &now, is_less)),
            baseline: Some(baseline),
            pilot,
            target: form.get(metric::TARGET_VALUE),
        })
    });
    read.collect()
}

/// How much better a value is than the one before, in whole percent of that.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a rounded percentage of two figures that people typed, held to a million"
)]
fn improved(before: &str, now: &str, is_less: bool) -> Option<i64> {
    let (before, now) = (before.parse::<f64>().ok()?, now.parse::<f64>().ok()?);
    let gain = if is_less { before - now } else { now - before };
    let percent = (gain / before * 100.0).round();
    (before != 0.0 && percent.abs() < 1e6).then_some(percent as i64)
}
