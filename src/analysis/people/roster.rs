//! The people of the roster by what they may decide: read once, asked for every field and step. Roles are claims.

use super::who::{People, holds};
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::sort::gather;
use crate::model::template::{Choice, Form};
use crate::templates::member;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// People in the order of the roster, each once.
pub(in crate::analysis) type List = Rc<[RecordId]>;

/// Who stands on the roster.
pub(in crate::analysis) struct Roster {
    /// Everybody, a person entered twice twice.
    pub(in crate::analysis) people: Vec<RecordId>,
    listed: BTreeSet<RecordId>,
    /// Whether anybody leads.
    pub(in crate::analysis) has_lead: bool,
    /// Those with a name, and the place of each among them.
    named: List,
    place: BTreeMap<RecordId, usize>,
    /// Those who may do what the lead does: everybody, where nobody leads.
    pub(in crate::analysis) leads: List,
    pub(in crate::analysis) coordinators: List,
    /// Those who represent a department.
    pub(in crate::analysis) all_reps: List,
    reps: BTreeMap<RecordId, List>,
}

impl Derived for Roster {
    fn of(log: &Log) -> Self {
        let form = Form::new(log, crate::templates::settings::record());
        let who = log.derived::<People>();
        let people = log.rows(member::MEMBER.kind);
        let (mut named, mut place) = (Vec::new(), BTreeMap::new());
        for person in &people {
            if form.other(person.clone()).has(member::PERSON.name) {
                let person = who.person(person);
                if !place.contains_key(&person) {
                    place.insert(person.clone(), named.len());
                    named.push(person);
                }
            }
        }
        let of_role = |role: Choice| -> List {
            let held = named
                .iter()
                .filter(|person| holds(&form, person, role, None));
            held.cloned().collect()
        };
        let has_lead = people
            .iter()
            .any(|person| holds(&form, person, member::LEAD, None));
        let mut reps: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
        let all_reps = of_role(member::REP);
        for person in all_reps.iter() {
            for department in who.records(person).into_iter().filter_map(|record| {
                let record = form.other(record);
                let is_rep = record.get(member::PROJECT_ROLE).as_deref() == Some(member::REP.key);
                record.get(member::DEPARTMENT).filter(|_| is_rep)
            }) {
                let reps = reps.entry(department).or_default();
                if reps.last() != Some(person) {
                    reps.push(person.clone());
                }
            }
        }
        let coordinators = of_role(member::COORDINATOR);
        let leads = has_lead.then(|| of_role(member::LEAD));
        let named: List = named.into();
        Self {
            listed: gather(people.iter().cloned()),
            people,
            has_lead,
            leads: leads.unwrap_or_else(|| Rc::clone(&named)),
            coordinators,
            all_reps,
            reps: gather(reps.into_iter().map(|(of, reps)| (of, List::from(reps)))),
            named,
            place,
        }
    }
}

impl Roster {
    /// Whether that record stands on it.
    pub(in crate::analysis) fn lists(&self, person: &RecordId) -> bool {
        self.listed.contains(person)
    }

    /// Everybody with a name.
    pub(in crate::analysis) fn named(&self) -> List {
        Rc::clone(&self.named)
    }

    /// That person, where they stand on it with a name.
    pub(in crate::analysis) fn only(&self, person: RecordId) -> List {
        let found = Some(person).filter(|person| self.place.contains_key(person));
        found.into_iter().collect()
    }

    /// The representatives of departments.
    pub(in crate::analysis) fn reps(&self, departments: &[RecordId]) -> List {
        let mut lists = departments.iter().filter_map(|one| self.reps.get(one));
        match (lists.next(), lists.next()) {
            (None, _) => Rc::from([]),
            (Some(only), None) => Rc::clone(only),
            _ => {
                let all = departments.iter().filter_map(|one| self.reps.get(one));
                let places: BTreeSet<usize> =
                    gather(all.flat_map(|reps| {
                        reps.iter().filter_map(|rep| self.place.get(rep).copied())
                    }));
                places
                    .into_iter()
                    .map(|at| self.named[at].clone())
                    .collect()
            }
        }
    }
}
