//! A text so long that laying it out keeps the browser busy for seconds: its beginning, until somebody opens it.

use super::text::letters_control;
use crate::analysis::words::names::quoted;
use crate::analysis::words::typed::shown;
use crate::model::Value;
use crate::model::template::Field;
use crate::state::FieldHandle;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::base::port::ZONE;
use crate::ui::texts;
use leptos::prelude::*;

/// Bytes, and lines, beyond which a text is laid out only for who asks for it: the browser would be busy for seconds.
const HUGE: (usize, usize) = (60_000, 1_000);

/// Whether a text is too long to be laid out unasked.
pub(super) fn is_huge(value: &Value) -> bool {
    let text = value.as_text().unwrap_or_default();
    text.len() > HUGE.0 || text.bytes().filter(|byte| *byte == b'\n').count() > HUGE.1
}

/// The beginning of a huge text, and the button that opens it.
#[component]
pub(super) fn Shut(
    handle: FieldHandle,
    field: &'static Field,
    typed: RwSignal<Option<String>>,
    is_shut: RwSignal<bool>,
) -> impl IntoView {
    let ui = ui();
    let text = Memo::new(move |_| shown(field.field_type, &handle.value(), ZONE));
    let start = move || text.with(|text| quoted(text.clone()));
    let letters = move || text.with(|text| text.chars().count().to_string());
    let open = move || {
        is_shut.set(false);
        let record = handle.record();
        crate::ui::screen::base::dom::focus_soon(format!(
            "[data-record=\"{record}\"] [data-field=\"{}\"]",
            field.key
        ));
    };
    live(move || {
        if !is_shut.get() {
            return letters_control(handle, field, typed);
        }
        view! {
            <div class="filled">
                {live(start)} " "
                <button type="button" class="link" data-field=field.key data-testid="whole-text" on:click=press(open)>
                    {ui.filled(texts::frame::WHOLE_TEXT, "n", letters)}
                </button>
            </div>
        }.into_any()
    })
}
