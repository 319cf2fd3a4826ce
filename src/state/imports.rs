//! Imports: each accepted one is a batch with a local switch, so it can be undone and redone at any time.

use super::ledger::Heads;
use super::notes;
use super::session::{Session, SessionInner};
use super::triggers::Topic;
use crate::analysis::telling::doings;
use crate::exchange::Envelope;
use crate::model::clock::moment_of;
use crate::model::log::OWN;
use crate::model::sort::sort_by;
use crate::model::template::minute_text;
use crate::model::{Change, Log};
use chrono::FixedOffset;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// What this browser keeps beside the project about an import. Never exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportNote {
    /// The batch taken.
    pub batch: String,
    /// The batch left out, or empty.
    pub left: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// The files' names.
    pub files: Vec<String>,
    /// Changes taken.
    pub taken: usize,
    /// What was done in them, one for each thing that a person did something to; 0 where it was noted before that was
    /// counted, or they began the project.
    #[serde(default)]
    pub things: usize,
    /// What each file said of itself.
    #[serde(default)]
    pub received: Vec<Received>,
}

/// What a file taken said of itself: who sent it, and what is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Received {
    /// Who sent it, and what is asked.
    pub envelope: Envelope,
    /// When it was written as it was shown, in notes of before the moment itself was kept.
    #[serde(default)]
    pub at: String,
    /// What its sender has: per replica the highest number.
    pub heads: Heads,
}

impl Received {
    /// When it was written, milliseconds since 1970; nothing where the file said nothing, or it was noted before the
    /// moment itself was kept.
    pub fn at_ms(&self) -> Option<i64> {
        self.envelope.at.map(|at| at.timestamp_millis())
    }

    /// The same as people read it in that time zone.
    pub fn at_text(&self, zone: FixedOffset) -> String {
        let text = |ms| minute_text(moment_of(ms, zone));
        self.at_ms().map_or_else(|| self.at.clone(), text)
    }

    /// Whether the file was written at that minute or later, wherever on earth its writer sat. What was noted with its
    /// text alone is read as if it had been written in this time zone.
    pub fn is_since(&self, ms: i64, zone: FixedOffset) -> bool {
        let minute = |ms: i64| ms.div_euclid(60_000);
        match self.at_ms() {
            Some(at_ms) => minute(at_ms) >= minute(ms),
            None => self.at >= minute_text(moment_of(ms, zone)),
        }
    }
}

/// Brings what an earlier version noted of files to the form of today.
fn received_enveloped(note: &mut Json) {
    let received = note.get_mut("received").and_then(Json::as_array_mut);
    received.into_iter().flatten().for_each(notes::enveloped);
}

/// One fact per import: two tabs never write the same one.
const NOTE: &str = "import/";

/// One fact per import of a file that held everything its sender had: whether the copy became whole by it. Letters that
/// are read with the first screen, so no JSON.
const WHOLE_BY: &str = "whole-by/";
const MADE: &str = "made";
const HELD: &str = "held";

impl SessionInner {
    /// Whether the copy is whole by what counts now: a whole file that was taken back leaves it as it was before.
    pub(super) fn holds_everything(&self) -> bool {
        let is_on = |batch: &str| self.log.is_on(batch);
        if !self.is_whole || self.log.batch_names().all(is_on) {
            return self.is_whole;
        }
        let files = self.port.notes(self.project, WHOLE_BY);
        let is_on = |name: &str| is_on(name.strip_prefix(WHOLE_BY).unwrap_or(name));
        let mut was_taken_back = false;
        for (name, text) in &files {
            if is_on(name) {
                return true;
            }
            was_taken_back |= text == MADE;
        }
        !was_taken_back
    }
}

