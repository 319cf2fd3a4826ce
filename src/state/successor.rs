//! What a step makes of the form it is taken on, such as the issue that a risk becomes. Its id is made of the form's,
//! so that two people who take the step on their copies make one.

use super::session::Session;
use crate::model::log::Write;
use crate::model::template::{DELETED, STATUS, Successor};
use crate::model::{FieldKey, RecordId, Value};

impl Session {
    /// What is written for the successor of a form, and where the form names it. One that is there already stays as it
    /// is, and comes out of the recycle bin.
    pub(super) fn successor_writes(&self, record: &RecordId, successor: &Successor) -> Vec<Write> {
        let made = RecordId::made_of(successor.kind, record.as_str());
        let is_there = self.read(|log| !log.value(&made, &FieldKey::of(STATUS)).is_empty());
        let mut writes = match is_there {
            true if self.read(|log| log.is_deleted(&made)) => {
                vec![self.agreed(&made, DELETED, Value::Null)]
            }
            true => Vec::new(),
            false => self.begun_from(record, &made, successor),
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
        let siblings = self.siblings(successor.kind, None);
        let (keys, mut writes) = self.keys_at(&siblings, siblings.len(), 1);
        let code = self.read(|log| crate::analysis::Codes::of(log, successor.kind).next());
        for key in keys {
            writes.extend(self.row_writes(made, None, &fields, key, code));
        }
        writes
    }
}
