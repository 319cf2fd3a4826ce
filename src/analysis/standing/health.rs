//! How the project stands: progress against the plan, what is late, and the health with its reasons
//! (F-01 to F-05, F-12), as far as charter, plan and issues feed it.

use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::issue_clock::issue_overdue;
use crate::analysis::time::late::late_tasks;
use crate::analysis::time::of_project::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Choice, Form};
use crate::templates::{issue, milestone, status_of, task};
use chrono::{Days, NaiveDate};

/// The health of a project (F-12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
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
    /// As the list of projects keeps it.
    pub const fn kept(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Watch => 1,
            Self::Alert => 2,
        }
    }

    /// Reads what was kept; what a later version kept is taken for the gravest.
    pub const fn read(kept: u8) -> Self {
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
    /// A milestone slips by so many working days.
    Milestone(RecordId, i64),
    /// So many per cent behind the plan.
    Behind(i64),
}

impl Cause {
    /// How grave it is (F-12).
    fn weight(&self) -> Health {
        let is_grave = match self {
            Self::Task(_, days) => *days > 3,
            Self::Issue(_, hours) => *hours > 48,
            Self::Milestone(_, days) => *days > 5,
            Self::Behind(percent) => *percent > 15,
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
    let (mut weight, mut earned, mut planned) = (0, 0, 0);
    for record in log.rows(task::TASK.kind) {
        let form = Form::new(log, record);
        let status = status_of(&form);
        if status == task::CANCELLED.key {
            continue;
        }
        standing.tasks += 1;
        let is = |state: Choice| status == state.key;
        match () {
            () if is(task::DONE) => standing.done += 1,
            () if is(task::DOING) || is(task::REVIEW) => standing.doing += 1,
            () if is(task::BLOCKED) => standing.blocked += 1,
            () => {}
        }
        if let Some(due) = form.get(task::CURRENT_END).filter(|due| *due >= today)
            && task::is_open(&form)
        {
            if due <= today + Days::new(7) {
                standing.due.0 += 1;
            } else if due <= today + Days::new(14) {
                standing.due.1 += 1;
            }
        }
        if let Some((share, days)) = planned_share(&form, today, &calendar) {
            let percent = if is(task::DONE) {
                100
            } else {
                form.get(task::PERCENT).unwrap_or(0).clamp(0, 100)
            };
            weight += days;
            earned += days * percent;
            planned += share;
        }
    }
    if weight > 0 {
        standing.percent = Some(earned / weight);
        standing.planned = Some(planned * 100 / weight);
        let behind = standing.planned.unwrap_or(0) - standing.percent.unwrap_or(0);
        if behind >= 5 {
            standing.causes.push(Cause::Behind(behind));
        }
    }
    let late = late_tasks(log, now).into_iter();
    let late = late.map(|(task, days)| Cause::Task(task, days));
    standing.causes.splice(0..0, late);
    issues(log, now, &mut standing);
    milestones(log, today, &calendar, &mut standing);
    standing.health = standing
        .causes
        .iter()
        .map(Cause::weight)
        .max()
        .unwrap_or_default();
    crate::model::sort::sort_by(&mut standing.causes, |a: &Cause, b| {
        b.weight().cmp(&a.weight())
    });
    standing
}

/// Working days of a task's plan that have passed, and all of them; the original plan where there is one.
fn planned_share(form: &Form<'_>, today: NaiveDate, calendar: &Calendar) -> Option<(i64, i64)> {
    let start = form
        .get(task::BASELINE_START)
        .or_else(|| form.get(task::CURRENT_START))?;
    let end = form
        .get(task::BASELINE_END)
        .or_else(|| form.get(task::CURRENT_END))?;
    let all = calendar.working_days(start, end).max(1);
    let passed = if today < start {
        0
    } else {
        calendar.working_days(start, today.min(end)).min(all)
    };
    Some((passed, all))
}

fn issues(log: &Log, now: Moment, standing: &mut Standing) {
    for record in log.rows(issue::ISSUE.kind) {
        let form = Form::new(log, record.clone());
        if let Some(hours) = issue_overdue(&form, now).filter(|hours| *hours > 0) {
            standing.causes.push(Cause::Issue(record, hours));
        }
    }
}

fn milestones(log: &Log, today: NaiveDate, calendar: &Calendar, standing: &mut Standing) {
    for record in log.rows(milestone::MILESTONE.kind) {
        let form = Form::new(log, record.clone());
        if form.has(milestone::ACTUAL_DATE.name) {
            continue;
        }
        let days = slip(&form, today, calendar);
        if days > 0 {
            standing.causes.push(Cause::Milestone(record, days));
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
