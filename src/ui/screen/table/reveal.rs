//! The table brings into view what it is asked for.

use super::Table;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::deed::Pasting;
use leptos::prelude::*;

impl Table {
    /// Opens the box for copied lines of this table that have to be asked about.
    pub(super) fn watch_asking(self) {
        let asking = ui().asking;
        Effect::new(move |_| {
            let is_own = |pasting: &Pasting| pasting.template.kind == self.template.kind;
            if asking.with(|asking| asking.as_ref().is_some_and(is_own)) {
                self.pasting.set(true);
            }
        });
    }

    /// Brings into view what is asked for.
    pub(super) fn watch_reveal(self) {
        let reveal = ui().reveal;
        Effect::new(move |_| {
            let Some(found) = reveal.get() else { return };
            reveal.set(None);
            untrack(|| {
                if found
                    .rows
                    .iter()
                    .all(|row| row.kind() == self.template.kind)
                {
                    self.reveal(&found.rows);
                }
                if let Some((record, field)) = found.caret
                    && let Some(place) = self.place_of(&record)
                {
                    self.activate(place, &field);
                }
            });
        });
    }
}
