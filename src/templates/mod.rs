//! The forms of the method: one file each, holding its fields, states, checks and typed keys.
//!
//! Architecture invariant: nothing here knows a screen, a store, a calendar or a file. Checks that count
//! working days stand in `analysis`.

pub mod absence;
pub mod action;
pub mod agenda_item;
pub(crate) mod alike;
pub mod assessment;
pub mod assignment;
pub mod assumption;
pub mod attachment;
pub mod calendar_day;
pub mod case;
pub mod change_item;
pub mod change_request;
pub mod channel;
pub mod charter;
pub mod comment;
pub mod confirmation;
pub mod consultation;
pub mod contact;
pub mod decision;
pub mod deliverable;
pub mod department;
pub mod dependency;
pub mod escalation;
pub mod extension;
pub mod feedback;
pub mod ground_rule;
pub mod handoff;
pub mod identity;
pub mod issue;
pub mod lesson;
pub mod mechanism;
pub mod meeting;
pub mod member;
pub mod message;
pub mod metric;
pub mod milestone;
pub mod minutes;
pub mod minutes_item;
pub mod need;
mod of_department;
pub mod open_item;
pub mod opinion;
pub mod option;
pub mod preset;
pub mod progress;
pub mod proposal;
pub mod recipient;
pub mod report;
pub mod report_item;
pub mod resource;
pub mod resource_request;
pub mod review;
pub mod review_task;
pub mod risk;
pub mod rollout_check;
pub mod sample;
pub mod scenario;
pub mod scope_item;
pub mod settings;
pub mod stage;
pub mod suggestion;
pub mod task;
pub mod view;
mod within;
pub mod work_item;

use crate::model::template::{
    CODE, Choice, Field, FieldType, Finding, First, Form, Gate, Key, Label, Locks, Rule, STATUS,
    Schema, Severity, State, Tab, Template, Tone, Transition, Who, Work,
};
use crate::model::{Log, Moment, RecordId, Value};

/// All templates of this version, forms before their rows.
pub static SCHEMA: Schema = Schema {
    templates: &[
        &settings::SETTINGS,
        &calendar_day::CALENDAR_DAY,
        &charter::CHARTER,
        &metric::METRIC,
        &deliverable::DELIVERABLE,
        &scope_item::SCOPE_ITEM,
        &assumption::ASSUMPTION,
        &confirmation::CONFIRMATION,
        &department::DEPARTMENT,
        &need::NEED,
        &work_item::WORK_ITEM,
        &member::MEMBER,
        &absence::ABSENCE,
        &contact::CONTACT,
        &assignment::ASSIGNMENT,
        &stage::STAGE,
        &milestone::MILESTONE,
        &task::TASK,
        &dependency::DEPENDENCY,
        &handoff::HANDOFF,
        &view::VIEW_OF_PLAN,
        &mechanism::MECHANISM,
        &meeting::MEETING,
        &agenda_item::AGENDA_ITEM,
        &channel::CHANNEL,
        &message::MESSAGE,
        &escalation::ESCALATION,
        &ground_rule::GROUND_RULE,
        &issue::ISSUE,
        &extension::EXTENSION,
        &case::CASE,
        &resource::RESOURCE,
        &resource_request::RESOURCE_REQUEST,
        &progress::PROGRESS,
        &review::REVIEW,
        &review_task::REVIEW_TASK,
        &minutes::MINUTES,
        &minutes_item::MINUTES_ITEM,
        &risk::RISK,
        &action::ACTION,
        &feedback::FEEDBACK,
        &suggestion::SUGGESTION,
        &report::REPORT,
        &report_item::REPORT_ITEM,
        &open_item::OPEN_ITEM,
        &lesson::LESSON,
        &decision::DECISION,
        &option::OPTION,
        &recipient::RECIPIENT,
        &consultation::CONSULTATION,
        &opinion::OPINION,
        &rollout_check::ROLLOUT_CHECK,
        &change_request::CHANGE_REQUEST,
        &change_item::CHANGE_ITEM,
        &assessment::ASSESSMENT,
        &attachment::ATTACHMENT,
        &comment::COMMENT,
        &proposal::PROPOSAL,
    ],
};

/// G-01, for fields needed only in some cases.
pub(crate) const ENTER: Label = Label::new("请填写「{label}」。", "Enter {label}.");
pub(crate) const END_BEFORE_START: Label = Label::new(
    "「{end}」（{d2}）早于「{start}」（{d1}），请检查日期。",
    "{end} ({d2}) is before {start} ({d1}). Check the dates.",
);

