//! 定一下: every place that differs, with the values, who wrote them and when, and one button that settles it.

use crate::model::log::{ConflictPlace, Live};
use crate::model::template::{DELETED, FieldType, STATUS};
use crate::model::{FieldKey, Log, RecordId, Value};
use crate::state::{plain, read_typed};
use crate::ui::context::{Ui, session, ui};
use crate::ui::dom::live;
use crate::ui::names::{any_value_text, author_name, field_name, record_name};
use crate::ui::{port, texts};
use leptos::prelude::*;

/// One value a person can choose.
#[derive(Clone, PartialEq)]
struct Choice {
    value: Value,
    text: String,
    /// Who, when and why, one line per write.
    told: Vec<String>,
}

/// The page of differences.
#[component]
pub(in crate::ui) fn Conflicts() -> impl IntoView {
    let ui = ui();
    let session = session();
    let places = Memo::new(move |_| {
        let mut places = session.watch(Log::conflicts);
        // Fields are decided first, then rows, then the form.
        places.sort_by_key(|place| [DELETED, STATUS].contains(&place.key.as_str()));
        places
    });
    view! {
        <header class="page-head"><h1>{live(move || {
            let count = places.with(Vec::len);
            if count == 0 { ui.text(texts::DECIDE_NONE).to_owned() } else { ui.fill(texts::DECIDE_TITLE, &[("n", &count.to_string())]) }
        })}</h1></header>
        <For each=move || places.get() key=|place| place.clone() let(place)><Conflict place/></For>
    }
}

#[component]
fn Conflict(place: ConflictPlace) -> impl IntoView {
    let ui = ui();
    let session = session();
    let stored = StoredValue::new(place.clone());
    let choices = Memo::new(move |_| {
        let lang = ui.lang.get();
        session.watch(|log| stored.with_value(|place| choices(log, place, lang)))
    });
    let head = move || {
        session.watch(|log| {
            stored.with_value(|place| {
                let lang = ui.lang.get();
                let template = log.schema().template(place.record.kind());
                (
                    record_name(log, &place.record, lang),
                    field_name(template, &place.key, lang),
                    any_value_text(
                        log,
                        &place.record,
                        &place.key,
                        &log.value(&place.record, &place.key),
                        lang,
                    ),
                )
            })
        })
    };
    let original =
        move || session.watch(|log| stored.with_value(|place| original(log, place, ui.lang.get())));
    let href = Ui::href(session.project(), &place.record);
    let heading = move || {
        let (name, field, _) = head();
        format!("{name} · {field}")
    };
    view! {
        <section class="decide" data-testid="conflict" data-record=place.record.to_string() data-field=place.key.to_string()>
            <header>
                <h2><a href=href>{heading}</a></h2>
                <span class="hint">{live(move || ui.fill(texts::FOR_NOW, &[("value", &head().2)]))}</span>
            </header>
            {live(move || contradiction_lead(ui, session, &stored.get_value()).map(IntoAny::into_any))}
            {live(move || original().map(|text| view! { <p class="original"><span class="hint">{ui.text(texts::ORIGINAL)}</span> " " {text}</p> }))}
            <DecideForm place=stored choices/>
        </section>
    }
}

/// What a deletion or a locking state had not seen.
fn contradiction_lead(
    ui: Ui,
    session: crate::state::Session,
    place: &ConflictPlace,
) -> Option<impl IntoView + use<>> {
    let lang = ui.lang.get();
    let (lead, lines) = session.watch(|log| {
        let unseen = log.contradictions(&place.record, &place.key);
        if unseen.is_empty() {
            return None;
        }
        let state = any_value_text(
            log,
            &place.record,
            &place.key,
            &log.value(&place.record, &place.key),
            lang,
        );
        let lead = if place.key.as_str() == DELETED {
            texts::DELETED_BUT.text(lang).to_owned()
        } else {
            texts::fill(texts::AGREED_BUT, lang, &[("state", &state)])
        };
        let line = |((record, key), write): &((RecordId, FieldKey), Live<'_>)| {
            let field = field_name(log.schema().template(record.kind()), key, lang);
            let row = if *record == place.record {
                String::new()
            } else {
                format!("{} · ", record_name(log, record, lang))
            };
            format!(
                "{row}{field}{}{} — {}",
                texts::COLON.text(lang),
                any_value_text(log, record, key, write.value, lang),
                told(log, write, lang)
            )
        };
        Some((lead, unseen.iter().map(line).collect::<Vec<_>>()))
    })?;
    Some(
        view! { <p>{lead}</p><ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>()}</ul> },
    )
}

