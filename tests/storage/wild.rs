//! A home that fails in every way a home can, whenever it is told to.

use hepai::storage::{Entry, Shelf, ShelfError, ShelfFuture};
use std::cell::Cell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

/// How a home fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It does not fail.
    Fine,
    /// Every call is refused.
    Refuse,
    /// It was made by another version of the app: every call is refused.
    Version,
    /// The connection is closed: the next call is refused, the one after it works.
    Close,
    /// Writing is refused, reading is not.
    WriteOnly,
    /// Reading is refused, writing is not.
    ReadOnly,
    /// Nothing is answered.
    Slow,
    /// There is no room for anything more.
    Full,
    /// One entry is damaged.
    Unreadable,
    /// One entry that may lie nowhere else is damaged.
    Lost,
    /// One entry is no text any more.
    NoText,
    /// Everything in it is cleared away.
    Cleared,
    /// Another tab writes.
    OtherTab,
    /// What another tab wrote is heard late.
    Deaf,
}

pub(crate) const KINDS: [Kind; 14] = [
    Kind::Fine,
    Kind::Refuse,
    Kind::Version,
    Kind::Close,
    Kind::WriteOnly,
    Kind::ReadOnly,
    Kind::Slow,
    Kind::Full,
    Kind::Unreadable,
    Kind::Lost,
    Kind::NoText,
    Kind::Cleared,
    Kind::OtherTab,
    Kind::Deaf,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    Open,
    Middle,
    Saving,
}

/// What localStorage holds of what IndexedDB has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Near {
    All,
    Part,
    /// The browser does not give it: nothing.
    Blocked,
}

/// A shelf that fails as it is told.
#[derive(Clone)]
pub(crate) struct Wild {
    pub(crate) shelf: hepai::storage::MemoryShelf,
    pub(crate) kind: Rc<Cell<Kind>>,
}

impl Wild {
    fn call<T: 'static>(
        &self,
        writes: bool,
        work: impl FnOnce(&Self) -> ShelfFuture<T>,
    ) -> ShelfFuture<T> {
        let refuse = |name: &str| -> ShelfFuture<T> {
            let error = ShelfError::Refused(name.to_owned());
            Box::pin(std::future::ready(Err(error)))
        };
        match self.kind.get() {
            Kind::Refuse => refuse("UnknownError"),
            Kind::Version => refuse("VersionError"),
            Kind::Close => {
                self.kind.set(Kind::Fine);
                refuse("InvalidStateError")
            }
            Kind::WriteOnly if writes => refuse("ReadOnlyError"),
            Kind::ReadOnly if !writes => refuse("DataError"),
            Kind::Full if writes => Box::pin(std::future::ready(Err(ShelfError::Full))),
            _ => {
                let mut answer = work(self);
                let kind = self.kind.clone();
                Box::pin(poll_fn(move |context| match kind.get() {
                    Kind::Slow => Poll::Pending,
                    _ => answer.as_mut().poll(context),
                }))
            }
        }
    }
}

impl Shelf for Wild {
    fn put(&self, entries: Vec<Entry>) -> ShelfFuture<()> {
        self.call(true, |wild| wild.shelf.put(entries))
    }
    fn read(&self, prefix: &str) -> ShelfFuture<Vec<Entry>> {
        self.call(false, |wild| wild.shelf.read(prefix))
    }
    fn count(&self, prefix: &str) -> ShelfFuture<usize> {
        self.call(false, |wild| wild.shelf.count(prefix))
    }
    fn get(&self, key: &str) -> ShelfFuture<Option<String>> {
        self.call(false, |wild| wild.shelf.get(key))
    }
    fn sizes(&self) -> ShelfFuture<Vec<(String, usize)>> {
        self.call(false, |wild| wild.shelf.sizes())
    }
    fn folders(&self, prefix: &str) -> ShelfFuture<Vec<String>> {
        self.call(false, |wild| wild.shelf.folders(prefix))
    }
    fn copy(&self, from: &str, to: &str) -> ShelfFuture<()> {
        self.call(true, |wild| wild.shelf.copy(from, to))
    }
    fn remove(&self, keys: Vec<String>) -> ShelfFuture<()> {
        self.call(true, |wild| wild.shelf.remove(keys))
    }
    fn remove_under(&self, prefix: &str) -> ShelfFuture<()> {
        self.call(true, |wild| wild.shelf.remove_under(prefix))
    }
}
