//! Tasks that are late or stuck.

use super::{Effect, Gravity, Matter, NextMove, Worry};
use crate::analysis::standing::schedule::{Progress, Schedule};
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{settings, task};

/// All of them, in the order of the plan.
pub(super) fn late_or_stuck(log: &Log, schedule: &Schedule) -> Vec<Matter> {
    let places = 0..schedule.plan.tasks.len() as u32;
    places.filter_map(|at| of(log, schedule, at)).collect()
}

fn of(log: &Log, schedule: &Schedule, at: u32) -> Option<Matter> {
    let task = &schedule.plan.tasks[at as usize];
    let is_stuck = task.progress == Progress::Blocked;
    let due = match task.progress {
        Progress::Done | Progress::Cancelled => return None,
        _ => task.planned.map(|(_, due)| due),
    };
    let days = due.filter(|due| *due < schedule.today).map(|due| {
        let form = Form::new(log, settings::record());
        calendar_of(&form).late_days(due, schedule.today)
    });
    let trouble = match days {
        Some(days) => Worry::Late(days),
        None if is_stuck => Worry::Blocked,
        None => return None,
    };
    let effect = effect(schedule, at);
    let gravity = match (&effect, trouble) {
        (Effect::Moves(..) | Effect::NoSlack(_), _) => Gravity::Milestone,
        (_, Worry::Blocked) => Gravity::Blocked,
        _ => Gravity::Late,
    };
    let form = Form::new(log, task.record.clone());
    let key = form.get(task::DELAY_CAUSE).unwrap_or_default();
    let mut causes = task::DELAY_CAUSES.iter().copied();
    let promised = task.forecast.filter(|day| *day >= schedule.today);
    let issue = form.get(task::BLOCKED_BY_ISSUE).filter(|_| is_stuck);
    let (_, expected) = schedule.dates(at);
    Some(Matter {
        expected: due.filter(|due| expected > *due).map(|_| expected),
        cause: causes.find(|choice| choice.key == key),
        who: form.owner().into_iter().collect(),
        next: match (issue, promised) {
            (Some(issue), _) => NextMove::WaitFor(issue),
            (None, Some(day)) => NextMove::Promised(day),
            (None, None) => NextMove::SayDay,
        },
        effect,
        holds_up: waiting(schedule, at),
        ..Matter::new(task.record.clone(), trouble, gravity)
    })
}

/// What its delay does to the plan.
fn effect(schedule: &Schedule, at: u32) -> Effect {
    let task = &schedule.tasks[at as usize];
    let named = |milestone: u32| schedule.plan.milestones[milestone as usize].record.clone();
    match (task.holds, task.slack) {
        (Some((milestone, days)), _) if days < 0 => Effect::Moves(named(milestone), -days),
        (Some((milestone, 0)), _) => Effect::NoSlack(Some(named(milestone))),
        (_, Some(slack)) if slack <= 0 => Effect::NoSlack(None),
        (_, Some(slack)) => Effect::Spare(slack),
        (_, None) => Effect::Unknown,
    }
}

/// The open tasks that wait for it.
fn waiting(schedule: &Schedule, at: u32) -> Vec<RecordId> {
    let network = &schedule.plan.network;
    let after = network.after(at).iter().map(|link| network.link(*link).to);
    let is_open = |at: &u32| {
        let progress = schedule.plan.tasks[*at as usize].progress;
        !matches!(progress, Progress::Done | Progress::Cancelled)
    };
    let open = after.filter(is_open);
    open.map(|at| schedule.plan.tasks[at as usize].record.clone())
        .collect()
}
