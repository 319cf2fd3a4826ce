//! What narrows the plan down: within one filter any of its values, between filters all of them.

use crate::analysis::people::suggestion::all_open;
use crate::analysis::standing::schedule::{Progress, Schedule, ScheduleFinding, schedule_findings};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::{Field, STATUS};
use crate::templates::task;
use std::collections::BTreeSet;

/// 未完成, as a value of the state.
pub const OPEN: &str = "-open";
/// Nothing stands there.
pub const EMPTY: &str = "-empty";

/// What a filter asks about a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FilterBy {
    Status,
    Department,
    Owner,
    Stage,
    Priority,
    Type,
    /// 逾期
    Late,
    /// 将到期
    Soon,
    /// 受阻
    Blocked,
    /// 关键
    Critical,
    /// 前后矛盾
    OutOfOrder,
    /// 没写日期
    Undated,
    /// 日期没认
    Unaccepted,
    /// 有建议
    Suggested,
    /// 不一致
    Differing,
    /// Those that a figure of a chart counts, by their ids.
    Only,
}

/// Every filter, with the word that stands for it in an address.
const FILTERS: [(FilterBy, &str); 16] = [
    (FilterBy::Status, "status"),
    (FilterBy::Department, task::DEPARTMENT.name),
    (FilterBy::Owner, task::OWNER.name),
    (FilterBy::Stage, task::STAGE.name),
    (FilterBy::Priority, task::PRIORITY.name),
    (FilterBy::Type, "type"),
    (FilterBy::Late, "late"),
    (FilterBy::Soon, "soon"),
    (FilterBy::Blocked, "held"),
    (FilterBy::Critical, "critical"),
    (FilterBy::OutOfOrder, "disorder"),
    (FilterBy::Undated, "undated"),
    (FilterBy::Unaccepted, "unaccepted"),
    (FilterBy::Suggested, "suggested"),
    (FilterBy::Differing, "differing"),
    (FilterBy::Only, "only"),
];

impl FilterBy {
    /// Those that say yes or no, in the order in which they are offered.
    pub const FLAGS: [Self; 9] = [
        Self::Late,
        Self::Soon,
        Self::Blocked,
        Self::Critical,
        Self::OutOfOrder,
        Self::Undated,
        Self::Unaccepted,
        Self::Suggested,
        Self::Differing,
    ];

    /// The word that stands for it in an address.
    pub fn word(self) -> &'static str {
        let found = FILTERS.iter().find(|(by, _)| *by == self);
        found.map_or("", |(_, word)| word)
    }

    /// What a word of an address stands for.
    pub fn of_word(word: &str) -> Option<Self> {
        let found = FILTERS.iter().find(|(_, known)| *known == word);
        found.map(|(by, _)| *by)
    }

    /// The field whose values it lets through; nothing where it takes none.
    pub fn field(self) -> Option<&'static Field> {
        let key = match self {
            Self::Status => STATUS,
            Self::Type => task::TASK_TYPE.name,
            by => by.word(),
        };
        task::TASK.field(key).filter(|_| !self.is_flag())
    }

    /// Whether it says yes or no and takes no value.
    pub fn is_flag(self) -> bool {
        Self::FLAGS.contains(&self)
    }
}

/// A filter and the values it lets through: keys of choices, ids behind their kinds, [`OPEN`] and [`EMPTY`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFilter {
    pub by: FilterBy,
    pub values: Vec<String>,
}

/// Days before the due date from which on a task is soon due, in working days.
const SOON_DAYS: i32 = 2;

/// The filters with what they have to look up once.
pub(super) struct Sieve<'a> {
    schedule: &'a Schedule,
    filters: &'a [PlanFilter],
    /// The tasks that contradict what they wait for, have suggestions, have values that differ.
    out_of_order: BTreeSet<RecordId>,
    suggested: BTreeSet<RecordId>,
    differing: BTreeSet<RecordId>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(log: &Log, schedule: &'a Schedule, filters: &'a [PlanFilter]) -> Self {
        let asks = |by: FilterBy| filters.iter().any(|filter| filter.by == by);
        let found = |is: bool, find: &dyn Fn() -> BTreeSet<RecordId>| match is {
            true => find(),
            false => BTreeSet::new(),
        };
        Self {
            out_of_order: found(asks(FilterBy::OutOfOrder), &|| out_of_order(schedule)),
            suggested: found(asks(FilterBy::Suggested), &|| {
                gather(all_open(log).into_iter().map(|one| one.target))
            }),
            differing: found(asks(FilterBy::Differing), &|| {
                gather(log.conflicts().into_iter().map(|one| one.record))
            }),
            schedule,
            filters,
        }
    }

    pub(super) fn lets_through(&self, task: u32) -> bool {
        self.filters.iter().all(|filter| self.holds(filter, task))
    }

    fn holds(&self, filter: &PlanFilter, task: u32) -> bool {
        let read = &self.schedule.plan.tasks[task as usize];
        let is_open = !matches!(read.progress, Progress::Done | Progress::Cancelled);
        let any = |held: Option<&str>| {
            let is_it = |value: &String| match value.as_str() {
                EMPTY => held.is_none(),
                value => held == Some(value),
            };
            filter.values.is_empty() || filter.values.iter().any(is_it)
        };
        let rest = |record: &Option<RecordId>| {
            let rest = record.as_ref().and_then(RecordId::rest);
            any(rest)
        };
        let plan = &self.schedule.plan;
        match filter.by {
            FilterBy::Status => {
                let is_it = |value: &String| match value.as_str() {
                    OPEN => is_open,
                    value => read.status == value,
                };
                filter.values.is_empty() || filter.values.iter().any(is_it)
            }
            FilterBy::Department => rest(&read.department),
            FilterBy::Owner => rest(&read.owner),
            FilterBy::Stage => rest(&read.stage),
            FilterBy::Priority => any(Some(&*read.priority).filter(|text| !text.is_empty())),
            FilterBy::Type => any(Some(&*read.task_type).filter(|text| !text.is_empty())),
            FilterBy::Late => is_open && plan.is_late(read, self.schedule.today),
            FilterBy::Soon => {
                let today = self.schedule.today;
                let due = read.planned.map(|(_, due)| due).filter(|due| *due >= today);
                let days = |due| plan.days.end(due) - plan.days.end(today);
                is_open && due.is_some_and(|due| days(due) <= SOON_DAYS)
            }
            FilterBy::Blocked => read.progress == Progress::Blocked,
            FilterBy::Critical => self.schedule.tasks[task as usize].is_critical(),
            FilterBy::OutOfOrder => self.out_of_order.contains(&read.record),
            FilterBy::Undated => read.planned.is_none(),
            FilterBy::Unaccepted => is_open && read.owner.is_some() && !read.is_accepted,
            FilterBy::Suggested => self.suggested.contains(&read.record),
            FilterBy::Differing => self.differing.contains(&read.record),
            FilterBy::Only => any(read.record.rest()),
        }
    }
}

fn out_of_order(schedule: &Schedule) -> BTreeSet<RecordId> {
    let found = schedule_findings(schedule).into_iter();
    gather(found.filter_map(|finding| match finding {
        ScheduleFinding::OutOfOrder { task, .. } => Some(task),
        _ => None,
    }))
}
