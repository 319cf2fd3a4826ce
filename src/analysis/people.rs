//! Who is who: the same person entered twice or signing with a name that is not on the list, and who holds a role.
//! Roles are claims, never locks.

use crate::model::id::RecordId;
use crate::model::sort::gather;
use crate::model::template::{Choice, Form, Key};
use crate::templates::{identity, member};
use std::collections::{BTreeMap, BTreeSet};

/// People entered twice and joined by `same_as`: each record is shown as the smallest id of its person. A name that
/// was joined with a member stands for that member.
#[derive(Debug, Clone, Default)]
pub struct People {
    shown_as: BTreeMap<RecordId, RecordId>,
    names: BTreeMap<String, RecordId>,
}

impl People {
    /// Joins the records of a project's roster.
    pub fn of(form: &Form<'_>) -> Self {
        let mut people = Self::default();
        people.read(form);
        people
    }

    /// Joins what another log knows besides: what files bring.
    pub fn read(&mut self, form: &Form<'_>) {
        for record in form.all(member::MEMBER.kind) {
            if let Some(same) = record.get(member::SAME_AS) {
                self.join(record.record().clone(), same);
            }
        }
        for joined in form.all(identity::KIND) {
            let text = |key| joined.get(Key::<String>::new(key));
            let member = text(identity::MEMBER);
            let member = member.and_then(|member| member.parse::<RecordId>().ok());
            if let (Some(name), Some(member)) = (text(identity::NAME), member) {
                self.names.insert(name, member);
            }
        }
    }

    /// Takes an author, a member id or a name, for that member: an answer that is not written yet.
    pub fn suppose(&mut self, author: &str, member: &RecordId) {
        match author.parse::<RecordId>() {
            Ok(record) if record.kind() == member::MEMBER.kind => self.join(record, member.clone()),
            _ => {
                self.names.insert(author.to_owned(), member.clone());
            }
        }
    }

    /// The person that an author is: a member id, or a name that was joined with one. Nothing for any other name.
    pub fn author(&self, author: &str) -> Option<RecordId> {
        let member = match author.parse::<RecordId>() {
            Ok(record) if record.kind() == member::MEMBER.kind => record,
            _ => self.names.get(author)?.clone(),
        };
        Some(self.person(&member))
    }

    /// Whether two authors are one person.
    pub fn is_same(&self, a: &str, b: &str) -> bool {
        a == b || self.author(a).is_some_and(|a| Some(a) == self.author(b))
    }

    fn join(&mut self, a: RecordId, b: RecordId) {
        let (a, b) = (self.person(&a), self.person(&b));
        if a == b {
            return;
        }
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
