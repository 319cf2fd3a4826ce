//! The harness's own record: every change ever written, who knew what when writing it, and what follows from that.
//!
//! Written from the prose, with plain scans: it never asks the log, and judges by what writers saw, not by names.

use crate::schema::{self, LOCKING, ROWS, Reading};
use hepai::model::log::Current;
use hepai::model::{CellId, Change, ChangeId, FieldKey, RecordId, Replica, Value};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The number of a change in the record.
pub(crate) type FactId = usize;

/// A set of changes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts(Vec<u64>);

impl Facts {
    pub(crate) fn insert(&mut self, id: FactId) {
        if self.0.len() <= id / 64 {
            self.0.resize(id / 64 + 1, 0);
        }
        self.0[id / 64] |= 1 << (id % 64);
    }
    pub(crate) fn contains(&self, id: FactId) -> bool {
        self.0
            .get(id / 64)
            .is_some_and(|word| word & (1 << (id % 64)) != 0)
    }
    pub(crate) fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }
    pub(crate) fn with(&self, other: &Self) -> Self {
        let mut out = self.clone();
        out.add(other);
        out
    }
    pub(crate) fn without(&self, other: &Self) -> Self {
        Self(
            self.0
                .iter()
                .enumerate()
                .map(|(at, word)| word & !other.0.get(at).unwrap_or(&0))
                .collect(),
        )
    }
    pub(crate) fn common(&self, other: &Self) -> Self {
        self.without(&self.without(other))
    }
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.without(other).is_empty()
    }
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
    pub(crate) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }
    pub(crate) fn iter(&self) -> impl Iterator<Item = FactId> + '_ {
        self.0
            .iter()
            .enumerate()
            .filter(|(_, word)| **word != 0)
            .flat_map(|(at, word)| {
                (0..64)
                    .filter(move |bit| word & (1 << bit) != 0)
                    .map(move |bit| at * 64 + bit)
            })
    }
}
impl PartialEq for Facts {
    fn eq(&self, other: &Self) -> bool {
        self.is_within(other) && other.is_within(self)
    }
}
impl FromIterator<FactId> for Facts {
    fn from_iter<T: IntoIterator<Item = FactId>>(ids: T) -> Self {
        let mut out = Self::default();
        ids.into_iter().for_each(|id| out.insert(id));
        out
    }
}

/// A change, and what its writer knew.
pub(crate) struct Fact {
    pub(crate) change: Change,
    /// Made by a liar: nothing is known of what they saw.
    pub(crate) is_forged: bool,
    /// The version of the app it was written with.
    pub(crate) reading: Reading,
    /// Per stored key: the writes that were shown to its writer when the visit began, and own ones since.
    pub(crate) shown: BTreeMap<FieldKey, Facts>,
    /// The same and all that those had seen in their turn.
    pub(crate) knew: BTreeMap<FieldKey, Facts>,
    /// Everything in force when the visit began.
    pub(crate) eyes: Facts,
}

/// Changes that came together, as the harness keeps them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Batch {
    pub(crate) facts: Facts,
    pub(crate) switch: u64,
}

impl Batch {
    pub(crate) fn is_on(&self) -> bool {
        self.switch.is_multiple_of(2)
    }
}

pub(crate) type Batches = BTreeMap<String, Batch>;
/// What two values have in common when they are the same; `None` is nothing.
pub(crate) type Token = Option<String>;

#[derive(Default)]
pub(crate) struct Oracle {
    pub(crate) facts: Vec<Fact>,
    by_id: HashMap<ChangeId, Facts>,
    by_cell: BTreeMap<RecordId, BTreeMap<FieldKey, Facts>>,
}

pub(crate) fn token(value: &Value) -> Token {
    match value {
        Value::Null => None,
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(number) => Some(format!("{number}")),
        Value::Text(text) if text.is_empty() => None,
        Value::Text(text) => Some(format!("“{text}”")),
    }
}

fn is_true(value: &Value) -> bool {
    matches!(value, Value::Bool(true))
}

/// The one order of changes.
pub(crate) fn order(a: &Change, b: &Change) -> Ordering {
    let by_number = a
        .lamport
        .cmp(&b.lamport)
        .then_with(|| a.id.replica.as_str().cmp(b.id.replica.as_str()))
        .then(a.id.seq.cmp(&b.id.seq));
    by_number.then_with(|| a.line().cmp(b.line()))
}

impl Oracle {
    /// Records a change. One that was written before (byte for byte) keeps what its first writer knew.
    pub(crate) fn record(&mut self, fact: Fact) -> FactId {
        if let Some(id) = self.get(&fact.change) {
            return id;
        }
        let id = self.facts.len();
        self.by_id.entry(fact.change.id).or_default().insert(id);
        let cells = self.by_cell.entry(fact.change.record.clone()).or_default();
        for cell in &fact.change.cells {
            cells.entry(cell.key.clone()).or_default().insert(id);
        }
        self.facts.push(fact);
        id
    }

