//! What a file holds once it is read: changes known here by their place in the log, the others with their line.

use super::envelope::Envelope;
use super::json::{ProjectInfo, Scope};
use crate::model::log::Slot;
use crate::model::{CellId, Change, Log};

/// A change of a file, read only where it is new.
#[derive(Debug, Clone)]
pub enum FileChange {
    /// Stored in the log the file was read with.
    Known(Slot),
    /// Not stored there, and its line in the file.
    Fresh(Box<Change>, usize),
}

impl FileChange {
    /// The change. The log must be the one the file was read with.
    pub fn change<'a>(&'a self, log: Option<&'a Log>) -> Option<&'a Change> {
        match self {
            Self::Known(slot) => log.map(|log| log.change(*slot)),
            Self::Fresh(change, _) => Some(change),
        }
    }
}

/// Something to tell about a file that can be taken all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// `sum.changes` does not fit: a line was altered or lost on the way. The lines that look suspicious.
    ChangesDiffer(Vec<usize>),
    /// `sum.current` does not fit, and these fields differ from the state of the file's own changes (an outside edit).
    CurrentDiffers(Vec<CellId>),
    /// From [`super::limits::MANY_CHANGES`] changes on a successor project is advised.
    Many(usize),
}

/// A file that was read and can be previewed.
#[derive(Debug, Clone)]
pub struct FileContent {
    pub project: ProjectInfo,
    /// Version of the app that wrote it, as it says.
    pub app: String,
    /// Sender and request.
    pub envelope: Envelope,
    pub scope: Scope,
    /// Its changes in the one order, each once.
    pub entries: Vec<FileChange>,
    /// The difference between its `current` and its own changes, as changes.
    pub outside: Vec<Change>,
    /// What there is to tell.
    pub warnings: Vec<Warning>,
}

impl FileContent {
    /// How many changes it holds, an outside edit included.
    pub fn len(&self) -> usize {
        self.entries.len() + self.outside.len()
    }

    /// Whether it holds no change at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether its changes are not as they were when it was written.
    pub fn is_damaged(&self) -> bool {
        self.warnings
            .iter()
            .any(|warning| matches!(warning, Warning::ChangesDiffer(_)))
    }

    /// Every change it holds. The log must be the one the file was read with.
    pub fn changes<'a>(&'a self, log: Option<&'a Log>) -> impl Iterator<Item = &'a Change> + 'a {
        self.entries
            .iter()
            .filter_map(move |entry| entry.change(log))
            .chain(&self.outside)
    }
}
