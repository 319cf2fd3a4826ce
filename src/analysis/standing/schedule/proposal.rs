//! What a move entails (views.md §1.7): which tasks after it would have to move and why, which may not, what becomes
//! of the milestones. Nothing is written here; what follows is pushed, never pulled.

use super::forecast::Schedule;
use super::passes::{Early, placed};
use crate::model::id::RecordId;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Other dates for a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub task: RecordId,
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// A task that would have to move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entailed {
    pub task: RecordId,
    /// First and last day as planned now.
    pub from: (NaiveDate, NaiveDate),
    pub to: (NaiveDate, NaiveDate),
    /// The task whose dates push it.
    pub because: RecordId,
    /// Working days later.
    pub days: i32,
}

/// A task that would have to move and may not: its dates are fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stuck {
    pub task: RecordId,
    pub because: RecordId,
    /// Working days that are missing.
    pub days: i32,
}

/// What a move entails.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    pub entailed: Vec<Entailed>,
    pub stuck: Vec<Stuck>,
    /// Open milestones that would come later, with working days.
    pub milestones: Vec<(RecordId, i32)>,
}

/// What moves entail. Counted in the dates as planned now, so that progress moves nothing.
pub fn propose(schedule: &Schedule, moves: &[Move]) -> Proposal {
    propose_but(schedule, moves, &BTreeSet::new())
}

/// The same where some tasks are left as they are, and what only they push.
pub fn propose_but(schedule: &Schedule, moves: &[Move], stays: &BTreeSet<RecordId>) -> Proposal {
    let plan = &schedule.plan;
    let mut early = schedule.agreed.early.clone();
    let mut moved = BTreeSet::new();
    for wanted in moves {
        if let Some(task) = plan.place(&wanted.task) {
            let (start, length) = plan.numbers((wanted.first, wanted.last.max(wanted.first)));
            early[task as usize] = Early {
                start,
                end: start + length - 1,
                driver: None,
            };
            moved.insert(task);
        }
    }
    let mut walk = Walk {
        schedule,
        early,
        stays,
        found: Proposal::default(),
    };
    walk.push(&moved);
    walk.milestones();
    walk.found
}

struct Walk<'a> {
    schedule: &'a Schedule,
    /// The tasks that are left as they are.
    stays: &'a BTreeSet<RecordId>,
    /// Where every task would lie.
    early: Vec<Early>,
    found: Proposal,
}

impl Walk<'_> {
    /// Pushes whatever waits for the moved tasks, each once, in the order of the network.
    fn push(&mut self, moved: &BTreeSet<u32>) {
        let network = &self.schedule.plan.network;
        let follow = |queue: &mut BTreeSet<u32>, task: u32| {
            for at in network.after(task) {
                queue.insert(network.rank(network.link(*at).to));
            }
        };
        let mut queue = BTreeSet::new();
        moved.iter().for_each(|task| follow(&mut queue, *task));
        while let Some(next) = queue.pop_first() {
            let task = network.order()[next as usize];
            if !moved.contains(&task) && self.is_pushed(task) {
                follow(&mut queue, task);
            }
        }
    }

    /// Whether a task has to move and may.
    fn is_pushed(&mut self, task: u32) -> bool {
        let plan = &self.schedule.plan;
        let read = &plan.tasks[task as usize];
        let to = placed(
            &plan.network,
            &self.schedule.agreed.spans,
            &self.early,
            task,
        );
        let days = to.end - self.early[task as usize].end;
        let (Some(link), Some(from)) = (to.driver, read.planned) else {
            return false;
        };
        if self.stays.contains(&read.record) {
            return false;
        }
        let pusher = plan.network.link(link).from;
        let because = plan.tasks[pusher as usize].record.clone();
        let task_id = read.record.clone();
        if read.is_fixed {
            self.found.stuck.push(Stuck {
                task: task_id,
                because,
                days,
            });
            return false;
        }
        self.early[task as usize] = to;
        let dates = (plan.days.date(to.start), plan.days.date(to.end));
        self.found.entailed.push(Entailed {
            task: task_id,
            from,
            to: dates,
            because,
            days,
        });
        true
    }

    /// The open milestones that would be reached later than now.
    fn milestones(&mut self) {
        let plan = &self.schedule.plan;
        for milestone in plan.milestones.iter().filter(|one| one.reached.is_none()) {
            let end = |early: &[Early]| {
                let ends = milestone
                    .carriers
                    .iter()
                    .map(|task| early[*task as usize].end);
                ends.max()
            };
            let days = end(&self.early).zip(end(&self.schedule.agreed.early));
            if let Some((now, planned)) = days.filter(|(now, planned)| now > planned) {
                let later = (milestone.record.clone(), now - planned);
                self.found.milestones.push(later);
            }
        }
    }
}
