//! What a person leaves out of a date, and where it is looked for: today, the record it stands in, the project.

use crate::model::template::{CellType, Field, Form, Key};
use crate::model::{Moment, RecordId, Value, Zone};
use crate::templates::charter;
use chrono::{NaiveDate, NaiveDateTime};

/// In which order day, month and year stand where all of them are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// 年/月/日
    YearMonthDay,
    /// 日/月/年
    DayMonthYear,
    /// 月/日/年
    MonthDayYear,
}

/// What stands around a date that is read.
#[derive(Debug, Clone, Copy)]
pub struct Around {
    /// Now, in the reader's time zone.
    pub now: Moment,
    /// Where moments are read.
    pub zone: Zone,
    /// The days of the project.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// The beginning of what this ends: before it is no end.
    pub begins: Option<NaiveDateTime>,
    /// The end of what this begins.
    pub ends: Option<NaiveDateTime>,
    /// The order that is known of the other dates beside it.
    pub order: Option<Order>,
}

impl Around {
    /// Today alone.
    pub fn today(now: Moment) -> Self {
        Self {
            now,
            zone: Zone::Fixed(*now.offset()),
            period: None,
            begins: None,
            ends: None,
            order: None,
        }
    }

    /// What stands around a field of a record.
    pub fn of(form: &Form<'_>, field: &Field, now: Moment, zone: Zone) -> Self {
        Self::beside(form, field, now, zone, &|key| form.value(key))
    }

    /// The same with the other values of the record given: of a line that is not written yet.
    pub fn beside(
        form: &Form<'_>,
        field: &Field,
        now: Moment,
        zone: Zone,
        held: &dyn Fn(&str) -> Value,
    ) -> Self {
        let fields = form.template().map_or(&[][..], |template| template.fields);
        let end = fields.iter().find(|end| end.ends == Some(field.key));
        let local = |key: &str| local(&held(key), zone);
        Self {
            now,
            zone,
            period: period(form),
            begins: field.ends.and_then(local),
            ends: end.and_then(|end| local(end.key)),
            order: None,
        }
    }

    pub(super) fn day(&self) -> NaiveDate {
        self.now.date_naive()
    }
}

/// A day or a moment, as it is where one reads it.
fn local(value: &Value, zone: Zone) -> Option<NaiveDateTime> {
    let moment = || Some(zone.shown(Moment::read(value)?).naive_local());
    let day = NaiveDate::read(value).and_then(|day| day.and_hms_opt(0, 0, 0));
    day.or_else(moment)
}

/// The days of the project; they say nothing about themselves.
fn period(form: &Form<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let charter: RecordId = charter::record();
    let day = |key: Key<NaiveDate>| form.other(charter.clone()).get(key);
    let period = (day(charter::PLANNED_START)?, day(charter::PLANNED_END)?);
    (*form.record() != charter && period.0 <= period.1).then_some(period)
}
