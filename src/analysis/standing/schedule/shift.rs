//! Other dates for a task, so many working days later or earlier, and why some may not have them (views.md §1.7, §3.5):
//! what is done is a fact, what has started keeps its first day, what is fixed keeps both.

use super::forecast::Schedule;
use super::plan::Progress;
use super::proposal::Move;
use chrono::NaiveDate;

/// Which edge of a task moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateShift {
    /// Both; its length in working days stays.
    Whole,
    Start,
    Due,
}

/// Why a task keeps its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayNot {
    Fixed,
    Done,
    Cancelled,
    /// It has started: only its last day can change.
    Started,
    Undated,
}

/// Whether a task may have other dates.
pub fn may_shift(schedule: &Schedule, task: u32, what: DateShift) -> Result<(), MayNot> {
    let read = &schedule.plan.tasks[task as usize];
    match (read.progress, what) {
        (Progress::Done, _) => Err(MayNot::Done),
        (Progress::Cancelled, _) => Err(MayNot::Cancelled),
        _ if read.planned.is_none() => Err(MayNot::Undated),
        _ if read.is_fixed => Err(MayNot::Fixed),
        (Progress::Started | Progress::Blocked, DateShift::Whole | DateShift::Start) => {
            Err(MayNot::Started)
        }
        _ => Ok(()),
    }
}

/// The dates of a task so many working days later; negative: earlier. Nothing where it has none.
pub fn shifted(schedule: &Schedule, task: u32, what: DateShift, by: i32) -> Option<Move> {
    let plan = &schedule.plan;
    let read = &plan.tasks[task as usize];
    let (first, last) = read.planned?;
    let (start, length) = plan.numbers((first, last));
    let end = start + length - 1;
    let day = |number: i32| plan.days.date(number.max(0));
    let (first, last) = match what {
        _ if by == 0 => (first, last),
        DateShift::Whole => (day(start + by), day(end + by)),
        DateShift::Start => (day((start + by).min(end)), last),
        DateShift::Due => (first, day((end + by).max(start))),
    };
    Some(Move {
        task: read.record.clone(),
        first,
        last: last.max(first),
    })
}

/// The dates of a task whose moved edge is put on a day. On a rest day it comes to lie on the next working day, unless
/// rest days are allowed. Nothing where it has no dates.
pub fn put(
    schedule: &Schedule,
    task: u32,
    what: DateShift,
    on: NaiveDate,
    allows_rest: bool,
) -> Option<Move> {
    let plan = &schedule.plan;
    let read = &plan.tasks[task as usize];
    let (first, last) = read.planned?;
    let on = match allows_rest {
        true => on,
        false => plan.days.date(plan.days.start(on)),
    };
    let (first, last) = match what {
        DateShift::Start => (on.min(last), last),
        DateShift::Due => (first, on.max(first)),
        DateShift::Whole => {
            let (_, length) = plan.numbers((first, last));
            let end = plan.days.date(plan.days.start(on) + length - 1);
            (on, end.max(on))
        }
    };
    Some(Move {
        task: read.record.clone(),
        first,
        last,
    })
}

/// The dates of a task that is due on a day. Its first day stays; where the day lies before it all of the task goes
/// along with its length in working days, unless it has started.
pub fn due_on(schedule: &Schedule, task: u32, on: NaiveDate, allows_rest: bool) -> Option<Move> {
    let (first, last) = schedule.plan.tasks[task as usize].planned?;
    if on >= first || may_shift(schedule, task, DateShift::Whole).is_err() {
        return put(schedule, task, DateShift::Due, on, allows_rest);
    }
    let by = schedule.work_days_between(last, on);
    let to = shifted(schedule, task, DateShift::Whole, by)?;
    Some(match allows_rest {
        true => Move { last: on, ..to },
        false => to,
    })
}

impl Schedule {
    /// Whether a day is one on which nobody works.
    pub fn is_rest_day(&self, day: NaiveDate) -> bool {
        self.plan.days.start(day) > self.plan.days.end(day)
    }

    /// Working days from the end of a day to the end of another; negative: back.
    pub fn work_days_between(&self, from: NaiveDate, to: NaiveDate) -> i32 {
        self.plan.days.end(to) - self.plan.days.end(from)
    }

    /// The first and the last day of everything in the plan: dates, expected ends, slack, milestones, today.
    pub fn span(&self) -> (NaiveDate, NaiveDate) {
        let tasks = self.plan.tasks.iter().enumerate();
        let of_tasks = tasks.flat_map(|(at, task)| {
            let dates = [task.planned, task.original].into_iter().flatten();
            let dates = dates.flat_map(|(first, last)| [first, last]);
            let is_dated = task.planned.is_some();
            let expected = is_dated.then(|| {
                let slack = self.tasks[at].slack.unwrap_or(0).max(0);
                self.plan.days.date(self.tasks[at].early.end + slack)
            });
            let single = [task.actual_start, task.actual_end, expected];
            dates
                .chain(single.into_iter().flatten())
                .collect::<Vec<_>>()
        });
        let milestones = self.plan.milestones.iter();
        let of_milestones = milestones.flat_map(|one| [one.original, one.current, one.reached]);
        let expected = self.milestones.iter().map(|one| one.expected);
        let all = of_tasks.chain(of_milestones.flatten()).chain(expected);
        all.fold((self.today, self.today), |(first, last), date| {
            (first.min(date), last.max(date))
        })
    }
}
