//! What the pointer takes hold of besides bars: the dot from which a link is drawn, the mark by which a row goes
//! elsewhere, the empty time of a task without dates. While it is drawn nothing is written.

use super::chart::Chart;
use super::held::{DrawnByHand, Grip};
use crate::analysis::standing::plan_view::{GroupBy, PlanLine};
use crate::analysis::standing::schedule::Move;
use crate::model::template::CellType;
use crate::model::{RecordId, Value};
use crate::state::Moved;
use crate::templates::task;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The pointer is somewhere else: what is drawn goes along.
pub(super) fn drawn_to(chart: Chart, grip: Grip, place: u32, at: (i32, i32), line: Option<usize>) {
    let is_refused = match grip {
        Grip::Link => line
            .and_then(|line| other_task(chart, line))
            .is_some_and(|to| {
                let schedule = chart.schedule();
                place == to || schedule.plan.network.leads_to(to, place)
            }),
        Grip::Row => line.is_some_and(|line| goes_to(chart, place, line).is_none()),
        Grip::Span(_) => false,
    };
    chart.drawn_now.set(Some(DrawnByHand {
        grip,
        place,
        x: at.0,
        y: at.1,
        line,
        is_refused,
    }));
}

/// The pointer lets go: what is drawn is written.
pub(super) fn put_down(chart: Chart) {
    let Some(drawn) = chart.drawn_now.try_update(Option::take).flatten() else {
        return;
    };
    let schedule = chart.schedule();
    let record = schedule.plan.tasks[drawn.place as usize].record.clone();
    match (drawn.grip, drawn.line) {
        (Grip::Link, Some(line)) => {
            if let Some(to) = other_task(chart, line) {
                let to = schedule.plan.tasks[to as usize].record.clone();
                chart.link(&record, &to);
            }
        }
        (Grip::Row, Some(line)) => put_row(chart, &record, drawn.place, line),
        (Grip::Span(_), _) => {
            let axis = chart.axis.get_untracked();
            let days = drawn.days(|x| axis.date(x));
            let Some((first, last)) = days else { return };
            let work = |day: NaiveDate| schedule.plan.days.date(schedule.plan.days.start(day));
            let (first, last) = (work(first), work(last));
            chart.session.move_tasks(
                &[Move {
                    task: record.clone(),
                    first,
                    last,
                }],
                None,
            );
            let code = chart.moves.code(&record);
            let day = crate::ui::gantt::day_said(last, chart.lang());
            let places = [("code", &*code), ("day", &*day)];
            chart.tell(texts::gantt::DATED_NOW, &places, "undo-move");
        }
        _ => {}
    }
}

fn other_task(chart: Chart, line: usize) -> Option<u32> {
    chart.line(line)?.task()
}

/// Where the row of a task goes that is dropped on a line: before the task there, and into its group; nothing where it
/// cannot go there.
fn goes_to(chart: Chart, place: u32, line: usize) -> Option<(Moved, Option<RecordId>)> {
    let schedule = chart.schedule();
    if chart
        .frame
        .shown
        .with_untracked(|shown| shown.sort.is_some())
    {
        return None;
    }
    // On a heading: before the first task under it.
    let (line, is_heading) = match chart.line(line)? {
        PlanLine::Heading(heading) if heading.is_shut => return None,
        PlanLine::Heading(_) => (line + 1, true),
        PlanLine::Task(_) => (line, false),
    };
    let to = chart.line(line)?.task()?;
    if to == place && !is_heading {
        return None;
    }
    let read = |task: u32| &schedule.plan.tasks[task as usize];
    let (from, to) = (read(place), read(to));
    let by = untrack(|| chart.frame.group());
    let stage = (from.stage != to.stage).then(|| to.stage.clone()).flatten();
    let is_same = match by {
        GroupBy::None => true,
        GroupBy::Stage => from.stage == to.stage || stage.is_some(),
        GroupBy::Department => from.department == to.department,
        GroupBy::Owner => from.owner == to.owner,
        GroupBy::Status => from.status == to.status,
        GroupBy::Priority => from.priority == to.priority,
    };
    let stage = stage.filter(|_| by == GroupBy::Stage);
    is_same.then(|| (Moved::Before(to.record.clone()), stage))
}

fn put_row(chart: Chart, record: &RecordId, place: u32, line: usize) {
    let Some((to, stage)) = goes_to(chart, place, line) else {
        return chart.moves.say(texts::gantt::NOT_THERE, &[]);
    };
    let fields = stage.map(|stage| (task::STAGE.name, stage.write()));
    let fields: Vec<(&str, Value)> = fields.into_iter().collect();
    if chart.session.move_row_with(record, to, &fields) {
        let code = chart.moves.code(record);
        chart.tell(texts::gantt::ROW_MOVED, &[("code", &code)], "undo-row");
    }
}
