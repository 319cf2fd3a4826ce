//! 写本部门的贡献: one line for the report.

use crate::analysis::words::names::short_name;
use crate::model::{FieldKey, RecordId};
use crate::templates::report_item;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{live, on};
use crate::ui::screen::form::control::length_told;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// The line of a department.
#[component]
pub(super) fn Contribution(department: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(department);
    let name = move || session.watch(|log| short_name(log, &id.get_value(), ui.lang.get()));
    let stands = move || {
        let line = report_item::record_of(&id.get_value())?;
        let value = session.value(&line, &FieldKey::of(report_item::TEXT.name));
        value.as_text().map(str::to_owned)
    };
    let write = on(move |event: Event| {
        session.contribute(&id.get_value(), typed_text(&event).trim());
    });
    view! {
        <label class="line">
            <span>{live(name)}</span>
            <input type="text" data-free-text="" data-when-left="" autocomplete="off"
                data-field=report_item::TEXT.name
                aria-label=ui.t(texts::mail::ASK_CONTRIBUTION) prop:value=move || stands().unwrap_or_default()
                on:change=write/>
            {length_told(report_item::REPORT_ITEM.field(report_item::TEXT.name), move || stands().unwrap_or_default())}
        </label>
    }
}
