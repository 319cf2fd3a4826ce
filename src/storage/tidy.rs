//! After a project was opened: unreadable bytes are set aside, and what one home lacks of the other is added.

use super::host::Task;
use super::keys::{self, Fact, PROJECTS, ParsedKey};
use super::load;
use super::segment;
use super::shelf::{Entry, NO_TEXT, Room, now};
use super::store::{Mode, Store};
use super::write::SEGMENT_CHANGES;
use crate::model::ProjectId;
use crate::model::sort::gather;
use std::collections::{BTreeMap, HashSet};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// How long after opening, so that the screen comes first, in milliseconds.
const WAIT_MS: u32 = 2_000;

/// Lies in the later part of the program.
#[wasm_split(later, fallible)]
fn tidying(store: Store, project: ProjectId) -> Result<Task, SplitLoaderError> {
    Ok(Box::pin(async move { store.tidy(project).await }))
}

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
        self.fill_facts(project, &facts);
        self.even_facts(project, &entries, &facts);
        let holds_all = self.fill_rows(project, &entries);
        if !self.flush().await || !self.inner.projects.borrow().contains_key(&project) {
            return;
        }
        if !holds_all && !self.fill_near(project).await {
            self.mark_more(project);
        } else if self.inner.meter.borrow().has(&keys::more(project)) {
            self.remove_near(&keys::more(project));
        }
        self.compact(project, &entries);
    }

    /// Writes into localStorage what IndexedDB alone holds, where all of it has room: a browser that is killed loses
    /// the last of what it was given. Whether localStorage holds everything now.
    async fn fill_near(&self, project: ProjectId) -> bool {
        let Ok(rows) = self.inner.shelves.rows.read(&keys::far(project)).await else {
            return false;
        };
        let mut near = HashSet::new();
        for (_, text) in &self.segments_near(project) {
            if let Ok(found) = segment::decode(text) {
                let lines = found.lines.iter();
                near.extend(lines.map(|line| self.mark(&found.batch, line)));
            }
        }
        let mut lacking: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (key, text) in &rows {
            if let (Some(batch), Ok(line)) = (keys::batch_of_row(key), segment::unseal(text))
                && near.insert(self.mark(batch, line))
            {
                lacking.entry(batch).or_default().push(line);
            }
        }
        // What a switch holds back may lie only where the switch lies.
        let is_held =
            |batch: &&str| self.shelved(project, |shelved| shelved.switched_far.contains(*batch));
        if lacking.keys().any(is_held) {
            return false;
        }
        let parts = lacking.iter().flat_map(|(batch, lines)| {
            lines.chunks(SEGMENT_CHANGES).map(move |part| (batch, part))
        });
        let segments: Vec<Entry> = parts
            .map(|(batch, part)| {
                let key = keys::segment(project, &self.segment_name());
                (key, segment::encode(batch, part.iter().copied()))
            })
            .collect();
        self.has_room(&segments)
            && segments
                .into_iter()
                .all(|(key, text)| self.put_near(&key, text))
    }

    /// Brings switches, marks and the later of two notes to localStorage, where that lacks them.
    fn even_facts(&self, project: ProjectId, entries: &[Entry], facts: &[Entry]) {
        let near: BTreeMap<&str, &str> = gather(
            entries
                .iter()
                .filter_map(|(key, text)| Some((key.strip_prefix(PROJECTS)?, text.as_str()))),
        );
        for (key, text) in facts {
            let Some(ParsedKey::Fact(_, fact)) = ParsedKey::of_project(key) else {
                continue;
            };
            let text = match fact {
                Fact::Switch(..) | Fact::Whole => text.clone(),
                Fact::Note(name) => {
                    match self.shelved(project, |shelved| shelved.notes.get(name).cloned()) {
                        Some((stamp, text)) => load::note_text(stamp, &text),
                        None => continue,
                    }
                }
            };
            let known = near.get(key.as_str());
            if known != Some(&text.as_str()) && (matches!(fact, Fact::Note(_)) || known.is_none()) {
                self.put_near(&format!("{PROJECTS}{key}"), text.clone());
            }
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
