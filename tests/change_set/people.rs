//! The people of a history: each has a copy with batches and switches, writes through the log as the app does, mails,
//! reloads and restores. What each had before their eyes is told to the oracle.

mod files;
mod undo;
mod visits;

use crate::oracle::{Batch, Batches, FactId, Facts, Oracle};
use crate::schema::Reading;
use fastrand::Rng;
use hepai::model::log::{Live, OWN, Seen, UndoStep};
use hepai::model::{CellId, FieldKey, Log, RecordId, Replica, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What sort of people take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Everybody uses the app.
    Honest,
    /// Running machines are duplicated: the same replica and number twice.
    Clones,
    /// Somebody forges files.
    Liars,
}

/// How a value is looked at before it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// An ordinary control: the first value alone.
    Ordinary,
    /// A person decides or agrees: everything.
    Whole,
}

/// One cell as somebody saw it, and what they will write there.
pub(crate) struct Look {
    pub(crate) record: RecordId,
    pub(crate) key: FieldKey,
    pub(crate) value: Value,
    pub(crate) seen: Seen,
    pub(crate) shown: Facts,
    /// Whether this must become a change, where the oracle can tell.
    expected: Option<bool>,
}

impl Look {
    /// A value that nobody has written before differs from whatever is there.
    pub(crate) fn expects_a_change(&mut self) {
        self.expected = Some(true);
    }
}

/// A visit to one or several fields.
#[derive(Default)]
pub(crate) struct Visit {
    pub(crate) looks: Vec<Look>,
    pub(crate) eyes: Facts,
}

/// One step that can be undone, and how things stood before it.
pub(crate) struct Done {
    pub(crate) step: UndoStep,
    pub(crate) own: BTreeMap<CellId, Facts>,
    pub(crate) stored_before: Facts,
    pub(crate) force_before: Facts,
}

pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) reading: Reading,
    pub(crate) log: Log,
    pub(crate) replica: Replica,
    pub(crate) seq: u64,
    /// Written by this page under this replica.
    pub(crate) page: Facts,
    pub(crate) batches: Batches,
    /// Everything this copy has ever accepted, left out or not.
    pub(crate) accepted: Facts,
    pub(crate) undo: Vec<Done>,
    pub(crate) redo: Vec<Done>,
}

/// A disk image.
pub(crate) struct Backup {
    pub(crate) person: usize,
    pub(crate) batches: Batches,
    pub(crate) accepted: Facts,
}

pub(crate) struct World {
    pub(crate) mode: Mode,
    pub(crate) rng: Rng,
    pub(crate) oracle: Oracle,
    pub(crate) people: Vec<Person>,
    pub(crate) files: Vec<Facts>,
    pub(crate) backups: Vec<Backup>,
    pub(crate) lost: Facts,
    /// Every unique value ever accepted by a control, with its place.
    pub(crate) tokens: BTreeMap<String, FactId>,
    pub(crate) rows: Vec<RecordId>,
    pub(crate) counts: BTreeMap<&'static str, u64>,
    /// What happened, for the report of a failure.
    pub(crate) told: Vec<String>,
    next: u64,
}

const DAY_MS: i64 = 86_400_000;

impl World {
    pub(crate) fn new(mode: Mode, seed: u64) -> Self {
        let mut world = Self {
            mode,
            rng: Rng::with_seed(seed),
            oracle: Oracle::default(),
            people: Vec::new(),
            files: Vec::new(),
            backups: Vec::new(),
            lost: Facts::default(),
            tokens: BTreeMap::new(),
            rows: Vec::new(),
            counts: BTreeMap::new(),
            told: Vec::new(),
            next: 0,
        };
        let has_old_versions = world.chance(20);
        for _ in 0..world.rng.usize(2..=6) {
            let reading = if has_old_versions && world.chance(50) {
                Reading::Old
            } else {
                Reading::New
            };
            world.join(reading);
        }
        world
    }

    pub(crate) fn join(&mut self, reading: Reading) -> usize {
        let replica = self.draw_replica();
        let seed = self.rng.u64(..);
        self.people.push(Person {
            name: format!("P{}", self.people.len()),
            reading,
            log: Log::new(reading.schema(), seed),
            replica,
            seq: 0,
            page: Facts::default(),
            batches: Batches::from([(OWN.to_owned(), Batch::default())]),
            accepted: Facts::default(),
            undo: Vec::new(),
            redo: Vec::new(),
        });
        self.people.len() - 1
    }

    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(0..100) < percent
    }

    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.rng.usize(0..from.len())].clone()
    }

    pub(crate) fn some_of<T: Clone>(&mut self, from: &[T], count: usize) -> Vec<T> {
        let mut all = from.to_vec();
        self.rng.shuffle(&mut all);
        all.truncate(count);
        all
    }

    pub(crate) fn count(&mut self, what: &'static str, more: usize) {
        *self.counts.entry(what).or_default() += more as u64;
    }

    pub(crate) fn tell(&mut self, what: String) {
        self.told.push(what);
    }

    pub(crate) fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// A value that nobody has written before.
    pub(crate) fn fresh(&mut self) -> Value {
        Value::text(format!("t{}", self.number()))
    }

    fn draw_replica(&mut self) -> Replica {
        let rng = &mut self.rng;
        Replica::from_bytes(std::array::from_fn(|_| rng.u8(..)))
    }

    pub(crate) fn force(&self, who: usize) -> Facts {
        self.oracle.facts_of(self.people[who].log.in_force())
    }

    pub(crate) fn stored(&self, who: usize) -> Facts {
        self.oracle.facts_of(self.people[who].log.stored())
    }
}

/// The open conflicts of a log as a set; one place is listed once.
pub(crate) fn places(log: &Log) -> BTreeSet<CellId> {
    let places: Vec<_> = log
        .conflicts()
        .into_iter()
        .map(|place| (place.record, place.key))
        .collect();
    let set: BTreeSet<_> = places.iter().cloned().collect();
    assert_eq!(places.len(), set.len(), "a conflict is listed once");
    assert_eq!(log.conflict_count(), set.len());
    set
}

pub(crate) fn lines<'a>(live: impl IntoIterator<Item = Live<'a>>) -> BTreeSet<String> {
    live.into_iter()
        .map(|write| write.change.line().to_owned())
        .collect()
}
