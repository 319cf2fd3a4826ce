//! What happened to a record, newest first: what was written into it, suggested for it, and answered to that. Only as
//! many lines are made as are shown, however much was written.

use crate::model::log::Log;
use crate::model::template::{CODE, Label, ORDER, PREFILLED, STATUS};
use crate::model::{Change, FieldKey, RecordId, Value, sort};
use crate::templates::proposal;

/// What a change did.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    Wrote(FieldKey),
    /// It suggested a value for that field.
    Suggested(FieldKey),
    /// It answered the suggestion, which is about that field.
    Answered(RecordId, FieldKey),
}

/// One line of a history.
#[derive(Debug, Clone)]
pub struct Happened<'a> {
    pub change: &'a Change,
    pub what: What,
    /// The value it wrote.
    pub value: &'a Value,
}

/// The latest of what happened to a record, at most so many, and how much there is in all.
pub fn past<'a>(log: &'a Log, record: &RecordId, most: usize) -> (Vec<Happened<'a>>, usize) {
    let mut all: Vec<Happened<'a>> = Vec::new();
    let mut add = |of: &RecordId, key: &FieldKey, what: What| {
        let writes = log.history(of, key).into_iter();
        all.extend(writes.map(|write| Happened {
            change: write.change,
            what: what.clone(),
            value: write.value,
        }));
    };
    let is_told = |key: &&FieldKey| ![ORDER, CODE, PREFILLED].contains(&key.as_str());
    for key in log.keys(record).filter(is_told) {
        add(record, key, What::Wrote(key.clone()));
    }
    for row in log.rows_under(record, proposal::PROPOSAL.kind) {
        let about = log.value(&row, &FieldKey::of(proposal::FIELD.name));
        let Some(about) = about
            .as_text()
            .and_then(|text| text.parse::<FieldKey>().ok())
        else {
            continue;
        };
        let (value, answer) = (proposal::VALUE.name, proposal::ANSWER.name);
        add(&row, &FieldKey::of(value), What::Suggested(about.clone()));
        add(
            &row,
            &FieldKey::of(answer),
            What::Answered(row.clone(), about),
        );
    }
    let count = all.len();
    sort::sort_by(&mut all, |a, b| b.change.order(a.change));
    all.truncate(most);
    (all, count)
}

/// The state that a form is in, and the reason with which it came there, where one was given.
pub fn state_reason<'a>(log: &'a Log, record: &RecordId) -> Option<(Label, &'a str)> {
    let machine = log.schema().template(record.kind())?.states?;
    let live = log.live(record, &FieldKey::of(STATUS));
    let last = live.first()?;
    let state = machine.state(last.value.as_text()?)?;
    Some((state.choice.label, last.change.note.as_deref()?))
}
