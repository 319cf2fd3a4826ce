//! A suggestion 建议: what somebody would write into a field that others are responsible for. Nothing changes at the
//! target until one of those writes it there, so every copy agrees on what counts.

use crate::model::id::RecordId;
use crate::model::template::{Choice, Field, Key, Label, StakeKind, Template, Who, Writers};

pub const KIND: &str = "proposal";

/// The record it is about. It is also the suggestion's `parent`, so that both travel and go together.
pub const TARGET: Key<RecordId> = Key::new("target");
/// The field it is about; `deleted`: to delete the record.
pub const FIELD: Key<String> = Key::new("field");
/// What the field should hold, of any type; nothing: it should be empty.
pub const VALUE: Key<String> = Key::new("value");
/// What became of it; nothing while it is open.
pub const ANSWER: Key<String> = Key::new("answer");

/// 采纳
pub const ADOPTED: Choice = Choice::new("adopted", "已采纳", "Adopted");
/// 不采纳
pub const DECLINED: Choice = Choice::new("declined", "不采纳", "Not adopted");

const FIELDS: &[Field] = &[
    Field::reference(TARGET, Label::new("对象", "About"), &[]).filled(),
    Field::text(FIELD, Label::new("栏目", "Field"), 80).filled(),
    Field::long_text(VALUE, Label::new("建议", "Suggestion")),
    Field::choice(ANSWER, Label::new("处理", "Answer"), &[ADOPTED, DECLINED])
        .stake(StakeKind::Decision)
        .filled(),
];

/// 建议: what somebody asks of a field that others write.
pub static PROPOSAL: Template = Template {
    writers: &[Writers::of_all(&[Who::Anyone])],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("建议", "Suggestions"),
        Label::new("建议", "Suggestion"),
        VALUE.name,
        FIELDS,
    )
};
