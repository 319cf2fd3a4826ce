//! 下一步 where resources are shared, a problem is solved or a process is changed: what such a project needs besides
//! (M19). Knows no page and no words.

use super::advice::{Advice, Counted};
use super::agenda::next_meeting;
use super::todos::{Item, Todo};
use crate::analysis::resources::week_ahead::silent_providers;
use crate::analysis::standing::consultations::unanswered_lines;
use crate::analysis::standing::opinions_ahead::to_be_shown;
use crate::analysis::time::case_clock::{most_pressing, step_now};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{charter, settings, task};

/// What the scenario adds: what is urgent, what goes with the to-dos, and what comes at last.
#[derive(Default)]
pub(super) struct ByScenario {
    pub first: Vec<Advice>,
    pub beside: Vec<Advice>,
    pub last: Vec<Advice>,
    /// So many of the to-dos are told by it.
    pub told: usize,
    /// Whether resources are shared: then rulings are called so.
    pub is_sharing: bool,
}

/// What this project needs besides.
pub(super) fn by_scenario(log: &Log, now: Moment, counted: &Counted, todos: &[Todo]) -> ByScenario {
    let scenario = charter::scenario(&Form::new(log, settings::record()));
    match scenario.as_deref() {
        Some(one) if one == charter::RESOURCE.key => of_sharing(log, now, counted),
        Some(one) if one == charter::PROBLEM.key => of_problem(log),
        Some(one) if one == charter::PROCESS.key => of_process(log, counted, todos),
        _ => ByScenario::default(),
    }
}

fn of_sharing(log: &Log, now: Moment, counted: &Counted) -> ByScenario {
    let silent = silent_providers(log, now).len();
    let remind = (counted.runs_meetings && silent > 0).then_some(Advice::RemindProviders(silent));
    ByScenario {
        beside: remind.into_iter().collect(),
        last: next_meeting(log, now)
            .map(Advice::NextMeeting)
            .into_iter()
            .collect(),
        is_sharing: true,
        ..ByScenario::default()
    }
}

fn of_problem(log: &Log) -> ByScenario {
    // Once all its steps are done, nothing of it comes next.
    let runs = |issue: &RecordId| step_now(&Form::new(log, issue.clone())).is_some();
    let pressing = most_pressing(log).filter(runs).map(Advice::CaseStep);
    ByScenario {
        first: pressing.into_iter().collect(),
        ..ByScenario::default()
    }
}

fn of_process(log: &Log, counted: &Counted, todos: &[Todo]) -> ByScenario {
    let drafts = todos.iter().filter_map(|todo| match &todo.item {
        Item::OpinionsToAnswer(draft) => Some(draft.clone()),
        _ => None,
    });
    let answer = |draft: RecordId| {
        let open = unanswered_lines(&Form::new(log, draft.clone())).len();
        Advice::AnswerOpinions(draft, open)
    };
    let mut beside: Vec<Advice> = drafts.map(answer).collect();
    let told = beside.len();
    if counted.may_show_answers {
        beside.extend(to_be_shown(log).into_iter().map(Advice::ShowAnswers));
    }
    ByScenario {
        beside,
        last: next_task(log).map(Advice::NextTask).into_iter().collect(),
        told,
        ..ByScenario::default()
    }
}

/// The open task that is due first.
fn next_task(log: &Log) -> Option<RecordId> {
    let all = Form::new(log, settings::record()).all(task::KIND);
    let open = all.into_iter().filter(task::is_open);
    let due = open.filter_map(|one| Some((one.get(task::CURRENT_END)?, one.record().clone())));
    due.min().map(|(_, record)| record)
}
