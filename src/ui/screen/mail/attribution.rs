//! Who and when, as receiving and deciding say it: 您, a name with its department, 今天 08:40. Reads the roster once
//! for a whole list; knows no component.

use crate::analysis::inbox::agenda::Coming;
use crate::analysis::inbox::differences::Provenance;
use crate::analysis::people::who::People;
use crate::analysis::time::spoken_day::{Day, day_of};
use crate::analysis::words::dated::{dated, weekday};
use crate::analysis::words::look::marked;
use crate::model::template::{CellType, FieldType, Form, Lang, PARENT, minute_text};
use crate::model::{FieldKey, Log, Moment, RecordId, Value};
use crate::state::Session;
use crate::templates::{charter, member};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::port;
use crate::ui::texts;
use chrono::{Datelike, NaiveDate};
use leptos::prelude::Get;
use std::collections::BTreeMap;

/// What the people of one list are called.
#[derive(Clone)]
pub(in crate::ui) struct Said {
    pub(in crate::ui) people: People,
    named: BTreeMap<RecordId, (String, String)>,
    me: Option<String>,
    lang: Lang,
    now: Moment,
}

impl Said {
    /// The people of an open project and of logs that know more of them.
    pub(in crate::ui) fn of(ui: Ui, session: Option<Session>, more: &[&Log]) -> Self {
        let mut said = Self {
            people: People::default(),
            named: BTreeMap::new(),
            me: session.and_then(|session| session.author()),
            lang: ui.lang.get(),
            now: ui.now(),
        };
        if let Some(session) = session {
            session.read(|log| said.read(log));
        }
        for log in more {
            said.read(log);
        }
        said
    }

    /// What is known already stands: neither names nor joins that a file brings change who is who before it is taken.
    fn read(&mut self, log: &Log) {
        let form = Form::new(log, charter::record());
        if self.named.is_empty() {
            self.people.read(&form);
        }
        for person in form.all(member::MEMBER.kind) {
            let Some(name) = person.get(member::PERSON) else {
                continue;
            };
            let department = person.get(member::DEPARTMENT);
            let department = department
                .map(|department| {
                    crate::analysis::words::names::short_name(log, &department, self.lang)
                })
                .unwrap_or_default();
            let named = self.named.entry(person.record().clone());
            named.or_insert_with(|| (marked(name), department));
        }
    }

    /// Whether an author is a member with a name, or was joined with one.
    pub(in crate::ui) fn is_listed(&self, author: &str) -> bool {
        let person = self.people.author(author);
        person.is_some_and(|person| self.named.contains_key(&person))
    }

    /// Whether an author is who signs here.
    pub(in crate::ui) fn is_me(&self, author: &str) -> bool {
        let me = self.me.as_deref();
        me.is_some_and(|me| self.people.is_same(me, author))
    }

    /// The name alone: a member's, the name given, or that nobody signed.
    pub(in crate::ui) fn name(&self, author: Option<&str>) -> String {
        let Some(author) = author else {
            return texts::NAMELESS.text(self.lang).to_owned();
        };
        match self.people.author(author) {
            Some(person) => self.named.get(&person).map_or_else(
                || texts::mail::SOMEBODY.text(self.lang).to_owned(),
                |(name, _)| name.clone(),
            ),
            None => marked(author.to_owned()),
        }
    }

    /// The department of a person, in any of their records.
    fn department(&self, author: &str) -> String {
        let person = self.people.author(author);
        let records = person.map(|person| self.people.records(&person));
        let mut departments = records
            .into_iter()
            .flatten()
            .filter_map(|record| self.named.get(&record))
            .map(|(_, department)| department)
            .filter(|department| !department.is_empty());
        departments.next().cloned().unwrap_or_default()
    }

    /// The name with its department; 您 for who signs here.
    pub(in crate::ui) fn who(&self, author: Option<&str>) -> String {
        match author {
            Some(author) if self.is_me(author) => texts::mail::YOU.text(self.lang).to_owned(),
            Some(named) => {
                let (name, home) = (self.name(author), self.department(named));
                match self.lang {
                    _ if home.is_empty() => name,
                    Lang::Zh => format!("{name} {home}"),
                    Lang::En => format!("{name} ({home})"),
                }
            }
            None => self.name(None),
        }
    }

