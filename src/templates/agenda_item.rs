//! One point of a meeting's standing agenda (T06 a).

use super::plain;
use crate::model::id::RecordId;
use crate::model::template::{Field, Key, Label, Template, Who, Writers};

/// What it is about.
pub const TOPIC: Key<String> = Key::new("topic");
/// How long, minutes.
pub const MINUTES: Key<i64> = Key::new("minutes");
/// Who presents it.
pub const PRESENTER: Key<RecordId> = Key::new("presenter");

const FIELDS: &[Field] = &[
    Field::text(TOPIC, Label::new("议题", "Topic"), 80).width(20),
    Field::int(MINUTES, Label::new("分钟", "Minutes"), 1, 600),
    Field::reference(PRESENTER, Label::new("主讲人", "Presenter"), &["member"]),
];

/// A point of the agenda.
pub static AGENDA_ITEM: Template = Template {
    writers: &[Writers::of_all(&[Who::Anyone])],
    ..plain(
        "agenda_item",
        Label::new("固定议程", "Standing agenda"),
        Label::new("一项议程", "Agenda item"),
        "topic",
        FIELDS,
    )
};
