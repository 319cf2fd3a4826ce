//! How often a step was taken, counted from the log and stored nowhere.

use crate::model::id::{ChangeId, FieldKey, Replica};
use crate::model::log::Live;
use crate::model::template::{Form, STATUS, StateMachine, Transition};
use std::collections::{BTreeMap, BTreeSet};

/// How often a step was taken, counted from the log: writes of its state that named one of the states it starts
/// from, carry a reason where it asks for one, and came with what it asks for. Steps under one word count together.
pub fn times_taken(form: &Form<'_>, machine: &StateMachine, transition: &Transition) -> u32 {
    let same: Vec<&Transition> = machine
        .transitions
        .iter()
        .filter(|other| other.label == transition.label)
        .collect();
    let history = form.log().history(form.record(), &FieldKey::of(STATUS));
    let past = Past::of(form, &history, &same);
    let is_one = |write: &&Live<'_>| same.iter().any(|step| past.is_taken(step, write));
    u32::try_from(history.iter().filter(is_one).count()).unwrap_or(u32::MAX)
}

/// The states a form was in, and who filled when what the steps ask for.
struct Past<'a> {
    states: BTreeMap<ChangeId, Vec<&'a Live<'a>>>,
    fills: BTreeMap<&'static str, BTreeSet<(Replica, u64)>>,
}

impl<'a> Past<'a> {
    fn of(form: &Form<'_>, history: &'a [Live<'a>], steps: &[&Transition]) -> Self {
        let mut past = Self {
            states: BTreeMap::new(),
            fills: BTreeMap::new(),
        };
        for write in history {
            past.states.entry(write.change.id).or_default().push(write);
        }
        for key in steps.iter().flat_map(|step| step.asks) {
            let filled = form.log().history(form.record(), &FieldKey::of(key));
            let filled = filled.iter().map(|fill| fill.change);
            let filled = filled.map(|change| (change.id.replica, change.lamport));
            past.fills.entry(*key).or_default().extend(filled);
        }
        past
    }

    fn is_taken(&self, step: &Transition, write: &Live<'_>) -> bool {
        if write.value.as_text() != Some(step.to) || (step.reason && write.change.note.is_none()) {
            return false;
        }
        let named = || {
            write
                .names
                .iter()
                .filter_map(|name| self.states.get(name))
                .flatten()
        };
        let begins = |state: &str| step.from.contains(&state);
        if !named().any(|earlier| earlier.value.as_text().is_some_and(begins)) {
            return false;
        }
        let since = named().map(|earlier| earlier.change.lamport).max();
        let since = since.unwrap_or_default().saturating_add(1);
        let (by, until) = (write.change.id.replica, write.change.lamport);
        step.asks.iter().all(|key| {
            let fills = self.fills.get(key);
            since <= until
                && fills
                    .is_some_and(|fills| fills.range((by, since)..=(by, until)).next().is_some())
        })
    }
}
