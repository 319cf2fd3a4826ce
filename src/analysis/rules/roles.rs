//! Checks of the role table that look at a whole row or a whole column: who decides and who does the work, whether too
//! many do, whether two copies differ. What one place lacks is checked with it.

use super::checks::{CheckedFinding, checked};
use crate::analysis::people::role_table::{live_rows, role_columns};
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule};
use crate::model::{FieldKey, Moment};
use crate::templates::assignment::{self, RolePlaces};
use crate::templates::{block, department, hint, warn, work_item};
use std::collections::BTreeMap;

/// More doers than this and a work item is better split (RACI-04).
const MOST_DOERS: usize = 3;
/// More to be asked than this make a decision slow (RACI-05).
const MOST_CONSULTED: usize = 4;
/// A share of the table says something from so many rows on (RACI-08, RACI-09).
const LEAST_ROWS: usize = 4;
/// Who decides on more of the rows than this share, in per cent, may be a bottleneck (RACI-08).
const MOST_DECIDED_PCT: usize = 40;
/// Who does more of the rows than this share, in per cent, may have too much (RACI-09).
const MOST_DONE_PCT: usize = 50;

/// What the letters of a row, or of a column, say together.
#[derive(Default)]
struct LetterCount {
    deciders: Vec<RecordId>,
    doers: usize,
    consulted: usize,
    informed: usize,
    /// How many places hold a letter.
    parties: usize,
}

impl LetterCount {
    fn add(&mut self, place: &assignment::RolePlace) {
        let letter = place.letter.as_str();
        self.parties += 1;
        if assignment::decides(letter) {
            self.deciders.push(place.record.clone());
        }
        self.doers += usize::from(assignment::does(letter));
        self.consulted += usize::from(letter == assignment::CONSULTED.key);
        self.informed += usize::from(letter == assignment::INFORMED.key);
    }
}

/// All rows and all columns: counted once, asked for every one.
struct LetterCounts {
    rows: BTreeMap<RecordId, LetterCount>,
    columns: BTreeMap<RecordId, LetterCount>,
    /// How many columns the table has, and how many rows.
    width: usize,
    height: usize,
}

impl Derived for LetterCounts {
    fn of(log: &Log) -> Self {
        let mut counts = Self {
            rows: BTreeMap::new(),
            columns: BTreeMap::new(),
            width: role_columns(log).len(),
            height: live_rows(log).len(),
        };
        let places = log.derived::<RolePlaces>();
        let filled = places.all().iter();
        let filled = filled.filter(|place| !place.letter.is_empty() && log.is_visible(&place.row));
        for place in filled {
            counts.rows.entry(place.row.clone()).or_default().add(place);
            let column = counts.columns.entry(place.column.clone());
            column.or_default().add(place);
        }
        counts
    }
}

/// A finding on a row, where what is counted in it is wrong; with that number.
fn row(form: &Form<'_>, count: fn(&LetterCount, &LetterCounts) -> Option<usize>) -> Vec<Finding> {
    let counts = form.log().derived::<LetterCounts>();
    let none = LetterCount::default();
    let own = counts.rows.get(form.record()).unwrap_or(&none);
    let found = count(own, &counts).filter(|_| form.has(work_item::NAME.name));
    let finding = |n: usize| {
        Finding::at(work_item::NAME.name)
            .with("row", Arg::Record(form.record().clone()))
            .with("n", number(n))
    };
    found.map(finding).into_iter().collect()
}

/// Several decide: at the last of their places.
fn several_decide(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let counts = form.log().derived::<LetterCounts>();
    let deciders = counts.rows.get(form.record()).map(|own| &own.deciders);
    let last = deciders
        .filter(|all| all.len() > 1)
        .and_then(|all| all.last());
    let n = deciders.map_or(0, Vec::len);
    let finding = |place: &RecordId| Finding {
        record: Some(place.clone()),
        ..Finding::at(assignment::LETTER.name)
            .with("row", Arg::Record(form.record().clone()))
            .with("n", number(n))
    };
    last.map(finding).into_iter().collect()
}

fn consulted_too_many(own: &LetterCount, all: &LetterCounts) -> Option<usize> {
    let n = own.consulted;
    (n > MOST_CONSULTED || n * 2 > all.width && n > 1).then_some(n)
}

fn tells_nobody(own: &LetterCount, _: &LetterCounts) -> Option<usize> {
    (own.parties > 0 && own.consulted + own.informed == 0).then_some(0)
}

fn involves_all(own: &LetterCount, all: &LetterCounts) -> Option<usize> {
    (own.parties > 1 && own.parties >= all.width).then_some(own.parties)
}

