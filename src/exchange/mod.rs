//! Bytes ↔ project: the JSON file and its versions, the preview of what comes in, parts and clean copies.
//!
//! Architecture invariant: nothing here knows a clock, randomness, storage or a screen; whatever a file holds,
//! reading it ends in a content or in one refusal, and changes nothing.

mod calendar_file;
mod clean_copy;
mod content;
mod envelope;
mod json;
pub mod limits;
mod name;
pub mod preview;
mod refusal;
mod slip;

pub use calendar_file::calendar_file;
pub use clean_copy::{CleanCopy, ORIGIN, Seed, clean_copy};
pub use content::{FileChange, FileContent, Warning};
pub use envelope::{Envelope, purpose};
pub use json::{
    Header, HolidayFile, ProjectInfo, Scope, VERSION, is_file_text, peek, read, read_holidays,
    write, write_part,
};
pub use name::{calendar_name, plain_name, reply_name, sent_name};
pub use preview::{ImportBatches, Preview, group, is_whole_after, preview};
pub use refusal::{Fault, Looks, Place, PlacedFault, Refusal};
pub use slip::{Part, slip};
