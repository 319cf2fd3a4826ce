//! The pages.

mod bin;
mod conflicts;
mod exchange;
mod home;
mod kind;
mod open;
mod overview;
mod record;

pub(super) use bin::Bin;
pub(super) use conflicts::Conflicts;
pub(super) use exchange::{Exchange, ImportInput};
pub(super) use home::Home;
pub(super) use kind::{kind_page, list_label};
pub(super) use open::OpenPage;
pub(super) use overview::Overview;
pub(super) use record::{NewRecord, record_page};

use super::context::ui;
use super::texts;
use leptos::prelude::*;

/// An address that leads nowhere.
#[component]
pub(super) fn NotFound() -> impl IntoView {
    let ui = ui();
    view! {
        <super::shell::TopBar/>
        <main id="main" tabindex="-1" class="outside">
            <p>{ui.t(texts::UNKNOWN_PAGE)}</p>
            <p><a href="#/">{ui.t(texts::BACK_HOME)}</a></p>
        </main>
    }
}
