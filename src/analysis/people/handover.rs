//! Who has to know of a step: a hand-over is not done until they do. Knows nobody's address.

use super::allowed_steps::{Asker, is_allowed, unmet};
use crate::analysis::computed::reference;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Label, Transition, Turn, Who};
use crate::templates::status_of;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Who has to know that a form has come into the state it is in: those who may take the next step, the person
/// responsible, and the person who asked; of what a project has once, every representative. Without the one who acts;
/// empty where nobody is named yet.
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
    for step in machine.transitions {
        let is_next = step.from.contains(&status.as_str());
        for who in step.who {
            let named: Vec<RecordId> = match who {
                // Whoever asked and whoever does it want to know of every step.
                Who::Person(field) => reference(&form, field).into_iter().collect(),
                Who::RepOf(_) if is_next => asker
                    .roster
                    .people
                    .iter()
                    .filter(|person| asker.fits(&form, *who, person))
                    .cloned()
                    .collect(),
                _ => Vec::new(),
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

/// The step that waits for this person by name: as the owner, as the person that a field names, or as the
/// representative who takes it; as what one waits for. Nothing where it is not their turn.
pub fn turn(log: &Log, record: &RecordId, person: &RecordId, today: NaiveDate) -> Option<Label> {
    let form = Form::new(log, record.clone());
    let machine = form.template()?.states?;
    let status = status_of(&form);
    let asker = Asker::new(&form, Some(person));
    let work = form.work()?;
    let is_named = |field: &str| {
        reference(&form, field).is_some_and(|named| asker.people.are_one(&named, person))
    };
    let from_here = || {
        let steps = machine.transitions.iter();
        steps.filter(|step| step.from.contains(&status.as_str()))
    };
    let of_person = |field: &'static str| {
        let is_theirs = |step: &&Transition| {
            let leads_on = !step.aside && unmet(&form, step, today).is_none();
            leads_on && step.who.contains(&Who::Person(field))
        };
        let step = from_here().find(is_theirs);
        is_named(field).then(|| step.map_or(TO_DO, Transition::waited_for))
    };
    let as_rep = |key: &str| {
        let step = from_here().find(|step| step.key == key)?;
        let is_rep = |who: &Who| matches!(who, Who::RepOf(_)) && asker.fits(&form, *who, person);
        let may = step.who.iter().any(is_rep) && is_allowed(&form, key, person, today);
        may.then(|| step.waited_for())
    };
    work.turns_in(&status).iter().find_map(|turn| match turn {
        Turn::Owner | Turn::OwnerInTime => of_person(work.owner.name),
        Turn::Person(field) | Turn::PersonInTime(field, _) => of_person(field),
        Turn::Step(key) | Turn::Awaited(key) => as_rep(key),
        Turn::StepFrom(key, from) => {
            let has_come = form.get(*from).is_some_and(|day| day <= today);
            has_come.then(|| as_rep(key)).flatten()
        }
    })
}

/// What somebody in whose hand a form is does next.
const TO_DO: Label = Label::new("处理", "handle it");

/// Whether a person may do what the project lead does: nobody is kept from it while the roster is empty, and while it
/// names no lead everybody on it may act as one.
pub fn leads(log: &Log, me: Option<&RecordId>) -> bool {
    let form = Form::new(log, crate::templates::settings::record());
    let asker = Asker::new(&form, me);
    asker.roster.people.is_empty() || me.is_some_and(|me| asker.leads(&form, me))
}
