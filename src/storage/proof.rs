//! What localStorage was given is proved to lie in IndexedDB, and what does not is written at once: only then may
//! anything be called saved. A page that was killed or left mid-word hands its last edits to whichever comes next.
//!
//! A page that writes leaves a mark beside the project, and takes it away when it leaves with nothing on its way.
//! Without such a mark everything in localStorage was acknowledged by IndexedDB, also where a kill took its tail.

use super::keys::{self, ParsedKey};
use super::shelf::{Entry, now};
use super::shelved::Shelved;
use super::store::{Mode, Store};
use crate::model::ProjectId;

/// How long after the start what is not opened is looked at, so that the screen comes first, in milliseconds; what is
/// not answered is asked again, after twice as long each time.
const FIRST_WAIT_MS: u32 = 400;
const LONGEST_WAIT_MS: u32 = 30_000;

impl Store {
    /// Proves, one by one, that IndexedDB holds what localStorage has of every project; goes on until it does.
    pub fn prove_all(&self) {
        if self.inner.mode != Mode::Ready
            || self.inner.doubts.unproven.borrow().is_empty()
            || self.inner.doubts.is_proving.replace(true)
        {
            return;
        }
        let store = self.clone();
        self.inner.host.spawn(Box::pin(async move {
            let mut wait = FIRST_WAIT_MS;
            while !store.inner.doubts.unproven.borrow().is_empty() {
                store.inner.host.sleep(wait).await;
                wait = (wait * 2).min(LONGEST_WAIT_MS);
                store.mend().await;
            }
            store.inner.doubts.is_proving.set(false);
        }));
    }

    /// Whether localStorage may hold something that IndexedDB does not have and nobody here has on its way.
    pub(super) fn is_doubtful(&self) -> bool {
        !self.inner.doubts.unproven.borrow().is_empty()
            || !self.inner.doubts.handed.borrow().is_empty()
    }

    /// IndexedDB has been read: does it hold all that localStorage does? Where not, that is written at once.
    pub(super) fn settle(&self, project: ProjectId) {
        if self.inner.mode != Mode::Ready {
            return;
        }
        let has_fact = |key: String| {
            let text = now(self.inner.shelves.near.get(&key)).ok().flatten();
            let mark = self.fact_mark(&key, &text.unwrap_or_default());
            self.shelved(project, |shelved| shelved.far_facts.contains(&mark))
        };
        let is_new = !self.inner.doubts.unproven.borrow().contains(&project);
        let has_rows = self.shelved(project, |shelved| match shelved.is_open {
            true => shelved.known.is_subset(&shelved.far),
            false => is_new,
        });
        if has_rows && self.facts_near(project).into_iter().all(has_fact) {
            self.proven(project);
        } else {
            self.doubt(project);
        }
    }

    /// Nothing of a project is called saved until it has been proved anew.
    pub(super) fn doubt(&self, project: ProjectId) {
        self.inner.doubts.unproven.borrow_mut().insert(project);
        self.tell_state();
        let store = self.clone();
        self.inner.host.spawn(Box::pin(async move {
            store.mend().await;
            store.prove_all();
        }));
    }

    /// IndexedDB holds what localStorage has of a project, or has it on its way.
    pub(super) fn proven(&self, project: ProjectId) {
        self.inner.doubts.unproven.borrow_mut().remove(&project);
        self.tell_state();
        let done = self.pages_writing(project);
        if done.is_empty() {
            return;
        }
        let store = self.clone();
        self.inner.host.spawn(Box::pin(async move {
            while !store.flush().await {
                store.inner.host.sleep(LONGEST_WAIT_MS).await;
            }
            for key in done {
                store.remove_near(&key);
            }
        }));
    }

    /// The mark that this page writes into a project.
    pub(super) fn mark_writing(&self, project: ProjectId) {
        let key = keys::writing(project, &self.inner.page);
        if self.inner.mode == Mode::Ready && !self.inner.meter.borrow().has(&key) {
            self.put_near(&key, String::new());
        }
    }

    /// The page goes: where nothing is on its way any longer, its marks go too.
    pub fn leave(&self) {
        let projects = self.inner.projects.borrow();
        let written = projects.keys().filter(|project| {
            !self.inner.doubts.unproven.borrow().contains(project) && !self.is_waiting(**project)
        });
        for project in written {
            let key = keys::writing(*project, &self.inner.page);
            if self.inner.meter.borrow().has(&key) {
                self.remove_near(&key);
            }
        }
    }

    /// The marks of other pages that wrote into a project and did not leave with everything in IndexedDB.
    pub(super) fn pages_writing(&self, project: ProjectId) -> Vec<String> {
        let own = keys::writing(project, &self.inner.page);
        self.keys_near(project, |kept| matches!(kept, ParsedKey::Writing(..)))
            .into_iter()
            .filter(|key| *key != own)
            .collect()
    }

    /// The keys of localStorage that hold facts of a project.
    pub(super) fn facts_near(&self, project: ProjectId) -> Vec<String> {
        self.keys_near(project, |kept| matches!(kept, ParsedKey::Fact(..)))
    }

    fn keys_near(&self, project: ProjectId, is_wanted: fn(ParsedKey<'_>) -> bool) -> Vec<String> {
        let prefix = keys::of_project(project);
        let meter = self.inner.meter.borrow();
        let wanted = meter.under(&prefix).map(|(key, _)| key);
        wanted
            .filter(|key| is_wanted(ParsedKey::of(key)))
            .map(str::to_owned)
            .collect()
    }

    /// What a fact is known by, under its key in either home.
    pub(super) fn fact_mark(&self, key: &str, text: &str) -> u64 {
        self.mark(key.strip_prefix(keys::PROJECTS).unwrap_or(key), text)
    }

    /// These facts lie in IndexedDB.
    pub(super) fn learn_facts(&self, shelved: &mut Shelved, facts: &[Entry]) {
        let marks = facts.iter().map(|(key, text)| self.fact_mark(key, text));
        shelved.far_facts.extend(marks);
    }
}
