//! A set of records: one cell per element, so that two people who add different ones never differ.

use super::give_up;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::sort::gather;
use crate::model::template::{DELETED, Field};
use crate::model::{FieldKey, RecordId, Value};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::keys;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, on, when};
use crate::ui::screen::form::offer::{self, Offer, Offered};
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;
use web_sys::{Event, FocusEvent, KeyboardEvent, PointerEvent};

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
    let candidates = offer::candidates(ui(), session, kinds);
    let owner = StoredValue::new(record);
    // A long list shows what is chosen, and adds by name.
    let shown = Memo::new(move |_| {
        if candidates.with(Vec::len) <= FEW {
            return candidates.get();
        }
        let chosen = session.elements(&owner.get_value(), &FieldKey::of(field.key));
        let chosen: BTreeSet<String> = gather(chosen.into_iter().map(|(rest, _)| rest));
        let is_chosen =
            |record: &&RecordId| record.rest().is_some_and(|rest| chosen.contains(rest));
        candidates.with(|all| all.iter().filter(is_chosen).cloned().collect())
    });
    // Each tick is a control.
    let window = Window::of_rows(Within::Page);
    view! {
        <div class="set" role="group" tabindex="-1" data-set=field.key aria-label=move || ui().text(field.label)>
            {when(move || candidates.with(Vec::len) > FEW, move || view! {
                <AddByName owner=owner.get_value() field candidates shown/>
            })}
            {window.list(shown, RecordId::to_string, move |candidate| view! {
                <Element owner=owner.get_value() field candidate/>
            }.into_any())}
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
    let all = move || {
        let chosen: BTreeSet<RecordId> = gather(shown.get());
        let lang = ui.lang.get();
        let name = |record: &RecordId| session.read(|log| record_name(log, record, lang));
        let rest = candidates.get().into_iter();
        rest.filter(|record| !chosen.contains(record))
            .map(|record| (record.to_string(), name(&record)))
            .collect()
    };
    let offered = Offered::new(Offer {
        value: Signal::derive(String::new),
        nothing: texts::forms::ADD_BY_NAME,
        is_short: Box::new(|| false),
        all: Box::new(all),
        called: Box::new(|_| None),
    });
    let add = move |event: Event| {
        let chosen = event_target_value(&event).parse::<RecordId>().ok();
        let rest = chosen.and_then(|record| record.rest().map(str::to_owned));
        if let Some(rest) = rest {
            let key = FieldKey::of(&format!("{}/{rest}", field.key));
            session.field(owner.clone(), key).set(Value::Bool(true));
        }
    };
    view! {
        <select class="add-by-name" node_ref=offered.element aria-label=ui.t(texts::forms::ADD_BY_NAME)
            on:pointerdown=on(move |_: PointerEvent| offered.open()) on:focus=on(move |_: FocusEvent| offered.open())
            on:keydown=on(|event: KeyboardEvent| keys::in_list(&event)) on:change=on(add)
            on:blur=on(move |_: FocusEvent| offered.close())></select>
    }
}

#[component]
fn NoCandidates(kinds: &'static [&'static str]) -> impl IntoView {
    let ui = ui();
    let place = kinds
        .first()
        .and_then(|kind| crate::templates::SCHEMA.template(kind));
    view! {
        <span class="hint">
            {live(move || {
                place.map(|template| ui.fill(texts::forms::NO_PEOPLE, &[("place", ui.text(template.list_label()))]))
            })}
        </span>
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
        handle.choose(if event_target_checked(&event) {
            Value::Bool(true)
        } else {
            Value::Null
        })
    };
    on_cleanup(move || handle.end());
    view! {
        <label class="tick">
            <input type="checkbox" data-field=hook prop:checked=move || ticked.get()
                on:focus=on(move |_: FocusEvent| handle.begin()) on:change=on(change)
                on:keydown=on(move |event: KeyboardEvent| if event.key() == "Escape" { give_up(ui, handle) })
                on:blur=on(move |_: FocusEvent| handle.end())/>
            <span>{live(move || session.read(|log| short_name(log, &candidate, ui.lang.get())))}</span>
        </label>
    }
}
