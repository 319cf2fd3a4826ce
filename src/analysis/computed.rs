//! Calculated fields: a template names them, this computes them. Nothing calculated is ever stored.

use super::standing::health::slip;
use super::time::deadline::{Moment, escalation_level};
use super::time::late::work_days;
use super::time::of_project::calendar_of;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Derived, Log};
use crate::model::template::{CellType, FieldType, Form};
use crate::model::value::Value;
use crate::templates::{confirmation, department, issue, member, milestone, risk, task};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The value of a calculated field; nothing where the field is not one, or where its grounds are missing.
pub fn computed(form: &Form<'_>, key: &str, now: Moment) -> Option<Value> {
    let today = now.date_naive();
    match (form.record().kind(), key) {
        ("issue", "severity") => issue::severity(form).map(|level| Value::text(level.key)),
        ("issue", "escalation_level") => Some(Value::int(escalation_level(form, now))),
        ("issue", "original_due_at") => original_due(form),
        ("risk", "level_score") => risk::score(form).map(Value::int),
        ("risk", "level") => risk::level(form).map(|level| Value::text(level.key)),
        ("task", "duration_wd") => work_days(form, &calendar_of(form)).map(Value::int),
        ("task", "department") => department_of_owner(form),
        ("stage", "start") => stage_days(form).0.map(|day| day.write()),
        ("stage", "end") => stage_days(form).1.map(|day| day.write()),
        ("milestone", "slip_wd") => form
            .has(milestone::CURRENT_DATE.name)
            .then(|| Value::int(slip(form, today, &calendar_of(form)))),
        ("charter", "lead_department") => lead_department(form),
        ("charter", "sponsor") => {
            member::first_with_role(form, member::SPONSOR, today).map(|one| one.write())
        }
        ("department", "representative") => {
            member::first_rep(form, form.record(), today).map(|one| one.write())
        }
        ("confirmation", "rep") => {
            member::first_rep(form, &form.get(confirmation::DEPARTMENT)?, today)
                .map(|one| one.write())
        }
        _ => None,
    }
}

/// The record a reference field names, calculated ones included.
pub(crate) fn reference(form: &Form<'_>, key: &str) -> Option<RecordId> {
    let value = match (form.record().kind(), key) {
        ("task", "department") => department_of_owner(form)?,
        ("charter", "lead_department") => lead_department(form)?,
        _ => form.value(key),
    };
    RecordId::read(&value)
}

/// The departments a field names: one, or a set.
pub(super) fn departments(form: &Form<'_>, field: &str) -> Vec<RecordId> {
    match form
        .template()
        .and_then(|template| template.field(field))
        .map(|field| field.field_type)
    {
        Some(FieldType::Set(kinds)) => {
            let kind = kinds.first().copied().unwrap_or_default();
            form.elements(field)
                .iter()
                .filter_map(|(rest, _)| format!("{kind}/{rest}").parse().ok())
                .collect()
        }
        _ => reference(form, field).into_iter().collect(),
    }
}

fn department_of_owner(form: &Form<'_>) -> Option<Value> {
    form.referred(task::OWNER)?
        .get(member::DEPARTMENT)
        .map(|department| department.write())
}

fn lead_department(form: &Form<'_>) -> Option<Value> {
    let leading = form.log().derived::<Leading>();
    leading.0.as_ref().map(CellType::write)
}

/// The first department that leads.
struct Leading(Option<RecordId>);

impl Derived for Leading {
    fn of(log: &Log) -> Self {
        let key = FieldKey::of(department::PARTICIPATION.name);
        let leads = |department: &RecordId| {
            log.value(department, &key).as_text() == Some(department::LEAD.key)
        };
        Self(
            log.rows(department::DEPARTMENT.kind)
                .into_iter()
                .find(leads),
        )
    }
}

/// The first start and the last end of the tasks of a stage.
fn stage_days(form: &Form<'_>) -> Days {
    let stages = form.log().derived::<Stages>();
    stages.0.get(form.record()).copied().unwrap_or_default()
}

type Days = (Option<NaiveDate>, Option<NaiveDate>);

struct Stages(BTreeMap<RecordId, Days>);

impl Derived for Stages {
    fn of(log: &Log) -> Self {
        let mut stages: BTreeMap<RecordId, Days> = BTreeMap::new();
        for record in log.rows(task::TASK.kind) {
            let task = Form::new(log, record);
            let Some(stage) = task.get(task::STAGE) else {
                continue;
            };
            let (first, last) = stages.entry(stage).or_default();
            let start = task.get(task::CURRENT_START);
            *first = first.map_or(start, |day| Some(start.map_or(day, |start| start.min(day))));
            *last = (*last).max(task.get(task::CURRENT_END));
        }
        Self(stages)
    }
}

/// The deadline that stood when the issue was first accepted; before that, none.
fn original_due(form: &Form<'_>) -> Option<Value> {
    let statuses = form
        .log()
        .history(form.record(), &FieldKey::of(crate::model::template::STATUS));
    let accepted = statuses
        .iter()
        .find(|write| write.value.as_text() == Some(issue::ACCEPTED.key))?
        .change;
    if let Some(cell) = accepted.cell(&FieldKey::of(issue::DUE_AT.name)) {
        return Some(cell.value.clone());
    }
    let dues = form
        .log()
        .history(form.record(), &FieldKey::of(issue::DUE_AT.name));
    dues.iter()
        .rfind(|write| write.change.lamport <= accepted.lamport)
        .map(|write| write.value.clone())
}
