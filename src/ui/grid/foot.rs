//! Under the table: what can be done with the edited line, and the line that adds one by typing.

use super::Table;
use crate::model::{RecordId, Value};
use crate::ui::context::{Ui, session, ui};
use crate::ui::dom::{live, typed_text};
use crate::ui::{rows, texts};
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
            let made = session.add_rows(template.kind, None, None, &[vec![(template.name, value)]]);
            set_event_target_value(&event, "");
            if let Some(place) = made.first().and_then(|row| table.place_of(row)) {
                table.show(place);
            }
        }
    };
    view! {
        <div class="grid-foot">
            <input type="text" class="letters type-to-add" data-testid="type-to-add" autocomplete="off"
                placeholder=ui.t(texts::TYPE_TO_ADD) aria-label=ui.t(texts::TYPE_TO_ADD) on:keydown=add/>
            {live(move || table.active.get().map(|record| view! { <ActiveTools table record/> }))}
            <span class="hint count">{live(move || ui.fill(texts::SHOWN_OF, &[("n", &table.count().to_string())]))} " · " {ui.t(texts::GRID_KEYS)}</span>
        </div>
    }
}

#[component]
fn ActiveTools(table: Table, record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let href = Ui::href(session.project(), &record);
    let delete = move |_| {
        table.active.set(None);
        rows::delete_with_undo(ui, session, &record);
    };
    view! {
        <span class="active-tools">
            <a class="button" href=href>{ui.t(texts::OPEN_SHEET)}</a>
            <button type="button" data-testid="delete-record" on:click=delete>{ui.t(texts::DELETE)}</button>
        </span>
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
