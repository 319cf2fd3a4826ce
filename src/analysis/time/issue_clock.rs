//! How late an issue is (F-07), how soon somebody should take it (W-07), and to which level it should have gone (W-10).

use super::clock::{clock_calendar, due_after, overdue_hours};
use super::waiting::waited;
use crate::model::Moment;
use crate::model::template::{Choice, Form};
use crate::templates::{charter, issue, status_of, task};
use chrono::Duration;

/// Hours of the clock until somebody should have accepted an issue (W-07).
pub fn response_hours(severity: Option<Choice>) -> u32 {
    if severity == Some(issue::CRITICAL) {
        1
    } else {
        4
    }
}

/// The deadline that an issue has where nobody says another (W-08).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsualLimit {
    /// So many hours of the clock, or working days.
    pub n: u32,
    pub is_in_days: bool,
    pub at: Moment,
}

/// Hours of the clock, and working days where a process is changed outside of its pilot (§6.1).
const USUAL_HOURS: u32 = 48;
const USUAL_DAYS: u32 = 5;

/// How long such a project usually gives an issue: so many hours of the clock, or, where the second is so, working
/// days.
pub fn usual_length(form: &Form<'_>) -> (u32, bool) {
    let is_process = charter::scenario(form).as_deref() == Some(charter::PROCESS.key);
    match is_process && !is_in_pilot(form) {
        true => (USUAL_DAYS, true),
        false => (USUAL_HOURS, false),
    }
}

/// The usual deadline of an issue, counted from when it was submitted.
pub fn usual_limit(form: &Form<'_>) -> Option<UsualLimit> {
    let from = form.get(issue::SUBMITTED_AT)?;
    let calendar = clock_calendar(form);
    if usual_length(form).1 {
        let day = calendar.add_working_days(from.date_naive(), USUAL_DAYS)?;
        let at = day.and_time(from.time());
        let at = at.and_local_timezone(*from.offset()).single()?;
        return Some(UsualLimit {
            n: USUAL_DAYS,
            is_in_days: true,
            at,
        });
    }
    Some(UsualLimit {
        n: USUAL_HOURS,
        is_in_days: false,
        at: due_after(from, USUAL_HOURS, &calendar)?,
    })
}

/// Whether a pilot runs: a task of that name is worked on.
fn is_in_pilot(form: &Form<'_>) -> bool {
    let is_it = |one: &Form<'_>| {
        let title = one.get(task::TITLE).unwrap_or_default().to_lowercase();
        let is_pilot = ["试点", "pilot"].iter().any(|word| title.contains(word));
        is_pilot && status_of(one) == task::DOING.key
    };
    form.all(task::KIND).iter().any(is_it)
}

/// Hours an issue is late by its deadline; nothing while it is on time, has none, or stands still.
pub fn issue_overdue(form: &Form<'_>, now: Moment) -> Option<i64> {
    if !issue::is_running(form) {
        return None;
    }
    overdue_hours(form.get(issue::DUE_AT)?, now, &clock_calendar(form))
}

/// To which level an issue should have been escalated (W-10): 0 on time, 2 project lead when late, 3 department
/// heads after 24 h, 4 sponsor after 72 h; a critical one 2 at once, 3 four hours after submission.
pub fn escalation_level(form: &Form<'_>, now: Moment) -> i64 {
    let by_delay = match issue_overdue(form, now) {
        None => 0,
        Some(..24) => 2,
        Some(24..72) => 3,
        Some(_) => 4,
    };
    let by_severity = match form.get(issue::SUBMITTED_AT) {
        Some(raised)
            if issue::is_running(form) && issue::severity(form) == Some(issue::CRITICAL) =>
        {
            if waited(form, raised, now) >= Duration::hours(4) {
                3
            } else {
                2
            }
        }
        _ => 0,
    };
    by_delay.max(by_severity)
}
