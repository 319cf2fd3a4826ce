//! Reads the lines of the example. What a value is follows from the template of its record; what cannot be read is
//! listed, never guessed.

use super::{Act, Sample, SampleRecord, Touch};
use crate::analysis::begin::draft::{Fill, Local};
use crate::model::Moment;
use crate::model::template::{CellType, Field, FieldType, Lang, PARENT};
use crate::model::value::Value;
use crate::templates::{SCHEMA, assignment};
use chrono::{FixedOffset, NaiveDate, NaiveTime};
use std::collections::BTreeMap;

/// What was read so far.
pub(super) struct SampleReader {
    first_day: NaiveDate,
    offset: FixedOffset,
    lang: Lang,
    pub(super) places: BTreeMap<String, Local>,
    pub(super) records: Vec<SampleRecord>,
    acts: Vec<Act>,
    unread: Vec<String>,
}

impl SampleReader {
    pub(super) fn new(first_day: NaiveDate, offset: FixedOffset, lang: Lang) -> Self {
        Self {
            first_day,
            offset,
            lang,
            places: BTreeMap::new(),
            records: Vec::new(),
            acts: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// The example, its acts in order of time; what comes after the day it is shown is left out.
    pub(super) fn sample(mut self, me: Local, shown_day: NaiveDate) -> Sample {
        self.acts
            .retain(|act| act.at.date_naive() <= shown_day && !act.touches.is_empty());
        self.acts.sort_by_key(|act| act.at);
        Sample {
            records: self.records,
            acts: self.acts,
            me,
            first_day: self.first_day,
            shown_day,
            unread: self.unread,
        }
    }

    /// Names the records of acts, so that what is written early may refer to what is written late. Those made of
    /// two others are named by their table.
    pub(super) fn names(&mut self, text: &str) {
        for line in text.lines().filter(|line| !line.starts_with(['#', '>'])) {
            let name = line.split(' ').next().unwrap_or_default();
            if !name.starts_with(assignment::ASSIGNMENT.kind) {
                self.record(name);
            }
        }
    }

    /// Reads acts: a line of who and when, then the records.
    pub(super) fn acts(&mut self, text: &str) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let read = match line.strip_prefix("> ") {
                Some(head) => self.head(head),
                None => self.touches(line),
            };
            if read.is_none() {
                self.unread.push(line.to_owned());
            }
        }
    }

    /// The lines of a table, cut at its bars.
    pub(super) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split('|').map(str::trim).collect())
    }

    fn head(&mut self, head: &str) -> Option<()> {
        let (head, note) = head
            .split_once(" | ")
            .map_or((head, None), |(head, note)| (head, Some(note)));
        let mut words = head.split(' ');
        let (day, time, author) = (words.next()?, words.next()?, words.next()?);
        let on_behalf_of = match (words.next(), words.next()) {
            (Some("for"), Some(member)) => Some(self.record(&format!("member/{member}"))),
            _ => None,
        };
        self.begin(day.parse().ok()?, time, author, note)?;
        self.acts.last_mut()?.on_behalf_of = on_behalf_of;
        Some(())
    }

    /// Begins an act.
    pub(super) fn begin(
        &mut self,
        day: i64,
        time: &str,
        author: &str,
        note: Option<&str>,
    ) -> Option<()> {
        let at = self.moment(day, time)?;
        let author = self.record(&format!("member/{author}"));
        let note = note.map(|note| self.text(note));
        self.acts.push(Act {
            at,
            author,
            on_behalf_of: None,
            note,
            touches: Vec::new(),
        });
        Some(())
    }

    /// What the act wrote into one record: `kind/name key=value ;; key=value`.
    fn touches(&mut self, line: &str) -> Option<()> {
        let (record, fields) = line.split_once(' ')?;
        for field in fields.split(" ;; ") {
            let (key, text) = field.split_once('=')?;
            self.touch(record, key, text)?;
        }
        Some(())
    }

    /// What the act wrote into one field.
    pub(super) fn touch(&mut self, record: &str, key: &str, text: &str) -> Option<()> {
        let kind = record.split('/').next()?;
        let place = self.record(record);
        let field = SCHEMA.template(kind)?.field(key);
        let mut touches = Vec::new();
        let touch = |element, value| Touch {
            record: place,
            key: key.to_owned(),
            element,
            value,
        };
        match field.map(|field| field.field_type) {
            Some(FieldType::Set(kinds)) => {
                for name in text.split(',') {
                    let (name, value) = match name.split_once(':') {
                        Some((name, said)) => (name, Value::text(self.text(said))),
                        None => (name, Value::Bool(true)),
                    };
                    let element = self.known(name, kinds)?;
                    touches.push(touch(Some(element), Fill::Value(value)));
                }
            }
            Some(FieldType::Ref(kinds)) => {
                touches.push(touch(None, Fill::Record(self.known(text, kinds)?)));
            }
            None if key == PARENT => {
                touches.push(touch(None, Fill::Record(*self.places.get(text)?)));
            }
            _ => touches.push(touch(None, Fill::Value(self.value(field?, text)?))),
        }
        self.acts.last_mut()?.touches.extend(touches);
        Some(())
    }

    fn value(&self, field: &Field, text: &str) -> Option<Value> {
        if text.is_empty() {
            return Some(Value::Null);
        }
        match field.field_type {
            FieldType::Text(_) | FieldType::LongText(_) | FieldType::Decimal => {
                Some(Value::text(self.text(text)))
            }
            FieldType::Int(..) | FieldType::Money | FieldType::Scale(_) => {
                text.parse().ok().map(Value::int)
            }
            FieldType::Bool => text.parse().ok().map(Value::Bool),
            FieldType::Date => Some(self.day(text)?.write()),
            FieldType::DateTime => {
                let (day, time) = text.split_once(' ')?;
                let day: i64 = day.strip_prefix('+')?.parse().ok()?;
                Some(self.moment(day, time)?.write())
            }
            FieldType::Enum(choices) => choices
                .iter()
                .any(|choice| choice.key == text)
                .then(|| Value::text(text)),
            FieldType::Ref(_) | FieldType::Set(_) => None,
        }
    }

    /// `+17`
    fn day(&self, text: &str) -> Option<NaiveDate> {
        let day: i64 = text.strip_prefix('+')?.parse().ok()?;
        Some(self.date(day))
    }

    pub(super) fn date(&self, day: i64) -> NaiveDate {
        self.first_day + chrono::Duration::days(day)
    }

    fn moment(&self, day: i64, time: &str) -> Option<Moment> {
        let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
        self.date(day)
            .and_time(time)
            .and_local_timezone(self.offset)
            .single()
    }

    /// A text in the language of the example, with its days as dates.
    pub(super) fn text(&self, both: &str) -> String {
        let one = match (both.split_once(" / "), self.lang) {
            (None, _) => both,
            (Some((zh, _)), Lang::Zh) => zh,
            (Some((_, en)), Lang::En) => en,
        };
        let mut parts = one.split('{');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part
                .split_once('}')
                .and_then(|(day, rest)| Some((self.day(day)?, rest)))
            {
                Some((day, rest)) => out += &format!("{day}{rest}"),
                None => out += &format!("{{{part}"),
            }
        }
        out.replace("\\n", "\n")
    }

    /// A table's line that could not be read.
    pub(super) fn refuse(&mut self, row: &[&str]) {
        self.unread.push(row.join(" | "));
    }
}
