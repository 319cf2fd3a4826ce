//! Which tasks of the chart are selected: one, one more, all from one to another.

use super::chart::Chart;
use crate::analysis::standing::plan_view::PlanLine;
use crate::model::RecordId;
use leptos::prelude::*;

/// This one alone; from it on others are selected together.
pub(super) fn only(chart: Chart, line: usize, record: &RecordId) {
    chart.anchored.set_value(line);
    chart
        .frame
        .change(|shown| shown.selected = vec![record.clone()]);
}

/// One more, or one less.
pub(super) fn toggle(chart: Chart, record: &RecordId) {
    chart.frame.change(
        |shown| match shown.selected.iter().position(|one| one == record) {
            Some(at) => drop(shown.selected.remove(at)),
            None => shown.selected.push(record.clone()),
        },
    );
}

/// All from the one that was selected last to this line, which gets the caret.
pub(super) fn extend(chart: Chart, line: usize) {
    let from = chart.anchored.get_value();
    chart.go_to_line(line);
    let all = tasks(chart, from.min(line), from.max(line));
    chart.frame.change(|shown| shown.selected = all);
}

/// Whatever is shown.
pub(super) fn all(chart: Chart) {
    let all = tasks(chart, 0, usize::MAX);
    chart.frame.change(|shown| shown.selected = all);
}

/// The tasks from a line to another.
fn tasks(chart: Chart, from: usize, to: usize) -> Vec<RecordId> {
    let schedule = chart.schedule();
    chart.frame.lines.with_untracked(|lines| {
        let lines = lines.lines.iter().enumerate();
        let lines = lines.filter(|(at, _)| (from..=to).contains(at));
        let tasks = lines.filter_map(|(_, line)| PlanLine::task(line));
        tasks
            .map(|task| schedule.plan.tasks[task as usize].record.clone())
            .collect()
    })
}
