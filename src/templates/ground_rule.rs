//! An agreement of how people work together (T06, 约定): a sentence, and the lesson it comes from.

use crate::model::template::{Field, Gate, Key, Label, Template, Who, Writers};

pub const KIND: &str = "ground_rule";

/// What is agreed on, in a sentence.
pub const TEXT: Key<String> = Key::new("text");
/// The lesson it comes from, as that is called.
pub const FROM_LESSON: Key<String> = Key::new("from_lesson");

const FIELDS: &[Field] = &[
    Field::text(TEXT, Label::new("约定", "Agreement"), 200)
        .needed(&[Gate::Final])
        .wide()
        .width(40),
    Field::text(
        FROM_LESSON,
        Label::new("来自哪条经验", "From which lesson"),
        40,
    )
    .more(),
];

/// 约定: what everybody keeps to.
pub static GROUND_RULE: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead, Who::Coordinator])],
    ..Template::plain(
        KIND,
        Label::new("约定", "Agreements"),
        Label::new("约定", "Agreement"),
        TEXT.name,
        FIELDS,
    )
};
