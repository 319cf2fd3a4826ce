//! The JSON file both ways: reading, refusing, writing, looking before taking.

#[path = "exchange/bench.rs"]
mod bench;
#[path = "exchange/clean.rs"]
mod clean;
#[path = "exchange/closer.rs"]
mod closer;
#[path = "exchange/fixtures.rs"]
mod fixtures;
#[path = "exchange/gone.rs"]
mod gone;
#[path = "exchange/help.rs"]
mod help;
#[path = "exchange/hostile.rs"]
mod hostile;
#[path = "exchange/merge.rs"]
mod merge;
#[path = "exchange/mutations.rs"]
mod mutations;
#[path = "exchange/outside.rs"]
mod outside;
#[path = "exchange/preview.rs"]
mod preview;
#[path = "exchange/refuse.rs"]
mod refuse;
#[path = "exchange/slips.rs"]
mod slips;
#[path = "exchange/stakes.rs"]
mod stakes;
