//! The first and the last day of a new project.

use super::typed::Typed;
use crate::model::template::FieldType;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::form::control::DayBox;
use crate::ui::texts;
use leptos::prelude::*;

/// Both, each with the calendar.
#[component]
pub(super) fn Dates(typed: Typed) -> impl IntoView {
    let ui = ui();
    let end = move || {
        typed.start.track();
        typed
            .end
            .get()
            .unwrap_or_else(|| untrack(|| typed.answers(ui)).end.to_string())
    };
    let take_start = Callback::new(move |text| typed.start.set(text));
    let take_end = Callback::new(move |text| typed.end.set(Some(text)));
    let read_start = Callback::new(move |text: String| Typed::read_start(&text, ui));
    let read_end = Callback::new(move |text: String| typed.read_end(&text, ui));
    let day = move |label, key, text: Signal<String>, take, read| {
        let input = view! {
            <input type="text" data-free-text="" data-field=key autocomplete="off" prop:value=move || text.get()
                on:input=move |event| take_typed(take, &event)/>
        }.into_any();
        view! {
            <label class="line">
                <span>{ui.t(label)}</span>
                <DayBox field_type=FieldType::Date text take read input/>
            </label>
        }
    };
    view! {
        <div class="cols">
            {day(texts::start::STARTS, "planned_start", typed.start.into(), take_start, read_start)}
            {day(texts::start::ENDS, "end", Signal::derive(end), take_end, read_end)}
        </div>
    }
}

fn take_typed(take: Callback<String>, event: &web_sys::Event) {
    take.run(typed_text(event));
}
