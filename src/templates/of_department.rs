//! What a row says of the department that it is about, the same in every form that has such rows.

use super::department;
use crate::model::id::RecordId;
use crate::model::template::{Field, Key, Label, Speaker};

/// Which one; a row's word is that of its representative.
pub const DEPARTMENT: Key<RecordId> = Key::new("department");

/// Whose word is the department's: its representative's.
pub(super) const REP_OF: Speaker = Speaker::RepOf(DEPARTMENT.name);

/// As the form asks for it.
pub(super) const FIELD: Field = Field::reference(
    DEPARTMENT,
    Label::new("部门", "Department"),
    &[department::KIND],
);
