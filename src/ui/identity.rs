//! 您是哪一位: who signs what is written here. A claim, never a lock, never in the way.

use super::context::{Ui, session, ui};
use super::later::Part;
use super::long::{Within, long};
use super::menu::DropDown;
use super::texts;
use crate::analysis::people::who::People;
use crate::analysis::words::look::marked;
use crate::analysis::words::names;
use crate::model::template::Form;
use crate::model::{Log, RecordId, Value};
use crate::state::Session;
use crate::templates::{charter, member};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// One member to choose: the record's id, the name, the department.
pub(super) type Person = (String, String, String);

/// The people a log names, as one chooses among them. A role that is still open is nobody yet.
pub(super) fn people(log: &Log, ui: Ui) -> Vec<Person> {
    let lang = ui.lang.get();
    let who = People::shared(&Form::new(log, charter::record()));
    let mut out: Vec<Person> = Vec::new();
    let mut places: BTreeMap<RecordId, usize> = BTreeMap::new();
    for record in log.rows(member::MEMBER.kind) {
        let form = Form::new(log, record.clone());
        let Some(name) = form.get(member::PERSON) else {
            continue;
        };
        let department = form.get(member::DEPARTMENT);
        let department = department.map(|department| names::short_name(log, &department, lang));
        let person = (
            record.to_string(),
            marked(name),
            department.unwrap_or_default(),
        );
        // Somebody entered twice is one person: as the entry that has a department.
        let place = *places.entry(who.person(&record)).or_insert(out.len());
        match out.get_mut(place) {
            None => out.push(person),
            Some(known) if known.2.is_empty() => *known = person,
            Some(_) => {}
        }
    }
    out
}

/// The key of a line of people.
pub(super) fn person_key((id, name, department): &Person) -> String {
    format!("{id} {name} {department}")
}

/// One radio per member, "" for later, and a line for somebody who is not on the list.
#[component]
pub(super) fn WhoAreYou(
    #[prop(into)] people: Signal<Vec<Person>>,
    #[prop(into)] chosen: Signal<String>,
    choose: Callback<String>,
) -> impl IntoView {
    let ui = ui();
    let is_listed = move || {
        chosen.with(|chosen| people.with(|people| people.iter().any(|(id, ..)| id == chosen)))
    };
    let own_name = move || {
        if is_listed() {
            String::new()
        } else {
            chosen.get()
        }
    };
    let typed = move |event| {
        if let Some(name) = Value::typed(&super::dom::typed_text(&event)).as_text() {
            choose.run(name.to_owned());
        }
    };
    view! {
        <fieldset class="who" data-testid="identity">
            <legend>{ui.t(texts::WHO_ARE_YOU)}</legend>
            {long(Within::Page, people, person_key, move |person| view! { <Choice person chosen choose/> }.into_any())}
            <label class="tick"><input type="radio" name="who" value="" prop:checked=move || chosen.with(String::is_empty) on:change=move |_| choose.run(String::new())/>
                <span>{ui.t(texts::LATER)}</span></label>
            <label class="other">{ui.t(texts::SOMEBODY_ELSE)}
                <input type="text" data-free-text="" data-testid="own-name" autocomplete="off" placeholder=ui.t(texts::YOUR_NAME)
                    prop:value=own_name on:change=typed/>
            </label>
        </fieldset>
    }
}

#[component]
fn Choice(person: Person, chosen: Signal<String>, choose: Callback<String>) -> impl IntoView {
    let (id, name, department) = person;
    let own = id.clone();
    let is_chosen = move || chosen.with(|chosen| *chosen == own);
    let value = id.clone();
    view! {
        <label class="tick">
            <input type="radio" name="who" value=value prop:checked=is_chosen on:change=move |_| choose.run(id.clone())/>
            <span><bdi>{name}</bdi> " " <span class="hint">{department}</span></span>
        </label>
    }
}

/// Whether a member or a name signs, followed as it changes.
pub(super) fn author_of(session: Session) -> Memo<String> {
    Memo::new(move |_| {
        session.watch(|_| ());
        session.author().unwrap_or_default()
    })
}

/// 我：name ▾ in the bar over every page.
#[component]
pub(super) fn Identity(session: Session) -> impl IntoView {
    let ui = ui();
    let author = author_of(session);
    let named = move || match author.get() {
        author if author.is_empty() => ui.text(texts::NOT_SAID).to_owned(),
        author => session.watch(|log| {
            let name = names::author_name(log, Some(&author), ui.lang.get());
            match author.parse::<RecordId>() {
                Ok(member) if member.kind() == member::KIND => name,
                _ => ui.fill(texts::OFF_LIST, &[("name", &name)]),
            }
        }),
    };
    let summary =
        view! { <summary>{ui.t(texts::ME)} <strong><bdi>{named}</bdi></strong></summary> };
    view! { <DropDown class="identity" hook="who" summary=summary.into_any() part=Part::Asking/> }
}

/// What opens under the name.
#[component]
pub(super) fn AskInBar() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let choose = Callback::new(move |author: String| {
        sign(ui, session, author);
        super::dom::close_popover();
    });
    view! { <Asking session choose/> }
}

/// Another person signs from now on; what the one before had to hand over is not theirs.
fn sign(ui: Ui, session: Session, author: String) {
    ui.handover.set(None);
    session.set_author((!author.is_empty()).then_some(author));
}

/// The question with the people of the open project.
#[component]
fn Asking(session: Session, choose: Callback<String>) -> impl IntoView {
    let ui = ui();
    let listed = Memo::new(move |_| session.watch(|log| people(log, ui)));
    let chosen = author_of(session);
    view! { <WhoAreYou people=listed chosen=chosen choose/> }
}

/// The question on a page that needs the answer.
#[component]
pub(super) fn AskHere() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let choose = Callback::new(move |author: String| sign(ui, session, author));
    view! { <section class="card"><Asking session choose/></section> }
}
