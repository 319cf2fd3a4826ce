//! The pages.

mod bin;
mod boundaries;
mod brief;
mod checks;
mod conflicts;
mod exchange;
mod home;
mod home_help;
mod kind;
mod open;
pub(super) mod overview;
mod paper;
mod plan;
mod record;
mod side;
mod start;
mod todo;

pub(super) use bin::Bin;
pub(super) use boundaries::Boundary;
pub(super) use brief::Brief;
pub(super) use checks::Checks;
pub(super) use conflicts::Conflicts;
pub(super) use exchange::{Exchange, NotReceived, Ways};
pub(super) use home::Home;
pub(super) use home_help::{CannotFind, ChatBrowser};
pub(super) use kind::kind_page;
pub(super) use open::OpenPage;
pub(super) use overview::Overview;
pub(super) use paper::{Draft, Paper};
pub(super) use plan::{PlanEmpty, PlanHead};
pub(super) use record::{InBin, NewRecord, record_page};
pub(super) use side::Side;
pub(super) use start::Start;
pub(super) use todo::{Todo, is_question};

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
