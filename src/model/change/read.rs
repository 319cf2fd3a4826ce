//! Reading one change from JSON: what is out of range is an error that says so. Knows no file and no place in it.

use super::{Cell, Content};
use crate::model::canonical;
use crate::model::id::{ChangeId, FieldKey, IdError, MAX_INTEGER, RecordId};
use crate::model::value::Value;
use serde::de::{self, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// Reads the fields of a change; the byte scan before it has refused keys that occur twice.
pub(super) struct ContentVisitor;

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
            return Err(de::Error::custom(format_args!(
                "lamport out of range: {lamport}"
            )));
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
        serde_json::Value::Number(number) => {
            number_value(number.as_f64().unwrap_or(f64::NAN)).map(|_| ())
        }
        serde_json::Value::Array(items) => items.iter().try_for_each(check_numbers),
        serde_json::Value::Object(map) => map.values().try_for_each(check_numbers),
        _ => Ok(()),
    }
}

fn number_value<E: de::Error>(number: f64) -> Result<f64, E> {
    #[expect(clippy::cast_precision_loss, reason = "2^53 − 1 is exact")]
    if number.abs() <= MAX_INTEGER as f64 {
        Ok(number + 0.0)
    } else {
        let mut text = String::from("number beyond ±(2^53 − 1): ");
        canonical::push_number(&mut text, number);
        Err(E::custom(text))
    }
}

/// Anything with `FromStr`, read from a JSON string.
struct Parsed<T>(T);

impl<'de, T: std::str::FromStr<Err = IdError>> de::Deserialize<'de> for Parsed<T> {
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
                    cells.push(Cell {
                        key: key.0,
                        value,
                        names: names.into(),
                    });
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
                let value = seq
                    .next_element::<Value>()?
                    .ok_or_else(|| de::Error::invalid_length(0, &self))?;
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
            #[expect(
                clippy::cast_precision_loss,
                reason = "the range is checked right after"
            )]
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
                number_value(number as f64).map(Value::Number)
            }
            #[expect(
                clippy::cast_precision_loss,
                reason = "the range is checked right after"
            )]
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
