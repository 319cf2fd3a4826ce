//! The dates that people agreed, as the passes take them.

use super::passes::{Early, Starts, TaskSpan};
use super::plan::{Plan, PlanTask, Progress};
use chrono::NaiveDate;
use std::rc::Rc;

impl Plan {
    /// The plan as it was agreed first, or as it is now where a task has no such dates.
    pub fn original(&self) -> Agreed {
        Agreed::of(self, |task| {
            let dates = task.original.or(task.planned);
            (dates, Starts::Open)
        })
    }

    /// The plan as it is agreed now: what has begun begins when it began.
    pub fn agreed(&self) -> Agreed {
        Agreed::of(self, |task| match task.progress {
            Progress::Done => (task.planned, Starts::Over),
            Progress::Started | Progress::Blocked => (task.planned, Starts::Started),
            Progress::Open | Progress::Cancelled => (task.planned, Starts::Open),
        })
    }
}

/// The dates that people agreed, without anything that links or progress would make of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    pub spans: Vec<TaskSpan>,
    pub early: Vec<Early>,
}

impl Agreed {
    fn of(
        plan: &Plan,
        read: impl Fn(&PlanTask) -> (Option<(NaiveDate, NaiveDate)>, Starts),
    ) -> Self {
        let span = |task: &Rc<PlanTask>| match read(task) {
            (Some(dates), starts) if task.progress != Progress::Cancelled => {
                let (first, length) = plan.numbers(dates);
                TaskSpan {
                    first,
                    length,
                    ends: None,
                    starts,
                }
            }
            _ => absent(),
        };
        let spans: Vec<TaskSpan> = plan.tasks.iter().map(span).collect();
        let early = |span: &TaskSpan| Early {
            start: span.first,
            end: span.first + span.length - 1,
            driver: None,
        };
        Self {
            early: spans.iter().map(early).collect(),
            spans,
        }
    }
}

/// What does not count.
pub(super) fn absent() -> TaskSpan {
    TaskSpan {
        length: 1,
        starts: Starts::Absent,
        ..TaskSpan::default()
    }
}
