//! The table brings into view what it is asked for.

use super::Table;
use crate::ui::screen::base::context::ui;
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
}
