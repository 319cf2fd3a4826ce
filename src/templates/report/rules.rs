//! What the report needs before it is final, and what it should not say.

use super::EXECUTIVE_SUMMARY;
use crate::model::Moment;
use crate::model::template::{Arg, Choice, Finding, Form, Gate, Label, Rule};
use crate::templates::report_item::{self, HIGHLIGHT, SHORTCOMING, TEXT};
use crate::templates::{block, department, member, warn};

fn no_line(form: &Form<'_>, section: Choice) -> Vec<Finding> {
    Finding::at(report_item::KIND)
        .with("what", Arg::Label(section.label))
        .when(report_item::lines_of(form, section).is_empty())
}

/// A department that takes part and has written no line.
fn without_contribution(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let departments = department::taking_part(form).into_iter();
    let is_silent = |one: &Form<'_>| {
        let line = report_item::record_of(one.record());
        line.is_none_or(|line| !form.other(line).has(TEXT.name))
    };
    let silent = departments.filter(is_silent);
    silent
        .map(|one| Finding::at(report_item::KIND).with("dept", Arg::Record(one.record().clone())))
        .collect()
}

/// SUM-06: a shortcoming that names somebody of the roster.
fn names_a_person(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let people = form.all(member::MEMBER.kind);
    let named = |row: Form<'_>| {
        let text = row.get(TEXT)?;
        let is_in = |person: &&Form<'_>| {
            let name = person.get(member::PERSON).unwrap_or_default();
            name.chars().count() > 1 && text.contains(&name)
        };
        let person = people.iter().find(is_in)?;
        let finding = Finding {
            record: Some(row.record().clone()),
            ..Finding::at(TEXT.name)
        };
        Some(finding.with("name", Arg::Record(person.record().clone())))
    };
    let rows = report_item::lines_of(form, SHORTCOMING).into_iter();
    rows.filter_map(named).collect()
}

fn too_long(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let n = form
        .get(EXECUTIVE_SUMMARY)
        .unwrap_or_default()
        .chars()
        .count();
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    let most = i64::try_from(super::SUMMARY_CHARS).unwrap_or(i64::MAX);
    Finding::at(EXECUTIVE_SUMMARY.name)
        .with("n", Arg::Number(n))
        .with("max", Arg::Number(most))
        .when(n > most)
}

const NO_LINE: Label = Label::new(
    "请至少写一条「{what}」。",
    "Write at least one line: {what}.",
);

pub static RULES: &[Rule] = &[
    block("SUM-07", Gate::Final, NO_LINE, |form, _| {
        no_line(form, HIGHLIGHT)
    }),
    block("SUM-07", Gate::Final, NO_LINE, |form, _| {
        no_line(form, SHORTCOMING)
    }),
    block(
        "SUM-08",
        Gate::Final,
        Label::new(
            "{dept}还没有写本部门的贡献。",
            "{dept} has not written its contribution.",
        ),
        without_contribution,
    ),
    warn(
        "SUM-06",
        Label::new(
            "「不足」里提到了{name}。建议写事实和机制，不写个人。",
            "A shortcoming names {name}. Write about facts and mechanisms, not people.",
        ),
        names_a_person,
    ),
    warn(
        "SUM-09",
        Label::new(
            "一页摘要最多 {max} 个字，现在 {n} 个。",
            "The summary can be at most {max} characters; it has {n}.",
        ),
        too_long,
    ),
];
