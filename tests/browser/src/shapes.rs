//! Projects of odd shapes: thousands of rows of one kind, of differences, of fields on one record; and the pages that
//! show them. What a list may grow to, a page must bear.

use serde_json::{Value, json};

use crate::project_file::{Draft, record};

/// A project of one shape.
#[derive(Debug)]
pub struct Shape {
    /// What there is much of.
    pub name: &'static str,
    /// The project.
    pub id: String,
    /// The file.
    pub text: String,
    /// Pages that show it: the hash behind the project.
    pub pages: Vec<String>,
}

impl Shape {
    fn of(
        at: usize,
        name: &'static str,
        pages: &[&str],
        fill: impl FnOnce(Draft) -> Draft,
    ) -> Self {
        let id = format!("SHAPE{at:05}");
        let text = fill(Draft::plan(&id, name, 3)).text();
        Self::written(id, name, text, pages)
    }

    fn written(id: String, name: &'static str, text: String, pages: &[&str]) -> Self {
        Self {
            name,
            id,
            text,
            pages: pages.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Puts that many rows into a draft; a field's text has the number of its row for `#`.
fn rows(draft: Draft, kind: &str, n: usize, fields: &[(&str, Value)]) -> Draft {
    let row = |draft: Draft, at: usize| {
        let field = |draft: Draft, (field, value): &(&str, Value)| {
            let value = match value.as_str() {
                Some(text) => json!(text.replace('#', &at.to_string())),
                None => value.clone(),
            };
            draft.with(&record(kind, at + 100), field, value)
        };
        let draft = draft.with(
            &record(kind, at + 100),
            "order",
            json!(format!("b{at:06}V")),
        );
        fields.iter().fold(draft, field)
    };
    (0..n).fold(draft, row)
}

/// Every shape, with that many of what it has much of.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one list, an entry for each shape")]
pub fn shapes(n: usize) -> Vec<Shape> {
    let under = |parent: &str| ("parent", json!(parent));
    let (member, task) = (record("member", 0), record("task", 0));
    let (person_page, task_page) = (format!("/{member}"), format!("/{task}"));
    let text = |key: &'static str, text: &str| (key, json!(text));
    let charter: &[&str] = &["/charter", "", "/brief", "/checks", "/todo"];
    vec![
        Shape::of(1, "指标", &[charter, &["/metric"]].concat(), |draft| {
            rows(
                draft,
                "metric",
                n,
                &[
                    under("charter"),
                    text("name", "指标 #"),
                    text("target_value", "5"),
                    text("actual_value", "4"),
                ],
            )
        }),
        Shape::of(2, "交付物、范围和假设", charter, |draft| {
            let draft = rows(
                draft,
                "deliverable",
                n,
                &[under("charter"), text("name", "交付物 #")],
            );
            let draft = rows(
                draft,
                "scope_item",
                n,
                &[
                    under("charter"),
                    text("text", "不做 #"),
                    text("side", "out"),
                ],
            );
            rows(
                draft,
                "assumption",
                n,
                &[under("charter"), text("statement", "假设 #")],
            )
        }),
        Shape::of(
            3,
            "部门和确认",
            &[charter, &["/department", "/exchange"]].concat(),
            |draft| {
                let draft = rows(
                    draft,
                    "department",
                    n,
                    &[text("name", "部门 #"), text("participation", "participate")],
                );
                rows(
                    draft,
                    "confirmation",
                    n,
                    &[
                        text("answer", "confirmed"),
                        text("department", "department/00000#"),
                    ],
                )
            },
        ),
        Shape::of(
            4,
            "成员",
            &[
                "/member",
                &person_page,
                "/task",
                &task_page,
                "/exchange",
                "/todo",
                "/charter",
                "/checks",
                "",
            ],
            |draft| {
                rows(
                    draft,
                    "member",
                    n,
                    &[
                        text("person", "王 #"),
                        text("department", &record("department", 0)),
                    ],
                )
            },
        ),
        Shape::of(5, "缺勤", &[&person_page, "/checks", ""], |draft| {
            rows(
                draft,
                "absence",
                n,
                &[
                    under(&member),
                    text("from", "2030-03-05"),
                    text("to", "2030-03-06"),
                ],
            )
        }),
        Shape::of(
            6,
            "交接和依赖",
            &[&task_page, "/handoff", "/task", "/checks", ""],
            |draft| {
                let draft = rows(
                    draft,
                    "handoff",
                    n,
                    &[under(&task), text("what", "交接 #"), text("giver", &member)],
                );
                rows(
                    draft,
                    "dependency",
                    n,
                    &[under(&task), text("predecessor", &record("task", 1))],
                )
            },
        ),
        Shape::of(
            7,
            "里程碑",
            &["", "/milestone", "/charter", "/brief", "/checks"],
            |draft| {
                rows(
                    draft,
                    "milestone",
                    n,
                    &[
                        text("name", "里程碑 #"),
                        text("baseline_date", "2026-03-05"),
                        text("current_date", "2026-03-09"),
                    ],
                )
            },
        ),
        Shape::of(
            8,
            "任务",
            &[
                "/task", "", "/checks", "/todo", &task_page, "/stage", "/brief",
            ],
            |draft| {
                rows(
                    draft,
                    "task",
                    n,
                    &[text("title", "任务 #"), text("current_end", "2026-01-09")],
                )
            },
        ),
        Shape::of(
            9,
            "问题和风险",
            &["/issue", "/risk", "/brief", "", "/checks", "/todo"],
            |draft| {
                let draft = rows(
                    draft,
                    "issue",
                    n,
                    &[text("title", "问题 #"), text("status", "submitted")],
                );
                rows(draft, "risk", n, &[text("title", "风险 #")])
            },
        ),
        Shape::of(
            10,
            "会议和议程",
            &["/meeting", "/meeting/00000100", "/checks"],
            |draft| {
                let draft = rows(draft, "meeting", n, &[text("name", "会议 #")]);
                rows(
                    draft,
                    "agenda_item",
                    n,
                    &[under("meeting/00000100"), text("topic", "议题 #")],
                )
            },
        ),
        Shape::of(
            11,
            "工作事项和需求",
            &[
                "/work_item",
                "/department",
                &format!("/{}", record("department", 0)),
                "/checks",
            ],
            |draft| {
                let draft = rows(draft, "work_item", n, &[text("name", "工作事项 #")]);
                let other = record("department", 1);
                rows(
                    draft,
                    "need",
                    n,
                    &[
                        under(&record("department", 0)),
                        text("what", "需要 #"),
                        text("side", "needs"),
                        text("other", &other),
                    ],
                )
            },
        ),
        Shape::of(
            12,
            "日历行",
            &["/settings", "/task", "", "/checks"],
            |draft| {
                rows(
                    draft,
                    "calendar_day",
                    n,
                    &[
                        under("settings"),
                        text("from", "2026-03-05"),
                        text("day_kind", "rest"),
                    ],
                )
            },
        ),
        Shape::of(
            13,
            "不认识的字段",
            &[&task_page, "/task", "/checks"],
            |draft| {
                let fields = (0..n * 2)
                    .map(|at| (format!("new_{}", letters(at)), json!(format!("值 {at}"))));
                fields.fold(draft, |draft, (field, value)| {
                    draft.with(&record("task", 0), &field, value)
                })
            },
        ),
        Shape::of(14, "协助人", &[&task_page, "/task", "/checks"], |draft| {
            let draft = rows(draft, "member", n, &[text("person", "王 #")]);
            let helpers = (0..n).map(|at| format!("helpers/{:08}", at + 100));
            helpers.fold(draft, |draft, field| {
                draft.with(&record("task", 0), &field, json!(true))
            })
        }),
        Shape::of(
            15,
            "很长的文本",
            &["/charter", "", "/brief", "/todo", "/checks"],
            |draft| {
                let lines = vec!["a"; n * 100];
                let draft = draft.with("charter", "goal_statement", json!(lines.join("\n")));
                draft.with("charter", "background", json!(lines.join("\n")))
            },
        ),
        differences(16, n),
        deleted(17, n),
        history(18, n),
        suggestions(19, n),
    ]
}

/// A number in letters: the name of a field has no digits.
fn letters(at: usize) -> String {
    let letter = |digit: u8| char::from(b'a' + digit - b'0');
    at.to_string().bytes().map(letter).collect()
}

/// A change as it stands in a file.
fn change(replica: &str, seq: usize, lamport: usize, record: &str, cells: &Value) -> String {
    let time = 1_772_692_200_000_usize + lamport;
    json!({ "cells": cells, "id": format!("{replica}-{seq}"), "lamport": lamport, "record": record, "time": time }).to_string()
}

fn file(id: &str, name: &str, lines: &[String]) -> String {
    let project = json!({ "id": id, "name": name });
    let lines = lines.join(",\n");
    format!(
        "{{\n  \"format\": \"hepai-project\", \"version\": 1,\n  \"project\": {project},\n  \"scope\": {{\"whole\": true}},\n  \"changes\": [\n{lines}\n  ]\n}}\n"
    )
}

/// Titles that two people wrote, neither knowing of the other's.
fn differences(at: usize, n: usize) -> Shape {
    let id = format!("SHAPE{at:05}");
    let line = |replica: &str, one: usize| {
        let cells = json!({ "title": [format!("{replica} 写的 {one}")] });
        change(replica, one + 1, one + 1, &record("task", one), &cells)
    };
    let each = |replica: &'static str| (0..n).map(move |one| line(replica, one));
    let lines: Vec<String> = each("AAAAAAAAAA").chain(each("BBBBBBBBBB")).collect();
    let text = file(&id, "不一致", &lines);
    Shape::written(
        id,
        "不一致",
        text,
        &["/conflicts", "/checks", "/task", "", "/todo"],
    )
}

fn deleted(at: usize, n: usize) -> Shape {
    let id = format!("SHAPE{at:05}");
    let line = |one: usize| {
        let (seq, record) = (one * 2 + 1, record("task", one));
        let written = change(
            "AAAAAAAAAA",
            seq,
            seq,
            &record,
            &json!({ "title": [format!("任务 {one}")] }),
        );
        let names = json!({ "deleted": [true, format!("AAAAAAAAAA-{seq}")] });
        [
            written,
            change("AAAAAAAAAA", seq + 1, seq + 1, &record, &names),
        ]
    };
    let lines: Vec<String> = (0..n).flat_map(line).collect();
    let text = file(&id, "删掉的", &lines);
    Shape::written(id, "删掉的", text, &["/bin", "/task", "/checks", ""])
}

/// One field, written again and again.
fn history(at: usize, n: usize) -> Shape {
    let id = format!("SHAPE{at:05}");
    let line = |one: usize| {
        let mut title = vec![json!(format!("第 {one} 稿"))];
        title.extend((one > 0).then(|| json!(format!("AAAAAAAAAA-{one}"))));
        change(
            "AAAAAAAAAA",
            one + 1,
            one + 1,
            &record("task", 0),
            &json!({ "title": title }),
        )
    };
    let lines: Vec<String> = (0..n).map(line).collect();
    let text = file(&id, "修改记录", &lines);
    Shape::written(
        id,
        "修改记录",
        text,
        &["/task/00000000", "/task", "/checks"],
    )
}

/// Suggestions for one field of one record.
fn suggestions(at: usize, n: usize) -> Shape {
    Shape::of(
        at,
        "建议",
        &["/task/00000000", "/task", "/todo", "/checks"],
        |draft| {
            let task = record("task", 0);
            let fields = [
                ("parent", json!(task)),
                ("target", json!(task)),
                ("field", json!("title")),
                ("value", json!("建议的名称 #")),
            ];
            rows(draft, "proposal", n, &fields)
        },
    )
}
