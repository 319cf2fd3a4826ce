//! The screens: app shell, one generic form, one table, pages, texts.
//!
//! Architecture invariant: no parsing, no rules, no date arithmetic, no storage here; views hold handles.
//! Only the catalogue of words is built natively, so that tests can read it.

pub mod texts;

#[cfg(target_family = "wasm")]
mod app;
#[cfg(target_family = "wasm")]
mod context;
#[cfg(target_family = "wasm")]
mod control;
#[cfg(target_family = "wasm")]
mod dom;
#[cfg(target_family = "wasm")]
mod grid;
#[cfg(target_family = "wasm")]
mod icons;
#[cfg(target_family = "wasm")]
mod incoming;
#[cfg(target_family = "wasm")]
mod later;
#[cfg(target_family = "wasm")]
mod names;
#[cfg(target_family = "wasm")]
mod notices;
#[cfg(target_family = "wasm")]
mod pages;
#[cfg(target_family = "wasm")]
mod port;
#[cfg(target_family = "wasm")]
mod preview;
#[cfg(target_family = "wasm")]
mod refusals;
#[cfg(target_family = "wasm")]
mod rows;
#[cfg(target_family = "wasm")]
mod sheet;
#[cfg(target_family = "wasm")]
mod shell;
#[cfg(target_family = "wasm")]
mod steps;

#[cfg(target_family = "wasm")]
pub use app::start;
