//! Shapes of departments, people and what they say.

use super::{day, task, text};
use crate::desk::{Desk, LEAD};
use hepai::model::{Change, Value};

pub(crate) fn absences(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        task(&mut desk, number, "todo");
        desk.row(
            "absence",
            &[
                ("parent", text(LEAD)),
                ("from", day(number)),
                ("to", day(number + 1)),
            ],
        );
    }
    desk.done()
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Same {
    None,
    Chain,
    Ring,
    Star,
}

pub(crate) fn members(n: usize, same: Same) -> Vec<Change> {
    let mut desk = Desk::begun();
    let ids: Vec<String> = (0..n).map(|_| desk.id("member")).collect();
    for (number, id) in ids.iter().enumerate() {
        let mut cells = vec![
            ("person", text(format!("人 {number}"))),
            ("project_role", text("member")),
        ];
        let other = match same {
            Same::None => None,
            Same::Chain => ids.get(number + 1),
            Same::Ring => ids.get((number + 1) % n),
            Same::Star => ids.first(),
        };
        cells.extend(other.map(|other| ("same_as", text(other.clone()))));
        desk.write(id, &cells);
    }
    desk.done()
}

/// Everybody has a task of their own, and is away for a while.
pub(crate) fn people_with_tasks(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        let fields = [
            ("person", text(format!("人 {number}"))),
            ("project_role", text("member")),
        ];
        let person = desk.row("member", &fields);
        let row = task(&mut desk, number, "doing");
        desk.write(&row, &[("owner", text(person.clone()))]);
        let away = [
            ("parent", text(person)),
            ("from", day(number)),
            ("to", day(number + 1)),
        ];
        desk.row("absence", &away);
    }
    desk.done()
}

/// A decision that asks everybody.
pub(crate) fn recipients(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let decision = desk.id("decision");
    let mut cells = vec![
        ("title".to_owned(), text("全员确认")),
        ("decision_text".to_owned(), text("大家都要回")),
        ("status".to_owned(), text("issued")),
    ];
    for number in 0..n {
        let fields = [
            ("person", text(format!("人 {number}"))),
            ("project_role", text("member")),
        ];
        let person = desk.row("member", &fields);
        let (_, rest) = person.split_once('/').expect("a row");
        cells.push((format!("recipients/{rest}"), Value::Bool(true)));
    }
    let cells: Vec<(&str, Value)> = cells
        .iter()
        .map(|(key, value)| (key.as_str(), value.clone()))
        .collect();
    desk.write(&decision, &cells);
    desk.done()
}

pub(crate) fn confirmations(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        let department = desk.row(
            "department",
            &[("department", text(format!("部门 {number}")))],
        );
        let (_, rest) = department.split_once('/').expect("a row");
        desk.write(
            &format!("confirmation/{rest}"),
            &[
                ("parent", text("charter")),
                ("department", text(department.clone())),
                ("answer", text("confirmed")),
            ],
        );
    }
    desk.done()
}

pub(crate) fn work_items(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let departments: Vec<String> = (0..20)
        .map(|number| {
            desk.row(
                "department",
                &[("department", text(format!("部门 {number}")))],
            )
        })
        .collect();
    for number in 0..n {
        let item = desk.row("work_item", &[("name", text(format!("工作 {number}")))]);
        for department in &departments {
            let (_, row) = item.split_once('/').expect("a row");
            let (_, column) = department.split_once('/').expect("a row");
            desk.write(
                &format!("assignment/{row}-{column}"),
                &[
                    ("row", text(item.clone())),
                    ("column", text(department.clone())),
                    ("letter", text("R")),
                ],
            );
        }
    }
    desk.done()
}

pub(crate) fn departments(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        let department = desk.id("department");
        let person = desk.row(
            "member",
            &[
                ("person", text(format!("代表 {number}"))),
                ("department", text(department.clone())),
                ("project_role", text("rep")),
            ],
        );
        desk.write(
            &department,
            &[
                ("department", text(format!("部门 {number}"))),
                ("representative", text(person)),
            ],
        );
    }
    desk.done()
}

pub(crate) fn helpers(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    let keys: Vec<String> = (0..n)
        .map(|number| format!("helpers/{number:08}"))
        .collect();
    let cells: Vec<(&str, Value)> = keys
        .iter()
        .map(|key| (key.as_str(), Value::Bool(true)))
        .collect();
    desk.write(&row, &cells);
    desk.done()
}

pub(crate) fn comments(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    for number in 0..n {
        desk.row(
            "comment",
            &[
                ("parent", text(row.clone())),
                ("text", text(format!("备注 {number}"))),
                ("by", text(LEAD)),
            ],
        );
    }
    desk.done()
}

/// Differences, each of them on the agenda of a meeting.
pub(crate) fn agenda_items(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let meeting = desk.row("meeting", &[("title", text("例会"))]);
    for number in 0..n {
        desk.row(
            "agenda_item",
            &[
                ("parent", text(meeting.clone())),
                ("topic", text(format!("议题 {number}"))),
            ],
        );
    }
    desk.done()
}
