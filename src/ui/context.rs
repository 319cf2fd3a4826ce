//! What every component can ask for: language, route, store, open projects, messages. One accessor each.

use super::life;
use super::notices::Notices;
use super::port::{BrowserPort, clock};
use super::texts::fill;
use crate::analysis::begin::start::Unfinished;
use crate::analysis::words::look::marked;
use crate::model::line::{NAME_CHARS, one_line};
use crate::model::template::{Label, Lang};
use crate::model::{ProjectId, RecordId, Value};
use crate::state::{Page, Route, Session};
use crate::storage::{Loaded, SaveState, Store};
use chrono::NaiveDate;
use leptos::prelude::{
    Get, GetUntracked, LocalStorage, Owner, RwSignal, SetValue, Signal, StoredValue, UpdateValue,
    WithValue, provide_context, untrack, use_context,
};
use std::collections::BTreeMap;

/// How long after opening from localStorage IndexedDB is asked: its answer would hold up the first screen.
const AFTER_FIRST_SCREEN: u64 = 50;

/// What a new form begins with, given by the place it is begun from.
pub(super) struct Given {
    /// The kind of the form.
    pub(super) kind: &'static str,
    /// Its fields.
    pub(super) fields: Vec<(String, Value)>,
    /// What the person is told of it.
    pub(super) told: String,
}

/// The services of the page.
#[derive(Clone, Copy)]
pub(super) struct Ui {
    /// The language of the screen.
    pub(super) lang: RwSignal<Lang>,
    /// Where we are.
    pub(super) route: RwSignal<Route>,
    /// Counts up when the address asks again for the page that is shown: one more new form.
    pub(super) asked_again: RwSignal<usize>,
    /// What the storage says of the last save.
    pub(super) save: RwSignal<SaveState>,
    /// Controls with letters that are not yet written.
    pub(super) drafts: RwSignal<usize>,
    /// The messages.
    pub(super) notices: Notices,
    /// What came in and waits for a decision.
    pub(super) incoming: super::incoming::Incoming,
    /// What is shown over the page.
    pub(super) panel: RwSignal<Option<super::menu::Panel>>,
    /// Who does not know yet of what was just done.
    pub(super) handover: RwSignal<Option<super::handover::Handover>>,
    /// Whether the forms are here.
    pub(super) forms: RwSignal<super::later::Arrived>,
    /// Whether the later part of the program is here.
    pub(super) later: RwSignal<super::later::Arrived>,
    /// Counts up whenever the list of projects changed.
    pub(super) projects_changed: RwSignal<usize>,
    /// What the table on the page shall bring into view.
    pub(super) wanted: RwSignal<Option<super::grid::Wanted>>,
    /// What the wizard shall show again.
    pub(super) typed_before: RwSignal<Option<Unfinished>>,
    /// Which day it is.
    pub(super) today: RwSignal<NaiveDate>,
    /// Whether the page is being put on paper.
    pub(super) on_paper: RwSignal<bool>,
    /// Counts up whenever more of what is stored, or less, can be read or written.
    pub(super) reach: RwSignal<usize>,
    store: StoredValue<Store, LocalStorage>,
    pub(super) sessions: StoredValue<BTreeMap<ProjectId, Session>, LocalStorage>,
    given: StoredValue<Option<Given>, LocalStorage>,
    pub(super) focus: StoredValue<Option<String>>,
    pub(super) owner: StoredValue<Owner, LocalStorage>,
    pub(super) candidates: StoredValue<super::offer::Candidates, LocalStorage>,
}

/// The services of the page.
pub(super) fn ui() -> Ui {
    use_context::<Ui>().expect("the app provides its services before any component runs")
}

/// The open project of the page.
pub(super) fn session() -> Session {
    use_context::<Session>().expect("a project page provides its session")
}

impl Ui {
    /// Makes them, and provides them to everything below.
    pub(super) fn provide(store: Store, lang: Lang) -> Self {
        let ui = Self {
            lang: RwSignal::new(lang),
            route: RwSignal::new(Route::Home),
            asked_again: RwSignal::new(0),
            save: RwSignal::new(store.save_state()),
            drafts: RwSignal::new(0),
            notices: Notices::new(),
            incoming: super::incoming::Incoming::new(),
            panel: RwSignal::new(None),
            handover: RwSignal::new(None),
            forms: RwSignal::new(super::later::Arrived::default()),
            later: RwSignal::new(super::later::Arrived::default()),
            projects_changed: RwSignal::new(0),
            wanted: RwSignal::new(None),
            typed_before: RwSignal::new(None),
            today: RwSignal::new(clock().date_naive()),
            on_paper: RwSignal::new(false),
            reach: RwSignal::new(0),
            store: StoredValue::new_local(store),
            sessions: StoredValue::new_local(BTreeMap::new()),
            given: StoredValue::new_local(None),
            focus: StoredValue::new(None),
            owner: StoredValue::new_local(Owner::current().expect("inside the app")),
            candidates: StoredValue::new_local(super::offer::Candidates::new()),
        };
        provide_context(ui);
        ui
    }

