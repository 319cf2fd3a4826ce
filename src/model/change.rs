//! One change: what one act did to one record. Immutable, and identified by its canonical bytes.

use crate::model::sort;
use super::canonical;
use super::id::{ChangeId, FieldKey, MAX_INTEGER, RecordId};
use super::value::Value;
use serde::de::{self, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

/// What a change wrote into one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The field.
    pub key: FieldKey,
    /// The value written.
    pub value: Value,
    /// The changes this write knew and covers; sorted, without repeats.
    pub names: Box<[ChangeId]>,
}

/// What a change says, before it has its canonical bytes.
#[derive(Debug, Clone)]
pub struct Content {
    /// Its id.
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
        self.cells.binary_search_by(|cell| cell.key.cmp(key)).ok().map(|at| &self.cells[at])
    }

    /// Every id it names, with repeats.
    pub fn names(&self) -> impl Iterator<Item = ChangeId> + '_ {
        self.cells.iter().flat_map(|cell| cell.names.iter().copied())
    }

    /// The one order: lamport, replica, seq as a number, bytes.
    pub fn order(&self, other: &Self) -> Ordering {
        (self.lamport, self.id).cmp(&(other.lamport, other.id)).then_with(|| self.line.cmp(&other.line))
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
    let mut line = String::with_capacity(fields.iter().map(|(key, text)| key.len() + text.len() + 4).sum::<usize>() + 2);
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

/// Reads the fields of a change; the byte scan before it has refused keys that occur twice.
struct ContentVisitor;

impl<'de> Visitor<'de> for ContentVisitor {
    type Value = Content;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a change")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Content, A::Error> {
        let (mut id, mut lamport, mut time, mut record, mut cells) = (None, None, None, None, None);
        let (mut author, mut on_behalf_of, mut note) = (None, None, None);
        let mut unknown = BTreeMap::new();
        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            match &*key {
                "id" => id = Some(map.next_value::<Parsed<ChangeId>>()?.0),
                "lamport" => lamport = Some(map.next_value::<u64>()?),
                "time" => time = Some(map.next_value::<i64>()?),
                "record" => record = Some(map.next_value::<Parsed<RecordId>>()?.0),
                "author" => author = map.next_value::<Option<Box<str>>>()?,
                "for" => on_behalf_of = map.next_value::<Option<Box<str>>>()?,
                "note" => note = map.next_value::<Option<Box<str>>>()?,
                "cells" => cells = Some(map.next_value::<Cells>()?.0),
                _ => {
                    let json = map.next_value::<serde_json::Value>()?;
                    check_numbers(&json)?;
                    unknown.insert(key.into_owned(), json);
                }
            }
        }
        let lamport = lamport.ok_or_else(|| de::Error::missing_field("lamport"))?;
        if !(1..=MAX_INTEGER).contains(&lamport) {
            return Err(de::Error::custom(format_args!("lamport out of range: {lamport}")));
        }
        let time = time.ok_or_else(|| de::Error::missing_field("time"))?;
        if time.unsigned_abs() > MAX_INTEGER {
            return Err(de::Error::custom(format_args!("time out of range: {time}")));
        }
        Ok(Content {
            id: id.ok_or_else(|| de::Error::missing_field("id"))?,
            lamport,
            time,
            author,
            on_behalf_of,
            note,
            record: record.ok_or_else(|| de::Error::missing_field("record"))?,
            cells: cells.ok_or_else(|| de::Error::missing_field("cells"))?,
            unknown,
        })
    }
}

/// Numbers of unknown fields must survive the canonical form as well.
fn check_numbers<E: de::Error>(json: &serde_json::Value) -> Result<(), E> {
    match json {
        serde_json::Value::Number(number) => number_value(number.as_f64().unwrap_or(f64::NAN)).map(|_| ()),
        serde_json::Value::Array(items) => items.iter().try_for_each(check_numbers),
        serde_json::Value::Object(map) => map.values().try_for_each(check_numbers),
        _ => Ok(()),
    }
}

fn number_value<E: de::Error>(number: f64) -> Result<f64, E> {
    #[expect(clippy::cast_precision_loss, reason = "2^53 − 1 is exact")]
    if number.abs() <= MAX_INTEGER as f64 { Ok(number + 0.0) } else { Err(E::custom(format_args!("number beyond ±(2^53 − 1): {number}"))) }
}

/// Anything with `FromStr`, read from a JSON string.
struct Parsed<T>(T);

impl<'de, T: std::str::FromStr<Err = super::id::IdError>> de::Deserialize<'de> for Parsed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map(Self).map_err(de::Error::custom)
    }
}

/// `{key: [value, …names], …}`
struct Cells(Vec<Cell>);

impl<'de> de::Deserialize<'de> for Cells {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CellsVisitor;
        impl<'de> Visitor<'de> for CellsVisitor {
            type Value = Cells;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("cells")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cells, A::Error> {
                let mut cells = Vec::with_capacity(8);
                while let Some(key) = map.next_key::<Parsed<FieldKey>>()? {
                    let (value, names) = map.next_value::<CellBody>()?.0;
                    cells.push(Cell { key: key.0, value, names: names.into() });
                }
                Ok(Cells(cells))
            }
        }
        deserializer.deserialize_map(CellsVisitor)
    }
}

struct CellBody((Value, Vec<ChangeId>));

impl<'de> de::Deserialize<'de> for CellBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BodyVisitor;
        impl<'de> Visitor<'de> for BodyVisitor {
            type Value = CellBody;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("[value, …names]")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<CellBody, A::Error> {
                let value = seq.next_element::<Value>()?.ok_or_else(|| de::Error::invalid_length(0, &self))?;
                let mut names = Vec::new();
                while let Some(name) = seq.next_element::<Parsed<ChangeId>>()? {
                    names.push(name.0);
                }
                Ok(CellBody((value, names)))
            }
        }
        deserializer.deserialize_seq(BodyVisitor)
    }
}

impl<'de> de::Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ValueVisitor;
        impl<'de> Visitor<'de> for ValueVisitor {
            type Value = Value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("nothing, true, false, a number or a text")
            }
            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }
            fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
                Ok(Value::Bool(flag))
            }
            #[expect(clippy::cast_precision_loss, reason = "the range is checked right after")]
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
                number_value(number as f64).map(Value::Number)
            }
            #[expect(clippy::cast_precision_loss, reason = "the range is checked right after")]
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
                number_value(number as f64).map(Value::Number)
            }
            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
                number_value(number).map(Value::Number)
            }
            fn visit_str<E>(self, text: &str) -> Result<Value, E> {
                Ok(Value::Text(text.into()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Err(de::Error::custom("a value cannot be a list"))
            }
        }
        deserializer.deserialize_any(ValueVisitor)
    }
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
            ("\"lamport\":41", "\"lamport\":9007199254740992", "lamport out of range"),
            ("[\"2026-03-05\"]", "[9007199254740992]", "number beyond"),
            ("[\"2026-03-05\"]", "[[1]]", "cannot be a list"),
            ("[\"2026-03-05\"]", "[]", "invalid length"),
            ("task/7QK2M4ZT", "Task", "not a record"),
            ("9XB0000000-1", "9XB-1", "not a change id"),
        ] {
            let error = Change::parse(&LINE.replace(from, to)).expect_err(to).to_string();
            assert!(error.contains(reason), "{error}");
        }
    }
}
