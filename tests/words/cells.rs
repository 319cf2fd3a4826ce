//! A table of cells: what was typed, and what is expected of it.

use hepai::analysis::words::named::RecordNames;
use hepai::analysis::words::typed::{Around, TextReading, plain, read_as};
use hepai::model::change::{Cell, Change, Content};
use hepai::model::template::Field;
use hepai::model::{FieldKey, Log, Moment, RecordId, Value};
use hepai::templates::SCHEMA;
use std::collections::BTreeMap;

/// What a reading comes to, in a word: the value, or `? Reason: what it may have meant`.
pub(crate) fn said(reading: &TextReading) -> String {
    match reading {
        TextReading::Is(value, _) => plain(value),
        TextReading::Unread(unread) => {
            let why = format!("{:?}", unread.why);
            let meant: Vec<String> = unread.meant.iter().map(plain).collect();
            if meant.is_empty() {
                format!("? {why}")
            } else {
                format!("? {why}: {}", meant.join(" | "))
            }
        }
    }
}

/// Checks every cell of a table, and tells all that are otherwise.
pub(crate) fn check(
    field: &'static Field,
    around: &Around,
    names: Option<&RecordNames<'_>>,
    table: &[(&str, &str)],
) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let said = said(&read_as(field, text, around, names));
            (said != *expected).then(|| format!("{text:?}: {said}, expected {expected}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n  {}",
        wrong.len(),
        table.len(),
        wrong.join("\n  ")
    );
}

pub(crate) fn moment(text: &str) -> Moment {
    text.parse().expect("a moment with its zone")
}

/// A project of one record with one value.
pub(crate) fn log_of(record: &RecordId, key: &str, value: Value) -> Log {
    let content = Content {
        id: "0123456789-1".parse().expect("an id"),
        lamport: 1,
        time: 0,
        author: None,
        on_behalf_of: None,
        note: None,
        record: record.clone(),
        cells: vec![Cell {
            key: FieldKey::of(key),
            value,
            names: Box::default(),
        }],
        unknown: BTreeMap::new(),
    };
    Log::of(&SCHEMA, 7, vec![Change::new(content)])
}
