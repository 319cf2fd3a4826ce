//! The checks page, and what a gate still needs. Findings are told, never enforced: only a gate holds back.

use super::{
    absences, cases, changes, closing, closing_gate, consultations, decisions, disguised, general,
    issues, meetings, plan_order, reminders, resources, roles, roster, schedule, values, wording,
};
use crate::analysis::begin::prefilled::is_prefilled;
use crate::analysis::computed::computed;
use crate::analysis::people::gates::{has_passed, next_gates};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::{Field, Finding, Form, Gate, Rule, Severity, StateMachine, Template};
use crate::templates::{settings, status_of};
use std::collections::{BTreeMap, BTreeSet};

/// What a rule found, and where.
#[derive(Debug, Clone)]
pub struct CheckedFinding {
    /// The record to jump to.
    pub record: RecordId,
    /// The rule; its text has the placeholders that the finding fills.
    pub rule: &'static Rule,
    /// The field and the placeholders.
    pub finding: Finding,
}

/// What one gate of a form still needs.
#[derive(Debug, Clone)]
pub enum Shortfall {
    /// A field that is empty.
    Empty {
        /// The record it belongs to: the form, or a row under it.
        record: RecordId,
        field: &'static Field,
    },
    /// Several fields of one row, which are one thing to do.
    Several {
        record: RecordId,
        fields: Vec<&'static Field>,
    },
    /// No meeting is arranged.
    NoMeeting {
        /// The form that asks for one.
        record: RecordId,
    },
    /// A rule that holds the gate back.
    Rule(CheckedFinding),
}

impl Shortfall {
    /// The record and the field to jump to.
    pub fn place(&self) -> (&RecordId, Option<&'static str>) {
        match self {
            Self::Empty { record, field } => (record, Some(field.key)),
            Self::Several { record, fields } => (record, fields.first().map(|field| field.key)),
            Self::NoMeeting { record } => (record, None),
            Self::Rule(found) => (&found.record, found.finding.field),
        }
    }
}

/// Every rule of a template, those with a calendar, a roster or a list of words included.
pub fn rules(template: &'static Template) -> impl Iterator<Item = &'static Rule> {
    let kind = template.kind;
    crate::templates::rules_of(kind)
        .iter()
        .chain(schedule::rules_of(kind))
        .chain(plan_order::rules_of(kind))
        .chain(issues::rules_of(kind))
        .chain(cases::rules_of(kind))
        .chain(resources::rules_of(kind))
        .chain(changes::rules_of(kind))
        .chain(decisions::rules_of(kind))
        .chain(meetings::rules_of(kind))
        .chain(roles::rules_of(kind))
        .chain(roster::rules_of(kind))
        .chain(disguised::rules_of(template))
        .chain(closing::rules_of(kind))
        .chain(closing_gate::rules_of(kind))
        .chain(consultations::rules_of(kind))
        .chain(absences::rules_of(template))
        .chain(general::rules_of(template))
        .chain(reminders::rules_of(template))
        .chain(wording::rules_of(template))
        .chain(values::rules_of(template))
}

/// All that is open or contradictory, by templates, rows and rules; what a step still needs is told at its button.
pub fn findings(log: &Log, now: Moment) -> Vec<CheckedFinding> {
    let mut out = Vec::new();
    for template in checked_templates(log) {
        let mut timely = TimelyRules::of(template);
        for record in records(log, template) {
            out.extend(found_in(log, record, &mut timely, now));
        }
    }
    out
}

/// The templates whose records are looked at: what is said of a sealed form is told on it alone.
pub(in crate::analysis) fn checked_templates(log: &Log) -> impl Iterator<Item = &'static Template> {
    let all = log.schema().templates.iter().copied();
    all.filter(|template| !template.is_sealed() && rules(template).next().is_some())
}

/// The rules of a template that are asked in each state.
pub(in crate::analysis) struct TimelyRules {
    template: &'static Template,
    by_status: BTreeMap<String, Vec<&'static Rule>>,
}

impl TimelyRules {
    /// None yet: they are gathered when a state is met.
    pub(in crate::analysis) const fn of(template: &'static Template) -> Self {
        Self {
            template,
            by_status: BTreeMap::new(),
        }
    }

    /// Those of a state.
    pub(in crate::analysis) fn at(&mut self, status: String) -> &[&'static Rule] {
        let template = self.template;
        let is_asked =
            |rule: &&Rule, status: &str| is_timely(template.states, status, rule.severity);
        let gather = |status: &String| {
            rules(template)
                .filter(|rule| is_asked(rule, status))
                .collect()
        };
        self.by_status.entry(status).or_insert_with_key(gather)
    }
}

/// What the rules that count in its state find in a record.
pub(in crate::analysis) fn found_in(
    log: &Log,
    record: RecordId,
    timely: &mut TimelyRules,
    now: Moment,
) -> Vec<CheckedFinding> {
    let form = Form::new(log, record);
    let timely = timely.at(status_of(&form)).iter();
    timely
        .flat_map(|rule| found_by_rule(&form, rule, now))
        .collect()
}

