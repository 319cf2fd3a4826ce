//! Who is asked how far their tasks have come, and who has said it: counted from one regular meeting to the next, so
//! that whatever is said on Thursday stands on Friday's agenda. Knows no file and no page.

use super::agenda::{day_before, day_from};
use super::by_whom::by_whom;
use super::kept_part::kept;
use crate::analysis::people::absence::away_on;
use crate::analysis::people::who::People;
use crate::analysis::time::lateness::overdue_days;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{meeting, progress, settings, status_of, task};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use std::collections::BTreeMap;

/// A running task of which nothing is heard for more days than that is told (W-15).
pub const SILENT_DAYS: i64 = 7;
/// So many working days before a regular meeting the owners are asked.
const ASKED_BEFORE: i64 = 3;

/// The time between two regular meetings, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingRound {
    /// Since when an update counts: the last regular meeting, or a week ago where none was held.
    pub since: NaiveDateTime,
    /// The day of the next one.
    pub next: Option<NaiveDate>,
    /// Whether that is so near that everybody is asked.
    pub is_asking: bool,
    /// Whether the project has begun, so that what should have begun is asked about, too.
    has_begun: bool,
}

impl MeetingRound {
    /// The round that a day lies in. On the day of a meeting it is the one that leads to it.
    pub fn of(log: &Log, today: NaiveDate) -> Self {
        let settings = Form::new(log, settings::record());
        let meetings = settings.all(meeting::MEETING.kind);
        let regular: Vec<_> = meetings.into_iter().filter(meeting::is_regular).collect();
        let begins = |form: &Form<'_>| {
            let time = form.get(meeting::TIME);
            let time = time.and_then(|time| NaiveTime::parse_from_str(&time, "%H:%M").ok());
            Some(day_before(form, today)?.and_time(time.unwrap_or_default()))
        };
        let last = regular.iter().filter_map(begins).max();
        let next = regular
            .iter()
            .filter_map(|form| day_from(form, today))
            .min();
        let calendar = calendar_of(&settings);
        let a_week_ago = today - Days::new(SILENT_DAYS.unsigned_abs());
        Self {
            since: last.unwrap_or(a_week_ago.and_time(NaiveTime::MIN)),
            next,
            is_asking: next.is_some_and(|next| calendar.moved_days(today, next) <= ASKED_BEFORE),
            has_begun: has_begun(&settings),
        }
    }

    /// Until when an update is asked for: the working day before the next meeting, at 18:00; nothing where that has
    /// passed or no meeting comes.
    pub fn answer_by(&self, log: &Log, now: Moment) -> Option<Moment> {
        let calendar = calendar_of(&Form::new(log, settings::record()));
        let mut before = std::iter::successors(self.next?.pred_opt(), NaiveDate::pred_opt);
        let day = before.find(|day| calendar.is_working_day(*day))?;
        let evening = day.and_hms_opt(18, 0, 0)?;
        let evening = evening.and_local_timezone(*now.offset()).single()?;
        (evening > now).then_some(evening)
    }

    /// Whether somebody has said how far a task has come since the last meeting.
    pub fn is_updated(&self, task: &Form<'_>) -> bool {
        let at = |row: &Form<'_>| row.get(progress::AT).map(|at| at.naive_local());
        let rows = task.rows(progress::KIND);
        rows.iter().filter_map(at).any(|at| at > self.since)
    }
}

/// The round that a day lies in, found once for everybody who is asked.
pub(super) fn round_of(log: &Log, today: NaiveDate) -> MeetingRound {
    kept(log, "round", today, || MeetingRound::of(log, today))
}

/// How a task that people work on stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningTask {
    pub task: RecordId,
    /// Whether its owner is asked today without a file that does.
    pub is_asked: bool,
    /// Working days it is late, 0 where it is not.
    pub late_days: i64,
    /// Whether somebody has said how far it has come since the last meeting.
    pub is_updated: bool,
    /// Days since anybody said anything of it, where that is known.
    pub silent_days: Option<i64>,
    /// Whether there is nothing to talk about: nobody has begun it, or it goes on as before.
    pub is_quiet: bool,
}

/// Whether work on the project has begun.
pub(super) fn has_begun(settings: &Form<'_>) -> bool {
    let before = [settings::PREPARING.key, settings::PLANNING.key];
    !before.contains(&status_of(settings).as_str())
}

