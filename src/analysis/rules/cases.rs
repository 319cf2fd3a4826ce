//! Checks of joint problem solving that look at the clock or at other issues.

use crate::analysis::time::case_clock::{hours_left, step_now};
use crate::analysis::time::issue_clock::usual_length;
use crate::model::Moment;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule};
use crate::templates::{block, case, hint, issue, warn};

/// The further checks of a kind.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        case::KIND => CASE_RULES,
        issue::KIND => ISSUE_RULES,
        _ => &[],
    }
}

const CASE_RULES: &[Rule] = &[warn(
    "CASE-03",
    Label::new(
        "「{step}」已过时限 {h} 小时，还没有做完。",
        "\"{step}\" is {h} {h|hour|hours} past its limit and not done.",
    ),
    past_its_limit,
)
.by_minute()];

const ISSUE_RULES: &[Rule] = &[
    block(
        "ISS-05",
        Gate::Accept,
        Label::new(
            "受理时必须确定解决时限（默认 {n} 小时）。",
            "Set a deadline when accepting (default {n} {n|hour|hours}).",
        ),
        |form, _| without_limit(form, false),
    ),
    block(
        "ISS-05",
        Gate::Accept,
        Label::new(
            "受理时必须确定解决时限（默认 {n} 个工作日）。",
            "Set a deadline when accepting (default {n} working {n|day|days}).",
        ),
        |form, _| without_limit(form, true),
    ),
    hint(
        "CASE-04",
        Label::new(
            "同类问题{issue}还在观察期，到 {d}。又发生了吗？",
            "{issue} of the same category is still watched, until {d}. Has it come back?",
        ),
        may_have_come_back,
    ),
];

/// No deadline is set where such a project usually gives one in hours, or in working days.
fn without_limit(form: &Form<'_>, in_days: bool) -> Vec<Finding> {
    let (n, is_in_days) = usual_length(form);
    Finding::at(issue::DUE_AT.name)
        .with("n", Arg::Number(n.into()))
        .when(!form.has(issue::DUE_AT.name) && is_in_days == in_days)
}

/// The step whose clock runs is over its limit; a settled issue has no clock.
fn past_its_limit(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(issue) = form.referred(case::ISSUE).filter(issue::is_unsettled) else {
        return Vec::new();
    };
    let Some(stand) = step_now(&issue) else {
        return Vec::new();
    };
    let late = hours_left(&issue, &stand, now).filter(|hours| *hours < 0);
    let late = late.map(|hours| {
        Finding::at(stand.step.done_at.name)
            .with("step", Arg::Label(stand.step.label))
            .with("h", Arg::Number(-hours))
    });
    late.into_iter().collect()
}

/// An open issue of the category of another whose watch has not ended.
fn may_have_come_back(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let (Some(category), Some(raised)) = (form.get(issue::CATEGORY), form.get(issue::SUBMITTED_AT))
    else {
        return Vec::new();
    };
    let is_watched = |other: &Form<'_>| {
        let until = case::begun(other)?.get(case::WATCH_UNTIL)?;
        let is_alike = other.record() != form.record()
            && other.get(issue::CATEGORY).as_ref() == Some(&category);
        let is_before = other
            .get(issue::SUBMITTED_AT)
            .is_some_and(|before| before < raised);
        let is_settled = !issue::is_unsettled(other);
        (is_alike && is_before && is_settled && until >= now.date_naive()).then_some(until)
    };
    if !issue::is_unsettled(form) {
        return Vec::new();
    }
    let all = form.all(issue::KIND);
    let found = all
        .iter()
        .find_map(|other| Some((other.record().clone(), is_watched(other)?)));
    let found = found.map(|(other, until)| {
        Finding::at(issue::CATEGORY.name)
            .with("issue", Arg::Record(other))
            .with("d", Arg::Text(until.to_string()))
    });
    found.into_iter().collect()
}
