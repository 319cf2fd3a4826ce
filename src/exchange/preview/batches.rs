//! What will be taken and what left out, after a person has chosen.

use super::state_after::After;
use super::{Items, Preview};
use crate::model::sort::gather;
use crate::model::{Change, Log};
use std::collections::BTreeSet;

/// The two batches of an import: one that is on, one that is off.
#[derive(Debug, Clone, Default)]
pub struct ImportBatches {
    /// Taken, with everything known that was in no batch of its own.
    pub take: Vec<Change>,
    /// Left out: stored, held back, can be taken later.
    pub leave: Vec<Change>,
}

impl Preview {
    /// What is left out unless a person says otherwise.
    pub fn left_by_default(&self) -> Items {
        gather(self.left_out.keys().copied())
    }

    /// What must be left out together with those items: everything new that names them. Only an offer: what is named
    /// by something taken comes along.
    pub fn with_dependents(&self, left: &Items) -> Items {
        let changes: Vec<&Change> = self.items.iter().map(|item| &item.change).collect();
        Log::with_dependents(&changes, left)
    }

    /// The items that come through no file but those: what leaving out the files leaves out.
    pub fn only_in(&self, files: &[usize]) -> Items {
        let is_only = |at: &usize| {
            self.items[*at]
                .files
                .iter()
                .all(|(file, _)| files.contains(file))
        };
        gather((0..self.items.len()).filter(is_only))
    }

    /// What is left out where these files, by number, are not taken: what comes through no other file, what names it,
    /// and what is left out by default.
    pub fn leaving(&self, files: &Items) -> Items {
        let files: Vec<usize> = files.iter().copied().collect();
        let mut left = self.left_by_default();
        if !files.is_empty() {
            left.extend(self.with_dependents(&self.only_in(&files)));
        }
        left
    }

    /// Who sent the files that are taken, as they say; `left` are files, by number.
    pub fn senders(&self, left: &Items) -> BTreeSet<&str> {
        let files = self.files.iter().enumerate();
        let taken = files.filter(|(at, _)| !left.contains(at));
        gather(taken.filter_map(|(_, file)| file.envelope.by.as_deref()))
    }

    /// The state after taking everything but `left`, where that is not the default.
    pub fn after_leaving(&self, log: Option<&Log>, seed: u64, left: &Items) -> After {
        let nothing = Log::new(self.after.log.schema(), seed);
        After::of(log.unwrap_or(&nothing), seed, &self.items, left)
    }

    /// The changes to take and to leave out. `log` is the project as it is here.
    pub fn batches(&self, log: Option<&Log>, left: &Items) -> ImportBatches {
        let mut batches = ImportBatches::default();
        // Another tab may have taken it since: it is then in a batch already, and one is enough.
        let is_taken = |change: &Change| {
            log.is_some_and(|log| {
                log.find(change.line())
                    .is_some_and(|slot| log.is_in_batch_on(slot))
            })
        };
        for (at, item) in self.items.iter().enumerate() {
            if is_taken(&item.change) {
                continue;
            }
            if left.contains(&at) {
                batches.leave.push(item.change.clone())
            } else {
                batches.take.push(item.change.clone())
            }
        }
        batches.take.extend(
            log.into_iter()
                .flat_map(|log| self.lifted.iter().map(|slot| log.change(*slot).clone())),
        );
        batches
    }
}
