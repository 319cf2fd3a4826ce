//! One trigger per cell, per kind and for the whole project: what was touched wakes only what shows it.

use crate::model::log::Touched;
use crate::model::template::{DELETED, ORDER, PARENT};
use crate::model::{FieldKey, RecordId};
use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::{Notify, Track};
use std::collections::{BTreeSet, HashMap};

/// What can be watched.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Topic {
    /// One cell, or one set with all its elements.
    Cell(RecordId, FieldKey),
    /// Which records of a kind there are, under whom and in which order.
    Kind(String),
    /// Anything at all.
    Any,
    /// What this browser keeps beside the project.
    Facts,
    /// The day on which the page is looked at.
    Day,
    /// That something was taken back, or done again.
    Steps,
    /// That a write was refused.
    Refused,
}

#[derive(Default)]
pub(super) struct Triggers(HashMap<Topic, ArcTrigger>);

impl Triggers {
    /// The trigger of a topic, made when it is first watched.
    pub(super) fn watch(&mut self, topic: Topic) -> ArcTrigger {
        self.0.entry(topic).or_default().clone()
    }

    /// Every trigger there is.
    pub(super) fn all(&self) -> Vec<ArcTrigger> {
        self.0.values().cloned().collect()
    }

    /// The triggers that a change of these cells wakes. `new` lists records that were not visible before;
    /// `None`: it is not known which were.
    pub(super) fn woken(
        &self,
        touched: &Touched,
        new: Option<&BTreeSet<RecordId>>,
    ) -> Vec<ArcTrigger> {
        let mut topics: BTreeSet<Topic> = BTreeSet::new();
        for (record, key) in touched {
            topics.insert(Topic::Cell(record.clone(), key.clone()));
            if key.rest().is_some() {
                topics.insert(Topic::Cell(record.clone(), FieldKey::of(key.stem())));
            }
            let is_place = [DELETED, ORDER, PARENT].contains(&key.as_str());
            if is_place || new.is_none_or(|new| new.contains(record)) {
                topics.insert(Topic::Kind(record.kind().to_owned()));
            }
        }
        if !touched.is_empty() {
            topics.insert(Topic::Any);
        }
        topics
            .iter()
            .filter_map(|topic| self.0.get(topic).cloned())
            .collect()
    }
}

/// Subscribes the running effect or memo.
pub(super) fn track(trigger: &ArcTrigger) {
    trigger.track();
}

/// Wakes them all.
pub(super) fn notify(triggers: Vec<ArcTrigger>) {
    for trigger in triggers {
        trigger.notify();
    }
}
