//! How a clash could be settled (F-13), in the order of the method: move one within what its task can wait, share out
//! the days, take less, take another of the same sort, halve the days. Only what ends the clash is offered.

use super::claims::{UseDays, amount, holds_now, use_days};
use super::clashes::{Clash, Grant, over_with};
use super::figures::can_wait;
use super::ledger::capacity;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{resource, resource_request as request, status_of};

/// In which way a proposal ends a clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settling {
    /// One or both have other days.
    Shift,
    /// One takes less.
    Less,
    /// One takes something else.
    Substitute,
    /// Each has half of every day.
    HalfDays,
}

/// A way out of a clash: what each request would be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    pub by: Settling,
    /// One for each request of the clash, in its order.
    pub grants: Vec<Grant>,
}

/// What the requests of a clash are given or want as it stands.
pub fn as_asked(log: &Log, clash: &Clash) -> Vec<Grant> {
    let grant = |record: &RecordId| {
        let form = Form::new(log, record.clone());
        Some(Grant {
            request: record.clone(),
            days: use_days(&form)?,
            amount: amount(&form),
            instead: None,
        })
    };
    clash.requests.iter().filter_map(grant).collect()
}

/// A request granted as it was asked for.
pub fn as_granted(form: &Form<'_>) -> Option<Grant> {
    Some(Grant {
        request: form.record().clone(),
        days: use_days(form)?,
        amount: super::claims::asked_amount(form),
        instead: None,
    })
}

/// All ways out of a clash that end it.
pub fn ways_out(log: &Log, clash: &Clash) -> Vec<WayOut> {
    let asked = as_asked(log, clash);
    let form = Form::new(log, clash.resource.clone());
    let calendar = calendar_of(&form);
    let mut all = Vec::new();
    all.extend(moved(log, &asked, &calendar));
    all.extend(shared_out(&asked, clash, &calendar));
    all.extend(less(log, &asked, clash));
    all.extend(substituted(log, &asked, clash));
    all.extend(halved(&asked));
    all.retain(|way: &WayOut| ends(log, clash, &way.grants));
    all
}

/// Whether nothing is given away twice with these grants.
pub fn ends(log: &Log, clash: &Clash, grants: &[Grant]) -> bool {
    let of_row = |row: &RecordId| -> Vec<&Grant> {
        let own = grants.iter();
        let own = own.filter(|grant| grant.instead.as_ref().unwrap_or(&clash.resource) == row);
        own.collect()
    };
    let others = grants.iter().filter_map(|grant| grant.instead.as_ref());
    let mut rows = std::iter::once(&clash.resource).chain(others);
    let is_valid = grants.iter().all(|grant| grant.days.from <= grant.days.to);
    is_valid && rows.all(|row| over_with(log, row, &of_row(row)).is_none())
}

/// One of two begins after the other, as far as its task can wait.
fn moved(log: &Log, asked: &[Grant], calendar: &Calendar) -> Vec<WayOut> {
    let [one, other] = asked else {
        return Vec::new();
    };
    let after = |first: &Grant, second: &Grant| -> Option<Grant> {
        let form = Form::new(log, second.request.clone());
        let from = calendar.nth_after(first.days.to, 1)?;
        let later = calendar.moved_days(second.days.from, from);
        let length = calendar.working_days(second.days.from, second.days.to);
        let may = can_wait(&form).is_some_and(|days| later <= days);
        let to = calendar.add_working_days(from, u32::try_from(length - 1).ok()?)?;
        may.then(|| Grant {
            days: UseDays { from, to },
            ..second.clone()
        })
    };
    let is_new = |grant: &Grant| !holds_now(&status_of(&Form::new(log, grant.request.clone())));
    let way = |grants: [Grant; 2]| WayOut {
        by: Settling::Shift,
        grants: grants.into(),
    };
    let second = after(one, other).map(|moved| way([one.clone(), moved]));
    let first = after(other, one).filter(|_| is_new(one));
    let first = first.map(|moved| way([moved, other.clone()]));
    second.into_iter().chain(first).take(1).collect()
}

