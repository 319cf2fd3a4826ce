//! What a department says to one clause of a draft (A-O1), and what is answered to it. That it has nothing to say is a
//! word of its own, under an id that is made of the consultation and the department.

pub use super::of_department::DEPARTMENT;
use super::of_department::REP_OF;
use super::{consultation, department, warn};
use crate::model::id::{FieldKey, RecordId};
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Key, Label, Rule, StakeKind, Template,
};
use crate::model::{CellId, Moment};

pub const KIND: &str = "opinion";

/// The clause or step it is about.
pub const CLAUSE: Key<String> = Key::new("clause");
pub const OPINION_TEXT: Key<String> = Key::new("opinion");
/// How it should read instead.
pub const SUGGESTED_TEXT: Key<String> = Key::new("suggested_text");
/// What becomes of it.
pub const ANSWER: Key<String> = Key::new("answer");
pub const ANSWER_REASON: Key<String> = Key::new("answer_reason");
/// The department has nothing to say.
pub const NONE: Key<bool> = Key::new("none");
/// When it was said.
pub const AT: Key<Moment> = Key::new("at");

/// 采纳
pub const ADOPTED: Choice = Choice::new("adopted", "采纳", "Adopted");
/// 部分采纳
pub const PARTLY: Choice = Choice::new("partly", "部分采纳", "Partly adopted");
/// 不采纳
pub const DECLINED: Choice = Choice::new("declined", "不采纳", "Declined");
/// 下版考虑
pub const LATER: Choice = Choice::new("later", "下版考虑", "Next version");
/// The four, from yes to not yet.
pub const ANSWERS: &[Choice] = &[ADOPTED, PARTLY, DECLINED, LATER];

const FIELDS: &[Field] = &[
    Field::text(CLAUSE, Label::new("条款", "Clause"), 200)
        .own_word_of(REP_OF)
        .width(12),
    Field::reference(
        DEPARTMENT,
        Label::new("提出部门", "Department"),
        &[department::KIND],
    ),
    Field::long_text(OPINION_TEXT, Label::new("意见", "Opinion"))
        .own_record_of(REP_OF, AT.name)
        .width(28),
    Field::long_text(SUGGESTED_TEXT, Label::new("建议改法", "Suggested wording"))
        .own_word_of(REP_OF),
    Field::choice(ANSWER, Label::new("处理", "Answer"), ANSWERS)
        .stake(StakeKind::Decision)
        .anothers(),
    Field::text(ANSWER_REASON, Label::new("理由", "Reason"), 300)
        .anothers()
        .wide()
        .width(20),
    Field::bool(NONE, Label::new("无意见", "No comment"))
        .own_record_of(REP_OF, AT.name)
        .more(),
    Field::date_time(AT, Label::new("提出时间", "Said at"))
        .latest()
        .filled()
        .own_word_of(REP_OF),
];

/// One line of what a department says.
pub static OPINION: Template = Template {
    columns: &[
        CLAUSE.name,
        DEPARTMENT.name,
        OPINION_TEXT.name,
        SUGGESTED_TEXT.name,
        ANSWER.name,
        ANSWER_REASON.name,
    ],
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("意见", "Opinions"),
        Label::new("意见", "Opinion"),
        CLAUSE.name,
        FIELDS,
    )
};

/// The record with which a department says that it has nothing to say.
pub fn no_comment_of(consultation: &RecordId, department: &RecordId) -> Option<RecordId> {
    let id = format!("{KIND}/{}-{}", consultation.rest()?, department.rest()?);
    id.parse().ok()
}

/// Whether it says that the department has nothing to say.
pub fn is_none(form: &Form<'_>) -> bool {
    form.get(NONE) == Some(true)
}

/// Whether it says something.
pub fn is_said(form: &Form<'_>) -> bool {
    form.has(OPINION_TEXT.name) || form.has(SUGGESTED_TEXT.name)
}

/// The lines of a consultation that say something, in their order.
pub fn said_to<'a>(consultation: &Form<'a>) -> Vec<Form<'a>> {
    let mut all = consultation.rows(KIND);
    all.retain(is_said);
    all
}

/// What became of it; nothing for an answer that this version does not know.
pub fn answer_of(form: &Form<'_>) -> Option<Choice> {
    let key = form.get(ANSWER)?;
    ANSWERS.iter().copied().find(|choice| choice.key == key)
}

/// What is said in a line: what its answer and the showing of the answers cover.
pub fn said_cells(record: &RecordId) -> Vec<CellId> {
    let cell = |key| (record.clone(), FieldKey::of(key));
    [OPINION_TEXT.name, SUGGESTED_TEXT.name].map(cell).to_vec()
}

/// Whether it is answered as it stands.
pub fn is_answered(form: &Form<'_>) -> bool {
    answer_of(form).is_some() && !is_answer_outdated(form)
}

/// Whether what was answered is not what is said any more.
pub fn is_answer_outdated(form: &Form<'_>) -> bool {
    let key = FieldKey::of(ANSWER.name);
    let cells = said_cells(form.record());
    let changed = form.log().changed_since(form.record(), &key, &cells);
    answer_of(form).is_some() && !changed.is_empty()
}

/// Whether it was not adopted as it is, and nobody said why.
pub fn lacks_reason(form: &Form<'_>) -> bool {
    let answer = answer_of(form);
    answer.is_some_and(|answer| answer != ADOPTED) && !form.has(ANSWER_REASON.name)
}

/// A department that has nothing to say, and says something all the same.
fn said_after_all(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let (Some(parent), Some(home)) = (form.parent(), form.get(DEPARTMENT)) else {
        return Vec::new();
    };
    if !is_none(form) || parent.record().kind() != consultation::KIND {
        return Vec::new();
    }
    let lines = said_to(&parent);
    let own = lines
        .iter()
        .filter(|one| one.get(DEPARTMENT).as_ref() == Some(&home));
    let n = i64::try_from(own.count()).unwrap_or(i64::MAX);
    Finding::at(NONE.name)
        .with("department", Arg::Record(home))
        .with("n", Arg::Number(n))
        .when(n > 0)
}

pub static RULES: &[Rule] = &[warn(
    "OPN-05",
    Label::new(
        "{department}写了「无意见」，又提了 {n} 条意见；以意见为准。",
        "{department} said \"no comment\" and gave {n} {n|opinion|opinions}; the opinions count.",
    ),
    said_after_all,
)];
