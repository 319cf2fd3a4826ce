//! Checks of a consultation and of a rollout that look at days and departments: whether there is time to say something,
//! who is silent, and whether enough is kept to close.

use crate::analysis::standing::consultations::{
    LEAST_WORKING_DAYS, is_over, is_too_short, silent_departments,
};
use crate::analysis::standing::rollout::{ENOUGH_PERCENT, check_at, rollout_left};
use crate::model::Moment;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule, STATUS};
use crate::templates::{block, consultation, rollout_check, settings, warn};

/// The further checks of a kind.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        consultation::KIND => RULES,
        settings::KIND => CLOSING_RULES,
        _ => &[],
    }
}

const RULES: &[Rule] = &[
    warn(
        "OPN-01",
        Label::new(
            "征集期不足 {n} 个工作日，各部门来不及看。",
            "Fewer than {n} working {n|day|days} to answer: too short for the departments.",
        ),
        |form, now| {
            Finding::at(consultation::DUE.name)
                .with("n", Arg::Number(LEAST_WORKING_DAYS.into()))
                .when(is_too_short(form, now))
        },
    ),
    warn(
        "OPN-02",
        Label::new(
            "到 {d} 没有答复：{names}。没有答复不算同意。",
            "No answer by {d}: {names}. No answer is not consent.",
        ),
        silent_past_the_day,
    ),
];

const CLOSING_RULES: &[Rule] = &[block(
    "ROL-04",
    Gate::Close,
    Label::new(
        "落地率 {p}%，不到 {least}%：还有 {n} 项没有落实，也没有带期限的例外。",
        "Rollout rate {p}%, below {least}%: {n} {n|item is|items are} neither done nor under a dated exception.",
    ),
    not_kept,
)];

fn silent_past_the_day(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(due) = form.get(consultation::DUE) else {
        return Vec::new();
    };
    let silent = silent_departments(form);
    let is_so =
        consultation::is_open(form) && is_over(form, now.date_naive()) && !silent.is_empty();
    Finding::at(consultation::DUE.name)
        .with("d", Arg::Text(due.to_string()))
        .with("names", Arg::Records(silent))
        .when(is_so)
}

fn not_kept(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(left) = rollout_left(form.log(), now.date_naive()) else {
        return Vec::new();
    };
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let mut open = left.open.iter();
    let at = open.find_map(|(department, item)| check_at(form.log(), department, *item));
    let finding = match at {
        Some(place) => Finding {
            record: Some(place.record().clone()),
            ..Finding::at(rollout_check::RESULT.name)
        },
        None => Finding::at(STATUS),
    };
    let finding = finding
        .with("p", number(left.percent().unwrap_or_default()))
        .with("least", number(ENOUGH_PERCENT));
    vec![finding.with("n", number(left.open.len()))]
}
