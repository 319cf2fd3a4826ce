//! Who has to know of a step: a hand-over is not done until they do. Knows nobody's address.

use super::may::Asker;
use crate::analysis::computed::reference;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Who};
use crate::templates::status_of;
use std::collections::BTreeSet;

/// Who has to know that a form has come into the state it is in: those who may take the next step, the person
/// responsible, and the person who asked; without the one who acts. Empty where nobody is named yet.
pub fn next_people(log: &Log, record: &RecordId, me: Option<&RecordId>) -> Vec<RecordId> {
    let form = Form::new(log, record.clone());
    let Some(machine) = form.template().and_then(|template| template.states) else {
        return Vec::new();
    };
    let status = status_of(&form);
    let asker = Asker::new(&form, me);
    let mut people: BTreeSet<RecordId> = BTreeSet::new();
    let tells = form.template().map_or(&[][..], |template| template.tells);
    for who in tells {
        let named = asker.roster.named();
        people.extend(
            named
                .iter()
                .filter(|person| asker.fits(&form, *who, person))
                .cloned(),
        );
    }
    for transition in machine
        .transitions
        .iter()
        .filter(|transition| transition.from.contains(&status.as_str()))
    {
        for who in transition.who {
            let named: Vec<RecordId> = match who {
                Who::Person(field) => reference(&form, field).into_iter().collect(),
                Who::RepOf(_) => asker
                    .roster
                    .people
                    .iter()
                    .filter(|person| asker.fits(&form, *who, person))
                    .cloned()
                    .collect(),
                Who::Lead | Who::Anyone | Who::Reps | Who::Coordinator | Who::NotPerson(_) => {
                    Vec::new()
                }
            };
            people.extend(named.iter().map(|person| asker.people.person(person)));
        }
    }
    if people.is_empty()
        || (people.len() == 1 && me.is_some_and(|me| people.contains(&asker.people.person(me))))
    {
        let leads = asker
            .roster
            .people
            .iter()
            .filter(|person| asker.roster.has_lead && asker.leads(&form, person));
        people.extend(leads.map(|person| asker.people.person(person)));
    }
    if let Some(me) = me {
        people.remove(&asker.people.person(me));
    }
    people.into_iter().collect()
}

/// Whether a person may do what the project lead does: nobody is kept from it while the roster is empty, and while it
/// names no lead everybody on it may act as one.
pub fn leads(log: &Log, me: Option<&RecordId>) -> bool {
    let form = Form::new(log, crate::templates::settings::record());
    let asker = Asker::new(&form, me);
    asker.roster.people.is_empty() || me.is_some_and(|me| asker.leads(&form, me))
}
