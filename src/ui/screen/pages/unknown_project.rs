//! The page that waits for the file of a project which is not on this computer.

use super::Ways;
use crate::model::line::{NAME_CHARS, quoted};
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::door::{self, LaterView, soon};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::frame::shell;
use crate::ui::texts;
use leptos::prelude::*;

/// An unknown project's address.
#[component]
pub(in crate::ui) fn OpenPage() -> impl IntoView {
    let ui = ui();
    let name = StoredValue::new(crate::ui::screen::base::dom::named_project());
    let title = move || match name.get_value() {
        Some(name) => ui.fill(
            texts::home::NOT_HERE,
            &[("name", &quoted(&name, NAME_CHARS, ui.lang.get()))],
        ),
        None => ui.text(texts::home::NOT_HERE_UNNAMED).to_owned(),
    };
    let drop = move || match name.get_value() {
        Some(name) => {
            let is_of_a_file_name =
                |c: &char| !c.is_whitespace() && !matches!(c, '「' | '」' | '…');
            let begin: String = name.chars().filter(is_of_a_file_name).collect();
            ui.fill(texts::home::DROP_NAMED, &[("name", &begin)])
        }
        None => ui.text(texts::home::DROP_HERE).to_owned(),
    };
    view! {
        <shell::TopBar/>
        <main id="main" tabindex="-1" class="outside">
            {soon(LaterView::ChatBrowser, || ().into_any())}
            <h1>{title}</h1>
            {name.with_value(Option::is_some).then(|| view! {
                <p class="hint" data-testid="name-of-link">{ui.t(texts::home::NAME_OF_LINK)}</p>
            })}
            <p>{ui.t(texts::home::NOT_HERE_HOW)}</p>
            <section class="card waiting">
                <p>{live(drop)}</p>
                <Ways/>
                <p class="hint">{ui.t(texts::home::WHICH_FILES)}</p>
            </section>
            <door::Arrivals/>
            <p><a href="#/">{ui.t(texts::frame::BACK_HOME)}</a></p>
        </main>
    }
}
