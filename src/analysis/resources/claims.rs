//! What a request wants, or was given: how much, and on which days. Days that were taken from its task go with the task
//! until somebody says others (W-19).

use super::ledger::{capacity, row_of, said_or_known};
use super::status::WHOLE;
pub use super::status::{counts, holds_now};
use crate::analysis::goal::meter::decimal;
use crate::model::FieldKey;
use crate::model::template::{CellType, Form, Key};
use crate::templates::{resource, resource_request as request, status_of, task};
use chrono::NaiveDate;

/// From a day to a day, both counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UseDays {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl UseDays {
    /// Whether it has no end.
    pub fn is_endless(self) -> bool {
        self.to == no_end()
    }
}

/// The last day of what is had from a day on: money.
fn no_end() -> NaiveDate {
    NaiveDate::from_ymd_opt(2199, 12, 31).unwrap_or_default()
}

/// The days of a request: those it was granted, else those it asks for. What was asked for as the task's own day moves
/// with the task.
pub fn use_days(form: &Form<'_>) -> Option<UseDays> {
    days_as(form, holds_now(&status_of(form)), true)
}

/// What a request would have if what stands in its ruling were given.
pub fn amount_granted(form: &Form<'_>) -> Option<(UseDays, i64)> {
    let granted = form.get(request::APPROVED_QUANTITY);
    let granted = granted.and_then(|text| decimal(&text));
    let amount = granted.unwrap_or_else(|| asked_amount(form));
    Some((days_as(form, true, true)?, amount))
}

/// Whether its days are not those that were written any more: its task was moved since.
pub fn moved_with_task(form: &Form<'_>) -> bool {
    let is_granted = holds_now(&status_of(form));
    days_as(form, is_granted, true) != days_as(form, is_granted, false)
}

fn days_as(form: &Form<'_>, is_granted: bool, follows: bool) -> Option<UseDays> {
    let first = usize::from(!is_granted);
    let day = |keys: [Key<NaiveDate>; 2], of_task: Key<NaiveDate>| {
        let mut keys = keys.into_iter().skip(first);
        let key = keys.find(|key| form.has(key.name))?;
        match follows {
            true => followed(form, key, of_task),
            false => form.get(key),
        }
    };
    let from = day(
        [request::APPROVED_FROM, request::NEED_FROM],
        task::CURRENT_START,
    )?;
    let to = day([request::APPROVED_TO, request::NEED_TO], task::CURRENT_END);
    let is_money =
        || said_or_known(form, request::RESOURCE_TYPE).as_deref() == Some(request::BUDGET.key);
    let to = match to {
        Some(to) => to,
        None if is_money() => no_end(),
        None => from,
    };
    let own_to = || days_as(form, is_granted, false).map(|days| (days.from, days.to));
    // Where only the first day goes with the task, the last one keeps its distance.
    let to = match follows.then(own_to).flatten() {
        Some((own_from, own_to)) if own_from != from && own_to == to && !is_money() => {
            to + (from - own_from)
        }
        _ => to,
    };
    Some(UseDays { from, to })
}

/// A day of a request; where it was the task's own when it was written, the task's day as it is now.
fn followed(form: &Form<'_>, key: Key<NaiveDate>, of_task: Key<NaiveDate>) -> Option<NaiveDate> {
    let own = form.get(key)?;
    let Some(task) = form.referred(request::LINKED_TASK) else {
        return Some(own);
    };
    let written = form.log().live(form.record(), &FieldKey::of(key.name));
    let Some(written) = written.first().map(|live| live.change) else {
        return Some(own);
    };
    let days = form
        .log()
        .history(task.record(), &FieldKey::of(of_task.name));
    let known = days
        .iter()
        .rfind(|day| !written.order(day.change).is_lt())
        .and_then(|day| NaiveDate::read(day.value));
    match known == Some(own) {
        true => task.get(of_task).or(Some(own)),
        false => Some(own),
    }
}

/// How much a request wants, or was given, in ten-thousandths; of what nobody shares all of it, unless a ruling gave
/// less.
pub fn amount(form: &Form<'_>) -> i64 {
    let granted = form
        .get(request::APPROVED_QUANTITY)
        .filter(|_| holds_now(&status_of(form)))
        .and_then(|text| decimal(&text));
    granted.unwrap_or_else(|| asked_amount(form))
}

/// How much a request asks for, whatever was granted.
pub(super) fn asked_amount(form: &Form<'_>) -> i64 {
    let wanted = form
        .get(request::QUANTITY)
        .and_then(|text| decimal(&text))
        .unwrap_or(WHOLE);
    let share = form.get(request::DAILY_SHARE).unwrap_or(100).clamp(1, 100);
    let wanted = wanted.saturating_mul(share) / 100;
    let row = row_of(form);
    let all = row
        .filter(|row| row.get(resource::EXCLUSIVE) == Some(true))
        .and_then(|row| capacity(&row));
    all.map_or(wanted, |all| wanted.max(all))
}
