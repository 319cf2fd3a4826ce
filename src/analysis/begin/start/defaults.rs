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
    let proposed = preset::PROJECT.desks.iter().filter(|row| row.is_proposed);
    let departments = proposed.map(|row| DepartmentAnswer {
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

/// What the preset has ready for each department of a table, in words: 「需求文档、核心开发、测试 3 项」; empty where
/// nothing.
pub fn tasks_told(scenario: Scenario, departments: &[DepartmentAnswer], lang: Lang) -> Vec<String> {
    let tasks = scenario.preset().map_or(&[][..], |preset| preset.tasks);
    let told = |(answer, desk): (&DepartmentAnswer, Option<Desk>)| {
        if !answer.is_in || answer.participation == department::AFFECTED {
            return String::new();
        }
        let of = |role: Role| tasks.iter().filter(move |task| task.owner == role);
        let mut short: Vec<&str> = desk.map_or_else(Vec::new, |desk| {
            of(Role::Rep(desk))
                .map(|task| task.short.text(lang))
                .collect()
        });
        if short.is_empty() && answer.participation != department::LEAD {
            short.extend(of(Role::Each).map(|task| task.short.text(lang)));
        }
        let count = short.len();
        match lang {
            _ if count == 0 => String::new(),
            Lang::Zh => format!("{} {count} 项", short.join("、")),
            Lang::En => format!("{} ({count})", short.join(", ")),
        }
    };
    departments
        .iter()
        .zip(desks_of(departments))
        .map(told)
        .collect()
}

/// Takes a pasted list into the table: a department that is there gets its representative, another one is added, and
/// those that the list does not mention and for whom nobody is named do not take part any more. Gives their names.
pub fn take_roster(departments: &mut Vec<DepartmentAnswer>, roster: &PastedRoster) -> Vec<String> {
    let mut mentioned = Vec::new();
    for (name, person) in &roster.people {
        let desk = desk_of(name);
        let found = departments.iter().position(|row| row.name == *name);
        let meant = || {
            let mut rows = departments.iter().enumerate();
            let found = rows
                .find(|(at, row)| desk.is_some() && row.desk == desk && !mentioned.contains(at));
            found.map(|(at, _)| at)
        };
        let at = found.or_else(meant).unwrap_or_else(|| {
            departments.push(DepartmentAnswer::named(name));
            departments.len() - 1
        });
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
    for row in preset::PROJECT.desks {
        let fit = longest(row.known_by);
        if let Some(length) = fit.filter(|length| best.is_none_or(|(most, _)| *length > most)) {
            best = Some((length, row.desk));
        }
    }
    best.map(|(_, desk)| desk)
}
