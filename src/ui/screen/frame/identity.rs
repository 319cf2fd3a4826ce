//! 您是哪一位: who signs what is written here. A claim, never a lock, never in the way.

use super::menu::DropDown;
use super::own_name::OwnName;
use super::people::{PersonChoice, people, person_key};
use crate::analysis::words::names;
use crate::model::RecordId;
use crate::state::Session;
use crate::templates::{identity as signatures, member};
use crate::ui::screen::base::composer::kept_lines;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::door::LaterView;
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::notices::WELCOME_HOOK;
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Of more people than this some are found by typing.
const FEW: usize = 12;

/// One radio per member, "" for later, and a line for somebody who is not on the list; none is chosen beforehand.
/// `meant`: the one whom the file is for. Arrows go from one to the next and choose nobody: the space bar does, and
/// Enter where only one is left of those that were searched for.
#[component]
pub(in crate::ui) fn WhoAreYou(
    #[prop(into)] people: Signal<Vec<PersonChoice>>,
    #[prop(into)] chosen: Signal<String>,
    choose: Callback<String>,
    #[prop(optional)] meant: Option<String>,
    /// Where what is typed to find somebody, a department and a name are kept until somebody is chosen.
    #[prop(optional)]
    half: Option<[RwSignal<String>; 3]>,
) -> impl IntoView {
    let ui = ui();
    let half = half.unwrap_or_else(|| std::array::from_fn(|_| RwSignal::new(String::new())));
    let choose = Callback::new(move |author| {
        for letters in half {
            letters.set(String::new());
        }
        choose.run(author);
    });
    let meant = StoredValue::new(meant.unwrap_or_default());
    let off_list = Memo::new(move |_| {
        let is_listed =
            chosen.with(|chosen| people.with(|people| people.iter().any(|one| one.id == *chosen)));
        if is_listed {
            String::new()
        } else {
            chosen.get()
        }
    });
    let [wanted, department, name] = half;
    let found = Memo::new(move |_| {
        let wanted = wanted.with(|wanted| wanted.trim().to_lowercase());
        people.with(|people| {
            let found = people.iter().filter(|one| one.fits(&wanted));
            found.cloned().collect::<Vec<_>>()
        })
    });
    let is_many = Memo::new(move |_| people.with(|people| people.len() > FEW));
    let doubt = RwSignal::new(None::<(String, PersonChoice)>);
    let named = Callback::new(move |author: String| {
        let name = signatures::signed(&author).0.to_owned();
        let like = people.with_untracked(|all| all.iter().find(|one| one.is_like(&name)).cloned());
        match like {
            Some(listed) => doubt.set(Some((author, listed))),
            None => choose.run(author),
        }
    });
    view! {
        <fieldset class="who" data-testid="identity" on:keydown=on(step)>
            <legend>{ui.t(texts::frame::WHO_ARE_YOU)}</legend>
            {live(move || is_many.get().then(|| view! { <FindPerson wanted found choose/> }))}
            {long(Within::Page, found, person_key, move |person| {
                let is_meant = meant.with_value(|meant| *meant == person.id);
                view! { <Choice person chosen choose is_meant/> }.into_any()
            })}
            <label class="tick">
                <input type="radio" name="who" value="" on:change=move |_| choose.run(String::new())/>
                <span>{ui.t(texts::frame::LATER)}</span>
            </label>
            <OwnName off_list named half=[department, name]/>
            {live(move || doubt.get().map(|(name, listed)| view! { <IsItYou name listed doubt choose/> }))}
        </fieldset>
    }
}

/// The question to somebody who writes a name that cannot be told from that of a listed person.
#[component]
fn IsItYou(
    name: String,
    listed: PersonChoice,
    doubt: RwSignal<Option<(String, PersonChoice)>>,
    choose: Callback<String>,
) -> impl IntoView {
    let ui = ui();
    let text = ui.fill(texts::frame::IS_IT_YOU, &[("name", &listed.in_words())]);
    let answer = move |author: String| {
        doubt.set(None);
        choose.run(author);
    };
    crate::ui::screen::base::dom::focus_soon("[data-testid=it-is-me]".into());
    view! {
        <p class="told" role="alert" data-testid="is-it-you">
            {text} " "
            <button type="button" data-testid="it-is-me" on:click=press(move || answer(listed.id.clone()))>
                {ui.t(texts::frame::IT_IS_ME)}
            </button> " "
            <button type="button" data-testid="it-is-another" on:click=press(move || answer(name.clone()))>
                {ui.t(texts::frame::IT_IS_ANOTHER)}
            </button>
        </p>
    }
}

