//! 用预设排: the preset's stages and tasks for a project that has none, for the people it has.

use super::{Besides, DepartmentAnswer, MetricAnswer, Scenario, Start, begin, defaults_of};
use crate::analysis::begin::draft::{Fill, Local, NewRecord};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Choice, Form, Lang};
use crate::model::value::Value;
use crate::templates::{charter, department, dependency, member, stage, task};
use std::collections::BTreeMap;

/// The stages and tasks of the preset within the project's dates, for the departments that the project has, or,
/// where it has none, for those that the wizard proposes, without owners.
pub fn preset_plan(log: &Log, lang: Lang, now: Moment) -> Vec<NewRecord> {
    let start = as_answered(log, lang, now);
    let records = begin(&start).records;
    let mut kept: BTreeMap<Local, Local> = BTreeMap::new();
    let wanted = [
        stage::STAGE.kind,
        task::TASK.kind,
        dependency::DEPENDENCY.kind,
    ];
    for (at, _) in records
        .iter()
        .enumerate()
        .filter(|(_, one)| wanted.contains(&one.kind))
    {
        kept.insert(at, kept.len());
    }
    let people: BTreeMap<Local, RecordId> = records
        .iter()
        .enumerate()
        .filter(|(_, record)| record.kind == member::MEMBER.kind)
        .filter_map(|(at, record)| Some((at, standing_for(log, &records, record)?)))
        .collect();
    let taken = |at: &Local| kept.contains_key(at);
    let out = (0..).zip(records.clone()).filter(|(at, _)| taken(at));
    out.map(|(_, record)| linked(record, &kept, &people))
        .collect()
}

/// The project as if the wizard had just been filled with it.
fn as_answered(log: &Log, lang: Lang, now: Moment) -> Start {
    let form = Form::new(log, charter::record());
    let shown = defaults_of(Scenario::of(log), now.date_naive(), lang);
    let first = form.get(charter::PLANNED_START).unwrap_or(shown.start);
    let last = form.get(charter::PLANNED_END).filter(|last| *last > first);
    let today = now.date_naive();
    let mut departments: Vec<DepartmentAnswer> = department::taking_part(&form)
        .iter()
        .map(|one| {
            let name = one.get(department::NAME).unwrap_or_default();
            let reps = member::reps_of(&form, one.record(), today);
            DepartmentAnswer {
                representative: reps.first().and_then(|rep| rep.get(member::PERSON)),
                ..DepartmentAnswer::named(&name)
            }
        })
        .collect();
    if departments.is_empty() {
        departments = shown.departments;
    }
    let named = |role: Choice| {
        let people = member::with_role(&form, role, today);
        people.first().and_then(|one| one.get(member::PERSON))
    };
    Start {
        lang,
        scenario: Scenario::of(log),
        project_name: String::new(),
        me: named(member::LEAD).unwrap_or_default(),
        my_department: String::new(),
        months: shown.months,
        goal: String::new(),
        metric: MetricAnswer::default(),
        sentence: None,
        start: first,
        end: last.unwrap_or_else(|| {
            super::usual_end(Scenario::of(log), first, shown.months, shown.weeks)
        }),
        departments,
        out_of_scope: String::new(),
        coordinator: None,
        sponsor: named(member::SPONSOR),
        besides: Besides::default(),
        now,
    }
}

/// The member of the project whom a drawn-up one stands for: the one of that name, else the open place of that role
/// in the department of that name.
fn standing_for(log: &Log, records: &[NewRecord], drawn: &NewRecord) -> Option<RecordId> {
    let text = |record: &NewRecord, key: &str| {
        let fill = record.fields.iter().find(|(name, _)| *name == key);
        match fill.map(|(_, fill)| fill) {
            Some(Fill::Value(value)) => value.as_text().unwrap_or_default().to_owned(),
            _ => String::new(),
        }
    };
    let name = text(drawn, member::PERSON.name);
    let role = text(drawn, member::PROJECT_ROLE.name);
    let of = |fill: &Fill| match fill {
        Fill::Record(at) => Some(text(&records[*at], department::NAME.name)),
        Fill::Value(_) => None,
    };
    let mut fields = drawn.fields.iter();
    let home = fields
        .find(|(key, _)| *key == member::DEPARTMENT.name)
        .and_then(|(_, fill)| of(fill));
    let form = Form::new(log, charter::record());
    let fits = |person: &Form<'_>| {
        let own = person.get(member::PERSON).unwrap_or_default();
        let department = person.referred(member::DEPARTMENT);
        let department = department.and_then(|one| one.get(department::NAME));
        if name.is_empty() {
            own.is_empty()
                && person.get(member::PROJECT_ROLE).as_deref() == Some(role.as_str())
                && department == home
        } else {
            own == name
        }
    };
    let mut all = form.all(member::MEMBER.kind).into_iter();
    all.find(|person| fits(person))
        .map(|person| person.record().clone())
}

/// The record with its references: to those that come along, to people that are here, or to nobody.
fn linked(
    mut record: NewRecord,
    kept: &BTreeMap<Local, Local>,
    people: &BTreeMap<Local, RecordId>,
) -> NewRecord {
    let link = |(key, fill): (&'static str, Fill)| match fill {
        Fill::Record(at) => match (kept.get(&at), people.get(&at)) {
            (Some(at), _) => Some((key, Fill::Record(*at))),
            (None, Some(person)) => Some((key, Fill::Value(Value::text(person.as_str())))),
            (None, None) => None,
        },
        fill => Some((key, fill)),
    };
    record.fields = record.fields.into_iter().filter_map(link).collect();
    record.parent = record.parent.and_then(|at| kept.get(&at).copied());
    record
}
