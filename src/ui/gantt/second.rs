//! Dates of tasks beside those that are shown: what somebody suggests, and what another copy says of the same day.

use super::shape::{Metrics, rect};
use crate::analysis::people::suggestion::all_open;
use crate::analysis::standing::schedule::Schedule;
use crate::analysis::time::axis::Axis;
use crate::model::log::Log;
use crate::model::template::CellType;
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::task;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Other dates of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SecondDates {
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    /// Whether two values differ; else it is suggested.
    pub is_differing: bool,
}

/// The other dates of all tasks that have some, by their places in the plan.
pub fn second_dates(log: &Log, schedule: &Schedule) -> BTreeMap<u32, SecondDates> {
    let mut found: BTreeMap<u32, SecondDates> = BTreeMap::new();
    let mut put = |record: &RecordId, key: &FieldKey, value: &Value, is_differing: bool| {
        let (Some(place), Some(date)) = (schedule.plan.place(record), NaiveDate::read(value))
        else {
            return;
        };
        let is_first = key.as_str() == task::CURRENT_START.name;
        if is_first || key.as_str() == task::CURRENT_END.name {
            let one = found.entry(place).or_default();
            let edge = if is_first {
                &mut one.first
            } else {
                &mut one.last
            };
            *edge = Some(date);
            one.is_differing |= is_differing;
        }
    };
    for one in all_open(log) {
        put(&one.target, &one.key, &one.value, false);
    }
    for one in log.conflicts() {
        let shown = log.value(&one.record, &one.key);
        let live = log.live(&one.record, &one.key);
        for other in live.iter().filter(|other| *other.value != shown) {
            put(&one.record, &one.key, other.value, true);
        }
    }
    found
}

impl SecondDates {
    /// The outline of the bar that a task would have.
    pub fn outline(
        &self,
        planned: Option<(NaiveDate, NaiveDate)>,
        axis: &Axis,
        metrics: &Metrics,
    ) -> String {
        let first = self.first.or(planned.map(|(first, _)| first)).or(self.last);
        let last = self.last.or(planned.map(|(_, last)| last)).or(self.first);
        let (Some(first), Some(last)) = (first, last) else {
            return String::new();
        };
        let (from, to) = (axis.x(first), axis.end(last.max(first)));
        let hair = metrics.hair;
        let outline = rect(
            from,
            metrics.top - 2 * hair,
            to - from,
            metrics.height + 4 * hair,
        );
        match self.is_differing {
            true => outline,
            // A suggestion has a pencil over its end.
            false => {
                let (x, y) = (to + 3 * hair, metrics.top + metrics.height);
                format!(
                    "{outline}M{x} {y}l{} {}l{} {}z",
                    hair,
                    -4 * hair,
                    3 * hair,
                    3 * hair
                ) + &format!("m{} {}l{} {}", hair, -4 * hair, 6 * hair, -6 * hair)
            }
        }
    }
}
