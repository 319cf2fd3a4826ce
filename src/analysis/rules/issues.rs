//! Checks of an issue that count hours, days or steps (W-07 to W-12): what should happen, never what was done.

use crate::analysis::people::allowed_steps::times_taken;
use crate::analysis::time::issue_clock::{escalation_level, issue_overdue, response_hours};
use crate::analysis::time::waiting::{
    asked_since, is_to_be_looked_at, silent_days, verify_since, waited,
};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::{Arg, Finding, Form, Label, Rule, STATUS, Transition};
use crate::templates::alike::MOST_TOLD;
use crate::templates::{department, hint, issue, member, risk, status_of, warn};
use std::collections::{BTreeMap, BTreeSet};

/// The raiser gives information, and verifies, within so many hours of the clock (W-12).
const RAISER_HOURS: i64 = 24;

/// The further checks of a kind.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    if kind == issue::ISSUE.kind {
        ISSUE_RULES
    } else {
        &[]
    }
}

const ISSUE_RULES: &[Rule] = &[
    warn(
        "ISS-07",
        Label::new(
            "{code} 已提交 {h} 小时仍无人受理，应请{rep}和项目负责人处理。",
            "{code} has waited {h} {h|hour|hours} without being accepted. Ask {rep} and the project lead to act.",
        ),
        nobody_accepts,
    ).by_minute(),
    warn(
        "ISS-08",
        Label::new(
            "{code} 已超过解决时限 {h} 小时，应上报{level}（{name}）。",
            "{code} is {h} {h|hour|hours} overdue and should go to the {level} ({name}).",
        ),
        overdue,
    ).by_minute(),
    warn(
        "ISS-14",
        Label::new(
            "{code} 已转办 {n} 次，应由项目负责人指定责任人，不能再转。",
            "{code} was passed on {n} {n|time|times}; the lead now assigns it and it cannot be passed on again.",
        ),
        passed_on_too_often,
    ),
    hint(
        "ISS-15",
        Label::new(
            "这个问题可能就是这项风险发生了：{risk}。要关联吗？请在风险里选「已转为问题」。",
            "This may be the risk come true: {risk}. Link them? Choose \"Became issue\" there.",
        ),
        maybe_a_risk_come_true,
    ),
    warn(
        "ISS-17",
        Label::new(
            "{code} 请补充的内容已等 {h} 小时，应请{name}答复。",
            "{code} has waited {h} {h|hour|hours} for information; ask {name} for it.",
        ),
        information_is_late,
    ).by_minute(),
    warn(
        "ISS-18",
        Label::new(
            "{code} 提交解决已 {h} 小时，应请{name}验证。",
            "{code} was marked solved {h} {h|hour|hours} ago; {name} should verify it.",
        ),
        verification_is_late,
    ).by_minute(),
    warn(
        "ISS-19",
        Label::new(
            "{code} 提交解决后 {n} 个工作日没有答复，可以关闭。",
            "{code} has had no answer for {n} working {n|day|days} since it was marked solved; it may be closed.",
        ),
        may_be_closed,
    ),
    warn(
        "ISS-20",
        Label::new(
            "{code} 暂缓到 {d}，应由项目负责人拍板是否恢复。",
            "{code} was postponed until {d}; the project lead should decide whether to resume it.",
        ),
        to_be_looked_at_again,
    ),
];

/// The record of the form, shown with its number and title.
fn coded(form: &Form<'_>, field: &'static str) -> Finding {
    Finding::at(field).with("code", Arg::Code(form.record().clone()))
}

fn nobody_accepts(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(raised) = form
        .get(issue::SUBMITTED_AT)
        .filter(|_| status_of(form) == issue::SUBMITTED.key)
    else {
        return Vec::new();
    };
    let hours = waited(form, raised, now).num_hours();
    let limit = i64::from(response_hours(issue::severity(form)));
    let department = form.get(issue::SUPPORT_DEPARTMENT);
    let rep =
        department.and_then(|department| member::first_rep(form, &department, now.date_naive()));
    let rep = rep.map_or(
        Arg::Label(Label::new("部门代表", "the department representative")),
        Arg::Record,
    );
    coded(form, STATUS)
        .with("h", Arg::Number(hours))
        .with("rep", rep)
        .when(hours >= limit)
}

/// To whom a late issue should go: the level's name, and the people of it where they are known.
fn overdue(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(hours) = issue_overdue(form, now) else {
        return Vec::new();
    };
    let (level, person) = match escalation_level(form, now) {
        4 => (
            member::SPONSOR.label,
            member::first_with_role(form, member::SPONSOR, now.date_naive()),
        ),
        3 => (department::HEAD_LABEL, head_of_support(form)),
        _ => (
            member::LEAD.label,
            member::first_with_role(form, member::LEAD, now.date_naive()),
        ),
    };
    let name = person.map_or(
        Arg::Label(Label::new("还没有指定", "nobody named yet")),
        Arg::Record,
    );
    vec![
        coded(form, issue::DUE_AT.name)
            .with("h", Arg::Number(hours))
            .with("level", Arg::Label(level))
            .with("name", name),
    ]
}

