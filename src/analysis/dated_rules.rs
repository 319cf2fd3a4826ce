//! Checks that count working days or steps, which templates cannot: they know no calendar.

use super::calendar::Calendar;
use super::deadline::{
    clock_between, clock_calendar, escalation_level, issue_overdue, response_hours,
};
use super::duty::responsible;
use super::plan::work_days;
use super::steps::times_taken;
use super::suggestion::Suggestion;
use crate::model::template::{Arg, Finding, Form, Label, Rule, Severity};
use crate::templates::{charter, department, issue, member, risk, status_of, task};
use chrono::{DateTime, FixedOffset};

type Now = DateTime<FixedOffset>;

/// A plan may move this far before a change request is due (working days).
const TOLERANCE_DAYS: i64 = 2;
/// Longer work than this is better split (working days).
const LONG_DAYS: i64 = 15;

/// The further checks of a kind.
pub(super) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        "task" => TASK_RULES,
        "issue" => ISSUE_RULES,
        "risk" => RISK_RULES,
        "settings" => PLAN_RULES,
        "proposal" => SUGGESTION_RULES,
        _ => &[],
    }
}

const TASK_RULES: &[Rule] = &[
    Rule {
        code: "TASK-09",
        severity: Severity::Hint,
        text: Label::new(
            "工期 {n} 个工作日偏长，建议拆成每段不超过 10 个工作日。",
            "{n} working days is long; consider splitting into parts of at most 10.",
        ),
        check: long_task,
    },
    Rule {
        code: "TASK-10",
        severity: Severity::Warn,
        text: Label::new(
            "截止日从 {d1} 改到 {d2}。超过 {tol} 个工作日，或里程碑因此推后时，需要提交变更申请。",
            "Due date moves from {d1} to {d2}. Beyond {tol} working days, or if a milestone moves with it, a change request is required.",
        ),
        check: due_date_moved,
    },
];

const SUGGESTION_RULES: &[Rule] = &[Rule {
    code: "ROLE-01",
    severity: Severity::Hint,
    text: Label::new(
        "有一条建议等{who}决定。",
        "A suggestion waits for {who} to decide.",
    ),
    check: waiting_suggestion,
}];

const PLAN_RULES: &[Rule] = &[Rule {
    code: "PLAN-04",
    severity: Severity::Warn,
    text: Label::new(
        "计划排到 {d}，超过项目结束日 {n} 个工作日。",
        "The plan ends on {d}, {n} working days late.",
    ),
    check: plan_ends_late,
}];

const RISK_RULES: &[Rule] = &[Rule {
    code: "RSK-09",
    severity: Severity::Warn,
    text: Label::new(
        "风险措施已逾期 {n} 个工作日。",
        "The risk action is {n} working days overdue.",
    ),
    check: action_late,
}];

const ISSUE_RULES: &[Rule] = &[
    Rule {
        code: "ISS-07",
        severity: Severity::Warn,
        text: Label::new(
            "{code} 已提交 {h} 小时仍无人受理，应请{rep}和项目负责人处理。",
            "{code} has waited {h} hours without being accepted. Ask {rep} and the project lead to act.",
        ),
        check: nobody_accepts,
    },
    Rule {
        code: "ISS-08",
        severity: Severity::Warn,
        text: Label::new(
            "{code} 已超过解决时限 {h} 小时，应上报{level}（{name}）。",
            "{code} is {h} hours overdue and should go to the {level} ({name}).",
        ),
        check: overdue,
    },
    Rule {
        code: "ISS-14",
        severity: Severity::Warn,
        text: Label::new(
            "{code} 已转办 {n} 次，应由项目负责人指定责任人，不能再转。",
            "{code} was passed on {n} times; the lead now assigns it and it cannot be passed on again.",
        ),
        check: passed_on_too_often,
    },
];

fn long_task(form: &Form<'_>, _: Now) -> Vec<Finding> {
    let is_work = form
        .get(task::TASK_TYPE)
        .is_none_or(|key| key == task::WORK.key);
    let days = work_days(form, &Calendar::default())
        .filter(|days| is_work && task::is_open(form) && *days > LONG_DAYS);
    days.map(|days| Finding::at("current_end").with("n", Arg::Number(days)))
        .into_iter()
        .collect()
}

fn due_date_moved(form: &Form<'_>, _: Now) -> Vec<Finding> {
    let (Some(d1), Some(d2)) = (form.get(task::BASELINE_END), form.get(task::CURRENT_END)) else {
        return Vec::new();
    };
    let moved = Calendar::default().moved_days(d1, d2).abs() > TOLERANCE_DAYS;
    let dates = Finding::at("current_end")
        .with("d1", Arg::Text(d1.to_string()))
        .with("d2", Arg::Text(d2.to_string()));
    dates
        .with("tol", Arg::Number(TOLERANCE_DAYS))
        .when(moved && task::is_open(form))
}

