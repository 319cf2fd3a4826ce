//! Checks of resource requests that count days, amounts, budgets or other requests (RES-03, 05 to 08, 10, 14).

use crate::analysis::resources::claims::{amount_granted, holds_now, moved_with_task, use_days};
use crate::analysis::resources::clashes::{
    Clash, Grant, clash_if_submitted, clash_of, given_twice, over_with,
};
use crate::analysis::resources::figures::{amount_said, days_ahead, over_budget};
use crate::analysis::resources::ledger::row_of;
use crate::analysis::standing::load::load;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule};
use crate::templates::{
    block, member, resource, resource_request as request, status_of, task, warn,
};
use chrono::Days;

/// The further checks of a kind.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    if kind == request::KIND { RULES } else { &[] }
}

const RULES: &[Rule] = &[
    warn(
        "RES-03",
        Label::new(
            "「{item}」{d1} 到 {d2} 已给 {who}，还差 {n}。仍可提交，由{lead}裁定。",
            "{item} is given to {who} from {d1} to {d2}; {n} short. You may still submit; {lead} rules.",
        ),
        clashes_if_submitted,
    ),
    warn(
        "RES-14",
        Label::new(
            "改期以后，{a} 和 {b} 撞了 {n} 天。请裁定。",
            "After the move {a} and {b} clash on {n} {n|day|days}. Rule on them.",
        ),
        clashes_after_move,
    ),
    warn(
        "RES-15",
        Label::new(
            "「{item}」的 {n} 份批准合起来超出 {over}{unit}。请重新裁定。",
            "{n} {n|approval|approvals} of {item} together exceed it by {over} {unit}. Rule again.",
        ),
        granted_twice,
    ),
    block(
        "RES-05",
        Gate::Decide,
        Label::new(
            "{name}所在部门是争议一方，请由项目负责人或发起人裁定。",
            "{name}'s department is a party to this clash; the lead or sponsor must decide.",
        ),
        ruled_by_a_party,
    ),
    block(
        "RES-06",
        Gate::Decide,
        Label::new(
            "批准后会超出可用量 {over}。请先调整数量、时间或优先级。",
            "Approving this exceeds capacity by {over}. Change quantity, dates or priority first.",
        ),
        exceeds_capacity,
    ),
    warn(
        "RES-07",
        Label::new(
            "{name} 在 {week} 那一周的负荷将达到 {pct}%。",
            "{name} will be loaded {pct}% in the week of {week}.",
        ),
        overloads,
    ),
    block(
        "RES-08",
        Gate::Decide,
        Label::new(
            "预算合计 {sum} 元，超过上限 {cap} 元。需要先改预算上限。",
            "The budgets come to {sum} yuan and exceed the ceiling of {cap} yuan. Change the ceiling first.",
        ),
        exceeds_budget,
    ),
    warn(
        "RES-10",
        Label::new(
            "离开始使用只有 {n} 个工作日，提供部门可能来不及。",
            "Only {n} working {n|day|days} before it is needed.",
        ),
        is_short_notice,
    ),
];

fn is_before(form: &Form<'_>, states: &[&str]) -> bool {
    states.contains(&status_of(form).as_str())
}

const ANOTHER: Label = Label::new("别的申请", "another request");
const THE_LEAD: Label = Label::new("项目负责人", "the project lead");

/// What a clash is told with: its item, its days, who else is in it.
fn told(form: &Form<'_>, clash: &Clash, now: Moment) -> Finding {
    let days = clash.days(&calendar_of(form), 1_000);
    let day = |day: Option<&chrono::NaiveDate>| {
        Arg::Text(day.map(ToString::to_string).unwrap_or_default())
    };
    let others = clash.requests.iter().filter(|one| *one != form.record());
    let other = others.min_by_key(|one| {
        let holds = holds_now(&status_of(&form.other((*one).clone())));
        std::cmp::Reverse(holds)
    });
    let short = clash.wanted().saturating_sub(clash.capacity);
    let lead = member::first_with_role(form, member::LEAD, now.date_naive());
    Finding::at(request::NEED_FROM.name)
        .with("item", Arg::Record(clash.resource.clone()))
        .with("d1", day(days.first()))
        .with("d2", day(days.last()))
        .with("who", other.cloned().map_or(Arg::Label(ANOTHER), Arg::Code))
        .with("n", Arg::Text(with_unit(form, clash, short)))
        .with("lead", lead.map_or(Arg::Label(THE_LEAD), Arg::Record))
}

/// An amount with the unit of the thing.
fn with_unit(form: &Form<'_>, clash: &Clash, amount: i64) -> String {
    let unit = form.other(clash.resource.clone()).get(resource::UNIT);
    match unit {
        Some(unit) => format!("{} {unit}", amount_said(amount)),
        None => amount_said(amount),
    }
}

fn clashes_if_submitted(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let waits = [
        request::DRAFT.key,
        request::SUBMITTED.key,
        request::COORDINATING.key,
    ];
    if !is_before(form, &waits) || moved_with_task(form) {
        return Vec::new();
    }
    let clash = match status_of(form) == request::DRAFT.key {
        true => clash_if_submitted(form),
        false => clash_of(form.log(), form.record()),
    };
    let others = clash.filter(|clash| clash.requests.len() > 1);
    others
        .map(|clash| told(form, &clash, now))
        .into_iter()
        .collect()
}

