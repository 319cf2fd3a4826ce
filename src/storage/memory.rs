//! Shelves that are no disk: one in memory, for browsers that store nothing and for tests, which can make it fail;
//! and one that is not there.

use super::shelf::{Entry, Shelf, ShelfError, ShelfFuture, ready};
use super::space::units;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How shelves in memory are made to fail. Shared by clones, so that several shelves die together.
#[derive(Clone, Default)]
pub struct Faults {
    inner: Rc<FaultsInner>,
}

#[derive(Default)]
struct FaultsInner {
    calls: Cell<u64>,
    dies_at: Cell<Option<u64>>,
    is_done_at_death: Cell<bool>,
    is_refusing: Cell<bool>,
    is_refusing_reading: Cell<bool>,
    trace: RefCell<Vec<String>>,
}

impl Faults {
    /// Dies at the `n`-th writing call, counted from 1: nothing happens from there on. `is_done` = that call still
    /// has its effect, but nobody learns of it.
    pub fn die_at(&self, n: u64, is_done: bool) {
        self.inner.dies_at.set(Some(n));
        self.inner.is_done_at_death.set(is_done);
    }
    /// Refuses to write until told otherwise.
    pub fn refuse(&self, is_refusing: bool) {
        self.inner.is_refusing.set(is_refusing);
    }
    /// Refuses to read until told otherwise.
    pub fn refuse_reading(&self, is_refusing: bool) {
        self.inner.is_refusing_reading.set(is_refusing);
    }
    /// How many writing calls there were.
    pub fn calls(&self) -> u64 {
        self.inner.calls.get()
    }
    /// Every call so far: shelf, verb, first key or prefix.
    pub fn trace(&self) -> Vec<String> {
        self.inner.trace.borrow().clone()
    }
    fn is_dead(&self) -> bool {
        self.inner.dies_at.get().is_some_and(|n| self.calls() >= n)
    }
    fn note(&self, name: &str, verb: &str, what: &str) {
        self.inner
            .trace
            .borrow_mut()
            .push(format!("{name} {verb} {what}"));
    }
    /// Counts a writing call. `Ok` = go on and report what `Ok` holds.
    fn write(&self) -> Result<Result<(), ShelfError>, ShelfError> {
        let dead = || ShelfError::Refused("dead".to_owned());
        if self.is_dead() {
            return Err(dead());
        }
        self.inner.calls.set(self.calls() + 1);
        match (self.is_dead(), self.inner.is_done_at_death.get()) {
            (true, true) => Ok(Err(dead())),
            (true, false) => Err(dead()),
            (false, _) if self.inner.is_refusing.get() => {
                Err(ShelfError::Refused("refusing".to_owned()))
            }
            (false, _) => Ok(Ok(())),
        }
    }
}

/// A shelf in memory. Clones share their content.
#[derive(Clone, Default)]
pub struct MemoryShelf {
    name: &'static str,
    content: Rc<RefCell<BTreeMap<String, String>>>,
    limit_units: Rc<Cell<Option<usize>>>,
    faults: Faults,
}

impl MemoryShelf {
    /// An empty shelf; the name is for the trace.
    pub fn new(name: &'static str, faults: &Faults) -> Self {
        Self {
            name,
            faults: faults.clone(),
            ..Self::default()
        }
    }
    /// Holds no more than so many UTF-16 units, keys included.
    pub fn limit(&self, limit_units: Option<usize>) {
        self.limit_units.set(limit_units);
    }
    /// What lies on it, for tests to look at and to damage.
    pub fn content(&self) -> std::cell::RefMut<'_, BTreeMap<String, String>> {
        self.content.borrow_mut()
    }
    /// The same content behind other faults: the next start of the browser.
    pub fn reopened(&self, faults: &Faults) -> Self {
        let limit_units = Rc::new(self.limit_units.as_ref().clone());
        Self {
            name: self.name,
            content: Rc::new(RefCell::new(self.content.borrow().clone())),
            limit_units,
            faults: faults.clone(),
        }
    }
    fn used_units(content: &BTreeMap<String, String>) -> usize {
        content
            .iter()
            .map(|(key, text)| units(key) + units(text))
            .sum()
    }
    /// Does the work, if there is room for the entries it brings.
    fn change(
        &self,
        verb: &str,
        what: &str,
        brings: &[(&str, &str)],
        work: impl FnOnce(&mut BTreeMap<String, String>),
    ) -> ShelfFuture<()> {
        self.faults.note(self.name, verb, what);
        let report = match self.faults.write() {
            Ok(report) => report,
            Err(error) => return ready(Err(error)),
        };
        let mut content = self.content.borrow_mut();
        if let Some(limit) = self.limit_units.get() {
            let more: usize = brings
                .iter()
                .map(|(key, text)| {
                    units(text)
                        + if content.contains_key(*key) {
                            0
                        } else {
                            units(key)
                        }
                })
                .sum();
            let less: usize = brings
                .iter()
                .filter_map(|(key, _)| content.get(*key))
                .map(|text| units(text))
                .sum();
            if more > less && Self::used_units(&content) + more - less > limit {
                return ready(Err(ShelfError::Full));
            }
        }
        work(&mut content);
        ready(report)
    }
    fn look<T: 'static>(
        &self,
        verb: &str,
        what: &str,
        work: impl FnOnce(&BTreeMap<String, String>) -> T,
    ) -> ShelfFuture<T> {
        self.faults.note(self.name, verb, what);
        ready(
            if self.faults.is_dead() || self.faults.inner.is_refusing_reading.get() {
                Err(ShelfError::Refused("dead".to_owned()))
            } else {
                Ok(work(&self.content.borrow()))
            },
        )
    }
}

