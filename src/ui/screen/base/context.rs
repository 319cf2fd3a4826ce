//! What every component can ask for: language, route, store, open projects, messages. One accessor each.

use super::behind::{Arrived, Behind};
use super::life;
use super::notices::Notices;
use super::overlay::{Handover, Panel};
use super::port::{BrowserPort, clock};
use super::unsaid::Unsaid;
use crate::analysis::begin::start::Unfinished;
use crate::analysis::words::look::marked;
use crate::model::line::{NAME_CHARS, one_line};
use crate::model::template::{Label, Lang};
use crate::model::{ProjectId, RecordId, Value};
use crate::state::{Page, Projects, Route, Session, TakenAway};
use crate::storage::{SaveState, ShelfError, Store};
use crate::ui::texts::{self, fill};
use chrono::NaiveDate;
use leptos::prelude::{
    Get, GetUntracked, LocalStorage, Memo, Owner, RwSignal, Set, SetValue, Signal, StoredValue,
    Update, UpdateValue, WithValue, provide_context, use_context,
};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How long after opening from localStorage IndexedDB is asked: its answer would hold up the first screen.
const AFTER_FIRST_SCREEN: u64 = 50;

/// What a new form begins with, given by the place it is begun from.
pub(in crate::ui) struct NewForm {
    /// The kind of the form.
    pub(in crate::ui) kind: &'static str,
    pub(in crate::ui) fields: Vec<(String, Value)>,
    /// What the person is told of it.
    pub(in crate::ui) told: String,
}

/// The records that fields of some kinds can refer to, of each project.
pub(in crate::ui) type Candidates =
    Vec<((ProjectId, &'static [&'static str]), Memo<Vec<RecordId>>)>;

/// The services of the page.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Ui {
    /// The language of the screen.
    pub(in crate::ui) lang: RwSignal<Lang>,
    /// Where we are.
    pub(in crate::ui) route: RwSignal<Route>,
    /// Counts up when the address asks again for the page that is shown: one more new form.
    pub(in crate::ui) asked_again: RwSignal<usize>,
    /// What the storage says of the last save.
    pub(in crate::ui) save: RwSignal<SaveState>,
    /// Controls with letters that are not yet written.
    pub(in crate::ui) drafts: RwSignal<usize>,
    pub(in crate::ui) notices: Notices,
    /// What came in and waits for a decision.
    pub(in crate::ui) incoming: crate::ui::screen::base::arrival::Incoming,
    /// What is shown over the page.
    pub(in crate::ui) panel: RwSignal<Option<Panel>>,
    /// Who does not know yet of what was just done.
    pub(in crate::ui) handover: RwSignal<Option<Handover>>,
    /// Whether the forms are here.
    pub(in crate::ui) forms: RwSignal<Arrived>,
    /// Whether the later part of the program is here.
    pub(in crate::ui) later: RwSignal<Arrived>,
    /// Whether the views of the plan are here.
    pub(in crate::ui) boards: RwSignal<Arrived>,
    /// And the plan over time.
    pub(in crate::ui) gantt: RwSignal<Arrived>,
    /// What is fetched later, behind one door.
    pub(in crate::ui) behind: &'static Behind,
    /// Counts up whenever the list of projects changed.
    pub(in crate::ui) projects_changed: RwSignal<usize>,
    /// What the table on the page shall bring into view.
    pub(in crate::ui) reveal: RwSignal<Option<crate::ui::screen::base::reveal::Reveal>>,
    /// What the wizard shall show again.
    pub(in crate::ui) typed_before: RwSignal<Option<Unfinished>>,
    pub(in crate::ui) today: RwSignal<NaiveDate>,
    /// Whether the page is being put on paper.
    pub(in crate::ui) on_paper: RwSignal<bool>,
    /// Counts up whenever more of what is stored, or less, can be read or written.
    pub(in crate::ui) reach: RwSignal<usize>,
    store: StoredValue<Store, LocalStorage>,
    /// The open projects.
    pub(in crate::ui) projects: Projects,
    /// The names of projects as they were last read.
    seen_names: StoredValue<BTreeMap<ProjectId, String>, LocalStorage>,
    given: StoredValue<Option<NewForm>, LocalStorage>,
    pub(in crate::ui) focus: StoredValue<Option<String>>,
    pub(in crate::ui) unsaid: Unsaid,
    pub(in crate::ui) owner: StoredValue<Owner, LocalStorage>,
    pub(in crate::ui) candidates: StoredValue<Candidates, LocalStorage>,
}

