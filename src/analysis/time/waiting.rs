//! Times in which the clock of an issue (F-07) stands still because the raiser was asked for information, and whose
//! turn it is meanwhile. Read from the moments that the steps wrote, never from the clocks of changes.

use super::clock::{clock_between, clock_calendar};
use super::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::FieldKey;
use crate::model::template::{CellType, Form, Key};
use crate::templates::{issue, status_of};
use chrono::{Duration, NaiveDate};

/// So many working days without an answer, and an issue of low or medium severity may be closed (§4.2).
const SILENT_DAYS: i64 = 3;

/// When somebody was asked for information, from when to when; the last one until now where it is still awaited.
/// Of several answers before the next question the last one counts, so that one taken back does not.
fn pauses(form: &Form<'_>, now: Moment) -> Vec<(Moment, Moment)> {
    let asked = moments(form, issue::INFO_ASKED_AT);
    let given = moments(form, issue::INFO_GIVEN_AT);
    let awaited = form
        .get(issue::INFO_ASKED_AT)
        .filter(|_| status_of(form) == issue::NEED_INFO.key);
    let mut out = Vec::new();
    for (at, from) in asked.iter().enumerate() {
        let next = asked.get(at + 1);
        let answer = given
            .iter()
            .rfind(|to| *to >= from && next.is_none_or(|next| *to < next));
        let to = if awaited == Some(*from) {
            Some(&now)
        } else {
            answer
        };
        out.extend(to.map(|to| (*from, *to)));
    }
    out
}

/// Every moment that a field ever held, in order of time.
fn moments(form: &Form<'_>, key: Key<Moment>) -> Vec<Moment> {
    let history = form.log().history(form.record(), &FieldKey::of(key.name));
    let mut all: Vec<Moment> = history
        .iter()
        .filter_map(|write| Moment::read(write.value))
        .collect();
    crate::model::sort::sort(&mut all);
    all.dedup();
    all
}

/// Time of the clock that pauses took from a moment on.
fn paused_since(form: &Form<'_>, start: Moment, now: Moment) -> Duration {
    let pauses = pauses(form, now);
    if pauses.is_empty() {
        return Duration::zero();
    }
    let calendar = clock_calendar(form);
    pauses
        .into_iter()
        .map(|(from, to)| clock_between(from.max(start), to.min(now), &calendar))
        .fold(Duration::zero(), |sum, one| sum + one)
}

/// Time of the clock an issue has waited since a moment, without its pauses.
pub(in crate::analysis) fn waited(form: &Form<'_>, since: Moment, now: Moment) -> Duration {
    clock_between(since, now, &clock_calendar(form)) - paused_since(form, since, now)
}

/// Hours the raiser has been asked for information; nothing while nobody asks.
pub(in crate::analysis) fn asked_since(form: &Form<'_>, now: Moment) -> Option<i64> {
    let is_asked = status_of(form) == issue::NEED_INFO.key;
    let since = form.get(issue::INFO_ASKED_AT).filter(|_| is_asked)?;
    Some(clock_between(since, now, &clock_calendar(form)).num_hours())
}

/// Hours an issue has waited to be verified; nothing while it does not.
pub(in crate::analysis) fn verify_since(form: &Form<'_>, now: Moment) -> Option<i64> {
    let is_waiting = status_of(form) == issue::RESOLVED.key;
    let since = form.get(issue::RESOLVED_AT).filter(|_| is_waiting)?;
    Some(clock_between(since, now, &clock_calendar(form)).num_hours())
}

/// Working days without an answer to a solution, once they are enough to close it: of low and medium severity alone.
pub(in crate::analysis) fn silent_days(form: &Form<'_>, now: Moment) -> Option<i64> {
    silent_until(form, now.date_naive())
}

/// The same, on a day.
pub(in crate::analysis) fn silent_until(form: &Form<'_>, today: NaiveDate) -> Option<i64> {
    let is_waiting = status_of(form) == issue::RESOLVED.key;
    let is_small =
        issue::severity(form).is_none_or(|level| level == issue::LOW || level == issue::MEDIUM);
    let since = form
        .get(issue::RESOLVED_AT)
        .filter(|_| is_waiting && is_small)?;
    let days = calendar_of(form).late_days(since.date_naive(), today);
    (days >= SILENT_DAYS).then_some(days)
}

/// Whether a postponed issue has come to the day it was put off to.
pub(in crate::analysis) fn is_to_be_looked_at(form: &Form<'_>, today: NaiveDate) -> bool {
    status_of(form) == issue::POSTPONED.key
        && form
            .get(issue::REVISIT_DATE)
            .is_some_and(|day| day <= today)
}
