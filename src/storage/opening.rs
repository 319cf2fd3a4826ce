//! Opening a project: both homes read, in whichever order they answer. Nothing is written here.

use super::keys::{self, ParsedKey};
use super::load::{Damaged, FarRead, Gathered, Home, Loaded};
use super::losses::ids_in;
use super::segment::{self, Unreadable};
use super::shelf::{Room, now};
use super::store::Store;
use crate::model::ProjectId;
use crate::model::hash::KeyedSet;

impl Store {
    /// Opens a project with what localStorage holds, at once. From here on its news are told in full.
    pub fn load_now(&self, project: ProjectId) -> Loaded {
        let mut known = KeyedSet::default();
        let loaded = self.gather_near(project, &mut known);
        self.shelved(project, |shelved| shelved.known = known);
        loaded
    }

    /// Opens a project with what localStorage holds, where that is provably all: every page that wrote into it left
    /// with everything in IndexedDB, and that holds as many changes, which it counts faster than it gives them out.
    /// [`Store::load_rest`] must follow; until it has ended, what is written waits in localStorage on its way to
    /// IndexedDB. Nothing: [`Store::load`] has to be waited for. Where IndexedDB does not answer, nobody can.
    pub async fn load_near(&self, project: ProjectId) -> Option<Loaded> {
        let knows_more = self.inner.meter.borrow().has(&keys::more(project));
        if knows_more || self.inner.is_refused.get() || !self.pages_writing(project).is_empty() {
            return None;
        }
        // Asked first: the answers come while localStorage is read.
        let (shelves, far) = (&self.inner.shelves, keys::far(project));
        let (count, facts) = (shelves.rows.count(&far), shelves.facts.read(&far));
        let both = Box::pin(async move {
            let (count, facts) = (count.await, facts.await);
            Ok((count?, facts?))
        });
        self.shelved(project, |shelved| shelved.loads += 1);
        let near = self.load_now(project);
        let held = self.shelved(project, |shelved| shelved.known.len());
        let answer = self
            .in_time(both, |_, _| Box::pin(std::future::ready(())))
            .await;
        let heard = self.end_hearing(project);
        if near.batches.is_empty() || !near.damaged.is_empty() {
            return None;
        }
        let Ok((count, facts)) = answer else {
            self.end_reading(project, false);
            return Some(near.and(heard));
        };
        if count != held {
            return None;
        }
        self.begin_reading(project);
        self.shelved(project, |shelved| shelved.is_joining = true);
        let mut known = KeyedSet::default();
        let facts = self.gather_far(project, &mut known, Ok((Vec::new(), facts)));
        Some(near.and(facts).and(heard))
    }

    /// What other tabs told while a project was loaded.
    fn end_hearing(&self, project: ProjectId) -> Loaded {
        Loaded::of(self.shelved(project, |shelved| {
            shelved.loads = shelved.loads.saturating_sub(1);
            if shelved.loads == 0 {
                std::mem::take(&mut shelved.heard)
            } else {
                shelved.heard.clone()
            }
        }))
    }

    /// What IndexedDB holds of a project beyond what this page already has; also to be asked again later.
    pub async fn load_rest(&self, project: ProjectId) -> Loaded {
        let read = self.read_far(project).await;
        let loaded = self.gather_rest(project, read);
        self.end_load(project, !loaded.is_far_unread).await;
        loaded
    }

    /// What was read beyond what this page already has.
    pub(super) fn gather_rest(&self, project: ProjectId, read: FarRead) -> Loaded {
        let mut known = self.shelved(project, |shelved| std::mem::take(&mut shelved.known));
        let loaded = self.gather_far(project, &mut known, read);
        self.shelved(project, |shelved| shelved.known = known);
        loaded
    }

    /// Opens a project with the union of both homes, and with what other tabs wrote meanwhile.
    pub async fn load(&self, project: ProjectId) -> Loaded {
        self.shelved(project, |shelved| shelved.loads += 1);
        let mut known = KeyedSet::default();
        let near = self.gather_near(project, &mut known);
        let read = self.read_far(project).await;
        let far = self.gather_far(project, &mut known, read);
        self.shelved(project, |shelved| shelved.known.extend(known));
        self.end_load(project, !far.is_far_unread).await;
        near.and(far).and(self.end_hearing(project))
    }