fn head_of_support(form: &Form<'_>) -> Option<RecordId> {
    form.referred(issue::SUPPORT_DEPARTMENT)?
        .get(department::DEPARTMENT_HEAD)
}

/// The step by which an issue goes to somebody else, and how often it was taken.
fn pass_on(form: &Form<'_>) -> Option<(&'static Transition, u32)> {
    let machine = issue::ISSUE.states?;
    let step = machine.step(issue::PASS_ON)?;
    Some((step, times_taken(form, machine, step)))
}

/// How often an issue was passed on.
pub fn times_passed_on(form: &Form<'_>) -> u32 {
    pass_on(form).map_or(0, |(_, times)| times)
}

fn passed_on_too_often(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some((pass_on, times)) = pass_on(form) else {
        return Vec::new();
    };
    let is_waiting = status_of(form) == issue::SUBMITTED.key;
    let too_often = pass_on.at_most.is_some_and(|most| times >= most);
    coded(form, issue::SUPPORT_DEPARTMENT.name)
        .with("n", Arg::Number(i64::from(times)))
        .when(is_waiting && too_often)
}

/// An open risk that no issue was made of yet, and that touches one of the same tasks or bears the same title; of
/// many, the first.
fn maybe_a_risk_come_true(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_over = [issue::CLOSED.key, issue::REJECTED.key].contains(&status_of(form).as_str());
    if is_over {
        return Vec::new();
    }
    let risks = form.log().derived::<OpenRisks>();
    let mut found: BTreeSet<&(usize, RecordId)> = BTreeSet::new();
    for (task, _) in form.elements(issue::AFFECTED_TASKS.name) {
        found.extend(
            risks
                .touching
                .get(&task)
                .into_iter()
                .flatten()
                .take(MOST_TOLD),
        );
    }
    if let Some(title) = form.get(issue::TITLE) {
        found.extend(
            risks
                .called
                .get(&title)
                .into_iter()
                .flatten()
                .take(MOST_TOLD),
        );
    }
    let finding = |(_, risk): &(usize, RecordId)| {
        Finding::at(issue::AFFECTED_TASKS.name).with("risk", Arg::Record(risk.clone()))
    };
    found.into_iter().take(MOST_TOLD).map(finding).collect()
}

/// The open risks that no issue was made of yet, each with its place, by the tasks they touch and by their titles.
#[derive(Default)]
struct OpenRisks {
    touching: BTreeMap<String, Vec<(usize, RecordId)>>,
    called: BTreeMap<String, Vec<(usize, RecordId)>>,
}

impl Derived for OpenRisks {
    fn of(log: &Log) -> Self {
        let mut risks = Self::default();
        for (place, record) in log.rows(risk::RISK.kind).into_iter().enumerate() {
            let form = Form::new(log, record);
            if !risk::is_open(&form) || form.has(risk::BECAME_ISSUE.name) {
                continue;
            }
            let one = (place, form.record().clone());
            for (task, _) in form.elements(risk::AFFECTED_TASKS.name) {
                risks.touching.entry(task).or_default().push(one.clone());
            }
            if let Some(title) = form.get(risk::TITLE) {
                risks.called.entry(title).or_default().push(one);
            }
        }
        risks
    }
}

/// The raiser, or a word for nobody.
fn raiser(form: &Form<'_>) -> Arg {
    let nobody = Arg::Label(Label::new("提出人", "the raiser"));
    form.get(issue::RAISED_BY).map_or(nobody, Arg::Record)
}

fn information_is_late(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(hours) = asked_since(form, now) else {
        return Vec::new();
    };
    coded(form, STATUS)
        .with("h", Arg::Number(hours))
        .with("name", raiser(form))
        .when(hours >= RAISER_HOURS)
}

fn verification_is_late(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(hours) = verify_since(form, now).filter(|_| silent_days(form, now).is_none()) else {
        return Vec::new();
    };
    coded(form, issue::VERIFIED_BY.name)
        .with("h", Arg::Number(hours))
        .with("name", raiser(form))
        .when(hours >= RAISER_HOURS)
}

fn may_be_closed(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let found = silent_days(form, now).map(|days| coded(form, STATUS).with("n", Arg::Number(days)));
    found.into_iter().collect()
}

fn to_be_looked_at_again(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let day = form.get(issue::REVISIT_DATE);
    let found = day.filter(|_| is_to_be_looked_at(form, now.date_naive()));
    let finding = |day: chrono::NaiveDate| {
        coded(form, issue::REVISIT_DATE.name).with("d", Arg::Text(day.to_string()))
    };
    found.map(finding).into_iter().collect()
}
