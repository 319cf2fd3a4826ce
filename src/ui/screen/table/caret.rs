//! Where the caret is in the table, and where it goes when its line moves or goes away, or what lay over it closes.

use super::{Table, TableLine};
use crate::model::RecordId;
use crate::ui::screen::base::deed::TableFocus;
use crate::ui::screen::base::{dom, keys, life};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The line that adds a record by typing.
const TYPE_TO_ADD: &str = "[data-testid=type-to-add]";

impl Table {
    pub(super) fn here(self) -> Option<TableFocus> {
        let target = dom::focused()?;
        let row = target.closest(".grid [data-record]").ok().flatten()?;
        let record: RecordId = row.get_attribute("data-record")?.parse().ok()?;
        Some(TableFocus {
            place: self.place_of(&record)?,
            record,
            field: target.get_attribute("data-field").unwrap_or_default(),
        })
    }

    /// Makes a line the edited one and gives the focus to the control of a field in it.
    pub(super) fn activate(self, place: usize, field: &str) {
        let Some(record) = self
            .lines
            .with_untracked(|lines| lines.get(place).and_then(TableLine::record).cloned())
        else {
            return;
        };
        self.show(place);
        self.active.set(Some(record.clone()));
        self.is_within.set_value(false);
        let row = format!(".grid [data-record=\"{record}\"]");
        let column = field.split('/').next().unwrap_or_default();
        keys::enter_soon(format!(
            "{row} [data-field=\"{field}\"], {row} td[data-key=\"{column}\"] [data-field], {row} [data-field]"
        ));
    }

    /// Remembers where the caret is. Where its line goes elsewhere or away, it goes along, or to the line that stands
    /// there then.
    pub(super) fn watch_caret(self) {
        let inside = |event: &web_sys::Event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            target.is_some_and(|target| target.closest(".grid").is_ok_and(|grid| grid.is_some()))
        };
        life::hear_any(&["focusin"], move |event| {
            self.has_caret.set_value(inside(&event));
            if let Some(here) = self.here() {
                self.caret.set_value(Some(here));
            }
        });
        life::hear_any(&["pointerdown"], move |event| {
            self.has_caret.set_value(inside(&event));
        });
        Effect::new(move |before: Option<()>| {
            self.lines.track();
            if before.is_some() && self.has_caret.get_value() {
                life::next_frame(move || {
                    if dom::has_no_focus() {
                        self.back_to_caret();
                    }
                });
            }
        });
    }

    /// Does what may take away a line: the focus goes to what stands in its place then.
    pub(super) fn hand_on(self, record: &RecordId, act: impl FnOnce()) {
        let place = self.place_of(record);
        let field = self
            .caret
            .with_value(|caret| caret.as_ref().map(|caret| caret.field.clone()));
        act();
        if let Some(place) = place {
            self.caret.set_value(Some(TableFocus {
                record: record.clone(),
                place,
                field: field.unwrap_or_default(),
            }));
        }
        self.back_to_caret();
    }

    /// Gives the focus back to where it was in the table: to its line, or to the one in its place; where no line is
    /// left, to what adds one.
    pub(in crate::ui) fn back_to_caret(self) {
        let caret = self.caret.get_value();
        let (place, field) = match &caret {
            Some(caret) => (
                self.place_of(&caret.record).unwrap_or(caret.place),
                &*caret.field,
            ),
            None => (0, ""),
        };
        let is_row = |at: &usize| {
            let is_row =
                |lines: &Vec<TableLine>| lines.get(*at).is_some_and(|line| line.record().is_some());
            self.lines.with_untracked(is_row)
        };
        let count = self.lines.with_untracked(Vec::len);
        let found = (place..count)
            .find(is_row)
            .or_else(|| (0..place.min(count)).rev().find(is_row));
        match found {
            Some(place) => self.activate(place, field),
            None => {
                self.active.set(None);
                dom::focus_soon(format!("{TYPE_TO_ADD}, main"));
            }
        }
    }
}
