//! The writes of a record by field: what stood there before the first of them, and what was written last.

use crate::model::change::Cell;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::sort::sort_by;
use crate::model::template::Template;
use crate::model::value::Value;
use crate::model::{Change, ChangeId};
use std::collections::BTreeMap;

pub(super) struct FieldWrites {
    /// What stood there for who wrote it.
    pub(super) from: Value,
    /// What was written last.
    pub(super) to: Value,
    /// Whether it is several writes.
    pub(super) is_many: bool,
    /// Whether one of them had several values before it.
    pub(super) is_settled: bool,
    pub(super) reason: Option<String>,
}

impl FieldWrites {
    /// Whether it stands as before.
    pub(super) fn is_nothing(&self) -> bool {
        let is_same = self.from == self.to;
        is_same && !self.is_settled && (self.is_many || self.to.is_empty())
    }
}

/// The fields in the order of their form; what it does not name comes last.
pub(super) fn in_order<'a>(
    template: Option<&'static Template>,
    keys: impl Iterator<Item = &'a FieldKey>,
) -> Vec<FieldKey> {
    let place = |key: &FieldKey| {
        let mut fields = template.into_iter().flat_map(|template| template.fields);
        fields
            .position(|field| field.key == key.stem())
            .unwrap_or(usize::MAX)
    };
    let mut keys: Vec<FieldKey> = keys.cloned().collect();
    sort_by(&mut keys, |a, b| place(a).cmp(&place(b)));
    keys
}

/// The writes by field.
pub(super) fn fields_of(
    log: &Log,
    record: &RecordId,
    changes: &[&Change],
) -> BTreeMap<FieldKey, FieldWrites> {
    let mut all: BTreeMap<FieldKey, FieldWrites> = BTreeMap::new();
    for change in changes {
        for cell in &change.cells {
            let named = named(log, record, &cell.key, &cell.names);
            let is_settled = named.iter().any(|value| *value != named[0]);
            let reason = change.note.as_deref().map(str::to_owned);
            match all.get_mut(&cell.key) {
                None => {
                    let first = FieldWrites {
                        from: named
                            .last()
                            .map(|value| (*value).clone())
                            .unwrap_or_default(),
                        to: cell.value.clone(),
                        is_many: false,
                        is_settled,
                        reason,
                    };
                    all.insert(cell.key.clone(), first);
                }
                Some(field) => {
                    field.to = cell.value.clone();
                    field.is_many = true;
                    field.is_settled |= is_settled;
                    field.reason = reason.or_else(|| field.reason.take());
                }
            }
        }
    }
    all
}

/// The values of a cell that a write of it named, the one that counted last.
fn named<'a>(
    log: &'a Log,
    record: &RecordId,
    key: &FieldKey,
    names: &[ChangeId],
) -> Vec<&'a Value> {
    let mut writes: Vec<(&Change, &Cell)> = Vec::new();
    for slot in names.iter().flat_map(|name| log.of_id(*name)) {
        let change = log.change(slot);
        if change.record == *record
            && log.is_in_force(slot)
            && let Some(cell) = change.cell(key)
        {
            writes.push((change, cell));
        }
    }
    sort_by(&mut writes, |(a, _), (b, _)| a.order(b));
    writes.into_iter().map(|(_, cell)| &cell.value).collect()
}
