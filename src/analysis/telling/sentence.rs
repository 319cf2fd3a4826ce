//! A deed as a sentence: what was done, to what, from what to what, and why. What others wrote stands in quotation marks
//! that it cannot close, on one line, and shortened.

use super::deed::{Clause, Deed, Did, Signer, Subject};
use super::words;
use crate::analysis::words::codes::display_code;
use crate::analysis::words::labels::{NOTHING, UNNAMED, fill};
use crate::analysis::words::names::{
    any_value_text, field_name, person_name, record_name, short_name,
};
use crate::model::id::{FieldKey, RecordId};
use crate::model::line::{PERSON_CHARS, one_line, quoted};
use crate::model::log::Log;
use crate::model::template::{
    CellType, DELETED, Due, FieldType, Form, Label, Lang, PARENT, STATUS, Template, Transition,
};
use crate::model::value::Value;
use crate::templates::{charter, member, status_of};
use chrono::{Datelike, NaiveDate};

/// Characters of a reason, an objection or a remark in a sentence.
const WORDS: usize = 200;
/// Characters of a value in a sentence.
const VALUE: usize = 60;
/// A text of more characters than this is told by how it begins now.
const LONG: usize = 40;
/// Characters of a record's name.
const NAME: usize = 40;

/// What things are called: as one log says, or a second one where the first does not have them.
#[derive(Clone, Copy)]
pub struct Naming<'a> {
    /// The log in which the deeds are.
    pub log: &'a Log,
    /// The project as it stands here, where that is another log.
    pub beside: Option<&'a Log>,
    /// The language.
    pub lang: Lang,
}

impl<'a> Naming<'a> {
    /// As a single log says.
    pub const fn of(log: &'a Log, lang: Lang) -> Self {
        Self {
            log,
            beside: None,
            lang,
        }
    }

