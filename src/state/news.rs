//! What a colleague has not been given: everything here but what files sent to them held, what files of theirs held,
//! and what they wrote themselves. The letter tells it, and who has what counts it.

use super::ledger::{Heads, Runs};
use super::session::Session;
use super::triggers::Topic;
use crate::analysis::people::who::People;
use crate::analysis::telling::{Doing, doings};
use crate::model::sort::{gather, sort};
use crate::model::template::Form;
use crate::model::{Change, Log, RecordId};
use crate::templates::{charter, identity};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What somebody has been given so far.
#[derive(Debug, Clone, Default)]
struct Given {
    /// When the last file for them was sent, or they had everything that a file of theirs held.
    since_ms: Option<i64>,
    /// What files sent to them, and files of theirs, held: per replica runs without a gap, in their order.
    holds: Runs,
}

/// What a colleague is still to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Owed {
    /// When they were given something last; nothing: they have nothing at all.
    pub since_ms: Option<i64>,
    /// How many things they lack, a sentence each; 0 where they were given nothing at all.
    pub lacks: usize,
}

/// What has changed for some people since each was given something.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SinceLast {
    /// Since when, the earliest of all, milliseconds since 1970; nothing where nobody was given anything before.
    pub since_ms: Option<i64>,
    /// Whether somebody among them was given nothing before.
    pub has_newcomers: bool,
    /// What was done since then.
    pub doings: Vec<Doing>,
}

impl Given {
    fn has(&self, change: &Change) -> bool {
        let seq = change.id.seq;
        let runs = self.holds.get(change.id.replica.as_str());
        let runs = runs.map(Vec::as_slice).unwrap_or_default();
        let at = runs.partition_point(|(_, last)| *last < seq);
        runs.get(at).is_some_and(|(first, _)| *first <= seq)
    }

    fn add(&mut self, replica: &str, more: &[(u64, u64)]) {
        let known = self.holds.entry(replica.to_owned()).or_default();
        known.extend(more);
        sort(known);
        let mut merged: Vec<(u64, u64)> = Vec::with_capacity(known.len());
        for (first, last) in known.drain(..) {
            match merged.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
                _ => merged.push((first, last)),
            }
        }
        *known = merged;
    }

    /// Up to which number they have everything of each replica.
    fn add_heads(&mut self, heads: &Heads) {
        for (replica, top) in heads {
            self.add(replica, &[(1, *top)]);
        }
    }

    /// What of all that is here they lack. What they wrote themselves is theirs.
    fn lacks<'a>(&self, log: &'a Log, people: &People, member: &RecordId) -> Vec<&'a Change> {
        let is_theirs = |change: &Change| {
            let by = identity::signer(log, change);
            by.is_some_and(|by| people.is_same(&by, member.as_str()))
        };
        let lacks = log.in_force().filter(|change| !self.has(change));
        lacks.filter(|change| !is_theirs(change)).collect()
    }
}

impl Session {
    /// What each of some colleagues is still to be given; watches everything.
    pub fn owed(&self, members: &[RecordId]) -> Vec<Owed> {
        self.track(Topic::Any);
        let (people, given) = self.given(members);
        self.read(|log| {
            let one = |(member, given): (&RecordId, &Given)| Owed {
                since_ms: given.since_ms,
                lacks: match given.since_ms {
                    None => 0,
                    Some(_) => doings(log, &given.lacks(log, &people, member)).len(),
                },
            };
            members.iter().zip(&given).map(one).collect()
        })
    }

    /// What has changed for those people since they were given something; of those who were given nothing, nothing.
    pub fn news_for(&self, members: &[RecordId]) -> SinceLast {
        let (people, given) = self.given(members);
        let before = || {
            given
                .iter()
                .zip(members)
                .filter(|(given, _)| given.since_ms.is_some())
        };
        let since_ms = before().filter_map(|(given, _)| given.since_ms).min();
        let doings = self.read(|log| {
            let lacks = before().flat_map(|(given, member)| given.lacks(log, &people, member));
            let lines: BTreeSet<&str> = gather(lacks.map(Change::line));
            let slots = lines.into_iter().filter_map(|line| log.find(line));
            let changes: Vec<&Change> = slots.map(|slot| log.change(slot)).collect();
            doings(log, &changes)
        });
        SinceLast {
            since_ms,
            has_newcomers: before().count() < members.len(),
            doings,
        }
    }

    fn given(&self, members: &[RecordId]) -> (Rc<People>, Vec<Given>) {
        let people = self.read(|log| People::shared(&Form::new(log, charter::record())));
        let (sent, received) = (self.sent(), self.received());
        let of = |member: &RecordId| {
            let is_theirs = |author: &str| people.is_same(author, member.as_str());
            let mut given = Given::default();
            for file in sent.iter().filter(|file| file.ticked_ms.is_some()) {
                if file.envelope.to.iter().any(|to| is_theirs(to)) {
                    given.since_ms = given.since_ms.max(Some(file.at_ms));
                    // What was noted before everything was.
                    given.add_heads(&file.covers);
                    for (replica, runs) in &file.holds {
                        given.add(replica, runs);
                    }
                }
            }
            for file in &received {
                if file.envelope.by.as_deref().is_some_and(is_theirs) {
                    given.since_ms = given.since_ms.max(file.at_ms().or(Some(0)));
                    given.add_heads(&file.heads);
                }
            }
            given
        };
        let given = members.iter().map(of).collect();
        (people, given)
    }
}
