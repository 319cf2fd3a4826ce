//! One copy in a named case: writes as the app does, with as few words as possible.

use crate::schema::Reading;
use hepai::model::log::{OWN, Seen, Slot, Stamp, UndoStep, Undone, Write};
use hepai::model::template::Schema;
use hepai::model::{Change, FieldKey, Log, RecordId, Replica, Value};

pub(crate) fn record(text: &str) -> RecordId {
    RecordId::of(text)
}
pub(crate) fn key(text: &str) -> FieldKey {
    FieldKey::of(text)
}
pub(crate) fn text(text: &str) -> Value {
    Value::text(text)
}

pub(crate) struct Desk {
    pub(crate) log: Log,
    pub(crate) replica: Replica,
    pub(crate) seq: u64,
    author: &'static str,
}

impl Desk {
    /// A copy of somebody whose replica is ten times that letter.
    pub(crate) fn of(author: &'static str) -> Self {
        Self::with(author, Reading::New.schema())
    }

    pub(crate) fn with(author: &'static str, schema: &'static Schema) -> Self {
        Self {
            log: Log::new(schema, 7),
            replica: replica(author),
            seq: 0,
            author,
        }
    }

    fn stamp(&self) -> Stamp {
        Stamp {
            replica: self.replica,
            seq: self.seq + 1,
            lamport: self.log.next_lamport(),
            time: 0,
            author: Some(self.author.into()),
            on_behalf_of: None,
            note: None,
        }
    }

    /// Begins a visit to a field.
    pub(crate) fn look(&self, at: &str, field: &str) -> Seen {
        self.log.seen(&record(at), &key(field))
    }

    /// Ends a visit.
    pub(crate) fn leave(&mut self, at: &str, field: &str, value: Value, seen: Seen) -> Vec<Slot> {
        self.act(vec![Write {
            record: record(at),
            key: key(field),
            value,
            seen,
        }])
    }

    pub(crate) fn act(&mut self, writes: Vec<Write>) -> Vec<Slot> {
        let changes = self.log.draft(writes, &self.stamp());
        self.append(changes)
    }

    fn append(&mut self, changes: Vec<Change>) -> Vec<Slot> {
        self.seq += changes.len() as u64;
        self.log.add_all(OWN, changes.clone());
        self.log.slots_of(&changes)
    }

    /// An ordinary control.
    pub(crate) fn write(&mut self, at: &str, field: &str, value: &str) -> Vec<Slot> {
        let seen = self.look(at, field);
        self.leave(at, field, Value::text(value), seen)
    }

    /// Several fields of one record in one act; `status` and `deleted` with all they cover.
    pub(crate) fn write_all(&mut self, at: &str, fields: &[(&str, Value)]) -> Vec<Slot> {
        let writes = fields.iter().map(|(field, value)| {
            let (record, key) = (record(at), key(field));
            let seen = if matches!(*field, "status" | "deleted") {
                self.log.seen_whole(&record, &key, value)
            } else {
                self.log.seen(&record, &key)
            };
            Write {
                record,
                key,
                value: value.clone(),
                seen,
            }
        });
        let writes = writes.collect();
        self.act(writes)
    }

    /// A person decides or agrees.
    pub(crate) fn decide(&mut self, at: &str, field: &str, value: Value) -> Vec<Slot> {
        let seen = self.log.seen_whole(&record(at), &key(field), &value);
        self.leave(at, field, value, seen)
    }

    pub(crate) fn delete(&mut self, at: &str) -> Vec<Slot> {
        self.decide(at, "deleted", Value::Bool(true))
    }

    pub(crate) fn undo(&mut self, step: &UndoStep) -> (Undone, UndoStep) {
        let undone = self.log.undo(step, &self.stamp());
        let slots = self.append(undone.changes.clone());
        (undone, self.log.step_of(&slots))
    }

    /// Takes a file as a batch of its own.
    pub(crate) fn take(&mut self, batch: &str, file: &[Change]) {
        self.log.add_all(batch, file.iter().cloned());
    }

    pub(crate) fn file(&self) -> Vec<Change> {
        self.log.sorted().into_iter().cloned().collect()
    }

    pub(crate) fn value(&self, at: &str, field: &str) -> Value {
        self.log.value(&record(at), &key(field))
    }

    pub(crate) fn values(&self, at: &str, field: &str) -> Vec<Value> {
        self.log.distinct(&record(at), &key(field))
    }

    /// The open conflicts, as `record field`.
    pub(crate) fn open(&self) -> Vec<String> {
        self.log
            .conflicts()
            .into_iter()
            .map(|place| format!("{} {}", place.record, place.key))
            .collect()
    }
}

pub(crate) fn replica(letter: &str) -> Replica {
    letter.repeat(10).parse().expect("ten characters")
}

/// Everybody gets everybody's file.
pub(crate) fn exchange(desks: &mut [&mut Desk]) {
    let files: Vec<Vec<Change>> = desks.iter().map(|desk| desk.file()).collect();
    for desk in desks {
        for (number, file) in files.iter().enumerate() {
            let batch = format!("{number} at {}", desk.log.next_lamport());
            desk.take(&batch, file);
        }
    }
}

/// A change as somebody else's file may hold it: `letter-seq`, lamport, record, and `(field, value, names)`.
pub(crate) fn forged(id: &str, lamport: u64, at: &str, cells: &[(&str, &str, &[&str])]) -> Change {
    let (letter, seq) = id.split_once('-').expect("letter-seq");
    let full = |id: &str| {
        let (letter, seq) = id.split_once('-').expect("letter-seq");
        format!("{}-{seq}", letter.repeat(10))
    };
    let cells: Vec<String> = cells
        .iter()
        .map(|(field, value, names)| {
            let names: String = names
                .iter()
                .map(|name| format!(",\"{}\"", full(name)))
                .collect();
            format!("\"{field}\":[{value}{names}]")
        })
        .collect();
    let line = format!(
        r#"{{"cells":{{{}}},"id":"{}-{seq}","lamport":{lamport},"record":"{at}","time":0}}"#,
        cells.join(","),
        letter.repeat(10)
    );
    Change::parse(&line).expect("a change")
}
