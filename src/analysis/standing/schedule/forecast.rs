//! What is to be expected from today on (F-09, views.md §1.6): done work is a fact, work under way goes by its owner's
//! word or by what is left of it, the rest waits for its day, for today and for what it depends on.

use super::agreed::{Agreed, absent};
use super::passes::{
    Early, Starts, TaskSpan, allowed_end, free_floats, latest_ends, passed_forward,
};
use super::plan::{Plan, PlanMilestone, PlanTask, Progress};
use crate::model::id::RecordId;
use crate::model::log::{KeptBy, Log};
use chrono::NaiveDate;
use std::rc::Rc;

/// Work with so little slack, in working days, is nearly critical (F-08).
const NEAR_DAYS: i32 = 2;

/// Where the expected end of a task comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Estimate {
    /// It is over.
    Fact,
    /// Its owner said so.
    Owner,
    /// From what is left of it, its plan and what it waits for.
    Computed,
    /// It is blocked and nobody said when it will end (估不准).
    HardToTell,
    /// It has no dates.
    Unknown,
}

/// What is to be expected of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScheduledTask {
    /// First and last day, as numbers of working days.
    pub early: Early,
    pub estimate: Estimate,
    /// The end by per cent complete, where the owner expects another.
    pub by_progress: Option<i32>,
    /// Working days until the end of the project moves; nothing for what is over or not scheduled. Negative: too late.
    pub slack: Option<i32>,
    /// Working days until anything else moves.
    pub free: i32,
    /// The milestone that would move first, by its place, and after how many working days.
    pub holds: Option<(u32, i32)>,
}

impl ScheduledTask {
    /// Whether each day of delay moves the end of the project.
    pub fn is_critical(&self) -> bool {
        self.slack.is_some_and(|slack| slack <= 0)
    }

    /// Whether little is missing to that.
    pub fn is_near(&self) -> bool {
        self.slack
            .is_some_and(|slack| (1..=NEAR_DAYS).contains(&slack))
    }
}

/// What is to be expected of a milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedMilestone {
    pub record: RecordId,
    pub expected: NaiveDate,
    /// Working days later than its day as planned first; negative: earlier.
    pub late: i32,
    /// The same against its day as planned now.
    pub moves: i32,
    /// The task it waits for, by its place.
    pub because: Option<u32>,
}

/// What is to be expected of the whole plan.
#[derive(Debug, Clone)]
pub struct Schedule {
    pub plan: Rc<Plan>,
    pub today: NaiveDate,
    pub tasks: Vec<ScheduledTask>,
    /// The open milestones.
    pub milestones: Vec<ExpectedMilestone>,
    /// The dates as agreed now.
    pub agreed: Agreed,
}

impl Schedule {
    /// A task's first and last expected date.
    pub fn dates(&self, task: u32) -> (NaiveDate, NaiveDate) {
        let early = self.tasks[task as usize].early;
        (
            self.plan.days.date(early.start),
            self.plan.days.date(early.end),
        )
    }

    /// What is expected of a task; nothing where it is none of the plan.
    pub fn of(&self, task: &RecordId) -> Option<&ScheduledTask> {
        let place = self.plan.place(task)?;
        self.tasks.get(place as usize)
    }
}

/// The schedule of the day that was asked for last.
#[derive(Default)]
struct KeptSchedule(KeptBy<(), Rc<Schedule>>);

/// What is to be expected of a project's plan on a day; kept until the project changes or another day is asked for.
pub fn schedule(log: &Log, today: NaiveDate) -> Rc<Schedule> {
    let kept = log.beside::<KeptSchedule>();
    let is_of_today = |known: &Rc<Schedule>| known.today == today;
    let find = || Rc::new(scheduled(&log.derived::<Plan>(), today));
    kept.0.get_while(log, &(), is_of_today, find)
}

fn scheduled(plan: &Rc<Plan>, today: NaiveDate) -> Schedule {
    let spans = expected_spans(plan, today);
    let early = passed_forward(&plan.network, &spans);
    let counts = |at: &usize| !matches!(spans[*at].starts, Starts::Absent);
    let places = 0..plan.tasks.len();
    let end = places.filter(counts).map(|at| early[at].end).max();
    let latest = latest_ends(&plan.network, &spans, &early, end, |_| None);
    let free = free_floats(&plan.network, &spans, &early, end.unwrap_or(0));
    let holds = held_milestones(plan, &spans, &early);
    let tasks = (0..plan.tasks.len()).map(|at| {
        let (estimate, by_progress) = estimate(plan, &plan.tasks[at], today);
        ScheduledTask {
            early: early[at],
            estimate,
            by_progress,
            slack: latest[at].map(|latest| latest - early[at].end),
            free: free[at],
            holds: holds[at],
        }
    });
    let tasks = tasks.collect();
    let milestones = plan.milestones.iter();
    let milestones = milestones.filter_map(|milestone| expected(plan, milestone, &early, today));
    Schedule {
        milestones: milestones.collect(),
        agreed: plan.agreed(),
        today,
        tasks,
        plan: Rc::clone(plan),
    }
}

/// What each task brings into the forecast.
fn expected_spans(plan: &Plan, today: NaiveDate) -> Vec<TaskSpan> {
    let tasks = plan.tasks.iter();
    tasks.map(|task| expected_span(plan, task, today)).collect()
}

