//! A page that lived through everything shows what a page opened anew shows, and writes above all that is stored.

use super::{bytes, same};
use crate::oracle::Facts;
use crate::people::{World, places};
use crate::schema::Reading;
use hepai::model::log::Missing;
use hepai::model::template::Schema;
use hepai::model::{CellId, ChangeId, Log, RecordId};
use std::collections::BTreeSet;

/// What a screen shows beside the values: conflicts, rows and their places, what is missing or doubled.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Screens {
    open: BTreeSet<CellId>,
    rows: Vec<RecordId>,
    parents: Vec<Option<RecordId>>,
    lost: Vec<RecordId>,
    missing: Vec<Missing>,
    twice: BTreeSet<ChangeId>,
    next_lamport: u64,
}

pub(super) fn screens(log: &Log) -> Screens {
    let rows = log.rows("task");
    let parents = rows.iter().map(|row| log.parent_of(row)).collect();
    Screens {
        open: places(log),
        rows,
        parents,
        lost: log.lost_rows(),
        missing: log.missing(true),
        twice: log.twice(),
        next_lamport: log.next_lamport(),
    }
}

impl World {
    /// The next act stands above everything stored here, but for what is held back and jumps.
    pub(crate) fn check_next_lamport(&mut self, who: usize, stored: &Facts, force: &Facts) {
        let lamports = |facts: &Facts| -> Vec<u64> {
            let changes = self.oracle.changes(facts);
            changes.map(|change| change.lamport).collect()
        };
        let top = lamports(force).into_iter().max().unwrap_or_default();
        let all = lamports(stored);
        let counted = all
            .iter()
            .copied()
            .filter(|lamport| *lamport <= top + (1 << 32));
        let highest = counted.max().unwrap_or_default();
        assert_eq!(self.people[who].log.next_lamport(), highest + 1);
        let is_held_down = all.iter().any(|lamport| *lamport > highest);
        self.count("lamports that jump held back", usize::from(is_held_down));
    }

    /// A page that lived through everything shows what a page opened anew shows.
    pub(crate) fn check_reload(&mut self, who: usize) {
        let reading = self.people[who].reading;
        let anew = self.opened(who, reading);
        let log = &self.people[who].log;
        same(&bytes(log), &bytes(&anew), "a reload shows other bytes");
        same(
            &screens(log),
            &screens(&anew),
            "a reload shows other screens",
        );
        let held = |log: &Log| -> BTreeSet<String> {
            log.held_back()
                .map(|change| change.line().to_owned())
                .collect()
        };
        assert_eq!(held(log), held(&anew));
        assert_eq!(log.len() + held(log).len(), log.stored().count());
        if self.chance(60) {
            return;
        }
        let versions = [&Schema::EMPTY, Reading::Old.schema(), Reading::New.schema()];
        let version = self.pick(&versions);
        let log = &self.people[who].log;
        let other = Log::of(version, 9, log.in_force().cloned());
        same(
            &bytes(&other),
            &bytes(log),
            "every version of the app writes the same current",
        );
    }
}
