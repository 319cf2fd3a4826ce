//! 粘贴内容: the text of a file, for those whose program opened it as letters. Looked at as soon as it is pasted.

use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::dom::{Pause, text_of};
use crate::ui::texts;
use leptos::prelude::*;

/// Milliseconds after the last letter: a paste is one event, typing by a script many.
const REST_MS: i32 = 300;

/// The box for the text.
#[component]
pub(in crate::ui) fn Paste() -> impl IntoView {
    let ui = ui();
    let area = NodeRef::<leptos::html::Textarea>::new();
    let pause = StoredValue::new_local(Pause::default());
    let look = move || {
        let Some(area) = area.try_get_untracked().flatten() else {
            return;
        };
        let text = text_of(&area);
        if !text.trim().is_empty() {
            area.set_value("");
            ui.incoming.receive_text(ui, text);
        }
    };
    // Who leaves at once has pasted all the same.
    on_cleanup(look);
    let put = move |_| pause.with_value(|pause| pause.start(REST_MS, look));
    view! {
        <textarea class="paste" rows="1" data-testid="paste-import" data-free-text="" spellcheck="false"
            autocomplete="off" placeholder=ui.t(texts::mail::PASTE) aria-label=ui.t(texts::mail::PASTE_HOW)
            title=ui.t(texts::mail::PASTE_HOW) node_ref=area on:input=put></textarea>
    }
}
