//! How the project stands: progress against the plan, what is late, and the health with its reasons
//! (F-01 to F-05, F-12), as far as charter, plan and issues feed it.

use super::schedule::{Plan, earned, schedule};
use crate::analysis::goal::replies::silent;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::evening::evening_of;
use crate::analysis::time::issue_clock::issue_overdue;
use crate::analysis::time::lateness::late_tasks;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Choice, Form};
use crate::templates::{
    decision, issue, milestone, resource_request, review, risk, status_of, task,
};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// The health of a project (F-12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(into = "u8", from = "u8")]
pub enum Health {
    /// 正常
    #[default]
    Fine,
    /// 关注
    Watch,
    /// 预警
    Alert,
}

impl Health {
    /// As a review says it.
    pub fn choice(self) -> Choice {
        review::HEALTHS[usize::from(u8::from(self)).min(review::HEALTHS.len() - 1)]
    }
}

/// As the list of projects keeps it.
impl From<Health> for u8 {
    fn from(health: Health) -> Self {
        match health {
            Health::Fine => 0,
            Health::Watch => 1,
            Health::Alert => 2,
        }
    }
}

/// What a later version kept is taken for the gravest.
impl From<u8> for Health {
    fn from(kept: u8) -> Self {
        match kept {
            0 => Self::Fine,
            1 => Self::Watch,
            _ => Self::Alert,
        }
    }
}

/// Why it is not fine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// A task is late by so many working days.
    Task(RecordId, i64),
    /// An issue is past its deadline by so many hours.
    Issue(RecordId, i64),
    /// A milestone is expected so many working days later than first planned.
    Milestone(RecordId, i64),
    /// So many per cent of what should be done by now are not (F-04).
    Behind(i64),
    /// A request without a ruling is needed within so many working days.
    Request(RecordId, i64),
    /// Somebody has not replied to a decision in time.
    Decision(RecordId),
    /// An extreme risk has no response yet.
    Risk(RecordId),
}

impl Cause {
    /// How grave it is (F-12).
    fn weight(&self) -> Health {
        let is_grave = match self {
            Self::Task(_, days) => *days > 3,
            Self::Issue(_, hours) => *hours > 48,
            Self::Milestone(_, days) => *days > 5,
            Self::Behind(percent) => *percent > 15,
            Self::Risk(_) => true,
            Self::Request(..) | Self::Decision(_) => false,
        };
        if is_grave {
            Health::Alert
        } else {
            Health::Watch
        }
    }
}

/// How the project stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// Tasks that count, done, in progress, blocked.
    pub tasks: usize,
    pub done: usize,
    /// In progress or in review.
    pub doing: usize,
    pub blocked: usize,
    /// Weighted completion in per cent (F-02); nothing without dates.
    pub percent: Option<i64>,
    /// Where the plan would be today, in per cent (F-03).
    pub planned: Option<i64>,
    /// How many per cent of what should be done by now are not (F-04); 0 or less where nothing lacks.
    behind: i64,
    /// Open tasks due within seven days, and within the seven after.
    pub due: (usize, usize),
    pub health: Health,
    /// Why, gravest first.
    pub causes: Vec<Cause>,
}

/// How a project stands now.
pub fn standing(log: &Log, now: Moment) -> Standing {
    let today = now.date_naive();
    let calendar = calendar_of(&Form::new(log, crate::templates::settings::record()));
    let mut standing = Standing::default();
    let counted = move |log: &Log, record: &RecordId| {
        let form = Form::new(log, record.clone());
        let due = form.get(task::CURRENT_END).filter(|due| *due >= today);
        let status = status_of(&form);
        let is_counted = status != task::CANCELLED.key;
        is_counted.then(|| (status, due.filter(|_| task::is_open(&form))))
    };
    for task in log.each_row(task::KIND, "counted", today, counted).iter() {
        standing.count(&task.0, task.1, today);
    }
    let late = late_tasks(log, now).into_iter();
    let late = late.map(|(task, days)| Cause::Task(task, days));
    standing.causes.extend(late);
    let earned = earned(&log.derived::<Plan>(), today);
    (standing.percent, standing.planned) = (earned.percent(), earned.planned_percent());
    standing.behind = behind_now(&log.derived::<Plan>(), now);
    standing.causes.extend(standing.behind().map(Cause::Behind));
    issues(log, now, &mut standing);
    milestones(log, today, &mut standing);
    waiting(log, now, &calendar, &mut standing);
    let weights = standing.causes.iter().map(Cause::weight);
    standing.health = weights.max().unwrap_or_default();
    crate::model::sort::sort_by(&mut standing.causes, |a: &Cause, b| {
        b.weight().cmp(&a.weight())
    });
    standing
}

