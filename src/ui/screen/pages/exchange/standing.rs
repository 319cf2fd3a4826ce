//! 谁有什么: what each colleague has of this browser's edits, and who has not answered.

use crate::analysis::people::who::People;
use crate::analysis::words::names::names_joined;
use crate::analysis::words::typed::readable;
use crate::exchange::{Envelope, Preview};
use crate::model::RecordId;
use crate::model::sort::gather;
use crate::model::template::Form;
use crate::state::{SendState, Sent, Session};
use crate::templates::charter;
use crate::ui::screen::base::context::copy_and_say;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::life;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::{self, ZONE};
use crate::ui::screen::frame::people::{PersonChoice, people, person_key};
use crate::ui::screen::mail::attribution::Said;
use crate::ui::screen::mail::sending::sending;
use crate::ui::{letter, texts};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// One line per colleague.
#[component]
pub(super) fn Standings() -> impl IntoView {
    let ui = ui();
    let session = session();
    let lines = Memo::new(move |_| {
        let me = session.author().unwrap_or_default();
        let people = session.watch(|log| people(log, ui));
        let others = people.into_iter().filter(|one| one.id != me);
        let (ids, people): (Vec<RecordId>, Vec<PersonChoice>) = others
            .filter_map(|person| Some((person.id.parse().ok()?, person)))
            .unzip();
        let standings = session.standings(&ids);
        people.into_iter().zip(standings).collect::<Vec<_>>()
    });
    let is_any = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let key = |(person, standing): &(PersonChoice, SendState)| {
        format!("{} {}", person_key(person), standing.key())
    };
    let line = move |(person, standing): (PersonChoice, SendState)| {
        view! {
            <li data-member=person.id.clone() data-standing=standing.key()>
                {person.shown(ui)}
                <span class="chip" data-tone=tone(standing)>{ui.t(label(standing))}</span>
            </li>
        }
        .into_any()
    };
    let window = Window::of_lines(Within::List);
    live(move || {
        is_any.get().then(|| {
            view! {
                <section class="card">
                    <h2>{ui.t(texts::mail::WHO_HAS_WHAT)}</h2>
                    <ul class="standings">{window.list(lines, key, line)}</ul>
                    <Missing/>
                </section>
            }
        })
    })
}

const fn tone(standing: SendState) -> &'static str {
    match standing {
        SendState::Never => "neutral",
        SendState::Saved => "warn",
        SendState::Sent => "info",
        SendState::Received => "ok",
    }
}

const fn label(standing: SendState) -> crate::model::template::Label {
    match standing {
        SendState::Never => texts::mail::NEVER_GIVEN,
        SendState::Saved => texts::mail::FILE_MADE,
        SendState::Sent => texts::mail::MARKED_SENT,
        SendState::Received => texts::mail::HAS_IT,
    }
}

/// The file that asked something last and was sent, as far as the person says.
fn last_asking(session: Session) -> Option<Sent> {
    let is_asking = |sent: &Sent| sent.ticked_ms.is_some() && !sent.envelope.requests.is_empty();
    session.sent().into_iter().rev().find(is_asking)
}

/// That nothing was received, what is awaited, and the button that reminds.
#[component]
pub(super) fn NothingReceived() -> impl IntoView {
    let ui = ui();
    let session = session();
    let waiting = awaited(ui, session);
    let is_any = Memo::new(move |_| waiting.with(|waiting| !waiting.names.is_empty()));
    let button = move || {
        let click = move |_| remind(ui, session, waiting.get_untracked());
        view! {
            " "
            <button type="button" class="small" data-testid="remind-all" on:click=click>
                {ui.t(texts::mail::COPY_REMINDER)}
            </button>
        }
    };
    view! {
        <p class="hint" data-testid="received-empty">
            {live(move || nothing_received(ui, session))}{live(move || is_any.get().then(button))}
        </p>
    }
}

fn nothing_received(ui: Ui, session: Session) -> String {
    let Some(last) = last_asking(session) else {
        return ui.text(texts::mail::RECEIVED_EMPTY).to_owned();
    };
    let day = port::time_text(last.at_ms)[5..10].to_owned();
    let places = [
        ("day", day.as_str()),
        ("n", &last.envelope.to.len().to_string()),
        ("when", &until(&last.envelope).unwrap_or_default()),
    ];
    ui.fill(texts::mail::RECEIVED_EMPTY_SENT, &places)
}

/// Until when an answer was asked for, as people read it.
fn until(envelope: &Envelope) -> Option<String> {
    let when = envelope.by_when.as_deref();
    when.map(|when| readable(when, ZONE))
}

