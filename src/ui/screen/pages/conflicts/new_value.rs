//! 写一个新的: a new value in the control that its field has, not written before it is decided.

use crate::analysis::inbox::differences::NewValue;
use crate::analysis::words::names::short_name;
use crate::analysis::words::typed::{Supplied, TextReading, shown};
use crate::model::log::ConflictPlace;
use crate::model::template::{Field, FieldType, Label};
use crate::model::{RecordId, Value};
use crate::state::Session;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::form::control::{DayBox, UnreadHint, day_hint, offers, why};
use crate::ui::screen::form::offer::{self, Offer, Offered};
use crate::ui::texts;
use leptos::prelude::*;

/// In the set, or out of it.
const IN: &str = "in";
const OUT: &str = "out";

/// What a person has chosen so far.
#[derive(Clone, PartialEq)]
pub(super) enum Chosen {
    /// Nothing: nothing is chosen beforehand.
    Nothing,
    One(Value),
    /// A new value.
    New,
}

fn field_of(place: &ConflictPlace) -> Option<&'static Field> {
    let template = crate::templates::SCHEMA.template(place.record.kind())?;
    template.field(place.key.as_str())
}

/// What letters mean in the field; as they are, where this version does not know it.
fn read_field(session: Session, place: &ConflictPlace, text: &str) -> TextReading {
    match field_of(place) {
        Some(field) => session.read_field(&place.record, field, text),
        None => TextReading::Is(Value::typed(text), Supplied::Nothing),
    }
}

/// Whether a value is typed in letters, which may say nothing.
fn is_typed(field_type: FieldType) -> bool {
    matches!(
        field_type,
        FieldType::Int(..)
            | FieldType::Decimal
            | FieldType::Money
            | FieldType::Date
            | FieldType::DateTime
    )
}

/// What was written as a value of the field, or what is to be said where it is none.
pub(super) fn read_new(
    session: Session,
    place: &ConflictPlace,
    new: NewValue,
    text: &str,
) -> Result<Value, Label> {
    let typed = Value::typed(text);
    let Some(key) = typed.as_text() else {
        return Err(texts::decide::WRITE_FIRST);
    };
    Ok(match new {
        NewValue::Nothing => return Err(texts::decide::WRITE_FIRST),
        NewValue::Element if key == IN => Value::Bool(true),
        NewValue::Element if key == OUT => Value::Null,
        NewValue::Typed(FieldType::Bool) => Value::Bool(key == IN),
        NewValue::Typed(FieldType::Scale(_)) => key.parse().map_or(typed.clone(), Value::int),
        NewValue::Typed(field_type) if is_typed(field_type) => {
            match read_field(session, place, text) {
                TextReading::Is(value, _) => value,
                TextReading::Unread(_) => return Err(texts::decide::NOT_READ_YET),
            }
        }
        NewValue::Typed(_) | NewValue::Element | NewValue::Letters => typed,
    })
}

/// The radio of a new value, with its control.
#[component]
pub(super) fn NewInput(
    place: StoredValue<ConflictPlace>,
    new: NewValue,
    nth: usize,
    group: String,
    chosen: RwSignal<Chosen>,
    choose: Callback<Chosen>,
    written: RwSignal<String>,
) -> impl IntoView {
    let ui = ui();
    let session = session();
    let take = Callback::new(move |text: String| {
        written.set(text);
        choose.run(Chosen::New);
    });
    let control = match new {
        NewValue::Typed(field_type @ (FieldType::Date | FieldType::DateTime)) => {
            let input = letters_control(day_hint(field_type), take, written);
            let read = Callback::new(move |text: String| {
                place.with_value(|place| read_field(session, place, &text))
            });
            view! { <DayBox field_type text=written.into() take read input/> }.into_any()
        }
        NewValue::Typed(FieldType::LongText(_)) => long_control(take, written),
        _ => match options(place, new) {
            Some(options) => pick_control(options, take, written),
            None => letters_control("", take, written),
        },
    };
    let told = Memo::new(move |_| match new {
        NewValue::Typed(FieldType::Date | FieldType::DateTime) => None,
        NewValue::Typed(field_type) => {
            let text = written.get();
            let reading = place.with_value(|place| read_field(session, place, &text));
            match reading {
                TextReading::Unread(unread) if is_typed(field_type) => Some((field_type, unread)),
                _ => None,
            }
        }
        _ => None,
    });
    let put = Callback::new(move |value| {
        if let NewValue::Typed(field_type) = new {
            take.run(shown(field_type, &value, ZONE));
        }
    });
    let is_long = matches!(new, NewValue::Typed(FieldType::LongText(_)));
    let is_chosen = move || chosen.with(|chosen| *chosen == Chosen::New);
    view! {
        <div class="option new" data-long=is_long.to_string()>
            <input type="radio" name=group data-testid="option-new" data-nth=nth.to_string()
                aria-label=ui.t(texts::decide::WRITE_NEW) prop:checked=is_chosen
                on:change=move |_| choose.run(Chosen::New)/>
            <kbd aria-hidden="true">{nth.to_string()}</kbd>
            <span class="option-value">{ui.t(texts::decide::WRITE_NEW)}</span>
            <span class="new-control">
                {control}
                {live(move || told.get().map(|(field_type, unread)| {
                    let offers = offers(ui, session, field_type, &unread);
                    view! { <UnreadHint why=why(ui, session, &unread) offers choose=put/> }
                }))}
            </span>
        </div>
    }
}

