//! The page that waits for the file of a project which is not on this computer.

use super::ImportInput;
use crate::ui::context::ui;
use crate::ui::{later, shell, texts};
use leptos::prelude::*;

/// An unknown project's address.
#[component]
pub(in crate::ui) fn OpenPage() -> impl IntoView {
    let ui = ui();
    let name = crate::ui::dom::named_project();
    let title = move || match &name {
        Some(name) => ui.fill(texts::NOT_HERE, &[("name", name)]),
        None => ui.text(texts::NOT_HERE_UNNAMED).to_owned(),
    };
    view! {
        <shell::TopBar/>
        <main id="main" tabindex="-1" class="outside">
            <h1>{title}</h1>
            <p>{ui.t(texts::NOT_HERE_HOW)}</p>
            <section class="card"><ImportInput/></section>
            <later::Arrivals/>
            <p><a href="#/">{ui.t(texts::BACK_HOME)}</a></p>
        </main>
    }
}
