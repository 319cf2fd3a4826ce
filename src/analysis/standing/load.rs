//! Load of a person by week (F-15): the person-days of the open work that says how much it is, spread evenly over its
//! working days, against the days the person has. Such work without 工作量 weighs nothing here and is counted.

use crate::analysis::goal::meter::decimal;
use crate::analysis::people::absence::away_on;
use crate::analysis::people::ownership::Carried;
use crate::analysis::people::who::People;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::template::Form;
use crate::templates::member;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeSet;

/// Weeks looked at beside a person.
const WEEKS: u64 = 6;

/// How a load is to be taken (F-15, D6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadLevel {
    /// Less than 85 %.
    Fine,
    /// 85 % or more.
    High,
    /// 95 % or more.
    Full,
    /// More than there is.
    Over,
}

/// How full the week of a person, or of several, is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    pub monday: NaiveDate,
    /// The work that lies in it, in millionths of a person-day.
    used: i128,
    /// The days had, in hundredths.
    had: i128,
    /// In per cent of the days the person has, rounded up; nothing in a week without any.
    pub percent: Option<i64>,
    /// How that is to be taken.
    pub level: LoadLevel,
}

impl Week {
    /// A week in which nobody has anything, nor any day.
    pub(super) fn empty(monday: NaiveDate) -> Self {
        of(monday, 0, 0)
    }

    /// The same week of both: days are added, never per cents.
    #[must_use]
    pub(super) fn with(&self, other: &Self) -> Self {
        of(self.monday, self.used + other.used, self.had + other.had)
    }
}

/// The weeks of a person from this one on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    pub weeks: Vec<Week>,
    /// Open tasks with dates in these weeks that say no person-days.
    pub unweighed: usize,
}

/// Work between two days: what it takes in person-days, how many working days it has.
struct WeighedWork {
    from: NaiveDate,
    to: NaiveDate,
    effort: i128,
    days: i128,
}

/// The load of a person. Days away, rest days and days before joining or after leaving are not had; of the others the
/// share of 投入比例. Work that is overdue is left to its own days: nobody has said when it will be done.
pub fn load(person: &Form<'_>, today: NaiveDate) -> Load {
    load_of_weeks(person, today, WEEKS)
}

/// The Monday of a day's week.
pub(super) fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// The same over so many weeks.
pub(super) fn load_of_weeks(person: &Form<'_>, today: NaiveDate, weeks: u64) -> Load {
    let calendar = calendar_of(person);
    let monday = monday_of(today);
    let (weights, unweighed) = weights(person, &calendar, monday, weeks);
    let share = person.get(member::ALLOCATION_PCT).unwrap_or(100);
    let share = i128::from(share.clamp(1, 100));
    let week = |number: u64| {
        let monday = monday + Days::new(number * 7);
        let days = || (0..7).map(|day| monday + Days::new(day));
        let had = days().filter(|day| has_day(person, &calendar, *day));
        let had = i128::try_from(had.count()).unwrap_or(0);
        let used = |weight: &WeighedWork| {
            let here = days().filter(|day| (weight.from..=weight.to).contains(day));
            let here = here.filter(|day| calendar.is_working_day(*day)).count();
            // In millionths of a person-day.
            (weight.effort * 100 * i128::try_from(here).unwrap_or(0)).div_euclid(weight.days)
        };
        of(monday, weights.iter().map(used).sum(), had * share)
    };
    Load {
        weeks: (0..weeks).map(week).collect(),
        unweighed,
    }
}

/// The open work of a person in the weeks from that Monday on, and how much of it says no person-days.
fn weights(
    person: &Form<'_>,
    calendar: &Calendar,
    monday: NaiveDate,
    weeks: u64,
) -> (Vec<WeighedWork>, usize) {
    let people = People::shared(person);
    let carried = person.log().derived::<Carried>();
    let end = monday + Days::new(weeks * 7 - 1);
    let mut weights = Vec::new();
    let mut unweighed = 0;
    for one in carried.of(&people, person.record()) {
        let one = person.other(one.clone());
        let Some(effort) = one.work().and_then(|work| work.effort) else {
            continue;
        };
        let (Some(from), Some(to)) = (one.get(effort.from), one.get(effort.to)) else {
            continue;
        };
        if !one.is_open() || from > to || to < monday || from > end {
            continue;
        }
        let effort = one.get(effort.person_days).and_then(|text| decimal(&text));
        let days = calendar.working_days(from, to);
        match effort.filter(|effort| *effort >= 0 && days > 0) {
            Some(effort) => weights.push(WeighedWork {
                from,
                to,
                effort: effort.into(),
                days: days.into(),
            }),
            None => unweighed += 1,
        }
    }
    (weights, unweighed)
}

/// Whether a person works on a day.
pub(super) fn has_day(person: &Form<'_>, calendar: &Calendar, day: NaiveDate) -> bool {
    let joined = person.get(member::JOIN_DATE);
    calendar.is_working_day(day)
        && joined.is_none_or(|first| first <= day)
        && member::is_active(person, day)
        && away_on(person, person.record(), day).is_none()
}

/// `used` in millionths of a person-day, `had` in hundredths.
fn of(monday: NaiveDate, used: i128, had: i128) -> Week {
    let percent = (had > 0).then(|| {
        let percent = (used + had * 100 - 1).div_euclid(had * 100);
        i64::try_from(percent).unwrap_or(i64::MAX)
    });
    let level = match percent {
        None if used > 0 => LoadLevel::Over,
        None | Some(..85) => LoadLevel::Fine,
        Some(85..95) => LoadLevel::High,
        Some(95..=100) => LoadLevel::Full,
        Some(_) => LoadLevel::Over,
    };
    Week {
        monday,
        used,
        had,
        percent,
        level,
    }
}

/// How many of the people with a role said that they take it, and how many there are. Observers are asked nothing.
pub fn roles_accepted(form: &Form<'_>, today: NaiveDate) -> (usize, usize) {
    let people = People::shared(form);
    let is_asked = |person: &Form<'_>| {
        let role = person.get(member::PROJECT_ROLE);
        person.has(member::PERSON.name)
            && role.is_some_and(|role| role != member::VIEWER.key)
            && member::is_active(person, today)
    };
    let asked = form.all(member::MEMBER.kind).into_iter().filter(is_asked);
    let (mut all, mut accepted) = (BTreeSet::new(), BTreeSet::new());
    for person in asked {
        let is_accepted = person.has(member::ACCEPTED_AT.name);
        let person = people.person(person.record());
        if is_accepted {
            accepted.insert(person.clone());
        }
        all.insert(person);
    }
    (accepted.len(), all.len())
}
