//! What people answer for, by who is named as the owner: read once, asked for every person.

use super::who::People;
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

/// The work of each person, whichever of their records is named as the owner, by the record they are shown as.
pub(in crate::analysis) struct Carried(BTreeMap<RecordId, Vec<RecordId>>);

impl Derived for Carried {
    fn of(log: &Log) -> Self {
        let people = log.derived::<People>();
        let mut carried: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
        for (owner, records) in &log.derived::<Owned>().0 {
            let own = carried.entry(people.person(owner)).or_default();
            own.extend(records.iter().cloned());
        }
        Self(carried)
    }
}

impl Carried {
    /// What the person of that record answers for.
    pub(in crate::analysis) fn of(&self, people: &People, member: &RecordId) -> &[RecordId] {
        let own = self.0.get(&people.person(member));
        own.map_or(&[], |own| own)
    }
}

impl Owned {
    /// What names that record as its owner.
    pub(in crate::analysis) fn of(&self, owner: &RecordId) -> &[RecordId] {
        self.0.get(owner).map_or(&[], |own| own)
    }
}
