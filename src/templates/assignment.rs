//! Who decides, does, is consulted, is informed (T04): one letter of the role table, `assignment/<work item>-<column>`,
//! so that two people who fill the same place merge instead of doubling.

use super::{member, plain, warn, work_item};
use crate::model::id::RecordId;
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Key, Label, Rule, Template, Who, Writers,
};
use chrono::{DateTime, FixedOffset};

/// The work item or task.
pub const ROW: Key<RecordId> = Key::new("row");
/// The department, or a person.
pub const COLUMN: Key<RecordId> = Key::new("column");
/// The letter.
pub const LETTER: Key<String> = Key::new("letter");
/// The person who stands behind the letter.
pub const NAMED_PERSON: Key<RecordId> = Key::new("named_person");
/// A remark.
pub const NOTE: Key<String> = Key::new("note");
/// When the table was published.
pub const PUBLISHED_AT: Key<DateTime<FixedOffset>> = Key::new("published_at");

/// 执行
pub const DOES: Choice = Choice::new("R", "执行", "Does");
/// 拍板
pub const DECIDES: Choice = Choice::new("A", "拍板", "Decides");
/// 拍板并执行
pub const BOTH: Choice = Choice::new("AR", "拍板并执行", "Decides and does");
/// 咨询
pub const CONSULTED: Choice = Choice::new("C", "咨询", "Consulted");
/// 知会
pub const INFORMED: Choice = Choice::new("I", "知会", "Informed");

/// More doers than this and a work item is better split (RACI-04).
const MOST_DOERS: usize = 3;

const FIELDS: &[Field] = &[
    Field::reference(
        ROW,
        Label::new("工作事项", "Work item"),
        &["work_item", "task"],
    )
    .width(20),
    Field::reference(
        COLUMN,
        Label::new("部门/人员", "Department or person"),
        &["department", "member"],
    ),
    Field::choice(
        LETTER,
        Label::new("权责", "Part"),
        &[DOES, DECIDES, BOTH, CONSULTED, INFORMED],
    ),
    Field::reference(
        NAMED_PERSON,
        Label::new("具体人", "Named person"),
        &["member"],
    ),
    Field::text(NOTE, Label::new("说明", "Note"), 200).wide(),
    Field::date_time(PUBLISHED_AT, Label::new("公示时间", "Published at"))
        .latest()
        .filled(),
];

/// One letter of the role table.
pub static ASSIGNMENT: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead, Who::RepOf("column")])],
    ..plain(
        "assignment",
        Label::new("角色权责矩阵", "Role table"),
        Label::new("一格分工", "Part"),
        "row",
        FIELDS,
    )
};

struct Letters {
    deciders: usize,
    doers: usize,
}

fn decides(form: &Form<'_>) -> bool {
    [Some(DECIDES.key), Some(BOTH.key)].contains(&form.get(LETTER).as_deref())
}

fn does(form: &Form<'_>) -> bool {
    [Some(DOES.key), Some(BOTH.key)].contains(&form.get(LETTER).as_deref())
}

/// All places of the row that hold a letter, in order of record id: the first stands for the row.
fn row_of<'a>(form: &Form<'a>) -> Vec<Form<'a>> {
    let Some(row) = form.get(ROW) else {
        return Vec::new();
    };
    let mut all: Vec<Form<'a>> = form
        .all(ASSIGNMENT.kind)
        .into_iter()
        .filter(|other| other.get(ROW).as_ref() == Some(&row) && other.has(LETTER.name))
        .collect();
    all.sort_by(|a, b| a.record().cmp(b.record()));
    all
}

fn letters_of(form: &Form<'_>) -> Letters {
    let row = row_of(form);
    Letters {
        deciders: row.iter().filter(|place| decides(place)).count(),
        doers: row.iter().filter(|place| does(place)).count(),
    }
}

