//! A risk as whoever watches it meets it: what it says, and the answers of the weekly look.

mod look;
pub(in crate::ui) mod matrix;

pub(in crate::ui) use look::{LookPlace, RiskLook};
