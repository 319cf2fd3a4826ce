//! What can be known of a project by counting: checks, deadlines, numbers, who may do what.
//!
//! Architecture invariant: pure. Today and now are arguments; nothing here knows a file, a store or a screen.

pub mod begin;
pub mod computed;
#[cfg(test)]
mod cost;
pub mod goal;
pub mod inbox;
pub mod people;
pub mod resources;
pub mod rules;
pub mod standing;
pub mod telling;
pub mod time;
pub mod words;

pub use begin::draft::{Fill, Local, NewId, NewRecord};
pub use begin::prefilled::{is_prefilled, is_prefilled_field};
pub use computed::computed;
pub use goal::answers::Answer;
pub use inbox::todos::{Item, Todo, open_count, todos};
pub use people::allowed_steps::{Hindrance, Step, allowed};
pub use people::duty::Duty;
pub use people::gates::next_gates;
pub use people::handover::{leads, next_people, turn};
pub use people::suggestion::Suggestion;
pub use people::whose_turn::{OfferedSteps, WhoseTurn, offered_steps};
pub use rules::checks::{CheckedFinding, Shortfall, findings};
pub use rules::groups::{CheckGroup, Urgency, grouped};
pub use standing::gates_ahead::{GateAhead, ToldChecks, told_checks};
pub use standing::readiness::{Started, missing, started};
pub use standing::six_steps::{StepCount, six_steps};
pub use time::calendar::Calendar;
pub use time::project_calendar::calendar_of;
pub use words::codes::{Codes, display_code, next_code};
pub use words::search::search;
