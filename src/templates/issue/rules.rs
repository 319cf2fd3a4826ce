//! The checks of an issue. Those with a clock, a count or a look at the risks (ISS-07, ISS-08, ISS-14, ISS-15, ISS-17
//! to ISS-21) stand in `analysis`. ISS-16 is the condition T07 sets beside the supporting department.

use super::{ACCEPTED, CLOSED, RESOLVED, SUBMITTED, SUBMITTED_AT, VERIFIED_BY, WORKING, severity};
use super::{
    CAUSE_CATEGORY_FIELD, CAUSE_FIELD, CRITICAL, DRAFT, DUE_AT, INTERIM_FIELD, OWNER, POSTPONED,
    PREVENT_FIELD, RAISED_BY, REJECTED, REVISIT_FIELD,
};
use crate::model::Moment;
use crate::model::id::FieldKey;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule, STATUS};
use crate::templates::{ENTER, block, case, charter, enter, extension, member, status_of, warn};

pub const RULES: &[Rule] = &[
    block(
        "ISS-01",
        Gate::Submit,
        Label::new(
            "请把问题说清楚：发生了什么、从什么时候开始、已经试过什么。",
            "Describe what happened, since when, and what you tried.",
        ),
        |form, _| {
            Finding::at(super::DESCRIPTION.name).when(
                form.get(super::DESCRIPTION)
                    .is_none_or(|text| text.trim().chars().count() < 10),
            )
        },
    ),
    block(
        "ISS-02",
        Gate::Submit,
        Label::new(
            "请写明影响：会耽误哪个任务、几天、多少钱、哪些客户。",
            "State the impact: which task, how many days, how much money, which customers.",
        ),
        |form, _| Finding::at(super::IMPACT_SCOPE.name).when(!form.has(super::IMPACT_SCOPE.name)),
    ),
    block(
        "ISS-03",
        Gate::Submit,
        Label::new(
            "请写明需要谁提供什么支持，例如「财务部确认 30 万元预算」。",
            "Say what you need from whom, for example \"Finance to confirm the 300,000 budget\".",
        ),
        |form, _| {
            Finding::at(super::SUPPORT_NEEDED.name).when(!form.has(super::SUPPORT_NEEDED.name))
        },
    ),
    block(
        "ISS-04",
        Gate::Accept,
        Label::new(
            "受理时必须指定一名解决责任人。",
            "Name an owner when accepting.",
        ),
        |form, _| Finding::at(OWNER.name).when(!form.has(OWNER.name)),
    ),
    block(
        "ISS-06",
        Gate::Accept,
        Label::new(
            "解决时限不能早于现在。",
            "The deadline must be in the future.",
        ),
        due_in_the_past,
    )
    .by_minute(),
    warn(
        "ISS-10",
        Label::new(
            "已延期 2 次，再次延期需要项目负责人批准。",
            "Already extended twice; only the lead can extend again.",
        ),
        extended_too_often,
    ),
    block(
        "ISS-11",
        Gate::Resolve,
        Label::new(
            "请写明怎么解决的、结果如何。",
            "Say how it was solved and with what result.",
        ),
        |form, _| Finding::at(super::RESOLUTION.name).when(!form.has(super::RESOLUTION.name)),
    ),
    block(
        "ISS-12",
        Gate::Close,
        Label::new(
            "请由提出人（{name}）或受影响部门验证后关闭。",
            "{name}, who raised it, or an affected department must verify before closing.",
        ),
        verified_by_owner,
    ),
    warn(
        "ISS-13",
        Label::new(
            "退回或转办需要写明理由，并建议由谁处理。",
            "Give a reason and suggest who should handle it.",
        ),
        rejected_without_reason,
    ),
    warn(
        "ISS-16",
        Label::new(
            "需支持部门和提出部门相同。需要项目负责人拍板时请选牵头部门。",
            "The supporting department is the one that raised it. Choose the lead department if the project lead is to rule on it.",
        ),
        |form, _| {
            let raised = form.get(super::RAISED_DEPT);
            Finding::at(super::SUPPORT_DEPARTMENT.name)
                .when(raised.is_some() && raised == form.get(super::SUPPORT_DEPARTMENT))
        },
    ),
    block("G-01", Gate::Resolve, ENTER, root_cause_of_the_urgent),
    case::CLOSING,
    block("G-01", Gate::Close, ENTER, |form, _| {
        let is_kept = case::begun(form).is_some_and(|case| case.has(case::WATCH_UNTIL.name));
        if is_problem(form) && !is_kept {
            enter(form, &[PREVENT_FIELD])
        } else {
            Vec::new()
        }
    }),
    warn("G-01", ENTER, interim_measure),
    warn("G-01", ENTER, |form, _| {
        if status_of(form) == POSTPONED.key {
            enter(form, &[REVISIT_FIELD])
        } else {
            Vec::new()
        }
    }),
];

fn due_in_the_past(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(due) = form.get(DUE_AT) else {
        return Vec::new();
    };
    let is_waiting = [DRAFT.key, SUBMITTED.key].contains(&status_of(form).as_str());
    let before_raised = form.get(SUBMITTED_AT).is_some_and(|raised| due < raised);
    Finding::at(DUE_AT.name).when(before_raised || (is_waiting && due < now))
}

/// A third extension, or a later one, allowed by somebody who is not the project lead.
fn extended_too_often(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let allowed: Vec<Form<'_>> = form
        .rows(extension::KIND)
        .into_iter()
        .filter_map(|row| row.referred(extension::APPROVED_BY))
        .collect();
    let by_other =
        |person: &Form<'_>| person.get(member::PROJECT_ROLE).as_deref() != Some(member::LEAD.key);
    Finding::at(extension::KIND).when(allowed.iter().skip(2).any(by_other))
}

fn verified_by_owner(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let verifier = form.get(VERIFIED_BY);
    let by_owner = verifier.is_some() && verifier == form.get(OWNER);
    let at_its_end = [RESOLVED.key, CLOSED.key].contains(&status_of(form).as_str());
    let name = form
        .get(RAISED_BY)
        .map_or(Arg::Label(Label::new("提出人", "the raiser")), Arg::Record);
    Finding::at(VERIFIED_BY.name)
        .with("name", name)
        .when(by_owner && at_its_end)
}

/// Turned down, and the step carries no reason.
fn rejected_without_reason(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let live = form.log().live(form.record(), &FieldKey::of(STATUS));
    let bare = live.first().is_some_and(|write| {
        write.value.as_text() == Some(REJECTED.key) && write.change.note.is_none()
    });
    Finding::at(STATUS).when(bare)
}

fn is_problem(form: &Form<'_>) -> bool {
    charter::scenario(form).as_deref() == Some(charter::PROBLEM.key)
}

fn root_cause_of_the_urgent(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_named = case::begun(form).is_some_and(|case| case.has(case::WHYS[0].name));
    if super::is_urgent(form) && is_named {
        // The case says what the cause is; of what sort it is, is counted.
        enter(form, &[CAUSE_CATEGORY_FIELD])
    } else if super::is_urgent(form) {
        enter(form, &[CAUSE_CATEGORY_FIELD, CAUSE_FIELD])
    } else {
        Vec::new()
    }
}

fn interim_measure(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_handled = super::is_in(form, &[ACCEPTED, WORKING]) && case::begun(form).is_none();
    if is_handled && is_problem(form) && severity(form) == Some(CRITICAL) {
        enter(form, &[INTERIM_FIELD])
    } else {
        Vec::new()
    }
}
