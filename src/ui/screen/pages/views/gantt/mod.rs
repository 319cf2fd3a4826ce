//! The Gantt: one drawing of kept places that scrolls by itself, beside columns and under a header that stay.

mod acts;
mod brush;
mod cards;
mod caret;
mod cells;
mod chart;
mod columns;
mod details;
mod drag;
mod ghosts;
mod grips;
mod held;
mod keys;
mod legend;
mod menu;
mod paint;
mod painter;
mod paper;
mod paper_tools;
mod pictures;
mod place;
mod press;
mod scene;
mod scene_links;
mod scroll;
mod select;
mod tools;
mod zoom;

use super::bar::PlanBar;
use super::frame::PlanFrame;
use super::moves::MoveBar;
use super::saved::SavedViews;
use crate::model::template::Label;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::texts;
use cards::Cards;
use chart::Chart;
use details::Details;
use leptos::prelude::*;
use paper::Paper;
use tools::Tools;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent, TouchEvent};

/// The plan over time.
#[component]
pub(super) fn Gantt(frame: PlanFrame) -> impl IntoView {
    let ui = ui();
    let chart = Chart::new(frame);
    chart.follow();
    let is_narrow = Memo::new(move |_| chart.is_narrow());
    let is_empty = Memo::new(move |_| frame.lines.with(|lines| lines.shown == 0));
    view! {
        <PlanBar frame tools=view! { <Tools chart/> <SavedViews frame/> }.into_any()/>
        <div class="gantt-page-root" data-narrow=move || is_narrow.get().to_string()>
            {when(move || is_empty.get(), move || view! {
                <section class="empty" data-testid="none-match">
                    <p>{ui.t(super::none_said(frame))}</p>
                    <p class="answers">
                        <button type="button" on:click=press(move || frame.change(crate::state::PlanShown::show_all))>
                            {ui.t(texts::views::NO_FILTERS)}
                        </button>
                    </p>
                </section>
            })}
            {live(move || if is_narrow.get() {
                view! { <Cards chart/> }.into_any()
            } else {
                view! { <Board chart/> }.into_any()
            })}
            <MoveBar moves=chart.moves/>
            <p class="hidden" role="status" data-testid="said">{move || chart.moves.said.get()}</p>
        </div>
        <Hatches/>
        <Paper chart/>
    }
}

/// The patterns that hatch what is critical and what is late, for screen and paper.
#[component]
fn Hatches() -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        let drawn = place
            .get()
            .and_then(|place| brush::drawing(&place, "gantt-svg"));
        let _ = drawn.and_then(|svg| brush::patterns(&svg));
    });
    view! { <div class="gantt-defs" aria-hidden="true" node_ref=place></div> }
}

/// The chart itself, and what is said of the line with the caret.
#[component]
fn Board(chart: Chart) -> impl IntoView {
    let ui = ui();
    let rows = move || {
        chart
            .frame
            .lines
            .with(|lines| lines.lines.len())
            .to_string()
    };
    let active = move || chart.active_line().map(|line| format!("gantt-row-{line}"));
    let head = |label: Label, class: &'static str| {
        view! { <span role="columnheader" class=class>{ui.t(label)}</span> }
    };
    let is_task = Memo::new(move |_| chart.active_task().is_some());
    view! {
        <div class="gantt-place">
        <div class="gantt" data-testid="gantt" id="gantt" role="treegrid" tabindex="0" node_ref=chart.place
            aria-label=ui.t(texts::gantt::CHART) aria-rowcount=rows aria-colcount="5" aria-multiselectable="true"
            aria-activedescendant=active data-columns=move || chart.columns_shown()
            data-moving=move || chart.moves.moving.with(Option::is_some).to_string()
            on:scroll=move |_| chart.scrolled()
            on:keydown=on(move |event: KeyboardEvent| keys::key(chart, &event))
            on:focus=move |_| chart.take_caret()
            on:pointerdown=on(move |event: PointerEvent| drag::down(chart, &event))
            on:pointermove=on(move |event: PointerEvent| drag::moved(chart, &event))
            on:pointerup=on(move |event: PointerEvent| drag::up(chart, &event))
            on:pointercancel=on(move |_: PointerEvent| drag::cancel(chart))
            on:touchmove=on(move |event: TouchEvent| drag::hold(chart, &event))
            on:contextmenu=on(move |event: MouseEvent| drag::menu(chart, &event))
            on:dblclick=on(move |_: MouseEvent| {
                cells::edit(chart);
            })
            on:wheel=on(move |event: web_sys::WheelEvent| zoom::wheel(chart, &event))>
            <div class="gantt-head" role="rowgroup" node_ref=chart.head>
                <div class="gantt-corner" role="row">
                    <span role="columnheader" class="gantt-cell gantt-mark">
                        <span class="hidden">{ui.t(texts::charts::STATE_NOW)}</span>
                    </span>
                    {head(texts::gantt::COLUMN_CODE, "gantt-cell gantt-code")}
                    {head(texts::gantt::COLUMN_TASK, "gantt-cell gantt-title")}
                    {head(texts::gantt::COLUMN_OWNER, "gantt-cell gantt-owner")}
                    {head(texts::gantt::COLUMN_DUE, "gantt-cell gantt-due")}
                    {head(texts::gantt::TIME, "gantt-cell gantt-said")}
                </div>
            </div>
            <div class="gantt-lane" role="rowgroup" node_ref=chart.lane>
                <div class="gantt-lane-name" role="row">
                    <span role="gridcell">{live(move || chart.milestones_said())}</span>
                </div>
            </div>
            <div class="gantt-body" role="rowgroup" node_ref=chart.body>
                <div class="gantt-left" role="presentation" node_ref=chart.left></div>
            </div>
        </div>
        {when(move || chart.detail.get() && is_task.get(), move || view! { <Details chart/> })}
        <menu::Menu chart/>
        <cells::Cells chart/>
        </div>
        <Foot chart/>
    }
}

/// The line with the caret in words, what can be done with it, and the keys.
#[component]
fn Foot(chart: Chart) -> impl IntoView {
    let ui = ui();
    let said = Memo::new(move |_| chart.active_said());
    let is_task = Memo::new(move |_| chart.active_task().is_some());
    view! {
        <div class="gantt-foot">
            {when(move || said.with(String::is_empty), || view! { <legend::GanttLegend/> })}
            <span class="gantt-foot-said" title=move || said.get()>{live(move || match said.get() {
                // What the keys do stands where nothing else is said.
                said if said.is_empty() => ui.text(texts::gantt::KEYS).to_owned(),
                said => said,
            })}</span>
            {when(move || is_task.get(), move || view! {
                <button type="button" data-testid="gantt-move"
                    on:click=press(move || keys::begin_by_button(chart, true))>
                    {ui.t(texts::gantt::MOVE)}
                </button>
                <button type="button" data-testid="gantt-due"
                    on:click=press(move || keys::begin_by_button(chart, false))>
                    {ui.t(texts::gantt::CHANGE_DUE)}
                </button>
                <button type="button" data-testid="gantt-details"
                    on:click=press(move || chart.detail.update(|open| *open = !*open))>
                    {ui.t(texts::table::DETAILS)}
                </button>
            })}
        </div>
    }
}
