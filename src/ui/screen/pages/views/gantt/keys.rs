//! The keys of the chart. Letters work only while the focus is on the chart itself, never while something is composed.

use super::chart::Chart;
use super::zoom::{set_zoom, toggle_critical, zoom};
use crate::analysis::standing::plan_view::PlanLine;
use crate::analysis::standing::schedule::DateShift;
use crate::model::RecordId;
use crate::state::{Moved, Zoom};
use crate::ui::screen::base::dom;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Working days of a week.
const WEEK: i32 = 5;

/// What a key does; what it does not do is left to the browser.
pub(super) fn key(chart: Chart, event: &KeyboardEvent) {
    let is_own = dom::focused()
        .zip(chart.element())
        .is_some_and(|(one, other)| one == other);
    if !is_own || event.is_composing() || event.key_code() == 229 {
        return;
    }
    let is_done = if chart.moving.with_untracked(Option::is_some) {
        in_move(chart, event)
    } else if chart.linking.with_untracked(Option::is_some) && in_link(chart, event) {
        true
    } else {
        usual(chart, event)
    };
    if is_done {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// A key while something is moved.
fn in_move(chart: Chart, event: &KeyboardEvent) -> bool {
    let days = if event.shift_key() { WEEK } else { 1 };
    match event.key().as_str() {
        "ArrowLeft" => chart.step(-days),
        "ArrowRight" => chart.step(days),
        "Enter" => chart.keep_move(),
        "Escape" => chart.drop_move(),
        "r" | "R" => {
            chart.moving.update(|moving| {
                if let Some(moving) = moving {
                    moving.allows_rest = true;
                }
            });
            chart.say(texts::gantt::REST_ALLOWED, &[]);
        }
        "Tab" => return false,
        _ => {}
    }
    true
}

/// A key while the task to be linked is looked for.
fn in_link(chart: Chart, event: &KeyboardEvent) -> bool {
    match event.key().as_str() {
        "Enter" => {
            let to: Option<RecordId> = chart.active.get_untracked().parse().ok();
            if let (Some(from), Some(to)) = (chart.linking.get_untracked(), to) {
                chart.link(&from, &to);
            }
        }
        "Escape" => chart.linking.set(None),
        _ => return false,
    }
    true
}

fn usual(chart: Chart, event: &KeyboardEvent) -> bool {
    let at = untrack(|| chart.active_line()).unwrap_or(0);
    let last = chart
        .frame
        .lines
        .with_untracked(|lines| lines.lines.len())
        .saturating_sub(1);
    let page = chart.page_lines();
    let with_ctrl = event.ctrl_key() || event.meta_key();
    let key = event.key();
    match key.as_str() {
        "ArrowUp" | "ArrowDown" if event.alt_key() => return move_row(chart, key == "ArrowUp"),
        _ if event.alt_key() => return false,
        "a" | "A" if with_ctrl => select_all(chart),
        "ArrowUp" => go(chart, at.saturating_sub(1), event.shift_key()),
        "ArrowDown" => go(chart, (at + 1).min(last), event.shift_key()),
        "PageUp" => chart.go_to_line(at.saturating_sub(page)),
        "PageDown" => chart.go_to_line((at + page).min(last)),
        "Home" => chart.go_to_line(0),
        "End" => chart.go_to_line(last),
        "ArrowLeft" | "ArrowRight" => aside(chart, at, key == "ArrowRight"),
        _ if with_ctrl => return false,
        " " => toggle_selected(chart),
        "Escape" => {
            if chart.detail.get_untracked() {
                chart.detail.set(false);
            } else if chart.asked.with_untracked(Option::is_some) {
                chart.drop_move();
            } else {
                chart.frame.change(|shown| shown.selected.clear());
            }
        }
        "Enter" | "F2" | "d" | "D" => open(chart, at),
        "m" | "M" => return begin(chart, DateShift::Whole),
        "s" | "S" => return begin(chart, DateShift::Start),
        "e" | "E" => return begin(chart, DateShift::Due),
        "l" | "L" => begin_link(chart),
        "k" | "K" => chart.toggle_fixed(),
        "+" | "=" => zoom(chart, true, None),
        "-" | "_" => zoom(chart, false, None),
        "0" => set_zoom(chart, Zoom::Fit, None),
        "t" | "T" => chart.go_to_day(chart.ui.today.get_untracked()),
        "c" | "C" => toggle_critical(chart),
        _ => return false,
    }
    true
}

fn go(chart: Chart, to: usize, extends: bool) {
    chart.go_to_line(to);
    if extends && let Some(record) = active_record(chart) {
        chart.frame.change(|shown| {
            if !shown.selected.contains(&record) {
                shown.selected.push(record);
            }
        });
    }
}

fn active_record(chart: Chart) -> Option<RecordId> {
    chart.active.get_untracked().parse().ok()
}

fn toggle_selected(chart: Chart) {
    let Some(record) = active_record(chart) else {
        return;
    };
    chart.frame.change(
        |shown| match shown.selected.iter().position(|one| *one == record) {
            Some(at) => drop(shown.selected.remove(at)),
            None => shown.selected.push(record),
        },
    );
}

fn select_all(chart: Chart) {
    let schedule = chart.schedule();
    let all: Vec<RecordId> = chart.frame.lines.with_untracked(|lines| {
        let tasks = lines.lines.iter().filter_map(PlanLine::task);
        tasks
            .map(|task| schedule.plan.tasks[task as usize].record.clone())
            .collect()
    });
    chart.frame.change(|shown| shown.selected = all);
}

/// Shuts or opens a group; beside a task it goes on in time.
fn aside(chart: Chart, at: usize, is_right: bool) {
    let heading = chart
        .frame
        .lines
        .with_untracked(|lines| match lines.lines.get(at) {
            Some(PlanLine::Heading(heading)) => Some(heading.clone()),
            _ => None,
        });
    match heading {
        Some(heading) if heading.is_shut == is_right => {
            chart
                .frame
                .change(|shown| shown.toggle_group(heading.group.word()));
            chart.said.set(untrack(|| chart.active_said()));
        }
        Some(_) => {}
        None => {
            let week = chart.axis.with_untracked(|axis| axis.end(axis.first) * 7);
            chart.scroll_by(if is_right { week } else { -week }, 0);
        }
    }
}

fn open(chart: Chart, at: usize) {
    let heading = chart
        .frame
        .lines
        .with_untracked(|lines| match lines.lines.get(at) {
            Some(PlanLine::Heading(heading)) => Some(heading.group.word().to_owned()),
            _ => None,
        });
    match heading {
        Some(word) => chart.frame.change(|shown| shown.toggle_group(&word)),
        None => chart.detail.update(|is_open| *is_open = !*is_open),
    }
}

/// Begins a move by keys, and says how it goes on.
fn begin(chart: Chart, what: DateShift) -> bool {
    let Some(place) = untrack(|| chart.active_task()) else {
        return false;
    };
    if chart.begin(place, what) {
        let label = match what {
            DateShift::Whole => texts::gantt::MODE_MOVE,
            DateShift::Start => texts::gantt::MODE_START,
            DateShift::Due => texts::gantt::MODE_DUE,
        };
        let code = active_record(chart).map(|record| chart.code(&record));
        chart.say(label, &[("code", &code.unwrap_or_default())]);
    }
    true
}

/// The same by the buttons under the chart; work that has started keeps its first day.
pub(super) fn begin_by_button(chart: Chart, is_whole: bool) {
    if let Some(element) = chart.element() {
        let _ = element.focus();
    }
    begin(
        chart,
        if is_whole {
            DateShift::Whole
        } else {
            DateShift::Due
        },
    );
}

fn begin_link(chart: Chart) {
    if let Some(record) = active_record(chart) {
        let code = chart.code(&record);
        chart.linking.set(Some(record));
        chart.say(texts::gantt::LINK_WHICH, &[("code", &code)]);
    }
}

fn move_row(chart: Chart, is_up: bool) -> bool {
    let to = if is_up { Moved::Up } else { Moved::Down };
    if let Some(record) = active_record(chart) {
        chart.session.move_row(&record, to);
        chart.said.set(untrack(|| chart.active_said()));
    }
    true
}