/// One finding per row of the table, at its first place.
fn at_first_of_row(form: &Form<'_>, is_wrong: fn(&Letters) -> bool) -> Vec<Finding> {
    let is_first = row_of(form)
        .first()
        .is_some_and(|first| first.record() == form.record());
    let Some(row) = form.get(ROW).filter(|_| is_first) else {
        return Vec::new();
    };
    Finding::at("letter")
        .with("row", Arg::Record(row))
        .when(is_wrong(&letters_of(form)))
}

fn nobody_named(form: &Form<'_>, _: DateTime<FixedOffset>) -> Vec<Finding> {
    let (Some(row), true) = (form.get(ROW), decides(form) || does(form)) else {
        return Vec::new();
    };
    let letter = if decides(form) { DECIDES } else { DOES };
    let is_named = form
        .referred(NAMED_PERSON)
        .is_some_and(|person| person.has(member::PERSON.name));
    let is_person = form
        .referred(COLUMN)
        .is_some_and(|column| column.record().kind() == member::MEMBER.kind);
    Finding::at("named_person")
        .with("row", Arg::Record(row))
        .with("letter", Arg::Label(lower(letter)))
        .when(!is_named && !is_person)
}

/// A letter inside a sentence.
fn lower(letter: Choice) -> Label {
    if letter == DECIDES {
        Label::new("拍板", "decides")
    } else {
        Label::new("执行", "does the work")
    }
}

fn decided_elsewhere(form: &Form<'_>, _: DateTime<FixedOffset>) -> Vec<Finding> {
    let Some(row) = form.referred(ROW).filter(|_| decides(form)) else {
        return Vec::new();
    };
    let home = match form.referred(COLUMN) {
        Some(column) if column.record().kind() == member::MEMBER.kind => {
            column.get(member::DEPARTMENT)
        }
        column => column.map(|column| column.record().clone()),
    };
    let (Some(owner), Some(home)) = (row.get(work_item::LEAD_DEPARTMENT), home) else {
        return Vec::new();
    };
    let differs = owner != home;
    Finding::at("letter")
        .with("row", Arg::Record(row.record().clone()))
        .with("d1", Arg::Record(owner))
        .with("d2", Arg::Record(home))
        .when(differs)
}

/// Its checks.
pub static RULES: &[Rule] = &[
    warn(
        "RACI-01",
        Label::new("「{row}」没有人拍板。", "\"{row}\" has nobody who decides."),
        |form, _| at_first_of_row(form, |letters| letters.deciders == 0),
    ),
    warn(
        "RACI-02",
        Label::new(
            "「{row}」有 {n} 方拍板。请只保留一方。",
            "{n} parties decide on \"{row}\". Keep one.",
        ),
        |form, _| {
            let letters = letters_of(form);
            let count = i64::try_from(letters.deciders).unwrap_or(i64::MAX);
            let found = at_first_of_row(form, |letters| letters.deciders > 1);
            found
                .into_iter()
                .map(|finding| finding.with("n", Arg::Number(count)))
                .collect()
        },
    ),
    warn(
        "RACI-03",
        Label::new("「{row}」没有人执行。", "Nobody does \"{row}\"."),
        |form, _| at_first_of_row(form, |letters| letters.doers == 0),
    ),
    warn(
        "RACI-04",
        Label::new(
            "「{row}」有 {n} 个执行方，建议拆成更小的事项。",
            "\"{row}\" has {n} doers; split it.",
        ),
        |form, _| {
            let count = i64::try_from(letters_of(form).doers).unwrap_or(i64::MAX);
            let found = at_first_of_row(form, |letters| letters.doers > MOST_DOERS);
            found
                .into_iter()
                .map(|finding| finding.with("n", Arg::Number(count)))
                .collect()
        },
    ),
    warn(
        "RACI-11",
        Label::new(
            "「{row}」的{letter}还没有落实到人。",
            "No person is named who {letter} on \"{row}\".",
        ),
        nobody_named,
    ),
    warn(
        "RACI-12",
        Label::new(
            "「{row}」主责部门是{d1}，拍板的却是{d2}。",
            "{d1} owns \"{row}\" but {d2} decides.",
        ),
        decided_elsewhere,
    ),
];
