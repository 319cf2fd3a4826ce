//! Behind the project's name in the top bar: the other projects of this browser.

use crate::model::ProjectId;
use crate::state::{Page, Route};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// The arrow, and what opens under it.
#[component]
pub(in crate::ui) fn Switch() -> impl IntoView {
    let ui = ui();
    view! {
        <details class="identity switch" data-testid="switch"
            on:keydown=|event| if event.key() == "Escape" { dom::close_popover() }>
            <summary aria-label=ui.t(texts::frame::SWITCH_PROJECT) title=ui.t(texts::frame::SWITCH_PROJECT)></summary>
            <div class="popover"><Others/></div>
        </details>
    }
}

#[component]
fn Others() -> impl IntoView {
    let ui = ui();
    let here = session().project();
    let others = Signal::derive(move || {
        ui.projects_changed.track();
        let mut all = ui.store().projects_now();
        all.retain(|project| *project != here);
        all
    });
    let link = move |project: ProjectId| {
        let href = Route::Project(project, Page::Overview).to_string();
        view! {
            <a class="button quiet" data-switch-to=project.to_string() href=href on:click=|_| dom::close_popover()>
                {live(move || { ui.projects_changed.track(); ui.project_name(project) })}
            </a>
        }.into_any()
    };
    view! {
        {long(Within::Page, others, ProjectId::to_string, link)}
        <a class="button quiet" href=Route::Home.to_string()>{ui.t(texts::frame::HOME)}</a>
    }
}
