//! A level of escalation (T06 e): to whom a late issue goes, and after how long. Who it concerns is told, nobody is
//! written to by the app.

use super::block;
use super::member;
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Gate, Key, Label, Rule, Template, Who, Words, Writers,
};

pub const KIND: &str = "escalation";

/// 1 to 4.
pub const LEVEL: Key<i64> = Key::new("level");
/// To whom.
pub const PERSONS: Key<bool> = Key::new("persons");
/// Hours past due.
pub const AFTER_H: Key<i64> = Key::new("after_h");
/// Hours in which this level decides.
pub const EXPECTED_RESPONSE: Key<i64> = Key::new("expected_response");

/// The four levels, by number.
pub const LEVELS: &[Choice] = &[
    Choice::new("1", "责任人和部门代表", "Owner and representative"),
    Choice::new("2", "项目负责人", "Project lead"),
    Choice::new("3", "相关部门负责人", "Department heads"),
    Choice::new("4", "发起人", "Sponsor"),
];

const FIELDS: &[Field] = &[
    Field::scale(LEVEL, Label::new("级别", "Level"), LEVELS)
        .needed(&[Gate::Final])
        .width(14),
    Field::set(
        PERSONS,
        Label::new("上报给谁", "Escalate to"),
        &[member::KIND],
    ),
    Field::int(
        AFTER_H,
        Label::new("逾期多久（小时）", "After (hours overdue)"),
        0,
        720,
    )
    .needed(&[Gate::Final]),
    Field::int(
        EXPECTED_RESPONSE,
        Label::new("应在几小时内拍板", "Decides within (h)"),
        1,
        720,
    ),
];

/// A level of escalation.
pub static ESCALATION: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead])],
    words: Words {
        list: Label::new("上报", "Escalation"),
        purpose: Label::new(
            "拖过多久上报给谁。",
            "How long a delay may last before it goes up, and to whom.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("上报路径", "Escalation"),
        Label::new("一级上报", "Escalation level"),
        LEVEL.name,
        FIELDS,
    )
};

pub static RULES: &[Rule] = &[block(
    "COM-05",
    Gate::Final,
    Label::new(
        "第 {n} 级上报没有指定人。",
        "Nobody is named for escalation level {n}.",
    ),
    |form: &Form<'_>, _| {
        let level = form.get(LEVEL).unwrap_or_default();
        Finding::at(PERSONS.name)
            .with("n", Arg::Number(level))
            .when(!form.has(PERSONS.name))
    },
)];
