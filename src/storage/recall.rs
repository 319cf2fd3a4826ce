//! What the homes lost while the page was open is written again from its memory: site data that were cleared, a
//! database that was taken away, a project that another tab removed while it was edited here.

use super::keys::{self, Fact, PROJECTS};
use super::load::{self, Loaded};
use super::news::News;
use super::reach::Reach;
use super::segment;
use super::shelf::{Entry, now};
use super::space::Meter;
use super::store::Store;
use crate::model::hash::KeyedSet;
use crate::model::sort::gather;
use crate::model::{Change, ProjectId};
use std::collections::BTreeSet;
use std::rc::Rc;

/// How long the browser may take between one home and the other when it clears both, in milliseconds.
const BOTH_HOMES_MS: u32 = 1_000;

/// The marks of the changes that each home holds of a project.
struct HeldMarks {
    near: KeyedSet<u64>,
    far: KeyedSet<u64>,
}

/// The projects of which localStorage held something.
fn held_in(meter: &Meter) -> BTreeSet<ProjectId> {
    let keys = meter.under(PROJECTS);
    gather(keys.filter_map(|(key, _)| {
        let (name, _) = key.strip_prefix(PROJECTS)?.split_once('/')?;
        name.parse::<ProjectId>().ok()
    }))
}

impl Store {
    /// From here on what the homes lose is asked for: all batches and switches of an open project.
    pub fn on_loss(&self, memory: impl Fn(ProjectId) -> Option<Loaded> + 'static) {
        self.inner.doubts.memory.replace(Some(Rc::new(memory)));
    }

    /// Whether another tab removed a project that is open here; it is in memory alone.
    pub fn is_removed(&self, project: ProjectId) -> bool {
        let projects = self.inner.projects.borrow();
        projects
            .get(&project)
            .is_some_and(|shelved| shelved.is_gone)
    }

    /// The browser took a home away, or somebody emptied it: every open project is compared with what is left. Of the
    /// others nothing is in memory: which of them are gone is told.
    pub fn homes_lost(&self) {
        let sizes = now(self.inner.shelves.near.sizes()).unwrap_or_default();
        let before = self.inner.meter.replace(Meter::of(sizes));
        self.tell_lost_later(held_in(&before));
        let mut open = Vec::new();
        for (project, shelved) in self.inner.projects.borrow_mut().iter_mut() {
            if shelved.is_open && !shelved.is_gone {
                shelved.is_lost = true;
                open.push(*project);
            }
        }
        open.into_iter().for_each(|project| self.doubt(project));
    }

    /// The browser may take one home before the other: they are looked at a while later.
    fn tell_lost_later(&self, before: BTreeSet<ProjectId>) {
        let store = self.clone();
        self.inner.host.spawn(Box::pin(async move {
            store.inner.host.sleep(BOTH_HOMES_MS).await;
            let left = store.projects().await;
            if store.list_reach() != Reach::All {
                return;
            }
            let is_lost = |project: &ProjectId| !left.contains(project) && !store.is_open(*project);
            let lost: Vec<ProjectId> = before.into_iter().filter(is_lost).collect();
            if !lost.is_empty() {
                store.tell(News::Lost(lost));
            }
        }));
    }

    /// Whether somebody has a project open; nothing is remembered of it by asking.
    pub(super) fn is_open(&self, project: ProjectId) -> bool {
        let projects = self.inner.projects.borrow();
        projects
            .get(&project)
            .is_some_and(|shelved| shelved.is_open)
    }

    /// Another tab removed a project. What was being written here would be left as a piece of it.
    pub(super) fn heard_removal(&self, project: ProjectId) {
        let was_writing = self.forget_writes(project);
        if !self.is_open(project) {
            self.forget(project);
            self.tell(News::Removed(project));
            return;
        }
        self.shelved(project, |shelved| {
            shelved.is_gone = true;
            shelved.far = KeyedSet::default();
            shelved.far_facts = KeyedSet::default();
        });
        self.tell(News::Removed(project));
        if was_writing {
            self.bring_back(project);
        } else {
            self.doubt(project);
        }
    }

    /// An edit of a removed project brings it back whole, from memory.
    pub(super) fn bring_back(&self, project: ProjectId) {
        self.shelved(project, |shelved| {
            shelved.is_gone = false;
            shelved.is_lost = true;
        });
        self.doubt(project);
    }

