//! Cells: what is written, what its writer knew, what is live.

use super::facts::{FactId, Facts};
use super::{Oracle, Token, order, token};
use crate::schema::Reading;
use hepai::model::{FieldKey, RecordId, Value};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

impl Oracle {
    /// The writes of a set into one cell.
    pub(crate) fn ops(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Facts {
        let Some(cells) = self.by_cell.get(record) else {
            return Facts::default();
        };
        let mut out = Facts::default();
        for key in reading.stored_keys(cell) {
            if let Some(facts) = cells.get(&key) {
                out.add(facts);
            }
        }
        out.common(set)
    }

    /// The cells that a set writes in a record.
    pub(crate) fn cells(&self, set: &Facts, reading: Reading, record: &RecordId) -> Vec<FieldKey> {
        let Some(cells) = self.by_cell.get(record) else {
            return Vec::new();
        };
        let written = cells
            .iter()
            .filter(|(_, facts)| !facts.common(set).is_empty());
        written
            .map(|(key, _)| reading.cell(key))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }

    pub(crate) fn stored_key(&self, id: FactId, reading: Reading, cell: &FieldKey) -> FieldKey {
        let keys = reading.stored_keys(cell);
        keys.into_iter()
            .find(|key| self.facts[id].change.cell(key).is_some())
            .expect("it writes that cell")
    }

    pub(crate) fn value(&self, id: FactId, reading: Reading, cell: &FieldKey) -> &Value {
        &self.facts[id]
            .change
            .cell(&self.stored_key(id, reading, cell))
            .expect("it writes that cell")
            .value
    }

    /// What the writer of one cell knew in it.
    pub(crate) fn knew(&self, id: FactId, reading: Reading, cell: &FieldKey) -> Facts {
        self.facts[id]
            .knew
            .get(&self.stored_key(id, reading, cell))
            .cloned()
            .unwrap_or_default()
    }

    /// Live exactly when nobody in the set wrote that cell having seen it. The one that counts for now first.
    pub(crate) fn live(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Vec<FactId> {
        let ops = self.ops(set, reading, record, cell);
        let mut replaced = Facts::default();
        for id in ops.iter() {
            replaced.add(&self.knew(id, reading, cell));
        }
        let mut live: Vec<FactId> = ops.without(&replaced).iter().collect();
        live.sort_by(|a, b| order(&self.facts[*b].change, &self.facts[*a].change));
        live
    }

    /// The differing live values, the one that counts for now first.
    pub(crate) fn distinct(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Vec<Token> {
        let mut out: Vec<Token> = Vec::new();
        for id in self.live(set, reading, record, cell) {
            let value = token(self.value(id, reading, cell));
            if !out.contains(&value) {
                out.push(value);
            }
        }
        out
    }

    pub(crate) fn first(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Option<&Value> {
        self.live(set, reading, record, cell)
            .first()
            .map(|id| self.value(*id, reading, cell))
    }

    pub(crate) fn parent(&self, set: &Facts, record: &RecordId) -> Option<RecordId> {
        match self.first(set, Reading::Old, record, &FieldKey::of("parent"))? {
            Value::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Every record with its parent, where it names one.
    pub(crate) fn parents(&self, set: &Facts) -> BTreeMap<RecordId, RecordId> {
        self.records(set)
            .into_iter()
            .filter_map(|record| self.parent(set, &record).map(|parent| (record, parent)))
            .collect()
    }

    /// Whether a loop of parents is cut at this record: its `parent` comes last in the order.
    pub(crate) fn is_cut(
        &self,
        set: &Facts,
        parents: &BTreeMap<RecordId, RecordId>,
        record: &RecordId,
    ) -> bool {
        let mut ring = vec![record.clone()];
        while let Some(next) = parents.get(&ring[ring.len() - 1]) {
            if next == record {
                let write = |row: &RecordId| {
                    &self.facts[self.live(set, Reading::Old, row, &FieldKey::of("parent"))[0]]
                        .change
                };
                return ring.iter().all(|row| {
                    row == record || order(write(row), write(record)) == Ordering::Less
                });
            }
            if ring.contains(next) {
                return false;
            }
            ring.push(next.clone());
        }
        false
    }
}
