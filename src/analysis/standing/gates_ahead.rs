//! The checks as they are told: the gates the project comes to next, each with all that it still needs, and besides
//! them what the rules found. What a gate lists is not told a second time.

use super::readiness::missing;
use crate::analysis::people::gates::{has_passed, next_gates};
use crate::analysis::rules::checks::{CheckedFinding, Shortfall, findings, is_common};
use crate::analysis::rules::groups::{CheckGroup, Urgency, grouped};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Gate, Severity};
use crate::templates::{settings, status_of};

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

/// The checks of a project.
pub fn told_checks(log: &Log, now: Moment) -> ToldChecks {
    let gates = gates_ahead(log, now);
    let mut found = findings(log, now);
    found.retain(|one| !gates.iter().any(|gate| gate.tells(one)));
    ToldChecks {
        gates,
        groups: grouped(found),
    }
}

/// What the forms that a project has once still need for their next gates.
fn gates_ahead(log: &Log, now: Moment) -> Vec<GateAhead> {
    let mut all = Vec::new();
    for template in log.schema().templates.iter().filter(|one| one.once) {
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
    /// Whether a finding is among what it lists.
    fn tells(&self, found: &CheckedFinding) -> bool {
        if found.rule.severity != Severity::Block(self.gate) {
            return false;
        }
        let is_it = |lack: &Shortfall| match lack {
            Shortfall::Several { record, fields } => {
                let names = |field| fields.iter().any(|one| one.key == field);
                *record == found.record && found.finding.field.is_some_and(names)
            }
            lack => lack.place() == (&found.record, found.finding.field),
        };
        found.rule.code == settings::TASKS_INCOMPLETE || self.lacks.iter().any(is_it)
    }
}
