//! What the writers of deletions, locking states and confirmations knew of a cell: found once for all of them, so that
//! a cell with many live values under many seals costs as much as there are, not their product.

use super::Log;
use super::cells::{Live, Op, Ops};
use crate::model::hash::{HashKey, KeyedMap, KeyedSet};
use crate::model::id::ChangeId;
use crate::model::sort;
use crate::model::value::Value;
use smallvec::SmallVec;
use std::collections::BTreeSet;

/// So many seals are followed through a cell at once, a bit each.
const AT_ONCE: usize = 64;

/// The seals over some cells, by what they know.
pub(super) struct Sight<'a> {
    log: &'a Log,
    seals: &'a [Op],
    by_id: KeyedMap<ChangeId, Knowers>,
}

/// Who knows a change.
#[derive(Default)]
struct Knowers {
    /// Whether a seal names it. A seal also knows what its own change wrote.
    is_named: bool,
    /// The seals, by number, ascending.
    seals: SmallVec<[u32; 2]>,
}

impl<'a> Sight<'a> {
    pub(super) fn of(log: &'a Log, seals: &'a [Op]) -> Self {
        let mut by_id: KeyedMap<ChangeId, Knowers> = KeyedMap::with_hasher(HashKey(log.seed));
        for (number, seal) in (0u32..).zip(seals) {
            let Live { change, names, .. } = log.op_cell(*seal);
            for name in names {
                let knowers = by_id.entry(*name).or_default();
                knowers.is_named = true;
                knowers.seals.push(number);
            }
            let own = by_id.entry(change.id).or_default();
            if own.seals.last() != Some(&number) {
                own.seals.push(number);
            }
        }
        Self { log, seals, by_id }
    }

    /// Whether a seal names a write, or was written together with it.
    pub(super) fn names(&self, op: Op) -> bool {
        let knowers = self.by_id.get(&self.log.change(op.slot).id);
        knowers.is_some_and(|knowers| {
            let is_own = |seal: &u32| self.seals[*seal as usize].slot == op.slot;
            knowers.is_named || knowers.seals.iter().any(is_own)
        })
    }

    /// Whether it knew these writes of a value in a cell, or found that value there.
    pub(super) fn knew(&self, ops: impl FnOnce() -> Ops, writes: &[Op], value: &Value) -> bool {
        writes.iter().any(|op| self.names(*op)) || self.values(ops()).contains(value)
    }

    /// Every value that a cell held for the writer of any of the seals, after what the same change wrote there; nothing
    /// is a value too. `ops` are the writes of the cell in force.
    pub(super) fn values(&self, mut ops: Ops) -> KeyedSet<&'a Value> {
        let log = self.log;
        let mut seen: KeyedSet<&Value> = KeyedSet::with_hasher(HashKey(log.seed));
        // What names comes before what it names, wherever lamports are honest.
        sort::sort_by(&mut ops, |a, b| {
            let lamport = |op: &Op| log.change(op.slot).lamport;
            lamport(b).cmp(&lamport(a))
        });
        let cell = CellGraph::of(log, &ops);
        let mut here: Vec<(u32, usize)> = Vec::new();
        for (place, op) in ops.iter().enumerate() {
            let knowers = self.by_id.get(&log.change(op.slot).id);
            let seals = knowers.iter().flat_map(|knowers| &knowers.seals);
            here.extend(seals.map(|seal| (*seal, place)));
        }
        sort::sort(&mut here);
        let by_seal = || here.chunk_by(|a, b| a.0 == b.0);
        if by_seal().count() < self.seals.len() {
            seen.insert(&Value::Null);
        }
        // Of what one write knew, itself is what stood there: it replaces all it goes back to.
        let is_plain = |places: &&[(u32, usize)]| cell.goes_back && places.len() == 1;
        let plain = by_seal().filter(is_plain);
        seen.extend(plain.map(|places| log.op_cell(ops[places[0].1]).value));
        let others: Vec<&[(u32, usize)]> = by_seal().filter(|places| !is_plain(places)).collect();
        if let Some(chains) = Chains::of(&cell).filter(|_| !others.is_empty()) {
            let live = others.iter().flat_map(|places| chains.live_for(places));
            seen.extend(live.map(|place| log.op_cell(ops[place]).value));
            return seen;
        }
        for some in others.chunks(AT_ONCE) {
            let live = cell.live_for(some);
            seen.extend(live.map(|place| log.op_cell(ops[place]).value));
        }
        seen
    }
}

/// The writes of a cell, and where each leads.
struct CellGraph {
    /// Per write the places of those it names here, and whether its lamport is higher.
    named: Vec<SmallVec<[(usize, bool); 2]>>,
    /// Whether every write names only what has a lower lamport, as an honest one does.
    goes_back: bool,
}

