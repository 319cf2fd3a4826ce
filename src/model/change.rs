//! One change: what one act did to one record. Immutable, and identified by its canonical bytes.

mod line;
mod read;
mod strange;

use super::canonical;
use super::id::{ChangeId, FieldKey, RecordId};
use super::sort;
use super::value::Value;
use read::ContentVisitor;
use serde::de::Deserializer;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

/// What a change wrote into one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub key: FieldKey,
    /// The value written.
    pub value: Value,
    /// The changes this write knew and covers; sorted, without repeats.
    pub names: Box<[ChangeId]>,
}

/// What a change says, before it has its canonical bytes.
#[derive(Debug, Clone)]
pub struct Content {
    pub id: ChangeId,
    /// 1 + the highest lamport its writer had stored.
    pub lamport: u64,
    /// The writer's clock, milliseconds since 1970. Shown, never used to decide.
    pub time: i64,
    /// Member id or name of who acted; a claim.
    pub author: Option<Box<str>>,
    /// The member it was recorded for (代为登记).
    pub on_behalf_of: Option<Box<str>>,
    /// The reason or basis a person gave.
    pub note: Option<Box<str>>,
    /// The record it touches.
    pub record: RecordId,
    /// The fields it writes, sorted by key.
    pub cells: Vec<Cell>,
    /// Fields of a newer version, kept untouched.
    pub unknown: BTreeMap<String, serde_json::Value>,
}

/// An immutable change with its canonical line. Two changes are the same when their lines are.
#[derive(Clone)]
pub struct Change {
    content: Content,
    line: Box<str>,
}

impl Change {
    /// Brings the content to canonical form: cells sorted, names sorted without repeats.
    pub fn new(mut content: Content) -> Self {
        sort::sort_by(&mut content.cells, |a, b| a.key.cmp(&b.key));
        for cell in &mut content.cells {
            if !cell.names.windows(2).all(|pair| pair[0] < pair[1]) {
                let mut names = std::mem::take(&mut cell.names).into_vec();
                sort::sort(&mut names);
                names.dedup();
                cell.names = names.into();
            }
        }
        let line = write_line(&content).into();
        Self { content, line }
    }

    /// Reads one change as JSON. The error says what is wrong in it, not where in a file.
    ///
    /// # Errors
    /// Where the text is not one JSON object of the form of a change.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        Self::of_line(json).map_or_else(|| Self::parse_json(json), Ok)
    }

    /// Reads a canonical line; nothing where it is not one. What is stored is read so: the JSON parser, which also
    /// reads other forms and says what is wrong, is 20 KiB of program that nobody needs before a file comes in.
    pub fn of_line(line: &str) -> Option<Self> {
        match line::content(line) {
            Some(content) => Some(Self {
                content,
                line: line.into(),
            }),
            None => strange::change(line),
        }
    }

    fn parse_json(json: &str) -> Result<Self, serde_json::Error> {
        let mut reader = serde_json::Deserializer::from_str(json);
        let content = reader.deserialize_map(ContentVisitor)?;
        reader.end()?;
        Ok(Self::new(content))
    }

    /// Its canonical bytes, without a line end.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// The cell of that field, if it writes one.
    pub fn cell(&self, key: &FieldKey) -> Option<&Cell> {
        self.cells
            .binary_search_by(|cell| cell.key.cmp(key))
            .ok()
            .map(|at| &self.cells[at])
    }

    /// Every id it names, with repeats.
    pub fn names(&self) -> impl Iterator<Item = ChangeId> + '_ {
        self.cells
            .iter()
            .flat_map(|cell| cell.names.iter().copied())
    }

    /// The one order: lamport, replica, seq as a number, bytes.
    pub fn order(&self, other: &Self) -> Ordering {
        (self.lamport, self.id)
            .cmp(&(other.lamport, other.id))
            .then_with(|| {
                // A long line need not be read to know that it is itself.
                if std::ptr::eq(self, other) {
                    Ordering::Equal
                } else {
                    self.line.cmp(&other.line)
                }
            })
    }
}

