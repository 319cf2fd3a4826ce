//! Resource requests among what waits: the provider's answer, the lead's ruling, received and given back, each where it
//! stands.

use crate::analysis::allowed;
use crate::analysis::resources::clashes::{Clash, clash_of};
use crate::analysis::resources::proposals::{as_granted, ways_out};
use crate::analysis::words::names;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::state::{Page, Route};
use crate::templates::resource_request as request;
use crate::ui::letter::{clash_said, grant_said, provider_said, wants_said};
use crate::ui::screen::base::composer::{kept_line, kept_lines};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::screen::pages::clashes::{proposed_way, rule_as_proposed};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

/// 答复资源申请: a row for each request, five answers on it.
#[component]
pub(super) fn Answers(requests: Vec<RecordId>) -> impl IntoView {
    let ui = ui();
    let requests = Signal::stored(requests);
    let row = |request: RecordId| view! { <AnswerRow request/> }.into_any();
    view! {
        <p class="hint">{ui.t(texts::resource::ANSWER_HOW)}</p>
        <ul class="updates">{Window::of_rows(Within::List).list(requests, RecordId::to_string, row)}</ul>
    }
}

#[component]
fn AnswerRow(request: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(request.clone());
    let place = format!("answer-request/{request}");
    let [asking, words] = kept_lines(ui, session, &place);
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let wants = move || session.watch(|log| wants_said(log, &id.get_value(), ui.lang.get()));
    let before = move || session.watch(|log| provider_said(log, &id.get_value(), ui.lang.get()));
    let clash = move || clash_text(ui, session, &id.get_value());
    let answer = move |key: &'static str, words: &str| {
        let slots = session.answer_request(&id.get_value(), key, words);
        if !slots.is_empty() {
            offer(ui, session, &id.get_value());
            let said = ui.text(texts::resource::ANSWER_NOTED).to_owned();
            ui.notices.done(session, said, "undo-answer");
        }
    };
    let press_on = move |key: &'static str| match key == request::CAN_FULL.key {
        true => answer(key, ""),
        false => asking.set(key.to_owned()),
    };
    let give_up = move || {
        for letters in [asking, words] {
            letters.set(String::new());
        }
    };
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        let text = words.get_untracked();
        if !text.trim().is_empty() {
            let answers = request::ANSWERS.iter().map(|choice| choice.key);
            if let Some(key) =
                asking.with_untracked(|asked| answers.into_iter().find(|key| key == asked))
            {
                answer(key, text.trim());
            }
            give_up();
        }
    };
    let buttons = request::ANSWERS.iter().map(|choice| {
        let (key, label) = (choice.key, choice.label);
        view! {
            <button type="button" data-answer=key aria-pressed=move || asking.with(|asked| asked == key).to_string()
                on:click=press(move || press_on(key))>
                {ui.t(label)}
            </button>
        }
    });
    let buttons = buttons.collect::<Vec<_>>();
    view! {
        <li data-testid="answer-request" data-record=request.to_string()>
            <p class="update-head">
                <a href=Ui::href(session.project(), &request)><bdi>{live(name)}</bdi></a>
                <span>{live(wants)}</span>
                {live(move || before().map(|said| view! { <span class="hint">{said}</span> }))}
            </p>
            {live(move || clash().map(|said| view! { <p class="objection">{said}</p> }))}
            <p class="answers">{buttons}</p>
            {when(move || !asking.with(String::is_empty), move || view! {
                <form class="reason" on:submit=done>
                    <label>
                        {ui.t(texts::resource::ANSWER_WHY)}
                        <input type="text" autocomplete="off" data-free-text=""
                            data-field=request::PROVIDER_COMMENT.name prop:value=move || words.get()
                            on:input=on(move |event: Event| words.set(typed_text(&event)))/>
                    </label>
                    <button>{ui.t(texts::forms::DO_IT)}</button>
                    <button type="button" on:click=press(give_up)>{ui.t(texts::forms::CANCEL)}</button>
                </form>
            })}
        </li>
    }
}

fn clash_text(ui: Ui, session: crate::state::Session, request: &RecordId) -> Option<String> {
    session.watch(|log| {
        let clash = clash_of(log, request).filter(|clash| clash.requests.len() > 1)?;
        Some(clash_said(log, &clash, ui.lang.get()))
    })
}