impl Session {
    /// Takes changes as one batch, and what is left out as a second one that is off. Returns the batch.
    pub fn take(
        &self,
        take: Vec<Change>,
        leave: Vec<Change>,
        files: Vec<String>,
        makes_whole: bool,
        received: Vec<Received>,
    ) -> String {
        let batch = self.random_name();
        let left = if leave.is_empty() {
            String::new()
        } else {
            format!("{batch}x")
        };
        let mut note = ImportNote {
            batch: batch.clone(),
            left: left.clone(),
            at_ms: self.now().timestamp_millis(),
            files,
            taken: take.len(),
            things: 0,
            received,
        };
        let is_first = self.read(Log::is_empty);
        let new: Vec<Box<str>> = self.read(|log| {
            let is_here = |change: &&Change| {
                let slot = log.find(change.line());
                slot.is_some_and(|slot| log.is_in_force(slot))
            };
            let new = take.iter().filter(|change| !is_here(change));
            new.map(|change| change.line().into()).collect()
        });
        // The note first: what is in force can always be taken back.
        self.note_import(&note);
        if makes_whole {
            let made = !self.inner().borrow().holds_everything();
            self.set_fact(
                &format!("{WHOLE_BY}{batch}"),
                if made { MADE } else { HELD },
            );
        }
        self.arrive(|inner| {
            if !left.is_empty() {
                // The switch before what it holds back, or a crash between them puts that into force.
                inner.port.switch(inner.project, &left, 1);
                inner.log.switch(&left, 1);
            }
            inner.port.append(inner.project, &batch, &take);
            if !left.is_empty() {
                inner.port.append(inner.project, &left, &leave);
                inner.log.load(&left, leave);
            }
            // Last: a copy that says it is whole is.
            if makes_whole && !inner.is_whole {
                inner.is_whole = true;
                inner.port.set_whole(inner.project);
            }
            inner.log.add_all(&batch, take)
        });
        if !is_first {
            note.things = self.read(|log| {
                let slots = new.iter().filter_map(|line| log.find(line));
                let changes: Vec<&Change> = slots.map(|slot| log.change(slot)).collect();
                doings(log, &changes).len()
            });
            self.note_import(&note);
        }
        self.news_fact();
        batch
    }

    fn note_import(&self, note: &ImportNote) {
        if let Ok(text) = serde_json::to_string(note) {
            self.set_fact(&format!("{NOTE}{}", note.batch), &text);
        }
    }

    /// Files that brought nothing new still say what their senders have, and ask.
    pub fn note_received(&self, files: Vec<String>, received: Vec<Received>) {
        let note = ImportNote {
            batch: self.random_name(),
            left: String::new(),
            at_ms: self.now().timestamp_millis(),
            files,
            taken: 0,
            things: 0,
            received,
        };
        self.note_import(&note);
    }

    /// What the files taken here said of themselves, oldest first; watches the imports.
    pub fn received(&self) -> Vec<Received> {
        self.imports()
            .into_iter()
            .flat_map(|note| note.received)
            .collect()
    }

    /// Another tab learned that the copy is whole.
    pub fn news_whole(&self) {
        self.inner().borrow_mut().is_whole = true;
        self.wake_all();
    }

    /// The import with which the project came to this browser, while it counts; watches the imports.
    pub fn beginning(&self) -> Option<String> {
        let first = self.imports().into_iter().find(|note| note.taken > 0)?;
        let is_beginning = self.read(|log| {
            let begun = |batch: &str| {
                let slots = log.of_batch(batch).into_iter();
                slots.map(|slot| log.change(slot).lamport).min()
            };
            let own = begun(OWN);
            log.switch_of(&first.batch).is_multiple_of(2)
                && own.is_none_or(|own| begun(&first.batch).is_some_and(|came| came < own))
        });
        is_beginning.then_some(first.batch)
    }

    /// The imports of this browser, oldest first; watches them.
    pub fn imports(&self) -> Vec<ImportNote> {
        self.track(Topic::Facts);
        let notes = self.facts(NOTE);
        // A note is written before what it speaks of: after a crash between them nothing of that is here.
        let is_here = |note: &ImportNote| {
            note.taken == 0 || self.read(|log| log.batch_names().any(|name| name == note.batch))
        };
        let mut all: Vec<ImportNote> = notes
            .iter()
            .filter_map(|(_, text)| notes::read(text, received_enveloped))
            .filter(is_here)
            .collect();
        sort_by(&mut all, |a: &ImportNote, b| {
            (a.at_ms, &a.batch).cmp(&(b.at_ms, &b.batch))
        });
        all
    }

    /// How many changes of an import stay in force because other imports that are on brought them too, and the names
    /// of those imports' files.
    pub fn held_elsewhere(&self, batch: &str) -> (usize, Vec<String>) {
        let notes = self.imports();
        self.read(|log| {
            let (count, batches) = log.held_elsewhere(batch);
            let files = |other: &str| notes.iter().find(|note| note.batch == other);
            let files = batches.into_iter().filter_map(files);
            (count, files.flat_map(|note| note.files.clone()).collect())
        })
    }

    /// Undoes (off) or redoes (on) an import. Returns how many of its changes stay because something builds on them.
    pub fn switch_import(&self, batch: &str, on: bool) -> usize {
        self.arrive(|inner| {
            let now = inner.log.switch_of(batch);
            if now.is_multiple_of(2) == on {
                return crate::model::log::Touched::new();
            }
            inner.port.switch(inner.project, batch, now + 1);
            inner.log.switch(batch, now + 1)
        });
        self.read(|log| log.kept_of(batch).len())
    }
}
