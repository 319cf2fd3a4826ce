//! What the wizard shows before anything is typed, and how a pasted list changes it.

use super::{DepartmentAnswer, PastedRoster, Scenario};
use crate::analysis::time::calendar::{Calendar, later};
use crate::model::template::Lang;
use crate::templates::department;
use crate::templates::preset::{self, Desk};
use chrono::{Datelike, Days, NaiveDate};

/// What the wizard shows before anything is typed.
#[derive(Debug, Clone)]
pub struct Defaults {
    /// The first working Monday from today on; where a problem is to be solved the next working day.
    pub start: NaiveDate,
    pub months: u32,
    /// Weeks, where those are asked for.
    pub weeks: u32,
    /// [`usual_end`] of all of it.
    pub end: NaiveDate,
    /// The departments that the preset proposes.
    pub departments: Vec<DepartmentAnswer>,
}

/// Months proposed.
const MONTHS: u32 = 3;

/// Weeks proposed where resources are shared.
const WEEKS: u32 = 4;
/// Weeks proposed until a process is in force everywhere.
const WEEKS_OF_PROCESS: u32 = 8;

/// What the wizard begins with, for a cross-department project.
pub fn defaults(today: NaiveDate, lang: Lang) -> Defaults {
    defaults_of(Scenario::Project, today, lang)
}

/// What the wizard begins with in a scenario.
pub fn defaults_of(scenario: Scenario, today: NaiveDate, lang: Lang) -> Defaults {
    let start = match scenario {
        Scenario::Problem => Calendar::default().next_working_day(today).unwrap_or(today),
        _ => first_monday(today),
    };
    let weeks = match scenario {
        Scenario::Process => WEEKS_OF_PROCESS,
        _ => WEEKS,
    };
    let preset = scenario.preset().unwrap_or(&preset::PROJECT);
    let row_of = |desk: &Desk| preset::DESKS.iter().find(|row| row.desk == *desk);
    let departments = preset
        .proposes
        .iter()
        .filter_map(row_of)
        .map(|row| DepartmentAnswer {
            desk: Some(row.desk),
            name: row.name.text(lang).to_owned(),
            representative: None,
            // Where resources are shared, supporting means providing: who does is said by the resources.
            participation: match scenario {
                Scenario::Project | Scenario::Blank => row.participation,
                _ => department::PARTICIPATE,
            },
            is_in: preset.takes_all,
        });
    Defaults {
        start,
        months: MONTHS,
        weeks,
        end: usual_end(scenario, start, MONTHS, weeks),
        departments: departments.collect(),
    }
}

/// Working days from the day of a problem to the end of the watch.
const PROBLEM_DAYS: u32 = 35;
/// Days after a process is in force until it is checked again.
const RECHECK_DAYS: u64 = 30;

/// The last day of a project that takes so long: months, or in some scenarios weeks and what comes after them.
pub fn usual_end(scenario: Scenario, start: NaiveDate, months: u32, weeks: u32) -> NaiveDate {
    match scenario {
        Scenario::Project | Scenario::Blank => end_of(start, months),
        Scenario::Resource => end_of_weeks(start, weeks),
        Scenario::Problem => Calendar::default()
            .add_working_days(start, PROBLEM_DAYS)
            .unwrap_or(start),
        Scenario::Process => {
            let checked = later(end_of_weeks(start, weeks), RECHECK_DAYS);
            let day = checked.unwrap_or(start);
            Calendar::default().next_working_day(day).unwrap_or(day)
        }
    }
}

/// The last working day of the week after so many weeks, in which is looked back.
pub(super) fn end_of_weeks(start: NaiveDate, weeks: u32) -> NaiveDate {
    last_working_day(start, u64::from(weeks.clamp(1, 520)) + 1)
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
    last_working_day(start, (u64::from(months.clamp(1, 120)) * 13 + 1) / 3)
}

