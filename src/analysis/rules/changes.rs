//! Checks of a change request that look at who decided it, at the plan or at the calendar (CHG-02 to CHG-08).

use crate::analysis::people::who::People;
use crate::analysis::standing::plan_changes::{
    ChangeApprover, approver_of, moved_milestones, moves, to_take_back, touched_departments,
};
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::template::{Arg, Finding, Form, Label, Rule, STATUS};
use crate::model::{Moment, RecordId};
use crate::templates::{assessment, change_request, status_of, warn};
use chrono::Days;

/// Working days after its approval in which the plan is changed.
const WRITTEN_WITHIN: u32 = 2;
/// So many changes of the scope within so many days ask for a look at the goal.
const SCOPE_CHANGES: usize = 3;
const SCOPE_DAYS: u64 = 30;

/// The checks of a kind that this file holds.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    if kind == change_request::KIND {
        RULES
    } else {
        &[]
    }
}

static RULES: &[Rule] = &[
    warn(
        "CHG-02",
        Label::new(
            "影响里程碑「{m}」，需要{role}批准。",
            "Milestone \"{m}\" moves; {role} must approve.",
        ),
        approved_by_another,
    ),
    warn(
        "CHG-03",
        Label::new(
            "{dept}还没有评估影响。",
            "{dept} has not assessed the impact.",
        ),
        not_assessed,
    ),
    warn(
        "CHG-04",
        Label::new(
            "申请人不能批准自己的变更。",
            "You cannot approve your own change.",
        ),
        approved_by_requester,
    ),
    warn(
        "CHG-05",
        Label::new(
            "{code} 已批准，计划还没有更新。",
            "{code} is approved but the plan is unchanged.",
        ),
        plan_unchanged,
    ),
    warn(
        "CHG-06",
        Label::new(
            "30 天内第 {n} 次范围变更，建议复核目标说明书。",
            "{n} scope {n|change|changes} in 30 days; review the charter.",
        ),
        scope_changes_often,
    ),
    warn(
        "CHG-08",
        Label::new(
            "{code} 没有批准，计划里还有 {n} 项是改过的。",
            "{code} was refused; {n} {n|item|items} of the plan still {n|stands|stand} as changed.",
        ),
        refused_but_written,
    ),
];

/// Who approved a change, and whose it was to approve on that day.
struct Approval {
    by: RecordId,
    approver: ChangeApprover,
}

impl Approval {
    fn of(form: &Form<'_>, now: Moment) -> Option<Self> {
        let by = form.get(change_request::DECIDED_BY);
        let by = by.filter(|_| change_request::is_approved(form))?;
        let at = form.get(change_request::DECIDED_AT).unwrap_or(now);
        let approver = approver_of(form, at.date_naive());
        Some(Self { by, approver })
    }
}

/// A milestone moves, and somebody approved it whom it does not go to.
fn approved_by_another(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some((milestone, _)) = moved_milestones(form).into_iter().next() else {
        return Vec::new();
    };
    let Some(Approval { by, approver }) = Approval::of(form, now) else {
        return Vec::new();
    };
    let people = People::shared(form);
    let is_other = !approver.people.iter().any(|one| people.are_one(one, &by));
    Finding::at(change_request::DECIDED_BY.name)
        .with("m", Arg::Record(milestone))
        .with("role", Arg::Label(approver.role.label))
        .when(is_other)
}

/// The departments are asked, and one of them has not answered.
fn not_assessed(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    if !assessment::is_asked(form) {
        return Vec::new();
    }
    let mut open = touched_departments(form);
    open.retain(|one| assessment::of(form, one).is_none());
    let found = |one| Finding::at(STATUS).with("dept", Arg::Record(one));
    open.into_iter().map(found).collect()
}

/// Whoever asked for it approved it, and it was somebody else's to approve.
fn approved_by_requester(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let asked_by = form.get(change_request::REQUESTED_BY);
    let Some((Approval { by, approver }, who)) = Approval::of(form, now).zip(asked_by) else {
        return Vec::new();
    };
    let people = People::shared(form);
    let is_their = |one: &RecordId| people.are_one(one, &who);
    // Without a sponsor the lead's own request is nobody else's.
    let is_nobody_elses = approver.people.iter().all(is_their);
    Finding::at(change_request::DECIDED_BY.name).when(is_their(&by) && !is_nobody_elses)
}

fn plan_unchanged(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_it = status_of(form) == change_request::APPROVED.key;
    let Some(at) = form.get(change_request::DECIDED_AT).filter(|_| is_it) else {
        return Vec::new();
    };
    let until = calendar_of(form).add_working_days(at.date_naive(), WRITTEN_WITHIN);
    let is_over = until.is_some_and(|until| now.date_naive() > until);
    Finding::at(STATUS)
        .with("code", Arg::Code(form.record().clone()))
        .when(is_over && moves(form).iter().any(|one| !one.is_written()))
}

fn refused_but_written(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let n = to_take_back(form).len();
    Finding::at(STATUS)
        .with("code", Arg::Record(form.record().clone()))
        .with("n", Arg::Number(n.try_into().unwrap_or(i64::MAX)))
        .when(n > 0)
}

/// The newest of several changes of the scope within a month.
fn scope_changes_often(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let since = now.date_naive() - Days::new(SCOPE_DAYS);
    let asked_at = |one: &Form<'_>| {
        let is_scope = one.get(change_request::TYPE).as_deref() == Some(change_request::SCOPE.key);
        one.get(change_request::REQUESTED_AT)
            .filter(|at| is_scope && at.date_naive() >= since)
    };
    let Some(own) = asked_at(form) else {
        return Vec::new();
    };
    let all = form.all(change_request::KIND);
    let all: Vec<Moment> = all.iter().filter_map(asked_at).collect();
    let n = all.len();
    Finding::at(change_request::TYPE.name)
        .with("n", Arg::Number(n.try_into().unwrap_or(i64::MAX)))
        .when(n >= SCOPE_CHANGES && all.iter().all(|at| *at <= own))
}
