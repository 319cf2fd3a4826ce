//! A plan as the browser's benchmark has it: tasks in twelve stages, owned by ten people of three departments, each
//! with what a plan usually says of one.

use crate::Desk;
use hepai::model::{Change, Log, Value};
use hepai::templates::SCHEMA;

fn text(value: impl Into<String>) -> Value {
    Value::text(value.into())
}

fn number(at: usize) -> Value {
    Value::int(i64::try_from(at).expect("small"))
}

fn record(kind: &str, at: usize) -> String {
    format!("{kind}/{at:08}")
}

fn order(at: usize) -> Value {
    text(format!("a{at:06}V"))
}

/// A plan with that many tasks.
pub fn plan(tasks: usize) -> Vec<Change> {
    let mut desk = Desk::empty();
    desk.write(
        "charter",
        &[
            ("project_name", text("计划")),
            ("goal_statement", text("三月底前上市，首月卖出五百台")),
            ("planned_start", text("2026-01-05")),
            ("planned_end", text("2026-12-31")),
        ],
    );
    for (at, name) in ["研发部", "市场部", "生产部"].into_iter().enumerate() {
        let cells = [("department", text(name)), ("order", order(at))];
        desk.write(&record("department", at), &cells);
    }
    for at in 0..10 {
        let cells = [
            ("person", text(format!("成员{}", at + 1))),
            ("department", text(record("department", at % 3))),
            ("order", order(at)),
        ];
        desk.write(&record("member", at), &cells);
    }
    for at in 0..12 {
        let cells = [
            ("name", text(format!("阶段{}", at + 1))),
            ("order", order(at)),
        ];
        desk.write(&record("stage", at), &cells);
    }
    for at in 0..tasks {
        desk.write(&record("task", at), &task(at));
    }
    desk.done()
}

/// The same, in which two thirds of the tasks each wait for the one before.
pub fn linked(tasks: usize) -> Vec<Change> {
    let mut changes = plan(tasks);
    let mut desk = Desk::of(&Log::of(&SCHEMA, 1, changes.iter().cloned()));
    for at in (1..tasks).filter(|at| at % 3 != 0) {
        let cells = [
            ("kind_of", text("FS")),
            ("parent", text(record("task", at))),
            ("predecessor", text(record("task", at - 1))),
        ];
        desk.write(&record("dependency", at), &cells);
    }
    changes.extend(desk.done());
    changes
}

fn task(at: usize) -> [(&'static str, Value); 11] {
    let day = |offset: usize| {
        let day = (at * 7 + offset) % 336;
        text(format!("2026-{:02}-{:02}", day / 28 + 1, day % 28 + 1))
    };
    [
        ("code", number(at + 1)),
        ("current_end", day(5)),
        ("current_start", day(0)),
        ("deliverable", text(format!("报告 {}", at + 1))),
        ("order", order(at)),
        ("owner", text(record("member", at % 10))),
        ("percent", number(at % 101)),
        ("priority", text(["p0", "p1", "p2", "p3"][at % 4])),
        ("stage", text(record("stage", at % 12))),
        ("status", text(["todo", "doing", "review", "done"][at % 4])),
        (
            "title",
            text(format!("完成第 {} 项工作的准备与检查", at + 1)),
        ),
    ]
}
