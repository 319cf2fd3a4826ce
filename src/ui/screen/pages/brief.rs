//! 一页简报: the sheet of paper for the sponsor, who never opens the app.

use super::overview::panels::{AnswersPanel, Milestones, ProgressPanel};
use super::overview::{ComingUp, Matters, TimeStrip, Verdict, part_of};
use crate::analysis::inbox::sponsor::waits_for_sponsor;
use crate::analysis::words::names::{quoted, record_name, value_text};
use crate::model::RecordId;
use crate::model::template::{Form, minute_text};
use crate::state::Session;
use crate::templates::{charter, issue, metric};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, title, with_whole_days};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::prelude::*;

/// 一页简报, as it is printed.
#[component]
pub(in crate::ui) fn Brief() -> impl IntoView {
    let ui = ui();
    let session = session();
    let standing = Memo::new(move |_| {
        let now = session.now();
        session.watch(|log| crate::analysis::standing::health::standing(log, now))
    });
    let matters = Memo::new(move |_| {
        let now = session.now();
        session.watch(|log| crate::analysis::standing::matters::matters(log, now))
    });
    let goal = move || {
        let goal =
            session.watch(|log| Form::new(log, charter::record()).get(charter::GOAL_STATEMENT));
        quoted(goal.unwrap_or_default())
    };
    super::printing::foot_of_paper(move || session.project_name());
    view! {
        <header class="page-head">
            <h1>{ui.t(texts::standing::BRIEF)}</h1>
            <button type="button" class="primary" data-testid="print"
                on:click=move |_| crate::ui::screen::base::dom::print(ui.on_paper)>
                {ui.t(texts::standing::PRINT)}
            </button>
        </header>
        <article class="paper brief">
            <h1>{live(move || session.project_name())}</h1>
            <p class="goal">{goal}</p>
            <p>{move || dates(ui, session)}</p>
            {live(move || part_of(session).map(|label| view! {
                <p class="notice" data-kind="warning" data-testid="partial">{ui.text(label)}</p>
            }))}
            <Verdict standing matters/>
            <TimeStrip/>
            <Metrics/>
            <Milestones/>
            <Matters matters/>
            <ForSponsor/>
            <OpenIssues/>
            <ComingUp/>
            <div class="two"><ProgressPanel standing/><AnswersPanel/></div>
            <p class="hint">{ui.filled(texts::forms::DATA_AS_OF, "time", move || minute_text(session.now()))}</p>
            <p class="signature">{ui.t(texts::forms::SIGNATURE)}</p>
        </article>
    }
}

/// From when to when the project is planned.
fn dates(ui: Ui, session: Session) -> String {
    session.watch(|log| {
        let form = Form::new(log, charter::record());
        let day = |key| {
            let day: Option<chrono::NaiveDate> = form.get(key);
            day.map(|day| day.to_string()).unwrap_or_default()
        };
        let (from, to) = (day(charter::PLANNED_START), day(charter::PLANNED_END));
        ui.fill(texts::mail::MAIL_DATES, &[("from", &from), ("to", &to)])
    })
}

/// What waits for the sponsor.
#[component]
fn ForSponsor() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let asked = Memo::new(move |_| {
        let today = session.now().date_naive();
        session.watch(|log| waits_for_sponsor(log, today))
    });
    view! {
        <section>
            <h2>{ui.t(texts::standing::FOR_SPONSOR)}</h2>
            {live(move || asked.with(Vec::is_empty).then(|| view! {
                <p>{ui.t(texts::standing::FOR_SPONSOR_NONE)}</p>
            }))}
            <Names records=asked/>
        </section>
    }
}

/// The issues that somebody still has to do something about.
#[component]
fn OpenIssues() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let open = Memo::new(move |_| {
        session.watch(|log| {
            let is_open = |one: &RecordId| issue::is_open(&Form::new(log, one.clone()));
            let names = log.rows(issue::ISSUE.kind).into_iter().filter(is_open);
            names.collect::<Vec<_>>()
        })
    });
    live(move || {
        open.with(|open| !open.is_empty()).then(|| {
            view! {
                <section>
                    <h2>{ui.t(texts::standing::OPEN_ISSUES)}</h2>
                    <Names records=open/>
                </section>
            }
        })
    })
}

/// Records by name, a line each.
#[component]
fn Names(records: Memo<Vec<RecordId>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let name = move |record: RecordId| {
        let name = move || session.watch(|log| record_name(log, &record, ui.lang.get()));
        view! { <li>{live(move || title(name()))}</li> }.into_any()
    };
    view! { <ul>{Window::of_lines(Within::List).list(records, RecordId::to_string, name)}</ul> }
}

/// What of a metric stands on paper.
const COLUMNS: [&str; 5] = [
    metric::NAME.name,
    metric::DIRECTION.name,
    metric::TARGET_VALUE.name,
    metric::UNIT.name,
    metric::ACTUAL_VALUE.name,
];

/// 衡量指标: what the goal is measured by.
#[component]
fn Metrics() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rows = Memo::new(move |_| session.rows(metric::KIND));
    let fields = || {
        let known = &metric::METRIC;
        let find = |key: &&str| known.fields.iter().find(|field| field.key == *key);
        COLUMNS.iter().filter_map(find)
    };
    let line = move |record: RecordId| {
        live(move || {
            let cells = session.watch(|log| {
                let form = Form::new(log, record.clone());
                let lang = ui.lang.get();
                let text =
                    |field| value_text(log, field, &form.value(field.key), seen_from_here(lang));
                fields().map(text).collect::<Vec<_>>()
            });
            let cells = cells
                .into_iter()
                .map(|cell| view! { <td>{with_whole_days(&cell)}</td> });
            view! { <tr>{cells.collect::<Vec<_>>()}</tr> }
        })
        .into_any()
    };
    let window = Window::of_lines(Within::Table);
    live(move || {
        rows.with(|rows| !rows.is_empty()).then(|| {
            let head = fields().map(|field| view! { <th scope="col">{ui.t(field.label)}</th> });
            view! {
                <section>
                    <h2>{ui.t(texts::standing::METRICS)}</h2>
                    <table class="list-table" aria-label=ui.t(texts::standing::METRICS)>
                        <thead><tr>{head.collect::<Vec<_>>()}</tr></thead>
                        <tbody>{window.list(rows, RecordId::to_string, line)}</tbody>
                    </table>
                </section>
            }
        })
    })
}
