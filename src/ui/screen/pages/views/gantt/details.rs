//! V3: what is to be known of the task with the caret, over the chart.

use super::chart::Chart;
use crate::analysis::standing::schedule::{PlanTask, Schedule};
use crate::analysis::words::names::record_name;
use crate::model::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Label, Lang};
use crate::templates::task;
use crate::ui::gantt::day_said;
use crate::ui::letter::expected_said;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::pieces::{list, live, press};
use crate::ui::screen::pages::views::frame::schedule_now;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// So many tasks are named before and after.
const NAMED: usize = 6;

/// A line: what it is about and what it says.
type DetailLine = (String, String);

/// The panel.
#[component]
pub(super) fn Details(chart: Chart) -> impl IntoView {
    let ui = chart.ui;
    let told = Memo::new(move |_| {
        let schedule = schedule_now(chart.session);
        let Some(place) = chart.active_task() else {
            return (String::new(), Vec::new());
        };
        let lang = ui.lang.get();
        chart.session.read(|log| {
            let record = &schedule.plan.tasks[place as usize].record;
            (
                record_name(log, record, lang),
                told(ui, log, &schedule, place),
            )
        })
    });
    let href = move || {
        let record: Option<RecordId> = chart.active.get().parse().ok();
        record.map(|record| Ui::href(chart.session.project(), &record))
    };
    let close = move || {
        chart.detail.set(false);
        crate::ui::screen::base::dom::focus_soon("#gantt".into());
    };
    let key = |line: &DetailLine| format!("{} {}", line.0, line.1);
    let line = |(what, said): DetailLine| {
        view! { <li><span class="detail-what">{what}</span> <span>{said}</span></li> }.into_any()
    };
    view! {
        <aside class="gantt-details" data-testid="gantt-detail" aria-label=move || told.with(|told| {
            ui.fill(texts::gantt::DETAILS_OF, &[("name", &told.0)])
        })>
            <header class="move-head">
                <h2>{live(move || told.with(|told| told.0.clone()))}</h2>
                <button type="button" class="icon-button" aria-label=ui.t(texts::gantt::SHUT_DETAILS)
                    on:click=press(close)>
                    "×"
                </button>
            </header>
            <ul>{list(move || told.with(|told| told.1.clone()), key, line)}</ul>
            <p class="answers">
                <button type="button" on:click=press(move || super::keys::begin_by_button(chart, false))>
                    {ui.t(texts::gantt::OTHER_DATES)}
                </button>
                <a class="button" data-testid="open-whole" href=href>{ui.t(texts::gantt::OPEN_WHOLE)}</a>
            </p>
        </aside>
    }
}

fn told(ui: Ui, log: &Log, schedule: &Schedule, place: u32) -> Vec<DetailLine> {
    let lang = ui.lang.get();
    let read = &schedule.plan.tasks[place as usize];
    let form = Form::new(log, read.record.clone());
    let named = |label: Label, said: String| (label.text(lang).to_owned(), said);
    let mut all = Vec::new();
    if let Some(owner) = &read.owner {
        let name = crate::analysis::words::names::short_name(log, owner, lang);
        all.push(named(texts::gantt::COLUMN_OWNER, name));
    }
    all.extend(
        read.original
            .map(|dates| named(texts::gantt::ORIGINAL_PLAN, span(dates, lang))),
    );
    all.extend(
        read.planned
            .map(|dates| named(texts::gantt::CURRENT_PLAN, span(dates, lang))),
    );
    all.extend(actual(read, lang).map(|said| named(texts::gantt::ACTUAL_DATES, said)));
    let expected = expected_said(log, schedule, &read.record, lang);
    all.extend(expected.into_iter().enumerate().map(|(at, said)| {
        let what = if at == 0 {
            texts::schedule::SCHEDULE_TITLE.text(lang)
        } else {
            ""
        };
        (what.to_owned(), said)
    }));
    if let Some(issue) = form.get(task::BLOCKED_BY_ISSUE) {
        all.push(named(
            texts::gantt::HELD_BY_TITLE,
            record_name(log, &issue, lang),
        ));
    }
    let network = &schedule.plan.network;
    let side = |links: &[u32], is_before: bool| {
        let ids = links.iter().take(NAMED).map(|at| {
            let link = network.link(*at);
            let other = if is_before { link.from } else { link.to };
            let (first, last) = schedule.dates(other);
            let (label, day) = match is_before {
                true => (texts::schedule::ENDS_THEN, last),
                false => (texts::schedule::BEGINS, first),
            };
            let name = record_name(log, &schedule.plan.tasks[other as usize].record, lang);
            let when = texts::fill(label, lang, &[("day", &day_said(day, lang))]);
            format!("{name} {when}")
        });
        ids.collect::<Vec<String>>()
    };
    let both = [
        (
            texts::schedule::COMES_BEFORE,
            side(network.before(place), true),
        ),
        (
            texts::schedule::COMES_AFTER,
            side(network.after(place), false),
        ),
    ];
    for (label, names) in both {
        all.extend(
            names
                .into_iter()
                .enumerate()
                .map(|(at, name)| (if at == 0 { label.text(lang) } else { "" }.to_owned(), name)),
        );
    }
    all
}

fn span((first, last): (NaiveDate, NaiveDate), lang: Lang) -> String {
    let (from, to) = (day_said(first, lang), day_said(last, lang));
    texts::fill(
        texts::gantt::BAR_FROM_TO,
        lang,
        &[("from", &from), ("to", &to)],
    )
}

fn actual(read: &PlanTask, lang: Lang) -> Option<String> {
    let first = read.actual_start?;
    Some(match read.actual_end {
        Some(last) => span((first, last), lang),
        None => texts::fill(
            texts::gantt::ACTUAL_SINCE,
            lang,
            &[("from", &day_said(first, lang))],
        ),
    })
}