fn action_late(form: &Form<'_>, now: Now) -> Vec<Finding> {
    let Some(due) = risk::action_due(form) else {
        return Vec::new();
    };
    let days = Calendar::default().late_days(due, now.date_naive());
    Finding::at("action_due")
        .with("n", Arg::Number(days))
        .when(days > 0)
}

fn plan_ends_late(form: &Form<'_>, _: Now) -> Vec<Finding> {
    let Some(end) = form.other(charter::record()).get(charter::PLANNED_END) else {
        return Vec::new();
    };
    let planned = form
        .all(task::TASK.kind)
        .into_iter()
        .filter(|task| status_of(task) != task::CANCELLED.key);
    let last = planned
        .filter_map(|task| Some((task.get(task::CURRENT_END)?, task.record().clone())))
        .max();
    let Some((day, record)) = last.filter(|(day, _)| *day > end) else {
        return Vec::new();
    };
    let finding = Finding {
        record: Some(record),
        ..Finding::at("current_end")
    }
    .with("d", Arg::Text(day.to_string()));
    vec![finding.with("n", Arg::Number(Calendar::default().late_days(end, day)))]
}

/// The record of the form, shown with its number and title.
fn coded(form: &Form<'_>, field: &'static str) -> Finding {
    Finding::at(field).with("code", Arg::Record(form.record().clone()))
}

fn nobody_accepts(form: &Form<'_>, now: Now) -> Vec<Finding> {
    let Some(raised) = form
        .get(issue::SUBMITTED_AT)
        .filter(|_| status_of(form) == issue::SUBMITTED.key)
    else {
        return Vec::new();
    };
    let hours = clock_between(raised, now, &clock_calendar(form)).num_hours();
    let limit = i64::from(response_hours(issue::severity(form)));
    let department = form.get(issue::SUPPORT_DEPARTMENT);
    let rep = department.and_then(|department| {
        member::reps_of(form, &department, now.date_naive())
            .first()
            .map(|rep| rep.record().clone())
    });
    let rep = rep.map_or(
        Arg::Label(Label::new("部门代表", "the department representative")),
        Arg::Record,
    );
    coded(form, "status")
        .with("h", Arg::Number(hours))
        .with("rep", rep)
        .when(hours >= limit)
}

/// To whom a late issue should go: the level's name, and the people of it where they are known.
fn overdue(form: &Form<'_>, now: Now) -> Vec<Finding> {
    let Some(hours) = issue_overdue(form, now) else {
        return Vec::new();
    };
    let (level, person) = match escalation_level(form, now) {
        4 => (
            member::SPONSOR.label,
            member::with_role(form, member::SPONSOR, now.date_naive())
                .first()
                .map(|person| person.record().clone()),
        ),
        3 => (department::HEAD_LABEL, head_of_support(form)),
        _ => (
            member::LEAD.label,
            member::with_role(form, member::LEAD, now.date_naive())
                .first()
                .map(|person| person.record().clone()),
        ),
    };
    let name = person.map_or(
        Arg::Label(Label::new("还没有指定", "nobody named yet")),
        Arg::Record,
    );
    vec![
        coded(form, "due_at")
            .with("h", Arg::Number(hours))
            .with("level", Arg::Label(level))
            .with("name", name),
    ]
}

fn head_of_support(form: &Form<'_>) -> Option<crate::model::RecordId> {
    form.referred(issue::SUPPORT_DEPARTMENT)?
        .get(department::DEPARTMENT_HEAD)
}

fn passed_on_too_often(form: &Form<'_>, _: Now) -> Vec<Finding> {
    let Some(machine) = issue::ISSUE.states else {
        return Vec::new();
    };
    let Some(pass_on) = machine
        .transitions
        .iter()
        .find(|step| step.key == "pass_on")
    else {
        return Vec::new();
    };
    let times = times_taken(form, machine, pass_on);
    let is_waiting = status_of(form) == issue::SUBMITTED.key;
    let too_often = pass_on.at_most.is_some_and(|most| times >= most);
    coded(form, "support_department")
        .with("n", Arg::Number(i64::from(times)))
        .when(is_waiting && too_often)
}

/// A suggestion that nobody has decided on, at the form it is about.
fn waiting_suggestion(form: &Form<'_>, _: Now) -> Vec<Finding> {
    let log = form.log();
    let open = Suggestion::read(log, form.record()).filter(|one| one.is_open(log));
    let found = open.and_then(|one| {
        let who = responsible(log, &one.target, &one.key).into_iter().next()?;
        Some(
            Finding {
                record: Some(one.target),
                ..Finding::default()
            }
            .with("who", Arg::Record(who)),
        )
    });
    found.into_iter().collect()
}
