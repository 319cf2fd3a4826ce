//! 合拍 Hepai: people of several departments run one piece of work together, each with a copy in a browser.
//!
//! There is no server. A project is a set of immutable changes; its state is a pure function of that set, and merging
//! is set union. Autosave, two open windows, files that go by mail, history, undo and recovery after a crash are one
//! mechanism for that reason. A form is declared once, as a template: its sheet, table, checks, search, print and the
//! columns of a paste follow from the declaration. Nothing reaches anybody until a person sends a file, and nothing of
//! a file is taken before a person accepts it. What each file is for stands in its first line; this page is the map.
//!
//! # The rooms
//!
//! A room uses only rooms above it here. `tests/architecture.rs` holds all that is said to be absent.
//!
//! - [`model`]: ids, values, changes, the log that answers what is live and who differs, and the language of templates.
//!   *Absent:* clock, chance, input and output, and any particular template.
//! - [`templates`]: a file per form with its fields, states and rules, a typed key per field; presets and the example.
//!   *Absent:* whatever counts working days or looks at people; other rooms never spell a field's key.
//! - [`analysis`]: what can be known by counting, a folder per question: `time`, `words`, `people`, `rules`, `goal`,
//!   `standing`, `inbox`, `telling`, `begin`. *Absent:* today (an argument), files, storage, screens.
//! - [`exchange`]: bytes to a project and back, and what a file would bring. *Absent:* storage, screens; whatever the
//!   bytes are, reading ends in a content or one refusal and changes nothing.
//! - [`storage`]: the two homes in the browser, segments, proofs. *Absent:* what a change means; only
//!   `storage/browser.rs` touches the browser.
//! - [`state`]: the open projects, live: one write path, handles, undo, imports, addresses. *Absent:* Leptos, the
//!   browser; clock, chance and storage come in through [`state::Port`].
//! - [`ui`]: words and letters natively, and `ui/screen` for the browser alone: `base`, `form`, `table`, `mail`,
//!   `frame`, `pages`, then `app`, which begins it all, and `later`, which says what is fetched after the first page;
//!   whoever wants some of it asks `base/door.rs`. *Absent:* parsing, rules, arithmetic with dates, timers outside of
//!   `base/life.rs`.
//!
//! # One value's way out
//!
//! A key press → `ui/screen/form/control/text.rs`, which waits for the IME → [`state::FieldHandle`], which remembers
//! what was live and shown when the visit began → [`state::Session::apply`], the one write path: stamps, drafts one
//! change per record, adds them to [`model::Log`], wakes the controls that show the cell (`state/triggers.rs`) and
//! appends through [`state::Port`] → [`storage::Store::append`]: localStorage at once, IndexedDB until it is safe.
//!
//! # One file's way in
//!
//! `ui/screen/mail/incoming.rs` → [`exchange::read`]: sizes, UTF-8, one scan, parse, all findings with their places →
//! [`exchange::preview()`]: what it replaces, in whose name, what differs → `ui/screen/mail/preview.rs` shows it, a
//! person accepts → [`state::Session::take`]: one batch with a switch, added to the log by union, its cells woken,
//! stored.
//!
//! # Where do I add …
//!
//! | | New | Edited |
//! |---|---|---|
//! | a field | – | its template's file: key, field, section (1) |
//! | a form | its file in `templates`, states and rules beside it, a panel of its own (at most 4) | `templates/mod.rs`: the module, its place in [`templates::SCHEMA`], its rules (1); and only where it has some: what it alone computes `analysis/computed.rs`, conditions of steps `people/guards.rs`, rules that count `analysis/rules`, its panel `pages/side.rs`, a piece of its list `form/extras.rs`, their words `ui/texts` (at most 7) |
//! | a rule of a form alone | – | its template's rules (1) |
//! | a rule that counts days or people | – | the file of its subject in `analysis/rules`, a line in its table (1) |
//! | a word or sentence of a screen | – | its part in `ui/texts`, in both languages (1) |
//! | a page | its file in `ui/screen/pages` | `pages/mod.rs`, [`state::Page`] in `state/route.rs`, `ui/screen/later.rs`, `frame/rail.rs`, its part in `ui/texts` (5) |
//! | a file format | its folder in `exchange` beside `json`, which asks `analysis/words` for every name and value | `exchange/mod.rs`, the page with its button, its words in `ui/texts` (3) |
//!
//! When an issue is due is said by who accepts it (`DUE_AT` of [`templates::issue`]); how late it is and how far it
//! should have gone, by `analysis/time/issue_clock.rs` on the clock of `time/clock.rs`; which days are working days, by
//! `time/calendar.rs`; who may take a step, by `analysis/people/allowed_steps.rs`.

#![allow(
    missing_docs,
    reason = "a field, a variant or a key may be named so that nothing is left to say; of all else the test of docs in \
              tests/architecture asks that it says something"
)]

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
