//! A day or a moment: typed as text in any usual form, or picked from the browser's calendar.

use super::text::PlainText;
use crate::model::template::{Field, FieldType};
use crate::state::FieldHandle;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::pieces::{on, press};
use crate::ui::texts;
use leptos::prelude::*;

/// Letters with a calendar beside them.
#[component]
pub(super) fn DateControl(handle: FieldHandle, field: &'static Field) -> impl IntoView {
    let ui = ui();
    let (hint, native) = match field.field_type {
        FieldType::DateTime => (texts::forms::DATE_TIME_HINT.zh, "datetime-local"),
        _ => (texts::forms::DATE_HINT.zh, "date"),
    };
    let picker = NodeRef::<leptos::html::Input>::new();
    let open = move || {
        if let Some(input) = picker.get() {
            let _ = input.show_picker();
        }
    };
    let picked = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        handle.write_typed(field, &text);
        handle.end();
    };
    view! {
        <span class="date">
            <PlainText handle field hint/>
            <button type="button" class="icon-button pick" tabindex="-1" aria-label=ui.t(texts::forms::PICK_DATE)
                on:click=press(open)>
                <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
                    <path d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3"/>
                </svg>
            </button>
            <input type=native class="picker" node_ref=picker tabindex="-1" aria-hidden="true" on:change=on(picked)/>
        </span>
    }
}
