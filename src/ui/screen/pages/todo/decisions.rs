//! 回复决策: a row for each decision that somebody is asked about, replied to where it stands. Nothing is chosen
//! beforehand, and looking at it writes nothing.

use crate::analysis::goal::answers::decision_changes;
use crate::analysis::inbox::decisions::own_receipt;
use crate::analysis::words::names;
use crate::model::RecordId;
use crate::model::line::quoted;
use crate::model::template::{Choice, Due, Form, Key};
use crate::templates::{decision, recipient};
use crate::ui::screen::base::composer::kept_lines;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::{self, typed_text};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::form::changed::WhatChanged;
use crate::ui::screen::form::control::length_told;
use crate::ui::{letter, texts};
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

/// Characters shown of a decision.
const TEXT_CHARS: usize = 1_000;

/// The decisions, in their order.
#[component]
pub(super) fn Decisions(decisions: Memo<Vec<RecordId>>) -> impl IntoView {
    let row = |decision: RecordId| view! { <DecisionRow decision/> }.into_any();
    view! {
        <ul class="updates">
            {Window::of_rows(Within::List).list(decisions, RecordId::to_string, row)}
        </ul>
    }
}

#[component]
fn DecisionRow(decision: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(decision.clone());
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let own = Memo::new(move |_| {
        let me = session.me()?;
        session.watch(|log| own_receipt(log, &id.get_value(), &me))
    });
    let limit = move || {
        let limit = session.watch(|log| {
            let form = Form::new(log, id.get_value());
            form.get(decision::REPLY_BY_AT)
        })?;
        let when = crate::analysis::words::dated::due_text(Due::Moment(limit), ZONE);
        let mut said = ui.fill(texts::replies::REPLY_BY, &[("when", &when)]);
        if limit < session.now() {
            said = ui.fill(texts::replies::REPLY_WAS_BY, &[("said", &said)]);
        }
        let tone = if limit < session.now() {
            "danger"
        } else {
            "info"
        };
        Some(view! { <span class="chip" data-tone=tone>{said}</span> })
    };
    let said = move || {
        let me = session.me()?;
        let lang = ui.lang.get();
        let said = session.watch(|log| letter::reply_said(log, &id.get_value(), &me, lang))?;
        Some(ui.fill(texts::replies::YOU_SAID, &[("said", &said)]))
    };
    let is_done = move || own.with(|own| own.as_ref().is_some_and(|own| own.answer.is_done()));
    view! {
        <li data-testid="decision-row" data-record=decision.to_string() data-replied=move || is_done().to_string()>
            <p class="update-head">
                <a href=Ui::href(session.project(), &decision)><bdi>{live(name)}</bdi></a> {live(limit)}
            </p>
            <Changed decision=decision.clone()/>
            <DecisionText decision=id.get_value()/>
            <Replies decision=id.get_value()/>
            {live(move || said().map(|said| view! { <p class="objection">{said}</p> }))}
        </li>
    }
}

/// What was decided, by whom, and the other ways.
#[component]
fn DecisionText(decision: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(decision);
    let text = move |key: Key<String>| {
        let text = session.watch(|log| Form::new(log, id.get_value()).get(key));
        let text = text.unwrap_or_default();
        (!text.is_empty()).then(|| quoted(&text, TEXT_CHARS, ui.lang.get()))
    };
    let who = move || {
        let lang = ui.lang.get();
        session.watch(|log| letter::decided_said(&Form::new(log, id.get_value()), lang))
    };
    let options = move || {
        let lang = ui.lang.get();
        session.watch(|log| letter::options(&Form::new(log, id.get_value()), lang))
    };
    view! {
        {live(move || text(decision::DECISION_TEXT).map(|text| view! { <p class="quote">{text}</p> }))}
        {live(move || text(decision::RATIONALE).map(|text| view! { <p>{text}</p> }))}
        {live(move || options().into_iter().map(|line| view! { <p class="hint">{line}</p> }).collect::<Vec<_>>())}
        {live(move || who().map(|who| view! { <p class="hint">{who}</p> }))}
    }
}

