//! 会议议程: differences that are to be settled in a meeting. Whether one is still open is read from the difference
//! itself and stored nowhere, so that a decision on any copy takes it off the agenda of all.

use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{ConflictPlace, Derived, Log};
use crate::model::template::Form;
use crate::templates::{agenda_item, meeting};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use std::collections::BTreeMap;

/// A difference on an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The point of the agenda.
    pub item: RecordId,
    /// The difference it refers to.
    pub place: ConflictPlace,
    /// The meeting it stands under.
    pub meeting: Option<RecordId>,
    /// Whether the difference is still open.
    pub is_open: bool,
    /// Whether it waits for a meeting that is still to come: or for any, where none is arranged.
    pub is_ahead: bool,
}

/// A meeting that comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    pub meeting: RecordId,
    /// Its next day, where one is given.
    pub day: Option<NaiveDate>,
    /// Its time, as written.
    pub time: String,
}

/// The record that puts a difference on an agenda. Made of where the difference is, so that two people who put the
/// same one there make one point.
pub fn item_of(place: &ConflictPlace) -> RecordId {
    RecordId::made_of(
        agenda_item::AGENDA_ITEM.kind,
        &format!("{}\n{}", place.record, place.key),
    )
}

/// The differences that were put on an agenda, open ones and settled ones, in the order of the rows.
pub fn points(log: &Log, now: Moment) -> Vec<Point> {
    let all = log.derived::<Agenda>();
    let mut ahead = Ahead::new(log, now);
    all.points.iter().map(|point| ahead.look(point)).collect()
}

/// The point that has a difference on the agenda of a meeting to come.
pub fn point_of(log: &Log, place: &ConflictPlace, now: Moment) -> Option<Point> {
    let all = log.derived::<Agenda>();
    let mut ahead = Ahead::new(log, now);
    let mut at = all.at.get(place)?.iter();
    at.find_map(|at| Some(ahead.look(&all.points[*at])).filter(|point| point.is_ahead))
}

/// Every point of every agenda, whatever day it is: read once, asked for each difference.
#[derive(Default)]
struct Agenda {
    points: Vec<Point>,
    at: BTreeMap<ConflictPlace, Vec<usize>>,
}

impl Derived for Agenda {
    fn of(log: &Log) -> Self {
        let open = log.conflicts();
        let mut all = Self::default();
        for item in log.rows(agenda_item::AGENDA_ITEM.kind) {
            let form = Form::new(log, item);
            let key = form.get(agenda_item::ABOUT_FIELD);
            let key = key.and_then(|key| key.parse::<FieldKey>().ok());
            let (Some(record), Some(key)) = (form.get(agenda_item::ABOUT), key) else {
                continue;
            };
            let place = ConflictPlace { record, key };
            all.at
                .entry(place.clone())
                .or_default()
                .push(all.points.len());
            let meeting = log.parent_of(form.record());
            all.points.push(Point {
                is_open: open.binary_search(&place).is_ok(),
                item: form.record().clone(),
                place,
                meeting: meeting.filter(|meeting| log.is_visible(meeting)),
                is_ahead: false,
            });
        }
        all
    }
}

/// Which meetings are still to come: each is looked at once.
struct Ahead<'a> {
    log: &'a Log,
    now: Moment,
    meetings: BTreeMap<Option<RecordId>, bool>,
}

impl<'a> Ahead<'a> {
    fn new(log: &'a Log, now: Moment) -> Self {
        Self {
            log,
            now,
            meetings: BTreeMap::new(),
        }
    }

    fn look(&mut self, point: &Point) -> Point {
        let (log, now) = (self.log, self.now);
        let is_ahead = self.meetings.entry(point.meeting.clone());
        let is_ahead = *is_ahead.or_insert_with(|| match &point.meeting {
            Some(meeting) => next_day(&Form::new(log, meeting.clone()), now).is_some(),
            None => next_meeting(log, now).is_none(),
        });
        Point {
            is_ahead,
            ..point.clone()
        }
    }
}

/// The meeting at which differences are settled: the next regular one, else the next of another sort; never a stand-up.
pub fn next_meeting(log: &Log, now: Moment) -> Option<Coming> {
    let meetings = log.rows(meeting::MEETING.kind).into_iter();
    let coming = meetings.filter_map(|record| {
        let form = Form::new(log, record.clone());
        if form.get(meeting::KIND_OF).as_deref() == Some(meeting::STANDUP.key) {
            return None;
        }
        let day = next_day(&form, now)?;
        let time = form.get(meeting::TIME).unwrap_or_default();
        let rank = (!meeting::is_regular(&form), day.is_none(), day);
        let coming = Coming {
            meeting: record,
            day,
            time,
        };
        Some((rank, coming))
    });
    coming
        .min_by(|(a, _), (b, _)| a.cmp(b))
        .map(|(_, coming)| coming)
}

