//! The page that waits for the file of a project which is not on this computer.

use super::Ways;
use crate::ui::context::ui;
use crate::ui::dom::live;
use crate::ui::later::{self, Part, soon};
use crate::ui::{shell, texts};
use leptos::prelude::*;

/// An unknown project's address.
#[component]
pub(in crate::ui) fn OpenPage() -> impl IntoView {
    let ui = ui();
    let name = StoredValue::new(crate::ui::dom::named_project());
    let title = move || match name.get_value() {
        Some(name) => ui.fill(texts::NOT_HERE, &[("name", &name)]),
        None => ui.text(texts::NOT_HERE_UNNAMED).to_owned(),
    };
    let drop = move || match name.get_value() {
        Some(name) => {
            let begin: String = name.chars().filter(|c| !c.is_whitespace()).collect();
            ui.fill(texts::DROP_NAMED, &[("name", &begin)])
        }
        None => ui.text(texts::DROP_HERE).to_owned(),
    };
    view! {
        <shell::TopBar/>
        <main id="main" tabindex="-1" class="outside">
            {soon(Part::ChatBrowser, || ().into_any())}
            <h1>{title}</h1>
            <p>{ui.t(texts::NOT_HERE_HOW)}</p>
            <section class="card waiting">
                <p>{live(drop)}</p>
                <Ways/>
                <p class="hint">{ui.t(texts::WHICH_FILES)}</p>
            </section>
            <later::Arrivals/>
            <p><a href="#/">{ui.t(texts::BACK_HOME)}</a></p>
        </main>
    }
}
