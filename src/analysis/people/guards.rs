//! The conditions of steps that templates name and only counting can answer: a line each.

use crate::analysis::goal::answers::provider_answer;
use crate::analysis::goal::replies;
use crate::analysis::time::project_calendar::calendar_of;
use crate::analysis::time::waiting::silent_until;
use crate::model::template::{Form, Guard};
use crate::templates::{change_request, decision, feedback, issue, resource_request, task};
use chrono::NaiveDate;

type Met = fn(&Form<'_>, NaiveDate) -> bool;

const GUARDS: &[(Guard, Met)] = &[
    (task::NO_REVIEW, |form, _| !task::needs_review(form)),
    (issue::UNANSWERED, |form, today| {
        silent_until(form, today).is_some()
    }),
    (issue::CLOSED_LATELY, |form, today| {
        days_closed(form, today) <= issue::CLOSED_LATELY.n
    }),
    (feedback::ALL_TOGETHER, |_, _| false),
    (resource_request::NOT_ANSWERED, |form, _| {
        !provider_answer(form.log(), form.record()).is_done()
    }),
    (decision::ALL_REPLIED, |form, _| {
        replies::is_all_replied(form)
    }),
    (decision::NOT_ALL_REPLIED, |form, today| {
        !replies::is_all_replied(form) && !replies::is_agreed_by_silence(form, today)
    }),
    (decision::SILENT_CONSENT, replies::is_agreed_by_silence),
    (change_request::BY_ROUTE, |_, _| false),
    (decision::REPLACED, |form, _| replies::is_replaced(form)),
];

/// Whether a guard is met on a day; nothing where nobody has said how that is counted.
pub fn is_met(guard: Guard, form: &Form<'_>, today: NaiveDate) -> Option<bool> {
    let (_, met) = GUARDS.iter().find(|(known, _)| *known == guard)?;
    Some(met(form, today))
}

/// Working days since an issue was closed.
fn days_closed(form: &Form<'_>, today: NaiveDate) -> i64 {
    let closed = form
        .get(issue::VERIFIED_AT)
        .or(form.get(issue::RESOLVED_AT));
    closed.map_or(0, |closed| {
        calendar_of(form).late_days(closed.date_naive(), today)
    })
}
