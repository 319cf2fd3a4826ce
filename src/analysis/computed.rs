//! Calculated fields: a template names them, this computes them. Nothing calculated is ever stored.

use super::deadline::{Moment, escalation_level};
use super::health::slip;
use super::plan::work_days;
use super::project_calendar::calendar_of;
use crate::model::id::{FieldKey, RecordId};
use crate::model::template::{CellType, Form};
use crate::model::value::Value;
use crate::templates::{confirmation, department, issue, member, milestone, risk, task};

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
        ("stage", "start") => stage_tasks(form)
            .filter_map(|task| task.get(task::CURRENT_START))
            .min()
            .map(|day| day.write()),
        ("stage", "end") => stage_tasks(form)
            .filter_map(|task| task.get(task::CURRENT_END))
            .max()
            .map(|day| day.write()),
        ("milestone", "slip_wd") => form
            .has(milestone::CURRENT_DATE.name)
            .then(|| Value::int(slip(form, today, &calendar_of(form)))),
        ("charter", "lead_department") => lead_department(form),
        ("charter", "sponsor") => first(&member::with_role(form, member::SPONSOR, today)),
        ("department", "representative") => first(&member::reps_of(form, form.record(), today)),
        ("confirmation", "rep") => first(&member::reps_of(
            form,
            &form.get(confirmation::DEPARTMENT)?,
            today,
        )),
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

fn first(forms: &[Form<'_>]) -> Option<Value> {
    forms.first().map(|form| form.record().write())
}

fn department_of_owner(form: &Form<'_>) -> Option<Value> {
    form.referred(task::OWNER)?
        .get(member::DEPARTMENT)
        .map(|department| department.write())
}

fn lead_department(form: &Form<'_>) -> Option<Value> {
    let leads = |department: &Form<'_>| {
        department.get(department::PARTICIPATION).as_deref() == Some(department::LEAD.key)
    };
    form.all(department::DEPARTMENT.kind)
        .into_iter()
        .find(leads)
        .map(|department| department.record().write())
}

fn stage_tasks<'a>(form: &Form<'a>) -> impl Iterator<Item = Form<'a>> {
    let stage = form.record().clone();
    form.all(task::TASK.kind)
        .into_iter()
        .filter(move |task| task.get(task::STAGE).as_ref() == Some(&stage))
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
