//! The figures of a project over all its pages, as they are handed about.

use super::mark::Mark;

/// The figures of a project over all its pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::ui) struct Counts {
    pub(in crate::ui) differing: usize,
    /// Findings and differences.
    pub(in crate::ui) findings: usize,
    /// What waits for the person here.
    pub(in crate::ui) todo: usize,
    /// Fields that nobody got yet.
    pub(in crate::ui) unsent: usize,
    /// What the six steps say of themselves.
    pub(in crate::ui) steps: [Mark; 6],
    /// The line of the list of projects, as it is kept.
    pub(in crate::ui) card: String,
}
