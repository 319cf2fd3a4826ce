//! What other tabs write and tell each other, as it is told here and as it goes over the channel.

use crate::model::{Change, ProjectId};

/// What another tab wrote.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// Changes of an open project that this page did not have yet.
    Changes {
        project: ProjectId,
        /// Their batch.
        batch: String,
        changes: Vec<Change>,
    },
    /// A batch of an open project was switched.
    Switch {
        project: ProjectId,
        batch: String,
        /// The switch number; the highest counts, odd means off.
        number: u64,
    },
    /// An open project became whole.
    Whole(ProjectId),
    /// A note beside a project was set.
    Note {
        project: ProjectId,
        name: String,
        text: String,
    },
    /// A project that is not open here came into being or changed.
    Elsewhere(ProjectId),
    /// A project was removed. One that is open here is kept in memory, and comes back whole with the next edit.
    Removed(ProjectId),
    /// An open project was gone from this browser, or from one of its homes, and was written again from memory.
    Restored(ProjectId),
    /// Projects that are not open here were cleared away by the browser, or by somebody who emptied both homes.
    Lost(Vec<ProjectId>),
    /// A setting was changed.
    Setting { name: String, text: String },
}

const PUT: &str = "put\n";
const REMOVED: &str = "removed\n";

/// The message that tells of an entry of localStorage, also where that had no room for it.
pub(super) fn post_of(key: &str, text: &str) -> String {
    format!("{PUT}{key}\n{text}")
}

/// The message that tells of a project's removal.
pub(super) fn removal_of(project: ProjectId) -> String {
    format!("{REMOVED}{project}")
}

/// A message of another tab.
pub(super) enum Post<'a> {
    /// An entry of localStorage was written.
    Put { key: &'a str, text: &'a str },
    /// A project was removed.
    Removed(ProjectId),
}

impl<'a> Post<'a> {
    /// Reads a message; nothing where it is none of these.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix(PUT) {
            let (key, text) = rest.split_once('\n')?;
            return Some(Self::Put { key, text });
        }
        let project = text.strip_prefix(REMOVED)?.parse().ok()?;
        Some(Self::Removed(project))
    }
}