/// The meetings still to come, the next one first; those without a day come last.
pub fn coming_meetings(log: &Log, now: Moment) -> Vec<Coming> {
    let coming = log.rows(meeting::MEETING.kind).into_iter();
    let coming = coming.filter_map(|record| {
        let form = Form::new(log, record.clone());
        let day = next_day(&form, now)?;
        let time = form.get(meeting::TIME).unwrap_or_default();
        Some(Coming {
            meeting: record,
            day,
            time,
        })
    });
    let mut coming: Vec<Coming> = coming.collect();
    coming
        .sort_by(|a, b| (a.day.is_none(), a.day, &a.time).cmp(&(b.day.is_none(), b.day, &b.time)));
    coming
}

/// The next day a meeting is held: `Some(None)` where it comes and no day is given, `None` where it is over.
fn next_day(form: &Form<'_>, now: Moment) -> Option<Option<NaiveDate>> {
    let first = form.get(meeting::FIRST_DATE);
    let today = begins(form, now);
    if !meeting::repeats_weekly(form) {
        let last = form.get(meeting::LAST_DATE).or(first);
        return match last {
            None => Some(None),
            Some(last) if last < today => None,
            Some(_) => Some(first.map(|first| first.max(today))),
        };
    }
    if weekday_of(form).is_none() {
        return Some(None);
    }
    day_from(form, today).map(Some)
}

/// On which weekday a regular meeting is held, 1 to 7.
fn weekday_of(form: &Form<'_>) -> Option<i64> {
    let of_first = || {
        let first = form.get(meeting::FIRST_DATE)?;
        Some(first.weekday().number_from_monday().into())
    };
    form.get(meeting::WEEKDAY).or_else(of_first)
}

/// Long holidays skip some weeks, not all of a quarter.
const QUARTER_DAYS: usize = 90;

/// The first day of a regular meeting from a day on.
pub(in crate::analysis) fn day_from(form: &Form<'_>, from: NaiveDate) -> Option<NaiveDate> {
    let first = form.get(meeting::FIRST_DATE);
    let from = first.map_or(from, |first| first.max(from));
    let mut days = from.iter_days().take(QUARTER_DAYS);
    let day = days.find(|day| is_held_on(form, *day))?;
    let is_over = form.get(meeting::LAST_DATE).is_some_and(|last| last < day);
    (!is_over).then_some(day)
}

/// The day of a regular meeting after a day.
pub fn next_after(form: &Form<'_>, day: NaiveDate) -> Option<NaiveDate> {
    day_from(form, day + Days::new(1))
}

/// The last day of a regular meeting before a day.
pub(in crate::analysis) fn day_before(form: &Form<'_>, before: NaiveDate) -> Option<NaiveDate> {
    let last = form
        .get(meeting::LAST_DATE)
        .and_then(|last| last.succ_opt());
    let before = last.map_or(before, |last| last.min(before));
    let mut days = std::iter::successors(before.pred_opt(), NaiveDate::pred_opt).take(QUARTER_DAYS);
    let day = days.find(|day| is_held_on(form, *day))?;
    let is_before_all = form
        .get(meeting::FIRST_DATE)
        .is_some_and(|first| day < first);
    (!is_before_all).then_some(day)
}

/// Whether a day is one of a regular meeting's, leaving aside its first and its last.
fn is_held_on(form: &Form<'_>, day: NaiveDate) -> bool {
    let first = form.get(meeting::FIRST_DATE);
    let weeks = first.map_or(0, |first| (day - first).num_days().div_euclid(7));
    let is_its_week =
        form.get(meeting::KIND_OF).as_deref() != Some(meeting::BIWEEKLY.key) || weeks % 2 == 0;
    Some(i64::from(day.weekday().number_from_monday())) == weekday_of(form)
        && is_its_week
        && calendar_of(form).is_working_day(day)
}

/// The first day on which a meeting of that time of day can still be held.
fn begins(form: &Form<'_>, now: Moment) -> NaiveDate {
    let today = now.date_naive();
    let time = form.get(meeting::TIME);
    let time = time.and_then(|time| NaiveTime::parse_from_str(&time, "%H:%M").ok());
    if time.is_some_and(|time| time < now.time()) {
        today.checked_add_days(Days::new(1)).unwrap_or(today)
    } else {
        today
    }
}
