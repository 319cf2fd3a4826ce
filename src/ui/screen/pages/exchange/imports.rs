//! 收过的文件: what was taken before, each with its switch.

use super::standing;
use crate::state::ImportNote;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port;
use crate::ui::texts;
use leptos::prelude::*;

/// The imports, newest first.
#[component]
pub(super) fn Received() -> impl IntoView {
    let ui = ui();
    let session = session();
    let imports = Memo::new(move |_| {
        session.watch(|_| ());
        let mut newest_first = session.imports();
        newest_first.retain(|note| note.taken > 0);
        newest_first.reverse();
        newest_first
    });
    view! {
        <section class="card">
            <h2>{ui.t(texts::mail::RECEIVED)}</h2>
            {live(move || imports.with(Vec::is_empty).then(|| view! { <standing::NothingReceived/> }))}
            <ul class="imports">
                {long(Within::List, imports, |note: &ImportNote| note.batch.clone(), |note| view! {
                    <OneImport note/>
                }.into_any())}
            </ul>
        </section>
    }
}

#[component]
fn OneImport(note: ImportNote) -> impl IntoView {
    let ui = ui();
    let session = session();
    let batch = StoredValue::new(note.batch.clone());
    let is_on = Memo::new(move |_| session.watch(|log| log.is_on(&batch.get_value())));
    let time = port::time_text(note.at_ms);
    let (files, things) = (StoredValue::new(note.files), note.things.to_string());
    let switch = move |_| {
        if is_on.get_untracked() {
            crate::ui::screen::mail::incoming::undo_taking(ui, session, &batch.get_value());
        } else {
            session.redo_import(&batch.get_value());
            ui.notices
                .info(ui.text(texts::mail::TAKING_REDONE).to_owned());
        }
    };
    view! {
        <li data-batch=note.batch data-on=move || is_on.get().to_string()>
            <span>
                {live(move || {
                    let files = files.with_value(|files| files.join(ui.text(texts::mail::SEMICOLON)));
                    // Of what began the project nothing is counted: all of it was new.
                    let label = if things == "0" { texts::mail::OPENED_AT } else { texts::mail::TAKEN_AT };
                    ui.fill(label, &[("time", &time), ("n", &things), ("files", &files)])
                })}
            </span>
            <button type="button" data-testid=move || if is_on.get() { "import-undo" } else { "import-redo" }
                on:click=switch>
                {live(move || ui.text(if is_on.get() { texts::mail::UNDO_TAKING } else { texts::mail::REDO_TAKING }))}
            </button>
        </li>
    }
}
