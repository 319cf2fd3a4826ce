//! Deletions and locking states: what they cover, what they knew, what contradicts them, and the state that follows.

use super::facts::{FactId, Facts};
use super::{Oracle, is_true, token};
use crate::schema;
use crate::schema::{LOCKING, ROWS, Reading};
use hepai::model::log::Current;
use hepai::model::{CellId, FieldKey, RecordId, Value};
use std::collections::{BTreeMap, BTreeSet};

impl Oracle {
    /// What a deletion or a locking state covers.
    pub(crate) fn covered(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Vec<CellId> {
        let own = self.cells(set, reading, record).into_iter();
        if cell.as_str() == "deleted" {
            return own
                .filter(|key| key != cell)
                .map(|key| (record.clone(), key))
                .collect();
        }
        let mut out: Vec<_> = own
            .filter(|key| reading.is_locked(key))
            .map(|key| (record.clone(), key))
            .collect();
        for (row, _) in self
            .parents(set)
            .into_iter()
            .filter(|(row, parent)| parent == record && row != record && row.kind() == ROWS)
        {
            let content = self
                .cells(set, reading, &row)
                .into_iter()
                .filter(|key| !matches!(key.as_str(), "parent" | "order"));
            out.extend(content.map(|key| (row.clone(), key)));
        }
        out
    }

    /// The live deletions (where all live values say so) or locking states of a record.
    pub(crate) fn seals(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Vec<FactId> {
        let live = self.live(set, reading, record, cell);
        let value = |id: &FactId| self.value(*id, reading, cell);
        if cell.as_str() == "deleted" {
            return if live.iter().all(|id| is_true(value(id))) {
                live
            } else {
                Vec::new()
            };
        }
        if !schema::has_states(record) {
            return Vec::new();
        }
        live.into_iter()
            .filter(|id| token(value(id)) == token(&Value::text(LOCKING)))
            .collect()
    }

    /// Whether another version of the app set a locking state here: it locks other keys, and a change that it knew for
    /// one of them covers the rest of that change as well.
    pub(crate) fn is_other_versions(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> bool {
        cell.as_str() == "status"
            && self
                .seals(set, reading, record, cell)
                .iter()
                .any(|seal| self.facts[*seal].reading != reading)
    }

    /// Live values of what a deletion or locking state covers that were unknown to it and differ from what stood there.
    pub(crate) fn contradictions(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Facts {
        let seals = self.seals(set, reading, record, cell);
        let mut out = Facts::default();
        if seals.is_empty() {
            return out;
        }
        for (target, key) in self.covered(set, reading, record, cell) {
            let known: Vec<Facts> = seals
                .iter()
                .map(|seal| self.known_to_seal(*seal, cell, reading, &target, &key))
                .collect();
            let stood = |known: &Facts| {
                let values = self.distinct(known, reading, &target, &key);
                if values.is_empty() {
                    vec![None]
                } else {
                    values
                }
            };
            for id in self.live(set, reading, &target, &key) {
                let value = token(self.value(id, reading, &key));
                if !known.iter().any(|known| known.contains(id))
                    && !known.iter().any(|known| stood(known).contains(&value))
                {
                    out.insert(id);
                }
            }
        }
        out
    }

    /// The writes of a cell that the writer of a deletion or locking state had before their eyes as part of what it
    /// covers, and their own. A row that came under the form later was no part of it.
    pub(crate) fn known_to_seal(
        &self,
        seal: FactId,
        cell: &FieldKey,
        reading: Reading,
        target: &RecordId,
        key: &FieldKey,
    ) -> Facts {
        let fact = &self.facts[seal];
        let covered = self.covered(&fact.eyes, fact.reading, &fact.change.record, cell);
        let is_covered = |id: &FactId| {
            covered.contains(&(
                target.clone(),
                fact.reading.cell(&self.stored_key(*id, reading, key)),
            ))
        };
        let mut known: Facts = self
            .ops(&fact.eyes, reading, target, key)
            .iter()
            .filter(is_covered)
            .collect();
        if fact.change.record == *target
            && reading
                .stored_keys(key)
                .iter()
                .any(|key| fact.change.cell(key).is_some())
        {
            known.insert(seal);
        }
        known
    }

    /// Deleted: every live `deleted` is true and nothing contradicts.
    pub(crate) fn is_hidden(&self, set: &Facts, reading: Reading, record: &RecordId) -> bool {
        let key = FieldKey::of("deleted");
        !self.seals(set, reading, record, &key).is_empty()
            && self.contradictions(set, reading, record, &key).is_empty()
    }

    /// Whether a record holds anything and is not deleted.
    pub(crate) fn is_visible(&self, set: &Facts, reading: Reading, record: &RecordId) -> bool {
        let stored = self.cells(set, Reading::Old, record);
        let holds = |key: &FieldKey| {
            key.as_str() != "deleted"
                && self
                    .first(set, Reading::Old, record, key)
                    .is_some_and(|value| token(value).is_some())
        };
        stored.iter().any(holds) && !self.is_hidden(set, reading, record)
    }

    /// Every place where people must decide.
    pub(crate) fn conflicts(&self, set: &Facts, reading: Reading) -> BTreeSet<CellId> {
        let mut out = BTreeSet::new();
        for record in self.records(set) {
            for key in self.cells(set, reading, &record) {
                if !schema::is_latest(&key) && self.distinct(set, reading, &record, &key).len() > 1
                {
                    out.insert((record.clone(), key));
                }
            }
            for key in ["deleted", "status"].map(FieldKey::of) {
                if !self.contradictions(set, reading, &record, &key).is_empty() {
                    out.insert((record.clone(), key));
                }
            }
        }
        out
    }

    /// The plain state, under stored keys: the same for every version of the app.
    pub(crate) fn current(&self, set: &Facts) -> Current {
        let mut out = Current::new();
        for record in self.records(set) {
            if self.is_hidden(set, Reading::Old, &record) {
                continue;
            }
            let mut fields = BTreeMap::new();
            for key in self.cells(set, Reading::Old, &record) {
                if let Some(value) = self
                    .first(set, Reading::Old, &record, &key)
                    .filter(|value| token(value).is_some() && key.as_str() != "deleted")
                {
                    fields.insert(key, value.clone());
                }
            }
            if !fields.is_empty() {
                out.insert(record, fields);
            }
        }
        out
    }
}
