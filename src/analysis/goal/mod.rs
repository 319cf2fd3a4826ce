//! What is agreed to: the drafts of the goal, and how far its measures were reached.

pub mod drafts;
pub mod meter;
