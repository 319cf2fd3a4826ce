//! What the sentences call things: records, fields, people and values. What others wrote stands in quotation marks that
//! it cannot close, on one line, and shortened.

use super::words;
use crate::analysis::words::called::NamedIn;
use crate::analysis::words::codes::display_code;
use crate::analysis::words::labels::{NOTHING, ON_ITS_FORM, UNNAMED, fill};
use crate::analysis::words::look::marked;
use crate::analysis::words::names::{
    any_value_text, field_name, person_name, record_name, short_name,
};
use crate::model::clock::Zone;
use crate::model::id::{FieldKey, RecordId};
use crate::model::line::{PERSON_CHARS, lines_in_a_row, one_line, quoted};
use crate::model::log::Log;
use crate::model::template::{CellType, FieldType, Label, Lang, PARENT, Viewpoint};
use crate::model::value::Value;
use chrono::{Datelike, NaiveDate};

/// Characters of a value in a sentence.
pub(super) const VALUE: usize = 60;
/// A text of more characters than this is told by how it begins now.
const LONG: usize = 40;
/// Characters of a record's name.
pub(super) const NAME: usize = 40;
/// Characters of what a record is called by whose it is and what it belongs to.
const KIN: usize = 120;

/// What things are called: as one log says, or a second one where the first does not have them.
#[derive(Clone, Copy)]
pub struct Naming<'a> {
    /// The log in which the doings are.
    pub log: &'a Log,
    /// The project as it stands here, where that is another log.
    pub beside: Option<&'a Log>,
    /// The language.
    pub lang: Lang,
    /// Where moments are read.
    pub zone: Zone,
    /// Whether texts are told whole, as they were written: where there is room to unfold them.
    pub is_whole: bool,
}

impl<'a> Naming<'a> {
    /// As a single log says.
    pub const fn of(log: &'a Log, lang: Lang) -> Self {
        Self {
            log,
            beside: None,
            lang,
            zone: Zone::AsWritten,
            is_whole: false,
        }
    }

