//! The next days of what is shared: who has it when, where it is given away more than once, what is due back, and how
//! it goes on the whole. The first band of the overview where resources are shared.

use super::claims::{amount, amount_granted, holds_now, use_days};
use super::clashes::Claimed;
use super::figures::submitted_ms;
use super::ledger::{capacity, row_of};
use crate::analysis::goal::meter::decimal;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::{Form, STATUS};
use crate::templates::{charter, metric, resource, resource_request as request, status_of};
use chrono::{DateTime, Days, NaiveDate};
use std::collections::BTreeMap;

/// So many days are shown, of which those that are worked.
const DAYS_SHOWN: u64 = 7;
/// So far back use is counted.
const USED_DAYS: u64 = 366;

/// A thing of the ledger on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DayUse {
    /// The requests that have it, or want it, on that day.
    pub requests: Vec<RecordId>,
    /// How much is wanted and how much there is, in ten-thousandths, where that is too much.
    pub over: Option<(i64, i64)>,
}

/// A thing of the ledger on the days ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThingAhead {
    pub resource: RecordId,
    pub days: Vec<DayUse>,
}

/// Something that is to be back today, or was to be back before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueBack {
    pub request: RecordId,
    /// Working days since; 0 today.
    pub late_days: i64,
}

/// How sharing goes, with what was aimed at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SharingFigures {
    /// Requests without a ruling.
    pub waiting: usize,
    /// Tenths of a working day from handing in to the ruling, on average; nothing before the first ruling.
    pub mean_tenths: Option<i64>,
    /// Per cent of what there is on the working days so far; nothing before the first of them.
    pub in_use_percent: Option<i64>,
    /// Things that were to be back before today.
    pub returned_late: usize,
    /// What the charter aims at: working days to a ruling, per cent of use.
    pub aims: [Option<String>; 2],
}

/// The days ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekAhead {
    pub days: Vec<NaiveDate>,
    pub things: Vec<ThingAhead>,
    pub due_back: Vec<DueBack>,
    pub figures: SharingFigures,
}

/// What is shared on the days from today on, whatever is in use and due back, and the figures as of today.
pub fn week_ahead(log: &Log, now: Moment) -> WeekAhead {
    let today = now.date_naive();
    let charter = Form::new(log, charter::record());
    let calendar = calendar_of(&charter);
    let last = today + Days::new(DAYS_SHOWN - 1);
    let days = today.iter_days().take_while(|day| *day <= last);
    let days: Vec<NaiveDate> = days.filter(|day| calendar.is_working_day(*day)).collect();
    let thing = |resource: RecordId| ThingAhead {
        days: days
            .iter()
            .map(|day| day_use(log, &resource, *day))
            .collect(),
        resource,
    };
    let due_back = due_back(log, &calendar, today);
    let late = due_back.iter().filter(|one| one.late_days > 0).count();
    WeekAhead {
        things: log.rows(resource::KIND).into_iter().map(thing).collect(),
        figures: SharingFigures {
            returned_late: late,
            ..figures(&charter, &calendar, now)
        },
        due_back,
        days,
    }
}

/// Who has a thing on a day, and whether that is more than there is.
fn day_use(log: &Log, resource: &RecordId, day: NaiveDate) -> DayUse {
    let claimed = log.derived::<Claimed>();
    let on_day = claimed.of(resource).filter_map(|record| {
        let form = Form::new(log, record.clone());
        let days = use_days(&form)?;
        let is_on = days.from <= day && day <= days.to;
        is_on.then(|| (record.clone(), amount(&form)))
    });
    let (requests, amounts): (Vec<RecordId>, Vec<i64>) = on_day.unzip();
    let wanted = amounts.into_iter().fold(0, i64::saturating_add);
    let there = capacity(&Form::new(log, resource.clone()));
    DayUse {
        requests,
        over: there
            .filter(|there| wanted > *there)
            .map(|there| (wanted, there)),
    }
}

/// What is in use and due back by today, the latest first.
fn due_back(log: &Log, calendar: &Calendar, today: NaiveDate) -> Vec<DueBack> {
    let due = |request: RecordId| {
        let form = Form::new(log, request.clone());
        let due = form.get(request::RETURN_DUE).filter(|due| *due <= today)?;
        let is_out = status_of(&form) == request::IN_USE.key && request::is_out(&form);
        is_out.then(|| DueBack {
            request,
            late_days: calendar.late_days(due, today),
        })
    };
    let mut all: Vec<DueBack> = log
        .rows(request::KIND)
        .into_iter()
        .filter_map(due)
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.late_days));
    all
}

