//! The last backup: a file with everything that is here, saved by this browser, whatever for. Whether another one is
//! due is known from what was written since.

use super::ledger::{Sent, beyond, covered};
use super::session::Session;
use super::triggers::Topic;
use crate::model::Moment;
use crate::model::log::Log;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Edits since the last backup after which another one is due.
const MOST_EDITS: usize = 50;
/// Days with edits after which one is due.
const MOST_DAYS: i64 = 7;

/// The last backup, and what came after it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Backup {
    /// When it was saved, milliseconds since 1970; nothing where none was.
    pub last_ms: Option<i64>,
    /// The file's name.
    pub file: String,
    /// Acts of this browser that are in no backup.
    pub edits: usize,
    /// When the first of them was done.
    pub since_ms: Option<i64>,
}

impl Session {
    /// The last backup; watches everything.
    pub fn backup(&self) -> Backup {
        self.track(Topic::Any);
        let sent = self.sent();
        let whole = || sent.iter().filter(|sent| !sent.is_part);
        let last: Option<&Sent> = whole().next_back();
        let covered = covered(whole());
        self.read(|log: &Log| {
            let mut acts = BTreeSet::new();
            let mut since_ms = None::<i64>;
            for change in beyond(log, &covered) {
                acts.insert((change.id.replica, change.lamport));
                since_ms = Some(since_ms.map_or(change.time, |first| first.min(change.time)));
            }
            Backup {
                last_ms: last.map(|sent| sent.at_ms),
                file: last.map(|sent| sent.file.clone()).unwrap_or_default(),
                edits: acts.len(),
                since_ms,
            }
        })
    }
}

impl Backup {
    /// Whether it is time for another one: after a week with edits, or after fifty.
    pub fn is_due(&self, now: Moment) -> bool {
        let is_old = |ms: i64| days_since(ms, now) >= MOST_DAYS;
        let is_old = self.last_ms.or(self.since_ms).is_some_and(is_old);
        self.edits >= MOST_EDITS || (self.edits > 0 && is_old)
    }

    /// How many days ago it was saved; 0 for today.
    pub fn days_ago(&self, now: Moment) -> Option<i64> {
        self.last_ms.map(|ms| days_since(ms, now))
    }
}

/// Days by the calendar of the place where somebody looks.
fn days_since(ms: i64, now: Moment) -> i64 {
    let then = crate::model::clock::moment_of(ms, *now.offset()).date_naive();
    (now.date_naive() - then).num_days().max(0)
}
