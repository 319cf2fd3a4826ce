//! The open project: the log, who writes, what can be undone.

use super::behalf::Behalf;
use super::refused::Refused;
use super::stacks::Stacks;
use super::triggers::{Topic, Triggers, notify, track};
use crate::model::id::drawn_name;
use crate::model::log::{OWN, Slot, Stamp, Touched, Write};
use crate::model::sort::gather;
use crate::model::template::Schema;
use crate::model::{
    Change, ChangeId, FieldKey, Log, Moment, ProjectId, RecordId, Replica, Value, Zone,
};
use crate::storage::Reach;
use chrono::NaiveDate;
use reactive_graph::owner::{LocalStorage, StoredValue};
use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::WithValue;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The note of this browser that says who it is.
pub(super) const IDENTITY: &str = "identity";

/// Clock, chance and storage.
pub trait Port {
    /// Now, in the person's time zone.
    fn now(&self) -> Moment;
    /// Where the person reads moments.
    fn zone(&self) -> Zone {
        Zone::Fixed(*self.now().offset())
    }
    /// Fills with random bytes.
    fn random(&self, bytes: &mut [u8]);
    /// Saves changes of a batch.
    fn append(&self, project: ProjectId, batch: &str, changes: &[Change]);
    /// Saves a switch of a batch.
    fn switch(&self, project: ProjectId, batch: &str, number: u64);
    /// Keeps a fact of this browser beside the project.
    fn set_note(&self, project: ProjectId, name: &str, text: &str);
    /// Reads a fact of this browser.
    fn note(&self, project: ProjectId, name: &str) -> Option<String>;
    /// The facts whose names begin so, by the rest of the name.
    fn notes(&self, project: ProjectId, prefix: &str) -> Vec<(String, String)>;
    /// Learns that the copy is whole.
    fn set_whole(&self, project: ProjectId);
    /// How much of what this browser stores of the project has been read.
    fn reach(&self, project: ProjectId) -> Reach;
    /// The changes of the project that stood in bytes which cannot be read any more.
    fn lost(&self, project: ProjectId) -> Vec<ChangeId>;
}

pub(super) struct SessionInner {
    pub(super) project: ProjectId,
    pub(super) log: Log,
    pub(super) is_whole: bool,
    pub(super) author: Option<Box<str>>,
    pub(super) port: Rc<dyn Port>,
    /// Forms begun, with what is written along with their first field.
    pub(super) pending: BTreeMap<RecordId, Vec<Write>>,
    /// How many writes were refused, and why the last one was.
    pub(super) refused: (usize, Option<Refused>),
    /// By itself, so that what is read inside a read is watched too.
    triggers: RefCell<Triggers>,
    replica: Option<Replica>,
    seq: u64,
    /// What can be taken back, and done again.
    pub(super) stacks: Stacks,
    /// The day when the clock was last looked at.
    day: Cell<Option<NaiveDate>>,
}

/// A handle on the open project; copied freely into views.
#[derive(Clone, Copy, PartialEq)]
pub struct Session {
    inner: StoredValue<Rc<RefCell<SessionInner>>, LocalStorage>,
}

impl Session {
    /// Opens an empty project; what is stored comes by [`Session::load`].
    pub fn new(project: ProjectId, schema: &'static Schema, port: Rc<dyn Port>) -> Self {
        let mut seed = [0; 8];
        port.random(&mut seed);
        let author = port
            .note(project, IDENTITY)
            .filter(|name| !name.is_empty())
            .map(Into::into);
        let inner = SessionInner {
            project,
            log: Log::new(schema, u64::from_le_bytes(seed)),
            is_whole: true,
            author,
            port,
            pending: BTreeMap::new(),
            refused: (0, None),
            triggers: RefCell::default(),
            replica: None,
            seq: 0,
            stacks: Stacks::default(),
            day: Cell::default(),
        };
        Self {
            inner: StoredValue::new_local(Rc::new(RefCell::new(inner))),
        }
    }

    pub(super) fn inner(&self) -> Rc<RefCell<SessionInner>> {
        self.inner.with_value(Rc::clone)
    }

