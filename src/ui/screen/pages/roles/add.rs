//! The line that adds a work item by typing, and what stands in place of an empty table.

use super::RoleGrid;
use super::keys::focus_cell;
use crate::analysis::begin::start::Scenario;
use crate::templates::work_item;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::press;
use crate::ui::screen::frame::unread_data::unless_unread;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// 打字加一件事，回车
#[component]
pub(super) fn AddItem(grid: RoleGrid) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let typed = kept_line(ui, session, "type-work-item");
    let keys = move |event: KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let text = typed.get_untracked().trim().to_owned();
        match event.key().as_str() {
            "Enter" if !text.is_empty() => {
                event.prevent_default();
                session.add_work_items(&[text]);
                typed.set(String::new());
            }
            "ArrowUp" if text.is_empty() => {
                let last = grid.rows.with_untracked(|rows| rows.last().cloned());
                let first = grid.columns.with_untracked(|all| all.first().cloned());
                if let Some((row, column)) = last.zip(first) {
                    event.prevent_default();
                    focus_cell(&(row, column.record));
                }
            }
            _ => {}
        }
    };
    view! {
        <p class="add-role no-print">
            <input type="text" data-free-text="" data-testid="type-work-item" autocomplete="off"
                aria-label=ui.t(texts::roles::TYPE_ITEM) placeholder=ui.t(texts::roles::TYPE_ITEM)
                prop:value=move || typed.get() on:input=move |event| typed.set(typed_text(&event)) on:keydown=keys/>
        </p>
    }
}

/// No work item yet: the preset has some.
#[component]
pub(super) fn Empty() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let preset = session.read(Scenario::of).preset();
    let items = preset.map_or(&[][..], |preset| preset.work_items);
    let add = move || {
        let name = |row: &crate::templates::preset::WorkItemRow| {
            row.name.text(ui.lang.get_untracked()).to_owned()
        };
        let names: Vec<String> = items.iter().map(name).collect();
        session.add_work_items(&names);
    };
    let none = work_item::WORK_ITEM.words.empty;
    view! {
        <section class="empty" data-testid="list-empty">
            <p>{move || ui.text(unless_unread(ui, session, none))}</p>
            <p class="answers">
                <button type="button" class="primary" data-testid="roles-preset" on:click=press(add)>
                    {ui.filled(texts::roles::USE_PRESET_ITEMS, "n", move || items.len().to_string())}
                </button>
            </p>
        </section>
    }
}
