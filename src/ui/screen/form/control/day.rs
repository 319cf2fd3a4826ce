//! The one control for days and moments: letters in any usual form, the browser's calendar beside them, and below them
//! what they are read as before they count.

use super::told::UnreadHint;
use crate::analysis::words::dated::when_in_full;
use crate::analysis::words::reasons::reason;
use crate::analysis::words::typed::{TextReading, picker_text, shown};
use crate::model::Value;
use crate::model::template::FieldType;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::screen::base::port::{ZONE, seen_from_here};
use crate::ui::texts;
use leptos::prelude::*;

/// What stands in it while nothing does.
pub(in crate::ui) fn day_hint(field_type: FieldType) -> &'static str {
    match field_type {
        FieldType::DateTime => texts::forms::DATE_TIME_HINT.zh,
        _ => texts::forms::DATE_HINT.zh,
    }
}

/// The calendar, which opens at what stands beside it.
#[component]
pub(super) fn Calendar(
    field_type: FieldType,
    at: Signal<Value>,
    picked: Callback<String>,
) -> impl IntoView {
    let ui = ui();
    let native = match field_type {
        FieldType::DateTime => "datetime-local",
        _ => "date",
    };
    let picker = NodeRef::<leptos::html::Input>::new();
    let open = move || {
        if let Some(input) = picker.get() {
            input.set_value(&picker_text(field_type, &at.get_untracked(), ZONE));
            let _ = input.show_picker();
        }
    };
    let take = move |event: web_sys::Event| picked.run(event_target_value(&event));
    view! {
        <button type="button" class="icon-button pick" tabindex="-1" aria-label=ui.t(texts::forms::PICK_DATE)
            on:click=press(open)>
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
                <path d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3"/>
            </svg>
        </button>
        <input type=native class="picker" node_ref=picker tabindex="-1" aria-hidden="true" on:change=on(take)/>
    }
}

/// A day that is typed into a question: its input, the calendar, and what it is read as.
#[component]
pub(in crate::ui) fn DayBox(
    field_type: FieldType,
    text: Signal<String>,
    take: Callback<String>,
    read: Callback<String, TextReading>,
    input: AnyView,
) -> impl IntoView {
    let ui = ui();
    let reading = Memo::new(move |_| read.run(text.get()));
    let at = Signal::derive(move || match reading.get() {
        TextReading::Is(value, _) => value,
        TextReading::Unread(_) => Value::Null,
    });
    let choose = Callback::new(move |value| take.run(shown(field_type, &value, ZONE)));
    let told = move || {
        match reading.get() {
        TextReading::Is(value, _) => when_in_full(&value, seen_from_here(ui.lang.get())).map(|said| {
            view! { <span class="hint read-back" role="status" data-testid="read-back">{said}</span> }.into_any()
        }),
        TextReading::Unread(unread) => {
            let call = |value: Value| Some((when_in_full(&value, seen_from_here(ui.lang.get()))?, value));
            let offers = unread.meant.into_iter().filter_map(call).collect();
            Some(view! { <UnreadHint why=reason(unread.why, ui.lang.get()) offers choose/> }.into_any())
        }
    }
    };
    view! {
        <span class="day-box">
            <span class="date">{input}<Calendar field_type at picked=take/></span>
            {live(told)}
        </span>
    }
}