    /// The project's id.
    pub fn project(&self) -> ProjectId {
        self.inner().borrow().project
    }

    /// Takes what the homes hold: batches, then switches.
    pub fn load(
        &self,
        batches: Vec<(String, Vec<Change>)>,
        switches: &[(String, u64)],
        is_whole: bool,
    ) {
        {
            let inner = self.inner();
            let mut inner = inner.borrow_mut();
            for (batch, number) in switches {
                inner.log.switch(batch, *number);
            }
            for (batch, changes) in batches {
                inner.log.load(&batch, changes);
            }
            inner.is_whole = is_whole;
            inner.mind_strangers();
        }
        self.wake_all();
    }

    /// Takes what the slower home held besides, after the project was opened with what the other one had.
    pub fn join(
        &self,
        batches: Vec<(String, Vec<Change>)>,
        switches: &[(String, u64)],
        is_whole: bool,
    ) {
        self.arrive(|inner| {
            let mut touched = Touched::new();
            for (batch, number) in switches {
                touched.extend(inner.log.switch(batch, *number));
            }
            for (batch, changes) in batches {
                touched.extend(inner.log.add_all(&batch, changes));
            }
            touched
        });
        if is_whole && !self.inner().borrow().is_whole {
            self.news_whole();
        }
    }

    /// Reads the log without watching it.
    pub fn read<T>(&self, read: impl FnOnce(&Log) -> T) -> T {
        read(&self.inner().borrow().log)
    }

    /// Reads the log and watches everything in it.
    pub fn watch<T>(&self, read: impl FnOnce(&Log) -> T) -> T {
        self.track(Topic::Any);
        self.read(read)
    }

    pub(super) fn track(&self, topic: Topic) {
        let trigger = self.inner().borrow().trigger_of(topic);
        track(&trigger);
    }

    /// The value of a cell that counts for now; watches the cell.
    pub fn value(&self, record: &RecordId, key: &FieldKey) -> Value {
        self.track(Topic::Cell(record.clone(), key.clone()));
        self.read(|log| log.value(record, key))
    }

    /// The differing values of a cell; watches the cell.
    pub fn distinct(&self, record: &RecordId, key: &FieldKey) -> Vec<Value> {
        self.track(Topic::Cell(record.clone(), key.clone()));
        self.read(|log| log.distinct(record, key))
    }

    /// The elements of a set; watches the set.
    pub fn elements(&self, record: &RecordId, key: &FieldKey) -> Vec<(String, Value)> {
        self.track(Topic::Cell(record.clone(), key.clone()));
        self.read(|log| {
            crate::model::template::Form::new(log, record.clone()).elements(key.as_str())
        })
    }

    /// The visible records of a kind; watches which there are.
    pub fn rows(&self, kind: &str) -> Vec<RecordId> {
        self.track(Topic::Kind(kind.to_owned()));
        self.read(|log| log.rows(kind))
    }

    /// The visible rows of a kind under a record; watches which there are.
    pub fn rows_under(&self, parent: &RecordId, kind: &str) -> Vec<RecordId> {
        self.track(Topic::Kind(kind.to_owned()));
        self.read(|log| log.rows_under(parent, kind))
    }

    /// Whether the record is there and not deleted; watches its kind.
    pub fn is_visible(&self, record: &RecordId) -> bool {
        self.track(Topic::Kind(record.kind().to_owned()));
        self.read(|log| log.is_visible(record))
    }

    /// Now, in the person's time zone; watches the day, so that whatever is dated follows it.
    pub fn now(&self) -> Moment {
        self.track(Topic::Day);
        let inner = self.inner();
        let inner = inner.borrow();
        let now = inner.port.now();
        inner.day.set(inner.day.get().or(Some(now.date_naive())));
        now
    }

    /// Where the person reads moments.
    pub fn zone(&self) -> Zone {
        self.inner().borrow().port.zone()
    }

