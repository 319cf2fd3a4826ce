//! The frame of an open project: top bar, rail, page.

use super::closed::ClosedBar;
use super::identity::Identity;
use super::menu::Menu;
use super::rail::{Rail, Tabs};
use super::unread_data::{UnreadPlace, is_of_all};
use crate::model::template::Lang;
use crate::state::{Page, Route, Session};
use crate::storage::{Level, SaveState};
use crate::ui::screen::base::closed;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::door::{LaterView, form, later, plan_view, soon, undo_or_redo};
use crate::ui::screen::base::figures;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::mail::handover;
use crate::ui::screen::pages::sample::SampleBar;
use crate::ui::texts;
use leptos::prelude::*;

/// The open project.
#[component]
pub(in crate::ui) fn ProjectShell() -> impl IntoView {
    let ui = ui();
    let page = Memo::new(move |_| ui.route.get().page().place());
    figures::provide(session());
    remember_name();
    let session = session();
    let is_unread = Memo::new(move |_| session.is_unread());
    let is_closed = closed::provide(session);
    view! {
        <TopBar/>
        <div class="frame">
            <Rail/>
            <main id="main" tabindex="-1" class="page" data-closed=move || is_closed.get().to_string()>
                <SampleBar/>
                <ClosedBar/>
                <super::spent_copy::SpentBar/>
                <handover::HandoverBar/>
                {live(move || view! { <Tabs page=page.get()/> })}
                {live(move || { ui.asked_again.track(); match page.get() {
                    page if is_of_all(&page) && is_unread.get() => later(LaterView::UnreadPage),
                    Page::Plan(view, _) => plan_view(view),
                    page @ (Page::Kind(_) | Page::New(_) | Page::Record(_) | Page::Calendar) => form(page),
                    page => later(LaterView::Page(page)),
                }})}
            </main>
        </div>
    }
}

/// The name stands in the list of projects and in the title of the window.
fn remember_name() {
    let (ui, session) = (ui(), session());
    let name = Memo::new(move |_| session.project_name());
    Effect::new(move |_| {
        let name = name.get();
        if ui
            .store()
            .note(session.project(), "name")
            .unwrap_or_default()
            != name
            && !name.is_empty()
        {
            ui.store().set_note(session.project(), "name", &name);
        }
        document().set_title(&format!(
            "{} · {}",
            if name.is_empty() {
                ui.text(texts::UNNAMED)
            } else {
                &name
            },
            ui.text(texts::frame::PRODUCT)
        ));
    });
}

/// The bar over every page.
#[component]
pub(in crate::ui) fn TopBar() -> impl IntoView {
    let ui = ui();
    let session = use_context::<Session>();
    crate::ui::screen::base::dom::close_outside();
    view! {
        <header class="top">
            <a class="product" href="#/">{ui.t(texts::frame::PRODUCT)}</a>
            {session.map(|session| view! {
                <a class="project-name" href=Route::Project(session.project(), Page::Overview).to_string()>
                    {live(move || {
                        let name = session.shown_project_name();
                        if name.is_empty() { ui.text(texts::UNNAMED).to_owned() } else { name }
                    })}
                </a>
                {soon(LaterView::Switch, || ().into_any())}
                <Identity session/>
            })}
            <span class="grow"></span>
            {session.is_none().then(|| view! { <span class="hint">{ui.t(texts::frame::NO_SIGN_UP)}</span> })}
            <SaveBadge/>
            {session.map(|session| view! {
                {soon(LaterView::Unsent, move || view! {
                    <span class="unsent" aria-hidden="true">{ui.t(texts::frame::ALL_SENT)}</span>
                }.into_any())}
                <button type="button" data-testid="undo" title="Ctrl+Z"
                    on:click=press(move || undo_or_redo(ui, session, false))>
                    {ui.t(texts::frame::UNDO)}
                </button>
                <button type="button" data-testid="redo" title="Ctrl+Y"
                    on:click=press(move || undo_or_redo(ui, session, true))>
                    {ui.t(texts::frame::REDO)}
                </button>
            })}
            <button type="button" data-testid="language" title=ui.t(texts::frame::SWITCH_LANGUAGE)
                on:click=press(move || switch_language(ui))>
                {ui.t(texts::frame::OTHER_LANGUAGE)}
            </button>
            <Menu/>
        </header>
        <UnreadPlace/>
    }
}

