//! What became of the suggestion in a feedback (T15 `response`): the project lead's answer to it, one for each
//! feedback, whose id it bears.

use super::member;
use super::{ENTER, enter, warn};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Finding, Form, Key, Label, Rule, StakeKind, Template, Who, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "suggestion";

/// Whether it is adopted.
pub const ANSWER: Key<String> = Key::new("answer");
/// Why, or how, in one line.
pub const REASON: Key<String> = Key::new("reason");
/// Who carries it out.
pub const OWNER: Key<RecordId> = Key::new("owner");
/// By which day.
pub const DUE: Key<NaiveDate> = Key::new("due");

/// 采纳
pub const ADOPTED: Choice = Choice::new("adopted", "采纳", "Adopted");
/// 部分采纳
pub const PARTLY: Choice = Choice::new("partly", "部分采纳", "Partly");
/// 不采纳
pub const DECLINED: Choice = Choice::new("declined", "不采纳", "Declined");
/// The three, from yes to no.
pub const ANSWERS: &[Choice] = &[ADOPTED, PARTLY, DECLINED];

const REASON_FIELD: Field = Field::text(REASON, Label::new("一句话", "In one line"), 200)
    .wide()
    .width(28);

const FIELDS: &[Field] = &[
    Field::choice(ANSWER, Label::new("答复", "Answer"), ANSWERS).stake(StakeKind::Decision),
    REASON_FIELD,
    Field::reference(OWNER, Label::new("谁来改", "Owner"), &[member::KIND])
        .stake(StakeKind::Role)
        .doer(),
    Field::date(DUE, Label::new("哪天前", "Due")).promised_day(),
];

/// 建议处理: the answer to what a feedback suggests.
pub static SUGGESTION: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead])],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("建议处理", "Answers to suggestions"),
        Label::new("建议处理", "Answer to a suggestion"),
        REASON.name,
        FIELDS,
    )
};

/// The answer to what a feedback suggests, which need not have been given.
pub fn record_of(feedback: &RecordId) -> Option<RecordId> {
    format!("{KIND}/{}", feedback.rest()?).parse().ok()
}

/// An answer that is not yes says why.
fn without_reason(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let answer = form.get(ANSWER);
    let is_yes = answer.as_deref() == Some(ADOPTED.key);
    if answer.is_none() || is_yes {
        return Vec::new();
    }
    enter(form, &[REASON_FIELD])
}

pub static RULES: &[Rule] = &[warn("G-01", ENTER, without_reason)];
