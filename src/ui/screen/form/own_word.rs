//! What somebody else said, as it stands in a form or a table: nobody types over it. 代为登记 stands beside it, for what
//! they said by word, mail or paper.

use crate::model::template::{Choice, Field, FieldType, Label};
use crate::model::{FieldKey, RecordId, Value};
use crate::state::Session;
use crate::ui::screen::base::composer::Composer;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::form::cell::text_of;
use crate::ui::texts;
use leptos::prelude::*;

const YES_NO: &[Choice] = &[
    Choice::new("true", texts::YES.zh, texts::YES.en),
    Choice::new("false", texts::NO.zh, texts::NO.en),
];

/// The word, and the way to record another.
#[component]
pub(in crate::ui) fn Word(record: RecordId, field: &'static Field) -> impl IntoView {
    let ui = ui();
    let place = format!("word/{record}/{}", field.key);
    let asking = Composer::<2>::at(ui, session(), place);
    let id = StoredValue::new(record);
    view! {
        <div class="own-word" data-testid="own-word" data-key=field.key>
            <output class="filled" title=ui.t(texts::forms::ONLY_THEY)>
                {live(move || text_of(ui, &id.get_value(), field))}
            </output>
            {live(move || (!asking.is_open()).then(|| view! {
                <button type="button" class="link" data-testid="record-word" title=ui.t(texts::forms::ONLY_THEY)
                    on:click=move |_| asking.begin(Default::default())>
                    {ui.text(texts::forms::RECORD_FOR)}
                </button>
            }))}
            {live(move || asking.is_open().then(|| view! { <Record record=id.get_value() field asking/> }))}
        </div>
    }
}

/// What they said, and the basis: a mail, a call, a paper.
#[component]
fn Record(record: RecordId, field: &'static Field, asking: Composer<2>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let [said, basis] = asking.lines;
    let told = RwSignal::new(None::<Label>);
    let id = StoredValue::new(record);
    let write = move |_| {
        let basis = basis.get_untracked().trim().to_owned();
        if basis.is_empty() {
            told.set(Some(texts::forms::BASIS_FIRST));
            return;
        }
        let value = read_said(session, &id.get_value(), field, &said.get_untracked());
        let key = FieldKey::of(field.key);
        session.record_word(&id.get_value(), &key, value, &basis);
        asking.end();
    };
    crate::ui::screen::base::dom::focus_soon("[data-testid=word-said]".into());
    view! {
        <div class="reason">
            <SaidControl field said/>
            <label>
                {ui.t(texts::forms::BASIS)}
                <input type="text" data-testid="word-basis" placeholder=ui.t(texts::forms::BASIS_HINT)
                    prop:value=move || basis.get()
                    on:input=move |event| { basis.set(typed_text(&event)); told.set(None); }/>
            </label>
            {live(move || told.get().map(|label| view! { <p class="told" role="alert">{ui.text(label)}</p> }))}
            {asking.still_here(ui)}
            <button type="button" data-testid="word-write" on:click=write>
                {ui.t(texts::forms::RECORD_FOR)}
            </button>
            <button type="button" on:click=move |_| asking.end()>{ui.t(texts::forms::CANCEL)}</button>
        </div>
    }
}

/// What they said: one of the answers of the field, or a text.
#[component]
fn SaidControl(field: &'static Field, said: RwSignal<String>) -> impl IntoView {
    let ui = ui();
    let choices = match field.field_type {
        FieldType::Enum(choices) => choices,
        FieldType::Bool => YES_NO,
        _ => &[],
    };
    let input = move |event: web_sys::Event| said.set(typed_text(&event));
    if choices.is_empty() {
        return view! {
            <label>
                {ui.t(field.label)}
                <input type="text" data-testid="word-said" prop:value=move || said.get() on:input=input/>
            </label>
        }.into_any();
    }
    let option = |choice: &'static Choice| {
        let is_said = said.with_untracked(|said| said == choice.key);
        view! { <option value=choice.key selected=is_said>{ui.t(choice.label)}</option> }
    };
    view! {
        <label>{ui.t(field.label)} <select data-testid="word-said" on:change=input>
            <option value=""></option>
            {choices.iter().map(option).collect::<Vec<_>>()}
        </select></label>
    }
    .into_any()
}

fn read_said(session: Session, record: &RecordId, field: &'static Field, said: &str) -> Value {
    match field.field_type {
        FieldType::Bool if said.is_empty() => Value::Null,
        FieldType::Bool => Value::Bool(said == "true"),
        _ => session.typed_value(record, field, said),
    }
}
