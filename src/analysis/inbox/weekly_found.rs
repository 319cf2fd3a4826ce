//! Of an agenda, the actions of last time and the tasks that are late or at risk; and what of the plan comes until the
//! next meeting.

use super::updates::{SILENT_DAYS, silent_days};
use super::weekly_late::{lateness, with_cause};
use super::weekly_look::{ComingUp, PointFound, PointReason, WeekLook};
use crate::analysis::time::lateness::overdue_days;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{action, agenda_item, milestone, minutes, progress, status_of, task};
use chrono::NaiveDate;

/// 上次的行动项: those that are not done, and those done since the meeting before.
pub(super) fn actions(looking: &WeekLook<'_>) -> Vec<PointFound> {
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
            let late = overdue_days(&form, looking.as_of, &looking.calendar);
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
    let mut all: Vec<PointFound> = looking
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
pub(super) fn tasks(looking: &WeekLook<'_>, next: &mut Vec<ComingUp>) -> Vec<PointFound> {
    let (held, now) = (looking.held.clone(), looking.now);
    let (round, as_of, until) = (looking.round, looking.as_of, looking.until);
    let when = (now.date_naive(), *now.offset(), round, as_of, until);
    let found = move |log: &Log, record: &RecordId| {
        let form = Form::new(log, record.clone());
        let looking = WeekLook {
            log,
            held: &held,
            now,
            round,
            calendar: calendar_of(&form),
            as_of,
            until,
        };
        let mut next = Vec::new();
        coming_of(&form, &looking, &mut next);
        let reason = reason_of(&form, &looking);
        (reason.is_some() || !next.is_empty()).then(|| (record.clone(), reason, next))
    };
    let of = (looking.held.clone(), "tasks");
    let found = looking.log.each_row(task::KIND, of, when, found);
    let mut all: Vec<(i64, PointFound)> = Vec::new();
    for one in found.iter() {
        let (record, reason, coming) = &**one;
        next.extend(coming.iter().cloned());
        if let Some((rank, reason)) = reason.clone() {
            all.push((rank, (agenda_item::PROGRESS.key, record.clone(), reason)));
        }
    }
    all.sort_by_key(|(rank, _)| *rank);
    all.into_iter().map(|(_, found)| found).collect()
}

fn coming_of(form: &Form<'_>, looking: &WeekLook<'_>, next: &mut Vec<ComingUp>) {
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
fn reason_of(form: &Form<'_>, looking: &WeekLook<'_>) -> Option<(i64, PointReason)> {
    let (held, calendar) = (looking.held, &looking.calendar);
    if let Some(late) = lateness(form, looking.round.since.date(), looking.as_of, calendar) {
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
            let days = silent_days(form, looking.as_of).filter(|days| *days > SILENT_DAYS)?;
            Some((40_000 - days.min(9_000), PointReason::Silent(days)))
        }
    }
}

/// The milestones that come.
pub(super) fn milestones(looking: &WeekLook<'_>, next: &mut Vec<ComingUp>) {
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
