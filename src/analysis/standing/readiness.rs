//! What a gate still needs, for whoever counts or lists it; before work starts (开工) that is owner, date and
//! deliverable on every open task, and a meeting.

use crate::analysis::people::gates::has_passed;
use crate::analysis::rules::checks::{Shortfall, found_by, lacks_of_form};
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Live, Log};
use crate::model::template::{Field, Form, Gate, Rule, STATUS};
use crate::templates::{meeting, settings, status_of, task};

/// When and by whom work was started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Started {
    /// By the writer's clock.
    pub at_ms: i64,
    /// Who did it.
    pub author: Option<String>,
    /// Why, where something was still missing.
    pub reason: Option<String>,
}

/// What a gate of a form still needs. Every 缺 n counts this: the rail, the form, the plan and the checks.
pub fn missing(log: &Log, record: &RecordId, gate: Gate, now: Moment) -> Vec<Shortfall> {
    match gate {
        Gate::Start if *record == settings::record() => before_start(log, now),
        gate => lacks_of_form(log, record, gate, now),
    }
}

/// What is missing before work starts: a task counts once, in the order of the plan; then a meeting where there is none
/// at all, and what else holds the start back.
fn before_start(log: &Log, now: Moment) -> Vec<Shortfall> {
    let tasks = log.rows(task::TASK.kind).into_iter().filter_map(|record| {
        let fields = empty_fields(&Form::new(log, record.clone()));
        (!fields.is_empty()).then_some(Shortfall::Several { record, fields })
    });
    let mut all: Vec<Shortfall> = tasks.collect();
    let record = settings::record();
    let holds =
        |rule: &Rule| rule.severity.blocks(Gate::Start) && rule.code != settings::TASKS_INCOMPLETE;
    let rules = found_by(log, &record, now, holds);
    if log.rows(meeting::MEETING.kind).is_empty() {
        all.push(Shortfall::NoMeeting { record });
    }
    all.extend(rules.into_iter().map(Shortfall::Rule));
    all
}

/// When work was started; nothing before it was. Going on after a pause is not another start.
pub fn started(log: &Log) -> Option<Started> {
    let form = Form::new(log, settings::record());
    let machine = settings::SETTINGS.states?;
    if !has_passed(machine, Gate::Start, &status_of(&form)) {
        return None;
    }
    let history = log.history(form.record(), &FieldKey::of(STATUS));
    let resumes = |write: &Live<'_>| {
        let mut named = history
            .iter()
            .filter(|earlier| write.names.contains(&earlier.change.id));
        named.any(|earlier| earlier.value.as_text() == Some(settings::PAUSED.key))
    };
    let is_start =
        |write: &&Live<'_>| write.value.as_text() == Some(settings::RUNNING.key) && !resumes(write);
    let change = history.iter().rfind(is_start)?.change;
    Some(Started {
        at_ms: change.time,
        author: change.author.as_deref().map(str::to_owned),
        reason: change.note.as_deref().map(str::to_owned),
    })
}

fn empty_fields(form: &Form<'_>) -> Vec<&'static Field> {
    if !task::lacks_something(form) {
        return Vec::new();
    }
    let needed = [
        (task::OWNER.name, true),
        (task::CURRENT_END.name, true),
        (task::DELIVERABLE.name, task::makes_something(form)),
    ];
    needed
        .into_iter()
        .filter(|(key, is_needed)| *is_needed && !form.has(key))
        .filter_map(|(key, _)| task::TASK.field(key))
        .collect()
}
