//! Which steps a person can take with a form now, and why not the others (§4, §4.9). Advice for buttons, not a lock.

use super::guards;
use super::named::is_any_named;
use super::roster::Roster;
pub use super::step_count::times_taken;
use super::who::{People, holds, speaks_for};
use crate::analysis::computed::reference;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::{Form, Guard, StateMachine, Transition, Who};
use crate::templates::{member, settings, status_of};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A step from the state a form is in.
#[derive(Debug, Clone)]
pub struct Step {
    pub transition: &'static Transition,
    /// Whether the person may take it. What a gate still needs is asked of [`crate::analysis::missing`].
    pub may: Result<(), Hindrance>,
}

/// Why a step is not for this person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// Nobody has said which person this is.
    NobodyChosen,
    /// Others take this step: these people, as far as they are named.
    Others(Vec<RecordId>),
    /// The person named in that field may not take it (the owner cannot close); these people do.
    NotYou(&'static str, Vec<RecordId>),
    /// It was taken so many times already; now the project lead decides.
    TooOften(u32),
    /// A condition of the step is not met, which says why.
    Held(Guard),
}

/// The steps from the state a form is in. While the roster is empty everybody may do everything; while it names
/// no project lead, everybody on it may act as one. A step whose time has not come is not among them.
pub fn allowed(log: &Log, record: &RecordId, me: Option<&RecordId>, today: NaiveDate) -> Vec<Step> {
    let form = Form::new(log, record.clone());
    let Some(machine) = form.template().and_then(|template| template.states) else {
        return Vec::new();
    };
    // In a project that is closed nothing goes on but itself.
    if settings::is_closed(&form) && *record != settings::record() {
        return Vec::new();
    }
    let status = status_of(&form);
    let asker = Asker::new(&form, me);
    let from_here = machine
        .transitions
        .iter()
        .filter(|transition| transition.from.contains(&status.as_str()))
        .filter(|transition| is_offered(&form, transition, today));
    from_here
        .map(|transition| Step {
            transition,
            may: asker.may(&form, machine, transition, today),
        })
        .collect()
}

/// Whether a person may take a step now: the same answer without its reasons, for lists.
pub(in crate::analysis) fn is_allowed(
    form: &Form<'_>,
    key: &str,
    me: &RecordId,
    today: NaiveDate,
) -> bool {
    let Some(machine) = form.template().and_then(|template| template.states) else {
        return false;
    };
    let status = status_of(form);
    let is_it = |step: &&Transition| step.key == key && step.from.contains(&status.as_str());
    let asker = Asker::new(form, Some(me));
    let may = |step: &Transition| {
        is_offered(form, step, today) && asker.may_take(form, machine, step, today).is_ok()
    };
    machine.transitions.iter().filter(is_it).any(may)
}

/// Whether it is this person who is named for a step: not whoever may take it besides. Where nobody is named, whoever
/// may.
pub(in crate::analysis) fn is_awaited(
    form: &Form<'_>,
    key: &str,
    me: &RecordId,
    today: NaiveDate,
) -> bool {
    let step = form
        .template()
        .and_then(|template| template.states?.step(key));
    let asker = Asker::new(form, Some(me));
    let named = step
        .map(|step| asker.awaited(form, step))
        .unwrap_or_default();
    is_allowed(form, key, me, today)
        && (named.is_empty() || named.iter().any(|one| asker.people.are_one(one, me)))
}

/// The condition of a step that is not met on a day.
pub(super) fn unmet(form: &Form<'_>, transition: &Transition, today: NaiveDate) -> Option<Guard> {
    let is_unmet = |guard: &Guard| guards::is_met(*guard, form, today) == Some(false);
    transition.guard.filter(is_unmet)
}

/// Whether a step is shown at all: one whose time has not come is not.
fn is_offered(form: &Form<'_>, transition: &Transition, today: NaiveDate) -> bool {
    unmet(form, transition, today).is_none_or(|guard| guard.says.is_some())
}

/// Who asks, and what the roster says of them.
pub(in crate::analysis) struct Asker<'a> {
    me: Option<&'a RecordId>,
    pub(in crate::analysis) people: Rc<People>,
    pub(in crate::analysis) roster: Rc<Roster>,
}

impl<'a> Asker<'a> {
    pub(in crate::analysis) fn new(form: &Form<'_>, me: Option<&'a RecordId>) -> Self {
        Self {
            me,
            people: People::shared(form),
            roster: form.log().derived(),
        }
    }

    fn may(
        &self,
        form: &Form<'_>,
        machine: &StateMachine,
        transition: &Transition,
        today: NaiveDate,
    ) -> Result<(), Hindrance> {
        match self.may_take(form, machine, transition, today) {
            Err(Hindrance::Others(_)) => Err(Hindrance::Others(self.others(form, transition))),
            Err(Hindrance::NotYou(field, _)) => {
                Err(Hindrance::NotYou(field, self.others(form, transition)))
            }
            other => other,
        }
    }

