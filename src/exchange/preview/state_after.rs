//! The state after taking: what will be in force, and which differences will be open. Only the records that are
//! touched, their rows and the forms above them are computed.

use super::Items;
use super::union::NewChange;
use crate::model::log::{ConflictPlace, OWN};
use crate::model::template::PARENT;
use crate::model::{Change, ChangeId, FieldKey, Log, RecordId, sort};
use smallvec::SmallVec;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The state after taking some items and leaving out others.
pub struct After {
    /// The touched records, their rows and forms, as they will be. Nothing else is in it.
    pub log: Log,
    /// Every difference that will be open, sorted.
    pub open: Vec<ConflictPlace>,
    /// Those of them that are not open here now.
    pub opened: Vec<ConflictPlace>,
    /// Differences open here now that taking settles.
    pub settled: Vec<ConflictPlace>,
    /// Held back or left out, and in force all the same because something names them.
    pub along: Vec<Change>,
    /// The records that taking touches.
    pub touched: BTreeSet<RecordId>,
}

/// What is in force after, by change.
struct Force<'a> {
    after: Vec<&'a Change>,
    /// Came or went.
    moved: Vec<&'a Change>,
    along: Vec<&'a Change>,
}

impl After {
    pub(super) fn of(log: &Log, seed: u64, items: &[NewChange], left: &Items) -> Self {
        let force = if left.is_empty() && log.held_back().next().is_none() {
            all(log, items)
        } else {
            computed(log, items, left)
        };
        let touched: BTreeSet<RecordId> =
            sort::gather(force.moved.iter().map(|change| change.record.clone()));
        let affected = force.affected(&touched);
        let mut part = Log::new(log.schema(), seed);
        part.load(OWN, force.around(&affected));
        let before = log.conflicts();
        let elsewhere = before.iter().cloned();
        let elsewhere = elsewhere.filter(|place| !affected.contains(&place.record));
        let there = part.conflicts().into_iter();
        let there = there.filter(|place| affected.contains(&place.record));
        let mut open: Vec<ConflictPlace> = elsewhere.chain(there).collect();
        sort::sort(&mut open);
        Self {
            log: part,
            opened: lacking(&open, &before),
            settled: lacking(&before, &open),
            open,
            along: force.along.into_iter().cloned().collect(),
            touched,
        }
    }

    /// Whether a difference will be open there.
    pub(super) fn is_open(&self, record: &RecordId, key: &FieldKey) -> bool {
        let place = ConflictPlace {
            record: record.clone(),
            key: key.clone(),
        };
        self.open.binary_search(&place).is_ok()
    }
}

/// Those of sorted places that others, sorted too, lack.
fn lacking(places: &[ConflictPlace], others: &[ConflictPlace]) -> Vec<ConflictPlace> {
    let is_lacking = |place: &&ConflictPlace| others.binary_search(place).is_err();
    places.iter().filter(is_lacking).cloned().collect()
}

/// The form that a change puts its record under.
fn parent_of(change: &Change) -> Option<RecordId> {
    let parent = change.cell(&FieldKey::of(PARENT))?;
    parent.value.as_text()?.parse().ok()
}

impl<'a> Force<'a> {
    /// The records touched, and the forms they lie under.
    fn affected(&self, touched: &BTreeSet<RecordId>) -> HashSet<RecordId> {
        let changes = self.after.iter().chain(&self.moved);
        let of_touched = changes.filter(|change| touched.contains(&change.record));
        let above = of_touched.filter_map(|change| parent_of(change));
        touched.iter().cloned().chain(above).collect()
    }

    /// The changes in force of records and of the rows that lie under them.
    fn around(&self, affected: &'a HashSet<RecordId>) -> impl Iterator<Item = Change> {
        let is_under =
            |change: &Change| parent_of(change).is_some_and(|one| affected.contains(&one));
        let rows = self.after.iter().filter(|change| is_under(change));
        let wanted = rows.map(|change| &change.record).chain(affected);
        let wanted: HashSet<&RecordId> = wanted.collect();
        let kept = self.after.iter();
        let kept = kept.filter(move |change| wanted.contains(&change.record));
        kept.map(|change| (*change).clone())
    }
}

/// Where nothing is held back: what is here and what comes.
fn all<'a>(log: &'a Log, items: &'a [NewChange]) -> Force<'a> {
    let came: Vec<&Change> = items.iter().map(|item| &item.change).collect();
    Force {
        after: log.in_force().chain(came.iter().copied()).collect(),
        moved: came,
        along: Vec::new(),
    }
}

/// By the rule of the log: what belongs to a batch that is on or is taken and, for each id named and not there, the
/// other changes of that id.
fn computed<'a>(log: &'a Log, items: &'a [NewChange], left: &Items) -> Force<'a> {
    let numbered = || items.iter().enumerate();
    let taken_stored: HashSet<&str> = numbered()
        .filter(|(at, item)| item.is_held_back && !left.contains(at))
        .map(|(_, item)| item.change.line())
        .collect();
    let mut world: Vec<(&Change, bool, bool)> = Vec::new();
    for change in log.stored() {
        let slot = log.find(change.line());
        let was = slot.is_some_and(|slot| log.is_in_force(slot));
        let on = slot.is_some_and(|slot| log.is_in_batch_on(slot))
            || taken_stored.contains(change.line());
        world.push((change, was, on));
    }
    world.extend(
        numbered()
            .filter(|(_, item)| !item.is_held_back)
            .map(|(at, item)| (&item.change, false, !left.contains(&at))),
    );
    let mut by_id: HashMap<ChangeId, SmallVec<[usize; 1]>> = HashMap::new();
    for (at, (change, ..)) in world.iter().enumerate() {
        by_id.entry(change.id).or_default().push(at);
    }
    let mut now: Vec<bool> = world.iter().map(|(_, _, on)| *on).collect();
    let mut todo: Vec<usize> = (0..world.len()).filter(|at| now[*at]).collect();
    let mut there: HashSet<ChangeId> = todo.iter().map(|at| world[*at].0.id).collect();
    while let Some(at) = todo.pop() {
        for name in world[at].0.names() {
            if !there.insert(name) {
                continue;
            }
            for other in by_id.get(&name).into_iter().flatten() {
                if !now[*other] {
                    now[*other] = true;
                    todo.push(*other);
                }
            }
        }
    }
    let pick = |wants: &dyn Fn(bool, bool, bool) -> bool| -> Vec<&'a Change> {
        world
            .iter()
            .zip(&now)
            .filter(|((_, was, on), now)| wants(*was, *on, **now))
            .map(|((change, ..), _)| *change)
            .collect()
    };
    Force {
        after: pick(&|_, _, now| now),
        moved: pick(&|was, _, now| was != now),
        along: pick(&|was, on, now| now && !was && !on),
    }
}
