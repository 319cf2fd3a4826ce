//! The table brings into view what it is asked for.

use super::Table;
use crate::ui::screen::base::context::ui;
use leptos::prelude::*;

impl Table {
    /// Brings into view what is asked for.
    pub(super) fn watch_wanted(self) {
        let wanted = ui().wanted;
        Effect::new(move |_| {
            let Some(found) = wanted.get() else { return };
            wanted.set(None);
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
