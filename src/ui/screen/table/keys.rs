//! The keys of the table: arrows, Enter, and Ctrl+D, which takes over what stands above.

use super::{Table, TableLine};
use crate::model::{FieldKey, RecordId};
use crate::ui::screen::base::deed::TableFocus;
use crate::ui::screen::base::{dom, life};
use leptos::prelude::WithUntracked;
use web_sys::{Event, KeyboardEvent};

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

    /// The next line up or down that is a record.
    fn next(self, place: usize, down: bool) -> Option<usize> {
        self.lines.with_untracked(|lines| {
            let is_row = |at: &usize| lines.get(*at).is_some_and(|line| line.record().is_some());
            if down {
                (place + 1..lines.len()).find(is_row)
            } else {
                (0..place).rev().find(is_row)
            }
        })
    }

    pub(super) fn key(self, event: &KeyboardEvent) {
        if event.is_composing() || event.key_code() == 229 || event.alt_key() {
            return;
        }
        let Some(here) = self.here() else { return };
        let with_ctrl = event.ctrl_key() || event.meta_key();
        let is_list = dom::focused().is_some_and(|element| element.tag_name() == "SELECT");
        let is_active = self
            .active
            .with_untracked(|active| active.as_ref() == Some(&here.record));
        let to = match event.key().as_str() {
            "d" | "D" if with_ctrl && is_active && !here.field.is_empty() => {
                event.prevent_default();
                return self.fill_down(&here);
            }
            _ if with_ctrl => return,
            "ArrowUp" if !is_list => self.next(here.place, false),
            "ArrowDown" if !is_list => self.next(here.place, true),
            "Enter" if is_active => self.next(here.place, true),
            "Enter" | "F2" => Some(here.place),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            self.activate(to, &here.field);
        }
    }

    /// A choice that decides on the place of its row may move it: the focus goes along.
    pub(super) fn moved(self, event: &Event) {
        let is_list = dom::tag_of(event) == "SELECT";
        let decides = |field: &str| {
            self.template.grouped_by == field || self.template.filters.contains(&field)
        };
        let here = self.here().filter(|here| is_list && decides(&here.field));
        let Some(here) = here else { return };
        life::next_frame(move || {
            if let Some(place) = self.place_of(&here.record) {
                self.activate(place, &here.field);
            }
        });
    }

    /// Takes the value of the row above; one step of undo.
    fn fill_down(self, here: &TableFocus) {
        let above = self.next(here.place, false).and_then(|place| {
            self.lines
                .with_untracked(|lines| lines.get(place).and_then(TableLine::record).cloned())
        });
        let Some(above) = above else { return };
        let session = self.session;
        dom::leave();
        let value = session.read(|log| log.value(&above, &FieldKey::of(&here.field)));
        session.set_fields(&here.record, &[(&here.field, value)]);
        self.activate(here.place, &here.field);
    }
}
