//! What the plan still needs before work starts (开工): owner, date and deliverable on every open task, and a meeting.

use crate::analysis::people::gates::has_passed;
use crate::analysis::rules::checks::{CheckedFinding, findings_of};
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Live, Log};
use crate::model::template::{Field, Form, Gate, STATUS};
use crate::templates::{meeting, settings, status_of, task};

/// What is missing before work starts.
#[derive(Debug, Clone, Default)]
pub struct Readiness {
    /// Open tasks with the fields that are empty, in the order of the plan.
    pub tasks: Vec<(RecordId, Vec<&'static Field>)>,
    /// Whether there is no meeting at all.
    pub no_meeting: bool,
    /// What else holds the start back: tasks that wait for each other.
    pub rules: Vec<CheckedFinding>,
}

impl Readiness {
    /// How many things are missing, a task counted once.
    pub fn count(&self) -> usize {
        self.tasks.len() + usize::from(self.no_meeting) + self.rules.len()
    }
}

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

/// What is missing before work starts.
pub fn readiness(log: &Log, now: Moment) -> Readiness {
    let tasks = log.rows(task::TASK.kind).into_iter().filter_map(|record| {
        let form = Form::new(log, record);
        let lacks: Vec<&'static Field> = empty_fields(&form);
        (!lacks.is_empty()).then(|| (form.record().clone(), lacks))
    });
    let rules = findings_of(log, &settings::record(), now);
    Readiness {
        tasks: tasks.collect(),
        no_meeting: log.rows(meeting::MEETING.kind).is_empty(),
        rules: rules
            .into_iter()
            .filter(|found| found.rule.severity.blocks(Gate::Start) && found.rule.code != "PLAN-01")
            .collect(),
    }
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
