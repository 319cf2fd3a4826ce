//! The letters and choices of an update, which stay until they are noted, also when the page is loaded anew.

use crate::analysis::words::figures::SaidFigures;
use crate::model::RecordId;
use crate::model::template::Label;
use crate::state::Session;
use crate::ui::screen::base::composer::{keep, unsaid};
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
        let place = format!("progress/{task}");
        unsaid(ui, session, place.clone(), || {
            let (one, task) = (Self::new(), task.clone());
            let put = move |letters: Vec<String>| one.put(session, &task, letters);
            keep(
                ui,
                session,
                &place,
                Box::new(move || one.letters()),
                Box::new(put),
            );
            one
        })
    }

    /// What a hand typed or chose; watched.
    fn letters(self) -> Vec<String> {
        let said = self.said().map(|one| one.get());
        let figures = [
            (self.percent, self.is_percent_own),
            (self.forecast, self.is_day_own),
        ]
        .map(|(figure, is_own)| {
            if is_own.get() {
                figure.get()
            } else {
                String::new()
            }
        });
        said.into_iter().chain(figures).collect()
    }

    /// Writes back what was typed, and reads the sentence again.
    fn put(self, session: Session, task: &RecordId, letters: Vec<String>) {
        let mut letters = letters.into_iter().chain(std::iter::repeat(String::new()));
        for (line, letters) in self.said().into_iter().zip(&mut letters) {
            line.set(letters);
        }
        let figures = session.figures_said(task, &self.done.get_untracked());
        let said = [
            figures.percent.map(|percent| percent.to_string()),
            figures.day.map(|day| day.to_string()),
        ];
        let boxes = [
            (self.percent, self.is_percent_own),
            (self.forecast, self.is_day_own),
        ];
        for (((line, is_own), letters), said) in boxes.into_iter().zip(letters).zip(said) {
            is_own.set(!letters.is_empty());
            line.set(if letters.is_empty() {
                said.unwrap_or_default()
            } else {
                letters
            });
        }
        self.figures.set(figures);
        self.is_resumed.set(self.is_begun());
    }

    /// The letters that are nothing but typed or chosen.
    pub(super) const fn said(self) -> [RwSignal<String>; 6] {
        [
            self.confidence,
            self.done,
            self.cause,
            self.remaining,
            self.next_step,
            self.hours,
        ]
    }

    /// Whether something is typed or chosen that is not noted.
    pub(super) fn is_begun(self) -> bool {
        let has_letters =
            |one: &RwSignal<String>| one.with_untracked(|text| !text.trim().is_empty());
        let own = [self.is_percent_own, self.is_day_own];
        self.said().iter().any(has_letters) || own.iter().any(|own| own.get_untracked())
    }

    /// Whether it says that nothing is left.
    pub(super) fn is_complete(self) -> bool {
        self.percent.with(|percent| percent.trim() == "100")
    }
}
