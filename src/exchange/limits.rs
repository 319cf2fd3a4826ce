//! What a file may hold at most. Declared in one place; a file beyond a limit is refused with the limit and the place.

pub use crate::model::log::{LAMPORT_CLIMB, LAMPORT_END, LAMPORT_JUMP};

/// Bytes of a file: 64 MiB.
pub const FILE_BYTES: usize = 64 << 20;
/// Bytes of a file of public holidays: 1 MiB.
pub const HOLIDAY_BYTES: usize = 1 << 20;
/// Changes in a file, and records in its `current`.
pub const CHANGES: usize = 400_000;
/// Objects and lists inside each other.
pub const DEPTH: usize = 64;
/// Bytes of one text as it stands in the file: 1 MiB.
pub const TEXT_BYTES: usize = 1 << 20;
/// Fields that one change writes, that one record of `current` holds, or that a file writes into one record.
pub const FIELDS: usize = 10_000;
/// Findings listed of one file; the rest is only counted.
pub const FINDINGS: usize = 50;
/// From here on a file carries a warning, and the project the offer of a successor.
pub const MANY_CHANGES: usize = 100_000;
/// Up to so many changes a file carries `current` unless asked otherwise.
pub const CURRENT_CHANGES: usize = 4_000;
