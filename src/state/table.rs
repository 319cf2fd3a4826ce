//! Lines copied from another program's table: what they mean as records of a kind, and the one act they become.
//! Nothing of people is guessed: a name that nobody on the list has stays out and is told. Knows no clipboard.

mod column;
mod heading;
mod reader;
mod vacant;

use super::session::Session;
use crate::analysis::words::cells::CopiedCells;
use crate::analysis::words::typed::{Order, Unread};
use crate::model::log::Write;
use crate::model::template::{Field, Form, STATUS, Template};
use crate::model::{RecordId, Value};
use crate::templates::proposal;
use reader::PasteReader;
use vacant::OpenPlaces;

/// A cell that could not be read; its letters are kept where a field keeps letters.
#[derive(Debug, Clone)]
pub struct UnreadCell {
    /// The line, from 1, the header not counted.
    pub line: usize,
    /// The field it was meant for.
    pub field: &'static Field,
    /// What stood there.
    pub text: String,
    /// Why, and what it may have meant.
    pub unread: Unread,
}

/// Whether the first of copied lines names the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FirstLine {
    /// It is judged by what stands there.
    #[default]
    Judged,
    /// It does: somebody said so.
    Heading,
    /// It is a record like the others: somebody said so.
    Record,
}

/// Lines as they were copied, and where they are to go.
#[derive(Debug, Clone)]
pub struct Copied<'a> {
    /// The lines, cell by cell.
    pub cells: CopiedCells,
    pub first_line: FirstLine,
    /// The field of the first column, where they go to a cell.
    pub from: Option<&'a str>,
    /// The records from that cell on.
    pub onto: &'a [RecordId],
    /// The order of day and month, where somebody was asked.
    pub order: Option<Order>,
}

impl<'a> Copied<'a> {
    /// Lines of letters for new records.
    pub fn new(text: &str) -> Self {
        Self::of(CopiedCells::of_text(text))
    }

    /// CopiedCells for new records.
    pub fn of(cells: CopiedCells) -> Self {
        Self {
            cells,
            first_line: FirstLine::Judged,
            from: None,
            onto: &[],
            order: None,
        }
    }
}

/// The fields of one copied line and their values.
pub type PastedRow = Vec<(&'static str, Value)>;

/// What copied lines were understood as.
#[derive(Debug, Clone)]
pub struct Pasted {
    /// The template of the records.
    pub template: &'static Template,
    /// What the line said that names the columns, where there is one.
    pub heading: Option<Vec<String>>,
    /// Whether the first line could be that line.
    pub may_be_heading: bool,
    /// What stood above it.
    pub titles: Vec<String>,
    /// The field of each column; none where nothing is taken from it.
    pub columns: Vec<Option<&'static Field>>,
    /// What holds something and finds no place.
    pub left: Vec<LeftColumn>,
    /// Line by line the fields and their values; empty places are left out.
    pub rows: Vec<PastedRow>,
    /// The cells that could not be read.
    pub unread: Vec<UnreadCell>,
    /// The orders of day, month and year that its dates may have, where they do not say it: somebody is asked before
    /// anything is written.
    pub asks: Vec<Order>,
}

/// A column from which something is not taken.
#[derive(Debug, Clone)]
pub struct LeftColumn {
    /// Its place, from 1.
    pub place: usize,
    /// What it is called where it was copied; "" where no line names the columns.
    pub heading: String,
    /// The field it is about, where it is about one.
    pub field: Option<&'static Field>,
    /// How many values are not taken.
    pub count: usize,
    pub why: LeftWhy,
}

/// Why a column finds no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftWhy {
    /// No field is called so.
    Unknown,
    /// Another column is called the same.
    Twice,
    /// The table has no column that far right.
    Beyond,
    /// The app counts it itself.
    Counted,
    /// Only a step changes it.
    ByAStep,
    /// It is ticked in the form.
    InTheForm,
}

/// What taking copied lines did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableTaken {
    pub made: Vec<RecordId>,
    /// Records that stood there and were written into.
    pub filled: usize,
    /// How many cells of them became suggestions, being for others to write.
    pub suggested: usize,
}

