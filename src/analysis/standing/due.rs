//! What is due next, so that the list of projects can say what is due today without opening any.

use crate::analysis::people::handover::leads;
use crate::analysis::people::who::People;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::clock::overdue_hours;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Due, Form, Work};
use crate::templates::{coming_up, settings};
use chrono::NaiveDate;

/// When something is due, as a day or as a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// By the end of a day.
    Day(NaiveDate),
    /// By a moment; whether the clock stands still on rest days.
    Moment(Moment, bool),
}

/// How late something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// Not yet: it is due today.
    Today,
    /// By so many working days.
    Days(i64),
    /// By so many hours of the clock.
    Hours(i64),
}

impl By {
    /// How late it is now by the calendar of its project; nothing where it is due on a later day.
    pub fn late(self, now: Moment, calendar: &Calendar) -> Option<Late> {
        let today = now.date_naive();
        match self {
            Self::Day(day) if day > today => None,
            Self::Day(day) => match calendar.late_days(day, today) {
                0 => Some(Late::Today),
                days => Some(Late::Days(days)),
            },
            Self::Moment(moment, skips_rest_days) => {
                let calendar = if skips_rest_days {
                    calendar
                } else {
                    &Calendar::EVERY_DAY
                };
                let is_later = moment.with_timezone(now.offset()).date_naive() > today;
                match overdue_hours(moment, now, calendar) {
                    None if is_later => None,
                    None | Some(0) => Some(Late::Today),
                    Some(hours) => Some(Late::Hours(hours)),
                }
            }
        }
    }

    /// The day on which it is due, where somebody looks.
    pub fn day(self, now: Moment) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment, _) => moment.with_timezone(now.offset()).date_naive(),
        }
    }

    /// As it is kept: a date or a moment; `!` behind a moment whose clock never stands still.
    pub fn kept(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Moment(moment, true) => moment.to_rfc3339(),
            Self::Moment(moment, false) => format!("{}!", moment.to_rfc3339()),
        }
    }

    /// Reads what was kept.
    pub fn read(text: &str) -> Option<Self> {
        if let Ok(day) = text.parse() {
            return Some(Self::Day(day));
        }
        let moment = text.trim_end_matches('!');
        let moment = Moment::parse_from_rfc3339(moment).ok()?;
        Some(Self::Moment(moment, !text.ends_with('!')))
    }
}

/// So many days of what is due are kept.
const DAYS: usize = 400;

/// How many are due on each day, sorted as they are: what is kept of those that are not kept by name.
pub fn counted_by_day(due: &[(RecordId, By)], now: Moment) -> Vec<(String, usize)> {
    let by_day = due.chunk_by(|a, b| a.1.day(now) == b.1.day(now));
    let counted = by_day.map(|due| (due[0].1.day(now).to_string(), due.len()));
    counted.take(DAYS).collect()
}

/// How many of those are due by now.
pub fn counted_until(counted: &[(String, usize)], now: Moment) -> usize {
    let today = now.date_naive();
    let is_due = |day: &str| day.parse::<NaiveDate>().is_ok_and(|day| day <= today);
    let due = counted.iter().filter(|(day, _)| is_due(day));
    due.map(|(_, count)| count).sum()
}

/// The calendar by which those are counted, as it is kept beside them: from the first of their days on.
pub fn kept_calendar(log: &Log, due: &[(RecordId, By)], now: Moment) -> String {
    let days = due.iter().map(|(_, by)| by.day(now));
    let calendar = calendar_of(&Form::new(log, settings::record()));
    days.min()
        .map_or_else(String::new, |first| calendar.kept(first))
}

/// When something is due that runs, and is this person's where one is named.
fn item(
    log: &Log,
    record: &RecordId,
    work: &Work,
    me: Option<&RecordId>,
) -> Option<(RecordId, By)> {
    let form = Form::new(log, record.clone());
    let settings = form.other(settings::record());
    let by = match form.due()? {
        Due::Day(day) => By::Day(day),
        Due::Moment(at) => By::Moment(at, settings.get(settings::SKIP_REST_DAYS) != Some(false)),
    };
    let is_mine = me.is_none_or(|me| {
        let people = People::shared(&form);
        form.owner().is_some_and(|owner| people.are_one(&owner, me))
    });
    ((work.runs)(&form) && is_mine).then(|| (record.clone(), by))
}

/// What is due first of all that comes up by itself, at most so many: a person's own, and everybody's for who
/// leads or has not said who they are.
pub fn next_due_items(
    log: &Log,
    me: Option<&RecordId>,
    now: Moment,
    most: usize,
) -> Vec<(RecordId, By)> {
    let own = me.filter(|me| !leads(log, Some(me))).cloned();
    let mut all: Vec<(RecordId, By)> = Vec::new();
    for (template, work) in coming_up() {
        let me = own.clone();
        let item = move |log: &Log, record: &RecordId| item(log, record, work, me.as_ref());
        let found = log.each_row(template.kind, ("due", own.clone()), (), item);
        all.extend(found.iter().map(|one| (**one).clone()));
    }
    crate::model::sort::sort_by(&mut all, |a: &(RecordId, By), b| {
        a.1.day(now).cmp(&b.1.day(now))
    });
    all.truncate(most);
    all
}
