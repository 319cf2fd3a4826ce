//! What the table on the page is asked to bring into view, by an action that may come from elsewhere.

use super::Table;
use crate::model::RecordId;
use crate::ui::screen::base::context::ui;
use leptos::prelude::*;

/// Records, and where the caret goes.
#[derive(Debug, Clone)]
pub(in crate::ui) struct Wanted {
    /// The first of them is to be seen.
    pub(in crate::ui) rows: Vec<RecordId>,
    /// Where the caret goes: a record and a field.
    pub(in crate::ui) caret: Option<(RecordId, String)>,
}

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
