//! 撞期: which requests together want more of a row of the ledger than there is. Found anew whenever anything changes,
//! so that a moved task finds it again; nothing is taken from anybody by it.

use super::claims::{UseDays, amount, counts, holds_now, moved_with_task, use_days};
use super::ledger::{capacity, row_of};
use super::sweep::{OverSpan, Wanted, overruns};
use crate::analysis::time::calendar::Calendar;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::sort::gather;
use crate::model::template::Form;
use crate::templates::{resource_request as request, status_of};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Requests that together want more than there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The row of the ledger.
    pub resource: RecordId,
    /// How much there is of it, in ten-thousandths.
    pub capacity: i64,
    /// In the order in which their days begin.
    pub requests: Vec<RecordId>,
    pub spans: Vec<OverSpan>,
}

impl Clash {
    /// The most that is wanted on one day, in ten-thousandths.
    pub fn wanted(&self) -> i64 {
        let wanted = self.spans.iter().map(|span| span.wanted);
        wanted.max().unwrap_or_default()
    }

    /// The first days of it, without the rest days unless there are no others.
    pub fn days(&self, calendar: &Calendar, most: usize) -> Vec<NaiveDate> {
        let all = || {
            let spans = self.spans.iter();
            spans.flat_map(|span| span.from.iter_days().take_while(|day| *day <= span.to))
        };
        let worked = all()
            .take(MOST_DAYS)
            .filter(|day| calendar.is_working_day(*day));
        let worked: Vec<NaiveDate> = worked.take(most).collect();
        if worked.is_empty() {
            all().take(most).collect()
        } else {
            worked
        }
    }

    /// On how many days: working days, or all where none is one.
    pub fn day_count(&self, calendar: &Calendar) -> i64 {
        let spans = self.spans.iter();
        let worked = spans
            .map(|span| calendar.working_days(span.from, span.to))
            .sum();
        let all = self.spans.iter();
        let all = all.map(|span| (span.to - span.from).num_days() + 1);
        if worked == 0 { all.sum() } else { worked }
    }
}

/// So far days are looked through one by one.
const MOST_DAYS: usize = 1_000;

/// What a request claims of a row of the ledger.
#[derive(Debug, PartialEq)]
struct Claim {
    request: RecordId,
    row: RecordId,
    /// None where it does not say which.
    wanted: Option<Wanted>,
    /// Whether it was granted, and still is.
    is_held: bool,
    /// Whether its days went with its task.
    is_moved: bool,
}

impl Claim {
    fn of(form: &Form<'_>) -> Option<Self> {
        Some(Self {
            request: form.record().clone(),
            row: row_of(form)?.record().clone(),
            wanted: use_days(form).map(|days| wanted_of(days, amount(form))),
            is_held: holds_now(&status_of(form)),
            is_moved: moved_with_task(form),
        })
    }
}

/// Which requests are for which row of the ledger, as far as they wait or were granted.
#[derive(PartialEq)]
pub(super) struct Claimed(BTreeMap<RecordId, Vec<Rc<Claim>>>);

impl Derived for Claimed {
    fn of(log: &Log) -> Self {
        let claim = |log: &Log, record: &RecordId| {
            let form = Form::new(log, record.clone());
            Claim::of(&form).filter(|_| counts(&status_of(&form)))
        };
        let mut all: BTreeMap<RecordId, Vec<Rc<Claim>>> = BTreeMap::new();
        for claim in log.each_row(request::KIND, "claim", (), claim).iter() {
            let of_row = all.entry(claim.row.clone()).or_default();
            of_row.push(Rc::clone(claim));
        }
        Self(all)
    }

    fn is_same(&self, other: &Self) -> bool {
        self == other
    }
}

impl Claimed {
    /// The requests for a row.
    pub(super) fn of<'a>(&'a self, row: &RecordId) -> impl Iterator<Item = &'a RecordId> + use<'a> {
        self.claims(row).iter().map(|claim| &claim.request)
    }

    fn claims(&self, row: &RecordId) -> &[Rc<Claim>] {
        self.0.get(row).map_or(&[][..], Vec::as_slice)
    }
}

#[derive(PartialEq)]
struct Clashes {
    all: Vec<Clash>,
    /// The place of the clash that a request is in.
    of: BTreeMap<RecordId, usize>,
}

impl Derived for Clashes {
    fn of(log: &Log) -> Self {
        let claimed = log.derived::<Claimed>();
        let of_row = |(row, claims): (&RecordId, &Vec<Rc<Claim>>)| of_row(log, row, claims);
        let all: Vec<Clash> = claimed.0.iter().flat_map(of_row).collect();
        let places = all.iter().enumerate();
        let places = places.flat_map(|(place, clash)| {
            let requests = clash.requests.iter().cloned();
            requests.map(move |request| (request, place))
        });
        let of = gather(places);
        Self { all, of }
    }

