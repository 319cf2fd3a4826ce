//! The plan of a new project: stages, tasks on working days in the order of their predecessors, and the beginning of
//! the role table.

use super::days::{Span, fitted, lag};
use super::people::NewPeople;
use super::{Start, words};
use crate::analysis::begin::draft::{Local, NewId, NewRecord};
use crate::model::template::{Choice, Label, Lang};
use crate::model::value::Value;
use crate::templates::preset::{Preset, Role, TaskRow, WorkItemRow};
use crate::templates::{assignment, dependency, stage, task, work_item};
use std::collections::BTreeMap;

/// Adds the work items and their letters; gives the work item of each task that has one.
pub(super) fn work_items(
    start: &Start,
    preset: &Preset,
    people: &NewPeople,
    records: &mut Vec<NewRecord>,
) -> BTreeMap<usize, Local> {
    let mut out = BTreeMap::new();
    for row in preset.work_items {
        let owner = match row.owner {
            Some(party) => people.first_of(party).map(|place| place.department),
            None => people.lead_department,
        };
        let Some(owner) = owner else { continue };
        let item = records.len();
        records.push(
            NewRecord::new(work_item::WORK_ITEM.kind)
                .text(work_item::NAME, words(start, row.name))
                .refer(work_item::LEAD_DEPARTMENT, Some(owner))
                .prefilled(),
        );
        out.insert(row.task, item);
        letters(people, row, item, records);
    }
    out
}

fn letters(people: &NewPeople, row: &WorkItemRow, item: Local, records: &mut Vec<NewRecord>) {
    let mut consulted = 0;
    for place in &people.places {
        if let (Some(rep), Some(mut letter)) = (place.rep, people.letter(place, row)) {
            if letter == assignment::CONSULTED {
                consulted += 1;
                if consulted > MOST_CONSULTED || consulted * 2 > people.places.len() {
                    letter = assignment::INFORMED;
                }
            }
            let acts = ![assignment::CONSULTED, assignment::INFORMED].contains(&letter);
            let person = Some(rep).filter(|_| acts);
            records.push(a_letter(item, place.department, letter, person));
        }
    }
    let persons = [
        (row.lead, Some(people.lead)),
        (row.coordinator, people.coordinator),
        // What the sponsor decides the lead decides where nobody sponsors.
        (row.sponsor, people.sponsor.or(Some(people.lead))),
    ];
    for (letter, person) in persons {
        if let (Some(letter), Some(person)) = (letter, person) {
            records.push(a_letter(item, person, letter, Some(person)));
        }
    }
}

fn a_letter(item: Local, column: Local, letter: Choice, person: Option<Local>) -> NewRecord {
    NewRecord::new(assignment::ASSIGNMENT.kind)
        .id(NewId::Pair(item, column))
        .refer(assignment::ROW, Some(item))
        .refer(assignment::COLUMN, Some(column))
        .set(assignment::LETTER, letter.key.to_owned())
        .refer(assignment::NAMED_PERSON, person)
        .prefilled()
}

/// So many are consulted on one matter (RACI-05), and at most half of all; the others are told, and asked in the
/// consultation.
const MOST_CONSULTED: usize = 4;

/// What each of several departments does in a task of all.
const OWN_PART: Label = Label::new("本部门的部分", "the part of their department");
/// So many people help with one task (TASK-15).
const MOST_HELPERS: usize = 5;

/// A row of the preset as this project has it.
pub(super) struct Planned<'p> {
    /// Its place among the rows of the preset.
    pub(super) at: usize,
    pub(super) row: &'p TaskRow,
    owner: Local,
    /// The department it is for, where the row is there for each.
    department: Option<Local>,
}

