//! What a meeting has to talk of, made of what came in: nobody writes an agenda. A point is stored only once somebody
//! left it out, talked of it, or began the meeting; until then it is found anew each time.

use super::agenda;
use super::kept_part::kept;
use super::updates::MeetingRound;
use super::weekly::{HeldMeeting, MeetingState};
use super::weekly_found::{actions, milestones, tasks};
pub use super::weekly_look::{ComingUp, PointReason};
use super::weekly_look::{PointFound, WeekLook};
use super::weekly_rest::{issues, rest};
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{agenda_item, settings};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Something to talk of, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaPoint {
    /// The stored point, or the one it would be.
    pub item: RecordId,
    /// The key of the part ([`agenda_item::PARTS`]); "": proposed by somebody.
    pub part: &'static str,
    /// What is talked of; the point itself where it is a topic.
    pub about: RecordId,
    pub reason: PointReason,
    /// Whether it is to be talked of.
    pub is_on: bool,
    /// Whether it was.
    pub is_done: bool,
}

/// The agenda of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeeklyAgenda {
    /// In the order of the page.
    pub points: Vec<AgendaPoint>,
    /// What comes until the next one.
    pub next: Vec<ComingUp>,
    /// Minutes for each part that has something to talk of, in the order of [`agenda_item::PARTS`].
    pub minutes: Vec<i64>,
}

impl WeeklyAgenda {
    /// The points of a part.
    pub fn part<'a>(&'a self, part: &'a str) -> impl Iterator<Item = &'a AgendaPoint> {
        self.points.iter().filter(move |point| point.part == part)
    }
    /// How long it takes, by its parts.
    pub fn minutes_in_all(&self) -> i64 {
        self.minutes.iter().sum()
    }
}

/// The point about a record on the agenda of a meeting: one, however many people put it there.
pub fn point_on(meeting: &RecordId, day: NaiveDate, about: &RecordId) -> RecordId {
    let text = format!("{meeting}\n{day}\n{about}");
    RecordId::made_of(agenda_item::KIND, &text)
}

/// The agenda of a meeting as it stands.
pub fn weekly_agenda(log: &Log, held: &HeldMeeting, now: Moment) -> WeeklyAgenda {
    // It is told by the minute.
    let minute = now.timestamp().div_euclid(60);
    let find = || find_agenda(log, held, now);
    kept(log, held.clone(), (minute, *now.offset()), find)
}

fn find_agenda(log: &Log, held: &HeldMeeting, now: Moment) -> WeeklyAgenda {
    let looking = look(log, held, now);
    let meeting = Form::new(log, held.meeting.clone());
    let mut next = Vec::new();
    let mut found = Vec::new();
    if held.review.is_some() {
        let day = (now.date_naive(), *now.offset());
        let part = |name, find: fn(&WeekLook<'_>) -> Vec<PointFound>| {
            let find = || find(&look(log, held, now));
            kept(log, (held.clone(), name), day, find)
        };
        found.extend(part("actions", actions));
        found.extend(tasks(&looking, &mut next));
        found.extend(issues(&looking));
        found.extend(part("rest", rest));
        milestones(&looking, &mut next);
    }
    next.sort();
    let mut points = stored_and(&looking, found);
    points.extend(topics(&looking));
    let minutes = minutes_of(&meeting, &points);
    WeeklyAgenda {
        points,
        next,
        minutes,
    }
}

/// What is looked at for a meeting.
fn look<'a>(log: &'a Log, held: &'a HeldMeeting, now: Moment) -> WeekLook<'a> {
    let settings = Form::new(log, settings::record());
    let meeting = Form::new(log, held.meeting.clone());
    let a_week_later = held.day + Days::new(7);
    WeekLook {
        log,
        held,
        now,
        round: MeetingRound::of(log, held.day),
        calendar: calendar_of(&settings),
        as_of: held.day.min(now.date_naive()),
        until: agenda::day_from(&meeting, held.day + Days::new(1)).unwrap_or(a_week_later),
    }
}

