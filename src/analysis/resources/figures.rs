//! The figures of resources: an amount as people read it, what may be spent, how far a task can wait.

use super::claims::{holds_now, use_days};
use crate::analysis::goal::meter::decimal;
use crate::analysis::time::project_calendar::calendar_of;
use crate::analysis::words::typed::grouped;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::{Form, STATUS};
use crate::model::{FieldKey, Moment};
use crate::templates::{charter, dependency, resource_request as request, status_of, task};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Ten-thousandths in plain decimal notation: 1, 0.5, 2.25.
pub fn amount_text(amount: i64) -> String {
    let sign = if amount < 0 { "-" } else { "" };
    let amount = amount.unsigned_abs();
    let (whole, rest) = (amount / 10_000, amount % 10_000);
    let rest = format!("{rest:04}");
    match rest.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}.{rest}"),
    }
}

/// The same as people read it: 300,000.
pub fn amount_said(amount: i64) -> String {
    grouped(&amount_text(amount))
}

/// An amount as it was typed in plain decimal notation, in ten-thousandths; nothing where it is none or nothing.
pub fn amount_of(text: &str) -> Option<i64> {
    decimal(text.trim()).filter(|amount| *amount > 0)
}

/// What a budget request was granted, 分: its cap, else its amount in yuan.
fn granted_cents(form: &Form<'_>) -> i64 {
    let yuan = |key| form.get(key).and_then(|text: String| decimal(&text));
    let said = form.get(request::APPROVED_CAP);
    said.or_else(|| yuan(request::APPROVED_QUANTITY).map(|yuan| yuan / 100))
        .or_else(|| yuan(request::QUANTITY).map(|yuan| yuan / 100))
        .unwrap_or_default()
}

/// What all budgets come to that were granted, with this request among them, and the ceiling it passes (RES-08), 分.
pub fn over_budget(form: &Form<'_>) -> Option<(i64, i64)> {
    if form.get(request::RESOURCE_TYPE).as_deref() != Some(request::BUDGET.key) {
        return None;
    }
    let ceiling = form.other(charter::record()).get(charter::BUDGET_CAP)?;
    let others = form.all(request::KIND).into_iter().filter(|other| {
        let is_money = other.get(request::RESOURCE_TYPE).as_deref() == Some(request::BUDGET.key);
        is_money && other.record() != form.record() && holds_now(&status_of(other))
    });
    let others: i64 = others
        .map(|other| granted_cents(&other))
        .fold(0, i64::saturating_add);
    let sum = others.saturating_add(granted_cents(form));
    (sum > ceiling).then_some((sum, ceiling))
}

/// When a request was handed in, by the clock of who did.
pub fn submitted_ms(log: &Log, record: &RecordId) -> Option<i64> {
    let history = log.history(record, &FieldKey::of(STATUS));
    let handed_in = history
        .iter()
        .rfind(|write| write.value.as_text() == Some(request::SUBMITTED.key))?;
    Some(handed_in.change.time)
}

/// The first day on which a task begins that waits for another.
struct Successors(BTreeMap<RecordId, NaiveDate>);

impl Derived for Successors {
    fn of(log: &Log) -> Self {
        let mut first: BTreeMap<RecordId, NaiveDate> = BTreeMap::new();
        for row in log.rows(dependency::KIND) {
            let row = Form::new(log, row);
            let start = row.parent().and_then(|task| task.get(task::CURRENT_START));
            let (Some(before), Some(start)) = (row.get(dependency::PREDECESSOR), start) else {
                continue;
            };
            let known = first.entry(before).or_insert(start);
            *known = start.min(*known);
        }
        Self(first)
    }
}

/// By how many working days the task of a request can end later before another has to wait; nothing where none waits.
pub fn can_wait(form: &Form<'_>) -> Option<i64> {
    let task = form.referred(request::LINKED_TASK)?;
    let end = task.get(task::CURRENT_END)?;
    let first = form.log().derived::<Successors>();
    let next = first.0.get(task.record())?.pred_opt()?;
    Some(calendar_of(form).late_days(end, next))
}

/// Working days from today to the first day on which it is used.
pub fn days_ahead(form: &Form<'_>, now: Moment) -> Option<i64> {
    let days = use_days(form)?;
    Some(calendar_of(form).moved_days(now.date_naive(), days.from))
}
