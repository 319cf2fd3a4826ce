//! Trails: what an answer was read from. An answer holds until something it was read from changes, so that an edit
//! makes anew what the edit can change and nothing else. Knows nothing of what is answered.
//!
//! Whatever reads a log says so here: a record, the rows of a kind or under a record, the differences. What tells no
//! finer says that it read everything, and holds until the next change.

use super::Log;
use crate::model::hash::KeyedMap;
use crate::model::id::RecordId;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What was read a moment ago is not noted again: rules ask for the same few cells.
const REMEMBERED: usize = 8;

/// Something that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ReadStep {
    /// No finer than all there is.
    Everything,
    /// Which places differ.
    Conflicts,
    /// At which records loops of parents are cut.
    Cuts,
    /// Cells of a record, by the index of that and by the groups of their keys.
    Cells(u32, u32),
    /// Which records name that one as their parent.
    Under(u32),
    /// That no such record is there, and none under it, by its number among those asked for in vain.
    Absent(u32),
    /// Which records of a kind are visible, and their order, by the number of the kind.
    Rows(u32),
    /// All cells of all records of a kind.
    Kind(u32),
    /// Something derived, by its number.
    Derived(u32),
    /// An answer that is kept, by its number.
    Kept(u32),
    /// The answers about all rows of a kind, by their number.
    Each(u32),
    /// Who signs anything that is in force.
    Signers,
}

/// All cells of a record.
pub(super) const ALL_CELLS: u32 = u32::MAX;

impl ReadStep {
    /// Makes another one part of this where both are the same thing, or cells of one record.
    fn takes_in(&mut self, other: Self) -> bool {
        match (self, other) {
            (Self::Cells(record, groups), Self::Cells(of, more)) if *record == of => {
                *groups |= more;
                true
            }
            (own, other) => *own == other,
        }
    }
}

/// What an answer was read from, and until when it is known to hold.
#[derive(Debug, Clone)]
pub(super) struct Trail(Rc<Steps>);

#[derive(Debug)]
struct Steps {
    reads: Box<[ReadStep]>,
    /// The last turn of the log in which it was known to hold.
    seen: Cell<u64>,
}

/// The turns of a log, and the trails being made.
#[derive(Default)]
pub(super) struct Trails {
    /// Counts everything that comes and goes.
    pub(super) turn: u64,
    /// Whether anybody keeps a trail: while a project is opened, nobody does.
    is_followed: Cell<bool>,
    is_noting: Cell<bool>,
    noted: RefCell<Vec<Vec<ReadStep>>>,
    /// When and where each record was last touched.
    touched: Vec<LastTouch>,
    /// When something was last put under each record or taken from there.
    under: Vec<u64>,
    absent: RefCell<Absent>,
}

/// The last touches of a record: those since `before` were of cells in these groups of keys.
#[derive(Clone, Copy)]
struct LastTouch {
    last: u64,
    before: u64,
    groups: u32,
}

impl LastTouch {
    fn again(&mut self, turn: u64, groups: u32) {
        if groups != self.groups {
            (self.before, self.groups) = (self.last, groups);
        }
        self.last = turn;
    }

    /// When a cell of those groups of keys was last touched, or a later turn.
    const fn of_groups(&self, groups: u32) -> u64 {
        if self.groups & groups == 0 && groups != ALL_CELLS {
            self.before
        } else {
            self.last
        }
    }
}

/// The group of a key, of thirty-two: what is touched is told by these.
fn group_of(key: &str) -> u8 {
    let bytes = key.as_bytes();
    let at = |place: usize| usize::from(bytes.get(place).copied().unwrap_or_default());
    let mixed = bytes.len() * 7 + at(0) * 5 + at(bytes.len() / 2) * 3 + at(bytes.len().max(1) - 1);
    u8::try_from(mixed & 31).unwrap_or_default()
}

/// The groups of the keys that a change writes.
pub(super) fn groups_of<'a>(keys: impl Iterator<Item = &'a str>) -> u32 {
    keys.fold(0, |groups, key| groups | 1 << group_of(key))
}

/// Records that were asked for in vain.
#[derive(Default)]
struct Absent {
    at: KeyedMap<RecordId, u32>,
    /// When something was last heard of each.
    heard: Vec<u64>,
}

impl Trails {
    /// A record begins to be stored.
    pub(super) fn begin(&mut self, record: &RecordId) {
        self.turn += 1;
        self.touched.push(LastTouch {
            last: self.turn,
            before: self.turn,
            groups: 0,
        });
        self.under.push(self.turn);
        self.hear_of(record);
    }

