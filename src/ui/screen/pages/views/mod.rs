//! The views of the plan beside its table: what they show stands in the address, the lines are the same for all of
//! them, and above each stands the same bar.

mod bar;
mod board;
mod calendar;
mod chips;
mod facts;
mod frame;
mod gantt;
mod grid;
mod lift;
mod mine;
mod moves;
mod saved;

use super::paper::PaperHead;
use crate::state::PlanView;
use crate::templates::task;
use crate::ui::screen::base::context::ui;
use crate::ui::texts;
use bar::PlanBar;
pub(in crate::ui) use frame::PlanFrame;
use gantt::Gantt;
use leptos::prelude::*;

/// The plan over time: the page has no head of its own but on paper.
#[component]
pub(in crate::ui) fn PlanOverTime() -> impl IntoView {
    let frame = PlanFrame::provide(PlanView::Gantt);
    view! {
        <header class="page-head hidden">
            <h1>{ui().t(task::TASK.list_label())}</h1>
            <PaperHead title=task::TASK.title/>
        </header>
        <Gantt frame/>
    }
}

/// The page of the plan in one of its other ways, under the bar that all of them share; of the table the bar alone.
#[component]
pub(in crate::ui) fn PlanPage(view: PlanView) -> impl IntoView {
    let ui = ui();
    let frame = PlanFrame::provide(view);
    if view == PlanView::Grid {
        return view! { <grid::GridBar frame/> }.into_any();
    }
    view! {
        <header class="page-head">
            <h1>{ui.t(task::TASK.list_label())}</h1>
            <PaperHead title=task::TASK.title/>
            <saved::SavedViews frame/>
        </header>
        {match view {
            PlanView::Kanban => view! { <PlanBar frame/> <board::BoardPage frame/> }.into_any(),
            PlanView::Calendar => view! { <PlanBar frame/> <calendar::CalendarPage frame/> }.into_any(),
            PlanView::Mine => view! { <PlanBar frame/> <mine::MinePage frame/> }.into_any(),
            PlanView::Grid | PlanView::Gantt => ().into_any(),
        }}
    }
    .into_any()
}

/// That nothing matches, or that there is nothing yet.
fn none_said(frame: PlanFrame) -> crate::model::template::Label {
    match frame.lines.with(|lines| lines.all) {
        0 => task::TASK.words.empty,
        _ => texts::views::NONE_FOUND,
    }
}
