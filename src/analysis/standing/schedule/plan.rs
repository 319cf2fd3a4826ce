//! The plan read once: tasks, links and milestones as arrays, dates as numbers of working days (views.md §1.2).

use super::days::Days;
use super::links::read_links;
use super::network::Network;
use crate::analysis::time::calendar::later;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::sort::gather;
use crate::model::template::{Form, Key};
use crate::templates::{member, milestone, settings, status_of, task};
use chrono::NaiveDate;
use smol_str::SmolStr;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How far beyond its last date the days of a plan are counted, and before its first.
const DAYS_AFTER: u64 = 3 * 366;
const DAYS_BEFORE: u64 = 60;

/// How far a task has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Open,
    Started,
    /// 受阻
    Blocked,
    Done,
    Cancelled,
}

/// What the passes need of a task; its title is read only where it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTask {
    pub record: RecordId,
    pub progress: Progress,
    /// First and last day as planned now; a single date stands for both.
    pub planned: Option<(NaiveDate, NaiveDate)>,
    /// The same as planned first.
    pub original: Option<(NaiveDate, NaiveDate)>,
    pub actual_start: Option<NaiveDate>,
    pub actual_end: Option<NaiveDate>,
    /// Per cent complete, 0 to 100.
    pub percent: i32,
    /// When the owner expects to be done.
    pub forecast: Option<NaiveDate>,
    /// Whether its dates are fixed.
    pub is_fixed: bool,
    /// Its state, priority and type, as they stand; "" for none.
    pub status: SmolStr,
    pub priority: SmolStr,
    pub task_type: SmolStr,
    pub stage: Option<RecordId>,
    pub owner: Option<RecordId>,
    /// That of its owner.
    pub department: Option<RecordId>,
    /// Whether its owner has said that the dates are fine.
    pub is_accepted: bool,
}

impl Plan {
    /// Whether a task that is open is late on a day: by a working day at least, as every screen counts it (F-05). What
    /// was due on Friday is not on Saturday.
    pub fn is_late(&self, task: &PlanTask, today: NaiveDate) -> bool {
        let is_past = |due: NaiveDate| self.days.end(due) < self.days.end(today);
        task.planned.is_some_and(|(_, due)| is_past(due))
    }
}

/// A milestone with the tasks that reach it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanMilestone {
    pub record: RecordId,
    /// The day as planned first.
    pub original: Option<NaiveDate>,
    /// The day as planned now.
    pub current: Option<NaiveDate>,
    pub reached: Option<NaiveDate>,
    /// The tasks that reach it, by their places.
    pub carriers: Vec<u32>,
}

/// The plan of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub days: Days,
    pub tasks: Vec<Rc<PlanTask>>,
    pub milestones: Vec<PlanMilestone>,
    pub network: Network,
    /// Tasks with a predecessor that is deleted or was never there (SCH-01).
    pub broken: Vec<u32>,
    places: BTreeMap<RecordId, u32>,
}

impl Derived for Plan {
    fn of(log: &Log) -> Self {
        let tasks = log.each_row(task::KIND, "plan", (), read_task);
        let tasks = (*tasks).clone();
        let at = tasks.iter().enumerate();
        let places = gather(at.map(|(at, task)| (task.record.clone(), at as u32)));
        let milestones = read_milestones(log, &tasks, &places);
        let days = days_of(log, &tasks, &milestones);
        let (links, broken) = read_links(log, &tasks, &places);
        let begins: Vec<i32> = tasks
            .iter()
            .map(|task| task.planned.map_or(0, |(first, _)| days.start(first)))
            .collect();
        Self {
            network: Network::new(tasks.len(), links, &begins),
            days,
            tasks,
            milestones,
            broken,
            places,
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        self == other
    }
}

impl Plan {
    /// Where a task stands in the arrays.
    pub fn place(&self, task: &RecordId) -> Option<u32> {
        self.places.get(task).copied()
    }

