//! What the six steps of the method say of themselves in the rail (ux.md §3.1): what is missing before their gate, what
//! is open, what is late.

use super::closing::closing_lacks;
use super::readiness::{missing, started};
use crate::analysis::people::gates::has_passed;
use crate::analysis::time::issue_clock::issue_overdue;
use crate::analysis::time::lateness::{late_actions, late_tasks};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::{Form, Gate};
use crate::templates::{
    assignment, charter, department, issue, member, settings, status_of, work_item,
};
use std::collections::BTreeSet;

/// What a step says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StepCount {
    #[default]
    Nothing,
    /// 缺 n: so many things are missing before its gate.
    Lacks(usize),
    /// Its gate is passed.
    Passed,
    /// So many things are open.
    Open(usize),
    /// 逾 n: so many things are late.
    Late(usize),
}

/// All six, in their order.
pub fn six_steps(log: &Log, now: Moment) -> [StepCount; 6] {
    let lacks = |n: usize| match n {
        0 => StepCount::Nothing,
        n => StepCount::Lacks(n),
    };
    let plan = match started(log) {
        Some(_) => StepCount::Passed,
        None => lacks(missing(log, &settings::record(), Gate::Start, now).len()),
    };
    // Nothing is late in a project that is over, and nobody is waited for.
    let is_over = settings::is_over(&Form::new(log, settings::record()));
    let (open, late) = match is_over {
        true => (0, 0),
        false => open_and_late(log, now),
    };
    [
        goal(log, now),
        lacks(without_rep(log, now) + without_people(log)),
        plan,
        if open > 0 {
            StepCount::Open(open)
        } else {
            StepCount::Nothing
        },
        if late > 0 {
            StepCount::Late(late)
        } else {
            StepCount::Nothing
        },
        closing(log),
    ]
}

/// What is missing before the project is closed, from its closing on.
fn closing(log: &Log) -> StepCount {
    let form = Form::new(log, settings::record());
    match closing_lacks(log) {
        _ if settings::is_closed(&form) => StepCount::Passed,
        n if n > 0 && settings::is_closing(&form) => StepCount::Lacks(n),
        _ => StepCount::Nothing,
    }
}

fn goal(log: &Log, now: Moment) -> StepCount {
    let record = charter::record();
    let status = status_of(&Form::new(log, record.clone()));
    let machine = charter::CHARTER.states;
    match missing(log, &record, Gate::Final, now).len() {
        _ if machine.is_some_and(|states| has_passed(states, Gate::Final, &status)) => {
            StepCount::Passed
        }
        0 => StepCount::Nothing,
        n => StepCount::Lacks(n),
    }
}

/// Departments that take part and have nobody who represents them; for their own the project lead speaks.
fn without_rep(log: &Log, now: Moment) -> usize {
    let form = Form::new(log, charter::record());
    let reps = member::with_role(&form, member::REP, now.date_naive()).into_iter();
    let reps: BTreeSet<RecordId> = gather(reps.filter_map(|rep| rep.get(member::DEPARTMENT)));
    let departments = department::taking_part(&form);
    let open = departments
        .iter()
        .map(Form::record)
        .filter(|one| !reps.contains(one) && !member::is_of_lead(&form, one, now.date_naive()));
    open.count()
}

/// Work items on which nobody decides or nobody does the work, by name (公示).
fn without_people(log: &Log) -> usize {
    let (mut decided, mut done) = (BTreeSet::new(), BTreeSet::new());
    for record in log.rows(assignment::ASSIGNMENT.kind) {
        let place = Form::new(log, record);
        let is_named = |key| {
            place
                .referred(key)
                .is_some_and(|one| one.has(member::PERSON.name))
        };
        let (Some(row), true) = (
            place.get(assignment::ROW),
            is_named(assignment::NAMED_PERSON) || is_named(assignment::COLUMN),
        ) else {
            continue;
        };
        let letter = place.get(assignment::LETTER).unwrap_or_default();
        let is = |choices: [crate::model::template::Choice; 2]| {
            choices.iter().any(|choice| choice.key == letter)
        };
        if is([assignment::DECIDES, assignment::BOTH]) {
            decided.insert(row.clone());
        }
        if is([assignment::DOES, assignment::BOTH]) {
            done.insert(row);
        }
    }
    let rows = log.rows(work_item::WORK_ITEM.kind);
    let lacks = |row: &&RecordId| !(decided.contains(*row) && done.contains(*row));
    rows.iter().filter(lacks).count()
}

/// Issues that are open, and how many issues, tasks and actions are late.
fn open_and_late(log: &Log, now: Moment) -> (usize, usize) {
    let (mut open, mut late) = (0, 0);
    for record in log.rows(issue::ISSUE.kind) {
        let form = Form::new(log, record);
        open += usize::from(issue::is_open(&form));
        late += usize::from(issue_overdue(&form, now).is_some_and(|hours| hours > 0));
    }
    (
        open,
        late + late_tasks(log, now).len() + late_actions(log, now.date_naive()).len(),
    )
}
