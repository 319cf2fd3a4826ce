//! What waits for a person: questions, own work, differences to decide and what a meeting has to settle.

pub mod agenda;
pub mod differences;
pub(super) mod own_work;
pub mod todos;
