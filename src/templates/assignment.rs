//! Who decides, does, is consulted, is informed (T04): one letter of the role table, `assignment/<work item>-<column>`,
//! so that two people who fill the same place merge instead of doubling.

use super::department;
use super::task;
use super::{hint, member, warn, work_item};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Key, Label, Rule, StakeKind, Template, Who, Writers,
};
use std::collections::BTreeMap;

pub const KIND: &str = "assignment";

/// The work item or task.
pub const ROW: Key<RecordId> = Key::new("row");
/// The department, or a person.
pub const COLUMN: Key<RecordId> = Key::new("column");
pub const LETTER: Key<String> = Key::new("letter");
/// The person who stands behind the letter.
pub const NAMED_PERSON: Key<RecordId> = Key::new("named_person");
/// A remark.
pub const NOTE: Key<String> = Key::new("note");
/// When the table was published.
pub const PUBLISHED_AT: Key<Moment> = Key::new("published_at");

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
        &[work_item::KIND, task::KIND],
    )
    .width(20),
    Field::reference(
        COLUMN,
        Label::new("部门/人员", "Department or person"),
        &[department::KIND, member::KIND],
    ),
    Field::choice(
        LETTER,
        Label::new("权责", "Part"),
        &[DOES, DECIDES, BOTH, CONSULTED, INFORMED],
    )
    .stake(StakeKind::Role),
    Field::reference(
        NAMED_PERSON,
        Label::new("具体人", "Named person"),
        &[member::KIND],
    )
    .stake(StakeKind::Role),
    Field::text(NOTE, Label::new("说明", "Note"), 200).wide(),
    Field::date_time(PUBLISHED_AT, Label::new("公示时间", "Published at"))
        .latest()
        .filled(),
];

/// One letter of the role table.
pub static ASSIGNMENT: Template = Template {
    made_of: &[ROW.name, COLUMN.name],
    writers: &[Writers::of_all(&[Who::Lead, Who::RepOf(COLUMN.name)])],
    ..Template::plain(
        KIND,
        Label::new("角色权责矩阵", "Role table"),
        Label::new("一格分工", "Part"),
        ROW.name,
        FIELDS,
    )
};

fn decides(form: &Form<'_>) -> bool {
    [Some(DECIDES.key), Some(BOTH.key)].contains(&form.get(LETTER).as_deref())
}

fn does(form: &Form<'_>) -> bool {
    [Some(DOES.key), Some(BOTH.key)].contains(&form.get(LETTER).as_deref())
}

/// What the letters of one row of the table say together.
struct Letters {
    /// The place with the smallest id: it stands for the row.
    first: RecordId,
    deciders: usize,
    doers: usize,
}

/// Every row of the table that holds a letter: counted once, asked for every place.
struct LetterRows(BTreeMap<RecordId, Letters>);

impl Derived for LetterRows {
    fn of(log: &Log) -> Self {
        let mut rows: BTreeMap<RecordId, Letters> = BTreeMap::new();
        for record in log.rows(ASSIGNMENT.kind) {
            let place = Form::new(log, record);
            let Some(row) = place.get(ROW).filter(|_| place.has(LETTER.name)) else {
                continue;
            };
            let new = || Letters {
                first: place.record().clone(),
                deciders: 0,
                doers: 0,
            };
            let letters = rows.entry(row).or_insert_with(new);
            if *place.record() < letters.first {
                letters.first = place.record().clone();
            }
            letters.deciders += usize::from(decides(&place));
            letters.doers += usize::from(does(&place));
        }
        Self(rows)
    }
}

/// One finding per row of the table, at its first place, with how many are too many.
fn at_first_of_row(
    form: &Form<'_>,
    count: fn(&Letters) -> usize,
    is_wrong: fn(usize) -> bool,
) -> Option<(Finding, i64)> {
    let table = form.log().derived::<LetterRows>();
    let row = form.get(ROW)?;
    let letters = table.0.get(&row)?;
    let count = count(letters);
    (letters.first == *form.record() && is_wrong(count)).then(|| {
        let finding = Finding::at(LETTER.name).with("row", Arg::Record(row));
        (finding, i64::try_from(count).unwrap_or(i64::MAX))
    })
}

fn nobody(form: &Form<'_>, count: fn(&Letters) -> usize) -> Vec<Finding> {
    let found = at_first_of_row(form, count, |count| count == 0);
    found.map(|(finding, _)| finding).into_iter().collect()
}

fn too_many(
    form: &Form<'_>,
    count: fn(&Letters) -> usize,
    is_wrong: fn(usize) -> bool,
) -> Vec<Finding> {
    let found = at_first_of_row(form, count, is_wrong);
    let found = found.map(|(finding, count)| finding.with("n", Arg::Number(count)));
    found.into_iter().collect()
}

fn nobody_named(form: &Form<'_>, _: Moment) -> Vec<Finding> {
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
    Finding::at(NAMED_PERSON.name)
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

fn decided_elsewhere(form: &Form<'_>, _: Moment) -> Vec<Finding> {
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
    Finding::at(LETTER.name)
        .with("row", Arg::Record(row.record().clone()))
        .with("d1", Arg::Record(owner))
        .with("d2", Arg::Record(home))
        .when(differs)
}

pub static RULES: &[Rule] = &[
    warn(
        "RACI-01",
        Label::new("「{row}」没有人拍板。", "\"{row}\" has nobody who decides."),
        |form, _| nobody(form, |letters| letters.deciders),
    ),
    warn(
        "RACI-02",
        Label::new(
            "「{row}」有 {n} 方拍板。请只保留一方。",
            "{n} {n|party decides|parties decide} on \"{row}\". Keep one.",
        ),
        |form, _| too_many(form, |letters| letters.deciders, |count| count > 1),
    ),
    warn(
        "RACI-03",
        Label::new("「{row}」没有人执行。", "Nobody does \"{row}\"."),
        |form, _| nobody(form, |letters| letters.doers),
    ),
    hint(
        "RACI-04",
        Label::new(
            "「{row}」有 {n} 个执行方，建议拆成更小的事项。",
            "\"{row}\" has {n} {n|doer|doers}; split it.",
        ),
        |form, _| too_many(form, |letters| letters.doers, |count| count > MOST_DOERS),
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
