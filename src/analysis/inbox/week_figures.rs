//! The figures of a week, as its review keeps them from its release on.

use super::updates::MeetingRound;
use crate::analysis::goal::replies::is_all_replied;
use crate::analysis::standing::exposure::exposure;
use crate::analysis::standing::health::standing;
use crate::analysis::standing::schedule::{Plan, earned};
use crate::analysis::time::issue_clock::issue_overdue;
use crate::analysis::time::lateness::late_tasks;
use crate::model::Moment;
use crate::model::log::Log;
use crate::model::template::{Form, Key};
use crate::templates::{
    decision, issue, resource_request as request, review, risk, status_of, task,
};
use chrono::NaiveDate;

/// The figures that a review of a day would keep now, each under its key.
pub fn week_figures(log: &Log, day: NaiveDate, now: Moment) -> Vec<(Key<i64>, i64)> {
    let stands = standing(log, now);
    let since = MeetingRound::of(log, day).since;
    let forms = |kind: &str| {
        let rows = log.rows(kind).into_iter();
        rows.map(|record| Form::new(log, record))
            .collect::<Vec<_>>()
    };
    let issues = forms(issue::KIND);
    let after = |form: &&Form<'_>, key: Key<Moment>| {
        form.get(key).is_some_and(|at| at.naive_local() > since)
    };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let opened = issues
        .iter()
        .filter(|one| after(one, issue::SUBMITTED_AT))
        .count();
    let closed = issues
        .iter()
        .filter(|one| after(one, issue::VERIFIED_AT))
        .count();
    let is_overdue = |form: &&Form<'_>| {
        issue::is_open(form) && issue_overdue(form, now).is_some_and(|hours| hours > 0)
    };
    let is_high = |form: &&Form<'_>| {
        let level = risk::level(form);
        risk::is_open(form) && [Some(risk::HIGH), Some(risk::EXTREME)].contains(&level)
    };
    let is_late = |form: &&Form<'_>| {
        task::is_open(form) && form.get(task::BASELINE_END).is_some_and(|end| end < day)
    };
    let without_ruling = |form: &&Form<'_>| {
        [request::SUBMITTED.key, request::COORDINATING.key].contains(&status_of(form).as_str())
    };
    let without_replies = |form: &&Form<'_>| decision::is_asking(form) && !is_all_replied(form);
    let mut all = vec![
        (review::TOTAL, count(stands.tasks)),
        (review::DONE, count(stands.done)),
        (review::DOING, count(stands.doing)),
        (review::BLOCKED, count(stands.blocked)),
        (review::OVERDUE, count(late_tasks(log, now).len())),
        (
            review::LATE_BASELINE,
            count(forms(task::KIND).iter().filter(is_late).count()),
        ),
        (review::ISSUES_OPENED, count(opened)),
        (review::ISSUES_CLOSED, count(closed)),
        (
            review::ISSUES_OVERDUE,
            count(issues.iter().filter(is_overdue).count()),
        ),
        (
            review::REQUESTS_OPEN,
            count(forms(request::KIND).iter().filter(without_ruling).count()),
        ),
        (
            review::RISKS_HIGH,
            count(forms(risk::KIND).iter().filter(is_high).count()),
        ),
        (review::EXPOSURE, exposure(log).total),
        (
            review::DECISIONS_OPEN,
            count(forms(decision::KIND).iter().filter(without_replies).count()),
        ),
    ];
    all.extend(stands.percent.map(|percent| (review::PERCENT, percent)));
    all.extend(stands.planned.map(|planned| (review::PLANNED, planned)));
    // A week counts its last day whole.
    let earned = earned(&log.derived::<Plan>(), now.date_naive());
    all.extend(stands.planned.map(|_| (review::BEHIND, earned.behind())));
    all
}
