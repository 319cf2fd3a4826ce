//! A project begins: all its first records in one act, signed by who begins it. 预排 is confirmed. Work begins.

use super::new_record::new_record;
use super::session::Session;
use crate::analysis::Codes;
use crate::analysis::begin::draft::{Fill, NewId, NewRecord};
use crate::analysis::begin::start::NewProject;
use crate::analysis::inbox::weekly_agenda::point_on;
use crate::model::log::{Slot, Write};
use crate::model::order;
use crate::model::template::{Form, PARENT, PREFILLED, STATUS};
use crate::model::{FieldKey, Log, RecordId, Value};
use crate::templates::{milestone, minutes, settings, status_of, task};
use std::collections::BTreeMap;

/// The records of a project that was begun.
#[derive(Debug, Clone)]
pub struct Begun {
    /// The member record of who began it: the author from now on.
    pub me: RecordId,
    /// All records, in the order they were given.
    pub records: Vec<RecordId>,
}

impl Session {
    /// Writes the first records of a project in one act, signed by its lead. It is no step of undo: a project is
    /// left by deleting it, not by Ctrl+Z.
    pub fn begin_project(&self, project: &NewProject) -> Begun {
        let kinds = project.records.iter().map(|one| (one.kind, one.id));
        let records = self.ids_for(kinds);
        let me = records[project.me].clone();
        self.set_author(Some(me.to_string()));
        let writes = self.first_writes_of(&project.records, &records);
        self.write(writes, None);
        Begun { me, records }
    }

    /// Adds prepared records in one act, which is one step of undo.
    pub fn add_prepared(&self, prepared: &[NewRecord]) -> Vec<RecordId> {
        let records = self.ids_for(prepared.iter().map(|one| (one.kind, one.id)));
        let writes = self.first_writes_of(prepared, &records);
        self.apply(writes, None);
        records
    }

    /// Somebody looked at these records and left them as the app filled them: they are 预排 no more.
    pub fn confirm_prefilled(&self, records: &[RecordId]) -> Vec<Slot> {
        let writes = records
            .iter()
            .map(|record| self.write_of(record, PREFILLED, Value::Null))
            .collect();
        self.apply(writes, None)
    }

    /// 开工: the dates as they stand become the original plan, and the project runs; one act. A reason is given
    /// where something was still missing.
    pub fn begin_work(&self, reason: Option<&str>) -> Vec<Slot> {
        let running = Value::text(settings::RUNNING.key);
        let mut writes = vec![self.agreed(&settings::record(), STATUS, running)];
        writes.extend(
            self.read(original_plan)
                .into_iter()
                .map(|(record, key, value)| self.write_of(&record, key, value)),
        );
        self.apply(writes, reason)
    }

    /// The ids of records that name each other by their places; those made of others follow the others.
    pub(super) fn ids_for<'a>(
        &self,
        records: impl Iterator<Item = (&'a str, NewId)>,
    ) -> Vec<RecordId> {
        let mut out: Vec<RecordId> = Vec::new();
        for (kind, id) in records {
            let rest = |at: usize| {
                out.get(at)
                    .and_then(RecordId::rest)
                    .expect("an id is made of earlier records that have one")
            };
            let id = match id {
                NewId::Random => self.new_id(kind),
                NewId::Once => RecordId::of(kind),
                NewId::Of(one) => RecordId::of(&format!("{kind}/{}", rest(one))),
                NewId::Pair(one, other) => {
                    RecordId::of(&format!("{kind}/{}-{}", rest(one), rest(other)))
                }
                NewId::OfDay(meeting, day) => {
                    let minutes = minutes::record_of(&out[meeting], day);
                    let review = minutes.as_ref().and_then(minutes::review_of);
                    let both = minutes.into_iter().chain(review);
                    let mut both = both.filter(|one| one.kind() == kind);
                    both.next()
                        .expect("a meeting has minutes, and a regular one a review")
                }
                NewId::Point(meeting, day, about) => point_on(&out[meeting], day, &out[about]),
            };
            out.push(id);
        }
        out
    }

