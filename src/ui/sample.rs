//! The sample project: an ordinary project of this browser, marked, gone with one click, never sent.

use super::context::Ui;

/// Opens it.
pub(super) fn open(_ui: Ui) {}
