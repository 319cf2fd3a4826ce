//! What happened to a record, act by act, newest first: to its fields, in suggestions for them, and in remarks on it.
//! Only as much is told as is shown, however much was written.

use super::doing::Doing;
use super::gathered::{gathered, signer};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::sort_by;
use crate::model::{Change, Replica};
use crate::templates::{charter, comment, confirmation, proposal};
use std::collections::{BTreeMap, HashSet};

/// The latest of it, at most so many lines, and how many acts before these there are.
pub fn history(log: &Log, record: &RecordId, most: usize) -> (Vec<Doing>, usize) {
    let mut records = vec![record.clone()];
    let mut kinds = vec![proposal::PROPOSAL.kind, comment::COMMENT.kind];
    if *record == charter::record() {
        kinds.push(confirmation::CONFIRMATION.kind);
    }
    records.extend(kinds.iter().flat_map(|kind| log.rows_under(record, kind)));
    let mut acts: BTreeMap<(u64, Replica), Vec<&Change>> = BTreeMap::new();
    let mut firsts: BTreeMap<&RecordId, &Change> = BTreeMap::new();
    // By where each lies: one act may write thousands of cells, and each of them has all of its line.
    let mut met: HashSet<*const Change> = HashSet::new();
    for of in &records {
        for write in log.keys(of).flat_map(|key| log.history(of, key)) {
            let change = write.change;
            if met.insert(std::ptr::from_ref(change)) {
                let act = (change.lamport, change.id.replica);
                acts.entry(act).or_default().push(change);
                let first = firsts.entry(of).or_insert(change);
                if change.order(first).is_lt() {
                    *first = change;
                }
            }
        }
    }
    let mut acts: Vec<Vec<&Change>> = acts.into_values().collect();
    sort_by(&mut acts, |a, b| b[0].order(a[0]));
    let mut told: Vec<Doing> = Vec::new();
    let mut left = acts.len();
    for act in &acts {
        if told.len() >= most {
            break;
        }
        let is_new = |record: &RecordId| {
            let first = firsts.get(record);
            first.is_some_and(|first| act.iter().any(|change| std::ptr::eq(*change, *first)))
        };
        let signed = act.iter().map(|change| (signer(log, change), *change));
        told.extend(gathered(log, signed.collect(), &is_new));
        left -= 1;
    }
    (told, left)
}
