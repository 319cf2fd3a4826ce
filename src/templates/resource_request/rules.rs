//! The checks of a resource request that need neither a ledger of resources nor the roster (RES-01, 02, 04, 09, 11 to
//! 13). What counts clashes, capacity, load and budgets stands in `analysis`.

use super::{
    APPROVE, BUDGET, CAN_FULL, COMMENT_FIELD, COORDINATING, DATA, DECISION, DESTROY_FIELD,
    FROM_FIELD, IN_USE, LINKED_TASK, MASKING_FIELD, NEED_FROM, PROVIDER_ANSWER, PROVIDER_COMMENT,
    PROVIDER_DEPT, REASON_FIELD, REQUEST_DEPT, RESOURCE_TYPE, RETURN_DUE, SCOPE_FIELD, SUBMITTED,
    TO_FIELD, USERS_FIELD,
};
use crate::model::Moment;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule};
use crate::templates::{
    END_BEFORE_START, ENTER, block, charter, end_before_start, enter, hint, status_of, warn,
};
use chrono::Days;

/// Where sharing is all that the project is for, what it is used for lies outside of the plan.
fn without_task(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let scenario = charter::scenario(form);
    let is_shared = scenario.as_deref() == Some(charter::RESOURCE.key);
    Finding::at(LINKED_TASK.name).when(!is_shared && !form.has(LINKED_TASK.name))
}

pub const RULES: &[Rule] = &[
    block(
        "RES-01",
        Gate::Submit,
        Label::new("请选择这项资源用于哪个任务。", "Choose the task it is for."),
        without_task,
    ),
    block("G-01", Gate::Submit, ENTER, |form, _| {
        // Money is had from a day on.
        let is_budget = form.get(RESOURCE_TYPE).as_deref() == Some(BUDGET.key);
        let lacks = enter(form, &[TO_FIELD]);
        lacks.into_iter().filter(|_| !is_budget).collect()
    }),
    block("G-03", Gate::Submit, END_BEFORE_START, |form, _| {
        end_before_start(form, &FROM_FIELD, &TO_FIELD)
    }),
    hint(
        "RES-02",
        Label::new(
            "本部门内部资源无需申请，直接安排即可。",
            "Resources inside your own department need no request.",
        ),
        |form, _| {
            let provider = form.get(PROVIDER_DEPT);
            let is_own = provider.is_some() && provider == form.get(REQUEST_DEPT);
            Finding::at(PROVIDER_DEPT.name).when(is_own)
        },
    ),
    block(
        "RES-04",
        Gate::Answer,
        Label::new(
            "不能全部提供时，请写明原因，并给出可行的数量、时间或替代。",
            "If you cannot provide all of it, give the reason and a workable quantity, time or substitute.",
        ),
        |form, _| {
            let answer = form.get(PROVIDER_ANSWER);
            let is_less = answer.is_some_and(|answer| answer != CAN_FULL.key);
            Finding::at(PROVIDER_COMMENT.name).when(is_less && !form.has(COMMENT_FIELD.key))
        },
    ),
    block(
        "RES-09",
        Gate::Submit,
        Label::new(
            "数据共享请写明范围、脱敏方式、使用人和销毁期限。",
            "Data requests need scope, masking, users and a destruction date.",
        ),
        without_terms_of_data,
    ),
    block("G-01", Gate::Decide, ENTER, |form, _| {
        let decision = form.get(DECISION);
        if decision.is_some_and(|decision| decision != APPROVE.key) {
            enter(form, &[REASON_FIELD])
        } else {
            Vec::new()
        }
    }),
    warn(
        "RES-11",
        Label::new(
            "{code} 在 {d} 就要用，仍未裁定。",
            "{code} is needed on {d} and is still undecided.",
        ),
        undecided,
    ),
    warn(
        "RES-12",
        Label::new(
            "{code} 应于 {d} 归还，已逾期 {n} 天。",
            "{code} was due back on {d}; {n} {n|day|days} late.",
        ),
        not_returned,
    ),
    warn(
        "RES-13",
        Label::new(
            "{dept}还没有答复。直接裁定请写明理由。",
            "{dept} has not answered yet. Give a reason to decide now.",
        ),
        |form, _| {
            let decides = status_of(form) == COORDINATING.key && form.has(DECISION.name);
            let is_open = decides && !form.has(PROVIDER_ANSWER.name);
            let found = form.get(PROVIDER_DEPT).filter(|_| is_open);
            let found =
                found.map(|dept| Finding::at(PROVIDER_ANSWER.name).with("dept", Arg::Record(dept)));
            found.into_iter().collect()
        },
    ),
];

fn without_terms_of_data(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let terms = [SCOPE_FIELD, MASKING_FIELD, USERS_FIELD, DESTROY_FIELD];
    let is_data = form.get(RESOURCE_TYPE).as_deref() == Some(DATA.key);
    let first = terms.iter().find(|field| is_data && !form.has(field.key));
    let found = first.map(|field| Finding::at(field.key));
    found.into_iter().collect()
}

/// From the day before it is needed.
fn undecided(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let waits = [SUBMITTED.key, COORDINATING.key].contains(&status_of(form).as_str());
    let tomorrow = now.date_naive() + Days::new(1);
    let day = form.get(NEED_FROM).filter(|day| waits && *day <= tomorrow);
    let found = day.map(|day| {
        Finding::at(NEED_FROM.name)
            .with("code", Arg::Code(form.record().clone()))
            .with("d", Arg::Text(day.to_string()))
    });
    found.into_iter().collect()
}

fn not_returned(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_used = status_of(form) == IN_USE.key;
    let due = form.get(RETURN_DUE).filter(|_| is_used);
    let found = due.and_then(|due| {
        let days = (now.date_naive() - due).num_days();
        let finding = Finding::at(RETURN_DUE.name)
            .with("code", Arg::Code(form.record().clone()))
            .with("d", Arg::Text(due.to_string()));
        (days > 0).then(|| finding.with("n", Arg::Number(days)))
    });
    found.into_iter().collect()
}
