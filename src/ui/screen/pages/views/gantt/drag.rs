//! The pointer on the bars: a bar is dragged by its middle or one of its ends once the pointer has gone four pixels; a
//! finger has to rest on it first. While it is dragged nothing is written.

use super::chart::{Chart, left_px};
use crate::analysis::standing::plan_view::PlanLine;
use crate::analysis::standing::schedule::DateShift;
use crate::analysis::time::axis;
use crate::model::RecordId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent, TouchEvent};

/// What the pointer has taken hold of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drag {
    place: u32,
    what: DateShift,
    x: i32,
    y: i32,
    is_lifted: bool,
}

/// Pixels before a press becomes a drag; of a finger before it becomes a scroll.
const SLOP_PX: i32 = 4;
const FINGER_PX: i32 = 8;
/// Milliseconds that a finger rests before it lifts a bar.
const REST_MS: i32 = 400;
/// The ends of a bar by which it is stretched, and the narrowest bar that has them.
const END_PX: f64 = 8.0;
const WITH_ENDS_PX: f64 = 24.0;
/// Near the edges of the window it goes on scrolling.
const EDGE_PX: i32 = 24;
const EDGE_STEP_PX: i32 = 12;

fn target(event: &web_sys::Event) -> Option<Element> {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
}

/// The bar under the pointer, and which part of it.
fn bar_at(chart: Chart, event: &PointerEvent) -> Option<(u32, DateShift)> {
    let hit = target(event)?.closest("[data-bar]").ok().flatten()?;
    let record: RecordId = hit.get_attribute("data-bar")?.parse().ok()?;
    let place = chart.schedule().plan.place(&record)?;
    let sides = hit.get_bounding_client_rect();
    let x = f64::from(event.client_x());
    let what = match sides.width() >= WITH_ENDS_PX {
        true if x - sides.left() <= END_PX => DateShift::Start,
        true if sides.right() - x <= END_PX => DateShift::Due,
        _ => DateShift::Whole,
    };
    Some((place, what))
}

/// The pointer goes down: what it is on gets the caret, a bar may be taken.
pub(super) fn down(chart: Chart, event: &PointerEvent) {
    if event.button() != 0 || !event.is_primary() {
        return;
    }
    select_under(chart, event);
    let Some((place, what)) = bar_at(chart, event) else {
        return;
    };
    let drag = Drag {
        place,
        what,
        x: event.client_x(),
        y: event.client_y(),
        is_lifted: false,
    };
    chart.drag.set_value(Some(drag));
    let pointer = event.pointer_id();
    if event.pointer_type() == "touch" {
        chart.pause_touch(REST_MS, move || lift(chart, pointer));
    }
}

/// The line under the pointer gets the caret; a heading opens or shuts.
fn select_under(chart: Chart, event: &PointerEvent) {
    let Some(element) = chart.element() else {
        return;
    };
    let sides = element.get_bounding_client_rect();
    let metrics = chart.metrics();
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let y = event.client_y() - sides.top() as i32 - metrics.header - metrics.lane;
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let x = event.client_x() - sides.left() as i32;
    if y < 0 || x > element.client_width() {
        return;
    }
    let Ok(line) = usize::try_from((y + chart.seen_top()) / metrics.row) else {
        return;
    };
    let found = chart
        .frame
        .lines
        .with_untracked(|lines| lines.lines.get(line).cloned());
    match found {
        Some(PlanLine::Heading(heading)) if x < left_px() => {
            chart.go_to_line(line);
            chart
                .frame
                .change(|shown| shown.toggle_group(heading.group.word()));
        }
        Some(PlanLine::Task(task)) => {
            chart.go_to_line(line);
            if let Some(to) = chart.schedule().plan.tasks.get(task as usize) {
                match chart.linking.get_untracked() {
                    Some(from) => chart.link(&from, &to.record.clone()),
                    None => choose(chart, &to.record, event),
                }
            }
        }
        _ => {}
    }
}