    /// Looks whether it is another day by now, later or earlier, and tells what is dated.
    pub fn look_at_clock(&self) {
        let is_other = {
            let inner = self.inner();
            let inner = inner.borrow();
            let today = Some(inner.port.now().date_naive());
            inner.day.replace(today) != today
        };
        if is_other {
            self.wake(Topic::Day);
        }
    }

    /// Random bytes.
    pub(super) fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.inner().borrow().port.random(&mut bytes);
        bytes
    }

    /// A name nobody else draws: of a batch, of a line in the ledger.
    pub(super) fn random_name(&self) -> String {
        drawn_name(self.random())
    }

    /// The one write path: stamps, appends, saves, notifies. Returns the places of the changes made, none where
    /// nothing changed. It is one undo step unless `step` says otherwise.
    pub fn apply(&self, writes: Vec<Write>, note: Option<&str>) -> Vec<Slot> {
        let slots = self.write(writes, note);
        self.remember(&slots);
        slots
    }

    /// The answer of who was asked, or one that is recorded for somebody else with the basis as the note (代为登记).
    pub(super) fn apply_for(&self, writes: Vec<Write>, behalf: Option<&Behalf>) -> Vec<Slot> {
        let slots = match behalf {
            None => self.write_as(writes, |inner| inner.stamp(None)),
            Some(behalf) => {
                let writes = self.mind_own_words(writes, Some(behalf));
                self.write_as(writes, |inner| Stamp {
                    on_behalf_of: Some(behalf.member.as_str().into()),
                    ..inner.stamp(Some(&behalf.basis))
                })
            }
        };
        self.remember(&slots);
        slots
    }

    /// Writes without making an undo step: the visit to a field collects its own.
    pub(super) fn write(&self, writes: Vec<Write>, note: Option<&str>) -> Vec<Slot> {
        let writes = self.mind_own_words(writes, None);
        self.write_as(writes, |inner| inner.stamp(note))
    }

    fn write_as(
        &self,
        writes: Vec<Write>,
        stamp: impl FnOnce(&mut SessionInner) -> Stamp,
    ) -> Vec<Slot> {
        if writes.is_empty() {
            return Vec::new();
        }
        if self.read(Log::is_spent) {
            self.refuse(Refused::Spent);
            return Vec::new();
        }
        if self.refuses_closed(&writes) {
            return Vec::new();
        }
        let changes = {
            let inner = self.inner();
            let mut inner = inner.borrow_mut();
            let stamp = stamp(&mut inner);
            let writes = inner.with_first_writes(writes);
            inner.log.draft(writes, &stamp)
        };
        self.append(changes)
    }

    pub(super) fn append(&self, changes: Vec<Change>) -> Vec<Slot> {
        if changes.is_empty() {
            return Vec::new();
        }
        let (woken, slots) = {
            let inner = self.inner();
            let mut inner = inner.borrow_mut();
            let new: BTreeSet<RecordId> = gather(
                changes
                    .iter()
                    .map(|change| change.record.clone())
                    .filter(|record| !inner.log.is_visible(record)),
            );
            inner.seq += changes.len() as u64;
            inner.port.append(inner.project, OWN, &changes);
            let lines = changes.clone();
            let touched = inner.log.add_all(OWN, changes);
            let slots = inner.log.slots_of(&lines);
            (inner.triggers.borrow().woken(&touched, Some(&new)), slots)
        };
        notify(woken);
        slots
    }

    /// Saves changes that others are said to have made here; the next own write draws a replica of its own.
    pub(super) fn append_of_others(&self, changes: Vec<Change>) {
        self.append(changes);
        self.inner().borrow_mut().forget_replica();
    }

    /// Takes what another tab or an import brought, without saving it again.
    pub(super) fn arrive(&self, arrive: impl FnOnce(&mut SessionInner) -> Touched) {
        let woken = {
            let inner = self.inner();
            let mut inner = inner.borrow_mut();
            let touched = arrive(&mut inner);
            inner.mind_strangers();
            inner.triggers.borrow().woken(&touched, None)
        };
        notify(woken);
    }

    /// What another tab wrote into a batch.
    pub fn news(&self, batch: &str, changes: Vec<Change>) {
        self.arrive(|inner| inner.log.add_all(batch, changes));
    }

    /// How another tab switched a batch.
    pub fn news_switch(&self, batch: &str, number: u64) {
        self.arrive(|inner| inner.log.switch(batch, number));
    }

    /// Another tab wrote down a fact of this browser.
    pub fn news_fact(&self) {
        self.wake(Topic::Facts);
    }

    /// Wakes what watches a topic.
    pub(super) fn wake(&self, topic: Topic) {
        let trigger = self.inner().borrow().triggers.borrow_mut().watch(topic);
        notify(vec![trigger]);
    }

    /// The facts of this browser whose names begin so, by the rest of the name.
    pub(super) fn facts(&self, prefix: &str) -> Vec<(String, String)> {
        let inner = self.inner();
        let inner = inner.borrow();
        inner.port.notes(inner.project, prefix)
    }

    /// Keeps a fact of this browser beside the project, and tells those who watch.
    pub fn set_fact(&self, name: &str, text: &str) {
        {
            let inner = self.inner();
            let inner = inner.borrow();
            inner.port.set_note(inner.project, name, text);
        }
        self.news_fact();
    }

    /// A fact of this browser; watches all of them.
    pub fn fact(&self, name: &str) -> Option<String> {
        self.track(Topic::Facts);
        let inner = self.inner();
        let inner = inner.borrow();
        inner.port.note(inner.project, name)
    }

    /// Whether this copy takes no more edits; watches everything.
    pub fn is_spent(&self) -> bool {
        self.track(Topic::Any);
        self.read(Log::is_spent)
    }

    /// How many writes were refused so far, and the last of them; watches them.
    pub fn refused(&self) -> (usize, Option<Refused>) {
        self.track(Topic::Refused);
        let inner = self.inner();
        let inner = inner.borrow();
        inner.refused.clone()
    }

    /// Says that something was not written.
    pub(super) fn refuse(&self, why: Refused) {
        let trigger = {
            let inner = self.inner();
            let mut inner = inner.borrow_mut();
            inner.refuse(why)
        };
        notify(vec![trigger]);
    }

    pub(super) fn wake_all(&self) {
        let all = self.inner().borrow().triggers.borrow().all();
        notify(all);
    }
}