impl std::ops::Deref for Change {
    type Target = Content;
    fn deref(&self) -> &Content {
        &self.content
    }
}
impl PartialEq for Change {
    fn eq(&self, other: &Self) -> bool {
        self.line == other.line
    }
}
impl Eq for Change {}
impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line)
    }
}

fn write_line(content: &Content) -> String {
    let mut fields: Vec<(&str, String)> = Vec::with_capacity(8);
    let quoted = |text: &str| {
        let mut out = String::with_capacity(text.len() + 2);
        canonical::push_text(&mut out, text);
        out
    };
    if let Some(author) = &content.author {
        fields.push(("author", quoted(author)));
    }
    fields.push(("cells", write_cells(&content.cells)));
    if let Some(member) = &content.on_behalf_of {
        fields.push(("for", quoted(member)));
    }
    fields.push(("id", quoted(&content.id.to_string())));
    fields.push(("lamport", content.lamport.to_string()));
    if let Some(note) = &content.note {
        fields.push(("note", quoted(note)));
    }
    fields.push(("record", quoted(content.record.as_str())));
    fields.push(("time", content.time.to_string()));
    for (key, json) in &content.unknown {
        let mut out = String::new();
        canonical::push_json(&mut out, json);
        fields.push((key, out));
    }
    if !content.unknown.is_empty() {
        sort::sort_by(&mut fields, |a, b| canonical::key_order(a.0, b.0));
    }
    let mut line = String::with_capacity(
        fields
            .iter()
            .map(|(key, text)| key.len() + text.len() + 4)
            .sum::<usize>()
            + 2,
    );
    line.push('{');
    for (at, (key, text)) in fields.iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        canonical::push_text(&mut line, key);
        line.push(':');
        line.push_str(text);
    }
    line.push('}');
    line
}

fn write_cells(cells: &[Cell]) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(cells.len() * 32 + 2);
    out.push('{');
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        canonical::push_text(&mut out, cell.key.as_str());
        out.push_str(":[");
        canonical::push_value(&mut out, &cell.value);
        for name in &cell.names {
            write!(out, ",\"{name}\"").expect("writing to a text cannot fail");
        }
        out.push(']');
    }
    out.push('}');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"author":"member/m3","cells":{"due":["2026-03-05"],"title":["推广方案","0000000004-7"]},"id":"9XB0000000-1","lamport":41,"record":"task/7QK2M4ZT","time":1772692200000}"#;

    #[test]
    fn a_line_is_read_and_written_byte_for_byte() {
        assert_eq!(Change::parse(LINE).expect("valid").line(), LINE);
    }

    #[test]
    fn order_spaces_repeats_and_unknown_fields_come_to_the_canonical_form() {
        let messy = r#" { "time":1.0e0, "zz": {"b":1,"a":[1.50]}, "record":"task/A","lamport":2,"id":"0000000000-1", "author":null,
            "cells": {"b":[1.0,"0000000002-10","0000000002-9","0000000001-1","0000000002-9"], "a":[""]} }"#;
        let messy = messy.replace("1.0e0", "1");
        assert_eq!(
            Change::parse(&messy).expect("valid").line(),
            r#"{"cells":{"a":[""],"b":[1,"0000000001-1","0000000002-9","0000000002-10"]},"id":"0000000000-1","lamport":2,"record":"task/A","time":1,"zz":{"a":[1.5],"b":1}}"#
        );
    }

    #[test]
    fn what_is_out_of_range_is_refused_with_the_reason() {
        for (from, to, reason) in [
            ("\"lamport\":41", "\"lamport\":0", "lamport out of range"),
            (
                "\"lamport\":41",
                "\"lamport\":9007199254740992",
                "lamport out of range",
            ),
            ("[\"2026-03-05\"]", "[9007199254740992]", "number beyond"),
            ("[\"2026-03-05\"]", "[[1]]", "cannot be a list"),
            ("[\"2026-03-05\"]", "[]", "invalid length"),
            ("task/7QK2M4ZT", "Task", "not a record"),
            ("9XB0000000-1", "9XB-1", "not a change id"),
        ] {
            let error = Change::parse(&LINE.replace(from, to))
                .expect_err(to)
                .to_string();
            assert!(error.contains(reason), "{error}");
        }
    }
}