/// The other language, here and on every later page of this browser.
pub(super) fn switch_language(ui: Ui) {
    let (lang, name) = if ui.lang.get_untracked() == Lang::Zh {
        (Lang::En, "en")
    } else {
        (Lang::Zh, "zh")
    };
    ui.lang.set(lang);
    ui.store().set_setting("lang", name);
}

/// Whether everything written is safe on this computer.
#[component]
fn SaveBadge() -> impl IntoView {
    let ui = ui();
    let session = use_context::<Session>();
    let is_removed = Memo::new(move |_| {
        ui.projects_changed.track();
        session.is_some_and(|session| ui.store().is_removed(session.project()))
    });
    let state = Memo::new(move |_| match ui.save.get() {
        _ if is_removed.get() => "failed",
        SaveState::Saved { .. } if session.is_some_and(|session| session.is_spent()) => "spent",
        // Nothing is on its way, and what waits cannot be known.
        SaveState::Saved { .. } | SaveState::Saving if is_unread(ui, session) => "unread",
        SaveState::Saved { .. } if ui.drafts.get() > 0 => "saving",
        SaveState::Saved { .. } => "saved",
        SaveState::Saving => "saving",
        SaveState::Failed => "failed",
        SaveState::Memory => "memory",
    });
    let told = StoredValue::new((false, Level::Fine));
    Effect::new(move |_| {
        ui.save.track();
        tell_of_space(ui, told);
    });
    let text = move || match (state.get(), ui.save.get()) {
        ("saved", SaveState::Saved { at_ms }) if at_ms > 0.0 => {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "milliseconds since 1970 fit"
            )]
            let time = crate::ui::screen::base::port::time_text(at_ms as i64)[11..].to_owned();
            ui.fill(texts::frame::SAVED, &[("time", &time)])
        }
        ("saved", _) => ui.text(texts::frame::SAVED_PLAIN).to_owned(),
        ("failed", _) if is_removed.get() => ui.text(texts::frame::REMOVED_SHORT).to_owned(),
        ("unread", _) => ui.text(texts::frame::UNREAD_SHORT).to_owned(),
        ("spent", _) => ui.text(texts::frame::SPENT_SHORT).to_owned(),
        ("failed", _) => ui.text(texts::frame::NOT_SAVED_SHORT).to_owned(),
        ("memory", _) => ui.text(texts::frame::MEMORY_SHORT).to_owned(),
        _ => ui.text(texts::frame::SAVING).to_owned(),
    };
    view! {
        <span class="save-state" role="status" data-testid="save-state" data-state=move || state.get()>
            {live(text)}
        </span>
    }
}

/// Whether something stored could not be read: of the open project, or anywhere.
fn is_unread(ui: Ui, session: Option<Session>) -> bool {
    ui.reach.track();
    session.map_or_else(|| ui.store().is_unread(), |session| session.is_unread())
}

/// A full quick space is a normal state: said once, as a warning; only a refused save is an error.
fn tell_of_space(ui: Ui, told: StoredValue<(bool, Level)>) {
    let (store, lang) = (ui.store(), ui.lang.get_untracked());
    if ui.save.get_untracked() == SaveState::Failed {
        ui.notices
            .error(texts::frame::NOT_SAVED.text(lang).to_owned());
    }
    let (full_told, level_told) = told.get_value();
    if store.database_refuses() || store.is_unread() {
        // The quick space is then no comfort.
        return;
    }
    let (full, level) = (store.local_full(), store.space().level());
    if full && !full_told {
        ui.notices
            .warn(texts::frame::QUICK_FULL.text(lang).to_owned());
    } else if level > level_told && !full {
        ui.notices.warn(texts::fill(
            texts::frame::ALMOST_FULL,
            lang,
            &[("percent", &store.space().percent().to_string())],
        ));
    }
    told.set_value((full || full_told, level.max(level_told)));
}
