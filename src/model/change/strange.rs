//! Reading a canonical change line with fields of a newer version in it. It is read loosely and written again: what
//! comes out byte for byte is canonical, so nothing here has to know what that is.

use super::line::Rest;
use super::{Cell, Change, Content};
use crate::model::id::MAX_INTEGER;
use crate::model::value::Value;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// How deep unknown fields may be nested, as the JSON parser has it.
const DEEPEST: usize = 127;

/// The change of a canonical line.
pub(super) fn change(line: &str) -> Option<Change> {
    let mut rest = Rest(line);
    let change = Change::new(content(object(&mut rest, DEEPEST)?)?);
    (rest.0.is_empty() && change.line() == line).then_some(change)
}

fn content(fields: serde_json::Map<String, Json>) -> Option<Content> {
    let (mut id, mut lamport, mut time, mut record, mut cells) = (None, 0, None, None, None);
    let (mut author, mut on_behalf_of, mut note) = (None, None, None);
    let mut unknown = BTreeMap::new();
    for (key, json) in fields {
        match (key.as_str(), json) {
            ("id", Json::String(text)) => id = text.parse().ok(),
            ("record", Json::String(text)) => record = text.parse().ok(),
            ("author", Json::String(text)) => author = Some(text.into()),
            ("for", Json::String(text)) => on_behalf_of = Some(text.into()),
            ("note", Json::String(text)) => note = Some(text.into()),
            ("lamport", Json::Number(number)) => lamport = number.as_u64()?,
            ("time", Json::Number(number)) => time = number.as_i64(),
            ("cells", Json::Object(map)) => {
                cells = map.into_iter().map(cell).collect::<Option<Vec<Cell>>>();
            }
            ("id" | "record" | "author" | "for" | "note" | "lamport" | "time" | "cells", _) => {
                return None;
            }
            (_, json) => {
                unknown.insert(key, json);
            }
        }
    }
    (1..=MAX_INTEGER).contains(&lamport).then_some(())?;
    Some(Content {
        id: id?,
        lamport,
        time: time?,
        author,
        on_behalf_of,
        note,
        record: record?,
        cells: cells?,
        unknown,
    })
}

fn cell((key, json): (String, Json)) -> Option<Cell> {
    let Json::Array(items) = json else {
        return None;
    };
    let mut items = items.into_iter();
    let value = match items.next()? {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(flag),
        Json::Number(number) => Value::Number(number.as_f64()?),
        Json::String(text) => Value::Text(text.into()),
        Json::Array(_) | Json::Object(_) => return None,
    };
    let names = items.map(|item| item.as_str()?.parse().ok());
    Some(Cell {
        key: key.parse().ok()?,
        value,
        names: names.collect::<Option<Vec<_>>>()?.into(),
    })
}

fn object(rest: &mut Rest<'_>, depth: usize) -> Option<serde_json::Map<String, Json>> {
    let depth = depth.checked_sub(1)?;
    let mut map = serde_json::Map::new();
    rest.skip("{")?;
    while !rest.has("}") {
        if !map.is_empty() {
            rest.skip(",")?;
        }
        rest.skip("\"")?;
        let key = rest.text()?.into_owned();
        rest.skip(":")?;
        map.insert(key, json(rest, depth)?);
    }
    Some(map)
}

fn json(rest: &mut Rest<'_>, depth: usize) -> Option<Json> {
    if rest.0.starts_with('{') {
        return object(rest, depth).map(Json::Object);
    }
    if rest.has("[") {
        let depth = depth.checked_sub(1)?;
        let mut items = Vec::new();
        while !rest.has("]") {
            if !items.is_empty() {
                rest.skip(",")?;
            }
            items.push(json(rest, depth)?);
        }
        return Some(Json::Array(items));
    }
    let value = rest.value()?;
    Some(match value.as_int() {
        Some(number) => number.into(),
        None => match value {
            Value::Null => Json::Null,
            Value::Bool(flag) => Json::Bool(flag),
            Value::Number(number) => Json::Number(serde_json::Number::from_f64(number)?),
            Value::Text(text) => Json::String(text.into()),
        },
    })
}
