//! The screens: app shell, one generic form, one table, pages, texts.
//!
//! Architecture invariant: no parsing, no rules, no date arithmetic, no storage here; views hold handles.
//! Only the catalogue of words is built natively, so that tests can read it.

pub mod letter;
pub mod texts;

#[cfg(target_family = "wasm")]
mod app;
#[cfg(target_family = "wasm")]
mod asked;
#[cfg(target_family = "wasm")]
mod backup;
#[cfg(target_family = "wasm")]
mod card;
#[cfg(target_family = "wasm")]
mod clock;
#[cfg(target_family = "wasm")]
mod context;
#[cfg(target_family = "wasm")]
mod control;
#[cfg(target_family = "wasm")]
mod copying;
#[cfg(target_family = "wasm")]
mod data_panel;
#[cfg(target_family = "wasm")]
mod deeds;
#[cfg(target_family = "wasm")]
mod dom;
#[cfg(target_family = "wasm")]
mod finding;
#[cfg(target_family = "wasm")]
mod focus;
#[cfg(target_family = "wasm")]
mod founding;
#[cfg(target_family = "wasm")]
mod grid;
#[cfg(target_family = "wasm")]
mod handover;
#[cfg(target_family = "wasm")]
mod help;
#[cfg(target_family = "wasm")]
mod icons;
#[cfg(target_family = "wasm")]
mod identity;
#[cfg(target_family = "wasm")]
mod incoming;
#[cfg(target_family = "wasm")]
mod later;
#[cfg(target_family = "wasm")]
mod life;
#[cfg(target_family = "wasm")]
mod long;
#[cfg(target_family = "wasm")]
mod mark;
#[cfg(target_family = "wasm")]
mod menu;
#[cfg(target_family = "wasm")]
mod messages;
#[cfg(target_family = "wasm")]
mod notices;
#[cfg(target_family = "wasm")]
mod offer;
#[cfg(target_family = "wasm")]
mod own_word;
#[cfg(target_family = "wasm")]
mod pages;
#[cfg(target_family = "wasm")]
mod part;
#[cfg(target_family = "wasm")]
mod paste;
#[cfg(target_family = "wasm")]
mod pieces;
#[cfg(target_family = "wasm")]
mod port;
#[cfg(target_family = "wasm")]
mod preview;
#[cfg(target_family = "wasm")]
mod rail;
#[cfg(target_family = "wasm")]
mod reason;
#[cfg(target_family = "wasm")]
mod refusals;
#[cfg(target_family = "wasm")]
mod rows;
#[cfg(target_family = "wasm")]
mod said;
#[cfg(target_family = "wasm")]
mod sample;
#[cfg(target_family = "wasm")]
mod search;
#[cfg(target_family = "wasm")]
mod sending;
#[cfg(target_family = "wasm")]
mod settled;
#[cfg(target_family = "wasm")]
mod sheet;
#[cfg(target_family = "wasm")]
mod shell;
#[cfg(target_family = "wasm")]
mod spent;
#[cfg(target_family = "wasm")]
mod steps;
#[cfg(target_family = "wasm")]
mod suggested;
#[cfg(target_family = "wasm")]
mod switch;
#[cfg(target_family = "wasm")]
mod undoing;
#[cfg(target_family = "wasm")]
mod unknown_fields;
#[cfg(target_family = "wasm")]
mod unread;
#[cfg(target_family = "wasm")]
mod unsent;
#[cfg(target_family = "wasm")]
mod update;

#[cfg(target_family = "wasm")]
pub use app::start;
