//! What a record is called in a sentence or a list where nobody sees its page: by whose it is and what it belongs to,
//! where that says more than its own text. Asked of two logs, as a look at a file holds no more than the file touches.

use super::codes::display_code;
use super::labels::{self, fill};
use super::names::{bare_name, own_name, record_name};
use crate::model::line::{one_line, quoted};
use crate::model::template::{CellType, FieldType, Form, Key, Lang};
use crate::model::{Log, RecordId};
use crate::templates::{
    change_item, member, minutes, opinion, recipient, review_task, rollout_check,
};

/// Characters of a name within the name of another.
const WITHIN: usize = 40;
/// Characters of what is replied to: whose reply it is and what it says stand beside it.
const REPLIED: usize = 24;

/// The logs that say what things are called.
#[derive(Clone, Copy)]
pub struct NamedIn<'a> {
    /// The log that holds what is told.
    pub log: &'a Log,
    /// The project as it stands here, where that is another log.
    pub beside: Option<&'a Log>,
}

impl<'a> NamedIn<'a> {
    /// A single log.
    pub const fn of(log: &'a Log) -> Self {
        Self { log, beside: None }
    }

    /// The log that shows a record.
    pub fn log_of(self, record: &RecordId) -> &'a Log {
        let beside = self.beside.filter(|log| log.is_visible(record));
        beside.unwrap_or(self.log)
    }

    /// The name alone; what is named by another record is called as the log says that shows the other. Nothing where
    /// nobody named it.
    pub fn title(self, record: &RecordId, lang: Lang) -> Option<String> {
        let log = self.log_of(record);
        let own = own_name(log, record);
        if own.is_empty() && record.kind() != member::KIND {
            return None;
        }
        let template = log.schema().template(record.kind());
        let field = template.and_then(|template| template.field(template.name));
        let refers = field.is_some_and(|field| matches!(field.field_type, FieldType::Ref(_)));
        let named = RecordId::read(&own).filter(|_| refers);
        let named = named.filter(|named| log.schema().template(named.kind()).is_some());
        Some(match named {
            Some(named) => bare_name(self.log_of(&named), &named, lang),
            None => bare_name(log, record, lang),
        })
    }

    /// What it is called with its number, or with what it belongs to; without any name what it is.
    pub fn name(self, record: &RecordId, lang: Lang) -> String {
        let with_kin = self.with_kin(record, lang);
        with_kin.unwrap_or_else(|| self.alone(record, lang))
    }

    fn alone(self, record: &RecordId, lang: Lang) -> String {
        let log = self.log_of(record);
        let template = log.schema().template(record.kind());
        let Some(template) = template.filter(|template| !template.once) else {
            return record_name(log, record, lang);
        };
        let code = display_code(log, record);
        match (code.is_empty(), self.title(record, lang)) {
            (true, Some(title)) => title,
            (true, None) => template.one.text(lang).to_owned(),
            (false, Some(title)) => format!("{code} {title}"),
            (false, None) => format!("{code} {}", labels::UNNAMED.text(lang)),
        }
    }

    /// What a record is called by whose it is and what it belongs to; nothing where its own name says enough.
    pub fn with_kin(self, record: &RecordId, lang: Lang) -> Option<String> {
        let log = self.log_of(record);
        let form = Form::new(log, record.clone());
        let one = form.template()?.one.text(lang);
        match record.kind() {
            recipient::KIND => {
                let who = self.named(&form, recipient::MEMBER, lang)?;
                let what = self.alone(&recipient::decision_of(record)?, lang);
                let places = [("who", &*who), ("what", &*one_line(&what, REPLIED))];
                Some(fill(labels::REPLY_OF, lang, &places))
            }
            opinion::KIND | rollout_check::KIND => {
                let home = self.named(&form, opinion::DEPARTMENT, lang)?;
                let is_none = record.kind() == opinion::KIND && opinion::is_none(&form);
                let none = opinion::OPINION.field(opinion::NONE.name);
                let one = none
                    .filter(|_| is_none)
                    .map_or(one, |field| field.label.text(lang));
                let name = self.title(record, lang);
                let name = name.map(|name| quoted(&name, WITHIN, lang));
                let name = name.unwrap_or_default();
                let places = [("one", one), ("name", &*name), ("home", &*home)];
                Some(match name.is_empty() {
                    true => fill(labels::OF_HOME, lang, &places),
                    false => fill(labels::NAMED_OF_HOME, lang, &places),
                })
            }
            minutes::KIND => {
                let meeting = self.named(&form, minutes::MEETING, lang)?;
                let at = form.get(minutes::PLANNED_START);
                let at = at.or_else(|| form.get(minutes::ACTUAL_START))?;
                let day = at.date_naive().to_string();
                let places = [("meeting", &*meeting), ("day", &*day)];
                Some(fill(labels::MINUTES_OF, lang, &places))
            }
            change_item::KIND => self.about(&form, change_item::TARGET, lang),
            review_task::KIND => self.about(&form, review_task::TASK, lang),
            _ => self.unnamed(&form, lang),
        }
    }

    /// What a field names, within a name.
    fn named(self, form: &Form<'_>, key: Key<RecordId>, lang: Lang) -> Option<String> {
        let title = self.title(&form.get(key)?, lang)?;
        Some(one_line(&title, WITHIN))
    }

    /// 改动 T-8 试点运行
    fn about(self, form: &Form<'_>, key: Key<RecordId>, lang: Lang) -> Option<String> {
        let what = one_line(&self.alone(&form.get(key)?, lang), WITHIN);
        let one = form.template()?.one.text(lang);
        let places = [("one", one), ("what", &*what)];
        Some(fill(labels::ABOUT_THING, lang, &places))
    }

    /// 一项议程（周会）: what has neither name nor number, by what it lies under.
    fn unnamed(self, form: &Form<'_>, lang: Lang) -> Option<String> {
        let record = form.record();
        let template = form.template().filter(|template| !template.once)?;
        let is_named = self.title(record, lang).is_some();
        if is_named || !display_code(form.log(), record).is_empty() {
            return None;
        }
        let parent = form.log().parent_of(record)?;
        let home = one_line(&self.alone(&parent, lang), WITHIN);
        let places = [("one", template.one.text(lang)), ("home", &*home)];
        Some(fill(labels::OF_HOME, lang, &places))
    }
}
