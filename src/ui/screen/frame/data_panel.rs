//! 数据在哪里: which browser holds it, how full it is, whether the browser may clean it away, how to get it back.

use crate::model::ProjectId;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::door::carry_out;
use crate::ui::screen::base::life;
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::pages::{card, sample};
use crate::ui::texts;
use leptos::prelude::*;

/// 数据在哪里: the browser, the space, backups.
#[component]
pub(in crate::ui) fn DataPanel() -> impl IntoView {
    let ui = ui();
    let kept = RwSignal::new(None::<bool>);
    life::while_here(async move {
        let answer = ui.store().persist().await;
        let _ = kept.try_set(Some(answer));
    });
    let kept_text = move || match kept.get() {
        None => "",
        Some(true) => ui.text(texts::frame::KEPT_YES),
        Some(false) => ui.text(texts::frame::KEPT_NO),
    };
    let all = move |_| {
        life::to_the_end(ui, |ui| async move {
            let text = ui.store().raw_dump().await;
            let day = ui.now().date_naive();
            crate::storage::download(
                &format!("合拍_全部内容_{day}.json"),
                &text,
                "application/json",
            );
        });
    };
    view! {
        <div class="stack" data-testid="data-panel">
            <p data-testid="data-place">
                {live(move || {
                    ui.fill(texts::frame::DATA_PLACE, &[("browser", &browser(ui)), ("when", &last_backup(ui))])
                })}
            </p>
            <dl class="facts">
                <dt>{ui.t(texts::frame::SPACE)}</dt>
                <dd>
                    {live(move || {
                        ui.fill(texts::frame::SPACE_USED, &[("percent", &ui.store().space().percent().to_string())])
                    })}
                </dd>
                <dt>{ui.t(texts::frame::KEPT)}</dt><dd>{kept_text}</dd>
                <dt>{ui.t(texts::frame::LAST_BACKUP)}</dt><dd><Backups/></dd>
            </dl>
            <p>{ui.t(texts::frame::HOW_BACK)}</p>
            <p><button type="button" data-testid="save-all" on:click=all>{ui.t(texts::frame::SAVE_ALL)}</button></p>
        </div>
    }
}

/// When the last backup was made: of the open project, or of the one whose backup is oldest.
fn last_backup(ui: Ui) -> String {
    if let Some(session) = ui.open_session_here() {
        return card::backup_word(ui, &session.backup());
    }
    let mut all: Vec<_> = ui.store().projects_now();
    all.retain(|project| !sample::is_sample_here(ui, *project));
    let backup = |project: &ProjectId| card::backup_of(ui, *project);
    let oldest = all.iter().map(backup).min_by_key(|backup| backup.last_ms);
    oldest.map_or_else(
        || ui.text(texts::frame::NO_BACKUP).to_owned(),
        |backup| card::backup_word(ui, &backup),
    )
}

/// The backups of all projects, each with the button that makes one.
#[component]
fn Backups() -> impl IntoView {
    let ui = ui();
    let projects = Signal::derive(move || {
        ui.projects_changed.track();
        let here = ui.open_session_here().map(|session| session.project());
        let mut all = ui.store().projects_now();
        all.retain(|project| !sample::is_sample_here(ui, *project));
        all.retain(|project| here.is_none_or(|here| here == *project));
        all
    });
    let line = move |project: ProjectId| {
        let when = move || {
            ui.projects_changed.track();
            let open = ui.open_session(project).map(|session| session.backup());
            let backup = open.unwrap_or_else(|| card::backup_of(ui, project));
            [card::backup_word(ui, &backup), backup.file].join(" ")
        };
        view! {
            <li>
                <span>{ui.project_name(project)} " " <span class="hint">{live(when)}</span></span>
                <button type="button" data-testid="save-backup" on:click=move |_| carry_out(ui, Deed::Backup(project))>
                    {ui.t(texts::frame::MAKE_BACKUP)}
                </button>
            </li>
        }.into_any()
    };
    view! { <ul class="backups">{long(Within::List, projects, ProjectId::to_string, line)}</ul> }
}

/// The name of this browser, as it says.
fn browser(ui: Ui) -> String {
    let agent = window().navigator().user_agent().unwrap_or_default();
    let names = [
        ("Edg/", "Edge"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    let found = names.iter().find(|(sign, _)| agent.contains(sign));
    found
        .map_or_else(|| ui.text(texts::frame::THIS_BROWSER), |(_, name)| *name)
        .to_owned()
}