    fn is_same(&self, other: &Self) -> bool {
        self == other
    }
}

/// Approvals of one thing that together give away more than there is, and that nobody made together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenTwice {
    /// The row of the ledger.
    pub resource: RecordId,
    /// How many approvals.
    pub count: usize,
    /// By how much they are more than there is, in ten-thousandths.
    pub over: i64,
}

/// Each by the first of the approvals, where it is told.
#[derive(PartialEq)]
struct AllGivenTwice(BTreeMap<RecordId, GivenTwice>);

impl Derived for AllGivenTwice {
    fn of(log: &Log) -> Self {
        let claimed = log.derived::<Claimed>();
        let clashes = log.derived::<Clashes>();
        let given = clashes.all.iter().filter_map(|clash| {
            let claims = claimed.claims(&clash.resource);
            let is_granted = |request: &&RecordId| {
                let mut claims = claims.iter().filter(|claim| claim.request == **request);
                claims.any(|claim| claim.is_held && !claim.is_moved)
            };
            let granted: Vec<&RecordId> = clash.requests.iter().filter(is_granted).collect();
            let first = granted.first().filter(|_| granted.len() > 1)?;
            let given = GivenTwice {
                resource: clash.resource.clone(),
                count: granted.len(),
                over: over_with(log, &clash.resource, &[])?,
            };
            Some(((*first).clone(), given))
        });
        Self(gather(given))
    }

    fn is_same(&self, other: &Self) -> bool {
        self == other
    }
}

/// What a request is the first approval of, where approvals together give away more than there is.
pub fn given_twice(log: &Log, request: &RecordId) -> Option<GivenTwice> {
    log.derived::<AllGivenTwice>().0.get(request).cloned()
}

/// All clashes, in the order of the ledger's ids and of the days.
pub fn clashes(log: &Log) -> Vec<Clash> {
    log.derived::<Clashes>().all.clone()
}

/// The clash that a request is in: a request for one thing is in one at most.
pub fn clash_of(log: &Log, request: &RecordId) -> Option<Clash> {
    let all = log.derived::<Clashes>();
    all.all.get(*all.of.get(request)?).cloned()
}

/// The clash that a request would be in if it were handed in as it stands.
pub fn clash_if_submitted(form: &Form<'_>) -> Option<Clash> {
    let row = row_of(form)?;
    let claimed = form.log().derived::<Claimed>();
    let mut claims = claimed.claims(row.record()).to_vec();
    if claims.iter().all(|claim| claim.request != *form.record()) {
        claims.extend(Claim::of(form).map(Rc::new));
    }
    let all = of_row(form.log(), row.record(), &claims);
    all.into_iter()
        .find(|clash| clash.requests.contains(form.record()))
}

/// The clashes of requests for one row.
fn of_row(log: &Log, row: &RecordId, claims: &[Rc<Claim>]) -> Vec<Clash> {
    let Some(capacity) = capacity(&Form::new(log, row.clone())) else {
        return Vec::new();
    };
    let dated = claims
        .iter()
        .filter_map(|claim| Some((&claim.request, claim.wanted?)));
    let (records, wanted): (Vec<&RecordId>, Vec<Wanted>) = dated.unzip();
    let found = overruns(&wanted, capacity).into_iter();
    let clash = found.map(|overrun| Clash {
        resource: row.clone(),
        capacity,
        requests: overrun
            .parties
            .iter()
            .map(|place| records[*place].clone())
            .collect(),
        spans: overrun.spans,
    });
    clash.collect()
}

/// So much of a row for a request, as a ruling would give it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub request: RecordId,
    pub days: UseDays,
    /// In ten-thousandths.
    pub amount: i64,
    /// Another row of the ledger than the one asked for.
    pub instead: Option<RecordId>,
}

/// By how much a row would be given away more than once: what was granted before, with these grants in the place of
/// what their requests have (RES-06). Nothing where it is enough.
pub fn over_with(log: &Log, row: &RecordId, grants: &[&Grant]) -> Option<i64> {
    let capacity = capacity(&Form::new(log, row.clone()))?;
    let claimed = log.derived::<Claimed>();
    let others = claimed
        .claims(row)
        .iter()
        .filter(|claim| claim.is_held && grants.iter().all(|grant| grant.request != claim.request));
    let others = others.filter_map(|claim| claim.wanted);
    let given = grants
        .iter()
        .map(|grant| wanted_of(grant.days, grant.amount));
    let all: Vec<Wanted> = others.chain(given).collect();
    let found = overruns(&all, capacity);
    let spans = found.iter().flat_map(|overrun| &overrun.spans);
    let most = spans.map(|span| span.wanted).max()?;
    Some(most.saturating_sub(capacity))
}

const fn wanted_of(days: UseDays, amount: i64) -> Wanted {
    Wanted {
        from: days.from,
        to: days.to,
        amount,
    }
}
