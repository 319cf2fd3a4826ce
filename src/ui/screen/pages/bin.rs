//! 回收站: what was deleted, and the way back.

use crate::analysis::words::called::NamedIn;
use crate::model::RecordId;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::{live, title};
use crate::ui::texts;
use leptos::prelude::*;

/// The recycle bin.
#[component]
pub(in crate::ui) fn Bin() -> impl IntoView {
    let ui = ui();
    let session = session();
    let gone = Memo::new(move |_| {
        session.watch(|log| {
            let kinds = log.schema().templates.iter().map(|template| template.kind);
            kinds.flat_map(|kind| log.bin(kind)).collect::<Vec<_>>()
        })
    });
    view! {
        <header class="page-head"><h1>{ui.t(texts::frame::BIN)}</h1></header>
        <p class="hint">
            {live(move || {
                ui.text(if gone.with(Vec::is_empty) { texts::forms::BIN_EMPTY } else { texts::forms::BIN_HOW })
            })}
        </p>
        <ul class="bin">
            {long(Within::List, gone, RecordId::to_string, |record| view! { <Gone record/> }.into_any())}
        </ul>
    }
}

#[component]
fn Gone(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(record.clone());
    let name = move || session.read(|log| NamedIn::of(log).name(&id.get_value(), ui.lang.get()));
    let kind = session.read(|log| {
        log.schema()
            .template(record.kind())
            .map(|template| template.one)
    });
    let restore = move |_| {
        session.restore(&id.get_value());
        ui.notices
            .info(ui.fill(texts::forms::RESTORED, &[("name", &name())]));
    };
    view! {
        <li data-record=record.to_string()>
            <span class="hint">{live(move || kind.map(|kind| ui.text(kind)))}</span> " "
            <span>{live(move || title(name()))}</span> " "
            <button type="button" data-testid="restore" on:click=restore>{ui.t(texts::forms::RESTORE)}</button>
        </li>
    }
}
