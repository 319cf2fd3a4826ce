//! One typed line that becomes a record: of which sort, whose it is, by when, and what is left is its text. What is not
//! recognised is empty or proposed, and a proposal is called one; nothing is filled unseen. Knows no screen.

mod days;
mod people;

pub use people::LineBook;

use super::look::narrow_in_name;
use super::typed::Around;
use crate::analysis::time::calendar::Calendar;
use crate::model::RecordId;
use crate::templates::action;
use crate::templates::minutes_item::{ACTION, LineSort, NOTE, SORTS, sort_of};
use chrono::NaiveDate;
use std::ops::Range;

/// What stands around a line.
#[derive(Clone, Copy)]
pub struct LineAround<'a> {
    /// From where its days are read.
    pub around: &'a Around,
    pub book: &'a LineBook,
    /// Whose it is where it names nobody: the owner of what it stands under.
    pub owner: Option<&'a RecordId>,
    /// By when an action is due where it names no day: the next meeting.
    pub next_meeting: Option<NaiveDate>,
}

/// A part of a line: read in it, or proposed because it says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaidPart<T> {
    pub value: T,
    pub is_proposed: bool,
}

impl<T> SaidPart<T> {
    /// It was read, or chosen by hand.
    pub const fn read(value: T) -> Self {
        Self {
            value,
            is_proposed: false,
        }
    }
    const fn proposed(value: T) -> Self {
        Self {
            value,
            is_proposed: true,
        }
    }
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidLine {
    pub sort: &'static LineSort,
    pub text: String,
    pub who: Option<SaidPart<RecordId>>,
    pub when: Option<SaidPart<NaiveDate>>,
    /// The rest day that was named, where the day moved to the next working day.
    pub moved_from: Option<NaiveDate>,
}

impl SaidLine {
    /// Whether there is something to note.
    pub fn is_ready(&self) -> bool {
        !self.text.is_empty()
    }
}

/// A text letter by letter: as it was typed, and as it is compared, half-width and small.
pub(super) struct LineLetters {
    typed: Vec<char>,
    folded: Vec<char>,
}

impl LineLetters {
    fn of(text: &str) -> Self {
        let typed: Vec<char> = text.chars().collect();
        let small = |c: &char| {
            let c = narrow_in_name(*c);
            c.to_lowercase().next().unwrap_or(c)
        };
        let folded = typed.iter().map(small).collect();
        Self { typed, folded }
    }
    /// What stands before a place.
    fn before(&self, at: usize) -> Option<char> {
        self.folded.get(at.checked_sub(1)?).copied()
    }
    /// Whether a word stands at a place.
    fn has(&self, at: usize, word: &str) -> Option<usize> {
        let rest = self.folded.get(at..)?;
        let mut length = 0;
        for c in word.chars() {
            if rest.get(length) != Some(&c) {
                return None;
            }
            length += 1;
        }
        Some(length)
    }
    fn text(&self, range: Range<usize>) -> String {
        self.typed[range].iter().collect()
    }
    fn folded_text(&self, range: Range<usize>) -> String {
        self.folded[range].iter().collect()
    }
    fn len(&self) -> usize {
        self.folded.len()
    }
}

/// Whether a letter parts words: none of a name, a number or a Chinese word.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || !c.is_alphanumeric()
}

