//! The people of a history: each has a copy with batches and switches, writes through the log as the app does, mails,
//! reloads and restores. What each had before their eyes is told to the oracle.

use crate::oracle::{Batch, Batches, Fact, FactId, Facts, Oracle, Token, token};
use crate::schema::Reading;
use fastrand::Rng;
use hepai::model::log::{Current, Live, OWN, Seen, Slot, Stamp, Touched, UndoStep, Write};
use hepai::model::{CellId, Change, FieldKey, Log, RecordId, Replica, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What sort of people take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Everybody uses the app.
    Honest,
    /// Running machines are duplicated: the same replica and number twice.
    Clones,
    /// Somebody forges files.
    Liars,
}

/// How a value is looked at before it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// An ordinary control: the first value alone.
    Ordinary,
    /// A person decides or agrees: everything.
    Whole,
}

/// One cell as somebody saw it, and what they will write there.
pub(crate) struct Look {
    pub(crate) record: RecordId,
    pub(crate) key: FieldKey,
    pub(crate) value: Value,
    pub(crate) seen: Seen,
    pub(crate) shown: Facts,
    /// Whether this must become a change, where the oracle can tell.
    expected: Option<bool>,
}

impl Look {
    /// A value that nobody has written before differs from whatever is there.
    pub(crate) fn expects_a_change(&mut self) {
        self.expected = Some(true);
    }
}

/// A visit to one or several fields.
#[derive(Default)]
pub(crate) struct Visit {
    pub(crate) looks: Vec<Look>,
    pub(crate) eyes: Facts,
}

/// One step that can be undone, and how things stood before it.
pub(crate) struct Done {
    pub(crate) step: UndoStep,
    pub(crate) own: BTreeMap<CellId, Facts>,
    pub(crate) stored_before: Facts,
    pub(crate) force_before: Facts,
}

pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) reading: Reading,
    pub(crate) log: Log,
    pub(crate) replica: Replica,
    pub(crate) seq: u64,
    /// Written by this page under this replica.
    pub(crate) page: Facts,
    pub(crate) batches: Batches,
    /// Everything this copy has ever accepted, left out or not.
    pub(crate) accepted: Facts,
    pub(crate) undo: Vec<Done>,
    pub(crate) redo: Vec<Done>,
}

/// A disk image.
pub(crate) struct Backup {
    pub(crate) person: usize,
    pub(crate) batches: Batches,
    pub(crate) accepted: Facts,
}

pub(crate) struct World {
    pub(crate) mode: Mode,
    pub(crate) rng: Rng,
    pub(crate) oracle: Oracle,
    pub(crate) people: Vec<Person>,
    pub(crate) files: Vec<Facts>,
    pub(crate) backups: Vec<Backup>,
    pub(crate) lost: Facts,
    /// Every unique value ever accepted by a control, with its place.
    pub(crate) tokens: BTreeMap<String, FactId>,
    pub(crate) rows: Vec<RecordId>,
    pub(crate) counts: BTreeMap<&'static str, u64>,
    /// What happened, for the report of a failure.
    pub(crate) told: Vec<String>,
    next: u64,
}

const DAY_MS: i64 = 86_400_000;

impl World {
    pub(crate) fn new(mode: Mode, seed: u64) -> Self {
        let mut world = Self {
            mode,
            rng: Rng::with_seed(seed),
            oracle: Oracle::default(),
            people: Vec::new(),
            files: Vec::new(),
            backups: Vec::new(),
            lost: Facts::default(),
            tokens: BTreeMap::new(),
            rows: Vec::new(),
            counts: BTreeMap::new(),
            told: Vec::new(),
            next: 0,
        };
        let has_old_versions = world.chance(20);
        for _ in 0..world.rng.usize(2..=6) {
            let reading = if has_old_versions && world.chance(50) {
                Reading::Old
            } else {
                Reading::New
            };
            world.join(reading);
        }
        world
    }

