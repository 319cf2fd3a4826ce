//! Where a consultation stands: which departments have said something, which have nothing to say, which are silent;
//! what became of their lines, and which of these came after the answers were shown. Silence is never consent.

use crate::analysis::people::who::holds;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::Form;
use crate::templates::{consultation, department, member, opinion};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Fewer working days are too short to ask anybody in.
pub const LEAST_WORKING_DAYS: u32 = 3;

/// What one department says to a draft as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DepartmentSays {
    /// Nothing at all, which is not consent.
    Silent,
    /// That it has nothing to say.
    NoComment,
    /// So many lines.
    Lines(usize),
}

/// What those departments say that say anything, in one pass over the lines.
fn said_by_departments(form: &Form<'_>) -> BTreeMap<RecordId, DepartmentSays> {
    let mut counted: BTreeMap<RecordId, (usize, bool)> = BTreeMap::new();
    for row in form.rows(opinion::KIND) {
        if let Some(department) = row.get(opinion::DEPARTMENT) {
            let (lines, is_none) = counted.entry(department).or_default();
            *lines += usize::from(opinion::is_said(&row));
            *is_none |= opinion::is_none(&row);
        }
    }
    let voice = |(department, counts): (RecordId, (usize, bool))| match counts {
        (0, true) => Some((department, DepartmentSays::NoComment)),
        (0, false) => None,
        (lines, _) => Some((department, DepartmentSays::Lines(lines))),
    };
    gather(counted.into_iter().filter_map(voice))
}

/// A draft that asks departments, for whoever asks what waits for somebody.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::analysis) struct AskingDraft {
    pub(in crate::analysis) record: RecordId,
    /// The department of whoever answers, which is not asked.
    home: Option<RecordId>,
    spoke: BTreeSet<RecordId>,
}

impl AskingDraft {
    /// The drafts that ask, in their order: read once for everybody.
    pub(in crate::analysis) fn all(log: &Log) -> Rc<Vec<Rc<Self>>> {
        let read = |log: &Log, record: &RecordId| {
            let form = Form::new(log, record.clone());
            consultation::is_asking(&form).then(|| Self {
                home: home_of(&form),
                spoke: gather(said_by_departments(&form).into_keys()),
                record: record.clone(),
            })
        };
        log.each_row(consultation::KIND, "asking", (), read)
    }

    /// Whether one of these departments, which are on the list, is asked and has said nothing; nothing where none of
    /// them is asked.
    pub(in crate::analysis) fn is_silent(&self, departments: &[RecordId]) -> Option<bool> {
        let has_spoken = |one: &RecordId| self.spoke.contains(one);
        let owes = |one: &RecordId| self.home.as_ref() != Some(one) && !has_spoken(one);
        let is_silent = departments.iter().any(owes);
        let is_asked = is_silent || departments.iter().any(has_spoken);
        is_asked.then_some(is_silent)
    }
}

/// The department of whoever answers.
fn home_of(form: &Form<'_>) -> Option<RecordId> {
    let answerer = form.referred(consultation::ANSWERER)?;
    answerer.get(member::DEPARTMENT)
}

/// The departments that are asked, in their order, each with what it says: all but that of whoever answers, and those
/// that speak without being asked.
pub fn voices(form: &Form<'_>) -> Vec<(RecordId, DepartmentSays)> {
    let home = home_of(form);
    let said = said_by_departments(form);
    let voice = |department: &RecordId| {
        let said = said.get(department).copied();
        said.unwrap_or(DepartmentSays::Silent)
    };
    let all = form.all(department::KIND).into_iter();
    let spoken = all.map(|one| (voice(one.record()), one.record().clone()));
    spoken
        .filter(|(voice, one)| *voice != DepartmentSays::Silent || home.as_ref() != Some(one))
        .map(|(voice, one)| (one, voice))
        .collect()
}

/// How many departments have said something, of how many; nothing before they are asked.
pub fn replied_of(form: &Form<'_>) -> Option<(usize, usize)> {
    if !consultation::is_begun(form) {
        return None;
    }
    let all = voices(form);
    let spoken = all
        .iter()
        .filter(|(_, voice)| *voice != DepartmentSays::Silent);
    Some((spoken.count(), all.len()))
}

/// The departments that have said nothing.
pub fn silent_departments(form: &Form<'_>) -> Vec<RecordId> {
    let all = voices(form).into_iter();
    let silent = all.filter(|(_, voice)| *voice == DepartmentSays::Silent);
    silent.map(|(department, _)| department).collect()
}

