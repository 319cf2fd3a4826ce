//! The project file as JSON, both ways: bytes to a content or one refusal, a log to the same bytes each time.
//!
//! Architecture invariant: nothing here knows what a file would bring or whose it is; that is the preview's.

mod bytes;
mod header;
mod holidays;
mod outside_edit;
mod peek;
mod read;
mod scan;
mod settle;
mod sum;
mod versions;
mod write;

pub use bytes::is_file_text;
pub use header::{Header, ProjectInfo, Scope};
pub use holidays::{HolidayFile, read_holidays};
pub use peek::peek;
pub use read::read;
pub use versions::VERSION;
pub use write::{write, write_part};
