//! What is typed and chosen for an update before it counts, and what it is noted as.

use super::letters::NoteTyping;
use crate::analysis::words::figures::SaidFigures;
use crate::analysis::words::names::record_name;
use crate::analysis::words::typed::{Supplied, TextReading, plain};
use crate::model::line::{NAME_CHARS, one_line};
use crate::model::template::{CellType, Field, Label};
use crate::model::{FieldKey, RecordId, Value};
use crate::state::{ProgressNote, Session};
use crate::templates::{progress, task};
use crate::ui::screen::base::context::Ui;
use crate::ui::texts;
use leptos::prelude::*;

/// The update of one task as it is being said.
#[derive(Clone, Copy)]
pub(super) struct TaskNote {
    ui: Ui,
    pub(super) session: Session,
    task: StoredValue<RecordId>,
    pub(super) typing: NoteTyping,
}

impl TaskNote {
    pub(super) fn new(ui: Ui, session: Session, task: RecordId) -> Self {
        let typing = NoteTyping::at(ui, session, &task);
        typing.is_resumed.set(typing.is_begun());
        typing.is_noted.set(false);
        let one = Self {
            ui,
            session,
            task: StoredValue::new(task),
            typing,
        };
        // What others say of it meanwhile is shown, as long as nobody is in the box.
        Effect::new(move |_| {
            let said = typing.figures.get_untracked();
            let percent = typing.is_percent_own.get_untracked() || said.percent.is_some();
            let day = typing.is_day_own.get_untracked() || said.day.is_some();
            for (key, letters, is_typed) in [
                (task::PERCENT.name, typing.percent, percent),
                (task::FORECAST_END.name, typing.forecast, day),
            ] {
                let held = one.held(key);
                if !is_typed {
                    letters.set(held);
                }
            }
        });
        one
    }

    pub(super) fn task(self) -> RecordId {
        self.task.get_value()
    }

    /// What the task says now; watches it.
    fn held(self, key: &str) -> String {
        plain(&self.session.value(&self.task(), &FieldKey::of(key)))
    }

    /// The sentence is typed: what it says in figures goes into the boxes in which no hand has been.
    pub(super) fn say(self, sentence: String) {
        let typing = self.typing;
        let figures = self.session.figures_said(&self.task(), &sentence);
        if !typing.is_percent_own.get_untracked() {
            let said = figures.percent.map(|percent| percent.to_string());
            typing
                .percent
                .set(said.unwrap_or_else(|| untrack(|| self.held(task::PERCENT.name))));
        }
        if !typing.is_day_own.get_untracked() {
            let said = figures.day.map(|day| day.to_string());
            typing
                .forecast
                .set(said.unwrap_or_else(|| untrack(|| self.held(task::FORECAST_END.name))));
        }
        typing.figures.set(figures);
        typing.done.set(sentence);
        self.touch();
    }

    /// Something new is typed or chosen.
    pub(super) fn touch(self) {
        self.typing.is_noted.set(false);
        self.typing.problem.set(None);
    }

    /// The per cent goes up or down by so much.
    pub(super) fn move_percent(self, to: impl Fn(i64) -> i64) {
        let now = untrack(|| self.percent()).unwrap_or_default();
        self.type_percent(to(now).clamp(0, 100).to_string());
    }

    /// The per cent as it is typed, read as its field reads it; watches it.
    pub(super) fn percent(self) -> Option<i64> {
        let text = self.typing.percent.get();
        let value = self.value(task::PERCENT.name, &text).ok()?;
        value.as_int()
    }

    pub(super) fn type_percent(self, text: String) {
        self.typing.is_percent_own.set(true);
        self.typing.percent.set(text);
        self.touch();
    }

    /// What letters mean in a field of the task.
    pub(super) fn read(self, key: &str, text: &str) -> TextReading {
        let field: Option<&'static Field> = task::TASK.field(key);
        match field {
            Some(field) => self.session.read_field(&self.task(), field, text),
            None => TextReading::Is(Value::Null, Supplied::Nothing),
        }
    }

    fn value(self, key: &str, text: &str) -> Result<Value, ()> {
        match untrack(|| self.read(key, text)) {
            TextReading::Is(value, _) => Ok(value),
            TextReading::Unread(_) => Err(()),
        }
    }

