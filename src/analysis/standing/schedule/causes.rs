//! Why tasks are late (F-19, views.md §1.9): the working days after the day of the original plan, by the cause that was
//! entered, by the cause of the task with which it began, and by department. "The one before was late" explains
//! nothing: one goes back from it, by the task that the meeting named, else by the late predecessor that ends last.

use super::plan::{Plan, PlanTask, Progress};
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{department, member, review, review_task, settings, task};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Working days late by the key of their cause, most first; `""`: nobody has said why.
pub type DaysByCause = Vec<(String, i64)>;

/// A task that is late, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DelayedTask {
    pub task: RecordId,
    /// Working days after its original day, to its end or to today.
    pub days: i64,
    pub is_done: bool,
    /// The cause that was entered; `""` where none was.
    pub cause: String,
    /// The tasks that one goes back by, the nearest first; none where the cause is its own.
    pub chain: Vec<RecordId>,
    /// The cause with which it began; `""` where the way back ends without one.
    pub root: String,
    pub department: Option<RecordId>,
}

/// All that is late, in the order of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delays {
    pub tasks: Vec<DelayedTask>,
}

/// What is late on a day, and what came late.
pub fn delays(log: &Log, today: NaiveDate) -> Delays {
    let reader = CauseReader::of(log, today);
    let places = 0..reader.plan.tasks.len() as u32;
    Delays {
        tasks: places.filter_map(|at| reader.read(at)).collect(),
    }
}

impl Delays {
    /// Those that are done.
    pub fn finished(mut self) -> Self {
        self.tasks.retain(|one| one.is_done);
        self
    }

    /// Working days in all.
    pub fn days(&self) -> i64 {
        self.tasks.iter().map(|one| one.days).sum()
    }

    /// By the causes as they were entered.
    pub fn entered(&self) -> DaysByCause {
        self.by(|one| &one.cause)
    }

    /// By the causes with which it began.
    pub fn rooted(&self) -> DaysByCause {
        self.by(|one| &one.root)
    }

    fn by(&self, cause: impl Fn(&DelayedTask) -> &String) -> DaysByCause {
        let mut days: BTreeMap<&String, i64> = BTreeMap::new();
        for one in &self.tasks {
            *days.entry(cause(one)).or_default() += one.days;
        }
        let mut days: DaysByCause = days
            .into_iter()
            .map(|(cause, days)| (cause.clone(), days))
            .collect();
        days.sort_by_key(|(_, days)| std::cmp::Reverse(*days));
        days
    }

    /// By the department of the late task, in the order of the departments; last those without one.
    pub fn by_department(&self, log: &Log) -> Vec<(Option<RecordId>, i64)> {
        let rows = log.rows(department::KIND).into_iter().map(Some);
        let days = |department: Option<RecordId>| {
            let own = self.tasks.iter();
            let own = own.filter(|one| one.department == department);
            let days = own.map(|one| one.days).sum();
            (department, days)
        };
        let all = rows.chain([None]).map(days);
        all.filter(|(_, days)| *days > 0).collect()
    }
}

struct CauseReader<'a> {
    log: &'a Log,
    plan: std::rc::Rc<Plan>,
    calendar: std::rc::Rc<Calendar>,
    today: NaiveDate,
    /// The tasks that meetings named as the root, by the task that was late: the newest word counts.
    named: BTreeMap<RecordId, RecordId>,
}

impl<'a> CauseReader<'a> {
    fn of(log: &'a Log, today: NaiveDate) -> Self {
        let form = Form::new(log, settings::record());
        let released = review::released(&form);
        let rows = released.iter().flat_map(review::causes_of);
        let named = rows.filter_map(|row| {
            let task = row.get(review_task::TASK)?;
            Some((task, row.get(review_task::ROOT_TASK)?))
        });
        Self {
            named: named.collect(),
            plan: log.derived::<Plan>(),
            calendar: calendar_of(&form),
            log,
            today,
        }
    }

    fn days_late(&self, task: &PlanTask) -> i64 {
        let Some((_, due)) = task.original.or(task.planned) else {
            return 0;
        };
        let end = match task.progress {
            Progress::Cancelled => None,
            Progress::Done => task.actual_end,
            Progress::Open | Progress::Started | Progress::Blocked => Some(self.today),
        };
        end.filter(|end| *end > due)
            .map_or(0, |end| self.calendar.late_days(due, end))
    }

    fn form(&self, at: u32) -> Form<'a> {
        Form::new(self.log, self.task(at).record.clone())
    }

    fn task(&self, at: u32) -> &PlanTask {
        &self.plan.tasks[at as usize]
    }

    fn read(&self, at: u32) -> Option<DelayedTask> {
        let task = self.task(at);
        let days = self.days_late(task);
        if days == 0 {
            return None;
        }
        let form = self.form(at);
        let (chain, root) = self.root(at);
        Some(DelayedTask {
            task: task.record.clone(),
            days,
            is_done: task.progress == Progress::Done,
            cause: form.get(task::DELAY_CAUSE).unwrap_or_default(),
            chain: chain
                .iter()
                .map(|at| self.task(*at).record.clone())
                .collect(),
            root,
            department: department_of(&form),
        })
    }

    /// The way back to the task with which it began, and its cause. A way that goes round ends without one.
    fn root(&self, at: u32) -> (Vec<u32>, String) {
        let mut way = vec![at];
        loop {
            let at = way[way.len() - 1];
            let cause = self.form(at).get(task::DELAY_CAUSE).unwrap_or_default();
            if cause != task::PREDECESSOR_LATE.key {
                return (way.split_off(1), cause);
            }
            match self.before(at) {
                Some(before) if !way.contains(&before) => way.push(before),
                _ => return (way.split_off(1), String::new()),
            }
        }
    }

    /// The task that made another late: the one that the meeting named, else the late predecessor that ends last.
    fn before(&self, at: u32) -> Option<u32> {
        let named = self.named.get(&self.task(at).record);
        if let Some(named) = named.and_then(|named| self.plan.place(named)) {
            return Some(named);
        }
        let links = self.plan.network.before(at).iter();
        let before = links.map(|link| self.plan.network.link(*link).from);
        let late = before.filter(|at| self.days_late(self.task(*at)) > 0);
        late.max_by_key(|at| self.task(*at).actual_end.unwrap_or(NaiveDate::MAX))
    }
}

fn department_of(task: &Form<'_>) -> Option<RecordId> {
    task.referred(task::OWNER)?.get(member::DEPARTMENT)
}
