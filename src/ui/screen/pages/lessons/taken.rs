//! Under the list of lessons: before work starts what similar projects left (LES-03), and of what was taken over
//! whether it helped.

use super::{LessonChoice, LessonsOffered, library, look_for_library};
use crate::analysis::begin::lessons::taken_over;
use crate::analysis::words::names::record_name;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::templates::{charter, settings, status_of};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{list, live, press, when};
use crate::ui::texts;
use leptos::prelude::*;

/// Both; nothing of them in the library itself.
#[component]
pub(in crate::ui) fn LessonsFoot() -> impl IntoView {
    let session = session();
    let is_library = library() == Some(session.project());
    (!is_library).then(|| view! { <Helped/> <Offered/> })
}

/// What was taken over, each with a press that says that it helped.
#[component]
fn Helped() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let taken = Memo::new(move |_| session.watch(taken_over));
    let head = move || {
        let n = taken.with(Vec::len).to_string();
        ui.fill(texts::closing::TAKEN_OVER, &[("n", &n)])
    };
    let line = |lesson: RecordId| view! { <HelpedLine lesson/> }.into_any();
    when(
        move || taken.with(|taken| !taken.is_empty()),
        move || {
            view! {
                <section class="card no-print" data-testid="lessons-taken">
                    <h2>{live(head)}</h2>
                    <ul class="improvements">{list(move || taken.get(), RecordId::to_string, line)}</ul>
                </section>
            }
        },
    )
}

#[component]
fn HelpedLine(lesson: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(lesson);
    let name = move || session.watch(|log| record_name(log, &id.get_value(), ui.lang.get()));
    let is_useful = move || session.is_useful(&id.get_value(), session.project());
    let say = move || {
        let name = untrack(|| session.project_name());
        let project = session.project();
        session.note_useful(&id.get_value(), project, &name);
        let wanted = untrack(is_useful);
        look_for_library(ui, move |library| {
            let lesson = id.get_value();
            if untrack(|| library.is_useful(&lesson, project)) != wanted {
                library.note_useful(&lesson, project, &name);
            }
        });
    };
    view! {
        <li>
            <bdi>{live(name)}</bdi> " "
            <button type="button" class="small" data-testid="lesson-useful"
                aria-pressed=move || is_useful().to_string() on:click=press(say)>
                {ui.t(texts::closing::HELPED)}
            </button>
        </li>
    }
}

/// 同类项目有 n 条经验，建议启动前看一遍并勾选采用: until work has started.
#[component]
fn Offered() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let choice = LessonChoice::new(ui);
    let is_before = Memo::new(move |_| {
        session.watch(|log| {
            let status = status_of(&Form::new(log, settings::record()));
            [settings::PREPARING.key, settings::PLANNING.key].contains(&status.as_str())
        })
    });
    let scenario = session.read(|log| charter::scenario(&Form::new(log, charter::record())));
    let scenario = scenario.as_deref();
    let known = charter::SCENARIOS
        .iter()
        .find(|one| Some(one.key) == scenario);
    let key = known.map_or(charter::PROJECT.key, |one| one.key);
    let scenario = RwSignal::new(key);
    let adopt = move || {
        choice.adopt(session, key);
        choice.done();
    };
    when(
        move || is_before.get(),
        move || {
            view! {
                <LessonsOffered choice scenario/>
                {when(move || choice.is_any(), move || view! {
                    <p class="answers">
                        <button type="button" class="primary" data-testid="adopt-lessons" on:click=press(adopt)>
                            {ui.t(texts::closing::ADOPT_LINE)}
                        </button>
                    </p>
                })}
            }
        },
    )
}