    /// The text of a label; watches the language.
    pub(super) fn text(&self, label: Label) -> &'static str {
        label.text(self.lang.get())
    }

    /// The text of a label as the language stands: one type for every place in a view, which keeps the program small.
    pub(super) fn t(self, label: Label) -> Signal<&'static str> {
        Signal::derive(move || self.text(label))
    }

    /// A text with one place filled, as the language and the value stand: one type for every such place.
    pub(super) fn filled(
        self,
        label: Label,
        place: &'static str,
        value: impl Fn() -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        Signal::derive(move || self.fill(label, &[(place, &value())]))
    }

    /// A text with its places filled; watches the language.
    pub(super) fn fill(&self, label: Label, places: &[(&str, &str)]) -> String {
        fill(label, self.lang.get(), places)
    }

    /// The store.
    pub(super) fn store(&self) -> Store {
        self.store.with_value(Clone::clone)
    }

    /// The session of a project, if it is open already.
    pub(super) fn open_session(&self, project: ProjectId) -> Option<Session> {
        self.sessions
            .with_value(|sessions| sessions.get(&project).copied())
    }

    /// The session of the project whose page is shown.
    pub(super) fn open_session_here(&self) -> Option<Session> {
        match self.route.get() {
            Route::Project(project, _) => self.open_session(project),
            _ => None,
        }
    }

    /// A session of a project that begins here: from now on what other tabs write in it is heard.
    pub(super) fn begin_session(&self, project: ProjectId) -> Session {
        self.store().load_now(project);
        self.store().begin(project);
        self.new_session(project)
    }

    /// The session of a project of which a file is taken: as it is open, or with what another tab stored of it since.
    pub(super) fn begin_arrival(&self, project: ProjectId) -> Session {
        if let Some(session) = self.open_session(project) {
            return session;
        }
        let near = self.store().load_now(project);
        let session = self.new_session(project);
        session.load(near.batches, &near.switches, near.whole);
        life::to_the_end((*self, project, session), Self::join_rest);
        session
    }

    /// A project that is taken away is no longer open.
    pub(super) fn forget_session(&self, project: ProjectId) {
        self.sessions.update_value(|sessions| {
            sessions.remove(&project);
        });
        self.candidates
            .update_value(|all| all.retain(|((of, _), _)| *of != project));
    }

    /// A new, empty session; it lives as long as the page.
    fn new_session(&self, project: ProjectId) -> Session {
        let port = std::rc::Rc::new(BrowserPort::new(self.store()));
        let session = self.for_the_page(|| Session::new(project, &crate::templates::SCHEMA, port));
        self.sessions.update_value(|sessions| {
            sessions.insert(project, session);
        });
        session
    }

    /// The session of a project to be shown: with what localStorage holds, where that is provably all.
    pub(super) async fn show_session(&self, project: ProjectId) -> Option<Session> {
        if let Some(session) = self.open_session(project) {
            return Some(session);
        }
        let near = self.store().load_near(project).await;
        if let Some(session) = self.open_session(project) {
            return Some(session);
        }
        let Some(near) = near else {
            return self.load_session(project).await;
        };
        let session = self.new_session(project);
        session.load(near.batches, &near.switches, near.whole);
        life::after(AFTER_FIRST_SCREEN, (*self, project, session), |given| {
            life::to_the_end(given, Self::join_rest);
        });
        Some(session)
    }

    /// The session of a project with everything its homes hold; nothing where they hold nothing.
    pub(super) async fn load_session(&self, project: ProjectId) -> Option<Session> {
        if let Some(session) = self.open_session(project) {
            return Some(session);
        }
        let loaded = self.store().load(project).await;
        self.tell_damage(&loaded);
        if let Some(session) = self.open_session(project) {
            return Some(session);
        }
        if loaded.batches.is_empty() {
            return None;
        }
        let session = self.new_session(project);
        session.load(loaded.batches, &loaded.switches, loaded.whole);
        Some(session)
    }

    /// What IndexedDB holds besides comes in once the screen has been drawn.
    async fn join_rest((ui, project, session): (Self, ProjectId, Session)) {
        let rest = ui.store().load_rest(project).await;
        ui.tell_damage(&rest);
        session.join(rest.batches, &rest.switches, rest.whole);
    }

    /// A project that is open here went from this computer, or came back from this page.
    pub(super) fn tell_of_loss(&self, project: ProjectId) {
        if self.open_session(project).is_none() {
            return;
        }
        let lang = self.lang.get_untracked();
        self.notices.error(if self.store().is_removed(project) {
            super::texts::REMOVED_ELSEWHERE.text(lang).to_owned()
        } else {
            let name = untrack(|| self.project_name(project));
            fill(super::texts::CAME_BACK, lang, &[("name", &name)])
        });
    }

    fn tell_damage(&self, loaded: &Loaded) {
        if !loaded.damaged.is_empty() {
            self.notices.warn(fill(
                super::texts::DAMAGED,
                self.lang.get_untracked(),
                &[("n", &loaded.damaged.len().to_string())],
            ));
        }
    }

    /// The name of a project as this browser last saw it.
    pub(super) fn project_name(&self, project: ProjectId) -> String {
        let name = self.store().note(project, "name").unwrap_or_default();
        let name = Some(one_line(&marked(name), NAME_CHARS)).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| self.text(super::texts::UNNAMED).to_owned())
    }

    /// The next new form begins with these fields.
    pub(super) fn give(&self, given: Given) {
        self.given.set_value(Some(given));
    }

    /// What a new form of a kind begins with; whatever was given for another is forgotten.
    pub(super) fn take_given(&self, kind: &str) -> Option<Given> {
        let given = self.given.try_update_value(Option::take).flatten();
        given.filter(|given| given.kind == kind)
    }

    /// Goes to a page of a project.
    pub(super) fn go(&self, project: ProjectId, page: Page) {
        super::dom::go(&Route::Project(project, page));
    }

    /// The address of a record.
    pub(super) fn href(project: ProjectId, record: &RecordId) -> String {
        Route::of_record(project, record).to_string()
    }
}
