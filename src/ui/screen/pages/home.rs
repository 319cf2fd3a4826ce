//! The first page: the projects of this browser, a new one, the sample, and files that came.

use super::Ways;
use crate::model::ProjectId;
use crate::state::{Page, Route};
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::door::{self, LaterView, carry_out, soon};
use crate::ui::screen::base::life;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::overlay::Panel;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::frame::shell;
use crate::ui::screen::pages::sample::{SampleSort, open};
use crate::ui::texts;
use leptos::prelude::*;

/// The first page.
#[component]
pub(in crate::ui) fn Home() -> impl IntoView {
    let ui = ui();
    let projects = RwSignal::new(ui.store().projects_now());
    Effect::new(move |_| {
        ui.projects_changed.track();
        life::while_here(async move {
            let all = ui.store().projects().await;
            let _ = projects.try_set(all);
        });
    });
    let none = Memo::new(move |_| projects.with(Vec::is_empty));
    view! {
        <shell::TopBar/>
        <main id="main" tabindex="-1" class="outside">
            {soon(LaterView::ChatBrowser, || ().into_any())}
            <door::Arrivals/>
            {live(move || (!none.get()).then(|| view! { <ProjectList projects/> }))}
            <h1>{ui.t(texts::home::WHAT_TO_DO)}</h1>
            <div class="cards">
                <section class="card">
                    <h2>{ui.t(texts::home::GOT_A_FILE)}</h2>
                    <p>{ui.t(texts::home::GOT_A_FILE_HOW)}</p>
                    <Ways/>
                </section>
                <section class="card">
                    <h2>{ui.t(texts::home::START_A_PROJECT)}</h2>
                    <p>{ui.t(texts::home::START_A_PROJECT_HOW)}</p>
                    <a class="button" class:primary=move || !ui.incoming.is_any() data-testid="new-project"
                        href=Route::Start.to_string()>
                        {ui.t(texts::home::NEW_PROJECT)}
                    </a>
                </section>
                <SampleCard/>
            </div>
            {soon(LaterView::CannotFind, || ().into_any())}
            <Foot/>
        </main>
    }
}

#[component]
fn SampleCard() -> impl IntoView {
    let ui = ui();
    view! {
        <section class="card">
            <h2>{ui.t(texts::home::LOOK_AT_SAMPLE)}</h2>
            <p>{ui.t(texts::home::LOOK_AT_SAMPLE_HOW)}</p>
            <p class="answers">
                <button type="button" data-testid="sample" on:click=press(move || open(ui, SampleSort::Running))>
                    {ui.t(texts::home::OPEN_SAMPLE)}
                </button>
                <button type="button" data-testid="closed-sample"
                    on:click=press(move || open(ui, SampleSort::Closed))>
                    {ui.t(texts::home::OPEN_CLOSED_SAMPLE)}
                </button>
            </p>
        </section>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let ui = ui();
    view! {
        <footer class="foot">
            <p>
                {ui.t(texts::home::STAYS_HERE)}
                <button type="button" class="link" on:click=press(move || ui.panel.set(Some(Panel::Data)))>
                    {ui.t(texts::frame::WHERE_DATA)}
                </button>
            </p>
            <p class="hint">
                {live(move || {
                    ui.fill(texts::frame::SPACE_USED, &[("percent", &ui.store().space().percent().to_string())])
                })}
                " · "
                {live(move || ui.fill(texts::home::VERSION, &[("version", env!("CARGO_PKG_VERSION"))]))}
            </p>
        </footer>
    }
}

/// 我的项目: one line each, with what was last known of it.
#[component]
fn ProjectList(projects: RwSignal<Vec<ProjectId>>) -> impl IntoView {
    let ui = ui();
    let head = [
        texts::home::PROJECT,
        texts::home::I_AM,
        texts::home::HEALTH,
        texts::frame::TODO,
        texts::home::NOT_SENT_YET,
        texts::home::LAST_RECEIVED,
        texts::frame::LAST_BACKUP,
    ];
    view! {
        <h1>{ui.t(texts::home::MY_PROJECTS)}</h1>
        <table class="list-table project-list" data-testid="project-list" aria-label=ui.t(texts::home::MY_PROJECTS)>
            <thead>
                <tr>
                    {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
                    <th scope="col"><span class="hidden">{ui.t(texts::home::COPY_PROJECT)}</span></th>
                </tr>
            </thead>
            <tbody>
                {Window::of_lines(Within::Table).list(projects, ProjectId::to_string, |project| view! {
                    <ProjectLine project/>
                }.into_any())}
            </tbody>
        </table>
        {soon(LaterView::UnderList, || ().into_any())}
    }
}

#[component]
fn ProjectLine(project: ProjectId) -> impl IntoView {
    let ui = ui();
    let name = move || {
        ui.projects_changed.track();
        let name = ui.project_name(project);
        if crate::ui::screen::pages::sample::is_sample_here(ui, project) {
            ui.fill(texts::home::NAMED_SAMPLE, &[("name", &name)])
        } else {
            name
        }
    };
    view! {
        <tr data-project-id=project.to_string()>
            <td><a href=Route::Project(project, Page::Overview).to_string()>{live(name)}</a></td>
            {soon(LaterView::Card(project), || view! { <td colspan="6"></td> }.into_any())}
            <td>
                <button type="button" class="link" data-testid="copy-project"
                    on:click=press(move || carry_out(ui, Deed::Copy(project)))>
                    {ui.t(texts::home::COPY_PROJECT)}
                </button>
            </td>
        </tr>
    }
}