/// The services of the page.
pub(in crate::ui) fn ui() -> Ui {
    use_context::<Ui>().expect("the app provides its services before any component runs")
}

/// The open project of the page.
pub(in crate::ui) fn session() -> Session {
    use_context::<Session>().expect("a project page provides its session")
}

impl life::Lasting for Ui {}

impl Ui {
    /// Makes them, and provides them to everything below.
    pub(in crate::ui) fn provide(store: Store, lang: Lang, behind: &'static Behind) -> Self {
        let (lang, notices) = (RwSignal::new(lang), Notices::new());
        let port = Rc::new(BrowserPort::new(store.clone()));
        let projects = Projects::new(store.clone(), port, move |n| {
            let places = [("n", &*n.to_string())];
            notices.warn(fill(texts::frame::DAMAGED, lang.get_untracked(), &places));
        });
        let ui = Self {
            lang,
            route: RwSignal::new(Route::Home),
            asked_again: RwSignal::new(0),
            save: RwSignal::new(store.save_state()),
            drafts: RwSignal::new(0),
            notices,
            incoming: crate::ui::screen::base::arrival::Incoming::new(),
            panel: RwSignal::new(None),
            handover: RwSignal::new(None),
            forms: RwSignal::new(Arrived::default()),
            later: RwSignal::new(Arrived::default()),
            boards: RwSignal::new(Arrived::default()),
            gantt: RwSignal::new(Arrived::default()),
            behind,
            projects_changed: RwSignal::new(0),
            reveal: RwSignal::new(None),
            typed_before: RwSignal::new(None),
            today: RwSignal::new(clock().date_naive()),
            on_paper: RwSignal::new(false),
            reach: RwSignal::new(0),
            store: StoredValue::new_local(store),
            projects,
            given: StoredValue::new_local(None),
            focus: StoredValue::new(None),
            unsaid: Unsaid::new(),
            owner: StoredValue::new_local(Owner::current().expect("inside the app")),
            candidates: StoredValue::new_local(Candidates::new()),
            seen_names: StoredValue::new_local(BTreeMap::new()),
        };
        provide_context(ui);
        ui
    }

