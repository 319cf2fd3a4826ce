//! The lines of the checks: what to do first, each gate with what it needs, and what is folded behind a line.

use crate::analysis::{CheckedFinding, GateAhead, Shortfall, ToldChecks, Urgency};
use crate::ui::screen::form::finding::lack_key;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Several lines behind one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fold {
    /// So many suggestions.
    Suggested(usize),
    /// So many more places of one group: its first one, and how many.
    Same(String, usize),
    /// So many more things that a gate needs.
    Gate(String, usize),
}

/// So many things that a gate needs are named before the rest is folded.
const NAMED: usize = 3;

/// A line of the table.
#[derive(Debug, Clone)]
pub(super) enum Line {
    Part(Urgency),
    /// A gate, with how much it needs.
    Gate(GateAhead),
    Lack(Shortfall),
    Found(Arc<CheckedFinding>),
    Fold(Fold),
}

impl Line {
    pub(super) fn key((at, line): &(usize, Self)) -> String {
        match line {
            Self::Part(urgency) => format!("{urgency:?}"),
            Self::Fold(fold) => format!("{fold:?}"),
            Self::Gate(ahead) => {
                format!("{} {:?} {}", ahead.record, ahead.gate, ahead.lacks.len())
            }
            Self::Lack(lack) => lack_key(&(*at, lack.clone())),
            Self::Found(found) => format!(
                "{at} {} {} {:?}",
                found.rule.code, found.record, found.finding
            ),
        }
    }
}

/// The lines as they are drawn while so much is unfolded.
pub(super) fn shown(told: &ToldChecks, opened: &BTreeSet<Fold>) -> Vec<Line> {
    let mut out = Vec::new();
    for urgency in Urgency::ALL {
        let of = || told.groups.iter().filter(|group| group.urgency == urgency);
        let gates = match urgency {
            Urgency::Gate => told.gates.as_slice(),
            _ => &[],
        };
        if of().next().is_none() && gates.is_empty() {
            continue;
        }
        if urgency == Urgency::Suggested {
            let fold = Fold::Suggested(of().map(|group| group.found.len()).sum());
            let is_open = opened.contains(&fold);
            out.push(Line::Fold(fold));
            if !is_open {
                continue;
            }
        } else {
            out.push(Line::Part(urgency));
        }
        for ahead in gates {
            let (first, rest) = ahead.lacks.split_at(ahead.lacks.len().min(NAMED));
            out.push(Line::Gate(ahead.clone()));
            let lines = |lacks: &[Shortfall]| lacks.iter().cloned().map(Line::Lack).collect();
            let fold = Fold::Gate(ahead.record.to_string(), rest.len());
            folded(&mut out, lines(first), lines(rest), fold, opened);
        }
        for group in of() {
            let Some((first, rest)) = group.found.split_first() else {
                continue;
            };
            let fold = Fold::Same(format!("{} {}", first.rule.code, first.record), rest.len());
            let lines =
                |found: &[Arc<CheckedFinding>]| found.iter().cloned().map(Line::Found).collect();
            let first = lines(std::slice::from_ref(first));
            folded(&mut out, first, lines(rest), fold, opened);
        }
    }
    out
}

/// Some lines, and the rest of them where that is unfolded.
fn folded(
    out: &mut Vec<Line>,
    first: Vec<Line>,
    rest: Vec<Line>,
    fold: Fold,
    opened: &BTreeSet<Fold>,
) {
    out.extend(first);
    if rest.is_empty() {
        return;
    }
    if opened.contains(&fold) {
        out.extend(rest);
    }
    out.push(Line::Fold(fold));
}