/// 回复的是原来的文字，之后改过 1 处, with what that is.
#[component]
fn Changed(decision: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(decision);
    let told = Memo::new(move |_| {
        let me = session.me()?;
        let lang = ui.lang.get();
        session.watch(|log| {
            let own = own_receipt(log, &id.get_value(), &me)?;
            let places = own.answer.changed_since()?;
            let label = texts::replies::TEXT_CHANGED;
            let said = texts::fill(label, lang, &[("n", &places.to_string())]);
            let changes = decision_changes(log, own.record.as_ref()?);
            Some((
                said,
                super::changes::told_changes(log, &changes, &id.get_value(), lang),
            ))
        })
    });
    view! { <WhatChanged told label=texts::replies::SHOW_CHANGED/> }
}

/// The four answers: one press, or a sentence where it needs one.
#[component]
fn Replies(decision: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(decision);
    let place = id.with_value(|id| format!("reply/{id}"));
    let [kept, words] = kept_lines(ui, session, &place);
    let asking = move || kept.with(|kept| recipient::reply_of(kept));
    let now = move || {
        let me = session.me()?;
        session.watch(|log| own_receipt(log, &id.get_value(), &me))
    };
    let chosen = Memo::new(move |_| {
        let own = now().filter(|own| own.answer.is_done());
        own.and_then(|own| own.reply)
    });
    let is_seen = Memo::new(move |_| now().is_some_and(|own| own.seen.is_some()));
    let give_up = move || {
        kept.set(String::new());
        words.set(String::new());
    };
    let say = move |reply: Choice, comment: &str| {
        session.reply_to_decision(&id.get_value(), reply, comment, None);
        give_up();
    };
    let ask = move |reply: Choice| {
        kept.set(reply.key.to_owned());
        dom::focus_soon("[data-testid=reply-words]".to_owned());
    };
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        let text = words.get_untracked();
        if let Some(reply) = untrack(asking).filter(|_| !text.trim().is_empty()) {
            say(reply, text.trim());
        }
    };
    let button = move |reply: Choice| {
        let choose = move || match reply {
            recipient::AGREE => say(reply, ""),
            reply => ask(reply),
        };
        view! {
            <button type="button" data-testid="reply" data-answer=reply.key
                aria-pressed=move || (chosen.get() == Some(reply)).to_string() on:click=press(choose)>
                {ui.t(reply.label)}
            </button>
        }
    };
    let see = move || {
        session.see_decision(&id.get_value());
    };
    let seen_now = move || (is_seen.get() && chosen.get().is_none()).to_string();
    let label = move || match asking() {
        Some(recipient::OBJECT) => ui.text(texts::replies::OBJECT_HOW),
        _ => ui.text(texts::replies::ADD_WHAT),
    };
    view! {
        <p class="answers">
            {recipient::REPLIES.iter().map(|reply| button(*reply)).collect::<Vec<_>>()}
            <button type="button" data-testid="reply" data-answer="seen" aria-pressed=seen_now on:click=press(see)>
                {ui.t(texts::replies::SEEN_ONLY)}
            </button>
            <span class="hint">{ui.t(texts::replies::NOT_AGREED)}</span>
        </p>
        {when(move || asking().is_some(), move || view! {
            <form class="reason" on:submit=done>
                <label>
                    {live(label)}
                    <input type="text" data-free-text="" data-testid="reply-words" autocomplete="off"
                        prop:value=move || words.get()
                        on:input=on(move |event: Event| words.set(typed_text(&event)))/>
                    {length_told(recipient::RECIPIENT.field(recipient::COMMENT.name), move || words.get())}
                </label>
                <button data-testid="reply-done">{ui.t(texts::forms::DO_IT)}</button>
                <button type="button" on:click=press(give_up)>{ui.t(texts::forms::CANCEL)}</button>
            </form>
        })}
    }
}
