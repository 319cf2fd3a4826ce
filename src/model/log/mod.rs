//! The log: all changes stored on this copy, which of them are in force, and the cells they write.
//!
//! Nothing stored is ever erased. State, conflicts, counts and exports see only what is in force.
//! Knows no clock, no storage, no template but through [`Schema`].

mod cells;
mod conflicts;
mod derived;
mod each;
mod force;
mod kinds;
mod missing;
mod rings;
mod rows;
mod sight;
mod signers;
mod trail;
mod undo;
mod view;
mod write;

pub use cells::Live;
pub use conflicts::ConflictPlace;
pub use derived::{Derived, KeptBy};
pub use missing::Missing;
pub use undo::{UndoStep, Undone};
pub use view::{Current, record_text};
pub use write::{Seen, Stamp, Write};

use super::change::Change;
use super::hash::{HashKey, KeyedMap};
use super::id::{CellId, ChangeId, MAX_INTEGER, RecordId};
use super::sort;
use super::template::{PARENT, Schema, Template};
use super::value::Value;
pub(in crate::model) use cells::RecordCells;
use force::Batch;
use smallvec::SmallVec;
use smol_str::SmolStr;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;
use trail::{ALL_CELLS, ReadStep};

/// The batch of one's own edits; always in force.
pub const OWN: &str = "own";

/// A lamport that stands more than this above all others is left out of an import by default, and does not raise that
/// of the next act while it is held back.
pub const LAMPORT_JUMP: u64 = 1 << 32;

/// How far the lamports of one import may climb above all that is here, however small their steps. A project in which
/// a thousand people wrote a million acts each stands at a thousandth of it.
pub const LAMPORT_CLIMB: u64 = 1 << 40;

/// Where the lamports end for whoever writes: half of their range is left above it, so that everything below can still
/// be replaced. What stands higher is left out of an import by default, and a copy that has got there writes no more.
pub const LAMPORT_END: u64 = 1 << 52;

/// The place of a change in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(u32);

impl Slot {
    fn at(self) -> usize {
        self.0 as usize
    }
}

struct Stored {
    change: Change,
    record: u32,
    batches: SmallVec<[u32; 1]>,
    in_force: bool,
}

/// The records of one kind.
struct Kind {
    template: Option<&'static Template>,
    /// Where any of its keys follows an older one.
    renaming: Option<&'static Template>,
    records: Vec<u32>,
}

/// A cell touched by something that came or went.
pub type Touched = BTreeSet<CellId>;

/// All changes of one project on one copy.
pub struct Log {
    schema: &'static Schema,
    seed: u64,
    stored: Vec<Stored>,
    by_line: KeyedMap<u64, SmallVec<[Slot; 1]>>,
    by_id: KeyedMap<ChangeId, SmallVec<[Slot; 1]>>,
    batches: Vec<Batch>,
    batch_at: KeyedMap<SmolStr, u32>,
    records: Vec<RecordCells>,
    record_at: KeyedMap<RecordId, u32>,
    kinds: BTreeMap<SmolStr, Kind>,
    ever_parent: KeyedMap<RecordId, BTreeSet<u32>>,
    held_back: usize,
    /// The highest lamport stored.
    top_stored: u64,
    /// The highest lamport in force.
    top_in_force: u64,
    found: RefCell<conflicts::Found>,
    kept: derived::DerivedCache,
    signers: signers::Signers,
    kind_rows: kinds::KindRows,
    trails: trail::Trails,
    rings: RefCell<rings::Rings>,
}

impl Log {
    /// An empty log. `seed` keys the hash by which known lines are recognised; draw it anew per page.
    pub fn new(schema: &'static Schema, seed: u64) -> Self {
        let mut log = Self {
            schema,
            seed,
            stored: Vec::new(),
            by_line: KeyedMap::with_hasher(HashKey(seed)),
            by_id: KeyedMap::with_hasher(HashKey(seed)),
            batches: Vec::new(),
            batch_at: KeyedMap::with_hasher(HashKey(seed)),
            records: Vec::new(),
            record_at: KeyedMap::with_hasher(HashKey(seed)),
            kinds: BTreeMap::new(),
            ever_parent: KeyedMap::with_hasher(HashKey(seed)),
            held_back: 0,
            top_stored: 0,
            top_in_force: 0,
            found: RefCell::default(),
            kept: derived::DerivedCache::default(),
            signers: signers::Signers::default(),
            kind_rows: kinds::KindRows::default(),
            trails: trail::Trails::default(),
            rings: RefCell::default(),
        };
        log.batch_index(OWN);
        log
    }

    /// A log in which all those changes are in force.
    pub fn of(
        schema: &'static Schema,
        seed: u64,
        changes: impl IntoIterator<Item = Change>,
    ) -> Self {
        let mut log = Self::new(schema, seed);
        for change in changes {
            log.add(OWN, change);
        }
        log
    }

