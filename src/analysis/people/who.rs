//! Who is who: the same person entered twice or signing with a name that is not on the list, and who holds a role.
//! Roles are claims, never locks.

use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Derived, Log};
use crate::model::sort::gather;
use crate::model::template::{Choice, Form, Key};
use crate::templates::{charter, department, identity, member};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// People entered twice and joined by `same_as`: each record is shown as the smallest id of its person. A name that
/// was joined with a member stands for that member.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// To which of the persons a record belongs, where it was joined with another.
    person_of: BTreeMap<RecordId, usize>,
    persons: Vec<Person>,
    names: BTreeMap<String, RecordId>,
}

/// The records of one person, and the one they are shown as.
#[derive(Debug, Clone, Default)]
struct Person {
    shown_as: Option<RecordId>,
    records: Vec<RecordId>,
}

impl Derived for People {
    fn of(log: &Log) -> Self {
        let mut people = Self::default();
        people.read(&Form::new(log, charter::record()));
        people
    }
}

impl People {
    /// Joins the records of a project's roster.
    pub fn of(form: &Form<'_>) -> Self {
        (*Self::shared(form)).clone()
    }

    /// The same, joined once for all who ask.
    pub fn shared(form: &Form<'_>) -> Rc<Self> {
        form.log().derived()
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
        let (a, b) = (self.place_of(a), self.place_of(b));
        if a == b {
            return;
        }
        // The records of the smaller one move.
        let (to, from) = if self.persons[a].records.len() >= self.persons[b].records.len() {
            (a, b)
        } else {
            (b, a)
        };
        let moved = std::mem::take(&mut self.persons[from]);
        for record in &moved.records {
            self.person_of.insert(record.clone(), to);
        }
        let person = &mut self.persons[to];
        person.shown_as = person.shown_as.take().min(moved.shown_as);
        person.records.extend(moved.records);
    }

    fn place_of(&mut self, record: RecordId) -> usize {
        if let Some(place) = self.person_of.get(&record) {
            return *place;
        }
        let place = self.persons.len();
        self.persons.push(Person {
            shown_as: Some(record.clone()),
            records: vec![record.clone()],
        });
        self.person_of.insert(record, place);
        place
    }

    fn find(&self, member: &RecordId) -> Option<&Person> {
        let place = self.person_of.get(member)?;
        self.persons.get(*place)
    }

    /// The record a person is shown as.
    pub fn person(&self, member: &RecordId) -> RecordId {
        let shown = self
            .find(member)
            .and_then(|person| person.shown_as.as_ref());
        shown.unwrap_or(member).clone()
    }

    /// Of several records of one person the first, in their order.
    pub fn each_once(&self, mut members: Vec<RecordId>) -> Vec<RecordId> {
        let mut met = BTreeSet::new();
        members.retain(|member| met.insert(self.person(member)));
        members
    }

    /// Whether two records are of one person.
    pub fn are_one(&self, a: &RecordId, b: &RecordId) -> bool {
        self.person(a) == self.person(b)
    }

    /// All records of the person that this one belongs to.
    pub fn records(&self, member: &RecordId) -> BTreeSet<RecordId> {
        match self.find(member) {
            Some(person) => gather(person.records.iter().cloned()),
            None => BTreeSet::from([member.clone()]),
        }
    }
}

/// The roles that people hold, in any of their records: asked for every row, and so read once.
struct Roles(BTreeMap<RecordId, BTreeMap<String, BTreeSet<RecordId>>>);

impl Derived for Roles {
    fn of(log: &Log) -> Self {
        let people = log.derived::<People>();
        let mut roles = Self(BTreeMap::new());
        let key = FieldKey::of(member::PROJECT_ROLE.name);
        for (record, role) in log.values_of(member::MEMBER.kind, &key) {
            let Some(role) = role.as_text() else { continue };
            let of_person = roles.0.entry(people.person(record)).or_default();
            let departments = of_person.entry(role.to_owned()).or_default();
            departments.extend(Form::new(log, record.clone()).get(member::DEPARTMENT));
        }
        roles
    }
}

/// Whether somebody, in any of their records, holds a role; with `department`, for that department.
pub fn holds(
    form: &Form<'_>,
    person: &RecordId,
    role: Choice,
    department: Option<&RecordId>,
) -> bool {
    let log = form.log();
    let person = log.derived::<People>().person(person);
    let roles = log.derived::<Roles>();
    let held = roles.0.get(&person).and_then(|roles| roles.get(role.key));
    held.is_some_and(|departments| {
        department.is_none_or(|department| departments.contains(department))
    })
}

/// The departments that somebody represents, in any of their records, whether or not the list has them.
pub(in crate::analysis) fn speaks_for(log: &Log, person: &RecordId) -> BTreeSet<RecordId> {
    let person = log.derived::<People>().person(person);
    let roles = log.derived::<Roles>();
    let held = roles.0.get(&person);
    let held = held.and_then(|roles| roles.get(member::REP.key));
    held.cloned().unwrap_or_default()
}

/// The same of the list alone, in its order.
pub(in crate::analysis) fn represented(log: &Log, person: &RecordId) -> Vec<RecordId> {
    let person = log.derived::<People>().person(person);
    let all = log.derived::<Represented>();
    all.0.get(&person).cloned().unwrap_or_default()
}

/// The departments of the list that each person represents, in its order: asked for everybody, and so read once.
struct Represented(BTreeMap<RecordId, Vec<RecordId>>);

impl Derived for Represented {
    fn of(log: &Log) -> Self {
        let rows = log.rows(department::KIND).into_iter().enumerate();
        let places: BTreeMap<RecordId, usize> = gather(rows.map(|(at, row)| (row, at)));
        let mut all = BTreeMap::new();
        for (person, roles) in &log.derived::<Roles>().0 {
            let held = roles.get(member::REP.key).into_iter().flatten();
            let placed = held.filter_map(|one| Some((*places.get(one)?, one.clone())));
            let placed: BTreeMap<usize, RecordId> = gather(placed);
            all.insert(person.clone(), placed.into_values().collect());
        }
        Self(all)
    }
    fn is_same(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// People in the order of the list, each once under however many records.
pub(in crate::analysis) fn each_once(form: &Form<'_>, named: &BTreeSet<RecordId>) -> Vec<RecordId> {
    let mut all = form.log().rows(member::KIND);
    all.retain(|row| named.contains(row));
    People::shared(form).each_once(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::proptest;

    proptest! {
        #[test]
        fn joining_pairs_makes_the_persons_that_walking_them_finds(
            pairs in proptest::collection::vec((0u8..9, 0u8..9), 0..9),
        ) {
            let member = |number: u8| RecordId::of(&format!("member/{number}"));
            let mut people = People::default();
            for (a, b) in &pairs {
                people.join(member(*a), member(*b));
            }
            for number in 0..9 {
                let mut reached = BTreeSet::from([number]);
                for _ in 0..9 {
                    for (a, b) in &pairs {
                        if reached.contains(a) || reached.contains(b) {
                            reached.extend([*a, *b]);
                        }
                    }
                }
                let reached: BTreeSet<RecordId> = reached.into_iter().map(member).collect();
                assert_eq!(people.records(&member(number)), reached);
                assert_eq!(Some(&people.person(&member(number))), reached.first());
            }
        }
    }
}
