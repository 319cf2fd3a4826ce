//! A department's answer to the charter (T01 `confirmations`): `confirmation/<id of the department>`.

use super::member;
use super::of_department;
pub use super::of_department::DEPARTMENT;
use super::of_department::REP_OF;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Choice, Field, Form, Key, Label, Template, Who, Writers};

pub const KIND: &str = "confirmation";

/// Its representative; calculated from the roster.
pub const REP: Key<RecordId> = Key::new("rep");
pub const ANSWER: Key<String> = Key::new("answer");
/// What the department objects to.
pub const COMMENT: Key<String> = Key::new("comment");
/// When it answered.
pub const AT: Key<Moment> = Key::new("at");

/// When the project lead answered an objection that the goal stays.
pub const GOAL_STAYS_AT: Key<Moment> = Key::new("goal_stays_at");

/// 确认
pub const CONFIRMED: Choice = Choice::new("confirmed", "确认", "Confirmed");
/// 有异议
pub const OBJECTION: Choice = Choice::new("objection", "有异议", "Objection");
/// 待确认
pub const PENDING: Choice = Choice::new("pending", "待确认", "Pending");

const FIELDS: &[Field] = &[
    of_department::FIELD,
    Field::reference(
        REP,
        Label::new("部门代表", "Representative"),
        &[member::KIND],
    )
    .filled(),
    Field::choice(
        ANSWER,
        Label::new("答复", "Answer"),
        &[CONFIRMED, OBJECTION, PENDING],
    )
    .own_record_of(REP_OF, AT.name),
    Field::text(COMMENT, Label::new("意见", "Comment"), 200)
        .wide()
        .width(24)
        .own_word_of(REP_OF),
    Field::date_time(AT, Label::new("答复时间", "Answered at"))
        .latest()
        .filled()
        .own_word_of(REP_OF),
    Field::date_time(
        GOAL_STAYS_AT,
        Label::new("目标不改的时间", "Goal stays since"),
    )
    .latest()
    .filled(),
];

/// A department's answer.
pub static CONFIRMATION: Template = Template {
    made_of: &[DEPARTMENT.name],
    writers: &[Writers::of_all(&[Who::RepOf(DEPARTMENT.name)])],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("部门确认", "Department confirmations"),
        Label::new("部门确认", "Confirmation"),
        DEPARTMENT.name,
        FIELDS,
    )
};

/// An answer by its key; nothing for one this version does not know.
pub fn answer_of(key: &str) -> Option<Choice> {
    [CONFIRMED, OBJECTION, PENDING]
        .into_iter()
        .find(|choice| choice.key == key)
}

/// The answer of a department, which need not have been given.
pub fn of<'a>(form: &Form<'a>, department: &RecordId) -> Option<Form<'a>> {
    let record = format!("{}/{}", CONFIRMATION.kind, department.rest()?)
        .parse()
        .ok()?;
    form.log().is_visible(&record).then(|| form.other(record))
}
