//! The worked example (§7) as acts of its people: who wrote what at which moment, so that history and merging look as
//! they would. Pure: the day it is shown is an argument. Knows no log; `state` makes changes of it.

mod lines;
mod naming;
mod plan;
mod roles;
mod writer;

use super::draft::{Fill, Local, NewId};
use crate::model::Moment;
use crate::model::template::Lang;
use crate::templates::sample::{ACTS, CLOSED_ACTS, CLOSED_DAY, SHOWN_BY, SHOWN_DAY, WEEKS};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use lines::SampleReader;

/// What one act wrote into one field.
#[derive(Debug, Clone)]
pub struct Touch {
    pub record: Local,
    pub key: String,
    /// The element, where the field is a set.
    pub element: Option<Local>,
    pub value: Fill,
}

/// What one person wrote at one moment: a batch of changes once it is in a log.
#[derive(Debug, Clone)]
pub struct Act {
    pub at: Moment,
    /// Who: a member record.
    pub author: Local,
    /// For whom it was recorded.
    pub on_behalf_of: Option<Local>,
    /// The reason or basis.
    pub note: Option<String>,
    pub touches: Vec<Touch>,
}

/// A record of the example.
#[derive(Debug, Clone)]
pub struct SampleRecord {
    pub kind: String,
    pub id: NewId,
}

/// The worked example, up to the day it is shown.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Its records, in the order of their tables; those others are made of come first.
    pub records: Vec<SampleRecord>,
    /// Its acts, in order of time.
    pub acts: Vec<Act>,
    /// Who shows it.
    pub me: Local,
    /// Its first day, a Monday.
    pub first_day: NaiveDate,
    /// The day it is shown: a Wednesday, D+44; closed, a Friday, D+95.
    pub shown_day: NaiveDate,
    /// Lines that could not be read. There are none; a test says so.
    pub unread: Vec<String>,
}

/// The worked example as it stands on the Wednesday that `now` is, or the last one before: nothing in it lies in the
/// future, and it is never more than six days behind.
pub fn sample(now: Moment, lang: Lang) -> Sample {
    told(now, lang, Weekday::Wed, SHOWN_DAY, &[ACTS])
}

/// The same to its end, as it stands on the Friday on which it is closed.
pub fn closed_sample(now: Moment, lang: Lang) -> Sample {
    told(now, lang, Weekday::Fri, CLOSED_DAY, &[ACTS, CLOSED_ACTS])
}

fn told(now: Moment, lang: Lang, weekday: Weekday, day: i64, acts: &[&'static str]) -> Sample {
    let today = now.date_naive();
    let since = today.weekday().days_since(weekday);
    let shown_day = today
        .checked_sub_days(Days::new(since.into()))
        .unwrap_or(today);
    let first_day = shown_day - chrono::Duration::days(day);
    let mut reader = SampleReader::new(first_day, *now.offset(), lang);
    plan::names(&mut reader);
    roles::names(&mut reader);
    for part in acts {
        reader.names(part);
    }
    for part in acts {
        reader.names(WEEKS);
        reader.acts(part);
        reader.acts(WEEKS);
    }
    plan::tasks(&mut reader, day);
    roles::acts(&mut reader);
    roles::shown(&mut reader);
    let me = reader.record(SHOWN_BY);
    reader.sample(me, shown_day)
}
