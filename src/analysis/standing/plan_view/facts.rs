//! What a card of the board, a chip of the calendar and a line of one's own work say of a task.

use crate::analysis::standing::schedule::{Estimate, Progress, Schedule};
use crate::analysis::words::codes::display_code;
use crate::analysis::words::names::{bare_name, referred_name};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Lang, State};
use crate::templates::task;
use chrono::NaiveDate;

/// What is said of a task.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskFacts {
    pub record: RecordId,
    pub code: String,
    pub title: String,
    /// Its owner; "" for none.
    pub owner: String,
    /// The key of its state.
    pub state: &'static str,
    pub is_open: bool,
    /// First and last day as planned now.
    pub planned: Option<(NaiveDate, NaiveDate)>,
    /// When it is expected to be over, where that is later than planned.
    pub expected: Option<NaiveDate>,
    /// Working days after its due date, while it is open.
    pub late_days: i32,
    pub percent: i32,
    /// The issue that it waits for, while it is blocked.
    pub issue: Option<String>,
    pub is_critical: bool,
}

/// The state of a task by its key; the first one where it has none.
pub fn state_of(key: &str) -> Option<&'static State> {
    let machine = task::TASK.states?;
    Some(machine.state(key).unwrap_or(machine.first()))
}

/// What is said of a task; nothing where it is none of the plan.
pub fn task_facts(
    log: &Log,
    schedule: &Schedule,
    record: &RecordId,
    lang: Lang,
) -> Option<TaskFacts> {
    let place = schedule.plan.place(record)?;
    let read = schedule.plan.tasks.get(place as usize)?;
    let scheduled = schedule.tasks.get(place as usize)?;
    let is_open = !matches!(read.progress, Progress::Done | Progress::Cancelled);
    let days = &schedule.plan.days;
    let due = read.planned.map(|(_, due)| due);
    let late = |due: NaiveDate| days.end(schedule.today) - days.end(due);
    let is_expected = is_open && scheduled.estimate != Estimate::Unknown;
    let expected = is_expected.then(|| schedule.dates(place).1);
    let form = Form::new(log, record.clone());
    let issue = (read.progress == Progress::Blocked)
        .then(|| form.get(task::BLOCKED_BY_ISSUE))
        .flatten();
    Some(TaskFacts {
        record: record.clone(),
        code: display_code(log, record),
        title: bare_name(log, record, lang),
        owner: read
            .owner
            .as_ref()
            .map(|owner| referred_name(log, owner, lang))
            .unwrap_or_default(),
        state: state_of(&read.status)?.choice.key,
        is_open,
        planned: read.planned,
        expected: expected.filter(|expected| due.is_some_and(|due| *expected > due)),
        late_days: due.filter(|_| is_open).map_or(0, late).max(0),
        percent: read.percent,
        issue: issue.map(|issue| referred_name(log, &issue, lang)),
        is_critical: is_open && scheduled.is_critical(),
    })
}
