//! When: which days are working days, what hour a clock has run to, what is late, and how a day is said.

pub mod calendar;
pub mod clock;
pub mod issue_clock;
pub mod late;
pub(super) mod of_project;
mod public_holidays;
pub(super) mod waiting;
pub mod when;
