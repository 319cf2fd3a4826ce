//! 收发文件: send as a checklist; receive; who has what; what was taken before.

mod draft;
mod imports;
mod send;
mod standing;

pub(in crate::ui) use standing::NotReceived;

use super::sample;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::mail::{paste, preview};
use crate::ui::texts;
use leptos::prelude::*;

/// Send and receive.
#[component]
pub(in crate::ui) fn Exchange() -> impl IntoView {
    let ui = ui();
    view! {
        <header class="page-head"><h1>{ui.t(texts::frame::EXCHANGE)}</h1></header>
        <preview::Previews/>
        <div class="exchange">
            <send::Send/>
            <div class="stack">
                <section class="card" id="receive">
                    <h2>{ui.t(texts::mail::RECEIVE)}</h2>
                    <p>{ui.t(texts::mail::RECEIVE_HOW)}</p>
                    <Ways/>
                    <sample::TryReplies/>
                </section>
                <standing::Standings/>
                <imports::Received/>
            </div>
        </div>
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
            {ui.t(texts::mail::CHOOSE_FILE)}
            <input type="file" multiple=true accept=".json,.txt,application/json" class="hidden-input"
                data-testid="import-input" node_ref=input on:change=chosen/>
        </label>
    }
}

/// The ways a file comes in: chosen, or pasted as text; dropped anywhere.
#[component]
pub(in crate::ui) fn Ways() -> impl IntoView {
    view! { <div class="ways"><ImportInput/><paste::Paste/></div> }
}
