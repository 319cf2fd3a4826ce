//! When: which days are working days, what hour a clock has run to, what is late, and how a day is said.

pub mod axis;
pub mod calendar;
pub mod case_clock;
pub mod clock;
pub(super) mod evening;
pub mod issue_clock;
pub mod lateness;
pub(super) mod project_calendar;
mod public_holidays;
pub mod spoken_day;
pub(super) mod waiting;
