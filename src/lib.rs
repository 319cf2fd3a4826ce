//! 合拍 Hepai: a project is a set of immutable changes; merging is set union.
#![doc = "The rooms and their arrows are listed in `tests/architecture.rs`."]

pub mod analysis;
pub mod exchange;
pub mod model;
pub mod state;
pub mod storage;
pub mod templates;
#[cfg_attr(
    target_family = "wasm",
    allow(
        unreachable_pub,
        reason = "the component macro makes public property types"
    )
)]
pub mod ui;
