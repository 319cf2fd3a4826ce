//! Those who are not on the list: what somebody of them can do here, and the question to the project lead who they are.

use crate::analysis::people::strangers::guess_of;
use crate::analysis::words::look::marked;
use crate::analysis::words::names;
use crate::model::RecordId;
use crate::model::line::{PERSON_CHARS, one_line};
use crate::model::template::Label;
use crate::state::{Page, Route};
use crate::templates::{charter, issue, task};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::frame::identity;
use crate::ui::screen::frame::people::WhichPerson;
use crate::ui::texts;
use leptos::prelude::*;

/// What can be looked at and done by whoever is not on the list, or has not said who they are. Who gave a name is not
/// asked again.
#[component]
pub(super) fn NotListed(author: Memo<String>) -> impl IntoView {
    let ui = ui();
    let is_asking = RwSignal::new(false);
    let is_named = Memo::new(move |_| author.with(|author| !author.is_empty()));
    let asks = Memo::new(move |_| is_asking.get() || !is_named.get());
    let said = move || match is_named.get() {
        true => ui.fill(
            texts::decide::OFF_LIST_TODO,
            &[("name", &one_line(&author.get(), PERSON_CHARS))],
        ),
        false => ui.text(texts::decide::NOT_SAID_TODO).to_owned(),
    };
    let of = |kind: &str| Page::Kind(kind.to_owned());
    let new_issue = Page::New(issue::ISSUE.kind.to_owned());
    view! {
        {live(move || asks.get().then(|| view! { <identity::AskHere/> }))}
        <section class="card stranger" data-testid="stranger-todo">
            <p>{live(said)}</p>
            <ul class="can-do">
                <Way page=of(charter::KIND) label=texts::decide::LOOK_AT_GOAL/>
                <Way page=of(task::KIND) label=texts::decide::LOOK_AT_PLAN/>
                <Way page=new_issue label=texts::decide::FILE_AN_ISSUE/>
                {live(move || is_named.get().then(|| view! { <li>{ui.text(texts::decide::CAN_EDIT)}</li> }))}
            </ul>
            {live(move || (!asks.get()).then(|| view! {
                <button type="button" class="link" data-testid="i-am-listed"
                    on:click=press(move || is_asking.set(true))>
                    {ui.text(texts::decide::I_AM_LISTED)}
                </button>
            }))}
        </section>
    }
}

#[component]
fn Way(page: Page, label: Label) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let href = Route::Project(session.project(), page).to_string();
    view! { <li><a href=href>{ui.t(label)}</a></li> }
}

/// 何俊不在名单里，是不是名单里的哪一位？
#[component]
pub(super) fn WhoIsIt(name: String) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let shown = one_line(&marked(name.clone()), PERSON_CHARS);
    let id = StoredValue::new(name);
    let like = Memo::new(move |_| {
        session.watch(|log| {
            let guess = id.with_value(|name| guess_of(log, name))?;
            Some(names::short_name(log, &guess, ui.lang.get()))
        })
    });
    let said = move |label: Label| {
        let text = label.text(ui.lang.get_untracked()).to_owned();
        ui.notices.done(session, text, "undo-join");
    };
    let say = move |who: Option<RecordId>| {
        match who {
            Some(member) => session.join_people(&[(id.get_value(), member)]),
            None => session.keep_off_list(&[id.get_value()]),
        };
        said(texts::decide::NOTED);
    };
    let put = move || {
        session.put_on_list(&id.get_value());
        said(texts::decide::PUT_ON_LIST);
    };
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-stranger=id.get_value()>
            <span>{ui.filled(texts::decide::WHO_IS_IT, "name", move || shown.clone())}</span> " "
            {live(move || like.get().map(|like| view! {
                <span class="hint">{ui.fill(texts::decide::MAYBE, &[("name", &like)])}</span>
            }))}
            <span class="answers">
                <WhichPerson session say=Callback::new(say)/> " "
                <button type="button" class="link" data-testid="put-on-list" on:click=press(put)>
                    {ui.t(texts::decide::PUT_THEM_ON_LIST)}
                </button>
            </span>
        </li>
    }
}
