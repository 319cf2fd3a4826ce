//! The people of a project as one chooses among them: name, department, and whom somebody looks like.

use crate::analysis::people::same_person::looks_like;
use crate::analysis::people::who::People;
use crate::analysis::words::look::{marked, skeleton};
use crate::analysis::words::names;
use crate::model::line::{PERSON_CHARS, one_line};
use crate::model::template::{Form, Lang};
use crate::model::{Log, RecordId};
use crate::state::Session;
use crate::templates::{charter, member};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeMap;

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
    lang: Lang,
}

impl PersonChoice {
    /// The name, the department, and whom they look like.
    pub(in crate::ui) fn shown(&self, ui: Ui) -> AnyView {
        let chip = self.looks_like.clone().map(|name| alike_chip(ui, name));
        let department = self.department.clone();
        let home = live(move || home_in(&department, ui.lang.get()));
        view! {
            <span><bdi>{self.name.clone()}</bdi> " " <span class="hint">{home}</span> {chip}</span>
        }
        .into_any()
    }

    /// The department with the name, as a text says it.
    pub(in crate::ui) fn in_words(&self) -> String {
        let said = match self.lang {
            Lang::Zh => format!("{} {}", self.department, self.name),
            Lang::En => format!("{} {}", self.name, home_in(&self.department, Lang::En)),
        };
        said.trim().to_owned()
    }

    /// Whether a name cannot be told from theirs.
    pub(super) fn is_like(&self, name: &str) -> bool {
        let wanted = skeleton(name);
        !wanted.is_empty() && skeleton(&self.name) == wanted
    }

    /// Whether the name or the department holds that, in small letters.
    pub(super) fn fits(&self, wanted: &str) -> bool {
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
    let found = Memo::new(move |_| {
        session.watch(|log| {
            let own = Form::new(log, member.clone()).get(member::PERSON);
            looks_like(log, &member).map(|other| (own.as_deref() == Some(&*other), other))
        })
    });
    live(move || {
        found.get().map(|(is_same, name)| match is_same {
            true => same_name_chip(ui, name),
            false => alike_chip(ui, name),
        })
    })
}

/// That two entries of the list bear one name: one person entered twice, or two people.
fn same_name_chip(ui: Ui, name: String) -> AnyView {
    let name = marked(one_line(&name, PERSON_CHARS));
    let text = ui.fill(texts::frame::SAME_NAME, &[("name", &name)]);
    view! { " " <span class="chip" data-tone="warn" data-testid="looks-like">{text}</span> }
        .into_any()
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
            lang,
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

/// One of the people of the open project, or none of them: chosen from a list, and said with a button.
#[component]
pub(in crate::ui) fn WhichPerson(
    session: Session,
    say: Callback<Option<RecordId>>,
) -> impl IntoView {
    let ui = ui();
    let chosen = RwSignal::new(String::new());
    let all = Memo::new(move |_| session.watch(|log| people(log, ui)));
    let option = |one: PersonChoice| {
        let said = one.in_words();
        view! { <option value=one.id>{said}</option> }
    };
    let is_one = move || say.run(chosen.with_untracked(|chosen| chosen.parse().ok()));
    view! {
        <select class="which" data-testid="which-person" aria-label=ui.t(texts::mail::IS_ANYBODY)
            on:change=move |event| chosen.set(typed_text(&event))>
            <option value="">{ui.t(texts::mail::CHOOSE_PERSON)}</option>
            {live(move || all.get().into_iter().map(option).collect::<Vec<_>>())}
        </select>
        " "
        {live(move || (!chosen.with(String::is_empty)).then(|| view! {
            <button type="button" data-testid="join-yes" on:click=press(is_one)>
                {ui.text(texts::mail::SAME_PERSON)}
            </button>
        }))}
        " "
        <button type="button" class="link" data-testid="join-no" on:click=press(move || say.run(None))>
            {ui.t(texts::mail::NOBODY_OF_THEM)}
        </button>
    }
}

/// The key of a line of people.
pub(in crate::ui) fn person_key(person: &PersonChoice) -> String {
    let alike = person.looks_like.as_deref().unwrap_or_default();
    format!(
        "{} {} {} {alike}",
        person.id, person.name, person.department
    )
}

/// The department beside a name: behind English letters in brackets, as it would read like a part of the name.
fn home_in(department: &str, lang: Lang) -> String {
    match lang {
        Lang::En if !department.is_empty() => format!("({department})"),
        _ => department.to_owned(),
    }
}
