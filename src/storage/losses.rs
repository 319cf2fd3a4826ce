//! Which changes stood in bytes that cannot be read: what is nowhere else is missing, and the copy is not whole.

use super::keys;
use super::shelf::now;
use super::store::Store;
use crate::model::{ChangeId, ProjectId};

/// The ids that can still be made out in damaged bytes, or in the key of a row.
pub(super) fn ids_in(text: &str) -> impl Iterator<Item = ChangeId> + '_ {
    text.split(['"', '/', ',', '\n'])
        .filter_map(|part| part.parse().ok())
}

impl Store {
    /// The changes of a project that were read from nowhere but from damaged bytes, as far as those tell.
    pub fn lost(&self, project: ProjectId) -> Vec<ChangeId> {
        let projects = self.inner.projects.borrow();
        let lost = projects.get(&project).map(|shelved| &shelved.lost);
        lost.into_iter().flatten().copied().collect()
    }

    /// The same of what was set aside in localStorage earlier.
    pub(super) fn ids_set_aside(&self, project: ProjectId) -> Vec<ChangeId> {
        let texts = now(self.inner.shelves.near.read(&keys::damaged(project)));
        let texts = texts.unwrap_or_default();
        texts.iter().flat_map(|(_, text)| ids_in(text)).collect()
    }
}
