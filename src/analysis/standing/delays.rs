//! Why tasks came late (F-19): the working days of delay by the cause that was entered, and with what a late
//! predecessor stands for rolled up to the cause of the task with which it began. "The one before was late" explains
//! nothing.

use super::report::late_by;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{dependency, settings, status_of, task};
use std::collections::BTreeMap;

/// Working days late by cause, most first.
pub type DaysByCause = Vec<(String, i64)>;

/// The causes as they were entered, and as they are rolled up to the root.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delays {
    pub entered: DaysByCause,
    pub rooted: DaysByCause,
    /// How many tasks came late.
    pub tasks: usize,
}

/// So many tasks one goes back at most: links may go round.
const FAR: usize = 100;

/// The delays of the tasks that are done.
pub fn delays(log: &Log) -> Delays {
    let calendar = calendar_of(&Form::new(log, settings::record()));
    let before = predecessors(log);
    let (mut entered, mut rooted) = (BTreeMap::new(), BTreeMap::new());
    let mut told = Delays::default();
    for record in log.rows(task::KIND) {
        let form = Form::new(log, record);
        let days = late_by(&form, &calendar);
        if status_of(&form) != task::DONE.key || days == 0 {
            continue;
        }
        told.tasks += 1;
        let Some(cause) = form.get(task::DELAY_CAUSE) else {
            continue;
        };
        *entered.entry(cause).or_default() += days;
        let root = root_cause(&form, &before, &calendar);
        *rooted.entry(root).or_default() += days;
    }
    told.entered = most_first(entered);
    told.rooted = most_first(rooted);
    told
}

fn most_first(days: BTreeMap<String, i64>) -> DaysByCause {
    let mut days: DaysByCause = days.into_iter().collect();
    days.sort_by_key(|(_, days)| std::cmp::Reverse(*days));
    days
}

fn predecessors(log: &Log) -> BTreeMap<RecordId, Vec<RecordId>> {
    let mut before: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
    for record in log.rows(dependency::KIND) {
        let form = Form::new(log, record);
        let Some(task) = form.parent().map(|task| task.record().clone()) else {
            continue;
        };
        before
            .entry(task)
            .or_default()
            .extend(form.get(dependency::PREDECESSOR));
    }
    before
}

/// The cause of the task with which the delay began: one goes back to the predecessor that was done last.
fn root_cause(
    form: &Form<'_>,
    before: &BTreeMap<RecordId, Vec<RecordId>>,
    calendar: &Calendar,
) -> String {
    let mut form = form.clone();
    for _ in 0..FAR {
        let cause = form.get(task::DELAY_CAUSE).unwrap_or_default();
        if cause != task::PREDECESSOR_LATE.key {
            return cause;
        }
        let earlier = before.get(form.record()).map_or(&[][..], Vec::as_slice);
        let earlier = earlier.iter().map(|one| form.other(one.clone()));
        let late =
            earlier.filter(|one| late_by(one, calendar) > 0 && one.has(task::DELAY_CAUSE.name));
        match late.max_by_key(|one| one.get(task::ACTUAL_END)) {
            Some(earlier) => form = earlier,
            None => return cause,
        }
    }
    task::PREDECESSOR_LATE.key.to_owned()
}
