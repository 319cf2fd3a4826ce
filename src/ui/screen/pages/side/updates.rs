//! What was said of a task, newest first, and the way to say how far it has come.

use crate::model::RecordId;
use crate::model::template::Form;
use crate::templates::progress;
use crate::ui::letter::update_said;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Within, line_key, long, long_text, numbered};
use crate::ui::screen::base::pieces::{press, when};
use crate::ui::screen::form::update::{ProgressUpdate, is_half_said};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;

/// The panel of one task; nothing before anybody may or did say something.
#[component]
pub(super) fn TaskUpdates(task: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(task);
    let author = author_of(session);
    let is_open = RwSignal::new(is_half_said(ui, session, &id.get_value()));
    let may = Memo::new(move |_| {
        author.get();
        session.may_note_progress(&id.get_value())
    });
    let lines = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let updates = progress::updates_of(&form).into_iter().rev();
            numbered(updates.map(|update| update_said(&update, ui.lang.get())))
        })
    });
    let line = |line: (usize, String)| view! { <li>{long_text(line.1)}</li> }.into_any();
    when(
        move || may.get() || !lines.with(Vec::is_empty),
        move || {
            view! {
                <section class="panel" data-testid="task-updates">
                    <h2>{ui.t(progress::PROGRESS.one)}</h2>
                    {when(move || may.get(), move || view! {
                        <button type="button" data-testid="update-progress"
                            aria-expanded=move || is_open.get().to_string()
                            on:click=press(move || is_open.update(|open| *open = !*open))>
                            {ui.t(texts::mail::ASK_PROGRESS)}
                        </button>
                    })}
                    {when(move || is_open.get() && may.get(), move || view! { <ProgressUpdate task=id.get_value()/> })}
                    <ul class="history">{long(Within::List, lines, line_key, line)}</ul>
                </section>
            }
        },
    )
}
