//! Shapes of the log: many writes of one place, rings, deletions, seals, gaps, what nobody knows.

use super::{task, text};
use crate::desk::{Desk, LEAD};
use hepai::model::{Change, ChangeId, Value};

pub(crate) fn differences(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let rows: Vec<String> = (0..n)
        .map(|number| task(&mut desk, number, "todo"))
        .collect();
    let lamport = desk.lamport();
    for author in ["member/REP00001", "member/REP00002"] {
        desk.next_page();
        desk.author = Some(author.into());
        for (number, row) in rows.iter().enumerate() {
            let title = text(format!("{author} {number}"));
            desk.at(lamport + 1, row, &[("title", title)], &[]);
        }
    }
    desk.done()
}

pub(crate) fn parents(n: usize, is_ring: bool) -> Vec<Change> {
    let mut desk = Desk::begun();
    let ids: Vec<String> = (0..n).map(|_| desk.id("task")).collect();
    for (number, id) in ids.iter().enumerate() {
        let mut cells = vec![("title", text(format!("任务 {number}")))];
        let above = if is_ring {
            ids.get((number + 1) % n)
        } else {
            number.checked_sub(1).and_then(|above| ids.get(above))
        };
        cells.extend(above.map(|above| ("parent", text(above.clone()))));
        desk.write(id, &cells);
    }
    desk.done()
}

pub(crate) fn parent_rings(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n / 2 {
        let (a, b) = (desk.id("task"), desk.id("task"));
        let title = text(format!("环 {number}"));
        desk.write(&a, &[("title", title.clone()), ("parent", text(b.clone()))]);
        desk.write(&b, &[("title", title), ("parent", text(a))]);
    }
    desk.done()
}

fn suggest(desk: &mut Desk, target: &str, number: usize) {
    desk.author = Some("member/REP00001".into());
    desk.row(
        "proposal",
        &[
            ("parent", text(target)),
            ("target", text(target)),
            ("field", text("title")),
            ("value", text(format!("建议 {number}"))),
        ],
    );
    desk.author = Some(LEAD.into());
}

pub(crate) fn suggestions(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        let target = task(&mut desk, number, "todo");
        suggest(&mut desk, &target, number);
    }
    desk.done()
}

pub(crate) fn suggestions_on_one(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let target = task(&mut desk, 0, "todo");
    for number in 0..n {
        suggest(&mut desk, &target, number);
    }
    desk.done()
}

