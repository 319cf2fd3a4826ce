//! Working days of tasks, and how late they are (F-05).

use super::calendar::Calendar;
use super::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Due, Form};
use crate::templates::{action, task};
use chrono::NaiveDate;

/// Working days from start to due, both counted.
pub fn work_days(form: &Form<'_>, calendar: &Calendar) -> Option<i64> {
    let (start, end) = (form.get(task::CURRENT_START)?, form.get(task::CURRENT_END)?);
    (start <= end).then(|| calendar.working_days(start, end))
}

/// The tasks that are late, each with its working days by the calendar of the project: the one count that every screen
/// shows.
pub fn late_tasks(log: &Log, now: Moment) -> Vec<(RecordId, i64)> {
    late_of(log, task::TASK.kind, now.date_naive())
}

/// The same of the actions.
pub fn late_actions(log: &Log, today: NaiveDate) -> Vec<(RecordId, i64)> {
    late_of(log, action::KIND, today)
}

fn late_of(log: &Log, kind: &str, today: NaiveDate) -> Vec<(RecordId, i64)> {
    let late = move |log: &Log, record: &RecordId| {
        let form = Form::new(log, record.clone());
        let days = overdue_days(&form, today, &calendar_of(&form))?;
        (days > 0).then(|| (record.clone(), days))
    };
    let all = log.each_row(kind, "late", today, late);
    all.iter().map(|one| (**one).clone()).collect()
}

/// Working days that work due by the end of a day is late (F-05); nothing when it is done, cancelled, without such a
/// date or not late. What is due on a rest day is late by 0 until the next working day has come.
pub fn overdue_days(form: &Form<'_>, today: NaiveDate, calendar: &Calendar) -> Option<i64> {
    let work = form.work()?;
    let Some(Due::Day(due)) = form.due() else {
        return None;
    };
    let is_late = today > due && (work.in_hand)(form);
    is_late.then(|| calendar.late_days(due, today))
}
