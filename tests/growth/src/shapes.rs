//! The shapes.

use crate::desk::{Desk, LEAD};
use crate::rows;
use hepai::exchange::limits;
use hepai::model::{Change, ChangeId, Value};

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
    shape("members", 500, |n| members(n, Same::None)),
    shape("same-as-chain", 500, |n| members(n, Same::Chain)),
    shape("same-as-ring", 500, |n| members(n, Same::Ring)),
    shape("same-as-star", 500, |n| members(n, Same::Star)),
    shape("metrics", 500, metrics),
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

fn tasks(n: usize, status: &str) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        task(&mut desk, number, status);
    }
    desk.done()
}

fn handoff(desk: &mut Desk, task: &str, number: usize) {
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

fn handoffs_of_a_task(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let task = task(&mut desk, 0, "doing");
    for number in 0..n {
        handoff(&mut desk, &task, number);
    }
    desk.done()
}

fn tasks_with_handoffs(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        let task = task(&mut desk, number, "doing");
        handoff(&mut desk, &task, number);
        handoff(&mut desk, &task, number + 1);
    }
    desk.done()
}

fn absences(n: usize) -> Vec<Change> {
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
enum Same {
    None,
    Chain,
    Ring,
    Star,
}

fn members(n: usize, same: Same) -> Vec<Change> {
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

fn metrics(n: usize) -> Vec<Change> {
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

fn confirmations(n: usize) -> Vec<Change> {
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

fn calendar_lines(n: usize) -> Vec<Change> {
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

fn work_items(n: usize) -> Vec<Change> {
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

fn departments(n: usize) -> Vec<Change> {
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

fn milestones(n: usize) -> Vec<Change> {
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

fn differences(n: usize) -> Vec<Change> {
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

fn depends(desk: &mut Desk, on: &str, task: &str) {
    desk.row(
        "dependency",
        &[("parent", text(task)), ("predecessor", text(on))],
    );
}

fn dependencies(n: usize, is_ring: bool) -> Vec<Change> {
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
fn dependency_ladder(n: usize) -> Vec<Change> {
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

fn parents(n: usize, is_ring: bool) -> Vec<Change> {
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

fn parent_rings(n: usize) -> Vec<Change> {
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

fn suggestions(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        let target = task(&mut desk, number, "todo");
        suggest(&mut desk, &target, number);
    }
    desk.done()
}

fn suggestions_on_one(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let target = task(&mut desk, 0, "todo");
    for number in 0..n {
        suggest(&mut desk, &target, number);
    }
    desk.done()
}

fn issues(n: usize) -> Vec<Change> {
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

/// Every page writes the same cell without knowing of the others; nobody signs.
fn parallel(
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

fn parallel_values(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    parallel(&mut desk, n, &row, |number| {
        ("title", text(format!("写法 {number}")))
    });
    desk.done()
}

fn parallel_deletions(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    let row = task(&mut desk, 0, "todo");
    parallel(&mut desk, n, &row, |number| {
        ("title", text(format!("写法 {number}")))
    });
    parallel(&mut desk, n, &row, |_| ("deleted", Value::Bool(true)));
    desk.done()
}

/// One field written again and again, and as often deleted by somebody who knew so many of the writes.
fn knowing_deletions(n: usize, known: usize) -> Vec<Change> {
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

fn parallel_confirmations(n: usize) -> Vec<Change> {
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
fn deleted_and_edited(n: usize) -> Vec<Change> {
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
fn deleted_rows(n: usize) -> Vec<Change> {
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

fn final_over_values(n: usize) -> Vec<Change> {
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
fn final_over_rows(n: usize) -> Vec<Change> {
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

fn letters(mut number: usize) -> String {
    let mut out = String::new();
    for _ in 0..4 {
        out.push(char::from(
            b'a' + u8::try_from(number % 26).expect("a letter"),
        ));
        number /= 26;
    }
    out
}

fn unknown_fields(n: usize) -> Vec<Change> {
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
fn unknown_fields_one_by_one(n: usize) -> Vec<Change> {
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

fn helpers(n: usize) -> Vec<Change> {
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

/// One field rewritten again and again, as a person does.
fn history_of_a_cell(n: usize) -> Vec<Change> {
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
fn names_of_a_write(n: usize) -> Vec<Change> {
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
fn gaps(n: usize) -> Vec<Change> {
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
fn pages(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        desk.next_page();
        desk.author = None;
        task(&mut desk, number, "todo");
    }
    desk.done()
}

fn long_text(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    desk.write("charter", &[("background", text("a\n".repeat(n)))]);
    desk.done()
}

fn comments(n: usize) -> Vec<Change> {
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
fn agenda_items(n: usize) -> Vec<Change> {
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

fn unknown_kinds(n: usize) -> Vec<Change> {
    let mut desk = Desk::begun();
    for number in 0..n {
        desk.row(
            &format!("zz_{}", letters(number)),
            &[("name", text("新的"))],
        );
    }
    desk.done()
}
