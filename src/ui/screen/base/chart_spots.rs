//! What can be pressed in a chart: over each place that stands for something lies the way to what it counts. One stop
//! of Tab for the whole of them; arrows lead from one to the next.

use super::context::{Ui, session, ui};
use super::pieces::on;
use crate::analysis::standing::plan_view::{FilterBy, OPEN};
use crate::model::RecordId;
use crate::state::{Page, PlanShown, PlanView, Route, Session};
use crate::templates::risk;
use crate::ui::chart::{ChartSpot, SpotStep, SpotTarget, next_spot};
use crate::ui::texts;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// The address of the plan over time, narrowed by one filter.
fn plan_by(session: Session, by: FilterBy, values: Vec<String>) -> String {
    let mut shown = PlanShown::default();
    shown.filter(by, Some(values));
    Route::Project(session.project(), Page::Plan(PlanView::Gantt, shown)).to_string()
}

/// The address where tasks that a figure counts stand over time, and no others.
pub(in crate::ui) fn counted_tasks(session: Session, tasks: &[RecordId]) -> String {
    let ids = tasks.iter().filter_map(RecordId::rest);
    plan_by(session, FilterBy::Only, ids.map(str::to_owned).collect())
}

/// The address where all tasks of a department stand over time.
pub(in crate::ui) fn tasks_of(session: Session, department: &RecordId) -> String {
    let id = department.rest().unwrap_or_default().to_owned();
    plan_by(session, FilterBy::Department, vec![id])
}

/// The address of a place.
fn address(session: Session, target: &SpotTarget) -> String {
    match target {
        SpotTarget::Tasks(tasks) => counted_tasks(session, tasks),
        SpotTarget::OpenTasks => plan_by(session, FilterBy::Status, vec![OPEN.to_owned()]),
        SpotTarget::Risks(likelihood, impact) => {
            let page = Page::Kind(risk::KIND.to_owned());
            let (l, i) = (risk::LIKELIHOOD.name, risk::IMPACT.name);
            let route = Route::Project(session.project(), page);
            format!("{route}?{l}={likelihood}&{i}={impact}")
        }
        SpotTarget::One(record) => Ui::href(session.project(), record),
    }
}

/// The places, over the picture.
#[component]
pub(super) fn ChartSpots(spots: Vec<ChartSpot>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let place: NodeRef<html::Div> = NodeRef::new();
    let here = RwSignal::new(0);
    let pixels = |n: i64| format!("{n}px");
    let link = |(at, spot): (usize, &ChartSpot)| {
        view! {
            <a class="chart-spot" href=address(session, &spot.leads_to) aria-label=spot.said.clone()
                title=spot.said.clone() tabindex=move || if here.get() == at { "0" } else { "-1" }
                style:left=pixels(spot.at.0) style:top=pixels(spot.at.1)
                style:width=pixels(spot.size.0) style:height=pixels(spot.size.1)
                on:focus=move |_| here.set(at)></a>
        }
    };
    let links: Vec<_> = spots.iter().enumerate().map(link).collect();
    let key = move |event: KeyboardEvent| {
        let Some(step) = step_of(&event) else { return };
        event.prevent_default();
        let next = next_spot(&spots, here.get_untracked(), step);
        let there = place.get_untracked().and_then(|place| {
            let child = place.children().item(u32::try_from(next).ok()?)?;
            child.dyn_into::<HtmlElement>().ok()
        });
        if let Some(there) = there {
            drop(there.focus());
        }
    };
    view! {
        <div class="chart-spots no-print" role="group" node_ref=place
            aria-label=ui.t(texts::charts::SPOTS_HERE) on:keydown=on(key)>
            {links}
        </div>
    }
}

fn step_of(event: &KeyboardEvent) -> Option<SpotStep> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    Some(match event.key().as_str() {
        "ArrowLeft" => SpotStep::Left,
        "ArrowRight" => SpotStep::Right,
        "ArrowUp" => SpotStep::Up,
        "ArrowDown" => SpotStep::Down,
        "Home" => SpotStep::First,
        "End" => SpotStep::Last,
        _ => return None,
    })
}
