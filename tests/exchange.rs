//! The JSON file both ways: reading, refusing, writing, looking before taking.

#[path = "exchange/around.rs"]
mod around;
#[path = "exchange/attacks.rs"]
mod attacks;
#[path = "exchange/bench.rs"]
mod bench;
#[path = "exchange/by_hand.rs"]
mod by_hand;
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
#[path = "exchange/innocent.rs"]
mod innocent;
#[path = "exchange/left_out.rs"]
mod left_out;
#[path = "exchange/limits.rs"]
mod limits;
#[path = "exchange/merge.rs"]
mod merge;
#[path = "exchange/merge_parts.rs"]
mod merge_parts;
#[path = "exchange/mutations.rs"]
mod mutations;
#[path = "exchange/not_theirs.rs"]
mod not_theirs;
#[path = "exchange/odd_headers.rs"]
mod odd_headers;
#[path = "exchange/outside.rs"]
mod outside;
#[path = "exchange/preview.rs"]
mod preview;
#[path = "exchange/promises.rs"]
mod promises;
#[path = "exchange/refusals_said.rs"]
mod refusals_said;
#[path = "exchange/refuse.rs"]
mod refuse;
#[path = "exchange/slips.rs"]
mod slips;
#[path = "exchange/stakes.rs"]
mod stakes;
#[path = "exchange/told.rs"]
mod told;
