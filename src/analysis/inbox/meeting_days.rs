//! On which days the meetings of a project are held from a day on, rest days left out.

use super::agenda::next_after;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{charter, meeting, settings};
use chrono::{Days, NaiveDate};

/// So many days ahead where the project has no end.
const AHEAD_DAYS: u64 = 90;
/// So many days of one meeting at most.
const MOST_DAYS: usize = 120;

/// Every meeting with its days from `today` to the end of the project, in the order of the days.
pub fn meeting_days(log: &Log, today: NaiveDate) -> Vec<(RecordId, NaiveDate)> {
    let form = Form::new(log, settings::record());
    let end = form.other(charter::record()).get(charter::PLANNED_END);
    let until = end
        .filter(|end| *end > today)
        .unwrap_or(today + Days::new(AHEAD_DAYS));
    let of = |meeting: Form<'_>| {
        let record = meeting.record().clone();
        let days = days_of(&meeting, today, until).into_iter();
        days.map(move |day| (record.clone(), day))
            .collect::<Vec<_>>()
    };
    let mut all: Vec<_> = form.all(meeting::KIND).into_iter().flat_map(of).collect();
    all.sort_by_key(|(_, day)| *day);
    all
}

fn days_of(meeting: &Form<'_>, today: NaiveDate, until: NaiveDate) -> Vec<NaiveDate> {
    let yesterday = today - Days::new(1);
    if meeting::is_regular(meeting) {
        let first = next_after(meeting, yesterday);
        let days = std::iter::successors(first, |day| next_after(meeting, *day));
        return days
            .take_while(|day| *day <= until)
            .take(MOST_DAYS)
            .collect();
    }
    let Some(first) = meeting.get(meeting::FIRST_DATE) else {
        return Vec::new();
    };
    let is_daily = meeting.get(meeting::KIND_OF).as_deref() == Some(meeting::STANDUP.key);
    let last = match is_daily {
        true => meeting.get(meeting::LAST_DATE).unwrap_or(until).min(until),
        false => first,
    };
    let calendar = calendar_of(meeting);
    let days = first.iter_days().take_while(|day| *day <= last);
    let days = days.filter(|day| !is_daily || calendar.is_working_day(*day));
    days.filter(|day| *day >= today).take(MOST_DAYS).collect()
}
