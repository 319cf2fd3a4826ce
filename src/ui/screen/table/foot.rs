//! Under the table: what can be done with the edited line, and the line that adds one by typing.

use super::Table;
use super::filters::counted;
use crate::model::Value;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::door::{LaterView, later};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// What can be done with the edited line, and the line that adds one by typing.
#[component]
pub(super) fn GridFoot(table: Table) -> impl IntoView {
    let ui = ui();
    let session = session();
    let template = table.template;
    let add = move |event: KeyboardEvent| {
        if event.key() != "Enter" || event.is_composing() || event.key_code() == 229 {
            return;
        }
        let text = typed_text(&event);
        let value = Value::typed(&text);
        if !value.is_empty() {
            let fields = [vec![(template.name, value)], table.filters.besides()].concat();
            let made = session.add_rows(template.kind, None, None, &[fields]);
            set_event_target_value(&event, "");
            table.reveal(&made);
        }
    };
    let is_free = !crate::templates::needs_a_parent(template.kind);
    let has_filters = !template.filters.is_empty();
    let open = move || {
        table.is_shut.set(false);
        table.back_to_caret();
    };
    let strip = move || {
        let record = table.active.get().filter(|_| !table.is_shut.get());
        record.map(|record| later(LaterView::Strip(record)))
    };
    view! {
        {live(strip)}
        <div class="grid-foot">
            {is_free.then(|| view! {
                <input type="text" class="letters type-to-add" data-testid="type-to-add" autocomplete="off"
                    placeholder=ui.t(texts::table::TYPE_TO_ADD) aria-label=ui.t(texts::table::TYPE_TO_ADD)
                    on:keydown=on(add)/>
            })}
            {when(move || !has_filters && table.shown_count() > 0, move || view! {
                <span class="hint count">{live(move || counted(ui, table))}</span>
            })}
            {live(move || (table.active.with(Option::is_some) && table.is_shut.get()).then(|| view! {
                <button type="button" data-testid="strip-open" on:click=press(open)>
                    {ui.t(texts::table::DETAILS)}
                </button>
            }))}
            {when(move || table.shown_count() > 0, move || view! {
                <span class="hint keys">{ui.t(texts::table::GRID_KEYS)}</span>
            })}
        </div>
    }
}

fn set_event_target_value(event: &KeyboardEvent, text: &str) {
    use wasm_bindgen::JsCast;
    if let Some(input) = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        input.set_value(text);
    }
}
