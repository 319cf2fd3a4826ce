//! 一页简报: the sheet of paper for the sponsor, who never opens the app.

use super::overview::panels::{AnswersPanel, HealthPanel, Milestones, ProgressPanel};
use super::overview::part_of;
use crate::model::RecordId;
use crate::model::template::{Form, minute_text};
use crate::templates::{charter, issue};
use crate::ui::context::{session, ui};
use crate::ui::names::record_name;
use crate::ui::pieces::live;
use crate::ui::{shell, texts};
use leptos::prelude::*;

/// The page.
#[component]
pub(in crate::ui) fn Brief() -> impl IntoView {
    let ui = ui();
    let session = session();
    let now = session.now();
    let standing =
        Memo::new(move |_| session.watch(|log| crate::analysis::health::standing(log, now)));
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
                texts::MAIL_DATES,
                &[
                    ("from", &day(charter::PLANNED_START)),
                    ("to", &day(charter::PLANNED_END)),
                ],
            )
        })
    };
    let open = move || {
        session.watch(|log| {
            let is_open = |one: &RecordId| issue::is_open(&Form::new(log, one.clone()));
            let names = log.rows(issue::ISSUE.kind).into_iter().filter(is_open);
            names
                .map(|issue| record_name(log, &issue, ui.lang.get()))
                .collect::<Vec<_>>()
        })
    };
    super::paper::foot_of_paper(move || shell::project_name(session));
    view! {
        <header class="page-head no-print"><h1>{ui.t(texts::BRIEF)}</h1>
            <button type="button" class="primary" data-testid="print" on:click=|_| { let _ = window().print(); }>{ui.t(texts::PRINT)}</button></header>
        <article class="paper brief">
            <h1>{live(move || shell::project_name(session))}</h1>
            <p class="goal">{move || charter_text(charter::GOAL_STATEMENT)}</p>
            <p>{dates}</p>
            {live(move || part_of(session).map(|label| view! { <p class="notice" data-kind="warning" data-testid="partial">{ui.text(label)}</p> }))}
            <div class="figures"><HealthPanel standing/><ProgressPanel standing/><AnswersPanel/></div>
            <Milestones/>
            {live(move || { let open = open(); (!open.is_empty()).then(|| view! {
                <section><h2>{ui.text(texts::OPEN_ISSUES)}</h2><ul>{open.into_iter().map(|name| view! { <li>{name}</li> }).collect::<Vec<_>>()}</ul></section>
            }) })}
            <p class="hint">{ui.filled(texts::DATA_AS_OF, "time", move || minute_text(now))}</p>
            <p class="signature">{ui.t(texts::SIGNATURE)}</p>
        </article>
    }
}