/// Whether somebody works on a task, or should by now.
fn is_running(form: &Form<'_>, today: NaiveDate) -> bool {
    let status = status_of(form);
    let should_have_begun = || {
        let start = form.get(task::CURRENT_START);
        let begins = start.or(form.get(task::CURRENT_END));
        begins.is_some_and(|day| day <= today)
    };
    match status.as_str() {
        status if status == task::DOING.key || status == task::BLOCKED.key => true,
        status => status == task::TODO.key && should_have_begun(),
    }
}

/// How one task stands on a day; nothing where nobody works on it.
fn running(form: &Form<'_>, round: &MeetingRound, today: NaiveDate) -> Option<RunningTask> {
    if !is_running(form, today) {
        return None;
    }
    let late_days = overdue_days(form, today, &calendar_of(form)).unwrap_or_default();
    let is_begun = status_of(form) != task::TODO.key;
    let is_updated = round.is_updated(form);
    Some(RunningTask {
        is_quiet: late_days == 0 && (!is_begun || is_updated && goes_on_as_before(form)),
        task: form.record().clone(),
        is_asked: late_days > 0 || round.is_asking && (is_begun || round.has_begun),
        late_days,
        is_updated,
        silent_days: silent_days(form, today),
    })
}

/// Whether its newest update says that it will be done in time and no more is done than before.
fn goes_on_as_before(task: &Form<'_>) -> bool {
    let Some(newest) = progress::newest(task) else {
        return false;
    };
    let is_fine = newest.get(progress::CONFIDENCE).as_deref() == Some(progress::ON_TRACK.key);
    let before = progress::percent_before(&newest);
    is_fine && before.is_some() && before == newest.get(progress::PERCENT_AFTER)
}

/// All of them, in the order of the plan.
pub fn running_tasks(log: &Log, today: NaiveDate) -> (MeetingRound, Vec<RunningTask>) {
    let round = MeetingRound::of(log, today);
    let tasks = log.rows(task::TASK.kind).into_iter();
    let tasks = tasks.filter_map(|record| running(&Form::new(log, record), &round, today));
    (round, tasks.collect())
}

/// The people whose tasks run, in the order of the plan, each with those that they have not told of yet.
pub fn owners(log: &Log, tasks: &[RunningTask]) -> Vec<(RecordId, Vec<RecordId>)> {
    let people = People::shared(&Form::new(log, settings::record()));
    let mut all: Vec<(RecordId, Vec<RecordId>)> = Vec::new();
    let mut places: BTreeMap<RecordId, usize> = BTreeMap::new();
    for one in tasks {
        let Some(owner) = Form::new(log, one.task.clone()).referred(task::OWNER) else {
            continue;
        };
        let owner = people.person(owner.record());
        let at = *places.entry(owner.clone()).or_insert(all.len());
        if at == all.len() {
            all.push((owner, Vec::new()));
        }
        if !one.is_updated {
            all[at].1.push(one.task.clone());
        }
    }
    all
}

/// The tasks of which a person is asked, the late ones first; all that run where a file asks. Nothing where all of them
/// are told, unless a file asks. The second is how many are not told yet.
pub(super) fn asked_of(
    log: &Log,
    me: &RecordId,
    by_file: bool,
    today: NaiveDate,
) -> Option<(Vec<RecordId>, usize)> {
    let round = round_of(log, today);
    let of_owner = move |form: &Form<'_>| {
        let owner = form.get(task::OWNER)?;
        let people = People::shared(form);
        let cover = away_on(form, &owner, today).and_then(|away| away.cover);
        let mut whom = vec![people.person(&owner)];
        whom.extend(cover.map(|cover| people.person(&cover)));
        Some((whom, running(form, &round, today)?))
    };
    let all = by_whom(log, task::KIND, "asked", (today, round), of_owner);
    let mut tasks = all.of_person(log, me);
    tasks.retain(|one| one.is_asked || by_file);
    let open = tasks.iter().filter(|one| !one.is_updated).count();
    if tasks.is_empty() || open == 0 && !by_file {
        return None;
    }
    tasks.sort_by_key(|one| one.late_days == 0);
    Some((tasks.iter().map(|one| one.task.clone()).collect(), open))
}

/// Days since anybody said anything of a task: since its last update, or since it was begun.
pub fn silent_days(form: &Form<'_>, today: NaiveDate) -> Option<i64> {
    let rows = form.rows(progress::KIND);
    let updates = rows.iter().filter_map(|row| row.get(progress::AT));
    let last = updates.map(|at| at.date_naive()).max();
    let last = last.or(form.get(task::ACTUAL_START))?;
    Some((today - last).num_days())
}
