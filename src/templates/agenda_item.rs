//! One point of a meeting's agenda (T06 a): a standing one, or a difference that is to be settled there.

use super::member;
use crate::model::id::RecordId;
use crate::model::template::{Field, Key, Label, Template, Who, Writers};

pub const KIND: &str = "agenda_item";

/// What it is about.
pub const TOPIC: Key<String> = Key::new("topic");
/// How long, minutes.
pub const MINUTES: Key<i64> = Key::new("minutes");
/// Who presents it.
pub const PRESENTER: Key<RecordId> = Key::new("presenter");
/// The record in which something differs that is to be settled.
pub const ABOUT: Key<RecordId> = Key::new("about");
/// The lesson that is to be talked of.
pub const FROM_LESSON: Key<RecordId> = Key::new("from_lesson");
/// Its field that differs.
pub const ABOUT_FIELD: Key<String> = Key::new("about_field");

const FIELDS: &[Field] = &[
    Field::text(TOPIC, Label::new("议题", "Topic"), 80).width(20),
    Field::int(MINUTES, Label::new("分钟", "Minutes"), 1, 600),
    Field::reference(
        PRESENTER,
        Label::new("主讲人", "Presenter"),
        &[member::KIND],
    ),
    Field::reference(ABOUT, Label::new("不一致在哪里", "Where it differs"), &[]).filled(),
    Field::text(ABOUT_FIELD, Label::new("哪一项", "Which field"), 120).filled(),
    Field::reference(FROM_LESSON, Label::new("来自经验", "From a lesson"), &[]).filled(),
];

/// A point of the agenda.
pub static AGENDA_ITEM: Template = Template {
    writers: &[Writers::of_all(&[Who::Anyone])],
    columns: &[TOPIC.name, MINUTES.name, PRESENTER.name],
    ..Template::plain(
        KIND,
        Label::new("议程", "Agenda"),
        Label::new("一项议程", "Agenda item"),
        TOPIC.name,
        FIELDS,
    )
};
