//! What the table on the page is asked to bring into view, by an action that may come from elsewhere.

use super::deed::Pasting;
use crate::model::RecordId;

/// Records, and where the caret goes; or what was pasted and is to be looked at first.
#[derive(Debug, Clone, Default)]
pub(in crate::ui) struct Reveal {
    /// The first of them is to be seen.
    pub(in crate::ui) rows: Vec<RecordId>,
    /// Where the caret goes: a record and a field.
    pub(in crate::ui) caret: Option<(RecordId, String)>,
    /// What the box for copied lines shows.
    pub(in crate::ui) pasting: Option<Box<Pasting>>,
}
