//! What goes out: changes, switches, marks and notes, to both homes in the same act.

use super::keys::{self, Fact, PROJECTS};
use super::queue::QueuedWrite;
use super::segment;
use super::shelf::{Room, ShelfError, now};
use super::space::{LIMIT_UNITS, RESERVE_UNITS, units};
use super::store::{Mode, Store};
use super::{load, news};
use crate::model::{Change, ProjectId};

/// How many changes of a large import lie in one segment.
pub(super) const SEGMENT_CHANGES: usize = 2_000;

/// A write up to this size may use the space kept free, in UTF-16 units.
const SMALL_UNITS: usize = 65_536;

impl Store {
    /// Takes changes into a batch. The save state tells when they are safe.
    ///
    /// Where some of a file are left out, write the switch of their batch first: the order is kept.
    pub fn append(&self, project: ProjectId, batch: &str, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        let marks: Vec<u64> = changes
            .iter()
            .map(|change| self.mark(batch, change.line()))
            .collect();
        let is_gone = self.shelved(project, |shelved| {
            shelved.known.extend(&marks);
            shelved.far.extend(&marks);
            shelved.is_gone
        });
        if is_gone {
            // A piece of a project that another tab removed would be no project: it comes back whole, with this.
            self.bring_back(project);
            return;
        }
        self.write(project, batch, changes, changes);
    }

    /// Writes what localStorage lacks of a batch, and what IndexedDB lacks.
    pub(super) fn write(
        &self,
        project: ProjectId,
        batch: &str,
        for_near: &[Change],
        for_far: &[Change],
    ) {
        let segments: Vec<(String, String)> = for_near
            .chunks(SEGMENT_CHANGES)
            .map(|part| {
                (
                    keys::segment(project, &self.segment_name()),
                    segment::encode(batch, part.iter().map(Change::line)),
                )
            })
            .collect();
        self.mark_writing(project);
        let is_held_far = self.shelved(project, |shelved| shelved.switched_far.contains(batch));
        let is_near = !is_held_far
            && self.has_room(&segments)
            && segments
                .iter()
                .all(|(key, text)| self.put_near(key, text.clone()));
        if !is_near {
            self.inner.is_refused.set(true);
            self.mark_more(project);
        }
        if for_far.is_empty() {
            return;
        }
        let entries = for_far
            .iter()
            .map(|change| {
                (
                    keys::row(project, batch, change),
                    segment::seal(change.line().to_owned()),
                )
            })
            .collect();
        let posts = segments
            .iter()
            .map(|(key, text)| news::post_of(key, text))
            .collect();
        self.enqueue(QueuedWrite {
            project,
            room: Room::Rows,
            entries,
            is_near,
            posts,
        });
    }

    /// Switches a batch: the highest number counts, odd means off.
    pub fn switch(&self, project: ProjectId, batch: &str, number: u64) {
        self.put_fact(
            project,
            Fact::Switch(batch, number),
            segment::seal(String::new()),
        );
    }

    /// The copy is whole from now on.
    pub fn set_whole(&self, project: ProjectId) {
        self.put_fact(project, Fact::Whole, segment::seal(String::new()));
    }

    /// A local note beside the project; of one that is not open, what localStorage holds.
    pub fn note(&self, project: ProjectId, name: &str) -> Option<String> {
        let remembered = self
            .inner
            .projects
            .borrow()
            .get(&project)
            .and_then(|shelved| shelved.notes.get(name).cloned());
        let read = || {
            let sealed = now(self
                .inner
                .shelves
                .near
                .get(&format!("{PROJECTS}{}", Fact::Note(name).key(project))))
            .ok()
            .flatten()?;
            load::note(&sealed)
        };
        remembered.or_else(read).map(|(_, text)| text)
    }

    /// The notes of an open project whose names begin so, by name.
    pub fn notes(&self, project: ProjectId, prefix: &str) -> Vec<(String, String)> {
        let projects = self.inner.projects.borrow();
        let notes = projects
            .get(&project)
            .map(|shelved| shelved.notes.range(prefix.to_owned()..));
        notes
            .into_iter()
            .flatten()
            .take_while(|(name, _)| name.starts_with(prefix))
            .map(|(name, (_, text))| (name.clone(), text.clone()))
            .collect()
    }

