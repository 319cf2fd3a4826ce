//! 您是哪一位: who signs what is written here. A claim, never a lock, never in the way.

use super::menu::DropDown;
use crate::analysis::people::same_person::looks_like;
use crate::analysis::people::who::People;
use crate::analysis::words::look::marked;
use crate::analysis::words::names;
use crate::model::line::{PERSON_CHARS, one_line};
use crate::model::template::Form;
use crate::model::{Log, RecordId, Value};
use crate::state::Session;
use crate::templates::{charter, member};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::door::LaterView;
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::{live, on};
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeMap;
use web_sys::KeyboardEvent;

/// One member to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ui) struct PersonChoice {
    /// Their record.
    pub(in crate::ui) id: String,
    /// Their name.
    name: String,
    /// Their department's name.
    department: String,
    /// The name of another from whom they cannot be told by theirs.
    looks_like: Option<String>,
}

impl PersonChoice {
    /// The name, the department, and whom they look like.
    pub(in crate::ui) fn shown(&self, ui: Ui) -> AnyView {
        let chip = self.looks_like.clone().map(|name| alike_chip(ui, name));
        view! {
            <span><bdi>{self.name.clone()}</bdi> " " <span class="hint">{self.department.clone()}</span> {chip}</span>
        }.into_any()
    }

    /// The department with the name, as a text says it.
    pub(in crate::ui) fn in_words(&self) -> String {
        format!("{} {}", self.department, self.name)
            .trim()
            .to_owned()
    }

    /// Whether the name or the department holds that, in small letters.
    fn fits(&self, wanted: &str) -> bool {
        let said = format!("{} {}", self.name, self.department);
        said.to_lowercase().contains(wanted)
    }
}

/// That somebody looks like another of that name.
pub(in crate::ui) fn alike_chip(ui: Ui, name: String) -> AnyView {
    let name = marked(one_line(&name, PERSON_CHARS));
    let text = ui.fill(texts::frame::LOOKS_LIKE, &[("name", &name)]);
    view! { " " <span class="chip" data-tone="danger" data-testid="looks-like">{text}</span> }
        .into_any()
}

/// The same for a member of the open project, beside their name.
#[component]
pub(in crate::ui) fn LooksLike(member: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let found = Memo::new(move |_| session.watch(|log| looks_like(log, &member)));
    live(move || found.get().map(|name| alike_chip(ui, name)))
}

/// The people a log names, as one chooses among them. A role that is still open is nobody yet.
pub(in crate::ui) fn people(log: &Log, ui: Ui) -> Vec<PersonChoice> {
    let lang = ui.lang.get();
    let who = People::shared(&Form::new(log, charter::record()));
    let mut out: Vec<PersonChoice> = Vec::new();
    let mut places: BTreeMap<RecordId, usize> = BTreeMap::new();
    for record in log.rows(member::MEMBER.kind) {
        let form = Form::new(log, record.clone());
        let Some(name) = form.get(member::PERSON) else {
            continue;
        };
        let department = form.get(member::DEPARTMENT);
        let department = department.map(|department| names::short_name(log, &department, lang));
        let person = PersonChoice {
            id: record.to_string(),
            name: marked(name),
            department: department.unwrap_or_default(),
            looks_like: looks_like(log, &record),
        };
        // Somebody entered twice is one person: as the entry that has a department.
        let place = *places.entry(who.person(&record)).or_insert(out.len());
        match out.get_mut(place) {
            None => out.push(person),
            Some(known) if known.department.is_empty() => *known = person,
            Some(_) => {}
        }
    }
    out
}

/// The key of a line of people.
pub(in crate::ui) fn person_key(person: &PersonChoice) -> String {
    let alike = person.looks_like.as_deref().unwrap_or_default();
    format!(
        "{} {} {} {alike}",
        person.id, person.name, person.department
    )
}

/// Of more people than this some are found by typing.
const FEW: usize = 12;

/// One radio per member, "" for later, and a line for somebody who is not on the list. Arrows go from one to the next
/// and choose nobody: the space bar does, and Enter where only one is left of those that were searched for.
#[component]
pub(in crate::ui) fn WhoAreYou(
    #[prop(into)] people: Signal<Vec<PersonChoice>>,
    #[prop(into)] chosen: Signal<String>,
    choose: Callback<String>,
) -> impl IntoView {
    let ui = ui();
    let is_listed = move || {
        chosen.with(|chosen| people.with(|people| people.iter().any(|one| one.id == *chosen)))
    };
    let own_name = move || {
        if is_listed() {
            String::new()
        } else {
            chosen.get()
        }
    };
    let wanted = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let wanted = wanted.with(|wanted| wanted.trim().to_lowercase());
        people.with(|people| {
            let found = people.iter().filter(|one| one.fits(&wanted));
            found.cloned().collect::<Vec<_>>()
        })
    });
    let is_many = Memo::new(move |_| people.with(|people| people.len() > FEW));
    let typed = move |event| {
        if let Some(name) =
            Value::typed(&crate::ui::screen::base::dom::typed_text(&event)).as_text()
        {
            choose.run(name.to_owned());
        }
    };
    view! {
        <fieldset class="who" data-testid="identity" on:keydown=on(step)>
            <legend>{ui.t(texts::frame::WHO_ARE_YOU)}</legend>
            {live(move || is_many.get().then(|| view! { <FindPerson wanted found choose/> }))}
            {long(Within::Page, found, person_key, move |person| view! { <Choice person chosen choose/> }.into_any())}
            <label class="tick">
                <input type="radio" name="who" value="" prop:checked=move || chosen.with(String::is_empty)
                    on:change=move |_| choose.run(String::new())/>
                <span>{ui.t(texts::frame::LATER)}</span>
            </label>
            <label class="other">
                {ui.t(texts::frame::SOMEBODY_ELSE)}
                <input type="text" data-free-text="" data-testid="own-name" autocomplete="off"
                    placeholder=ui.t(texts::frame::YOUR_NAME) prop:value=own_name on:change=typed/>
            </label>
        </fieldset>
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
    let typed = move |event| wanted.set(crate::ui::screen::base::dom::typed_text(&event));
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
fn Choice(person: PersonChoice, chosen: Signal<String>, choose: Callback<String>) -> impl IntoView {
    let ui = ui();
    let shown = person.shown(ui);
    let id = person.id;
    let own = id.clone();
    let is_chosen = move || chosen.with(|chosen| *chosen == own);
    let value = id.clone();
    view! {
        <label class="tick">
            <input type="radio" name="who" value=value prop:checked=is_chosen
                on:change=move |_| choose.run(id.clone())/>
            {shown}
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
pub(in crate::ui) fn AskHere() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let choose = Callback::new(move |author: String| sign(ui, session, author));
    view! { <section class="card"><Asking session choose/></section> }
}
