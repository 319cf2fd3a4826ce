//! What a file brings may be long or many: a text is shown shortened and whole when asked, a list in windows.

use crate::analysis::words::look::shortened;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::focus::hand_on_focus;
use crate::ui::screen::base::pieces::{live, press, with_whole_days};
use crate::ui::texts;
use leptos::prelude::*;

/// Lines of a list shown at first, and so many more with each press.
pub(super) const WINDOW: usize = 100;
/// Characters of a name.
pub(super) const NAME: usize = 40;
/// Characters of a value in a line.
pub(super) const VALUE: usize = 120;

/// A name, shortened. Latin letters are half as wide as others.
pub(super) fn short(name: &str) -> String {
    shortened(name, if name.is_ascii() { 2 * NAME } else { NAME })
}

/// A name, shortened, and kept apart from what stands around it.
pub(super) fn name(text: &str) -> AnyView {
    let short = short(text);
    let title = (short != text).then(|| shortened(text, 1000));
    view! { <bdi title=title>{short}</bdi> }.into_any()
}

/// A text; where it has more characters than `most`, the beginning and a button that shows all.
pub(super) fn long(ui: Ui, text: String, most: usize) -> AnyView {
    let count = text.chars().count();
    if count <= most {
        return view! { <bdi>{with_whole_days(&text)}</bdi> }.into_any();
    }
    let is_whole = RwSignal::new(false);
    let text = StoredValue::new(text);
    let shown = move || {
        text.with_value(|text| match is_whole.get() {
            true => text.clone(),
            false => shortened(text, most),
        })
    };
    let button = move || {
        (!is_whole.get()).then(|| view! {
            " "
            <button type="button" class="link" data-testid="whole-text" on:click=press(move || is_whole.set(true))>
                {ui.fill(texts::mail::ALL_CHARACTERS, &[("n", &count.to_string())])}
            </button>
        })
    };
    view! { <span class="long"><bdi>{live(shown)}</bdi>{live(button)}</span> }.into_any()
}

/// The button under a window of a list.
pub(super) fn more(ui: Ui, shown: RwSignal<usize>, total: usize) -> Option<AnyView> {
    let left = total.saturating_sub(shown.get());
    (left > 0).then(|| {
        let next = left.min(WINDOW).to_string();
        let left = ui.fill(texts::frame::MORE_ROWS, &[("n", &left.to_string())]);
        let next = ui.fill(texts::mail::SHOW_MORE, &[("n", &next)]);
        view! {
            <p class="hint more-lines">
                {left} " "
                <button type="button" class="small" data-testid="show-more"
                    on:click=press(move || hand_on_focus(".more-lines", || shown.update(|shown| *shown += WINDOW)))>
                    {next}
                </button>
            </p>
        }.into_any()
    })
}
