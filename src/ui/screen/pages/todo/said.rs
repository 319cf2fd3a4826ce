//! What people said, among what waits: objections and remarks for the project lead; and of the person here, what they
//! suggested and is not decided.

use super::stays;
use crate::analysis::goal::adjustment::adjustment;
use crate::analysis::inbox::said::{remarked, words_on_goal};
use crate::analysis::words::names;
use crate::model::line::{PERSON_CHARS, one_line, quoted};
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::templates::{charter, member, task};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::suggestions::{SuggestionLine, SuggestionPlace};
use crate::ui::screen::pages::handled;
use crate::ui::texts;
use leptos::prelude::*;

/// Characters shown of what somebody said.
const SAID_CHARS: usize = 300;

/// A department that objects to the goal, with its words.
#[component]
pub(super) fn Objection(department: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = department.to_string();
    let place = format!("keep/{department}");
    let own = department.clone();
    let keep = Callback::new(move |word: String| stays::keep_goal(ui, session, &own, &word));
    let told = move || {
        let lang = ui.lang.get();
        session.watch(|log| {
            let words = words_on_goal(log, &department).unwrap_or_default();
            let places = [
                ("name", &*who_objects(ui, log, &department)),
                ("text", &*quoted(&words, SAID_CHARS, lang)),
            ];
            texts::fill(texts::decide::OBJECTS_TO_GOAL, lang, &places)
        })
    };
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-objected="" data-objection=id>
            {live(told)} " "
            <a href=Ui::href(session.project(), &charter::record())>{ui.t(texts::decide::LOOK_AT_GOAL)}</a> " "
            <stays::Keep place label=texts::decide::GOAL_STAYS keep/>
        </li>
    }
}

/// A task whose dates are to be changed, nobody said to what.
#[component]
pub(super) fn Dates(task: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let href = Ui::href(session.project(), &task);
    let place = format!("keep/{task}");
    let id = StoredValue::new(task);
    let keep =
        Callback::new(move |word: String| stays::keep_dates(ui, session, &id.get_value(), &word));
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let told = move || {
        let lang = ui.lang.get();
        session.watch(|log| {
            let owner = Form::new(log, id.get_value()).get(task::OWNER);
            let owner = owner.map(|owner| names::short_name(log, &owner, lang));
            let why = adjustment(log, &id.get_value()).and_then(|asked| asked.reason);
            let name = one_line(&owner.unwrap_or_default(), PERSON_CHARS);
            match why {
                Some(why) => {
                    let why = quoted(&why, SAID_CHARS, lang);
                    let places = [("name", &*name), ("why", &*why)];
                    texts::fill(texts::decide::WANTS_DATES_WHY, lang, &places)
                }
                None => texts::fill(texts::decide::WANTS_DATES, lang, &[("name", &name)]),
            }
        })
    };
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-objected="">
            <a href=href><bdi>{name}</bdi></a> " " {live(told)} " "
            <stays::Keep place label=texts::decide::DATES_STAY keep/>
        </li>
    }
}

fn who_objects(ui: Ui, log: &Log, department: &RecordId) -> String {
    let lang = ui.lang.get();
    let form = Form::new(log, department.clone());
    let rep = member::first_rep(&form, department, ui.now().date_naive());
    let rep = rep.map(|rep| names::short_name(log, &rep, lang));
    let said = format!(
        "{} {}",
        names::short_name(log, department, lang),
        rep.unwrap_or_default()
    );
    one_line(&said, PERSON_CHARS)
}

/// A remark, with what it is about and the way to say that it is dealt with.
#[component]
pub(super) fn RemarkTodo(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record.clone());
    let read = Memo::new(move |_| session.watch(|log| remarked(log, &id.get_value())));
    let told = move || {
        let (one, lang) = (read.get()?, ui.lang.get());
        Some(session.watch(|log| {
            let by = names::person_name(log, one.by.as_deref(), lang);
            let places = [
                ("name", &*one_line(&by, PERSON_CHARS)),
                ("what", &*names::record_name(log, &one.about, lang)),
                ("text", &*quoted(&one.text, SAID_CHARS, lang)),
            ];
            texts::fill(texts::decide::SAID_ABOUT, lang, &places)
        }))
    };
    let href = move || {
        read.with(|one| {
            let about = one.as_ref().map(|one| one.about.clone());
            about.map(|about| Ui::href(session.project(), &about))
        })
    };
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-objected="" data-remark=record.to_string()>
            {live(told)} " "
            <a href=href>{ui.t(texts::forms::LOOK)}</a> " "
            <button type="button" class="small" data-testid="handled"
                on:click=press(move || handled(ui, session, &id.get_value()))>
                {ui.t(texts::decide::HANDLED)}
            </button>
        </li>
    }
}

/// What the person here suggested and nobody has decided: it stays in sight.
#[component]
pub(super) fn OwnSuggestions() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let open = Memo::new(move |_| {
        session.watch(|_| ());
        session.own_suggestions()
    });
    let line =
        |id: RecordId| view! { <SuggestionLine id place=SuggestionPlace::Project/> }.into_any();
    when(
        move || open.with(|open| !open.is_empty()),
        move || {
            view! {
                <section class="card" data-testid="own-suggestions">
                    <h2>{ui.t(texts::decide::YOUR_SUGGESTIONS)}</h2>
                    <ul class="suggestions">{Window::of_rows(Within::List).list(open, RecordId::to_string, line)}</ul>
                </section>
            }
        },
    )
}
