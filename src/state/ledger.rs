//! The send ledger of this browser: what was saved as a file, for whom, and whether the person says it was sent.
//! Saved is not sent. It stays in this browser and is no part of the project.

use super::extent::Extent;
use super::notes;
use super::session::Session;
use super::triggers::Topic;
use crate::analysis::people::who::People;
use crate::analysis::telling::{Doing, doings};
use crate::exchange::Envelope;
use crate::model::log::{OWN, Slot};
use crate::model::template::Form;
use crate::model::{Change, Log, RecordId, Replica};
use crate::templates::charter;
use crate::templates::member::MEMBER;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Per replica the highest number of its changes.
pub type Heads = BTreeMap<String, u64>;

/// A file saved here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Sent {
    /// Its name in the ledger.
    #[serde(skip)]
    pub key: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// The file's name.
    pub file: String,
    /// For whom it was meant, and what was asked of them.
    pub envelope: Envelope,
    /// Whether it holds less than everything that was here.
    #[serde(default)]
    pub is_part: bool,
    /// The own changes it holds.
    pub covers: Heads,
    /// Everything it holds, whoever wrote it.
    #[serde(default)]
    pub holds: Runs,
    /// When the person said it was sent, milliseconds since 1970.
    #[serde(skip)]
    pub ticked_ms: Option<i64>,
}

/// What a colleague has of this browser's edits, as far as this browser knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SendState {
    /// 没给过
    Never,
    /// 已存文件
    Saved,
    /// 已发出, by the person's own tick.
    Sent,
    /// 对方已收到: a file of theirs holds our changes.
    Received,
}

impl SendState {
    /// A key for screens and tests.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Saved => "saved",
            Self::Sent => "sent",
            Self::Received => "received",
        }
    }
}

/// Per replica the runs of numbers without a gap, first and last.
pub type Runs = BTreeMap<String, Vec<(u64, u64)>>;

const PREFIX: &str = "sent/";
const TICK: &str = "tick/";

/// The highest number per replica among changes.
pub fn heads<'a>(changes: impl Iterator<Item = &'a Change>) -> Heads {
    let mut heads = Heads::new();
    for change in changes {
        match heads.get_mut(change.id.replica.as_str()) {
            Some(top) => *top = (*top).max(change.id.seq),
            None => {
                heads.insert(change.id.replica.to_string(), change.id.seq);
            }
        }
    }
    heads
}

/// The same as far as nothing is missing below: what could not be read may lie in between.
fn unbroken<'a>(changes: impl Iterator<Item = &'a Change>) -> Heads {
    let mut seqs: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for change in changes {
        let known = seqs.entry(change.id.replica.to_string()).or_default();
        known.insert(change.id.seq);
    }
    let top =
        |seqs: BTreeSet<u64>| (1..).zip(seqs).take_while(|(at, seq)| at == seq).count() as u64;
    let heads = seqs.into_iter().map(|(replica, seqs)| (replica, top(seqs)));
    heads.filter(|(_, top)| *top > 0).collect()
}

/// The numbers of changes as runs.
fn runs<'a>(changes: impl Iterator<Item = &'a Change>) -> Runs {
    let mut seqs: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for change in changes {
        let known = seqs.entry(change.id.replica.to_string()).or_default();
        known.insert(change.id.seq);
    }
    let runs_of = |seqs: BTreeSet<u64>| {
        let mut runs: Vec<(u64, u64)> = Vec::new();
        for seq in seqs {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == seq => *last = seq,
                _ => runs.push((seq, seq)),
            }
        }
        runs
    };
    let runs = seqs.into_iter();
    runs.map(|(replica, seqs)| (replica, runs_of(seqs)))
        .collect()
}

fn own(log: &Log) -> impl Iterator<Item = &Change> {
    log.of_batch(OWN)
        .into_iter()
        .map(|slot: Slot| log.change(slot))
}

/// What some files hold together.
pub(super) fn covered<'a>(files: impl Iterator<Item = &'a Sent>) -> Heads {
    let mut covered = Heads::new();
    for (replica, top) in files.flat_map(|sent| &sent.covers) {
        let known = covered.entry(replica.clone()).or_default();
        *known = (*known).max(*top);
    }
    covered
}

/// The own changes beyond those; who somebody says they are does not count.
pub(super) fn beyond<'a>(log: &'a Log, covered: &Heads) -> impl Iterator<Item = &'a Change> {
    own(log).filter(move |change| {
        let is_covered = covered
            .get(change.id.replica.as_str())
            .is_some_and(|top| change.id.seq <= *top);
        !is_covered && change.record.kind() != crate::templates::identity::KIND
    })
}

impl Session {
    /// Writes down that a file was saved; returns its key in the ledger.
    pub fn note_sent(&self, sent: Sent) -> String {
        self.note_sent_without(sent, &BTreeSet::new())
    }

