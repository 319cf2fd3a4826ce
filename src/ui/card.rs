//! What the list of projects says of a project that is not open: written beside it when it was last looked at.

use super::context::{Ui, ui};
use super::settled::settled;
use super::{asked, names, texts};
use crate::analysis::findings;
use crate::analysis::health::{Health, standing};
use crate::model::ProjectId;
use crate::state::Session;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The fact of this browser that holds it.
const FACT: &str = "card";

/// The line of a project in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Card {
    /// 我是
    pub(super) me: String,
    /// 健康度: 0 fine, 1 watch, 2 alert.
    pub(super) health: u8,
    /// 我的待办
    pub(super) todo: usize,
    /// 还没发出
    pub(super) unsent: usize,
    /// 最近收到: when, and from whom.
    pub(super) received: String,
    /// When the last file was saved, milliseconds since 1970.
    pub(super) saved_ms: Option<i64>,
}

/// The figures of a project over all its pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Counts {
    /// Whether they have been counted.
    pub(super) is_counted: bool,
    /// Findings and differences.
    pub(super) findings: usize,
    /// What the list of projects says.
    pub(super) card: Card,
}

/// Writes the line whenever the project rests and says something else.
pub(super) fn keep(session: Session) {
    let ui = ui();
    let counts = settled().counts();
    Effect::new(move |_| {
        let counts = counts.get();
        if counts.is_counted
            && read(ui, session.project()) != counts.card
            && let Ok(text) = serde_json::to_string(&counts.card)
        {
            ui.store().set_note(session.project(), FACT, &text);
        }
    });
}

/// The line as it was last written.
pub(super) fn read(ui: Ui, project: ProjectId) -> Card {
    let text = ui.store().note(project, FACT);
    text.and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Counts everything.
pub(super) fn count(ui: Ui, session: Session) -> Counts {
    let now = session.now();
    Counts {
        is_counted: true,
        findings: session.read(|log| findings(log, now).len() + log.conflict_count()),
        card: make(ui, session),
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
            .map(|author| names::author_name(log, Some(author), lang))
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
                let who = names::author_name(log, file.by.as_deref(), lang);
                format!("{} {who}", file.at)
            })
            .unwrap_or_default(),
        saved_ms: session.sent().last().map(|sent| sent.at_ms),
    })
}

/// The word and tone of a health.
pub(super) fn health_word(health: u8) -> (&'static str, crate::model::template::Label) {
    match health {
        0 => ("ok", texts::FINE_STATE),
        1 => ("warn", texts::WATCH_STATE),
        _ => ("danger", texts::ALERT_STATE),
    }
}