fn number(n: usize) -> Arg {
    Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// A finding on a column: a department of the table.
fn column(form: &Form<'_>, count: fn(&LetterCount, usize) -> Option<usize>) -> Vec<Finding> {
    let counts = form.log().derived::<LetterCounts>();
    let none = LetterCount::default();
    let is_there = counts.height >= LEAST_ROWS && department::takes_part(form);
    let own = counts.columns.get(form.record()).unwrap_or(&none);
    let found = count(own, counts.height).filter(|_| is_there);
    let finding = |n: usize| {
        Finding::at(department::NAME.name)
            .with("col", Arg::Record(form.record().clone()))
            .with("n", number(n))
    };
    found.map(finding).into_iter().collect()
}

fn is_more_than(n: usize, of: usize, pct: usize) -> Option<usize> {
    (n * 100 > of * pct).then_some(n)
}

/// Two copies wrote different things into a place: nobody can be asked to note it before one of them stands.
fn differs(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let keys = [assignment::LETTER.name, assignment::NAMED_PERSON.name];
    let count = |key: &&str| {
        let values = form.log().distinct(form.record(), &FieldKey::of(key));
        values.len()
    };
    let found = keys.iter().find(|key| count(key) > 1);
    let finding = |key: &&'static str| {
        let row = form
            .get(assignment::ROW)
            .map_or(Arg::Text(String::new()), Arg::Record);
        let column = form.get(assignment::COLUMN);
        let column = column.map_or(Arg::Text(String::new()), Arg::Record);
        Finding::at(key)
            .with("row", row)
            .with("col", column)
            .with("n", number(count(key)))
    };
    found.map(finding).into_iter().collect()
}

const ROW_RULES: &[Rule] = &[
    block(
        "RACI-01",
        Gate::Publish,
        Label::new("「{row}」没有人拍板。", "\"{row}\" has nobody who decides."),
        |form, _| row(form, |own, _| own.deciders.is_empty().then_some(0)),
    ),
    block(
        "RACI-02",
        Gate::Publish,
        Label::new(
            "「{row}」有 {n} 方拍板。请只保留一方。",
            "{n} {n|party decides|parties decide} on \"{row}\". Keep one.",
        ),
        several_decide,
    ),
    block(
        "RACI-03",
        Gate::Publish,
        Label::new("「{row}」没有人执行。", "Nobody does \"{row}\"."),
        |form, _| row(form, |own, _| (own.doers == 0).then_some(0)),
    ),
    hint(
        "RACI-04",
        Label::new(
            "「{row}」有 {n} 个执行方，建议拆成更小的事项。",
            "\"{row}\" has {n} {n|doer|doers}; split it.",
        ),
        |form, _| row(form, |own, _| (own.doers > MOST_DOERS).then_some(own.doers)),
    ),
    warn(
        "RACI-05",
        Label::new(
            "「{row}」要咨询 {n} 方，拍板会变慢。确实都需要吗？",
            "{n} {n|party|parties} must be consulted on \"{row}\"; decisions will be slow. Are all needed?",
        ),
        |form, _| row(form, consulted_too_many),
    ),
    hint(
        "RACI-06",
        Label::new(
            "「{row}」不通知任何其他部门，请确认。",
            "\"{row}\" informs no other department. Is that intended?",
        ),
        |form, _| row(form, tells_nobody),
    ),
    hint(
        "RACI-07",
        Label::new(
            "「{row}」牵涉所有部门，是否过多？",
            "Every department is involved in \"{row}\". Too many?",
        ),
        |form, _| row(form, involves_all),
    ),
];

const COLUMN_RULES: &[Rule] = &[
    warn(
        "RACI-08",
        Label::new(
            "{col}在 {n} 个事项上拍板，可能成为瓶颈。",
            "{col} decides on {n} {n|item|items} and may be a bottleneck.",
        ),
        |form, _| {
            column(form, |own, of| {
                is_more_than(own.deciders.len(), of, MOST_DECIDED_PCT)
            })
        },
    ),
    warn(
        "RACI-09",
        Label::new(
            "{col}执行 {n} 个事项，请核对工作量。",
            "{col} does {n} {n|item|items}; check the load.",
        ),
        |form, _| column(form, |own, of| is_more_than(own.doers, of, MOST_DONE_PCT)),
    ),
    hint(
        "RACI-10",
        Label::new(
            "{col}没有执行或拍板的事项。",
            "{col} neither does nor decides anything.",
        ),
        |form, _| {
            column(form, |own, _| {
                (own.doers == 0 && own.deciders.is_empty()).then_some(0)
            })
        },
    ),
];

const PLACE_RULES: &[Rule] = &[block(
    "RACI-02",
    Gate::Publish,
    Label::new(
        "「{row}」的{col}有 {n} 种写法，还没有定下。",
        "\"{row}\", {col}: {n} {n|version|versions}, not settled yet.",
    ),
    differs,
)];

/// What the rules of the table find in a row and in its places.
pub fn found_in_row(log: &Log, row: &RecordId, now: Moment) -> Vec<CheckedFinding> {
    let places = log.derived::<RolePlaces>();
    let records = places.filled_in(row).map(|place| place.record.clone());
    let all = std::iter::once(row.clone()).chain(records);
    let of_record = |record: RecordId| {
        let own = crate::templates::rules_of(record.kind()).iter();
        let own = own.filter(|_| record.kind() == assignment::KIND);
        let rules: Vec<&'static Rule> = rules_of(record.kind()).iter().chain(own).collect();
        let form = Form::new(log, record);
        let found = rules.iter().flat_map(|rule| checked(&form, rule, now));
        found.collect::<Vec<_>>()
    };
    all.flat_map(of_record).collect()
}

/// Those of rows, of columns, and of places.
pub(super) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        work_item::KIND => ROW_RULES,
        department::KIND => COLUMN_RULES,
        assignment::KIND => PLACE_RULES,
        _ => &[],
    }
}
