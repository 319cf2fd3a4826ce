//! The burndown (F-10, views.md §5.1): what is left at the end of each working day, as planned, as it was and as it is
//! expected. The plan is a staircase: work is not planned evenly.

use super::forecast::Schedule;
use super::plan::{PlanTask, Progress};
use crate::analysis::goal::meter::decimal;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::task;
use chrono::NaiveDate;

/// What a burndown counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BurnMeasure {
    /// Each is one, however long.
    Tasks,
    /// Person-days, in ten-thousandths; where every task says how many.
    Effort,
    /// Working days of the tasks; where one does not.
    Days,
}

/// What is left, day by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Burndown {
    pub measure: BurnMeasure,
    /// The working days from the first of the plan to the last that is planned, expected or past.
    pub days: Vec<NaiveDate>,
    /// As the plan has it at the end of each day.
    pub planned: Vec<i64>,
    /// What was left at the end of each day up to today.
    pub actual: Vec<i64>,
    /// From today on: what is left now, then what is expected to be at the end of each day. Empty once all is over.
    pub expected: Vec<i64>,
    /// Whether the plan is the one made first, for all tasks.
    pub is_original: bool,
    /// Tasks without dates, which count nowhere.
    pub undated: usize,
}

impl Burndown {
    /// What is left now, and what the plan leaves today.
    pub fn now(&self) -> Option<(i64, i64)> {
        let at = self.actual.len().checked_sub(1)?;
        Some((self.actual[at], self.planned[at]))
    }

    /// The day on which nothing is expected to be left; nothing where it is so already.
    pub fn ends(&self) -> Option<NaiveDate> {
        let at = self.expected.iter().position(|left| *left == 0)?;
        self.days.get(self.actual.len() - 1 + at).copied()
    }

    /// All there is to do.
    pub fn all(&self) -> i64 {
        let known = [&self.planned, &self.actual];
        let most = known.iter().flat_map(|one| one.iter().max());
        most.copied().max().unwrap_or(0)
    }
}

/// The burndown of a plan by the number of its tasks.
pub fn burndown(schedule: &Schedule) -> Option<Burndown> {
    drawn(schedule, BurnMeasure::Tasks, |_| Some(1))
}

/// The same by person-days, or by working days where not every task says how many.
pub fn burndown_of_effort(log: &Log, schedule: &Schedule) -> Option<Burndown> {
    let plan = &schedule.plan;
    let effort = |at: usize| {
        let form = Form::new(log, plan.tasks[at].record.clone());
        decimal(&form.get(task::EFFORT_PD)?).filter(|effort| *effort >= 0)
    };
    let counts = |at: &usize| plan.tasks[*at].progress != Progress::Cancelled;
    let mut counting = (0..plan.tasks.len()).filter(counts);
    if counting.all(|at| effort(at).is_some()) {
        return drawn(schedule, BurnMeasure::Effort, effort);
    }
    let days = |at: usize| {
        let dates = plan.tasks[at].original.or(plan.tasks[at].planned)?;
        Some(i64::from(plan.numbers(dates).1))
    };
    drawn(schedule, BurnMeasure::Days, days)
}

/// A task as the staircase takes it.
struct Burning {
    weight: i64,
    start: i32,
    /// When the plan has it done, when it was, when it is expected.
    planned: i32,
    actual: Option<i32>,
    expected: i32,
}

fn drawn(
    schedule: &Schedule,
    measure: BurnMeasure,
    weight: impl Fn(usize) -> Option<i64>,
) -> Option<Burndown> {
    let plan = &schedule.plan;
    let now = plan.days.end(schedule.today);
    let (mut all, mut undated, mut is_original) = (Vec::new(), 0, true);
    for (at, task) in plan.tasks.iter().enumerate() {
        if task.progress == Progress::Cancelled {
            continue;
        }
        match (task.original.or(task.planned), weight(at)) {
            (Some(dates), Some(weight)) => {
                is_original &= task.original.is_some();
                all.push(burning(schedule, at, task, dates, weight));
            }
            _ => undated += 1,
        }
    }
    let first = all.iter().map(|one| one.start).min()?;
    let ends = all.iter().map(|one| match one.actual {
        Some(actual) => one.planned.max(actual),
        None => one.planned.max(one.expected).max(now),
    });
    let last = ends.max()?;
    let over =
        |end: &dyn Fn(&Burning) -> Option<i32>, from: i32, to: i32| left(&all, end, from, to);
    let is_open = all.iter().any(|one| one.actual.is_none());
    let today = now.min(last);
    let mut expected = Vec::new();
    if is_open && today >= first {
        // What is expected to end today is still to do now.
        let end = |one: &Burning| Some(one.actual.unwrap_or(one.expected.max(today + 1)));
        expected = over(&end, today, last.max(today + 1));
    }
    let last = last
        .max(first + 1)
        .max(today + i32::from(!expected.is_empty()));
    Some(Burndown {
        measure,
        days: (first..=last).map(|day| plan.days.date(day)).collect(),
        planned: over(&|one: &Burning| Some(one.planned), first, last),
        actual: over(&|one: &Burning| one.actual, first, today),
        expected,
        is_original,
        undated,
    })
}

fn burning(
    schedule: &Schedule,
    at: usize,
    task: &PlanTask,
    dates: (NaiveDate, NaiveDate),
    weight: i64,
) -> Burning {
    let plan = &schedule.plan;
    let now = plan.days.end(schedule.today);
    let (start, length) = plan.numbers(dates);
    let planned = start + length - 1;
    let actual = (task.progress == Progress::Done).then(|| {
        let end = task.actual_end.map_or(planned, |day| plan.days.end(day));
        end.min(now)
    });
    Burning {
        weight,
        start: task
            .actual_start
            .map_or(start, |day| start.min(plan.days.start(day)))
            .min(actual.unwrap_or(start)),
        planned,
        actual,
        expected: schedule.tasks[at].early.end.max(now),
    }
}

/// What is left at the end of each day from one to another, both counted.
fn left(all: &[Burning], end: &dyn Fn(&Burning) -> Option<i32>, from: i32, to: i32) -> Vec<i64> {
    let days = usize::try_from(to - from + 1).unwrap_or(0);
    let mut done = vec![0; days];
    let mut rest: i64 = all.iter().map(|one| one.weight).sum();
    for one in all {
        let Some(end) = end(one) else { continue };
        let at = usize::try_from(end - from).unwrap_or(0);
        if let Some(done) = done.get_mut(at) {
            *done += one.weight;
        }
    }
    let step = |done: i64| {
        rest -= done;
        rest
    };
    done.into_iter().map(step).collect()
}
