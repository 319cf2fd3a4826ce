//! 定一下: the places that differ, one open at a time, the others behind it. Each can be settled, put off, or put on the
//! agenda of the next meeting.

mod form;
mod half_chosen;
mod new_value;
mod one;
mod title;
mod walkthrough;

use super::sample::is_sample;
use crate::model::log::ConflictPlace;
use crate::state::{Page, Route};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::form::offer::{FEW, Offer, Offered};
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;
pub(in crate::ui) use title::title_of;
use walkthrough::Walkthrough;

/// The page of differences.
#[component]
pub(in crate::ui) fn Conflicts() -> impl IntoView {
    let ui = ui();
    let session = session();
    let walk = Walkthrough::new(session);
    walk.listen();
    let title = move || match walk.count() {
        0 => ui.text(texts::decide::DECIDE_NONE).to_owned(),
        count => ui.fill(texts::decide::DECIDE_TITLE, &[("n", &count.to_string())]),
    };
    let is_any = Memo::new(move |_| walk.count() > 0);
    let key = |place: &ConflictPlace| format!("{} {}", place.record, place.key);
    view! {
        <header class="page-head deciding">
            <h1>{live(title)}</h1>
            {live(move || is_any.get().then(|| view! { <Head walk/> }))}
        </header>
        {live(move || (!is_any.get()).then(|| view! { <NoneLeft/> }))}
        {walk.window.list(walk.listed, key, move |place| view! { <one::Conflict place walk/> }.into_any())}
        {live(move || is_any.get().then(|| view! { <p class="hint">{ui.t(texts::decide::NOT_BOTH_HERE)}</p> }))}
    }
}

/// Nothing differs: because all is decided and has yet to be sent, or anyway.
#[component]
fn NoneLeft() -> impl IntoView {
    let ui = ui();
    let session = session();
    let is_to_send = Memo::new(move |_| !is_sample(session) && session.has_unsent_decision());
    let send = Route::Project(session.project(), Page::Exchange).to_string();
    live(move || match is_to_send.get() {
        true => view! {
            <p class="answers" data-testid="decided-unsent">
                <strong>{ui.t(texts::decide::ALL_DECIDED)}</strong>
                <a class="button primary" href=send.clone()>{ui.t(texts::decide::GO_SEND)}</a>
            </p>
        }
        .into_any(),
        false => view! { <p class="empty">{ui.t(texts::decide::DECIDE_NONE_HOW)}</p> }.into_any(),
    })
}

/// Which one is open, whose are shown, all of them onto the agenda.
#[component]
fn Head(walk: Walkthrough) -> impl IntoView {
    let ui = ui();
    let position = move || {
        let shown = walk.shown.with(Vec::len);
        let at = (walk.position.get() + 1).min(shown);
        ui.fill(
            texts::decide::N_OF_M,
            &[("n", &at.to_string()), ("m", &shown.to_string())],
        )
    };
    let is_one = Memo::new(move |_| walk.shown.with(Vec::len) < 2);
    let left = Memo::new(move |_| {
        walk.ahead.with(|ahead| {
            let is_free = |place: &&ConflictPlace| !ahead.contains_key(place);
            walk.shown.with(|all| all.iter().filter(is_free).count())
        })
    });
    let all = move |_| walk.put_on_agenda(ui, &walk.shown.get_untracked());
    view! {
        <strong class="position" data-testid="position" aria-live="polite">{live(position)}</strong>
        <Whose walk/>
        <span class="preview-buttons">
            {live(move || (left.get() > 0).then(|| view! {
                <button type="button" data-testid="agenda-all" on:click=all>{ui.t(texts::decide::AGENDA_ALL)}</button>
            }))}
            {live(move || (left.get() == 0).then(|| view! {
                <span class="chip" data-tone="info">{ui.t(texts::decide::ALL_ON_AGENDA)}</span>
            }))}
            {live(move || (!is_one.get()).then(|| view! {
                <button type="button" class="icon-button" data-testid="previous"
                    aria-label=ui.t(texts::decide::PREVIOUS_ONE) title=ui.t(texts::decide::PREVIOUS_ONE)
                    on:click=move |_| walk.step(false)>
                    "‹"
                </button>
                <button type="button" class="icon-button" data-testid="next" aria-label=ui.t(texts::decide::NEXT_ONE)
                    title=ui.t(texts::decide::NEXT_ONE) on:click=move |_| walk.step(true)>
                    "›"
                </button>
            }))}
        </span>
    }
}

/// 只看某人的: the differences in which a person wrote one of the values.
#[component]
fn Whose(walk: Walkthrough) -> impl IntoView {
    let ui = ui();
    let people = Memo::new(move |_| {
        let (said, mut known) = (walk.said.get(), BTreeSet::new());
        let mut all: Vec<(String, String)> = Vec::new();
        walk.writers.with(|of| {
            for who in of
                .iter()
                .flatten()
                .filter(|who| known.insert((*who).clone()))
            {
                let name = said.who(Some(who));
                all.push((
                    who.clone(),
                    ui.fill(texts::decide::ONLY_OF, &[("name", &name)]),
                ));
            }
        });
        all
    });
    let is_any = Memo::new(move |_| people.with(Vec::len) > 1 && walk.count() > 1);
    live(move || {
        is_any.get().then(|| {
            let offered = Offered::new(Offer {
                value: walk.person.into(),
                nothing: texts::decide::OF_EVERYBODY,
                is_short: Box::new(move || people.with(Vec::len) <= FEW),
                all: Box::new(move || people.get()),
                called: Box::new(move |who| {
                    let find = |all: &Vec<(String, String)>| {
                        let one = all.iter().find(|(key, _)| key == who);
                        one.map(|(_, name)| name.clone())
                    };
                    people.with(find)
                }),
            });
            view! {
                <select data-testid="whose" node_ref=offered.element aria-label=ui.t(texts::decide::WHOSE)
                    on:pointerdown=move |_| offered.open() on:focus=move |_| offered.open()
                    on:blur=move |_| offered.close()
                    on:change=move |event| walk.person.set(event_target_value(&event))></select>
            }
        })
    })
}
