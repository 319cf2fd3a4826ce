//! The checks as they are told: the gates the project comes to next, each with all that it still needs, and besides
//! them what the rules found. What a gate lists is not told a second time.

use super::readiness::missing;
use crate::analysis::people::gates::{has_passed, next_gates};
use crate::analysis::rules::checks::{CheckedFinding, Shortfall, findings, is_common};
use crate::analysis::rules::groups::{CheckGroup, Urgency, grouped};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::{Form, Gate, Severity};
use crate::templates::{report, settings, status_of};
use chrono::Timelike;
use std::cell::RefCell;
use std::collections::BTreeSet;
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
struct LastTold(RefCell<Option<(Moment, Arc<ToldChecks>)>>);

impl Derived for LastTold {
    fn of(_: &Log) -> Self {
        Self(RefCell::new(None))
    }
}

/// The checks of a project. What was told in the same minute of the clock is told again, where nothing changed.
pub fn told_checks(log: &Log, now: Moment) -> Arc<ToldChecks> {
    let minute = |moment: &Moment| (moment.date_naive(), moment.hour(), moment.minute());
    let last = log.derived::<LastTold>();
    let kept = last.0.borrow().clone();
    if let Some((at, told)) = kept
        && minute(&at) == minute(&now)
    {
        return told;
    }
    let told = Arc::new(tell(log, now));
    last.0.replace(Some((now, Arc::clone(&told))));
    told
}

fn tell(log: &Log, now: Moment) -> ToldChecks {
    let gates = gates_ahead(log, now);
    let mut found = findings(log, now);
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
    let mut all = Vec::new();
    let is_closing = settings::is_closing(&Form::new(log, settings::record()));
    for template in log.schema().templates.iter().filter(|one| one.once) {
        // Nobody owes a report before the project looks back.
        if template.kind == report::KIND && !is_closing {
            continue;
        }
        let record = RecordId::of(template.kind);
        let status = status_of(&Form::new(log, record.clone()));
        let next = template.states.map(|machine| {
            let mut gates = next_gates(machine, &status);
            gates.retain(|gate| !has_passed(machine, *gate, &status));
            gates
        });
        for gate in next
            .unwrap_or_default()
            .into_iter()
            .filter(|gate| is_common(*gate))
        {
            let lacks = missing(log, &record, gate, now);
            if !lacks.is_empty() {
                all.push(GateAhead {
                    record: record.clone(),
                    gate,
                    lacks,
                });
            }
        }
    }
    all
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
