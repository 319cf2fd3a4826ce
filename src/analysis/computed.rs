//! Calculated fields: a template names them, this computes them. Nothing calculated is ever stored.

use super::goal::replies::{receipts, replied_of};
use super::standing::consultations;
use super::standing::feedback::department_of;
use super::standing::health::slip;
use super::standing::plan_changes::schedule_days;
use super::time::issue_clock::escalation_level;
use super::time::lateness::work_days;
use super::time::project_calendar::calendar_of;
use crate::analysis::resources::availability::availability;
use crate::analysis::resources::ledger::row_of;
use crate::analysis::words::names::own_name;
use crate::analysis::words::typed::plain;
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Derived, Log};
use crate::model::template::{CellType, FieldType, Form};
use crate::model::value::Value;
use crate::templates::{
    change_request, charter, confirmation, consultation, decision, department, feedback, issue,
    lesson, meeting, member, milestone, progress, resource, resource_request, risk, stage, task,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

type Compute = fn(&Form<'_>, Moment) -> Option<Value>;

/// A line for every calculated field: kind, field, value.
const COMPUTED: &[(&str, &str, Compute)] = &[
    (issue::KIND, issue::SEVERITY.name, |form, _| {
        issue::severity(form).map(|level| Value::text(level.key))
    }),
    (issue::KIND, issue::ESCALATION_LEVEL.name, |form, now| {
        let level = escalation_level(form, now);
        (level > 0).then(|| Value::int(level))
    }),
    (issue::KIND, issue::ORIGINAL_DUE_AT.name, |form, _| {
        original_due(form)
    }),
    (risk::KIND, risk::LEVEL_SCORE.name, |form, _| {
        risk::score(form).map(Value::int)
    }),
    (risk::KIND, risk::LEVEL.name, |form, _| {
        risk::level(form).map(|level| Value::text(level.key))
    }),
    (resource::KIND, resource::NOW.name, |form, now| {
        Some(Value::text(availability(form, now.date_naive())))
    }),
    (
        resource_request::KIND,
        resource_request::KEEPER.name,
        |form, _| keeper_of(form),
    ),
    (progress::KIND, progress::PERCENT_BEFORE.name, |form, _| {
        progress::percent_before(form).map(Value::int)
    }),
    (progress::KIND, progress::PERIOD.name, |form, _| {
        let period = match form.log().derived::<MeetsDaily>().0 {
            true => progress::DAILY,
            false => progress::WEEKLY,
        };
        Some(Value::text(period.key))
    }),
    (
        change_request::KIND,
        change_request::IMPACT_SCHEDULE_WD.name,
        |form, _| schedule_days(form).map(Value::int),
    ),
    (decision::KIND, decision::REPLIED.name, |form, _| {
        let missing = receipts(form)
            .into_iter()
            .filter(|one| !one.answer.is_done());
        let missing = missing.map(|one| one.member).collect::<Vec<_>>();
        replied_of(form).map(|counts| replied_said(form, counts, &missing))
    }),
    (consultation::KIND, consultation::REPLIED.name, |form, _| {
        let missing = consultations::silent_departments(form);
        consultations::replied_of(form).map(|counts| replied_said(form, counts, &missing))
    }),
    (task::KIND, task::DURATION_WD.name, |form, _| {
        work_days(form, &calendar_of(form)).map(Value::int)
    }),
    (task::KIND, task::DEPARTMENT.name, |form, _| {
        department_of_owner(form)
    }),
    (stage::KIND, stage::START.name, |form, _| {
        stage_days(form).0.map(|day| day.write())
    }),
    (stage::KIND, stage::END.name, |form, _| {
        stage_days(form).1.map(|day| day.write())
    }),
    (milestone::KIND, milestone::SLIP_WD.name, |form, now| {
        let has_date = form.has(milestone::CURRENT_DATE.name);
        has_date.then(|| Value::int(slip(form, now.date_naive(), &calendar_of(form))))
    }),
    (charter::KIND, charter::LEAD_DEPARTMENT.name, |form, _| {
        lead_department(form)
    }),
    (charter::KIND, charter::SPONSOR.name, |form, now| {
        let sponsor = member::first_with_role(form, member::SPONSOR, now.date_naive());
        sponsor.map(|one| one.write())
    }),
    (
        department::KIND,
        department::REPRESENTATIVE.name,
        |form, now| member::first_rep(form, form.record(), now.date_naive()).map(|one| one.write()),
    ),
    (feedback::KIND, feedback::DEPARTMENT.name, |form, _| {
        department_of(form).map(|one| one.write())
    }),
    (lesson::KIND, lesson::APPLIED_IN.name, |form, _| {
        i64::try_from(lesson::times_used(form))
            .ok()
            .filter(|n| *n > 0)
            .map(Value::int)
    }),
    (lesson::KIND, lesson::CONFIRMED_BY.name, |form, _| {
        confirmed_by(form).map(|one| one.write())
    }),
    (confirmation::KIND, confirmation::REP.name, |form, now| {
        let department = form.get(confirmation::DEPARTMENT)?;
        member::first_rep(form, &department, now.date_naive()).map(|one| one.write())
    }),
];

/// The value of a calculated field; nothing where the field is not one, or where its grounds are missing.
pub fn computed(form: &Form<'_>, key: &str, now: Moment) -> Option<Value> {
    let kind = form.record().kind();
    let mut all = COMPUTED.iter();
    let (.., compute) = all.find(|(of, field, _)| *of == kind && *field == key)?;
    compute(form, now)
}

/// The record a reference field names, calculated ones included.
pub(crate) fn reference(form: &Form<'_>, key: &str) -> Option<RecordId> {
    let value = match form.record().kind() {
        task::KIND if key == task::DEPARTMENT.name => department_of_owner(form)?,
        charter::KIND if key == charter::LEAD_DEPARTMENT.name => lead_department(form)?,
        lesson::KIND if key == lesson::CONFIRMED_BY.name => confirmed_by(form)?.write(),
        resource_request::KIND if key == resource_request::KEEPER.name => keeper_of(form)?,
        _ => form.value(key),
    };
    RecordId::read(&value)
}

/// The records a field names: one, or a set of one kind.
pub(super) fn references(form: &Form<'_>, field: &str) -> Vec<RecordId> {
    match form
        .template()
        .and_then(|template| template.field(field))
        .map(|field| field.field_type)
    {
        Some(FieldType::Set(kinds)) => {
            let kind = kinds.first().copied().unwrap_or_default();
            form.elements_in_order(field)
                .iter()
                .filter_map(|(rest, _)| format!("{kind}/{rest}").parse().ok())
                .collect()
        }
        _ => reference(form, field).into_iter().collect(),
    }
}

/// So many of those who have not answered are named.
const NAMED: usize = 3;

/// 4/6 赵主管 刘经理: how many have answered, of how many, and who has not.
fn replied_said(form: &Form<'_>, (replied, all): (usize, usize), missing: &[RecordId]) -> Value {
    let name = |record: &RecordId| plain(&own_name(form.log(), record));
    let mut said = vec![format!("{replied}/{all}")];
    said.extend(missing.iter().take(NAMED).map(name));
    said.extend((missing.len() > NAMED).then(|| "…".to_owned()));
    Value::text(said.join(" "))
}

fn department_of_owner(form: &Form<'_>) -> Option<Value> {
    form.referred(task::OWNER)?
        .get(member::DEPARTMENT)
        .map(|department| department.write())
}

/// Who keeps what a request is for, as the ledger says.
fn keeper_of(form: &Form<'_>) -> Option<Value> {
    row_of(form)?.get(resource::KEEPER).map(|one| one.write())
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

/// Who confirmed a lesson last.
fn confirmed_by(form: &Form<'_>) -> Option<RecordId> {
    let statuses = form
        .log()
        .history(form.record(), &FieldKey::of(crate::model::template::STATUS));
    let is_it = |value: &Value| value.as_text() == Some(lesson::CONFIRMED.key);
    let last = statuses.iter().rfind(|write| is_it(write.value))?;
    last.change.author.as_deref()?.parse().ok()
}

/// Whether the people of the project meet every day.
struct MeetsDaily(bool);

impl Derived for MeetsDaily {
    fn of(log: &Log) -> Self {
        let is_daily = |record: RecordId| {
            let form = Form::new(log, record);
            let kind = form.get(meeting::KIND_OF);
            kind.as_deref() == Some(meeting::STANDUP.key) && !meeting::repeats_weekly(&form)
        };
        Self(log.rows(meeting::MEETING.kind).into_iter().any(is_daily))
    }
}

/// The first start and the last end of the tasks of a stage.
fn stage_days(form: &Form<'_>) -> StageDays {
    let stages = form.log().derived::<Stages>();
    stages.0.get(form.record()).copied().unwrap_or_default()
}

type StageDays = (Option<NaiveDate>, Option<NaiveDate>);

struct Stages(BTreeMap<RecordId, StageDays>);

impl Derived for Stages {
    fn of(log: &Log) -> Self {
        let mut stages: BTreeMap<RecordId, StageDays> = BTreeMap::new();
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
