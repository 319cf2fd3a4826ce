//! What a week's meeting has to explain: the tasks that are late on its day, and those that were finished late since
//! the meeting before, each with the cause as far as somebody has given one.

use super::updates::MeetingRound;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::lateness::overdue_days;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{minutes, progress, review_task, settings, status_of, task};
use chrono::NaiveDate;

/// A late task of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateTask {
    pub task: RecordId,
    /// Working days.
    pub days: i64,
    /// Whether it is done by now.
    pub is_done: bool,
    /// The key of the cause that the meeting chose.
    pub cause: Option<String>,
    /// The key of the cause that its owner gave, where the meeting chose none.
    pub given: Option<String>,
    /// Whether two people chose different causes.
    pub differs: bool,
    /// The day that the meeting agreed on.
    pub new_day: Option<NaiveDate>,
}

impl LateTask {
    /// Whether one cause stands, of the meeting's or its owner's.
    pub fn is_explained(&self) -> bool {
        !self.differs && (self.cause.is_some() || self.given.is_some())
    }
}

/// How late a task is on a day, and whether it is done; nothing where it is not late.
pub(super) fn lateness(
    form: &Form<'_>,
    since: NaiveDate,
    day: NaiveDate,
    calendar: &Calendar,
) -> Option<(i64, bool)> {
    if status_of(form) != task::DONE.key {
        let days = overdue_days(form, day, calendar).filter(|days| *days > 0)?;
        return Some((days, false));
    }
    let ended = form.get(task::ACTUAL_END)?;
    let due = form.get(task::CURRENT_END)?;
    let is_of_week = ended > since && ended <= day || ended == since && since == day;
    if !is_of_week || ended <= due {
        return None;
    }
    let days = calendar.late_days(due, ended);
    (days > 0).then_some((days, true))
}

/// The same with the causes that a review holds.
pub(super) fn with_cause(
    form: &Form<'_>,
    review: Option<&RecordId>,
    (days, is_done): (i64, bool),
) -> LateTask {
    let log = form.log();
    let row = review.and_then(|review| review_task::record_of(review, form.record()));
    let row = row.filter(|row| log.is_visible(row));
    let chosen = row.as_ref().map(|row| form.other(row.clone()));
    let cause = chosen
        .as_ref()
        .and_then(|row| row.get(review_task::DELAY_CAUSE));
    let new_day = chosen.and_then(|row| row.get(review_task::NEW_DATE));
    let key = FieldKey::of(review_task::DELAY_CAUSE.name);
    let differs = row.is_some_and(|row| log.distinct(&row, &key).len() > 1);
    let own = || form.get(task::DELAY_CAUSE);
    let said = || progress::newest(form)?.get(progress::DELAY_CAUSE);
    let given = if cause.is_some() {
        None
    } else {
        own().or_else(said)
    };
    LateTask {
        task: form.record().clone(),
        days,
        is_done,
        cause,
        given,
        differs,
        new_day,
    }
}

/// Those of a review, in the order of the plan.
pub fn late_of_review(log: &Log, review: &RecordId, today: NaiveDate) -> Vec<LateTask> {
    let day = minutes::day_of(review).map_or(today, |day| day.min(today));
    let planned = minutes::day_of(review).unwrap_or(today);
    let calendar = calendar_of(&Form::new(log, settings::record()));
    let since = MeetingRound::of(log, planned).since.date();
    let rows = log.rows(task::KIND).into_iter();
    let late = rows.filter_map(|record| {
        let form = Form::new(log, record);
        let late = lateness(&form, since, day, &calendar)?;
        Some(with_cause(&form, Some(review), late))
    });
    late.collect()
}
