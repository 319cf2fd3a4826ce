//! Making the file that is mailed, and noting it.

use super::after_saving::AfterSaving;
use crate::analysis::Todo;
use crate::analysis::words::names;
use crate::exchange::{
    Envelope, Header, Part, ProjectInfo, Scope, purpose, reply_name, sent_name, write_part,
};
use crate::model::line::one_line;
use crate::model::sort::gather;
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::state::{Extent, Sent, Session};
use crate::templates::member;
use crate::ui::letter::{self, Letter};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::base::port;
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A file saved just now: its name, its size, its line in the ledger, and the letter for it.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct Saved {
    pub(in crate::ui) file: String,
    pub(in crate::ui) size: String,
    /// Whether something stored here could not be read, and is not in it.
    pub(in crate::ui) is_part: bool,
    /// Whether the feedback of others is left out.
    pub(super) leaves_feedback: bool,
    pub(super) key: String,
    pub(in crate::ui) letter: Letter,
    /// The record a hand-over began with is told once it is sent.
    pub(super) is_letter: bool,
}

/// Writes the whole project into a file, hands it to the browser, and notes it in the ledger.
pub(in crate::ui) fn save(
    ui: Ui,
    session: Session,
    envelope: Envelope,
    letter: Option<Letter>,
) -> Saved {
    dom::write_now();
    // What is chosen and not yet noted goes along.
    if let Ok(event) = web_sys::Event::new("hepai-before-file") {
        let _ = window().dispatch_event(&event);
    }
    let name = untrack(|| session.project_name());
    let at = ui.now();
    let file = session.read(|log| file_name(log, ui, session, &envelope, &name));
    let left = session.sealed_from(&envelope);
    let header = Header {
        app: env!("CARGO_PKG_VERSION").to_owned(),
        page: page_address(session, &name),
        project: ProjectInfo {
            id: session.project(),
            name,
        },
        envelope: Envelope {
            at: Some(at),
            by: session.author(),
            ..envelope
        },
        scope: if session.is_whole() && left.is_empty() {
            Scope::Whole
        } else {
            Scope::Part
        },
        lang: ui.lang.get_untracked(),
        current: None,
    };
    let text = session.read(|log: &Log| write_part(&Part::without(log, &left), &header));
    crate::storage::download(&file, &text, "application/json");
    let noted = Sent {
        file: file.clone(),
        envelope: header.envelope,
        ..Sent::default()
    };
    let key = session.note_sent_without(noted, &left);
    Saved {
        file,
        size: size_text(text.len()),
        is_part: !matches!(session.extent(), Extent::Whole | Extent::Part),
        leaves_feedback: !left.is_empty(),
        key,
        is_letter: letter.is_some(),
        letter: letter.unwrap_or_default(),
    }
}

fn file_name(log: &Log, ui: Ui, session: Session, envelope: &Envelope, project: &str) -> String {
    let (lang, at) = (ui.lang.get_untracked(), ui.now());
    let name_of = |person: &RecordId| names::short_name(log, person, lang);
    let purpose = envelope.purpose.as_deref();
    if purpose == Some(purpose::REPLY) {
        let me = session.me().map(|me| Form::new(log, me));
        let department = me
            .as_ref()
            .and_then(|me| me.referred(member::DEPARTMENT))
            .map(|department| name_of(department.record()));
        let person = names::person_name(log, session.author().as_deref(), lang);
        return reply_name(project, &department.unwrap_or_default(), &person, at, lang);
    }
    let to = match envelope.to.as_slice() {
        [] if purpose == Some(purpose::BACKUP) => {
            return crate::exchange::plain_name(project, texts::mail::BACKUP_FILE.text(lang), at);
        }
        [only] => only
            .parse()
            .map_or_else(|_| only.clone(), |only| name_of(&only)),
        _ => texts::mail::EVERYBODY.text(lang).to_owned(),
    };
    sent_name(project, &to, at, lang)
}

/// Characters of a project's name in an address.
const ADDRESS_CHARS: usize = 24;

/// The address of this very page with a project's reply page, for people who do not have it yet. Of what files said it
/// carries the project's name alone, shortened.
pub(in crate::ui) fn page_address(session: Session, name: &str) -> String {
    let name = one_line(name, ADDRESS_CHARS);
    let name = String::from(js_sys::encode_uri_component(&name));
    format!("{}#/p/{}/todo?n={name}", dom::address(), session.project())
}

