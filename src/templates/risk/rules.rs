//! The checks of a risk. The late action (RSK-09) counts working days, an absent owner (RSK-08) is read from the
//! roster: both stand in `analysis`. Nothing here says that somebody was told: the sentences say who should be.

use super::{
    ACCEPT, ACTION_DUE, CONTINGENCY, DUE_FIELD, EXTREME, FALLBACK_FIELD, FALLBACK_OWNER, HIGH,
    LAST_REVIEWED_AT, OWNER, OWNER_FIELD, PREVENTION_FIELD, REVIEW_DAYS, REVIEW_EVERY_DAYS,
    STRATEGY, TRIGGER_DATE, level,
};
use super::{ASSESSED, IDENTIFIED, MONITORING, RESPONDING};
use crate::model::Moment;
use crate::model::id::FieldKey;
use crate::model::template::{Arg, Choice, Finding, Form, Gate, Label, Rule};
use crate::templates::{ENTER, block, enter, member, status_of, warn};

pub const RULES: &[Rule] = &[
    block(
        "RSK-01",
        Gate::Submit,
        Label::new(
            "每个风险都要有责任人和代理责任人。",
            "Every risk needs an owner and a fallback owner.",
        ),
        |form, _| {
            let first = [OWNER_FIELD, FALLBACK_FIELD]
                .iter()
                .find(|field| !form.has(field.key))
                .map(|field| Finding::at(field.key));
            first.into_iter().collect()
        },
    ),
    block(
        "RSK-02",
        Gate::Submit,
        Label::new(
            "代理责任人不能是责任人本人。",
            "The fallback owner must be someone else.",
        ),
        |form, _| {
            let owner = form.get(OWNER);
            Finding::at(FALLBACK_OWNER.name)
                .when(owner.is_some() && owner == form.get(FALLBACK_OWNER))
        },
    ),
    block(
        "RSK-03",
        Gate::Submit,
        Label::new(
            "等级为「{level}」，请写应急预案。",
            "Level {level} needs a contingency plan.",
        ),
        without_contingency,
    ),
    warn(
        "RSK-04",
        Label::new(
            "极高风险应让{lead}和{sponsor}知道。",
            "{lead} and {sponsor} should know of this extreme risk.",
        ),
        extreme_to_be_known,
    ),
    warn(
        "RSK-05",
        Label::new(
            "「接受」极高风险需要项目负责人写明理由。",
            "Accepting an extreme risk needs the lead's reason.",
        ),
        accepted_without_reason,
    ),
    warn(
        "RSK-06",
        Label::new(
            "这项风险已 {n} 天未评审。",
            "This risk has not been reviewed for {n} {n|day|days}.",
        ),
        not_reviewed,
    ),
    warn(
        "RSK-07",
        Label::new(
            "这项风险的临界日期 {d} 已过。它发生了吗？",
            "The trigger date {d} of this risk has passed. Did it happen?",
        ),
        |form, now| {
            let passed = form
                .get(TRIGGER_DATE)
                .filter(|day| is_open(form) && now.date_naive() > *day);
            let found = passed
                .map(|day| Finding::at(TRIGGER_DATE.name).with("d", Arg::Text(day.to_string())));
            found.into_iter().collect()
        },
    ),
    block("G-01", Gate::Submit, ENTER, |form, _| {
        let is_accepted = form.get(STRATEGY).as_deref() == Some(ACCEPT.key);
        if form.has(STRATEGY.name) && !is_accepted {
            enter(form, &[PREVENTION_FIELD, DUE_FIELD])
        } else {
            Vec::new()
        }
    }),
];

/// Whether it may still happen.
pub fn is_open(form: &Form<'_>) -> bool {
    [IDENTIFIED, ASSESSED, RESPONDING, MONITORING]
        .iter()
        .any(|state| state.key == status_of(form))
}

fn extreme_to_be_known(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let named = |role: Choice| {
        let person = member::first_with_role(form, role, now.date_naive());
        person.map_or(Arg::Label(role.label), Arg::Record)
    };
    Finding::at(super::LEVEL.name)
        .with("lead", named(member::LEAD))
        .with("sponsor", named(member::SPONSOR))
        .when(is_open(form) && level(form) == Some(EXTREME))
}

fn without_contingency(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(level) = level(form).filter(|level| [EXTREME, HIGH].contains(level)) else {
        return Vec::new();
    };
    Finding::at(CONTINGENCY.name)
        .with("level", Arg::Label(level.label))
        .when(!form.has(CONTINGENCY.name))
}

/// The write that chose to accept carries no note.
fn accepted_without_reason(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let chosen = form.log().live(form.record(), &FieldKey::of(STRATEGY.name));
    let bare = chosen.first().is_some_and(|write| {
        write.value.as_text() == Some(ACCEPT.key) && write.change.note.is_none()
    });
    Finding::at(STRATEGY.name).when(bare && is_open(form) && level(form) == Some(EXTREME))
}

/// Two periods of review have gone by.
fn not_reviewed(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(last) = form.get(LAST_REVIEWED_AT).filter(|_| is_open(form)) else {
        return Vec::new();
    };
    let days = (now.date_naive() - last).num_days();
    let period = form.get(REVIEW_EVERY_DAYS).unwrap_or(REVIEW_DAYS).max(1);
    Finding::at(LAST_REVIEWED_AT.name)
        .with("n", Arg::Number(days))
        .when(days >= period.saturating_mul(2))
}

/// The day a measure was due, while the risk is still answered to.
pub fn action_due(form: &Form<'_>) -> Option<chrono::NaiveDate> {
    form.get(ACTION_DUE).filter(|_| {
        [ASSESSED, RESPONDING]
            .iter()
            .any(|state| state.key == status_of(form))
    })
}
