//! Copied lines, cell by cell: which column is which field, and what a text means in it.

use super::{Pasted, PastedRow, Unread};
use crate::analysis::words::typed::{plain, read_typed};
use crate::model::template::{CODE, CellType, Choice, Field, FieldType, STATUS, Template};
use crate::model::{FieldKey, Log, Moment, RecordId, Value};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Names of the records that a field may refer to; nothing where two of them have the same name.
type NameIndex = BTreeMap<String, Option<RecordId>>;

pub(super) struct PasteReader<'a> {
    pub(super) log: &'a Log,
    pub(super) template: &'static Template,
    pub(super) now: Moment,
}

impl PasteReader<'_> {
    pub(super) fn read(&self, text: &str, from: Option<&str>) -> Pasted {
        let mut lines = cells_of(text);
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
            None => self.in_order(&lines, width, from),
        };
        let taken = |field: &&'static Field| !field.filled || field.key == STATUS;
        let columns: Vec<_> = columns
            .into_iter()
            .map(|column| column.filter(taken))
            .collect();
        let (rows, unread) = self.rows(&lines, &columns);
        Pasted {
            template: self.template,
            has_header,
            columns,
            unknown_columns,
            rows,
            unread,
        }
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
    fn in_order(
        &self,
        lines: &[Vec<String>],
        width: usize,
        from: Option<&str>,
    ) -> Vec<Option<&'static Field>> {
        let fields = self.template.table_columns();
        let mut rest = fields
            .into_iter()
            .filter(|field| !matches!(field.field_type, FieldType::Set(_)))
            .skip_while(|field| from.is_some_and(|from| field.key != from));
        (0..width)
            .map(|at| {
                let texts = || lines.iter().filter_map(move |line| line.get(at));
                rest.find(|field| !field.filled || self.fits(field, texts()))
            })
            .collect()
    }

    /// Whether at least half of the texts are what the field can hold.
    fn fits<'t>(&self, field: &'static Field, texts: impl Iterator<Item = &'t String>) -> bool {
        let names = self.names(field);
        let fits = |text: &str| match field.field_type {
            FieldType::Enum(_) | FieldType::Ref(_) => self.value(field, &names, text).is_some(),
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
        columns: &[Option<&'static Field>],
    ) -> (Vec<PastedRow>, Vec<Unread>) {
        let names: Vec<NameIndex> = columns
            .iter()
            .map(|column| column.map_or_else(NameIndex::new, |field| self.names(field)))
            .collect();
        let mut unread = Vec::new();
        let mut rows = Vec::with_capacity(lines.len());
        for (at, line) in lines.iter().enumerate() {
            let mut row = Vec::new();
            for ((text, column), names) in line.iter().zip(columns).zip(&names) {
                let Some(field) = column.filter(|_| !text.is_empty()) else {
                    continue;
                };
                match self.value(field, names, text) {
                    Some(value) => row.push((field.key, value)),
                    None => unread.push(Unread {
                        line: at + 1,
                        field: field.key,
                        text: text.clone(),
                    }),
                }
            }
            rows.push(row);
        }
        (rows, unread)
    }

    fn names(&self, field: &Field) -> NameIndex {
        let mut names = NameIndex::new();
        let FieldType::Ref(kinds) = field.field_type else {
            return names;
        };
        for kind in kinds {
            let Some(template) = self.log.schema().template(kind) else {
                continue;
            };
            for record in self.log.rows(kind) {
                let name = bare(&plain(
                    &self.log.value(&record, &FieldKey::of(template.name)),
                ));
                let short = name.strip_suffix('部').unwrap_or_default().to_owned();
                for name in [name, short].into_iter().filter(|name| !name.is_empty()) {
                    names
                        .entry(name)
                        .and_modify(|known| *known = None)
                        .or_insert(Some(record.clone()));
                }
            }
        }
        names
    }

    /// What a text means in a field; nothing where it names no record or choice.
    fn value(&self, field: &Field, names: &NameIndex, text: &str) -> Option<Value> {
        let value = |text: &str| read_typed(field.field_type, text, self.now);
        match field.field_type {
            FieldType::Ref(_) => {
                let record = names.get(&bare(text)).cloned().flatten()?;
                Some(Value::text(record.as_str()))
            }
            FieldType::Enum(choices) => chosen(choices, text).map(|choice| Value::text(choice.key)),
            FieldType::Scale(choices) => {
                let key = chosen(choices, text)?.key;
                key.parse().ok().map(Value::int)
            }
            FieldType::Bool => yes_or_no(text).map(Value::Bool),
            FieldType::Int(..) => Some(value(text.trim_end_matches(['%', '％']).trim_end())),
            FieldType::Date => {
                let whole = value(text);
                let first = value(text.split_whitespace().next().unwrap_or_default());
                let is_day = |value: &Value| NaiveDate::read(value).is_some();
                Some(if !is_day(&whole) && is_day(&first) {
                    first
                } else {
                    whole
                })
            }
            FieldType::Text(_) => Some(value(&text.split('\n').collect::<Vec<_>>().join(" "))),
            _ => Some(value(text)),
        }
    }
}

fn chosen(choices: &'static [Choice], text: &str) -> Option<&'static Choice> {
    let wanted = bare(text);
    choices.iter().find(|choice| {
        [choice.label.zh, choice.label.en, choice.key]
            .iter()
            .any(|name| bare(name) == wanted)
    })
}

fn yes_or_no(text: &str) -> Option<bool> {
    match bare(text).as_str() {
        "是" | "有" | "√" | "✓" | "y" | "yes" | "true" | "1" => Some(true),
        "否" | "无" | "×" | "✗" | "n" | "no" | "false" | "0" => Some(false),
        _ => None,
    }
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

/// The cells of copied lines: parted by tabs and line ends; a cell that holds one of those stands in quotes. Empty
/// lines and columns at the end are no part of the table.
fn cells_of(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<Vec<String>> = vec![Vec::new()];
    let mut rest = text.as_str();
    loop {
        let (cell, after) = first_cell(rest);
        let line = lines.last_mut().expect("it begins with a line");
        line.push(cell);
        match after.chars().next() {
            Some('\t') => {}
            Some(_) => lines.push(Vec::new()),
            None => break,
        }
        rest = &after[1..];
    }
    for line in &mut lines {
        while line.last().is_some_and(String::is_empty) {
            line.pop();
        }
    }
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

/// The first cell, and what follows it from its tab or line end on.
fn first_cell(text: &str) -> (String, &str) {
    if let Some(inner) = text.strip_prefix('"') {
        let mut from = 0;
        while let Some(at) = inner[from..].find('"').map(|at| from + at) {
            let after = &inner[at + 1..];
            if after.starts_with('"') {
                from = at + 2;
            } else if after.is_empty() || after.starts_with(['\t', '\n']) {
                return (inner[..at].replace("\"\"", "\"").trim().to_owned(), after);
            } else {
                break;
            }
        }
    }
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    (text[..end].trim().to_owned(), &text[end..])
}
