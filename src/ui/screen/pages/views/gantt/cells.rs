//! The columns of the line with the caret as the app's own controls, over the line, while somebody writes in them.

use super::chart::Chart;
use super::painter::number;
use crate::model::RecordId;
use crate::model::template::{Field, Label};
use crate::templates::task;
use crate::ui::screen::base::pieces::{live, on};
use crate::ui::screen::base::{dom, keys};
use crate::ui::screen::form::control::FieldControl;
use crate::ui::texts;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, KeyboardEvent};

/// The fields that can be written there, and how they are called over their columns.
const CELLS: [(&str, Label); 3] = [
    (task::TASK.name, texts::gantt::COLUMN_TASK),
    (task::OWNER.name, texts::gantt::COLUMN_OWNER),
    (task::CURRENT_END.name, texts::gantt::COLUMN_DUE),
];

/// Opens the controls; false where the line with the caret is no task.
pub(super) fn edit(chart: Chart) -> bool {
    let is_task = untrack(|| chart.active_task()).is_some();
    chart.is_editing.set(is_task);
    keys::enter_soon(".gantt-edit [data-field]".to_owned());
    is_task
}

/// The controls, over the line.
#[component]
pub(super) fn Cells(chart: Chart) -> impl IntoView {
    live(move || {
        let record: RecordId = chart.active.get().parse().ok()?;
        let is_open = chart.is_editing.get();
        is_open.then(|| view! { <OpenCells chart record/> })
    })
}

#[component]
fn OpenCells(chart: Chart, record: RecordId) -> impl IntoView {
    let ui = chart.ui;
    let metrics = chart.metrics();
    let line = untrack(|| chart.active_line()).unwrap_or(0);
    let top = metrics.header + metrics.lane + number(line) * metrics.row - chart.seen_top();
    let shut = move || {
        chart.is_editing.set(false);
        dom::focus_soon("#gantt".to_owned());
    };
    let key = move |event: KeyboardEvent| {
        let is_list = dom::focused().is_some_and(|one| keys::is_list(&one));
        let ends = match event.key().as_str() {
            "Escape" => true,
            "Enter" => !is_list,
            _ => false,
        };
        if ends && !event.is_composing() && event.key_code() != 229 {
            event.prevent_default();
            event.stop_propagation();
            dom::leave();
            shut();
        }
    };
    let left = move |event: FocusEvent| {
        let element = |one: Option<web_sys::EventTarget>| one?.dyn_into::<Element>().ok();
        let (here, to) = (
            element(event.current_target()),
            element(event.related_target()),
        );
        if let (Some(here), Some(to)) = (here, to)
            && !here.contains(Some(&to))
        {
            chart.is_editing.set(false);
        }
    };
    let cell = |(key, label): &(&str, Label)| -> Option<AnyView> {
        let field: &'static Field = task::TASK.field(key)?;
        let (record, label) = (record.clone(), *label);
        Some(
            view! {
                <div class="gantt-edit-cell" data-key=field.key role="group" aria-label=ui.t(label)>
                    <FieldControl record field/>
                </div>
            }
            .into_any(),
        )
    };
    let cells: Vec<AnyView> = CELLS.iter().filter_map(cell).collect();
    view! {
        <div class="gantt-edit" data-testid="gantt-edit" style:top=format!("{top}px")
            style:width=format!("{}px", chart.left_px()) on:keydown=on(key) on:focusout=on(left)>
            {cells}
        </div>
    }
}
