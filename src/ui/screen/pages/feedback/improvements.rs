//! What a feedback suggests, and what became of it: the project lead answers each in one line, everybody else reads it.

use super::results::By;
use crate::model::template::{Choice, Field, Form};
use crate::model::{FieldKey, RecordId};
use crate::state::action_of;
use crate::templates::{action, feedback, suggestion};
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::pieces::{list, live, on, press, when};
use crate::ui::screen::form::cell::text_of;
use crate::ui::screen::form::control::{FieldControl, length_told};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// What waits for an answer, on one card.
#[component]
pub(in crate::ui::screen::pages) fn Unanswered(open: Vec<RecordId>) -> impl IntoView {
    let ui = ui();
    let line = |feedback: RecordId| view! { <Improvement feedback is_late=false/> }.into_any();
    view! {
        <li class="todo card" data-testid="todo-item" data-state="open" data-improvements="">
            <header><h2>{ui.t(texts::closing::ANSWER_SUGGESTIONS)}</h2></header>
            <ul class="improvements">{list(move || open.clone(), RecordId::to_string, line)}</ul>
        </li>
    }
}

/// One suggestion.
#[component]
pub(super) fn Improvement(feedback: RecordId, is_late: bool) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let (id, hook) = (StoredValue::new(feedback.clone()), feedback.to_string());
    let of = move |key: &str| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            form.value(key).as_text().unwrap_or_default().to_owned()
        })
    };
    let good = move || of(feedback::BEST_PRACTICE.name);
    let answer = StoredValue::new(suggestion::record_of(&feedback));
    let given = Memo::new(move |_| {
        let record = answer.get_value()?;
        let value = session.value(&record, &FieldKey::of(suggestion::ANSWER.name));
        let given = value.as_text()?.to_owned();
        suggestion::ANSWERS
            .iter()
            .find(|one| one.key == given)
            .map(|one| one.key)
    });
    let may = Memo::new(move |_| session.may_show_feedback());
    let is_open = move || given.get().is_none() && may.get();
    view! {
        <li data-testid="improvement" data-feedback=hook>
            <p><strong>{live(move || of(feedback::SUGGESTION.name))}</strong> " " <By record=feedback/>
                {is_late.then(|| view! {
                    <span class="chip" data-tone="warn">{ui.t(texts::closing::CAME_LATE)}</span>
                })}
            </p>
            {when(move || !good().is_empty(), move || view! {
                <p class="hint">{field_label(feedback::BEST_PRACTICE.name).map(|label| ui.t(label))}
                    {ui.t(texts::forms::COLON)} {live(good)}</p>
            })}
            {when(move || given.get().is_some(), move || view! {
                <Given feedback=id.get_value() answer=answer.get_value()/>
            })}
            {when(is_open, move || view! { <Answering feedback=id.get_value()/> })}
        </li>
    }
}

fn field_label(key: &str) -> Option<crate::model::template::Label> {
    feedback::FEEDBACK.field(key).map(|field| field.label)
}

/// What was answered, and who does it until when.
#[component]
fn Given(feedback: RecordId, answer: Option<RecordId>) -> impl IntoView {
    let ui = ui();
    let answer = answer?;
    let text = |key: &str| {
        let field: &'static Field = suggestion::SUGGESTION.field(key)?;
        let record = answer.clone();
        Some(live(move || text_of(ui, &record, field)))
    };
    let control = |key: &str| {
        let field: &'static Field = suggestion::SUGGESTION.field(key)?;
        let record = answer.clone();
        Some(view! {
            <span class="improvement-field">{ui.t(field.label)} <FieldControl record field/></span>
        })
    };
    Some(view! {
        <p class="improvement-answer">
            <span class="chip" data-tone="info">{text(suggestion::ANSWER.name)}</span> {text(suggestion::REASON.name)}
        </p>
        <p class="improvement-who">
            {control(suggestion::OWNER.name)} {control(suggestion::DUE.name)} <Becomes feedback answer=answer.clone()/>
        </p>
    })
}

/// What was adopted becomes an action of the report; once it has, the way to it.
#[component]
fn Becomes(feedback: RecordId, answer: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let made = action_of(&answer);
    let href = StoredValue::new(Ui::href(session.project(), &made));
    let (id, answer) = (StoredValue::new(feedback), StoredValue::new(answer));
    let is_made = Memo::new(move |_| session.is_visible(&made));
    let is_no = move || {
        let key = FieldKey::of(suggestion::ANSWER.name);
        session.value(&answer.get_value(), &key).as_text() == Some(suggestion::DECLINED.key)
    };
    let may = Memo::new(move |_| session.may_show_feedback() && session.closed().is_none());
    let make = move || {
        if let Some(made) = session.improve(&id.get_value()) {
            offer(ui, session, &made);
        }
    };
    view! {
        {when(move || is_made.get(), move || view! {
            <a href=href.get_value()>{ui.t(action::ACTION.one)}</a>
        })}
        {when(move || !is_made.get() && may.get() && !is_no(), move || view! {
            <button type="button" class="small no-print" data-testid="make-action" on:click=press(make)>
                {ui.t(texts::closing::MAKE_ACTION)}
            </button>
        })}
    }
}

/// Yes, in part or no, with a line.
#[component]
fn Answering(feedback: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let reason = kept_line(ui, session, &format!("improvement/{feedback}"));
    let is_told = RwSignal::new(false);
    let id = StoredValue::new(feedback);
    let button = |answer: Choice| {
        let give = move || {
            let line = reason.get_untracked();
            let needs_line = answer.key != suggestion::ADOPTED.key;
            if needs_line && line.trim().is_empty() {
                is_told.set(true);
            } else {
                session.answer_improvement(&id.get_value(), answer, line.trim());
                reason.set(String::new());
            }
        };
        view! {
            <button type="button" data-answer=answer.key on:click=press(give)>{ui.t(answer.label)}</button>
        }
    };
    view! {
        <p class="answers no-print">
            <input type="text" data-free-text="" autocomplete="off"
                aria-label=ui.t(texts::closing::IN_ONE_LINE) placeholder=ui.t(texts::closing::IN_ONE_LINE)
                prop:value=move || reason.get()
                on:input=on(move |event: Event| { reason.set(typed_text(&event)); is_told.set(false); })/>
            {suggestion::ANSWERS.iter().map(|answer| button(*answer)).collect::<Vec<_>>()}
        </p>
        {length_told(suggestion::SUGGESTION.field(suggestion::REASON.name), move || reason.get())}
        {live(move || is_told.get().then(|| view! {
            <p class="told" role="alert">{ui.text(texts::closing::LINE_FIRST)}</p>
        }))}
    }
}
