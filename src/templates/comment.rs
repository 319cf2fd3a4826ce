//! A remark on anything: an objection to one's duties, a word for the project lead. Its `parent` is what it is about.

use super::member;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Field, Key, Label, Speaker, Template, Who, Writers};

pub const KIND: &str = "comment";

/// What is said.
pub const TEXT: Key<String> = Key::new("text");
/// Who says it.
pub const BY: Key<RecordId> = Key::new("by");
/// When.
pub const AT: Key<Moment> = Key::new("at");
/// When the project lead had dealt with it; nothing while it waits.
pub const HANDLED_AT: Key<Moment> = Key::new("handled_at");

/// The record that was made of it.
pub const BECAME: Key<RecordId> = Key::new("became");

const FIELDS: &[Field] = &[
    Field::long_text(TEXT, Label::new("留言", "Remark")).own_record_of(Speaker::Writer, ""),
    Field::reference(BY, Label::new("留言人", "By"), &[member::KIND])
        .filled()
        .own_word_of(Speaker::Writer),
    Field::date_time(AT, Label::new("时间", "At"))
        .latest()
        .filled()
        .own_word_of(Speaker::Writer),
    Field::date_time(HANDLED_AT, Label::new("处理时间", "Dealt with at"))
        .latest()
        .filled(),
    Field::reference(BECAME, Label::new("变成了", "Became"), &[]).filled(),
];

/// 留言: a remark under any form.
pub static COMMENT: Template = Template {
    writers: &[Writers::of_all(&[Who::Anyone])],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("留言", "Remarks"),
        Label::new("留言", "Remark"),
        TEXT.name,
        FIELDS,
    )
};
