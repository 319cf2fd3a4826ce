//! 要紧的事: what is late, past its limit or stuck, why, who does what next, and what it does to the plan (views.md §6).
//! First what moves a milestone or leaves it no day to spare; the plan's figures are those of the forecast, as in the
//! verdict.

mod others;
mod tasks;

use super::schedule::schedule;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::sort_by;
use crate::model::template::{Choice, Label};
use chrono::NaiveDate;

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worry {
    /// A milestone is expected so many working days later than agreed.
    Slips(i64),
    /// An issue is so many hours past its limit.
    Overtime(i64),
    /// A task is late by so many working days; 0 where it was due on a rest day.
    Late(i64),
    /// A task is stuck.
    Blocked,
    /// A decision that so many people have not answered in time.
    Unanswered(usize),
    /// A resource is needed from a day on and not decided.
    Needed(NaiveDate),
}

/// What comes first: the order of views.md §6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gravity {
    /// It makes a milestone late, or has no day to spare and is late or stuck.
    Milestone,
    Overtime,
    Late,
    Blocked,
    Unanswered,
    Needed,
}

/// What has to be done next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextMove {
    /// It is promised for a day.
    Promised(NaiveDate),
    /// Nobody has said a new day.
    SayDay,
    /// The step of the form that comes next.
    Step(Label),
    /// It waits for an issue.
    WaitFor(RecordId),
    /// People answer.
    Answer,
    /// It is ruled on.
    Rule,
}

/// What it does to the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Nothing that is known.
    Unknown,
    /// A milestone comes so many working days later by it.
    Moves(RecordId, i32),
    /// A day more moves the milestone, or the end of the project.
    NoSlack(Option<RecordId>),
    /// So many working days to spare.
    Spare(i32),
}

/// Something that matters now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// What it is about.
    pub record: RecordId,
    /// What is wrong with it.
    pub trouble: Worry,
    gravity: Gravity,
    /// When it is expected to be over, where that is after its day.
    pub expected: Option<NaiveDate>,
    /// Why, where somebody said so.
    pub cause: Option<Choice>,
    /// Who acts next; nobody where it is open who that is.
    pub who: Vec<RecordId>,
    /// What they do.
    pub next: NextMove,
    /// What it does to the plan.
    pub effect: Effect,
    /// The open tasks that wait for it.
    pub holds_up: Vec<RecordId>,
}

impl Matter {
    /// What a matter begins with.
    fn new(record: RecordId, trouble: Worry, gravity: Gravity) -> Self {
        Self {
            record,
            trouble,
            gravity,
            expected: None,
            cause: None,
            who: Vec::new(),
            next: NextMove::SayDay,
            effect: Effect::Unknown,
            holds_up: Vec::new(),
        }
    }

    /// Its place: the gravest first, in one sort the most of it.
    fn rank(&self) -> (Gravity, i64) {
        let much = match self.trouble {
            Worry::Slips(days) | Worry::Late(days) => days,
            Worry::Overtime(hours) => hours,
            Worry::Blocked | Worry::Unanswered(_) | Worry::Needed(_) => 0,
        };
        (self.gravity, -much)
    }
}

/// Everything that matters now, the gravest first.
pub fn matters(log: &Log, now: Moment) -> Vec<Matter> {
    let schedule = schedule(log, now.date_naive());
    let mut out = tasks::late_or_stuck(log, &schedule);
    out.extend(others::slipping(log, &schedule, &out));
    out.extend(others::issues(log, now));
    out.extend(others::decisions(log, now));
    out.extend(others::requests(log, now.date_naive()));
    sort_by(&mut out, |a: &Matter, b| a.rank().cmp(&b.rank()));
    out
}
