//! Parts of what is told of a project on a day, kept while they hold: an edit makes those anew that it can change.

use crate::model::log::{KeptBy, Log};
use std::hash::Hash;

/// The parts of one sort, each with when it was found.
struct KeptParts<K, W, T>(KeptBy<K, (W, T)>);

impl<K, W, T> Default for KeptParts<K, W, T> {
    fn default() -> Self {
        Self(KeptBy::default())
    }
}

/// A part by what it is of, as it is `when` it is asked for. What `find` reads of the log it reads when it is called:
/// what was read before, and may change, belongs to the key.
pub(super) fn kept<K, W, T>(log: &Log, of: K, when: W, find: impl FnOnce() -> T) -> T
where
    K: Clone + Eq + Hash + 'static,
    W: Clone + PartialEq + 'static,
    T: Clone + 'static,
{
    let parts = log.beside::<KeptParts<K, W, T>>();
    let is_timely = |(at, _): &(W, T)| *at == when;
    let find = || (when.clone(), find());
    parts.0.get_while(log, &of, is_timely, find).1
}
