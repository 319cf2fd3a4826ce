//! A day or a moment of a record: typed as text in any usual form, or picked from the browser's calendar.

use super::day::{Calendar, day_hint};
use super::text::PlainText;
use crate::model::template::Field;
use crate::state::FieldHandle;
use leptos::prelude::*;

/// Letters with a calendar beside them.
#[component]
pub(super) fn DateControl(
    handle: FieldHandle,
    field: &'static Field,
    typed: RwSignal<Option<String>>,
) -> impl IntoView {
    let field_type = field.field_type;
    let at = Signal::derive(move || handle.value());
    let picked = Callback::new(move |text: String| {
        handle.write_typed(field, &text);
        handle.end();
    });
    view! {
        <span class="date">
            <PlainText handle field typed hint=day_hint(field_type)/>
            <Calendar field_type at picked/>
        </span>
    }
}
