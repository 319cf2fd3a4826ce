//! One verdict per file: what it brings that no other file brings, or why it brings nothing.

use super::people::{Signer, who};
use super::state_after::After;
use super::union::Union;
use crate::exchange::content::{FileContent, Warning};
use crate::exchange::envelope::Envelope;
use crate::exchange::json::Scope;
use crate::model::log::ConflictPlace;
use crate::model::{Log, Replica, sort};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What there is to say about a file at one glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It brings something.
    New,
    /// What it brings stands in other files of this import, by number; nothing in it needs a look of its own.
    ContainedIn(Vec<usize>),
    /// Everything in it is here, and more is here than in it.
    Earlier,
    /// Everything in it is here.
    Contained,
}

/// One file of an import.
#[derive(Debug, Clone)]
pub struct FilePreview {
    pub name: String,
    /// Sender, time and request, as it says.
    pub envelope: Envelope,
    /// Which part of the project it is.
    pub scope: Scope,
    pub verdict: Verdict,
    /// New changes counted for this file: each for the latest file that holds it.
    pub new: usize,
    /// These, by number.
    pub counted: Vec<usize>,
    /// Its changes that are in force here.
    pub known: usize,
    /// Changes in force here that it does not hold. In a whole file: what its writer had not got.
    pub lacks: usize,
    /// The clock time of the latest change that it shares with this copy, milliseconds since 1970: the state it was
    /// made from.
    pub made_from: Option<i64>,
    /// Whose new changes come through it, and how many.
    pub authors: Vec<(Signer, usize)>,
    /// Differences it opens.
    pub opened: Vec<ConflictPlace>,
    /// All items it holds.
    pub items: Vec<usize>,
    /// What there is to tell about it.
    pub warnings: Vec<Warning>,
    /// What its sender has: per replica the highest number below which it lacks nothing that is here.
    pub heads: BTreeMap<Replica, u64>,
}

pub(super) fn files(
    log: &Log,
    union: &Union,
    after: &After,
    files: Vec<(String, FileContent)>,
) -> Vec<FilePreview> {
    let mut items_of: Vec<Vec<usize>> = vec![Vec::new(); files.len()];
    for (at, item) in union.items.iter().enumerate() {
        for (file, _) in &item.files {
            if items_of[*file].last() != Some(&at) {
                items_of[*file].push(at);
            }
        }
    }
    let counted_for = count(&files, &items_of, union.items.len());
    let mut out = Vec::with_capacity(files.len());
    for (number, (name, content)) in files.into_iter().enumerate() {
        let items = std::mem::take(&mut items_of[number]);
        let in_files = items.iter().map(|at| counted_for[*at]);
        let mut counted = items.clone();
        counted.retain(|at| counted_for[*at] == number);
        let new = counted.len();
        let (known, last) = union.known_of[number];
        let lacks = log.len().saturating_sub(known);
        out.push(FilePreview {
            name,
            heads: heads(log, &content, lacks > 0),
            verdict: verdict(new, in_files, lacks),
            envelope: content.envelope,
            scope: content.scope,
            new,
            counted,
            known,
            lacks,
            made_from: last.map(|slot| log.change(slot).time),
            authors: authors(log, union, after, &items),
            opened: opened_by(union, after, &items),
            items,
            warnings: content.warnings,
        });
    }
    out
}

/// What a file is good for: so many items are new by it, its items are counted for these files, so many are here that
/// it lacks.
fn verdict(new: usize, counted_for: impl Iterator<Item = usize>, lacks: usize) -> Verdict {
    if new > 0 {
        return Verdict::New;
    }
    let mut others: Vec<usize> = counted_for.collect();
    sort::sort(&mut others);
    others.dedup();
    match others.is_empty() {
        false => Verdict::ContainedIn(others),
        true if lacks > 0 => Verdict::Earlier,
        true => Verdict::Contained,
    }
}

/// Who wrote items, and how many each.
fn authors(log: &Log, union: &Union, after: &After, items: &[usize]) -> Vec<(Signer, usize)> {
    let mut authors: BTreeMap<Signer, usize> = BTreeMap::new();
    for item in items.iter().map(|at| &union.items[*at]) {
        let who = who(log, after, &item.change, item.is_outside);
        *authors.entry(who).or_default() += 1;
    }
    authors.into_iter().collect()
}

/// Per replica the highest number up to which a file holds whatever is known here of that replica. Changes of a replica
/// mostly follow each other.
fn heads(log: &Log, content: &FileContent, is_part: bool) -> BTreeMap<Replica, u64> {
    let mut heads: BTreeMap<Replica, u64> = BTreeMap::new();
    let mut held: HashSet<&str> = HashSet::new();
    for change in content.changes(Some(log)) {
        let top = heads.entry(change.id.replica).or_default();
        *top = (*top).max(change.id.seq);
        if is_part {
            held.insert(change.line());
        }
    }
    if is_part {
        for change in log.in_force() {
            if let Some(top) = heads.get_mut(&change.id.replica)
                && change.id.seq <= *top
                && !held.contains(change.line())
            {
                *top = change.id.seq - 1;
            }
        }
        heads.retain(|_, top| *top > 0);
    }
    heads
}

/// The differences that taking opens in cells which those items write.
fn opened_by(union: &Union, after: &After, items: &[usize]) -> Vec<ConflictPlace> {
    if after.opened.is_empty() {
        return Vec::new();
    }
    let mut places: BTreeSet<ConflictPlace> = BTreeSet::new();
    for change in items.iter().map(|at| &union.items[*at].change) {
        let written = change.cells.iter().map(|cell| ConflictPlace {
            record: change.record.clone(),
            key: cell.key.clone(),
        });
        places.extend(written.filter(|place| after.opened.binary_search(place).is_ok()));
    }
    places.into_iter().collect()
}

/// Per item the file it is counted for: the latest one; of equally late ones the fuller, then the first given.
fn count(files: &[(String, FileContent)], items_of: &[Vec<usize>], items: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..files.len()).collect();
    let lateness = |file: &usize| (files[*file].1.envelope.at, items_of[*file].len());
    sort::sort_by(&mut order, |a, b| lateness(b).cmp(&lateness(a)));
    let mut counted_for = vec![usize::MAX; items];
    for file in order {
        for at in &items_of[file] {
            if counted_for[*at] == usize::MAX {
                counted_for[*at] = file;
            }
        }
    }
    counted_for
}