/// A click selects; with Ctrl it adds.
fn choose(chart: Chart, record: &RecordId, event: &PointerEvent) {
    chart.frame.change(|shown| {
        let at = shown.selected.iter().position(|one| one == record);
        match (
            event.ctrl_key() || event.meta_key() || event.shift_key(),
            at,
        ) {
            (true, Some(at)) => drop(shown.selected.remove(at)),
            (true, None) => shown.selected.push(record.clone()),
            (false, _) => shown.selected = vec![record.clone()],
        }
    });
}

fn lift(chart: Chart, pointer: i32) {
    let Some(mut drag) = chart.drag.get_value() else {
        return;
    };
    if chart.begin(drag.place, drag.what) {
        drag.is_lifted = true;
        chart.drag.set_value(Some(drag));
        if let Some(element) = chart.element() {
            let _ = element.set_pointer_capture(pointer);
        }
    } else {
        chart.drag.set_value(None);
    }
}

/// The pointer moves: the ghost goes along.
pub(super) fn moved(chart: Chart, event: &PointerEvent) {
    let Some(drag) = chart.drag.get_value() else {
        return;
    };
    let (dx, dy) = (event.client_x() - drag.x, event.client_y() - drag.y);
    if !drag.is_lifted {
        if event.pointer_type() == "touch" {
            if dx.abs().max(dy.abs()) > FINGER_PX {
                cancel(chart);
            }
            return;
        }
        if dx.abs().max(dy.abs()) < SLOP_PX {
            return;
        }
        return lift(chart, event.pointer_id());
    }
    go_on(chart, event);
    let edge = chart.moving.with_untracked(|moving| {
        let moving = moving.as_ref()?;
        Some(match moving.what {
            DateShift::Due => moving.from.1,
            DateShift::Whole | DateShift::Start => moving.from.0,
        })
    });
    let Some(edge) = edge else { return };
    let width = chart.axis.with_untracked(|axis| axis.day);
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let days = (f64::from(dx) / width).round() as i64;
    let day = axis::moved(edge, days);
    chart.put_on(day, event.shift_key());
    if !event.shift_key() && chart.schedule().is_rest_day(day) {
        chart.say_rest_day(day);
    }
}

/// Near the edges the chart goes on, and the place where the drag began with it.
fn go_on(chart: Chart, event: &PointerEvent) {
    let Some(element) = chart.element() else {
        return;
    };
    let sides = element.get_bounding_client_rect();
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let (from, to) = (sides.left() as i32 + left_px(), sides.right() as i32);
    let x = event.client_x();
    let by = match () {
        () if x < from + EDGE_PX => -EDGE_STEP_PX,
        () if x > to - EDGE_PX => EDGE_STEP_PX,
        () => return,
    };
    let before = element.scroll_left();
    chart.scroll_by(by, 0);
    let gone = element.scroll_left() - before;
    chart.drag.update_value(|drag| {
        if let Some(drag) = drag {
            drag.x -= gone;
        }
    });
}

/// The pointer lets go.
pub(super) fn up(chart: Chart, event: &PointerEvent) {
    let Some(drag) = chart.drag.try_update_value(Option::take).flatten() else {
        return;
    };
    chart.stop_touch();
    if drag.is_lifted {
        if let Some(element) = chart.element() {
            let _ = element.release_pointer_capture(event.pointer_id());
        }
        chart.say_step();
        chart.keep_move();
    }
}

/// The browser takes the pointer away: nothing happened.
pub(super) fn cancel(chart: Chart) {
    chart.stop_touch();
    if chart
        .drag
        .try_update_value(Option::take)
        .flatten()
        .is_some_and(|drag| drag.is_lifted)
    {
        chart.drop_move();
    }
}

fn is_held(chart: Chart) -> bool {
    chart.drag.get_value().is_some_and(|drag| drag.is_lifted)
}

/// While a bar is lifted the page does not scroll under the finger.
pub(super) fn hold(chart: Chart, event: &TouchEvent) {
    if is_held(chart) {
        event.prevent_default();
    }
}

/// A long press is no wish for a menu.
pub(super) fn menu(chart: Chart, event: &MouseEvent) {
    if chart.drag.get_value().is_some() {
        event.prevent_default();
    }
}
