//! What deserves a second look: lamports that jump, second contents of an id, two authors of one replica, gaps.

use super::Items;
use super::union::{NewChange, Union};
use crate::exchange::content::FileContent;
use crate::exchange::limits::{LAMPORT_CLIMB, LAMPORT_END, LAMPORT_JUMP};
use crate::model::log::Missing;
use crate::model::{Change, ChangeId, Log, RecordId, Replica, sort};
use std::collections::{BTreeMap, BTreeSet};

/// Why something is left out unless a person takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspicion {
    /// Its lamport stands more than 2^32 above all others here and in the files, or higher than any project comes
    /// ([`LAMPORT_CLIMB`], [`LAMPORT_END`]).
    LamportJump,
    /// The file's `sum` is wrong, and this id has another content here or in another file.
    SecondContent,
}

/// An id with more than one content: forged or cloned. All are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice {
    pub id: ChangeId,
    /// Who claims to have written the contents, where they say.
    pub authors: BTreeSet<String>,
    /// The records they touch.
    pub records: BTreeSet<RecordId>,
    /// The items among them.
    pub items: Vec<usize>,
}

/// A replica, which belongs to one page and one person, that claims several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeveralAuthors {
    pub replica: Replica,
    pub authors: BTreeSet<String>,
}

/// Items left out by default.
pub(super) fn left_out(
    log: &Log,
    union: &Union,
    files: &[(String, FileContent)],
) -> BTreeMap<usize, Suspicion> {
    let mut out = BTreeMap::new();
    // A first arrival is measured from nothing: its own lamports say nothing for themselves.
    let here = log.in_force().map(|change| change.lamport).max();
    let mut top = here.unwrap_or_default();
    let most = top.saturating_add(LAMPORT_CLIMB).min(LAMPORT_END);
    for (at, item) in union.items.iter().enumerate() {
        // Items are sorted by lamport: once one jumps, all that follow stand above it.
        let lamport = item.change.lamport;
        if lamport > top.saturating_add(LAMPORT_JUMP) || lamport > most {
            out.insert(at, Suspicion::LamportJump);
        } else {
            top = top.max(lamport);
        }
    }
    let is_damaged: Vec<bool> = files
        .iter()
        .map(|(_, content)| content.is_damaged())
        .collect();
    let only_damaged = |item: &NewChange| item.files.iter().all(|(file, _)| is_damaged[*file]);
    let mut seen: BTreeMap<ChangeId, usize> = BTreeMap::new();
    let sound_first = union
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| !only_damaged(item));
    seen.extend(sound_first.map(|(at, item)| (item.change.id, at)));
    for (at, item) in union
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| only_damaged(item))
    {
        let is_here = log.of_id(item.change.id).any(|slot| log.is_in_force(slot));
        if is_here || seen.insert(item.change.id, at).is_some() {
            out.entry(at).or_insert(Suspicion::SecondContent);
        }
    }
    out
}

/// Ids of items that have another content here or among the items.
pub(super) fn twice(log: &Log, items: &[NewChange]) -> Vec<Twice> {
    let mut of_id: BTreeMap<ChangeId, Vec<usize>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        of_id.entry(item.change.id).or_default().push(at);
    }
    let mut out = Vec::new();
    for (id, items_of_id) in of_id {
        let here = log
            .of_id(id)
            .filter(|slot| log.is_in_force(*slot))
            .map(|slot| log.change(slot));
        let contents: Vec<&Change> = items_of_id
            .iter()
            .map(|at| &items[*at].change)
            .chain(here)
            .collect();
        if contents.len() > 1 {
            let authors = sort::gather(
                contents
                    .iter()
                    .filter_map(|change| change.author.as_deref().map(str::to_owned)),
            );
            let records = sort::gather(contents.iter().map(|change| change.record.clone()));
            out.push(Twice {
                id,
                authors,
                records,
                items: items_of_id,
            });
        }
    }
    out
}

