//! 周会: which meeting is next or under way, and how it stands. Its records are made of the meeting and its planned day;
//! none of them has to be there before somebody does something.

use super::agenda::{coming_meetings, day_before, day_from};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Key};
use crate::templates::{meeting, minutes, minutes_item, review, settings, status_of};
use chrono::{Days, NaiveDate};

/// How far a meeting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MeetingState {
    /// 准备中
    Ahead,
    /// 开会中
    Running,
    /// Over, and not released.
    Held,
    /// 已发布
    Released,
    /// 本周不开
    Skipped,
}

impl MeetingState {
    /// As the page says it in its attribute.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Running => "running",
            Self::Held => "held",
            Self::Released => "released",
            Self::Skipped => "skipped",
        }
    }
}

/// A meeting on its planned day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HeldMeeting {
    pub meeting: RecordId,
    /// The planned day.
    pub day: NaiveDate,
    pub minutes: RecordId,
    /// Of a regular meeting alone.
    pub review: Option<RecordId>,
    pub state: MeetingState,
}

impl HeldMeeting {
    /// A meeting on a day, whether anything of it is written or not.
    pub fn on(log: &Log, meeting: &RecordId, day: NaiveDate) -> Option<Self> {
        let minutes = minutes::record_of(meeting, day)?;
        let form = Form::new(log, meeting.clone());
        let review = minutes::review_of(&minutes).filter(|_| meeting::is_regular(&form));
        let state = state_of(&form.other(minutes.clone()), review.as_ref());
        Some(Self {
            meeting: meeting.clone(),
            day,
            minutes,
            review,
            state,
        })
    }

    /// The meeting that minutes are of.
    pub fn of_minutes(log: &Log, minutes: &RecordId) -> Option<Self> {
        let form = Form::new(log, minutes.clone());
        let meeting = form.get(minutes::MEETING)?;
        let day = minutes::day_of(minutes)?;
        let own = Self::on(log, &meeting, day)?;
        Some(Self {
            minutes: minutes.clone(),
            ..own
        })
    }
}

fn state_of(minutes: &Form<'_>, review: Option<&RecordId>) -> MeetingState {
    let is_skipped = review
        .is_some_and(|review| status_of(&minutes.other(review.clone())) == review::SKIPPED.key);
    if is_skipped {
        return MeetingState::Skipped;
    }
    if !minutes::is_open(minutes) {
        return MeetingState::Released;
    }
    match (
        minutes.has(minutes::ACTUAL_END.name),
        minutes::is_begun(minutes),
    ) {
        (true, _) => MeetingState::Held,
        (false, true) => MeetingState::Running,
        (false, false) => MeetingState::Ahead,
    }
}

/// The meeting of the page: one that was begun and is not released, else the next regular one that is neither released
/// nor skipped.
pub fn meeting_at_hand(log: &Log, today: NaiveDate) -> Option<HeldMeeting> {
    let minutes = log.rows(minutes::KIND).into_iter();
    let begun = minutes.filter_map(|minutes| {
        let form = Form::new(log, minutes.clone());
        let is_begun = minutes::is_begun(&form) && minutes::is_open(&form);
        is_begun
            .then(|| HeldMeeting::of_minutes(log, &minutes))
            .flatten()
    });
    begun
        .max_by_key(|held| held.day)
        .or_else(|| next_regular(log, today))
}

/// The next regular meeting on or after a day that is still to be held.
fn next_regular(log: &Log, today: NaiveDate) -> Option<HeldMeeting> {
    let settings = Form::new(log, settings::record());
    let all = settings.all(meeting::KIND).into_iter();
    let coming = all.filter(meeting::is_regular).filter_map(|form| {
        let at = |from| HeldMeeting::on(log, form.record(), day_from(&form, from)?);
        let first = at(today)?;
        match first.state {
            MeetingState::Released | MeetingState::Skipped => at(first.day + Days::new(1)),
            _ => Some(first),
        }
    });
    coming.min_by_key(|held| held.day)
}

/// The meetings that were released or skipped, or begun on another day, newest first.
pub fn past_meetings(log: &Log) -> Vec<HeldMeeting> {
    let minutes = log.rows(minutes::KIND).into_iter();
    let mut past: Vec<HeldMeeting> = minutes
        .filter_map(|minutes| HeldMeeting::of_minutes(log, &minutes))
        .filter(|held| held.state == MeetingState::Released)
        .collect();
    past.sort_by(|a, b| (b.day, &b.minutes).cmp(&(a.day, &a.minutes)));
    past
}

/// Another minutes of a regular meeting in the same week, where two people wrote them apart, or one moved the meeting:
/// which of them stays, and which goes over. The released one stays, else the one with more lines, else the earlier.
pub fn doubled(log: &Log, held: &HeldMeeting) -> Option<(HeldMeeting, HeldMeeting)> {
    let week = |day: NaiveDate| day.week(chrono::Weekday::Mon).first_day();
    let all = log.rows(minutes::KIND).into_iter();
    let of_week = all.filter_map(|one| HeldMeeting::of_minutes(log, &one));
    let mut of_week: Vec<HeldMeeting> = of_week
        .filter(|one| one.review.is_some() && week(one.day) == week(held.day))
        .filter(|one| one.state != MeetingState::Skipped)
        .collect();
    if held.review.is_none() || !of_week.iter().any(|one| one.minutes == held.minutes) {
        return None;
    }
    of_week.sort_by_key(|one| {
        let lines = log.rows_under(&one.minutes, minutes_item::KIND).len();
        let is_released = one.state == MeetingState::Released;
        let rank = (std::cmp::Reverse(is_released), std::cmp::Reverse(lines));
        (rank, one.day, one.minutes.clone())
    });
    let mut of_week = of_week.into_iter();
    Some((of_week.next()?, of_week.next()?))
}

/// The number of a project's week, counted from its first.
pub fn week_of(log: &Log, day: NaiveDate) -> Option<i64> {
    let start: Key<NaiveDate> = crate::templates::charter::PLANNED_START;
    let first = Form::new(log, crate::templates::charter::record()).get(start)?;
    let monday = |day: NaiveDate| day.week(chrono::Weekday::Mon).first_day();
    let weeks = (monday(day) - monday(first)).num_days() / 7 + 1;
    (weeks > 0).then_some(weeks)
}

/// The meetings of that day that are not regular ones and nobody has begun, with their times as written.
pub fn others_on(log: &Log, now: Moment) -> Vec<(HeldMeeting, String)> {
    let today = now.date_naive();
    let coming = coming_meetings(log, now).into_iter();
    let today_only = coming.filter(|one| one.day == Some(today));
    let held = today_only.filter_map(|one| {
        let held = HeldMeeting::on(log, &one.meeting, today)?;
        let is_open = held.review.is_none() && held.state == MeetingState::Ahead;
        is_open.then_some((held, one.time))
    });
    held.collect()
}

/// A regular meeting whose last day went by without anything being written of it.
pub fn missed(log: &Log, today: NaiveDate) -> Option<HeldMeeting> {
    let settings = Form::new(log, settings::record());
    let all = settings.all(meeting::KIND).into_iter();
    let missed = all.filter(meeting::is_regular).filter_map(|form| {
        let day = day_before(&form, today)?;
        HeldMeeting::on(log, form.record(), day)
    });
    let mut missed = missed.filter(|held| held.state == MeetingState::Ahead);
    missed.next()
}
