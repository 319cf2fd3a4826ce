//! 收尾: what a project still needs before it is closed, counted from its records alone, and what is left over of it and
//! who takes that on. The rows are those of the page, of the gate and of the number in the rail.

use super::feedback::{feedback_standing, shown, unanswered};
use super::left_over::{is_handed_on, left_over};
use super::report::{metrics_reached, open_metrics};
use super::rollout::RolloutStanding;
use crate::analysis::goal::meter::Outcome;
use crate::analysis::people::who::each_once;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::sort::gather;
use crate::model::template::Form;
use crate::templates::{
    case, charter, feedback, ground_rule, issue, lesson, member, metric, report, resource_request,
    settings, status_of, task,
};
use chrono::NaiveDate;

/// Something that a project needs before it is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosingNeed {
    /// Tasks are done or cancelled, or somebody takes them on.
    Tasks,
    /// Metrics have their actual value (SUM-03).
    Metrics,
    /// Of those that were missed somebody said why (SUM-04).
    Reasons,
    /// Every department has given feedback, or it is shown to all without.
    Feedback,
    /// What the feedback suggests is answered.
    Suggestions,
    /// What is left over has a successor and a day (SUM-01).
    LeftOver,
    /// The report is final.
    Report,
    /// A lesson is written (SUM-02).
    Lessons,
    /// What was borrowed is back.
    Borrowed,
    /// Where resources are shared: what was learned stands among the agreements.
    Agreements,
    /// Where a problem is solved together: whoever raised one has verified that it is.
    Verified,
    /// Where a problem is solved together: its watch has ended, and it did not come back.
    Watched,
    /// Where a process is changed: every department keeps the new way, or has an exception with an end (ROL-04).
    Rollout,
}

/// How one of them stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingRow {
    pub need: ClosingNeed,
    pub done: usize,
    pub all: usize,
    /// What it still lacks: records, of which the first is where one goes.
    pub open: Vec<RecordId>,
    pub is_met: bool,
}

impl ClosingRow {
    /// A row that is met once nothing is open.
    fn of(need: ClosingNeed, all: usize, open: Vec<RecordId>) -> Self {
        Self {
            need,
            done: all.saturating_sub(open.len()),
            all,
            is_met: open.is_empty(),
            open,
        }
    }
}

/// The rows, counted once.
struct CountedRows(Vec<ClosingRow>);

impl Derived for CountedRows {
    fn of(log: &Log) -> Self {
        Self(counted(log))
    }
}

/// What this project needs before it is closed, in the order of the page.
pub fn closing_rows(log: &Log) -> Vec<ClosingRow> {
    log.derived::<CountedRows>().0.clone()
}

/// How many of them are not met.
pub fn closing_lacks(log: &Log) -> usize {
    let rows = log.derived::<CountedRows>();
    rows.0.iter().filter(|row| !row.is_met).count()
}

/// How one of them stands; nothing where this scenario does not ask for it.
pub fn closing_row(log: &Log, need: ClosingNeed) -> Option<ClosingRow> {
    let rows = log.derived::<CountedRows>();
    rows.0.iter().find(|row| row.need == need).cloned()
}

fn counted(log: &Log) -> Vec<ClosingRow> {
    let scenario = Form::new(log, charter::record()).get(charter::SCENARIO);
    let is = |choice: crate::model::template::Choice| scenario.as_deref() == Some(choice.key);
    let mut rows = vec![
        tasks(log),
        metrics(log),
        reasons(log),
        feedback_row(log),
        suggestions(log),
        handed_on(log),
        report_row(log),
        lessons(log),
        borrowed(log, is(charter::RESOURCE)),
    ];
    if is(charter::RESOURCE) {
        let agreed = log.rows(ground_rule::KIND);
        rows.push(at_least_one(ClosingNeed::Agreements, &agreed));
    }
    if is(charter::PROBLEM) {
        rows.push(verified(log));
        rows.push(watched(log));
    }
    if is(charter::PROCESS) {
        rows.push(kept(log));
    }
    rows
}

/// A row that is met by one record of a kind.
fn at_least_one(need: ClosingNeed, there: &[RecordId]) -> ClosingRow {
    ClosingRow {
        need,
        done: there.len(),
        all: there.len().max(1),
        open: Vec::new(),
        is_met: !there.is_empty(),
    }
}

fn forms<'a>(log: &'a Log, kind: &str) -> impl Iterator<Item = Form<'a>> + use<'a> {
    let rows = log.rows(kind).into_iter();
    rows.map(move |record| Form::new(log, record))
}

fn records<'a>(forms: impl Iterator<Item = Form<'a>>) -> Vec<RecordId> {
    forms.map(|form| form.record().clone()).collect()
}

fn tasks(log: &Log) -> ClosingRow {
    let counts = |form: &Form<'_>| status_of(form) != task::CANCELLED.key;
    let all = forms(log, task::KIND).filter(counts).count();
    let open = forms(log, task::KIND).filter(task::is_open);
    let open: Vec<RecordId> = records(open);
    let done = all - open.len();
    let waiting = open.into_iter().filter(|one| !is_handed_on(log, one));
    ClosingRow {
        done,
        ..ClosingRow::of(ClosingNeed::Tasks, all, waiting.collect())
    }
}

fn metrics(log: &Log) -> ClosingRow {
    let named = forms(log, metric::KIND).filter(|form| form.has(metric::NAME.name));
    ClosingRow::of(ClosingNeed::Metrics, named.count(), open_metrics(log).0)
}

