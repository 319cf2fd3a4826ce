//! The pointer on the bars: a bar is dragged by its middle or one of its ends once the pointer has gone four pixels; a
//! finger has to rest on it first. While it is dragged nothing is written.

use super::chart::Chart;
use super::held::{Drag, DragWhat, Grip, MenuOf};
use super::press::{clicked, line_under, place_under, target};
use crate::analysis::standing::schedule::DateShift;
use crate::analysis::time::axis;
use crate::model::RecordId;
use leptos::prelude::*;
use web_sys::{MouseEvent, PointerEvent, TouchEvent};

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

/// The task under the pointer, and by which part of it.
fn held_at(chart: Chart, event: &PointerEvent) -> Option<(u32, DragWhat)> {
    let target = target(event)?;
    let named = |name: &str| {
        let found = target.closest(&format!("[{name}]")).ok().flatten()?;
        let record: RecordId = found.get_attribute(name)?.parse().ok()?;
        Some((found, chart.schedule().plan.place(&record)?))
    };
    if let Some((_, place)) = named("data-link") {
        return Some((place, DragWhat::Draw(Grip::Link)));
    }
    if target.class_list().contains("gantt-mark") {
        return named("data-record").map(|(_, place)| (place, DragWhat::Draw(Grip::Row)));
    }
    let Some((hit, place)) = named("data-bar") else {
        return undated_at(chart, event);
    };
    let sides = hit.get_bounding_client_rect();
    let x = f64::from(event.client_x());
    let what = match sides.width() >= WITH_ENDS_PX {
        true if x - sides.left() <= END_PX => DateShift::Start,
        true if sides.right() - x <= END_PX => DateShift::Due,
        _ => DateShift::Whole,
    };
    Some((place, DragWhat::Dates(what)))
}

/// The task without dates whose empty time is under the pointer.
fn undated_at(chart: Chart, event: &PointerEvent) -> Option<(u32, DragWhat)> {
    let (line, is_left) = line_under(chart, event)?;
    let task = chart.line(line)?.task()?;
    let is_undated = chart.schedule().plan.tasks[task as usize].planned.is_none();
    let from = place_under(chart, event).0;
    (is_undated && !is_left).then_some((task, DragWhat::Draw(Grip::Span(from))))
}

/// The pointer goes down: what it is on gets the caret, a bar may be taken.
pub(super) fn down(chart: Chart, event: &PointerEvent) {
    if event.button() != 0 || !event.is_primary() {
        return;
    }
    let under = line_under(chart, event);
    chart.pressed.set_value(under);
    if let Some((line, _)) = under.filter(|_| !event.shift_key()) {
        chart.go_to_line(line);
    }
    let Some((place, what)) = held_at(chart, event) else {
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

fn lift(chart: Chart, pointer: i32) {
    let Some(mut drag) = chart.drag.get_value() else {
        return;
    };
    let may = match drag.what {
        DragWhat::Dates(what) => chart.begin(drag.place, what),
        DragWhat::Draw(_) => true,
    };
    if may {
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
    if let DragWhat::Draw(grip) = drag.what {
        let line = line_under(chart, event).map(|(line, _)| line);
        let at = place_under(chart, event);
        return super::grips::drawn_to(chart, grip, drag.place, at, line);
    }
    let edge = chart.moves.moving.with_untracked(|moving| {
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
    chart.moves.put_on(day, event.shift_key());
    if !event.shift_key() && chart.schedule().is_rest_day(day) {
        chart.moves.say_rest_day(day);
    }
}

/// Near the edges the chart goes on, and the place where the drag began with it.
fn go_on(chart: Chart, event: &PointerEvent) {
    let Some(element) = chart.element() else {
        return;
    };
    let sides = element.get_bounding_client_rect();
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let (from, to) = (sides.left() as i32 + chart.left_px(), sides.right() as i32);
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
    let drag = chart.drag.try_update_value(Option::take).flatten();
    let pressed = chart.pressed.try_update_value(Option::take).flatten();
    chart.stop_touch();
    if !drag.is_some_and(|drag| drag.is_lifted) {
        let under = line_under(chart, event).filter(|under| pressed == Some(*under));
        if let Some((line, is_left)) = under {
            clicked(chart, line, is_left, event);
        }
    } else {
        if let Some(element) = chart.element() {
            let _ = element.release_pointer_capture(event.pointer_id());
        }
        if drag.is_some_and(|drag| matches!(drag.what, DragWhat::Draw(_))) {
            return super::grips::put_down(chart);
        }
        chart.moves.say_step();
        chart.moves.keep_move();
    }
}

/// The browser takes the pointer away: nothing happened.
pub(super) fn cancel(chart: Chart) {
    chart.stop_touch();
    chart.pressed.set_value(None);
    if chart
        .drag
        .try_update_value(Option::take)
        .flatten()
        .is_some_and(|drag| drag.is_lifted)
    {
        chart.drawn_now.set(None);
        chart.moves.drop_move();
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

/// The right button opens the menu of the line under it; a long press is no wish for one.
pub(super) fn menu(chart: Chart, event: &MouseEvent) {
    if chart.drag.get_value().is_some() {
        return event.prevent_default();
    }
    if let Some((line, _)) = line_under(chart, event) {
        chart.go_to_line(line);
        if super::menu::open(chart, MenuOf::Acts) {
            event.prevent_default();
        }
    }
}