fn expected_span(plan: &Plan, task: &PlanTask, today: NaiveDate) -> TaskSpan {
    let Some((first, length)) = task.planned.map(|dates| plan.numbers(dates)) else {
        return absent();
    };
    let now = plan.days.start(today);
    let forecast = task
        .forecast
        .filter(|day| *day >= today)
        .map(|day| plan.days.end(day));
    let start = task.actual_start.map_or(first, |day| plan.days.start(day));
    match task.progress {
        Progress::Cancelled => absent(),
        Progress::Done => {
            let end = task
                .actual_end
                .map_or(first + length - 1, |day| plan.days.end(day));
            let start = start.min(end);
            TaskSpan {
                first: start,
                length: end - start + 1,
                ends: None,
                starts: Starts::Over,
            }
        }
        Progress::Started | Progress::Blocked => {
            let start = start.min(now);
            let end = forecast.unwrap_or_else(|| left_end(task, length, now));
            TaskSpan {
                first: start,
                length: (end - start + 1).max(1),
                ends: None,
                starts: Starts::Started,
            }
        }
        Progress::Open => TaskSpan {
            first: first.max(now),
            length,
            ends: forecast,
            starts: Starts::Open,
        },
    }
}

/// The end of work under way by per cent complete: what is left of its length, today counted.
fn left_end(task: &PlanTask, length: i32, now: i32) -> i32 {
    let left = (length * (100 - task.percent) + 99) / 100;
    now + left.max(1) - 1
}

/// Where the end of a task comes from, and what per cent complete says where the owner says something else.
fn estimate(plan: &Plan, task: &PlanTask, today: NaiveDate) -> (Estimate, Option<i32>) {
    let Some((_, length)) = task.planned.map(|dates| plan.numbers(dates)) else {
        return (Estimate::Unknown, None);
    };
    let given = task.forecast.filter(|day| *day >= today);
    let by_progress = || left_end(task, length, plan.days.start(today));
    match (task.progress, given) {
        (Progress::Done, _) => (Estimate::Fact, None),
        (Progress::Cancelled, _) => (Estimate::Unknown, None),
        (Progress::Open, Some(_)) => (Estimate::Owner, None),
        (Progress::Started | Progress::Blocked, Some(day)) => {
            let other = Some(by_progress()).filter(|end| *end != plan.days.end(day));
            (Estimate::Owner, other)
        }
        (Progress::Blocked, None) => (Estimate::HardToTell, None),
        (Progress::Started | Progress::Open, None) => (Estimate::Computed, None),
    }
}

/// For every task the open milestone that its delay would move first, and after how many working days.
fn held_milestones(plan: &Plan, spans: &[TaskSpan], early: &[Early]) -> Vec<Option<(u32, i32)>> {
    // The day that a task must not pass, and whose it is.
    let mut limits: Vec<Option<(i32, u32)>> = vec![None; spans.len()];
    for (at, milestone) in plan.milestones.iter().enumerate() {
        if let (Some(day), None) = (milestone.current, milestone.reached) {
            let limit = (plan.days.end(day), at as u32);
            for task in &milestone.carriers {
                let own = &mut limits[*task as usize];
                *own = Some(own.map_or(limit, |own| own.min(limit)));
            }
        }
    }
    let limit = |task: u32| limits[task as usize].map(|(day, _)| day);
    let latest = latest_ends(&plan.network, spans, early, None, limit);
    let mut whose: Vec<Option<u32>> = vec![None; spans.len()];
    for task in plan.network.order().iter().rev() {
        let Some(end) = latest[*task as usize] else {
            continue;
        };
        let own = limits[*task as usize].filter(|(day, _)| *day == end);
        let follows = |at: &u32| {
            let link = plan.network.link(*at);
            let later = latest[link.to as usize]?;
            let is_it = allowed_end(link, spans, early, later) == Some(end);
            whose[link.to as usize].filter(|_| is_it)
        };
        whose[*task as usize] = own
            .map(|(_, milestone)| milestone)
            .or_else(|| plan.network.after(*task).iter().find_map(follows));
    }
    let held = |at: usize| Some((whose[at]?, latest[at]? - early[at].end));
    (0..spans.len()).map(held).collect()
}

/// When an open milestone is reached: with the last of the tasks that reach it; its own day, or today, without any.
fn expected(
    plan: &Plan,
    milestone: &PlanMilestone,
    early: &[Early],
    today: NaiveDate,
) -> Option<ExpectedMilestone> {
    let current = milestone.current.or(milestone.original)?;
    if milestone.reached.is_some() {
        return None;
    }
    let dated = |task: &&u32| plan.tasks[**task as usize].planned.is_some();
    let carriers = milestone.carriers.iter().filter(dated);
    let last = carriers
        .max_by_key(|task| early[**task as usize].end)
        .copied();
    let end = last.map_or_else(
        || plan.days.end(current).max(plan.days.start(today)),
        |task| early[task as usize].end,
    );
    // A milestone on a rest day stays on it while nothing pushes it.
    let is_on_time = end <= plan.days.end(current);
    let expected = if is_on_time && last.is_none() {
        current
    } else {
        plan.days.date(end)
    };
    Some(ExpectedMilestone {
        record: milestone.record.clone(),
        expected,
        late: end - plan.days.end(milestone.original.unwrap_or(current)),
        moves: end - plan.days.end(current),
        because: last,
    })
}
