//! The year that a date does not name: the one that fits best.

use super::around::Around;
use super::day::{DayDoubt, DayParts, LAST, exact};
use super::reading::Oddity;
use chrono::{Datelike, NaiveDate};

/// So many days outside the project a year that was not written is asked for.
const FAR_DAYS: i64 = 92;
/// A day to come is so much nearer than one that is over: most of what is dated is planned.
const AHEAD: i64 = 4;

/// In the year that fits best: after the beginning of what it ends, in the days of the project, nearest.
pub(super) fn in_best_year(parts: DayParts, around: &Around) -> Result<NaiveDate, DayDoubt> {
    let in_year = |year: i32| DayParts {
        year: Some(year),
        ..parts
    };
    if let Err(doubt) = exact(in_year(2000)) {
        let last = doubt.days.first().map(|_| DayParts { day: LAST, ..parts });
        let last = last.and_then(|last| in_best_year(last, around).ok());
        return Err(DayDoubt::new(doubt.why, last));
    }
    let today = around.day();
    let begins = around.begins.map(|begins| begins.date());
    let ends = around.ends.map(|ends| ends.date());
    // Where the record stands outside the project, the days of both are near.
    let period = around.period.map(|(from, to)| {
        let own = || [begins, ends].into_iter().flatten();
        (
            own().fold(from, NaiveDate::min),
            own().fold(to, NaiveDate::max),
        )
    });
    let near = [
        Some(today),
        begins,
        ends,
        period.map(|(from, _)| from),
        period.map(|(_, to)| to),
    ];
    let mut years: Vec<i32> = near
        .into_iter()
        .flatten()
        .flat_map(|day| day.year() - 1..=day.year() + 1)
        .collect();
    crate::model::sort::sort(&mut years);
    years.dedup();
    let outside = |day: NaiveDate| {
        period.map_or(0, |(from, to)| {
            let (before, after) = ((from - day).num_days(), (day - to).num_days());
            before.max(after).max(0)
        })
    };
    let distance = |day: NaiveDate| {
        let anchor = begins.or(ends);
        let days = (day - anchor.unwrap_or(today)).num_days();
        match (anchor, days) {
            (None, ..=-1) => -days * AHEAD,
            _ => days.abs(),
        }
    };
    // The day of that year, or the last of its month.
    let day_in = |year: &i32| match exact(in_year(*year)) {
        Ok(day) => Some(day),
        Err(doubt) => doubt.days.first().copied(),
    };
    let days: Vec<NaiveDate> = years.iter().filter_map(day_in).collect();
    let best = |is_wanted: &dyn Fn(&NaiveDate) -> bool| {
        let wanted = days.iter().copied().filter(|day| is_wanted(day));
        wanted.min_by_key(|day| (outside(*day), distance(*day)))
    };
    let is_after = |day: &NaiveDate| begins.is_none_or(|begins| *day >= begins);
    let (anywhere, fitting) = (best(&|_| true), best(&is_after));
    let found = fitting
        .or(anywhere)
        .ok_or_else(|| DayDoubt::none(Oddity::NotADate))?;
    if outside(found) > FAR_DAYS {
        if anywhere.is_some_and(|day| !is_after(&day)) {
            return Err(DayDoubt::new(Oddity::BeforeStart, [found]));
        }
        let other = days
            .iter()
            .copied()
            .filter(|day| *day != found && is_after(day));
        let other = other.min_by_key(|day| (outside(*day), distance(*day)));
        let both = [Some(found), other].into_iter().flatten();
        return Err(DayDoubt::new(Oddity::FarFromProject, both));
    }
    exact(in_year(found.year()))
}

/// The same day of the first year in which it is not before another.
pub(super) fn next_after(day: NaiveDate, begins: NaiveDate) -> Option<NaiveDate> {
    let years = begins.year()..=begins.year() + 4;
    years
        .filter_map(|year| day.with_year(year))
        .find(|day| *day >= begins)
}
