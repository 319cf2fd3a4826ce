//! A visit to a field: what was live and shown when it began, and what was written since.

use crate::model::log::{Seen, Slot, Write};
use crate::model::{FieldKey, RecordId};
use reactive_graph::owner::{LocalStorage, StoredValue};
use reactive_graph::traits::WithValue;

/// Where the letters of a visit go.
pub(super) struct Aim {
    pub(super) record: RecordId,
    pub(super) key: FieldKey,
    pub(super) seen: Seen,
    /// What is written along with the first of them.
    pub(super) first: Vec<Write>,
}

/// What goes on while somebody is in a field.
pub(super) struct Visit {
    pub(super) aim: Aim,
    /// What was written in it and is no step of undo yet.
    pub(super) made: Vec<Slot>,
    /// The numbers of the steps of undo that were made in it.
    pub(super) steps: Vec<u64>,
}

/// The field of a handle, and the visit to it that goes on.
pub(super) struct HandleState {
    pub(super) record: RecordId,
    pub(super) key: FieldKey,
    pub(super) visit: Option<Visit>,
}

/// The same, as it is kept: gone with its control.
pub(super) type HandleSlot = StoredValue<HandleState, LocalStorage>;

/// Whether a visit goes on.
pub(super) fn is_visited(place: HandleSlot) -> bool {
    let visited = place.try_with_value(|place| place.visit.is_some());
    visited.unwrap_or(false)
}
