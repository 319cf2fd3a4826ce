//! What a step makes of the form it is taken on, such as the issue that a risk becomes. Its id is made of the form's,
//! so that two people who take the step on their copies make one.

use super::session::Session;
use crate::model::log::{Log, Write};
use crate::model::template::{DELETED, Form, STATUS, Successor};
use crate::model::{FieldKey, RecordId, Value};

impl Session {
    /// What is written for the successor of a form, and where the form names it. One that is there already stays as it
    /// is, and comes out of the recycle bin; where that one is over, another begins. One named by hand stays named.
    pub(super) fn successor_writes(&self, record: &RecordId, successor: &Successor) -> Vec<Write> {
        let chain = self.read(|log| chain_of(log, record, successor.kind));
        let named = self.read(|log| log.value(record, &FieldKey::of(successor.named_in)));
        let named: Option<RecordId> = named.as_text().and_then(|text| text.parse().ok());
        let is_anothers =
            |named: &RecordId| !chain.contains(named) && self.read(|log| log.is_visible(named));
        if named.as_ref().is_some_and(is_anothers) {
            return Vec::new();
        }
        let Some(made) = chain.last() else {
            return Vec::new();
        };
        let is_there = self.read(|log| !log.value(made, &FieldKey::of(STATUS)).is_empty());
        let mut writes = match is_there {
            true if self.read(|log| log.is_deleted(made)) => {
                let gone = self.gone_with(made);
                let back = |row: &RecordId| self.agreed(row, DELETED, Value::Null);
                gone.iter().map(back).collect()
            }
            true => Vec::new(),
            false => self.begun_from(record, made, successor),
        };
        let named = Value::text(made.as_str());
        writes.push(self.write_of(record, successor.named_in, named));
        writes
    }

    fn begun_from(&self, record: &RecordId, made: &RecordId, successor: &Successor) -> Vec<Write> {
        let copied = self.read(|log| {
            let of = |(to, from): &(&str, &str)| {
                let keys = log.keys(record).filter(|key| key.stem() == *from);
                let copied = keys.map(|key| {
                    let to = match key.rest() {
                        Some(element) => format!("{to}/{element}"),
                        None => (*to).to_owned(),
                    };
                    (to, log.value(record, key))
                });
                copied
                    .filter(|(_, value)| !value.is_empty())
                    .collect::<Vec<_>>()
            };
            successor.copies.iter().flat_map(of).collect::<Vec<_>>()
        });
        // Nothing of who takes the step: two who do make one.
        let first = self.read(|log| crate::templates::first_values(log, successor.kind, None));
        let copied = copied
            .iter()
            .map(|(key, value)| (key.as_str(), value.clone()));
        let fields: Vec<(&str, Value)> = first.into_iter().chain(copied).collect();
        self.writes_at_end(made, None, &fields)
    }
}

/// What a form has made so far, each after the one before was over, and last the one that is not over or not begun.
fn chain_of(log: &Log, record: &RecordId, kind: &str) -> Vec<RecordId> {
    let mut made = RecordId::made_of(kind, record.as_str());
    let mut chain = vec![made.clone()];
    while is_over(log, &made) {
        made = RecordId::made_of(kind, &format!("{record}/{made}"));
        chain.push(made.clone());
    }
    chain
}

/// Whether a record has begun and come to its end.
fn is_over(log: &Log, record: &RecordId) -> bool {
    !log.value(record, &FieldKey::of(STATUS)).is_empty()
        && !Form::new(log, record.clone()).is_open()
}