impl Pasted {
    /// How many lines hold something.
    pub fn count(&self) -> usize {
        self.rows.iter().filter(|row| !row.is_empty()).count()
    }
}

/// Whether a text was copied from a table: it has a tab, or several lines.
pub fn is_table(text: &str) -> bool {
    text.trim_end_matches(['\r', '\n'])
        .contains(['\t', '\r', '\n'])
}

impl Session {
    /// Reads copied lines as records of a kind. Without a header the columns are those of the kind's table, from the
    /// field `from` on; a column that the app fills takes part only where the copied texts fit it.
    pub fn read_table(&self, template: &'static Template, copied: &Copied<'_>) -> Pasted {
        let (now, zone) = (self.now(), self.zone());
        self.read(|log| {
            let reader = PasteReader {
                log,
                template,
                copied,
                now,
                zone,
            };
            reader.read()
        })
    }

    /// Writes copied lines in one act: the first ones into the records given, the others into open places that wait for
    /// them and as new records at the end, which also get the fields of `besides` that their line leaves open. A state
    /// is given to new records alone.
    pub fn take_table(
        &self,
        pasted: &Pasted,
        onto: &[RecordId],
        besides: &[(&'static str, Value)],
    ) -> TableTaken {
        let (over, beyond) = pasted.rows.split_at(onto.len().min(pasted.rows.len()));
        let mut writes: Vec<Write> = Vec::new();
        let (mut filled, mut suggested) = (0, 0);
        let (placed, beyond): (Vec<_>, Vec<_>) = self.read(|log| {
            let mut places = OpenPlaces::of(log, pasted.template, onto);
            let place = |row| (places.take(row), row);
            beyond
                .iter()
                .map(place)
                .partition(|(place, _)| place.is_some())
        });
        let placed = placed
            .iter()
            .filter_map(|(place, row)| Some((place.as_ref()?, *row)));
        for (record, row) in onto.iter().zip(over).chain(placed) {
            let row: Vec<Write> = row
                .iter()
                .filter(|(key, _)| *key != STATUS)
                .map(|(key, value)| self.write_of(record, key, value.clone()))
                .collect();
            let row = self.by_role(row);
            suggested += row
                .iter()
                .filter(|write| write.record.kind() == proposal::PROPOSAL.kind)
                .filter(|write| write.key.as_str() == proposal::VALUE.name)
                .count();
            filled += usize::from(!row.is_empty());
            writes.extend(row);
        }
        let new: Vec<Vec<(&str, Value)>> = beyond
            .into_iter()
            .filter(|(_, row)| !row.is_empty())
            .map(|(_, row)| {
                let mut row = row.clone();
                let open: Vec<_> = besides
                    .iter()
                    .filter(|(key, _)| row.iter().all(|(given, _)| given != key))
                    .cloned()
                    .collect();
                row.extend(open);
                row
            })
            .collect();
        let (made, more) = self.new_rows(pasted.template.kind, None, None, &new);
        writes.extend(more);
        let has_any = writes
            .iter()
            .any(|write| write.seen.makes_a_change(&write.value));
        if self.apply(writes, None).is_empty() && has_any {
            // Refused, which is told where it was.
            return TableTaken::default();
        }
        TableTaken {
            made,
            filled,
            suggested,
        }
    }

    /// Adds a copy of a record behind it, without its number, its state and how far it has come.
    pub fn copy_row(&self, record: &RecordId) -> Option<RecordId> {
        let fields: Vec<(String, Value)> = self.read(|log| {
            let form = Form::new(log, record.clone());
            let template = form.template()?;
            let is_copied = |field: &Field| !field.filled && !field.latest && !field.progress;
            let keys = log
                .keys(record)
                .filter(|key| template.field(key.as_str()).is_some_and(is_copied));
            Some(
                keys.map(|key| (key.to_string(), log.value(record, key)))
                    .filter(|(_, value)| !value.is_empty())
                    .collect(),
            )
        })?;
        let parent = self.read(|log| log.parent_of(record));
        let fields: Vec<(&str, Value)> = fields
            .iter()
            .map(|(key, value)| (key.as_str(), value.clone()))
            .collect();
        self.add_rows(record.kind(), parent.as_ref(), Some(record), &[fields])
            .pop()
    }
}
