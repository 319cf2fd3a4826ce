//! Checks that hold for several forms alike: dates outside the project (G-04) or on rest days (G-16), people who are
//! gone (G-05), titles that stand twice (G-12), years whose holidays nobody has entered.

use crate::analysis::time::project_calendar::{calendar_of, unknown_year};
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::{
    Arg, CellType, Field, Finding, Form, Key, Label, Period, Rule, Template,
};
use crate::templates::{
    calendar_day, charter, hint, member, milestone, settings, task, warn, works,
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The general checks that a form takes part in, by what it says of its fields.
pub(in crate::analysis) fn rules_of(
    template: &'static Template,
) -> impl Iterator<Item = &'static Rule> {
    let has = |is_it: fn(&Field) -> bool| template.fields.iter().any(is_it);
    let is_project = template.kind == settings::SETTINGS.kind;
    let all: [(bool, &'static Rule); 5] = [
        (has(|field| field.in_period.is_some()), &OUTSIDE),
        (has(|field| field.doer), &GONE),
        (has(|field| field.ahead), &REST_DAY),
        (is_project, &TWICE),
        (is_project, &YEAR),
    ];
    all.into_iter()
        .filter(|(takes_part, _)| *takes_part)
        .map(|(_, rule)| rule)
}

const OUTSIDE: Rule = warn(
    "G-04",
    Label::new(
        "{d} 不在项目周期 {p1} 至 {p2} 内。确实需要请写明原因。",
        "{d} is outside the project period {p1} to {p2}. If that is intended, give a reason.",
    ),
    outside_the_project,
);

const GONE: Rule = warn(
    "G-05",
    Label::new(
        "{name}已离开项目，不能作为「{label}」。请改选在岗成员。",
        "{name} is no longer active and cannot be {label}. Choose someone else.",
    ),
    person_gone,
);

const REST_DAY: Rule = hint(
    "G-16",
    Label::new(
        "{d} 是休息日。是否改到下一个工作日 {d2}？",
        "{d} is a rest day. Move to the next working day {d2}?",
    ),
    on_a_rest_day,
);

const TWICE: Rule = hint(
    "G-12",
    Label::new(
        "可能重复：{code}。要打开看看吗？",
        "This may be the same as {code}. Open it?",
    ),
    titles_twice,
);

const YEAR: Rule = hint(
    "CAL-01",
    Label::new(
        "计划里有 {year} 年的日期，这里还没有 {year} 年的放假安排，先按周末休息来算。国务院一般在上一年 11 月公布，公布后在工作日历里读入或填写。",
        "The plan has dates in {year}, and its public holidays are not here yet: only weekends rest for now. The State Council announces them in November before; then read them in or enter them in the calendar.",
    ),
    holidays_unknown,
);

/// The fields of a form that are of some sort; none where it is over.
fn open_fields(
    form: &Form<'_>,
    is_it: fn(&Field) -> bool,
) -> impl Iterator<Item = &'static Field> + use<> {
    let template = form.template().filter(|_| form.is_open());
    let fields = template.map_or(&[][..], |template| template.fields);
    fields.iter().filter(move |field| is_it(field))
}

/// The days of a form that still lie ahead, by field.
fn days(form: &Form<'_>, is_it: fn(&Field) -> bool) -> Vec<(&'static Field, NaiveDate)> {
    open_fields(form, is_it)
        .filter_map(|field| Some((field, form.get(Key::<NaiveDate>::new(field.key))?)))
        .collect()
}

