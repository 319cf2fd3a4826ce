//! The lines that were noted under something, each with the record it became.

use super::AtMeeting;
use crate::model::RecordId;
use crate::model::template::{Form, STATUS};
use crate::templates::minutes_item;
use crate::ui::letter::line_said;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use leptos::prelude::*;

/// The lines about a record, or those about none.
#[component]
pub(super) fn Lines(at: AtMeeting, about: Option<RecordId>) -> impl IntoView {
    let session = session();
    let rows = Memo::new(move |_| {
        let Some(minutes) = at
            .held
            .with(|held| held.as_ref().map(|held| held.minutes.clone()))
        else {
            return Vec::new();
        };
        session.watch(|log| {
            let lines = minutes_item::lines_of(&Form::new(log, minutes));
            let is_its = |line: &Form<'_>| line.get(minutes_item::ABOUT) == about;
            let its = lines.into_iter().filter(is_its);
            its.map(|line| line.record().clone()).collect::<Vec<_>>()
        })
    });
    let line = |record: RecordId| view! { <NotedLine record/> }.into_any();
    live(move || {
        let is_any = rows.with(|rows| !rows.is_empty());
        is_any.then(|| {
            view! {
                <ul class="result-lines">{Window::of_rows(Within::List).list(rows, RecordId::to_string, line)}</ul>
            }
        })
    })
}

#[component]
fn NotedLine(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record.clone());
    let sort = move || {
        session.watch(|log| {
            let key = Form::new(log, id.get_value())
                .get(minutes_item::SORT)
                .unwrap_or_default();
            ui.text(minutes_item::sort_of(&key).choice.label)
        })
    };
    let said =
        move || session.watch(|log| line_said(&Form::new(log, id.get_value()), ui.lang.get()));
    let became = move || {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let became = form.referred(minutes_item::BECAME)?;
            let code = crate::analysis::display_code(log, became.record());
            let href = Ui::href(session.project(), became.record());
            let is_draft = became.has(STATUS) && !code.is_empty();
            let label = if code.is_empty() {
                "→".to_owned()
            } else {
                format!("→ {code}")
            };
            Some(view! { <a href=href class:hint=is_draft>{label}</a> })
        })
    };
    let before = Memo::new(move |_| {
        session.watch(|log| {
            let line = Form::new(log, id.get_value());
            minutes_item::said_before(&line).map(|one| line_said(&one, ui.lang.get()))
        })
    });
    let repeats = move || {
        let before = before.get()?;
        Some(ui.fill(texts::meeting::MAYBE_TWICE, &[("line", &before)]))
    };
    let take_back = move || {
        session.take_line_back(&id.get_value());
    };
    view! {
        <li data-testid="noted-line" data-record=record.to_string()>
            <span class="chip">{live(sort)}</span> " " <bdi>{live(said)}</bdi> " " {live(became)} " "
            {live(move || repeats().map(|said| view! {
                <span class="late no-print" data-testid="maybe-twice">{said}</span> " "
            }))}
            <button type="button" class="link no-print" on:click=press(take_back)>
                {live(move || ui.text(match before.with(Option::is_some) {
                    true => texts::meeting::KEEP_ONE,
                    false => texts::meeting::TAKE_BACK,
                }))}
            </button>
        </li>
    }
}
