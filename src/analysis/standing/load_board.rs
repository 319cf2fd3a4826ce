//! 每人每周的任务 (F-15, views.md §5.3): who has how much in which of the next weeks, in the order of departments and of
//! the roster, never by how much. Percent where the work says its person-days, else the number of tasks.

use super::load::{LoadLevel, has_day, load_of_weeks, monday_of};
use super::schedule::{Progress, Schedule};
use crate::analysis::goal::meter::decimal;
use crate::analysis::people::absence::away_on;
use crate::analysis::people::who::People;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{department, member, settings, task};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

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

/// A week of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekCell {
    /// The open tasks that are expected to be worked on in it.
    pub tasks: Vec<RecordId>,
    /// Whether one of them is overdue.
    pub is_late: bool,
    /// In per cent of the days the person has, rounded up; nothing without any.
    pub percent: Option<i64>,
    pub level: LoadLevel,
    /// Working days away.
    pub away: usize,
    /// Working days that the person has.
    pub days: usize,
}

/// The weeks of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadRow {
    pub department: Option<RecordId>,
    pub person: RecordId,
    pub weeks: Vec<WeekCell>,
}

/// Everybody who has open tasks with dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadBoard {
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
    /// The most tasks that somebody has this week, and who; nothing where nobody has any.
    pub fn most_now(&self) -> Option<(&LoadRow, usize)> {
        let counted = self.rows.iter().map(|row| (row, row.weeks[0].tasks.len()));
        let most = counted.clone().map(|(_, n)| n).max()?;
        counted.into_iter().find(|(_, n)| *n == most && most > 0)
    }
}

/// The board of a day.
pub fn load_board(log: &Log, schedule: &Schedule) -> LoadBoard {
    let form = Form::new(log, settings::record());
    let people = People::shared(&form);
    let mut of: BTreeMap<RecordId, Vec<u32>> = BTreeMap::new();
    let (mut open, mut unweighed) = (0, 0);
    for (at, task) in schedule.plan.tasks.iter().enumerate() {
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
        unweighed += usize::from(effort.is_none());
        of.entry(people.person(&owner)).or_default().push(at as u32);
    }
    let first = monday_of(schedule.today);
    let weeks = BoardWeeks {
        log,
        schedule,
        calendar: calendar_of(&form),
        mondays: (0..WEEKS).map(|week| first + Days::new(week * 7)).collect(),
    };
    LoadBoard {
        mode: match (open - unweighed) * 2 >= open && open > 0 {
            true => LoadMode::Effort,
            false => LoadMode::Tasks,
        },
        rows: in_order(log, of)
            .map(|(department, person, tasks)| LoadRow {
                weeks: weeks.of(&person, &tasks),
                department,
                person,
            })
            .collect(),
        mondays: weeks.mondays,
        open,
        unweighed,
    }
}

/// By department in their order, in each by the roster; last who belongs to none.
fn in_order(
    log: &Log,
    mut of: BTreeMap<RecordId, Vec<u32>>,
) -> impl Iterator<Item = (Option<RecordId>, RecordId, Vec<u32>)> {
    let departments = log.rows(department::KIND);
    let place = |of: &Option<RecordId>| {
        let known = departments.iter().position(|one| Some(one) == of.as_ref());
        known.unwrap_or(departments.len())
    };
    let rows = log.rows(member::KIND).into_iter();
    let mut all: Vec<_> = rows
        .filter_map(|person| {
            let tasks = of.remove(&person)?;
            let department = Form::new(log, person.clone()).get(member::DEPARTMENT);
            Some((place(&department), department, person, tasks))
        })
        .collect();
    all.sort_by_key(|(place, ..)| *place);
    all.into_iter()
        .map(|(_, department, person, tasks)| (department, person, tasks))
}

struct BoardWeeks<'a> {
    log: &'a Log,
    schedule: &'a Schedule,
    calendar: std::rc::Rc<Calendar>,
    mondays: Vec<NaiveDate>,
}

impl BoardWeeks<'_> {
    fn of(&self, person: &RecordId, tasks: &[u32]) -> Vec<WeekCell> {
        let form = Form::new(self.log, person.clone());
        let load = load_of_weeks(&form, self.schedule.today, WEEKS);
        let weeks = self.mondays.iter().zip(load.weeks);
        let cell = |(monday, load): (&NaiveDate, super::load::Week)| {
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
                percent: load.percent,
                level: load.level,
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