/// Adds stages and tasks; gives the days of each task of the preset that is there. A task whose department does not
/// take part is left out, and what waited for it waits for what it waited for.
pub(super) fn tasks(
    start: &Start,
    preset: &Preset,
    people: &NewPeople,
    items: &BTreeMap<usize, Local>,
    records: &mut Vec<NewRecord>,
) -> BTreeMap<usize, Span> {
    let stages = records.len();
    for (number, row) in (1i64..).zip(preset.stages) {
        records.push(
            NewRecord::new(stage::STAGE.kind)
                .text(stage::NAME, words(start, row.name))
                .set(stage::SEQ, number)
                .prefilled(),
        );
    }
    let planned = planned(preset, people);
    let before = predecessors(preset, &planned);
    let spans = fitted(start, preset, &planned, &before);
    let mut made: Vec<Local> = Vec::new();
    for (number, one) in planned.iter().enumerate() {
        let row = one.row;
        let place = records.len();
        made.push(place);
        let title = titled(start, people, one);
        let mut record = NewRecord::new(task::TASK.kind)
            .text(task::TITLE, &title)
            .refer(task::STAGE, Some(stages + row.stage))
            .refer(task::WORK_ITEM, items.get(&one.at).copied())
            .set(task::TASK_TYPE, row.task_type.key.to_owned())
            .refer(task::OWNER, Some(one.owner))
            .refer(task::REVIEWER, reviewer(people, one.owner))
            .set(task::PRIORITY, row.priority.to_owned())
            .text(task::DELIVERABLE, words(start, row.deliverable));
        let part = Value::text(words(start, OWN_PART));
        let helpers = people.helpers(row.owner).into_iter().take(MOST_HELPERS);
        record
            .elements
            .extend(helpers.map(|helper| (task::HELPERS.name, helper, part.clone())));
        if let Some((first, last)) = spans.get(number) {
            record = record
                .set(task::CURRENT_START, *first)
                .set(task::CURRENT_END, *last);
        }
        records.push(record.prefilled());
        records.extend(before[number].iter().map(|before| {
            NewRecord::new(dependency::DEPENDENCY.kind)
                .under(place)
                .refer(dependency::PREDECESSOR, Some(made[*before]))
                .set(dependency::KIND_OF, dependency::FS.key.to_owned())
                .put(dependency::LAG_DAYS.name, lag(&spans, *before, number))
                .prefilled()
        }));
    }
    let days = planned.iter().zip(spans);
    days.map(|(one, span)| (one.at, span)).collect()
}

/// The rows that this project has, by stage and first day, so that whatever waits stands behind what it waits for.
fn planned<'p>(preset: &'p Preset, people: &NewPeople) -> Vec<Planned<'p>> {
    let mut out = Vec::new();
    for (at, row) in preset.tasks.iter().enumerate() {
        let one = |owner, department| Planned {
            at,
            row,
            owner,
            department,
        };
        match row.owner {
            Role::Each => out.extend(
                people
                    .without_rows(preset)
                    .map(|(department, rep)| one(rep, Some(department))),
            ),
            role => out.extend(people.holder(role).map(|owner| one(owner, None))),
        }
    }
    out.sort_by_key(|one| (one.row.stage, one.row.days.0, one.at));
    out
}

fn titled(start: &Start, people: &NewPeople, one: &Planned<'_>) -> String {
    let title = words(start, one.row.title);
    let name = one.department.and_then(|at| people.name_of(at));
    match (name, start.lang) {
        (None, _) => title.to_owned(),
        (Some(name), Lang::Zh) => format!("{name}：{title}"),
        (Some(name), Lang::En) => format!("{name}: {title}"),
    }
}

/// The lead looks at what others deliver, the sponsor at what the lead delivers.
fn reviewer(people: &NewPeople, owner: Local) -> Option<Local> {
    [Some(people.lead), people.sponsor]
        .into_iter()
        .flatten()
        .find(|reviewer| !people.are_one(*reviewer, owner))
}

/// The tasks that each waits for, by place in the plan. What stands in for a row that is not there counts only where
/// nothing else that the task waits for waits for it already.
fn predecessors(preset: &Preset, planned: &[Planned<'_>]) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    for one in planned {
        let (mut direct, mut instead) = (Vec::new(), Vec::new());
        for at in one.row.after {
            let here = places(planned, *at, one.department);
            if here.is_empty() {
                stand_ins(preset, planned, *at, &mut instead);
            }
            direct.extend(here);
        }
        for place in instead {
            let is_known = direct.iter().any(|known| reaches(&out, *known, place));
            if !is_known {
                direct.push(place);
            }
        }
        out.push(direct);
    }
    out
}

/// Where a row of the preset stands in the plan; of a row for each department, that of the same one where there is one.
fn places(planned: &[Planned<'_>], at: usize, department: Option<Local>) -> Vec<usize> {
    let of_same = |one: &Planned<'_>| department.is_none() || one.department == department;
    let is_free = |one: &Planned<'_>| one.department.is_none() || of_same(one);
    let found = planned.iter().enumerate();
    found
        .filter(|(_, one)| one.at == at && is_free(one))
        .map(|(place, _)| place)
        .collect()
}

fn stand_ins(preset: &Preset, planned: &[Planned<'_>], at: usize, out: &mut Vec<usize>) {
    for before in preset.tasks[at].after {
        let here = places(planned, *before, None);
        if here.is_empty() {
            stand_ins(preset, planned, *before, out);
        }
        out.extend(here);
    }
}

/// Whether a task is another or waits for it, over however many.
fn reaches(before: &[Vec<usize>], from: usize, wanted: usize) -> bool {
    from == wanted
        || before
            .get(from)
            .is_some_and(|waits| waits.iter().any(|one| reaches(before, *one, wanted)))
}
