//! The chart's own tools in the bar: how much time it shows, today, the critical path, the links, paper and pictures.

use super::chart::Chart;
use super::{columns, paper_tools, zoom};
use crate::model::template::Label;
use crate::state::Zoom;
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// What a zoom is called.
pub(super) fn zoom_label(zoom: Zoom) -> Label {
    match zoom {
        Zoom::Day => texts::gantt::DAY_ZOOM,
        Zoom::Week => texts::gantt::WEEK_ZOOM,
        Zoom::Month => texts::gantt::MONTH_ZOOM,
        Zoom::Quarter => texts::gantt::QUARTER,
        Zoom::Fit => texts::gantt::FIT,
    }
}

/// The tools; a narrow window has no line of time and needs none.
#[component]
pub(super) fn Tools(chart: Chart) -> impl IntoView {
    let ui = chart.ui;
    let is_now = move |zoom: Zoom| {
        let asked = chart.frame.shown.with(|shown| shown.zoom);
        asked.unwrap_or_else(|| near_zoom(chart)) == zoom
    };
    let zoom = move |level: Zoom| {
        view! {
            <button type="button" class="small" data-testid=format!("zoom-{}", level.word())
                aria-pressed=move || is_now(level).to_string()
                on:click=press(move || zoom::set_zoom(chart, level, None))>
                {ui.t(zoom_label(level))}
            </button>
        }
    };
    let critical = move |event: Event| {
        let is_on = event_target_checked(&event);
        chart.frame.change(|shown| shown.is_critical = is_on);
    };
    live(move || {
        (!chart.is_narrow()).then(|| view! {
        <span class="gantt-tools">
            <span class="zooms" role="group" aria-label=ui.t(texts::gantt::ZOOM)>
                {Zoom::ALL.into_iter().map(zoom).collect::<Vec<_>>()}
            </span>
            <button type="button" class="small" data-testid="go-today"
                on:click=press(move || chart.go_to_day(ui.today.get_untracked()))>
                {ui.t(texts::gantt::TO_TODAY)}
            </button>
            <label class="tick-label">
                <input type="checkbox" data-testid="critical-only"
                    prop:checked=move || chart.frame.shown.with(|shown| shown.is_critical) on:change=on(critical)/>
                {ui.t(texts::gantt::ONLY_CRITICAL)}
            </label>
            <columns::Display chart/>
            <paper_tools::PaperTools chart/>
        </span>
    })
    })
}

/// The zoom that the chart has where the address names none.
fn near_zoom(chart: Chart) -> Zoom {
    let day = chart.axis.with(|axis| axis.day);
    match (day - 8.0).abs() < 0.01 {
        true => Zoom::Month,
        false => Zoom::Fit,
    }
}
