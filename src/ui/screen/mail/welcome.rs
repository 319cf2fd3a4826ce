//! A project that came with its first file: what a newcomer is told, and the way back, which is in the menu.

use crate::analysis::words::names;
use crate::analysis::words::typed::readable;
use crate::model::ProjectId;
use crate::model::line::{NAME_CHARS, PERSON_CHARS, one_line};
use crate::model::template::Lang;
use crate::state::{Page, Received, Route, Session, TakenAway};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::dom;
use crate::ui::screen::base::life;
use crate::ui::screen::base::notices::WELCOME_HOOK;
use crate::ui::screen::base::port;
use crate::ui::texts;
use leptos::prelude::*;

/// Says to a newcomer whose project it is, and how much each file asks until when. Its way back is in the menu,
/// unobtrusive.
pub(super) fn welcome(ui: Ui, session: Session, project: &str) {
    let lang = ui.lang.get_untracked();
    let asking = untrack(|| session.asking());
    let label = match session.author() {
        _ if !asking.is_empty() => None,
        None => Some(texts::mail::WELCOME_WHO),
        Some(_) => Some(texts::mail::WELCOME_TO_READ),
    };
    let project = one_line(project, NAME_CHARS);
    let text = match label {
        Some(label) => {
            let sender = untrack(|| session.received()).pop().unwrap_or_default();
            let name = sender_name(session, &sender, lang);
            texts::fill(label, lang, &[("project", &project), ("name", &name)])
        }
        None => {
            let opened = texts::fill(texts::mail::WELCOME, lang, &[("project", &project)]);
            asking.iter().fold(opened, |text, (file, n)| {
                let more = asks(session, file, *n, lang);
                let places = [("text", &*text), ("more", &*more)];
                texts::fill(texts::mail::ONE_MORE_SENTENCE, lang, &places)
            })
        }
    };
    let see = Deed::SeeTodos(session.project());
    ui.notices
        .info_with(text, texts::mail::SEE_THEM, WELCOME_HOOK, see);
}

/// 王经理请您做 4 件事，周四前发回。
fn asks(session: Session, file: &Received, n: usize, lang: Lang) -> String {
    let when = file.envelope.by_when.as_deref();
    let when = when.map(|when| readable(when, port::ZONE));
    let label = match when {
        Some(_) => texts::mail::WELCOME_ASKS_BY,
        None => texts::mail::WELCOME_ASKS,
    };
    let places = [
        ("name", &*sender_name(session, file, lang)),
        ("n", &*n.to_string()),
        ("when", &*when.unwrap_or_default()),
    ];
    texts::fill(label, lang, &places)
}

fn sender_name(session: Session, file: &Received, lang: Lang) -> String {
    let by = session.read(|log| names::person_name(log, file.envelope.by.as_deref(), lang));
    one_line(&by, PERSON_CHARS)
}

/// Goes to what waits for a person, to the first of it where it is shown already.
pub(in crate::ui) fn see_todos(ui: Ui, project: ProjectId) {
    ui.go(project, Page::Todo);
    dom::focus_soon(
        "main [data-testid=identity] input, [data-testid=todo-item] button, main".into(),
    );
}

/// Takes the project that came out of this browser, with what was written into it, and leaves it.
pub(in crate::ui) fn leave(ui: Ui, session: Session) {
    dom::write_now();
    let name = untrack(|| session.project_name());
    let unsent = untrack(|| session.unsent().len());
    dom::go(&Route::Home);
    let given = ((ui, session), (name, unsent));
    life::to_the_end(given, |((ui, session), (name, unsent))| async move {
        let taken = ui.take_away(session).await;
        let lang = ui.lang.get_untracked();
        let Ok(away) = taken else {
            return ui
                .notices
                .warn(texts::home::NOT_REMOVED.text(lang).to_owned());
        };
        let label = match unsent {
            0 => texts::mail::PROJECT_LEFT,
            _ => texts::mail::PROJECT_LEFT_UNSENT,
        };
        let places = [
            ("project", &*one_line(&name, NAME_CHARS)),
            ("n", &*unsent.to_string()),
        ];
        let again = Deed::BringBack(away);
        let text = texts::fill(label, lang, &places);
        ui.notices
            .info_with(text, texts::frame::UNDO, "take-again", again);
    });
}

/// Brings a project that was taken out of this browser back, and shows it.
pub(in crate::ui) fn bring_back(ui: Ui, away: &TakenAway) {
    ui.projects.put_back(away);
    ui.projects_changed.update(|n| *n += 1);
    ui.go(away.session().project(), Page::Todo);
}
