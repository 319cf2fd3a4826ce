//! The place one works on: what was found, by what one sees it, and an exception with its end, which the project lead
//! grants or refuses.

use super::{AtRollout, RolloutPlace};
use crate::analysis::leads;
use crate::analysis::standing::rollout::check_at;
use crate::analysis::words::names::short_name;
use crate::model::template::{Choice, Form, Key, Label};
use crate::model::{FieldKey, RecordId, Value};
use crate::state::Session;
use crate::templates::rollout_check;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::form::control::{FieldControl, length_told};
use crate::ui::screen::pages::consultation::speakers;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

#[component]
pub(super) fn PlaceStrip(at: AtRollout, place: RolloutPlace) -> impl IntoView {
    let ui = ui();
    let session = at.session;
    let id = StoredValue::new(place);
    let name = move || {
        let (department, item) = id.get_value();
        let name = session.watch(|log| short_name(log, &department, ui.lang.get()));
        let places = [("department", &*name), ("item", ui.text(item.label))];
        ui.fill(texts::opinions::CELL, &places)
    };
    let button = move |result: &Choice| {
        let result = *result;
        let is_it = move || at.result(&id.get_value()) == Some(result);
        view! {
            <button type="button" data-testid="rollout-result" data-answer=result.key
                aria-pressed=move || is_it().to_string()
                on:click=press(move || at.report(&id.get_value(), result))>
                {ui.t(result.label)}
            </button>
        }
    };
    let record = move || rollout_check::place_of(&id.get_value().0, id.get_value().1);
    let is_asked = move || {
        session.watch(|log| {
            let form = check_at(log, &id.get_value().0, id.get_value().1);
            form.is_some_and(|form| form.has(rollout_check::EXCEPTION_REQUEST.name))
        })
    };
    let may_decide = move || is_asked() && session.watch(|log| leads(log, session.me().as_ref()));
    view! {
        <section class="card answer-strip no-print" data-testid="rollout-strip">
            <p class="update-head"><strong>{live(name)}</strong></p>
            <p class="answers">
                {rollout_check::RESULTS.iter().map(button).collect::<Vec<_>>()}
            </p>
            <div class="rollout-fields">
                <TextOf id key=rollout_check::EVIDENCE/>
                <TextOf id key=rollout_check::EXCEPTION_REQUEST/>
                {live(move || record().filter(|record| session.is_visible(record)).map(|record| view! {
                    <DayOf record/>
                }))}
                {when(may_decide, move || view! {
                    {record().map(|record| view! { <p class="answers"><Decide record/></p> })}
                })}
            </div>
        </section>
    }
}

fn label_of(key: &str) -> Label {
    let field = rollout_check::ROLLOUT_CHECK.field(key);
    field.map_or(Label::NONE, |field| field.label)
}

/// A line of letters of the place, written when it is left.
#[component]
fn TextOf(id: StoredValue<RolloutPlace>, key: Key<String>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let held = move || {
        session.watch(|log| {
            let form = check_at(log, &id.get_value().0, id.get_value().1);
            form.and_then(|form| form.get(key)).unwrap_or_default()
        })
    };
    let write = on(move |event: Event| {
        let (department, item) = id.get_value();
        let fields = [(key.name, Value::typed(typed_text(&event).trim()))];
        session.write_rollout(&department, item, &fields);
    });
    view! {
        <label class="line">
            <span>{ui.t(label_of(key.name))}</span>
            <input type="text" data-free-text="" data-when-left="" autocomplete="off"
                data-field=key.name prop:value=held on:change=write/>
            {length_told(rollout_check::ROLLOUT_CHECK.field(key.name), held)}
        </label>
    }
}

/// Until when the exception lasts.
#[component]
fn DayOf(record: RecordId) -> impl IntoView {
    let ui = ui();
    let field = rollout_check::ROLLOUT_CHECK.field(rollout_check::EXCEPTION_UNTIL.name);
    field.map(|field| {
        view! {
            <div class="line">
                <span>{ui.t(texts::opinions::EXCEPTION_TO)}</span>
                <FieldControl record field/>
            </div>
        }
    })
}

/// 批准 · 不批准
#[component]
pub(in crate::ui::screen::pages) fn Decide(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let key = FieldKey::of(rollout_check::EXCEPTION_ANSWER.name);
    let held = Memo::new(move |_| {
        let value = session.value(&id.get_value(), &key);
        value.as_text().map(str::to_owned)
    });
    let answer = move |answer: Choice| {
        if !session.answer_exception(&id.get_value(), answer).is_empty() {
            offer_to(
                ui,
                session,
                &id.get_value(),
                asking(session, &id.get_value()),
            );
            ui.notices.done(session, said(ui, answer), "undo-exception");
        }
    };
    let button = move |choice: &Choice| {
        let choice = *choice;
        let is_it = move || held.with(|held| held.as_deref() == Some(choice.key));
        view! {
            <button type="button" data-testid="answer-exception" data-answer=choice.key
                aria-pressed=move || is_it().to_string() on:click=press(move || answer(choice))>
                {ui.t(choice.label)}
            </button>
        }
    };
    rollout_check::EXCEPTION_ANSWERS
        .iter()
        .map(button)
        .collect::<Vec<_>>()
}

fn said(ui: Ui, answer: Choice) -> String {
    ui.fill(
        texts::forms::STEP_DONE,
        &[("action", ui.text(answer.label))],
    )
}

/// Who speaks for the department of a place.
fn asking(session: Session, record: &RecordId) -> Vec<RecordId> {
    let home = session.read(|log| Form::new(log, record.clone()).get(rollout_check::DEPARTMENT));
    speakers(session, &home.into_iter().collect::<Vec<_>>())
}