/// How far the work is behind (F-04). What is due today has until the evening: before it counts what was to be done by
/// the last one.
pub fn behind_now(plan: &Plan, now: Moment) -> i64 {
    let today = now.date_naive();
    let by_evening = earned(plan, today).behind();
    let before = today.pred_opt().filter(|_| now < evening_of(today, now));
    before.map_or(by_evening, |day| earned(plan, day).behind().min(by_evening))
}

/// So many per cent behind are worth a word (F-12).
const BEHIND_PERCENT: i64 = 5;

impl Standing {
    /// By how many per cent the work lies behind the plan, where that is worth a word (F-04).
    pub fn behind(&self) -> Option<i64> {
        Some(self.behind).filter(|behind| *behind >= BEHIND_PERCENT)
    }

    /// Counts a task by its state, and by when it is due.
    fn count(&mut self, status: &str, due: Option<NaiveDate>, today: NaiveDate) {
        let is = |state: Choice| status == state.key;
        self.tasks += 1;
        match () {
            () if is(task::DONE) => self.done += 1,
            () if is(task::DOING) || is(task::REVIEW) => self.doing += 1,
            () if is(task::BLOCKED) => self.blocked += 1,
            () => {}
        }
        match due {
            Some(due) if due <= today + Days::new(7) => self.due.0 += 1,
            Some(due) if due <= today + Days::new(14) => self.due.1 += 1,
            _ => {}
        }
    }
}

fn issues(log: &Log, now: Moment, standing: &mut Standing) {
    for record in log.rows(issue::ISSUE.kind) {
        let form = Form::new(log, record.clone());
        if let Some(hours) = issue_overdue(&form, now).filter(|hours| *hours > 0) {
            standing.causes.push(Cause::Issue(record, hours));
        }
    }
}

/// Milestones that are expected later than first planned (F-12: the forecast, not the date that was agreed since).
fn milestones(log: &Log, today: NaiveDate, standing: &mut Standing) {
    let schedule = schedule(log, today);
    let late = schedule.milestones.iter().filter(|one| one.late > 0);
    let late = late.map(|one| Cause::Milestone(one.record.clone(), one.late.into()));
    standing.causes.extend(late);
}

/// So many working days before it is needed a request without a ruling is worth a word (F-12).
const NEEDED_WITHIN: i64 = 2;

/// What waits for somebody's word: requests that are needed soon, decisions past their limit, extreme risks.
fn waiting(log: &Log, now: Moment, calendar: &Calendar, standing: &mut Standing) {
    for record in log.rows(resource_request::KIND) {
        let form = Form::new(log, record.clone());
        let from = form.get(resource_request::NEED_FROM);
        let from = from.filter(|_| resource_request::is_undecided(&form));
        let days = from.map(|from| calendar.moved_days(now.date_naive(), from));
        if let Some(days) = days.filter(|days| *days <= NEEDED_WITHIN) {
            standing.causes.push(Cause::Request(record, days.max(0)));
        }
    }
    for record in log.rows(decision::KIND) {
        let form = Form::new(log, record.clone());
        let is_past = form.get(decision::REPLY_BY_AT).is_some_and(|by| by < now);
        if decision::is_asking(&form) && is_past && !silent(&form).is_empty() {
            standing.causes.push(Cause::Decision(record));
        }
    }
    for record in log.rows(risk::KIND) {
        let form = Form::new(log, record.clone());
        let is_bare = !form.has(risk::PREVENTION.name) && !form.has(risk::CONTINGENCY.name);
        if is_bare && risk::is_open(&form) && risk::level(&form) == Some(risk::EXTREME) {
            standing.causes.push(Cause::Risk(record));
        }
    }
}

/// Working days a milestone is, or will be, later than first planned; negative when earlier.
pub fn slip(form: &Form<'_>, today: NaiveDate, calendar: &Calendar) -> i64 {
    let Some(planned) = form
        .get(milestone::BASELINE_DATE)
        .or_else(|| form.get(milestone::CURRENT_DATE))
    else {
        return 0;
    };
    let reached = form.get(milestone::ACTUAL_DATE).or_else(|| {
        form.get(milestone::CURRENT_DATE)
            .map(|date| date.max(today))
    });
    reached.map_or(0, |reached| calendar.moved_days(planned, reached))
}