    /// Cells of a record are touched; answers whether anybody wants to know what follows from it.
    pub(super) fn touch(&mut self, record: u32, groups: u32) -> bool {
        self.turn += 1;
        self.touched[record as usize].again(self.turn, groups);
        self.is_followed.get()
    }

    /// Somebody reads a cell of a record.
    #[inline]
    pub(super) fn note_cell(&self, record: u32, key: &str) {
        if self.is_noting.get() {
            self.push(ReadStep::Cells(record, 1 << group_of(key)));
        }
    }

    /// What lies under a record changes.
    pub(super) fn touch_under(&mut self, parent: &RecordId, index: Option<u32>) {
        match index {
            Some(index) => self.under[index as usize] = self.turn,
            None => self.hear_of(parent),
        }
    }

    fn hear_of(&mut self, record: &RecordId) {
        let absent = self.absent.get_mut();
        if let Some(at) = absent.at.get(record) {
            absent.heard[*at as usize] = self.turn;
        }
    }

    #[inline]
    pub(super) fn note(&self, read: ReadStep) {
        if self.is_noting.get() {
            self.push(read);
        }
    }

    fn push(&self, read: ReadStep) {
        let mut noted = self.noted.borrow_mut();
        if let Some(reads) = noted.last_mut() {
            let mut last = reads.iter_mut().rev().take(REMEMBERED);
            if !last.any(|last| last.takes_in(read)) {
                reads.push(read);
            }
        }
    }

    pub(super) fn note_absent(&self, record: &RecordId) {
        if !self.is_noting.get() {
            return;
        }
        let mut absent = self.absent.borrow_mut();
        let next = u32::try_from(absent.heard.len()).unwrap_or(u32::MAX);
        let at = match absent.at.get(record) {
            Some(at) => *at,
            None => {
                absent.at.insert(record.clone(), next);
                absent.heard.push(0);
                next
            }
        };
        drop(absent);
        self.push(ReadStep::Absent(at));
    }

    /// Does what the log does for itself: it says by itself when that changes.
    pub(super) fn aside<T>(&self, work: impl FnOnce() -> T) -> T {
        let was = self.is_noting.replace(false);
        let out = work();
        self.is_noting.set(was);
        out
    }
}

impl Log {
    /// Finds an answer and what it was read from. Whoever is being followed themselves notes it as one thing.
    pub(super) fn follow<T>(&self, answer: impl FnOnce() -> T) -> (T, Trail) {
        let trails = &self.trails;
        trails.is_followed.set(true);
        trails.noted.borrow_mut().push(Vec::new());
        let was = trails.is_noting.replace(true);
        let out = answer();
        trails.is_noting.set(was);
        let mut reads = trails.noted.borrow_mut().pop().unwrap_or_default();
        reads.sort_unstable();
        reads.dedup_by(|read, last| last.takes_in(*read));
        let steps = Steps {
            reads: reads.into_boxed_slice(),
            seen: Cell::new(trails.turn),
        };
        (out, Trail(Rc::new(steps)))
    }

    /// Whether nothing on a trail has changed.
    pub(super) fn still_holds(&self, trail: &Trail) -> bool {
        let seen = trail.0.seen.get();
        if seen == self.trails.turn {
            return true;
        }
        let holds = trail.0.reads.iter().all(|read| self.stands(*read, seen));
        if holds {
            trail.0.seen.set(self.trails.turn);
        }
        holds
    }

    /// Whether something that was read is as it was in that turn.
    fn stands(&self, read: ReadStep, seen: u64) -> bool {
        let trails = &self.trails;
        let changed = match read {
            ReadStep::Everything => trails.turn,
            ReadStep::Conflicts => self.conflicts_changed(),
            ReadStep::Cuts => self.cuts_changed(),
            ReadStep::Cells(index, groups) => trails.touched[index as usize].of_groups(groups),
            ReadStep::Under(index) => trails.under[index as usize],
            ReadStep::Absent(at) => trails.absent.borrow().heard[at as usize],
            ReadStep::Rows(kind) => self.rows_changed(kind),
            ReadStep::Kind(kind) => self.kind_touched(kind),
            ReadStep::Derived(number) => self.derived_changed(number),
            ReadStep::Kept(number) => self.kept_changed(number),
            ReadStep::Each(number) => self.each_changed(number),
            ReadStep::Signers => self.signers.changed,
        };
        changed <= seen
    }
}