    /// The same of a file that leaves out some records.
    pub fn note_sent_without(&self, mut sent: Sent, left: &BTreeSet<RecordId>) -> String {
        let key = self.random_name();
        let is_in = |change: &&Change| !left.contains(&change.record);
        sent.at_ms = self.now().timestamp_millis();
        sent.holds = self.read(|log| runs(log.in_force().filter(is_in)));
        sent.is_part |= !left.is_empty();
        sent.covers = match self.extent() {
            Extent::Whole | Extent::Part if left.is_empty() => self.read(|log| heads(own(log))),
            Extent::Whole | Extent::Part => self.read(|log| unbroken(own(log).filter(is_in))),
            // What was not read is in no file: neither a backup nor sent.
            Extent::Damaged | Extent::Asking | Extent::Unread => {
                sent.is_part = true;
                self.read(|log| unbroken(own(log)))
            }
        };
        if let Ok(text) = serde_json::to_string(&sent) {
            self.set_fact(&format!("{PREFIX}{key}"), &text);
        }
        key
    }

    /// 我已发出, or not yet after all.
    pub fn tick_sent(&self, key: &str, is_sent: bool) {
        let text = if is_sent {
            self.now().timestamp_millis().to_string()
        } else {
            String::new()
        };
        self.set_fact(&format!("{TICK}{key}"), &text);
    }

    /// Everything saved here, oldest first; watches the ledger.
    pub fn sent(&self) -> Vec<Sent> {
        self.track(Topic::Facts);
        let ticks: BTreeMap<String, i64> = self
            .facts(TICK)
            .into_iter()
            .filter_map(|(key, text)| Some((key, text.parse().ok()?)))
            .collect();
        let mut all: Vec<Sent> = self
            .facts(PREFIX)
            .into_iter()
            .filter_map(|(key, text)| {
                let sent: Sent = notes::read(&text, notes::enveloped)?;
                let ticked_ms = ticks.get(&key).copied();
                Some(Sent {
                    key,
                    ticked_ms,
                    ..sent
                })
            })
            .collect();
        crate::model::sort::sort_by(&mut all, |a, b| (a.at_ms, &a.key).cmp(&(b.at_ms, &b.key)));
        all
    }

    /// The latest file saved here of which whoever holds so much has everything that was done here.
    pub fn sent_before(&self, heads: &BTreeMap<Replica, u64>) -> Option<Sent> {
        let holds = |(replica, top): (&String, &u64)| {
            let known = heads.iter().find(|(known, _)| known.as_str() == replica);
            known.is_some_and(|(_, known)| known >= top)
        };
        let mut sent = self.sent();
        sent.retain(|file| !file.covers.is_empty() && file.covers.iter().all(holds));
        sent.pop()
    }

    /// What was done in this browser and is in no file ticked as sent, one for each thing; watches everything.
    pub fn unsent(&self) -> Vec<Doing> {
        self.track(Topic::Any);
        let sent = self.sent();
        let ticked = sent.iter().filter(|sent| sent.ticked_ms.is_some());
        let covered = covered(ticked);
        self.read(|log| doings(log, &beyond(log, &covered).collect::<Vec<_>>()))
    }

    /// What a colleague has; watches ledger and imports.
    pub fn standing(&self, member: &RecordId) -> SendState {
        let of = self.standings(std::slice::from_ref(member));
        of.first().copied().unwrap_or(SendState::Never)
    }

    /// What each of some colleagues has; watches ledger and imports. Both are read once.
    pub fn standings(&self, members: &[RecordId]) -> Vec<SendState> {
        self.track(Topic::Kind(MEMBER.kind.to_owned()));
        let people = self.read(|log| People::shared(&Form::new(log, charter::record())));
        let (sent, received) = (self.sent(), self.received());
        let mut last: BTreeMap<RecordId, &Sent> = BTreeMap::new();
        for file in &sent {
            let to = file.envelope.to.iter().filter_map(|to| people.author(to));
            last.extend(to.map(|person| (person, file)));
        }
        let mut theirs: BTreeMap<RecordId, Vec<&Heads>> = BTreeMap::new();
        for file in &received {
            let by = file.envelope.by.as_deref().and_then(|by| people.author(by));
            if let Some(person) = by {
                theirs.entry(person).or_default().push(&file.heads);
            }
        }
        let standing = |member: &RecordId| {
            let person = people.person(member);
            let Some(last) = last.get(&person) else {
                return SendState::Never;
            };
            let has_all = |theirs: &&Heads| {
                last.covers
                    .iter()
                    .all(|(replica, top)| theirs.get(replica).is_some_and(|known| known >= top))
            };
            let mut heads = theirs.get(&person).into_iter().flatten();
            let is_received = !last.covers.is_empty() && heads.any(has_all);
            match last.ticked_ms {
                _ if is_received => SendState::Received,
                Some(_) => SendState::Sent,
                None => SendState::Saved,
            }
        };
        members.iter().map(standing).collect()
    }
}