    /// The log that shows a record.
    pub(super) fn log_of(&self, record: &RecordId) -> &'a Log {
        self.named_in().log_of(record)
    }

    const fn named_in(&self) -> NamedIn<'a> {
        NamedIn {
            log: self.log,
            beside: self.beside,
        }
    }

    pub(super) fn fill(&self, label: Label, places: &[(&str, &str)]) -> String {
        fill(label, self.lang, places)
    }

    /// A record: 目标说明书, T-3 打样, 部门「研发部」, 改动 T-8 试点运行; what nobody named is called what it is.
    pub fn record(&self, record: &RecordId) -> String {
        if let Some(name) = self.named_in().with_kin(record, self.lang) {
            return one_line(&name, KIN);
        }
        let log = self.log_of(record);
        let code = display_code(log, record);
        let title = self.named_in().title(record, self.lang);
        let title = title.map(|title| one_line(&title, NAME));
        if !code.is_empty() {
            let unnamed = || UNNAMED.text(self.lang).to_owned();
            return format!("{code} {}", self.apart(title.unwrap_or_else(unnamed)));
        }
        match log.schema().template(record.kind()) {
            Some(template) if !template.once => {
                let one = template.one.text(self.lang);
                let Some(title) = title else {
                    return one.to_owned();
                };
                let name = quoted(&title, NAME, self.lang);
                self.fill(words::TOLD_THING, &[("one", one), ("name", &*name)])
            }
            _ => one_line(&record_name(log, record, self.lang), NAME),
        }
    }

    /// Behind Chinese a number or a Latin letter stands apart.
    pub(super) fn spaced(&self, what: String) -> String {
        let is_latin = what.starts_with(|c: char| c.is_ascii_alphanumeric());
        if self.lang == Lang::Zh && is_latin {
            format!(" {what}")
        } else {
            what
        }
    }

    /// A title that could be taken for a part of the sentence, in quotation marks.
    fn apart(&self, title: String) -> String {
        let is_sign = |c: char| "：；，。！？「」『』“”\";:→".contains(c);
        match title.contains(is_sign) {
            true => quoted(&title, NAME, self.lang),
            false => title,
        }
    }

    /// A person, by member id or name.
    pub fn person(&self, author: Option<&str>) -> String {
        let member = author.and_then(|author| author.parse::<RecordId>().ok());
        let log = member.map_or(self.log, |member| self.log_of(&member));
        one_line(&person_name(log, author, self.lang), PERSON_CHARS)
    }

    pub(super) fn field(&self, record: &RecordId, key: &FieldKey) -> String {
        let template = self.log.schema().template(record.kind());
        one_line(&field_name(template, key, self.lang), NAME)
    }

    /// A value of a field; texts in quotation marks.
    pub fn value(&self, record: &RecordId, key: &FieldKey, value: &Value) -> String {
        if value.is_empty() {
            return NOTHING.text(self.lang).to_owned();
        }
        if self.is_sealed(record, key) {
            return ON_ITS_FORM.text(self.lang).to_owned();
        }
        let named = value
            .as_text()
            .and_then(|text| text.parse::<RecordId>().ok());
        // A key among choices may be spelled like a kind of record.
        let refers = matches!(self.field_type(record, key), Some(FieldType::Ref(_)))
            || key.as_str() == PARENT;
        if let Some(named) = named.filter(|_| refers) {
            let log = self.log_of(&named);
            return match key.as_str() {
                PARENT => self.record(&named),
                _ => one_line(&short_name(log, &named, self.lang), NAME),
            };
        }
        let from = Viewpoint {
            lang: self.lang,
            zone: self.zone,
        };
        let text = any_value_text(self.log, record, key, value, from);
        if is_text(self.field_type(record, key)) {
            self.words(&text, VALUE)
        } else {
            one_line(&text, VALUE)
        }
    }

    /// What somebody wrote, in quotation marks.
    pub(super) fn words(&self, text: &str, most: usize) -> String {
        if self.is_whole {
            let marked = marked(text.to_owned());
            return match self.lang {
                Lang::Zh => format!("「{marked}」"),
                Lang::En => format!("“{marked}”"),
            };
        }
        quoted(&lines_in_a_row(text, self.lang), most, self.lang)
    }

    /// Whether what a field says stands on its own page alone.
    pub(super) fn is_sealed(&self, record: &RecordId, key: &FieldKey) -> bool {
        self.log.schema().is_sealed(record, key)
    }

    pub(super) fn field_type(&self, record: &RecordId, key: &FieldKey) -> Option<FieldType> {
        let template = self.log.schema().template(record.kind())?;
        Some(template.field(key.as_str())?.field_type)
    }

    /// From what to what: two days of one year without it.
    pub(super) fn both_values(
        &self,
        record: &RecordId,
        key: &FieldKey,
        from: &Value,
        to: &Value,
    ) -> (String, String) {
        let days = (NaiveDate::read(from), NaiveDate::read(to));
        if let (Some(from), Some(to), true) = (
            days.0,
            days.1,
            self.field_type(record, key) == Some(FieldType::Date),
        ) && from.year() == to.year()
        {
            let short = |day: NaiveDate| day.format("%m-%d").to_string();
            return (short(from), short(to));
        }
        (self.value(record, key, from), self.value(record, key, to))
    }

    pub(super) fn short(&self, record: &RecordId) -> String {
        one_line(&short_name(self.log_of(record), record, self.lang), NAME)
    }
}

const fn is_text(field_type: Option<FieldType>) -> bool {
    matches!(
        field_type,
        Some(FieldType::Text(_) | FieldType::LongText(_)) | None
    )
}

pub(super) fn is_long(value: &Value) -> bool {
    let text = value.as_text().unwrap_or_default();
    text.chars().nth(LONG).is_some() || text.contains('\n')
}
