//! 更新进展: a row for each task that somebody is asked about, answered where it stands.

use crate::analysis::inbox::updates::MeetingRound;
use crate::analysis::words::names;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::ui::letter::newest_said;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::form::head::{late_by, late_days};
use crate::ui::screen::form::update::ProgressUpdate;
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;

/// The tasks, the late ones first.
#[component]
pub(super) fn Updates(tasks: Memo<Vec<RecordId>>) -> impl IntoView {
    let ui = ui();
    let count = move || tasks.with(Vec::len).to_string();
    let row = |task: RecordId| view! { <UpdateRow task/> }.into_any();
    view! {
        <p class="hint">{ui.filled(texts::progress::IN_PROGRESS_N, "n", count)}</p>
        <ul class="updates">
            {Window::of_rows(Within::List).list(tasks, RecordId::to_string, row)}
        </ul>
    }
}

#[component]
fn UpdateRow(task: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(task.clone());
    let hook = task.to_string();
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let late = move || late_by(ui, late_days(session, &id.get_value()));
    let last = move || {
        let said = session.watch(|log| newest_said(log, &id.get_value(), ui.lang.get()));
        match said {
            Some(said) => ui.fill(texts::progress::LAST_TIME, &[("said", &said)]),
            None => ui.text(texts::progress::NEVER_SAID).to_owned(),
        }
    };
    let is_updated = Memo::new(move |_| {
        let today = session.now().date_naive();
        session
            .watch(|log| MeetingRound::of(log, today).is_updated(&Form::new(log, id.get_value())))
    });
    let author = author_of(session);
    let may = Memo::new(move |_| {
        author.get();
        session.may_note_progress(&id.get_value())
    });
    view! {
        <li data-testid="progress-row" data-record=hook data-updated=move || is_updated.get().to_string()>
            <p class="update-head">
                <a href=Ui::href(session.project(), &task)><bdi>{live(name)}</bdi></a> {live(late)}
                {when(move || is_updated.get(), move || view! {
                    <span class="chip" data-tone="ok">"✓ " {ui.t(texts::progress::IS_UPDATED)}</span>
                })}
                <span class="hint">{live(last)}</span>
            </p>
            {when(move || may.get(), move || view! { <ProgressUpdate task=id.get_value()/> })}
        </li>
    }
}
