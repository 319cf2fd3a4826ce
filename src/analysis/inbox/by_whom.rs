//! Rows by whom they concern: one pass over the rows of a kind answers for everybody, so that many people with many
//! rows cost what people and rows do, and not the one times the other.

use super::kept_part::kept;
use crate::analysis::people::who::People;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::Form;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Whom a row concerns, and what was found of it.
type Concerned<T> = (Vec<RecordId>, T);

/// What was found of some rows, each with its place among all.
type Numbered<T> = Vec<(usize, Rc<Concerned<T>>)>;

/// What was found of the rows of a kind, by whom it concerns.
pub(super) struct ByWhom<T>(BTreeMap<RecordId, Numbered<T>>);

impl<T: Clone> ByWhom<T> {
    fn of_rows(rows: &[Rc<Concerned<T>>]) -> Self {
        let mut all: BTreeMap<RecordId, Numbered<T>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            for one in &row.0 {
                let own = all.entry(one.clone()).or_default();
                // Some concern one twice: as the owner, and as who stands in.
                if own.last().is_none_or(|(last, _)| *last != at) {
                    own.push((at, Rc::clone(row)));
                }
            }
        }
        Self(all)
    }

    /// What concerns a person, in the order of the rows. Rows name people as they are shown.
    pub(super) fn of_person(&self, log: &Log, person: &RecordId) -> Vec<T> {
        let person = log.derived::<People>().person(person);
        self.of([&person])
    }

    /// What concerns any of these, each row once, in the order of the rows.
    pub(super) fn of<'a>(&self, whom: impl IntoIterator<Item = &'a RecordId>) -> Vec<T> {
        let own = whom.into_iter().filter_map(|one| self.0.get(one));
        let found = own.flatten().map(|(at, row)| (*at, row.1.clone()));
        let found: BTreeMap<usize, T> = gather(found);
        found.into_values().collect()
    }
}

/// What is found of the rows of a kind, by whom it concerns: found once for everybody, and again only of those rows of
/// which it may have changed. `find` knows no more than `when` says, and what it reads of the log when it is called.
pub(super) fn by_whom<W, T>(
    log: &Log,
    kind: &'static str,
    question: &'static str,
    when: W,
    find: impl Fn(&Form<'_>) -> Option<Concerned<T>> + 'static,
) -> Rc<ByWhom<T>>
where
    W: Clone + PartialEq + 'static,
    T: Clone + PartialEq + 'static,
{
    let group = || {
        let in_row = move |log: &Log, record: &RecordId| find(&Form::new(log, record.clone()));
        let rows = log.each_row(kind, ("by whom", question), when.clone(), in_row);
        Rc::new(ByWhom::of_rows(&rows))
    };
    kept(log, (kind, question), when.clone(), group)
}