/// What is chosen from: keys and what they are called; nothing where letters are typed.
fn options(
    place: StoredValue<ConflictPlace>,
    new: NewValue,
) -> Option<Memo<Vec<(String, String)>>> {
    let ui = ui();
    let session = session();
    let carries_text = place.with_value(|place| {
        let values = session.read(|log| log.distinct(&place.record, &place.key));
        values.iter().any(|value| value.as_text().is_some())
    });
    let words = move |list: Vec<(&'static str, Label)>| {
        Memo::new(move |_| {
            let named = list
                .iter()
                .map(|(key, label)| ((*key).to_owned(), ui.text(*label).to_owned()));
            named.collect::<Vec<_>>()
        })
    };
    match new {
        NewValue::Element if !carries_text => Some(words(vec![
            (IN, texts::mail::SET_IN),
            (OUT, texts::mail::SET_OUT),
        ])),
        NewValue::Typed(FieldType::Bool) => Some(words(vec![(IN, texts::YES), (OUT, texts::NO)])),
        NewValue::Typed(FieldType::Enum(choices) | FieldType::Scale(choices)) => Some(words(
            choices
                .iter()
                .map(|choice| (choice.key, choice.label))
                .collect(),
        )),
        NewValue::Typed(FieldType::Ref(kinds)) => {
            let candidates = offer::candidates(ui, session, kinds);
            Some(Memo::new(move |_| {
                let lang = ui.lang.get();
                let named = |record: &RecordId| {
                    let name = session.read(|log| short_name(log, record, lang));
                    (record.to_string(), name)
                };
                candidates.with(|all| all.iter().map(named).collect::<Vec<_>>())
            }))
        }
        _ => None,
    }
}

fn pick_control(
    options: Memo<Vec<(String, String)>>,
    take: Callback<String>,
    written: RwSignal<String>,
) -> AnyView {
    let ui = ui();
    let offered = Offered::new(Offer {
        value: written.into(),
        nothing: texts::forms::CHOOSE,
        is_short: Box::new(|| false),
        all: Box::new(move || options.get()),
        called: Box::new(move |key| {
            let find = |all: &Vec<(String, String)>| {
                let one = all.iter().find(|(known, _)| known == key);
                one.map(|(_, name)| name.clone())
            };
            options.with(find)
        }),
    });
    view! {
        <select data-testid="new-value" node_ref=offered.element aria-label=ui.t(texts::decide::WRITE_NEW)
            on:pointerdown=move |_| offered.open() on:focus=move |_| offered.open() on:blur=move |_| offered.close()
            on:change=move |event| take.run(event_target_value(&event))></select>
    }.into_any()
}

fn letters_control(
    hint: &'static str,
    take: Callback<String>,
    written: RwSignal<String>,
) -> AnyView {
    let ui = ui();
    view! {
        <input type="text" data-free-text="" data-testid="new-value" autocomplete="off" placeholder=hint
            aria-label=ui.t(texts::decide::WRITE_NEW) prop:value=move || written.get()
            on:input=move |event| take.run(typed_text(&event))/>
    }.into_any()
}

fn long_control(take: Callback<String>, written: RwSignal<String>) -> AnyView {
    let ui = ui();
    view! {
        <textarea rows="2" data-free-text="" data-testid="new-value" aria-label=ui.t(texts::decide::WRITE_NEW)
            prop:value=move || written.get() on:input=move |event| take.run(typed_text(&event))></textarea>
    }.into_any()
}
