//! Sets of changes by number, and the batches they came in.

use crate::schema::Reading;
use hepai::model::{Change, FieldKey};
use std::collections::BTreeMap;

/// The number of a change in the record.
pub(crate) type FactId = usize;

/// A set of changes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts(Vec<u64>);

impl Facts {
    pub(crate) fn insert(&mut self, id: FactId) {
        if self.0.len() <= id / 64 {
            self.0.resize(id / 64 + 1, 0);
        }
        self.0[id / 64] |= 1 << (id % 64);
    }
    pub(crate) fn contains(&self, id: FactId) -> bool {
        self.0
            .get(id / 64)
            .is_some_and(|word| word & (1 << (id % 64)) != 0)
    }
    pub(crate) fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }
    pub(crate) fn with(&self, other: &Self) -> Self {
        let mut out = self.clone();
        out.add(other);
        out
    }
    pub(crate) fn without(&self, other: &Self) -> Self {
        Self(
            self.0
                .iter()
                .enumerate()
                .map(|(at, word)| word & !other.0.get(at).unwrap_or(&0))
                .collect(),
        )
    }
    pub(crate) fn common(&self, other: &Self) -> Self {
        self.without(&self.without(other))
    }
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.without(other).is_empty()
    }
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
    pub(crate) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }
    pub(crate) fn iter(&self) -> impl Iterator<Item = FactId> + '_ {
        self.0
            .iter()
            .enumerate()
            .filter(|(_, word)| **word != 0)
            .flat_map(|(at, word)| {
                (0..64)
                    .filter(move |bit| word & (1 << bit) != 0)
                    .map(move |bit| at * 64 + bit)
            })
    }
}

impl PartialEq for Facts {
    fn eq(&self, other: &Self) -> bool {
        self.is_within(other) && other.is_within(self)
    }
}

impl FromIterator<FactId> for Facts {
    fn from_iter<T: IntoIterator<Item = FactId>>(ids: T) -> Self {
        let mut out = Self::default();
        ids.into_iter().for_each(|id| out.insert(id));
        out
    }
}

/// A change, and what its writer knew.
pub(crate) struct Fact {
    pub(crate) change: Change,
    /// Made by a liar: nothing is known of what they saw.
    pub(crate) is_forged: bool,
    /// The version of the app it was written with.
    pub(crate) reading: Reading,
    /// Per stored key: the writes that were shown to its writer when the visit began, and own ones since.
    pub(crate) shown: BTreeMap<FieldKey, Facts>,
    /// The same and all that those had seen in their turn.
    pub(crate) knew: BTreeMap<FieldKey, Facts>,
    /// Everything in force when the visit began.
    pub(crate) eyes: Facts,
}

/// Changes that came together, as the harness keeps them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Batch {
    pub(crate) facts: Facts,
    pub(crate) switch: u64,
}

impl Batch {
    pub(crate) fn is_on(&self) -> bool {
        self.switch.is_multiple_of(2)
    }
}

pub(crate) type Batches = BTreeMap<String, Batch>;
