//! 帮助: the method in six lines, how files travel, the keys.

use crate::ui::screen::base::context::ui;
use crate::ui::texts;
use leptos::prelude::*;

/// The page of help.
#[component]
pub(in crate::ui) fn Help() -> impl IntoView {
    let ui = ui();
    let block = move |title, lines: &'static [crate::model::template::Label]| {
        let lines = lines.iter().map(|line| view! { <li>{ui.t(*line)}</li> });
        view! { <h3>{ui.t(title)}</h3><ul>{lines.collect::<Vec<_>>()}</ul> }
    };
    view! {
        <div class="stack help" data-testid="help-text">
            {block(texts::HELP_FIRST, &[texts::HELP_FIRST_1, texts::HELP_FIRST_2, texts::HELP_FIRST_3])}
            {block(texts::HELP_STEPS, &[texts::HELP_STEP_1, texts::HELP_STEP_2, texts::HELP_STEP_3, texts::HELP_STEP_4, texts::HELP_STEP_5, texts::HELP_STEP_6])}
            {block(texts::HELP_FILES, &[texts::HELP_FILES_1, texts::HELP_FILES_2, texts::HELP_FILES_3, texts::HELP_FILES_4, texts::HELP_FILES_5])}
            {block(texts::HELP_KEYS, &[texts::HELP_KEYS_1, texts::HELP_KEYS_2, texts::HELP_KEYS_3, texts::HELP_KEYS_4])}
        </div>
    }
}
