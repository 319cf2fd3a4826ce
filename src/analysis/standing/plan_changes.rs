//! How far a change request reaches, and who approves it for that (§4.7): the representative, the project lead or the
//! sponsor, and never the one who asks. Knows no page.

use crate::analysis::people::who::{People, holds};
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::{Choice, Form};
use crate::model::value::Value;
use crate::templates::{
    change_item, change_request, charter, member, milestone, settings, status_of, task,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Working days within which a representative, and within which the project lead, moves a date, where the settings say
/// nothing else.
const REP_DAYS: i64 = 2;
const LEAD_DAYS: i64 = 5;
/// Of the budget, so many per cent are the sponsor's.
const BUDGET_PERCENT: i64 = 5;

/// One value that a request moves, and how the plan stands to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedMove {
    pub target: RecordId,
    pub field: FieldKey,
    pub before: String,
    pub after: String,
    /// What the plan says now.
    pub now: Value,
    /// Working days from before to after, where both are days.
    pub days: Option<i64>,
}

impl PlannedMove {
    /// Whether approving writes it: the plan says what it said when the change was asked for.
    pub fn is_to_write(&self) -> bool {
        self.now.as_text().unwrap_or_default() == self.before
    }
    /// Whether the plan says it already.
    pub fn is_written(&self) -> bool {
        self.now.as_text() == Some(&*self.after)
    }
}

/// Working days by which a representative moves a date without a change request.
pub fn rep_days(form: &Form<'_>) -> i64 {
    let said = form.other(settings::record()).get(settings::REP_DAYS);
    said.unwrap_or(REP_DAYS)
}

fn lead_days(form: &Form<'_>) -> i64 {
    let said = form.other(settings::record()).get(settings::LEAD_DAYS);
    said.unwrap_or(LEAD_DAYS).max(rep_days(form))
}

/// The values that a request moves.
pub fn moves(form: &Form<'_>) -> Vec<PlannedMove> {
    let calendar = calendar_of(form);
    let read = |row: &Form<'_>| {
        let target = row.get(change_item::TARGET)?;
        let field: FieldKey = row.get(change_item::FIELD)?.parse().ok()?;
        let (before, after) = (
            row.get(change_item::BEFORE).unwrap_or_default(),
            row.get(change_item::AFTER)?,
        );
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let days = day(&before).zip(day(&after));
        Some(PlannedMove {
            now: form.log().value(&target, &field),
            days: days.map(|(from, to)| calendar.moved_days(from, to)),
            target,
            field,
            before,
            after,
        })
    };
    form.rows(change_item::KIND)
        .iter()
        .filter_map(read)
        .collect()
}

/// What the plan still says as asked for although the request was refused.
pub fn to_take_back(form: &Form<'_>) -> Vec<PlannedMove> {
    if status_of(form) != change_request::REJECTED.key {
        return Vec::new();
    }
    let mut moves = moves(form);
    moves.retain(PlannedMove::is_written);
    moves
}

/// Working days that the end of a task or a milestone moves at most; nothing where none does.
pub fn schedule_days(form: &Form<'_>) -> Option<i64> {
    let ends = [task::CURRENT_END.name, milestone::CURRENT_DATE.name];
    let moves = moves(form).into_iter();
    let days = moves.filter(|one| ends.contains(&one.field.as_str()));
    days.filter_map(|one| one.days)
        .max_by_key(|days| days.abs())
}

/// The milestones that it moves, with the working days.
pub fn moved_milestones(form: &Form<'_>) -> Vec<(RecordId, i64)> {
    let moves = moves(form).into_iter();
    let of = moves.filter(|one| one.target.kind() == milestone::KIND);
    of.filter_map(|one| Some((one.target, one.days?))).collect()
}

/// The departments whose tasks it moves.
pub fn touched_departments(form: &Form<'_>) -> Vec<RecordId> {
    let owner = |one: PlannedMove| {
        let task = form.other(one.target);
        task.referred(task::OWNER)?.get(member::DEPARTMENT)
    };
    let all: BTreeSet<RecordId> = moves(form).into_iter().filter_map(owner).collect();
    all.into_iter().collect()
}

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
    let people = People::shared(form);
    let requester = form.get(change_request::REQUESTED_BY);
    let is_requester = |one: &RecordId| {
        requester
            .as_ref()
            .is_some_and(|who| people.are_one(one, who))
    };
    let by_milestone = !moved_milestones(form).is_empty();
    let days = schedule_days(form).unwrap_or_default().abs();
    let reach = match () {
        () if by_milestone || is_grave(form) => 2,
        () if days <= rep_days(form) => 0,
        () if days <= lead_days(form) => 1,
        () => 2,
    };
    let with_role = |role| {
        let all = member::with_role(form, role, today).into_iter();
        all.map(|one| one.record().clone()).collect::<Vec<_>>()
    };
    let reps = || {
        let departments = touched_departments(form);
        let reps = departments.iter().take(1);
        reps.filter_map(|one| member::first_rep(form, one, today))
            .collect()
    };
    let levels = [
        (member::REP, reps()),
        (member::LEAD, with_role(member::LEAD)),
        (member::SPONSOR, with_role(member::SPONSOR)),
    ];
    for (role, all) in levels.into_iter().skip(reach) {
        let others: Vec<RecordId> = all.into_iter().filter(|one| !is_requester(one)).collect();
        if !others.is_empty() {
            return ChangeApprover {
                role,
                people: others,
                by_milestone,
            };
        }
    }
    ChangeApprover {
        role: member::LEAD,
        people: with_role(member::LEAD),
        by_milestone,
    }
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

/// The due date of a task that was moved further than a representative may, after the start and outside of every
/// request: from when to when, and how many working days.
pub fn moved_beyond(form: &Form<'_>) -> Option<(NaiveDate, NaiveDate, i64)> {
    let log = form.log();
    let settings = form.other(settings::record());
    let status = status_of(&settings);
    let is_planned = form.has(task::BASELINE_END.name) && task::is_open(form);
    if !is_planned || status != settings::RUNNING.key {
        return None;
    }
    let key = FieldKey::of(task::CURRENT_END.name);
    let now = form.get(task::CURRENT_END)?;
    let history = log.history(form.record(), &key);
    // What was moved before the plan was taken as the original one is no change of it.
    let original = FieldKey::of(task::BASELINE_END.name);
    let taken = log.live(form.record(), &original).first()?.change.lamport;
    if history.last()?.change.lamport <= taken {
        return None;
    }
    // Somebody wrote it again and said why it was wrong before.
    if let [.., before, last] = history.as_slice()
        && last.change.note.is_some()
        && last.value == before.value
    {
        return None;
    }
    let day = |write: &crate::model::log::Live<'_>| {
        write
            .value
            .as_text()
            .and_then(|text| text.parse::<NaiveDate>().ok())
    };
    let before = history
        .iter()
        .rev()
        .filter_map(day)
        .find(|day| *day != now)?;
    let days = calendar_of(form).moved_days(before, now);
    let after = now.to_string();
    let is_asked = |request: &Form<'_>| {
        let mut moves = moves(request).into_iter();
        moves.any(|one| one.target == *form.record() && one.field == key && one.after == after)
    };
    let is_known = form.all(change_request::KIND).iter().any(is_asked);
    (days > rep_days(form) && !is_known).then_some((before, now, days))
}