    /// The hours as the row keeps them.
    fn hours(self, text: &str) -> Result<String, Label> {
        let Some(field) = progress::PROGRESS.field(progress::HOURS_SPENT.name) else {
            return Ok(String::new());
        };
        match untrack(|| self.session.read_field(&self.task(), field, text)) {
            TextReading::Is(value, _) => Ok(value.as_text().unwrap_or_default().to_owned()),
            TextReading::Unread(_) => Err(texts::progress::HOURS_HOW),
        }
    }

    /// What would be noted, or why nothing is.
    fn heard(self) -> Result<ProgressNote, Label> {
        let typing = self.typing;
        let text =
            |letters: RwSignal<String>| letters.with_untracked(|text| text.trim().to_owned());
        let confidence = text(typing.confidence);
        if confidence.is_empty() {
            return Err(texts::progress::CHOOSE_ONE);
        }
        let percent = self.value(task::PERCENT.name, &text(typing.percent));
        let percent = percent.map_err(|()| texts::progress::PERCENT_HOW)?.as_int();
        let done = text(typing.done);
        let before = untrack(|| {
            self.session
                .value(&self.task(), &FieldKey::of(task::PERCENT.name))
        });
        if percent.is_some() && percent < before.as_int() && done.is_empty() {
            return Err(texts::progress::WHY_LOWER);
        }
        let is_unsure = confidence != progress::ON_TRACK.key;
        let forecast = match is_unsure {
            true => self.value(task::FORECAST_END.name, &text(typing.forecast)),
            false => Ok(typing.figures.with_untracked(|figures| {
                let day = figures.day;
                day.map_or(Value::Null, |day| day.write())
            })),
        };
        let is_late = confidence == progress::OFF_TRACK.key;
        Ok(ProgressNote {
            percent,
            done,
            key_data: typing.figures.with_untracked(|figures| {
                figures
                    .told
                    .join(texts::LIST_SEPARATOR.text(self.ui.lang.get_untracked()))
            }),
            forecast: forecast.map_err(|()| texts::progress::DAY_HOW)?,
            cause: if is_late {
                text(typing.cause)
            } else {
                String::new()
            },
            remaining: text(typing.remaining),
            next_step: text(typing.next_step),
            hours: self.hours(&text(typing.hours))?,
            confidence,
        })
    }

    /// Notes it; false where something is missing, which is said.
    pub(super) fn note(self) -> bool {
        match self.heard() {
            Ok(note) => {
                let is_written = !self.session.note_progress(&self.task(), &note).is_empty();
                if is_written {
                    let said = self.ui.text(texts::progress::PROGRESS_NOTED).to_owned();
                    self.ui.notices.done(self.session, said, "undo-progress");
                    self.begin_anew();
                }
                is_written
            }
            Err(problem) => {
                self.typing.problem.set(Some(problem));
                false
            }
        }
    }

    /// Notes it where somebody has chosen how sure they are: what is only half said waits.
    pub(super) fn note_what_is_chosen(self) {
        let is_chosen = self
            .typing
            .confidence
            .try_with_untracked(|chosen| !chosen.is_empty());
        if is_chosen == Some(true) {
            self.note();
        }
    }

    /// Says of what is left half said that it waits.
    pub(super) fn say_that_it_waits(self) {
        if self.typing.is_begun() {
            let lang = self.ui.lang.get_untracked();
            let name = self
                .session
                .read(|log| record_name(log, &self.task(), lang));
            let name = one_line(&name, NAME_CHARS);
            let places = [("name", name.as_str())];
            let said = texts::fill(texts::progress::PROGRESS_WAITS, lang, &places);
            self.ui.notices.info_there(said);
        }
    }

    /// Notes it, and goes to where the task is submitted.
    pub(super) fn note_and_submit(self) {
        if self.note() {
            let task = self.task();
            crate::ui::screen::base::dom::go(&crate::state::Route::of_record(
                self.session.project(),
                &task,
            ));
        }
    }

    fn begin_anew(self) {
        let typing = self.typing;
        for letters in typing.said() {
            letters.set(String::new());
        }
        typing.figures.set(SaidFigures::default());
        for is_own in [typing.is_percent_own, typing.is_day_own] {
            is_own.set(false);
        }
        typing
            .percent
            .set(untrack(|| self.held(task::PERCENT.name)));
        typing
            .forecast
            .set(untrack(|| self.held(task::FORECAST_END.name)));
        typing.problem.set(None);
        typing.is_resumed.set(false);
        typing.is_noted.set(true);
    }
}
