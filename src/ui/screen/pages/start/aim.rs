//! What is to be done by when, and by what it is measured.

use super::Asked;
use super::typed::Typed;
use crate::analysis::begin::start::measure;
use crate::analysis::words::typed::Around;
use crate::templates::metric::DIRECTIONS;
use crate::ui::screen::base::context::ui;
use crate::ui::texts;
use leptos::prelude::*;

/// The goal of a cross-department project.
#[component]
pub(super) fn Aim(typed: Typed) -> impl IntoView {
    view! {
        <div class="cols">
            <Asked label=texts::start::MONTHS key="planned_end" line=typed.months/>
            <Asked label=texts::start::DO_WHAT key="goal" line=typed.goal hint=texts::start::DO_WHAT_HINT/>
            <Asked label=texts::start::MEASURED_BY key="metric.name" line=typed.metric
                hint=texts::start::MEASURED_HINT/>
            <Direction typed/>
            <Asked label=texts::start::TARGET key="metric.target_value" line=typed.target/>
            <Asked label=texts::start::UNIT key="metric.unit" line=typed.unit/>
        </div>
    }
}

/// 不低于、不高于、按期: what the target and its unit say until somebody chooses.
#[component]
fn Direction(typed: Typed) -> impl IntoView {
    let ui = ui();
    let shown = move || measure(&typed.measured(), &Around::today(ui.now())).direction;
    let options = DIRECTIONS.iter().map(|choice| {
        view! { <option value=choice.key selected=move || shown() == *choice>{ui.t(choice.label)}</option> }
    });
    let choose = move |event| {
        let key = event_target_value(&event);
        let mut known = DIRECTIONS.iter().copied();
        typed.direction.set(known.find(|choice| choice.key == key));
    };
    view! {
        <label class="line"><span>{ui.t(texts::start::DIRECTION)}</span>
            <select data-field="metric.direction" on:change=choose>{options.collect::<Vec<_>>()}</select></label>
    }
}
