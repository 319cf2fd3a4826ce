//! The screens: app shell, one generic form, one table, pages, texts.
//!
//! Architecture invariant: no parsing, no rules, no date arithmetic, no storage here; views hold handles.
//! Only the catalogue of words is built natively, so that tests can read it.

pub mod chart;
pub mod gantt;
pub mod hindrance;
pub mod letter;
pub mod refusals;
pub mod report;
#[cfg(target_family = "wasm")]
mod screen;
pub mod texts;

#[cfg(target_family = "wasm")]
pub use screen::start;
