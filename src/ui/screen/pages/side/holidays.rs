//! Beside the settings: the public holidays that are known here, so that one sees what the own lines change.

use crate::analysis::time::calendar::{CHINA, Exception};
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::pieces::{live, with_whole_days};
use crate::ui::texts;
use leptos::prelude::*;

/// The table, with where it comes from.
#[component]
pub(in crate::ui) fn Holidays() -> impl IntoView {
    let ui = ui();
    let line = |day: &Exception| {
        let word = if day.is_rest {
            texts::forms::RESTS
        } else {
            texts::forms::WORKED
        };
        let days = if day.from == day.to {
            day.from.to_string()
        } else {
            format!("{}–{}", day.from, day.to)
        };
        view! { <li><time>{days}</time> " " {ui.t(word)}</li> }
    };
    view! {
        <section class="panel" data-testid="holidays">
            <h2>{ui.t(texts::forms::HOLIDAYS)}</h2>
            <p class="hint">{live(move || with_whole_days(ui.text(texts::forms::HOLIDAYS_HOW)))}</p>
            <ul class="findings">{CHINA.iter().map(line).collect::<Vec<_>>()}</ul>
        </section>
    }
}
