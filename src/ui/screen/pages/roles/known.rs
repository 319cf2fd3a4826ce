//! When the table was shown to all, what has changed since, and who knows it.

use super::named;
use crate::analysis::Answer;
use crate::analysis::inbox::noting::{Noting, all_noting};
use crate::analysis::inbox::todos::{answer_by, request};
use crate::analysis::people::role_table::publication;
use crate::analysis::words::names::{person_name, short_name};
use crate::exchange::Envelope;
use crate::model::template::{CellType, minute_text};
use crate::model::{FieldKey, RecordId, Value};
use crate::state::Session;
use crate::templates::assignment::RolePlace;
use crate::templates::member;
use crate::ui::screen::base::context::{Ui, copy_and_say, session, ui};
use crate::ui::screen::base::life;
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::form::reason::{Asking, ReasonForm};
use crate::ui::screen::mail::sending::sending;
use crate::ui::{letter, texts};
use leptos::prelude::*;

/// What is said under the table.
#[component]
pub(in crate::ui::screen::pages) fn Known() -> impl IntoView {
    let (ui, session) = (ui(), session());
    // Who has not is seen first.
    let all = Memo::new(move |_| {
        let mut all = session.watch(all_noting);
        all.sort_by_key(|one| one.answer.is_done());
        all
    });
    let is_any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let title = move || {
        let known = all.with(|all| {
            all.iter()
                .filter(|one| one.answer == Answer::Agreed)
                .count()
        });
        let places = [
            ("n", &*known.to_string()),
            ("m", &*all.with(Vec::len).to_string()),
        ];
        ui.fill(texts::roles::WHO_KNOWS, &places)
    };
    let key = |one: &Noting| format!("{} {:?} {:?}", one.person, one.answer, one.at);
    let line = |one: Noting| view! { <Person one/> }.into_any();
    let silent = move || {
        let open = all.get().into_iter().filter(|one| !one.answer.is_done());
        open.map(|one| one.person).collect::<Vec<_>>()
    };
    view! {
        {live(move || shown_when(ui, session))}
        {when(move || is_any.get(), move || view! {
            <section class="who-updated no-print" data-testid="who-knows">
                <h2>{live(title)}</h2>
                <ul class="who-list">{long(Within::List, all, key, line)}</ul>
                {when(move || !silent().is_empty(), move || view! {
                    <p class="answers">
                        <button type="button" class="small" data-testid="remind"
                            on:click=press(move || remind(ui, session, &untrack(silent)))>
                            {ui.t(texts::mail::COPY_REMINDER)}
                        </button>
                    </p>
                })}
            </section>
        })}
    }
}

/// 03-03 16:20 王经理。之后改过 2 格: …
fn shown_when(ui: Ui, session: Session) -> Option<AnyView> {
    let found = session.watch(publication);
    let (at, by) = found.last?;
    let who = session.read(|log| person_name(log, by.as_deref(), ui.lang.get()));
    let at = minute_text(at);
    let said = ui.fill(texts::roles::PUBLISHED, &[("when", &at), ("name", &who)]);
    let place = |place: &RolePlace| {
        let places = [
            ("row", &*named(ui, session, &place.row)),
            ("column", &*named(ui, session, &place.column)),
        ];
        ui.fill(texts::roles::CHANGED_CELL, &places)
    };
    let changed: Vec<String> = found.changed.iter().map(place).collect();
    let since = (!changed.is_empty()).then(|| {
        let n = changed.len().to_string();
        let head = ui.fill(texts::roles::CHANGED_SINCE, &[("n", &n)]);
        let list = changed.join(ui.text(texts::LIST_SEPARATOR));
        view! { <strong>{head}</strong> " " {list} }
    });
    Some(
        view! { <p class="roles-shown" data-testid="roles-shown">{said} " " {since}</p> }
            .into_any(),
    )
}

/// Somebody who has to know it, and whether they do.
#[component]
fn Person(one: Noting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let person = StoredValue::new(one.person.clone());
    let is_done = one.answer == Answer::Agreed;
    let (tone, mark) = match one.answer {
        Answer::Agreed => ("ok", "✓"),
        Answer::Objected => ("danger", "!"),
        Answer::Open | Answer::Outdated(_) | Answer::ObjectedBefore(_) => ("warn", "○"),
    };
    let day = one.at.map(|at| ZONE.shown(at).format("%m-%d").to_string());
    let said = move || match one.answer {
        Answer::Agreed if one.is_recorded => {
            let day = day.clone().unwrap_or_default();
            format!("{day} {}", ui.text(texts::roles::RECORDED))
        }
        Answer::Agreed => day.clone().unwrap_or_default(),
        Answer::Objected => ui.text(texts::roles::OBJECTS).to_owned(),
        Answer::Open => ui.text(texts::roles::HAS_NOT_ANSWERED).to_owned(),
        Answer::Outdated(n) | Answer::ObjectedBefore(n) => {
            ui.fill(texts::roles::ASKED_AGAIN, &[("n", &n.to_string())])
        }
    };
    let asking = Asking::at(format!("record-known/{}", one.person));
    let record = Callback::new(move |basis: String| {
        let key = FieldKey::of(member::ACCEPTED_AT.name);
        session.record_word(&person.get_value(), &key, Value::Bool(true), &basis);
    });
    let name = move || named(ui, session, &person.get_value());
    view! {
        <li data-member=one.person.to_string() data-known=is_done.to_string()>
            <span class="chip" data-tone=tone>{mark}</span> " " <bdi>{live(name)}</bdi>
            " " <span class="hint">{live(said)}</span>
            {(!is_done).then(|| view! {
                " "
                <button type="button" class="link" data-testid="record-known" on:click=press(move || asking.begin())>
                    {ui.t(texts::forms::RECORD_FOR)}
                </button>
            })}
            {live(move || asking.is_open().then(|| view! { <ReasonForm asking then=record/> }))}
        </li>
    }
}

/// Copies the text that reminds those who have not said anything.
fn remind(ui: Ui, session: Session, people: &[RecordId]) {
    let lang = ui.lang.get_untracked();
    let by_when = session.read(|log| answer_by(log, session.now())).write();
    let envelope = Envelope {
        requests: vec![request::KNOW.to_owned()],
        by_when: by_when.as_text().map(str::to_owned),
        to: people.iter().map(ToString::to_string).collect(),
        ..Envelope::default()
    };
    let sending = letter::Sending {
        since: String::new(),
        ..sending(ui, session, &envelope)
    };
    let text = session.read(|log| {
        let names = people.iter().map(|person| short_name(log, person, lang));
        let names: Vec<String> = names.collect();
        letter::remind_of_roles(log, &sending, &names.join(texts::LIST_SEPARATOR.text(lang)))
    });
    life::to_the_end((ui, text), copy_and_say);
}
