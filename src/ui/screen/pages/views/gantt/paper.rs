//! The Gantt on paper and as a picture: the pages stand on the page only while it is printed.

use super::brush::{Brush, drawing, set};
use super::chart::Chart;
use crate::analysis::calendar_of;
use crate::analysis::standing::plan_view::PlanLine;
use crate::analysis::time::axis::Beginning;
use crate::model::template::Form;
use crate::templates::{settings, task};
use crate::ui::gantt::{
    HeaderLook, Metrics, PaperPage, PaperSize, PaperWish, PaperWords, SheetLine, SheetLook,
    paper_pages, picture, pictured_rows,
};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::pieces::{on, press};
use crate::ui::texts;
use leptos::html;
use leptos::prelude::*;
use web_sys::Event;

/// More pages than this are not made at once.
const MOST_PAGES: usize = 200;
/// The widths of the columns in a picture.
const PICTURE_COLUMNS: [i32; 4] = [60, 220, 80, 68];
/// The height of the title of a picture.
const PICTURE_HEAD: i32 = 40;

/// Paper, width, print, and the picture.
#[component]
pub(super) fn PaperTools(chart: Chart) -> impl IntoView {
    let ui = chart.ui;
    let wish = chart.wish;
    let size = move |event: Event| {
        let is_a3 = event_target_value(&event) == PaperSize::A3.word();
        wish.update(|wish| wish.size = if is_a3 { PaperSize::A3 } else { PaperSize::A4 });
    };
    let wide = move |event: Event| {
        let wide = event_target_value(&event).parse().unwrap_or(1);
        wish.update(|wish| wish.wide = wide);
    };
    let pages = move |n: i32| {
        let said = move || ui.fill(texts::gantt::PAGES_WIDE, &[("n", &n.to_string())]);
        view! { <option value=n.to_string()>{said}</option> }
    };
    view! {
        <details class="identity gantt-print">
            <summary data-testid="gantt-print">{ui.t(texts::gantt::PRINT_CHART)}</summary>
            <div class="popover">
                <label>
                    {ui.t(texts::gantt::PAPER_SIZE)}
                    <select data-testid="paper-size" on:change=on(size)>
                        <option value=PaperSize::A4.word()>{ui.t(texts::gantt::A4)}</option>
                        <option value=PaperSize::A3.word()>{ui.t(texts::gantt::A3)}</option>
                    </select>
                </label>
                <label>
                    {ui.t(texts::gantt::WIDE)}
                    <select data-testid="paper-wide" on:change=on(wide)>
                        {(1..=3).map(pages).collect::<Vec<_>>()}
                    </select>
                </label>
                <button type="button" class="primary" data-testid="print" on:click=press(move || {
                    dom::close_popover();
                    dom::print(ui.on_paper);
                })>
                    {ui.t(texts::gantt::PRINT_CHART)}
                </button>
                <button type="button" data-testid="save-picture" on:click=press(move || save_picture(chart))>
                    {ui.t(texts::gantt::PICTURE)}
                </button>
            </div>
        </details>
    }
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
fn with_look<T>(
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

fn as_of(chart: Chart) -> String {
    let time = chart.ui.now().format("%Y-%m-%d %H:%M").to_string();
    chart.ui.fill(texts::gantt::AS_OF, &[("time", &time)])
}

fn project_name(chart: Chart) -> String {
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

/// The whole chart as a file of its own.
fn save_picture(chart: Chart) {
    let (text, name) = untrack(|| {
        let project = project_name(chart);
        let day = chart.ui.now().format("%Y%m%d").to_string();
        let name = format!(
            "{}_{}_{day}.svg",
            project.replace(' ', ""),
            chart.ui.text(texts::gantt::PICTURE_NAME)
        );
        (picture_of(chart, &project), name)
    });
    dom::close_popover();
    crate::storage::download(&name, &text, "image/svg+xml");
}

fn picture_of(chart: Chart, project: &str) -> String {
    let metrics = Metrics::screen(32);
    let title = chart.ui.fill(
        texts::gantt::PRINT_TITLE,
        &[("title", chart.ui.text(task::TASK.title))],
    );
    let head = format!("{title}   {project}   {}", as_of(chart));
    with_look(chart, metrics, |look, lines| {
        let lines: Vec<SheetLine> = [SheetLine::Lane]
            .into_iter()
            .chain(lines.iter().cloned().map(SheetLine::Line))
            .collect();
        let width = look.header.axis.width();
        let mut inside = String::new();
        for (at, shapes) in look.stretch(&lines, PICTURE_HEAD, (0, width)) {
            pictured_rows(&mut inside, &shapes, at, &metrics);
        }
        let text = crate::ui::gantt::Drawable::Text {
            class: "g-label-strong",
            x: 4,
            y: 24,
            anchor: crate::ui::gantt::Anchor::Start,
            text: head.clone(),
        };
        pictured_rows(&mut inside, &[text], (0, 0), &metrics);
        let rows = i32::try_from(lines.len()).unwrap_or(i32::MAX / 64);
        let height = PICTURE_HEAD + metrics.header + metrics.row * rows + 8;
        picture(
            &head,
            &sentence(chart),
            (look.left() + width, height),
            &metrics,
            &inside,
        )
    })
}

/// What the chart says, in one sentence.
fn sentence(chart: Chart) -> String {
    use crate::analysis::standing::schedule::Progress;
    let schedule = chart.schedule();
    let tasks = schedule.plan.tasks.iter();
    let done = tasks
        .clone()
        .filter(|one| one.progress == Progress::Done)
        .count();
    let late = tasks.filter(|one| {
        let is_over = matches!(one.progress, Progress::Done | Progress::Cancelled);
        !is_over && one.is_due_before(schedule.today)
    });
    let critical = schedule
        .tasks
        .iter()
        .filter(|one| one.is_critical())
        .count();
    let day = crate::ui::gantt::day_said(schedule.today, chart.lang());
    let places = [
        ("n", &*schedule.plan.tasks.len().to_string()),
        ("done", &*done.to_string()),
        ("late", &*late.count().to_string()),
        ("critical", &*critical.to_string()),
        ("day", &*day),
    ];
    texts::fill(texts::gantt::CHART_SENTENCE, chart.lang(), &places)
}
