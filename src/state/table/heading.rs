//! The line of copied cells that names the columns, and what stands above it. A line is one only if the lines below
//! fit it: words of headings are words of tasks, too.

use super::column::Column;
use crate::analysis::words::named::RecordNames;
use crate::analysis::words::typed::{Around, TextReading, read_when};
use crate::model::line::is_unseen;
use crate::model::template::{Field, FieldType, Template};
use crate::model::{Log, Moment};

/// Lines from the top among which the one is looked for.
const MOST: usize = 6;
/// Characters beyond which a text is nobody's name and no choice.
const NAME_CHARS: usize = 40;

/// What stands above the records in copied lines.
pub(super) struct Heading {
    /// So many lines are no records.
    pub(super) lines: usize,
    /// What the lines above it say.
    pub(super) titles: Vec<String>,
    /// What each column is called there.
    pub(super) texts: Vec<String>,
}

/// Looks for the line that names the columns.
pub(super) struct HeadingReader<'a> {
    log: &'a Log,
    template: &'static Template,
    now: Moment,
    /// Whoever and whatever a cell of a record may name.
    names: RecordNames<'a>,
}

impl<'a> HeadingReader<'a> {
    pub(super) fn new(log: &'a Log, template: &'static Template, now: Moment) -> Self {
        let kinds = template
            .fields
            .iter()
            .filter_map(|field| match field.field_type {
                FieldType::Ref(kinds) => Some(kinds),
                _ => None,
            });
        let mut kinds: Vec<&str> = kinds.flatten().copied().collect();
        kinds.retain(|kind| *kind != template.kind);
        Self {
            log,
            template,
            now,
            names: RecordNames::of(log, &kinds, &[]),
        }
    }

    /// The line that names the columns, where the others fit it: alone, under titles, or in two lines of which the
    /// second says more of some columns.
    pub(super) fn find(&self, lines: &[Vec<String>]) -> Option<Heading> {
        let at = (0..lines.len().min(MOST)).find(|at| self.is_heading(lines, *at))?;
        let filled = |line: &[String]| line.iter().filter(|cell| !cell.is_empty()).count();
        let most = filled(&lines[at]) / 2;
        if lines[..at].iter().any(|line| filled(line) > most.max(1)) {
            return None;
        }
        let mut heading = self.forced(lines, at);
        if self.is_heading(lines, at + 1) {
            heading.lines += 1;
            let more = &lines[at + 1];
            heading
                .texts
                .resize(heading.texts.len().max(more.len()), String::new());
            for (text, more) in heading.texts.iter_mut().zip(more) {
                if !more.is_empty() {
                    text.clone_from(more);
                }
            }
        }
        Some(heading)
    }

    /// A line as the one that names the columns, whatever it says.
    pub(super) fn forced(&self, lines: &[Vec<String>], at: usize) -> Heading {
        let title = |line: &Vec<String>| {
            line.join(" ")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        };
        Heading {
            lines: at + 1,
            titles: lines[..at]
                .iter()
                .map(title)
                .filter(|title| !title.is_empty())
                .collect(),
            texts: lines[at].clone(),
        }
    }

    /// Whether a line is one that could be taken for it: something in it names a field.
    pub(super) fn may_be(&self, line: &[String]) -> bool {
        line.iter().any(|text| named(self.template, text).is_some())
    }

