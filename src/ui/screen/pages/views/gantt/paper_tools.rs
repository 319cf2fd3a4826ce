//! Paper, width, print and the pictures; what takes many pages is asked about first.

use super::chart::Chart;
use super::paper::{MOST_PAGES, count};
use super::pictures::save_picture;
use crate::analysis::standing::plan_view::PlanLine;
use crate::model::template::Label;
use crate::ui::gantt::PaperSize;
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::screen::base::{dom, life};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// More pages than this are asked about.
const ASKED_PAGES: usize = 40;

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
    // How many pages it would be, while that is asked about.
    let many = RwSignal::new(None);
    let ask = move || match count(chart) {
        pages if pages > ASKED_PAGES => many.set(Some(pages)),
        _ => print(chart),
    };
    let picture = move |name: &'static str, label: Label, as_svg: bool| {
        view! {
            <button type="button" data-testid=name on:click=press(move || save_picture(chart, as_svg))>
                {ui.t(label)}
            </button>
        }
    };
    view! {
        <details class="identity gantt-print">
            <summary data-testid="gantt-print" on:click=on(move |_: web_sys::MouseEvent| many.set(None))>
                {ui.t(texts::gantt::PRINT_CHART)}
            </summary>
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
                {live(move || match many.get() {
                    Some(pages) => view! { <ManyPages chart pages many/> }.into_any(),
                    None => view! {
                        <button type="button" class="primary" data-testid="print" on:click=press(ask)>
                            {ui.t(texts::gantt::PRINT_CHART)}
                        </button>
                    }.into_any(),
                })}
                <hr/>
                {picture("save-picture", texts::paper::AS_SVG_FILE, true)}
                {picture("save-png", texts::paper::AS_PNG_FILE, false)}
            </div>
        </details>
    }
}

fn print(chart: Chart) {
    dom::close_popover();
    dom::print(chart.ui.on_paper);
}

/// What to do where it takes many pages; beyond what can be made at once all of them are not offered.
#[component]
fn ManyPages(chart: Chart, pages: usize, many: RwSignal<Option<usize>>) -> impl IntoView {
    let ui = chart.ui;
    let after = move || {
        many.set(None);
        life::next_frame(move || print(chart));
    };
    let critical = move || {
        chart.frame.change(|shown| shown.is_critical = true);
        after();
    };
    let headings = move || {
        let words: Vec<String> = chart.frame.lines.with_untracked(|lines| {
            let headings = lines.lines.iter().filter_map(|line| match line {
                PlanLine::Heading(heading) => Some(heading.group.word().to_owned()),
                PlanLine::Task(_) => None,
            });
            headings.collect()
        });
        chart.frame.change(|shown| shown.shut = words);
        after();
    };
    let label = match pages > MOST_PAGES {
        true => texts::paper::TOO_MANY_PAGES,
        false => texts::paper::MANY_PAGES,
    };
    let said = move || {
        let (n, most) = (pages.to_string(), MOST_PAGES.to_string());
        ui.fill(label, &[("n", &n), ("most", &most)])
    };
    view! {
        <p role="alert" data-testid="many-pages">{live(said)}</p>
        {(pages <= MOST_PAGES).then(|| view! {
            <button type="button" data-testid="print-all" on:click=press(after)>
                {ui.t(texts::paper::PRINT_ALL_PAGES)}
            </button>
        })}
        <button type="button" data-testid="print-critical" on:click=press(critical)>
            {ui.t(texts::paper::PRINT_CRITICAL)}
        </button>
        <button type="button" data-testid="print-headings" on:click=press(headings)>
            {ui.t(texts::paper::PRINT_HEADINGS)}
        </button>
        <button type="button" data-testid="print-none" on:click=press(move || many.set(None))>
            {ui.t(texts::gantt::DROP_MOVE)}
        </button>
    }
}