fn figures(charter: &Form<'_>, calendar: &Calendar, now: Moment) -> SharingFigures {
    let log = charter.log();
    let requests = || log.rows(request::KIND).into_iter();
    let waits = |record: &RecordId| request::is_undecided(&Form::new(log, record.clone()));
    let days: Vec<i64> = requests()
        .filter_map(|record| days_to_ruling(log, &record, calendar, now))
        .collect();
    let count = i64::try_from(days.len()).unwrap_or(i64::MAX);
    let sum: i64 = days.iter().sum();
    SharingFigures {
        waiting: requests().filter(waits).count(),
        mean_tenths: (count > 0).then(|| (sum * 20 + count) / (count * 2)),
        in_use_percent: in_use(charter, calendar, now.date_naive()),
        aims: [aim(charter, false), aim(charter, true)],
        returned_late: 0,
    }
}

/// Working days from handing in to the ruling.
fn days_to_ruling(log: &Log, record: &RecordId, calendar: &Calendar, now: Moment) -> Option<i64> {
    let form = Form::new(log, record.clone());
    let decided = form.get(request::DECIDED_AT)?.date_naive();
    let handed_in = DateTime::from_timestamp_millis(submitted_ms(log, record)?)?;
    let handed_in = handed_in.with_timezone(now.offset()).date_naive();
    (handed_in <= decided).then(|| calendar.moved_days(handed_in, decided))
}

/// How much of what there is was in use on the working days from the first day of the project to today, per cent.
fn in_use(charter: &Form<'_>, calendar: &Calendar, today: NaiveDate) -> Option<i64> {
    let first = charter.get(charter::PLANNED_START)?;
    let first = first.max(today - Days::new(USED_DAYS));
    let days = first.iter_days().take_while(|day| *day <= today);
    let days: Vec<NaiveDate> = days.filter(|day| calendar.is_working_day(*day)).collect();
    let granted = granted(charter);
    let (mut there, mut used) = (0_i64, 0_i64);
    for row in charter.all(resource::KIND) {
        let Some(capacity) = capacity(&row).filter(|_| !resource::is_out_of_use(&row)) else {
            continue;
        };
        let own = granted.get(row.record()).map_or(&[][..], Vec::as_slice);
        for day in &days {
            let on_day = own.iter().filter(|(from, to, _)| from <= day && day <= to);
            let amount = on_day.map(|(.., amount)| *amount);
            used = used.saturating_add(amount.fold(0, i64::saturating_add).min(capacity));
            there = there.saturating_add(capacity);
        }
    }
    (there > 0).then(|| used.saturating_mul(100) / there)
}

/// From a day to a day so much of a thing.
type Had = (NaiveDate, NaiveDate, i64);

/// What was granted of each thing, given back since or not: until it was given back.
fn granted(charter: &Form<'_>) -> BTreeMap<RecordId, Vec<Had>> {
    let mut all: BTreeMap<RecordId, Vec<Had>> = BTreeMap::new();
    for form in charter.all(request::KIND) {
        let status = status_of(&form);
        let is_granted = status == request::RETURNED.key || holds_now(&status);
        let had = row_of(&form).zip(amount_granted(&form));
        if let Some((row, (days, amount))) = had.filter(|_| is_granted) {
            let back = form.get(request::RETURNED_AT).map(|at| at.date_naive());
            let to = back.map_or(days.to, |back| back.min(days.to));
            let row = row.record().clone();
            all.entry(row).or_default().push((days.from, to, amount));
        }
    }
    all
}

/// What the charter aims at of the two figures of this scenario: per cent to be reached at least, or days at most.
fn aim(charter: &Form<'_>, is_use: bool) -> Option<String> {
    let mut metrics = charter.all(metric::KIND).into_iter();
    let is_it = |row: &Form<'_>| {
        let unit = row.get(metric::UNIT).unwrap_or_default();
        let is_percent = unit.contains(['%', '％']);
        let direction = row.get(metric::DIRECTION).unwrap_or_default();
        let wanted = if is_use {
            metric::AT_LEAST
        } else {
            metric::AT_MOST
        };
        direction == wanted.key && is_percent == is_use
    };
    let target = metrics.find(is_it)?.get(metric::TARGET_VALUE)?;
    decimal(&target).map(|_| target)
}

/// The departments that were asked for an answer to a request before today and have not given one.
pub fn silent_providers(log: &Log, now: Moment) -> Vec<RecordId> {
    let mut all: Vec<RecordId> = Vec::new();
    for form in Form::new(log, charter::record()).all(request::KIND) {
        let is_asked = status_of(&form) == request::COORDINATING.key;
        let is_silent = is_asked && !form.has(request::PROVIDER_ANSWER.name);
        let provider = form.get(request::PROVIDER_DEPT);
        let provider = provider.filter(|_| is_silent && is_since_before(&form, now));
        all.extend(provider.filter(|one| !all.contains(one)));
    }
    all
}

/// Whether it has its state since before today.
fn is_since_before(form: &Form<'_>, now: Moment) -> bool {
    let live = form.log().live(form.record(), &FieldKey::of(STATUS));
    let since = live.iter().map(|write| write.change.time).max();
    let since = since.and_then(DateTime::from_timestamp_millis);
    since.is_some_and(|since| since.with_timezone(now.offset()).date_naive() < now.date_naive())
}
