//! Whether somebody is one of those who bring a form into a state: asked of what a file brings, where the step itself
//! was taken elsewhere. Knows no file.

use super::plan_changes::approver_of;
use crate::analysis::people::allowed_steps::Asker;
use crate::model::id::RecordId;
use crate::model::template::{Form, Tone, Transition};
use crate::templates::change_request;
use chrono::NaiveDate;

/// Whether one of the steps that lead into a state is this person's to take, by who they are in the copy of `roles`.
/// What a step needs besides, and from where it leads, is not asked. `forms`: the record as far as it is known, before
/// and after; true where no step leads there, where the state neither ends nor binds anything, and while nobody is on
/// the list.
pub fn may_lead_into(
    roles: &Form<'_>,
    forms: &[Form<'_>],
    state: &str,
    person: &RecordId,
    day: NaiveDate,
) -> bool {
    let template = forms.first().and_then(Form::template);
    let Some((template, machine)) = template.and_then(|all| Some((all, all.states?))) else {
        return true;
    };
    let weighs = machine.state(state).is_some_and(|state| {
        let is_end = matches!(state.tone, Tone::Ok | Tone::Danger);
        is_end || template.once || !state.locks.is_nothing()
    });
    if !weighs {
        return true;
    }
    let asker = Asker::new(roles, Some(person));
    let steps = machine.transitions.iter();
    let into: Vec<&Transition> = steps.filter(|step| step.to == state).collect();
    if asker.roster.people.is_empty() || into.is_empty() {
        return true;
    }
    let leads = asker.leads(roles, person);
    into.into_iter().any(|step| {
        let mut forms = forms.iter();
        forms.any(|form| {
            asker.barred(form, step, person).is_none()
                && (leads
                    || is_by_route(&asker, form, step, person, day)
                    || step
                        .who
                        .iter()
                        .any(|who| asker.fits_as_listed(roles, form, *who, person)))
        })
    })
}

/// Whoever approves a change for how far it reaches.
fn is_by_route(
    asker: &Asker<'_>,
    form: &Form<'_>,
    step: &Transition,
    person: &RecordId,
    day: NaiveDate,
) -> bool {
    let is_route = step.guard == Some(change_request::BY_ROUTE);
    is_route && {
        let approver = approver_of(form, day);
        let mut people = approver.people.iter();
        people.any(|one| asker.people.are_one(one, person))
    }
}
