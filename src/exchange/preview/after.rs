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
        let parent = FieldKey::of(PARENT);
        let parent_of = |change: &Change| -> Option<RecordId> {
            change.cell(&parent)?.value.as_text()?.parse().ok()
        };
        let touched: BTreeSet<RecordId> =
            sort::gather(force.moved.iter().map(|change| change.record.clone()));
        let mut affected: HashSet<RecordId> = touched.iter().cloned().collect();
        let of_touched = force
            .after
            .iter()
            .chain(&force.moved)
            .filter(|change| touched.contains(&change.record));
        affected.extend(of_touched.filter_map(|change| parent_of(change)));
        let rows = force
            .after
            .iter()
            .filter(|change| parent_of(change).is_some_and(|parent| affected.contains(&parent)));
        let wanted: HashSet<&RecordId> =
            rows.map(|change| &change.record).chain(&affected).collect();
        let kept = force
            .after
            .iter()
            .filter(|change| wanted.contains(&change.record))
            .map(|change| (*change).clone());
        let mut sub = Log::new(log.schema(), seed);
        sub.load(OWN, kept);
        let before = log.conflicts();
        let mut open: Vec<ConflictPlace> = before
            .iter()
            .filter(|place| !affected.contains(&place.record))
            .cloned()
            .collect();
        open.extend(
            sub.conflicts()
                .into_iter()
                .filter(|place| affected.contains(&place.record)),
        );
        sort::sort(&mut open);
        let was_open = |place: &&ConflictPlace| before.binary_search(place).is_ok();
        let opened = open
            .iter()
            .filter(|place| !was_open(place))
            .cloned()
            .collect();
        let settled = before
            .iter()
            .filter(|place| open.binary_search(place).is_err())
            .cloned()
            .collect();
        Self {
            log: sub,
            opened,
            settled,
            open,
            along: force.along.into_iter().cloned().collect(),
            touched,
        }
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
