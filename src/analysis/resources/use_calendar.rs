//! 资源日历: for each thing of the ledger that is asked for, who has it when, and how much of it is used on each day
//! (views.md §5.5). What is had without an end, as money is, has no days.

use super::claims::{UseDays, amount, holds_now, use_days};
use super::clashes::Claimed;
use super::ledger::capacity;
use crate::analysis::time::calendar::Calendar;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{resource, status_of};
use chrono::{Datelike, Days, NaiveDate};

/// A request for a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UseClaim {
    pub request: RecordId,
    pub days: UseDays,
    /// In ten-thousandths.
    pub amount: i64,
    /// Whether it was granted; it still waits otherwise.
    pub is_granted: bool,
}

/// A thing of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedThing {
    pub resource: RecordId,
    /// How much there is of it, in ten-thousandths; nothing where nobody has said.
    pub capacity: Option<i64>,
    pub claims: Vec<UseClaim>,
    /// How much is claimed on each day, in ten-thousandths; 0 on rest days.
    pub used: Vec<i64>,
}

/// The things that are claimed on some days on end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UseCalendar {
    /// The days, and whether each is worked.
    pub days: Vec<(NaiveDate, bool)>,
    pub things: Vec<UsedThing>,
}

impl UsedThing {
    /// Whether more is claimed on a day than there is.
    pub fn is_over(&self, at: usize) -> bool {
        self.capacity
            .is_some_and(|capacity| self.used[at] > capacity)
    }
}

/// So many days from the Monday of the week in which the next claim begins or goes on, today's at the earliest; of the
/// last one where all are over.
pub fn use_calendar(log: &Log, calendar: &Calendar, today: NaiveDate, count: u64) -> UseCalendar {
    let claimed = log.derived::<Claimed>();
    let rows = log.rows(resource::KIND).into_iter();
    let mut things: Vec<(RecordId, Vec<UseClaim>)> = rows
        .map(|row| {
            let claims = claimed.of(&row).filter_map(|request| claim(log, request));
            let claims = claims.collect();
            (row, claims)
        })
        .collect();
    let all = || things.iter().flat_map(|(_, claims)| claims);
    let coming = all().filter(|claim| claim.days.to >= today);
    let next = coming.map(|claim| claim.days.from.max(today)).min();
    let Some(first) = next.or_else(|| all().map(|claim| claim.days.from).max()) else {
        return UseCalendar::default();
    };
    let first = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let days: Vec<NaiveDate> = first
        .iter_days()
        .take(count.try_into().unwrap_or(0))
        .collect();
    let last = days.last().copied().unwrap_or(first);
    for (_, claims) in &mut things {
        claims.retain(|claim| claim.days.from <= last && claim.days.to >= first);
        claims.sort_by_key(|claim| claim.days.from);
    }
    things.retain(|(_, claims)| !claims.is_empty());
    let used = |claims: &[UseClaim], day: NaiveDate| -> i64 {
        let here = claims.iter().filter(|claim| {
            calendar.is_working_day(day) && (claim.days.from..=claim.days.to).contains(&day)
        });
        here.map(|claim| claim.amount).sum()
    };
    let thing = |(resource, claims): (RecordId, Vec<UseClaim>)| UsedThing {
        capacity: capacity(&Form::new(log, resource.clone())),
        used: days.iter().map(|day| used(&claims, *day)).collect(),
        resource,
        claims,
    };
    UseCalendar {
        things: things.into_iter().map(thing).collect(),
        days: days
            .iter()
            .map(|day| (*day, calendar.is_working_day(*day)))
            .collect(),
    }
}

fn claim(log: &Log, request: &RecordId) -> Option<UseClaim> {
    let form = Form::new(log, request.clone());
    let days = use_days(&form).filter(|days| !days.is_endless())?;
    Some(UseClaim {
        request: request.clone(),
        amount: amount(&form),
        is_granted: holds_now(&status_of(&form)),
        days,
    })
}
