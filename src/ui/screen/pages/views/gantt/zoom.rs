//! How much time the chart shows: by keys, by buttons, by the wheel.

use super::chart::Chart;
use super::tools::zoom_label;
use crate::state::Zoom;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::WheelEvent;

/// Shows the critical path alone, or all again.
pub(super) fn toggle_critical(chart: Chart) {
    chart
        .frame
        .change(|shown| shown.is_critical = !shown.is_critical);
    let is_critical = chart.frame.shown.with_untracked(|shown| shown.is_critical);
    let n = chart
        .frame
        .lines
        .with_untracked(|lines| lines.shown)
        .to_string();
    let label = if is_critical {
        texts::gantt::CRITICAL_ONLY
    } else {
        texts::gantt::ALL_AGAIN
    };
    chart.moves.say(label, &[("n", &n)]);
}

/// One level closer, or farther.
pub(super) fn zoom(chart: Chart, is_closer: bool, at: Option<i32>) {
    let day = chart.axis.with_untracked(|axis| axis.day);
    let levels = [
        (Zoom::Quarter, 2.5),
        (Zoom::Month, 8.0),
        (Zoom::Week, 16.0),
        (Zoom::Day, 32.0),
    ];
    let to = match is_closer {
        true => levels.iter().find(|(_, level)| *level > day + 0.01),
        false => levels.iter().rev().find(|(_, level)| *level < day - 0.01),
    };
    set_zoom(
        chart,
        to.map_or(
            if is_closer { Zoom::Day } else { Zoom::Fit },
            |(zoom, _)| *zoom,
        ),
        at,
    );
}

/// Another zoom; what stands at a place of the window stays there.
pub(super) fn set_zoom(chart: Chart, zoom: Zoom, at: Option<i32>) {
    untrack(|| chart.hold_day(at));
    chart.frame.change(|shown| shown.zoom = Some(zoom));
    let (seen, lang) = (chart.seen(), chart.lang());
    let (from, to) = chart
        .axis
        .with_untracked(|axis| (axis.date(seen.left), axis.date(seen.left + seen.width)));
    let days = [from, to].map(|day| crate::ui::gantt::day_said(day, lang));
    let name = zoom_label(zoom).text(lang);
    chart.moves.say(
        texts::gantt::ZOOMED,
        &[("zoom", name), ("from", &days[0]), ("to", &days[1])],
    );
}

/// The wheel with Ctrl zooms about the pointer.
pub(super) fn wheel(chart: Chart, event: &WheelEvent) {
    if !event.ctrl_key() {
        return;
    }
    event.prevent_default();
    let left = chart
        .element()
        .map_or(0.0, |element| element.get_bounding_client_rect().left());
    let at = f64::from(event.client_x()) - left;
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let at = at as i32 - chart.left_px();
    if at >= 0 {
        zoom(chart, event.delta_y() < 0.0, Some(at));
    }
}
