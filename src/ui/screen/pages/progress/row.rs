//! One task of the page: what was said of it last, and the update of it under the line.

use super::ProgressTold;
use crate::analysis::inbox::updates::RunningTask;
use crate::analysis::words::names::{record_name, short_name};
use crate::analysis::words::typed::plain;
use crate::model::template::{Form, Label, Tone};
use crate::model::{FieldKey, RecordId};
use crate::templates::{progress, task};
use crate::ui::letter::{newest_said, update_said};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::icons::tone_key;
use crate::ui::screen::base::long::long_text;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::head::late_by;
use crate::ui::screen::form::update::{ProgressUpdate, is_half_said};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;

/// Earlier words shown under the update.
const EARLIER: usize = 3;

/// How sure somebody was, with the look of it.
fn sureness(key: &str) -> Option<(&'static str, Label)> {
    let tones = [Tone::Ok, Tone::Warn, Tone::Danger];
    let mut all = progress::CONFIDENCES.iter().zip(tones);
    let (choice, tone) = all.find(|(choice, _)| choice.key == key)?;
    Some((tone_key(tone), choice.label))
}

/// The line of a task, and what unfolds under it. It is a body of its own, so that both stay together.
#[component]
pub(super) fn TaskRow(task: RecordId, told: Memo<ProgressTold>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(task.clone());
    let own = task.clone();
    let stands = Memo::new(move |_| {
        told.with(|told| told.tasks.iter().find(|one| one.task == own).cloned())
    });
    let is_open = RwSignal::new(is_half_said(ui, session, &task));
    let author = author_of(session);
    let may = Memo::new(move |_| {
        author.get();
        session.may_note_progress(&id.get_value())
    });
    let name = move || session.watch(|log| record_name(log, &id.get_value(), ui.lang.get()));
    let late = move || {
        let days = stands.with(|one| one.as_ref().map_or(0, |one| one.late_days));
        late_by(ui, days)
    };
    let owner = move || {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let owner = form.referred(task::OWNER);
            owner.map(|owner| short_name(log, owner.record(), ui.lang.get()))
        })
    };
    let percent = move || {
        let held = plain(&session.value(&id.get_value(), &FieldKey::of(task::PERCENT.name)));
        (!held.is_empty()).then(|| format!("{held}%"))
    };
    let sure = move || {
        let key = session.watch(|log| {
            progress::newest(&Form::new(log, id.get_value()))?.get(progress::CONFIDENCE)
        });
        let look = key.and_then(|key| sureness(&key));
        look.map(|(tone, label)| view! { <span class="chip" data-tone=tone>{ui.t(label)}</span> })
    };
    view! {
        <tbody data-testid="progress-row" data-record=task.to_string()
            data-updated=move || stands.with(|one| one.as_ref().is_some_and(|one| one.is_updated)).to_string()>
            <tr>
                <td><a href=Ui::href(session.project(), &task)><bdi>{live(name)}</bdi></a> {live(late)}</td>
                <td>{live(owner)}</td>
                <td class="when">{live(percent)}</td>
                <td>{live(sure)}</td>
                <td><LastWord task=task.clone() stands/></td>
                <td class="no-print">
                    {when(move || may.get(), move || view! {
                        <button type="button" class="small" data-testid="update-progress"
                            aria-expanded=move || is_open.get().to_string()
                            on:click=press(move || is_open.update(|open| *open = !*open))>
                            {ui.t(texts::mail::ASK_PROGRESS)}
                        </button>
                    })}
                </td>
            </tr>
            {when(move || is_open.get() && may.get(), move || view! {
                <tr class="no-print">
                    <td colspan="6"><ProgressUpdate task=id.get_value()/> <Earlier task=id.get_value()/></td>
                </tr>
            })}
        </tbody>
    }
}

/// What was said last; of a task of which nothing was heard since the meeting, for how long.
#[component]
fn LastWord(task: RecordId, stands: Memo<Option<RunningTask>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(task);
    let said = move || {
        session
            .watch(|log| newest_said(log, &id.get_value(), ui.lang.get()))
            .map(long_text)
    };
    let silent = move || {
        let days = stands.with(|one| {
            one.as_ref()
                .filter(|one| !one.is_updated)
                .map(|one| one.silent_days)
        })?;
        Some(match days.filter(|days| *days > 0) {
            Some(days) => ui.fill(texts::progress::SILENT_FOR, &[("n", &days.to_string())]),
            None => ui.text(texts::progress::NOT_UPDATED).to_owned(),
        })
    };
    let is_silent = Memo::new(move |_| silent().is_some());
    view! {
        {live(said)}
        {when(move || is_silent.get(), move || view! {
            " " <span class="hint">{live(silent)}</span>
        })}
    }
}

/// What was said before.
#[component]
fn Earlier(task: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let lines = move || {
        session.watch(|log| {
            let form = Form::new(log, task.clone());
            let updates = progress::updates_of(&form).into_iter().rev().skip(1);
            let said = updates
                .take(EARLIER)
                .map(|update| update_said(&update, ui.lang.get()));
            said.collect::<Vec<_>>()
        })
    };
    let line = |said: String| view! { <li>{said}</li> };
    live(move || {
        let lines = lines();
        (!lines.is_empty()).then(|| view! {
            <ul class="hint updates-before">{lines.into_iter().map(line).collect::<Vec<_>>()}</ul>
        })
    })
}
