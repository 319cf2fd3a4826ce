//! Work that a form gives to people: who answers for it, by when, and whose turn it is.

use super::Label;
use super::field::Key;
use super::form::Form;
use crate::model::clock::Moment;
use crate::model::id::RecordId;
use chrono::NaiveDate;

/// When work is due, as a template says it: as a day or as a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// By the end of a day.
    Day(NaiveDate),
    /// By a moment of the clock.
    Moment(Moment),
}

impl Due {
    /// Its day, in the place where it was written.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => moment.date_naive(),
        }
    }
}

/// Who is to do the next thing on a form.
#[derive(Debug, Clone, Copy)]
pub enum Turn {
    /// The owner's, or of who stands in.
    Owner,
    /// The owner's once it is late or due within a week, or of who stands in on that day.
    OwnerInTime,
    /// The person's in that reference field.
    Person(&'static str),
    /// Of whoever may take that step.
    Step(&'static str),
    /// Of those who are named for that step: the first of them that somebody is.
    Awaited(&'static str),
    /// The person's in that reference field once it is late or due within so many working days, or of who stands in.
    PersonInTime(&'static str, i64),
    /// The same as a step, from the day in that field on.
    StepFrom(&'static str, Key<NaiveDate>),
}

/// How much work it is, and over which days it is spread.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Its first day.
    pub from: Key<NaiveDate>,
    /// Its last day.
    pub to: Key<NaiveDate>,
    /// Person-days, in plain decimal notation.
    pub person_days: Key<String>,
}

/// What a form says of the work it is.
#[derive(Debug, Clone, Copy)]
pub struct Work {
    /// What it is called in a sentence.
    pub called: Label,
    /// What several are called in a sentence.
    pub many: Label,
    /// Who answers for it.
    pub owner: Key<RecordId>,
    /// The field that says by when.
    pub due_field: &'static str,
    /// By when, as far as that counts in the state the form is in.
    pub due: fn(&Form<'_>) -> Option<Due>,
    /// A further day on which its owner has to look.
    pub watched: Option<Key<NaiveDate>>,
    /// Whether the time runs.
    pub runs: fn(&Form<'_>) -> bool,
    /// Whether the owner has to do something, and so who stands in.
    pub in_hand: fn(&Form<'_>) -> bool,
    /// How much it is, where that is said: what it loads its owner with (F-15).
    pub effort: Option<Effort>,
    /// Whether two open ones of one owner under one title may be the same (G-12).
    pub alike: bool,
    /// Whose turn it is in which states. Empty: it comes up by itself on no list of what is to do.
    pub turns: &'static [(&'static [&'static str], &'static [Turn])],
}

impl Work {
    /// Whether it comes up by itself on the lists of what is to do.
    pub const fn comes_up(&self) -> bool {
        !self.turns.is_empty()
    }
    /// Whose turn it is in a state.
    pub fn turns_in(&self, status: &str) -> &'static [Turn] {
        let mut turns = self.turns.iter();
        turns
            .find(|(states, _)| states.contains(&status))
            .map_or(&[], |(_, turns)| turns)
    }
}
