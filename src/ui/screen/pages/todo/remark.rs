//! What somebody says besides the questions of a file: a remark, and whom to pass the file on to.

use crate::templates::charter;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// 不归我管？转给别人: says to the lead who should be asked instead.
#[component]
pub(super) fn PassOn() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let said = RwSignal::new(false);
    let write = move |event: web_sys::Event| {
        let name = typed_text(&event);
        if !name.trim().is_empty() {
            let lang = ui.lang.get_untracked();
            let text = texts::fill(texts::decide::PASS_ON_SAID, lang, &[("name", name.trim())]);
            session.remark(&charter::record(), &text);
            said.set(true);
        }
    };
    view! {
        <details class="pass-on" data-testid="pass-on">
            <summary>{ui.t(texts::decide::PASS_ON)}</summary>
            <label class="line">
                <span>{ui.t(texts::decide::PASS_ON_WHO)}</span>
                <input type="text" data-free-text="" data-esc-back="" autocomplete="off" data-testid="pass-on-who"
                    on:change=write/>
                {live(move || said.get().then(|| view! {
                    <span class="hint" role="status">{ui.text(texts::decide::NOTED)}</span>
                }))}
            </label>
        </details>
    }
}

/// 还有什么要说的: optional, and not counted.
#[component]
pub(super) fn Remark() -> impl IntoView {
    let ui = ui();
    let session = session();
    let said = RwSignal::new(false);
    let half = kept_line(ui, session, "remark");
    let begun = half.get_untracked();
    let write = move || {
        let text = half.get_untracked();
        if !text.trim().is_empty() {
            half.set(String::new());
            session.remark(&charter::record(), text.trim());
            said.set(true);
        }
    };
    // What stands there when the answers are sent is one of them.
    life::hear_any(&["hepai-before-file"], move |_| write());
    view! {
        <label class="line remark">
            <span>{ui.t(texts::decide::ANYTHING_ELSE)}</span>
            <input type="text" data-free-text="" data-esc-back="" data-testid="remark" autocomplete="off" value=begun
                on:input=move |event| half.set(typed_text(&event)) on:change=move |_| write()/>
            {live(move || said.get().then(|| view! {
                <span class="hint" role="status">{ui.text(texts::decide::NOTED)}</span>
            }))}
        </label>
    }
}
