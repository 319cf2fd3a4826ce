//! What can be known of a project by counting: checks, deadlines, numbers, who may do what.
//!
//! Architecture invariant: pure. Today and now are arguments; nothing here knows a file, a store or a screen.

mod absence_rules;
pub mod agenda;
pub mod boundaries;
pub mod calendar;
pub mod checks;
pub mod computed;
pub mod copy;
#[cfg(test)]
mod cost;
mod dated_rules;
pub mod deadline;
pub mod differences;
pub mod draft;
pub mod due;
pub mod duty;
mod gates;
mod general_rules;
pub mod goal_drafts;
pub mod goal_meter;
pub mod handovers_wanted;
pub mod health;
pub mod inbox;
mod issue_rules;
pub mod load;
mod next_people;
mod own_work;
mod owned;
pub mod past;
pub mod people;
pub mod plan;
pub mod prefilled;
mod project_calendar;
pub mod readiness;
mod reminders;
mod roster;
mod roster_rules;
pub mod same_person;
pub mod sample;
pub mod search;
pub mod six_steps;
pub mod start;
pub mod steps;
pub mod suggestion;
mod taken;
pub mod takeover;
mod waiting;
pub mod when;
mod wording;

pub use calendar::Calendar;
pub use checks::{CheckedFinding, Missing, findings, missing};
pub use computed::computed;
pub use draft::{Fill, Local, NewId, NewRecord};
pub use duty::Duty;
pub use gates::next_gates;
pub use inbox::{Answer, Item, Todo, open_count, todos};
pub use next_people::{leads, next_people};
pub use plan::{Codes, display_code, next_code};
pub use prefilled::{is_prefilled, is_prefilled_field};
pub use project_calendar::calendar_of;
pub use readiness::{Readiness, Started, readiness, started};
pub use search::search;
pub use six_steps::{StepCount, six_steps};
pub use steps::{Reason, Step, allowed};
pub use suggestion::Suggestion;
