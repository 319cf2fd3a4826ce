//! The clock of deadlines (F-07), which stands still on rest days. Knows no form; whose deadline it is says
//! `issue_clock`.

use super::calendar::Calendar;
use super::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::log::{Derived, Log};
use crate::model::template::Form;
use crate::templates::settings;
use chrono::{Duration, FixedOffset, NaiveDate, NaiveTime};
use std::rc::Rc;

/// The longest deadline there is, ten years of hours.
const MOST_HOURS: i64 = 87_600;

/// The calendar by which a project counts deadlines: rest days are skipped unless the settings say no.
pub fn clock_calendar(form: &Form<'_>) -> Rc<Calendar> {
    Rc::clone(&form.log().derived::<ClockCalendar>().0)
}

struct ClockCalendar(Rc<Calendar>);

impl Derived for ClockCalendar {
    fn of(log: &Log) -> Self {
        let settings = Form::new(log, settings::record());
        Self(if settings.get(settings::SKIP_REST_DAYS) == Some(false) {
            Rc::new(Calendar::EVERY_DAY)
        } else {
            calendar_of(&settings)
        })
    }
}

/// `start` + so many hours of the clock, which stands still on rest days from 00:00 to 24:00:
/// Thursday 10:00 + 48 h = Monday 10:00. Nothing beyond 2199.
pub fn due_after(start: Moment, hours: u32, calendar: &Calendar) -> Option<Moment> {
    let offset = *start.offset();
    let mut date = start.date_naive();
    let mut used = start.time() - NaiveTime::MIN;
    let mut left = Duration::hours(i64::from(hours).min(MOST_HOURS));
    if !calendar.is_working_day(date) {
        (date, used) = (calendar.nth_after(date, 1)?, Duration::zero());
    }
    let rest_of_day = Duration::days(1) - used;
    if left >= rest_of_day {
        left -= rest_of_day;
        date = calendar.nth_after(date, left.num_days() + 1)?;
        (left, used) = (left - Duration::days(left.num_days()), Duration::zero());
    }
    at(date, used + left, offset)
}

fn at(date: NaiveDate, since_midnight: Duration, offset: FixedOffset) -> Option<Moment> {
    date.and_time(NaiveTime::MIN)
        .checked_add_signed(since_midnight)?
        .and_local_timezone(offset)
        .single()
}

/// Time of the clock from one moment to another, rest days left out; zero where `to` comes first.
/// Days are those of `from`'s place.
pub fn clock_between(from: Moment, to: Moment, calendar: &Calendar) -> Duration {
    let to = to.with_timezone(from.offset());
    if to <= from {
        return Duration::zero();
    }
    let (first, last) = (from.date_naive(), to.date_naive());
    let since_midnight = |moment: Moment| moment.time() - NaiveTime::MIN;
    let worked = |date, time: Duration| {
        if calendar.is_working_day(date) {
            time
        } else {
            Duration::zero()
        }
    };
    if first == last {
        return worked(first, to - from);
    }
    let whole_days = calendar.working_days(first, last)
        - i64::from(calendar.is_working_day(first))
        - i64::from(calendar.is_working_day(last));
    worked(first, Duration::days(1) - since_midnight(from))
        + Duration::days(whole_days)
        + worked(last, since_midnight(to))
}

/// Whole hours of the clock since the deadline; nothing while it is not over.
pub fn overdue_hours(due: Moment, now: Moment, calendar: &Calendar) -> Option<i64> {
    (now > due).then(|| clock_between(due, now, calendar).num_hours())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::parse_from_rfc3339(&format!("{text}:00+08:00")).expect("a moment")
    }

    fn due(start: &str, hours: u32) -> Option<Moment> {
        due_after(moment(start), hours, &Calendar::default())
    }

    #[test]
    fn thursday_ten_and_48_hours_is_monday_ten() {
        assert_eq!(
            due("2026-03-05T10:00", 48),
            Some(moment("2026-03-09T10:00"))
        );
        assert_eq!(
            due_after(moment("2026-03-05T10:00"), 48, &Calendar::EVERY_DAY),
            Some(moment("2026-03-07T10:00"))
        );
    }

    #[test]
    fn the_deadlines_of_the_worked_example_come_out() {
        assert_eq!(
            due("2026-03-19T10:00", 48),
            Some(moment("2026-03-23T10:00")),
            "I-1"
        );
        assert_eq!(
            due("2026-04-10T15:00", 48),
            Some(moment("2026-04-14T15:00")),
            "I-5"
        );
        let late = overdue_hours(
            moment("2026-04-14T15:00"),
            moment("2026-04-16T00:00"),
            &Calendar::default(),
        );
        assert_eq!(late, Some(33), "I-5 at the end of D+44");
    }

    #[test]
    fn the_clock_stands_still_on_holidays_and_runs_on_make_up_days() {
        assert_eq!(
            due("2026-02-13T10:00", 48),
            Some(moment("2026-02-24T10:00")),
            "over the Spring Festival, Saturday 14 worked"
        );
        assert_eq!(
            due("2026-03-07T10:00", 1),
            Some(moment("2026-03-09T01:00")),
            "raised on a Saturday"
        );
        assert_eq!(
            due("2026-03-06T10:00", 14),
            Some(moment("2026-03-09T00:00")),
            "Friday's last hour ends on Monday"
        );
        assert_eq!(due("2026-03-05T10:00", 0), Some(moment("2026-03-05T10:00")));
    }

    #[test]
    fn the_clock_between_is_what_was_added() {
        let calendar = Calendar::default();
        for day in 1..=28 {
            for hours in 0..200 {
                let start = moment(&format!("2026-02-{day:02}T09:30"));
                let end = due_after(start, hours, &calendar).expect("within the years");
                assert_eq!(
                    clock_between(start, end, &calendar),
                    Duration::hours(i64::from(hours)),
                    "{start} {hours}"
                );
            }
        }
    }

    #[test]
    fn a_deadline_beyond_the_calendar_is_none() {
        assert_eq!(due("2199-12-31T10:00", 48), None);
    }
}
