//! What deserves a second look: the checks, a file per subject. Findings are told, never enforced.

pub(super) mod absences;
pub(super) mod cases;
pub(super) mod changes;
pub mod checks;
pub(super) mod closing;
pub(super) mod closing_gate;
pub(super) mod consultations;
pub mod decisions;
pub(super) mod disguised;
pub(super) mod general;
pub mod groups;
pub mod issues;
pub(super) mod kept_findings;
pub(super) mod meetings;
pub(super) mod plan_order;
pub(super) mod reminders;
pub mod resources;
pub mod roles;
pub(super) mod roster;
pub(super) mod schedule;
pub(super) mod values;
pub(super) mod wording;
