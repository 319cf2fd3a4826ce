//! Who decides, does, is consulted, is informed (T04): one letter of the role table, `assignment/<work item>-<column>`,
//! so that two people who fill the same place merge instead of doubling.

use super::department;
use super::task;
use super::{block, member, warn, work_item};
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Derived, Log};
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Gate, Key, Label, Rule, StakeKind, Template, Who, Writers,
};
use crate::model::{CellId, Moment};
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
/// All of them, the one that decides first.
pub const LETTERS: &[Choice] = &[BOTH, DECIDES, DOES, CONSULTED, INFORMED];

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
    writers: &[Writers::of_all(&[Who::RepOf(COLUMN.name), Who::Lead])],
    ..Template::plain(
        KIND,
        Label::new("角色权责矩阵", "Role table"),
        Label::new("一格分工", "Part"),
        ROW.name,
        FIELDS,
    )
};

/// Whether it is the letter of who decides.
pub fn decides(letter: &str) -> bool {
    [DECIDES.key, BOTH.key].contains(&letter)
}

/// Whether it is the letter of who does the work.
pub fn does(letter: &str) -> bool {
    [DOES.key, BOTH.key].contains(&letter)
}

/// Whether somebody has to stand behind the letter by name.
pub fn needs_a_name(letter: &str) -> bool {
    decides(letter) || does(letter)
}

/// A letter by its key; nothing for one this version does not know.
pub fn letter_of(key: &str) -> Option<Choice> {
    LETTERS.iter().copied().find(|letter| letter.key == key)
}

/// A place of the table, filled or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolePlace {
    pub record: RecordId,
    pub row: RecordId,
    pub column: RecordId,
    /// Its letter, "" where it has none.
    pub letter: String,
}

/// Every place that was ever written and not deleted: read once, asked for every cell.
#[derive(Default)]
pub struct RolePlaces {
    all: Vec<RolePlace>,
    at: BTreeMap<(RecordId, RecordId), usize>,
}

impl RolePlaces {
    /// All of them, in the order of their ids.
    pub fn all(&self) -> &[RolePlace] {
        &self.all
    }

    /// The place of a row and a column; of several the first.
    pub fn get(&self, row: &RecordId, column: &RecordId) -> Option<&RolePlace> {
        let at = self.at.get(&(row.clone(), column.clone()))?;
        self.all.get(*at)
    }

    /// The places of a row that hold a letter.
    pub fn filled_in<'a>(&'a self, row: &'a RecordId) -> impl Iterator<Item = &'a RolePlace> {
        let all = self.all.iter();
        all.filter(move |place| place.row == *row && !place.letter.is_empty())
    }
}

impl Derived for RolePlaces {
    fn of(log: &Log) -> Self {
        let mut places = Self::default();
        let mut records = log.rows(ASSIGNMENT.kind);
        crate::model::sort::sort(&mut records);
        for record in records {
            let form = Form::new(log, record);
            let (Some(row), Some(column)) = (form.get(ROW), form.get(COLUMN)) else {
                continue;
            };
            let next = places.all.len();
            places
                .at
                .entry((row.clone(), column.clone()))
                .or_insert(next);
            places.all.push(RolePlace {
                letter: form.get(LETTER).unwrap_or_default(),
                record: form.record().clone(),
                row,
                column,
            });
        }
        places
    }
}

/// The id of the place of a row and a column, the same wherever it is filled.
pub fn place_of(row: &RecordId, column: &RecordId) -> Option<RecordId> {
    let id = format!("{}/{}-{}", ASSIGNMENT.kind, row.rest()?, column.rest()?);
    id.parse().ok()
}

/// What a publication covers of a place: its letter, and who stands behind it.
pub fn published_cells(place: &RecordId) -> Vec<CellId> {
    let cell = |key| (place.clone(), FieldKey::of(key));
    [LETTER.name, NAMED_PERSON.name].map(cell).to_vec()
}

/// The places of a row of the table.
pub fn places_in(log: &Log, row: &RecordId) -> Vec<RecordId> {
    if ![work_item::KIND, task::KIND].contains(&row.kind()) {
        return Vec::new();
    }
    let places = log.derived::<RolePlaces>();
    let own = places.all().iter().filter(|place| place.row == *row);
    own.map(|place| place.record.clone()).collect()
}

/// The places of a row among the deleted ones.
pub fn deleted_places(log: &Log, row: &RecordId) -> Vec<RecordId> {
    if ![work_item::KIND, task::KIND].contains(&row.kind()) {
        return Vec::new();
    }
    let mut gone = log.bin(ASSIGNMENT.kind);
    gone.retain(|place| Form::new(log, place.clone()).get(ROW).as_ref() == Some(row));
    gone
}

fn nobody_named(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let letter = form.get(LETTER).unwrap_or_default();
    let (Some(row), Some(column), true) =
        (form.referred(ROW), form.get(COLUMN), needs_a_name(&letter))
    else {
        return Vec::new();
    };
    if form.log().is_deleted(row.record()) {
        return Vec::new();
    }
    let row = row.record().clone();
    let letter = if decides(&letter) { DECIDES } else { DOES };
    let is_named = form
        .referred(NAMED_PERSON)
        .is_some_and(|person| person.has(member::PERSON.name));
    let is_person = form
        .referred(COLUMN)
        .is_some_and(|column| column.record().kind() == member::MEMBER.kind);
    Finding::at(NAMED_PERSON.name)
        .with("row", Arg::Record(row))
        .with("col", Arg::Record(column))
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
    let letter = form.get(LETTER).unwrap_or_default();
    let Some(row) = form.referred(ROW).filter(|_| decides(&letter)) else {
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
    block(
        "RACI-11",
        Gate::Publish,
        Label::new(
            "「{row}」由{col}{letter}，还没有落实到人。",
            "{col} {letter} on \"{row}\", but no person is named.",
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
