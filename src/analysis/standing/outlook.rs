//! What the project comes to, in one look (views.md §6): the milestone that counts, when it is expected against its
//! day, and the tasks between today and it of which none may slip.

use super::schedule::{Progress, Schedule};
use super::timeline::next_milestone;
use crate::model::id::RecordId;
use crate::model::log::Log;
use chrono::NaiveDate;

/// So many tasks of the way are told.
const TOLD: usize = 4;

/// How the milestone that counts stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaysToLose {
    /// So many working days may be lost until it comes later than agreed.
    Spare(i32),
    /// None may.
    None,
    /// Its day stands, and no task is known to lead to it.
    Unknown,
    /// It comes so many working days later than agreed.
    Late(i32),
    /// Its day has passed by so many working days.
    Passed(i32),
}

/// The milestone that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MilestoneOutlook {
    pub milestone: RecordId,
    pub expected: NaiveDate,
    pub room: DaysToLose,
    /// Working days later than first planned; negative: earlier.
    pub late: i32,
    /// The tasks that set its day, from now on, each with the day it is expected to end; some in the middle left out.
    pub way: Vec<(RecordId, NaiveDate)>,
    /// How many of them are left out.
    pub left_out: usize,
}

/// The outlook; nothing where no milestone is open.
pub fn outlook(log: &Log, schedule: &Schedule) -> Option<MilestoneOutlook> {
    let milestone = next_milestone(log)?;
    let mut all = schedule.milestones.iter();
    let expected = all.find(|one| one.record == milestone)?;
    let plan = &schedule.plan;
    let read = plan.milestones.iter().find(|one| one.record == milestone);
    let current = read.and_then(|one| one.current.or(one.original));
    let passed = current
        .filter(|day| *day < schedule.today)
        .map(|day| plan.days.end(schedule.today) - plan.days.end(day));
    let mut way = expected
        .because
        .map_or_else(Vec::new, |last| way(schedule, last));
    let left_out = way.len().saturating_sub(TOLD);
    // The first ones are what can be worked on now; the last one is the milestone's own.
    if left_out > 0 {
        way.drain(TOLD - 1..TOLD - 1 + left_out);
    }
    Some(MilestoneOutlook {
        room: match (passed, expected.moves, expected.because) {
            (Some(days), ..) if days > 0 => DaysToLose::Passed(days),
            (_, moves @ 1.., _) => DaysToLose::Late(moves),
            (.., None) => DaysToLose::Unknown,
            (_, 0, _) => DaysToLose::None,
            (_, moves, _) => DaysToLose::Spare(-moves),
        },
        expected: expected.expected,
        late: expected.late,
        way: way
            .into_iter()
            .map(|at| (plan.tasks[at as usize].record.clone(), schedule.dates(at).1))
            .collect(),
        left_out,
        milestone,
    })
}

/// The open tasks that set the day of one, the first to be done first.
fn way(schedule: &Schedule, last: u32) -> Vec<u32> {
    let mut way: Vec<u32> = Vec::new();
    let mut next = Some(last).filter(|at| is_open(schedule, *at));
    // The order of a network has no rings; the count bounds it all the same.
    while let Some(at) = next.filter(|_| way.len() < schedule.tasks.len()) {
        way.push(at);
        next = before(schedule, at);
    }
    way.reverse();
    way
}

fn is_open(schedule: &Schedule, at: u32) -> bool {
    let progress = schedule.plan.tasks[at as usize].progress;
    !matches!(progress, Progress::Done | Progress::Cancelled)
}

/// The open task that a task's day hangs on: the one that pushes it, else the one before it that may slip no more than
/// it may, and ends last.
fn before(schedule: &Schedule, at: u32) -> Option<u32> {
    let network = &schedule.plan.network;
    let own = &schedule.tasks[at as usize];
    let pushes = own.early.driver.map(|link| network.link(link).from);
    if let Some(pushes) = pushes {
        return Some(pushes).filter(|at| is_open(schedule, *at));
    }
    let slack = |at: u32| schedule.tasks[at as usize].slack.unwrap_or(i32::MAX);
    let links = network.before(at).iter();
    let before = links.map(|link| network.link(*link).from);
    let tight = before.filter(|one| is_open(schedule, *one) && slack(*one) <= slack(at));
    let end = |at: u32| schedule.tasks[at as usize].early.end;
    tight.max_by_key(|one| (end(*one), std::cmp::Reverse(*one)))
}
