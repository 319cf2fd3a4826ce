//! Rows that checks compare with each other, or with who answers for them.

use crate::desk::{Desk, LEAD};
use crate::shapes::{day, task, text};
use hepai::model::{Change, Value};

fn department(desk: &mut Desk, number: usize, duties: &str) -> String {
    let name = text(format!("部门 {number}"));
    let cells = [("department", name), ("duties", text(duties))];
    desk.row("department", &cells)
}

fn work_item(desk: &mut Desk, name: String, owner: &str) -> String {
    let cells = [("name", text(name)), ("lead_department", text(owner))];
    desk.row("work_item", &cells)
}

fn letter(desk: &mut Desk, item: &str, column: usize, letter: &str) {
    let (_, row) = item.split_once('/').expect("a row");
    let cells = [("row", text(item)), ("letter", text(letter))];
    desk.write(&format!("assignment/{row}-{column}"), &cells);
}

/// Three letters each.
pub(crate) fn work_items_with_letters(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let owner = department(&mut desk, 0, "");
    for number in 0..n {
        let item = work_item(&mut desk, format!("事项 {number}"), &owner);
        for (at, one) in ["A", "R", "C"].iter().enumerate() {
            letter(&mut desk, &item, at, one);
        }
    }
    desk.done()
}

/// All letters of one row.
pub(crate) fn letters_of_a_work_item(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let owner = department(&mut desk, 0, "");
    let item = work_item(&mut desk, "事项".into(), &owner);
    for number in 0..n {
        letter(&mut desk, &item, number, "R");
    }
    desk.done()
}

/// Names that are nearly the same, in two departments.
pub(crate) fn work_items_alike(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let owners = [0, 1].map(|number| department(&mut desk, number, ""));
    for number in 0..n {
        let name = format!("编制年度推广方案并组织各部门培训 {number}");
        work_item(&mut desk, name, &owners[number % 2]);
    }
    desk.done()
}

/// The same line of duties in every department.
pub(crate) fn duties_alike(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        department(&mut desk, number, "负责推广");
    }
    desk.done()
}

/// Needs of one department that another one offers.
pub(crate) fn needs(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let sides = [0, 1].map(|number| department(&mut desk, number, ""));
    for number in 0..n {
        for (side, own, other) in [("needs", 0, 1), ("gives", 1, 0)] {
            desk.row(
                "need",
                &[
                    ("parent", text(sides[own].clone())),
                    ("other", text(sides[other].clone())),
                    ("side", text(side)),
                    ("what", text(format!("资料 {number}"))),
                ],
            );
        }
    }
    desk.done()
}

/// Deliverables that no task makes.
pub(crate) fn deliverables_x_tasks(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        task(&mut desk, number, "todo");
        let name = text(format!("交付物 {number}"));
        desk.row(
            "deliverable",
            &[("parent", text("charter")), ("name", name)],
        );
    }
    desk.done()
}

/// A task for each stage.
pub(crate) fn stages(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        let stage = desk.row("stage", &[("name", text(format!("阶段 {number}")))]);
        let row = task(&mut desk, number, "todo");
        desk.write(&row, &[("stage", text(stage))]);
    }
    desk.done()
}

/// People of one role with a late task each, who leave before it is done.
fn people(n: usize, role: &str, leave: Option<Value>) -> Vec<Change> {
    let mut desk = Desk::begun();
    let home = department(&mut desk, 0, "");
    for number in 0..n {
        let mut cells = vec![
            ("person", text(format!("人 {number}"))),
            ("department", text(home.clone())),
            ("project_role", text(role)),
        ];
        cells.extend(leave.clone().map(|day| ("leave_date", day)));
        let person = desk.row("member", &cells);
        let row = task(&mut desk, 0, "doing");
        desk.write(&row, &[("owner", text(person))]);
    }
    desk.done()
}

pub(crate) fn leads(n: usize) -> Vec<Change> {
    people(n, "lead", None)
}

pub(crate) fn leaving(n: usize) -> Vec<Change> {
    people(n, "member", Some(day(1)))
}

/// Issues that any of the risks may have become.
pub(crate) fn risks_alike(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for _ in 0..n {
        for (kind, status) in [("issue", "submitted"), ("risk", "assessed")] {
            let cells = [("title", text("延误")), ("status", text(status))];
            desk.row(kind, &cells);
        }
    }
    desk.done()
}

/// Absences that each say who takes over, and whose cover is away as well.
pub(crate) fn absences_with_cover(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        let both = [LEAD, "member/REP00001"];
        desk.row(
            "absence",
            &[
                ("parent", text(both[number % 2])),
                ("covered_by", text(both[(number + 1) % 2])),
                ("from", day(number)),
                ("to", day(number + 1)),
            ],
        );
    }
    desk.done()
}

/// A calendar in which nothing is worked, and days to look for in it.
pub(crate) fn calendar_of_rest(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    desk.row(
        "calendar_day",
        &[
            ("parent", text("settings")),
            ("from", text("2026-01-01")),
            ("to", text("2199-12-31")),
        ],
    );
    for number in 0..n {
        task(&mut desk, number, "todo");
    }
    desk.done()
}

/// Differences, each on the agenda.
pub(crate) fn differences_on_agenda(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let kind = [("kind_of", text("weekly")), ("weekday", Value::int(1))];
    let meeting = desk.row("meeting", &kind);
    for number in 0..n {
        let row = task(&mut desk, number, "todo");
        desk.write(&row, &[("title", text("别的"))]);
        desk.row(
            "agenda_item",
            &[
                ("parent", text(meeting.clone())),
                ("about", text(row)),
                ("about_field", text("title")),
            ],
        );
    }
    desk.done()
}
