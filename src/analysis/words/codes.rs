//! The numbers of records, as people say them: `T-17`, and two characters of the id where a number is given twice. No
//! number is ever changed to tell two apart.

use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{KeptBy, Log};
use crate::model::template::{CODE, CellType};
use crate::model::value::Value;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The numbers of one kind, and how often each is given: made once for a table of many rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codes {
    given: BTreeMap<i64, u32>,
}

impl Codes {
    /// Counts the numbers of a kind; those in the recycle bin stay given.
    pub fn of(log: &Log, kind: &str) -> Self {
        let mut given: BTreeMap<i64, u32> = BTreeMap::new();
        for (_, value) in log.values_of(kind, &FieldKey::of(CODE)) {
            if let Some(number) = number(&value) {
                *given.entry(number).or_default() += 1;
            }
        }
        Self { given }
    }

    /// The number of a record as shown: `T-17`. Where a number is given twice the first two characters of the
    /// record id stand behind it (`I-3·7Q`), which no later arrival shifts. Empty where there is none.
    pub fn display(&self, log: &Log, record: &RecordId) -> String {
        let letter = log
            .schema()
            .template(record.kind())
            .map_or("", |template| template.letter);
        let own = number(&log.value(record, &FieldKey::of(CODE)));
        let Some(number) = own.filter(|_| !letter.is_empty()) else {
            return String::new();
        };
        let is_twice = self.given.get(&number).is_some_and(|times| *times > 1);
        let mark: String = if is_twice {
            record.rest().unwrap_or_default().chars().take(2).collect()
        } else {
            String::new()
        };
        let dot = if mark.is_empty() { "" } else { APART };
        format!("{letter}-{number}{dot}{mark}")
    }

    /// The number for a new record: one more than the highest ever given.
    pub fn next(&self) -> i64 {
        self.given
            .last_key_value()
            .map_or(1, |(highest, _)| highest.saturating_add(1))
    }
}

fn number(value: &Value) -> Option<i64> {
    i64::read(value).filter(|number| (1..=MOST).contains(number))
}

/// What stands between a number that is given twice and the mark of which it is.
const APART: &str = "·";

/// The number of a record with what tells it from another of the same number; nothing where it is alone.
pub fn told_apart(log: &Log, record: &RecordId) -> Option<String> {
    Some(display_code(log, record)).filter(|code| code.contains(APART))
}

/// The highest number that counts; a forged one beyond it does not push all others up.
const MOST: i64 = 999_999;

/// The number of one record as shown.
pub fn display_code(log: &Log, record: &RecordId) -> String {
    let template = log.schema().template(record.kind());
    if template.is_none_or(|template| template.letter.is_empty()) {
        return String::new();
    }
    let all = log.beside::<AllCodes>();
    let of_kind = || Rc::new(Codes::of(log, record.kind()));
    let codes = all.0.get(log, &record.kind().to_owned(), of_kind);
    codes.display(log, record)
}

/// The numbers of the kinds that were asked for.
#[derive(Default)]
struct AllCodes(KeptBy<String, Rc<Codes>>);

/// The number for a new record of a kind, as stored.
pub fn next_code(log: &Log, kind: &str) -> Value {
    Value::int(Codes::of(log, kind).next())
}
