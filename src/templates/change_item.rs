//! One value that a change request moves (T14): approving the request writes it into the plan.

use super::{milestone, task};
use crate::model::id::RecordId;
use crate::model::template::{Choice, Field, Key, Label, Template};

pub const KIND: &str = "change_item";

/// What is changed.
pub const TARGET: Key<RecordId> = Key::new("target");
/// The key of the date there that moves.
pub const FIELD: Key<String> = Key::new("field");
/// What stood there when the change was asked for.
pub const BEFORE: Key<String> = Key::new("before");
/// What is to stand there.
pub const AFTER: Key<String> = Key::new("after");

const MOVED: &[Choice] = &[
    Choice::new(task::CURRENT_END.name, "截止", "Due"),
    Choice::new(task::CURRENT_START.name, "开始", "Start"),
    Choice::new(milestone::CURRENT_DATE.name, "里程碑日期", "Milestone date"),
];

const FIELDS: &[Field] = &[
    Field::reference(
        TARGET,
        Label::new("改哪一项", "What"),
        &[task::KIND, milestone::KIND],
    ),
    Field::choice(FIELD, Label::new("哪个日期", "Which date"), MOVED),
    Field::text(BEFORE, Label::new("原来", "Before"), 40).width(11),
    Field::text(AFTER, Label::new("改成", "After"), 40).width(11),
];

/// One value, before and after.
pub static CHANGE_ITEM: Template = Template {
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("改什么", "What changes"),
        Label::new("改动", "Item"),
        TARGET.name,
        FIELDS,
    )
};