/// The departments that somebody speaks for and that are asked.
pub fn asked_as(form: &Form<'_>, me: &RecordId) -> Vec<RecordId> {
    let mut all: Vec<RecordId> = voices(form).into_iter().map(|(one, _)| one).collect();
    all.retain(|one| holds(form, me, member::REP, Some(one)));
    all
}

/// The lines that nobody has answered as they stand.
pub fn unanswered_lines(form: &Form<'_>) -> Vec<RecordId> {
    let mut lines = opinion::said_to(form);
    lines.retain(|line| !opinion::is_answered(line));
    lines.iter().map(|line| line.record().clone()).collect()
}

/// Whether the time to say something is over: its day has passed, or no more is taken.
pub fn is_over(form: &Form<'_>, today: NaiveDate) -> bool {
    let is_past = form.get(consultation::DUE).is_some_and(|due| due < today);
    consultation::is_begun(form) && (is_past || !consultation::is_asking(form))
}

/// Whether the departments have too few working days to say something, counted from the day they are asked.
pub fn is_too_short(form: &Form<'_>, now: Moment) -> bool {
    let from = form.get(consultation::ASKED_AT).unwrap_or(now).date_naive();
    let Some(due) = form.get(consultation::DUE) else {
        return false;
    };
    let enough = calendar_of(form).add_working_days(from, LEAST_WORKING_DAYS);
    consultation::is_open(form) && enough.is_some_and(|enough| due < enough)
}

/// The lines that whoever showed the answers had not seen.
pub fn late_lines(form: &Form<'_>) -> BTreeSet<RecordId> {
    if consultation::is_open(form) {
        return BTreeSet::new();
    }
    let key = FieldKey::of(consultation::ANSWERED_AT.name);
    let rows = form.rows(opinion::KIND);
    let cells: Vec<_> = rows
        .iter()
        .flat_map(|row| opinion::said_cells(row.record()))
        .collect();
    let changed = form.log().changed_since(form.record(), &key, &cells);
    gather(changed.into_iter().map(|((record, _), _)| record))
}

/// The lines of a consultation as they are read: clause by clause in the order of the draft, those that came late last.
pub fn in_order(form: &Form<'_>) -> Vec<RecordId> {
    let late = late_lines(form);
    let clauses = consultation::clauses(form);
    let place = |clause: Option<String>| {
        let clause = clause.unwrap_or_default();
        let at = clauses.iter().position(|one| is_clause(one, &clause));
        (at.unwrap_or(clauses.len()), number_in(&clause))
    };
    let mut lines: Vec<_> = opinion::said_to(form)
        .into_iter()
        .map(|line| {
            let is_late = late.contains(line.record());
            let place = place(line.get(opinion::CLAUSE));
            (is_late, place, line.record().clone())
        })
        .collect();
    lines.sort_by_key(|(is_late, place, _)| (*is_late, *place));
    lines.into_iter().map(|(.., line)| line).collect()
}

/// The unanswered lines that speak to the same clause as one of them, itself included.
pub fn at_same_clause(form: &Form<'_>, line: &RecordId) -> Vec<RecordId> {
    let clause = form.other(line.clone()).get(opinion::CLAUSE);
    let Some(clause) = clause.filter(|clause| !clause.trim().is_empty()) else {
        return vec![line.clone()];
    };
    let mut all = opinion::said_to(form);
    all.retain(|one| {
        let is_same = one
            .get(opinion::CLAUSE)
            .is_some_and(|other| is_clause(&other, &clause));
        one.record() == line || is_same && !opinion::is_answered(one)
    });
    all.iter().map(|one| one.record().clone()).collect()
}

/// Whether two names mean one clause: letter by letter without spaces, or one is the other with its title behind it.
pub fn is_clause(a: &str, b: &str) -> bool {
    let squeezed = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let (a, b) = (squeezed(a), squeezed(b));
    let is_more = |long: &str, short: &str| {
        let rest = long.strip_prefix(short);
        let ends_in_digit = short.ends_with(|c: char| c.is_ascii_digit());
        rest.is_some_and(|rest| {
            let goes_on = rest.starts_with(|c: char| c.is_ascii_digit());
            !(short.is_empty() || ends_in_digit && goes_on)
        })
    };
    a == b || is_more(&a, &b) || is_more(&b, &a)
}

/// The first number in the name of a clause; clauses without one stand last.
fn number_in(clause: &str) -> u32 {
    let digits: String = clause
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap_or(u32::MAX)
}
