//! A page around the store: its clock stands still until it is moved, its tasks run when they are told to.

use hepai::model::{Change, ProjectId};
use hepai::storage::{
    Entry, Faults, Host, Loaded, MemoryShelf, Mode, SaveState, Shelf, ShelfFuture, Shelves, Store,
    Task, Timer,
};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

#[derive(Default)]
pub(crate) struct Page {
    tasks: RefCell<Vec<Task>>,
    clock_ms: Rc<Cell<f64>>,
    pub(crate) posts: RefCell<Vec<String>>,
}

impl Page {
    /// Runs every task as far as it gets.
    pub(crate) fn run(&self) {
        // Nobody wakes anybody here, so everything is asked again until nothing can have changed.
        for _ in 0..8 {
            let tasks = self.tasks.take();
            let left: Vec<Task> = tasks
                .into_iter()
                .filter_map(|mut task| poll(task.as_mut()).is_pending().then_some(task))
                .collect();
            self.tasks.borrow_mut().extend(left);
        }
    }
    pub(crate) fn wait(&self, ms: f64) {
        self.run();
        self.clock_ms.set(self.clock_ms.get() + ms);
        self.run();
    }
    pub(crate) fn finish<T>(&self, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        for _ in 0..100 {
            if let Poll::Ready(result) = poll(work.as_mut()) {
                return result;
            }
            self.run();
        }
        panic!("nothing goes on");
    }
}

