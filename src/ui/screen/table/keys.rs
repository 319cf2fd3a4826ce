//! The keys of the table: arrows go from cell to cell, Enter to the next line, F2 into the letters; Ctrl+D takes over
//! what stands above.

use super::{Table, TableLine};
use crate::model::FieldKey;
use crate::ui::screen::base::deed::TableFocus;
use crate::ui::screen::base::{dom, keys};
use leptos::prelude::{GetValue, SetValue, WithUntracked};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

impl Table {
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
        let (Some(here), Some(element)) = (self.here(), dom::focused()) else {
            return;
        };
        let with_ctrl = event.ctrl_key() || event.meta_key();
        let (is_list, is_text) = (keys::is_list(&element), keys::is_text(&element));
        let is_active = self
            .active
            .with_untracked(|active| active.as_ref() == Some(&here.record));
        let is_within = self.is_within.get_value();
        let key = event.key();
        let to = match key.as_str() {
            _ if is_list && keys::is_open(&element) => return,
            "d" | "D" if with_ctrl && is_active && !here.field.is_empty() => {
                event.prevent_default();
                return self.fill_down(&here);
            }
            _ if with_ctrl || is_text && event.shift_key() && key != "Enter" => return,
            "Escape" => return self.is_within.set_value(false),
            "F2" if is_active && is_text => {
                keys::to_last_letter(&element);
                self.is_within.set_value(true);
                None
            }
            arrow if is_within && arrow.starts_with("Arrow") => return,
            "ArrowUp" => self.next(here.place, false),
            "ArrowDown" => self.next(here.place, true),
            "ArrowRight" if !is_active => Some(here.place),
            arrow @ ("ArrowLeft" | "ArrowRight") => {
                let right = arrow == "ArrowRight";
                if is_text && !keys::is_at_end(&element, right) {
                    return;
                }
                enter_beside(&element, right);
                None
            }
            "Enter" if is_list || matches!(&*element.tag_name(), "A" | "BUTTON") => return,
            "Enter" if is_active => self.next(here.place, !event.shift_key()),
            "Enter" | "F2" => Some(here.place),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            self.activate(to, &here.field);
        }
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

/// Goes to the next cell of the line that has a control, to the right or to the left.
fn enter_beside(element: &Element, right: bool) {
    let mut cell = element.closest("td").ok().flatten();
    while let Some(here) = cell {
        cell = if right {
            here.next_element_sibling()
        } else {
            here.previous_element_sibling()
        };
        let control = cell
            .as_ref()
            .and_then(|cell| cell.query_selector("[data-field]").ok().flatten());
        if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            return keys::enter(&control);
        }
    }
}
