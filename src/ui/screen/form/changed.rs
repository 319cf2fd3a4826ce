//! What has changed since somebody agreed to something: a line that says how much, and behind it what that is.

use crate::model::template::Label;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::long::{Within, line_key, long, long_text, numbered};
use crate::ui::screen::base::pieces::live;
use leptos::prelude::*;

/// The line and its list; nothing where the answer stands. What somebody opened stays open while more is changed.
#[component]
pub(in crate::ui) fn WhatChanged(
    told: Memo<Option<(String, Vec<String>)>>,
    /// What opens the list.
    label: Label,
) -> impl IntoView {
    let ui = ui();
    let is_any = Memo::new(move |_| told.with(Option::is_some));
    let said = move || told.with(|told| told.as_ref().map(|(said, _)| said.clone()));
    let lines = Memo::new(move |_| {
        let lines = told.with(|told| told.as_ref().map(|(_, lines)| lines.clone()));
        numbered(lines.unwrap_or_default())
    });
    let line = |line: (usize, String)| view! { <li>{long_text(line.1)}</li> }.into_any();
    live(move || {
        is_any.get().then(|| {
            view! {
                <details class="changed">
                    <summary>
                        <span>{live(said)}</span> <span class="link">{ui.t(label)}</span>
                    </summary>
                    <ul class="history">{long(Within::List, lines, line_key, line)}</ul>
                </details>
            }
        })
    })
}
