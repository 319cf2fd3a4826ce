//! The frame of every chart: its title, what it shows in a sentence, the picture, the legend, the same figures as a
//! table, and the ways to take it along. The picture is as wide as its place, so that its letters keep their size.

use super::chart_spots::ChartSpots;
use super::context::{Ui, session, ui};
use super::life;
use super::long::{Window, Within, numbered};
use super::pieces::{live, press, when};
use crate::exchange::plain_name;
use crate::model::template::{Label, minute_text};
use crate::state::{Page, Route, Session};
use crate::ui::chart::{ChartShape, DrawnChart, FinishedChart, Imprint, Legend, Picture, svg_file};
use crate::ui::texts;
use leptos::html;
use leptos::prelude::*;

/// The width before anything is measured, and on paper.
const USUAL: i64 = 640;
/// What a picture is drawn for at least and at most.
const LEAST: i64 = 280;
const MOST: i64 = 1120;

/// Everything around the picture: see the module.
#[component]
pub(in crate::ui) fn ChartFrame(
    /// `data-testid` is `chart-` and this.
    name: &'static str,
    /// The chart for a width.
    draw: Callback<i64, DrawnChart>,
    /// How it may be drawn otherwise.
    #[prop(optional)]
    choices: Option<AnyView>,
    /// What stands on the page in place of the picture.
    #[prop(optional)]
    instead: Option<AnyView>,
    /// Where to go while there is nothing to draw.
    #[prop(optional)]
    way: Option<(Label, Page)>,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let place: NodeRef<html::Div> = NodeRef::new();
    let width = measured(ui, place);
    let drawn = Memo::new(move |_| draw.run(width.get()));
    let is_open = RwSignal::new(false);
    let has_chart = move || drawn.with(|drawn| matches!(drawn, DrawnChart::FinishedChart(_)));
    let way = StoredValue::new(way);
    let picture = match instead {
        Some(instead) => instead,
        None => live(move || {
            chart_of(drawn).map(|chart| {
                let spots = chart.picture.spots.clone();
                let spots = (!spots.is_empty()).then(|| view! { <ChartSpots spots/> });
                view! { <Drawing picture=chart.picture/> {spots} }
            })
        })
        .into_any(),
    };
    view! {
        <section class="card chart" data-testid=format!("chart-{name}")>
            <div class="chart-head">
                <h2>{live(move || drawn.with(|drawn| drawn.title().to_owned()))}</h2>
                {choices}
                {when(has_chart, move || view! { <ChartTools name drawn is_open/> })}
            </div>
            <figure>
                <figcaption>{live(move || drawn.with(|drawn| match drawn {
                    DrawnChart::FinishedChart(chart) => chart.finding.clone(),
                    DrawnChart::Empty(_, why) => why.clone(),
                }))}</figcaption>
                <div class="chart-place" node_ref=place>{picture}</div>
                {live(move || chart_of(drawn).map(|chart| view! {
                    <LegendLine legend=chart.legend notes=chart.notes/>
                }))}
            </figure>
            {when(move || !has_chart(), move || way.get_value().map(|(label, page)| {
                let href = Route::Project(session.project(), page).to_string();
                view! { <p><a class="button" href=href>{ui.t(label)}</a></p> }
            }))}
            {live(move || chart_of(drawn).map(|chart| view! { <ChartRows name chart is_open/> }))}
        </section>
    }
}

fn chart_of(drawn: Memo<DrawnChart>) -> Option<FinishedChart> {
    match drawn.get() {
        DrawnChart::FinishedChart(chart) => Some(*chart),
        DrawnChart::Empty(..) => None,
    }
}

