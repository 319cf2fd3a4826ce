//! Copied lines, cell by cell: which column is which field, and what a text means in it.

use super::cells::cells_of;
use super::column::Column;
use super::{Copied, Pasted, PastedRow, UnreadCell};
use crate::analysis::words::typed::{Around, Order, TextReading, kept};
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
        let mut lines = cells_of(self.copied.text);
        let width = lines.iter().map(Vec::len).max().unwrap_or_default();
        let named = lines.first().and_then(|line| self.header(line));
        let has_header = named.is_some();
        let mut unknown_columns = Vec::new();
        let columns = match named {
            Some(mut columns) => {
                let head = lines.remove(0);
                for (text, column) in head.iter().zip(&columns) {
                    if column.is_none() && !text.is_empty() {
                        unknown_columns.push(text.clone());
                    }
                }
                columns.resize(width, None);
                columns
            }
            None => self.in_order(&lines, width),
        };
        let taken = |field: &&'static Field| !field.filled || field.key == STATUS;
        let columns: Vec<_> = columns
            .into_iter()
            .map(|column| column.filter(taken))
            .collect();
        let (columns, asks) = self.with_orders(&lines, columns);
        let onto = if has_header { &[] } else { self.copied.onto };
        let read = self.rows(&lines, &columns, onto);
        Pasted {
            template: self.template,
            has_header,
            columns: columns
                .iter()
                .map(|column| Some(column.as_ref()?.field))
                .collect(),
            unknown_columns,
            rows: read.rows,
            unread: read.unread,
            asks,
        }
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
            if matches!(
                column.field.field_type,
                FieldType::Date | FieldType::DateTime
            ) {
                let around = Around::of(&form, column.field, self.now, self.zone);
                let cells = lines.iter().filter_map(|line| line.get(at));
                let open = column.learn_order(cells, &around);
                if self.copied.order.is_none() {
                    asks.extend(
                        open.iter()
                            .filter(|order| !asks.contains(order))
                            .collect::<Vec<_>>(),
                    );
                } else if !open.is_empty() {
                    column.order = self.copied.order;
                }
            }
            Some(column)
        });
        (columns.collect(), asks)
    }

    /// The fields that a first line names, where at least half of its cells name one.
    fn header(&self, line: &[String]) -> Option<Vec<Option<&'static Field>>> {
        let mut columns: Vec<Option<&'static Field>> = Vec::new();
        for cell in line {
            let field = self.headed(cell).filter(|field| {
                let same = |known: &&Field| known.key == field.key;
                !columns.iter().flatten().any(same)
            });
            columns.push(field);
        }
        let filled = line.iter().filter(|cell| !cell.is_empty()).count();
        let known = columns.iter().flatten().count();
        (known > 0 && known * 2 >= filled).then_some(columns)
    }

    fn headed(&self, text: &str) -> Option<&'static Field> {
        let heading = bare(text);
        let names = |field: &Field| {
            [field.label.zh, field.label.en]
                .iter()
                .chain(field.also)
                .any(|name| bare(name) == heading)
        };
        let is_single = |field: &&Field| !matches!(field.field_type, FieldType::Set(_));
        let mut fields = self.template.fields.iter().filter(is_single);
        fields.find(|field| !heading.is_empty() && names(field))
    }

    /// The table's own columns from a field on. What the app fills takes part only where the texts fit it.
    fn in_order(&self, lines: &[Vec<String>], width: usize) -> Vec<Option<&'static Field>> {
        let fields = self.template.table_columns();
        let mut rest = fields
            .into_iter()
            .filter(|field| !matches!(field.field_type, FieldType::Set(_)))
            .skip_while(|field| self.copied.from.is_some_and(|from| field.key != from));
        (0..width)
            .map(|at| {
                let texts = || lines.iter().filter_map(move |line| line.get(at));
                rest.find(|field| !field.filled || self.fits(field, texts()))
            })
            .collect()
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
                match column.read(text, &around) {
                    TextReading::Is(value, _) => row.push((place, column.field.key, value)),
                    TextReading::Unread(unread) => {
                        read.unread.push(UnreadCell {
                            line: at + 1,
                            field: column.field,
                            text: text.clone(),
                            unread,
                        });
                        // A state is no text: the form stands at its first one.
                        if column.field.key != STATUS {
                            row.push((place, column.field.key, kept(column.field, text)));
                        }
                    }
                }
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

/// A name as it is compared: without spaces, signs of a form, and what stands in brackets behind it.
fn bare(text: &str) -> String {
    let text = text.trim().trim_start_matches('*');
    let text = match text.find(['（', '(']) {
        Some(at) if at > 0 => &text[..at],
        _ => text,
    };
    text.trim_end_matches([':', '：', '*'])
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}
