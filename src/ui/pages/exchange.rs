//! 收发文件: save the whole project as a file; receive files; what was received before.

use crate::exchange::{Exported, Header, ProjectInfo, Scope, sent_name, write};
use crate::model::Log;
use crate::state::ImportNote;
use crate::ui::context::{Ui, session, ui};
use crate::ui::dom::live;
use crate::ui::{dom, port, preview, shell, texts};
use leptos::prelude::*;

/// Send and receive.
#[component]
pub(in crate::ui) fn Exchange() -> impl IntoView {
    let ui = ui();
    view! {
        <header class="page-head"><h1>{ui.t(texts::EXCHANGE)}</h1></header>
        <preview::Previews/>
        <div class="cards">
            <Send/>
            <section class="card">
                <h2>{ui.t(texts::RECEIVE)}</h2>
                <p>{ui.t(texts::RECEIVE_HOW)}</p>
                <ImportInput/>
            </section>
        </div>
        <Received/>
    }
}

/// The button that chooses files.
#[component]
pub(in crate::ui) fn ImportInput() -> impl IntoView {
    let ui = ui();
    let input = NodeRef::<leptos::html::Input>::new();
    let chosen = move |_| {
        if let Some(input) = input.get() {
            if let Some(files) = input.files().filter(|files| files.length() > 0) {
                ui.incoming.receive(ui, &files);
            }
            input.set_value("");
        }
    };
    view! {
        <label class="button file-button">
            {ui.t(texts::CHOOSE_FILE)}
            <input type="file" multiple=true accept=".json,.txt,application/json" class="hidden-input" data-testid="import-input" node_ref=input on:change=chosen/>
        </label>
    }
}

#[component]
fn Send() -> impl IntoView {
    let ui = ui();
    let session = session();
    let counts = move || {
        let (records, changes) = session.watch(|log| (log.current().len(), log.len()));
        ui.fill(
            texts::FILE_HOLDS,
            &[
                ("records", &records.to_string()),
                ("changes", &changes.to_string()),
            ],
        )
    };
    let saved = RwSignal::new(None::<String>);
    let save = move |_| saved.set(Some(save_whole(ui, session)));
    view! {
        <section class="card">
            <h2>{ui.t(texts::SEND)}</h2>
            <p>{ui.t(texts::SEND_HOW)}</p>
            <p class="hint">{counts}</p>
            <button type="button" class="primary" data-testid="export-whole" on:click=save>{ui.t(texts::SAVE_WHOLE)}</button>
            {live(move || saved.get().map(|file| view! { <p role="status" class="saved-file">{ui.fill(texts::FILE_SAVED, &[("file", &file)])}</p> }))}
        </section>
    }
}

/// Writes the file and hands it to the browser; returns its name.
fn save_whole(ui: Ui, session: crate::state::Session) -> String {
    let lang = ui.lang.get_untracked();
    if let Ok(event) = web_sys::Event::new("hepai-write") {
        let _ = window().dispatch_event(&event);
    }
    let name = untrack(|| shell::project_name(session));
    let at = port::now();
    let header = Header {
        app: env!("CARGO_PKG_VERSION").to_owned(),
        page: dom::address(),
        project: ProjectInfo {
            id: session.project(),
            name: name.clone(),
        },
        exported: Exported {
            at: Some(at),
            by: session.author(),
            ..Exported::default()
        },
        scope: if session.is_whole() {
            Scope::Whole
        } else {
            Scope::Part
        },
        lang,
        current: None,
    };
    let text = session.read(|log: &Log| write(log, &header));
    let file = sent_name(&name, texts::EVERYBODY.zh, at);
    crate::storage::download(&file, &text, "application/json");
    file
}

/// What was taken before, each with its switch.
#[component]
fn Received() -> impl IntoView {
    let ui = ui();
    let session = session();
    let imports = Memo::new(move |_| {
        session.watch(|_| ());
        let mut newest_first = session.imports();
        newest_first.reverse();
        newest_first
    });
    view! {
        <section>
            <h2>{ui.t(texts::RECEIVED)}</h2>
            {live(move || imports.with(Vec::is_empty).then(|| view! { <p class="hint">{ui.text(texts::RECEIVED_EMPTY)}</p> }))}
            <ul class="imports">
                <For each=move || imports.get() key=|note| note.batch.clone() let(note)><OneImport note/></For>
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
    let files = note.files.join("；");
    let taken = note.taken.to_string();
    let switch = move |_| {
        if is_on.get_untracked() {
            crate::ui::incoming::undo_taking(ui, session, &batch.get_value());
        } else {
            session.switch_import(&batch.get_value(), true);
            ui.notices.info(ui.text(texts::TAKING_REDONE).to_owned());
        }
    };
    view! {
        <li data-batch=note.batch data-on=move || is_on.get().to_string()>
            <span>{live(move || ui.fill(texts::TAKEN_AT, &[("time", &time), ("n", &taken), ("files", &files)]))}</span>
            <button type="button" data-testid=move || if is_on.get() { "import-undo" } else { "import-redo" } on:click=switch>
                {live(move || ui.text(if is_on.get() { texts::UNDO_TAKING } else { texts::REDO_TAKING }))}
            </button>
        </li>
    }
}
