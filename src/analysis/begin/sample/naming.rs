//! Which record of the example a name means, and what its id is made of.

use super::SampleRecord;
use super::lines::SampleReader;
use crate::analysis::begin::draft::{Local, NewId};
use crate::model::template::{FieldType, Template};
use crate::templates::{
    SCHEMA, agenda_item, decision, department, meeting, member, minutes, recipient, report_item,
    review, review_task, suggestion, task,
};

impl SampleReader {
    /// A record of one of the kinds that was named before; of any kind, it is named in full.
    pub(super) fn known(&self, name: &str, kinds: &[&str]) -> Option<Local> {
        if kinds.is_empty() {
            return self.places.get(name).copied();
        }
        let mut places = kinds.iter().map(|kind| format!("{kind}/{name}"));
        places.find_map(|name| self.places.get(&name).copied())
    }

    /// The place of a record; a new name is a new record.
    pub(super) fn record(&mut self, name: &str) -> Local {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let (kind, rest) = name.split_once('/').unwrap_or((name, ""));
        if let (recipient::KIND, Some((decision, person))) = (kind, rest.split_once('-')) {
            let (decision, person) = (
                format!("{}/{decision}", decision::KIND),
                format!("{}/{person}", member::KIND),
            );
            self.pair(name, &decision, &person);
            return self.record(name);
        }
        if let Some(id) = self.of_meeting(kind, rest) {
            return self.add(name, id);
        }
        let template = SCHEMA.template(kind);
        let id = match template.and_then(made_of_one) {
            Some(of) => NewId::Of(self.record(&format!("{of}/{rest}"))),
            // The answer to a feedback bears its id, the contribution of a department that of the department.
            None if kind == suggestion::KIND => {
                NewId::Of(self.record(&format!("{}/{rest}", member::KIND)))
            }
            None if kind == report_item::KIND && self.places.contains_key(&home(rest)) => {
                NewId::Of(self.record(&home(rest)))
            }
            None if template.is_some_and(|template| template.once) => NewId::Once,
            None => NewId::Random,
        };
        self.add(name, id)
    }

    /// Names a record with an id made of two others, before anything refers to it.
    pub(super) fn pair(&mut self, name: &str, one: &str, other: &str) {
        let id = NewId::Pair(self.record(one), self.record(other));
        self.add(name, id);
    }

    /// What the records of a meeting are made of: `minutes/week-d11`, and a point `agenda_item/week-d39.task.t11` or
    /// a cause `review_task/week-d39.t11` of it.
    fn of_meeting(&mut self, kind: &str, rest: &str) -> Option<NewId> {
        let (held, about) = rest.split_once('.').unwrap_or((rest, ""));
        let (name, day) = held.rsplit_once("-d")?;
        let day = self.date(day.parse().ok()?);
        let meeting = |reader: &mut Self| reader.record(&format!("{}/{name}", meeting::KIND));
        match kind {
            minutes::KIND | review::KIND => Some(NewId::OfDay(meeting(self), day)),
            review_task::KIND => Some(NewId::Pair(
                self.record(&format!("{}/{held}", review::KIND)),
                self.record(&format!("{}/{about}", task::KIND)),
            )),
            agenda_item::KIND => {
                let about = self.record(&about.replacen('.', "/", 1));
                Some(NewId::Point(meeting(self), day, about))
            }
            _ => None,
        }
    }

    fn add(&mut self, name: &str, id: NewId) -> Local {
        let kind = name.split('/').next().unwrap_or_default().to_owned();
        self.records.push(SampleRecord { kind, id });
        self.places.insert(name.to_owned(), self.records.len() - 1);
        self.records.len() - 1
    }
}

/// The department of that name.
fn home(rest: &str) -> String {
    format!("{}/{rest}", department::KIND)
}

/// The kind of the one record whose id that of such a record is made of.
fn made_of_one(template: &Template) -> Option<&'static str> {
    let [key] = template.made_of else { return None };
    match template.field(key)?.field_type {
        FieldType::Ref(kinds) => kinds.first().copied(),
        _ => None,
    }
}
