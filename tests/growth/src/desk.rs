//! Writes changes as people and forgers do, and puts them into a file.

use hepai::exchange::{self, Envelope, Header, ProjectInfo, Scope};
use hepai::model::change::Content;
use hepai::model::template::Lang;
use hepai::model::{Cell, Change, ChangeId, FieldKey, Log, ProjectId, RecordId, Replica, Value};
use std::collections::BTreeMap;

/// The member who leads every project here.
pub const LEAD: &str = "member/LEAD0000";

/// The id of every project here.
pub fn project() -> ProjectId {
    "GR0WTH0000".parse().expect("a project id")
}

/// A file with all those changes, whole and without `current`.
pub fn file(log: &Log, name: &str) -> String {
    write(log, name, false)
}

/// The same with `current`.
pub fn file_with_current(log: &Log, name: &str) -> String {
    write(log, name, true)
}

fn write(log: &Log, name: &str, has_current: bool) -> String {
    let header = Header {
        app: "0.1.0".into(),
        page: String::new(),
        project: ProjectInfo {
            id: project(),
            name: name.into(),
        },
        envelope: Envelope::default(),
        scope: Scope::Whole,
        lang: Lang::Zh,
        current: Some(has_current),
    };
    exchange::write(log, &header)
}

/// Somebody who writes a project, or many who write at once.
pub struct Desk {
    changes: Vec<Change>,
    lamport: u64,
    replica: Replica,
    seq: u64,
    replicas: u64,
    rows: u64,
    /// Who signs.
    pub author: Option<String>,
}

/// Ten characters that a number makes.
fn digits(number: u64, at: u32) -> u8 {
    u8::try_from((number >> (5 * at)) & 31).expect("five bits")
}

impl Desk {
    /// A project of which nothing is written.
    pub fn empty() -> Self {
        Self {
            changes: Vec::new(),
            lamport: 0,
            replica: Replica::from_bytes([0; 10]),
            seq: 0,
            replicas: 0,
            rows: 0,
            author: Some(LEAD.into()),
        }
    }

    /// Somebody who goes on with a project, on a page of their own.
    pub fn of(log: &Log) -> Self {
        Self {
            lamport: log.next_lamport(),
            replica: Replica::from_bytes([31; 10]),
            ..Self::empty()
        }
    }

    /// A project that has begun: a charter, three departments with a person each, a stage.
    pub fn begun() -> Self {
        let mut desk = Self::empty();
        desk.write(
            "charter",
            &[
                ("project_name", Value::text("长大的项目")),
                ("goal_statement", Value::text("三个月内把投诉降一半")),
                ("planned_start", Value::text("2026-03-02")),
                ("planned_end", Value::text("2026-12-31")),
                ("status", Value::text("confirming")),
            ],
        );
        desk.write("settings", &[("status", Value::text("running"))]);
        for (name, member) in [
            ("市场部", LEAD),
            ("质量部", "member/REP00001"),
            ("生产部", "member/REP00002"),
        ] {
            let department = desk.row("department", &[("department", Value::text(name))]);
            let role = if member == LEAD { "lead" } else { "rep" };
            desk.write(
                member,
                &[
                    ("person", Value::text(format!("{name}的人"))),
                    ("department", Value::text(department)),
                    ("project_role", Value::text(role)),
                ],
            );
        }
        desk.row(
            "stage",
            &[("name", Value::text("准备")), ("seq", Value::int(1))],
        );
        desk
    }

    /// One act of whoever is writing, knowing nothing.
    pub fn write(&mut self, record: &str, cells: &[(&str, Value)]) -> ChangeId {
        self.write_knowing(record, cells, &[])
    }

    /// One act that names those changes in every cell.
    pub fn write_knowing(
        &mut self,
        record: &str,
        cells: &[(&str, Value)],
        names: &[ChangeId],
    ) -> ChangeId {
        self.lamport += 1;
        self.at(self.lamport, record, cells, names)
    }

    /// A field is written by somebody who has seen all that stands in it.
    pub fn edit(&mut self, log: &Log, record: &RecordId, key: &str, value: Value) -> Change {
        let live = log.live(record, &FieldKey::of(key));
        let names: Vec<ChangeId> = live.iter().map(|write| write.change.id).collect();
        self.one(record.as_str(), &[(key, value)], &names)
    }

    /// One act by itself, which others take.
    pub fn one(&mut self, record: &str, cells: &[(&str, Value)], names: &[ChangeId]) -> Change {
        self.write_knowing(record, cells, names);
        self.changes.pop().expect("just written")
    }

    /// One act at that lamport.
    pub fn at(
        &mut self,
        lamport: u64,
        record: &str,
        cells: &[(&str, Value)],
        names: &[ChangeId],
    ) -> ChangeId {
        self.lamport = self.lamport.max(lamport);
        self.seq += 1;
        let id = ChangeId {
            replica: self.replica,
            seq: self.seq,
        };
        let cell = |(key, value): &(&str, Value)| Cell {
            key: FieldKey::of(key),
            value: value.clone(),
            names: names.into(),
        };
        self.changes.push(Change::new(Content {
            id,
            lamport,
            time: 1_772_692_200_000 + i64::try_from(lamport).expect("small"),
            author: self.author.as_deref().map(Into::into),
            on_behalf_of: None,
            note: None,
            record: RecordId::of(record),
            cells: cells.iter().map(cell).collect(),
            unknown: BTreeMap::new(),
        }));
        id
    }

    /// From here on somebody else writes, on a page of their own.
    pub fn next_page(&mut self) {
        self.replicas += 1;
        let number = self.replicas;
        let mut bytes = [0; 10];
        for (at, byte) in (0u32..).zip(bytes.iter_mut().rev()) {
            *byte = digits(number, at);
        }
        self.replica = Replica::from_bytes(bytes);
        self.seq = 0;
    }

    /// A new row.
    pub fn row(&mut self, kind: &str, cells: &[(&str, Value)]) -> String {
        let record = self.id(kind);
        self.write(&record, cells);
        record
    }

    /// The id of a row to come.
    pub fn id(&mut self, kind: &str) -> String {
        self.rows += 1;
        let bytes: [u8; 8] =
            std::array::from_fn(|at| digits(self.rows, 7 - u32::try_from(at).expect("small")));
        RecordId::random(kind, bytes).to_string()
    }

    /// The highest lamport so far.
    pub fn lamport(&self) -> u64 {
        self.lamport
    }

    /// Everything written.
    pub fn done(self) -> Vec<Change> {
        self.changes
    }
}