    /// The text of a label; watches the language.
    pub(in crate::ui) fn text(&self, label: Label) -> &'static str {
        label.text(self.lang.get())
    }

    /// The text of a label as the language stands: one type for every place in a view, which keeps the program small.
    pub(in crate::ui) fn t(self, label: Label) -> Signal<&'static str> {
        Signal::derive(move || self.text(label))
    }

    /// A text with one place filled, as the language and the value stand: one type for every such place.
    pub(in crate::ui) fn filled(
        self,
        label: Label,
        place: &'static str,
        value: impl Fn() -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        Signal::derive(move || self.fill(label, &[(place, &value())]))
    }

    /// A text with its places filled; watches the language.
    pub(in crate::ui) fn fill(&self, label: Label, places: &[(&str, &str)]) -> String {
        fill(label, self.lang.get(), places)
    }

    /// What keeps everything in this browser.
    pub(in crate::ui) fn store(&self) -> Store {
        self.store.with_value(Clone::clone)
    }

    /// The session of a project, if it is open already.
    pub(in crate::ui) fn open_session(&self, project: ProjectId) -> Option<Session> {
        self.projects.opened(project)
    }

    /// The session of the project whose page is shown.
    pub(in crate::ui) fn open_session_here(&self) -> Option<Session> {
        match self.route.get() {
            Route::Project(project, _) => self.open_session(project),
            _ => None,
        }
    }

    /// The session of a project of which a file is taken.
    pub(in crate::ui) fn begin_arrival(&self, project: ProjectId) -> Session {
        let opened = self.projects.begin_arrival(project);
        if opened.has_rest {
            life::to_the_end((*self, opened.session), Self::join_rest);
        }
        opened.session
    }

    /// Takes a project out of this browser.
    pub(in crate::ui) async fn take_away(self, session: Session) -> Result<TakenAway, ShelfError> {
        self.candidates
            .update_value(|all| all.retain(|((of, _), _)| *of != session.project()));
        let away = self.projects.take_away(session).await;
        self.projects_changed.update(|n| *n += 1);
        away
    }

    /// The session of a project to be shown. What the far home holds besides comes in once the screen has been drawn.
    pub(in crate::ui) async fn show_session(&self, project: ProjectId) -> Option<Session> {
        let opened = self.projects.show(project).await?;
        if opened.has_rest {
            life::after(AFTER_FIRST_SCREEN, (*self, opened.session), |given| {
                life::to_the_end(given, Self::join_rest);
            });
        }
        Some(opened.session)
    }

    async fn join_rest((ui, session): (Self, Session)) {
        ui.projects.join_rest(session).await;
    }

    /// The name of a project as this browser last saw it.
    pub(in crate::ui) fn project_name(&self, project: ProjectId) -> String {
        let seen = self.seen_names;
        let name = self.store().note(project, "name");
        if let Some(name) = &name {
            seen.update_value(|seen| _ = seen.insert(project, name.clone()));
        }
        let name = name.or_else(|| seen.with_value(|seen| seen.get(&project).cloned()));
        let name = one_line(&marked(name.unwrap_or_default()), NAME_CHARS);
        let name = Some(name).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| self.text(texts::UNNAMED).to_owned())
    }

    /// The next new form begins with these fields.
    pub(in crate::ui) fn give(&self, given: NewForm) {
        self.given.set_value(Some(given));
    }

    /// What a new form of a kind begins with; whatever was given for another is forgotten.
    pub(in crate::ui) fn take_given(&self, kind: &str) -> Option<NewForm> {
        let given = self.given.try_update_value(Option::take).flatten();
        given.filter(|given| given.kind == kind)
    }

    /// Shows another page; the one before stays in the history of the browser.
    pub(in crate::ui) fn go(&self, project: ProjectId, page: Page) {
        super::dom::go(&Route::Project(project, page));
    }

    /// The address of a record.
    pub(in crate::ui) fn href(project: ProjectId, record: &RecordId) -> String {
        Route::of_record(project, record).to_string()
    }

    /// The next page begins with the caret at the first of these.
    pub(in crate::ui) fn focus_there(&self, selectors: String) {
        self.focus.set_value(Some(selectors));
    }

    /// Where the caret begins on a new page.
    pub(in crate::ui) fn take_focus(&self) -> String {
        let focus = self.focus.try_update_value(Option::take).flatten();
        focus.unwrap_or_else(|| "main".to_owned())
    }

    /// Runs for the page as a whole: what is made in it stays.
    pub(in crate::ui) fn for_the_page<T>(&self, act: impl FnOnce() -> T) -> T {
        let owner = self.owner.with_value(Clone::clone);
        owner.with(act)
    }

    /// One more control holds letters that are not yet written, or one less.
    pub(in crate::ui) fn draft(&self, begins: bool) {
        let now = self.drafts.get_untracked();
        self.drafts.set(if begins {
            now + 1
        } else {
            now.saturating_sub(1)
        });
    }
}

/// Copies a text, and says whether the browser let it.
pub(in crate::ui) async fn copy_and_say((ui, text): (Ui, String)) {
    let lang = ui.lang.get_untracked();
    if super::clipboard::copy(&text).await {
        ui.notices.info(texts::frame::COPIED.text(lang).to_owned());
    } else {
        ui.notices
            .warn(texts::frame::COPY_BY_HAND.text(lang).to_owned());
    }
}
