//! The checks by what to do first: what is wrong now, each by itself unless a rule finds it in many places; what a gate
//! that comes next still needs, one line for the same thing in several places; and what is only suggested, which a
//! screen keeps folded.

use super::checks::CheckedFinding;
use super::values;
use crate::model::sort::sort_by;
use crate::model::template::{Gate, Severity};
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many times what a rule finds wrong now stands by itself; more of it is one line.
const MOST_ALONE: usize = 5;

/// How soon something matters, soonest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Contradictory or late.
    Now,
    /// Needed before a gate.
    Gate,
    Suggested,
}

impl Urgency {
    /// All, soonest first.
    pub const ALL: [Self; 3] = [Self::Now, Self::Gate, Self::Suggested];

    const fn of(severity: Severity) -> Self {
        match severity {
            Severity::Warn => Self::Now,
            Severity::Block(_) => Self::Gate,
            Severity::Hint => Self::Suggested,
        }
    }
}

/// The same thing in one place or in several.
#[derive(Debug, Clone)]
pub struct CheckGroup {
    /// How soon.
    pub urgency: Urgency,
    /// Where, in the order of the checks; never none.
    pub found: Vec<Arc<CheckedFinding>>,
}

/// The findings, soonest first and otherwise in the order in which their rules first found something. What is wrong now
/// stands alone, unless a rule finds much of it in records of one kind.
pub fn grouped(found: Vec<Arc<CheckedFinding>>) -> Vec<CheckGroup> {
    let mut times: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for one in &found {
        *times.entry(place_of(one)).or_default() += 1;
    }
    let mut groups: Vec<CheckGroup> = Vec::new();
    let mut known: BTreeMap<(&str, Option<Gate>), usize> = BTreeMap::new();
    let mut much: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for one in found {
        let urgency = Urgency::of(one.rule.severity);
        let gate = match one.rule.severity {
            Severity::Block(gate) => Some(gate),
            Severity::Warn | Severity::Hint => None,
        };
        let (key, place) = ((one.rule.code, gate), place_of(&one));
        let is_now = urgency == Urgency::Now;
        let at = match is_now {
            true => much.get(&place).copied(),
            false => known.get(&key).copied(),
        };
        match at.and_then(|at| groups.get_mut(at)) {
            Some(group) => group.found.push(one),
            None => {
                if !is_now {
                    known.insert(key, groups.len());
                } else if !is_of_a_cell(&one) && times.get(&place).is_some_and(|n| *n > MOST_ALONE)
                {
                    much.insert(place, groups.len());
                }
                groups.push(CheckGroup {
                    urgency,
                    found: vec![one],
                });
            }
        }
    }
    sort_by(&mut groups, |a, b| a.urgency.cmp(&b.urgency));
    groups
}

/// Which rule found it, and in which kind of record.
fn place_of(one: &CheckedFinding) -> (&'static str, String) {
    (one.rule.code, one.record.kind().to_owned())
}

/// Whether it speaks of what stands in one cell: each is other words, and mended by itself.
fn is_of_a_cell(one: &CheckedFinding) -> bool {
    values::CODES.contains(&one.rule.code)
}
