//! What things are called: records, fields, values, people and numbers as text, and what a text that somebody types
//! means. The one answer for every screen and every writer of files.

pub mod called;
pub mod cells;
pub mod codes;
pub mod dated;
pub mod figures;
pub mod initials;
pub mod labels;
pub mod look;
pub mod named;
pub mod names;
pub mod reasons;
pub(in crate::analysis) mod reserved;
pub mod risk_sentence;
pub mod said_line;
pub mod search;
pub mod typed;
pub mod vague;