fn reasons(log: &Log) -> ClosingRow {
    let (reached, _) = metrics_reached(log);
    let missed = reached.iter().filter(|one| one.outcome != Outcome::Met);
    ClosingRow::of(ClosingNeed::Reasons, missed.count(), open_metrics(log).1)
}

fn feedback_row(log: &Log) -> ClosingRow {
    let standing = feedback_standing(log);
    let all = standing.departments.len();
    let mut row = ClosingRow::of(ClosingNeed::Feedback, all, standing.silent());
    row.is_met |= standing.is_shown;
    row
}

/// Nothing can be answered before it is shown to all.
fn suggestions(log: &Log) -> ClosingRow {
    let standing = feedback_standing(log);
    if !standing.is_shown {
        return ClosingRow {
            is_met: standing.waiting == 0 && standing.departments.is_empty(),
            ..ClosingRow::of(ClosingNeed::Suggestions, standing.waiting, Vec::new())
        };
    }
    let suggests = |record: &RecordId| {
        let form = Form::new(log, record.clone());
        form.has(feedback::SUGGESTION.name)
    };
    let all = shown(log)
        .iter()
        .filter(|one| suggests(&one.record))
        .count();
    ClosingRow::of(ClosingNeed::Suggestions, all, unanswered(log))
}

fn handed_on(log: &Log) -> ClosingRow {
    let all = left_over(log);
    let open = all.iter().filter(|one| !one.is_settled);
    let open = open.map(|one| one.place().clone()).collect();
    ClosingRow::of(ClosingNeed::LeftOver, all.len(), open)
}

fn report_row(log: &Log) -> ClosingRow {
    let is_final = report::is_final(&Form::new(log, report::record()));
    let open = (!is_final).then(report::record).into_iter().collect();
    ClosingRow::of(ClosingNeed::Report, 1, open)
}

fn lessons(log: &Log) -> ClosingRow {
    let written = |form: &Form<'_>| form.has(lesson::RECOMMENDATION.name) && form.is_open();
    let written = records(forms(log, lesson::KIND).filter(written));
    at_least_one(ClosingNeed::Lessons, &written)
}

/// What is out; where resources are shared nobody takes the place of giving it back.
fn borrowed(log: &Log, is_strict: bool) -> ClosingRow {
    let lent = |form: &Form<'_>| {
        let is_back = status_of(form) == resource_request::RETURNED.key;
        is_back || resource_request::is_out(form)
    };
    let all = forms(log, resource_request::KIND).filter(lent).count();
    let out = forms(log, resource_request::KIND).filter(resource_request::is_out);
    let open = out.filter(|form| is_strict || !is_handed_on(log, form.record()));
    ClosingRow::of(ClosingNeed::Borrowed, all, records(open))
}

fn verified(log: &Log) -> ClosingRow {
    let all = forms(log, issue::KIND).filter(|form| status_of(form) != issue::REJECTED.key);
    let open = forms(log, issue::KIND).filter(issue::is_unsettled);
    ClosingRow::of(ClosingNeed::Verified, all.count(), records(open))
}

/// Of problems that were watched somebody says that they did not come back.
fn watched(log: &Log) -> ClosingRow {
    let has_watch =
        |form: &Form<'_>| case::begun(form).is_some_and(|one| one.has(case::WATCH_UNTIL.name));
    let is_quiet = |form: &Form<'_>| case::begun(form).is_some_and(|one| case::is_quiet(&one));
    let all: Vec<Form<'_>> = forms(log, issue::KIND)
        .filter(|form| status_of(form) != issue::REJECTED.key && has_watch(form))
        .collect();
    let open = all.iter().filter(|form| !is_quiet(form));
    let open = open.map(|form| form.record().clone()).collect();
    ClosingRow::of(ClosingNeed::Watched, all.len(), open)
}

/// The departments in which something is neither kept nor under a dated exception, whether or not that is over by now.
fn kept(log: &Log) -> ClosingRow {
    let standing = RolloutStanding::whenever(log);
    ClosingRow {
        need: ClosingNeed::Rollout,
        done: standing.kept,
        all: standing.all,
        is_met: standing.is_enough(),
        open: match standing.is_enough() {
            true => Vec::new(),
            false => standing.open_departments(),
        },
    }
}

/// Who does what a row still lacks; nobody where it is met, or nobody is named.
pub fn who_closes(log: &Log, row: &ClosingRow, today: NaiveDate) -> Vec<RecordId> {
    let form = Form::new(log, settings::record());
    let named = |role| member::first_with_role(&form, role, today);
    let lead = || named(member::LEAD).into_iter().collect::<Vec<_>>();
    let owners = |key| {
        let owner = |record: &RecordId| Form::new(log, record.clone()).get(key);
        each_once(&form, &gather(row.open.iter().filter_map(owner)))
    };
    if row.is_met {
        return Vec::new();
    }
    match row.need {
        ClosingNeed::Tasks => owners(task::OWNER),
        ClosingNeed::Metrics => owners(metric::OWNER),
        ClosingNeed::Borrowed => owners(resource_request::REQUESTER),
        ClosingNeed::Verified => owners(issue::RAISED_BY),
        ClosingNeed::Watched => owners(issue::OWNER),
        ClosingNeed::Feedback | ClosingNeed::Rollout => {
            let rep = |one: &RecordId| member::first_rep(&form, one, today);
            each_once(&form, &gather(row.open.iter().filter_map(rep)))
        }
        ClosingNeed::Lessons | ClosingNeed::Agreements => {
            let coordinator = named(member::COORDINATOR);
            coordinator.map_or_else(lead, |one| vec![one])
        }
        _ => lead(),
    }
}
