//! What reading a text comes to: a value, or the reason why it is none and what it may have meant.

use crate::model::Value;

/// What is wrong with the value of a field, for one sentence under the control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// A date field holds something else.
    NotADate,
    /// A date-time field holds something else.
    NotAMoment,
    /// It does not say on which day: 待定, 尽快, 下周, a month.
    NoDay,
    /// The month has no such day.
    NoSuchDay,
    /// It can be read in two ways.
    Ambiguous,
    /// Two days, where one is asked for.
    TwoDates,
    /// A day and more, which would be lost: 3月12日前.
    MoreThanADate,
    /// The weekday it names is another one.
    WrongWeekday,
    /// Before the beginning of what it ends.
    BeforeStart,
    /// Without a year, and in none of them near the days of the project.
    FarFromProject,
    /// A whole-number field holds something else.
    NotAnInteger,
    /// A decimal field holds something else.
    NotANumber,
    /// A number and more, which would be lost: 约 30.
    MoreThanANumber,
    /// Commas that do not stand before groups of three.
    Commas,
    /// A money field holds something else.
    NotMoney,
    /// An amount with parts of a 分.
    TooFine,
    /// A number out of its range.
    OutOfRange(i64, i64),
    /// An amount below zero, of which there cannot be any.
    BelowZero,
    /// A text longer than allowed: limit, length.
    TooLong(usize, usize),
    /// What a spreadsheet shows where it could not work out a cell: #N/A.
    SheetError,
    /// None of the choices of the field.
    NotAChoice,
    /// Several choices, where one is asked for.
    SeveralChoices,
    /// Neither yes nor no.
    NotYesOrNo,
    /// A name that none of those to choose from has.
    NotListed,
    /// A name that several of them have.
    SeveralOfTheName,
    /// Several names, where one is asked for.
    SeveralNames,
    /// A known name, and beside it something that is not said of them.
    OtherBeside,
}

/// What of a value was not typed, or not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Supplied {
    Nothing,
    Year(i32),
    /// The day, of a word like 下周五.
    Day,
    /// The time of day, by when usually.
    Time,
    /// A time of day was typed, and the field holds days.
    NoTime,
}

/// Why nothing was made of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The reason.
    pub why: Oddity,
    /// What it may have meant, the likeliest first.
    pub meant: Vec<Value>,
}

/// What a text means in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextReading {
    /// That value; nothing for an empty text.
    Is(Value, Supplied),
    /// It is for a person to say.
    Unread(Unread),
}

impl TextReading {
    /// Not read, and why, with what it may have meant.
    pub fn unread(why: Oddity, meant: impl IntoIterator<Item = Value>) -> Self {
        Self::Unread(Unread {
            why,
            meant: meant.into_iter().collect(),
        })
    }
}
