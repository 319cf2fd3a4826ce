//! A browser for tests that have none: chance that repeats, a clock that stands or goes on, everything kept in memory.

use chrono::{DateTime, Duration, FixedOffset};
use hepai::model::{Change, ChangeId, ProjectId};
use hepai::state::Port;
use hepai::storage::Reach;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

pub(crate) struct Fake {
    next: Cell<u64>,
    now: Cell<DateTime<FixedOffset>>,
    minutes_per_look: i64,
    /// What was saved, with its batch.
    pub(crate) saved: RefCell<Vec<(String, Change)>>,
    pub(crate) switches: RefCell<Vec<(String, u64)>>,
    notes: RefCell<BTreeMap<String, String>>,
    /// How much of what is stored was read.
    pub(crate) reach: Cell<Reach>,
}

impl Fake {
    /// Different seeds are different browsers. The clock goes on by so many minutes whenever somebody looks at it.
    pub(crate) fn new(seed: u64, now: &str, minutes_per_look: i64) -> Rc<Self> {
        Rc::new(Self {
            next: Cell::new(seed),
            now: Cell::new(now.parse().expect("a moment with offset")),
            minutes_per_look,
            saved: RefCell::default(),
            switches: RefCell::default(),
            notes: RefCell::default(),
            reach: Cell::new(Reach::All),
        })
    }

    /// The clock shows something else.
    #[allow(
        dead_code,
        reason = "not every program that shares this one has a clock that is set"
    )]
    pub(crate) fn set_now(&self, now: &str) {
        self.now.set(now.parse().expect("a moment with offset"));
    }
}

impl Port for Fake {
    fn now(&self) -> DateTime<FixedOffset> {
        let now = self.now.get() + Duration::minutes(self.minutes_per_look);
        self.now.set(now);
        now
    }
    fn random(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let next = self
                .next
                .get()
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            self.next.set(next);
            *byte = (next >> 33) as u8;
        }
    }
    fn append(&self, _: ProjectId, batch: &str, changes: &[Change]) {
        let batch = || batch.to_owned();
        let changes = changes.iter().map(|change| (batch(), change.clone()));
        self.saved.borrow_mut().extend(changes);
    }
    fn switch(&self, _: ProjectId, batch: &str, number: u64) {
        self.switches.borrow_mut().push((batch.to_owned(), number));
    }
    fn set_note(&self, _: ProjectId, name: &str, text: &str) {
        self.notes
            .borrow_mut()
            .insert(name.to_owned(), text.to_owned());
    }
    fn note(&self, _: ProjectId, name: &str) -> Option<String> {
        self.notes.borrow().get(name).cloned()
    }
    fn notes(&self, _: ProjectId, prefix: &str) -> Vec<(String, String)> {
        let notes = self.notes.borrow();
        let named = notes
            .iter()
            .filter_map(|(name, text)| Some((name.strip_prefix(prefix)?.to_owned(), text.clone())));
        named.collect()
    }
    fn set_whole(&self, _: ProjectId) {}
    fn reach(&self, _: ProjectId) -> Reach {
        self.reach.get()
    }
    fn lost(&self, _: ProjectId) -> Vec<ChangeId> {
        Vec::new()
    }
}