pub(crate) fn poll<T>(work: std::pin::Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Poll<T> {
    work.poll(&mut Context::from_waker(Waker::noop()))
}

impl Host for Page {
    fn spawn(&self, task: Task) {
        self.tasks.borrow_mut().push(task);
    }
    fn now_ms(&self) -> f64 {
        self.clock_ms.get()
    }
    fn sleep(&self, ms: u32) -> Timer {
        let (clock, due) = (self.clock_ms.clone(), self.clock_ms.get() + f64::from(ms));
        Box::pin(poll_fn(move |_| {
            if clock.get() >= due {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        }))
    }
    fn post(&self, text: &str) {
        self.posts.borrow_mut().push(text.to_owned());
    }
}

/// One page load: its shelves, its host, its store.
pub(crate) struct Bench {
    pub(crate) near: MemoryShelf,
    pub(crate) rows: MemoryShelf,
    pub(crate) facts: MemoryShelf,
    pub(crate) near_faults: Faults,
    pub(crate) far_faults: Faults,
    pub(crate) page: Rc<Page>,
    pub(crate) store: Store,
}

impl Bench {
    /// An empty browser.
    pub(crate) fn new() -> Self {
        let (near_faults, far_faults) = (Faults::default(), Faults::default());
        let shelves = (
            MemoryShelf::new("near", &near_faults),
            MemoryShelf::new("rows", &far_faults),
            MemoryShelf::new("facts", &far_faults),
        );
        Self::over(shelves, near_faults, far_faults, "FIRSTPAGE0")
    }
    fn over(
        (near, rows, facts): (MemoryShelf, MemoryShelf, MemoryShelf),
        near_faults: Faults,
        far_faults: Faults,
        name: &str,
    ) -> Self {
        let page = Rc::new(Page::default());
        let shelves = Shelves {
            near: Rc::new(near.clone()),
            rows: Rc::new(rows.clone()),
            facts: Rc::new(facts.clone()),
        };
        let store = Store::new(Mode::Ready, shelves, page.clone(), name, 7);
        Self {
            near,
            rows,
            facts,
            near_faults,
            far_faults,
            page,
            store,
        }
    }
    /// The next start of the browser, over what is stored.
    pub(crate) fn again(&self, name: &str) -> Self {
        let (near_faults, far_faults) = (Faults::default(), Faults::default());
        let shelves = (
            self.near.reopened(&near_faults),
            self.rows.reopened(&far_faults),
            self.facts.reopened(&far_faults),
        );
        Self::over(shelves, near_faults, far_faults, name)
    }
    /// The next start, with faults set before anything is read.
    pub(crate) fn again_dying_at(&self, n: u64, is_done: bool) -> Self {
        let faults = Faults::default();
        faults.die_at(n, is_done);
        let shelves = (
            self.near.reopened(&faults),
            self.rows.reopened(&faults),
            self.facts.reopened(&faults),
        );
        Self::over(shelves, faults.clone(), faults, "DYING00000")
    }
    /// Another tab of the same browser.
    pub(crate) fn tab(&self, name: &str) -> Self {
        let shelves = (self.near.clone(), self.rows.clone(), self.facts.clone());
        Self::over(
            shelves,
            self.near_faults.clone(),
            self.far_faults.clone(),
            name,
        )
    }
    pub(crate) fn load(&self) -> Loaded {
        self.page.finish(self.store.load(project()))
    }
    /// Opens with what localStorage holds, where that is all.
    pub(crate) fn load_near(&self) -> Option<Loaded> {
        self.page.finish(self.store.load_near(project()))
    }
    /// Writes one change as an own edit and lets it come to rest.
    pub(crate) fn edit(&self, number: u64) {
        self.store.append(project(), "own", &[change(number)]);
        self.page.run();
    }
    pub(crate) fn is_saved(&self) -> bool {
        matches!(self.store.save_state(), SaveState::Saved { .. })
    }
}

/// A shelf whose answers to `read` wait until the gate is opened.
pub(crate) struct Slow {
    pub(crate) shelf: MemoryShelf,
    pub(crate) gate: Rc<Cell<bool>>,
}

impl Shelf for Slow {
    fn put(&self, entries: Vec<Entry>) -> ShelfFuture<()> {
        self.shelf.put(entries)
    }
    fn read(&self, prefix: &str) -> ShelfFuture<Vec<Entry>> {
        let (mut answer, gate) = (self.shelf.read(prefix), self.gate.clone());
        Box::pin(poll_fn(move |context| {
            if gate.get() {
                answer.as_mut().poll(context)
            } else {
                Poll::Pending
            }
        }))
    }
    fn count(&self, prefix: &str) -> ShelfFuture<usize> {
        self.shelf.count(prefix)
    }
    fn get(&self, key: &str) -> ShelfFuture<Option<String>> {
        self.shelf.get(key)
    }
    fn sizes(&self) -> ShelfFuture<Vec<(String, usize)>> {
        self.shelf.sizes()
    }
    fn folders(&self, prefix: &str) -> ShelfFuture<Vec<String>> {
        self.shelf.folders(prefix)
    }
    fn copy(&self, from: &str, to: &str) -> ShelfFuture<()> {
        self.shelf.copy(from, to)
    }
    fn remove(&self, keys: Vec<String>) -> ShelfFuture<()> {
        self.shelf.remove(keys)
    }
    fn remove_under(&self, prefix: &str) -> ShelfFuture<()> {
        self.shelf.remove_under(prefix)
    }
}

pub(crate) fn project() -> ProjectId {
    "0123456789".parse().expect("a project id")
}

/// A change whose value is a token of its own.
pub(crate) fn change(number: u64) -> Change {
    let json = format!(
        r#"{{"cells":{{"title":["记号 {number}"]}},"id":"ABCDEFGHJK-{number}","lamport":{number},"record":"task/a","time":0}}"#
    );
    Change::parse(&json).expect("a change")
}

pub(crate) fn changes(numbers: std::ops::RangeInclusive<u64>) -> Vec<Change> {
    numbers.map(change).collect()
}

/// The sequence numbers of what was loaded of a batch.
pub(crate) fn numbers(loaded: &Loaded, batch: &str) -> BTreeSet<u64> {
    loaded
        .batches
        .iter()
        .filter(|(name, _)| name == batch)
        .flat_map(|(_, changes)| changes)
        .map(|change| change.id.seq)
        .collect()
}