    /// What this app version knows of forms.
    pub fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// Takes a change into a batch. Taking what is there already changes nothing.
    /// Returns the cells whose value may have changed.
    pub fn add(&mut self, batch: &str, change: Change) -> Touched {
        self.add_all(batch, [change])
    }

    /// Takes many changes into a batch at once.
    pub fn add_all(&mut self, batch: &str, changes: impl IntoIterator<Item = Change>) -> Touched {
        let mut touched = Touched::new();
        self.take(batch, changes, |log, slot| {
            touched.extend(log.places_of(log.change(slot)));
        })
        .into_iter()
        .chain(touched)
        .collect()
    }

    /// Takes many changes without telling which cells they touch: for opening a project.
    pub fn load(&mut self, batch: &str, changes: impl IntoIterator<Item = Change>) {
        self.take(batch, changes, |_, _| {});
    }

    fn take(
        &mut self,
        batch: &str,
        changes: impl IntoIterator<Item = Change>,
        mut came: impl FnMut(&Self, Slot),
    ) -> Touched {
        let batch = self.batch_index(batch);
        let changes = changes.into_iter();
        let expected = changes.size_hint().0;
        self.stored.reserve(expected);
        self.by_line.reserve(expected);
        self.by_id.reserve(expected);
        self.trails.turn += 1;
        let mut compute_anew = false;
        for change in changes {
            let slot = match self.find(change.line()) {
                Some(slot) => slot,
                None => self.store(change),
            };
            match self.join(batch, slot) {
                force::Joined::Came => came(self, slot),
                force::Joined::ComputeAnew => compute_anew = true,
                force::Joined::NoChange => {}
            }
        }
        if compute_anew {
            self.recompute()
        } else {
            Touched::new()
        }
    }

    /// Whether that canonical line is stored here, in force or not.
    pub fn find(&self, line: &str) -> Option<Slot> {
        self.note_everything();
        let slots = self.by_line.get(&self.hash(line))?;
        slots.iter().copied().find(|slot| {
            is_same(
                self.stored[slot.at()].change.line().as_bytes(),
                line.as_bytes(),
            )
        })
    }

    /// The change stored right after that one (the first: after none), where the text begins with its line.
    pub fn next_if_begins(&self, last: Option<Slot>, text: &str) -> Option<Slot> {
        let at = last.map_or(0, |slot| slot.at() + 1);
        let line = self.stored.get(at)?.change.line();
        let start = text.as_bytes().get(..line.len())?;
        is_same(start, line.as_bytes()).then_some(Slot(u32::try_from(at).ok()?))
    }

    /// Whether that change is in force.
    pub fn is_in_force(&self, slot: Slot) -> bool {
        self.stored[slot.at()].in_force
    }

    /// The stored change.
    pub fn change(&self, slot: Slot) -> &Change {
        &self.stored[slot.at()].change
    }

