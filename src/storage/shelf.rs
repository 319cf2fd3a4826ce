//! The shelf: one of the two homes behind one trait. Texts under keys; it knows nothing of what they mean.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// A key and its text.
pub type Entry = (String, String);

/// What a shelf will have done. The work starts with the call; waiting only tells how it ended.
pub type ShelfFuture<T> = Pin<Box<dyn Future<Output = Result<T, ShelfError>>>>;

/// What a shelf hands out for an entry that holds something else than a text. It is damaged, and stays as it is.
pub(super) const NO_TEXT: &str = "\u{0}";

/// Which shelf of IndexedDB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// A row per change.
    Rows,
    /// Switches, notes and marks.
    Facts,
}

/// Why a shelf did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// No room is left; what was there is untouched.
    #[error("the shelf is full")]
    Full,
    /// The browser has no such shelf or refuses it.
    #[error("the shelf is not to be had: {0}")]
    Refused(String),
    /// Asked to answer at once, it did not.
    #[error("the shelf has not answered yet")]
    Late,
}

/// One home. Writing one entry happens whole or not at all.
pub trait Shelf {
    /// Writes entries; done once they are as safe as this home can make them.
    fn put(&self, entries: Vec<Entry>) -> ShelfFuture<()>;

    /// The entries whose keys begin with the prefix, by key.
    fn read(&self, prefix: &str) -> ShelfFuture<Vec<Entry>>;

    /// How many keys begin with the prefix.
    fn count(&self, prefix: &str) -> ShelfFuture<usize>;

    /// The text under that key.
    fn get(&self, key: &str) -> ShelfFuture<Option<String>>;

    /// Every key with its size, key and text together, in UTF-16 units.
    fn sizes(&self) -> ShelfFuture<Vec<(String, usize)>>;

    /// What stands between the prefix and the next slash, of all keys, without repeats.
    fn folders(&self, prefix: &str) -> ShelfFuture<Vec<String>>;

    /// Writes the same bytes under another key as well, also such as are no text.
    fn copy(&self, from: &str, to: &str) -> ShelfFuture<()>;

    /// Removes keys; those that are not there are no error.
    fn remove(&self, keys: Vec<String>) -> ShelfFuture<()>;

    /// Removes every key that begins with the prefix.
    fn remove_under(&self, prefix: &str) -> ShelfFuture<()>;
}

/// An answer that is there already.
pub(super) fn ready<T: 'static>(result: Result<T, ShelfError>) -> ShelfFuture<T> {
    Box::pin(std::future::ready(result))
}

/// The answer of a shelf that answers at once, as localStorage does.
pub(super) fn now<T>(mut answer: ShelfFuture<T>) -> Result<T, ShelfError> {
    match answer
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(result) => result,
        Poll::Pending => Err(ShelfError::Late),
    }
}
