//! What the table on the page is asked to bring into view, by an action that may come from elsewhere.

use crate::model::RecordId;

/// Records, and where the caret goes.
#[derive(Debug, Clone)]
pub(in crate::ui) struct Reveal {
    /// The first of them is to be seen.
    pub(in crate::ui) rows: Vec<RecordId>,
    /// Where the caret goes: a record and a field.
    pub(in crate::ui) caret: Option<(RecordId, String)>,
}
