//! A project that came with its first file: what a newcomer is told, and the way back, which is in the menu.

use crate::analysis::words::names;
use crate::analysis::words::typed::readable;
use crate::model::ProjectId;
use crate::model::line::{NAME_CHARS, PERSON_CHARS, one_line};
use crate::state::{Page, Route, Session, TakenAway};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::dom;
use crate::ui::screen::base::life;
use crate::ui::screen::base::notices::WELCOME_HOOK;
use crate::ui::screen::base::port;
use crate::ui::texts;
use leptos::prelude::*;

/// Says to a newcomer whose project it is, and how much is asked until when. Its way back is in the menu, unobtrusive.
pub(super) fn welcome(ui: Ui, session: Session, project: &str) {
    let lang = ui.lang.get_untracked();
    let (todos, file) = untrack(|| (session.todos(), session.latest_request()));
    let asked = todos.iter().filter(|todo| todo.item.is_question()).count();
    let sender = file.or_else(|| untrack(|| session.received()).pop());
    let envelope = sender.map(|file| file.envelope).unwrap_or_default();
    let by = session.read(|log| names::person_name(log, envelope.by.as_deref(), lang));
    let by = one_line(&by, PERSON_CHARS);
    let when = envelope.by_when.map(|when| readable(&when, port::ZONE));
    let label = match (asked > 0, when.is_some()) {
        (true, true) => texts::mail::WELCOME_BY,
        (true, false) => texts::mail::WELCOME,
        _ if session.author().is_none() => texts::mail::WELCOME_WHO,
        _ => texts::mail::WELCOME_TO_READ,
    };
    let places = [
        ("project", &*one_line(project, NAME_CHARS)),
        ("name", &*by),
        ("n", &*asked.to_string()),
        ("when", &*when.unwrap_or_default()),
    ];
    let text = texts::fill(label, lang, &places);
    let see = Deed::SeeTodos(session.project());
    ui.notices
        .info_with(text, texts::mail::SEE_THEM, WELCOME_HOOK, see);
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