    fn gather_near(&self, project: ProjectId, known: &mut KeyedSet<u64>) -> Loaded {
        let mut got = Gathered::default();
        let entries =
            now(self.inner.shelves.near.read(&keys::of_project(project))).unwrap_or_default();
        let mut projects = self.inner.projects.borrow_mut();
        let shelved = projects.entry(project).or_default();
        shelved.is_open = true;
        shelved.damaged_near.clear();
        for entry in &entries {
            let (key, text) = entry;
            match ParsedKey::of(key) {
                ParsedKey::Segment(..) => match segment::decode(text) {
                    Ok(found) => got.lines((Home::Near, key), &found.batch, found.lines, |line| {
                        known.insert(self.mark(&found.batch, line))
                    }),
                    Err(why) => {
                        if why == Unreadable::Damaged {
                            shelved.damaged_near.push(key.clone());
                        }
                        shelved.lost.extend(ids_in(text));
                        got.damage(Home::Near, key, text, why);
                    }
                },
                ParsedKey::Fact(_, fact) => got.fact(shelved, Home::Near, fact, entry),
                ParsedKey::More(_) => got.loaded.more = true,
                ParsedKey::Writing(..) | ParsedKey::Setting(_) | ParsedKey::Other => {}
            }
        }
        let mut is_any = false;
        for (key, size) in self.inner.meter.borrow().under(&keys::damaged(project)) {
            is_any = true;
            got.loaded.damaged.push(Damaged {
                home: Home::Near,
                key: key.to_owned(),
                units: size,
                why: Unreadable::Damaged,
            });
        }
        if is_any {
            shelved.lost.extend(self.ids_set_aside(project));
        }
        got.finish()
    }

    pub(super) async fn read_far(&self, project: ProjectId) -> FarRead {
        self.begin_reading(project);
        let shelves = &self.inner.shelves;
        let (rows, facts) = (
            shelves.rows.read(&keys::far(project)),
            shelves.facts.read(&keys::far(project)),
        );
        let both = Box::pin(async move {
            let (rows, facts) = (rows.await, facts.await);
            Ok((rows?, facts?))
        });
        self.in_time(both, move |store, late| {
            Box::pin(async move { store.join(project, Ok(late)).await })
        })
        .await
    }

    pub(super) fn gather_far(
        &self,
        project: ProjectId,
        known: &mut KeyedSet<u64>,
        read: FarRead,
    ) -> Loaded {
        let mut got = Gathered::default();
        let Ok((rows, facts)) = read else {
            got.loaded.is_far_unread = true;
            return got.finish();
        };
        self.shelved(project, |shelved| {
            self.learn_facts(shelved, &facts);
            shelved.damaged_far.clear();
            for (key, text) in rows {
                match (keys::batch_of_row(&key), segment::unseal(&text)) {
                    (Some(batch), Ok(line)) => {
                        shelved.far.insert(self.mark(batch, line));
                        got.lines((Home::Far, &key), batch, [line], |line| {
                            known.insert(self.mark(batch, line))
                        });
                    }
                    _ => {
                        got.damage(Home::Far, &key, &text, Unreadable::Damaged);
                        shelved.lost.extend(ids_in(&key).chain(ids_in(&text)));
                        shelved.damaged_far.push((Room::Rows, key, text));
                    }
                }
            }
            for entry in &facts {
                match ParsedKey::of_project(&entry.0) {
                    Some(ParsedKey::Fact(_, fact)) => got.fact(shelved, Home::Far, fact, entry),
                    _ => {
                        shelved
                            .lost
                            .extend(ids_in(&entry.0).chain(ids_in(&entry.1)));
                        got.damage(Home::Far, &entry.0, &entry.1, Unreadable::Damaged);
                    }
                }
            }
        });
        got.finish()
    }

    pub(super) async fn end_load(&self, project: ProjectId, is_ok: bool) {
        self.set_aside(project).await;
        self.end_reading(project, is_ok);
        if is_ok {
            self.tidy_later(project);
        }
    }

    /// Nobody has the project open any longer.
    pub fn close(&self, project: ProjectId) {
        self.shelved(project, |shelved| {
            shelved.is_open = false;
            shelved.known = KeyedSet::default();
        });
    }
}
