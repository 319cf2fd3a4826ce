//! What the summary report counts: tasks against the original plan, late days by cause, milestones, issues, requests. A
//! report that is final keeps what stood then.

use crate::analysis::computed::computed;
use crate::analysis::goal::meter::{Attainment, Outcome, attainments};
use crate::analysis::people::who::represented;
use crate::analysis::standing::health::slip;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::clock::{clock_between, clock_calendar};
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::{CellType, Form};
use crate::model::value::Value;
use crate::templates::report::{self, SNAPSHOT};
use crate::templates::{
    charter, department, issue, metric, milestone, report_item, resource_request, settings,
    status_of, task,
};

/// The figures, in the order of [`SNAPSHOT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReportFigures {
    pub tasks: i64,
    pub done: i64,
    /// Done by the day of the original plan (F-06).
    pub on_time: i64,
    /// Done by the day of the plan as it was moved.
    pub on_time_now: i64,
    /// Working days late in all.
    pub late_days: i64,
    pub moved: i64,
    pub issues: i64,
    /// Solved by their first deadline (F-16).
    pub issues_on_time: i64,
    /// Solved by the deadline that stood at the end.
    pub issues_on_time_now: i64,
    /// Minutes of the clock that solving one took on average.
    pub solving_minutes: i64,
    pub requests: i64,
}

impl ReportFigures {
    /// In the order in which they are kept.
    pub const fn in_order(self) -> [i64; 11] {
        [
            self.tasks,
            self.done,
            self.on_time,
            self.on_time_now,
            self.late_days,
            self.moved,
            self.issues,
            self.issues_on_time,
            self.issues_on_time_now,
            self.solving_minutes,
            self.requests,
        ]
    }

    const fn of_kept(kept: [i64; 11]) -> Self {
        let [
            tasks,
            done,
            on_time,
            on_time_now,
            late_days,
            moved,
            issues,
            rest @ ..,
        ] = kept;
        let [
            issues_on_time,
            issues_on_time_now,
            solving_minutes,
            requests,
        ] = rest;
        Self {
            tasks,
            done,
            on_time,
            on_time_now,
            late_days,
            moved,
            issues,
            issues_on_time,
            issues_on_time_now,
            solving_minutes,
            requests,
        }
    }

    /// The share of what is done that was done on time, in thousandths, rounded half up.
    pub const fn on_time_permille(self) -> Option<i64> {
        permille_of(self.on_time, self.done)
    }

    /// The shares that stand beside figures: of tasks on time by both plans, and of issues by both deadlines.
    pub const fn shares(self) -> [(&'static str, Option<i64>); 4] {
        let (first, now) = (self.issues_on_time, self.issues_on_time_now);
        [
            (report::SNAPSHOT_ON_TIME.name, self.on_time_permille()),
            (
                report::SNAPSHOT_ON_TIME_NOW.name,
                permille_of(self.on_time_now, self.done),
            ),
            (
                report::SNAPSHOT_ISSUES_ON_TIME.name,
                permille_of(first, self.issues),
            ),
            (
                report::SNAPSHOT_ISSUES_ON_TIME_NOW.name,
                permille_of(now, self.issues),
            ),
        ]
    }
}

/// A share in thousandths, rounded half up.
const fn permille_of(part: i64, whole: i64) -> Option<i64> {
    match whole {
        0 => None,
        whole => Some((part * 2000 + whole) / (2 * whole)),
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
        let late = late_by(&form, &calendar);
        told.late_days += late;
        told.on_time += i64::from(late == 0);
        let end = form.get(task::ACTUAL_END);
        let promised = form.get(task::CURRENT_END).zip(end);
        let is_late = |(due, end)| calendar.late_days(due, end) > 0;
        told.on_time_now += i64::from(!promised.is_some_and(is_late));
    }
    let moved = |form: &Form<'_>| slip(form, now.date_naive(), &calendar) > 0;
    let milestones = settings.all(milestone::KIND);
    told.moved = count(milestones.iter().filter(|form| moved(form)).count());
    let issues = settings.all(issue::KIND);
    told.issues = count(issues.len());
    let solved_by = |form: &Form<'_>, due: Option<Moment>| {
        let solved = form.get(issue::RESOLVED_AT).zip(due);
        solved.is_some_and(|(solved, due)| solved <= due)
    };
    let first = |form: &&Form<'_>| {
        let due = computed(form, issue::ORIGINAL_DUE_AT.name, now);
        solved_by(form, due.and_then(|due| Moment::read(&due)))
    };
    let last = |form: &&Form<'_>| solved_by(form, form.get(issue::DUE_AT));
    told.issues_on_time = count(issues.iter().filter(first).count());
    told.issues_on_time_now = count(issues.iter().filter(last).count());
    told.solving_minutes = solving_minutes(&issues, &clock_calendar(&settings));
    told.requests = count(settings.all(resource_request::KIND).len());
    told
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Working days by which a task that is done came later than the original plan.
pub(super) fn late_by(form: &Form<'_>, calendar: &Calendar) -> i64 {
    let planned = form.get(task::BASELINE_END).or(form.get(task::CURRENT_END));
    planned
        .zip(form.get(task::ACTUAL_END))
        .map_or(0, |(planned, end)| calendar.late_days(planned, end).max(0))
}

/// How long solving an issue took on average, rest days left out (F-07).
fn solving_minutes(issues: &[Form<'_>], clock: &Calendar) -> i64 {
    let took = issues.iter().filter_map(|form| {
        let solved = form.get(issue::RESOLVED_AT)?;
        let raised = form.get(issue::SUBMITTED_AT)?;
        Some(clock_between(raised, solved, clock).num_minutes())
    });
    let took: Vec<i64> = took.collect();
    match count(took.len()) {
        0 => 0,
        n => (took.iter().sum::<i64>() * 2 + n) / (2 * n),
    }
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
    let mut own = represented(log, me).into_iter();
    own.find(|one| department::takes_part(&Form::new(log, one.clone())))
}

/// Whether a department has written what it contributed.
pub fn has_contributed(log: &Log, department: &RecordId) -> bool {
    let line = report_item::record_of(department);
    line.is_some_and(|line| Form::new(log, line).has(report_item::TEXT.name))
}

/// The metrics whose value was written or changed after the summary was: what it was then, and what it is now.
pub fn changed_since_summary(log: &Log) -> Vec<(RecordId, String, String)> {
    let key = FieldKey::of(report::EXECUTIVE_SUMMARY.name);
    let live = log.live(&report::record(), &key);
    let Some(written) = live.first().filter(|write| !write.value.is_empty()) else {
        return Vec::new();
    };
    let written = written.change;
    let key = FieldKey::of(metric::ACTUAL_VALUE.name);
    let changed = log.rows(metric::KIND).into_iter().filter_map(|record| {
        let history = log.history(&record, &key);
        let before = history
            .iter()
            .rfind(|one| !written.order(one.change).is_lt());
        let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
        let before = before.map(|one| text(one.value)).unwrap_or_default();
        let now = text(&log.value(&record, &key));
        (before != now).then_some((record, before, now))
    });
    changed.collect()
}
