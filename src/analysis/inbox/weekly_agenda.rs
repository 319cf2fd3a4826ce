//! What a meeting has to talk of, made of what came in: nobody writes an agenda. A point is stored only once somebody
//! left it out, talked of it, or began the meeting; until then it is found anew each time.

use super::agenda;
use super::updates::{MeetingRound, SILENT_DAYS, silent_days};
use super::weekly::{HeldMeeting, MeetingState};
use super::weekly_late::{LateTask, lateness, with_cause};
use super::weekly_rest::{issues, rest};
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::lateness::overdue_days;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{ConflictPlace, Log};
use crate::model::template::Form;
use crate::templates::{
    action, agenda_item, milestone, minutes, progress, settings, status_of, task,
};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Why something is talked of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PointReason {
    /// An action that is done, so many working days after its day.
    ActionDone(i64),
    /// An action that is not, late by so many working days.
    ActionOpen(i64),
    /// A late task, or one that was finished late.
    Late(LateTask),
    /// Its owner says that it will be late.
    WillBeLate,
    /// Its owner sees a risk.
    AtRisk,
    /// Nobody has said anything of it for so many days.
    Silent(i64),
    /// An issue that is so many hours past its deadline.
    Overdue(i64),
    /// An issue without an owner.
    NoOwner,
    /// A solution that waits for its check.
    Verify,
    /// Two say it differently.
    Differs(ConflictPlace),
    /// Something of any form that somebody has to decide.
    Waits,
    /// A risk that has happened.
    Occurred,
    /// A risk that was assessed anew.
    Moved,
    /// A risk whose day has come.
    DayCame(NaiveDate),
    /// A topic that somebody put there; whether it was left over from an earlier week.
    Topic(bool),
    /// It stood on the agenda when the meeting began and is settled since.
    Settled,
}

/// One point of an agenda.
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

/// Something that comes until the next meeting.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ComingUp {
    pub day: NaiveDate,
    pub record: RecordId,
    /// Whether it begins then, and is not due.
    pub begins: bool,
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
    /// Minutes for all of it.
    pub fn minutes_in_all(&self) -> i64 {
        self.minutes.iter().sum()
    }
}

/// The point about a record on the agenda of a meeting: one, however many people put it there.
pub fn point_on(held: &HeldMeeting, about: &RecordId) -> RecordId {
    let text = format!("{}\n{}\n{about}", held.meeting, held.day);
    RecordId::made_of(agenda_item::KIND, &text)
}

/// What is looked at to find the points of a meeting.
pub(super) struct Looking<'a> {
    pub(super) log: &'a Log,
    pub(super) held: &'a HeldMeeting,
    pub(super) now: Moment,
    pub(super) round: MeetingRound,
    pub(super) calendar: std::rc::Rc<Calendar>,
    /// Up to which day the week goes.
    pub(super) until: NaiveDate,
}