impl SessionInner {
    pub(super) fn trigger_of(&self, topic: Topic) -> ArcTrigger {
        self.triggers.borrow_mut().watch(topic)
    }

    fn refuse(&mut self, why: Refused) -> ArcTrigger {
        self.refused.0 += 1;
        self.refused.1 = Some(why);
        self.trigger_of(Topic::Refused)
    }

    /// What is written along with the first field of a form.
    fn with_first_writes(&mut self, writes: Vec<Write>) -> Vec<Write> {
        let records: BTreeSet<RecordId> = gather(
            writes
                .iter()
                .filter(|write| !write.value.is_empty())
                .map(|write| write.record.clone()),
        );
        let mut all: Vec<Write> = records
            .iter()
            .filter_map(|record| self.pending.remove(record))
            .flatten()
            .collect();
        all.extend(writes);
        all
    }

    /// Who acts, now. The replica is drawn at the first write and never taken up again.
    pub(super) fn stamp(&mut self, note: Option<&str>) -> Stamp {
        let replica = *self.replica.get_or_insert_with(|| {
            let mut bytes = [0; 10];
            self.port.random(&mut bytes);
            self.seq = 0;
            Replica::from_bytes(bytes)
        });
        Stamp {
            replica,
            seq: self.seq + 1,
            lamport: self.log.next_lamport(),
            time: self.port.now().timestamp_millis(),
            author: self.author.clone(),
            on_behalf_of: None,
            note: note.map(Into::into),
        }
    }

    /// The next write draws a new replica: another person was chosen.
    pub(super) fn forget_replica(&mut self) {
        self.replica = None;
    }

    /// Where a change under our replica came that this page did not write, a new one is drawn.
    fn mind_strangers(&mut self) {
        if self
            .replica
            .is_some_and(|replica| self.log.has_stranger(replica, self.seq))
        {
            self.replica = None;
        }
    }
}
