//! Copied lines, cell by cell: which column is which field, and what a text means in it.

use super::column::Column;
use super::heading::{Heading, HeadingReader, NamedField, named};
use super::{Copied, FirstLine, LeftColumn, LeftWhy, Pasted, PastedRow, UnreadCell};
use crate::analysis::words::typed::{Around, Order, TextReading};
use crate::model::sort::sort_by;
use crate::model::template::{CODE, Field, FieldType, Form, STATUS, Template};
use crate::model::{Log, Moment, RecordId, Value, Zone};

pub(super) struct PasteReader<'a> {
    pub(super) log: &'a Log,
    pub(super) template: &'static Template,
    pub(super) copied: &'a Copied<'a>,
    pub(super) now: Moment,
    pub(super) zone: Zone,
}

impl PasteReader<'_> {
    pub(super) fn read(&self) -> Pasted {
        let cells = &self.copied.cells;
        let headings = HeadingReader::new(self.log, self.template, self.now);
        let found = headings.find(&cells.lines);
        let first = cells.lines.first().filter(|line| headings.may_be(line));
        let heading = match self.copied.first_line {
            FirstLine::Judged => found,
            FirstLine::Heading => found.or_else(|| first.map(|_| headings.forced(&cells.lines, 0))),
            FirstLine::Record => None,
        };
        let may_be_heading = heading.is_some() || first.is_some();
        let above = heading.as_ref().map_or(0, |heading| heading.lines);
        let mut lines = cells.lines[above..].to_vec();
        let width = cells.width();
        let found = match &heading {
            Some(heading) => self.by_name(heading, width),
            None => self.in_order(&lines, width),
        };
        let taken = |field: &&'static Field| !field.filled || field.key == STATUS;
        let fields: Vec<_> = found
            .iter()
            .map(|column| column.field.filter(taken))
            .collect();
        let onto = if heading.is_some() {
            &[]
        } else {
            self.copied.onto
        };
        let left = left_out(&found, &fields, &lines, onto.len());
        count_once(&cells.repeated, above, &fields, &mut lines);
        let (columns, asks) = self.with_orders(&lines, fields);
        let read = self.rows(&lines, &columns, onto);
        Pasted {
            template: self.template,
            may_be_heading,
            titles: heading
                .as_ref()
                .map_or_else(Vec::new, |heading| heading.titles.clone()),
            heading: heading.map(|heading| heading.texts),
            columns: columns
                .iter()
                .map(|column| Some(column.as_ref()?.field))
                .collect(),
            left,
            rows: read.rows,
            unread: read.unread,
            asks,
        }
    }

    /// The columns as they are named, each field once.
    fn by_name(&self, heading: &Heading, width: usize) -> Vec<FoundColumn> {
        let mut known: Vec<&str> = Vec::new();
        let column = |at: usize| {
            let text = heading.texts.get(at).map_or("", String::as_str);
            let mut column = FoundColumn {
                text: text.to_owned(),
                field: None,
                why: LeftWhy::Unknown,
            };
            if let Some(NamedField { field, .. }) = named(self.template, text) {
                if known.contains(&field.key) {
                    column.why = LeftWhy::Twice;
                } else if matches!(field.field_type, FieldType::Set(_)) {
                    column.why = LeftWhy::InTheForm;
                } else {
                    known.push(field.key);
                    column.field = Some(field);
                    column.why = LeftWhy::Counted;
                }
            }
            column
        };
        (0..width).map(column).collect()
    }

    /// The columns with the order of day and month that each was found to have, and the orders to ask about.
    fn with_orders(
        &self,
        lines: &[Vec<String>],
        columns: Vec<Option<&'static Field>>,
    ) -> (Vec<Option<Column<'_>>>, Vec<Order>) {
        let mut asks: Vec<Order> = Vec::new();
        let form = Form::new(self.log, RecordId::of(self.template.kind));
        let columns = columns.into_iter().enumerate().map(|(at, field)| {
            let mut column = Column::of(self.log, field?);
            if column.is_dated() {
                let around = Around::of(&form, column.field, self.now, self.zone);
                let cells = lines.iter().filter_map(|line| line.get(at));
                let open = column.learn_order(cells, &around);
                if self.copied.order.is_none() {
                    let more = open.iter().filter(|order| !asks.contains(order));
                    asks.extend(more.copied().collect::<Vec<_>>());
                } else if !open.is_empty() {
                    column.order = self.copied.order;
                }
            }
            Some(column)
        });
        (columns.collect(), asks)
    }

    /// The table's own columns from a field on. What the app fills takes part only where the texts fit it.
    fn in_order(&self, lines: &[Vec<String>], width: usize) -> Vec<FoundColumn> {
        let fields = self.template.table_columns();
        let mut rest = fields
            .into_iter()
            .filter(|field| !matches!(field.field_type, FieldType::Set(_)))
            .skip_while(|field| self.copied.from.is_some_and(|from| field.key != from));
        let column = |at: usize| {
            let texts = || lines.iter().filter_map(move |line| line.get(at));
            let field = rest.find(|field| !field.filled || self.fits(field, texts()));
            FoundColumn {
                text: String::new(),
                field,
                why: if field.is_some() {
                    LeftWhy::Counted
                } else {
                    LeftWhy::Beyond
                },
            }
        };
        (0..width).map(column).collect()
    }

    /// Whether at least half of the texts are what the field can hold.
    fn fits<'t>(&self, field: &'static Field, texts: impl Iterator<Item = &'t String>) -> bool {
        let column = Column::of(self.log, field);
        let around = Around::today(self.now);
        let fits = |text: &str| match field.field_type {
            FieldType::Enum(_) | FieldType::Ref(_) => {
                matches!(column.read(text, &around), TextReading::Is(..))
            }
            _ => field.key == CODE && self.is_code(text),
        };
        let (mut all, mut fitting) = (0, 0);
        for text in texts.filter(|text| !text.is_empty()) {
            all += 1;
            fitting += usize::from(fits(text));
        }
        fitting * 2 >= all
    }

    /// `17` or `T-17`.
    fn is_code(&self, text: &str) -> bool {
        let digits = text
            .strip_prefix(self.template.letter)
            .unwrap_or(text)
            .trim_start_matches('-');
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn rows(
        &self,
        lines: &[Vec<String>],
        columns: &[Option<Column<'_>>],
        onto: &[RecordId],
    ) -> ReadLines {
        let mut read = ReadLines::default();
        for (at, line) in lines.iter().enumerate() {
            let own = onto.get(at).cloned();
            let form = Form::new(
                self.log,
                own.unwrap_or_else(|| RecordId::of(self.template.kind)),
            );
            let mut row: Vec<(usize, &'static str, Value)> = Vec::new();
            let cells = line.iter().zip(columns).enumerate();
            let cells =
                cells.filter_map(|(place, (text, column))| Some((place, text, column.as_ref()?)));
            let cells = cells.filter(|(_, text, column)| !column.is_nothing(text));
            // What ends something is read after what it ends.
            let (ends, others): (Vec<_>, Vec<_>) =
                cells.partition(|(.., column)| column.field.ends.is_some());
            for (place, text, column) in others.into_iter().chain(ends) {
                let held = |key: &str| {
                    let beside = row.iter().find(|(_, given, _)| *given == key);
                    beside.map_or_else(|| form.value(key), |(.., value)| value.clone())
                };
                let around = Around {
                    order: column.order,
                    ..Around::beside(&form, column.field, self.now, self.zone, &held)
                };
                let (value, unread) = column.take(text, &around);
                row.extend(value.map(|value| (place, column.field.key, value)));
                read.unread.extend(unread.map(|unread| UnreadCell {
                    line: at + 1,
                    field: column.field,
                    text: text.clone(),
                    unread,
                }));
            }
            sort_by(&mut row, |a, b| a.0.cmp(&b.0));
            let row = row.into_iter().map(|(_, key, value)| (key, value));
            read.rows.push(row.collect());
        }
        read
    }
}

/// What lines were read as.
#[derive(Default)]
struct ReadLines {
    rows: Vec<PastedRow>,
    unread: Vec<UnreadCell>,
}

/// A column as it was found: what it is called, the field it is for, and what to say where nothing is taken from it.
struct FoundColumn {
    text: String,
    field: Option<&'static Field>,
    why: LeftWhy,
}

/// The columns that hold something and find no place, and the states of records that are there already.
fn left_out(
    found: &[FoundColumn],
    fields: &[Option<&'static Field>],
    lines: &[Vec<String>],
    onto: usize,
) -> Vec<LeftColumn> {
    let mut left = Vec::new();
    for (at, (column, field)) in found.iter().zip(fields).enumerate() {
        let is_state = field.is_some_and(|field| field.key == STATUS);
        let lost = match (field, is_state) {
            (None, _) => lines,
            (Some(_), true) => &lines[..onto.min(lines.len())],
            _ => continue,
        };
        let count = lost
            .iter()
            .filter(|line| line.get(at).is_some_and(|text| !text.is_empty()))
            .count();
        if count > 0 {
            left.push(LeftColumn {
                place: at + 1,
                heading: column.text.clone(),
                field: column.field,
                count,
                why: if is_state {
                    LeftWhy::ByAStep
                } else {
                    column.why
                },
            });
        }
    }
    left
}

/// A number that stands in one cell for several lines is counted once.
fn count_once(
    repeated: &[(usize, usize)],
    above: usize,
    fields: &[Option<&'static Field>],
    lines: &mut [Vec<String>],
) {
    for (line, at) in repeated {
        let field = fields.get(*at).copied().flatten();
        let is_number = field.is_some_and(|field| {
            matches!(
                field.field_type,
                FieldType::Int(..) | FieldType::Decimal | FieldType::Money
            )
        });
        let line = line.checked_sub(above).and_then(|line| lines.get_mut(line));
        if let (Some(line), true) = (line, is_number) {
            line[*at].clear();
        }
    }
}
