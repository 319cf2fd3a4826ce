//! The views of the plan beside its table: what they show stands in the address, the lines are the same for all of
//! them, and above each stands the same bar.

mod bar;
mod board;
mod calendar;
mod chips;
mod facts;
mod frame;
mod lift;
mod mine;
mod redate_bar;
mod saved;

use super::paper::PaperHead;
use crate::state::PlanView;
use crate::templates::task;
use crate::ui::screen::base::context::ui;
use crate::ui::texts;
use bar::PlanBar;
pub(in crate::ui) use frame::PlanFrame;
use leptos::prelude::*;

/// The page of the plan in one of its ways, under the bar that all of them share.
#[component]
pub(in crate::ui) fn PlanPage(view: PlanView) -> impl IntoView {
    let ui = ui();
    let frame = PlanFrame::provide(view);
    view! {
        <header class="page-head">
            <h1>{ui.t(task::TASK.list_label())}</h1>
            <PaperHead title=task::TASK.title/>
            <saved::SavedViews frame/>
        </header>
        <PlanBar frame/>
        {match view {
            PlanView::Kanban => view! { <board::BoardPage frame/> }.into_any(),
            PlanView::Calendar => view! { <calendar::CalendarPage frame/> }.into_any(),
            PlanView::Mine => view! { <mine::MinePage frame/> }.into_any(),
            PlanView::Grid | PlanView::Gantt => {
                view! { <p class="empty">{ui.t(texts::frame::UNKNOWN_PAGE)}</p> }.into_any()
            }
        }}
    }
}
