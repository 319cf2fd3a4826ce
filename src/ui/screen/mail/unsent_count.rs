//! What was not sent yet, said in the bar over every page.

use crate::state::{Extent, Page, Route};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::pages::sample;
use crate::ui::texts;
use leptos::prelude::*;

/// ↑ n 处还没发出: saved is not sent.
#[component]
pub(in crate::ui) fn Unsent() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let figures = figures();
    let is_counted = Memo::new(move |_| figures.version() > 0);
    let counts = figures.counts();
    let count = Memo::new(move |_| counts.with(|counts| counts.unsent));
    let href = Route::Project(session.project(), Page::Exchange).to_string();
    let text = move || match count.get() {
        _ if !is_counted.get() => String::new(),
        _ if sample::is_sample(session) => ui.text(texts::mail::SAMPLE_NOT_SENT).to_owned(),
        0 if session.extent() == Extent::Unread => ui.text(texts::frame::UNREAD_SHORT).to_owned(),
        0 => ui.text(texts::frame::ALL_SENT).to_owned(),
        n => ui.fill(texts::mail::NOT_SENT, &[("n", &n.to_string())]),
    };
    let is_quiet = move || count.get() == 0 || sample::is_sample(session);
    view! {
        <a class="unsent" data-testid="unsent" data-quiet=move || is_quiet().to_string()
            data-count=move || is_counted.get().then(|| count.get().to_string()) href=href>
            {text}
        </a>
    }
}
