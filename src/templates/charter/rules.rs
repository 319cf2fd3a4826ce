//! The checks of the charter. CHT-11 to CHT-14 and CHT-16 stand for required lists of T01 that have no code there.

use super::{
    BUDGET_FIELD, CONFIRMED, END_FIELD, PROBLEM, PROBLEM_FIELD, PROCESS, PROJECT_CODE,
    REASON_FIELD, RESOURCE, START_FIELD,
};
use crate::model::Moment;
use crate::model::id::FieldKey;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule, STATUS};
use crate::templates::metric;
use crate::templates::{
    END_BEFORE_START, ENTER, block, confirmation, deliverable, department, end_before_start, enter,
    member, scope_item, status_of, warn,
};

pub const RULES: &[Rule] = &[
    warn(
        "CHT-01",
        Label::new(
            "目标里没有数字，项目结束时很难判断是否达成。请写出「多少」。",
            "The goal has no number, so nobody can tell whether it was reached. Say how much.",
        ),
        goal_without_number,
    ),
    block(
        "CHT-02",
        Gate::Final,
        Label::new("请写明完成时间。", "Say by when."),
        goal_without_time,
    ),
    block(
        "CHT-03",
        Gate::Final,
        Label::new(
            "至少填写一个衡量指标（名称、单位、目标值、统计起止）。",
            "Add at least one metric with unit, target and measuring period.",
        ),
        |form, _| Finding::at(metric::KIND).when(form.rows(metric::KIND).is_empty()),
    ),
    block(
        "CHT-05",
        Gate::Final,
        Label::new(
            "请至少写一条「不做什么」，可以避免后期扯皮。",
            "Write at least one thing that is out of scope.",
        ),
        |form, _| Finding::at(scope_item::KIND).when(!has_side(form, scope_item::OUT.key)),
    ),
    block(
        "CHT-06",
        Gate::Final,
        Label::new(
            "跨部门协作至少需要两个部门。",
            "At least two departments are needed.",
        ),
        |form, _| Finding::default().when(department::taking_part(form).len() < 2),
    ),
    block(
        "CHT-07",
        Gate::Final,
        Label::new(
            "{dept}还没有部门代表，无法确认目标。",
            "{dept} has no representative yet and cannot confirm.",
        ),
        without_representative,
    ),
    block(
        "CHT-08",
        Gate::Final,
        Label::new(
            "{dept}有异议：「{comment}」。处理后才能定稿。",
            "{dept} objects: \"{comment}\". Resolve it before finalising.",
        ),
        open_objection,
    ),
    warn(
        "CHT-09",
        Label::new(
            "目标说明书已定稿，之后又改过。修改请提交变更申请。",
            "The charter was final and has been altered since. Submit a change request to alter it.",
        ),
        altered_after_final,
    ),
    block(
        "CHT-11",
        Gate::Final,
        Label::new(
            "{dept}还没有确认目标。",
            "{dept} has not confirmed the goal yet.",
        ),
        unconfirmed,
    ),
    block(
        "CHT-12",
        Gate::Final,
        Label::new(
            "至少填写一个交付物，并写明验收标准。",
            "Add at least one deliverable with acceptance criteria.",
        ),
        |form, _| {
            Finding::at(deliverable::KIND).when(
                !form
                    .rows(deliverable::KIND)
                    .iter()
                    .any(|row| row.has(deliverable::ACCEPTANCE_CRITERIA.name)),
            )
        },
    ),
    block(
        "CHT-13",
        Gate::Final,
        Label::new(
            "请至少写一条范围内的工作。",
            "Write at least one thing that is in scope.",
        ),
        |form, _| Finding::at(scope_item::KIND).when(!has_side(form, scope_item::IN.key)),
    ),
    block(
        "CHT-14",
        Gate::Final,
        Label::new(
            "{dept}还没有写「负责什么」。",
            "{dept} has not said what it is responsible for.",
        ),
        without_duties,
    ),
    warn(
        "CHT-16",
        Label::new(
            "项目代号应是 2 到 12 个大写字母、数字或连字符。",
            "The project code should be 2 to 12 capital letters, digits or hyphens.",
        ),
        code_unfit,
    ),
    block("G-03", Gate::Final, END_BEFORE_START, |form, _| {
        end_before_start(form, &START_FIELD, &END_FIELD)
    }),
    block("G-01", Gate::Final, ENTER, needed_in_some_scenarios),
    warn("G-01", ENTER, |form: &Form<'_>, _| {
        let is_asked = status_of(form) == super::REVISING.key;
        enter(form, if is_asked { &[REASON_FIELD] } else { &[] })
    }),
];

