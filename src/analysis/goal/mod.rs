//! What is agreed to: what a confirmation covers, the drafts of the goal, and how far its measures were reached.

pub mod adjustment;
pub mod answers;
pub mod cells;
pub mod coach;
pub mod covered;
pub mod dates;
pub mod drafts;
pub mod meter;
pub mod replies;
pub mod stays;