/// Bytes as people read them.
fn size_text(bytes: usize) -> String {
    let kib = bytes.div_ceil(1024);
    if kib < 1024 {
        format!("{kib} KB")
    } else {
        format!("{}.{} MB", kib / 1024, kib % 1024 * 10 / 1024)
    }
}

/// 已答 n / m · 完成并发回, always in sight.
#[component]
pub(in crate::ui) fn ReplyBar(todos: Memo<Vec<Todo>>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let saved = RwSignal::new(None::<Saved>);
    let counts = move || {
        todos.with(|all| {
            let asked: Vec<&Todo> = all.iter().filter(|todo| todo.item.is_question()).collect();
            (
                asked.iter().filter(|todo| todo.answer.is_done()).count(),
                asked.len(),
            )
        })
    };
    let said = move || {
        let (done, all) = counts();
        ui.fill(
            texts::mail::ANSWERED_OF,
            &[("n", &done.to_string()), ("m", &all.to_string())],
        )
    };
    let reply = move |_| saved.set(Some(save_reply(ui, session, todos)));
    // Whoever nobody asked and who leads the project has nobody to send it back to.
    let leads_alone = Memo::new(move |_| {
        todos.track();
        untrack(|| {
            askers(session).is_empty() && lead(session).is_some() && lead(session) == session.me()
        })
    });
    let bar = move || {
        view! {
            <div class="reply-bar">
                {live(move || (counts().1 > 0).then(|| view! { <strong>{said}</strong> }))}
                <button type="button" class="primary" data-testid="reply-file" on:click=reply>
                    {ui.t(texts::mail::FINISH_REPLY)}
                </button>
                {live(move || (counts().1 > 0).then(|| view! {
                    <span class="hint">{ui.text(texts::mail::REPLY_PARTLY)}</span>
                }))}
            </div>
        }
    };
    view! {
        {when(move || !leads_alone.get(), bar)}
        {live(move || saved.get().map(|saved| view! { <AfterSaving saved/> }))}
    }
}

/// Who asked something by a file.
fn askers(session: Session) -> BTreeSet<RecordId> {
    let asking = session.open_requests().into_iter();
    gather(asking.filter_map(|file| file.envelope.by?.parse::<RecordId>().ok()))
}

fn lead(session: Session) -> Option<RecordId> {
    let today = session.now().date_naive();
    session.read(|log| {
        let form = Form::new(log, crate::templates::charter::record());
        let leads = member::with_role(&form, member::LEAD, today);
        leads.first().map(|lead| lead.record().clone())
    })
}

/// The reply goes to all who asked, or to the project lead.
fn save_reply(ui: Ui, session: Session, todos: Memo<Vec<Todo>>) -> Saved {
    let me = session.me();
    let mut to: Vec<RecordId> = askers(session).into_iter().collect();
    if to.is_empty() {
        to.extend(lead(session));
    }
    to.retain(|to| Some(to) != me.as_ref());
    let envelope = Envelope {
        to: to.iter().map(ToString::to_string).collect(),
        ..Envelope::of(purpose::REPLY)
    };
    let sending = sending(ui, session, &envelope);
    let letter = session.read(|log| letter::reply(log, &sending, &todos.get_untracked()));
    save(ui, session, envelope, Some(letter))
}

/// What the letter says of the sender, the project and the request.
pub(in crate::ui) fn sending(ui: Ui, session: Session, envelope: &Envelope) -> letter::Sending {
    let lang = ui.lang.get_untracked();
    let project = untrack(|| session.project_name());
    let to: Vec<RecordId> = letter::people(envelope).collect();
    let news = untrack(|| session.news_for(&to));
    letter::Sending {
        page: page_address(session, &project),
        project,
        sender: session.read(|log| names::person_name(log, session.author().as_deref(), lang)),
        envelope: envelope.clone(),
        about: None,
        since: news.since_ms.map(port::time_text).unwrap_or_default(),
        news,
        today: ui.now().date_naive(),
        zone: port::ZONE,
        lang,
    }
}
