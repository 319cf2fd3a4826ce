//! Controls that choose: one of some keys, one of the project's records, yes or no.

use super::give_up;
use crate::analysis::words::look::marked;
use crate::analysis::words::names::{referred_name, short_name};
use crate::analysis::words::typed::plain;
use crate::model::template::{Choice, Field, FieldType};
use crate::model::{RecordId, Value};
use crate::state::FieldHandle;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::keys;
use crate::ui::screen::base::pieces::{live, on};
use crate::ui::screen::form::offer::{self, Offer, Offered};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, FocusEvent, KeyboardEvent, PointerEvent};

/// One of the declared keys.
#[component]
pub(super) fn ChoiceControl(
    handle: FieldHandle,
    field: &'static Field,
    choices: &'static [Choice],
) -> impl IntoView {
    let ui = ui();
    let label = move |choice: &Choice| ui.text(choice.label).to_owned();
    let offer = Offer {
        value: value_of(handle),
        nothing: texts::forms::CHOOSE,
        is_short: Box::new(|| false),
        all: Box::new(move || {
            let one = |choice: &Choice| (choice.key.to_owned(), label(choice));
            choices.iter().map(one).collect()
        }),
        called: Box::new(move |key| {
            let known = choices.iter().find(|choice| choice.key == key);
            let is_letters = || !field.field_type.holds(&Value::text(key));
            known.map(label).or_else(|| match is_letters() {
                true => as_typed(key),
                false => unknown(ui, key, key),
            })
        }),
    };
    let read = move |key: &str| match field.field_type {
        FieldType::Scale(_) => key.parse().map_or(Value::Null, Value::int),
        _ if key.is_empty() => Value::Null,
        _ => Value::text(key),
    };
    view! { <Select handle field offer read=Callback::new(move |key: String| read(&key))/> }
}

/// One of the records of some kinds.
#[component]
pub(super) fn RefControl(
    handle: FieldHandle,
    field: &'static Field,
    kinds: &'static [&'static str],
) -> impl IntoView {
    let ui = ui();
    let session = session();
    let candidates = offer::candidates(ui, session, kinds);
    let name = move |record: &RecordId| {
        let lang = ui.lang.get();
        session.read(|log| short_name(log, record, lang))
    };
    let offer = Offer {
        value: value_of(handle),
        nothing: texts::forms::CHOOSE,
        is_short: Box::new(|| false),
        all: Box::new(move || {
            let one = |record: &RecordId| (record.to_string(), name(record));
            // Nothing names itself, or what it lies under.
            let own = handle.record();
            let above = session.read(|log| log.parent_of(&own));
            let is_other = |record: &&RecordId| **record != own && Some(*record) != above.as_ref();
            candidates.with(|all| all.iter().filter(is_other).map(one).collect())
        }),
        called: Box::new(move |key| {
            let Some(record) = key.parse::<RecordId>().ok() else {
                return as_typed(key);
            };
            let is_visible = session.is_visible(&record);
            let lang = ui.lang.get();
            let called = session.read(|log| referred_name(log, &record, lang));
            let is_deleted = session.read(|log| log.is_deleted(&record));
            match kinds.contains(&record.kind()) && (is_visible || is_deleted) {
                true => Some(called),
                false => unknown(ui, key, &called),
            }
        }),
    };
    let read = |key: String| {
        if key.is_empty() {
            Value::Null
        } else {
            Value::text(key)
        }
    };
    view! { <Select handle field offer read=Callback::new(read)/> }
}

/// What is chosen, as a key.
fn value_of(handle: FieldHandle) -> Signal<String> {
    Memo::new(move |_| plain(&handle.value())).into()
}

/// Letters that were not read stand as they were typed.
fn as_typed(key: &str) -> Option<String> {
    let text = key.trim();
    (!text.is_empty()).then(|| marked(text.to_owned()))
}

/// What a value is called that is none of those to choose from; nothing where none is chosen.
fn unknown(ui: Ui, key: &str, name: &str) -> Option<String> {
    (!key.is_empty()).then(|| ui.fill(texts::forms::UNKNOWN_CHOICE, &[("value", name)]))
}

/// A list to choose from; a value that is not in it is shown as it is.
#[component]
fn Select(
    handle: FieldHandle,
    field: &'static Field,
    offer: Offer,
    read: Callback<String, Value>,
) -> impl IntoView {
    let ui = ui();
    // A list that goes away has lost no focus.
    on_cleanup(move || handle.end());
    let value = offer.value;
    let offered = Offered::new(offer);
    view! {
        <select class="letters" node_ref=offered.element data-field=field.key
            data-empty=move || value.with(String::is_empty).to_string() aria-label=ui.t(field.label)
            on:pointerdown=on(move |_: PointerEvent| offered.open())
            on:focus=on(move |_: FocusEvent| { handle.begin(); offered.open(); })
            on:keydown=on(move |event: KeyboardEvent| {
                keys::in_list(&event);
                if event.key() == "Escape" {
                    give_up(ui, handle);
                }
            })
            on:change=on(move |event: Event| handle.choose(read.run(event_target_value(&event))))
            on:blur=on(move |_: FocusEvent| { handle.end(); offered.close(); })></select>
    }
}

/// Yes or no.
#[component]
pub(super) fn BoolControl(handle: FieldHandle, field: &'static Field) -> impl IntoView {
    let ui = ui();
    on_cleanup(move || handle.end());
    let ticked = Memo::new(move |_| field.says_yes(&handle.value()));
    view! {
        <label class="tick">
            <input type="checkbox" data-field=field.key aria-label=ui.t(field.label)
                prop:checked=move || ticked.get()
                on:focus=on(move |_: FocusEvent| handle.begin())
                on:keydown=on(move |event: KeyboardEvent| if event.key() == "Escape" { give_up(ui, handle) })
                on:change=on(move |event: Event| handle.choose(Value::Bool(event_target_checked(&event))))
                on:blur=on(move |_: FocusEvent| handle.end())
            />
            <span>{live(move || ui.text(if ticked.get() { texts::YES } else { texts::NO }))}</span>
        </label>
    }
}