    fn is_heading(&self, lines: &[Vec<String>], at: usize) -> bool {
        let Some(line) = lines.get(at) else {
            return false;
        };
        let below = &lines[at + 1..];
        let mut known = 0;
        let (mut filled, mut whole, mut values, mut has_name) = (0, 0, 0, false);
        for (place, text) in line.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            filled += 1;
            match named(self.template, text) {
                Some(found) => {
                    whole += usize::from(found.is_whole);
                    has_name |= found.is_whole && found.field.key == self.template.name;
                    known += 1;
                    if !self.fit(found.field, below, place) {
                        return false;
                    }
                }
                None => values += usize::from(self.is_value(text)),
            }
        }
        // Beside the headings there may be weeks.
        let is_sure = has_name && whole > 2;
        let is_most = known * 2 >= filled && (known == filled || has_name || known > 2);
        let is_named = whole > 0 && (is_sure || values == 0 && is_most);
        filled > 1 && is_named && below.iter().any(|line| !line.is_empty())
    }

    /// Whether a text is what stands in a record and in no heading: a day, a number, somebody's name.
    fn is_value(&self, text: &str) -> bool {
        let is_number = text
            .chars()
            .all(|c| c.is_ascii_digit() || ".,%-/: ".contains(c));
        let day = read_when(FieldType::Date, text, &Around::today(self.now));
        is_number || matches!(day, TextReading::Is(..)) || self.names.knows(text)
    }

    /// Whether half of the texts below a heading at least are what its field can hold.
    fn fit(&self, field: &'static Field, below: &[Vec<String>], place: usize) -> bool {
        let column = Column::of(self.log, field);
        let around = Around::today(self.now);
        let has_digit = |text: &str| text.chars().any(|c| c.is_numeric());
        let fits = |text: &str| match field.field_type {
            FieldType::Text(_) | FieldType::LongText(_) | FieldType::Set(_) => true,
            FieldType::Ref(_) | FieldType::Enum(_) | FieldType::Scale(_) | FieldType::Bool => {
                text.chars().count() <= NAME_CHARS
            }
            _ => {
                has_digit(text)
                    || OPEN.contains(&text)
                    || matches!(column.read(text, &around), TextReading::Is(..))
            }
        };
        let texts = below.iter().filter_map(|line| line.get(place));
        let texts = texts.filter(|text| !column.is_nothing(text));
        let (mut all, mut fitting) = (0, 0);
        for text in texts {
            all += 1;
            fitting += usize::from(fits(text));
        }
        fitting * 2 >= all
    }
}

/// What stands in the place of a day or a number that nobody knows yet, or that is the one above.
const OPEN: &[&str] = &[
    "待定",
    "未定",
    "暂定",
    "待确认",
    "无",
    "？",
    "?",
    "TBD",
    "tbd",
    "TBC",
    "tbc",
    "同上",
    "〃",
    "\"",
    "ditto",
];

/// A field that a heading names.
pub(super) struct NamedField {
    pub(super) field: &'static Field,
    /// Whether the whole text names it, not only what stands before brackets.
    is_whole: bool,
}

/// The field that a heading names.
pub(super) fn named(template: &'static Template, text: &str) -> Option<NamedField> {
    let (whole, short) = (bare(text), bare(without_brackets(text)));
    let by = |heading: &str| {
        let is = |field: &&Field| {
            let mut names = [field.label.zh, field.label.en]
                .into_iter()
                .chain(field.also.iter().copied());
            names.any(|name| bare(name) == *heading || bare(without_brackets(name)) == *heading)
        };
        let mut fields = template.fields.iter();
        fields.find(|field| !heading.is_empty() && is(field))
    };
    let named = by(&whole).map(|field| NamedField {
        field,
        is_whole: true,
    });
    named.or_else(|| {
        by(&short).map(|field| NamedField {
            field,
            is_whole: false,
        })
    })
}

/// What stands before brackets: 工作量（人天）.
fn without_brackets(text: &str) -> &str {
    match text.find(['（', '(', '[', '【']) {
        Some(at) if at > 0 => &text[..at],
        _ => text,
    }
}

/// A heading as it is compared: without blanks, what cannot be seen, and signs of a form.
fn bare(text: &str) -> String {
    let letters = text
        .chars()
        .filter(|c| !c.is_whitespace() && !is_unseen(*c));
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    letters
        .trim_matches(['*', '＊', ':', '：', '▲', '▼', '↑', '↓'])
        .to_owned()
}