fn told(log: &Log, write: &Live<'_>, lang: crate::model::template::Lang) -> String {
    let who = author_name(log, write.change.author.as_deref(), lang);
    let when = if write.change.time == 0 {
        texts::BY_HAND.text(lang).to_owned()
    } else {
        port::time_text(write.change.time)
    };
    match &write.change.note {
        Some(note) => format!("{who} {when} 「{note}」"),
        None => format!("{who} {when}"),
    }
}

/// The values to choose from: those that differ; for a deletion or locking state, to stand by it or to take it back.
fn choices(log: &Log, place: &ConflictPlace, lang: crate::model::template::Lang) -> Vec<Choice> {
    let live = log.live(&place.record, &place.key);
    let of = |value: &Value| {
        live.iter()
            .filter(|write| write.value == value)
            .map(|write| told(log, write, lang))
            .collect::<Vec<_>>()
    };
    let values = log.distinct(&place.record, &place.key);
    let text = |value: &Value| match (place.key.as_str(), value) {
        (DELETED, value) if value.is_true() => texts::DELETE_RECORD.text(lang).to_owned(),
        (DELETED, _) => texts::KEEP_RECORD.text(lang).to_owned(),
        _ => any_value_text(log, &place.record, &place.key, value, lang),
    };
    let mut choices: Vec<Choice> = values
        .iter()
        .map(|value| Choice {
            value: value.clone(),
            text: text(value),
            told: of(value),
        })
        .collect();
    if place.key.as_str() == DELETED && values.len() < 2 {
        choices.push(Choice {
            value: Value::Null,
            text: text(&Value::Null),
            told: Vec::new(),
        });
    }
    if place.key.as_str() == STATUS && values.len() < 2 {
        let state = choices
            .first()
            .map(|choice| choice.text.clone())
            .unwrap_or_default();
        if let Some(first) = choices.first_mut() {
            first.text = texts::fill(texts::STAND_BY, lang, &[("state", &state)]);
        }
        if let Some(machine) = log
            .schema()
            .template(place.record.kind())
            .and_then(|template| template.states)
        {
            let draft = machine.first().choice;
            choices.push(Choice {
                value: Value::text(draft.key),
                text: texts::fill(
                    texts::BACK_TO_DRAFT,
                    lang,
                    &[("state", draft.label.text(lang))],
                ),
                told: Vec::new(),
            });
        }
    }
    choices
}

/// What stood before: the latest value that one of the differing writes replaced.
fn original(
    log: &Log,
    place: &ConflictPlace,
    lang: crate::model::template::Lang,
) -> Option<String> {
    let live = log.live(&place.record, &place.key);
    let is_live = |write: &Live<'_>| live.iter().any(|other| other.change == write.change);
    let is_named = |write: &Live<'_>| {
        live.iter()
            .any(|other| other.names.contains(&write.change.id))
    };
    let history = log.history(&place.record, &place.key);
    let before = history
        .iter()
        .rev()
        .find(|write| is_named(write) && !is_live(write))?;
    Some(format!(
        "{} — {}",
        any_value_text(log, &place.record, &place.key, before.value, lang),
        told(log, before, lang)
    ))
}

/// What a person has chosen so far.
#[derive(Clone, PartialEq)]
enum Chosen {
    Nothing,
    One(Value),
    New,
}

