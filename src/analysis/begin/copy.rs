//! 从旧项目复制: a new project from what stands in an earlier one. What people planned comes along, what happened does
//! not: no states, no actual dates, no answers, no history. Dates move with the first day. Which is which, the
//! templates say.

use super::draft::{Fill, Local, NewId, NewRecord};
use super::start::NewProject;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{CellType, FieldType, Form, Key, PARENT, Template};
use crate::model::value::Value;
use crate::templates::{SCHEMA, calendar_day, charter, member, settings};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The records of a new project under another name that begins on `start`. Nothing where the earlier one names
/// nobody: then there is nobody to begin it.
pub fn copy(log: &Log, name: &str, start: NaiveDate) -> Option<NewProject> {
    let first = Form::new(log, charter::record()).get(charter::PLANNED_START);
    let shift = Shift {
        days: first.map_or(0, |first| (start - first).num_days()),
        calendar: calendar_of(&Form::new(log, charter::record())),
    };
    let old: Vec<RecordId> = SCHEMA
        .templates
        .iter()
        .filter(|template| template.copied)
        .flat_map(|template| log.rows(template.kind))
        .collect();
    let places: BTreeMap<RecordId, Local> = old.iter().cloned().zip(0..).collect();
    let mut records: Vec<NewRecord> = old
        .iter()
        .filter_map(|record| copied(log, record, &places, &shift))
        .collect();
    if records.len() != old.len() {
        return None;
    }
    let charter = places.get(&charter::record())?;
    let fields = &mut records[*charter].fields;
    fields.retain(|(key, _)| *key != charter::PROJECT_NAME.name);
    fields.push((charter::PROJECT_NAME.name, Fill::Value(Value::text(name))));
    let me = old.iter().position(|record| {
        let form = Form::new(log, record.clone());
        form.get(member::PROJECT_ROLE).as_deref() == Some(member::LEAD.key)
    });
    let me = me.or_else(|| {
        old.iter()
            .position(|record| record.kind() == member::MEMBER.kind)
    })?;
    Some(NewProject { records, me })
}

struct Shift {
    days: i64,
    calendar: Rc<Calendar>,
}

impl Shift {
    /// The day as many days later, off the rest days.
    fn day(&self, day: NaiveDate) -> NaiveDate {
        let days = Days::new(self.days.unsigned_abs());
        let moved = if self.days < 0 {
            day.checked_sub_days(days)
        } else {
            day.checked_add_days(days)
        };
        let moved = moved.unwrap_or(day);
        if self.calendar.is_working_day(moved) {
            return moved;
        }
        self.calendar.next_working_day(moved).unwrap_or(moved)
    }
}

fn copied(
    log: &Log,
    record: &RecordId,
    places: &BTreeMap<RecordId, Local>,
    shift: &Shift,
) -> Option<NewRecord> {
    let template = SCHEMA.template(record.kind())?;
    let form = Form::new(log, record.clone());
    let mut new = NewRecord::new(template.kind);
    new.id = new_id(&form, template, places);
    new.parent = log
        .parent_of(record)
        .and_then(|parent| places.get(&parent).copied());
    if new.parent.is_none() && template.kind == calendar_day::CALENDAR_DAY.kind {
        new.fields
            .push((PARENT, Fill::Value(settings::record().write())));
    }
    for field in template.fields {
        if field.happened || field.filled {
            continue;
        }
        if let FieldType::Set(kinds) = field.field_type {
            let kind = kinds.first().copied().unwrap_or_default();
            for (rest, value) in form.elements(field.key) {
                let element = format!("{kind}/{rest}").parse::<RecordId>().ok();
                let place = element.and_then(|element| places.get(&element).copied());
                new.elements
                    .extend(place.map(|place| (field.key, place, value)));
            }
            continue;
        }
        let value = form.value(field.key);
        let fill = match field.field_type {
            FieldType::Ref(_) => RecordId::read(&value)
                .and_then(|named| places.get(&named).copied())
                .map(Fill::Record),
            FieldType::Date if !field.fixed => Some(Fill::Value(
                NaiveDate::read(&value).map_or(value, |day| shift.day(day).write()),
            )),
            FieldType::DateTime => None,
            _ => Some(Fill::Value(value)),
        };
        let is_something = |fill: &Fill| !matches!(fill, Fill::Value(value) if value.is_empty());
        new.fields
            .extend(fill.filter(is_something).map(|fill| (field.key, fill)));
    }
    Some(new)
}

/// Made of the same records as before, where these have ids to make it of and come before it: a reference may name
/// anything, whatever the template offers.
fn new_id(form: &Form<'_>, template: &Template, places: &BTreeMap<RecordId, Local>) -> NewId {
    let own = places.get(form.record()).copied().unwrap_or_default();
    let place = |key: &&'static str| {
        let named = form.get(Key::<RecordId>::new(key))?;
        let at = places.get(&named).copied()?;
        (named.rest().is_some() && at < own).then_some(at)
    };
    let of: Option<Vec<Local>> = template.made_of.iter().map(place).collect();
    match of.as_deref() {
        Some([one]) => NewId::Of(*one),
        Some([one, other]) => NewId::Pair(*one, *other),
        _ if template.once => NewId::Once,
        _ => NewId::Random,
    }
}
