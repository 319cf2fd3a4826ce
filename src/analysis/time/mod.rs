//! When: which days are working days, what hour a clock has run to, what is late, and how a day is said.

pub mod calendar;
pub mod deadline;
pub mod late;
pub(super) mod of_project;
mod public_holidays;
pub(super) mod waiting;
pub mod when;
