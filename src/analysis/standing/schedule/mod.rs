//! The schedule: what the plan's links and the progress so far say of every task's days, its slack, what is critical,
//! where the milestones come to lie, and what a move would entail (views.md §1, F-08, F-09).
//!
//! Nothing moves by itself: a schedule is an answer, never a write. `days` turns dates into numbers, `plan` and `links`
//! read the project once, `network` holds the links without rings, `passes` walks them both ways, `forecast` puts
//! progress in, `proposal` answers for a move, `findings` says what does not fit.
//! `burndown` and `earned` say how far it has come,
//! `causes` why it is late.

mod agreed;
mod burndown;
mod causes;
mod days;
mod earned;
mod findings;
mod forecast;
mod links;
mod network;
mod passes;
mod plan;
mod proposal;
mod rings;
mod shift;

pub use agreed::Agreed;
pub use burndown::{BurnMeasure, Burndown, burndown, burndown_of_effort};
pub use causes::{DaysByCause, DelayedTask, Delays, delays};
pub use days::Days;
pub use earned::{Earned, ProgressPoint, earned, progress_trend};
pub use findings::{ScheduleFinding, schedule_findings};
pub use forecast::{Estimate, ExpectedMilestone, Schedule, ScheduledTask, schedule};
pub use network::{Link, LinkKind, Network};
pub use passes::{Early, Starts, TaskSpan, free_floats, latest_ends, passed_forward};
pub use plan::{Plan, PlanMilestone, PlanTask, Progress};
pub use proposal::{Entailed, Move, Proposal, Stuck, propose, propose_but};
pub use shift::{DateShift, MayNot, due_on, may_shift, put, shifted};
