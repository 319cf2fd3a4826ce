//! A work item (T02 `work_item.*`): the thing boundaries are about.

use super::plain;
use crate::model::id::RecordId;
use crate::model::template::{Field, Key, Label, Template, Who, Writers};

/// Verb and object.
pub const NAME: Key<String> = Key::new("name");
/// The one department that owns it.
pub const LEAD_DEPARTMENT: Key<RecordId> = Key::new("lead_department");
/// The departments that support it.
pub const SUPPORT_DEPARTMENTS: Key<bool> = Key::new("support_departments");
/// What support exactly.
pub const SUPPORT_DETAIL: Key<String> = Key::new("support_detail");
/// Where the boundary runs.
pub const BOUNDARY_NOTE: Key<String> = Key::new("boundary_note");

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("工作事项", "Work item"), 80)
        .wide()
        .width(24),
    Field::reference(
        LEAD_DEPARTMENT,
        Label::new("主责部门", "Owning department"),
        &["department"],
    ),
    Field::set(
        SUPPORT_DEPARTMENTS,
        Label::new("配合部门", "Supporting departments"),
        &["department"],
    ),
    Field::text(
        SUPPORT_DETAIL,
        Label::new("配合内容", "What support exactly"),
        200,
    )
    .wide(),
    Field::text(BOUNDARY_NOTE, Label::new("边界说明", "Boundary note"), 200)
        .wide()
        .more(),
];

/// A work item.
pub static WORK_ITEM: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead, Who::RepOf("lead_department")])],
    ..plain(
        "work_item",
        Label::new("工作事项", "Work items"),
        Label::new("工作事项", "Work item"),
        "name",
        FIELDS,
    )
};
