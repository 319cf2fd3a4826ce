//! The JSON file both ways: reading, refusing, writing, looking before taking.

#[path = "exchange/help.rs"]
mod help;
#[path = "exchange/merge.rs"]
mod merge;
