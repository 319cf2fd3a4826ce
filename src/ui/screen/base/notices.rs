//! Messages: what happened, beside the page, each with a kind, a sentence and at most one button.
//!
//! Architecture invariant: a message outlives the screen that gave it, so its button holds a deed and nothing of a
//! screen.

use crate::model::template::{Label, Lang};
use crate::state::Session;
use crate::ui::screen::base::deed::Deed;
use crate::ui::texts;
use leptos::prelude::*;

/// How much a message matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum NoticeKind {
    /// Something was refused or failed.
    Error,
    /// Look at it.
    Warning,
    /// It was done.
    Info,
}

impl NoticeKind {
    /// As screens and tests name it.
    pub(in crate::ui) const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A message as it is shown.
#[derive(Clone)]
pub(in crate::ui) struct Notice {
    pub(in crate::ui) id: usize,
    /// How much it matters.
    pub(in crate::ui) kind: NoticeKind,
    pub(in crate::ui) text: String,
    pub(in crate::ui) action: Option<Action>,
    /// So many changes of the address it survives.
    stays: u8,
}

impl Notice {
    /// Seconds after which it goes by itself; none where it is closed by hand: what was refused is read first, and no
    /// other place may offer what the button takes back.
    pub(in crate::ui) fn seconds(&self) -> Option<usize> {
        let to_read = self.text.chars().count() / LETTERS_PER_SECOND;
        match (self.kind, &self.action) {
            (NoticeKind::Error, _) => None,
            _ if self.holds_an_only_undo() => None,
            (NoticeKind::Warning, _) => Some(30 + to_read),
            (NoticeKind::Info, Some(_)) => Some(15 + to_read),
            (NoticeKind::Info, None) => Some(8 + to_read),
        }
    }

    /// Whether its button takes back what nobody finds the way back from by himself.
    fn holds_an_only_undo(&self) -> bool {
        let deed = self.action.as_ref().map(|(_, _, deed)| deed);
        matches!(
            deed,
            Some(Deed::Untake(..) | Deed::BringBack(_) | Deed::TypedBefore(_))
        )
    }
}

/// So fast are messages read, by who reads slowly.
const LETTERS_PER_SECOND: usize = 12;

/// The button of a message: its words, its test id, what it does.
pub(in crate::ui) type Action = (Label, &'static str, Deed);

/// The test id of the button that shows a newcomer what is asked of them.
pub(in crate::ui) const WELCOME_HOOK: &str = "see-todos";

/// The messages that are shown.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Notices {
    pub(in crate::ui) shown: RwSignal<Vec<Notice>>,
    next: StoredValue<usize>,
}

impl Notices {
    /// None yet.
    pub(in crate::ui) fn new() -> Self {
        Self {
            shown: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        }
    }

    fn push(&self, kind: NoticeKind, text: String, action: Option<Action>, stays: u8) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.shown.update(|shown| {
            shown.retain(|notice| {
                let is_replaced = notice.kind == NoticeKind::Info && kind == NoticeKind::Info;
                notice.text != text && (!is_replaced || notice.holds_an_only_undo())
            });
            shown.push(Notice {
                id,
                kind,
                text,
                action,
                stays,
            });
        });
    }

    /// Something was done.
    pub(in crate::ui) fn info(&self, text: String) {
        self.push(NoticeKind::Info, text, None, 0);
    }

    /// Something was done that brings one elsewhere: it is said there.
    pub(in crate::ui) fn info_there(&self, text: String) {
        self.push(NoticeKind::Info, text, None, 1);
    }

    /// Something was done that one click takes back, also from the next page; `hook` is the button's test id.
    pub(in crate::ui) fn info_with(
        &self,
        text: String,
        label: Label,
        hook: &'static str,
        deed: Deed,
    ) {
        self.push(NoticeKind::Info, text, Some((label, hook, deed)), 1);
    }

    /// The last step of the session was done; one click takes back that step and no other.
    pub(in crate::ui) fn done(&self, session: Session, text: String, hook: &'static str) {
        let deed = Deed::TakeBack(session, session.last_step());
        self.info_with(text, texts::frame::UNDO, hook, deed);
    }

    /// Look at it.
    pub(in crate::ui) fn warn(&self, text: String) {
        self.push(NoticeKind::Warning, text, None, 0);
    }

    /// So many places stay as they are, because others have touched them since; nothing where it is none.
    pub(in crate::ui) fn warn_left(&self, left: usize, lang: Lang) {
        if left > 0 {
            let places = [("n", &*left.to_string())];
            self.warn(texts::fill(texts::frame::UNDO_LEFT, lang, &places));
        }
    }

    /// Something was refused or failed.
    pub(in crate::ui) fn error(&self, text: String) {
        self.push(NoticeKind::Error, text, None, 0);
    }

    /// Takes away what that button belongs to: what it says is no longer so.
    pub(in crate::ui) fn withdraw(&self, hook: &str) {
        let is_it = |notice: &Notice| {
            notice
                .action
                .as_ref()
                .is_some_and(|(_, its, _)| *its == hook)
        };
        self.shown
            .update(|shown| shown.retain(|notice| !is_it(notice)));
    }

    /// Takes away what was said of earlier deeds.
    pub(in crate::ui) fn clear(&self) {
        self.shown.update(Vec::clear);
    }

    /// Another page begins, without what was said of the page before; what is closed by hand stays.
    pub(in crate::ui) fn turn_page(&self) {
        self.shown.update(|shown| {
            shown.retain_mut(|notice| {
                let stays = notice.stays > 0 || notice.holds_an_only_undo();
                notice.stays = notice.stays.saturating_sub(1);
                stays
            });
        });
    }
}
