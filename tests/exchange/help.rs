//! Small projects to test with.

use chrono::{DateTime, FixedOffset};
use hepai::exchange::{self, Envelope, FileContent, Header, Preview, ProjectInfo, Refusal, Scope};
use hepai::model::change::Content;
use hepai::model::log::{Stamp, Write};
use hepai::model::template::{
    Choice, Label, Lang, Locks, Schema, State, StateMachine, Template, Tone,
};
use hepai::model::{Cell, Change, ChangeId, FieldKey, Log, RecordId, Replica, Value};
use std::collections::BTreeMap;

const fn state(key: &'static str, locks: Locks) -> State {
    State {
        choice: Choice::new(key, key, key),
        tone: Tone::Neutral,
        locks,
    }
}

static STATES: StateMachine = StateMachine {
    states: &[
        state("draft", Locks::NOTHING),
        state(
            "submitted",
            Locks {
                fields: &["title", "need"],
                rows: &["task"],
            },
        ),
    ],
    transitions: &[],
};

/// A form that locks its title, its need and the tasks under it when it is submitted.
pub(crate) static ISSUE: Template = Template {
    letter: "I",
    states: Some(&STATES),
    ..Template::plain(
        "issue",
        Label::new("问题", "Issues"),
        Label::new("问题", "Issue"),
        "title",
        &[],
    )
};

/// A schema with that one form.
pub(crate) static SCHEMA: Schema = Schema {
    templates: &[&ISSUE],
};

pub(crate) const PROJECT: &str = "PR0JECT0AA";

/// One change; `cells` are key, value and the names as ids.
pub(crate) fn change(
    id: &str,
    lamport: u64,
    author: Option<&str>,
    record: &str,
    cells: &[(&str, Value, &[&str])],
) -> Change {
    let cell = |(key, value, names): &(&str, Value, &[&str])| Cell {
        key: FieldKey::of(key),
        value: value.clone(),
        names: names
            .iter()
            .map(|name| name.parse().expect("an id"))
            .collect(),
    };
    Change::new(Content {
        id: id.parse().expect("an id"),
        lamport,
        time: 1_772_692_200_000 + i64::try_from(lamport % 1000).expect("small"),
        author: author.map(Into::into),
        on_behalf_of: None,
        note: None,
        record: RecordId::of(record),
        cells: cells.iter().map(cell).collect(),
        unknown: BTreeMap::new(),
    })
}

pub(crate) fn text(value: &str) -> Value {
    Value::text(value)
}

/// Somebody at work: a log and a replica of their own.
pub(crate) struct Person {
    pub(crate) log: Log,
    pub(crate) name: &'static str,
    replica: Replica,
    seq: u64,
    batches: usize,
}

impl Person {
    pub(crate) fn new(name: &'static str, log: Log) -> Self {
        let mut bytes = [0; 10];
        for (at, byte) in name.bytes().enumerate() {
            bytes[at % 10] = byte;
        }
        Self {
            log,
            name,
            replica: Replica::from_bytes(bytes),
            seq: 1,
            batches: 0,
        }
    }

    /// One act.
    pub(crate) fn act(&mut self, edits: &[(&str, &str, Value)]) -> Vec<Change> {
        let write = |(record, key, value): &(&str, &str, Value)| {
            let (record, key) = (RecordId::of(record), FieldKey::of(key));
            let seen = self.log.seen_whole(&record, &key, value);
            Write {
                record,
                key,
                value: value.clone(),
                seen,
            }
        };
        let writes = edits.iter().map(write).collect();
        let lamport = self.log.next_lamport();
        let time = 1_772_692_200_000 + i64::try_from(lamport).expect("small");
        let author = Some(self.name.into());
        let stamp = Stamp {
            replica: self.replica,
            seq: self.seq,
            lamport,
            time,
            author,
            on_behalf_of: None,
            note: None,
        };
        let changes = self.log.draft(writes, &stamp);
        self.seq += changes.len() as u64;
        self.log.load("own", changes.clone());
        changes
    }

    pub(crate) fn file(&self) -> String {
        exchange::write(&self.log, &header(self.name, Scope::Whole))
    }

    pub(crate) fn look(&self, files: &[&str]) -> Preview {
        let read = |(at, text): (usize, &&str)| (format!("{at}.json"), read_known(text, &self.log));
        exchange::preview(
            Some(&self.log),
            self.log.schema(),
            5,
            files.iter().enumerate().map(read).collect(),
        )
    }

