//! The table of the plan under the same address as the other views: what it asks for is given to the table, which shows
//! it in place of its own choices; where it asks for nothing the table shows the plan by itself.

use super::bar::{PlanBar, record_of};
use super::frame::{PlanFrame, asks};
use super::saved::SavedViews;
use crate::analysis::standing::plan_view::{EMPTY, FilterBy, OPEN, PlanFilter, PlanLine};
use crate::model::Value;
use crate::model::template::CellType;
use crate::state::PlanShown;
use crate::ui::screen::base::life;
use crate::ui::screen::table::{LinesGiven, Table, TableLine};
use leptos::prelude::*;

/// The bar over the table of the plan, and what of the plan the address asks it to show.
#[component]
pub(super) fn GridBar(frame: PlanFrame) -> impl IntoView {
    let table = Table::of_page();
    Effect::new(move |before: Option<()>| {
        table.give(given(frame));
        let selected = frame
            .shown
            .with_untracked(|shown| shown.selected.first().cloned());
        if before.is_none()
            && let Some(record) = selected
        {
            life::next_frame(move || table.point_at(&record));
        }
    });
    on_cleanup(move || table.give(None));
    view! { <PlanBar frame tools=view! { <SavedViews frame/> }.into_any()/> }
}

/// What the address asks for; nothing where it asks for no more than the plan itself.
fn given(frame: PlanFrame) -> Option<LinesGiven> {
    if !frame.shown.with(asks) {
        return None;
    }
    let schedule = super::facts::schedule_of(frame);
    let line = |line: &PlanLine| match line {
        PlanLine::Task(task) => TableLine::Row(schedule.plan.tasks[*task as usize].record.clone()),
        PlanLine::Heading(heading) => TableLine::Group(heading.group.clone(), heading.count),
    };
    let lines = frame
        .lines
        .with(|lines| lines.lines.iter().map(line).collect());
    let besides = frame
        .shown
        .with(|shown| shown.filters.iter().filter_map(beside).collect());
    Some(LinesGiven {
        lines,
        grouped_by: frame.group().filter().and_then(FilterBy::field),
        besides,
        show_all: Callback::new(move |()| frame.change(PlanShown::show_all)),
    })
}

/// The value that a new task has by a filter, so that it is seen where it was added.
fn beside(filter: &PlanFilter) -> Option<(&'static str, Value)> {
    let field = filter.by.field().filter(|field| !field.filled)?;
    let [value] = filter.values.as_slice() else {
        return None;
    };
    if [OPEN, EMPTY].contains(&&**value) {
        return None;
    }
    let record = record_of(field, value).map(|record| record.write());
    Some((
        field.key,
        record.unwrap_or_else(|| Value::text(value.as_str())),
    ))
}