fn under<'a>(
    content: &'a BTreeMap<String, String>,
    prefix: &'a str,
) -> impl Iterator<Item = (&'a String, &'a String)> {
    content
        .range(prefix.to_owned()..)
        .take_while(move |(key, _)| key.starts_with(prefix))
}

impl Shelf for MemoryShelf {
    fn put(&self, entries: Vec<Entry>) -> ShelfFuture<()> {
        let what = entries
            .first()
            .map(|(key, _)| key.clone())
            .unwrap_or_default();
        let brings = entries.clone();
        let brings: Vec<(&str, &str)> = brings
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str()))
            .collect();
        self.change("put", &what, &brings, |content| content.extend(entries))
    }
    fn read(&self, prefix: &str) -> ShelfFuture<Vec<Entry>> {
        self.look("read", prefix, |content| {
            under(content, prefix)
                .map(|(key, text)| (key.clone(), text.clone()))
                .collect()
        })
    }
    fn count(&self, prefix: &str) -> ShelfFuture<usize> {
        self.look("count", prefix, |content| under(content, prefix).count())
    }
    fn get(&self, key: &str) -> ShelfFuture<Option<String>> {
        self.look("get", key, |content| content.get(key).cloned())
    }
    fn sizes(&self) -> ShelfFuture<Vec<(String, usize)>> {
        self.look("sizes", "", |content| {
            content
                .iter()
                .map(|(key, text)| (key.clone(), units(key) + units(text)))
                .collect()
        })
    }
    fn folders(&self, prefix: &str) -> ShelfFuture<Vec<String>> {
        self.look("folders", prefix, |content| {
            let mut names: Vec<String> = under(content, prefix)
                .filter_map(|(key, _)| Some(key[prefix.len()..].split_once('/')?.0.to_owned()))
                .collect();
            names.dedup();
            names
        })
    }
    fn copy(&self, from: &str, to: &str) -> ShelfFuture<()> {
        let text = self.content.borrow().get(from).cloned().unwrap_or_default();
        self.change("copy", from, &[(to, &text.clone())], |content| {
            if content.contains_key(from) {
                content.insert(to.to_owned(), text);
            }
        })
    }
    fn remove(&self, keys: Vec<String>) -> ShelfFuture<()> {
        let what = keys.first().cloned().unwrap_or_default();
        self.change("remove", &what, &[], |content| {
            content.retain(|key, _| !keys.contains(key))
        })
    }
    fn remove_under(&self, prefix: &str) -> ShelfFuture<()> {
        self.change("remove_under", prefix, &[], |content| {
            content.retain(|key, _| !key.starts_with(prefix))
        })
    }
}

/// A shelf that is not there: it takes nothing, and what is to be removed is not in it.
pub struct NoShelf;

impl NoShelf {
    fn no<T: 'static>() -> ShelfFuture<T> {
        ready(Err(ShelfError::Refused("no such shelf".to_owned())))
    }
}

impl Shelf for NoShelf {
    fn put(&self, _: Vec<Entry>) -> ShelfFuture<()> {
        Self::no()
    }
    fn read(&self, _: &str) -> ShelfFuture<Vec<Entry>> {
        Self::no()
    }
    fn count(&self, _: &str) -> ShelfFuture<usize> {
        Self::no()
    }
    fn get(&self, _: &str) -> ShelfFuture<Option<String>> {
        Self::no()
    }
    fn sizes(&self) -> ShelfFuture<Vec<(String, usize)>> {
        Self::no()
    }
    fn folders(&self, _: &str) -> ShelfFuture<Vec<String>> {
        Self::no()
    }
    fn copy(&self, _: &str, _: &str) -> ShelfFuture<()> {
        Self::no()
    }
    fn remove(&self, _: Vec<String>) -> ShelfFuture<()> {
        ready(Ok(()))
    }
    fn remove_under(&self, _: &str) -> ShelfFuture<()> {
        ready(Ok(()))
    }
}