/// Every page writes the same cell without knowing of the others; nobody signs.
pub(crate) fn parallel(
    desk: &mut Desk,
    n: usize,
    record: &str,
    write: impl Fn(usize) -> (&'static str, Value),
) {
    let lamport = desk.lamport() + 1;
    desk.author = None;
    for number in 0..n {
        desk.next_page();
        desk.at(lamport, record, &[write(number)], &[]);
    }
}

pub(crate) fn parallel_values(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    parallel(&mut desk, n, &row, |number| {
        ("title", text(format!("写法 {number}")))
    });
    desk.done()
}

/// Three tasks, each put under the next one by many who did not know of each other.
pub(crate) fn parallel_parents(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let rows: Vec<String> = (0..3).map(|at| task(&mut desk, at, "todo")).collect();
    for (at, row) in rows.iter().enumerate() {
        let next = rows[(at + 1) % 3].clone();
        parallel(&mut desk, n, row, move |_| ("parent", text(next.clone())));
    }
    desk.done()
}

pub(crate) fn parallel_deletions(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    parallel(&mut desk, n, &row, |number| {
        ("title", text(format!("写法 {number}")))
    });
    parallel(&mut desk, n, &row, |_| ("deleted", Value::Bool(true)));
    desk.done()
}

/// One field written again and again, and as often deleted by somebody who knew so many of the writes.
pub(crate) fn knowing_deletions(n: usize, known: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    let mut writes: Vec<ChangeId> = Vec::new();
    for number in 0..n {
        let last = writes.last().copied();
        let title = text(format!("第 {number} 稿"));
        writes.push(desk.write_knowing(&row, &[("title", title)], last.as_slice()));
    }
    let lamport = desk.lamport() + 1;
    for number in 0..n {
        desk.next_page();
        let names: Vec<ChangeId> = (0..known)
            .map(|which| writes[(number + which * n / 2) % n])
            .collect();
        desk.at(lamport, &row, &[("deleted", Value::Bool(true))], &names);
    }
    desk.done()
}

pub(crate) fn parallel_confirmations(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let department = desk.row("department", &[("department", text("销售部"))]);
    let (_, rest) = department.split_once('/').expect("a row");
    let confirmation = format!("confirmation/{rest}");
    desk.write(&confirmation, &[("department", text(department.clone()))]);
    parallel(&mut desk, n, "charter", |number| {
        ("goal_statement", text(format!("目标 {number}")))
    });
    parallel(&mut desk, n, &confirmation, |_| {
        ("answer", text("confirmed"))
    });
    desk.done()
}

/// Many records, each deleted on two copies that did not know what two others wrote.
pub(crate) fn deleted_and_edited(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let rows: Vec<String> = (0..n)
        .map(|number| task(&mut desk, number, "todo"))
        .collect();
    let lamport = desk.lamport() + 1;
    for page in 0..4 {
        desk.next_page();
        for row in &rows {
            let cell = if page % 2 == 0 {
                ("deleted", Value::Bool(true))
            } else {
                ("title", text(format!("改于 {page}")))
            };
            desk.at(lamport, row, &[cell], &[]);
        }
    }
    desk.done()
}

/// Rows deleted as the app deletes them, each knowing what stood there.
pub(crate) fn deleted_rows(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let parent = task(&mut desk, 0, "todo");
    for number in 0..n {
        let row = desk.id("handoff");
        let cells = [
            ("parent", text(parent.clone())),
            ("what", text(format!("交接物 {number}"))),
        ];
        let made = desk.write(&row, &cells);
        desk.write_knowing(&row, &[("deleted", Value::Bool(true))], &[made]);
    }
    desk.done()
}

pub(crate) fn final_over_values(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    parallel(&mut desk, n, "charter", |number| {
        ("goal_statement", text(format!("目标 {number}")))
    });
    parallel(&mut desk, n, "charter", |number| {
        ("background", text(format!("背景 {number}")))
    });
    parallel(&mut desk, n, "charter", |_| ("status", text("confirmed")));
    desk.done()
}

/// A charter made final many times over rows that were changed without knowing of it.
pub(crate) fn final_over_rows(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let mut known: Vec<ChangeId> = Vec::new();
    for number in 0..n {
        let row = desk.id("metric");
        let cells = [
            ("parent", text("charter")),
            ("name", text(format!("指标 {number}"))),
        ];
        known.push(desk.write(&row, &cells));
        let later = desk.lamport();
        desk.next_page();
        desk.at(later + 1, &row, &[("target_value", text("7"))], &[]);
    }
    desk.write_knowing("charter", &[("status", text("confirmed"))], &known);
    desk.done()
}

pub(crate) fn letters(mut number: usize) -> String {
    let mut out = String::new();
    for _ in 0..4 {
        out.push(char::from(
            b'a' + u8::try_from(number % 26).expect("a letter"),
        ));
        number /= 26;
    }
    out
}

pub(crate) fn unknown_fields(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    let keys: Vec<String> = (0..n)
        .map(|number| format!("zz_{}", letters(number)))
        .collect();
    let cells: Vec<(&str, Value)> = keys.iter().map(|key| (key.as_str(), text("值"))).collect();
    desk.write(&row, &cells);
    desk.done()
}

/// The same, each by a change of its own that a second one contradicts.
pub(crate) fn unknown_fields_one_by_one(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    for page in 0..2 {
        desk.next_page();
        for number in 0..n {
            let key = format!("zz_{}", letters(number));
            desk.write(&row, &[(&key, text(format!("值 {page}")))]);
        }
    }
    desk.done()
}

/// One field rewritten again and again, as a person does.
pub(crate) fn history_of_a_cell(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    let mut last: Vec<ChangeId> = Vec::new();
    for number in 0..n {
        let title = text(format!("第 {number} 稿"));
        last = vec![desk.write_knowing(&row, &[("title", title)], &last)];
    }
    desk.write_knowing(&row, &[("deleted", Value::Bool(true))], &last);
    desk.done()
}

/// A write that names n others, of which none is there, once for every task.
pub(crate) fn names_of_a_write(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let rows: Vec<String> = (0..20)
        .map(|number| task(&mut desk, number, "todo"))
        .collect();
    let names: Vec<ChangeId> = (0..n)
        .map(|number| {
            format!("ZZZZZZZZZZ-{}", 2 * number + 1)
                .parse()
                .expect("an id")
        })
        .collect();
    for row in &rows {
        desk.write_knowing(row, &[("title", text("名单"))], &names);
    }
    desk.done()
}

/// Pages of which every second change is missing.
pub(crate) fn gaps(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    let mut last: Vec<ChangeId> = Vec::new();
    for number in 0..n {
        let id = desk.write_knowing(&row, &[("title", text(format!("第 {number} 稿")))], &last);
        last = vec![ChangeId {
            replica: id.replica,
            seq: id.seq + 1_000_000 + 2 * number as u64,
        }];
    }
    desk.done()
}

/// One task written by a page each.
pub(crate) fn pages(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        desk.next_page();
        desk.author = None;
        task(&mut desk, number, "todo");
    }
    desk.done()
}

pub(crate) fn long_text(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    desk.write("charter", &[("background", text("a\n".repeat(n)))]);
    desk.done()
}

pub(crate) fn unknown_kinds(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        desk.row(
            &format!("zz_{}", letters(number)),
            &[("name", text("新的"))],
        );
    }
    desk.done()
}