    /// The same without looking for the others.
    fn may_take(
        &self,
        form: &Form<'_>,
        machine: &StateMachine,
        transition: &Transition,
        today: NaiveDate,
    ) -> Result<(), Hindrance> {
        let unmet = unmet(form, transition, today);
        if let Some(guard) = unmet.filter(|guard| !guard.lead_may) {
            return Err(Hindrance::Held(guard));
        }
        if self.roster.people.is_empty() {
            return Ok(());
        }
        let held = || unmet.map_or(Ok(()), |guard| Err(Hindrance::Held(guard)));
        let Some(me) = self.me else {
            return if transition.who.contains(&Who::Anyone) {
                held()
            } else {
                Err(Hindrance::NobodyChosen)
            };
        };
        if let Some(field) = self.barred(form, transition, me) {
            return Err(Hindrance::NotYou(field, Vec::new()));
        }
        let leads = self.leads(form, me);
        if !leads && !transition.who.iter().any(|who| self.fits(form, *who, me)) {
            return Err(Hindrance::Others(Vec::new()));
        }
        match transition.at_most {
            Some(most) if !leads && times_taken(form, machine, transition) >= most => {
                Err(Hindrance::TooOften(most))
            }
            _ if leads => Ok(()),
            _ => held(),
        }
    }

    pub(in crate::analysis) fn leads(&self, form: &Form<'_>, person: &RecordId) -> bool {
        if self.roster.has_lead {
            holds(form, person, member::LEAD, None)
        } else {
            self.roster.lists(person)
        }
    }

    pub(in crate::analysis) fn barred(
        &self,
        form: &Form<'_>,
        transition: &Transition,
        me: &RecordId,
    ) -> Option<&'static str> {
        let fields = transition.who.iter().filter_map(|who| {
            if let Who::NotPerson(field) = who {
                Some(*field)
            } else {
                None
            }
        });
        fields.into_iter().find(|field| {
            reference(form, field).is_some_and(|named| self.people.are_one(me, &named))
        })
    }

    /// Whether one of the conditions holds; where nobody is named in the field yet, anybody on the roster fits.
    pub(in crate::analysis) fn fits(&self, form: &Form<'_>, who: Who, person: &RecordId) -> bool {
        self.fits_as_listed(form, form, who, person)
    }

    /// The same where another copy of the project says who has which role.
    pub(in crate::analysis) fn fits_as_listed(
        &self,
        roles: &Form<'_>,
        form: &Form<'_>,
        who: Who,
        person: &RecordId,
    ) -> bool {
        match who {
            Who::Anyone => true,
            Who::Lead => self.leads(roles, person),
            Who::Person(field) => {
                reference(form, field).is_none_or(|named| self.people.are_one(person, &named))
            }
            Who::RepOf(field) => is_any_named(form, field, &speaks_for(roles.log(), person)),
            Who::Reps => holds(roles, person, member::REP, None),
            Who::Coordinator => holds(roles, person, member::COORDINATOR, None),
            Who::Each(field) => is_any_named(form, field, &self.people.records(person)),
            Who::NotPerson(_) => false,
        }
    }

    /// Whose turn it is to take a step: of those who may, the first of the declared ones that somebody is. Empty where
    /// nobody is named yet.
    pub(super) fn awaited(&self, form: &Form<'_>, transition: &Transition) -> Vec<RecordId> {
        let is_named = |who: &&Who| match who {
            Who::Person(field) => reference(form, field).is_some(),
            Who::NotPerson(_) | Who::Anyone => false,
            Who::Lead => self.roster.has_lead,
            _ => true,
        };
        let of = |who: &Who| -> Vec<RecordId> {
            let fits = |person: &&RecordId| {
                self.fits(form, *who, person) && self.barred(form, transition, person).is_none()
            };
            let named = self.roster.named();
            named.iter().filter(fits).cloned().collect()
        };
        let mut all = transition.who.iter().filter(is_named).map(of);
        all.find(|people| !people.is_empty()).unwrap_or_default()
    }

    fn others(&self, form: &Form<'_>, transition: &Transition) -> Vec<RecordId> {
        let fit = |person: &&RecordId| {
            transition
                .who
                .iter()
                .any(|who| self.fits(form, *who, person))
                && self.barred(form, transition, person).is_none()
        };
        let people: BTreeSet<RecordId> = gather(
            self.roster
                .people
                .iter()
                .filter(fit)
                .map(|person| self.people.person(person)),
        );
        people.into_iter().collect()
    }
}
