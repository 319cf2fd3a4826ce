//! After a project was opened: unreadable bytes are set aside, and what one home lacks of the other is added.

use super::keys::{self, Fact, Kept, PROJECTS};
use super::load;
use super::queue::{Room, Write};
use super::segment;
use super::shelf::{Entry, NO_TEXT, now};
use super::store::{Mode, Store};
use crate::model::ProjectId;
use crate::model::sort::{gather, sort};
use std::collections::{BTreeMap, HashSet};
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// How long after opening, so that the screen comes first, in milliseconds.
const WAIT_MS: u32 = 2_000;

/// Lies in the later part of the program.
#[wasm_split(later, fallible)]
fn tidying(store: Store, project: ProjectId) -> Result<Work, SplitLoaderError> {
    Ok(Box::pin(async move { store.tidy(project).await }))
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

impl Store {
    /// Once per page and project.
    pub(super) fn tidy_later(&self, project: ProjectId) {
        let is_first = self.shelved(project, |shelved| {
            !std::mem::replace(&mut shelved.is_tidied, true)
        });
        if !is_first || self.inner.mode != Mode::Ready {
            return;
        }
        let store = self.clone();
        self.inner.host.spawn(Box::pin(async move {
            store.inner.host.sleep(WAIT_MS).await;
            // Where its program cannot be fetched, the next opening does it.
            if let Ok(work) = tidying(store, project).await {
                work.await;
            }
        }));
    }

    /// Sets aside what could not be read, in both homes: first under a key of its own, then away from the old one.
    /// Where there is no room for that it stays where it is.
    pub(super) async fn set_aside(&self, project: ProjectId) {
        let (near, far) = self.shelved(project, |shelved| {
            (
                std::mem::take(&mut shelved.damaged_near),
                std::mem::take(&mut shelved.damaged_far),
            )
        });
        for key in near {
            self.set_aside_near(project, &key);
        }
        if far.is_empty() {
            return;
        }
        let shelves = &self.inner.shelves;
        let held = shelves
            .facts
            .read(&keys::damaged_far(project))
            .await
            .unwrap_or_default();
        for (room, key, text) in far {
            // It holds something that is no text: it stays where it is, as it is.
            if text == NO_TEXT {
                continue;
            }
            let is_free = |to: &str| {
                held.iter()
                    .all(|(held, held_text)| held != to || *held_text == text)
            };
            let to = free_key(
                format!(
                    "{}{}",
                    keys::damaged_far(project),
                    key.strip_prefix(&keys::far(project)).unwrap_or(&key)
                ),
                is_free,
            );
            if shelves.facts.put(vec![(to, text.clone())]).await.is_ok() {
                let shelf = if room == Room::Rows {
                    &shelves.rows
                } else {
                    &shelves.facts
                };
                // What stays because it cannot be removed is found again at the next start.
                let _ = shelf.remove(vec![key]).await;
            }
        }
    }

    pub(super) fn set_aside_near(&self, project: ProjectId, key: &str) {
        let near = &self.inner.shelves.near;
        let Ok(Some(text)) = now(near.get(key)) else {
            return;
        };
        let held = |to: &str| now(near.get(to)).ok().flatten();
        let name = key
            .strip_prefix(&keys::segments(project))
            .or(key.strip_prefix(&keys::of_project(project)))
            .unwrap_or(key);
        let to = free_key(format!("{}{name}", keys::damaged(project)), |to| {
            held(to).is_none_or(|held| held == text)
        });
        if now(near.copy(key, &to)).is_ok() && held(&to).as_ref() == Some(&text) {
            self.inner
                .meter
                .borrow_mut()
                .set(&to, super::units(&to) + super::units(&text));
            self.remove_near(key);
        }
    }

    async fn tidy(&self, project: ProjectId) {
        let shelves = &self.inner.shelves;
        let Ok(facts) = shelves.facts.read(&keys::far(project)).await else {
            return;
        };
        if !self.inner.projects.borrow().contains_key(&project) {
            return;
        }
        let Ok(entries) = now(shelves.near.read(&keys::of_project(project))) else {
            return;
        };
        self.even_facts(project, &entries, &facts);
        let holds_all = self.fill_rows(project, &entries);
        if !self.flush().await || !self.inner.projects.borrow().contains_key(&project) {
            return;
        }
        if !holds_all {
            self.mark_more(project);
        } else if self.inner.meter.borrow().has(&keys::more(project)) {
            self.remove_near(&keys::more(project));
        }
        self.compact(project, &entries);
    }

    /// Writes the rows that IndexedDB lacks. Whether localStorage holds all that IndexedDB does.
    fn fill_rows(&self, project: ProjectId, entries: &[Entry]) -> bool {
        let mut near = HashSet::new();
        let mut missing = Vec::new();
        for (key, text) in entries {
            let (Kept::Segment(..), Ok(found)) = (Kept::of(key), segment::decode(text)) else {
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
        if !missing.is_empty() {
            self.enqueue(Write {
                project,
                room: Room::Rows,
                entries: missing,
                is_near: true,
                posts: Vec::new(),
            });
        }
        self.shelved(project, |shelved| {
            near.iter()
                .filter(|mark| shelved.far.contains(mark))
                .count()
                == shelved.far.len()
        })
    }

    /// Brings switches, marks and the later of two notes to the home that lacks them.
    fn even_facts(&self, project: ProjectId, entries: &[Entry], facts: &[Entry]) {
        let near: BTreeMap<&str, &str> = gather(
            entries
                .iter()
                .filter_map(|(key, text)| Some((key.strip_prefix(PROJECTS)?, text.as_str()))),
        );
        let far: BTreeMap<&str, &str> = gather(
            facts
                .iter()
                .map(|(key, text)| (key.as_str(), text.as_str())),
        );
        let mut for_far = Vec::new();
        for (key, text) in near.iter().chain(&far) {
            let Some(Kept::Fact(_, fact)) = Kept::of_project(key) else {
                continue;
            };
            let text = match fact {
                Fact::Switch(..) | Fact::Whole => (*text).to_owned(),
                Fact::Note(name) => {
                    match self.shelved(project, |shelved| shelved.notes.get(name).cloned()) {
                        Some((stamp, text)) => load::note_text(stamp, &text),
                        None => continue,
                    }
                }
            };
            if near.get(key) != Some(&text.as_str())
                && (matches!(fact, Fact::Note(_)) || !near.contains_key(key))
            {
                self.put_near(&format!("{PROJECTS}{key}"), text.clone());
            }
            if far.get(key) != Some(&text.as_str())
                && (matches!(fact, Fact::Note(_)) || !far.contains_key(key))
            {
                for_far.push(((*key).to_owned(), text));
            }
        }
        if !for_far.is_empty() {
            sort(&mut for_far);
            for_far.dedup();
            self.enqueue(Write {
                project,
                room: Room::Facts,
                entries: for_far,
                is_near: true,
                posts: Vec::new(),
            });
        }
    }
}

/// The key itself, or the first with a number behind it that is free.
fn free_key(key: String, is_free: impl Fn(&str) -> bool) -> String {
    if is_free(&key) {
        return key;
    }
    (2..)
        .map(|number| format!("{key}.{number}"))
        .find(|key| is_free(key))
        .unwrap_or(key)
}
