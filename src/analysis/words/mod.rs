//! What things are called, and what is found when somebody types a part of it.

pub mod look;
pub mod search;
