//! The box for copied lines opens and closes; what stands in it stays until it is taken or given up.

use super::Table;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::dom;
use leptos::prelude::*;

impl Table {
    /// Opens the box, or closes it.
    pub(in crate::ui) fn open_paste_box(self, ui: Ui) {
        if self.pasting.with_untracked(Option::is_some) {
            self.close_paste_box(ui);
        } else {
            self.pasting.set(Some(self.empty_pasting()));
        }
    }

    /// What stands in the box and is not taken.
    pub(super) fn half_pasted(self, ui: Ui) -> RwSignal<String> {
        kept_line(ui, self.session, &format!("paste/{}", self.template.kind))
    }

    /// Opens the box where the page was loaded anew while something stood in it.
    pub(super) fn go_on_pasting(self, ui: Ui) {
        let is_begun = self.half_pasted(ui).with_untracked(|half| !half.is_empty());
        if is_begun && self.pasting.with_untracked(Option::is_none) {
            self.pasting.set(Some(self.empty_pasting()));
        }
    }

    /// Closes the box; the focus goes back to the cell, or to what opens it.
    pub(super) fn close_paste_box(self, ui: Ui) {
        self.half_pasted(ui).set(String::new());
        let had_cell = self
            .pasting
            .with_untracked(|pasting| pasting.as_ref().is_some_and(|one| one.at.is_some()));
        self.pasting.set(None);
        if had_cell {
            self.back_to_caret();
        } else {
            dom::focus_soon("[data-testid=paste-table], main".into());
        }
    }
}