    /// That no person wrote it here, but a hand in the file.
    pub(in crate::ui) fn by_hand(&self) -> String {
        texts::mail::BY_HAND.text(self.lang).to_owned()
    }

    /// Who wrote something; for somebody else where it was recorded for them.
    pub(in crate::ui) fn writer(&self, told: &Provenance) -> String {
        let Some(for_whom) = &told.on_behalf_of else {
            return self.who(told.author.as_deref());
        };
        let by = self.name(told.author.as_deref());
        let places = [("name", &*self.name(Some(for_whom))), ("by", &*by)];
        texts::fill(texts::mail::WRITTEN_FOR, self.lang, &places)
    }

    /// When something was written.
    pub(in crate::ui) fn when(&self, told: &Provenance) -> String {
        told.time_ms
            .map_or_else(|| self.by_hand(), |ms| self.moment(port::moment(ms)))
    }

    /// A moment: 今天 08:40, 周三 16:02, 2026-03-02 09:15.
    pub(in crate::ui) fn moment(&self, moment: Moment) -> String {
        // As the reader's clock shows it: the time of its writer's place tells nobody which came first.
        let moment = moment.with_timezone(self.now.offset());
        let text = minute_text(moment);
        let (_, time) = text.split_once(' ').unwrap_or_default();
        match day_of(moment.date_naive(), self.now.date_naive()) {
            Day::Other(_) => text,
            day => format!("{} {time}", self.day(day)),
        }
    }

    /// A day: 今天, 周三, 2026-03-02.
    fn day(&self, day: Day) -> String {
        match day {
            Day::Today => texts::mail::TODAY.text(self.lang).to_owned(),
            Day::Yesterday => texts::mail::YESTERDAY.text(self.lang).to_owned(),
            Day::Weekday(number) => weekday(number, self.lang).to_owned(),
            Day::Other(day) => day.to_string(),
        }
    }

    /// The day of a moment alone, as a copy of the project is called by: 周一.
    pub(in crate::ui) fn day_at(&self, ms: i64) -> String {
        let day = port::moment(ms).date_naive();
        self.day(day_of(day, self.now.date_naive()))
    }

    /// When it was within a sentence: 08:40 of today, 2026-03-02 09:15 of other days.
    pub(in crate::ui) fn time_at(&self, ms: i64) -> String {
        let moment = port::moment(ms);
        let text = minute_text(moment);
        match text.split_once(' ') {
            Some((_, time)) if moment.date_naive() == self.now.date_naive() => time.to_owned(),
            _ => text,
        }
    }
}

/// When a meeting is held, as one says it today: 周五 10:00; nothing where no day is given.
pub(in crate::ui) fn meeting_when(coming: &Coming, lang: Lang, today: NaiveDate) -> String {
    let Some(day) = coming.day else {
        return coming.time.clone();
    };
    let said = match (day - today).num_days() {
        0 => texts::mail::TODAY.text(lang).to_owned(),
        1..=6 => weekday(day.weekday().number_from_monday(), lang).to_owned(),
        _ => dated(day, lang),
    };
    format!("{said} {}", coming.time).trim().to_owned()
}

/// A value as a choice shows it: days with their weekday, an element of a set as in or out, the record a row lies under
/// by its name.
pub(in crate::ui) fn choice_text(
    log: &Log,
    record: &RecordId,
    key: &FieldKey,
    value: &Value,
    lang: Lang,
) -> String {
    let template = log.schema().template(record.kind());
    let field_type = template
        .and_then(|template| template.field(key.as_str()))
        .map(|field| field.field_type);
    let day = NaiveDate::read(value);
    match (field_type, day) {
        (Some(FieldType::Date), Some(day)) => dated(day, lang),
        (Some(FieldType::Set(_)), _) if value.as_text().is_none() => {
            let is_in = !value.is_empty();
            let label = if is_in {
                texts::mail::SET_IN
            } else {
                texts::mail::SET_OUT
            };
            label.text(lang).to_owned()
        }
        _ if key.as_str() == PARENT => match RecordId::read(value) {
            Some(parent) => crate::analysis::words::names::record_name(log, &parent, lang),
            None => texts::NOTHING.text(lang).to_owned(),
        },
        _ => crate::analysis::words::names::any_value_text(
            log,
            record,
            key,
            value,
            port::seen_from_here(lang),
        ),
    }
}
