//! Gates on the ways of a state machine: which come next, and which a form has gone through.

use crate::model::sort::gather;
use crate::model::template::{Gate, StateMachine, Transition};
use std::collections::BTreeSet;

/// The gates that come next from a state: those the fewest steps away. `*` stands at their fields only.
pub fn next_gates(machine: &StateMachine, status: &str) -> Vec<Gate> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut here: Vec<&str> = vec![status];
    while !here.is_empty() {
        let steps: Vec<&Transition> = machine
            .transitions
            .iter()
            .filter(|step| here.iter().any(|state| step.from.contains(state)))
            .collect();
        let mut gates: Vec<Gate> = Vec::new();
        // A step that stops everything comes next for nobody.
        for gate in steps
            .iter()
            .filter_map(|step| step.gate.filter(|gate| *gate != Gate::Stop))
        {
            if !gates.contains(&gate) {
                gates.push(gate);
            }
        }
        if !gates.is_empty() {
            return gates;
        }
        seen.extend(here.iter().copied());
        here = steps
            .iter()
            .map(|step| step.to)
            .filter(|to| !seen.contains(to))
            .collect();
    }
    Vec::new()
}

/// Whether a form in that state has gone through a gate: the state can be reached from behind it.
pub(in crate::analysis) fn has_passed(machine: &StateMachine, gate: Gate, status: &str) -> bool {
    let through = || {
        machine
            .transitions
            .iter()
            .filter(move |step| step.gate == Some(gate))
    };
    let before: BTreeSet<&str> = gather(through().flat_map(|step| step.from.iter().copied()));
    let mut behind: BTreeSet<&str> = BTreeSet::new();
    let mut todo: Vec<&str> = through().map(|step| step.to).collect();
    while let Some(state) = todo.pop() {
        if before.contains(state) || !behind.insert(state) {
            continue;
        }
        todo.extend(
            machine
                .transitions
                .iter()
                .filter(|step| step.from.contains(&state))
                .map(|step| step.to),
        );
    }
    behind.contains(status)
}
