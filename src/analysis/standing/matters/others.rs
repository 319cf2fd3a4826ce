//! Milestones that nobody's late task explains, issues and decisions past their limits, and resources that are needed
//! before they are decided.

use super::{Effect, Gravity, Matter, NextMove, Worry};
use crate::analysis::goal::replies::{receipts, silent};
use crate::analysis::people::handover::next_people;
use crate::analysis::resources::claims::use_days;
use crate::analysis::rules::decisions::limit_passed;
use crate::analysis::standing::schedule::{Progress, Schedule};
use crate::analysis::time::issue_clock::issue_overdue;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Label, Transition};
use crate::templates::{
    decision, issue, member, resource_request as request, settings, status_of, task,
};
use chrono::NaiveDate;

/// So many working days before it is needed a resource has to be decided.
const NEEDED_DAYS: i64 = 2;

/// Milestones that are expected later than agreed, where no task among the matters says so already.
pub(super) fn slipping(log: &Log, schedule: &Schedule, known: &[Matter]) -> Vec<Matter> {
    let is_told = |milestone: &RecordId| {
        let mut effects = known.iter().map(|matter| &matter.effect);
        effects.any(|effect| matches!(effect, Effect::Moves(told, _) if told == milestone))
    };
    let mut late: Vec<_> = schedule.milestones.iter().collect();
    late.retain(|one| one.moves > 0 && !is_told(&one.record));
    late.sort_by_key(|one| one.expected);
    // What comes later by no more than one before it follows from that.
    let mut most = 0;
    late.retain(|one| {
        let is_more = one.moves > most;
        most = most.max(one.moves);
        is_more
    });
    late.into_iter()
        .map(|one| {
            let because = one.because.map(|at| &schedule.plan.tasks[at as usize]);
            let owner = because.and_then(|task| Form::new(log, task.record.clone()).owner());
            let form = Form::new(log, one.record.clone());
            let leads = || {
                let leads = member::with_role(&form, member::LEAD, schedule.today);
                leads.iter().map(|lead| lead.record().clone()).collect()
            };
            Matter {
                expected: Some(one.expected),
                who: owner.map_or_else(leads, |owner| vec![owner]),
                next: match because.map(|task| task.progress) {
                    Some(Progress::Open | Progress::Started) => NextMove::Promised(one.expected),
                    _ => NextMove::SayDay,
                },
                ..Matter::new(
                    one.record.clone(),
                    Worry::Slips(one.moves.into()),
                    Gravity::Milestone,
                )
            }
        })
        .collect()
}

/// Issues past their limit.
pub(super) fn issues(log: &Log, now: Moment) -> Vec<Matter> {
    let rows = log.rows(issue::KIND).into_iter();
    let late = rows.filter_map(|record| {
        let form = Form::new(log, record);
        let hours = issue_overdue(&form, now).filter(|hours| *hours > 0)?;
        Some(Matter {
            who: next_people(log, form.record(), None),
            next: next_step(&form).map_or(NextMove::SayDay, NextMove::Step),
            holds_up: blocked_by(log, form.record()),
            ..Matter::new(
                form.record().clone(),
                Worry::Overtime(hours),
                Gravity::Overtime,
            )
        })
    });
    late.collect()
}

/// The step forward that comes next: where the states go in the order in which they are declared, the nearest first.
fn next_step(form: &Form<'_>) -> Option<Label> {
    let status = status_of(form);
    let machine = form.template()?.states?;
    let place = |key: &str| {
        let mut states = machine.states.iter();
        states.position(|state| state.choice.key == key)
    };
    let forward = |step: &&Transition| {
        step.from.contains(&status.as_str()) && place(step.to) > place(&status)
    };
    let steps = machine.transitions.iter().filter(forward);
    let next = steps.min_by_key(|step| place(step.to));
    next.map(|step| step.label)
}

/// The open tasks that an issue blocks.
fn blocked_by(log: &Log, issue: &RecordId) -> Vec<RecordId> {
    let mut rows = log.rows(task::KIND);
    rows.retain(|record| {
        let form = Form::new(log, record.clone());
        task::is_open(&form) && form.get(task::BLOCKED_BY_ISSUE).as_ref() == Some(issue)
    });
    rows
}

/// Decisions that people have not answered in time.
pub(super) fn decisions(log: &Log, now: Moment) -> Vec<Matter> {
    let rows = log.rows(decision::KIND).into_iter();
    let late = rows.filter_map(|record| {
        let form = Form::new(log, record);
        let silent = match limit_passed(&form, now) {
            Some(_) => silent(&form),
            None => unseen(&form, now),
        };
        let trouble = Worry::Unanswered(silent.len());
        (!silent.is_empty()).then(|| Matter {
            who: silent,
            next: NextMove::Answer,
            ..Matter::new(form.record().clone(), trouble, Gravity::Unanswered)
        })
    });
    late.collect()
}

/// Those who have not even seen a decision by its first limit.
fn unseen(form: &Form<'_>, now: Moment) -> Vec<RecordId> {
    let limit = form.get(decision::READ_BY_AT);
    if !decision::is_asking(form) || limit.is_none_or(|limit| limit > now) {
        return Vec::new();
    }
    let all = receipts(form).into_iter();
    let unseen = all.filter(|one| one.seen.is_none() && one.reply.is_none());
    unseen.map(|one| one.member).collect()
}

/// Requests that wait for a ruling though they are needed within two working days.
pub(super) fn requests(log: &Log, today: NaiveDate) -> Vec<Matter> {
    let calendar = calendar_of(&Form::new(log, settings::record()));
    let rows = log.rows(request::KIND).into_iter();
    let near = rows.filter_map(|record| {
        let form = Form::new(log, record);
        let waits = [request::SUBMITTED.key, request::COORDINATING.key];
        if !waits.contains(&status_of(&form).as_str()) {
            return None;
        }
        let from = use_days(&form)?.from;
        let is_near = from <= today || calendar.moved_days(today, from) <= NEEDED_DAYS;
        let leads = member::with_role(&form, member::LEAD, today);
        is_near.then(|| Matter {
            who: leads.iter().map(|lead| lead.record().clone()).collect(),
            next: NextMove::Rule,
            holds_up: form.get(request::LINKED_TASK).into_iter().collect(),
            ..Matter::new(form.record().clone(), Worry::Needed(from), Gravity::Needed)
        })
    });
    near.collect()
}
