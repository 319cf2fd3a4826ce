//! Acts on records: begin, delete, restore, move, take a step of the state machine, decide a difference.

use super::new_record::new_record;
use super::session::Session;
use crate::analysis::Duty;
use crate::analysis::goal::cells::covered_by_any;
use crate::model::log::{Seen, Slot, Write};
use crate::model::order;
use crate::model::sort::gather;
use crate::model::template::{
    CellType, DELETED, FieldType, Gate, ORDER, PARENT, STATUS, Transition,
};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::assignment::{deleted_places, places_in};
use std::collections::BTreeSet;

/// Where a row goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Before another row.
    Before(RecordId),
    /// Behind another row.
    Behind(RecordId),
}

impl Session {
    pub(super) fn write_of(&self, record: &RecordId, key: &str, value: Value) -> Write {
        let key = FieldKey::of(key);
        let seen = self.seen_of(record, &key);
        Write {
            record: record.clone(),
            key,
            value,
            seen,
        }
    }

    /// What is before the eyes of whoever writes a cell: of an answer, what it answers to.
    pub(super) fn seen_of(&self, record: &RecordId, key: &FieldKey) -> Seen {
        self.read(|log| match covered_by_any(log, record, key) {
            Some(covered) => log.seen_with(record, key, &Value::Null, &covered),
            None => log.seen(record, key),
        })
    }

    pub(super) fn agreed(&self, record: &RecordId, key: &str, value: Value) -> Write {
        let key = FieldKey::of(key);
        let seen = self.read(|log| log.seen_whole(record, &key, &value));
        Write {
            record: record.clone(),
            key,
            value,
            seen,
        }
    }

    /// A fresh record id of a kind.
    pub fn new_id(&self, kind: &str) -> RecordId {
        RecordId::random(kind, self.random())
    }

    /// Writes several fields of one record in one act; those that others are responsible for as suggestions.
    pub fn set_fields(&self, record: &RecordId, fields: &[(&str, Value)]) -> Vec<Slot> {
        let writes = fields
            .iter()
            .map(|(key, value)| self.write_of(record, key, value.clone()));
        self.apply(self.by_role(writes.collect()), None)
    }

    /// Adds rows of a kind behind `after` (or at the end), each with the fields given, in one act. Without a parent
    /// they lie under the form that a project has once, if they are rows of one.
    pub fn add_rows(
        &self,
        kind: &str,
        parent: Option<&RecordId>,
        after: Option<&RecordId>,
        rows: &[Vec<(&str, Value)>],
    ) -> Vec<RecordId> {
        let (made, writes) = self.new_rows(kind, parent, after, rows);
        self.apply(writes, None);
        made
    }

    /// What is written for new rows behind `after` (or at the end).
    pub(super) fn new_rows(
        &self,
        kind: &str,
        parent: Option<&RecordId>,
        after: Option<&RecordId>,
        rows: &[Vec<(&str, Value)>],
    ) -> (Vec<RecordId>, Vec<Write>) {
        let usual = crate::templates::usual_parent(kind);
        let parent = parent.or(usual.as_ref());
        let siblings = self.siblings(kind, parent);
        let place = after
            .and_then(|after| siblings.iter().position(|row| row == after))
            .map_or(siblings.len(), |at| at + 1);
        let (keys, mut writes) = self.keys_at(&siblings, place, rows.len());
        let mut made = Vec::with_capacity(rows.len());
        let first_code = self.read(|log| crate::analysis::Codes::of(log, kind).next());
        for (code, (fields, key)) in (first_code..).zip(rows.iter().zip(keys)) {
            let record = self.new_id(kind);
            writes.extend(self.row_writes(&record, parent, fields, key, code));
            made.push(record);
        }
        (made, writes)
    }

    /// Begins a form that is written only with its first field: an id, and what comes with it then; `given` goes
    /// before what the form says of itself.
    pub fn begin(&self, kind: &str, given: Vec<(&str, Value)>) -> RecordId {
        let me = self.me();
        let mut fields = self.read(|log| crate::templates::first_values(log, kind, me.as_ref()));
        fields.retain(|(key, _)| given.iter().all(|(given, _)| given != key));
        let fields = fields.into_iter().chain(given).collect();
        let (record, mut writes) = self.first_writes(kind, None, fields);
        let given = gather::<BTreeSet<_>, _>(writes.iter().map(|write| write.key.clone()));
        let more = self.first_of_decision(&record).into_iter();
        let more = more.chain(self.first_of_consultation(&record));
        writes.extend(more.filter(|write| !given.contains(&write.key)));
        self.inner()
            .borrow_mut()
            .pending
            .insert(record.clone(), writes);
        record
    }

    pub(super) fn first_writes(
        &self,
        kind: &str,
        parent: Option<&RecordId>,
        fields: Vec<(&str, Value)>,
    ) -> (RecordId, Vec<Write>) {
        let record = self.new_id(kind);
        let writes = self.writes_at_end(&record, parent, &fields);
        (record, writes)
    }

