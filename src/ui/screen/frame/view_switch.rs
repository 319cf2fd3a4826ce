//! The ways to look at the plan, beside the tabs of its step.

use crate::model::template::Label;
use crate::state::{Page, PlanShown, PlanView, Route};
use crate::templates::task;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::texts;
use leptos::prelude::*;

/// The views there are, in their order.
pub(super) const OFFERED: &[(PlanView, Label)] = &[
    (PlanView::Grid, texts::views::GRID),
    (PlanView::Gantt, texts::views::GANTT),
    (PlanView::Kanban, texts::views::KANBAN),
    (PlanView::Calendar, texts::views::VIEW_CALENDAR),
    (PlanView::Mine, texts::views::MINE),
];

/// Which view of the plan a page is.
fn view_of(page: &Page) -> Option<(PlanView, PlanShown)> {
    match page {
        Page::Kind(kind) if kind == task::KIND => Some((PlanView::Grid, PlanShown::default())),
        Page::Plan(view, shown) => Some((*view, shown.clone())),
        _ => None,
    }
}

/// The links to the views; nothing where the page is none of them.
#[component]
pub(super) fn ViewSwitch(page: Page) -> impl IntoView {
    let ui = ui();
    let project = session().project();
    let (here, _) = view_of(&page)?;
    let shown = move || {
        let seen = view_of(&ui.route.get().page());
        seen.map(|(_, shown)| shown.carried()).unwrap_or_default()
    };
    let link = |(view, label): &(PlanView, Label)| {
        let (view, label) = (*view, *label);
        let href = move || Route::Project(project, Page::Plan(view, shown())).to_string();
        view! {
            <a class="view-link" data-testid=format!("view-{}", view.word()) href=href
                aria-current=(view == here).then_some("page")>
                {ui.t(label)}
            </a>
        }
    };
    let links: Vec<_> = OFFERED.iter().map(link).collect();
    (links.len() > 1).then(|| {
        view! {
            <nav class="view-switch" aria-label=ui.t(texts::views::VIEWS)>{links}</nav>
        }
    })
}