/// The last working day of so many whole weeks.
fn last_working_day(start: NaiveDate, weeks: u64) -> NaiveDate {
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

/// Takes a pasted list into the table: a department that is there gets its representative, another one is added, and
/// those that the list does not mention and for whom nobody is named do not take part any more. Gives their names.
pub fn take_roster(departments: &mut Vec<DepartmentAnswer>, roster: &PastedRoster) -> Vec<String> {
    let mut mentioned = Vec::new();
    for (name, person) in &roster.people {
        let at = place_of(departments, name, &mentioned);
        mentioned.push(at);
        let row = &mut departments[at];
        row.name.clone_from(name);
        row.representative = person.clone().or(row.representative.take());
        row.is_in = true;
    }
    let mut out = Vec::new();
    for (at, row) in departments.iter_mut().enumerate() {
        let is_left = !mentioned.contains(&at) && row.representative.is_none() && row.is_in;
        if !mentioned.is_empty() && is_left {
            row.is_in = false;
            out.push(row.name.clone());
        }
    }
    out
}

/// Takes what was left of such a list, once it was mended: nobody else is touched by it, and a department that has its
/// representative keeps them. Gives the lines that find no place for that.
pub fn take_rest_of_roster(
    departments: &mut Vec<DepartmentAnswer>,
    roster: &PastedRoster,
) -> Vec<String> {
    let mut left = Vec::new();
    for (name, person) in &roster.people {
        let at = place_of(departments, name, &[]);
        let row = &mut departments[at];
        row.is_in = true;
        match (person, &row.representative) {
            (Some(person), Some(other)) if person != other => left.push(format!("{name} {person}")),
            (Some(person), _) => row.representative = Some(person.clone()),
            (None, _) => {}
        }
    }
    left
}

/// The place of a department in the table: by its name, else by what the preset calls it, else at the end.
fn place_of(departments: &mut Vec<DepartmentAnswer>, name: &str, taken: &[usize]) -> usize {
    let desk = desk_of(name);
    let found = departments.iter().position(|row| row.name == *name);
    let meant = || {
        let mut rows = departments.iter().enumerate();
        let found =
            rows.find(|(at, row)| desk.is_some() && row.desk == desk && !taken.contains(at));
        found.map(|(at, _)| at)
    };
    found.or_else(meant).unwrap_or_else(|| {
        departments.push(DepartmentAnswer::named(name));
        departments.len() - 1
    })
}

/// The department of the preset that each of a table stands for: each at most once, by its name, or where that says
/// nothing by its place among those proposed.
pub(super) fn desks_of(departments: &[DepartmentAnswer]) -> Vec<Option<Desk>> {
    let mut taken: Vec<Desk> = Vec::new();
    let mut free = |desk: Option<Desk>| {
        let desk = desk.filter(|desk| !taken.contains(desk));
        taken.extend(desk);
        desk
    };
    let by_name = |row: &DepartmentAnswer| free(desk_of(&row.name).filter(|_| row.is_in));
    let named: Vec<Option<Desk>> = departments.iter().map(by_name).collect();
    let or_placed = |(row, desk): (&DepartmentAnswer, Option<Desk>)| {
        desk.or_else(|| free(row.desk.filter(|_| row.is_in)))
    };
    departments.iter().zip(named).map(or_placed).collect()
}

/// The department of the preset that a name means, if any: the one of whose words the longest stands in the name, as a
/// word of its own where it is written in Latin letters.
pub fn desk_of(name: &str) -> Option<Desk> {
    let name = name.to_lowercase();
    let words: Vec<&str> = name
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '&')
        .collect();
    let stands = |part: &&str| {
        if part.is_ascii() {
            words.contains(part)
        } else {
            name.contains(*part)
        }
    };
    let longest = |known_by: &'static str| {
        let parts = known_by.split(' ').filter(stands);
        parts.map(|part| part.chars().count()).max()
    };
    let mut best: Option<(usize, Desk)> = None;
    for row in preset::DESKS {
        let fit = longest(row.known_by);
        if let Some(length) = fit.filter(|length| best.is_none_or(|(most, _)| *length > most)) {
            best = Some((length, row.desk));
        }
    }
    best.map(|(_, desk)| desk)
}
