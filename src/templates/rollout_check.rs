//! Whether a new rule is kept (A-O2): one of five things in one department, `rollout_check/<department>-<item>`, so
//! that two people who fill the same place merge instead of doubling. What is not kept yet may have an exception that
//! ends on a day.

pub use super::of_department::DEPARTMENT;
use super::{of_department, warn};
use crate::model::id::RecordId;
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Key, Label, Rule, StakeKind, Tab, Template, Who, Words,
    Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "rollout_check";

/// What is looked at.
pub const ITEM: Key<String> = Key::new("item");
pub const RESULT: Key<String> = Key::new("result");
/// By what one sees it.
pub const EVIDENCE: Key<String> = Key::new("evidence");
/// What the department asks to do otherwise for a while.
pub const EXCEPTION_REQUEST: Key<String> = Key::new("exception_request");
/// The last day of that.
pub const EXCEPTION_UNTIL: Key<NaiveDate> = Key::new("exception_until");
/// What the project lead says to it.
pub const EXCEPTION_ANSWER: Key<String> = Key::new("exception_answer");

/// The five things, in the order in which they come.
pub const ITEMS: &[Choice] = &[
    Choice::new("trained", "已宣贯", "Briefed"),
    Choice::new("tool", "系统", "System"),
    Choice::new("form", "新表单", "New form"),
    Choice::new("old", "旧做法停", "Old way stopped"),
    Choice::new("sample", "抽查", "Sample"),
];

/// 已落实
pub const DONE: Choice = Choice::new("done", "已落实", "Done");
/// 部分
pub const PARTLY: Choice = Choice::new("partly", "部分", "Partly");
/// 未落实
pub const NOT_DONE: Choice = Choice::new("not", "未落实", "Not done");
/// 不适用
pub const NOT_APPLICABLE: Choice = Choice::new("na", "不适用", "Not applicable");
/// The four, in the order of their keys 1, 2, 3 and 0.
pub const RESULTS: &[Choice] = &[DONE, PARTLY, NOT_DONE, NOT_APPLICABLE];

/// 批准
pub const GRANTED: Choice = Choice::new("granted", "批准", "Granted");
/// 不批准
pub const REFUSED: Choice = Choice::new("refused", "不批准", "Refused");
/// What can be said to an exception.
pub const EXCEPTION_ANSWERS: &[Choice] = &[GRANTED, REFUSED];

const FIELDS: &[Field] = &[
    of_department::FIELD,
    Field::choice(ITEM, Label::new("检查项", "Item"), ITEMS),
    Field::choice(RESULT, Label::new("结果", "Result"), RESULTS),
    Field::text(EVIDENCE, Label::new("凭据", "Evidence"), 300)
        .wide()
        .width(24),
    Field::text(EXCEPTION_REQUEST, Label::new("例外", "Exception"), 300)
        .wide()
        .width(20),
    Field::date(EXCEPTION_UNTIL, Label::new("例外到", "Exception until")),
    Field::choice(
        EXCEPTION_ANSWER,
        Label::new("例外答复", "Answer to the exception"),
        EXCEPTION_ANSWERS,
    )
    .stake(StakeKind::Decision),
];

/// 落地检查: one of the five things in one department.
pub static ROLLOUT_CHECK: Template = Template {
    writers: &[
        Writers {
            fields: &[EXCEPTION_ANSWER.name],
            who: &[Who::Lead],
        },
        Writers::of_all(&[Who::RepOf(DEPARTMENT.name), Who::Coordinator]),
    ],
    copied: false,
    place: Some(Tab::later(4)),
    words: Words {
        list: Label::new("落地检查", "Rollout check"),
        purpose: Label::new(
            "新做法在每个部门落实了没有：五项，一格一格看；没落实的要有带期限的例外。",
            "Whether each department keeps the new way: five things each; what is open needs an exception with an end.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("落地检查表", "Rollout check sheet"),
        Label::new("检查项", "Rollout item"),
        ITEM.name,
        FIELDS,
    )
};

/// The record of an item in a department, which need not have been begun.
pub fn place_of(department: &RecordId, item: Choice) -> Option<RecordId> {
    format!("{KIND}/{}-{}", department.rest()?, item.key)
        .parse()
        .ok()
}

/// What was found; nothing where nobody has said it.
pub fn result_of(form: &Form<'_>) -> Option<Choice> {
    let key = form.get(RESULT)?;
    RESULTS.iter().copied().find(|choice| choice.key == key)
}

/// Whether it counts as kept: done, or not applicable.
pub fn is_kept(form: &Form<'_>) -> bool {
    result_of(form).is_some_and(|result| [DONE, NOT_APPLICABLE].contains(&result))
}

/// Whether an exception was granted that ends on a day.
pub fn has_dated_exception(form: &Form<'_>) -> bool {
    let is_granted = form.get(EXCEPTION_ANSWER).as_deref() == Some(GRANTED.key);
    is_granted && form.has(EXCEPTION_UNTIL.name)
}

/// Whether that day is not over.
pub fn is_excepted(form: &Form<'_>, today: NaiveDate) -> bool {
    let until = form.get(EXCEPTION_UNTIL);
    has_dated_exception(form) && until.is_some_and(|until| today <= until)
}

/// Whether an exception waits for the project lead.
pub fn is_exception_open(form: &Form<'_>) -> bool {
    form.has(EXCEPTION_REQUEST.name) && !form.has(EXCEPTION_ANSWER.name) && !is_kept(form)
}

/// At a field; with the department, for the five things are called the same in each.
fn at(form: &Form<'_>, field: &'static str) -> Finding {
    let department = form.get(DEPARTMENT).map(Arg::Record);
    Finding::at(field).with("department", department.unwrap_or(Arg::Text(String::new())))
}

pub static RULES: &[Rule] = &[
    warn(
        "ROL-01",
        Label::new(
            "{department}写了已落实，请补一行凭据。",
            "Marked done in {department}: add a line of evidence.",
        ),
        |form, _| {
            let is_done = result_of(form) == Some(DONE);
            at(form, EVIDENCE.name).when(is_done && !form.has(EVIDENCE.name))
        },
    ),
    warn(
        "ROL-02",
        Label::new(
            "{department}的例外要写明到哪天为止。",
            "Say until which day the exception of {department} lasts.",
        ),
        |form, _| {
            let is_asked = form.has(EXCEPTION_REQUEST.name);
            at(form, EXCEPTION_UNTIL.name).when(is_asked && !form.has(EXCEPTION_UNTIL.name))
        },
    ),
    warn(
        "ROL-03",
        Label::new(
            "例外到 {d} 已过期，还没有落实。",
            "The exception ended on {d}, and it is still not done.",
        ),
        |form, now| {
            let Some(until) = form.get(EXCEPTION_UNTIL) else {
                return Vec::new();
            };
            let is_over = until < now.date_naive() && form.has(EXCEPTION_REQUEST.name);
            Finding::at(EXCEPTION_UNTIL.name)
                .with("d", Arg::Text(until.to_string()))
                .when(is_over && !is_kept(form))
        },
    ),
];
