//! What can be known of a project by counting: checks, deadlines, numbers, who may do what.
//!
//! Architecture invariant: pure. Today and now are arguments; nothing here knows a file, a store or a screen.

pub mod calendar;
pub mod checks;
pub mod computed;
pub mod copy;
mod dated_rules;
pub mod deadline;
pub mod draft;
pub mod due;
pub mod duty;
pub mod health;
pub mod inbox;
mod next_people;
mod own_work;
pub mod people;
pub mod plan;
pub mod prefilled;
pub mod readiness;
pub mod sample;
pub mod search;
pub mod six_steps;
pub mod start;
pub mod steps;
pub mod suggestion;

pub use calendar::Calendar;
pub use checks::{CheckedFinding, Missing, findings, missing};
pub use computed::computed;
pub use draft::{Fill, Local, NewId, NewRecord};
pub use duty::Duty;
pub use inbox::{Answer, Item, Todo, open_count, todos};
pub use next_people::{leads, next_people};
pub use plan::{Codes, display_code, next_code};
pub use prefilled::{is_prefilled, is_prefilled_field};
pub use readiness::{Readiness, Started, readiness, started};
pub use search::search;
pub use six_steps::{StepCount, six_steps};
pub use steps::{Reason, Step, allowed, next_gates};
pub use suggestion::Suggestion;
