//! Imports: each accepted one is a batch with a local switch, so it can be undone and redone at any time.

use super::session::Session;
use crate::model::Change;
use crate::model::id::CROCKFORD;
use serde::{Deserialize, Serialize};

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
}

const NOTE: &str = "imports";

impl Session {
    /// Takes changes as one batch, and what is left out as a second one that is off. Returns the batch.
    pub fn take(
        &self,
        take: Vec<Change>,
        leave: Vec<Change>,
        files: Vec<String>,
        makes_whole: bool,
    ) -> String {
        let bytes: [u8; 10] = self.random();
        let batch: String = bytes
            .iter()
            .map(|byte| char::from(CROCKFORD[usize::from(byte & 31)]))
            .collect();
        let left = if leave.is_empty() {
            String::new()
        } else {
            format!("{batch}x")
        };
        let note = ImportNote {
            batch: batch.clone(),
            left: left.clone(),
            at_ms: self.now().timestamp_millis(),
            files,
            taken: take.len(),
        };
        self.arrive(|inner| {
            inner.port.append(inner.project, &batch, &take);
            if !left.is_empty() {
                inner.port.append(inner.project, &left, &leave);
                inner.port.switch(inner.project, &left, 1);
                inner.log.switch(&left, 1);
                inner.log.load(&left, leave);
            }
            if makes_whole && !inner.is_whole {
                inner.is_whole = true;
                inner.port.set_whole(inner.project);
            }
            inner.log.add_all(&batch, take)
        });
        let mut notes = self.imports();
        notes.push(note);
        let inner = self.inner();
        let inner = inner.borrow();
        if let Ok(text) = serde_json::to_string(&notes) {
            inner.port.set_note(inner.project, NOTE, &text);
        }
        batch
    }

    /// Another tab learned that the copy is whole.
    pub fn news_whole(&self) {
        self.inner().borrow_mut().is_whole = true;
        self.wake_all();
    }

    /// The imports of this browser, oldest first.
    pub fn imports(&self) -> Vec<ImportNote> {
        let inner = self.inner();
        let inner = inner.borrow();
        inner
            .port
            .note(inner.project, NOTE)
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
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