/// Told at the request that went with its task.
fn clashes_after_move(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let clash = clash_of(form.log(), form.record()).filter(|_| moved_with_task(form));
    let found = clash.and_then(|clash| {
        let other = clash.requests.iter().find(|one| *one != form.record())?;
        let days = clash.day_count(&calendar_of(form));
        let finding = Finding::at(request::NEED_FROM.name)
            .with("a", Arg::Code(form.record().clone()))
            .with("b", Arg::Code(other.clone()));
        Some(finding.with("n", Arg::Number(days)))
    });
    found.into_iter().collect()
}

/// Several approvals that nobody made together; told at the first of them.
fn granted_twice(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let found = given_twice(form.log(), form.record()).map(|given| {
        let unit = form.other(given.resource.clone()).get(resource::UNIT);
        let count = i64::try_from(given.count).unwrap_or(i64::MAX);
        Finding::at(request::DECISION.name)
            .with("item", Arg::Record(given.resource))
            .with("n", Arg::Number(count))
            .with("over", Arg::Text(amount_said(given.over)))
            .with("unit", Arg::Text(unit.unwrap_or_default()))
    });
    found.into_iter().collect()
}

/// Whether somebody may not rule on a clash: their department is one of those that want the thing, and they are not
/// the sponsor.
pub fn is_party(form: &Form<'_>, clash: &Clash, person: &RecordId) -> bool {
    let person = form.other(person.clone());
    let is_sponsor = person.get(member::PROJECT_ROLE).as_deref() == Some(member::SPONSOR.key);
    let own = person.get(member::DEPARTMENT).filter(|_| !is_sponsor);
    own.is_some_and(|own| {
        let mut requests = clash.requests.iter();
        requests
            .any(|one| form.other(one.clone()).get(request::REQUEST_DEPT).as_ref() == Some(&own))
    })
}

fn ruled_by_a_party(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let by = form.get(request::DECIDED_BY);
    let clash = clash_of(form.log(), form.record()).filter(|clash| clash.requests.len() > 1);
    let found = by
        .zip(clash)
        .filter(|(by, clash)| is_party(form, clash, by));
    let found =
        found.map(|(by, _)| Finding::at(request::DECIDED_BY.name).with("name", Arg::Record(by)));
    found.into_iter().collect()
}

/// What is given here, with all that was given before (RES-06).
fn exceeds_capacity(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let refuses = form.get(request::DECISION).as_deref() == Some(request::REFUSE.key);
    let row = row_of(form).filter(|_| !refuses);
    let given = row.zip(amount_granted(form));
    let found = given.and_then(|(row, (days, amount))| {
        let grant = Grant {
            request: form.record().clone(),
            days,
            amount,
            instead: None,
        };
        over_with(form.log(), row.record(), &[&grant])
    });
    let found = found.map(|over| {
        Finding::at(request::APPROVED_QUANTITY.name).with("over", Arg::Text(amount_said(over)))
    });
    found.into_iter().collect()
}

fn exceeds_budget(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let yuan = |cents: i64| Arg::Text(amount_said(cents.saturating_mul(100)));
    let found = over_budget(form).map(|(sum, cap)| {
        Finding::at(request::APPROVED_CAP.name)
            .with("sum", yuan(sum))
            .with("cap", yuan(cap))
    });
    found.into_iter().collect()
}

/// A person of the roster who is asked for: with what they carry, the first week over 100 %.
fn overloads(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_open =
        form.is_open() && form.get(request::RESOURCE_TYPE).as_deref() == Some(request::PEOPLE.key);
    let name = form.get(request::RESOURCE_ITEM).filter(|_| is_open);
    let (Some(name), Some(days)) = (name, use_days(form)) else {
        return Vec::new();
    };
    let roster = form.all(member::MEMBER.kind);
    let mut roster = roster.into_iter();
    let is_it = |one: &Form<'_>| {
        one.get(member::PERSON)
            .is_some_and(|person| person == name.trim())
    };
    let Some(person) = roster.find(is_it) else {
        return Vec::new();
    };
    let share = form.get(request::DAILY_SHARE).unwrap_or(100);
    let weeks = load(&person, now.date_naive()).weeks;
    let mut weeks = weeks.into_iter().filter_map(|week| {
        let last = week.monday + Days::new(6);
        let is_used = days.from <= last && days.to >= week.monday;
        let percent = week.percent? + share;
        (is_used && percent > 100).then_some((week.monday, percent))
    });
    let found = weeks.next().map(|(week, percent)| {
        Finding::at(request::DAILY_SHARE.name)
            .with("name", Arg::Record(person.record().clone()))
            .with("week", Arg::Text(week.to_string()))
            .with("pct", Arg::Number(percent))
    });
    found.into_iter().collect()
}

/// So many working days before it is needed is enough.
const NOTICE_DAYS: i64 = 2;

fn is_short_notice(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let waits = is_before(form, &[request::DRAFT.key, request::SUBMITTED.key]);
    let is_urgent = form.get(request::PRIORITY).as_deref() == Some(task::P0.key);
    let days = days_ahead(form, now).filter(|days| waits && !is_urgent && *days < NOTICE_DAYS);
    let found =
        days.map(|days| Finding::at(request::NEED_FROM.name).with("n", Arg::Number(days.max(0))));
    found.into_iter().collect()
}