    fn get(&self, change: &Change) -> Option<FactId> {
        self.by_id
            .get(&change.id)?
            .iter()
            .find(|id| self.facts[*id].change.line() == change.line())
    }

    pub(crate) fn find(&self, change: &Change) -> FactId {
        self.get(change)
            .unwrap_or_else(|| panic!("a change nobody wrote: {change:?}"))
    }

    pub(crate) fn facts_of<'a>(&self, changes: impl Iterator<Item = &'a Change>) -> Facts {
        changes.map(|change| self.find(change)).collect()
    }

    pub(crate) fn changes<'a>(&'a self, set: &'a Facts) -> impl Iterator<Item = &'a Change> + 'a {
        set.iter().map(|id| &self.facts[id].change)
    }

    pub(crate) fn sorted(&self, set: &Facts) -> Vec<Change> {
        let mut changes: Vec<Change> = self.changes(set).cloned().collect();
        changes.sort_by(order);
        changes
    }

    pub(crate) fn of_id(&self, id: ChangeId) -> Facts {
        self.by_id.get(&id).cloned().unwrap_or_default()
    }

    /// The ids that ever existed with two contents, and everything that has one or names one.
    pub(crate) fn doubtful(&self) -> Facts {
        let is_twice = |id: &ChangeId| self.by_id.get(id).is_some_and(|facts| facts.len() > 1);
        (0..self.facts.len())
            .filter(|id| {
                is_twice(&self.facts[*id].change.id)
                    || self.facts[*id].change.names().any(|name| is_twice(&name))
            })
            .collect()
    }

    /// Least set that holds every batch that is on and, for each id named in it and not there, the stored changes of
    /// that id.
    pub(crate) fn in_force(&self, batches: &Batches) -> Facts {
        let mut force = Facts::default();
        let mut stored = Facts::default();
        for batch in batches.values() {
            stored.add(&batch.facts);
            if batch.is_on() {
                force.add(&batch.facts);
            }
        }
        let mut there: BTreeSet<ChangeId> = self.changes(&force).map(|change| change.id).collect();
        let mut todo: Vec<FactId> = force.iter().collect();
        while let Some(id) = todo.pop() {
            for name in self.facts[id].change.names() {
                if there.insert(name) {
                    for back in self.of_id(name).common(&stored).iter() {
                        force.insert(back);
                        todo.push(back);
                    }
                }
            }
        }
        force
    }

    /// Ids that are named in a set and have no change in it.
    pub(crate) fn dangling(&self, set: &Facts) -> BTreeSet<ChangeId> {
        let have: BTreeSet<ChangeId> = self.changes(set).map(|change| change.id).collect();
        self.changes(set)
            .flat_map(|change| change.names().collect::<Vec<_>>())
            .filter(|name| !have.contains(name))
            .collect()
    }

    /// Ids named in force and not stored; in a whole copy also what lies below a known number.
    pub(crate) fn missing(
        &self,
        stored: &Facts,
        force: &Facts,
        is_whole: bool,
    ) -> BTreeSet<ChangeId> {
        let have: BTreeSet<ChangeId> = self.changes(stored).map(|change| change.id).collect();
        let mut wanted: BTreeSet<ChangeId> = self
            .changes(force)
            .flat_map(|change| change.names().collect::<Vec<_>>())
            .collect();
        if is_whole {
            let mut top: BTreeMap<Replica, u64> = BTreeMap::new();
            for id in have.iter().chain(&wanted) {
                let known = top.entry(id.replica).or_default();
                *known = (*known).max(id.seq);
            }
            wanted
                .extend(top.into_iter().flat_map(|(replica, top)| {
                    (1..=top).map(move |seq| ChangeId { replica, seq })
                }));
        }
        wanted.into_iter().filter(|id| !have.contains(id)).collect()
    }

    pub(crate) fn records(&self, set: &Facts) -> BTreeSet<RecordId> {
        self.changes(set)
            .map(|change| change.record.clone())
            .collect()
    }

    /// The writes of a set into one cell.
    pub(crate) fn ops(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Facts {
        let Some(cells) = self.by_cell.get(record) else {
            return Facts::default();
        };
        let mut out = Facts::default();
        for key in reading.stored_keys(cell) {
            if let Some(facts) = cells.get(&key) {
                out.add(facts);
            }
        }
        out.common(set)
    }

    /// The cells that a set writes in a record.
    pub(crate) fn cells(&self, set: &Facts, reading: Reading, record: &RecordId) -> Vec<FieldKey> {
        let Some(cells) = self.by_cell.get(record) else {
            return Vec::new();
        };
        let written = cells
            .iter()
            .filter(|(_, facts)| !facts.common(set).is_empty());
        written
            .map(|(key, _)| reading.cell(key))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }

    fn stored_key(&self, id: FactId, reading: Reading, cell: &FieldKey) -> FieldKey {
        let keys = reading.stored_keys(cell);
        keys.into_iter()
            .find(|key| self.facts[id].change.cell(key).is_some())
            .expect("it writes that cell")
    }

    pub(crate) fn value(&self, id: FactId, reading: Reading, cell: &FieldKey) -> &Value {
        &self.facts[id]
            .change
            .cell(&self.stored_key(id, reading, cell))
            .expect("it writes that cell")
            .value
    }

    /// What the writer of one cell knew in it.
    pub(crate) fn knew(&self, id: FactId, reading: Reading, cell: &FieldKey) -> Facts {
        self.facts[id]
            .knew
            .get(&self.stored_key(id, reading, cell))
            .cloned()
            .unwrap_or_default()
    }

    /// Live exactly when nobody in the set wrote that cell having seen it. The one that counts for now first.
    pub(crate) fn live(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Vec<FactId> {
        let ops = self.ops(set, reading, record, cell);
        let mut replaced = Facts::default();
        for id in ops.iter() {
            replaced.add(&self.knew(id, reading, cell));
        }
        let mut live: Vec<FactId> = ops.without(&replaced).iter().collect();
        live.sort_by(|a, b| order(&self.facts[*b].change, &self.facts[*a].change));
        live
    }

    /// The differing live values, the one that counts for now first.
    pub(crate) fn distinct(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Vec<Token> {
        let mut out: Vec<Token> = Vec::new();
        for id in self.live(set, reading, record, cell) {
            let value = token(self.value(id, reading, cell));
            if !out.contains(&value) {
                out.push(value);
            }
        }
        out
    }

    fn first(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Option<&Value> {
        self.live(set, reading, record, cell)
            .first()
            .map(|id| self.value(*id, reading, cell))
    }

    pub(crate) fn parent(&self, set: &Facts, record: &RecordId) -> Option<RecordId> {
        match self.first(set, Reading::Old, record, &FieldKey::of("parent"))? {
            Value::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Every record with its parent, where it names one.
    pub(crate) fn parents(&self, set: &Facts) -> BTreeMap<RecordId, RecordId> {
        self.records(set)
            .into_iter()
            .filter_map(|record| self.parent(set, &record).map(|parent| (record, parent)))
            .collect()
    }

    /// Whether a loop of parents is cut at this record: its `parent` comes last in the order.
    pub(crate) fn is_cut(
        &self,
        set: &Facts,
        parents: &BTreeMap<RecordId, RecordId>,
        record: &RecordId,
    ) -> bool {
        let mut ring = vec![record.clone()];
        while let Some(next) = parents.get(&ring[ring.len() - 1]) {
            if next == record {
                let write = |row: &RecordId| {
                    &self.facts[self.live(set, Reading::Old, row, &FieldKey::of("parent"))[0]]
                        .change
                };
                return ring.iter().all(|row| {
                    row == record || order(write(row), write(record)) == Ordering::Less
                });
            }
            if ring.contains(next) {
                return false;
            }
            ring.push(next.clone());
        }
        false
    }

    /// What a deletion or a locking state covers.
    pub(crate) fn covered(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Vec<CellId> {
        let own = self.cells(set, reading, record).into_iter();
        if cell.as_str() == "deleted" {
            return own
                .filter(|key| key != cell)
                .map(|key| (record.clone(), key))
                .collect();
        }
        let mut out: Vec<_> = own
            .filter(|key| reading.is_locked(key))
            .map(|key| (record.clone(), key))
            .collect();
        for (row, _) in self
            .parents(set)
            .into_iter()
            .filter(|(row, parent)| parent == record && row != record && row.kind() == ROWS)
        {
            let content = self
                .cells(set, reading, &row)
                .into_iter()
                .filter(|key| !matches!(key.as_str(), "parent" | "order"));
            out.extend(content.map(|key| (row.clone(), key)));
        }
        out
    }

    /// The live deletions (where all live values say so) or locking states of a record.
    pub(crate) fn seals(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Vec<FactId> {
        let live = self.live(set, reading, record, cell);
        let value = |id: &FactId| self.value(*id, reading, cell);
        if cell.as_str() == "deleted" {
            return if live.iter().all(|id| is_true(value(id))) {
                live
            } else {
                Vec::new()
            };
        }
        if !schema::has_states(record) {
            return Vec::new();
        }
        live.into_iter()
            .filter(|id| token(value(id)) == token(&Value::text(LOCKING)))
            .collect()
    }

    /// Whether another version of the app set a locking state here: it locks other keys, and a change that it knew for
    /// one of them covers the rest of that change as well.
    pub(crate) fn is_other_versions(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> bool {
        cell.as_str() == "status"
            && self
                .seals(set, reading, record, cell)
                .iter()
                .any(|seal| self.facts[*seal].reading != reading)
    }

    /// Live values of what a deletion or locking state covers that were unknown to it and differ from what stood there.
    pub(crate) fn contradictions(
        &self,
        set: &Facts,
        reading: Reading,
        record: &RecordId,
        cell: &FieldKey,
    ) -> Facts {
        let seals = self.seals(set, reading, record, cell);
        let mut out = Facts::default();
        if seals.is_empty() {
            return out;
        }
        for (target, key) in self.covered(set, reading, record, cell) {
            let known: Vec<Facts> = seals
                .iter()
                .map(|seal| self.known_to_seal(*seal, cell, reading, &target, &key))
                .collect();
            let stood = |known: &Facts| {
                let values = self.distinct(known, reading, &target, &key);
                if values.is_empty() {
                    vec![None]
                } else {
                    values
                }
            };
            for id in self.live(set, reading, &target, &key) {
                let value = token(self.value(id, reading, &key));
                if !known.iter().any(|known| known.contains(id))
                    && !known.iter().any(|known| stood(known).contains(&value))
                {
                    out.insert(id);
                }
            }
        }
        out
    }

    /// The writes of a cell that the writer of a deletion or locking state had before their eyes as part of what it
    /// covers, and their own. A row that came under the form later was no part of it.
    pub(crate) fn known_to_seal(
        &self,
        seal: FactId,
        cell: &FieldKey,
        reading: Reading,
        target: &RecordId,
        key: &FieldKey,
    ) -> Facts {
        let fact = &self.facts[seal];
        let covered = self.covered(&fact.eyes, fact.reading, &fact.change.record, cell);
        let is_covered = |id: &FactId| {
            covered.contains(&(
                target.clone(),
                fact.reading.cell(&self.stored_key(*id, reading, key)),
            ))
        };
        let mut known: Facts = self
            .ops(&fact.eyes, reading, target, key)
            .iter()
            .filter(is_covered)
            .collect();
        if fact.change.record == *target
            && reading
                .stored_keys(key)
                .iter()
                .any(|key| fact.change.cell(key).is_some())
        {
            known.insert(seal);
        }
        known
    }

    /// Deleted: every live `deleted` is true and nothing contradicts.
    pub(crate) fn is_hidden(&self, set: &Facts, reading: Reading, record: &RecordId) -> bool {
        let key = FieldKey::of("deleted");
        !self.seals(set, reading, record, &key).is_empty()
            && self.contradictions(set, reading, record, &key).is_empty()
    }

    /// Whether a record holds anything and is not deleted.
    pub(crate) fn is_visible(&self, set: &Facts, reading: Reading, record: &RecordId) -> bool {
        let stored = self.cells(set, Reading::Old, record);
        let holds = |key: &FieldKey| {
            key.as_str() != "deleted"
                && self
                    .first(set, Reading::Old, record, key)
                    .is_some_and(|value| token(value).is_some())
        };
        stored.iter().any(holds) && !self.is_hidden(set, reading, record)
    }

    /// Every place where people must decide.
    pub(crate) fn conflicts(&self, set: &Facts, reading: Reading) -> BTreeSet<CellId> {
        let mut out = BTreeSet::new();
        for record in self.records(set) {
            for key in self.cells(set, reading, &record) {
                if !schema::is_latest(&key) && self.distinct(set, reading, &record, &key).len() > 1
                {
                    out.insert((record.clone(), key));
                }
            }
            for key in ["deleted", "status"].map(FieldKey::of) {
                if !self.contradictions(set, reading, &record, &key).is_empty() {
                    out.insert((record.clone(), key));
                }
            }
        }
        out
    }

    /// The plain state, under stored keys: the same for every version of the app.
    pub(crate) fn current(&self, set: &Facts) -> Current {
        let mut out = Current::new();
        for record in self.records(set) {
            if self.is_hidden(set, Reading::Old, &record) {
                continue;
            }
            let mut fields = BTreeMap::new();
            for key in self.cells(set, Reading::Old, &record) {
                if let Some(value) = self
                    .first(set, Reading::Old, &record, &key)
                    .filter(|value| token(value).is_some() && key.as_str() != "deleted")
                {
                    fields.insert(key, value.clone());
                }
            }
            if !fields.is_empty() {
                out.insert(record, fields);
            }
        }
        out
    }
}
