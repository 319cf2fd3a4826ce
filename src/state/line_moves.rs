//! What a line of a meeting asks to move: the one task or milestone that it names, by its number or its name, and
//! the one day in it. A line that names neither, or several, moves nothing: what is to change is then chosen in the
//! request.

use super::result_lines::LineGround;
use super::session::Session;
use crate::analysis::words::codes::display_code;
use crate::analysis::words::said_line::only_day;
use crate::model::log::Write;
use crate::model::template::{CellType, Form, Key};
use crate::model::{Log, RecordId, Value};
use crate::templates::{change_item, milestone, task};
use chrono::NaiveDate;

/// Letters of a name that say enough to mean it.
const LEAST_LETTERS: usize = 2;

/// A date of the plan that a line asks to be another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineMove {
    pub target: RecordId,
    pub from: Option<NaiveDate>,
    pub to: NaiveDate,
}

impl LineMove {
    /// The date that it moves.
    fn key(&self) -> Key<NaiveDate> {
        date_of(&self.target)
    }
}

impl Session {
    /// What a line of a change asks to move; nothing where it does not name both what and to which day.
    pub fn line_move(&self, ground: &LineGround, text: &str) -> Option<LineMove> {
        self.read(|log| {
            let to = only_day(text, &self.around_line(log), &ground.book)?;
            let target = named_in(log, &text.to_lowercase())?;
            let from = Form::new(log, target.clone()).get(date_of(&target));
            (from != Some(to)).then_some(LineMove { target, from, to })
        })
    }

    /// The row of a request that says so.
    pub(super) fn line_move_writes(&self, request: &RecordId, one: &LineMove) -> Vec<Write> {
        let before = one.from.map(|day| day.to_string()).unwrap_or_default();
        let row = vec![
            (change_item::TARGET.name, one.target.write()),
            (change_item::FIELD.name, Value::text(one.key().name)),
            (change_item::BEFORE.name, Value::typed(&before)),
            (change_item::AFTER.name, Value::text(one.to.to_string())),
        ];
        let said = row.into_iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<(&str, Value)> = said.collect();
        let (_, writes) = self.new_rows(change_item::KIND, Some(request), None, &[said]);
        writes
    }
}

/// By when a task or a milestone is to be.
fn date_of(record: &RecordId) -> Key<NaiveDate> {
    match record.kind() == milestone::KIND {
        true => milestone::CURRENT_DATE,
        false => task::CURRENT_END,
    }
}

/// The open task or milestone that a text in small letters names: the only one by number, else the only one of the
/// longest name that stands in it.
fn named_in(log: &Log, text: &str) -> Option<RecordId> {
    let mut open: Vec<RecordId> = log.rows(task::KIND);
    open.retain(|one| task::is_open(&Form::new(log, one.clone())));
    let by_number = |one: &&RecordId| has_number(text, &display_code(log, one).to_lowercase());
    let mut numbered = open.iter().filter(by_number);
    if let Some(first) = numbered.next() {
        return numbered.next().is_none().then(|| first.clone());
    }
    let mut named: Vec<(usize, RecordId)> = Vec::new();
    let reached = |one: &RecordId| Form::new(log, one.clone()).has(milestone::ACTUAL_DATE.name);
    let milestones = log.rows(milestone::KIND).into_iter();
    for one in open
        .into_iter()
        .chain(milestones.filter(|one| !reached(one)))
    {
        let key = match one.kind() == milestone::KIND {
            true => milestone::NAME,
            false => task::TITLE,
        };
        let name = Form::new(log, one.clone()).get(key).unwrap_or_default();
        let name = name.trim().to_lowercase();
        let letters = name.chars().count();
        if letters >= LEAST_LETTERS && text.contains(&name) {
            named.push((letters, one));
        }
    }
    let longest = named.iter().map(|(letters, _)| *letters).max()?;
    named.retain(|(letters, _)| *letters == longest);
    match named.as_slice() {
        [(_, one)] => Some(one.clone()),
        _ => None,
    }
}

/// Whether a number stands in a text by itself: T-1 does not in T-17.
fn has_number(text: &str, number: &str) -> bool {
    let runs_on = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '·');
    let mut places = text.match_indices(number);
    !number.is_empty()
        && places.any(|(at, found)| {
            let before = text[..at].chars().next_back();
            let behind = text[at + found.len()..].chars().next();
            !runs_on(before) && !runs_on(behind)
        })
}
