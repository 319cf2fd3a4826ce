//! 帮助: the method in six lines, how files travel, how one sees how it stands, the keys.

use crate::model::template::Label;
use crate::ui::screen::base::context::ui;
use crate::ui::texts;
use leptos::prelude::*;

/// Each block: its heading, its lines.
const BLOCKS: [(Label, &[Label]); 5] = [
    (
        texts::frame::HELP_FIRST,
        &[
            texts::frame::HELP_FIRST_1,
            texts::frame::HELP_FIRST_2,
            texts::frame::HELP_FIRST_3,
        ],
    ),
    (
        texts::frame::HELP_STEPS,
        &[
            texts::frame::HELP_STEP_1,
            texts::frame::HELP_STEP_2,
            texts::frame::HELP_STEP_3,
            texts::frame::HELP_STEP_4,
            texts::frame::HELP_STEP_5,
            texts::frame::HELP_STEP_6,
        ],
    ),
    (
        texts::frame::HELP_FILES,
        &[
            texts::frame::HELP_FILES_1,
            texts::frame::HELP_FILES_2,
            texts::frame::HELP_FILES_3,
            texts::frame::HELP_FILES_4,
            texts::frame::HELP_FILES_5,
        ],
    ),
    (
        texts::frame::HELP_SEE,
        &[
            texts::frame::HELP_SEE_1,
            texts::frame::HELP_SEE_2,
            texts::frame::HELP_SEE_3,
        ],
    ),
    (
        texts::frame::HELP_KEYS,
        &[
            texts::frame::HELP_KEYS_1,
            texts::frame::HELP_KEYS_2,
            texts::frame::HELP_KEYS_3,
            texts::frame::HELP_KEYS_4,
            texts::gantt::HELP_GANTT,
        ],
    ),
];

/// The page of help.
#[component]
pub(in crate::ui) fn Help() -> impl IntoView {
    let ui = ui();
    let block = |(title, lines): (Label, &'static [Label])| {
        let lines = lines.iter().map(|line| view! { <li>{ui.t(*line)}</li> });
        view! { <h3>{ui.t(title)}</h3><ul>{lines.collect::<Vec<_>>()}</ul> }
    };
    view! { <div class="stack help" data-testid="help-text">{BLOCKS.map(block).into_iter().collect::<Vec<_>>()}</div> }
}
