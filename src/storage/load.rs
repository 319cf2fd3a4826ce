//! What the homes hold of a project: the union of segments, rows and switches, as it is gathered.

use super::keys::Fact;
use super::news::News;
use super::segment::{self, Unreadable};
use super::shelf::{Entry, Room, ShelfError};
use super::shelved::Shelved;
use super::space::units;
use crate::model::{Change, ProjectId};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The two places in which the browser keeps everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// localStorage.
    Near,
    /// IndexedDB.
    Far,
}

/// Stored bytes that could not be read. They stay, and [`super::Store::raw_dump`] gives them out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// Where they lie.
    pub home: Home,
    /// Under which key they were found.
    pub key: String,
    /// How many UTF-16 units, key included.
    pub units: usize,
    /// Why they cannot be read.
    pub why: Unreadable,
}

/// What the homes hold of a project, or the part not handed out before.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Changes by batch, sorted by its name.
    pub batches: Vec<(String, Vec<Change>)>,
    /// The highest number of each switched batch; odd means off.
    pub switches: Vec<(String, u64)>,
    /// Whether the copy is whole.
    pub whole: bool,
    /// Whether IndexedDB holds more than localStorage; tells after [`super::Store::load_now`] to wait before judging.
    pub more: bool,
    /// What could not be read, also what was set aside earlier.
    pub damaged: Vec<Damaged>,
    /// Whether IndexedDB could not be read, so that changes may be missing.
    pub is_far_unread: bool,
}

/// What the page holds of an open project.
pub(super) type Memory = Rc<dyn Fn(ProjectId) -> Option<Loaded>>;

/// The rows and the facts of a project, as IndexedDB gave them.
pub(super) type FarRead = Result<(Vec<Entry>, Vec<Entry>), ShelfError>;

/// A loading under way.
#[derive(Default)]
pub(super) struct Gathered {
    batches: BTreeMap<String, Vec<Change>>,
    switches: BTreeMap<String, u64>,
    pub(super) loaded: Loaded,
}

impl Loaded {
    /// How many changes.
    pub fn len(&self) -> usize {
        self.batches.iter().map(|(_, changes)| changes.len()).sum()
    }
    /// Whether there is nothing of the project.
    pub fn is_empty(&self) -> bool {
        self.batches.is_empty()
            && self.switches.is_empty()
            && self.damaged.is_empty()
            && !self.whole
    }
    /// Both parts as one.
    pub fn and(self, rest: Self) -> Self {
        let mut all = Gathered::default();
        for part in [&self.switches, &rest.switches] {
            part.iter()
                .for_each(|(batch, number)| all.switch(batch, *number));
        }
        all.loaded.whole = self.whole || rest.whole;
        all.loaded.more = self.more || rest.more;
        all.loaded.is_far_unread = self.is_far_unread || rest.is_far_unread;
        all.loaded.damaged = [self.damaged, rest.damaged].concat();
        for (batch, changes) in self.batches.into_iter().chain(rest.batches) {
            all.batches.entry(batch).or_default().extend(changes);
        }
        all.finish()
    }
}

impl Loaded {
    /// What other tabs told.
    pub(super) fn of(heard: Vec<News>) -> Self {
        let mut got = Gathered::default();
        for news in heard {
            match news {
                News::Changes { batch, changes, .. } => {
                    got.batches.entry(batch).or_default().extend(changes)
                }
                News::Switch { batch, number, .. } => got.switch(&batch, number),
                News::Whole(_) => got.loaded.whole = true,
                News::Note { .. }
                | News::Elsewhere(_)
                | News::Removed(_)
                | News::Restored(_)
                | News::Lost(_)
                | News::Setting { .. } => {}
            }
        }
        got.finish()
    }
}

impl Gathered {
    fn switch(&mut self, batch: &str, number: u64) {
        let known = self.switches.entry(batch.to_owned()).or_default();
        *known = number.max(*known);
    }

    pub(super) fn fact(
        &mut self,
        shelved: &mut Shelved,
        home: Home,
        fact: Fact<'_>,
        (key, sealed): &Entry,
    ) {
        match fact {
            // A switch says everything by its key, a whole copy by being there.
            Fact::Switch(batch, number) => self.switch(batch, number),
            Fact::Whole => self.loaded.whole = true,
            Fact::Note(name) => match note(sealed) {
                Some(note) => {
                    shelved.learn(name, note);
                }
                None => {
                    match home {
                        Home::Near => shelved.damaged_near.push(key.clone()),
                        Home::Far => {
                            shelved
                                .damaged_far
                                .push((Room::Facts, key.clone(), sealed.clone()))
                        }
                    }
                    self.damage(home, key, sealed, Unreadable::Damaged);
                }
            },
        }
    }

    /// Takes in the lines of an entry; which are new, is asked of each.
    pub(super) fn lines<'a>(
        &mut self,
        (home, key): (Home, &str),
        batch: &str,
        lines: impl IntoIterator<Item = &'a str>,
        mut is_new: impl FnMut(&str) -> bool,
    ) {
        let lines = lines.into_iter();
        if !self.batches.contains_key(batch) {
            self.batches
                .insert(batch.to_owned(), Vec::with_capacity(lines.size_hint().0));
        }
        for line in lines {
            if !is_new(line) {
                continue;
            }
            match (segment::change(line), self.batches.get_mut(batch)) {
                (Ok(change), Some(changes)) => changes.push(change),
                (Err(why), _) => self.damage(home, key, line, why),
                (Ok(_), None) => {}
            }
        }
    }

    pub(super) fn damage(&mut self, home: Home, key: &str, text: &str, why: Unreadable) {
        self.loaded.damaged.push(Damaged {
            home,
            key: key.to_owned(),
            units: units(key) + units(text),
            why,
        });
    }

    pub(super) fn finish(mut self) -> Loaded {
        self.loaded.batches = self.batches.into_iter().collect();
        self.loaded.switches = self.switches.into_iter().collect();
        self.loaded
    }
}

/// Stamp and text of a stored note.
pub(super) fn note(sealed: &str) -> Option<(u64, String)> {
    let (stamp, text) = segment::unseal(sealed).ok()?.split_once('\n')?;
    Some((stamp.parse().ok()?, text.to_owned()))
}

/// A note as it is stored.
pub(super) fn note_text(stamp: u64, text: &str) -> String {
    segment::seal(format!("{stamp}\n{text}"))
}
