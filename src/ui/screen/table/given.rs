//! What the table shows because an address asks for it, in place of what its own choices let through.

use super::{Table, TableLine};
use crate::model::template::Field;
use crate::model::{RecordId, Value};
use leptos::prelude::*;

/// What an address asks the table to show, in place of what its own choices would.
#[derive(Clone)]
pub(in crate::ui) struct LinesGiven {
    pub(in crate::ui) lines: Vec<TableLine>,
    /// What they are gathered by.
    pub(in crate::ui) grouped_by: Option<&'static Field>,
    /// What a record added here begins with.
    pub(in crate::ui) besides: Vec<(&'static str, Value)>,
    /// Takes away whatever hides a record.
    pub(in crate::ui) show_all: Callback<()>,
}

impl Table {
    /// Shows all records again.
    pub(in crate::ui) fn show_all(self) {
        match self.given.get_untracked() {
            Some(given) => given.show_all.run(()),
            None => self.filters.chosen.set(Vec::new()),
        }
    }

    /// Shows what an address asks for; nothing: what its own choices let through.
    pub(in crate::ui) fn give(self, given: Option<LinesGiven>) {
        self.given.set(given);
    }

    /// What records are gathered by.
    pub(super) fn grouped_by(self) -> Option<&'static Field> {
        let given = self
            .given
            .with(|given| given.as_ref().map(|given| given.grouped_by));
        given.unwrap_or_else(|| self.template.field(self.template.grouped_by))
    }

    /// What a record added here begins with, so that it is seen where it was added.
    pub(super) fn besides(self) -> Vec<(&'static str, Value)> {
        let given = |given: &Option<LinesGiven>| given.as_ref().map(|given| given.besides.clone());
        let given = self.given.with_untracked(given);
        given.unwrap_or_else(|| self.filters.besides())
    }

    /// Brings a record into sight as the one that is worked on, and leaves the focus where it is.
    pub(in crate::ui) fn point_at(self, record: &RecordId) {
        if let Some(place) = self.place_of(record) {
            self.active.set(Some(record.clone()));
            self.here.at_next_frame(move || self.show(place));
        }
    }
}
