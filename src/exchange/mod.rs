//! Bytes ↔ project: the JSON file and its versions, the preview of what comes in, parts and clean copies.
//!
//! Architecture invariant: nothing here knows a clock, randomness, storage or a screen; whatever a file holds,
//! reading it ends in a content or in one refusal, and changes nothing.

mod clean;
mod content;
mod header;
pub mod limits;
mod looks;
mod name;
mod outside;
mod peek;
pub mod preview;
mod read;
mod refusal;
mod scan;
mod settle;
mod slip;
mod steps;
mod sum;
mod write;

pub use clean::{CleanCopy, ORIGIN, Seed, clean_copy};
pub use content::{Entry, FileContent, Warning};
pub use header::{Exported, Header, ProjectInfo, Scope, purpose};
pub use name::{plain_name, reply_name, sent_name};
pub use peek::peek;
pub use preview::{Plan, Preview, group, is_whole_after, preview};
pub use read::read;
pub use refusal::{Fault, Finding, Looks, Place, Refusal};
pub use slip::{Part, slip};
pub use steps::VERSION;
pub use write::{write, write_part};