/// How wide the place of a picture is, as it stands; on paper the usual width.
fn measured(ui: Ui, place: NodeRef<html::Div>) -> Signal<i64> {
    let width = RwSignal::new(USUAL);
    let measure = move || {
        if let Some(element) = place.get_untracked() {
            let room = i64::from(element.client_width());
            if room > 0 {
                width.set(room.clamp(LEAST, MOST));
            }
        }
    };
    Effect::new(move |_| {
        if place.get().is_some() {
            life::next_frame(measure);
        }
    });
    life::hear_any(&["resize"], move |_| measure());
    Signal::derive(move || {
        if ui.on_paper.get() {
            USUAL
        } else {
            width.get()
        }
    })
}

/// A picture, for the eye alone.
#[component]
pub(in crate::ui) fn Drawing(picture: Picture) -> impl IntoView {
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    let view_box = format!("0 0 {width} {height}");
    let shapes = picture.shapes.into_iter().map(drawn_shape);
    view! {
        <svg class="drawing" width=width height=height viewBox=view_box aria-hidden="true">
            {shapes.collect::<Vec<_>>()}
        </svg>
    }
}

fn drawn_shape(shape: ChartShape) -> AnyView {
    match shape {
        ChartShape::Path(way, ink) => view! {
            <path d=way data-fill=ink.fill.name() data-stroke=ink.stroke.name()
                stroke-width=ink.width stroke-dasharray=Some(ink.dash).filter(|dash| !dash.is_empty())></path>
        }
        .into_any(),
        ChartShape::ChartWord(word) => view! {
            <text x=word.x.to_string() y=word.y.to_string() text-anchor=word.anchor.name()
                data-fill=word.tone.name() font-weight=word.is_strong.then_some("600")>{word.text}</text>
        }
        .into_any(),
    }
}

#[component]
fn LegendLine(legend: Vec<Legend>, notes: Vec<String>) -> impl IntoView {
    let entry = |one: Legend| view! { <li><Drawing picture=one.mark/> {one.text}</li> };
    let legend = (!legend.is_empty()).then(|| {
        view! {
            <ul class="chart-legend">{legend.into_iter().map(entry).collect::<Vec<_>>()}</ul>
        }
    });
    let note = |note: String| view! { <p class="hint">{note}</p> };
    view! { {legend} {notes.into_iter().map(note).collect::<Vec<_>>()} }
}

fn table_id(name: &str) -> String {
    format!("table-of-{name}")
}

/// The ways to take a chart along: its table, its picture, its figures.
#[component]
fn ChartTools(
    name: &'static str,
    drawn: Memo<DrawnChart>,
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let save = move |as_svg: bool| {
        if let Some(chart) = untrack(|| chart_of(drawn)) {
            save_chart(ui, session, name, &chart, as_svg);
        }
    };
    let copy = move || {
        if let Some(chart) = untrack(|| chart_of(drawn)) {
            let (text, markup) = (chart.table.tabbed(), chart.table.markup());
            life::to_the_end((ui, text, markup), copy_and_tell);
        }
    };
    let save_as = move |kind: Label, hook: &'static str, as_svg: bool| {
        let how = ui.filled(texts::charts::SAVE_AS, "kind", move || {
            ui.text(kind).to_owned()
        });
        view! {
            <button type="button" class="small" data-testid=hook aria-label=how title=how
                on:click=press(move || save(as_svg))>
                {ui.t(kind)}
            </button>
        }
    };
    view! {
        <span class="chart-tools no-print">
            <button type="button" class="small" aria-expanded=move || is_open.get().to_string()
                aria-controls=table_id(name) data-testid="chart-table"
                on:click=press(move || is_open.update(|open| *open = !*open))>
                {ui.t(texts::charts::AS_TABLE)}
            </button>
            {save_as(texts::charts::AS_SVG, "chart-svg", true)}
            {save_as(texts::charts::AS_PNG, "chart-png", false)}
            <button type="button" class="small" data-testid="chart-copy" aria-label=ui.t(texts::charts::COPY_TABLE)
                title=ui.t(texts::charts::COPY_TABLE) on:click=press(copy)>
                {ui.t(texts::charts::COPY)}
            </button>
        </span>
    }
}

