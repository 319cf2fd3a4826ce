//! How late an issue is (F-07), how soon somebody should take it (W-07), and to which level it should have gone (W-10).

use super::clock::{clock_calendar, overdue_hours};
use super::waiting::waited;
use crate::model::Moment;
use crate::model::template::{Choice, Form};
use crate::templates::issue;
use chrono::Duration;

/// Hours of the clock until somebody should have accepted an issue (W-07).
pub fn response_hours(severity: Option<Choice>) -> u32 {
    if severity == Some(issue::CRITICAL) {
        1
    } else {
        4
    }
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
