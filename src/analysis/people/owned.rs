//! What people answer for, by who is named as the owner: read once, asked for every person.

use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::Form;
use crate::templates::works;
use std::collections::BTreeMap;

/// The work of each owner, in its order.
pub(in crate::analysis) struct Owned(BTreeMap<RecordId, Vec<RecordId>>);

impl Derived for Owned {
    fn of(log: &Log) -> Self {
        let mut owned: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
        for (template, _) in works() {
            for record in log.rows(template.kind) {
                if let Some(owner) = Form::new(log, record.clone()).owner() {
                    owned.entry(owner).or_default().push(record);
                }
            }
        }
        Self(owned)
    }
}

impl Owned {
    /// What names that record as its owner.
    pub(in crate::analysis) fn of(&self, owner: &RecordId) -> &[RecordId] {
        self.0.get(owner).map_or(&[], |own| own)
    }
}