    /// Keeps a note; of one name the latest counts. What must not be lost to another tab writing at the same moment
    /// gets a name of its own, such as `sent/<random>`.
    pub fn set_note(&self, project: ProjectId, name: &str, text: &str) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a clock before 1970 counts as 0"
        )]
        let clock = self.inner.host.now_ms() as u64;
        let near_key = format!("{PROJECTS}{}", Fact::Note(name).key(project));
        if now(self.inner.shelves.near.get(&near_key))
            .ok()
            .flatten()
            .is_some_and(|sealed| load::note(&sealed).is_none())
        {
            self.set_aside_near(project, &near_key);
        }
        let before = self
            .inner
            .projects
            .borrow()
            .get(&project)
            .and_then(|shelved| shelved.notes.get(name).map(|(stamp, _)| *stamp));
        let stamp = clock.max(before.map_or(0, |stamp| stamp + 1));
        self.shelved(project, |shelved| {
            shelved
                .notes
                .insert(name.to_owned(), (stamp, text.to_owned()))
        });
        self.put_fact(project, Fact::Note(name), load::note_text(stamp, text));
    }

    /// Removes a project from both homes, with what was set aside of it.
    ///
    /// # Errors
    /// Where a home refuses; what it holds is then still there, whole.
    pub async fn remove_project(&self, project: ProjectId) -> Result<(), ShelfError> {
        if !self.flush().await || self.inner.doubts.unproven.borrow().contains(&project) {
            return Err(ShelfError::Refused("not everything is saved".to_owned()));
        }
        // localStorage first: what a crash leaves behind is then a whole project, not a part of one.
        self.forget(project);
        for prefix in [keys::of_project(project), keys::damaged(project)] {
            let found: Vec<String> = self
                .inner
                .meter
                .borrow()
                .under(&prefix)
                .map(|(key, _)| key.to_owned())
                .collect();
            now(self.inner.shelves.near.remove_under(&prefix))?;
            for key in found {
                self.inner.meter.borrow_mut().remove(&key);
            }
        }
        if self.inner.mode == Mode::Ready {
            let (rows, facts) = (
                self.inner.shelves.rows.remove_under(&keys::far(project)),
                self.inner.shelves.facts.remove_under(&keys::far(project)),
            );
            rows.await.and(facts.await)?;
        }
        self.inner.host.post(&news::removal_of(project));
        Ok(())
    }

    pub(super) fn put_fact(&self, project: ProjectId, fact: Fact<'_>, text: String) {
        let key = fact.key(project);
        let near_key = format!("{PROJECTS}{key}");
        let is_gone = self.shelved(project, |shelved| shelved.is_gone);
        if is_gone {
            // Notes alone are no reason to bring a project back; they come with it.
            if !matches!(fact, Fact::Note(_)) {
                self.bring_back(project);
            }
            return;
        }
        self.mark_writing(project);
        let is_ahead = matches!(fact, Fact::Whole) && self.is_waiting_far(project);
        let is_near = !is_ahead && self.put_near(&near_key, text.clone());
        if !is_near {
            self.mark_more(project);
        }
        let mark = self.fact_mark(&key, &text);
        self.shelved(project, |shelved| {
            shelved.far_facts.insert(mark);
            if let Fact::Switch(batch, _) = fact {
                match is_near {
                    true => shelved.switched_far.remove(batch),
                    false => shelved.switched_far.insert(batch.to_owned()),
                };
            }
        });
        let posts = vec![news::post_of(&near_key, &text)];
        self.enqueue(QueuedWrite {
            project,
            room: Room::Facts,
            entries: vec![(key, text)],
            is_near,
            posts,
        });
    }

    /// Whether segments may go to localStorage: large ones leave some space for small writes to come.
    pub(super) fn has_room(&self, segments: &[(String, String)]) -> bool {
        let wanted: usize = segments
            .iter()
            .map(|(key, text)| units(key) + units(text))
            .sum();
        wanted <= SMALL_UNITS || self.space().used_units + wanted + RESERVE_UNITS <= LIMIT_UNITS
    }

    /// Marks that localStorage does not hold all of a project, so that a start does not take the part for the whole.
    pub(super) fn mark_more(&self, project: ProjectId) {
        let key = keys::more(project);
        if !self.inner.meter.borrow().has(&key) {
            self.put_near(&key, segment::seal(String::new()));
        }
    }
}
