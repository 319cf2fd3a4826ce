//! A set of records: one cell per element, so that two people who add different ones never differ.

use crate::model::template::{DELETED, Field};
use crate::model::{FieldKey, RecordId, Value};
use crate::ui::context::{session, ui};
use crate::ui::dom::live;
use crate::ui::names::short_name;
use crate::ui::texts;
use leptos::prelude::*;

/// Ticks for the records of some kinds.
#[component]
pub(super) fn SetControl(
    record: RecordId,
    field: &'static Field,
    kinds: &'static [&'static str],
) -> impl IntoView {
    let session = session();
    let candidates = Memo::new(move |_| {
        kinds
            .iter()
            .flat_map(|kind| session.rows(kind))
            .collect::<Vec<_>>()
    });
    let owner = StoredValue::new(record);
    view! {
        <div class="set" role="group" aria-label=move || ui().text(field.label)>
            <For each=move || candidates.get() key=|record| record.clone() let(candidate)>
                <Element owner=owner.get_value() field candidate/>
            </For>
            {live(move || candidates.with(Vec::is_empty).then(|| view! { <NoCandidates kinds/> }))}
        </div>
    }
}

#[component]
fn NoCandidates(kinds: &'static [&'static str]) -> impl IntoView {
    let ui = ui();
    let place = kinds
        .first()
        .and_then(|kind| crate::templates::SCHEMA.template(kind));
    view! {
        <span class="hint">{live(move || place.map(|template| ui.fill(texts::NO_PEOPLE, &[("place", ui.text(crate::ui::pages::list_label(template)))])))}</span>
    }
}

#[component]
fn Element(owner: RecordId, field: &'static Field, candidate: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let key = FieldKey::of(&format!(
        "{}/{}",
        field.key,
        candidate.rest().unwrap_or(DELETED)
    ));
    let hook = key.to_string();
    let handle = session.field(owner, key);
    let ticked = Memo::new(move |_| !handle.value().is_empty());
    let change = move |event| {
        handle.set(if event_target_checked(&event) {
            Value::Bool(true)
        } else {
            Value::Null
        })
    };
    view! {
        <label class="tick">
            <input type="checkbox" data-field=hook prop:checked=move || ticked.get() on:focus=move |_| handle.begin() on:change=change/>
            <span>{live(move || session.read(|log| short_name(log, &candidate, ui.lang.get())))}</span>
        </label>
    }
}
