//! The lines of a view: headings and tasks, in the order in which they are drawn; found in one walk over the plan.

use super::filter::{FilterBy, PlanFilter, Sieve};
use super::groups::{GroupBy, Grouped, groups, named};
use crate::analysis::standing::schedule::{PlanTask, Progress, Schedule};
use crate::analysis::words::codes::Codes;
use crate::analysis::words::names::bare_name;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::Lang;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// By what the tasks of a group are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortBy {
    Plan,
    Start,
    Due,
    Expected,
    Slack,
    Owner,
}

/// Every order, with the word that stands for it in an address.
const SORTS: [(SortBy, &str); 6] = [
    (SortBy::Plan, "plan"),
    (SortBy::Start, "start"),
    (SortBy::Due, "due"),
    (SortBy::Expected, "expected"),
    (SortBy::Slack, "slack"),
    (SortBy::Owner, "by-owner"),
];

impl SortBy {
    /// In the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        SORTS.iter().map(|(by, _)| *by)
    }

    /// The word that stands for it in an address.
    pub fn word(self) -> &'static str {
        let found = SORTS.iter().find(|(by, _)| *by == self);
        found.map_or("", |(_, word)| word)
    }

    /// What a word of an address stands for.
    pub fn of_word(word: &str) -> Option<Self> {
        let found = SORTS.iter().find(|(_, known)| *known == word);
        found.map(|(by, _)| *by)
    }
}

/// What a view asks for.
#[derive(Debug, Clone, Copy)]
pub struct LinesAsked<'a> {
    pub filters: &'a [PlanFilter],
    /// SearchWords that stand in a task's title, number or owner.
    pub words: &'a str,
    /// Whether critical tasks alone are wanted.
    pub is_critical: bool,
    pub group: GroupBy,
    pub sort: SortBy,
    pub is_reversed: bool,
    /// The groups that are shut, as [`Grouped::word`] has them.
    pub shut: &'a [String],
    pub lang: Lang,
}

/// The heading of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanHeading {
    pub group: Grouped,
    /// How many tasks stand under it, and how many of them are done.
    pub count: usize,
    pub done: usize,
    pub is_shut: bool,
    /// The first and the last day of them, as planned now.
    pub span: Option<(NaiveDate, NaiveDate)>,
}

/// A line of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanLine {
    Heading(PlanHeading),
    /// A task, by its place in the plan.
    Task(u32),
}

impl PlanLine {
    /// The place of the task that it shows.
    pub fn task(&self) -> Option<u32> {
        match self {
            Self::Task(task) => Some(*task),
            Self::Heading(_) => None,
        }
    }
}

/// The lines of a view, and how many tasks there are and are shown; those in shut groups count as shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanLines {
    pub lines: Vec<PlanLine>,
    pub all: usize,
    pub shown: usize,
}

/// The lines that a view asks for.
pub fn plan_lines(log: &Log, schedule: &Schedule, asking: &LinesAsked<'_>) -> PlanLines {
    let plan = &schedule.plan;
    let sieve = Sieve::new(log, schedule, asking.filters);
    let critical = [PlanFilter {
        by: FilterBy::Critical,
        values: Vec::new(),
    }];
    let critical = Sieve::new(log, schedule, &critical[..usize::from(asking.is_critical)]);
    let words = SearchWords::new(log, asking);
    let is_shown = |task: &u32| {
        sieve.lets_through(*task)
            && critical.lets_through(*task)
            && words.stand_in(log, &plan.tasks[*task as usize])
    };
    let tasks: Vec<u32> = (0..plan.tasks.len() as u32).filter(is_shown).collect();
    let shown = tasks.len();
    let tasks = sorted(log, schedule, asking, tasks);
    let lines = match asking.group {
        GroupBy::None => tasks.into_iter().map(PlanLine::Task).collect(),
        by => gathered(log, schedule, asking, by, &tasks),
    };
    PlanLines {
        lines,
        all: plan.tasks.len(),
        shown,
    }
}

/// What is searched for.
struct SearchWords {
    words: Vec<String>,
    codes: Codes,
    /// What the owners are called, found once each.
    owners: BTreeMap<RecordId, String>,
    lang: Lang,
}

