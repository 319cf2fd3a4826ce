//! A set of records: one cell per element, so that two people who add different ones never differ.

use crate::model::template::{DELETED, Field};
use crate::model::{FieldKey, RecordId, Value};
use crate::ui::context::{session, ui};
use crate::ui::dom::{list, live, on};
use crate::ui::names::{record_name, short_name};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, FocusEvent};

/// So many are shown all at once.
const FEW: usize = 12;

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
    // A long list shows what is chosen, and adds by name.
    let shown = Memo::new(move |_| {
        let all = candidates.get();
        if all.len() <= FEW {
            return all;
        }
        let chosen = session.elements(&owner.get_value(), &FieldKey::of(field.key));
        let is_chosen = |record: &RecordId| {
            chosen
                .iter()
                .any(|(rest, _)| Some(rest.as_str()) == record.rest())
        };
        all.into_iter().filter(is_chosen).collect()
    });
    view! {
        <div class="set" role="group" tabindex="-1" data-set=field.key aria-label=move || ui().text(field.label)>
            {live(move || (candidates.with(Vec::len) > FEW).then(|| view! { <AddByName owner=owner.get_value() field candidates shown/> }))}
            {list(move || shown.get(), RecordId::to_string, move |candidate| view! { <Element owner=owner.get_value() field candidate/> }.into_any())}
            {live(move || candidates.with(Vec::is_empty).then(|| view! { <NoCandidates kinds/> }))}
        </div>
    }
}

/// A list of those not chosen yet.
#[component]
fn AddByName(
    owner: RecordId,
    field: &'static Field,
    candidates: Memo<Vec<RecordId>>,
    shown: Memo<Vec<RecordId>>,
) -> impl IntoView {
    let ui = ui();
    let session = session();
    let options = move || {
        let chosen = shown.get();
        let rest = candidates
            .get()
            .into_iter()
            .filter(|record| !chosen.contains(record));
        let option = |record: RecordId| {
            let name = session.read(|log| record_name(log, &record, ui.lang.get()));
            view! { <option value=record.to_string()>{name}</option> }
        };
        rest.map(option).collect::<Vec<_>>()
    };
    let add = move |event: Event| {
        let chosen = event_target_value(&event).parse::<RecordId>().ok();
        let rest = chosen.and_then(|record| record.rest().map(str::to_owned));
        if let Some(rest) = rest {
            let key = FieldKey::of(&format!("{}/{rest}", field.key));
            session.field(owner.clone(), key).set(Value::Bool(true));
        }
    };
    view! {
        <select class="add-by-name" aria-label=ui.t(texts::ADD_BY_NAME) on:change=on(add)>
            <option value="">{ui.t(texts::ADD_BY_NAME)}</option>
            {live(options)}
        </select>
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
    let change = move |event: Event| {
        handle.set(if event_target_checked(&event) {
            Value::Bool(true)
        } else {
            Value::Null
        })
    };
    view! {
        <label class="tick">
            <input type="checkbox" data-field=hook prop:checked=move || ticked.get() on:focus=on(move |_: FocusEvent| handle.begin()) on:change=on(change)/>
            <span>{live(move || session.read(|log| short_name(log, &candidate, ui.lang.get())))}</span>
        </label>
    }
}
