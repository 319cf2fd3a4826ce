//! 数据在哪里: which browser holds it, how full it is, whether the browser may clean it away, how to get it back.

use super::context::{Ui, ui};
use super::dom::live;
use super::{port, texts};
use crate::state::Session;
use leptos::prelude::*;

/// The panel.
#[component]
pub(super) fn DataPanel() -> impl IntoView {
    let ui = ui();
    let kept = RwSignal::new(None::<bool>);
    leptos::task::spawn_local(async move {
        let answer = ui.store().persist().await;
        let _ = kept.try_set(Some(answer));
    });
    let kept_text = move || match kept.get() {
        None => "",
        Some(true) => ui.text(texts::KEPT_YES),
        Some(false) => ui.text(texts::KEPT_NO),
    };
    let all = move |_| {
        leptos::task::spawn_local(async move {
            let text = ui.store().raw_dump().await;
            let day = port::now().date_naive();
            crate::storage::download(
                &format!("合拍_全部内容_{day}.json"),
                &text,
                "application/json",
            );
        });
    };
    view! {
        <div class="stack" data-testid="data-panel">
            <p>{ui.filled(texts::DATA_PLACE, "browser", browser)}</p>
            <dl class="facts">
                <dt>{ui.t(texts::SPACE)}</dt><dd>{live(move || ui.fill(texts::SPACE_USED, &[("percent", &ui.store().space().percent().to_string())]))}</dd>
                <dt>{ui.t(texts::KEPT)}</dt><dd>{kept_text}</dd>
                <dt>{ui.t(texts::LAST_BACKUP)}</dt><dd>{live(move || ui.open_session_here().map_or_else(|| ui.text(texts::PER_PROJECT).to_owned(), |session| last_backup(ui, session)))}</dd>
            </dl>
            <p>{ui.t(texts::HOW_BACK)}</p>
            <p><button type="button" data-testid="save-all" on:click=all>{ui.t(texts::SAVE_ALL)}</button></p>
        </div>
    }
}

/// When the last file of a project was saved, and how many edits ago.
pub(super) fn last_backup(ui: Ui, session: Session) -> String {
    match session.sent().last() {
        Some(sent) => ui.fill(
            texts::BACKUP_AT,
            &[("time", &port::time_text(sent.at_ms)), ("file", &sent.file)],
        ),
        None => ui.text(texts::NO_BACKUP).to_owned(),
    }
}

/// The name of this browser, as it says.
fn browser() -> String {
    let agent = window().navigator().user_agent().unwrap_or_default();
    let names = [
        ("Edg/", "Edge"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    let found = names.iter().find(|(sign, _)| agent.contains(sign));
    found.map_or("浏览器", |(_, name)| *name).to_owned()
}
