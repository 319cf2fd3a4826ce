//! The two homes, on shelves in memory that fail, die and are damaged on purpose (reliability.md §3b).

#[path = "storage/away.rs"]
mod away;
#[path = "storage/bench.rs"]
mod bench;
#[path = "storage/damage.rs"]
mod damage;
#[path = "storage/drafts.rs"]
mod drafts;
#[path = "storage/failure.rs"]
mod failure;
#[path = "storage/homes.rs"]
mod homes;
#[path = "storage/kill.rs"]
mod kill;
#[path = "storage/lost.rs"]
mod lost;
#[path = "storage/opening.rs"]
mod opening;
#[path = "storage/proof.rs"]
mod proof;
#[path = "storage/reach.rs"]
mod reach;
#[path = "storage/saving.rs"]
mod saving;
#[path = "storage/tabs.rs"]
mod tabs;
#[path = "storage/taken.rs"]
mod taken;
#[path = "storage/truth.rs"]
mod truth;
#[path = "storage/wild.rs"]
mod wild;
