//! How a project begins: from the answers of the wizard, from an earlier project, or as the worked example.

pub mod copy;
pub mod decision;
pub mod draft;
pub mod lessons;
pub mod prefilled;
pub mod sample;
pub mod start;
