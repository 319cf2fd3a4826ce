//! What the summary report counts: tasks against the original plan, late days by cause, milestones, issues, requests. A
//! report that is final keeps what stood then.

use crate::analysis::computed::computed;
use crate::analysis::goal::meter::{Attainment, Outcome, attainments};
use crate::analysis::standing::health::slip;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{CellType, Form};
use crate::templates::report::{self, SNAPSHOT};
use crate::templates::{
    charter, department, issue, member, metric, milestone, report_item, resource_request, settings,
    status_of, task,
};
use std::collections::BTreeMap;

/// The figures, in the order of [`SNAPSHOT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReportFigures {
    pub tasks: i64,
    pub done: i64,
    /// Done by the day of the original plan (F-06).
    pub on_time: i64,
    /// Working days late in all.
    pub late_days: i64,
    pub moved: i64,
    pub issues: i64,
    /// Solved by their first deadline (F-16).
    pub issues_on_time: i64,
    pub requests: i64,
}

impl ReportFigures {
    /// In the order in which they are kept.
    pub const fn in_order(self) -> [i64; 8] {
        [
            self.tasks,
            self.done,
            self.on_time,
            self.late_days,
            self.moved,
            self.issues,
            self.issues_on_time,
            self.requests,
        ]
    }

    const fn of_kept(
        [
            tasks,
            done,
            on_time,
            late_days,
            moved,
            issues,
            solved,
            requests,
        ]: [i64; 8],
    ) -> Self {
        Self {
            tasks,
            done,
            on_time,
            late_days,
            moved,
            issues,
            issues_on_time: solved,
            requests,
        }
    }

    /// The share of what is done that was done on time, in thousandths, rounded half up.
    pub const fn on_time_permille(self) -> Option<i64> {
        match self.done {
            0 => None,
            done => Some((self.on_time * 2000 + done) / (2 * done)),
        }
    }
}

/// The figures of a project: those that were kept, where its report is final.
pub fn report_figures(log: &Log, now: Moment) -> ReportFigures {
    let form = Form::new(log, report::record());
    if report::is_final(&form) {
        return ReportFigures::of_kept(SNAPSHOT.map(|key| form.get(key).unwrap_or_default()));
    }
    counted(log, now)
}

/// As they stand now.
pub fn counted(log: &Log, now: Moment) -> ReportFigures {
    let settings = Form::new(log, settings::record());
    let calendar = calendar_of(&settings);
    let mut told = ReportFigures::default();
    for form in settings.all(task::KIND) {
        let status = status_of(&form);
        if status == task::CANCELLED.key {
            continue;
        }
        told.tasks += 1;
        if status != task::DONE.key {
            continue;
        }
        told.done += 1;
        let planned = form.get(task::BASELINE_END).or(form.get(task::CURRENT_END));
        let late = planned
            .zip(form.get(task::ACTUAL_END))
            .map_or(0, |(planned, end)| calendar.late_days(planned, end).max(0));
        told.late_days += late;
        told.on_time += i64::from(late == 0);
    }
    let moved = |form: &Form<'_>| slip(form, now.date_naive(), &calendar) > 0;
    let milestones = settings.all(milestone::KIND);
    told.moved = count(milestones.iter().filter(|form| moved(form)).count());
    let issues = settings.all(issue::KIND);
    told.issues = count(issues.len());
    let in_time = |form: &&Form<'_>| {
        let due = computed(form, issue::ORIGINAL_DUE_AT.name, now);
        let due = due.and_then(|due| Moment::read(&due));
        form.get(issue::RESOLVED_AT)
            .zip(due)
            .is_some_and(|(solved, due)| solved <= due)
    };
    told.issues_on_time = count(issues.iter().filter(in_time).count());
    told.requests = count(settings.all(resource_request::KIND).len());
    told
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The causes of delay, by how many of the tasks name them, most first.
pub fn delay_causes(log: &Log) -> Vec<(String, usize)> {
    let mut causes: BTreeMap<String, usize> = BTreeMap::new();
    for record in log.rows(task::KIND) {
        if let Some(cause) = Form::new(log, record).get(task::DELAY_CAUSE) {
            *causes.entry(cause).or_default() += 1;
        }
    }
    let mut causes: Vec<_> = causes.into_iter().collect();
    causes.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    causes
}

/// How far the metrics were reached, and how many there are.
pub fn metrics_reached(log: &Log) -> (Vec<Attainment>, usize) {
    let form = Form::new(log, charter::record());
    (attainments(&form), form.all(metric::KIND).len())
}

/// The metrics whose actual value is missing, and those that were missed without a word why.
pub fn open_metrics(log: &Log) -> (Vec<RecordId>, Vec<RecordId>) {
    let form = Form::new(log, charter::record());
    let rows = form.all(metric::KIND).into_iter();
    let empty =
        rows.filter(|row| row.has(metric::NAME.name) && !row.has(metric::ACTUAL_VALUE.name));
    let missed = attainments(&form).into_iter().filter(|one| {
        let explained = form.other(one.metric.clone()).has(metric::EXPLANATION.name);
        one.outcome != Outcome::Met && !explained
    });
    (
        empty.map(|row| row.record().clone()).collect(),
        missed.map(|one| one.metric).collect(),
    )
}

/// The department whose contribution a person is asked to write: one they represent.
pub fn contributes_for(log: &Log, me: &RecordId) -> Option<RecordId> {
    let form = Form::new(log, settings::record());
    let parts = department::taking_part(&form).into_iter();
    let mut own = parts.filter(|one| {
        crate::analysis::people::who::holds(&form, me, member::REP, Some(one.record()))
    });
    own.next().map(|one| one.record().clone())
}

/// Whether a department has written what it contributed.
pub fn has_contributed(log: &Log, department: &RecordId) -> bool {
    let line = report_item::record_of(department);
    line.is_some_and(|line| Form::new(log, line).has(report_item::TEXT.name))
}
