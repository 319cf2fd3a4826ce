//! The shapes.

mod people;
mod plan;
mod writes;

use crate::desk::{Desk, LEAD};
use crate::rows;
use hepai::exchange::limits;
use hepai::model::{Change, Value};
use people::{
    Same, absences, agenda_items, comments, confirmations, departments, helpers, members,
    people_with_tasks, recipients, work_items,
};
use plan::{
    calendar_lines, dependencies, dependency_ladder, handoffs_of_a_task, issues, metrics,
    milestones, tasks, tasks_with_handoffs,
};
use writes::{
    deleted_and_edited, deleted_rows, differences, final_over_rows, final_over_values, gaps,
    history_of_a_cell, knowing_deletions, long_text, names_of_a_write, pages,
    parallel_confirmations, parallel_deletions, parallel_parents, parallel_values, parent_rings,
    parents, suggestions, suggestions_on_one, unknown_fields, unknown_fields_one_by_one,
    unknown_kinds,
};

/// A project of a size.
pub struct Shape {
    /// What there is many of.
    pub name: &'static str,
    /// The size to measure at, and its double.
    pub n: usize,
    /// The largest size that a declared limit admits.
    pub most: usize,
    /// All changes of the project at a size.
    pub changes: fn(usize) -> Vec<Change>,
}

const fn shape(name: &'static str, n: usize, changes: fn(usize) -> Vec<Change>) -> Shape {
    let most = limits::CHANGES / 4;
    Shape {
        name,
        n,
        most,
        changes,
    }
}

/// A shape of one record or one text, whose size has a limit of its own.
const fn up_to(most: usize, shape: Shape) -> Shape {
    Shape { most, ..shape }
}

/// What the fields that a task has of itself leave.
const FIELDS: usize = limits::FIELDS - 20;

/// Every shape.
pub const SHAPES: &[Shape] = &[
    shape("plain-tasks", 1500, |n| tasks(n, "todo")),
    shape("tasks-done", 1500, |n| tasks(n, "done")),
    shape("handoffs-of-a-task", 500, handoffs_of_a_task),
    shape("tasks-with-handoffs", 500, tasks_with_handoffs),
    shape("absences-of-a-member", 500, absences),
    shape("people-with-tasks", 500, people_with_tasks),
    shape("members", 500, |n| members(n, Same::None)),
    shape("same-as-chain", 500, |n| members(n, Same::Chain)),
    shape("same-as-ring", 500, |n| members(n, Same::Ring)),
    shape("same-as-star", 500, |n| members(n, Same::Star)),
    shape("metrics", 500, metrics),
    shape("recipients-of-a-decision", 500, recipients),
    shape("confirmations", 500, confirmations),
    shape("calendar-lines-x-tasks", 200, calendar_lines),
    shape("work-items-x-departments", 20, work_items),
    shape("departments", 300, departments),
    shape("milestones", 1000, milestones),
    shape("differences", 1000, differences),
    shape("dependency-chain", 500, |n| dependencies(n, false)),
    shape("dependency-ring", 500, |n| dependencies(n, true)),
    shape("dependency-ladder", 500, dependency_ladder),
    shape("parent-chain", 500, |n| parents(n, false)),
    shape("parent-ring", 500, |n| parents(n, true)),
    shape("parent-rings", 500, parent_rings),
    shape("suggestions", 500, suggestions),
    shape("suggestions-on-one", 500, suggestions_on_one),
    shape("issues", 500, issues),
    shape("parallel-values", 1000, parallel_values),
    shape("parallel-parents", 500, parallel_parents),
    shape("parallel-deletions", 300, parallel_deletions),
    shape("parallel-confirmations", 400, parallel_confirmations),
    shape("deletions-that-know-one", 500, |n| knowing_deletions(n, 1)),
    shape("deletions-that-know-two", 500, |n| knowing_deletions(n, 2)),
    shape("deleted-and-edited", 300, deleted_and_edited),
    shape("deleted-rows", 1000, deleted_rows),
    shape("final-over-values", 400, final_over_values),
    shape("final-over-rows", 500, final_over_rows),
    up_to(FIELDS, shape("unknown-fields", 2000, unknown_fields)),
    up_to(
        FIELDS,
        shape("unknown-fields-by-hand", 500, unknown_fields_one_by_one),
    ),
    up_to(FIELDS, shape("helpers", 2000, helpers)),
    shape("history-of-a-cell", 1000, history_of_a_cell),
    shape("names-of-a-write", 1000, names_of_a_write),
    shape("gaps", 1000, gaps),
    shape("pages", 1000, pages),
    up_to(
        limits::TEXT_BYTES / 3 - 100,
        shape("long-text", 150_000, long_text),
    ),
    shape("comments", 1000, comments),
    shape("agenda-items", 500, agenda_items),
    shape("unknown-kinds", 500, unknown_kinds),
    shape(
        "work-items-with-letters",
        500,
        rows::work_items_with_letters,
    ),
    shape("letters-of-a-work-item", 500, rows::letters_of_a_work_item),
    shape("work-items-alike", 500, rows::work_items_alike),
    shape("duties-alike", 500, rows::duties_alike),
    shape("needs", 500, rows::needs),
    shape("deliverables-x-tasks", 500, rows::deliverables_x_tasks),
    shape("stages", 500, rows::stages),
    shape("people-who-lead", 500, rows::leads),
    shape("people-who-leave", 500, rows::leaving),
    shape("risks-alike", 500, rows::risks_alike),
    shape("absences-with-cover", 500, rows::absences_with_cover),
    shape("calendar-of-rest", 500, rows::calendar_of_rest),
    shape("differences-on-agenda", 500, rows::differences_on_agenda),
];

pub(crate) fn text(value: impl Into<String>) -> Value {
    Value::text(value.into())
}

/// A day of 2026.
pub(crate) fn day(number: usize) -> Value {
    text(format!(
        "2026-{:02}-{:02}",
        3 + number / 27 % 9,
        1 + number % 27
    ))
}

pub(crate) fn task(desk: &mut Desk, number: usize, status: &str) -> String {
    let mut cells = vec![
        ("title", text(format!("任务 {number}"))),
        ("owner", text(LEAD)),
        ("code", Value::int(i64::try_from(number).expect("small"))),
        ("current_start", day(number)),
        ("current_end", day(number + 2)),
        ("status", text(status)),
        ("order", text(format!("{number:06}"))),
    ];
    if status == "done" {
        cells.push(("actual_end", day(number + 3)));
        cells.push(("percent", Value::int(100)));
    }
    desk.row("task", &cells)
}
