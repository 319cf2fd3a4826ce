//! The letters and choices of an update, which stay as long as the page lives until they are noted.

use crate::analysis::words::figures::SaidFigures;
use crate::model::RecordId;
use crate::model::template::Label;
use crate::state::Session;
use crate::ui::screen::base::composer::unsaid;
use crate::ui::screen::base::context::Ui;
use leptos::prelude::*;

/// The letters and choices of an update.
#[derive(Clone, Copy)]
pub(super) struct NoteTyping {
    pub(super) percent: RwSignal<String>,
    pub(super) confidence: RwSignal<String>,
    pub(super) done: RwSignal<String>,
    pub(super) forecast: RwSignal<String>,
    pub(super) cause: RwSignal<String>,
    pub(super) remaining: RwSignal<String>,
    pub(super) next_step: RwSignal<String>,
    pub(super) hours: RwSignal<String>,
    /// What the sentence says in figures.
    pub(super) figures: RwSignal<SaidFigures>,
    /// Whether a hand has been in the box of the per cent, and in that of the day.
    pub(super) is_percent_own: RwSignal<bool>,
    pub(super) is_day_own: RwSignal<bool>,
    /// Why it is not noted yet.
    pub(super) problem: RwSignal<Option<Label>>,
    /// Whether the last one was noted and nothing new is typed.
    pub(super) is_noted: RwSignal<bool>,
    /// Whether somebody comes back to what was left half said.
    pub(super) is_resumed: RwSignal<bool>,
}

impl NoteTyping {
    fn new() -> Self {
        let letters = || RwSignal::new(String::new());
        Self {
            percent: letters(),
            confidence: letters(),
            done: letters(),
            forecast: letters(),
            cause: letters(),
            remaining: letters(),
            next_step: letters(),
            hours: letters(),
            figures: RwSignal::default(),
            is_percent_own: RwSignal::new(false),
            is_day_own: RwSignal::new(false),
            problem: RwSignal::new(None),
            is_noted: RwSignal::new(false),
            is_resumed: RwSignal::new(false),
        }
    }

    /// What is being said of a task, wherever that is shown.
    pub(super) fn at(ui: Ui, session: Session, task: &RecordId) -> Self {
        unsaid(ui, session, format!("progress/{task}"), Self::new)
    }

    /// Whether something is typed or chosen that is not noted.
    pub(super) fn is_begun(self) -> bool {
        let letters = [
            self.confidence,
            self.done,
            self.cause,
            self.remaining,
            self.next_step,
            self.hours,
        ];
        let has_letters =
            |one: &RwSignal<String>| one.with_untracked(|text| !text.trim().is_empty());
        let own = [self.is_percent_own, self.is_day_own];
        letters.iter().any(has_letters) || own.iter().any(|own| own.get_untracked())
    }

    /// Whether it says that nothing is left.
    pub(super) fn is_complete(self) -> bool {
        self.percent.with(|percent| percent.trim() == "100")
    }
}
