//! Who is who: the same person entered twice, and who holds a role. Roles are claims, never locks.

use crate::model::id::RecordId;
use crate::model::sort::gather;
use crate::model::template::{Choice, Form};
use crate::templates::member;
use std::collections::{BTreeMap, BTreeSet};

/// People entered twice and joined by `same_as`: each record is shown as the smallest id of its person.
pub struct People {
    shown_as: BTreeMap<RecordId, RecordId>,
}

impl People {
    /// Joins the records of a project's roster.
    pub fn of(form: &Form<'_>) -> Self {
        let mut people = Self {
            shown_as: BTreeMap::new(),
        };
        for record in form.all(member::MEMBER.kind) {
            if let Some(same) = record.get(member::SAME_AS) {
                people.join(record.record().clone(), same);
            }
        }
        people
    }

    fn join(&mut self, a: RecordId, b: RecordId) {
        let (a, b) = (self.person(&a), self.person(&b));
        let (smaller, larger) = if a < b { (a, b) } else { (b, a) };
        for shown in self.shown_as.values_mut().filter(|shown| **shown == larger) {
            *shown = smaller.clone();
        }
        self.shown_as.insert(larger, smaller);
    }

    /// The record a person is shown as.
    pub fn person(&self, member: &RecordId) -> RecordId {
        self.shown_as.get(member).unwrap_or(member).clone()
    }

    /// All records of the person that this one belongs to.
    pub fn records(&self, member: &RecordId) -> BTreeSet<RecordId> {
        let person = self.person(member);
        let others = self
            .shown_as
            .iter()
            .filter(|(_, shown)| **shown == person)
            .map(|(record, _)| record.clone());
        gather(others.chain([person.clone(), member.clone()]))
    }
}

/// Whether somebody, in any of their records, holds a role; with `department`, for that department.
pub fn holds(
    form: &Form<'_>,
    people: &People,
    person: &RecordId,
    role: Choice,
    department: Option<&RecordId>,
) -> bool {
    people.records(person).into_iter().any(|record| {
        let record = form.other(record);
        record.get(member::PROJECT_ROLE).as_deref() == Some(role.key)
            && department
                .is_none_or(|wanted| record.get(member::DEPARTMENT).as_ref() == Some(wanted))
    })
}
