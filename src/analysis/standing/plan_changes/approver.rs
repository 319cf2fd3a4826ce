//! Who approves a change request for how far it reaches (§4.7): the representative, the project lead or the sponsor,
//! and never the one who asks; and who would, before there is one.

use super::{moved_milestones, rep_days, schedule_days, touched_departments};
use crate::analysis::people::who::{People, holds};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Choice, Form};
use crate::templates::{change_request, charter, member, settings, task};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Working days within which the project lead moves a date, where the settings say nothing else.
const LEAD_DAYS: i64 = 5;
/// Of the budget, so many per cent are the sponsor's.
const BUDGET_PERCENT: i64 = 5;
/// The place of the sponsor among the levels.
const SPONSORS: usize = 2;

/// Who approves a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeApprover {
    /// In which capacity they approve.
    pub role: Choice,
    /// Who that is; nobody where none is named.
    pub people: Vec<RecordId>,
    /// Whether it goes that far because a milestone moves.
    pub by_milestone: bool,
}

/// Who approves a request: by how far it reaches, and above that where nobody else than the requester would.
pub fn approver_of(form: &Form<'_>, today: NaiveDate) -> ChangeApprover {
    let by_milestone = !moved_milestones(form).is_empty();
    let days = schedule_days(form).unwrap_or_default();
    let reach = match by_milestone || is_grave(form) {
        true => SPONSORS,
        false => reach_of(form, days),
    };
    let asks = form.get(change_request::REQUESTED_BY);
    let touched = touched_departments(form);
    let (role, people) = first_from(form, reach, asks.as_ref(), touched.first(), today);
    ChangeApprover {
        role,
        people,
        by_milestone,
    }
}

/// Who would approve that the due dates of tasks move by so many working days, were it asked for by this person: whom
/// the request that is made of it names.
pub fn approver_of_moves(
    form: &Form<'_>,
    moves: &[(RecordId, i64)],
    asks: Option<&RecordId>,
    today: NaiveDate,
) -> ChangeApprover {
    let days = moves.iter().map(|(_, days)| *days);
    let days = days.max_by_key(|days| days.abs()).unwrap_or_default();
    let owner = |(moved, _): &(RecordId, i64)| {
        let moved = form.other(moved.clone());
        moved.referred(task::OWNER)?.get(member::DEPARTMENT)
    };
    let touched: BTreeSet<RecordId> = moves.iter().filter_map(owner).collect();
    let (role, people) = first_from(form, reach_of(form, days), asks, touched.first(), today);
    ChangeApprover {
        role,
        people,
        by_milestone: false,
    }
}

/// The first level at which a move of so many working days may be approved.
fn reach_of(form: &Form<'_>, days: i64) -> usize {
    match days.abs() {
        days if days <= rep_days(form) => 0,
        days if days <= lead_days(form) => 1,
        _ => SPONSORS,
    }
}

/// Who approves from a level on, the first who does not ask themselves; the project lead where nobody else is named.
fn first_from(
    form: &Form<'_>,
    reach: usize,
    asks: Option<&RecordId>,
    touched: Option<&RecordId>,
    today: NaiveDate,
) -> (Choice, Vec<RecordId>) {
    let people = People::shared(form);
    let is_asking = |one: &RecordId| asks.is_some_and(|who| people.are_one(one, who));
    let with_role = |role| {
        let all = member::with_role(form, role, today).into_iter();
        all.map(|one| one.record().clone()).collect::<Vec<_>>()
    };
    let rep = touched.and_then(|one| member::first_rep(form, one, today));
    let levels = [
        (member::REP, rep.into_iter().collect()),
        (member::LEAD, with_role(member::LEAD)),
        (member::SPONSOR, with_role(member::SPONSOR)),
    ];
    for (role, mut all) in levels.into_iter().skip(reach) {
        all.retain(|one| !is_asking(one));
        if !all.is_empty() {
            return (role, all);
        }
    }
    (member::LEAD, with_role(member::LEAD))
}

fn lead_days(form: &Form<'_>) -> i64 {
    let said = form.other(settings::record()).get(settings::LEAD_DAYS);
    said.unwrap_or(LEAD_DAYS).max(rep_days(form))
}

fn budget_percent(form: &Form<'_>) -> i64 {
    let said = form.other(settings::record()).get(settings::BUDGET_PERCENT);
    said.unwrap_or(BUDGET_PERCENT)
}

/// Whether it changes the goal, or costs more of the budget than the lead may approve.
fn is_grave(form: &Form<'_>) -> bool {
    let cap = form.other(charter::record()).get(charter::BUDGET_CAP);
    let cost = form.get(change_request::IMPACT_COST).unwrap_or_default();
    let most = i128::from(budget_percent(form));
    let is_costly =
        cap.is_some_and(|cap| cap > 0 && i128::from(cost) * 100 > i128::from(cap) * most);
    form.get(change_request::TYPE).as_deref() == Some(change_request::GOAL.key) || is_costly
}

/// Whether somebody may approve a request themselves. Without a sponsor the lead's own request is nobody else's: it is
/// approved with what it rests on.
pub fn may_approve(form: &Form<'_>, me: &RecordId, today: NaiveDate) -> bool {
    let people = People::shared(form);
    let requester = form.get(change_request::REQUESTED_BY);
    let is_requester = requester.is_some_and(|who| people.are_one(me, &who));
    let approver = approver_of(form, today);
    let mut named = approver.people.iter();
    named.any(|one| people.are_one(one, me)) && !is_requester
}

/// Whether somebody may record what the approver said otherwise: the lead and the coordinator.
pub fn may_record(form: &Form<'_>, me: &RecordId) -> bool {
    holds(form, me, member::LEAD, None) || holds(form, me, member::COORDINATOR, None)
}

/// The requests that wait for this person's approval.
pub fn to_approve(log: &Log, me: &RecordId, today: NaiveDate) -> Vec<RecordId> {
    let mut all = log.rows(change_request::KIND);
    all.retain(|record| {
        let form = Form::new(log, record.clone());
        change_request::is_waiting(&form) && may_approve(&form, me, today)
    });
    all
}
