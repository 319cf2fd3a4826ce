//! The year that a date does not name: the one that fits best.

use super::around::Around;
use super::day::{DayDoubt, DayParts, LAST, exact};
use super::reading::Oddity;
use chrono::{Datelike, NaiveDate};

/// So many days outside the project a year that was not written is asked for.
const FAR_DAYS: i64 = 92;
/// A day to come is so much nearer than one that is over: most of what is dated is planned.
const AHEAD: i64 = 4;

/// The days beside which a day is read.
struct Vicinity {
    today: NaiveDate,
    begins: Option<NaiveDate>,
    ends: Option<NaiveDate>,
    /// The project; where the record stands outside of it, the days of both.
    period: Option<(NaiveDate, NaiveDate)>,
}

impl Vicinity {
    fn of(around: &Around) -> Self {
        let begins = around.begins.map(|begins| begins.date());
        let ends = around.ends.map(|ends| ends.date());
        let own = || [begins, ends].into_iter().flatten();
        let wide = |(from, to)| {
            (
                own().fold(from, NaiveDate::min),
                own().fold(to, NaiveDate::max),
            )
        };
        Self {
            today: around.day(),
            begins,
            ends,
            period: around.period.map(wide),
        }
    }

    fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let (from, to) = self.period.unzip();
        let near = [Some(self.today), self.begins, self.ends, from, to];
        near.into_iter().flatten()
    }

    /// The first year of what is going on.
    fn first_year(&self) -> Option<i32> {
        self.days().map(|day| day.year()).min()
    }

    /// The years that may be meant, in their order.
    fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self
            .days()
            .flat_map(|day| day.year() - 1..=day.year() + 1)
            .collect();
        crate::model::sort::sort(&mut years);
        years.dedup();
        years
    }

    /// So many days before the project or after it.
    fn outside(&self, day: NaiveDate) -> i64 {
        let (before, after) = match self.period {
            Some((from, to)) => ((from - day).num_days(), (day - to).num_days()),
            None => return 0,
        };
        before.max(after).max(0)
    }

    /// How far off a day is; the nearest is meant, of those in the project first.
    fn distance(&self, day: NaiveDate) -> (i64, i64) {
        let anchor = self.begins.or(self.ends);
        let days = (day - anchor.unwrap_or(self.today)).num_days();
        let distance = match (anchor, days) {
            (None, ..=-1) => -days * AHEAD,
            _ => days.abs(),
        };
        (self.outside(day), distance)
    }

    /// Whether a day is not before the beginning of what it ends.
    fn is_after(&self, day: NaiveDate) -> bool {
        self.begins.is_none_or(|begins| day >= begins)
    }
}

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
    let near = Vicinity::of(around);
    // The day of that year, or the last of its month.
    let day_in = |year: &i32| match exact(in_year(*year)) {
        Ok(day) => Some(day),
        Err(doubt) => doubt.days.first().copied(),
    };
    let days: Vec<NaiveDate> = near.years().iter().filter_map(day_in).collect();
    let best = |is_wanted: &dyn Fn(NaiveDate) -> bool| {
        let wanted = days.iter().copied().filter(|day| is_wanted(*day));
        wanted.min_by_key(|day| near.distance(*day))
    };
    let (anywhere, fitting) = (best(&|_| true), best(&|day| near.is_after(day)));
    let found = fitting
        .or(anywhere)
        .ok_or_else(|| DayDoubt::none(Oddity::NotADate))?;
    let other = || best(&|day| day != found && near.is_after(day));
    if near.outside(found) <= FAR_DAYS {
        // 12-31 in January may be the one that is over, or the one to come.
        let is_gone = near.first_year().is_some_and(|first| found.year() < first);
        return match other().filter(|_| is_gone) {
            Some(other) => Err(DayDoubt::new(Oddity::Ambiguous, [found, other])),
            None => exact(in_year(found.year())),
        };
    }
    if anywhere.is_some_and(|day| !near.is_after(day)) {
        return Err(DayDoubt::new(Oddity::BeforeStart, [found]));
    }
    let both = [Some(found), other()].into_iter().flatten();
    Err(DayDoubt::new(Oddity::FarFromProject, both))
}

/// The same day of the first year in which it is not before another.
pub(super) fn next_after(day: NaiveDate, begins: NaiveDate) -> Option<NaiveDate> {
    let years = begins.year()..=begins.year() + 4;
    years
        .filter_map(|year| day.with_year(year))
        .find(|day| *day >= begins)
}