/// What was found, as somebody left it on or off the agenda; and what stood there when the meeting began and is settled
/// since. Of a released meeting, only what stood there.
fn stored_and(looking: &WeekLook<'_>, found: Vec<PointFound>) -> Vec<AgendaPoint> {
    let (log, held) = (looking.log, looking.held);
    let mut stored: BTreeMap<RecordId, Form<'_>> = BTreeMap::new();
    for record in log.rows_under(&held.minutes, agenda_item::KIND) {
        let form = Form::new(log, record);
        let is_of_day = form.get(agenda_item::DAY) == Some(held.day);
        if is_of_day && form.has(agenda_item::FEEDS.name) {
            stored.insert(form.record().clone(), form);
        }
    }
    let is_over = held.state == MeetingState::Released;
    let mut points: Vec<AgendaPoint> = Vec::new();
    let mut met: BTreeSet<RecordId> = BTreeSet::new();
    for (part, about, reason) in found {
        let item = point_on(&held.meeting, held.day, &about);
        let form = stored.remove(&item);
        if form.is_none() && is_over || !met.insert(item.clone()) {
            continue;
        }
        let is_explained =
            matches!(&reason, PointReason::Late(late) if late.is_done && late.is_explained());
        points.push(point(
            item,
            part,
            about,
            reason,
            form.as_ref(),
            !is_explained,
        ));
    }
    let begun = held.state != MeetingState::Ahead;
    for (item, form) in stored {
        let part = form.get(agenda_item::FEEDS);
        let part = agenda_item::PARTS
            .iter()
            .find(|one| Some(one.key) == part.as_deref());
        if let (Some(part), Some(about), true) = (part, form.get(agenda_item::ABOUT), begun) {
            let settled = PointReason::Settled;
            points.push(point(item, part.key, about, settled, Some(&form), true));
        }
    }
    let place = |point: &AgendaPoint| {
        agenda_item::PARTS
            .iter()
            .position(|part| part.key == point.part)
    };
    points.sort_by_key(place);
    points
}

fn point(
    item: RecordId,
    part: &'static str,
    about: RecordId,
    reason: PointReason,
    stored: Option<&Form<'_>>,
    usually_on: bool,
) -> AgendaPoint {
    let state = stored.and_then(|form| form.get(agenda_item::STATE));
    let is = |key: &str| state.as_deref() == Some(key);
    AgendaPoint {
        item,
        part,
        about,
        reason,
        is_on: state
            .as_ref()
            .map_or(usually_on, |_| !is(agenda_item::OFF.key)),
        is_done: is(agenda_item::TALKED.key),
    }
}

/// What people proposed for this meeting or an earlier one, as long as it was not talked of; and what was put off.
fn topics(looking: &WeekLook<'_>) -> Vec<AgendaPoint> {
    let (log, held) = (looking.log, looking.held);
    let of = |record: RecordId| {
        let form = Form::new(log, record);
        let day = form.get(agenda_item::DAY)?;
        let is_topic = !form.has(agenda_item::FEEDS.name) && !form.has(agenda_item::ABOUT.name);
        let state = form.get(agenda_item::STATE).unwrap_or_default();
        let is_put_off = state == agenda_item::LATER.key;
        // What was put off in this very meeting comes up in the next one.
        let is_due = day < held.day || day == held.day && !is_put_off;
        let is_over = state == agenda_item::TALKED.key && day != held.day;
        if !is_topic || !is_due || is_over {
            return None;
        }
        let item = form.record().clone();
        let reason = PointReason::Topic(day < held.day);
        Some(point(item.clone(), "", item, reason, Some(&form), true))
    };
    let rows = log.rows_under(&held.meeting, agenda_item::KIND);
    rows.into_iter().filter_map(of).collect()
}

/// The minutes of the standing agenda, by the parts they are for or by their order; a part without points gives its
/// minutes away, the week ahead never does.
fn minutes_of(meeting: &Form<'_>, points: &[AgendaPoint]) -> Vec<i64> {
    let rows = meeting.rows(agenda_item::KIND);
    let standing: Vec<&Form<'_>> = rows
        .iter()
        .filter(|row| agenda_item::is_standing(row))
        .collect();
    let of = |(at, part): (usize, &crate::model::template::Choice)| {
        let named = standing
            .iter()
            .find(|row| row.get(agenda_item::FEEDS).as_deref() == Some(part.key));
        let row = named.or_else(|| {
            let row = standing.get(at)?;
            (!row.has(agenda_item::FEEDS.name)).then_some(row)
        });
        let has_some = part.key == agenda_item::NEXT.key
            || points
                .iter()
                .any(|point| point.part == part.key && point.is_on);
        let minutes = row.and_then(|row| row.get(agenda_item::MINUTES));
        minutes.filter(|_| has_some).unwrap_or_default()
    };
    agenda_item::PARTS.iter().enumerate().map(of).collect()
}