    /// Dates as numbers of working days, and how many there are between, at least 1.
    pub(super) fn numbers(&self, (first, last): (NaiveDate, NaiveDate)) -> (i32, i32) {
        let start = self.days.start(first);
        (start, (self.days.end(last) - start + 1).max(1))
    }
}

fn read_task(log: &Log, record: &RecordId) -> Option<PlanTask> {
    let form = Form::new(log, record.clone());
    let span = |first: Key<NaiveDate>, last: Key<NaiveDate>| {
        let (first, last) = (form.get(first), form.get(last));
        let first = first.or(last)?;
        Some((first, last.unwrap_or(first).max(first)))
    };
    let word = |key: Key<String>| SmolStr::from(form.held(key.name).as_text().unwrap_or_default());
    let actual_start = form.get(task::ACTUAL_START);
    let status = SmolStr::from(status_of(&form));
    let owner = form.get(task::OWNER);
    Some(PlanTask {
        progress: progress(&status, actual_start.is_some()),
        priority: word(task::PRIORITY),
        task_type: word(task::TASK_TYPE),
        stage: form.get(task::STAGE),
        department: form
            .referred(task::OWNER)
            .and_then(|owner| owner.get(member::DEPARTMENT)),
        is_accepted: word(task::ACCEPTED) == task::FINE.key,
        owner,
        status,
        planned: span(task::CURRENT_START, task::CURRENT_END),
        original: span(task::BASELINE_START, task::BASELINE_END),
        actual_start,
        actual_end: form.get(task::ACTUAL_END),
        percent: form
            .get(task::PERCENT)
            .map_or(0, |percent| percent.clamp(0, 100) as i32),
        forecast: form.get(task::FORECAST_END),
        is_fixed: form.get(task::PINNED) == Some(true),
        record: form.record().clone(),
    })
}

fn progress(status: &str, has_started: bool) -> Progress {
    let is = |state: crate::model::template::Choice| status == state.key;
    match () {
        () if is(task::DONE) => Progress::Done,
        () if is(task::CANCELLED) => Progress::Cancelled,
        () if is(task::BLOCKED) => Progress::Blocked,
        () if is(task::DOING) || is(task::REVIEW) || has_started => Progress::Started,
        () => Progress::Open,
    }
}

/// The tasks that a milestone names, else those that were to end on its first date.
fn read_milestones(
    log: &Log,
    tasks: &[Rc<PlanTask>],
    places: &BTreeMap<RecordId, u32>,
) -> Vec<PlanMilestone> {
    let read = |log: &Log, record: &RecordId| {
        let form = Form::new(log, record.clone());
        let read = PlanMilestone {
            record: record.clone(),
            original: form.get(milestone::BASELINE_DATE),
            current: form.get(milestone::CURRENT_DATE),
            reached: form.get(milestone::ACTUAL_DATE),
            carriers: Vec::new(),
        };
        Some((read, form.get(milestone::REACHED_BY)))
    };
    let all = log.each_row(milestone::KIND, "plan", (), read);
    let ending = ending(tasks);
    let carried = |one: &Rc<(PlanMilestone, Option<RecordId>)>| {
        let (read, named) = &**one;
        let named = named.as_ref().and_then(|task| places.get(task));
        let on_its_day = || read.original.and_then(|day| ending.get(&day));
        PlanMilestone {
            carriers: match named {
                Some(place) => vec![*place],
                None => on_its_day().cloned().unwrap_or_default(),
            },
            ..read.clone()
        }
    };
    all.iter().map(carried).collect()
}

/// The tasks that were to end on each day.
fn ending(tasks: &[Rc<PlanTask>]) -> BTreeMap<NaiveDate, Vec<u32>> {
    let mut ending: BTreeMap<NaiveDate, Vec<u32>> = BTreeMap::new();
    for (at, task) in tasks.iter().enumerate() {
        if let (Some((_, last)), true) = (task.original, task.progress != Progress::Cancelled) {
            ending.entry(last).or_default().push(at as u32);
        }
    }
    ending
}

/// The days from before the first date of the plan to years after its last.
fn days_of(log: &Log, tasks: &[Rc<PlanTask>], milestones: &[PlanMilestone]) -> Days {
    let of_task = |task: &Rc<PlanTask>| {
        let [(planned, due), (first, last)] = [task.planned, task.original]
            .map(|span| (span.map(|days| days.0), span.map(|days| days.1)));
        let single = [task.actual_start, task.actual_end, task.forecast];
        [planned, due, first, last].into_iter().chain(single)
    };
    let of_milestone =
        |milestone: &PlanMilestone| [milestone.original, milestone.current, milestone.reached];
    let (mut first, mut last) = (None, None);
    let dates = tasks.iter().flat_map(of_task);
    let dates = dates.chain(milestones.iter().flat_map(of_milestone));
    for date in dates.flatten() {
        first = Some(first.map_or(date, |first: NaiveDate| first.min(date)));
        last = Some(last.map_or(date, |last: NaiveDate| last.max(date)));
    }
    let calendar = calendar_of(&Form::new(log, settings::record()));
    let epoch = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    let (first, last) = (first.unwrap_or(epoch), last.unwrap_or(epoch));
    let from = first.checked_sub_days(chrono::Days::new(DAYS_BEFORE));
    Days::of(
        &calendar,
        from.unwrap_or(first),
        later(last, DAYS_AFTER).unwrap_or(last),
    )
}
