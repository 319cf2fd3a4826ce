//! The table brings into view what it is asked for.

use super::Table;
use crate::model::RecordId;
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

    /// Brings new records into view; filters that hide one of them give way.
    pub(super) fn reveal(self, made: &[RecordId]) {
        let Some(first) = made.first().cloned() else {
            return;
        };
        let made = made.to_vec();
        let is_hidden = move || made.iter().any(|row| self.place_of(row).is_none());
        // Lines that an address asks for are there a moment later.
        match self.given.with_untracked(Option::is_some) && is_hidden() {
            true => self
                .here
                .at_next_frame(move || self.reveal_through(is_hidden(), first)),
            false => self.reveal_through(is_hidden(), first),
        }
    }

    fn reveal_through(self, is_hidden: bool, first: RecordId) {
        if is_hidden {
            self.show_all();
        }
        // What an address hid is there some frames later, and so is a table that had no lines.
        match is_hidden || self.element.get_untracked().is_none() {
            true => self.bring(first, FRAMES),
            false => self.bring(first, 0),
        }
    }

    /// Scrolls to a record, once the table has it.
    fn bring(self, record: RecordId, frames: u32) {
        let place = self
            .place_of(&record)
            .filter(|_| self.element.get_untracked().is_some());
        match place {
            Some(place) => {
                self.show(place);
                // A table that has just grown is as high as its lines a frame later.
                if frames > 0 {
                    self.here.at_next_frame(move || {
                        if let Some(place) = self.place_of(&record) {
                            self.show(place);
                        }
                    });
                }
            }
            None if frames > 0 => {
                self.here
                    .at_next_frame(move || self.bring(record, frames - 1));
            }
            None => {}
        }
    }
}

/// So many frames a new record is waited for.
const FRAMES: u32 = 30;
