//! Where a pointer is in the chart, and what a click there does.

use super::chart::Chart;
use super::select;
use crate::analysis::standing::plan_view::PlanLine;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

/// What the pointer is on.
pub(super) fn target(event: &web_sys::Event) -> Option<Element> {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
}

/// Where the pointer is in the chart.
pub(super) fn place_under(chart: Chart, event: &MouseEvent) -> (i32, i32) {
    let Some(element) = chart.element() else {
        return (0, 0);
    };
    let sides = element.get_bounding_client_rect();
    let metrics = chart.metrics();
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let (left, top) = (sides.left() as i32, sides.top() as i32);
    (
        event.client_x() - left - chart.left_px() + element.scroll_left(),
        event.client_y() - top - metrics.header - metrics.lane + element.scroll_top(),
    )
}

/// The line under the pointer, and whether it is in the columns.
pub(super) fn line_under(chart: Chart, event: &MouseEvent) -> Option<(usize, bool)> {
    let (x, y) = place_under(chart, event);
    let seen = chart.seen();
    let left = x - chart.element().map_or(0, |element| element.scroll_left());
    if y < chart.seen_top() || left > seen.width {
        return None;
    }
    let line = usize::try_from(y / chart.metrics().row).ok()?;
    let count = chart.frame.lines.with_untracked(|lines| lines.lines.len());
    (line < count).then_some((line, left < 0))
}

/// A click on a line: a heading opens or shuts, a task is selected, or is what another shall be linked to.
pub(super) fn clicked(chart: Chart, line: usize, is_left: bool, event: &PointerEvent) {
    match chart.line(line) {
        Some(PlanLine::Heading(heading)) if is_left => {
            chart
                .frame
                .change(|shown| shown.toggle_group(heading.group.word()));
        }
        Some(PlanLine::Task(task)) => {
            let schedule = chart.schedule();
            let to = &schedule.plan.tasks[task as usize].record;
            if is_away(event)
                && let Some((first, _)) = schedule.plan.tasks[task as usize].planned
            {
                chart.go_to_day(first);
            }
            match chart.linking.get_untracked() {
                Some(from) => chart.link(&from, to),
                None if event.shift_key() => select::extend(chart, line),
                None if event.ctrl_key() || event.meta_key() => select::toggle(chart, to),
                None => select::only(chart, line, to),
            }
        }
        _ => {}
    }
}

/// Whether it is the sign of a bar that lies beyond the edge.
fn is_away(event: &PointerEvent) -> bool {
    target(event).is_some_and(|target| target.class_list().contains("g-away"))
}
