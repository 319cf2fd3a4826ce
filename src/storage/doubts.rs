//! What keeps the store from calling everything saved. Knows no store.

use super::load::Memory;
use crate::model::ProjectId;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// What keeps the store from calling everything saved.
#[derive(Default)]
pub(super) struct Doubts {
    /// Projects of which localStorage may hold something that IndexedDB does not.
    pub(super) unproven: RefCell<BTreeSet<ProjectId>>,
    /// Whether somebody is about to prove them.
    pub(super) is_proving: Cell<bool>,
    /// What other tabs gave to localStorage and did not yet tell to be safe.
    pub(super) handed: RefCell<BTreeMap<u64, ProjectId>>,
    /// Gives what the page holds of an open project.
    pub(super) memory: RefCell<Option<Memory>>,
}