    /// Changes in force, in the order they were stored.
    pub fn in_force(&self) -> impl Iterator<Item = &Change> + '_ {
        self.note_everything();
        let stored = self.stored.iter().filter(|stored| stored.in_force);
        stored.map(|stored| &stored.change)
    }

    /// Everything stored, in force or held back.
    pub fn stored(&self) -> impl Iterator<Item = &Change> + '_ {
        self.note_everything();
        self.stored.iter().map(|stored| &stored.change)
    }

    /// Changes stored but held back.
    pub fn held_back(&self) -> impl Iterator<Item = &Change> + '_ {
        self.note_everything();
        let stored = self.stored.iter().filter(|stored| !stored.in_force);
        stored.map(|stored| &stored.change)
    }

    /// Number of changes in force.
    pub fn len(&self) -> usize {
        self.note_everything();
        self.stored.len() - self.held_back
    }

    /// Whether nothing is in force.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The lamport of the next act: one more than the highest stored here. What is held back and jumps by more than
    /// [`LAMPORT_JUMP`] above everything in force does not count, or one forged change would push everybody to the
    /// end of the range without ever being taken.
    pub fn next_lamport(&self) -> u64 {
        self.note_everything();
        let limit = self.top_in_force.saturating_add(LAMPORT_JUMP);
        let top = if self.top_stored <= limit {
            self.top_stored
        } else {
            let held_back = self.held_back().map(|change| change.lamport);
            held_back
                .filter(|lamport| *lamport <= limit)
                .max()
                .unwrap_or_default()
                .max(self.top_in_force)
        };
        top.saturating_add(1).min(MAX_INTEGER)
    }

    /// Whether the lamports in force have come to their end: an act would replace nothing, or not for long.
    pub const fn is_spent(&self) -> bool {
        self.top_in_force >= LAMPORT_END
    }

    /// All stored contents of an id.
    pub fn of_id(&self, id: ChangeId) -> impl Iterator<Item = Slot> + '_ {
        self.note_everything();
        self.by_id.get(&id).into_iter().flatten().copied()
    }

    /// Ids that exist here with more than one content: forged or cloned.
    pub fn twice(&self) -> BTreeSet<ChangeId> {
        self.note_everything();
        let forged = |slots: &SmallVec<[Slot; 1]>| {
            slots.iter().filter(|slot| self.is_in_force(**slot)).count() > 1
        };
        self.stored
            .iter()
            .map(|stored| stored.change.id)
            .filter(|id| self.by_id.get(id).is_some_and(forged))
            .collect()
    }

    /// Changes in force in the one order: what a file carries.
    pub fn sorted(&self) -> Vec<&Change> {
        let mut changes: Vec<&Change> = self.in_force().collect();
        sort::sort_by(&mut changes, |a, b| a.order(b));
        changes
    }

    /// The project as it was when only changes up to that lamport were known.
    pub fn past(&self, lamport: u64) -> Self {
        Self::of(
            self.schema,
            self.seed,
            self.in_force()
                .filter(|change| change.lamport <= lamport)
                .cloned(),
        )
    }

    fn hash(&self, line: &str) -> u64 {
        let mut hasher = twox_hash::XxHash64::with_seed(self.seed);
        hasher.write(line.as_bytes());
        hasher.finish()
    }

    fn store(&mut self, change: Change) -> Slot {
        let slot =
            Slot(u32::try_from(self.stored.len()).expect("a file holds at most 400,000 changes"));
        let hash = self.hash(change.line());
        self.by_line.entry(hash).or_default().push(slot);
        self.by_id.entry(change.id).or_default().push(slot);
        self.top_stored = self.top_stored.max(change.lamport);
        let record = self.record_index(&change.record);
        let cells = &mut self.records[record as usize];
        cells.expect(change.cells.len());
        let (mut was_under, mut parents) = (false, Vec::new());
        for (at, cell) in change.cells.iter().enumerate() {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            let is_parent = cell.key.as_str() == PARENT;
            was_under |= is_parent && cells.find_named(PARENT).is_some();
            cells.push(&cell.key, slot, at);
            if is_parent && let Some(parent) = read_reference(&cell.value) {
                let of = self.ever_parent.entry(parent.clone()).or_default();
                of.insert(record);
                parents.push(parent);
            }
        }
        self.held_back += 1;
        self.stored.push(Stored {
            change,
            record,
            batches: SmallVec::new(),
            in_force: false,
        });
        if was_under && !parents.is_empty() {
            self.note_parents(record, parents);
        }
        slot
    }

    fn record_index(&mut self, record: &RecordId) -> u32 {
        if let Some(index) = self.record_at.get(record) {
            return *index;
        }
        let index = u32::try_from(self.records.len()).expect("fewer records than changes");
        let schema = self.schema;
        let new = || Kind {
            template: schema.template(record.kind()),
            renaming: schema.renaming(record.kind()),
            records: Vec::new(),
        };
        let kind = self
            .kinds
            .entry(SmolStr::new(record.kind()))
            .or_insert_with(new);
        kind.records.push(index);
        self.records
            .push(RecordCells::new(record.clone(), index, kind));
        self.record_at.insert(record.clone(), index);
        self.trails.begin(record);
        index
    }

    /// The cells of a record, for whoever reads several of them.
    fn record_cells(&self, record: &RecordId) -> Option<&RecordCells> {
        let cells = self.cells_of(record)?;
        self.trails.note(ReadStep::Cells(cells.index, ALL_CELLS));
        Some(cells)
    }

    /// The same for whoever says which of them are read.
    pub(in crate::model) fn cells_of(&self, record: &RecordId) -> Option<&RecordCells> {
        self.kept.count_read();
        let index = self.record_at.get(record);
        if index.is_none() {
            self.trails.note_absent(record);
        }
        index.map(|index| &self.records[*index as usize])
    }

    /// Somebody reads what is said of no record alone.
    fn note_everything(&self) {
        self.trails.note(ReadStep::Everything);
    }
}

/// Whether two texts are equal, in words: byte by byte, as WebAssembly compares them, takes five times as long.
fn is_same(a: &[u8], b: &[u8]) -> bool {
    let (a_words, a_rest) = a.as_chunks::<8>();
    let (b_words, b_rest) = b.as_chunks::<8>();
    let mut words = a_words.iter().zip(b_words);
    a.len() == b.len()
        && words.all(|(a, b)| u64::from_le_bytes(*a) == u64::from_le_bytes(*b))
        && a_rest == b_rest
}

fn read_reference(value: &Value) -> Option<RecordId> {
    value.as_text()?.parse().ok()
}