impl CellGraph {
    fn of(log: &Log, ops: &[Op]) -> Self {
        let mut at: KeyedMap<ChangeId, SmallVec<[usize; 1]>> =
            KeyedMap::with_hasher(HashKey(log.seed));
        for (place, op) in ops.iter().enumerate() {
            at.entry(log.change(op.slot).id).or_default().push(place);
        }
        let mut goes_back = true;
        let mut named = Vec::with_capacity(ops.len());
        for op in ops {
            let write = log.op_cell(*op);
            let others = write.names.iter().filter_map(|name| at.get(name)).flatten();
            let others = others.map(|other| {
                let replaces = write.change.lamport > log.change(ops[*other].slot).lamport;
                goes_back &= replaces;
                (*other, replaces)
            });
            named.push(others.collect());
        }
        Self { named, goes_back }
    }

    /// What stood here for any of some seals, at most [`AT_ONCE`], each given by the places of the writes it names.
    fn live_for(&self, seals: &[&[(u32, usize)]]) -> impl Iterator<Item = usize> + use<> {
        let count = self.named.len();
        let (mut known, mut replaced) = (vec![0u64; count], vec![0u64; count]);
        let mut todo: BTreeSet<usize> = BTreeSet::new();
        for (bit, places) in seals.iter().enumerate() {
            for (_, place) in *places {
                known[*place] |= 1 << bit;
                todo.insert(*place);
            }
        }
        while let Some(place) = todo.pop_first() {
            let who = known[place];
            for (other, replaces) in &self.named[place] {
                if *replaces {
                    replaced[*other] |= who;
                }
                if who & !known[*other] != 0 {
                    known[*other] |= who;
                    todo.insert(*other);
                }
            }
        }
        (0..count).filter(move |place| known[*place] & !replaced[*place] != 0)
    }
}

/// No place.
const NOWHERE: u32 = u32::MAX;

/// The writes of a cell as few chains, each of which names the one before: what a write goes back to is then a number
/// per chain. A field that few people write at once has few, however often it was written.
struct Chains {
    /// Per write its chain.
    chain: Vec<u32>,
    /// How many chains there are.
    count: usize,
    /// Per write and chain the latest write there that it goes back to.
    back: Vec<u32>,
}

impl Chains {
    /// Nothing where a write does not go back, or there are more than [`AT_ONCE`].
    fn of(cell: &CellGraph) -> Option<Self> {
        if !cell.goes_back {
            return None;
        }
        let mut chain = vec![NOWHERE; cell.named.len()];
        // The latest of each. What is named stands behind what names it.
        let mut heads: Vec<usize> = Vec::new();
        for (place, named) in cell.named.iter().enumerate().rev() {
            let is_head = |other: &usize| heads[chain[*other] as usize] == *other;
            let others = named.iter().map(|(other, _)| *other);
            let of = match others.into_iter().find(is_head) {
                Some(other) => chain[other] as usize,
                None if heads.len() == AT_ONCE => return None,
                None => {
                    heads.push(place);
                    heads.len() - 1
                }
            };
            heads[of] = place;
            chain[place] = u32::try_from(of).ok()?;
        }
        let count = heads.len();
        let mut back = vec![NOWHERE; cell.named.len() * count];
        for (place, named) in cell.named.iter().enumerate().rev() {
            let (before, after) = back.split_at_mut((place + 1) * count);
            let own = &mut before[place * count..];
            for (other, _) in named {
                let beyond = &after[(other - place - 1) * count..][..count];
                for (latest, beyond) in own.iter_mut().zip(beyond) {
                    *latest = (*latest).min(*beyond);
                }
                let latest = &mut own[chain[*other] as usize];
                *latest = (*latest).min(u32::try_from(*other).ok()?);
            }
        }
        Some(Self { chain, count, back })
    }

    /// Of the writes that a seal names, those that none of the others goes back to.
    fn live_for(&self, places: &[(u32, usize)]) -> impl Iterator<Item = usize> {
        let mut replaced = vec![NOWHERE; self.count];
        for (_, place) in places {
            let back = &self.back[place * self.count..][..self.count];
            for (latest, back) in replaced.iter_mut().zip(back) {
                *latest = (*latest).min(*back);
            }
        }
        let is_live = move |place: &usize| {
            let latest = replaced[self.chain[*place] as usize];
            usize::try_from(latest).is_ok_and(|latest| *place < latest)
        };
        places.iter().map(|(_, place)| *place).filter(is_live)
    }
}
