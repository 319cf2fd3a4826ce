//! A longer deadline of an issue (T07 `extension`): asked for by the owner, allowed by somebody.

use super::member;
use super::warn;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Field, Finding, Key, Label, Rule, Speaker, Template, Who, Writers};

pub const KIND: &str = "extension";

/// The deadline asked for.
pub const NEW_DUE: Key<Moment> = Key::new("new_due");
/// Why, and what is done differently.
pub const REASON: Key<String> = Key::new("reason");
/// Who allowed it.
pub const APPROVED_BY: Key<RecordId> = Key::new("approved_by");
/// When it was allowed.
pub const AT: Key<Moment> = Key::new("at");

const FIELDS: &[Field] = &[
    Field::date_time(NEW_DUE, Label::new("新的时限", "New due")),
    Field::text(
        REASON,
        Label::new("原因和新的措施", "Reason and new plan"),
        200,
    )
    .wide()
    .width(24),
    Field::reference(
        APPROVED_BY,
        Label::new("批准人", "Approved by"),
        &[member::KIND],
    )
    .own_word_of(Speaker::Named),
    Field::date_time(AT, Label::new("批准时间", "Approved at"))
        .latest()
        .own_word_of(Speaker::Person(APPROVED_BY.name)),
];

/// A longer deadline.
pub static EXTENSION: Template = Template {
    writers: &[Writers::of_all(&[Who::Anyone])],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("延期记录", "Extensions"),
        Label::new("延期", "Extension"),
        NEW_DUE.name,
        FIELDS,
    )
};

pub static RULES: &[Rule] = &[warn(
    "ISS-09",
    Label::new(
        "延长时限需要写明原因和新的措施。",
        "Give a reason and the new plan for an extension.",
    ),
    |form, _| Finding::at(REASON.name).when(form.has(NEW_DUE.name) && !form.has(REASON.name)),
)];
