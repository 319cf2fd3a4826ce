//! The Gantt on paper: its pages stand on the page only while it is printed.

use super::brush::{Brush, drawing, set};
use super::chart::Chart;
use crate::analysis::calendar_of;
use crate::analysis::standing::plan_view::PlanLine;
use crate::analysis::time::axis::Beginning;
use crate::model::template::Form;
use crate::templates::{settings, task};
use crate::ui::gantt::{
    HeaderLook, Metrics, PaperPage, PaperWish, PaperWords, SheetLook, note_page, paper_count,
    paper_pages,
};
use crate::ui::texts;
use leptos::html;
use leptos::prelude::*;

/// More pages than this are not made at once.
pub(super) const MOST_PAGES: usize = 200;
/// The widths of the columns in a picture.
const PICTURE_COLUMNS: [i32; 4] = [60, 220, 80, 68];

/// How many pages it would take now.
pub(super) fn count(chart: Chart) -> usize {
    let wish = chart.wish.get_untracked();
    let has_marks = chart.marks.with_untracked(|marks| !marks.is_empty());
    let lines = chart.frame.lines;
    lines.with_untracked(|lines| paper_count(&lines.lines, wish, has_marks))
}

/// The pages, while they are printed.
#[component]
pub(super) fn Paper(chart: Chart) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let on_paper = chart.ui.on_paper;
    let wish = chart.wish;
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        place.set_text_content(None);
        let _ = place.remove_attribute("data-count");
        if !on_paper.get() {
            return;
        }
        let pages = untrack(|| pages(chart, wish.get_untracked()));
        set(&place, "data-count", &pages.len().to_string());
        for page in pages.iter().take(MOST_PAGES) {
            draw(&place, page);
        }
        // What is left out is said on a page of its own, never dropped.
        if pages.len() > MOST_PAGES {
            let (n, most) = (pages.len().to_string(), MOST_PAGES.to_string());
            let places = [("n", &*n), ("most", &*most)];
            let said = untrack(|| chart.ui.fill(texts::paper::PAGES_LEFT_OUT, &places));
            draw(&place, &note_page(wish.get_untracked(), said));
        }
    });
    view! { <div class="gantt-pages" data-testid="print-pages" aria-hidden="true" node_ref=place></div> }
}

fn draw(place: &web_sys::Element, page: &PaperPage) {
    let Some(svg) = drawing(place, "gantt-sheet") else {
        return;
    };
    let (width, height) = page.size.inside();
    set(&svg, "viewBox", &format!("0 0 {width} {height}"));
    set(&svg, "data-paper", page.size.word());
    for ((x, y), shapes) in &page.parts {
        if let Some(mut brush) = Brush::on_paper(&svg) {
            set(brush.group(), "transform", &format!("translate({x} {y})"));
            brush.draw(shapes.clone());
        }
    }
}

/// Does something with what a sheet is drawn from.
pub(super) fn with_look<T>(
    chart: Chart,
    metrics: Metrics,
    act: impl FnOnce(&SheetLook<'_>, &[PlanLine]) -> T,
) -> T {
    let lang = chart.lang();
    let schedule = chart.schedule();
    let axis = chart.axis.get_untracked();
    chart.session.read(|log| {
        let calendar = calendar_of(&Form::new(log, settings::record()));
        chart.marks.with_untracked(|marks| {
            let look = SheetLook {
                log,
                schedule: &schedule,
                group: chart.frame.group(),
                header: HeaderLook {
                    axis: &axis,
                    calendar: &calendar,
                    today: schedule.today,
                    week_one: Beginning::Week.before(schedule.span().0),
                    lang,
                },
                metrics,
                marks,
                columns: PICTURE_COLUMNS,
                lang,
                has_links: true,
            };
            chart
                .frame
                .lines
                .with_untracked(|lines| act(&look, &lines.lines))
        })
    })
}

pub(super) fn as_of(chart: Chart) -> String {
    let time = chart.ui.now().format("%Y-%m-%d %H:%M").to_string();
    chart.ui.fill(texts::gantt::AS_OF, &[("time", &time)])
}

pub(super) fn project_name(chart: Chart) -> String {
    chart.session.shown_project_name()
}

fn pages(chart: Chart, wish: PaperWish) -> Vec<PaperPage> {
    let (as_of, project) = (as_of(chart), project_name(chart));
    let said = PaperWords {
        title: chart.ui.text(task::TASK.title),
        project: &project,
        as_of: &as_of,
    };
    with_look(chart, Metrics::paper(54), |look, lines| {
        paper_pages(look, lines, wish, said)
    })
}
