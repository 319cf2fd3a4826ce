//! What was written, stepped, chosen or suggested, in words.

use super::doing::Doing;
use super::naming::{NAME, Naming, VALUE, is_long};
use super::words;
use crate::analysis::words::dated::due_text;
use crate::analysis::words::labels::{LIST_SEPARATOR, ON_ITS_FORM};
use crate::model::id::{FieldKey, RecordId};
use crate::model::line::{one_line, quoted};
use crate::model::template::{DELETED, FieldType, Form, Lang, STATUS, Template, Transition};
use crate::model::value::Value;
use crate::templates::{member, status_of, task};
use chrono::NaiveDate;

impl Naming<'_> {
    pub(super) fn added(&self, doing: &Doing) -> String {
        if let Some(said) = self.word_added(doing) {
            return said;
        }
        let record = &doing.thing;
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
        if let Some(due) = form.due().map(|due| due_text(due, self.zone)) {
            let start = form.get(task::CURRENT_START);
            let places = |from: NaiveDate| [("from", from.to_string()), ("to", due.clone())];
            facts.push(match start {
                Some(from) => {
                    let places = places(from);
                    let places = places
                        .each_ref()
                        .map(|(place, text)| (*place, text.as_str()));
                    self.fill(words::TOLD_SPAN, &places)
                }
                None => due,
            });
        }
        facts.join(LIST_SEPARATOR.text(self.lang))
    }

    pub(super) fn suggested(&self, thing: &RecordId, key: &FieldKey, value: &Value) -> String {
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

    pub(super) fn stepped(&self, thing: &RecordId, from: &Value, to: &Value) -> String {
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

    pub(super) fn wrote(
        &self,
        thing: &RecordId,
        key: &FieldKey,
        (from, to): (&Value, &Value),
        is_settled: bool,
    ) -> String {
        let field = self.field(thing, key);
        // Of what only its form says, neither what stood there nor how it begins now.
        let from = match self.is_sealed(thing, key) {
            true => &Value::Null,
            false => from,
        };
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

    pub(super) fn chose(
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
        let what = match self.is_sealed(thing, key) {
            true => ON_ITS_FORM.text(self.lang).to_owned(),
            false => records.next().map_or_else(
                || quoted(element, NAME, self.lang),
                |record| self.short(&record),
            ),
        };
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

/// The state that a form is in, in words.
pub fn state_text(form: &Form<'_>, lang: Lang) -> Option<&'static str> {
    let states = form.template()?.states?;
    let state = states.state(&status_of(form))?;
    Some(state.choice.label.text(lang))
}
