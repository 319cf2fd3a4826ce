//! The checks as they are told: the gates the project comes to next, each with all that it still needs, and besides
//! them what the rules found. What a gate lists is not told a second time.

use super::readiness::missing;
use crate::analysis::people::gates::{has_passed, next_gates};
use crate::analysis::rules::checks::{CheckedFinding, Shortfall, is_common};
use crate::analysis::rules::groups::{CheckGroup, Urgency, grouped};
use crate::analysis::rules::kept_findings::{is_same_day, is_same_minute, kept_findings};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{KeptBy, Log};
use crate::model::template::{Form, Gate, Severity, Template};
use crate::templates::{report, settings, status_of};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// A gate that a form comes to next, and what it needs; never nothing.
#[derive(Debug, Clone)]
pub struct GateAhead {
    /// The form.
    pub record: RecordId,
    pub gate: Gate,
    /// All of it: its length is the 缺 n of the rail and of the form.
    pub lacks: Vec<Shortfall>,
}

/// Everything there is to look at.
#[derive(Debug, Clone)]
pub struct ToldChecks {
    /// In the order of the templates.
    pub gates: Vec<GateAhead>,
    /// What else was found, soonest first.
    pub groups: Vec<CheckGroup>,
}

impl ToldChecks {
    /// How many lines matter now: a gate is one, suggestions are none.
    pub fn pressing(&self) -> usize {
        let matters = |group: &&CheckGroup| group.urgency != Urgency::Suggested;
        self.gates.len() + self.groups.iter().filter(matters).count()
    }
    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.gates.is_empty() && self.groups.is_empty()
    }
}

/// The checks as they were last told of a log, and when: the rail and the page ask for the same.
#[derive(Default)]
struct LastTold(KeptBy<(), (Moment, Arc<ToldChecks>)>);

/// The gates of each form, and when they were looked at.
#[derive(Default)]
struct KeptGates(KeptBy<RecordId, (Moment, Rc<[GateAhead]>)>);

/// The checks of a project. What was told in the same minute of the clock is told again, where nothing changed.
pub fn told_checks(log: &Log, now: Moment) -> Arc<ToldChecks> {
    let last = log.beside::<LastTold>();
    let is_timely = |(at, _): &(Moment, _)| is_same_minute(*at, now);
    let tell = || (now, Arc::new(tell(log, now)));
    last.0.get_while(log, &(), is_timely, tell).1
}

fn tell(log: &Log, now: Moment) -> ToldChecks {
    let gates = gates_ahead(log, now);
    let mut found = kept_findings(log, now);
    let places: Vec<BTreeSet<_>> = gates.iter().map(GateAhead::places).collect();
    found.retain(|one| {
        let mut told = gates.iter().zip(&places);
        !told.any(|(gate, places)| gate.tells(places, one))
    });
    ToldChecks {
        gates,
        groups: grouped(found),
    }
}

/// What the forms that a project has once still need for their next gates.
fn gates_ahead(log: &Log, now: Moment) -> Vec<GateAhead> {
    let kept = log.beside::<KeptGates>();
    let mut all = Vec::new();
    let is_closing = settings::is_closing(&Form::new(log, settings::record()));
    for template in log.schema().templates.iter().filter(|one| one.once) {
        // Nobody owes a report before the project looks back.
        if template.kind == report::KIND && !is_closing {
            continue;
        }
        let record = RecordId::of(template.kind);
        // No rule that holds a gate back asks for the time of day.
        let is_timely = |(at, _): &(Moment, _)| is_same_day(*at, now);
        let find = || (now, gates_of(log, template, &record, now).into());
        let (_, gates) = kept.0.get_while(log, &record, is_timely, find);
        all.extend(gates.iter().cloned());
    }
    all
}

/// The gates that a form comes to next, as far as the whole project waits for them.
fn gates_of(log: &Log, template: &Template, record: &RecordId, now: Moment) -> Vec<GateAhead> {
    let status = status_of(&Form::new(log, record.clone()));
    let next = template.states.map(|machine| {
        let mut gates = next_gates(machine, &status);
        gates.retain(|gate| is_common(*gate) && !has_passed(machine, *gate, &status));
        gates
    });
    let ahead = |gate| {
        let lacks = missing(log, record, gate, now);
        (!lacks.is_empty()).then(|| GateAhead {
            record: record.clone(),
            gate,
            lacks,
        })
    };
    next.unwrap_or_default()
        .into_iter()
        .filter_map(ahead)
        .collect()
}

impl GateAhead {
    /// The places it names: a record, and the field if it is about one.
    fn places(&self) -> BTreeSet<(RecordId, Option<&'static str>)> {
        let mut all = BTreeSet::new();
        for lack in &self.lacks {
            match lack {
                Shortfall::Several { record, fields } => {
                    let each = fields.iter();
                    all.extend(each.map(|one| (record.clone(), Some(one.key))));
                }
                lack => {
                    let (record, field) = lack.place();
                    all.insert((record.clone(), field));
                }
            }
        }
        all
    }

    /// Whether a finding is among what it lists.
    fn tells(
        &self,
        places: &BTreeSet<(RecordId, Option<&'static str>)>,
        found: &CheckedFinding,
    ) -> bool {
        found.rule.severity == Severity::Block(self.gate)
            && (found.rule.code == settings::TASKS_INCOMPLETE
                || places.contains(&(found.record.clone(), found.finding.field)))
    }
}
