//! What was not written, and why. The write path keeps it; the screen says it where somebody tried.

use crate::model::{FieldKey, RecordId};

/// Why nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The lamports of this copy have come to their end: whatever is written would replace nothing.
    Spent,
    /// The project is closed: it is read only.
    Closed,
    /// The field holds somebody's own word, and somebody else tried to write it.
    OthersWord(RecordId, FieldKey),
}