/// The agenda of a meeting as it stands.
pub fn weekly_agenda(log: &Log, held: &HeldMeeting, now: Moment) -> WeeklyAgenda {
    let settings = Form::new(log, settings::record());
    let meeting = Form::new(log, held.meeting.clone());
    let a_week_later = held.day + Days::new(7);
    let looking = Looking {
        log,
        held,
        now,
        round: MeetingRound::of(log, held.day),
        calendar: calendar_of(&settings),
        until: agenda::day_from(&meeting, held.day + Days::new(1)).unwrap_or(a_week_later),
    };
    let mut next = Vec::new();
    let mut found = Vec::new();
    if held.review.is_some() {
        found.extend(actions(&looking));
        found.extend(tasks(&looking, &mut next));
        found.extend(issues(&looking));
        found.extend(rest(&looking));
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

type Found = (&'static str, RecordId, PointReason);

/// 上次的行动项: those that are not done, and those done since the meeting before.
fn actions(looking: &Looking<'_>) -> Vec<Found> {
    let since = looking.round.since.date();
    let of = |record: RecordId| {
        let form = Form::new(looking.log, record);
        let agreed_in = looking.log.parent_of(form.record());
        let is_earlier = agreed_in.is_none_or(|parent| {
            parent.kind() != minutes::KIND
                || parent != looking.held.minutes && !minutes::is_open(&form.other(parent))
        });
        if !is_earlier {
            return None;
        }
        let reason = if action::is_open(&form) {
            let late = overdue_days(&form, looking.held.day, &looking.calendar);
            PointReason::ActionOpen(late.unwrap_or_default())
        } else {
            let done = form.get(action::DONE_AT).filter(|day| *day >= since)?;
            if status_of(&form) != action::DONE.key {
                return None;
            }
            let due = form.get(action::DUE).filter(|due| *due < done);
            PointReason::ActionDone(due.map_or(0, |due| looking.calendar.late_days(due, done)))
        };
        Some((agenda_item::ACTIONS.key, form.record().clone(), reason))
    };
    let mut all: Vec<Found> = looking
        .log
        .rows(action::KIND)
        .into_iter()
        .filter_map(of)
        .collect();
    all.sort_by_key(|(.., reason)| match reason {
        PointReason::ActionOpen(days) => (0, -*days),
        _ => (1, 0),
    });
    all
}

/// 逾期和有风险, and what of the plan comes until the next meeting.
fn tasks(looking: &Looking<'_>, next: &mut Vec<ComingUp>) -> Vec<Found> {
    let mut all: Vec<(i64, Found)> = Vec::new();
    for record in looking.log.rows(task::KIND) {
        let form = Form::new(looking.log, record);
        coming_of(&form, looking, next);
        if let Some((rank, reason)) = reason_of(&form, looking) {
            let found = (agenda_item::PROGRESS.key, form.record().clone(), reason);
            all.push((rank, found));
        }
    }
    all.sort_by_key(|(rank, _)| *rank);
    all.into_iter().map(|(_, found)| found).collect()
}

fn coming_of(form: &Form<'_>, looking: &Looking<'_>, next: &mut Vec<ComingUp>) {
    if !task::is_open(form) {
        return;
    }
    let is_ahead = |day: &NaiveDate| *day >= looking.held.day && *day <= looking.until;
    let mut push = |day: NaiveDate, begins| {
        next.push(ComingUp {
            day,
            record: form.record().clone(),
            begins,
        });
    };
    if let Some(day) = form.get(task::CURRENT_END).filter(is_ahead) {
        push(day, false);
        return;
    }
    let starts = form.get(task::CURRENT_START).filter(is_ahead);
    if let Some(day) = starts.filter(|_| status_of(form) == task::TODO.key) {
        push(day, true);
    }
}

/// The latest ones first, then what their owners say, then those of whom nobody says anything.
fn reason_of(form: &Form<'_>, looking: &Looking<'_>) -> Option<(i64, PointReason)> {
    let (held, calendar) = (looking.held, &looking.calendar);
    if let Some(late) = lateness(form, looking.round.since.date(), held.day, calendar) {
        let late = with_cause(form, held.review.as_ref(), late);
        let rank = match (late.is_done, late.is_explained()) {
            (false, _) => -late.days,
            (true, false) => 30_000,
            (true, true) => 50_000,
        };
        return Some((rank, PointReason::Late(late)));
    }
    let status = status_of(form);
    if status != task::DOING.key && status != task::BLOCKED.key {
        return None;
    }
    let sure = progress::newest(form).and_then(|row| row.get(progress::CONFIDENCE));
    match sure.as_deref() {
        Some(key) if key == progress::OFF_TRACK.key => Some((10_000, PointReason::WillBeLate)),
        Some(key) if key == progress::AT_RISK.key => Some((20_000, PointReason::AtRisk)),
        _ => {
            let days = silent_days(form, held.day).filter(|days| *days > SILENT_DAYS)?;
            Some((40_000 - days.min(9_000), PointReason::Silent(days)))
        }
    }
}

fn milestones(looking: &Looking<'_>, next: &mut Vec<ComingUp>) {
    for record in looking.log.rows(milestone::MILESTONE.kind) {
        let form = Form::new(looking.log, record);
        let day = form.get(milestone::CURRENT_DATE);
        let day = day.filter(|day| *day >= looking.held.day && *day <= looking.until);
        if let Some(day) = day.filter(|_| !form.has(milestone::ACTUAL_DATE.name)) {
            next.push(ComingUp {
                day,
                record: form.record().clone(),
                begins: false,
            });
        }
    }
}

/// What was found, as somebody left it on or off the agenda; and what stood there when the meeting began and is settled
/// since. Of a released meeting, only what stood there.
fn stored_and(looking: &Looking<'_>, found: Vec<Found>) -> Vec<AgendaPoint> {
    let (log, held) = (looking.log, looking.held);
    let mut stored: BTreeMap<RecordId, Form<'_>> = BTreeMap::new();
    for record in log.rows_under(&held.meeting, agenda_item::KIND) {
        let form = Form::new(log, record);
        let is_of_day = form.get(agenda_item::DAY) == Some(held.day);
        if is_of_day && form.has(agenda_item::FEEDS.name) {
            stored.insert(form.record().clone(), form);
        }
    }
    let is_over = held.state == MeetingState::Released;
    let mut points: Vec<AgendaPoint> = Vec::new();
    for (part, about, reason) in found {
        let item = point_on(held, &about);
        let form = stored.remove(&item);
        if form.is_none() && is_over || points.iter().any(|point| point.item == item) {
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
fn topics(looking: &Looking<'_>) -> Vec<AgendaPoint> {
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
