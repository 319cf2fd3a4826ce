//! The store: both homes of all projects, and who listens. Clones are handles to the same store.

use super::doubts::Doubts;
use super::drafts::Drafts;
use super::host::{Host, StillHost};
use super::keys;
use super::memory::{Faults, MemoryShelf, NoShelf};
use super::news::News;
use super::queue::Queue;
use super::shelf::{Shelf, ShelfError, now};
use super::shelved::{Reading, Shelved};
use super::space::{Meter, Space, units};
use crate::model::ProjectId;
use crate::model::sort::gather;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;
use std::rc::Rc;
use twox_hash::XxHash64;

/// Where this page keeps what it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// On the disk: in both homes, or in the one that the browser has.
    Ready,
    /// In memory: the browser stores nothing (private mode, policy).
    MemoryOnly,
    /// In memory: opened from a file, where every other file could read it.
    FileProtocol,
}

/// Whether everything written is safe. Follows IndexedDB alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SaveState {
    /// All of it, since then (milliseconds since 1970; 0 where this page has written nothing yet).
    Saved {
        /// When the last write was safe.
        at_ms: f64,
    },
    /// Some is on its way, or waits in localStorage for IndexedDB to take it, or may wait there: until IndexedDB has
    /// been read, nobody knows.
    Saving,
    /// IndexedDB refused, and some of it is on no disk. It is tried again.
    Failed,
    /// Nothing is stored at all.
    Memory,
}

/// The two homes; the second has a shelf for changes and one for facts.
#[derive(Clone)]
pub struct Shelves {
    /// localStorage: answers at once.
    pub near: Rc<dyn Shelf>,
    /// IndexedDB: one row per change.
    pub rows: Rc<dyn Shelf>,
    /// IndexedDB: switches, notes and marks.
    pub facts: Rc<dyn Shelf>,
}

/// Both homes of all projects. Clones share it; for one thread.
#[derive(Clone)]
pub struct Store {
    pub(super) inner: Rc<StoreInner>,
}

/// Who is called back.
type Ears<T> = RefCell<Vec<Rc<dyn Fn(T)>>>;

pub(super) struct StoreInner {
    pub(super) mode: Mode,
    pub(super) shelves: Shelves,
    pub(super) host: Rc<dyn Host>,
    pub(super) page: String,
    serial: Cell<u64>,
    seed: u64,
    pub(super) meter: RefCell<Meter>,
    pub(super) is_refused: Cell<bool>,
    pub(super) projects: RefCell<BTreeMap<ProjectId, Shelved>>,
    pub(super) queue: RefCell<Queue>,
    pub(super) doubts: Doubts,
    pub(super) drafts: Drafts,
    pub(super) heard_state: Cell<Option<SaveState>>,
    pub(super) state_ears: Ears<SaveState>,
    pub(super) news_ears: Ears<News>,
    pub(super) reach_ears: Ears<Option<ProjectId>>,
    /// Whether IndexedDB told which projects it has, when it was last asked.
    pub(super) listing: Cell<Reading>,
    pub(super) is_retrying: Cell<bool>,
    pub(super) is_reading_again: Cell<bool>,
}

impl Store {
    /// A store over those shelves. `page` is drawn anew per page load and names its segments, `seed` keys the hash
    /// by which known lines are recognised.
    pub fn new(mode: Mode, shelves: Shelves, host: Rc<dyn Host>, page: &str, seed: u64) -> Self {
        let meter = Meter::of(now(shelves.near.sizes()).unwrap_or_default());
        let inner = StoreInner {
            mode,
            shelves,
            host,
            page: page.to_owned(),
            serial: Cell::new(0),
            seed,
            meter: RefCell::new(meter),
            is_refused: Cell::new(false),
            projects: RefCell::default(),
            queue: RefCell::default(),
            doubts: Doubts::default(),
            drafts: Drafts::default(),
            heard_state: Cell::new(None),
            state_ears: RefCell::default(),
            news_ears: RefCell::default(),
            reach_ears: RefCell::default(),
            listing: Cell::default(),
            is_retrying: Cell::default(),
            is_reading_again: Cell::default(),
        };
        let store = Self {
            inner: Rc::new(inner),
        };
        if mode == Mode::Ready {
            let kept = store.near_folders().unwrap_or_default();
            store.inner.doubts.unproven.replace(kept);
        }
        store
    }

