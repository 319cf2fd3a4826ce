//! Parts of what is told of a project on a day, kept while they hold: an edit makes those anew that it can change.

use crate::model::id::RecordId;
use crate::model::log::{KeptBy, Log};
use crate::model::template::Form;
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

/// The rows of a kind of which something holds; asked again of those for which it may have changed. `holds` knows no
/// more than `of` and `when` say, and what it reads of the log when it is called.
pub(in crate::analysis) fn kept_rows<K, W>(
    log: &Log,
    kind: &str,
    of: K,
    when: W,
    holds: impl Fn(&Form<'_>) -> bool + 'static,
) -> Vec<RecordId>
where
    K: Eq + Hash + 'static,
    W: PartialEq + 'static,
{
    let find = move |log: &Log, record: &RecordId| {
        holds(&Form::new(log, record.clone())).then(|| record.clone())
    };
    let all = log.each_row(kind, of, when, find);
    all.iter().map(|record| (**record).clone()).collect()
}
