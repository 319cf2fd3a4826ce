//! The thorough half of the proof: what a page that went away gave to localStorage alone is written to IndexedDB. It
//! lies in the first part of the program, for it must not wait for a part that may not come.

use super::keys::{self, Fact, PROJECTS, ParsedKey};
use super::load;
use super::queue::QueuedWrite;
use super::segment;
use super::shelf::{Entry, Room, now};
use super::shelved::Reading;
use super::store::Store;
use crate::model::ProjectId;
use std::collections::HashSet;

impl Store {
    /// One round over everything that is not proven.
    pub(super) async fn mend(&self) {
        let projects = self.inner.doubts.unproven.borrow().clone();
        for project in projects {
            self.prove(project).await;
        }
    }

    /// Looks at one project, and writes what IndexedDB lacks of it. What cannot be read stays unproven.
    async fn prove(&self, project: ProjectId) {
        let (reading, is_open) =
            self.shelved(project, |shelved| (shelved.reading, shelved.is_open));
        if self.shelved(project, |shelved| shelved.is_gone) {
            self.look_after_removal(project).await;
        }
        if self.shelved(project, |shelved| shelved.is_lost) {
            return self.restore(project).await;
        }
        if self.is_removed(project) {
            return;
        }
        // Whoever opens it reads it, and what could not be read is read again.
        if reading == Reading::UnderWay || is_open && reading == Reading::Ended(false) {
            return;
        }
        let (shelves, far) = (&self.inner.shelves, keys::far(project));
        let (facts, count) = (shelves.facts.read(&far), shelves.rows.count(&far));
        let (Ok(facts), Ok(count)) = (facts.await, count.await) else {
            return;
        };
        let is_known = is_open && reading == Reading::Ended(true);
        let is_left = self.pages_writing(project).is_empty() && count >= self.lines_near(project);
        if !is_known && !is_left {
            let Ok(rows) = shelves.rows.read(&far).await else {
                return;
            };
            self.shelved(project, |shelved| {
                for (key, text) in &rows {
                    if let (Some(batch), Ok(line)) =
                        (keys::batch_of_row(key), segment::unseal(text))
                    {
                        shelved.far.insert(self.mark(batch, line));
                    }
                }
                if shelved.reading == Reading::Unread {
                    shelved.reading = Reading::Ended(true);
                }
            });
        }
        self.shelved(project, |shelved| self.learn_facts(shelved, &facts));
        // Switches before what they hold back.
        self.fill_facts(project, &facts);
        if is_known || !is_left {
            self.fill_rows(project, &self.segments_near(project));
        }
        self.proven(project);
    }

    pub(super) fn segments_near(&self, project: ProjectId) -> Vec<Entry> {
        now(self.inner.shelves.near.read(&keys::segments(project))).unwrap_or_default()
    }

    /// How many lines the segments of a project hold: head and checksum are no lines.
    fn lines_near(&self, project: ProjectId) -> usize {
        let lines = |(_, text): &Entry| text.lines().count().saturating_sub(2);
        self.segments_near(project).iter().map(lines).sum()
    }

    /// Writes the rows that IndexedDB lacks. Whether localStorage holds all that IndexedDB does.
    pub(super) fn fill_rows(&self, project: ProjectId, entries: &[Entry]) -> bool {
        let mut near = HashSet::new();
        let mut missing = Vec::new();
        for (key, text) in entries {
            let (ParsedKey::Segment(..), Ok(found)) = (ParsedKey::of(key), segment::decode(text))
            else {
                continue;
            };
            for line in found.lines {
                let mark = self.mark(&found.batch, line);
                let is_far = self.shelved(project, |shelved| !shelved.far.insert(mark));
                if near.insert(mark) && !is_far {
                    missing.extend(segment::change(line).ok().map(|change| {
                        (
                            keys::row(project, &found.batch, &change),
                            segment::seal(line.to_owned()),
                        )
                    }));
                }
            }
        }
        self.enqueue_missing(project, Room::Rows, missing);
        self.shelved(project, |shelved| {
            near.iter()
                .filter(|mark| shelved.far.contains(mark))
                .count()
                == shelved.far.len()
        })
    }

    /// Writes the switches, marks and later notes that IndexedDB lacks.
    pub(super) fn fill_facts(&self, project: ProjectId, facts: &[Entry]) {
        let mut missing = Vec::new();
        for near_key in self.facts_near(project) {
            let Some(text) = now(self.inner.shelves.near.get(&near_key)).ok().flatten() else {
                continue;
            };
            let key = near_key.strip_prefix(PROJECTS).unwrap_or(&near_key);
            let far = facts
                .binary_search_by(|(found, _)| found.as_str().cmp(key))
                .ok()
                .map(|at| facts[at].1.as_str());
            let is_missing = match ParsedKey::of(&near_key) {
                ParsedKey::Fact(_, Fact::Note(_)) => {
                    load::note(&text).is_some_and(|note| far.and_then(load::note) < Some(note))
                }
                _ => far.is_none(),
            };
            let mark = self.fact_mark(key, &text);
            if is_missing && self.shelved(project, |shelved| shelved.far_facts.insert(mark)) {
                missing.push((key.to_owned(), text));
            }
        }
        self.enqueue_missing(project, Room::Facts, missing);
    }

    fn enqueue_missing(&self, project: ProjectId, room: Room, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.enqueue(QueuedWrite {
                project,
                room,
                entries,
                is_near: true,
                posts: Vec::new(),
            });
        }
    }
}
