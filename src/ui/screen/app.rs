//! The start: opens the store, provides the services, follows the address, draws the page.

use super::later;
use crate::model::ProjectId;
use crate::model::template::Lang;
use crate::state::{Route, Session};
use crate::storage::{Mode, News, Store};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::{self, dom, door, focus, life, when_left};
use crate::ui::screen::frame::{messages, way_in};
use crate::ui::screen::pages;
use crate::ui::texts;
use leptos::ev;
use leptos::prelude::*;

/// Starts the user interface once the store is open.
pub fn start() {
    std::panic::set_hook(Box::new(|info| crate::storage::poison(&info.to_string())));
    later::fetch_ahead(&dom::route_there());
    wasm_bindgen_futures::spawn_local(async {
        let store = Store::open().await;
        if let Some(waiting) = document().get_element_by_id("starting") {
            waiting.remove();
        }
        mount_to_body(move || view! { <App store/> });
    });
}

/// What the address names.
#[component]
fn App(store: Store) -> impl IntoView {
    let lang = match store.setting("lang").as_deref() {
        Some("en") => Lang::En,
        Some(_) => Lang::Zh,
        None => browser_language(),
    };
    let ui = Ui::provide(store.clone(), lang, &later::BEHIND);
    ui.route.set(dom::route_there());
    crate::ui::screen::frame::menu::apply_look(ui);
    follow_address(ui);
    follow_language(ui);
    follow_store(ui, &store);
    base::clock::follow(ui);
    way_in::follow_drops(ui);
    follow_keys(ui);
    base::watch_hands();
    way_in::follow_pastes(ui);
    follow_paper(ui);
    view! {
        <a class="skip" href="#main"
            on:click=|event: ev::MouseEvent| { event.prevent_default(); dom::focus_soon("main".into()); }>
            {ui.t(texts::frame::SKIP)}
        </a>
        <crate::ui::screen::frame::update::UpdateBar/>
        <CurrentPage/>
        <messages::NoticeList/>
        <crate::ui::screen::frame::menu::PanelPlace/>
    }
}

fn browser_language() -> Lang {
    let language = window().navigator().language().unwrap_or_default();
    if language.is_empty() || language.starts_with("zh") {
        Lang::Zh
    } else {
        Lang::En
    }
}

fn follow_address(ui: Ui) {
    life::hear(ev::hashchange, move |_| {
        let route = dom::route_there();
        // What is typed and not yet written is written while its screen is there.
        dom::leave();
        ui.notices.turn_page();
        ui.reveal.set(None);
        if ui.route.get_untracked() == route {
            ui.asked_again.update(|times| *times += 1);
        }
        ui.route.set(route);
        dom::focus_soon(ui.take_focus());
    });
}

fn follow_language(ui: Ui) {
    Effect::new(move |_| {
        let lang = ui.lang.get();
        dom::mark_page("lang", Some(if lang == Lang::En { "en" } else { "zh-CN" }));
    });
}

/// What the store says: saves, other tabs, a page that is hidden or replaced.
fn follow_store(ui: Ui, store: &Store) {
    store.on_save_state(move |state| ui.save.set(state));
    store.on_loss(move |project| Some(ui.open_session(project)?.holdings()));
    store.on_news(move |news| match news {
        News::Changes {
            project,
            batch,
            changes,
        } => with_open(ui, project, |session| session.news(&batch, changes)),
        News::Switch {
            project,
            batch,
            number,
        } => with_open(ui, project, |session| session.news_switch(&batch, number)),
        News::Whole(project) => with_open(ui, project, Session::news_whole),
        News::Note { project, .. } => with_open(ui, project, Session::news_fact),
        News::Removed(project) | News::Restored(project) => {
            ui.tell_of_loss(project);
            ui.projects_changed.update(|n| *n += 1);
        }
        News::Lost(projects) => ui.tell_of_lost(&projects),
        News::Elsewhere(_) => ui.projects_changed.update(|n| *n += 1),
        News::Setting { .. } => {}
    });
    crate::ui::screen::frame::unread_data::follow(ui, store);
    match store.mode() {
        Mode::Ready => {}
        Mode::MemoryOnly => ui
            .notices
            .warn(ui.text(texts::frame::MEMORY_ONLY).to_owned()),
        Mode::FileProtocol => ui
            .notices
            .warn(ui.text(texts::frame::FROM_A_FILE).to_owned()),
    }
    life::hear_any(&["pagehide", "visibilitychange", "hepai-save"], |event| {
        dom::write_now();
        focus::end_line(&event.type_());
    });
    when_left::watch(ui);
}

fn with_open(ui: Ui, project: ProjectId, then: impl FnOnce(&Session)) {
    if let Some(session) = ui.open_session(project) {
        then(&session);
    }
    ui.projects_changed.update(|n| *n += 1);
}

