//! A day or a moment of a record: typed as text in any usual form, or picked from the browser's calendar.

use super::day::{Calendar, day_hint};
use super::give_up;
use super::text::PlainText;
use crate::model::template::Field;
use crate::state::FieldHandle;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::dom;
use crate::ui::screen::base::pieces::on;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, KeyboardEvent};

/// Letters with a calendar beside them.
#[component]
pub(super) fn DateControl(
    handle: FieldHandle,
    field: &'static Field,
    typed: RwSignal<Option<String>>,
) -> impl IntoView {
    let ui = ui();
    let field_type = field.field_type;
    let at = Signal::derive(move || handle.value());
    let picked = Callback::new(move |text: String| {
        handle.write_typed(field, &text);
        // Nobody leaves the button where it never had the focus.
        if !is_beside_letters(dom::focused().as_deref()) {
            handle.end();
        }
    });
    let beside = |event: &web_sys::Event| {
        let target = event.target();
        is_beside_letters(
            target
                .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
                .as_ref(),
        )
    };
    view! {
        <span class="date"
            on:keydown=on(move |event: KeyboardEvent| if event.key() == "Escape" && beside(&event) {
                give_up(ui, handle);
            })
            on:focusout=on(move |event: FocusEvent| if beside(&event) { handle.end() })>
            <PlainText handle field typed hint=day_hint(field_type)/>
            <Calendar field_type at picked/>
        </span>
    }
}

/// Whether it is the button of the calendar, or the calendar itself: Esc there takes a picked day back.
fn is_beside_letters(element: Option<&web_sys::Element>) -> bool {
    element.is_some_and(|one| one.matches(".pick, .picker") == Ok(true))
}