/// Replicas of items with more than one author, here and among the items.
pub(super) fn several_authors(log: &Log, items: &[NewChange]) -> Vec<SeveralAuthors> {
    let mut authors: BTreeMap<Replica, BTreeSet<&str>> = BTreeMap::new();
    for item in items {
        authors
            .entry(item.change.id.replica)
            .or_default()
            .extend(item.change.author.as_deref());
    }
    for change in log.in_force() {
        if let Some(known) = authors.get_mut(&change.id.replica) {
            known.extend(change.author.as_deref());
        }
    }
    let several = authors.into_iter().filter(|(_, authors)| authors.len() > 1);
    several
        .map(|(replica, authors)| SeveralAuthors {
            replica,
            authors: sort::gather(authors.into_iter().map(str::to_owned)),
        })
        .collect()
}

/// What is named and not here after taking; in a whole copy also the gaps below a known number.
pub(super) fn missing(
    log: Option<&Log>,
    items: &[NewChange],
    left: &Items,
    is_whole: bool,
) -> Vec<Missing> {
    let stored = || {
        let incoming = items.iter().map(|item| &item.change);
        log.into_iter().flat_map(Log::stored).chain(incoming)
    };
    let taken = items.iter().enumerate();
    let taken = taken.filter(|(at, _)| !left.contains(at));
    let in_force = log.into_iter().flat_map(Log::in_force);
    let in_force = in_force.chain(taken.map(|(_, item)| &item.change));
    let mut ids: Vec<ChangeId> = stored().map(|change| change.id).collect();
    sort::sort(&mut ids);
    ids.dedup();
    let mut lacking: BTreeMap<Replica, BTreeSet<u64>> = BTreeMap::new();
    for name in in_force.flat_map(Change::names) {
        if ids.binary_search(&name).is_err() {
            lacking.entry(name.replica).or_default().insert(name.seq);
        }
    }
    let mut authors: BTreeMap<Replica, &str> = BTreeMap::new();
    authors
        .extend(stored().filter_map(|change| Some((change.id.replica, change.author.as_deref()?))));
    let runs = if is_whole {
        gaps(&ids, &lacking)
    } else {
        runs(&lacking)
    };
    let missing = runs.into_iter().map(|(replica, from, to)| Missing {
        replica,
        from,
        to,
        author: authors.get(&replica).map(|author| (*author).to_owned()),
    });
    missing.collect()
}

/// A replica, and its numbers from the first to the last of them.
type Run = (Replica, u64, u64);

/// Numbers that follow each other, as one.
fn runs(lacking: &BTreeMap<Replica, BTreeSet<u64>>) -> Vec<Run> {
    let mut out = Vec::new();
    for (replica, seqs) in lacking {
        let seqs: Vec<u64> = seqs.iter().copied().collect();
        let parts = seqs.chunk_by(|a, b| a + 1 == *b);
        out.extend(parts.map(|part| (*replica, part[0], part[part.len() - 1])));
    }
    out
}

/// Whatever lies between the sorted ids of a replica, and up to the last one that is named.
fn gaps(ids: &[ChangeId], lacking: &BTreeMap<Replica, BTreeSet<u64>>) -> Vec<Run> {
    let mut replicas: BTreeSet<Replica> = sort::gather(ids.iter().map(|id| id.replica));
    replicas.extend(lacking.keys());
    let mut out = Vec::new();
    for replica in replicas {
        let from = ids.partition_point(|id| id.replica < replica);
        let mut next = 1;
        for id in ids[from..].iter().take_while(|id| id.replica == replica) {
            if id.seq > next {
                out.push((replica, next, id.seq - 1));
            }
            next = id.seq + 1;
        }
        let last = lacking.get(&replica).and_then(BTreeSet::last);
        out.extend(
            last.filter(|last| **last >= next)
                .map(|last| (replica, next, *last)),
        );
    }
    out
}