/// On paper lists are longer, and the document is called by what is printed: so is a file that is made of it.
fn follow_paper(ui: Ui) {
    let usual: StoredValue<Option<String>> = StoredValue::new(None);
    for (name, is_on_paper) in [("beforeprint", true), ("afterprint", false)] {
        life::hear_any(&[name], move |_| {
            ui.on_paper.set(is_on_paper);
            let title = document().title();
            match usual.try_update_value(Option::take).flatten() {
                Some(title) if !is_on_paper => document().set_title(&title),
                None if is_on_paper => {
                    document().set_title(&title_on_paper(&title));
                    usual.set_value(Some(title));
                }
                kept => usual.set_value(kept),
            }
        });
    }
}

/// 问题申请单 I-5 · A1 台灯上市: what stands at the head of the page, its number, whose it is.
fn title_on_paper(usual: &str) -> String {
    let read = |selector| {
        let found = document().query_selector(selector).ok().flatten();
        found.and_then(|one| one.text_content()).unwrap_or_default()
    };
    let project = usual.rsplit_once(" · ").map_or(usual, |(name, _)| name);
    let parts = [read("main .paper-head strong"), read("main h1")];
    let head = parts.into_iter().find(|part| !part.is_empty());
    let head = format!(
        "{} {}",
        head.unwrap_or_default(),
        read("main .sheet-code:not(.paper-only)")
    );
    match head.trim() {
        head if head.is_empty() || head == project => project.to_owned(),
        head => format!("{head} · {project}"),
    }
}

/// Ctrl+Z and Ctrl+Y, in fields as everywhere; only letters that are no field of a project are the browser's to undo.
fn follow_keys(ui: Ui) {
    life::hear(ev::keydown, move |event| {
        let is_undo = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        let key = event.key().to_ascii_lowercase();
        if !is_undo
            || (key != "z" && key != "y")
            || event.is_composing()
            || event.key_code() == 229
            || dom::focused().is_some_and(|element| dom::has_own_undo(&element))
        {
            return;
        }
        let Route::Project(project, _) = ui.route.get_untracked() else {
            return;
        };
        if let Some(session) = ui.open_session(project) {
            event.prevent_default();
            door::undo_or_redo(ui, session, key == "y" || event.shift_key());
        }
    });
}

/// The page of the route. A project is opened here, whole, before anything of it is drawn or can be written.
#[component]
fn CurrentPage() -> impl IntoView {
    let ui = ui();
    let place = Memo::new(move |_| match ui.route.get() {
        Route::Project(project, _) => Some(project),
        _ => None,
    });
    live(move || match place.get() {
        None => view! { <Outside/> }.into_any(),
        Some(project) => view! { <ProjectPlace project/> }.into_any(),
    })
}

#[component]
fn Outside() -> impl IntoView {
    let ui = ui();
    Effect::new(move |_| {
        let is_shown = ui.route.get() != Route::Start || door::has_arrived(ui);
        door::mark_shown(ui, is_shown);
        document().set_title(ui.text(texts::frame::PRODUCT));
    });
    live(move || {
        match ui.route.get() {
        Route::NotFound => view! { <pages::NotFound/> }.into_any(),
        Route::Start => {
            view! { <crate::ui::screen::frame::shell::TopBar/> {door::later(door::LaterView::Start)} }
                .into_any()
        }
        _ => view! { <pages::Home/> }.into_any(),
    }
    })
}

/// Whether the project is here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Presence {
    Opening,
    Yes,
    No,
}

#[component]
fn ProjectPlace(project: ProjectId) -> impl IntoView {
    let ui = ui();
    let here = RwSignal::new(if ui.open_session(project).is_some() {
        Presence::Yes
    } else {
        Presence::Opening
    });
    Effect::new(move |_| {
        ui.projects_changed.track();
        if here.get_untracked() != Presence::Yes {
            life::while_here(async move {
                let found = ui.show_session(project).await;
                let _ = here.try_set(if found.is_some() {
                    Presence::Yes
                } else {
                    Presence::No
                });
            });
        }
    });
    Effect::new(move |_| {
        let is_shown = match here.get() {
            Presence::Opening => false,
            Presence::Yes => door::is_here(ui, &ui.route.get().page()),
            Presence::No => {
                document().set_title(ui.text(texts::frame::PRODUCT));
                true
            }
        };
        door::mark_shown(ui, is_shown);
    });
    live(move || {
        match (here.get(), ui.open_session(project)) {
        (Presence::Opening, _) => view! {
            <main id="main" tabindex="-1" class="outside"><p class="hint">{ui.t(texts::frame::LOADING)}</p></main>
        }.into_any(),
        (Presence::Yes, Some(session)) => {
            provide_context(session);
            view! { <crate::ui::screen::frame::shell::ProjectShell/> }.into_any()
        }
        _ => view! { <pages::OpenPage/> }.into_any(),
    }
    })
}
