//! How files come into the window by themselves: dropped on it, opened with the installed program, pasted as letters.

use crate::exchange::is_file_text;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::{clipboard, dom, life};
use crate::ui::texts;
use leptos::ev;

/// The whole window takes files, and so does the installed program.
pub(in crate::ui) fn follow_drops(ui: Ui) {
    life::hear_any(&["hepai-files"], move |_| ui.incoming.receive_launched(ui));
    ui.incoming.receive_launched(ui);
    life::hear(ev::dragover, |event| {
        event.prevent_default();
        if let Some(transfer) = event.data_transfer() {
            transfer.set_drop_effect("copy");
        }
    });
    life::hear(ev::drop, move |event| {
        event.prevent_default();
        let files = event.data_transfer().and_then(|transfer| transfer.files());
        match files.filter(|files| files.length() > 0) {
            Some(files) => ui.incoming.receive(ui, &files),
            None => ui
                .notices
                .error(ui.text(texts::frame::DROP_NO_FILE).to_owned()),
        }
    });
}

/// A file of ours that is pasted as letters is one that came, wherever it is pasted.
pub(in crate::ui) fn follow_pastes(ui: Ui) {
    life::hear_any(&["paste"], move |event| {
        let pasted = clipboard::pasted(&event).filter(|_| !event.default_prevented());
        let is_for_it =
            dom::focused().is_some_and(|one| one.matches("[data-testid=paste-import]") == Ok(true));
        if let Some((text, _)) = pasted.filter(|(text, _)| !is_for_it && is_file_text(text)) {
            event.prevent_default();
            ui.incoming.receive_text(ui, text);
        }
    });
}
