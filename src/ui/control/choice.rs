//! Controls that choose: one of some keys, one of the project's records, yes or no.

use crate::model::Value;
use crate::model::template::{Choice, Field, FieldType};
use crate::state::{FieldHandle, plain};
use crate::ui::context::{session, ui};
use crate::ui::names::short_name;
use crate::ui::pieces::{live, on};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, FocusEvent};

/// One of the declared keys.
#[component]
pub(super) fn ChoiceControl(
    handle: FieldHandle,
    field: &'static Field,
    choices: &'static [Choice],
) -> impl IntoView {
    let ui = ui();
    let options = move || {
        choices
            .iter()
            .map(|choice| (choice.key.to_owned(), ui.text(choice.label).to_owned()))
            .collect::<Vec<_>>()
    };
    let read = move |key: &str| match field.field_type {
        FieldType::Scale(_) => key.parse().map_or(Value::Null, Value::int),
        _ if key.is_empty() => Value::Null,
        _ => Value::text(key),
    };
    view! { <Select handle field options=Signal::derive(options) read=Callback::new(move |key: String| read(&key))/> }
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
    let options = Memo::new(move |_| {
        let lang = ui.lang.get();
        let records = kinds.iter().flat_map(|kind| session.rows(kind));
        records
            .map(|record| {
                (
                    record.to_string(),
                    session.read(|log| short_name(log, &record, lang)),
                )
            })
            .collect::<Vec<_>>()
    });
    let read = |key: String| {
        if key.is_empty() {
            Value::Null
        } else {
            Value::text(key)
        }
    };
    view! { <Select handle field options=options.into() read=Callback::new(read)/> }
}

/// A list to choose from; a value that is not in it is shown as it is.
#[component]
fn Select(
    handle: FieldHandle,
    field: &'static Field,
    options: Signal<Vec<(String, String)>>,
    read: Callback<String, Value>,
) -> impl IntoView {
    let ui = ui();
    let session = session();
    let value = Memo::new(move |_| plain(&handle.value()));
    let unknown = move || {
        let value = value.get();
        let is_unknown = !value.is_empty()
            && options.with(|options| options.iter().all(|(key, _)| *key != value));
        is_unknown.then(|| {
            let named = value
                .parse()
                .ok()
                .map(|record| session.read(|log| short_name(log, &record, ui.lang.get())));
            let text = ui.fill(
                texts::UNKNOWN_CHOICE,
                &[("value", &named.unwrap_or_else(|| value.clone()))],
            );
            view! { <option value=value.clone() selected=true>{text}</option> }
        })
    };
    view! {
        <select class="letters" data-field=field.key data-empty=move || value.with(String::is_empty).to_string() aria-label=ui.t(field.label)
            prop:value=move || { options.track(); value.get() }
            on:focus=on(move |_: FocusEvent| handle.begin())
            on:change=on(move |event: Event| handle.write(read.run(event_target_value(&event))))
            on:blur=on(move |_: FocusEvent| handle.end())
        >
            <option value="">{ui.t(texts::CHOOSE)}</option>
            {unknown}
            {live(move || options.get().into_iter().map(|(key, label)| {
                let is_chosen = value.with_untracked(|value| *value == key);
                view! { <option value=key selected=is_chosen>{label}</option> }
            }).collect::<Vec<_>>())}
        </select>
    }
}

/// Yes or no.
#[component]
pub(super) fn BoolControl(handle: FieldHandle, field: &'static Field) -> impl IntoView {
    let ui = ui();
    let ticked = Memo::new(move |_| field.says_yes(&handle.value()));
    view! {
        <label class="tick">
            <input type="checkbox" data-field=field.key aria-label=ui.t(field.label)
                prop:checked=move || ticked.get()
                on:focus=on(move |_: FocusEvent| handle.begin())
                on:change=on(move |event: Event| handle.write(Value::Bool(event_target_checked(&event))))
                on:blur=on(move |_: FocusEvent| handle.end())
            />
            <span>{live(move || ui.text(if ticked.get() { texts::YES } else { texts::NO }))}</span>
        </label>
    }
}
