//! Lessons as they go to the library with one click, which confirms those that lack nothing, and as a new project meets
//! them.

mod taken;

pub(in crate::ui) use taken::LessonsFoot;

use super::new_project;
use crate::analysis::begin::lessons::{OfferedLesson, library, offered};
use crate::analysis::words::names::person_name;
use crate::model::RecordId;
use crate::state::{Page, Route, Session};
use crate::templates::lesson;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::{list, live, press, when};
use crate::ui::texts;
use leptos::prelude::*;

/// Over the list of lessons: what is confirmed goes to the library, and the way there.
#[component]
pub(in crate::ui) fn LessonsHead() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let confirmed =
        Memo::new(move |_| session.lessons_to_keep().len() + session.lessons_to_confirm().len());
    let is_library = library() == Some(session.project());
    let there = library()
        .map(|id| Route::Project(id, Page::Kind(lesson::KIND.to_owned())).to_string())
        .unwrap_or_default();
    let is_known = RwSignal::new(false);
    look_for_library(ui, move |_| is_known.set(true));
    let there = StoredValue::new(there);
    view! {
        {when(move || !is_library && confirmed.get() > 0, move || view! {
            <button type="button" data-testid="keep-lessons"
                on:click=press(move || { keep_all(ui, session); is_known.set(true); })>
                {live(move || ui.fill(texts::closing::KEEP_LESSONS, &[("n", &confirmed.get().to_string())]))}
            </button>
        })}
        {when(move || !is_library && is_known.get(), move || view! {
            <a class="button quiet" href=there.get_value()>{ui.t(texts::closing::OPEN_LIBRARY)}</a>
        })}
    }
}

/// Says of the library of this browser, once it is open; nothing where there is none.
fn look_for_library(ui: Ui, then: impl Fn(Session) + 'static) {
    life::while_here(async move {
        let Some(id) = library() else { return };
        if let Some(library) = ui.projects.load(id).await {
            then(library);
        }
    });
}

fn keep_all(ui: Ui, session: Session) {
    life::to_the_end((ui, session), keep);
}

/// Confirms what lacks nothing, and puts all that is confirmed into the library, which begins with the first.
async fn keep((ui, session): (Ui, Session)) {
    let lang = ui.lang.get_untracked();
    let Some(id) = library() else { return };
    untrack(|| session.confirm_lessons());
    let lessons = untrack(|| session.lessons_to_keep());
    let known = ui.projects.load(id).await;
    let me = session.read(|log| person_name(log, session.author().as_deref(), lang));
    let name = texts::closing::LIBRARY.text(lang);
    let mut new = 0;
    let mut write = |library: Session| {
        library.sign_on_list(&me);
        new = library.keep_lessons(name, &lessons);
    };
    match known {
        Some(library) => write(library),
        None => {
            new_project::begin_as(ui, id, write);
            ui.projects_changed.update(|n| *n += 1);
        }
    }
    let said = texts::fill(
        texts::closing::LESSONS_KEPT,
        lang,
        &[("n", &new.to_string())],
    );
    ui.notices.info(said);
}

/// What the wizard offers of the library, and what was ticked.
#[derive(Clone, Copy)]
pub(in crate::ui::screen::pages) struct LessonChoice {
    library: RwSignal<Option<Session>>,
    ticked: RwSignal<Vec<RecordId>>,
    is_off: RwSignal<bool>,
}

impl LessonChoice {
    /// Looks for the library.
    pub(in crate::ui::screen::pages) fn new(ui: Ui) -> Self {
        let own = Self {
            library: RwSignal::new(None),
            ticked: RwSignal::new(Vec::new()),
            is_off: RwSignal::new(false),
        };
        look_for_library(ui, move |library| {
            own.library.try_set(Some(library));
        });
        own
    }

    /// What the library offers to a project of that scenario; watches whether there is one.
    fn offered(self, scenario: &str) -> Vec<OfferedLesson> {
        let library = self.library.get();
        library.map_or_else(Vec::new, |library| {
            library.read(|log| offered(log, Some(scenario)))
        })
    }

