//! What the list of projects says of a project that is not open: written beside it when it was last looked at.

use super::context::{Ui, ui};
use super::dom::live;
use super::{asked, names, port, sample, texts};
use crate::analysis::findings;
use crate::analysis::health::{Health, standing};
use crate::model::{Log, ProjectId};
use crate::state::Session;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The fact of this browser that holds it.
pub(super) const FACT: &str = "card";

/// The line of a project in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Card {
    /// 我是
    me: String,
    /// 健康度: 0 fine, 1 watch, 2 alert.
    health: u8,
    /// 我的待办
    todo: usize,
    /// 还没发出
    unsent: usize,
    /// 最近收到: when, and from whom.
    received: String,
    /// When the last file was saved, milliseconds since 1970.
    saved_ms: Option<i64>,
}

/// The figures of a project over all its pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Counts {
    /// Differences.
    pub(super) differing: usize,
    /// Findings and differences.
    pub(super) findings: usize,
    /// What waits for the person here.
    pub(super) todo: usize,
    /// Fields that nobody got yet.
    pub(super) unsent: usize,
    /// The line of the list of projects, as it is kept.
    pub(super) card: String,
}

/// The line as it was last written.
fn read(ui: Ui, project: ProjectId) -> Card {
    let text = ui.store().note(project, FACT);
    text.and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Counts everything.
pub(super) fn count(ui: Ui, session: Session) -> Counts {
    let now = session.now();
    let card = make(ui, session);
    let differing = session.read(Log::conflict_count);
    Counts {
        differing,
        findings: session.read(|log| findings(log, now).len()) + differing,
        todo: card.todo,
        unsent: card.unsent,
        card: serde_json::to_string(&card).unwrap_or_default(),
    }
}

fn make(ui: Ui, session: Session) -> Card {
    let (lang, now) = (ui.lang.get_untracked(), session.now());
    let author = session.author();
    let last = session.received().pop();
    let health = session.read(|log| standing(log, now).health);
    session.read(|log| Card {
        me: author
            .as_deref()
            .map(|author| names::person_name(log, Some(author), lang))
            .unwrap_or_default(),
        health: match health {
            Health::Fine => 0,
            Health::Watch => 1,
            Health::Alert => 2,
        },
        todo: asked::open_count(session),
        unsent: session.unsent().len(),
        received: last
            .map(|file| {
                let who = names::person_name(log, file.by.as_deref(), lang);
                format!("{} {who}", file.at)
            })
            .unwrap_or_default(),
        saved_ms: session.sent().last().map(|sent| sent.at_ms),
    })
}

/// The word and tone of a health.
fn health_word(health: u8) -> (&'static str, crate::model::template::Label) {
    match health {
        0 => ("ok", texts::FINE_STATE),
        1 => ("warn", texts::WATCH_STATE),
        _ => ("danger", texts::ALERT_STATE),
    }
}

/// The cells of a project's line.
#[component]
pub(super) fn CardCells(project: ProjectId) -> impl IntoView {
    let ui = ui();
    live(move || {
        ui.projects_changed.track();
        let card = read(ui, project);
        let (tone, label) = health_word(card.health);
        let saved = card.saved_ms.map(port::time_text).unwrap_or_default();
        let unsent = match card.unsent {
            _ if sample::is_sample_here(ui, project) => ui.text(texts::SAMPLE_NOT_SENT).to_owned(),
            0 => ui.text(texts::ALL_SENT).to_owned(),
            n => ui.fill(texts::N_PLACES, &[("n", &n.to_string())]),
        };
        view! {
            <td>{card.me}</td>
            <td><span class="chip" data-tone=tone>{ui.t(label)}</span></td>
            <td data-type="number">{card.todo.to_string()}</td>
            <td>{unsent}</td>
            <td>{card.received}</td>
            <td class="when">{saved}</td>
        }
    })
}