    pub(crate) fn join(&mut self, reading: Reading) -> usize {
        let replica = self.draw_replica();
        let seed = self.rng.u64(..);
        self.people.push(Person {
            name: format!("P{}", self.people.len()),
            reading,
            log: Log::new(reading.schema(), seed),
            replica,
            seq: 0,
            page: Facts::default(),
            batches: Batches::from([(OWN.to_owned(), Batch::default())]),
            accepted: Facts::default(),
            undo: Vec::new(),
            redo: Vec::new(),
        });
        self.people.len() - 1
    }

    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(0..100) < percent
    }
    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.rng.usize(0..from.len())].clone()
    }
    pub(crate) fn some_of<T: Clone>(&mut self, from: &[T], count: usize) -> Vec<T> {
        let mut all = from.to_vec();
        self.rng.shuffle(&mut all);
        all.truncate(count);
        all
    }
    pub(crate) fn count(&mut self, what: &'static str, more: usize) {
        *self.counts.entry(what).or_default() += more as u64;
    }
    pub(crate) fn tell(&mut self, what: String) {
        self.told.push(what);
    }
    pub(crate) fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }
    /// A value that nobody has written before.
    pub(crate) fn fresh(&mut self) -> Value {
        Value::text(format!("t{}", self.number()))
    }
    fn draw_replica(&mut self) -> Replica {
        let rng = &mut self.rng;
        Replica::from_bytes(std::array::from_fn(|_| rng.u8(..)))
    }

    pub(crate) fn force(&self, who: usize) -> Facts {
        self.oracle.facts_of(self.people[who].log.in_force())
    }
    pub(crate) fn stored(&self, who: usize) -> Facts {
        self.oracle.facts_of(self.people[who].log.stored())
    }

    /// Opens a field: what the log shows, and what that is by the oracle.
    pub(crate) fn look(
        &mut self,
        who: usize,
        record: &RecordId,
        key: &str,
        value: Value,
        how: How,
    ) -> Look {
        let key = FieldKey::of(key);
        let force = self.force(who);
        let person = &self.people[who];
        let reading = person.reading;
        let seen = match how {
            How::Ordinary => person.log.seen(record, &key),
            How::Whole => person.log.seen_whole(record, &key, &value),
        };
        let live = self.oracle.live(&force, reading, record, &key);
        let text = |id: &FactId| token(self.oracle.value(*id, reading, &key));
        let shown: Facts = match how {
            How::Whole => live.iter().copied().collect(),
            How::Ordinary => live
                .iter()
                .copied()
                .filter(|id| live.first().is_some_and(|first| text(first) == text(id)))
                .collect(),
        };
        let values: BTreeSet<Token> = if shown.is_empty() {
            BTreeSet::from([None])
        } else {
            shown.iter().map(|id| text(&id)).collect()
        };
        let settles = how == How::Whole
            && (key.as_str() == "deleted" && value.is_true()
                || key.as_str() == "status" && value.as_text() == Some(crate::schema::LOCKING))
            && !self
                .oracle
                .contradictions(&force, reading, record, &key)
                .is_empty();
        let differs = values != BTreeSet::from([token(&value)]);
        let unsound = self.unsound(&force);
        let is_exact = !self.oracle.is_other_versions(&force, reading, record, &key);
        let is_exact = is_exact
            && if matches!(key.as_str(), "deleted" | "status") {
                unsound.is_empty()
            } else {
                self.oracle.ops(&unsound, reading, record, &key).is_empty()
            };
        let expected = is_exact.then_some(differs || settles);
        Look {
            record: record.clone(),
            key,
            value,
            seen,
            shown,
            expected,
        }
    }

    /// The changes that forbid the oracle to be exact in their cells: lies, what names something missing, ids with
    /// two contents and what names one.
    pub(crate) fn unsound(&self, set: &Facts) -> Facts {
        let dangling = self.oracle.dangling(set);
        let is_unsound = |id: &FactId| {
            let fact = &self.oracle.facts[*id];
            fact.is_forged || fact.change.names().any(|name| dangling.contains(&name))
        };
        let mut out: Facts = set.iter().filter(is_unsound).collect();
        if self.mode != Mode::Honest {
            out.add(&self.oracle.doubtful().common(set));
        }
        out
    }

    pub(crate) fn stamp(&mut self, who: usize) -> Stamp {
        let years = self.rng.i64(-10..=10);
        let person = &self.people[who];
        Stamp {
            replica: person.replica,
            seq: person.seq + 1,
            lamport: person.log.next_lamport(),
            time: 1_772_692_200_000 + years * 365 * DAY_MS + self.next.cast_signed(),
            author: (person.name != "P0").then(|| person.name.as_str().into()),
            on_behalf_of: None,
            note: None,
        }
    }

    /// Leaves the fields: the log drafts one act, and the oracle learns what its writer knew.
    pub(crate) fn write(&mut self, who: usize, visit: &Visit) -> Vec<FactId> {
        let stamp = self.stamp(who);
        let writes = visit.looks.iter().map(|look| Write {
            record: look.record.clone(),
            key: look.key.clone(),
            value: look.value.clone(),
            seen: look.seen.clone(),
        });
        let changes = self.people[who].log.draft(writes.collect(), &stamp);
        for look in &visit.looks {
            let written = changes
                .iter()
                .find(|change| change.record == look.record)
                .and_then(|change| change.cell(&look.key));
            if let Some(expected) = look.expected {
                assert_eq!(
                    written.is_some(),
                    expected,
                    "a write equal to the only value is no change, unless it settles something: {} {}",
                    look.record,
                    look.key
                );
            }
        }
        let shown: BTreeMap<_, _> = visit
            .looks
            .iter()
            .map(|look| ((look.record.clone(), look.key.clone()), look.shown.clone()))
            .collect();
        self.append(who, changes, &visit.eyes, |record, key| {
            shown[&(record.clone(), key.clone())].clone()
        })
    }

    /// Puts changes of one's own into the log and the oracle.
    pub(crate) fn append(
        &mut self,
        who: usize,
        changes: Vec<Change>,
        eyes: &Facts,
        shown_of: impl Fn(&RecordId, &FieldKey) -> Facts,
    ) -> Vec<FactId> {
        let reading = self.people[who].reading;
        let mut made = Vec::new();
        for change in &changes {
            let mut shown = BTreeMap::new();
            let mut knew = BTreeMap::new();
            for cell in &change.cells {
                let saw = shown_of(&change.record, &cell.key);
                let mut all = saw.clone();
                saw.iter()
                    .for_each(|id| all.add(&self.oracle.knew(id, reading, &cell.key)));
                shown.insert(cell.key.clone(), saw);
                knew.insert(cell.key.clone(), all);
            }
            let read_again = Change::parse(change.line()).expect("what was written can be read");
            assert_eq!(read_again.line(), change.line());
            let id = self.oracle.record(Fact {
                change: change.clone(),
                is_forged: false,
                reading,
                shown,
                knew,
                eyes: eyes.clone(),
            });
            for cell in &change.cells {
                if let Some(text) = cell
                    .value
                    .as_text()
                    .filter(|text| text.starts_with('t') && !text.contains('/'))
                {
                    self.tokens.insert(text.to_owned(), id);
                }
            }
            made.push(id);
        }
        let person = &mut self.people[who];
        person.seq += changes.len() as u64;
        for id in &made {
            person.page.insert(*id);
            person.accepted.insert(*id);
            person
                .batches
                .get_mut(OWN)
                .expect("everybody has own edits")
                .facts
                .insert(*id);
        }
        self.watch_touched(who, |log| log.add_all(OWN, changes));
        self.count("changes", made.len());
        made
    }

    /// Whatever a change of the log does to a cell is told to the controls that show it.
    fn watch_touched(&mut self, who: usize, act: impl FnOnce(&mut Log) -> Touched) {
        let is_watched = self.chance(25);
        let reading = self.people[who].reading;
        let log = &mut self.people[who].log;
        if !is_watched {
            act(log);
            return;
        }
        let shown = |log: &Log| -> BTreeMap<CellId, Vec<Value>> {
            let cells = log.all_records().into_iter().flat_map(|record| {
                log.keys(&record)
                    .map(|key| (record.clone(), reading.cell(key)))
                    .collect::<Vec<_>>()
            });
            cells
                .map(|(record, key)| ((record.clone(), key.clone()), log.distinct(&record, &key)))
                .collect()
        };
        let before = shown(log);
        let touched = act(log);
        let after = shown(log);
        for place in before.keys().chain(after.keys()) {
            assert!(
                before.get(place) == after.get(place) || touched.contains(place),
                "a control was not told that its cell changed: {place:?}"
            );
        }
    }

    /// Accepts a file: a batch of what is not in a batch that is on already, and a second one, off, of what is left
    /// out.
    pub(crate) fn accept(&mut self, who: usize, file: &Facts, leave: &Facts) -> String {
        let batch = format!("i{}", self.number());
        let force = self.force(who);
        let taken = file.without(leave);
        let mut on = Facts::default();
        self.people[who]
            .batches
            .values()
            .filter(|batch| batch.is_on())
            .for_each(|batch| on.add(&batch.facts));
        let taken = taken.without(&on);
        let left = leave.without(&force);
        if !left.is_empty() {
            let name = format!("{batch}x");
            let changes = self.delivered(&left);
            self.people[who].batches.insert(
                name.clone(),
                Batch {
                    facts: left,
                    switch: 1,
                },
            );
            if self.chance(50) {
                self.watch_touched(who, |log| log.switch(&name, 1));
                self.watch_touched(who, |log| log.add_all(&name, changes));
            } else {
                self.watch_touched(who, |log| log.add_all(&name, changes));
                self.watch_touched(who, |log| log.switch(&name, 1));
            }
        }
        let changes = self.delivered(&taken);
        self.people[who].batches.insert(
            batch.clone(),
            Batch {
                facts: taken,
                switch: 0,
            },
        );
        self.watch_touched(who, |log| log.add_all(&batch, changes));
        self.people[who].accepted.add(file);
        self.mind_strangers(who);
        batch
    }

    /// The lines of a file as they arrive: in any order, read anew.
    fn delivered(&mut self, facts: &Facts) -> Vec<Change> {
        let mut changes: Vec<Change> = self
            .oracle
            .changes(facts)
            .map(|change| Change::parse(change.line()).expect("a line of a file"))
            .collect();
        self.rng.shuffle(&mut changes);
        changes
    }

    /// A change under our replica that this page did not write: a new one is drawn.
    fn mind_strangers(&mut self, who: usize) {
        let stored = self.stored(who);
        let person = &self.people[who];
        let is_foreign = |id: FactId| {
            self.oracle.facts[id].change.id.replica == person.replica && !person.page.contains(id)
        };
        let has_stranger = stored.iter().any(is_foreign);
        assert_eq!(
            person.log.has_stranger(person.replica, person.seq),
            has_stranger,
            "somebody else writes under our replica"
        );
        if has_stranger {
            self.count("replicas drawn anew", 1);
            self.new_page(who);
        }
    }

    fn new_page(&mut self, who: usize) {
        let replica = self.draw_replica();
        let person = &mut self.people[who];
        (person.replica, person.seq, person.page) = (replica, 0, Facts::default());
    }

    pub(crate) fn switch(&mut self, who: usize, batch: &str) {
        let number = {
            let known = self.people[who]
                .batches
                .get_mut(batch)
                .expect("a batch of this copy");
            known.switch += 1;
            known.switch
        };
        self.watch_touched(who, |log| log.switch(batch, number));
    }

    /// The page is loaded anew: batches in any order, each from two homes that overlap, switches before or after.
    pub(crate) fn reload(&mut self, who: usize) {
        self.people[who].log = self.opened(who, self.people[who].reading);
        let person = &mut self.people[who];
        person.undo.clear();
        person.redo.clear();
        self.new_page(who);
    }

    pub(crate) fn opened(&mut self, who: usize, reading: Reading) -> Log {
        let seed = self.rng.u64(..);
        let mut log = Log::new(reading.schema(), seed);
        let mut batches: Vec<(String, Batch)> =
            self.people[who].batches.clone().into_iter().collect();
        self.rng.shuffle(&mut batches);
        let switches_first = self.chance(50);
        let tell_switches = |log: &mut Log| {
            batches
                .iter()
                .for_each(|(name, batch)| _ = log.switch(name, batch.switch))
        };
        if switches_first {
            tell_switches(&mut log);
        }
        for (name, batch) in &batches {
            let first_home: Facts = batch
                .facts
                .iter()
                .filter(|_| self.rng.u32(0..100) < 70)
                .collect();
            let second_home = batch.facts.without(&first_home).with(
                &batch
                    .facts
                    .iter()
                    .filter(|_| self.rng.u32(0..100) < 30)
                    .collect(),
            );
            for home in [first_home, second_home] {
                let changes = self.delivered(&home);
                log.load(name, changes);
            }
        }
        if !switches_first {
            tell_switches(&mut log);
        }
        log
    }

    /// A running machine is duplicated: the same replica, the same next number.
    pub(crate) fn clone_of(&mut self, who: usize) {
        let log = self.opened(who, self.people[who].reading);
        let person = &self.people[who];
        let twin = Person {
            name: format!("{}'", person.name),
            reading: person.reading,
            log,
            replica: person.replica,
            seq: person.seq,
            page: person.page.clone(),
            batches: person.batches.clone(),
            accepted: person.accepted.clone(),
            undo: Vec::new(),
            redo: Vec::new(),
        };
        self.people.push(twin);
        self.count("live clones", 1);
    }

    /// Writes as one step that can be undone.
    pub(crate) fn write_step(&mut self, who: usize, visit: &Visit) -> Vec<FactId> {
        let (stored_before, force_before) = (self.stored(who), self.force(who));
        let made = self.write(who, visit);
        self.remember(who, &made, stored_before, force_before);
        made
    }

    pub(crate) fn remember(
        &mut self,
        who: usize,
        made: &[FactId],
        stored_before: Facts,
        force_before: Facts,
    ) {
        if !made.is_empty() {
            let done = self.done(who, made, stored_before, force_before);
            self.people[who].undo.push(done);
            self.people[who].redo.clear();
        }
    }

    fn done(&self, who: usize, made: &[FactId], stored_before: Facts, force_before: Facts) -> Done {
        let changes: Vec<Change> = made
            .iter()
            .map(|id| self.oracle.facts[*id].change.clone())
            .collect();
        let log = &self.people[who].log;
        let slots: Vec<Slot> = log.slots_of(&changes);
        let mut own: BTreeMap<CellId, Facts> = BTreeMap::new();
        for id in made {
            let change = &self.oracle.facts[*id].change;
            change.cells.iter().for_each(|cell| {
                own.entry((change.record.clone(), cell.key.clone()))
                    .or_default()
                    .insert(*id)
            });
        }
        Done {
            step: log.step_of(&slots),
            own,
            stored_before,
            force_before,
        }
    }

    /// Undoes (or redoes) the last step of one's own, as the session does it. Returns whether anything was left.
    pub(crate) fn step_back(&mut self, who: usize, is_redo: bool) -> bool {
        let stack = |person: &mut Person| {
            if is_redo {
                person.redo.pop()
            } else {
                person.undo.pop()
            }
        };
        let Some(done) = stack(&mut self.people[who]) else {
            return false;
        };
        let (stored, force) = (self.stored(who), self.force(who));
        let stamp = self.stamp(who);
        let undone = self.people[who].log.undo(&done.step, &stamp);
        let expected = self.expect_undo(
            who,
            &done,
            &force,
            &stored,
            &undone.left.iter().cloned().collect(),
        );
        let reading = self.people[who].reading;
        let without_own = {
            let mut all = Facts::default();
            done.own.values().for_each(|own| all.add(own));
            force.without(&all)
        };
        // A value written back was seen by whoever wrote it first, and sees what is undone.
        let originals =
            |oracle: &Oracle, record: &RecordId, key: &FieldKey, value: &Value| -> Facts {
                let before = oracle
                    .ops(&without_own, reading, record, key)
                    .common(&done.stored_before);
                let stood = oracle.live(&before, reading, record, key);
                stood
                    .into_iter()
                    .filter(|id| token(oracle.value(*id, reading, key)) == token(value))
                    .collect()
            };
        let mut made = Vec::new();
        // A deletion or locking state may know any of the others, so the oracle hears of it last.
        let is_seal = |change: &Change| {
            change
                .cells
                .iter()
                .any(|cell| matches!(cell.key.as_str(), "deleted" | "status"))
        };
        let (seals, others): (Vec<Change>, Vec<Change>) =
            undone.changes.into_iter().partition(is_seal);
        for change in others.into_iter().chain(seals) {
            let own = |key: &FieldKey| done.own[&(change.record.clone(), key.clone())].clone();
            let mut eyes = Facts::default();
            let mut cells: BTreeMap<FieldKey, Facts> = BTreeMap::new();
            for cell in &change.cells {
                let from = originals(&self.oracle, &change.record, &cell.key, &cell.value);
                if matches!(cell.key.as_str(), "deleted" | "status") {
                    from.iter().for_each(|seal| {
                        eyes.add(&self.oracle.facts[seal].eyes);
                        eyes.insert(seal);
                    });
                    eyes.add(&own(&cell.key));
                    // What comes back with it was known to it, if what stood then was.
                    for id in &made {
                        let known: Facts = from
                            .iter()
                            .filter(|seal| {
                                self.was_known(*seal, &cell.key, *id, reading, &originals)
                            })
                            .collect();
                        if !known.is_empty() {
                            eyes.insert(*id);
                        }
                    }
                }
                cells.insert(cell.key.clone(), own(&cell.key).with(&from));
            }
            made.extend(self.append(who, vec![change], &eyes, |_, key| cells[key].clone()));
        }
        let back = self.done(who, &made, stored, force);
        self.absorb(who, is_redo, done, &back);
        if !made.is_empty() {
            let person = &mut self.people[who];
            if is_redo {
                person.undo.push(back)
            } else {
                person.redo.push(back)
            }
        }
        self.check_undone(who, &expected);
        self.count(
            if is_redo {
                "steps redone"
            } else {
                "steps undone"
            },
            1,
        );
        !undone.left.is_empty()
    }

    /// Whether all that a write-back brings back was known to a deletion or locking state, or stood there for it.
    fn was_known(
        &self,
        seal: FactId,
        cell: &FieldKey,
        back: FactId,
        reading: Reading,
        originals: &impl Fn(&Oracle, &RecordId, &FieldKey, &Value) -> Facts,
    ) -> bool {
        let change = &self.oracle.facts[back].change;
        change.record == self.oracle.facts[seal].change.record
            && change.cells.iter().all(|back| {
                let from = originals(&self.oracle, &change.record, &back.key, &back.value);
                let known =
                    self.oracle
                        .known_to_seal(seal, cell, reading, &change.record, &back.key);
                let stood = self
                    .oracle
                    .distinct(&known, reading, &change.record, &back.key);
                from.iter().any(|id| known.contains(id))
                    || stood.contains(&token(&back.value))
                    || stood.is_empty() && token(&back.value).is_none()
            })
    }

    /// Earlier steps take over what a later one and its undo wrote in the cells they share.
    fn absorb(&mut self, who: usize, is_redo: bool, done: Done, back: &Done) {
        let person = &mut self.people[who];
        let stack = if is_redo {
            &mut person.redo
        } else {
            &mut person.undo
        };
        for (step, own) in [(done.step, done.own), (back.step.clone(), back.own.clone())] {
            let (mut step, mut own) = (step, own);
            for earlier in stack.iter_mut().rev() {
                step = earlier.step.absorb(step);
                for (place, facts) in &mut earlier.own {
                    if let Some(more) = own.remove(place) {
                        facts.add(&more);
                    }
                }
            }
        }
    }

    /// What an undo must leave and what it must bring back.
    fn expect_undo(
        &mut self,
        who: usize,
        done: &Done,
        force: &Facts,
        stored: &Facts,
        left: &BTreeSet<CellId>,
    ) -> Expected {
        let reading = self.people[who].reading;
        let mut expected = Expected::default();
        let mut all_own = Facts::default();
        done.own.values().for_each(|own| all_own.add(own));
        let unsound = self.unsound(force);
        for ((record, key), own) in &done.own {
            let ops = self.oracle.ops(force, reading, record, key);
            let came_since = ops.without(own).without(&done.stored_before);
            let is_left = left.contains(&(record.clone(), key.clone()));
            let is_sound = ops.common(&unsound).is_empty();
            if is_sound {
                assert_eq!(
                    is_left,
                    !came_since.is_empty(),
                    "others have touched it since, so it is left and told: {record} {key}, {:?}",
                    came_since.iter().collect::<Vec<_>>()
                );
            }
            if is_left {
                expected.has_left = true;
                expected.cells.push((
                    record.clone(),
                    key.clone(),
                    self.oracle.distinct(force, reading, record, key),
                    is_sound,
                ));
            } else {
                let mut values = self
                    .oracle
                    .distinct(&ops.without(own), reading, record, key);
                if values.is_empty() {
                    values.push(None);
                }
                expected
                    .cells
                    .push((record.clone(), key.clone(), values, is_sound));
            }
        }
        let has_older_key = |(record, key): &CellId| {
            reading.stored_keys(key)[1..].iter().any(|older| {
                !self
                    .oracle
                    .ops(force, Reading::Old, record, older)
                    .is_empty()
            })
        };
        if unsound.is_empty()
            && !expected.has_left
            && !done.own.keys().any(has_older_key)
            && force.without(&all_own) == done.force_before
            && stored.without(&all_own) == done.stored_before
        {
            let before = Log::of(reading.schema(), 1, self.oracle.sorted(&done.force_before));
            expected.all = Some((before.current(), places(&before)));
        }
        expected
    }

    fn check_undone(&mut self, who: usize, expected: &Expected) {
        let log = &self.people[who].log;
        for (record, key, values, is_sound) in &expected.cells {
            let now: Vec<Token> = log.distinct(record, key).iter().map(token).collect();
            if *is_sound {
                assert_eq!(
                    now, *values,
                    "undo brings back what stood, or leaves what others touched: {record} {key}"
                );
            }
        }
        if let Some((current, conflicts)) = &expected.all {
            crate::laws::same(&log.current(), current, "undo restores the state");
            crate::laws::same(&places(log), conflicts, "undo restores the conflicts");
            self.count("undone with the whole state as before", 1);
        }
        self.count("cells undone", expected.cells.len());
    }
}

#[derive(Default)]
struct Expected {
    has_left: bool,
    cells: Vec<(RecordId, FieldKey, Vec<Token>, bool)>,
    all: Option<(Current, BTreeSet<CellId>)>,
}

/// The open conflicts of a log as a set; one place is listed once.
pub(crate) fn places(log: &Log) -> BTreeSet<CellId> {
    let places: Vec<_> = log
        .conflicts()
        .into_iter()
        .map(|place| (place.record, place.key))
        .collect();
    let set: BTreeSet<_> = places.iter().cloned().collect();
    assert_eq!(places.len(), set.len(), "a conflict is listed once");
    assert_eq!(log.conflict_count(), set.len());
    set
}

pub(crate) fn lines<'a>(live: impl IntoIterator<Item = Live<'a>>) -> BTreeSet<String> {
    live.into_iter()
        .map(|write| write.change.line().to_owned())
        .collect()
}
