//! The worked example becomes changes: each person's acts under a replica of their own, each naming what that person
//! had before their eyes, as if the files had gone round and been merged.

use super::begin::Begun;
use super::new_record::new_record;
use super::session::Session;
use crate::analysis::begin::draft::{Fill, Local};
use crate::analysis::begin::sample::{Act, Sample};
use crate::analysis::goal::covered::covered;
use crate::model::log::{Stamp, Write};
use crate::model::order;
use crate::model::template::{CODE, STATUS};
use crate::model::{Change, FieldKey, Log, RecordId, Replica, Value};
use crate::templates::SCHEMA;
use std::collections::{BTreeMap, BTreeSet};

impl Session {
    /// Writes the worked example into an empty project; its lead acts from now on. Nothing of it can be undone.
    pub fn begin_sample(&self, sample: &Sample) -> Begun {
        let kinds = sample.records.iter().map(|one| (one.kind.as_str(), one.id));
        let records = self.ids_for(kinds);
        let me = records[sample.me].clone();
        let changes = self.changes_of(sample, &records);
        self.append_of_others(changes);
        self.set_author(Some(me.to_string()));
        Begun { me, records }
    }

    /// Writes the changes of a clean copy into an empty project; who made it goes on acting. Nothing of it can be
    /// undone.
    pub fn begin_copy(&self, changes: Vec<Change>, author: Option<String>) {
        self.append_of_others(changes);
        self.set_author(author);
    }

    fn changes_of(&self, sample: &Sample, records: &[RecordId]) -> Vec<Change> {
        let stem = u32::from_le_bytes(self.random());
        let places = order::keys_between(None, None, records.len(), stem);
        let mut log = Log::new(&SCHEMA, u64::from_le_bytes(self.random()));
        let mut replicas: BTreeMap<Local, (Replica, u64)> = BTreeMap::new();
        let mut written: BTreeSet<Local> = BTreeSet::new();
        let mut codes: BTreeMap<String, i64> = BTreeMap::new();
        let mut all = Vec::new();
        for (act, lamport) in sample.acts.iter().zip(1u64..) {
            let (replica, seq) = *replicas
                .entry(act.author)
                .or_insert_with(|| (Replica::from_bytes(self.random()), 0));
            let stamp = Stamp {
                replica,
                seq: seq + 1,
                lamport,
                time: act.at.timestamp_millis(),
                author: Some(records[act.author].as_str().into()),
                on_behalf_of: act
                    .on_behalf_of
                    .map(|member| records[member].as_str().into()),
                note: act.note.as_deref().map(Into::into),
            };
            let mut writes = writes_of(&log, act, records);
            let touched: BTreeSet<Local> = act.touches.iter().map(|touch| touch.record).collect();
            for new in touched.into_iter().filter(|place| written.insert(*place)) {
                add_first_values(&log, &records[new], &places[new], &mut codes, &mut writes);
            }
            let changes = log.draft(writes, &stamp);
            replicas.insert(act.author, (replica, seq + changes.len() as u64));
            log.add_all("", changes.clone());
            all.extend(changes);
        }
        all
    }
}

/// What a record is given besides when it is first written.
fn add_first_values(
    log: &Log,
    record: &RecordId,
    place: &str,
    codes: &mut BTreeMap<String, i64>,
    writes: &mut Vec<Write>,
) {
    let own = writes.iter().filter(|write| write.record == *record);
    let given: Vec<FieldKey> = own.map(|write| write.key.clone()).collect();
    let is_given = |key: &str| given.iter().any(|given| given.as_str() == key);
    let number = || {
        // A number that the example gives itself takes none of the others.
        let next = codes.entry(record.kind().to_owned()).or_insert(1);
        *next += i64::from(!is_given(CODE));
        *next - 1
    };
    let mut first = new_record(SCHEMA.template(record.kind()), place.to_owned(), number);
    first.retain(|(key, _)| !is_given(key));
    writes.extend(first.into_iter().map(|(key, value)| {
        let key = FieldKey::of(key);
        let seen = log.seen(record, &key);
        Write {
            record: record.clone(),
            key,
            value,
            seen,
        }
    }));
}

fn writes_of(log: &Log, act: &Act, records: &[RecordId]) -> Vec<Write> {
    let mut writes = Vec::new();
    for touch in &act.touches {
        let record = records[touch.record].clone();
        let element = touch.element.and_then(|at| records[at].rest());
        let key = match element {
            Some(element) => format!("{}/{element}", touch.key),
            None => touch.key.clone(),
        };
        let key = FieldKey::of(&key);
        let value = match &touch.value {
            Fill::Value(value) => value.clone(),
            Fill::Record(at) => Value::text(records[*at].as_str()),
        };
        let seen = seen(log, &record, &key, &value);
        writes.push(Write {
            record,
            key,
            value,
            seen,
        });
    }
    writes
}

/// What the writer had before their eyes: for an agreement all that it covers.
fn seen(log: &Log, record: &RecordId, key: &FieldKey, value: &Value) -> crate::model::log::Seen {
    if let Some(cells) = covered(log, record, key) {
        return log.seen_with(record, key, value, &cells);
    }
    if key.as_str() == STATUS {
        let mut seen = log.seen_whole(record, key, value);
        seen.always();
        return seen;
    }
    log.seen(record, key)
}
