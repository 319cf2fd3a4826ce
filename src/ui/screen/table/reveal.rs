//! The table brings into view what it is asked for.

use super::Table;
use crate::model::RecordId;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::life;
use leptos::prelude::*;

impl Table {
    /// Brings into view what is asked for.
    pub(super) fn watch_reveal(self) {
        let reveal = ui().reveal;
        Effect::new(move |_| {
            let Some(found) = reveal.get() else { return };
            reveal.set(None);
            untrack(|| {
                if let Some(pasting) = found.pasting {
                    return self.pasting.set(Some(*pasting));
                }
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

    /// Brings new records into view; filters that hide one of them give way.
    pub(super) fn reveal(self, made: &[RecordId]) {
        let is_hidden = made.iter().any(|row| self.place_of(row).is_none());
        if is_hidden {
            self.show_all();
        }
        let Some(first) = made.first().cloned() else {
            return;
        };
        let bring = move || {
            if let Some(place) = self.place_of(&first) {
                self.show(place);
            }
        };
        // What an address hid is there a moment later, and so is a table that had no lines.
        match is_hidden || self.element.get_untracked().is_none() {
            true => life::next_frame(bring),
            false => bring(),
        }
    }
}