/// The plan as it was first made.
pub const ORIGINAL_PLAN: Label = Label::new("原计划", "Original plan");
/// The plan as it is now.
pub const CURRENT_PLAN: Label = Label::new("现计划", "Current plan");

type Check = fn(&Form<'_>, Moment) -> Vec<Finding>;

pub(crate) const fn rule(
    code: &'static str,
    severity: Severity,
    text: Label,
    check: Check,
) -> Rule {
    Rule {
        code,
        severity,
        text,
        check,
        by_minute: false,
    }
}

pub(crate) const fn warn(code: &'static str, text: Label, check: Check) -> Rule {
    rule(code, Severity::Warn, text, check)
}

pub(crate) const fn hint(code: &'static str, text: Label, check: Check) -> Rule {
    rule(code, Severity::Hint, text, check)
}

pub(crate) const fn block(code: &'static str, gate: Gate, text: Label, check: Check) -> Rule {
    rule(code, Severity::Block(gate), text, check)
}

/// A finding "enter this" at each of the fields that is empty.
pub(crate) fn enter(form: &Form<'_>, fields: &[Field]) -> Vec<Finding> {
    let empty = fields.iter().filter(|field| !form.has(field.key));
    empty
        .map(|field| {
            Finding::at(field.key).with("label", crate::model::template::Arg::Label(field.label))
        })
        .collect()
}

/// G-03 for a pair of dates.
pub(crate) fn end_before_start(form: &Form<'_>, start: &Field, end: &Field) -> Vec<Finding> {
    use crate::model::template::Arg;
    use chrono::NaiveDate;
    let (Some(d1), Some(d2)) = (
        form.get(Key::<NaiveDate>::new(start.key)),
        form.get(Key::<NaiveDate>::new(end.key)),
    ) else {
        return Vec::new();
    };
    let finding = Finding::at(end.key)
        .with("start", Arg::Label(start.label))
        .with("end", Arg::Label(end.label));
    finding
        .with("d1", Arg::Text(d1.to_string()))
        .with("d2", Arg::Text(d2.to_string()))
        .when(d2 < d1)
}

pub(crate) const fn state(choice: Choice, tone: Tone) -> State {
    State {
        choice,
        tone,
        locks: Locks::NOTHING,
    }
}

pub(crate) const fn locked(choice: Choice, tone: Tone, locks: Locks) -> State {
    State {
        choice,
        tone,
        locks,
    }
}

/// 定稿, of a text that its lead makes final.
pub(crate) const fn finalise(from: &'static [&'static str], to: &'static str) -> Transition {
    Transition::new("finalise", "定稿", "Make final", from, to, &[Who::Lead]).gate(Gate::Final)
}

/// 修订: a text that is final is worked on again, with a reason.
pub(crate) const fn revise(from: &'static [&'static str], to: &'static str) -> Transition {
    Transition::new("revise", "修订", "Revise", from, to, &[Who::Lead])
        .aside()
        .reason()
}

/// The number given at creation. Where two copies make one record each gives it one, and the later stands.
pub(crate) const NUMBER: Field = Field::int(Key::new(CODE), Label::new("编号", "No."), 1, 999_999)
    .filled()
    .also(&["序号", "号", "no", "#", "id"])
    .latest();

/// The state of a form, changed by its steps alone.
pub(crate) const fn status(choices: &'static [Choice]) -> Field {
    Field::choice(Key::new(STATUS), Label::new("状态", "Status"), choices).filled()
}

/// The status that counts for now; a form without one stands at its first state.
pub fn status_of(form: &Form<'_>) -> String {
    let machine = form.template().and_then(|template| template.states);
    let Some(machine) = machine else {
        return String::new();
    };
    let held = form.held(STATUS).as_text();
    held.filter(|key| machine.state(key).is_some())
        .unwrap_or(machine.first().choice.key)
        .to_owned()
}

/// The forms that have a tab under a step, in the order of the tabs: those always there before those that come with
/// their first record.
pub fn tabs_of(step: u8) -> impl Iterator<Item = &'static Template> {
    let ranks = [(true, false), (false, true), (false, false)];
    ranks.into_iter().flat_map(move |(always, first)| {
        let tab = Some(Tab {
            step,
            always,
            first,
        });
        let all = SCHEMA.templates.iter().copied();
        all.filter(move |template| template.place == tab)
    })
}

