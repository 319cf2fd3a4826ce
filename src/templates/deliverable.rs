//! A key deliverable of the charter (T01 `deliverables`).

use super::member;
use super::milestone;
use super::warn;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Arg, Field, Finding, Form, Gate, Key, Label, Rule, Template};

pub const KIND: &str = "deliverable";

/// What is delivered.
pub const NAME: Key<String> = Key::new("name");
/// When it counts as good.
pub const ACCEPTANCE_CRITERIA: Key<String> = Key::new("acceptance_criteria");
/// Who accepts it.
pub const ACCEPTOR: Key<RecordId> = Key::new("acceptor");
pub const DUE_MILESTONE: Key<RecordId> = Key::new("due_milestone");

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("交付物", "Deliverable"), 80)
        .also(&["交付物名称", "成果", "output", "name"])
        .needed(&[Gate::Final])
        .width(20),
    Field::text(
        ACCEPTANCE_CRITERIA,
        Label::new("验收标准", "Acceptance criteria"),
        200,
    )
    .concrete()
    .width(24),
    Field::reference(
        ACCEPTOR,
        Label::new("验收人", "Accepted by"),
        &[member::KIND],
    ),
    Field::reference(
        DUE_MILESTONE,
        Label::new("对应里程碑", "Due milestone"),
        &[milestone::KIND],
    ),
];

/// A key deliverable.
pub static DELIVERABLE: Template = Template {
    ..Template::plain(
        KIND,
        Label::new("关键交付物", "Key deliverables"),
        Label::new("交付物", "Deliverable"),
        NAME.name,
        FIELDS,
    )
};

fn without_criteria(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(name) = form.get(NAME) else {
        return Vec::new();
    };
    Finding::at(ACCEPTANCE_CRITERIA.name)
        .with("d", Arg::Text(name))
        .when(!form.has(ACCEPTANCE_CRITERIA.name))
}

pub static RULES: &[Rule] = &[warn(
    "CHT-10",
    Label::new(
        "「{d}」没有验收标准，交付时容易有争议。",
        "\"{d}\" has no acceptance criteria; expect disputes at handover.",
    ),
    without_criteria,
)];