/// Up and down among the people and what is typed to find them.
fn step(event: KeyboardEvent) {
    let by = match &*event.key() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    crate::ui::screen::base::focus::focus_beside(
        &event,
        "fieldset",
        "input[type=search], input[type=radio]",
        by,
    );
}

#[component]
fn FindPerson(
    wanted: RwSignal<String>,
    found: Memo<Vec<PersonChoice>>,
    choose: Callback<String>,
) -> impl IntoView {
    let ui = ui();
    let only = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            if let [only] = found.get_untracked().as_slice() {
                choose.run(only.id.clone());
            }
        }
    };
    let typed = move |event| wanted.set(typed_text(&event));
    view! {
        <input type="search" data-free-text="" data-testid="find-person" autocomplete="off"
            placeholder=ui.t(texts::frame::FIND_PERSON) aria-label=ui.t(texts::frame::FIND_PERSON)
            prop:value=move || wanted.get() on:input=typed on:keydown=on(only)/>
        {live(move || found.with(Vec::is_empty).then(|| view! {
            <p class="hint" role="status">{ui.text(texts::frame::NOBODY_FOUND)}</p>
        }))}
    }
}

#[component]
fn Choice(
    person: PersonChoice,
    chosen: Signal<String>,
    choose: Callback<String>,
    is_meant: bool,
) -> impl IntoView {
    let ui = ui();
    let shown = person.shown(ui);
    let meant = is_meant.then(
        || view! { " " <span class="chip" data-tone="info">{ui.t(texts::frame::MEANT)}</span> },
    );
    let id = person.id;
    let own = id.clone();
    let is_chosen = move || chosen.with(|chosen| *chosen == own);
    let value = id.clone();
    view! {
        <label class="tick">
            <input type="radio" name="who" value=value prop:checked=is_chosen
                on:change=move |_| choose.run(id.clone())/>
            {shown} {meant}
        </label>
    }
}

/// Whether a member or a name signs, followed as it changes.
pub(in crate::ui) fn author_of(session: Session) -> Memo<String> {
    Memo::new(move |_| {
        session.watch(|_| ());
        session.author().unwrap_or_default()
    })
}

/// 我：name ▾ in the bar over every page.
#[component]
pub(in crate::ui) fn Identity(session: Session) -> impl IntoView {
    let ui = ui();
    let author = author_of(session);
    let named = move || match author.get() {
        author if author.is_empty() => ui.text(texts::frame::NOT_SAID).to_owned(),
        author => session.watch(|log| {
            let name = names::author_name(log, Some(&author), ui.lang.get());
            match author.parse::<RecordId>() {
                Ok(member) if member.kind() == member::KIND => name,
                _ => ui.fill(texts::frame::OFF_LIST, &[("name", &name)]),
            }
        }),
    };
    let summary =
        view! { <summary>{ui.t(texts::frame::ME)} <strong><bdi>{named}</bdi></strong></summary> };
    view! { <DropDown class="identity" hook="who" summary=summary.into_any() part=LaterView::Asking/> }
}

/// What opens under the name.
#[component]
pub(in crate::ui) fn AskInBar() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let choose = Callback::new(move |author: String| {
        sign(ui, session, author);
        crate::ui::screen::base::dom::close_popover();
    });
    view! { <Asking session choose/> }
}

/// Another person signs from now on; what the one before had to hand over is not theirs.
fn sign(ui: Ui, session: Session, author: String) {
    ui.handover.set(None);
    // Whom a newcomer's file asks for what was said of somebody else.
    ui.notices.withdraw(WELCOME_HOOK);
    session.set_author((!author.is_empty()).then_some(author));
}

/// The question with the people of the open project.
#[component]
fn Asking(session: Session, choose: Callback<String>) -> impl IntoView {
    let ui = ui();
    let listed = Memo::new(move |_| session.watch(|log| people(log, ui)));
    let chosen = author_of(session);
    let half = kept_lines(ui, session, "who");
    view! { <WhoAreYou people=listed chosen=chosen choose half/> }
}

/// The question on a page that needs the answer.
#[component]
pub(in crate::ui) fn AskHere() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let choose = Callback::new(move |author: String| sign(ui, session, author));
    view! { <section class="card"><Asking session choose/></section> }
}