    /// Takes files as they come, leaving out what is left out by default.
    pub(crate) fn take(&mut self, files: &[&str]) -> Preview {
        let preview = self.look(files);
        let batches = preview.batches(Some(&self.log), &preview.left_by_default());
        self.batches += 1;
        let off = format!("i{}x", self.batches);
        self.log.switch(&off, 1);
        self.log.load(&off, batches.leave);
        self.log
            .add_all(&format!("i{}", self.batches), batches.take);
        preview
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.log
            .sorted()
            .iter()
            .map(|change| change.line().to_owned())
            .collect()
    }
}

pub(crate) fn header(by: &str, scope: Scope) -> Header {
    Header {
        app: "0.1.0".to_owned(),
        page: format!("https://example.org/hepai/#/p/{PROJECT}"),
        project: ProjectInfo {
            id: PROJECT.parse().expect("an id"),
            name: "A1 台灯上市".to_owned(),
        },
        envelope: Envelope {
            at: Some(moment()),
            by: Some(by.to_owned()),
            ..Envelope::default()
        },
        scope,
        lang: Lang::Zh,
        current: None,
    }
}

pub(crate) fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-05T14:30:00+08:00").expect("a moment")
}

pub(crate) fn read(text: &str) -> Result<FileContent, Refusal> {
    exchange::read(text.as_bytes(), None)
}

pub(crate) fn read_known(text: &str, log: &Log) -> FileContent {
    exchange::read(text.as_bytes(), Some(log)).expect("a file")
}

/// A log of everything in a file.
pub(crate) fn log_of(text: &str) -> Log {
    let content = read(text).expect("a file");
    Log::of(&SCHEMA, 1, content.changes(None).cloned())
}

/// A project with a charter, rows, a decided conflict, a deletion and odd texts.
#[expect(clippy::too_many_lines, reason = "one list of what a project may hold")]
pub(crate) fn sample() -> Log {
    let mut log = Log::new(&SCHEMA, 1);
    let changes = [
        change(
            "AAAAAAAAAA-1",
            1,
            Some("member/m1"),
            "charter",
            &[(
                "goal_statement",
                text("三个月内完成「A1」上市\n第二行 \"引号\" \\ \u{1F600}"),
                &[],
            )],
        ),
        change(
            "AAAAAAAAAA-2",
            1,
            Some("member/m1"),
            "member/m1",
            &[
                ("person", text("王经理"), &[]),
                ("project_role", text("lead"), &[]),
            ],
        ),
        change(
            "AAAAAAAAAA-3",
            2,
            Some("member/m1"),
            "department/rd",
            &[("department", text("研发部"), &[])],
        ),
        change(
            "AAAAAAAAAA-4",
            3,
            Some("member/m1"),
            "task/t1",
            &[
                ("title", text("需求文档"), &[]),
                ("order", text("V"), &[]),
                ("effort", Value::Number(1.5), &[]),
            ],
        ),
        change(
            "BBBBBBBBBB-1",
            4,
            Some("member/m2"),
            "task/t1",
            &[("title", text("产品需求文档"), &["AAAAAAAAAA-4"])],
        ),
        change(
            "CCCCCCCCCC-1",
            4,
            None,
            "task/t1",
            &[
                ("title", text("需求说明"), &["AAAAAAAAAA-4"]),
                ("done", Value::Bool(true), &[]),
            ],
        ),
        change(
            "AAAAAAAAAA-5",
            5,
            Some("member/m1"),
            "task/t1",
            &[(
                "title",
                text("产品需求文档"),
                &["BBBBBBBBBB-1", "CCCCCCCCCC-1"],
            )],
        ),
        change(
            "BBBBBBBBBB-2",
            5,
            Some("member/m2"),
            "issue/i1",
            &[
                ("title", text("认证报告退回"), &[]),
                ("need", text("样机 2 台"), &[]),
            ],
        ),
        change(
            "BBBBBBBBBB-3",
            5,
            Some("member/m2"),
            "task/t2",
            &[
                ("parent", text("issue/i1"), &[]),
                ("title", text("补测"), &[]),
            ],
        ),
        change(
            "AAAAAAAAAA-6",
            6,
            Some("member/m1"),
            "metric/x",
            &[
                ("name", text("销售额"), &[]),
                ("target", Value::int(50_000_000), &[]),
            ],
        ),
        change(
            "AAAAAAAAAA-7",
            7,
            Some("member/m1"),
            "metric/x",
            &[("deleted", Value::Bool(true), &["AAAAAAAAAA-6"])],
        ),
    ];
    log.load("own", changes);
    log
}

pub(crate) fn id(text: &str) -> ChangeId {
    text.parse().expect("an id")
}
