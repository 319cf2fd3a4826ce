//! The screens themselves, of the browser alone.
//!
//! `base` is what all stand on, then `form`, `table`, `mail`, `frame` and `pages`; `app` begins it all, and `later`
//! says which of it is fetched after the first page is shown.

mod app;
mod base;
mod deeds;
mod form;
mod frame;
mod later;
mod mail;
mod pages;
mod table;

pub use app::start;
