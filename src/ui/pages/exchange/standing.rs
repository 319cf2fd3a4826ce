//! 谁有什么: what each colleague has of this browser's edits, and who has not answered.

use crate::model::RecordId;
use crate::state::{Sent, Session, Standing};
use crate::ui::context::{Ui, session, ui};
use crate::ui::dom::{copy, live};
use crate::ui::identity::people;
use crate::ui::sending::readable;
use crate::ui::{letter, shell, texts};
use leptos::prelude::*;

/// One line per colleague.
#[component]
pub(super) fn Standings() -> impl IntoView {
    let ui = ui();
    let session = session();
    let lines = Memo::new(move |_| {
        let me = session.author().unwrap_or_default();
        let people = session.watch(|log| people(log, ui));
        let others = people.into_iter().filter(|(id, ..)| *id != me);
        others
            .filter_map(|(id, name, department)| {
                let standing = session.standing(&id.parse::<RecordId>().ok()?);
                Some((id, name, department, standing))
            })
            .collect::<Vec<_>>()
    });
    live(move || {
        (!lines.with(Vec::is_empty)).then(|| {
            view! {
                <section class="card">
                    <h2>{ui.t(texts::WHO_HAS_WHAT)}</h2>
                    <ul class="standings">
                        {lines.get().into_iter().map(|(id, name, department, standing)| view! {
                            <li data-member=id data-standing=standing.key()>
                                <span>{name} " " <span class="hint">{department}</span></span>
                                <span class="chip" data-tone=tone(standing)>{ui.t(label(standing))}</span>
                            </li>
                        }).collect::<Vec<_>>()}
                    </ul>
                    <Missing/>
                </section>
            }
        })
    })
}

const fn tone(standing: Standing) -> &'static str {
    match standing {
        Standing::Never => "neutral",
        Standing::Saved => "warn",
        Standing::Sent => "info",
        Standing::Received => "ok",
    }
}

const fn label(standing: Standing) -> crate::model::template::Label {
    match standing {
        Standing::Never => texts::NEVER_GIVEN,
        Standing::Saved => texts::FILE_MADE,
        Standing::Sent => texts::MARKED_SENT,
        Standing::Received => texts::HAS_IT,
    }
}

/// The file that asked something last and was sent, as far as the person says.
fn last_asking(session: Session) -> Option<Sent> {
    let is_asking = |sent: &Sent| sent.ticked_ms.is_some() && !sent.requests.is_empty();
    session.sent().into_iter().rev().find(is_asking)
}

/// That nothing was received, and what is awaited. The button that reminds stands beside those who are awaited.
pub(super) fn nothing_received(ui: Ui, session: Session) -> String {
    let Some(last) = last_asking(session) else {
        return ui.text(texts::RECEIVED_EMPTY).to_owned();
    };
    let day = crate::ui::port::time_text(last.at_ms)[5..10].to_owned();
    let places = [
        ("day", day.as_str()),
        ("n", &last.to.len().to_string()),
        ("when", &readable(&last.by_when)),
    ];
    ui.fill(texts::RECEIVED_EMPTY_SENT, &places)
}

/// Those who were asked and have not answered, with the text to remind them.
fn waiting_for(ui: Ui, session: Session, besides: &[String]) -> (Vec<String>, String) {
    let Some(last) = last_asking(session) else {
        return (Vec::new(), String::new());
    };
    let answered = session.received();
    let people = session.watch(|log| people(log, ui));
    let open = last.to.iter().filter(|to| {
        let since = crate::ui::port::time_text(last.at_ms);
        !answered
            .iter()
            .any(|file| file.by.as_ref() == Some(to) && file.at >= since)
            && !besides.contains(to)
    });
    let named = open.filter_map(|to| people.iter().find(|(id, ..)| id == to));
    let names = named.map(|(_, name, department)| format!("{department} {name}").trim().to_owned());
    (names.collect(), readable(&last.by_when))
}

/// Their names, without those who sent what is being looked at.
pub(in crate::ui) fn waiting_names(ui: Ui, session: Session, besides: &[String]) -> Vec<String> {
    waiting_for(ui, session, besides).0
}

#[component]
fn Missing() -> impl IntoView {
    let ui = ui();
    let session = session();
    let waiting = Memo::new(move |_| waiting_for(ui, session, &[]));
    let remind = move |_| {
        let (names, by_when) = waiting.get_untracked();
        let lang = ui.lang.get_untracked();
        let names = names.join(texts::LIST_SEPARATOR.text(lang));
        let project = untrack(|| shell::project_name(session));
        let text = letter::reminder(&project, &names, &by_when, lang);
        leptos::task::spawn_local(async move {
            let label = if copy(&text).await {
                texts::COPIED
            } else {
                texts::COPY_BY_HAND
            };
            ui.notices.info(ui.text(label).to_owned());
        });
    };
    live(move || {
        let (names, _) = waiting.get();
        (!names.is_empty()).then(|| {
            let names = names.join(ui.text(texts::LIST_SEPARATOR));
            view! {
                <p class="missing" data-testid="not-answered">{ui.fill(texts::NOT_ANSWERED, &[("names", &names)])}
                    " " <button type="button" class="link" data-testid="remind" on:click=remind>{ui.t(texts::COPY_REMINDER)}</button></p>
            }
        })
    })
}
