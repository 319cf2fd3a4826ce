//! What the wizard shows before anything is typed, and how a pasted list changes it.

use super::{DepartmentAnswer, PastedRoster, Scenario};
use crate::analysis::time::calendar::Calendar;
use crate::model::template::Lang;
use crate::templates::department;
use crate::templates::preset::{self, Desk, Role};
use chrono::{Datelike, Days, NaiveDate};

/// What the wizard shows before anything is typed.
#[derive(Debug, Clone)]
pub struct Defaults {
    /// The first working Monday from today on.
    pub start: NaiveDate,
    /// Months.
    pub months: u32,
    /// [`end_of`] both.
    pub end: NaiveDate,
    /// The departments of the preset, all ticked.
    pub departments: Vec<DepartmentAnswer>,
}

/// Months proposed.
const MONTHS: u32 = 3;

/// What the wizard begins with.
pub fn defaults(today: NaiveDate, lang: Lang) -> Defaults {
    let start = first_monday(today);
    let departments = preset::PROJECT.desks.iter().map(|row| DepartmentAnswer {
        desk: Some(row.desk),
        name: row.name.text(lang).to_owned(),
        representative: None,
        participation: row.participation,
        is_in: true,
    });
    Defaults {
        start,
        months: MONTHS,
        end: end_of(start, MONTHS),
        departments: departments.collect(),
    }
}

/// The first Monday from that day on that is worked.
fn first_monday(today: NaiveDate) -> NaiveDate {
    let calendar = Calendar::default();
    let mondays = today
        .iter_days()
        .take(60)
        .filter(|day| day.weekday().number_from_monday() == 1);
    let mut worked = mondays.filter(|day| calendar.is_working_day(*day));
    worked.next().unwrap_or(today)
}

/// The last day of a project of so many months: the last working day of as many whole weeks (3 months: 13 weeks).
pub fn end_of(start: NaiveDate, months: u32) -> NaiveDate {
    let weeks = (u64::from(months.clamp(1, 120)) * 13 + 1) / 3;
    let last = start
        .checked_add_days(Days::new(weeks * 7 - 1))
        .unwrap_or(start);
    let calendar = Calendar::default();
    let back = |days| last.checked_sub_days(Days::new(days));
    let mut worked = (0..14)
        .filter_map(back)
        .filter(|day| calendar.is_working_day(*day) && *day >= start);
    worked.next().unwrap_or(last)
}

/// How many weeks a project lasts, begun weeks counted whole.
pub fn weeks_of(start: NaiveDate, end: NaiveDate) -> i64 {
    ((end - start).num_days() + 7).max(0) / 7
}

/// What the preset has ready for a department, in words: 「需求文档、核心开发、测试 3 项」; empty where nothing.
pub fn tasks_told(scenario: Scenario, desk: Option<Desk>, lang: Lang) -> String {
    let tasks = scenario.preset().map_or(&[][..], |preset| preset.tasks);
    let short: Vec<&str> = tasks
        .iter()
        .filter(|task| desk.is_some_and(|desk| task.owner == Role::Rep(desk)))
        .map(|task| task.short.text(lang))
        .collect();
    let count = short.len();
    match lang {
        _ if count == 0 => String::new(),
        Lang::Zh => format!("{} {count} 项", short.join("、")),
        Lang::En => format!("{} ({count})", short.join(", ")),
    }
}

/// Takes a pasted list into the table: a department that is there gets its representative, another one is added.
pub fn take_roster(departments: &mut Vec<DepartmentAnswer>, roster: &PastedRoster) {
    for (name, person) in &roster.people {
        let desk = desk_of(name);
        let found = departments
            .iter()
            .position(|row| row.name == *name)
            .or_else(|| {
                departments
                    .iter()
                    .position(|row| desk.is_some() && row.desk == desk)
            });
        match found.and_then(|at| departments.get_mut(at)) {
            Some(row) => {
                row.name.clone_from(name);
                row.representative = Some(person.clone());
                row.is_in = true;
            }
            None => departments.push(DepartmentAnswer {
                desk: None,
                name: name.clone(),
                representative: Some(person.clone()),
                participation: department::PARTICIPATE,
                is_in: true,
            }),
        }
    }
}

/// The department of the preset that a name means, if any.
pub fn desk_of(name: &str) -> Option<Desk> {
    let name = name.to_lowercase();
    let knows = |known_by: &str| known_by.split(' ').any(|part| name.contains(part));
    preset::PROJECT
        .desks
        .iter()
        .find(|row| knows(row.known_by))
        .map(|row| row.desk)
}
