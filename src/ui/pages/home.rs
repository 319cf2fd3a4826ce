//! 全部项目: the projects of this browser, a new one, and files that came.

use super::ImportInput;
use crate::model::{ProjectId, RecordId, Value};
use crate::state::{Page, Route};
use crate::templates::charter;
use crate::ui::context::{Ui, ui};
use crate::ui::dom::live;
use crate::ui::{later, port, shell, texts};
use leptos::prelude::*;

/// The first page.
#[component]
pub(in crate::ui) fn Home() -> impl IntoView {
    let ui = ui();
    let projects = RwSignal::new(ui.store().projects_now());
    Effect::new(move |_| {
        ui.projects_changed.track();
        leptos::task::spawn_local(async move {
            let all = ui.store().projects().await;
            let _ = projects.try_set(all);
        });
    });
    let none = Memo::new(move |_| projects.with(Vec::is_empty));
    view! {
        <shell::TopBar/>
        <main id="main" tabindex="-1" class="outside">
            <later::Arrivals/>
            {live(move || (!none.get()).then(|| view! { <ProjectList projects/> }))}
            <h1>{ui.t(texts::WHAT_TO_DO)}</h1>
            <div class="cards">
                <section class="card">
                    <h2>{ui.t(texts::GOT_A_FILE)}</h2>
                    <p>{ui.t(texts::GOT_A_FILE_HOW)}</p>
                    <ImportInput/>
                </section>
                <NewProject/>
            </div>
            <CannotFind/>
            <footer class="foot">
                <p>{ui.t(texts::STAYS_HERE)}</p>
                <p class="hint">
                    {live(move || ui.fill(texts::SPACE_USED, &[("percent", &ui.store().space().percent().to_string())]))} " · "
                    {live(move || ui.fill(texts::VERSION, &[("version", env!("CARGO_PKG_VERSION"))]))}
                </p>
            </footer>
        </main>
    }
}

#[component]
fn ProjectList(projects: RwSignal<Vec<ProjectId>>) -> impl IntoView {
    let ui = ui();
    view! {
        <h1>{ui.t(texts::MY_PROJECTS)}</h1>
        <ul class="project-list" data-testid="project-list">
            <For each=move || projects.get() key=|project| *project let(project)>
                <li data-project-id=project.to_string()>
                    <a href=Route::Project(project, Page::Overview).to_string()>{live(move || { ui.projects_changed.track(); ui.project_name(project) })}</a>
                </li>
            </For>
        </ul>
    }
}

#[component]
fn NewProject() -> impl IntoView {
    let ui = ui();
    let name = RwSignal::new(String::new());
    let person = RwSignal::new(String::new());
    let complain = RwSignal::new(false);
    let create = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match Value::typed(&name.get_untracked()) {
            Value::Text(name) => make_project(ui, &name, &Value::typed(&person.get_untracked())),
            _ => complain.set(true),
        }
    };
    view! {
        <form class="card" data-testid="new-project" on:submit=create>
            <h2>{ui.t(texts::START_A_PROJECT)}</h2>
            <p>{ui.t(texts::START_A_PROJECT_HOW)}</p>
            <label class="line"><span>{ui.t(texts::PROJECT_NAME)}</span>
                <input type="text" data-free-text="" data-testid="project-name" autocomplete="off" prop:value=move || name.get()
                    on:input=move |event| { name.set(crate::ui::dom::typed_text(&event)); complain.set(false); }/></label>
            <label class="line"><span>{ui.t(texts::I_AM)}</span>
                <input type="text" data-free-text="" data-testid="person-name" autocomplete="off" prop:value=move || person.get()
                    on:input=move |event| person.set(crate::ui::dom::typed_text(&event))/></label>
            {live(move || complain.get().then(|| view! { <p class="told" role="alert">{ui.text(texts::NAME_FIRST)}</p> }))}
            <button class="primary" data-testid="create-project">{ui.t(texts::NEW_PROJECT)}</button>
        </form>
    }
}

/// A project begins with its name in the goal charter.
fn make_project(ui: Ui, name: &str, person: &Value) {
    let mut bytes = [0; 10];
    port::random(&mut bytes);
    let session = ui.begin_session(ProjectId::from_bytes(bytes));
    session.set_author(person.as_text().map(str::to_owned));
    ui.store().set_whole(session.project());
    session.set_fields(
        &RecordId::of(charter::CHARTER.kind),
        &[
            (charter::PROJECT_NAME.name, Value::text(name)),
            (charter::SCENARIO.name, Value::text(charter::PROJECT.key)),
        ],
    );
    ui.store().set_note(session.project(), "name", name);
    ui.go(
        session.project(),
        Page::Kind(charter::CHARTER.kind.to_owned()),
    );
}

#[component]
fn CannotFind() -> impl IntoView {
    let ui = ui();
    view! {
        <section class="cannot-find">
            <h2>{ui.t(texts::CANNOT_FIND)}</h2>
            <ul>
                {[texts::CANNOT_FIND_MAIL, texts::CANNOT_FIND_CHAT, texts::CANNOT_FIND_ZIP].into_iter().map(|text| view! { <li>{ui.t(text)}</li> }).collect::<Vec<_>>()}
            </ul>
        </section>
    }
}