/// The forms that are work, in the order of the declaration.
pub fn works() -> impl DoubleEndedIterator<Item = (&'static Template, &'static Work)> {
    let all = SCHEMA.templates.iter().copied();
    all.filter_map(|template| Some((template, template.work.as_ref()?)))
}

/// The forms that come up by themselves among what is to do: those that block others before the plan.
pub fn coming_up() -> impl Iterator<Item = (&'static Template, &'static Work)> {
    works().rev().filter(|(_, work)| work.comes_up())
}

/// The form whose rows the records of a kind are; nothing for a kind that stands by itself.
pub fn form_of(kind: &str) -> Option<&'static Template> {
    let holds = |form: &&Template| form.rows.iter().any(|rows| rows.kind == kind);
    SCHEMA.templates.iter().copied().find(holds)
}

/// The record under which a new row of a kind belongs where none is named: the form that a project has once.
pub fn usual_parent(kind: &str) -> Option<RecordId> {
    form_of(kind)
        .filter(|form| form.once)
        .map(|form| RecordId::of(form.kind))
}

/// Whether rows of a kind belong each to one of many forms, so that none can be added without saying to which.
pub fn needs_a_parent(kind: &str) -> bool {
    form_of(kind).is_some_and(|form| !form.once)
}

/// What a new record holds from the start, beside its number, place and first state; of whoever begins it nothing
/// where nobody has said who they are.
pub fn first_values(log: &Log, kind: &str, me: Option<&RecordId>) -> Vec<(&'static str, Value)> {
    let fields = SCHEMA.template(kind).map_or(&[][..], |one| one.fields);
    let value = |first: First| match first {
        First::Me => me.map(|me| Value::text(me.as_str())),
        First::MyDepartment => {
            me.map(|me| Form::new(log, me.clone()).value(member::DEPARTMENT.name))
        }
        First::Choice(key) => Some(Value::text(key)),
    };
    let first = |field: &Field| Some((field.key, value(field.first?)?));
    fields.iter().filter_map(first).collect()
}

/// The forms that can be begun beside a record of a kind, each with the field in which it names that record.
pub fn begun_beside(kind: &str) -> impl Iterator<Item = (&'static Template, &'static Field)> {
    let names = move |field: &&Field| {
        let is_one = matches!(field.field_type, FieldType::Ref(kinds) | FieldType::Set(kinds) if kinds.contains(&kind));
        field.begun_beside && is_one
    };
    let all = SCHEMA.templates.iter().copied();
    all.filter_map(move |template| Some((template, template.fields.iter().find(names)?)))
}

/// The checks of a kind. They stand apart from the declaration, which every first page needs: checks come later.
pub fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        absence::KIND => absence::RULES,
        action::KIND => action::RULES,
        agenda_item::KIND => agenda_item::RULES,
        assignment::KIND => assignment::RULES,
        calendar_day::KIND => calendar_day::RULES,
        case::KIND => case::RULES,
        change_request::KIND => change_request::RULES,
        channel::KIND => channel::RULES,
        charter::KIND => charter::RULES,
        consultation::KIND => consultation::RULES,
        decision::KIND => decision::RULES,
        deliverable::KIND => deliverable::RULES,
        department::KIND => department::RULES,
        escalation::KIND => escalation::RULES,
        extension::KIND => extension::RULES,
        feedback::KIND => feedback::RULES,
        handoff::KIND => handoff::RULES,
        issue::KIND => issue::RULES,
        lesson::KIND => lesson::RULES,
        mechanism::KIND => mechanism::RULES,
        meeting::KIND => meeting::RULES,
        message::KIND => message::RULES,
        metric::KIND => metric::RULES,
        milestone::KIND => milestone::RULES,
        minutes::KIND => minutes::RULES,
        need::KIND => need::RULES,
        open_item::KIND => open_item::RULES,
        opinion::KIND => opinion::RULES,
        progress::KIND => progress::RULES,
        recipient::KIND => recipient::RULES,
        report::KIND => report::RULES,
        resource_request::KIND => resource_request::RULES,
        review::KIND => review::RULES,
        review_task::KIND => review_task::RULES,
        risk::KIND => risk::RULES,
        rollout_check::KIND => rollout_check::RULES,
        settings::KIND => settings::RULES,
        suggestion::KIND => suggestion::RULES,
        task::KIND => task::RULES,
        work_item::KIND => work_item::RULES,
        _ => &[],
    }
}