    /// A removed project of which nothing was written since is gone; else it comes back whole.
    pub(super) async fn look_after_removal(&self, project: ProjectId) {
        let far = keys::far(project);
        let Ok(count) = self.inner.shelves.rows.count(&far).await else {
            return;
        };
        if count > 0 {
            self.bring_back(project);
            return;
        }
        // Notes that this page wrote before it heard of it.
        let own = keys::writing(project, &self.inner.page);
        self.facts_near(project)
            .iter()
            .chain([&own])
            .for_each(|key| {
                self.remove_near(key);
            });
        let _ = self.inner.shelves.facts.remove_under(&far).await;
        self.inner.doubts.unproven.borrow_mut().remove(&project);
        self.tell_state();
    }

    /// Writes what either home lacks of what the page holds.
    pub(super) async fn restore(&self, project: ProjectId) {
        let (shelves, far) = (&self.inner.shelves, keys::far(project));
        let (rows, facts) = (shelves.rows.read(&far), shelves.facts.read(&far));
        let (Ok(rows), Ok(facts)) = (rows.await, facts.await) else {
            return;
        };
        let memory = self.inner.doubts.memory.borrow().clone();
        let Some(memory) = memory.and_then(|memory| memory(project)) else {
            self.shelved(project, |shelved| shelved.is_lost = false);
            return self.doubt(project);
        };
        let held = HeldMarks {
            near: self.marks_near(project),
            far: self.marks_far(&rows),
        };
        self.shelved(project, |shelved| {
            shelved.is_lost = false;
            shelved.far.clone_from(&held.far);
            shelved.far_facts = KeyedSet::default();
            self.learn_facts(shelved, &facts);
        });
        self.mark_writing(project);
        // Switches before what they hold back, and the mark of a whole copy after all of it.
        let mut was_lost = false;
        for (batch, number) in &memory.switches {
            let switch = Fact::Switch(batch, *number);
            was_lost |= self.restore_fact(project, switch, segment::seal(String::new()));
        }
        for (batch, changes) in &memory.batches {
            was_lost |= self.restore_batch(project, batch, changes, &held);
        }
        let notes = self.shelved(project, |shelved| shelved.notes.clone());
        for (name, (stamp, text)) in &notes {
            self.restore_fact(project, Fact::Note(name), load::note_text(*stamp, text));
        }
        if memory.whole {
            self.restore_fact(project, Fact::Whole, segment::seal(String::new()));
        }
        self.fill_facts(project, &facts);
        self.fill_rows(project, &self.segments_near(project));
        self.proven(project);
        if was_lost {
            self.tell(News::Restored(project));
        }
    }

    /// The marks of the changes that rows of IndexedDB hold.
    fn marks_far(&self, rows: &[Entry]) -> KeyedSet<u64> {
        let mut marks = KeyedSet::default();
        for (key, text) in rows {
            if let (Some(batch), Ok(line)) = (keys::batch_of_row(key), segment::unseal(text)) {
                marks.insert(self.mark(batch, line));
            }
        }
        marks
    }

    /// The marks of the changes that localStorage holds of a project.
    fn marks_near(&self, project: ProjectId) -> KeyedSet<u64> {
        let mut marks = KeyedSet::default();
        for (_, text) in self.segments_near(project) {
            let Ok(found) = segment::decode(&text) else {
                continue;
            };
            marks.extend(found.lines.iter().map(|line| self.mark(&found.batch, line)));
        }
        marks
    }

    /// Writes the changes of a batch that a home lacks, whether IndexedDB did.
    fn restore_batch(
        &self,
        project: ProjectId,
        batch: &str,
        changes: &[Change],
        held: &HeldMarks,
    ) -> bool {
        let lacking = |held: &KeyedSet<u64>| -> Vec<Change> {
            let lacks = |change: &&Change| !held.contains(&self.mark(batch, change.line()));
            changes.iter().filter(lacks).cloned().collect()
        };
        let (for_near, for_far) = (lacking(&held.near), lacking(&held.far));
        let marks = for_far.iter().map(|change| self.mark(batch, change.line()));
        self.shelved(project, |shelved| shelved.far.extend(marks));
        if !for_near.is_empty() || !for_far.is_empty() {
            self.write(project, batch, &for_near, &for_far);
        }
        !for_far.is_empty()
    }

    /// Writes a fact that a home lacks, whether IndexedDB did.
    fn restore_fact(&self, project: ProjectId, fact: Fact<'_>, text: String) -> bool {
        let key = fact.key(project);
        let mark = self.fact_mark(&key, &text);
        let is_far = self.shelved(project, |shelved| shelved.far_facts.contains(&mark));
        let is_near = self.inner.meter.borrow().has(&format!("{PROJECTS}{key}"));
        if !is_far || !is_near {
            self.put_fact(project, fact, text);
        }
        !is_far
    }
}
