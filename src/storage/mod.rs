//! Where a project rests: segments in localStorage and rows in IndexedDB, opened as a union.
//!
//! Architecture invariant: nothing here reads, changes and writes back; what is stored is only added to, and bytes
//! that cannot be read are set aside, never overwritten. Knows no form, no screen; `browser` alone touches the browser.

#[cfg(target_family = "wasm")]
mod browser;
mod compact;
mod delivery;
mod doubts;
mod drafts;
mod dump;
mod hearing;
mod host;
mod keys;
mod load;
mod losses;
mod memory;
mod mend;
mod news;
mod opening;
mod proof;
mod queue;
mod reach;
mod recall;
mod segment;
mod settings;
mod shelf;
mod shelved;
mod space;
mod store;
mod tab_entries;
mod tidy;
mod write;

#[cfg(target_family = "wasm")]
pub use browser::{copy_table, download, poison, read_file, save_picture};
pub use host::{Host, Task, Timer};
pub use load::{Damaged, Home, Loaded};
pub use memory::{Faults, MemoryShelf, NoShelf};
pub use news::News;
pub use reach::Reach;
pub use segment::{Segment, Unreadable, decode, encode, seal, unseal};
pub use shelf::{Entry, Shelf, ShelfError, ShelfFuture};
pub use space::{LIMIT_UNITS, Level, Space, units};
pub use store::{Mode, SaveState, Shelves, Store};
