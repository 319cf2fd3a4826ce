//! The clocks of joint problem solving (A-I): every step has its limit from the submission of the issue, on the clock
//! that goes on at night and stands still on rest days.

use super::clock::{clock_between, clock_calendar, due_after, overdue_hours};
use crate::analysis::people::who::People;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::case::{self, CaseStep, Limit};
use crate::templates::{charter, issue};

/// How a step stands.
#[derive(Debug, Clone)]
pub struct StepStand {
    pub step: &'static CaseStep,
    /// When it was done.
    pub done: Option<Moment>,
    /// Whether it is the one whose clock runs; the first answer to the customer runs beside the others.
    pub is_now: bool,
    /// By when it should be done.
    pub due: Option<Moment>,
    /// Who does it.
    pub owner: Option<RecordId>,
}

/// How the steps of an issue stand; as if its case had begun, where it has not.
pub fn case_steps(issue: &Form<'_>) -> Vec<StepStand> {
    let Some(record) = case::of(issue.record()) else {
        return Vec::new();
    };
    let case = issue.other(record);
    let calendar = clock_calendar(issue);
    let from = issue.get(issue::SUBMITTED_AT);
    let mut is_waiting = false;
    let stand = |step: &'static CaseStep| {
        let done = case.get(step.done_at);
        let is_beside = step.key == case::STEP_REPLY;
        let is_now = done.is_none() && (is_beside || !is_waiting);
        is_waiting |= done.is_none() && !is_beside;
        let due = from.and_then(|from| match step.limit {
            Limit::Hours(hours) => due_after(from, hours, &calendar),
            Limit::WorkingDays(days) => {
                let day = calendar.add_working_days(from.date_naive(), days)?;
                day.and_time(from.time())
                    .and_local_timezone(*from.offset())
                    .single()
            }
        });
        StepStand {
            step,
            done,
            is_now,
            due,
            owner: owner_of(issue, &case, step),
        }
    };
    case::steps_of(issue).map(stand).collect()
}

/// Who does a step: who is named for it; else whoever raised the issue notes the facts, answers the customer and
/// verifies, and its owner does the rest.
fn owner_of(issue: &Form<'_>, case: &Form<'_>, step: &CaseStep) -> Option<RecordId> {
    let named = step.by.and_then(|key| case.get(key));
    let by_raiser = [case::STEP_FACTS, case::STEP_REPLY, case::STEP_VERIFY].contains(&step.key);
    let usual = if by_raiser {
        issue::RAISED_BY
    } else {
        issue::OWNER
    };
    named.or_else(|| issue.get(usual))
}

/// The step whose clock runs; nothing once all are done.
pub fn step_now(issue: &Form<'_>) -> Option<StepStand> {
    let mut all = case_steps(issue).into_iter();
    all.find(|one| one.is_now && one.step.key != case::STEP_REPLY)
}

/// Whole hours of the clock until a step is due, less than none once it is over; nothing without a limit.
pub fn hours_left(issue: &Form<'_>, stand: &StepStand, now: Moment) -> Option<i64> {
    let due = stand.due?;
    let calendar = clock_calendar(issue);
    Some(match overdue_hours(due, now, &calendar) {
        Some(hours) => -hours.max(1),
        None => clock_between(now, due, &calendar).num_hours(),
    })
}

/// Whether the issue is solved jointly: in a project that solves a problem every issue, elsewhere one whose case began.
pub fn is_joint(issue: &Form<'_>) -> bool {
    let scenario = charter::scenario(issue);
    let is_problem = scenario.as_deref() == Some(charter::PROBLEM.key);
    is_problem && issue.has(issue::SUBMITTED_AT.name) || case::begun(issue).is_some()
}

/// The issues that are solved jointly and are not settled, in order.
pub fn open_cases(log: &Log) -> Vec<RecordId> {
    let mut all = log.rows(issue::KIND);
    all.retain(|record| {
        let form = Form::new(log, record.clone());
        issue::is_unsettled(&form) && is_joint(&form)
    });
    all
}

/// The issue whose clock runs out first.
pub fn most_pressing(log: &Log) -> Option<RecordId> {
    let due = |record: &RecordId| step_now(&Form::new(log, record.clone())).and_then(|one| one.due);
    let open = open_cases(log).into_iter();
    open.min_by_key(|record| {
        let due = due(record);
        (due.is_none(), due)
    })
}

/// The issues of which a person does a step whose clock runs.
pub fn own_steps(log: &Log, people: &People, me: &RecordId) -> Vec<RecordId> {
    let mut all = open_cases(log);
    all.retain(|record| {
        let stands = case_steps(&Form::new(log, record.clone()));
        let mut now = stands.into_iter().filter(|one| one.is_now);
        now.any(|one| one.owner.is_some_and(|owner| people.are_one(&owner, me)))
    });
    all
}