/// Reads a line.
pub fn said_line(line: &str, at: &LineAround<'_>) -> SaidLine {
    let line = line.trim();
    let (asked, line) = sort_asked(line);
    let letters = LineLetters::of(line);
    let named = at.book.places(&letters);
    let masked: Vec<Range<usize>> = named.iter().map(|one| one.range.clone()).collect();
    let day = days::first(&letters, &masked, at.around);
    let is_noted = named.is_empty() && day.is_none();
    let sort = asked.unwrap_or_else(|| sort_of(if is_noted { NOTE.key } else { ACTION.key }));
    if !sort.is_work {
        return SaidLine {
            sort,
            text: without(&letters, &mut []),
            who: None,
            when: None,
            moved_from: None,
        };
    }
    let mut cut: Vec<Range<usize>> = day.iter().map(|day| day.range.clone()).collect();
    let who = people::whose(&letters, &named, &cut);
    let (day, moved_from) = match &day {
        None => (None, None),
        Some(day) => moved(day.day, at.book.calendar()),
    };
    cut.extend(who.and_then(|who| people::apart(&letters, who, &cut)));
    let text = without(&letters, &mut cut);
    let usual_owner = || at.owner.cloned().map(SaidPart::proposed);
    let usual_day = || {
        let is_action = sort.becomes == action::KIND;
        at.next_meeting
            .filter(|_| is_action)
            .map(SaidPart::proposed)
    };
    SaidLine {
        sort,
        who: who
            .map(|one| SaidPart::read(one.person.clone()))
            .or_else(usual_owner),
        when: day.map(SaidPart::read).or_else(usual_day),
        moved_from,
        text,
    }
}

/// The one day that a text names outside of the names in it, a rest day as the working day after it; nothing where it
/// names several.
pub fn only_day(text: &str, around: &Around, book: &LineBook) -> Option<NaiveDate> {
    let letters = LineLetters::of(text);
    let named = book.places(&letters).into_iter();
    let mut masked: Vec<Range<usize>> = named.map(|one| one.range).collect();
    let found = days::first(&letters, &masked, around)?;
    masked.push(found.range.clone());
    let is_only = days::first(&letters, &masked, around).is_none();
    moved(found.day, book.calendar()).0.filter(|_| is_only)
}

/// The sort that a word and a colon at the start of a line ask for, and the rest of the line.
fn sort_asked(line: &str) -> (Option<&'static LineSort>, &str) {
    let Some(colon) = line.find([':', '：']) else {
        return (None, line);
    };
    let word = line[..colon].trim().to_lowercase();
    let mut sorts = SORTS.iter();
    let sort = sorts.find(|sort| sort.is_asked_by(&word));
    let after = line[colon..].trim_start_matches([':', '：']).trim_start();
    match sort {
        Some(sort) => (Some(sort), after),
        None => (None, line),
    }
}

/// A rest day moves to the next working day, and says so.
fn moved(day: NaiveDate, calendar: &Calendar) -> (Option<NaiveDate>, Option<NaiveDate>) {
    if calendar.is_working_day(day) {
        return (Some(day), None);
    }
    match calendar.next_working_day(day) {
        Some(working) if working != day => (Some(working), Some(day)),
        _ => (Some(day), None),
    }
}

/// The text without the parts that were read out of it.
fn without(letters: &LineLetters, cut: &mut [Range<usize>]) -> String {
    cut.sort_by_key(|range| range.start);
    let mut out = String::new();
    let mut from = 0;
    for range in cut.iter() {
        if range.start >= from {
            out.push_str(letters.text(from..range.start).trim_end());
            from = range.end;
            let rest = letters.text(from..letters.len());
            let is_edge = |c: char| c.is_whitespace() || "，,、；;".contains(c);
            let is_latin = out
                .chars()
                .last()
                .is_some_and(|c| c.is_ascii_alphanumeric());
            let trimmed = rest.trim_start_matches(is_edge);
            from += rest.chars().count() - trimmed.chars().count();
            let joins = trimmed
                .chars()
                .next()
                .is_some_and(|c| c.is_ascii_alphanumeric());
            let was_apart = trimmed.len() < rest.len() || range.start > 0;
            if !out.is_empty() && (is_latin || joins || was_apart && trimmed.len() < rest.len()) {
                out.push(' ');
            }
        }
    }
    out.push_str(&letters.text(from..letters.len()));
    let is_edge = |c: char| c.is_whitespace() || "，,、；;：:".contains(c);
    out.trim_matches(is_edge)
        .trim_end_matches(['。', '.'])
        .to_owned()
}