    /// What was ticked is taken over: nothing more is asked.
    fn done(self) {
        self.ticked.set(Vec::new());
        self.is_off.set(true);
    }

    /// Whether anything is ticked; watched.
    fn is_any(self) -> bool {
        self.ticked.with(|ticked| !ticked.is_empty())
    }

    /// Takes over what was ticked into a project that has just begun, and notes that in the library.
    pub(in crate::ui::screen::pages) fn adopt(self, session: Session, scenario: &str) {
        let ticked = self.ticked.get_untracked();
        let mut lessons = untrack(|| self.offered(scenario));
        lessons.retain(|one| ticked.contains(&one.lesson.record));
        let library = self.library.get_untracked();
        if let Some(library) = library.filter(|_| !lessons.is_empty()) {
            session.adopt_lessons(&lessons);
            let name = untrack(|| session.project_name());
            library.note_applied(&ticked, session.project(), &name);
        }
    }
}

/// 同类项目留下 5 条经验: a tick for each, none set beforehand.
#[component]
pub(in crate::ui::screen::pages) fn LessonsOffered(
    choice: LessonChoice,
    scenario: RwSignal<&'static str>,
) -> impl IntoView {
    let ui = ui();
    let all = Memo::new(move |_| choice.offered(scenario.get()));
    let is_any = move || !choice.is_off.get() && !all.with(Vec::is_empty);
    let none = move || {
        choice.ticked.set(Vec::new());
        choice.is_off.set(true);
    };
    let line = move |one: OfferedLesson| view! { <OfferedLine choice one/> }.into_any();
    let head = move || {
        let n = all.with(Vec::len).to_string();
        ui.fill(texts::closing::LESSONS_OFFERED, &[("n", &n)])
    };
    when(is_any, move || {
        view! {
            <fieldset class="wizard-row" data-testid="lessons-offered">
                <legend>{live(head)}</legend>
                <ul class="improvements">
                    {list(move || all.get(), |one: &OfferedLesson| one.lesson.record.to_string(), line)}
                </ul>
                <p class="hint">
                    {ui.t(texts::closing::LESSONS_HOW)} " "
                    <button type="button" class="link" on:click=press(none)>
                        {ui.t(texts::closing::NO_LESSONS)}
                    </button>
                </p>
            </fieldset>
        }
    })
}

#[component]
fn OfferedLine(choice: LessonChoice, one: OfferedLesson) -> impl IntoView {
    let ui = ui();
    let (record, own) = (one.lesson.record.clone(), one.lesson.record.clone());
    let hook = own.to_string();
    let toggle = move |event| {
        let is_on = event_target_checked(&event);
        choice.ticked.update(|ticked| {
            ticked.retain(|other| *other != record);
            if is_on {
                ticked.push(record.clone());
            }
        });
    };
    let becomes = lesson::LESSON
        .field(lesson::REUSE_AS.name)
        .and_then(|field| match field.field_type {
            crate::model::template::FieldType::Enum(choices) => {
                choices.iter().find(|choice| choice.key == one.reuse_as)
            }
            _ => None,
        });
    let used = one.used;
    let from = one.source;
    let source = (!from.is_empty())
        .then(|| live(move || ui.fill(texts::closing::FROM_SOURCE, &[("source", &from)])));
    view! {
        <li>
            <label class="tick">
                <input type="checkbox" data-testid="lesson-adopt" value=hook
                    prop:checked=move || choice.ticked.with(|ticked| ticked.contains(&own)) on:change=toggle/>
                <span>
                    {one.text} " "
                    <span class="hint">
                        {becomes.map(|becomes| view! { "→ " {ui.t(becomes.label)} })}
                        {source}
                        {(used > 0).then(|| {
                            live(move || ui.fill(texts::closing::AND_USED, &[("n", &used.to_string())]))
                        })}
                    </span>
                </span>
            </label>
        </li>
    }
}