    /// What begins a record of that id as the last of its kind.
    pub(super) fn writes_at_end(
        &self,
        record: &RecordId,
        parent: Option<&RecordId>,
        fields: &[(&str, Value)],
    ) -> Vec<Write> {
        let kind = record.kind();
        let usual = crate::templates::usual_parent(kind);
        let parent = parent.or(usual.as_ref());
        let siblings = self.siblings(kind, parent);
        let (keys, mut writes) = self.keys_at(&siblings, siblings.len(), 1);
        let code = self.read(|log| crate::analysis::Codes::of(log, kind).next());
        for key in keys {
            writes.extend(self.row_writes(record, parent, fields, key, code));
        }
        writes
    }

    /// The writes that begin a record: its place, number and first state, of which given fields take the place.
    pub(super) fn row_writes(
        &self,
        record: &RecordId,
        parent: Option<&RecordId>,
        fields: &[(&str, Value)],
        order: String,
        code: i64,
    ) -> Vec<Write> {
        let template = self.read(|log| log.schema().template(record.kind()));
        let mut all: Vec<(&str, Value)> = new_record(template, order, || code);
        all.extend(parent.map(|parent| (PARENT, Value::text(parent.as_str()))));
        all.retain(|(key, _)| !fields.iter().any(|(given, _)| given == key));
        all.extend(fields.iter().cloned());
        all.into_iter()
            .map(|(key, value)| self.write_of(record, key, value))
            .collect()
    }

    pub(super) fn siblings(&self, kind: &str, parent: Option<&RecordId>) -> Vec<RecordId> {
        self.read(|log| {
            parent.map_or_else(|| log.rows(kind), |parent| log.rows_under(parent, kind))
        })
    }

    pub(super) fn order_of(&self, record: &RecordId) -> Option<String> {
        self.read(|log| {
            log.value(record, &FieldKey::of(ORDER))
                .as_text()
                .map(str::to_owned)
        })
    }

    /// Keys for rows at a place among siblings, and the re-keying of those rows there that leave no room.
    pub(super) fn keys_at(
        &self,
        siblings: &[RecordId],
        place: usize,
        count: usize,
    ) -> (Vec<String>, Vec<Write>) {
        let before = place
            .checked_sub(1)
            .and_then(|at| siblings.get(at))
            .and_then(|row| self.order_of(row));
        let from = before.as_deref().unwrap_or_default();
        let mut crowded: Vec<&RecordId> = Vec::new();
        let mut behind = None;
        for row in siblings.iter().skip(place) {
            let key = self.order_of(row).unwrap_or_default();
            if !order::needs_new_key(from, &key) {
                behind = Some(key);
                break;
            }
            crowded.push(row);
        }
        let stem = u32::from_le_bytes(self.random());
        let needed = count + crowded.len();
        let mut keys =
            order::keys_between(before.as_deref(), behind.as_deref(), needed, stem).into_iter();
        let own = keys.by_ref().take(count).collect();
        let rekeyed = keys
            .zip(crowded)
            .map(|(key, row)| self.write_of(row, ORDER, Value::text(key)))
            .collect();
        (own, rekeyed)
    }

    /// Moves a row one place among its siblings. False where it stands at the end already.
    pub fn move_row(&self, record: &RecordId, to: Moved) -> bool {
        self.move_row_with(record, to, &[])
    }

    /// The same with other values of its fields, in one act.
    pub fn move_row_with(&self, record: &RecordId, to: Moved, fields: &[(&str, Value)]) -> bool {
        let parent: Option<RecordId> = self.read(|log| {
            log.value(record, &FieldKey::of(PARENT))
                .as_text()
                .and_then(|text| text.parse().ok())
        });
        let mut siblings = self.siblings(record.kind(), parent.as_ref());
        let Some(at) = siblings.iter().position(|row| row == record) else {
            return false;
        };
        let other = |other: &RecordId| {
            let at_other = siblings.iter().position(|row| row == other)?;
            // It is taken away first.
            Some(at_other - usize::from(at < at_other))
        };
        let place = match to {
            Moved::Up => at.checked_sub(1),
            Moved::Down => Some(at + 1).filter(|at| *at < siblings.len()),
            Moved::Before(row) => other(&row),
            Moved::Behind(row) => other(&row).map(|at| at + 1),
        };
        let fields = fields
            .iter()
            .map(|(key, value)| self.write_of(record, key, value.clone()));
        let mut writes = self.by_role(fields.collect());
        if let Some(place) = place.filter(|place| *place != at) {
            siblings.remove(at);
            let (keys, more) = self.keys_at(&siblings, place, 1);
            writes.extend(more);
            let keys = keys.into_iter();
            writes.extend(keys.map(|key| self.write_of(record, ORDER, Value::text(key))));
        }
        !self.apply(writes, None).is_empty()
    }

