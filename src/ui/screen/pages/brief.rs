//! 一页简报: the sheet of paper for the sponsor, who never opens the app.

use super::overview::panels::{AnswersPanel, HealthPanel, Milestones, ProgressPanel};
use super::overview::part_of;
use crate::analysis::words::names::{quoted, record_name};
use crate::model::RecordId;
use crate::model::template::{Form, minute_text};
use crate::templates::{charter, issue};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::live;
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
    let charter_text = move |key| {
        session.watch(|log| {
            Form::new(log, charter::record())
                .get(key)
                .unwrap_or_default()
        })
    };
    let dates = move || {
        session.watch(|log| {
            let form = Form::new(log, charter::record());
            let day = |key| {
                form.get(key)
                    .map(|day: chrono::NaiveDate| day.to_string())
                    .unwrap_or_default()
            };
            ui.fill(
                texts::mail::MAIL_DATES,
                &[
                    ("from", &day(charter::PLANNED_START)),
                    ("to", &day(charter::PLANNED_END)),
                ],
            )
        })
    };
    let open = Memo::new(move |_| {
        session.watch(|log| {
            let is_open = |one: &RecordId| issue::is_open(&Form::new(log, one.clone()));
            let names = log.rows(issue::ISSUE.kind).into_iter().filter(is_open);
            names.collect::<Vec<_>>()
        })
    });
    let is_any = Memo::new(move |_| open.with(|open| !open.is_empty()));
    let name = move |issue: RecordId| {
        let name = move || session.watch(|log| record_name(log, &issue, ui.lang.get()));
        view! { <li>{live(name)}</li> }.into_any()
    };
    super::paper::foot_of_paper(move || session.project_name());
    view! {
        <header class="page-head no-print">
            <h1>{ui.t(texts::standing::BRIEF)}</h1>
            <button type="button" class="primary" data-testid="print"
                on:click=move |_| crate::ui::screen::base::dom::print(ui.on_paper)>
                {ui.t(texts::standing::PRINT)}
            </button>
        </header>
        <article class="paper brief">
            <h1>{live(move || session.project_name())}</h1>
            <p class="goal">{move || quoted(charter_text(charter::GOAL_STATEMENT))}</p>
            <p>{dates}</p>
            {live(move || part_of(session).map(|label| view! {
                <p class="notice" data-kind="warning" data-testid="partial">{ui.text(label)}</p>
            }))}
            <div class="figures"><HealthPanel standing/><ProgressPanel standing/><AnswersPanel/></div>
            <Milestones/>
            {live(move || is_any.get().then(|| view! {
                <section>
                    <h2>{ui.t(texts::standing::OPEN_ISSUES)}</h2>
                    <ul>{Window::of_lines(Within::List).list(open, RecordId::to_string, name)}</ul>
                </section>
            }))}
            <p class="hint">{ui.filled(texts::forms::DATA_AS_OF, "time", move || minute_text(session.now()))}</p>
            <p class="signature">{ui.t(texts::forms::SIGNATURE)}</p>
        </article>
    }
}
