//! What somebody says besides the questions of a file: a remark, and whom to pass the file on to.

use crate::model::line::quoted;
use crate::model::{FieldKey, Log, RecordId};
use crate::templates::{charter, comment};
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
    // What was noted before, so that nobody wonders or says it twice.
    let noted = Memo::new(move |_| {
        let author = session.author();
        session.watch(|log| own_remarks(log, author.as_deref()))
    });
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
            {live(move || noted.get().into_iter().map(|text| view! {
                <span class="hint" data-testid="noted-remark">
                    {ui.fill(texts::decide::NOTED_BEFORE, &[("text", &quoted(&text, REMARK_CHARS, ui.lang.get()))])}
                </span>
            }).collect::<Vec<_>>())}
        </label>
    }
}

/// Characters shown of what was said before.
const REMARK_CHARS: usize = 120;

/// What somebody has said of the project as a whole, the newest last.
fn own_remarks(log: &Log, author: Option<&str>) -> Vec<String> {
    let key = FieldKey::of(comment::TEXT.name);
    let is_own = |remark: &RecordId| {
        let history = log.history(remark, &key);
        let by = history.last().map(|write| &write.change.author);
        author.is_some() && by.is_some_and(|by| by.as_deref() == author)
    };
    let mut all = log.rows_under(&charter::record(), comment::COMMENT.kind);
    all.retain(is_own);
    let text = |remark: &RecordId| log.value(remark, &key).as_text().map(str::to_owned);
    all.iter().filter_map(text).collect()
}
