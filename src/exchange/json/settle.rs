//! Brings the changes of a file to the one order, each once, and tells which lines look altered.

use super::read::Read;
use super::sum::LineSum;
use super::versions;
use crate::exchange::content::FileChange;
use crate::exchange::limits::FIELDS;
use crate::model::{Change, FieldKey, Log, RecordId, sort};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Suspicious lines listed at most.
const LINES: usize = 20;

/// The changes of a file as a set.
pub(super) struct Settled {
    /// In the one order, each once.
    pub(super) entries: Vec<FileChange>,
    /// `sum.changes` as it should be.
    pub(super) sum: String,
    /// Lines out of order, repeated, not canonical, or with another content than is known of their id.
    pub(super) suspicious: Vec<usize>,
}

/// Sorts, removes repeats, lifts older versions, finds the lines, sums up.
pub(super) fn settle(
    mut changes: Vec<Read>,
    text: &str,
    known: Option<&Log>,
    version: u64,
) -> Settled {
    find_lines(&mut changes, text);
    let suspicious = suspicious(&changes, known);
    let mut entries: Vec<FileChange> = changes.into_iter().map(|read| read.entry).collect();
    sort(&mut entries, known);
    let mut sum = LineSum::new();
    for entry in &entries {
        sum.extend(entry.change(known));
    }
    for entry in &mut entries {
        settle_one(entry, known, version);
    }
    if version < versions::VERSION {
        sort(&mut entries, known);
    }
    Settled {
        entries,
        sum: sum.text(),
        suspicious,
    }
}

fn sort(entries: &mut Vec<FileChange>, known: Option<&Log>) {
    let order = |a: &FileChange, b: &FileChange| match (a.change(known), b.change(known)) {
        (Some(a), Some(b)) => a.order(b),
        _ => Ordering::Equal,
    };
    if !entries
        .windows(2)
        .all(|pair| order(&pair[0], &pair[1]) == Ordering::Less)
    {
        sort::sort_by(entries, order);
        entries.dedup_by(|a, b| order(a, b) == Ordering::Equal);
    }
}

impl LineSum {
    fn extend(&mut self, change: Option<&Change>) {
        if let Some(change) = change {
            self.add(change);
        }
    }
}

/// A change that stood in another form may be known all the same.
fn settle_one(entry: &mut FileChange, known: Option<&Log>, version: u64) {
    let FileChange::Fresh(change, line) = entry else {
        return;
    };
    if version < versions::VERSION {
        *entry = FileChange::Fresh(Box::new(versions::lift((**change).clone(), version)), *line);
        return settle_one(entry, known, versions::VERSION);
    }
    if let Some(slot) = known.and_then(|log| log.find(change.line())) {
        *entry = FileChange::Known(slot);
    }
}

fn find_lines(changes: &mut [Read], text: &str) {
    let (mut line, mut counted) = (1, 0);
    for read in changes {
        if let FileChange::Fresh(_, number) = &mut read.entry {
            line += text[counted..read.at].matches('\n').count();
            counted = read.at;
            *number = line;
        }
    }
}

fn suspicious(changes: &[Read], known: Option<&Log>) -> Vec<usize> {
    let altered = changes.iter().filter(|read| !read.is_canonical).count();
    let is_reformatted = altered * 2 > changes.len();
    let mut lines = Vec::new();
    let mut before: Option<&Change> = None;
    for read in changes {
        let change = read.entry.change(known);
        if let (Some(change), FileChange::Fresh(_, line)) = (change, &read.entry) {
            let is_moved = before.is_some_and(|before| before.order(change) != Ordering::Less);
            let is_second = known
                .is_some_and(|log| log.of_id(change.id).any(|slot| log.change(slot) != change));
            if (is_moved || is_second || !(read.is_canonical || is_reformatted))
                && lines.len() < LINES
            {
                lines.push(*line);
            }
        }
        before = change;
    }
    lines
}

/// The highest number of fields the file writes into one record, where it is beyond the limit.
pub(super) fn too_many_fields(entries: &[FileChange]) -> Option<usize> {
    let mut written: HashMap<&RecordId, usize> = HashMap::new();
    let changes = || entries.iter().filter_map(fresh);
    for change in changes() {
        *written.entry(&change.record).or_default() += change.cells.len();
    }
    let mut fields: BTreeMap<&RecordId, BTreeSet<&FieldKey>> = BTreeMap::new();
    for change in changes().filter(|change| written[&change.record] > FIELDS) {
        fields
            .entry(&change.record)
            .or_default()
            .extend(change.cells.iter().map(|cell| &cell.key));
    }
    fields
        .values()
        .map(BTreeSet::len)
        .find(|count| *count > FIELDS)
}

fn fresh(entry: &FileChange) -> Option<&Change> {
    if let FileChange::Fresh(change, _) = entry {
        Some(change)
    } else {
        None
    }
}