    /// The log that shows a record.
    fn log_of(&self, record: &RecordId) -> &'a Log {
        let beside = self.beside.filter(|log| log.is_visible(record));
        beside.unwrap_or(self.log)
    }

    fn fill(&self, label: Label, places: &[(&str, &str)]) -> String {
        fill(label, self.lang, places)
    }

    /// A record: 目标说明书, T-3 打样, 部门「研发部」.
    pub fn record(&self, record: &RecordId) -> String {
        let log = self.log_of(record);
        let template = log.schema().template(record.kind());
        let code = display_code(log, record);
        let title = || match self.short(record) {
            title if !code.is_empty() && title.starts_with(&code) => {
                UNNAMED.text(self.lang).to_owned()
            }
            title => title,
        };
        match template {
            _ if !code.is_empty() => format!("{code} {}", self.apart(title())),
            Some(template) if !template.once => {
                let name = quoted(&title(), NAME, self.lang);
                let places = [("one", template.one.text(self.lang)), ("name", &*name)];
                self.fill(words::TOLD_THING, &places)
            }
            _ => one_line(&record_name(log, record, self.lang), NAME),
        }
    }

    /// Behind Chinese a number or a Latin letter stands apart.
    fn spaced(&self, what: String) -> String {
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

    fn field(&self, record: &RecordId, key: &FieldKey) -> String {
        let template = self.log.schema().template(record.kind());
        one_line(&field_name(template, key, self.lang), NAME)
    }

    /// A value of a field; texts in quotation marks.
    pub fn value(&self, record: &RecordId, key: &FieldKey, value: &Value) -> String {
        if value.is_empty() {
            return NOTHING.text(self.lang).to_owned();
        }
        let named = value
            .as_text()
            .and_then(|text| text.parse::<RecordId>().ok());
        let named = named.filter(|named| self.log.schema().template(named.kind()).is_some());
        if let Some(named) = named.filter(|_| !is_text(self.field_type(record, key))) {
            let log = self.log_of(&named);
            return match key.as_str() {
                PARENT => self.record(&named),
                _ => one_line(&short_name(log, &named, self.lang), NAME),
            };
        }
        let text = any_value_text(self.log, record, key, value, self.lang);
        if is_text(self.field_type(record, key)) {
            quoted(&text, VALUE, self.lang)
        } else {
            one_line(&text, VALUE)
        }
    }

    fn field_type(&self, record: &RecordId, key: &FieldKey) -> Option<FieldType> {
        let template = self.log.schema().template(record.kind())?;
        Some(template.field(key.as_str())?.field_type)
    }

    /// From what to what: two days of one year without it.
    fn both_values(
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

    /// The sentence, without who did it.
    pub fn sentence(&self, deed: &Deed) -> String {
        let mut parts: Vec<String> = Vec::new();
        let clauses = &deed.clauses;
        for (at, clause) in clauses.iter().enumerate() {
            let text = self.clause(deed, clause);
            // A reason of several parts is said once, after the last of them.
            let goes_on = clauses
                .get(at + 1)
                .is_some_and(|next| next.reason == clause.reason);
            let reason = clause.reason.as_deref().filter(|_| !goes_on);
            parts.push(match reason {
                Some(why) => {
                    let why = quoted(why, WORDS, self.lang);
                    self.fill(words::TOLD_BECAUSE, &[("text", &text), ("why", &why)])
                }
                None => text,
            });
        }
        let text = parts.join(words::TOLD_SEMICOLON.text(self.lang));
        let text = if self.names_itself(deed) {
            text
        } else {
            let what = self.record(&deed.thing);
            self.fill(words::TOLD_OF_THING, &[("what", &what), ("text", &text)])
        };
        let Some(member) = &deed.on_behalf_of else {
            return text;
        };
        let name = self.person(Some(member));
        match deed.basis.as_deref() {
            Some(basis) => {
                let basis = quoted(basis, NAME, self.lang);
                let places = [("name", &*name), ("basis", &*basis), ("text", &*text)];
                self.fill(words::TOLD_RECORDED_FOR_BY, &places)
            }
            None => self.fill(
                words::TOLD_RECORDED_FOR,
                &[("name", &name), ("text", &text)],
            ),
        }
    }

    /// One thing that was done to a record, with its reason.
    pub fn of_thing(&self, thing: &RecordId, did: Did, reason: Option<String>) -> String {
        self.sentence(&Deed {
            by: Signer::Outside,
            on_behalf_of: None,
            basis: None,
            thing: thing.clone(),
            clauses: vec![Clause { did, reason }],
            time_ms: 0,
        })
    }

    /// Whether the clauses say themselves what they are about, or it is the person who acts.
    fn names_itself(&self, deed: &Deed) -> bool {
        let is_own = deed.thing.kind() == member::MEMBER.kind
            && deed.by.author() == Some(deed.thing.as_str());
        let says = |clause: &Clause| match &clause.did {
            Did::Added
            | Did::Deleted
            | Did::Restored
            | Did::Remarked(..)
            | Did::Objected(Subject::Goal | Subject::Duties, _)
            | Did::Agreed(Subject::Goal | Subject::Duties, _)
            | Did::Unsaid(Subject::Goal | Subject::Duties) => true,
            _ => is_own,
        };
        deed.clauses.first().is_some_and(says)
    }

    fn clause(&self, deed: &Deed, clause: &Clause) -> String {
        let thing = &deed.thing;
        let what = || self.record(thing);
        let words_of = |text: &str| quoted(text, WORDS, self.lang);
        match &clause.did {
            Did::Added => self.added(thing),
            Did::Deleted => self.fill(words::TOLD_DELETED, &[("what", &self.spaced(what()))]),
            Did::Restored => self.fill(words::TOLD_RESTORED, &[("what", &self.spaced(what()))]),
            Did::Objected(subject, text) => self.objected(deed, *subject, text),
            Did::Agreed(subject, text) => self.agreed(deed, *subject, text),
            Did::Unsaid(subject) => {
                let label = match subject {
                    Subject::Goal => words::TOLD_GOAL_UNSAID,
                    Subject::Duties => words::TOLD_DUTIES_UNSAID,
                    Subject::Dates => words::TOLD_DATES_UNSAID,
                    Subject::Role => words::TOLD_ROLE_UNSAID,
                };
                self.fill(label, &[("what", &self.short(thing))])
            }
            Did::Remarked(about, text) => {
                let text = words_of(text);
                match about.as_ref().filter(|about| **about != charter::record()) {
                    Some(about) => {
                        let what = self.record(about);
                        let places = [("what", &*what), ("text", &*text)];
                        self.fill(words::TOLD_REMARKED_ON, &places)
                    }
                    None => self.fill(words::TOLD_REMARKED, &[("text", &text)]),
                }
            }
            Did::Suggested(key, value) => self.suggested(thing, key, value),
            Did::Decided {
                of,
                key,
                value,
                is_adopted,
            } => {
                let label = match is_adopted {
                    true => words::TOLD_ADOPTED,
                    false => words::TOLD_DECLINED,
                };
                let places = [
                    ("who", self.person(of.as_deref())),
                    ("field", self.field(thing, key)),
                    ("value", self.value(thing, key, value)),
                ];
                let places = places
                    .each_ref()
                    .map(|(place, text)| (*place, text.as_str()));
                self.fill(label, &places)
            }
            Did::Withdrew(key) => {
                self.fill(words::TOLD_WITHDREW, &[("field", &self.field(thing, key))])
            }
            Did::Stepped(from, to) => self.stepped(thing, from, to),
            Did::Wrote {
                key,
                from,
                to,
                is_settled,
            } => self.wrote(thing, key, (from, to), *is_settled),
            Did::Chose {
                key,
                element,
                is_in,
                text,
            } => self.chose(thing, key, element, is_in.then_some(text)),
            Did::MadeOriginal => words::TOLD_MADE_ORIGINAL.text(self.lang).to_owned(),
            Did::Moved => words::TOLD_MOVED.text(self.lang).to_owned(),
            Did::LookedAt => words::TOLD_LOOKED_AT.text(self.lang).to_owned(),
            Did::Unknown => words::TOLD_UNKNOWN.text(self.lang).to_owned(),
        }
    }

    fn short(&self, record: &RecordId) -> String {
        one_line(&short_name(self.log_of(record), record, self.lang), NAME)
    }

    fn added(&self, record: &RecordId) -> String {
        let what = self.spaced(self.record(record));
        let facts = self.facts(record);
        if facts.is_empty() {
            self.fill(words::TOLD_ADDED, &[("what", &what)])
        } else {
            self.fill(
                words::TOLD_ADDED_FACTS,
                &[("what", &what), ("facts", &facts)],
            )
        }
    }

    /// Who does it and by when; of a person, their department.
    fn facts(&self, record: &RecordId) -> String {
        let form = Form::new(self.log, record.clone());
        let mut facts: Vec<String> = Vec::new();
        if record.kind() == member::MEMBER.kind {
            facts.extend(form.get(member::DEPARTMENT).map(|one| self.short(&one)));
        }
        facts.extend(form.owner().map(|owner| self.short(&owner)));
        if let Some(Due::Day(due)) = form.due() {
            let start = form.get(crate::templates::task::CURRENT_START);
            let places = |from: NaiveDate| [("from", from.to_string()), ("to", due.to_string())];
            facts.push(match start {
                Some(from) => {
                    let places = places(from);
                    let places = places
                        .each_ref()
                        .map(|(place, text)| (*place, text.as_str()));
                    self.fill(words::TOLD_SPAN, &places)
                }
                None => due.to_string(),
            });
        }
        facts.join(crate::analysis::words::labels::LIST_SEPARATOR.text(self.lang))
    }

    /// The department that a word is of: the record, or the one whose confirmation or remark it is.
    fn department(&self, deed: &Deed) -> String {
        let parent = self.log.parent_of(&deed.thing);
        let is_remark = deed.thing.kind() == crate::templates::comment::COMMENT.kind;
        let department = parent.filter(|_| is_remark);
        self.short(department.as_ref().unwrap_or(&deed.thing))
    }

    fn objected(&self, deed: &Deed, subject: Subject, text: &str) -> String {
        let said = quoted(text, WORDS, self.lang);
        match subject {
            Subject::Goal if text.is_empty() => words::TOLD_GOAL_NO_BARE.text(self.lang).to_owned(),
            Subject::Goal => self.fill(words::TOLD_GOAL_NO, &[("text", &said)]),
            Subject::Duties => {
                let what = self.department(deed);
                let places = [("what", &*what), ("text", &*said)];
                self.fill(words::TOLD_DUTIES_NO, &places)
            }
            Subject::Dates | Subject::Role => words::TOLD_DATES_NO.text(self.lang).to_owned(),
        }
    }

    fn agreed(&self, deed: &Deed, subject: Subject, text: &str) -> String {
        let label = match subject {
            Subject::Goal if text.is_empty() => words::TOLD_GOAL_YES,
            Subject::Goal => words::TOLD_GOAL_YES_BUT,
            Subject::Duties => words::TOLD_DUTIES_YES,
            Subject::Dates => words::TOLD_DATES_YES,
            Subject::Role => words::TOLD_ROLE_YES,
        };
        let text = quoted(text, WORDS, self.lang);
        self.fill(label, &[("what", &self.department(deed)), ("text", &text)])
    }

    fn suggested(&self, thing: &RecordId, key: &FieldKey, value: &Value) -> String {
        if key.as_str() == DELETED {
            return words::TOLD_SUGGESTED_DELETION.text(self.lang).to_owned();
        }
        let now = self.log_of(thing).value(thing, key);
        let (from, to) = self.both_values(thing, key, &now, value);
        let is_plain = now.is_empty() || now == *value || is_long(&now) || is_long(value);
        let label = match is_plain {
            true => words::TOLD_SUGGESTED,
            false => words::TOLD_SUGGESTED_FROM,
        };
        let to = if is_plain {
            self.value(thing, key, value)
        } else {
            to
        };
        let field = self.field(thing, key);
        let places = [("field", &*field), ("from", &*from), ("value", &*to)];
        self.fill(label, &places)
    }

    fn stepped(&self, thing: &RecordId, from: &Value, to: &Value) -> String {
        let key = FieldKey::of(STATUS);
        let template = self.log.schema().template(thing.kind());
        let state = |value: &Value| {
            let first = template
                .and_then(|template| template.states)
                .map(|all| all.first());
            match (value.is_empty(), first) {
                (true, Some(first)) => first.choice.label.text(self.lang).to_owned(),
                _ => self.value(thing, &key, value),
            }
        };
        let (was, is) = (state(from), state(to));
        match transition(template, from, to) {
            Some(step) => {
                let places = [("step", step.label.text(self.lang)), ("state", &*is)];
                self.fill(words::TOLD_STEPPED, &places)
            }
            None => self.fill(words::TOLD_STATE, &[("from", &was), ("to", &is)]),
        }
    }

    fn wrote(
        &self,
        thing: &RecordId,
        key: &FieldKey,
        (from, to): (&Value, &Value),
        is_settled: bool,
    ) -> String {
        let field = self.field(thing, key);
        let label = match () {
            () if is_settled => words::TOLD_SETTLED,
            () if from.is_empty() || from == to => words::TOLD_WROTE_FIRST,
            () if !to.is_empty() && (is_long(from) || is_long(to)) => words::TOLD_REWROTE,
            () => words::TOLD_WROTE,
        };
        let is_both = label == words::TOLD_WROTE;
        let (from, to) = match is_both {
            true => self.both_values(thing, key, from, to),
            false => (String::new(), self.value(thing, key, to)),
        };
        let places = [("field", &*field), ("from", &*from), ("to", &*to)];
        self.fill(label, &places)
    }

    fn chose(
        &self,
        thing: &RecordId,
        key: &FieldKey,
        element: &str,
        carries: Option<&String>,
    ) -> String {
        let field = self.field(thing, key);
        let kinds = match self.field_type(thing, key) {
            Some(FieldType::Set(kinds)) => kinds,
            _ => &[],
        };
        let records = kinds
            .iter()
            .map(|kind| RecordId::of(&format!("{kind}/{element}")));
        let mut records = records.filter(|record| self.log_of(record).is_visible(record));
        let what = records.next().map_or_else(
            || quoted(element, NAME, self.lang),
            |record| self.short(&record),
        );
        let text = carries
            .map(|text| one_line(text, VALUE))
            .unwrap_or_default();
        let label = match carries {
            None => words::TOLD_TAKEN_OUT,
            Some(_) if text.is_empty() => words::TOLD_PUT_IN,
            Some(_) => words::TOLD_PUT_IN_WITH,
        };
        let places = [("field", &*field), ("what", &*what), ("text", &*text)];
        self.fill(label, &places)
    }
}

/// The one step that leads from a state to another.
fn transition(
    template: Option<&'static Template>,
    from: &Value,
    to: &Value,
) -> Option<&'static Transition> {
    let states = template?.states?;
    let from = from.as_text().unwrap_or(states.first().choice.key);
    let to = to.as_text()?;
    let mut fitting = states
        .transitions
        .iter()
        .filter(|step| step.to == to && step.from.contains(&from));
    let only = fitting.next()?;
    fitting.next().is_none().then_some(only)
}

const fn is_text(field_type: Option<FieldType>) -> bool {
    matches!(
        field_type,
        Some(FieldType::Text(_) | FieldType::LongText(_)) | None
    )
}

fn is_long(value: &Value) -> bool {
    let text = value.as_text().unwrap_or_default();
    text.chars().nth(LONG).is_some() || text.contains('\n')
}

/// The state that a form is in, in words.
pub fn state_text(form: &Form<'_>, lang: Lang) -> Option<&'static str> {
    let states = form.template()?.states?;
    let state = states.state(&status_of(form))?;
    Some(state.choice.label.text(lang))
}
