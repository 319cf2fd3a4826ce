//! What is missing: changes that are named or must have been written, and are not stored here.

use super::Log;
use crate::model::change::Change;
use crate::model::id::Replica;
use crate::model::sort::gather;
use std::collections::{BTreeMap, BTreeSet};

/// A run of missing changes of one replica. Never an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Who wrote them.
    pub replica: Replica,
    /// The first missing number.
    pub from: u64,
    /// The last missing number.
    pub to: u64,
    /// The author, where another change of that replica tells.
    pub author: Option<String>,
}

impl Missing {
    /// How many they are.
    pub fn count(&self) -> u64 {
        self.to - self.from + 1
    }
}

impl Log {
    /// Ids named in cells and not stored; in a whole copy also gaps below a known number. What is held back is not
    /// missing.
    pub fn missing(&self, is_whole: bool) -> Vec<Missing> {
        let mut stored: BTreeMap<Replica, BTreeSet<u64>> = BTreeMap::new();
        let mut authors: BTreeMap<Replica, &Change> = BTreeMap::new();
        for change in self.stored() {
            stored
                .entry(change.id.replica)
                .or_default()
                .insert(change.id.seq);
            if change.author.is_some() {
                // Where a replica has two authors, every copy names the same one.
                let known = authors.entry(change.id.replica).or_insert(change);
                if change.order(known).is_lt() {
                    *known = change;
                }
            }
        }
        let mut named: BTreeMap<Replica, BTreeSet<u64>> = BTreeMap::new();
        for name in self
            .in_force()
            .flat_map(|change| change.names().collect::<Vec<_>>())
        {
            if !stored
                .get(&name.replica)
                .is_some_and(|seqs| seqs.contains(&name.seq))
            {
                named.entry(name.replica).or_default().insert(name.seq);
            }
        }
        let replicas: BTreeSet<Replica> = if is_whole {
            gather(stored.keys().chain(named.keys()).copied())
        } else {
            gather(named.keys().copied())
        };
        let mut out = Vec::new();
        for replica in replicas {
            let none = BTreeSet::new();
            let (have, wanted) = (
                stored.get(&replica).unwrap_or(&none),
                named.get(&replica).unwrap_or(&none),
            );
            let runs = if is_whole {
                gaps(have, wanted)
            } else {
                runs(wanted)
            };
            let author = authors
                .get(&replica)
                .and_then(|change| change.author.as_deref())
                .map(str::to_owned);
            out.extend(runs.into_iter().map(|(from, to)| Missing {
                replica,
                from,
                to,
                author: author.clone(),
            }));
        }
        out
    }
}

/// Everything from 1 to the highest known number that is not there, as runs.
fn gaps(have: &BTreeSet<u64>, named: &BTreeSet<u64>) -> Vec<(u64, u64)> {
    let mut out = Vec::new();
    let mut next = 1;
    for seq in have {
        if *seq > next {
            out.push((next, seq - 1));
        }
        next = seq + 1;
    }
    if let Some(last) = named.last()
        && *last >= next
    {
        out.push((next, *last));
    }
    out
}

fn runs(seqs: &BTreeSet<u64>) -> Vec<(u64, u64)> {
    let mut out: Vec<(u64, u64)> = Vec::new();
    for seq in seqs {
        match out.last_mut() {
            Some((_, to)) if *to + 1 == *seq => *to = *seq,
            _ => out.push((*seq, *seq)),
        }
    }
    out
}
