//! The first band of the overview: what matters most in a project of its scenario, above what every project shows.

mod process;
mod sharing;

use crate::model::template::Form;
use crate::templates::charter;
use crate::ui::screen::base::context::session;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::pages::cases::CaseBand;
use leptos::prelude::*;

/// The band of this project; a problem has one wherever it is solved together.
#[component]
pub(super) fn FirstBand() -> impl IntoView {
    let session = session();
    let scenario = Memo::new(move |_| {
        session.watch(|log| charter::scenario(&Form::new(log, charter::record())))
    });
    let band = move || match scenario.get()? {
        one if one == charter::RESOURCE.key => Some(view! { <sharing::Sharing/> }.into_any()),
        one if one == charter::PROCESS.key => Some(view! { <process::Process/> }.into_any()),
        _ => None,
    };
    view! { {live(band)} <CaseBand/> }
}
