//! The plan of a new project: stages, tasks on working days in the order of their predecessors, and the beginning of
//! the role table.

use super::people::NewPeople;
use super::{Start, words};
use crate::analysis::begin::draft::{Local, NewId, NewRecord};
use crate::analysis::time::calendar::{Calendar, later};
use crate::model::template::Choice;
use crate::templates::preset::{Preset, WorkItemRow};
use crate::templates::{assignment, dependency, stage, task, work_item};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// First and last day.
type Span = (NaiveDate, NaiveDate);

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
            Some(desk) => people.place(desk).map(|place| place.department),
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
    for place in &people.places {
        if let (Some(rep), Some(letter)) = (place.rep, people.letter(place, row)) {
            let acts = ![assignment::CONSULTED, assignment::INFORMED].contains(&letter);
            let person = Some(rep).filter(|_| acts);
            records.push(a_letter(item, place.department, letter, person));
        }
    }
    if let Some(letter) = row.lead {
        records.push(a_letter(item, people.lead, letter, Some(people.lead)));
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
    let kept: BTreeMap<usize, Local> = preset
        .tasks
        .iter()
        .enumerate()
        .filter_map(|(at, row)| Some((at, people.holder(row.owner)?)))
        .collect();
    let before = predecessors(preset, &kept);
    let spans = fitted(start, preset, &before);
    let mut made: BTreeMap<usize, Local> = BTreeMap::new();
    for (at, owner) in &kept {
        let row = &preset.tasks[*at];
        let place = records.len();
        made.insert(*at, place);
        let mut record = NewRecord::new(task::TASK.kind)
            .text(task::TITLE, words(start, row.title))
            .refer(task::STAGE, Some(stages + row.stage))
            .refer(task::WORK_ITEM, items.get(at).copied())
            .set(task::TASK_TYPE, row.task_type.key.to_owned())
            .refer(task::OWNER, Some(*owner))
            .refer(task::REVIEWER, reviewer(people, *owner))
            .set(task::PRIORITY, row.priority.to_owned())
            .text(task::DELIVERABLE, words(start, row.deliverable));
        if let Some((first, last)) = spans.get(at) {
            record = record
                .set(task::CURRENT_START, *first)
                .set(task::CURRENT_END, *last);
        }
        records.push(record.prefilled());
        let waits: Vec<Local> = before[at]
            .iter()
            .filter_map(|at| made.get(at).copied())
            .collect();
        records.extend(waits.into_iter().map(|predecessor| {
            NewRecord::new(dependency::DEPENDENCY.kind)
                .under(place)
                .refer(dependency::PREDECESSOR, Some(predecessor))
                .set(dependency::KIND_OF, dependency::FS.key.to_owned())
                .prefilled()
        }));
    }
    spans
}

/// The lead looks at what others deliver, the sponsor at what the lead delivers.
fn reviewer(people: &NewPeople, owner: Local) -> Option<Local> {
    [Some(people.lead), people.sponsor]
        .into_iter()
        .flatten()
        .find(|reviewer| !people.are_one(*reviewer, owner))
}

fn predecessors(preset: &Preset, kept: &BTreeMap<usize, Local>) -> BTreeMap<usize, Vec<usize>> {
    fn collect(preset: &Preset, kept: &BTreeMap<usize, Local>, at: usize, out: &mut Vec<usize>) {
        for before in preset.tasks[at].after {
            if !kept.contains_key(before) {
                collect(preset, kept, *before, out);
            } else if !out.contains(before) {
                out.push(*before);
            }
        }
    }
    let of = |at: &usize| {
        let mut out = Vec::new();
        collect(preset, kept, *at, &mut out);
        (*at, out)
    };
    kept.keys().map(of).collect()
}

/// Thousandths: the preset's own length.
const WHOLE: u32 = 1000;
/// A project this much longer than the preset keeps the preset's days (13 weeks are three months).
const SPARE_DAYS: u32 = 14;

/// The days of the tasks, stretched or pressed to the project's length: first as the lengths say, then a little
/// shorter each time until the last task ends in time, which holidays may ask for.
fn fitted(
    start: &Start,
    preset: &Preset,
    before: &BTreeMap<usize, Vec<usize>>,
) -> BTreeMap<usize, Span> {
    let length = u32::try_from((start.end - start.start).num_days()).unwrap_or(0);
    let keeps = (preset.days..=preset.days + SPARE_DAYS).contains(&length);
    let mut scale = if keeps {
        WHOLE
    } else {
        length.min(3660) * WHOLE / (preset.days + 4)
    };
    loop {
        let spans = laid_out(start.start, preset, before, scale);
        let ends_late = spans.values().any(|(_, last)| *last > start.end);
        if !ends_late || scale < WHOLE / 100 {
            return spans;
        }
        scale -= scale / 50 + 1;
    }
}

fn laid_out(
    start: NaiveDate,
    preset: &Preset,
    before: &BTreeMap<usize, Vec<usize>>,
    scale: u32,
) -> BTreeMap<usize, Span> {
    let calendar = Calendar::default();
    let mut spans: BTreeMap<usize, Span> = BTreeMap::new();
    for (at, waits_for) in before {
        let (from, to) = preset.tasks[*at].days;
        let (from, to) = (scaled(from, scale), scaled(to, scale));
        let ends = waits_for.iter().filter_map(|at| spans.get(at));
        let free = ends.filter_map(|(_, last)| later(*last, 1)).fold(
            later(start, u64::from(from)).unwrap_or(start),
            NaiveDate::max,
        );
        let first = calendar.next_working_day(free).unwrap_or(free);
        let last = calendar
            .add_working_days(first, weekdays(from, to) - 1)
            .unwrap_or(first);
        spans.insert(*at, (first, last));
    }
    spans
}

fn scaled(days: u32, scale: u32) -> u32 {
    (days * scale + WHOLE / 2) / WHOLE
}

/// Working days from one day of the preset to another, both counted; D+0 is a Monday. At least one.
fn weekdays(from: u32, to: u32) -> u32 {
    let worked = (from..=to).filter(|day| day % 7 < 5).count();
    u32::try_from(worked).unwrap_or(u32::MAX).max(1)
}
