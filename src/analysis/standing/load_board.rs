//! 每人每周的任务 (F-15, views.md §5.3): who has how much in which of the next weeks, in the order of departments and of
//! the roster, never by how much; or the same for each department as a whole. Percent where the work says its
//! person-days, else the number of tasks.

use super::load::{LoadLevel, Week, has_day, load_of_weeks, monday_of};
use super::schedule::{Progress, Schedule};
use crate::analysis::goal::meter::decimal;
use crate::analysis::people::absence::away_on;
use crate::analysis::people::who::People;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::sort::gather;
use crate::model::template::Form;
use crate::templates::{department, member, settings, task};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Weeks on the board, from this one on.
const WEEKS: u64 = 8;

/// What the board counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadMode {
    /// Tasks of a week: no measure of effort.
    Tasks,
    /// Person-days against the days that somebody has; from half the open tasks saying theirs.
    Effort,
}

/// Whose weeks the board shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum LoadBy {
    /// A row for each person.
    #[default]
    Person,
    /// A row for each department: the days of all its people added up.
    Department,
}

/// A week of a person or a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekCell {
    /// The open tasks that are expected to be worked on in it.
    pub tasks: Vec<RecordId>,
    /// Whether one of them is overdue.
    pub is_late: bool,
    /// How full it is: the work against the days had.
    pub load: Week,
    /// Those of the tasks that say no person-days and so weigh nothing in it.
    pub unweighed: usize,
    /// Working days away.
    pub away: usize,
    /// Working days had.
    pub days: usize,
}

impl WeekCell {
    /// In per cent of the days had, rounded up; nothing without any.
    pub fn percent(&self) -> Option<i64> {
        self.load.percent
    }

    /// How that is to be taken.
    pub fn level(&self) -> LoadLevel {
        self.load.level
    }

    fn empty(monday: NaiveDate) -> Self {
        Self {
            tasks: Vec::new(),
            is_late: false,
            load: Week::empty(monday),
            unweighed: 0,
            away: 0,
            days: 0,
        }
    }

    /// With what somebody else has in the same week.
    fn add(&mut self, other: Self) {
        self.tasks.extend(other.tasks);
        self.is_late |= other.is_late;
        self.load = self.load.with(&other.load);
        self.unweighed += other.unweighed;
        self.away += other.away;
        self.days += other.days;
    }
}

/// The weeks of a person, or of all people of a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadRow {
    pub department: Option<RecordId>,
    /// Whose weeks these are; nobody's alone where the row is the department's.
    pub person: Option<RecordId>,
    pub weeks: Vec<WeekCell>,
}

/// Everybody who has open tasks with dates, or the departments of those.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadBoard {
    pub by: LoadBy,
    /// What fits the work as it is written.
    pub mode: LoadMode,
    /// The weeks by their Mondays.
    pub mondays: Vec<NaiveDate>,
    pub rows: Vec<LoadRow>,
    /// Open tasks with an owner and dates, and those of them that say no person-days.
    pub open: usize,
    pub unweighed: usize,
}

impl LoadBoard {
    /// The most tasks that a row has this week, and which; nothing where none has any.
    pub fn most_now(&self) -> Option<(&LoadRow, usize)> {
        let counted = self.rows.iter().map(|row| (row, row.weeks[0].tasks.len()));
        let most = counted.clone().map(|(_, n)| n).max()?;
        counted.into_iter().find(|(_, n)| *n == most && most > 0)
    }
}

/// The board of a day.
pub fn load_board(log: &Log, schedule: &Schedule, by: LoadBy) -> LoadBoard {
    let form = Form::new(log, settings::record());
    let people = People::shared(&form);
    let mut of: BTreeMap<RecordId, Vec<u32>> = BTreeMap::new();
    let mut unweighed = BTreeSet::new();
    let mut open = 0;
    for (at, task) in (0..).zip(&schedule.plan.tasks) {
        let is_open = !matches!(task.progress, Progress::Done | Progress::Cancelled);
        if !is_open || task.planned.is_none() {
            continue;
        }
        let one = form.other(task.record.clone());
        let Some(owner) = one.get(task::OWNER) else {
            continue;
        };
        open += 1;
        let effort = one.get(task::EFFORT_PD).and_then(|text| decimal(&text));
        if effort.is_none() {
            unweighed.insert(at);
        }
        of.entry(people.person(&owner)).or_default().push(at);
    }
    let first = monday_of(schedule.today);
    let weeks = BoardWeeks {
        log,
        schedule,
        calendar: calendar_of(&form),
        mondays: (0..WEEKS).map(|week| first + Days::new(week * 7)).collect(),
        unweighed: &unweighed,
    };
    let all = in_order(&form, &people, of);
    let n = unweighed.len();
    LoadBoard {
        by,
        mode: match (open - n) * 2 >= open && open > 0 {
            true => LoadMode::Effort,
            false => LoadMode::Tasks,
        },
        rows: match by {
            LoadBy::Person => weeks.by_person(all),
            LoadBy::Department => weeks.by_department(all),
        },
        open,
        unweighed: n,
        mondays: weeks.mondays,
    }
}

