//! What people answer for, by who is named as the owner: read once, asked for every person.

use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::{Form, Key};
use std::collections::BTreeMap;

/// The tasks, issues and risks of each owner, in their order.
pub(in crate::analysis) struct Owned(BTreeMap<RecordId, Vec<RecordId>>);

impl Derived for Owned {
    fn of(log: &Log) -> Self {
        let mut owned: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
        for kind in ["task", "issue", "risk"] {
            for record in log.rows(kind) {
                let owner = Form::new(log, record.clone()).get(Key::<RecordId>::new("owner"));
                if let Some(owner) = owner {
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