/// Those who were asked and have not answered.
#[derive(Clone, PartialEq, Default)]
struct Waiting {
    /// Department and name of each.
    names: Vec<String>,
    /// When they were asked, milliseconds since 1970.
    asked_ms: i64,
    /// What they were asked, and until when.
    envelope: Envelope,
}

/// Those who were asked and have not answered. `besides` are the senders of what is being looked at.
fn waiting_for(ui: Ui, session: Session, besides: &[String], who: &People) -> Waiting {
    let Some(last) = last_asking(session) else {
        return Waiting::default();
    };
    let zone = *session.now().offset();
    let answered = session.received().into_iter();
    let answered = answered.filter(|file| file.is_since(last.at_ms, zone));
    let answered = answered.filter_map(|file| file.envelope.by);
    let senders = answered.chain(besides.iter().cloned());
    let heard: BTreeSet<RecordId> = gather(senders.filter_map(|by| who.author(&by)));
    let people = session.watch(|log| people(log, ui));
    let is_open = |to: &&String| who.author(to).is_none_or(|person| !heard.contains(&person));
    let open = last.envelope.to.iter().filter(is_open);
    let listed = people.iter().rev();
    let listed: BTreeMap<_, _> = gather(listed.filter_map(|one| Some((who.author(&one.id)?, one))));
    let named = open.filter_map(|to| listed.get(&who.author(to)?));
    let names = named.map(|person| person.in_words());
    Waiting {
        names: names.collect(),
        asked_ms: last.at_ms,
        envelope: last.envelope,
    }
}

/// Who was asked and whose answer is neither here nor in the files that are looked at.
#[component]
pub(in crate::ui) fn NotReceived(
    session: Session,
    preview: Rc<Preview>,
    answers: crate::ui::screen::base::arrival::Answers,
) -> impl IntoView {
    let ui = ui();
    let preview = StoredValue::new_local(preview);
    let waiting = Memo::new(move |_| {
        preview.with_value(|preview| {
            let left = answers.left.get();
            let files = preview.files.iter().enumerate();
            let senders: Vec<String> = files
                .filter(|(at, _)| !left.contains(at))
                .filter_map(|(_, file)| file.envelope.by.clone())
                .collect();
            let said = answers.said(ui, Some(session), preview);
            waiting_for(ui, session, &senders, &said.people)
        })
    });
    view! { <Remind session waiting/> }
}

#[component]
fn Missing() -> impl IntoView {
    let ui = ui();
    let session = session();
    let waiting = awaited(ui, session);
    view! { <Remind session waiting/> }
}

/// Whose answers are awaited on this page.
fn awaited(ui: Ui, session: Session) -> Memo<Waiting> {
    Memo::new(move |_| {
        let people = session.watch(|log| People::shared(&Form::new(log, charter::record())));
        waiting_for(ui, session, &[], &people)
    })
}

/// Copies the text that reminds them.
fn remind(ui: Ui, session: Session, waiting: Waiting) {
    let lang = ui.lang.get_untracked();
    let names = waiting.names.join(texts::LIST_SEPARATOR.text(lang));
    let envelope = Envelope {
        requests: waiting.envelope.requests,
        by_when: waiting.envelope.by_when,
        ..Envelope::default()
    };
    let sending = letter::Sending {
        since: port::time_text(waiting.asked_ms),
        ..sending(ui, session, &envelope)
    };
    let text = letter::reminder(&sending, &names);
    life::to_the_end((ui, text), copy_and_say);
}

/// Their names, since when and until when, and the button that reminds them.
#[component]
fn Remind(session: Session, waiting: Memo<Waiting>) -> impl IntoView {
    let ui = ui();
    let remind = move |_| remind(ui, session, waiting.get_untracked());
    let since = move |waiting: &Waiting| {
        let day = Said::of(ui, None, &[]).day_at(waiting.asked_ms);
        match until(&waiting.envelope) {
            None => ui.fill(texts::mail::ASKED_ON, &[("day", &day)]),
            Some(when) => {
                let places = [("day", &*day), ("when", &*when)];
                ui.fill(texts::mail::ASKED_ON_BY, &places)
            }
        }
    };
    live(move || {
        let waiting = waiting.get();
        (!waiting.names.is_empty()).then(|| {
            let names = names_joined(&waiting.names, String::clone, ui.lang.get());
            let since = since(&waiting);
            view! {
                <p class="missing" data-testid="not-answered">
                    {ui.fill(texts::mail::NOT_ANSWERED, &[("names", &names), ("since", &since)])}
                    " "
                    <button type="button" class="small" data-testid="remind" on:click=remind>
                        {ui.t(texts::mail::COPY_REMINDER)}
                    </button>
                </p>
            }
        })
    })
}
