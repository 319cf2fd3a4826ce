//! 要紧的事: what is late, past its limit or stuck, why, who does what next, and what waits for it (views.md §6).

use super::health::slip;
use crate::analysis::people::handover::next_people;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::issue_clock::issue_overdue;
use crate::analysis::time::lateness::overdue_days;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::sort_by;
use crate::model::template::{Choice, Form, Label, Transition};
use crate::templates::{dependency, issue, member, milestone, settings, status_of, task};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What is wrong, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worry {
    /// A milestone comes so many working days later than planned.
    Slips(i64),
    /// An issue is so many hours past its limit.
    Overtime(i64),
    /// A task is late by so many working days; 0 where it was due on a rest day.
    Late(i64),
    /// A task is stuck.
    Blocked,
}

impl Worry {
    /// The sort of trouble, and how much of it: more comes first.
    const fn rank(self) -> (u8, i64) {
        match self {
            Self::Slips(days) => (0, -days),
            Self::Overtime(hours) => (1, -hours),
            Self::Late(days) => (2, -days),
            Self::Blocked => (3, 0),
        }
    }
}

/// What has to be done next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextMove {
    /// It is promised for a day.
    Promised(NaiveDate),
    /// Nobody has said a new day.
    SayDay,
    /// The step of the form that comes next.
    Step(Label),
    /// It waits for an issue.
    WaitFor(RecordId),
}

/// Something that matters now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The milestone, issue or task.
    pub record: RecordId,
    /// What is wrong with it.
    pub trouble: Worry,
    /// Why, where somebody said so.
    pub cause: Option<Choice>,
    /// Who acts next; nobody where it is open who that is.
    pub who: Vec<RecordId>,
    /// What they do.
    pub next: NextMove,
    /// The open tasks that wait for it.
    pub holds_up: Vec<RecordId>,
}

/// Everything that matters now, the gravest first.
pub fn matters(log: &Log, now: Moment) -> Vec<Matter> {
    let calendar = calendar_of(&Form::new(log, settings::record()));
    let today = now.date_naive();
    let mut out = Vec::new();
    for record in log.rows(milestone::MILESTONE.kind) {
        out.extend(slipping(&Form::new(log, record), today, &calendar));
    }
    for record in log.rows(issue::ISSUE.kind) {
        out.extend(past_limit(&Form::new(log, record), now));
    }
    let mut waiting: Option<BTreeMap<RecordId, Vec<RecordId>>> = None;
    for record in log.rows(task::TASK.kind) {
        let Some(mut matter) = late_or_stuck(&Form::new(log, record), today, &calendar) else {
            continue;
        };
        let waiting = waiting.get_or_insert_with(|| waiting_for(log));
        matter.holds_up = waiting.remove(&matter.record).unwrap_or_default();
        out.push(matter);
    }
    sort_by(&mut out, |a: &Matter, b| {
        a.trouble.rank().cmp(&b.trouble.rank())
    });
    out
}

fn slipping(form: &Form<'_>, today: NaiveDate, calendar: &Calendar) -> Option<Matter> {
    if form.has(milestone::ACTUAL_DATE.name) {
        return None;
    }
    let days = slip(form, today, calendar);
    let current = form.get(milestone::CURRENT_DATE);
    (days > 0).then(|| Matter {
        record: form.record().clone(),
        trouble: Worry::Slips(days),
        cause: None,
        who: leads_of(form, today),
        next: current
            .filter(|day| *day >= today)
            .map_or(NextMove::SayDay, NextMove::Promised),
        holds_up: Vec::new(),
    })
}

/// The project leads: a milestone is theirs.
fn leads_of(form: &Form<'_>, today: NaiveDate) -> Vec<RecordId> {
    let leads = member::with_role(form, member::LEAD, today);
    leads.iter().map(|lead| lead.record().clone()).collect()
}

fn past_limit(form: &Form<'_>, now: Moment) -> Option<Matter> {
    let hours = issue_overdue(form, now).filter(|hours| *hours > 0)?;
    let status = status_of(form);
    let machine = form.template()?.states?;
    let place = |key: &str| {
        let mut states = machine.states.iter();
        states.position(|state| state.choice.key == key)
    };
    // Forward is where the states go in the order in which they are declared; the nearest one first.
    let forward = |step: &&Transition| {
        step.from.contains(&status.as_str()) && place(step.to) > place(&status)
    };
    let steps = machine.transitions.iter().filter(forward);
    let step = steps
        .min_by_key(|step| place(step.to))
        .map(|step| step.label);
    Some(Matter {
        record: form.record().clone(),
        trouble: Worry::Overtime(hours),
        cause: None,
        who: next_people(form.log(), form.record(), None),
        next: step.map_or(NextMove::SayDay, NextMove::Step),
        holds_up: Vec::new(),
    })
}

fn late_or_stuck(form: &Form<'_>, today: NaiveDate, calendar: &Calendar) -> Option<Matter> {
    let is_stuck = status_of(form) == task::BLOCKED.key;
    let trouble = match overdue_days(form, today, calendar) {
        Some(days) => Worry::Late(days),
        None if is_stuck => Worry::Blocked,
        None => return None,
    };
    let key = form.get(task::DELAY_CAUSE).unwrap_or_default();
    let mut causes = task::DELAY_CAUSES.iter().copied();
    let promised = form.get(task::FORECAST_END).filter(|day| *day >= today);
    let issue = form.get(task::BLOCKED_BY_ISSUE).filter(|_| is_stuck);
    Some(Matter {
        record: form.record().clone(),
        trouble,
        cause: causes.find(|choice| choice.key == key),
        who: form.owner().into_iter().collect(),
        next: match (issue, promised) {
            (Some(issue), _) => NextMove::WaitFor(issue),
            (None, Some(day)) => NextMove::Promised(day),
            (None, None) => NextMove::SayDay,
        },
        holds_up: Vec::new(),
    })
}

/// The open tasks that wait for each task.
fn waiting_for(log: &Log) -> BTreeMap<RecordId, Vec<RecordId>> {
    let mut out: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
    for record in log.rows(dependency::DEPENDENCY.kind) {
        let row = Form::new(log, record);
        let (Some(before), Some(after)) = (row.get(dependency::PREDECESSOR), row.parent()) else {
            continue;
        };
        if task::is_open(&after) {
            out.entry(before).or_default().push(after.record().clone());
        }
    }
    out
}
