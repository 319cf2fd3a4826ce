//! The calendar of one project: the public holidays known here, unless the project does without them, and the days
//! it names itself.

use super::calendar::{CHINA, Calendar, Exception};
use crate::model::log::{Derived, Log};
use crate::model::template::Form;
use crate::templates::{calendar_day, settings};
use chrono::Datelike;
use std::rc::Rc;

/// More lines than this say nothing; a forged file must not slow down every count.
const MOST_LINES: usize = 400;

/// The calendar of the project that a form belongs to.
pub fn calendar_of(form: &Form<'_>) -> Rc<Calendar> {
    Rc::clone(&form.log().derived::<ProjectCalendar>().0)
}

struct ProjectCalendar(Rc<Calendar>);

impl Derived for ProjectCalendar {
    fn of(log: &Log) -> Self {
        Self(Rc::new(read(&Form::new(log, settings::record()))))
    }
}

fn read(settings: &Form<'_>) -> Calendar {
    let known = if settings.get(settings::PUBLIC_HOLIDAYS) == Some(false) {
        Calendar::new(&[])
    } else {
        Calendar::default()
    };
    let rows = settings.rows(calendar_day::CALENDAR_DAY.kind);
    if rows.is_empty() {
        return known;
    }
    known.with(rows.iter().take(MOST_LINES).filter_map(line))
}

/// A line of the calendar; nothing without its first day. Without a last day it is one day long.
fn line(row: &Form<'_>) -> Option<Exception> {
    let from = row.get(calendar_day::FROM)?;
    Some(Exception {
        from,
        to: row.get(calendar_day::TO).unwrap_or(from),
        is_rest: row.get(calendar_day::DAY_KIND).as_deref() != Some(calendar_day::WORK.key),
    })
}

/// The first year of a span of which neither the table nor the project names a single day; nothing where the project
/// does without public holidays.
pub(in crate::analysis) fn unknown_year(form: &Form<'_>, from: i32, to: i32) -> Option<i32> {
    let settings = form.other(settings::record());
    if settings.get(settings::PUBLIC_HOLIDAYS) == Some(false) {
        return None;
    }
    let rows = settings.rows(calendar_day::CALENDAR_DAY.kind);
    let lines: Vec<Exception> = rows.iter().filter_map(line).collect();
    let names = |year: &i32| {
        let mut all = CHINA.iter().chain(&lines);
        all.any(|line| (line.from.year()..=line.to.year()).contains(year))
    };
    (from..=to.min(from.saturating_add(20))).find(|year| !names(year))
}