    /// Deletes a record and the rows under it, each by its own change of one act; where others are responsible for
    /// it, suggests that.
    pub fn delete(&self, record: &RecordId) -> Vec<Slot> {
        let writes = if self.duty(record, &FieldKey::of(DELETED)) == Duty::Own {
            self.deletion_of(record)
        } else {
            self.by_role(vec![self.write_of(record, DELETED, Value::Bool(true))])
        };
        self.apply(writes, None)
    }

    pub(super) fn deletion_of(&self, record: &RecordId) -> Vec<Write> {
        let all = self.with_rows(record);
        all.iter()
            .map(|record| self.agreed(record, DELETED, Value::Bool(true)))
            .collect()
    }

    /// Brings a record back, with the rows that went in the same act.
    pub fn restore(&self, record: &RecordId) -> Vec<Slot> {
        self.restore_all(std::slice::from_ref(record))
    }

    /// Brings several records back in one act, each with the rows that went with it.
    pub fn restore_all(&self, records: &[RecordId]) -> Vec<Slot> {
        let gone = records.iter().flat_map(|record| self.gone_with(record));
        let gone: BTreeSet<RecordId> = gather(gone);
        let writes = gone
            .iter()
            .map(|record| self.agreed(record, DELETED, Value::Null))
            .collect();
        self.apply(writes, None)
    }

    fn with_rows(&self, record: &RecordId) -> Vec<RecordId> {
        self.read(|log| {
            let mut all = vec![record.clone()];
            let mut at = 0;
            while at < all.len() {
                // A row lies under one record, and loops are cut.
                all.extend(log.rows_below(&all[at]));
                // The places of a row of the role table go with it.
                all.extend(places_in(log, &all[at]));
                at += 1;
            }
            all
        })
    }

    /// A deleted record, and the rows under it that went in the same act.
    pub(super) fn gone_with(&self, record: &RecordId) -> Vec<RecordId> {
        let key = FieldKey::of(DELETED);
        self.read(|log| {
            let acts = |record: &RecordId| {
                let live = log.live(record, &key);
                let acts = live.iter();
                gather::<BTreeSet<_>, _>(
                    acts.map(|write| (write.change.id.replica, write.change.lamport)),
                )
            };
            let own = acts(record);
            let mut all = vec![record.clone()];
            let places = deleted_places(log, record);
            all.extend(
                log.deleted_below(record)
                    .into_iter()
                    .chain(places)
                    .filter(|row| !acts(row).is_disjoint(&own)),
            );
            all
        })
    }

    /// Takes a step of the state machine. A step that stays in its state is written all the same: it is counted.
    pub fn step(
        &self,
        record: &RecordId,
        transition: &Transition,
        reason: Option<&str>,
    ) -> Vec<Slot> {
        self.apply(self.step_writes(record, transition), reason)
    }

    /// Its new status with all that this covers, its times and figures: for an act that says more besides.
    pub(super) fn step_writes(&self, record: &RecordId, transition: &Transition) -> Vec<Write> {
        let mut status = self.agreed(record, STATUS, Value::text(transition.to));
        status.seen.always();
        let mut writes = vec![status];
        writes.extend(
            transition
                .stamps
                .iter()
                .map(|key| self.write_of(record, key, self.moment_for(record, key))),
        );
        writes.extend(
            transition
                .clears
                .iter()
                .map(|key| self.write_of(record, key, Value::Null)),
        );
        writes.extend(
            transition
                .sets
                .iter()
                .map(|(key, number)| self.write_of(record, key, Value::int(*number))),
        );
        writes.extend(self.writes_of_release(record, transition));
        if let Some(successor) = transition.makes {
            writes.extend(self.successor_writes(record, successor));
        }
        if transition.gate == Some(Gate::Submit) {
            writes.extend(self.ledger_writes(record));
        }
        writes
    }

    /// Now, as a day or a moment, whichever the field holds.
    fn moment_for(&self, record: &RecordId, key: &str) -> Value {
        let now = self.now();
        let field = self.read(|log| {
            log.schema()
                .template(record.kind())
                .and_then(|template| template.field(key))
        });
        match field.map(|field| field.field_type) {
            Some(FieldType::Date) => CellType::write(&now.date_naive()),
            _ => CellType::write(&now),
        }
    }

    /// Settles a difference: the write names every live value, and what a deletion or locking state covers.
    pub fn decide(
        &self,
        record: &RecordId,
        key: &FieldKey,
        value: Value,
        reason: Option<&str>,
    ) -> Vec<Slot> {
        let seen = self.read(|log| log.seen_whole(record, key, &value));
        self.apply(
            vec![Write {
                record: record.clone(),
                key: key.clone(),
                value,
                seen,
            }],
            reason,
        )
    }
}