fn save_chart(ui: Ui, session: Session, name: &'static str, chart: &FinishedChart, as_svg: bool) {
    let (lang, now) = (ui.lang.get_untracked(), ui.now());
    let project = untrack(|| session.shown_project_name());
    let short = chart.title.split(['：', ':']).next().unwrap_or(name);
    let file = plain_name(&project, short, now);
    let file = file.trim_end_matches(".json");
    let as_of = texts::fill(
        texts::forms::DATA_AS_OF,
        lang,
        &[("time", &minute_text(now))],
    );
    let (svg, width, height) = svg_file(chart, &Imprint { project, as_of });
    if as_svg {
        crate::storage::download(&format!("{file}.svg"), &svg, "image/svg+xml");
    } else {
        let work = (ui, format!("{file}.png"), (svg, width, height));
        life::to_the_end(work, make_picture);
    }
}

async fn make_picture((ui, name, (svg, width, height)): (Ui, String, (String, i64, i64))) {
    if !crate::storage::save_picture(&name, &svg, width, height).await {
        let lang = ui.lang.get_untracked();
        ui.notices
            .warn(texts::charts::NO_PICTURE.text(lang).to_owned());
    }
}

async fn copy_and_tell((ui, text, markup): (Ui, String, String)) {
    let lang = ui.lang.get_untracked();
    if crate::storage::copy_table(&text, &markup).await {
        ui.notices
            .info(texts::charts::TABLE_COPIED.text(lang).to_owned());
    } else {
        ui.notices
            .warn(texts::frame::COPY_BY_HAND.text(lang).to_owned());
    }
}

/// The figures as a table: on the page once they are asked for, for a reader always.
#[component]
fn ChartRows(name: &'static str, chart: FinishedChart, is_open: RwSignal<bool>) -> impl IntoView {
    let head = chart.table.head.into_iter();
    let head = head.map(|text| view! { <th scope="col">{text}</th> });
    let rows = Signal::stored(numbered(chart.table.rows));
    let key = |(at, _): &(usize, Vec<String>)| at.to_string();
    let row = |(_, cells): (usize, Vec<String>)| {
        let mut cells = cells.into_iter();
        let first = cells
            .next()
            .map(|text| view! { <th scope="row">{text}</th> });
        let rest = cells.map(|text| view! { <td>{text}</td> });
        view! { <tr>{first} {rest.collect::<Vec<_>>()}</tr> }.into_any()
    };
    let title = chart.title.clone();
    view! {
        <div class="chart-rows" id=table_id(name) class:hidden=move || !is_open.get()
            role="region" aria-label=title tabindex=move || is_open.get().then_some("0")>
            <table class="list-table">
                <caption class="hidden">{chart.title}</caption>
                <thead><tr>{head.collect::<Vec<_>>()}</tr></thead>
                <tbody>{Window::of_lines(Within::Table).list(rows, key, row)}</tbody>
            </table>
        </div>
    }
}

/// A choice between ways to draw: a button for each, the chosen one pressed.
#[component]
pub(in crate::ui) fn ChartChoice(
    /// What each is called, and how it is named in tests.
    ways: Vec<(Label, &'static str)>,
    chosen: RwSignal<usize>,
) -> impl IntoView {
    let ui = ui();
    let button = move |(at, (label, name)): (usize, (Label, &'static str))| {
        view! {
            <button type="button" class="small" data-testid=name aria-pressed=move || (chosen.get() == at).to_string()
                on:click=press(move || chosen.set(at))>{ui.t(label)}</button>
        }
    };
    let ways = ways.into_iter().enumerate().map(button);
    view! {
        <span class="chart-choice no-print" role="group" aria-label=ui.t(texts::charts::CHOOSE_VIEW)>
            {ways.collect::<Vec<_>>()}
        </span>
    }
}
