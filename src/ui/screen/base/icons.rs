//! Status shapes, 12 px, drawn by ourselves: a tone never carries meaning alone.

use crate::model::template::Tone;
use leptos::prelude::*;

/// A small sign in the colour of the letters, so that colour never says it alone.
#[component]
pub(in crate::ui) fn ToneShape(tone: Tone) -> impl IntoView {
    let path = match tone {
        Tone::Neutral => "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z",
        Tone::Info => "M6 1.5a4.5 4.5 0 1 0 0 9zM6 1.5a4.5 4.5 0 0 1 0 9",
        Tone::Ok => "M2 6.5l3 3l5-7",
        Tone::Warn => "M6 1.5L11 10.5H1z",
        Tone::Danger => "M2 2h8v8H2z",
        Tone::Review => "M6 1l5 5l-5 5l-5-5z",
    };
    let filled = matches!(tone, Tone::Danger | Tone::Warn | Tone::Review);
    view! {
        <svg class="shape" data-filled=filled.to_string() viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d=path/>
        </svg>
    }
}

/// The key of a tone in `data-tone`.
pub(in crate::ui) const fn tone_key(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "neutral",
        Tone::Info => "info",
        Tone::Ok => "ok",
        Tone::Warn => "warn",
        Tone::Danger => "danger",
        Tone::Review => "review",
    }
}