    /// A store that keeps everything in memory, for as long as the page lives.
    pub fn in_memory(mode: Mode) -> Self {
        let near = Rc::new(MemoryShelf::new("near", &Faults::default()));
        Self::in_memory_with(mode, near, Rc::new(StillHost), 0)
    }

    pub(super) fn in_memory_with(
        mode: Mode,
        near: Rc<dyn Shelf>,
        host: Rc<dyn Host>,
        seed: u64,
    ) -> Self {
        Self::new(
            mode,
            Shelves {
                near,
                rows: Rc::new(NoShelf),
                facts: Rc::new(NoShelf),
            },
            host,
            "memory",
            seed,
        )
    }

    /// Where this page keeps what it is given.
    pub fn mode(&self) -> Mode {
        self.inner.mode
    }

    /// The projects that localStorage knows of, sorted.
    pub fn projects_now(&self) -> Vec<ProjectId> {
        self.near_folders()
            .unwrap_or_default()
            .into_iter()
            .collect()
    }

    /// The projects of both homes, sorted; see [`Store::list_reach`].
    pub async fn projects(&self) -> Vec<ProjectId> {
        let mut found = self.near_folders().unwrap_or_default();
        found.extend(self.far_folders().await);
        found.into_iter().collect()
    }

    fn near_folders(&self) -> Result<BTreeSet<ProjectId>, ShelfError> {
        let names = now(self.inner.shelves.near.folders(keys::PROJECTS))?;
        Ok(gather(
            names
                .iter()
                .filter_map(|name| name.parse::<ProjectId>().ok()),
        ))
    }

    /// Used space of localStorage, all of this origin.
    pub fn space(&self) -> Space {
        self.inner.meter.borrow().space()
    }

    /// Whether localStorage does not hold everything, because it has no room or is not there: what is written is
    /// saved all the same, in IndexedDB.
    pub fn local_full(&self) -> bool {
        let marked = || {
            self.inner
                .meter
                .borrow()
                .under(keys::PROJECTS)
                .any(|(key, _)| matches!(keys::ParsedKey::of(key), keys::ParsedKey::More(_)))
        };
        self.inner.is_refused.get() || marked()
    }

    /// Calls back with the save state, now and whenever it changes.
    pub fn on_save_state(&self, ear: impl Fn(SaveState) + 'static) {
        let ear = Rc::new(ear);
        self.inner.state_ears.borrow_mut().push(ear.clone());
        ear(self.save_state());
    }

    /// Calls back with what another tab has written.
    pub fn on_news(&self, ear: impl Fn(News) + 'static) {
        self.inner.news_ears.borrow_mut().push(Rc::new(ear));
    }

    /// The next name for a segment; no other page draws the same.
    pub(super) fn segment_name(&self) -> String {
        self.inner.serial.set(self.inner.serial.get() + 1);
        format!("{}-{}", self.inner.page, self.inner.serial.get())
    }

    /// What a change of a batch is known by.
    pub(super) fn mark(&self, batch: &str, line: &str) -> u64 {
        let mut hasher = XxHash64::with_seed(self.inner.seed);
        hasher.write(batch.as_bytes());
        hasher.write(b"\n");
        hasher.write(line.as_bytes());
        hasher.finish()
    }

    /// Works on what is remembered of a project.
    pub(super) fn shelved<T>(&self, project: ProjectId, work: impl FnOnce(&mut Shelved) -> T) -> T {
        work(self.inner.projects.borrow_mut().entry(project).or_default())
    }

    /// Writes into localStorage and counts it; false where it did not take it.
    pub(super) fn put_near(&self, key: &str, text: String) -> bool {
        let size = units(key) + units(&text);
        let taken = now(self.inner.shelves.near.put(vec![(key.to_owned(), text)])).is_ok();
        if taken {
            self.inner.meter.borrow_mut().set(key, size);
        } else {
            self.inner.is_refused.set(true);
        }
        taken
    }

    /// Removes from localStorage and counts it.
    pub(super) fn remove_near(&self, key: &str) -> bool {
        let removed = now(self.inner.shelves.near.remove(vec![key.to_owned()])).is_ok();
        if removed {
            self.inner.meter.borrow_mut().remove(key);
        }
        removed
    }
}
