//! What the store remembers of one project while the page lives. Knows no store.

use super::news::News;
use super::shelf::Room;
use crate::model::ChangeId;
use crate::model::hash::KeyedSet;
use std::collections::{BTreeMap, BTreeSet};
use std::task::Waker;

/// How far the first reading of a project in IndexedDB has come. Nothing is written there before it has ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Reading {
    #[default]
    Unread,
    UnderWay,
    /// Ended; whether it succeeded.
    Ended(bool),
}

/// What the store remembers of one project.
#[derive(Default)]
pub(super) struct Shelved {
    /// Somebody has it open, so news of it are told in full.
    pub(super) is_open: bool,
    /// Batch and line of what has been handed out or taken in.
    pub(super) known: KeyedSet<u64>,
    /// Batch and line of what is in IndexedDB or on its way there.
    pub(super) far: KeyedSet<u64>,
    /// Key and text of the facts that are in IndexedDB or on their way there.
    pub(super) far_facts: KeyedSet<u64>,
    /// Batches whose switch localStorage refused: what they hold back may not lie there either.
    pub(super) switched_far: BTreeSet<String>,
    /// The homes may have lost it: it is to be compared with what the page holds.
    pub(super) is_lost: bool,
    /// Another tab removed it.
    pub(super) is_gone: bool,
    pub(super) reading: Reading,
    /// It began on this page: there is nothing to read.
    pub(super) is_begun: bool,
    /// It was opened with what localStorage holds, and the rest is still to come.
    pub(super) is_joining: bool,
    pub(super) waiting: Vec<Waker>,
    /// Stamp and text of the notes.
    pub(super) notes: BTreeMap<String, (u64, String)>,
    /// Keys of localStorage whose bytes cannot be read.
    pub(super) damaged_near: Vec<String>,
    /// Entries of IndexedDB that cannot be read, as they were read.
    pub(super) damaged_far: Vec<(Room, String, String)>,
    /// Ids of changes in damaged bytes; where the change itself is here from elsewhere, nothing is lost.
    pub(super) lost: BTreeSet<ChangeId>,
    pub(super) is_tidied: bool,
    /// How many loads are under way, and what other tabs told meanwhile.
    pub(super) loads: usize,
    pub(super) heard: Vec<News>,
}

impl Shelved {
    /// Keeps the later of two notes of one name; true where this one is.
    pub(super) fn learn(&mut self, name: &str, note: (u64, String)) -> bool {
        let known = self.notes.get(name);
        let is_later = known.is_none_or(|known| *known < note);
        if is_later {
            self.notes.insert(name.to_owned(), note);
        }
        is_later
    }
}