impl SearchWords {
    fn new(log: &Log, asking: &LinesAsked<'_>) -> Self {
        let words: Vec<String> = asking
            .words
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let is_asked = !words.is_empty();
        let people = log
            .rows(crate::templates::member::KIND)
            .into_iter()
            .filter(|_| is_asked);
        let called = people.map(|person| {
            let name = bare_name(log, &person, asking.lang).to_lowercase();
            (person, name)
        });
        Self {
            owners: gather(called),
            codes: match is_asked {
                true => Codes::of(log, crate::templates::task::KIND),
                false => Codes::default(),
            },
            words,
            lang: asking.lang,
        }
    }

    fn stand_in(&self, log: &Log, task: &PlanTask) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let title = bare_name(log, &task.record, self.lang).to_lowercase();
        let code = self.codes.display(log, &task.record).to_lowercase();
        let owner = task.owner.as_ref().and_then(|owner| self.owners.get(owner));
        let owner = owner.map_or("", String::as_str);
        let stands = |word: &String| {
            [&*title, &*code, owner]
                .iter()
                .any(|text| text.contains(&**word))
        };
        self.words.iter().all(stands)
    }
}

/// The tasks in the order that is asked for; what has no such date stands last.
fn sorted(
    log: &Log,
    schedule: &Schedule,
    asking: &LinesAsked<'_>,
    mut tasks: Vec<u32>,
) -> Vec<u32> {
    let plan = &schedule.plan;
    let people = log.rows(crate::templates::member::KIND);
    let people: BTreeMap<&RecordId, i64> = gather(people.iter().zip(0..));
    let number = |date: NaiveDate| i64::from(chrono::Datelike::num_days_from_ce(&date));
    let key = |task: &u32| {
        let read = &plan.tasks[*task as usize];
        let key = match asking.sort {
            SortBy::Plan => Some(i64::from(*task)),
            SortBy::Start => read.planned.map(|(first, _)| number(first)),
            SortBy::Due => read.planned.map(|(_, last)| number(last)),
            SortBy::Expected => read.planned.map(|_| number(schedule.dates(*task).1)),
            SortBy::Slack => schedule.tasks[*task as usize].slack.map(i64::from),
            SortBy::Owner => read
                .owner
                .as_ref()
                .and_then(|owner| people.get(owner))
                .copied(),
        };
        let key = key.map(|key| if asking.is_reversed { -key } else { key });
        (key.is_none(), key)
    };
    tasks.sort_by_key(key);
    tasks
}

/// Group by group, each under its heading; empty groups are left out.
fn gathered(
    log: &Log,
    schedule: &Schedule,
    asking: &LinesAsked<'_>,
    by: GroupBy,
    tasks: &[u32],
) -> Vec<PlanLine> {
    let plan = &schedule.plan;
    let groups = groups(log, by);
    let places: BTreeMap<&str, usize> = gather(groups.iter().map(Grouped::word).zip(0..));
    let mut parts: Vec<Vec<u32>> = vec![Vec::new(); groups.len()];
    for task in tasks {
        let at = named(&plan.tasks[*task as usize], by).and_then(|word| places.get(word));
        parts[at.copied().unwrap_or(groups.len() - 1)].push(*task);
    }
    let mut lines = Vec::with_capacity(tasks.len() + groups.len());
    for (group, part) in groups
        .iter()
        .zip(parts)
        .filter(|(_, part)| !part.is_empty())
    {
        let heading = heading(schedule, group, &part, asking.shut);
        let is_shut = heading.is_shut;
        lines.push(PlanLine::Heading(heading));
        lines.extend(part.into_iter().filter(|_| !is_shut).map(PlanLine::Task));
    }
    lines
}

fn heading(schedule: &Schedule, group: &Grouped, part: &[u32], shut: &[String]) -> PlanHeading {
    let read = |task: &u32| &schedule.plan.tasks[*task as usize];
    let spans = part.iter().filter_map(|task| read(task).planned);
    let span = spans.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
    PlanHeading {
        group: group.clone(),
        count: part.len(),
        done: part
            .iter()
            .filter(|task| read(task).progress == Progress::Done)
            .count(),
        is_shut: shut.iter().any(|word| word == group.word()),
        span,
    }
}