/// What one rule finds in a record.
pub(in crate::analysis) fn found_by_rule(
    form: &Form<'_>,
    rule: &'static Rule,
    now: Moment,
) -> Vec<CheckedFinding> {
    let found = checked(form, rule, now);
    found
        .filter(|found| !is_of_preset(form.log(), found))
        .collect()
}

/// Whether it speaks of a row that stands as the app filled it: then nobody did what it advises against. What comes
/// with the days, and what holds a gate back, is told all the same.
fn is_of_preset(log: &Log, found: &CheckedFinding) -> bool {
    let is_timeless = || {
        let own = crate::templates::rules_of(found.record.kind());
        own.iter().any(|rule| std::ptr::eq(rule, found.rule))
    };
    let is_advice = match found.rule.severity {
        Severity::Hint => true,
        Severity::Warn => is_timeless(),
        Severity::Block(_) => false,
    };
    is_advice && is_prefilled(&Form::new(log, found.record.clone()))
}

/// What the checks find in one record: hints and warnings, and what holds back a gate.
pub fn findings_of(log: &Log, record: &RecordId, now: Moment) -> Vec<CheckedFinding> {
    found_by(log, record, now, |_| true)
}

/// What some of the rules find in one record.
pub(in crate::analysis) fn found_by(
    log: &Log,
    record: &RecordId,
    now: Moment,
    is_asked: impl Fn(&Rule) -> bool,
) -> Vec<CheckedFinding> {
    let form = Form::new(log, record.clone());
    let Some(template) = form.template() else {
        return Vec::new();
    };
    rules(template)
        .filter(|rule| is_asked(rule))
        .flat_map(|rule| checked(&form, rule, now))
        .collect()
}

/// What is worth a look in one record: its findings but for those that hold a gate back, which are told there.
pub fn hints_of(log: &Log, record: &RecordId, now: Moment) -> Vec<CheckedFinding> {
    found_by(log, record, now, |rule| {
        !matches!(rule.severity, Severity::Block(_))
    })
}

/// The records of a template; the settings stand for the whole plan and are checked even before they are written.
pub(in crate::analysis) fn records(log: &Log, template: &'static Template) -> Vec<RecordId> {
    if template.kind == settings::SETTINGS.kind {
        vec![RecordId::of(template.kind)]
    } else {
        log.rows(template.kind)
    }
}

pub(super) fn checked<'a>(
    form: &Form<'a>,
    rule: &'static Rule,
    now: Moment,
) -> impl Iterator<Item = CheckedFinding> + use<'a> {
    let record = form.record().clone();
    (rule.check)(form, now)
        .into_iter()
        .map(move |finding| CheckedFinding {
            record: finding.record.clone().unwrap_or_else(|| record.clone()),
            rule,
            finding,
        })
}

/// Hints and warnings always; what holds back a gate once it is passed, and before it where the whole project waits for
/// it.
fn is_timely(machine: Option<&StateMachine>, status: &str, severity: Severity) -> bool {
    let Severity::Block(gate) = severity else {
        return true;
    };
    let Some(machine) = machine.filter(|machine| {
        machine
            .transitions
            .iter()
            .any(|step| step.gate == Some(gate))
    }) else {
        return true;
    };
    has_passed(machine, gate, status)
        || (is_common(gate) && next_gates(machine, status).contains(&gate))
}

/// What a gate asks of a form itself: empty fields of it and of the rows under it, then the rules that hold the
/// gate back. Where a rule speaks of a field that is empty, only the rule is named. Fields a step asks for while
/// it is taken are included: the person fills them there.
pub(in crate::analysis) fn lacks_of_form(
    log: &Log,
    record: &RecordId,
    gate: Gate,
    now: Moment,
) -> Vec<Shortfall> {
    let form = Form::new(log, record.clone());
    let Some(template) = form.template() else {
        return Vec::new();
    };
    let mut forms = vec![form.clone()];
    forms.extend(template.rows.iter().flat_map(|row| form.rows(row.kind)));
    let (mut empty, mut held) = (Vec::new(), Vec::new());
    for form in forms {
        let Some(template) = form.template() else {
            continue;
        };
        held.extend(
            rules(template)
                .filter(|rule| rule.severity.blocks(gate))
                .flat_map(|rule| checked(&form, rule, now))
                .map(Shortfall::Rule),
        );
        let needed = template
            .fields
            .iter()
            .filter(|field| field.gates.contains(&gate) && !holds(&form, field, now));
        empty.extend(needed.map(|field| Shortfall::Empty {
            record: form.record().clone(),
            field,
        }));
    }
    let named: BTreeSet<_> = gather(held.iter().map(Shortfall::place));
    empty.retain(|one: &Shortfall| !named.contains(&one.place()));
    empty.append(&mut held);
    empty
}

/// Whether the whole project waits for a gate.
pub(in crate::analysis) const fn is_common(gate: Gate) -> bool {
    matches!(
        gate,
        Gate::Final | Gate::Publish | Gate::Start | Gate::Release
    )
}

fn holds(form: &Form<'_>, field: &'static Field, now: Moment) -> bool {
    form.has(field.key)
        || (field.filled && computed(form, field.key, now).is_some_and(|value| !value.is_empty()))
}
