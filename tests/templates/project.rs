//! A small project written as lines: `record key=value; key=value | note`, each line one change.
//! `~` before a line: its writer had seen nothing; `@name`: who wrote it. A value is a number, true, false or
//! a text; `'` forces a text.

use hepai::model::change::{Cell, Change, Content};
use hepai::model::{ChangeId, FieldKey, Log, RecordId, Replica, Value};
use hepai::templates::SCHEMA;
use std::collections::{BTreeMap, HashMap};

/// The log of those lines.
pub(crate) fn log(lines: &[&str]) -> Log {
    let mut writes: HashMap<(String, String), Vec<ChangeId>> = HashMap::new();
    let mut changes = Vec::new();
    for (number, line) in (1u64..).zip(lines) {
        let (saw, line) = line
            .strip_prefix("~ ")
            .map_or((true, *line), |rest| (false, rest));
        let (author, line) = match line.strip_prefix('@') {
            Some(signed) => signed
                .split_once(' ')
                .map_or((None, line), |(name, line)| (Some(name), line)),
            None => (None, line),
        };
        let (body, note) = line
            .split_once(" | ")
            .map_or((line, None), |(body, note)| (body, Some(note)));
        let (record, fields) = body
            .split_once(' ')
            .unwrap_or_else(|| panic!("no fields: {line}"));
        let id = ChangeId {
            replica: Replica::from_bytes([0; 10]),
            seq: number,
        };
        let mut cells = Vec::new();
        for field in fields.split("; ") {
            let (key, text) = field
                .split_once('=')
                .unwrap_or_else(|| panic!("no value: {field}"));
            let known = writes
                .entry((record.to_owned(), key.to_owned()))
                .or_default();
            let names = if saw {
                known.clone().into()
            } else {
                Box::default()
            };
            known.push(id);
            cells.push(Cell {
                key: FieldKey::of(key),
                value: value(text),
                names,
            });
        }
        changes.push(Change::new(Content {
            id,
            lamport: number,
            time: 0,
            author: author.map(Into::into),
            on_behalf_of: None,
            note: note.map(Into::into),
            record: RecordId::of(record),
            cells,
            unknown: BTreeMap::new(),
        }));
    }
    Log::of(&SCHEMA, 7, changes)
}

fn value(text: &str) -> Value {
    match text {
        "" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => match text.parse::<i64>() {
            Ok(number) => Value::int(number),
            Err(_) => Value::text(text.strip_prefix('\'').unwrap_or(text)),
        },
    }
}
