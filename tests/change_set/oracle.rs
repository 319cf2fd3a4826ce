//! The harness's own record: every change ever written, who knew what when writing it, and what follows from that.
//!
//! Written from the prose, with plain scans: it never asks the log, and judges by what writers saw, not by names.

mod cells;
mod facts;
mod seals;

pub(crate) use facts::{Batch, Batches, Fact, FactId, Facts};
use hepai::model::{Change, ChangeId, FieldKey, RecordId, Replica, Value};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What two values have in common when they are the same; `None` is nothing.
pub(crate) type Token = Option<String>;

#[derive(Default)]
pub(crate) struct Oracle {
    pub(crate) facts: Vec<Fact>,
    by_id: HashMap<ChangeId, Facts>,
    by_cell: BTreeMap<RecordId, BTreeMap<FieldKey, Facts>>,
}

pub(crate) fn token(value: &Value) -> Token {
    match value {
        Value::Null => None,
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(number) => Some(format!("{number}")),
        Value::Text(text) if text.is_empty() => None,
        Value::Text(text) => Some(format!("“{text}”")),
    }
}

fn is_true(value: &Value) -> bool {
    matches!(value, Value::Bool(true))
}

/// The one order of changes.
pub(crate) fn order(a: &Change, b: &Change) -> Ordering {
    let by_number = a
        .lamport
        .cmp(&b.lamport)
        .then_with(|| a.id.replica.as_str().cmp(b.id.replica.as_str()))
        .then(a.id.seq.cmp(&b.id.seq));
    by_number.then_with(|| a.line().cmp(b.line()))
}

impl Oracle {
    /// Records a change. One that was written before (byte for byte) keeps what its first writer knew.
    pub(crate) fn record(&mut self, fact: Fact) -> FactId {
        if let Some(id) = self.get(&fact.change) {
            return id;
        }
        let id = self.facts.len();
        self.by_id.entry(fact.change.id).or_default().insert(id);
        let cells = self.by_cell.entry(fact.change.record.clone()).or_default();
        for cell in &fact.change.cells {
            cells.entry(cell.key.clone()).or_default().insert(id);
        }
        self.facts.push(fact);
        id
    }

    fn get(&self, change: &Change) -> Option<FactId> {
        self.by_id
            .get(&change.id)?
            .iter()
            .find(|id| self.facts[*id].change.line() == change.line())
    }

    pub(crate) fn find(&self, change: &Change) -> FactId {
        self.get(change)
            .unwrap_or_else(|| panic!("a change nobody wrote: {change:?}"))
    }

    pub(crate) fn facts_of<'a>(&self, changes: impl Iterator<Item = &'a Change>) -> Facts {
        changes.map(|change| self.find(change)).collect()
    }

    pub(crate) fn changes<'a>(&'a self, set: &'a Facts) -> impl Iterator<Item = &'a Change> + 'a {
        set.iter().map(|id| &self.facts[id].change)
    }

    pub(crate) fn sorted(&self, set: &Facts) -> Vec<Change> {
        let mut changes: Vec<Change> = self.changes(set).cloned().collect();
        changes.sort_by(order);
        changes
    }

    pub(crate) fn of_id(&self, id: ChangeId) -> Facts {
        self.by_id.get(&id).cloned().unwrap_or_default()
    }

    /// The ids that ever existed with two contents, and everything that has one or names one.
    pub(crate) fn doubtful(&self) -> Facts {
        let is_twice = |id: &ChangeId| self.by_id.get(id).is_some_and(|facts| facts.len() > 1);
        (0..self.facts.len())
            .filter(|id| {
                is_twice(&self.facts[*id].change.id)
                    || self.facts[*id].change.names().any(|name| is_twice(&name))
            })
            .collect()
    }

    /// Least set that holds every batch that is on and, for each id named in it and not there, the stored changes of
    /// that id.
    pub(crate) fn in_force(&self, batches: &Batches) -> Facts {
        let mut force = Facts::default();
        let mut stored = Facts::default();
        for batch in batches.values() {
            stored.add(&batch.facts);
            if batch.is_on() {
                force.add(&batch.facts);
            }
        }
        let mut there: BTreeSet<ChangeId> = self.changes(&force).map(|change| change.id).collect();
        let mut todo: Vec<FactId> = force.iter().collect();
        while let Some(id) = todo.pop() {
            for name in self.facts[id].change.names() {
                if there.insert(name) {
                    for back in self.of_id(name).common(&stored).iter() {
                        force.insert(back);
                        todo.push(back);
                    }
                }
            }
        }
        force
    }

    /// Ids that are named in a set and have no change in it.
    pub(crate) fn dangling(&self, set: &Facts) -> BTreeSet<ChangeId> {
        let have: BTreeSet<ChangeId> = self.changes(set).map(|change| change.id).collect();
        self.changes(set)
            .flat_map(|change| change.names().collect::<Vec<_>>())
            .filter(|name| !have.contains(name))
            .collect()
    }

    /// Ids named in force and not stored; in a whole copy also what lies below a known number.
    pub(crate) fn missing(
        &self,
        stored: &Facts,
        force: &Facts,
        is_whole: bool,
    ) -> BTreeSet<ChangeId> {
        let have: BTreeSet<ChangeId> = self.changes(stored).map(|change| change.id).collect();
        let mut wanted: BTreeSet<ChangeId> = self
            .changes(force)
            .flat_map(|change| change.names().collect::<Vec<_>>())
            .collect();
        if is_whole {
            let mut top: BTreeMap<Replica, u64> = BTreeMap::new();
            for id in have.iter().chain(&wanted) {
                let known = top.entry(id.replica).or_default();
                *known = (*known).max(id.seq);
            }
            wanted
                .extend(top.into_iter().flat_map(|(replica, top)| {
                    (1..=top).map(move |seq| ChangeId { replica, seq })
                }));
        }
        wanted.into_iter().filter(|id| !have.contains(id)).collect()
    }

    pub(crate) fn records(&self, set: &Facts) -> BTreeSet<RecordId> {
        self.changes(set)
            .map(|change| change.record.clone())
            .collect()
    }
}