/// Somebody of the list with the open tasks that are theirs, by their places in the plan.
struct LoadedPerson {
    department: Option<RecordId>,
    person: RecordId,
    tasks: Vec<u32>,
}

/// Whose days are not the department's to give work to.
const LOOK_ON: [&str; 2] = [member::SPONSOR.key, member::VIEWER.key];

/// All who work in the project or have tasks: by department in their order, in each by the roster; last who belongs to
/// none.
fn in_order(
    form: &Form<'_>,
    people: &People,
    mut of: BTreeMap<RecordId, Vec<u32>>,
) -> Vec<LoadedPerson> {
    let departments = form.log().rows(department::KIND).into_iter().enumerate();
    let places: BTreeMap<RecordId, usize> = gather(departments.map(|(at, one)| (one, at)));
    let place = |of: &Option<RecordId>| {
        let known = of.as_ref().and_then(|one| places.get(one));
        known.copied().unwrap_or(places.len())
    };
    let rows = form.log().rows(member::KIND).into_iter();
    let mut all: Vec<LoadedPerson> = rows
        .filter_map(|person| {
            let row = form.other(person.clone());
            let tasks = of.remove(&person).unwrap_or_default();
            let works = || {
                let role = row.get(member::PROJECT_ROLE);
                row.has(member::PERSON.name)
                    && people.person(&person) == person
                    && role.is_some_and(|role| !LOOK_ON.contains(&&*role))
            };
            (!tasks.is_empty() || works()).then(|| LoadedPerson {
                department: row.get(member::DEPARTMENT),
                person,
                tasks,
            })
        })
        .collect();
    all.sort_by_cached_key(|one| place(&one.department));
    all
}

struct BoardWeeks<'a> {
    log: &'a Log,
    schedule: &'a Schedule,
    calendar: std::rc::Rc<Calendar>,
    mondays: Vec<NaiveDate>,
    /// The open tasks that say no person-days.
    unweighed: &'a BTreeSet<u32>,
}

impl BoardWeeks<'_> {
    fn by_person(&self, all: Vec<LoadedPerson>) -> Vec<LoadRow> {
        let busy = all.into_iter().filter(|one| !one.tasks.is_empty());
        busy.map(|one| LoadRow {
            weeks: self.of(&one.person, &one.tasks),
            department: one.department,
            person: Some(one.person),
        })
        .collect()
    }

    /// Departments of which somebody has tasks, with the days of all their people.
    fn by_department(&self, all: Vec<LoadedPerson>) -> Vec<LoadRow> {
        let of_one = all.chunk_by(|one, next| one.department == next.department);
        let busy = of_one.filter(|all| all.iter().any(|one| !one.tasks.is_empty()));
        busy.map(|all| {
            let empty = self.mondays.iter().map(|monday| WeekCell::empty(*monday));
            let mut weeks: Vec<WeekCell> = empty.collect();
            for one in all {
                let own = self.of(&one.person, &one.tasks);
                weeks
                    .iter_mut()
                    .zip(own)
                    .for_each(|(sum, own)| sum.add(own));
            }
            LoadRow {
                department: all[0].department.clone(),
                person: None,
                weeks,
            }
        })
        .collect()
    }

    fn of(&self, person: &RecordId, tasks: &[u32]) -> Vec<WeekCell> {
        let form = Form::new(self.log, person.clone());
        let load = load_of_weeks(&form, self.schedule.today, WEEKS);
        let weeks = self.mondays.iter().zip(load.weeks);
        let cell = |(monday, load): (&NaiveDate, Week)| {
            let days = || (0..7).map(|day| *monday + Days::new(day));
            let is_away = |day: &NaiveDate| {
                self.calendar.is_working_day(*day) && away_on(&form, person, *day).is_some()
            };
            let here: Vec<u32> = tasks
                .iter()
                .copied()
                .filter(|at| self.is_in(*at, *monday))
                .collect();
            let id = |at: &u32| self.schedule.plan.tasks[*at as usize].record.clone();
            WeekCell {
                tasks: here.iter().map(id).collect(),
                is_late: here.iter().any(|at| self.is_late(*at)),
                load,
                unweighed: here.iter().filter(|at| self.unweighed.contains(at)).count(),
                away: days().filter(is_away).count(),
                days: days()
                    .filter(|day| has_day(&form, &self.calendar, *day))
                    .count(),
            }
        };
        weeks.map(cell).collect()
    }

    /// Whether a task is expected to be worked on in the week of a Monday.
    fn is_in(&self, task: u32, monday: NaiveDate) -> bool {
        let early = self.schedule.tasks[task as usize].early;
        let days = &self.schedule.plan.days;
        // What is under way has begun before; it is worked on from today on.
        let start = early.start.max(days.start(self.schedule.today));
        start <= days.end(monday + Days::new(6)) && early.end >= days.start(monday)
    }

    fn is_late(&self, task: u32) -> bool {
        let plan = &self.schedule.plan;
        plan.is_late(&plan.tasks[task as usize], self.schedule.today)
    }
}