/// A date outside, written without a reason. That a plan ends late is said once, for all tasks (PLAN-04).
fn outside_the_project(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let charter = form.other(charter::record());
    let (Some(p1), Some(p2)) = (
        charter.get(charter::PLANNED_START),
        charter.get(charter::PLANNED_END),
    ) else {
        return Vec::new();
    };
    let has_reason = |key: &str| {
        let live = form.log().live(form.record(), &FieldKey::of(key));
        live.first()
            .is_some_and(|write| write.change.note.is_some())
    };
    let is_outside = |field: &Field, day: NaiveDate| {
        let is_late = day > p2 && field.in_period == Some(Period::Whole);
        (day < p1 || is_late) && !has_reason(field.key)
    };
    let finding = |(field, day): (&'static Field, NaiveDate)| {
        Finding::at(field.key)
            .with("d", Arg::Text(day.to_string()))
            .with("p1", Arg::Text(p1.to_string()))
            .with("p2", Arg::Text(p2.to_string()))
    };
    days(form, |field| field.in_period.is_some())
        .into_iter()
        .filter(|(field, day)| is_outside(field, *day))
        .map(finding)
        .collect()
}

fn on_a_rest_day(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let days = days(form, |field| field.ahead);
    if days.is_empty() {
        return Vec::new();
    }
    let calendar = calendar_of(form);
    let finding = |(field, day): (&'static Field, NaiveDate)| {
        let next = calendar.next_working_day(day).filter(|next| *next != day)?;
        let finding = Finding::at(field.key).with("d", Arg::Text(day.to_string()));
        let finding = finding.with("d2", Arg::Text(next.to_string()));
        Some(finding.offering(next.write()))
    };
    days.into_iter().filter_map(finding).collect()
}

/// A person who has left; somebody who is merely not here yet, or was deleted, is none.
fn person_gone(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_gone = |person: &RecordId| {
        !form.log().is_deleted(person)
            && !member::is_active(&form.other(person.clone()), now.date_naive())
    };
    let finding = |field: &Field| {
        let person = form.get(Key::<RecordId>::new(field.key)).filter(is_gone)?;
        Some(
            Finding::at(field.key)
                .with("name", Arg::Record(person))
                .with("label", Arg::Label(field.label)),
        )
    };
    open_fields(form, |field| field.doer)
        .filter_map(finding)
        .collect()
}

/// Open work of one sort under one title and one owner: the later ones, each with the first.
fn titles_twice(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let mut out = Vec::new();
    for (template, _) in works().filter(|(_, work)| work.alike) {
        let called = move |log: &Log, record: &RecordId| {
            let item = Form::new(log, record.clone());
            let title = item.get(Key::<String>::new(template.name));
            let title = title.filter(|_| item.is_open())?;
            Some(((title, item.owner()), record.clone()))
        };
        let all = form.log().each_row(template.kind, "called", (), called);
        let mut first: BTreeMap<&(String, Option<RecordId>), &RecordId> = BTreeMap::new();
        for one in all.iter() {
            let (of, record) = &**one;
            let first = first.entry(of).or_insert(record);
            if *first != record {
                let finding = Finding {
                    record: Some(record.clone()),
                    ..Finding::at(template.name)
                };
                out.push(finding.with("code", Arg::Record((*first).clone())));
            }
        }
    }
    out
}

/// The last days of tasks and milestones.
fn plan_ends(form: &Form<'_>) -> Vec<NaiveDate> {
    let ends = task::all_ends(form.log());
    let tasks = ends.iter().map(|one| one.day);
    let milestones = form.all(milestone::MILESTONE.kind).into_iter();
    let milestones = milestones.filter_map(|one| one.get(milestone::CURRENT_DATE));
    tasks.chain(milestones).collect()
}

fn holidays_unknown(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let charter = form.other(charter::record());
    let (Some(start), Some(end)) = (
        charter.get(charter::PLANNED_START),
        charter.get(charter::PLANNED_END),
    ) else {
        return Vec::new();
    };
    let last = plan_ends(form).into_iter().fold(end, NaiveDate::max);
    let year = unknown_year(form, start.year(), last.year());
    let found =
        year.map(|year| Finding::at(calendar_day::KIND).with("year", Arg::Number(year.into())));
    found.into_iter().collect()
}
