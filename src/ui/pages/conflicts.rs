//! 定一下: the places that differ, one open at a time, the others behind it. Each can be settled, put off, or put on the
//! agenda of the next meeting.

mod desk;
mod form;
mod new_value;
mod one;

use crate::analysis::agenda;
use crate::ui::context::{session, ui};
use crate::ui::pieces::live;
use crate::ui::said::Said;
use crate::ui::texts;
use desk::Desk;
use leptos::prelude::*;
pub(in crate::ui) use one::title_of;

/// The page of differences.
#[component]
pub(in crate::ui) fn Conflicts() -> impl IntoView {
    let ui = ui();
    let session = session();
    let desk = Desk::new(session);
    desk.listen();
    let title = move || match desk.count() {
        0 => ui.text(texts::DECIDE_NONE).to_owned(),
        count => ui.fill(texts::DECIDE_TITLE, &[("n", &count.to_string())]),
    };
    let is_any = Memo::new(move |_| desk.count() > 0);
    view! {
        <header class="page-head deciding">
            <h1>{live(title)}</h1>
            {live(move || is_any.get().then(|| view! { <Head desk/> }))}
        </header>
        {live(move || (!is_any.get()).then(|| view! { <p class="empty">{ui.t(texts::DECIDE_NONE_HOW)}</p> }))}
        <For each=move || desk.places.get() key=|place| place.clone() let(place)><one::Conflict place desk/></For>
        {live(move || is_any.get().then(|| view! { <p class="hint">{ui.t(texts::NOT_BOTH_HERE)}</p> }))}
    }
}

/// Which one is open, whose are shown, all of them onto the agenda.
#[component]
fn Head(desk: Desk) -> impl IntoView {
    let ui = ui();
    let session = session();
    let position = move || {
        let shown = desk.shown.with(Vec::len);
        let at = (desk.position.get() + 1).min(shown);
        ui.fill(
            texts::N_OF_M,
            &[("n", &at.to_string()), ("m", &shown.to_string())],
        )
    };
    let is_one = Memo::new(move |_| desk.shown.with(Vec::len) < 2);
    let left = Memo::new(move |_| {
        let now = session.now();
        session.watch(|log| {
            let points = agenda::points(log, now);
            let is_ahead = |place: &_| points.iter().any(|one| one.is_ahead && one.place == *place);
            desk.shown
                .with(|all| all.iter().filter(|one| !is_ahead(one)).count())
        })
    });
    let all = move |_| desk.put_on_agenda(ui, &desk.shown.get_untracked());
    view! {
        <strong class="position" data-testid="position" aria-live="polite">{live(position)}</strong>
        <Whose desk/>
        <span class="preview-buttons">
            {live(move || (left.get() > 0).then(|| view! { <button type="button" data-testid="agenda-all" on:click=all>{ui.t(texts::AGENDA_ALL)}</button> }))}
            {live(move || (left.get() == 0).then(|| view! { <span class="chip" data-tone="info">{ui.t(texts::ALL_ON_AGENDA)}</span> }))}
            {live(move || (!is_one.get()).then(|| view! {
                <button type="button" class="icon-button" data-testid="previous" aria-label=ui.t(texts::PREVIOUS_ONE) title=ui.t(texts::PREVIOUS_ONE) on:click=move |_| desk.step(false)>"‹"</button>
                <button type="button" class="icon-button" data-testid="next" aria-label=ui.t(texts::NEXT_ONE) title=ui.t(texts::NEXT_ONE) on:click=move |_| desk.step(true)>"›"</button>
            }))}
        </span>
    }
}

/// 只看某人的: the differences in which a person wrote one of the values.
#[component]
fn Whose(desk: Desk) -> impl IntoView {
    let ui = ui();
    let session = session();
    let people = Memo::new(move |_| {
        let said = Said::of(ui, Some(session), &[]);
        let of = desk.writers.get();
        let mut all: Vec<(String, String)> = Vec::new();
        for who in of.iter().flatten() {
            if !all.iter().any(|(known, _)| known == who) {
                all.push((who.clone(), said.who(Some(who))));
            }
        }
        all
    });
    let option = move |(who, name): (String, String)| {
        let is_chosen = desk.person.with_untracked(|person| *person == who);
        let text = ui.fill(texts::ONLY_OF, &[("name", &name)]);
        view! { <option value=who selected=is_chosen>{text}</option> }
    };
    live(move || {
        (people.with(Vec::len) > 1 && desk.count() > 1).then(|| {
            view! {
                <select data-testid="whose" aria-label=ui.t(texts::WHOSE) on:change=move |event| desk.person.set(event_target_value(&event))>
                    <option value="">{ui.t(texts::OF_EVERYBODY)}</option>
                    {people.get().into_iter().map(option).collect::<Vec<_>>()}
                </select>
            }
        })
    })
}
