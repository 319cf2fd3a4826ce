//! The checks of minutes (MTG-01 to MTG-06) that need no calendar; the rest stands in `analysis`.

use super::{ABSENT, ACTUAL_END, ACTUAL_START, ATTENDANCE, MEETING, is_begun, is_open};
use crate::model::Moment;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule};
use crate::templates::{action, block, department, meeting, member, warn};
use chrono::Duration;

/// Hours after its end in which minutes are released (MTG-02).
const RELEASED_WITHIN_H: i64 = 24;

pub static RULES: &[Rule] = &[
    warn(
        "MTG-01",
        Label::new(
            "这次例会用了 {n} 分钟，超过 60 分钟。请写明原因或者拆分议题。",
            "This meeting took {n} {n|minute|minutes}, over the limit of 60. Give a reason or split the topics.",
        ),
        took_too_long,
    ),
    warn(
        "MTG-02",
        Label::new(
            "会议结束 {h} 小时，纪要还没有发布。",
            "No minutes {h} {h|hour|hours} after the meeting.",
        ),
        not_released,
    )
    .by_minute(),
    block(
        "MTG-05",
        Gate::Release,
        Label::new(
            "行动项「{a}」缺责任人或完成日期，两样都要有。",
            "Action \"{a}\" lacks its owner or its due date; it needs both.",
        ),
        action_without_owner_or_day,
    ),
    warn(
        "MTG-06",
        Label::new(
            "{dept}的代表缺席，也没有人代；涉及该部门的决定要在会后确认。",
            "Nobody came for {dept}; decisions that touch it need confirmation afterwards.",
        ),
        nobody_came_for,
    ),
];

/// Minutes from the beginning to the end of a meeting.
fn lasted(form: &Form<'_>) -> Option<i64> {
    let (began, ended) = (form.get(ACTUAL_START)?, form.get(ACTUAL_END)?);
    Some((ended - began).num_minutes())
}

fn took_too_long(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_regular = form
        .referred(MEETING)
        .is_some_and(|one| meeting::is_regular(&one));
    let minutes = lasted(form).filter(|_| is_regular).unwrap_or_default();
    Finding::at(ACTUAL_END.name)
        .with("n", Arg::Number(minutes))
        .when(minutes > meeting::LONGEST_REGULAR_MIN)
}

fn not_released(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(ended) = form.get(ACTUAL_END).filter(|_| is_open(form)) else {
        return Vec::new();
    };
    let since = now - ended;
    Finding::at(ACTUAL_END.name)
        .with("h", Arg::Number(since.num_hours()))
        .when(since > Duration::hours(RELEASED_WITHIN_H))
}

/// The actions that were agreed on in a meeting, in their order.
pub(in crate::templates) fn actions_of<'a>(minutes: &Form<'a>) -> Vec<Form<'a>> {
    minutes.rows(action::KIND)
}

fn action_without_owner_or_day(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_half = |action: &Form<'_>| {
        action::is_open(action) && !(action.has(action::OWNER.name) && action.has(action::DUE.name))
    };
    let found = |action: Form<'_>| Finding {
        record: Some(action.record().clone()),
        ..Finding::at(match action.has(action::OWNER.name) {
            true => action::DUE.name,
            false => action::OWNER.name,
        })
        .with("a", Arg::Record(action.record().clone()))
    };
    let all = actions_of(form).into_iter().filter(is_half);
    all.map(found).collect()
}

fn nobody_came_for(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let came = form.elements(ATTENDANCE.name);
    if came.is_empty() || !is_begun(form) {
        return Vec::new();
    }
    let is_absent = |rep: &Form<'_>| {
        let said = came.iter().find(|(id, _)| rep.record().rest() == Some(id));
        said.is_some_and(|(_, how)| how.as_text() == Some(ABSENT.key))
    };
    let mut out = Vec::new();
    for department in department::taking_part(form) {
        let reps = member::reps_of(form, department.record(), now.date_naive());
        let found =
            Finding::at(ATTENDANCE.name).with("dept", Arg::Record(department.record().clone()));
        out.extend(found.when(!reps.is_empty() && reps.iter().all(is_absent)));
    }
    out
}