#[component]
fn DecideForm(place: StoredValue<ConflictPlace>, choices: Memo<Vec<Choice>>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let chosen = RwSignal::new(Chosen::Nothing);
    let written = RwSignal::new(String::new());
    let why = RwSignal::new(String::new());
    let complain = RwSignal::new(false);
    let decide = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let value = match chosen.get_untracked() {
            Chosen::Nothing => return complain.set(true),
            Chosen::One(value) => value,
            Chosen::New => place.with_value(|place| {
                session.read(|log| typed(log, place, &written.get_untracked(), session.now()))
            }),
        };
        settle(
            ui,
            session,
            &place.get_value(),
            value,
            why.get_untracked().trim(),
        );
    };
    let group = place.with_value(|place| format!("{}-{}", place.record, place.key));
    let pick = StoredValue::new(group);
    let can_write = place.with_value(|place| {
        ![DELETED, STATUS].contains(&place.key.as_str()) && session.read(|log| is_typed(log, place))
    });
    view! {
        <form on:submit=decide>
            {live(move || choices.get().into_iter().map(|choice| {
                let value = choice.value.clone();
                let is_chosen = { let value = value.clone(); move || chosen.get() == Chosen::One(value.clone()) };
                view! {
                    <label class="option">
                        <input type="radio" name=pick.get_value() data-testid="option" prop:checked=is_chosen on:change=move |_| { complain.set(false); chosen.set(Chosen::One(value.clone())); }/>
                        <span class="option-value">{choice.text}</span>
                        <span class="hint">{choice.told.join("；")}</span>
                    </label>
                }
            }).collect::<Vec<_>>())}
            {can_write.then(|| view! {
                <label class="option">
                    <input type="radio" name=pick.get_value() data-testid="option-new" prop:checked=move || chosen.get() == Chosen::New on:change=move |_| { complain.set(false); chosen.set(Chosen::New); }/>
                    <span>{ui.t(texts::WRITE_NEW)}</span>
                    <input type="text" data-free-text="" data-testid="new-value" autocomplete="off" aria-label=ui.t(texts::WRITE_NEW) prop:value=move || written.get()
                        on:input=move |event| { complain.set(false); chosen.set(Chosen::New); written.set(crate::ui::dom::typed_text(&event)); }/>
                </label>
            })}
            <label class="why">{ui.t(texts::WHY)}
                <input type="text" data-free-text="" data-testid="why" autocomplete="off" prop:value=move || why.get() on:input=move |event| why.set(crate::ui::dom::typed_text(&event))/></label>
            <p class="hint">{ui.t(texts::DECIDE_EFFECT)}</p>
            {live(move || complain.get().then(|| view! { <p class="told" role="alert">{ui.text(texts::CHOOSE_FIRST)}</p> }))}
            <button class="primary" data-testid="decide">{ui.t(texts::DECIDE)}</button>
        </form>
    }
}

/// Whether a new value of the field can be typed.
fn is_typed(log: &Log, place: &ConflictPlace) -> bool {
    let field = log
        .schema()
        .template(place.record.kind())
        .and_then(|template| template.field(place.key.as_str()));
    !field.is_some_and(|field| {
        matches!(
            field.field_type,
            FieldType::Enum(_)
                | FieldType::Scale(_)
                | FieldType::Ref(_)
                | FieldType::Set(_)
                | FieldType::Bool
        )
    })
}

fn typed(
    log: &Log,
    place: &ConflictPlace,
    text: &str,
    now: chrono::DateTime<chrono::FixedOffset>,
) -> Value {
    let field = log
        .schema()
        .template(place.record.kind())
        .and_then(|template| template.field(place.key.as_str()));
    field.map_or_else(
        || Value::typed(text),
        |field| read_typed(field.field_type, text, now),
    )
}

fn settle(ui: Ui, session: crate::state::Session, place: &ConflictPlace, value: Value, why: &str) {
    let lang = ui.lang.get_untracked();
    let text = session.read(|log| any_value_text(log, &place.record, &place.key, &value, lang));
    let text = if place.key.as_str() == DELETED {
        plain(&value)
    } else {
        text
    };
    session.decide(
        &place.record,
        &place.key,
        value,
        (!why.is_empty()).then_some(why),
    );
    let undo = Callback::new(move |()| crate::ui::later::undo_or_redo(ui, session, false));
    ui.notices.info_with(
        texts::fill(texts::DECIDED, lang, &[("value", &text)]),
        texts::UNDO,
        "undo-decide",
        undo,
    );
    crate::ui::dom::focus_soon("[data-testid=conflict] input, main".into());
}