/// The days that two want are shared out between them, so that what each has comes nearest to the other's.
fn shared_out(asked: &[Grant], clash: &Clash, calendar: &Calendar) -> Option<WayOut> {
    let [one, other] = asked else { return None };
    if one.days.is_endless() || other.days.is_endless() {
        return None;
    }
    let days = clash.days(calendar, MOST_CUTS);
    let lengths = |cut: usize| {
        let last = days[..cut].last().copied();
        let last = last.or_else(|| days[0].pred_opt())?;
        let one = UseDays {
            to: last.min(one.days.to),
            ..one.days
        };
        let from = calendar.nth_after(last, 1)?;
        let other = UseDays {
            from: from.max(other.days.from),
            ..other.days
        };
        let length = |days: UseDays| calendar.working_days(days.from, days.to);
        let (of_one, of_other) = (length(one), length(other));
        (of_one > 0 && of_other > 0).then_some(((of_one - of_other).abs(), one, other))
    };
    let cuts = (!days.is_empty()).then_some(0..=days.len())?;
    let (_, first, second) = cuts
        .filter_map(lengths)
        .min_by_key(|(unlike, ..)| *unlike)?;
    Some(WayOut {
        by: Settling::Shift,
        grants: vec![
            Grant {
                days: first,
                ..one.clone()
            },
            Grant {
                days: second,
                ..other.clone()
            },
        ],
    })
}

/// So many days of a clash are looked at for the place to cut.
const MOST_CUTS: usize = 60;

/// Who waits is given what is left.
fn less(log: &Log, asked: &[Grant], clash: &Clash) -> Option<WayOut> {
    let is_new = |grant: &&Grant| !holds_now(&status_of(&Form::new(log, grant.request.clone())));
    let cut = asked.iter().rfind(is_new)?;
    let over = clash.wanted().saturating_sub(clash.capacity);
    let left = cut.amount.saturating_sub(over);
    (left > 0).then(|| {
        with(asked, Settling::Less, |grant| Grant {
            amount: match grant.request == cut.request {
                true => left,
                false => grant.amount,
            },
            ..grant.clone()
        })
    })
}

/// Who came last takes another of the same sort that is free.
fn substituted(log: &Log, asked: &[Grant], clash: &Clash) -> Vec<WayOut> {
    let Some(last) = asked.last() else {
        return Vec::new();
    };
    let own = Form::new(log, clash.resource.clone());
    let kind = own.get(resource::TYPE);
    let others = own.all(resource::KIND).into_iter().filter(|other| {
        let is_alike = kind.is_some() && other.get(resource::TYPE) == kind;
        let is_enough = capacity(other).is_some_and(|capacity| capacity >= last.amount);
        let is_there = !resource::is_out_of_use(other) && other.record() != own.record();
        is_alike && is_enough && is_there
    });
    let way = |other: Form<'_>| {
        with(asked, Settling::Substitute, |grant| Grant {
            instead: (grant.request == last.request).then(|| other.record().clone()),
            ..grant.clone()
        })
    };
    others.take(MOST_SUBSTITUTES).map(way).collect()
}

/// So many other things of a sort are looked at.
const MOST_SUBSTITUTES: usize = 20;

/// Two have half of each day.
fn halved(asked: &[Grant]) -> Option<WayOut> {
    let is_two = asked.len() == 2 && asked.iter().all(|grant| grant.amount > 1);
    is_two.then(|| {
        with(asked, Settling::HalfDays, |grant| Grant {
            amount: grant.amount / 2,
            ..grant.clone()
        })
    })
}

fn with(asked: &[Grant], by: Settling, change: impl Fn(&Grant) -> Grant) -> WayOut {
    WayOut {
        by,
        grants: asked.iter().map(change).collect(),
    }
}

/// What a ruling is called that gives a request this much.
pub fn decision_of(log: &Log, grant: &Grant) -> &'static str {
    let form = Form::new(log, grant.request.clone());
    let asked = |form: &Form<'_>| {
        let from = form.get(request::NEED_FROM);
        let to = form.get(request::NEED_TO);
        (from, to)
    };
    let (from, to) = asked(&form);
    let stands = use_days(&form).filter(|_| !holds_now(&status_of(&form)));
    let is_same = stands == Some(grant.days)
        || (from == Some(grant.days.from) && to.is_none_or(|to| to == grant.days.to));
    let wanted = super::claims::asked_amount(&form);
    let choice = match (&grant.instead, is_same, grant.amount < wanted) {
        (Some(_), ..) => request::SUBSTITUTE,
        (None, false, _) => request::RESCHEDULE,
        (None, true, true) => request::PARTIAL,
        (None, true, false) => request::APPROVE,
    };
    choice.key
}
