//! The plan in a window too narrow for a line of time: a card for each task, with its bar among the ten days before and
//! after today.

use super::brush::{Brush, drawing};
use super::chart::Chart;
use super::scene::line_key;
use crate::analysis::standing::plan_view::PlanLine;
use crate::analysis::time::axis::{Axis, moved};
use crate::ui::gantt::{Drawable, Metrics, bar_of, facts_of, heading_said, label_said, row_shapes};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::pages::views::frame::schedule_now;
use leptos::html;
use leptos::prelude::*;

/// Days before and after today, and the width of each.
const DAYS: i64 = 10;
const DAY_PX: f64 = 15.0;

/// What a card shows.
#[derive(Clone, PartialEq)]
struct TaskCard {
    key: String,
    href: String,
    title: String,
    owner: String,
    due: String,
    label: (String, bool),
    /// Nothing for a heading.
    place: Option<u32>,
}

/// A list that is long shows its first ones.
#[component]
pub(super) fn Cards(chart: Chart) -> impl IntoView {
    let ui = chart.ui;
    let cards = Memo::new(move |_| {
        let (lang, schedule) = (ui.lang.get(), schedule_now(chart.session));
        let project = chart.session.project();
        chart.session.read(|log| {
            let card = |line: &PlanLine| match line {
                PlanLine::Heading(heading) => TaskCard {
                    key: line_key(&schedule, line),
                    href: String::new(),
                    title: heading_said(log, heading, chart.frame.group(), lang),
                    owner: String::new(),
                    due: format!("{}/{}", heading.done, heading.count),
                    label: Default::default(),
                    place: None,
                },
                PlanLine::Task(task) => {
                    let facts = facts_of(log, &schedule, *task, lang);
                    let bar = bar_of(&schedule, *task);
                    let label = bar.map(|bar| label_said(&bar, &facts, schedule.today, lang));
                    TaskCard {
                        key: line_key(&schedule, line),
                        href: Ui::href(project, &schedule.plan.tasks[*task as usize].record),
                        title: format!("{} {}", facts.code, facts.title),
                        owner: facts.owner,
                        due: facts.due,
                        label: label.unwrap_or_default(),
                        place: Some(*task),
                    }
                }
            };
            chart
                .frame
                .lines
                .with(|lines| lines.lines.iter().map(card).collect::<Vec<_>>())
        })
    });
    let draw = move |card: TaskCard| {
        match card.place {
        None => view! {
            <li class="gantt-card-group"><strong>{card.title}</strong> <span class="hint">{card.due}</span></li>
        }
            .into_any(),
        Some(place) => view! {
            <li class="gantt-card" data-late=card.label.1.to_string()>
                <a href=card.href class="gantt-card-head"><span>{card.title}</span> <span>{card.owner}</span></a>
                <MiniBar chart place/>
                <span class="gantt-card-said">{card.due} " " {card.label.0}</span>
            </li>
        }
        .into_any(),
    }
    };
    view! { <ul class="gantt-cards" data-testid="gantt-cards">{long(Within::List, cards, |card: &TaskCard| {
        format!("{} {} {} {}", card.key, card.title, card.due, card.label.0)
    }, draw)}</ul> }
}

/// A bar among the days around today.
#[component]
fn MiniBar(chart: Chart, place: u32) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let schedule = schedule_now(chart.session);
        let today = schedule.today;
        let axis = Axis::new(moved(today, -DAYS), moved(today, DAYS), DAY_PX);
        let bar = bar_of(&schedule, place);
        let mut shapes = row_shapes(
            bar.as_ref(),
            today,
            &axis,
            &Metrics::screen(24),
            (0, axis.width()),
            ("", false),
        );
        shapes.push(Drawable::path(
            "g-today",
            format!("M{} 0v24", axis.end(today)),
        ));
        element.set_text_content(None);
        if let Some(svg) = drawing(&element, "gantt-mini")
            && let Some(mut brush) = Brush::new(&svg)
        {
            brush.draw(shapes);
        }
    });
    view! { <div class="gantt-mini-place" aria-hidden="true" node_ref=element></div> }
}