/// Digits of any script, and Chinese numerals but 一, which is part of too many words.
fn is_number(c: char) -> bool {
    c.is_numeric() || "二三四五六七八九十百千万亿两半".contains(c)
}

fn goal_without_number(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let goal = form.get(super::GOAL_STATEMENT);
    Finding::at(super::GOAL_STATEMENT.name)
        .when(goal.is_some_and(|text| !text.chars().any(is_number)))
}

const TIMES: &str = "年 月 日 天 周 季 day week month quarter year";

fn goal_without_time(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(goal) = form.get(super::GOAL_STATEMENT) else {
        return Vec::new();
    };
    let goal = goal.to_ascii_lowercase();
    let says_when = TIMES.split(' ').any(|time| goal.contains(time));
    Finding::at(super::PLANNED_END.name).when(!says_when && !form.has(super::PLANNED_END.name))
}

fn has_side(form: &Form<'_>, side: &str) -> bool {
    form.rows(scope_item::KIND).iter().any(|row| {
        row.get(scope_item::SIDE).as_deref() == Some(side) && row.has(scope_item::TEXT.name)
    })
}

/// A finding at each department that takes part and is wrong in some way.
fn at_departments(
    form: &Form<'_>,
    field: &'static str,
    is_wrong: impl Fn(&Form<'_>) -> bool,
) -> Vec<Finding> {
    let wrong = department::taking_part(form).into_iter().filter(is_wrong);
    let at = |record: &crate::model::RecordId| Finding {
        record: Some(record.clone()),
        ..Finding::at(field)
    };
    wrong
        .map(|department| {
            at(department.record()).with("dept", Arg::Record(department.record().clone()))
        })
        .collect()
}

fn without_representative(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    at_departments(form, department::REPRESENTATIVE.name, |department| {
        let today = now.date_naive();
        member::first_rep(form, department.record(), today).is_none()
            && !member::is_of_lead(form, department.record(), today)
    })
}

fn answer(form: &Form<'_>, department: &Form<'_>) -> Option<String> {
    confirmation::of(form, department.record())?.get(confirmation::ANSWER)
}

fn unconfirmed(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let answered = [
        Some(confirmation::CONFIRMED.key),
        Some(confirmation::OBJECTION.key),
    ];
    at_departments(form, department::NAME.name, |department| {
        !answered.contains(&answer(form, department).as_deref())
            && !member::is_of_lead(form, department.record(), now.date_naive())
    })
}

fn open_objection(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let mut out = Vec::new();
    for department in department::taking_part(form) {
        let Some(row) = confirmation::of(form, department.record()) else {
            continue;
        };
        if row.get(confirmation::ANSWER).as_deref() == Some(confirmation::OBJECTION.key) {
            let finding = Finding {
                record: Some(row.record().clone()),
                ..Finding::at(confirmation::ANSWER.name)
            };
            let comment = row.get(confirmation::COMMENT).unwrap_or_default();
            out.push(
                finding
                    .with("dept", Arg::Record(department.record().clone()))
                    .with("comment", Arg::Text(comment)),
            );
        }
    }
    out
}

fn without_duties(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    at_departments(form, department::DUTIES.name, |department| {
        !department.has(department::DUTIES.name)
    })
}

/// Something the final charter covers holds a value that it did not know.
fn altered_after_final(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_final = status_of(form) == CONFIRMED.key;
    Finding::at(STATUS).when(
        is_final
            && !form
                .log()
                .contradictions(form.record(), &FieldKey::of(STATUS))
                .is_empty(),
    )
}

fn code_unfit(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(code) = form.get(PROJECT_CODE) else {
        return Vec::new();
    };
    let fits = (2..=12).contains(&code.len())
        && code
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
    Finding::at(PROJECT_CODE.name).when(!fits)
}

/// The problem in the scenarios that solve one, the ceiling where resources are shared, the reason of a revision.
fn needed_in_some_scenarios(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let scenario = form.get(super::SCENARIO).unwrap_or_default();
    let mut fields = Vec::new();
    if scenario == PROBLEM.key || scenario == PROCESS.key {
        fields.push(PROBLEM_FIELD);
    }
    if scenario == RESOURCE.key {
        fields.push(BUDGET_FIELD);
    }
    enter(form, &fields)
}
