//! Checks of the weekly meeting that count days (REV-01, REV-06, REV-07, MTG-03, MTG-07).

use crate::analysis::inbox::agenda::day_before;
use crate::analysis::inbox::weekly::{HeldMeeting, doubled};
use crate::analysis::inbox::weekly_late::late_of_review;
use crate::analysis::standing::health::standing;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule};
use crate::templates::{block, hint, meeting, minutes, review, settings, status_of, warn};
use chrono::NaiveDate;

/// Working days of notice where a meeting names none.
const NOTICE_DAYS: i64 = 2;
/// Working days in which released minutes can be corrected.
const CORRECTED_WITHIN: u32 = 2;

/// The checks of a kind that this file holds.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        review::KIND => REVIEW_RULES,
        meeting::KIND => MEETING_RULES,
        minutes::KIND => MINUTES_RULES,
        _ => &[],
    }
}

static REVIEW_RULES: &[Rule] = &[
    block(
        "REV-01",
        Gate::Release,
        Label::new(
            "还有 {n} 项逾期或晚完成的任务没有写原因。",
            "{n} late {n|task has|tasks have} no cause.",
        ),
        late_without_cause,
    ),
    warn(
        "REV-06",
        Label::new(
            "系统判定为「{h}」，改为「{h2}」请写明理由，理由会公开。",
            "By counting it is {h}. Give a reason for {h2}; it will be visible.",
        ),
        other_health_without_reason,
    )
    .by_minute(),
];

static MEETING_RULES: &[Rule] = &[
    warn(
        "REV-07",
        Label::new(
            "{d} 的例会没有开，也没有复盘。",
            "There is no review of {d}.",
        ),
        week_without_review,
    ),
    hint(
        "MTG-03",
        Label::new(
            "距离开会不到 {n} 个工作日，请确认大家来得及准备。",
            "Less than {n} working {n|day|days} of notice.",
        ),
        short_notice,
    ),
];

static MINUTES_RULES: &[Rule] = &[
    hint(
        "MTG-07",
        Label::new(
            "{d} 前没有更正意见，纪要生效。",
            "No correction by {d}; the minutes are final.",
        ),
        correction_over,
    ),
    warn(
        "MTG-08",
        Label::new(
            "这一周有两份周会：还有 {d} 的一份。请并成一份。",
            "This week has two weekly meetings: another of {d}. Merge them into one.",
        ),
        two_of_one_week,
    ),
];

/// Told at the minutes that stay.
fn two_of_one_week(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let held = HeldMeeting::of_minutes(form.log(), form.record());
    let both = held.and_then(|held| doubled(form.log(), &held));
    let both = both.filter(|(keep, _)| keep.minutes == *form.record());
    let found = both.map(|(_, other)| {
        Finding::at(minutes::MEETING.name).with("d", Arg::Text(other.day.to_string()))
    });
    found.into_iter().collect()
}

fn late_without_cause(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    if !review::is_open(form) {
        return Vec::new();
    }
    let late = late_of_review(form.log(), form.record(), now.date_naive());
    let n = late.iter().filter(|one| !one.is_explained()).count();
    Finding::at(crate::templates::review_task::KIND)
        .with("n", Arg::Number(n.try_into().unwrap_or(i64::MAX)))
        .when(n > 0)
}

fn other_health_without_reason(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let said = form.get(review::HEALTH);
    let said = review::HEALTHS
        .iter()
        .find(|one| said.as_deref() == Some(one.key));
    let Some(said) = said.filter(|_| review::is_open(form)) else {
        return Vec::new();
    };
    let found = standing(form.log(), now).health.choice();
    Finding::at(review::HEALTH_REASON.name)
        .with("h", Arg::Label(found.label))
        .with("h2", Arg::Label(said.label))
        .when(found != *said && !form.has(review::HEALTH_REASON.name))
}

/// The last day of a regular meeting is past and was neither released, skipped nor begun.
fn week_without_review(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_running = status_of(&form.other(settings::record())) == settings::RUNNING.key;
    if !is_running || !meeting::is_regular(form) {
        return Vec::new();
    }
    let Some(day) = day_before(form, now.date_naive()) else {
        return Vec::new();
    };
    let minutes = minutes::record_of(form.record(), day);
    let review = minutes.as_ref().and_then(minutes::review_of);
    let is_held = minutes.is_some_and(|one| minutes::is_begun(&form.other(one)))
        || review.is_some_and(|one| form.log().is_visible(&one));
    Finding::at(meeting::WEEKDAY.name)
        .with("d", Arg::Text(day.to_string()))
        .when(!is_held)
}

/// A meeting was begun and comes earlier than its notice allows, counted from the day its date was written.
fn short_notice(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let needed = form.get(meeting::NOTICE_DAYS).unwrap_or(NOTICE_DAYS);
    let today = now.date_naive();
    if meeting::is_regular(form) {
        return Vec::new();
    }
    let Some(day) = form.get(meeting::FIRST_DATE).filter(|day| *day >= today) else {
        return Vec::new();
    };
    let written = written_on(form).unwrap_or(today);
    let calendar = calendar_of(form);
    Finding::at(meeting::FIRST_DATE.name)
        .with("n", Arg::Number(needed))
        .when(calendar.moved_days(written, day) < needed)
}

/// The day on which the day of a meeting was written, as far as a clock was there.
fn written_on(form: &Form<'_>) -> Option<NaiveDate> {
    let key = crate::model::FieldKey::of(meeting::FIRST_DATE.name);
    let live = form.log().live(form.record(), &key);
    let newest = live.iter().map(|write| write.change.time).max();
    let newest = newest.filter(|time| *time > 0)?;
    chrono::DateTime::from_timestamp_millis(newest).map(|at| at.date_naive())
}

fn correction_over(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let sent = form.get(minutes::SENT_AT).map(|at| at.date_naive());
    let Some(sent) = sent.filter(|_| status_of(form) == minutes::SENT.key) else {
        return Vec::new();
    };
    let Some(last) = calendar_of(form).add_working_days(sent, CORRECTED_WITHIN) else {
        return Vec::new();
    };
    Finding::at(crate::model::template::STATUS)
        .with("d", Arg::Text(last.to_string()))
        .when(now.date_naive() > last)
}
