//! What stands on every page while this browser cannot read all it stores: what that means, and what to do. Nothing
//! that speaks of the whole project is shown meanwhile.

use crate::model::template::Label;
use crate::state::{Page, Session};
use crate::storage::{Reach, SaveState, Store};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::door::later;
use crate::ui::screen::base::later_view::{LaterView, Trouble, Unwritten};
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Follows how much of what is stored can be read. Coming back to the page is a reason to try again.
pub(in crate::ui) fn follow(ui: Ui, store: &Store) {
    let unread = std::cell::RefCell::new(BTreeSet::new());
    store.on_reach(move |place| {
        if let Some(session) = place.and_then(|project| ui.open_session(project)) {
            session.news_reach();
        }
        ui.reach.update(|n| *n += 1);
        let store = ui.store();
        let reach = place.map_or_else(|| store.list_reach(), |project| store.reach(project));
        if reach == Reach::Part {
            unread.borrow_mut().insert(place);
        } else if unread.borrow_mut().remove(&place) {
            ui.projects_changed.update(|n| *n += 1);
        }
    });
    life::hear_any(&["focus"], move |_| {
        if ui.store().is_unread() {
            life::to_the_end(ui, read_again);
        }
    });
}

async fn read_again(ui: Ui) {
    ui.store().read_again().await;
}

/// What is wrong now: with the project of the page, or with the list of them.
fn trouble(ui: Ui, session: Option<Session>) -> Option<Trouble> {
    ui.reach.track();
    let store = ui.store();
    let is_unread = match session {
        Some(session) => session.is_unread(),
        None => store.is_unread(),
    };
    let unwritten = match ui.save.get() {
        SaveState::Failed => Some(Unwritten::Nowhere),
        _ => store.refuses_again().then_some(Unwritten::Quick),
    };
    let is_any = is_unread || store.refuses_again();
    is_any.then_some(Trouble {
        is_unread,
        unwritten,
    })
}

/// Under the bar of every page; nothing where all is well.
#[component]
pub(in crate::ui) fn UnreadPlace() -> impl IntoView {
    let ui = ui();
    let session = use_context::<Session>();
    let trouble = Memo::new(move |_| trouble(ui, session));
    live(move || {
        trouble
            .get()
            .map(|trouble| later(LaterView::Unread(trouble)))
    })
}

/// Whether a page speaks of the project as a whole: of what is late, missing, waiting, differing or gone.
pub(in crate::ui) const fn is_of_all(page: &Page) -> bool {
    match page {
        Page::Overview
        | Page::Todo
        | Page::Conflicts
        | Page::Bin
        | Page::Checks
        | Page::Clashes
        | Page::Closing
        | Page::Plan(..)
        | Page::Charts
        | Page::Brief => true,
        Page::Exchange | Page::Calendar | Page::Kind(_) | Page::Record(_) | Page::New(_) => false,
    }
}

/// A sentence that there is nothing, or that this cannot be known yet; watches the language and the reach.
pub(in crate::ui) fn unless_unread(ui: Ui, session: Session, label: Label) -> Label {
    ui.reach.track();
    if session.is_unread() {
        texts::frame::UNREAD_HERE
    } else {
        label
    }
}

/// Whether some of a project of the list may not have been read.
pub(in crate::ui) fn is_doubtful(ui: Ui, project: crate::model::ProjectId) -> bool {
    ui.reach.track();
    let store = ui.store();
    store.reach(project) == Reach::Part || store.list_reach() == Reach::Part
}

/// What happened, what it means, what to do.
#[component]
pub(in crate::ui) fn UnreadBar(trouble: Trouble) -> impl IntoView {
    let ui = ui();
    let is_in_project = use_context::<Session>().is_some();
    let is_reading = RwSignal::new(false);
    let again = move || {
        if is_reading.get_untracked() {
            return;
        }
        is_reading.set(true);
        life::to_the_end_then(ui, read_again, move || is_reading.set(false));
    };
    // It goes when all is read: who pressed its button by keyboard goes on in the page.
    on_cleanup(|| {
        let inside = crate::ui::screen::base::dom::focused()
            .and_then(|one| one.closest(".unread").ok().flatten());
        if inside.is_some() {
            crate::ui::screen::base::dom::focus_soon("main".to_owned());
        }
    });
    let unread = match is_in_project {
        true => texts::frame::UNREAD,
        false => texts::frame::UNREAD_LIST,
    };
    let unread = trouble
        .is_unread
        .then_some((unread, texts::frame::UNREAD_HOW));
    let unwritten = trouble.unwritten.map(|unwritten| match unwritten {
        Unwritten::Quick => (texts::frame::UNWRITTEN, texts::frame::UNWRITTEN_HOW),
        Unwritten::Nowhere => (texts::frame::KEPT_NOWHERE, texts::frame::KEPT_NOWHERE_HOW),
    });
    let told = unread.into_iter().chain(unwritten);
    let told =
        told.map(|(what, how)| view! { <p><strong>{ui.t(what)}</strong></p> <p>{ui.t(how)}</p> });
    let retry = trouble.is_unread.then(|| view! {
        <button type="button" data-testid="unread-again" aria-disabled=move || is_reading.get().to_string()
            on:click=press(again)>
            {live(move || ui.text(if is_reading.get() { texts::frame::LOADING } else { texts::frame::TRY_AGAIN }))}
        </button>
    });
    view! {
        <section class="unread" role="alert" data-testid="unread">
            {told.collect::<Vec<_>>()}
            <p class="answers">
                {retry}
                <a class="button" data-testid="unread-rescue" href="./rescue.html" target="_blank" rel="noopener">
                    {ui.t(texts::frame::SAVE_ALL)}
                </a>
            </p>
        </section>
    }
}

/// In place of a page that speaks of the whole project.
#[component]
pub(in crate::ui) fn UnreadPage() -> impl IntoView {
    let ui = ui();
    view! { <p class="empty" data-testid="unread-page">{ui.t(texts::frame::UNREAD_PAGE)}</p> }
}
