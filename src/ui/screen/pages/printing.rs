//! 打印: the button of every form and list, and a document that is printed from elsewhere, once it stands there.

use crate::model::ProjectId;
use crate::state::Page;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::pieces::press;
use crate::ui::screen::base::{dom, life};
use crate::ui::texts;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Prints the page that is open.
#[component]
pub(in crate::ui) fn PrintButton() -> impl IntoView {
    let ui = ui();
    view! {
        <button type="button" data-testid="print" on:click=press(move || dom::print(ui.on_paper))>
            {ui.t(texts::standing::PRINT)}
        </button>
    }
}

/// Goes to a form or a list, and prints it.
pub(in crate::ui) fn go_and_print(ui: Ui, project: ProjectId, page: Page) {
    ui.go(project, page);
    print_when_drawn((ui, PATIENCE_FRAMES));
}

/// So many frames the page may take to stand there.
const PATIENCE_FRAMES: usize = 600;

fn print_when_drawn((ui, frames): (Ui, usize)) {
    let drawn = "main :is(.sheet-place > .paper-only, .grid, section.empty)";
    if matches!(document().query_selector(drawn), Ok(Some(_))) {
        dom::print(ui.on_paper);
    } else if frames > 0 {
        life::then_at_next_frame((ui, frames - 1), print_when_drawn);
    }
}

/// What stands at the foot of every sheet of paper as long as this page is shown: a page rule takes its words from
/// the document alone.
pub(super) fn foot_of_paper(text: impl Fn() -> String + 'static) {
    Effect::new(move |_| set_foot(&text()));
    on_cleanup(|| set_foot(""));
}

fn set_foot(text: &str) {
    let quoted = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let style = document()
        .document_element()
        .and_then(|html| js_sys::Reflect::get(&html, &"style".into()).ok());
    let Some(style) = style else { return };
    let set = js_sys::Reflect::get(&style, &"setProperty".into()).ok();
    if let Some(set) = set.and_then(|set| set.dyn_into::<js_sys::Function>().ok()) {
        let _ = set.call2(&style, &"--paper-foot".into(), &quoted.into());
    }
}
