//! Shapes of the plan: tasks, handovers, dependencies, milestones, issues, figures.

use super::{day, task, text};
use crate::desk::{Desk, LEAD};
use hepai::model::{Change, Value};

pub(crate) fn tasks(n: usize, status: &str) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        task(&mut desk, number, status);
    }
    desk.done()
}

pub(crate) fn handoff(desk: &mut Desk, task: &str, number: usize) {
    desk.row(
        "handoff",
        &[
            ("parent", text(task)),
            ("what", text(format!("交接物 {number}"))),
            ("giver", text(LEAD)),
            ("receiver", text("member/REP00001")),
            ("promised_date", day(number)),
        ],
    );
}

pub(crate) fn handoffs_of_a_task(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let task = task(&mut desk, 0, "doing");
    for number in 0..n {
        handoff(&mut desk, &task, number);
    }
    desk.done()
}

pub(crate) fn tasks_with_handoffs(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        let task = task(&mut desk, number, "doing");
        handoff(&mut desk, &task, number);
        handoff(&mut desk, &task, number + 1);
    }
    desk.done()
}

pub(crate) fn metrics(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        desk.row(
            "metric",
            &[
                ("parent", text("charter")),
                ("name", text(format!("指标 {number}"))),
                ("unit", text("%")),
                ("baseline_value", text("10")),
                ("target_value", text("5")),
            ],
        );
    }
    desk.done()
}

pub(crate) fn calendar_lines(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        task(&mut desk, number, "todo");
        desk.row(
            "calendar_day",
            &[("from", day(number)), ("name", text("休息"))],
        );
    }
    desk.done()
}

pub(crate) fn milestones(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        desk.row(
            "milestone",
            &[
                ("name", text(format!("里程碑 {number}"))),
                ("baseline_date", day(number)),
                ("current_date", day(number + 1)),
            ],
        );
    }
    desk.done()
}

fn depends(desk: &mut Desk, on: &str, task: &str) {
    desk.row(
        "dependency",
        &[("parent", text(task)), ("predecessor", text(on))],
    );
}

pub(crate) fn dependencies(n: usize, is_ring: bool) -> Vec<Change> {
    let mut desk = Desk::begun();
    let rows: Vec<String> = (0..n)
        .map(|number| task(&mut desk, number, "todo"))
        .collect();
    for pair in rows.windows(2) {
        depends(&mut desk, &pair[0], &pair[1]);
    }
    if is_ring {
        depends(&mut desk, &rows[n - 1], &rows[0]);
    }
    desk.done()
}

/// Every task waits for the two before it: the number of ways grows without end.
pub(crate) fn dependency_ladder(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let rows: Vec<String> = (0..n)
        .map(|number| task(&mut desk, number, "todo"))
        .collect();
    for three in rows.windows(3) {
        depends(&mut desk, &three[0], &three[2]);
        depends(&mut desk, &three[1], &three[2]);
    }
    desk.done()
}

pub(crate) fn issues(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        desk.row(
            "issue",
            &[
                ("code", Value::int(i64::try_from(number).expect("small"))),
                ("title", text(format!("问题 {number}"))),
                ("severity", text("high")),
                ("owner", text(LEAD)),
                ("status", text("working")),
                ("due_at", text("2026-03-05T18:00:00+08:00")),
                ("submitted_at", text("2026-03-03T09:00:00+08:00")),
            ],
        );
    }
    desk.done()
}
