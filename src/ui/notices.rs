//! Messages: what happened, beside the page, each with a kind, a sentence and at most one button.

use super::context::ui;
use super::dom::{list, press};
use super::texts;
use crate::model::template::Label;
use leptos::prelude::*;

/// How much a message matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoticeKind {
    /// Something was refused or failed.
    Error,
    /// Look at it.
    Warning,
    /// It was done.
    Info,
}

impl NoticeKind {
    const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

#[derive(Clone)]
struct Notice {
    id: usize,
    kind: NoticeKind,
    text: String,
    action: Option<(Label, &'static str, Callback<()>)>,
}

/// The messages that are shown.
#[derive(Clone, Copy)]
pub(super) struct Notices {
    shown: RwSignal<Vec<Notice>>,
    next: StoredValue<usize>,
}

impl Notices {
    /// None yet.
    pub(super) fn new() -> Self {
        Self {
            shown: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        }
    }

    fn push(
        &self,
        kind: NoticeKind,
        text: String,
        action: Option<(Label, &'static str, Callback<()>)>,
    ) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.shown.update(|shown| {
            shown.retain(|notice| {
                notice.text != text && (notice.kind != NoticeKind::Info || kind != NoticeKind::Info)
            });
            shown.push(Notice {
                id,
                kind,
                text,
                action,
            });
        });
    }

    /// Something was done.
    pub(super) fn info(&self, text: String) {
        self.push(NoticeKind::Info, text, None);
    }

    /// Something was done that one click takes back; `hook` is the button's test id.
    pub(super) fn info_with(
        &self,
        text: String,
        label: Label,
        hook: &'static str,
        action: Callback<()>,
    ) {
        self.push(NoticeKind::Info, text, Some((label, hook, action)));
    }

    /// Look at it.
    pub(super) fn warn(&self, text: String) {
        self.push(NoticeKind::Warning, text, None);
    }

    /// Something was refused or failed.
    pub(super) fn error(&self, text: String) {
        self.push(NoticeKind::Error, text, None);
    }

    /// Takes away what was said of earlier deeds.
    pub(super) fn clear(&self) {
        self.shown.update(Vec::clear);
    }
}

/// The list of messages at the lower edge of the window.
#[component]
pub(super) fn NoticeList() -> impl IntoView {
    let ui = ui();
    let shown = ui.notices.shown;
    view! {
        <div class="notices" role="region" aria-label=ui.t(texts::MESSAGES)>
            <div role="status" class="notices-list">
                {list(move || shown.get(), |notice| notice.id.to_string(), |notice| view! { <NoticeLine notice/> }.into_any())}
            </div>
        </div>
    }
}

#[component]
fn NoticeLine(notice: Notice) -> impl IntoView {
    let ui = ui();
    let id = notice.id;
    let close = move || {
        ui.notices
            .shown
            .update(|shown| shown.retain(|notice| notice.id != id))
    };
    let role = if notice.kind == NoticeKind::Error {
        "alert"
    } else {
        "note"
    };
    let action = notice.action.map(|(label, hook, action)| {
        view! {
            <button class="link" data-testid=hook on:click=press(move || { action.run(()); close(); })>{ui.t(label)}</button>
        }
    });
    view! {
        <div class="notice" data-testid="notice" data-kind=notice.kind.key() role=role>
            <span class="notice-text">{notice.text}</span>
            {action}
            <button class="icon-button" aria-label=ui.t(texts::CLOSE) on:click=press(close)>"×"</button>
        </div>
    }
}
