//! What in the plan does not fit (views.md §1.8).

use super::forecast::Schedule;
use super::network::{Link, LinkKind};
use super::passes::slack;
use super::plan::{PlanTask, Progress};
use crate::model::id::RecordId;
use std::rc::Rc;

/// Something in the plan that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScheduleFinding {
    /// Tasks wait for each other; this link does not count (TASK-05).
    Ring { from: RecordId, to: RecordId },
    /// A predecessor is deleted or was never there (SCH-01).
    Gone(RecordId),
    /// A task waits for another and is so many working days too early (SCH-02).
    OutOfOrder {
        task: RecordId,
        before: RecordId,
        days: i32,
        /// The link that it breaks.
        link: Link,
    },
    /// A task has started and what it waits for is not over (SCH-03).
    StartedBefore { task: RecordId, before: RecordId },
    /// A task is fixed, but what precedes it needs more working days (SCH-04).
    Fixed { task: RecordId, days: i32 },
    /// A milestone is expected later, because of a task (SCH-05).
    MilestoneLater {
        milestone: RecordId,
        because: Option<RecordId>,
        days: i32,
    },
    /// So many tasks have no dates (SCH-06).
    Undated(usize),
}

/// What does not fit, in the order of the rules.
pub fn schedule_findings(schedule: &Schedule) -> Vec<ScheduleFinding> {
    let plan = &schedule.plan;
    let id = |task: u32| plan.tasks[task as usize].record.clone();
    let mut found: Vec<ScheduleFinding> = Vec::new();
    found.extend(plan.network.cut().map(|link| ScheduleFinding::Ring {
        from: id(link.from),
        to: id(link.to),
    }));
    found.extend(
        plan.broken
            .iter()
            .map(|task| ScheduleFinding::Gone(id(*task))),
    );
    for task in 0..plan.tasks.len() as u32 {
        found.extend(out_of_order(schedule, task));
    }
    found.extend(
        schedule
            .milestones
            .iter()
            .filter(|one| one.moves > 0)
            .map(|one| ScheduleFinding::MilestoneLater {
                milestone: one.record.clone(),
                because: one.because.map(id),
                days: one.moves,
            }),
    );
    let is_undated =
        |read: &&Rc<PlanTask>| read.planned.is_none() && read.progress != Progress::Cancelled;
    let undated = plan.tasks.iter().filter(is_undated).count();
    found.extend((undated > 0).then_some(ScheduleFinding::Undated(undated)));
    found
}

/// The worst contradiction between a task's agreed dates and what it waits for.
fn out_of_order(schedule: &Schedule, task: u32) -> Option<ScheduleFinding> {
    let plan = &schedule.plan;
    let read = &plan.tasks[task as usize];
    let links = plan
        .network
        .before(task)
        .iter()
        .map(|at| plan.network.link(*at));
    let record = read.record.clone();
    match read.progress {
        Progress::Done | Progress::Cancelled => None,
        Progress::Started | Progress::Blocked => {
            let is_open = |from: &u32| {
                let before = &plan.tasks[*from as usize];
                before.progress != Progress::Done && before.planned.is_some()
            };
            let held = links.filter(|link| link.kind == LinkKind::FinishStart);
            let before = held.map(|link| link.from).find(is_open)?;
            Some(ScheduleFinding::StartedBefore {
                task: record,
                before: plan.tasks[before as usize].record.clone(),
            })
        }
        Progress::Open => {
            let agreed = &schedule.agreed;
            let short = |link: Link| {
                let slack = slack(link, &agreed.spans, &agreed.early)?;
                (slack < 0).then_some((slack, link))
            };
            let (slack, link) = links.filter_map(short).min_by_key(|(slack, _)| *slack)?;
            let days = -slack;
            Some(if read.is_fixed {
                ScheduleFinding::Fixed { task: record, days }
            } else {
                ScheduleFinding::OutOfOrder {
                    task: record,
                    before: plan.tasks[link.from as usize].record.clone(),
                    days,
                    link,
                }
            })
        }
    }
}
