//! The keys of the chart. Letters work only while the focus is on the chart itself, never while something is composed.

use super::chart::Chart;
use super::held::MenuOf;
use super::menu;
use super::select;
use super::zoom::{set_zoom, toggle_critical, zoom};
use crate::analysis::standing::plan_view::{PlanHeading, PlanLine};
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
    let is_done = if chart.moves.moving.with_untracked(Option::is_some) {
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
        "ArrowLeft" => chart.moves.step(-days),
        "ArrowRight" => chart.moves.step(days),
        "Enter" => chart.moves.keep_move(),
        "Escape" => chart.moves.drop_move(),
        "r" | "R" => chart.moves.allow_rest(),
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
        "ArrowUp" if event.alt_key() => return move_row(chart, Moved::Up),
        "ArrowDown" if event.alt_key() => return move_row(chart, Moved::Down),
        _ if event.alt_key() => return false,
        "a" | "A" if with_ctrl => select::all(chart),
        "ArrowUp" => go(chart, at.saturating_sub(1), event.shift_key()),
        "ArrowDown" => go(chart, (at + 1).min(last), event.shift_key()),
        "PageUp" => chart.go_to_line(at.saturating_sub(page)),
        "PageDown" => chart.go_to_line((at + page).min(last)),
        "Home" => chart.go_to_line(0),
        "End" => chart.go_to_line(last),
        "ArrowLeft" | "ArrowRight" => aside(chart, at, key == "ArrowRight"),
        _ if with_ctrl => return false,
        "Escape" => {
            if chart.detail.get_untracked() {
                chart.detail.set(false);
            } else if chart.moves.asked.with_untracked(Option::is_some) {
                chart.moves.drop_move();
            } else {
                chart.frame.change(|shown| shown.selected.clear());
            }
        }
        "Enter" | "F2" if heading_at(chart, at).is_none() => return super::cells::edit(chart),
        "Enter" => open(chart, at),
        "ContextMenu" => return menu::open(chart, MenuOf::Acts),
        "F10" if event.shift_key() => return menu::open(chart, MenuOf::Acts),
        _ => return act(chart, &key.to_lowercase()),
    }
    true
}

/// What a letter does; the entries of the menu do the same.
pub(super) fn act(chart: Chart, key: &str) -> bool {
    let at = untrack(|| chart.active_line()).unwrap_or(0);
    match key {
        " " => {
            chart.anchored.set_value(at);
            if let Some(record) = active_record(chart) {
                select::toggle(chart, &record);
            }
        }
        "d" => open(chart, at),
        "m" => return begin(chart, DateShift::Whole),
        "s" => return begin(chart, DateShift::Start),
        "e" => return begin(chart, DateShift::Due),
        "l" => begin_link(chart),
        "u" => return menu::open(chart, MenuOf::Links),
        "g" => return menu::open(chart, MenuOf::Stages),
        "k" => chart.toggle_fixed(),
        "+" | "=" => zoom(chart, true, None),
        "-" | "_" => zoom(chart, false, None),
        "0" => set_zoom(chart, Zoom::Fit, None),
        "t" => chart.go_to_day(chart.ui.today.get_untracked()),
        "c" => toggle_critical(chart),
        _ => return false,
    }
    true
}

/// Goes to a line; with Shift all up to it are selected.
fn go(chart: Chart, to: usize, extends: bool) {
    match extends {
        true => select::extend(chart, to),
        false => {
            chart.anchored.set_value(to);
            chart.go_to_line(to);
        }
    }
}

fn active_record(chart: Chart) -> Option<RecordId> {
    chart.active.get_untracked().parse().ok()
}

/// The heading that a line is.
fn heading_at(chart: Chart, at: usize) -> Option<PlanHeading> {
    match chart.line(at)? {
        PlanLine::Heading(heading) => Some(heading),
        PlanLine::Task(_) => None,
    }
}

/// Shuts or opens a group; beside a task it goes on in time.
fn aside(chart: Chart, at: usize, is_right: bool) {
    match heading_at(chart, at) {
        Some(heading) if heading.is_shut == is_right => {
            chart
                .frame
                .change(|shown| shown.toggle_group(heading.group.word()));
            chart.moves.said.set(untrack(|| chart.active_said()));
        }
        Some(_) => {}
        None => {
            let week = chart.axis.with_untracked(|axis| axis.end(axis.first) * 7);
            chart.scroll_by(if is_right { week } else { -week }, 0);
        }
    }
}

fn open(chart: Chart, at: usize) {
    match heading_at(chart, at) {
        Some(heading) => chart
            .frame
            .change(|shown| shown.toggle_group(heading.group.word())),
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
        chart.say_mode(label);
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
        let code = chart.moves.code(&record);
        chart.linking.set(Some(record));
        chart
            .moves
            .say(texts::gantt::LINK_WHICH, &[("code", &code)]);
    }
}

/// Moves the row of the task with the caret; only while rows stand as in the plan.
pub(super) fn move_row(chart: Chart, to: Moved) -> bool {
    let Some(record) = active_record(chart) else {
        return true;
    };
    if chart
        .frame
        .shown
        .with_untracked(|shown| shown.sort.is_some())
    {
        chart.moves.say(texts::gantt::SORTED_OTHERWISE, &[]);
        chart.ui.notices.info(chart.moves.said.get_untracked());
        return true;
    }
    // Rows go past the row that is seen beside them, and stay in their group.
    let at = untrack(|| chart.active_line()).unwrap_or(0);
    let beside = match to {
        Moved::Up => at.checked_sub(1),
        _ => Some(at + 1),
    };
    let beside = beside.and_then(|line| chart.line(line)?.task());
    let beside = beside.map(|task| chart.schedule().plan.tasks[task as usize].record.clone());
    let to = match (to, beside) {
        (Moved::Up, Some(row)) => Moved::Before(row),
        (Moved::Down, Some(row)) => Moved::Behind(row),
        _ => return true,
    };
    if chart.session.move_row(&record, to) {
        chart.moves.said.set(untrack(|| chart.active_said()));
    }
    true
}
