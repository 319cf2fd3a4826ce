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
mod dated_rules;
pub mod deadline;
pub mod differences;
pub mod draft;
pub mod due;
pub mod duty;
mod gates;
mod general_rules;
pub mod goal_drafts;
pub mod health;
pub mod inbox;
mod issue_rules;
mod next_people;
mod own_work;
pub mod people;
pub mod plan;
pub mod prefilled;
mod project_calendar;
pub mod readiness;
mod roster_rules;
pub mod same_person;
pub mod sample;
pub mod search;
pub mod six_steps;
pub mod start;
pub mod steps;
pub mod suggestion;
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