/// Requests that clash: what clashes, the first way out, and where to rule on them.
#[component]
pub(super) fn ClashLine(requests: Vec<RecordId>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(requests.first().cloned());
    let clash = move || -> Option<Clash> {
        let id = id.get_value()?;
        session.watch(|log| clash_of(log, &id))
    };
    let said =
        move || clash().map(|clash| session.read(|log| clash_said(log, &clash, ui.lang.get())));
    let proposed = move || {
        let clash = clash()?;
        session.read(|log| {
            let way = ways_out(log, &clash).into_iter().next()?;
            let grants = way.grants.iter();
            let said = grants.map(|grant| grant_said(log, grant, ui.lang.get()));
            Some(said.collect::<Vec<_>>().join(" · "))
        })
    };
    let href = Route::Project(session.project(), Page::Clashes).to_string();
    let may_rule =
        Memo::new(move |_| clash().is_some_and(|clash| proposed_way(session, &clash).is_some()));
    let rule = move || {
        if let Some(clash) = untrack(clash) {
            rule_as_proposed(ui, session, &clash);
        }
    };
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-clash="">
            <span class="chip" data-tone="warn">"! " {ui.t(texts::resource::CLASH)}</span> " "
            <a href=href.clone()>{live(said)}</a>
            {live(move || proposed().map(|said| view! {
                <p class="hint">{said}</p>
            }))}
            <p class="answers">
                {when(move || may_rule.get(), move || view! {
                    <button type="button" data-testid="rule-as-proposed" on:click=press(rule)>
                        {ui.t(texts::resource::RULE_AS_PROPOSED)}
                    </button>
                })}
                <a class="button" href=href data-testid="open-ruling">{ui.t(texts::resource::OPEN_RULING)}</a>
            </p>
        </li>
    }
}

/// The steps that are one press on a request's own line; the others are taken on its sheet.
const PRESSED: [&str; 3] = [request::COORDINATE, request::HAND_OVER, request::RECEIVE];

/// One request whose turn is this person's.
#[component]
pub(super) fn RequestLine(request: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(request.clone());
    let author = author_of(session);
    let used = kept_line(ui, session, &format!("used/{request}"));
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let wants = move || session.watch(|log| wants_said(log, &id.get_value(), ui.lang.get()));
    let steps = Memo::new(move |_| {
        author.get();
        let (me, today) = (session.me(), session.now().date_naive());
        session.watch(|log| {
            let steps = allowed(log, &id.get_value(), me.as_ref(), today);
            let may = steps.into_iter().filter(|step| step.may.is_ok());
            may.map(|step| step.transition.key).collect::<Vec<_>>()
        })
    });
    let take = move |key: &'static str| {
        let step = request::RESOURCE_REQUEST
            .states
            .and_then(|machine| machine.step(key));
        if let Some(step) = step {
            session.step(&id.get_value(), step, None);
            offer(ui, session, &id.get_value());
            let said = ui.fill(texts::forms::STEP_DONE, &[("action", ui.text(step.label))]);
            ui.notices.done(session, said, "undo-step");
        }
    };
    let button = move |key: &'static str| {
        let step = request::RESOURCE_REQUEST
            .states
            .and_then(|machine| machine.step(key))?;
        Some(view! {
            <button type="button" data-step=key on:click=press(move || take(key))>{ui.t(step.label)}</button>
        })
    };
    let approve = move || {
        let grant = session.read(|log| as_granted(&Form::new(log, id.get_value())));
        let ruled = grant.map(|grant| session.rule_requests(&[grant], "", None));
        if ruled.is_some_and(|slots| !slots.is_empty()) {
            offer(ui, session, &id.get_value());
            let said = ui.text(request::APPROVE.label);
            let said = ui.fill(texts::resource::RULED, &[("what", said)]);
            ui.notices.done(session, said, "undo-step");
        }
    };
    let give_back = move |event: SubmitEvent| {
        event.prevent_default();
        session.give_back(&id.get_value(), &used.get_untracked());
        used.set(String::new());
        offer(ui, session, &id.get_value());
    };
    let may = move |key: &'static str| steps.with(|steps| steps.contains(&key));
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-request-line=request.to_string()>
            <p class="update-head">
                <a href=Ui::href(session.project(), &request)><bdi>{live(name)}</bdi></a>
                <span class="hint">{live(wants)}</span>
            </p>
            <p class="answers">
                {when(move || may(request::DECIDE), move || view! {
                    <button type="button" data-testid="approve-request" on:click=press(approve)>
                        {ui.t(texts::resource::APPROVE_WHOLE)}
                    </button>
                })}
                {live(move || steps.with(|steps| {
                    let shown = PRESSED.into_iter().filter(|key| steps.contains(key));
                    shown.map(button).collect::<Vec<_>>()
                }))}
            </p>
            {when(move || may(request::GIVE_BACK), move || view! {
                <form class="answers" on:submit=give_back>
                    <input type="text" autocomplete="off" data-field=request::ACTUAL_USAGE.name
                        aria-label=ui.t(texts::resource::USED_AMOUNT) placeholder=ui.t(texts::resource::USED_AMOUNT)
                        prop:value=move || used.get() on:input=on(move |event: Event| used.set(typed_text(&event)))/>
                    <button data-step=request::GIVE_BACK>
                        {request::RESOURCE_REQUEST.states.and_then(|machine| machine.step(request::GIVE_BACK))
                            .map(|step| ui.t(step.label))}
                    </button>
                </form>
            })}
        </li>
    }
}
