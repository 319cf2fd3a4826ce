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
        if made.iter().any(|row| self.place_of(row).is_none()) {
            self.show_all();
        }
        if let Some(place) = made.first().and_then(|row| self.place_of(row)) {
            if self.element.get_untracked().is_some() {
                self.show(place);
            } else {
                life::next_frame(move || self.show(place));
            }
        }
    }
}
