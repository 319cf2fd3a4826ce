//! Who takes a step, and who writes a field without asking.

/// Who usually makes a transition. Advice, not a lock; the lead always may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody on the roster.
    Anyone,
    /// The project lead.
    Lead,
    /// The person in that reference field.
    Person(&'static str),
    /// The representative of the department in that reference field.
    RepOf(&'static str),
    /// Anybody but the person in that reference field (the owner cannot close).
    NotPerson(&'static str),
    /// Whoever represents a department.
    Reps,
    /// Each of the members in that set.
    Each(&'static str),
    Coordinator,
}

/// In place of a reference field of [`Who`]: the record itself, which is that person or that department.
pub const ITSELF: &str = "";

/// Who writes some fields of a form without asking (§4.9). The edit of anybody else is a suggestion; the lead always
/// may, and so may who made the record. Rows without a line of their own follow the form they lie under.
#[derive(Debug, Clone, Copy)]
pub struct Writers {
    /// Field keys, and kinds of rows; empty: all that no line before names.
    pub fields: &'static [&'static str],
    /// Who; whoever is named first decides about suggestions.
    pub who: &'static [Who],
}

impl Writers {
    /// One line for all fields and rows.
    pub const fn of_all(who: &'static [Who]) -> Self {
        Self { fields: &[], who }
    }
}