    /// What is written for new records: fields, places under one stem, numbers, first states, the mark of 预排.
    fn first_writes_of(&self, records: &[NewRecord], ids: &[RecordId]) -> Vec<Write> {
        let orders = self.orders_of(records, ids);
        let mut codes: BTreeMap<&str, i64> = BTreeMap::new();
        let mut writes = Vec::new();
        for ((record, id), order) in records.iter().zip(ids).zip(orders) {
            let template = self.read(|log| log.schema().template(record.kind));
            let number = || {
                let next = codes
                    .entry(record.kind)
                    .or_insert_with(|| self.read(|log| Codes::of(log, record.kind).next()));
                *next += 1;
                *next - 1
            };
            let first = new_record(template, order, number).into_iter();
            let mut fields: Vec<(String, Value)> =
                first.map(|(key, value)| (key.to_owned(), value)).collect();
            let parent = record.parent.map(|at| Value::text(ids[at].as_str()));
            fields.extend(parent.map(|parent| (PARENT.to_owned(), parent)));
            fields.extend(filled(record, ids));
            fields.push((PREFILLED.to_owned(), record.prefilled.clone()));
            writes.extend(
                fields
                    .into_iter()
                    .map(|(key, value)| self.write_of(id, &key, value)),
            );
        }
        writes
    }

    /// A place for each record behind its siblings; all of one stem.
    fn orders_of(&self, records: &[NewRecord], ids: &[RecordId]) -> Vec<String> {
        let stem = u32::from_le_bytes(self.random());
        let mut groups: BTreeMap<(&str, Option<usize>), Vec<usize>> = BTreeMap::new();
        for (at, record) in records.iter().enumerate() {
            groups
                .entry((record.kind, record.parent))
                .or_default()
                .push(at);
        }
        let mut out = vec![String::new(); records.len()];
        for ((kind, parent), places) in groups {
            let siblings = self.siblings(kind, parent.map(|at| &ids[at]));
            let last = siblings.last().and_then(|row| self.order_of(row));
            let keys = order::keys_between(last.as_deref(), None, places.len(), stem);
            for (place, key) in places.into_iter().zip(keys) {
                out[place] = key;
            }
        }
        out
    }
}

/// The original plan as the current one makes it: of every task that is not cancelled, and of every milestone.
fn original_plan(log: &Log) -> Vec<(RecordId, &'static str, Value)> {
    let mut out = Vec::new();
    let mut copy = |form: &Form<'_>, from: &str, to: &'static str| {
        let value = form.value(from);
        if !value.is_empty() {
            out.push((form.record().clone(), to, value));
        }
    };
    let forms = |kind| log.rows(kind).into_iter().map(|row| Form::new(log, row));
    for form in forms(task::TASK.kind).filter(|form| status_of(form) != task::CANCELLED.key) {
        copy(&form, task::CURRENT_START.name, task::BASELINE_START.name);
        copy(&form, task::CURRENT_END.name, task::BASELINE_END.name);
    }
    for form in forms(milestone::MILESTONE.kind) {
        copy(
            &form,
            milestone::CURRENT_DATE.name,
            milestone::BASELINE_DATE.name,
        );
    }
    out
}

fn filled(record: &NewRecord, ids: &[RecordId]) -> Vec<(String, Value)> {
    let value = |fill: &Fill| match fill {
        Fill::Value(value) => value.clone(),
        Fill::Record(at) => Value::text(ids[*at].as_str()),
    };
    let fields = record
        .fields
        .iter()
        .map(|(key, fill)| ((*key).to_owned(), value(fill)));
    let elements = record.elements.iter().filter_map(|(key, at, value)| {
        let element = FieldKey::of(&format!("{key}/{}", ids[*at].rest()?));
        Some((element.to_string(), value.clone()))
    });
    fields.chain(elements).collect()
}
