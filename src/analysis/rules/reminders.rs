//! Who should be reminded, and who should know (W-09, W-13). Said where findings are said: the program reminds nobody,
//! people do.

use crate::analysis::time::clock::{clock_between, clock_calendar};
use crate::analysis::time::lateness::overdue_days;
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Arg, Choice, Due, Finding, Form, Label, Rule, Template};
use crate::templates::{hint, issue, member, task};
use chrono::{Days, Duration};

/// Hours of the clock before the deadline of an issue, the last one first.
const ISSUE_HOURS: [i64; 2] = [4, 12];
/// Days before something is due, where it names none itself.
const REMIND_DAYS: u64 = 2;
/// Working days late from which the project lead should know, too; the representative from the first.
const LEAD_DAYS: i64 = 3;

/// The reminders of a form.
pub(in crate::analysis) fn rules_of(template: &Template) -> &'static [Rule] {
    match template.kind {
        task::KIND => TASK_RULES,
        issue::KIND => ISSUE_RULES,
        _ if template.work.is_some_and(|work| work.comes_up()) => WORK_RULES,
        _ => &[],
    }
}

const TASK_RULES: &[Rule] = &[due_soon("TASK-18"), others_know("TASK-19")];
const WORK_RULES: &[Rule] = &[due_soon("W-09"), others_know("W-13")];

const fn due_soon(code: &'static str) -> Rule {
    hint(
        code,
        Label::new("{d} 到期，应提醒{name}。", "Due {d}; remind {name}."),
        is_due_soon,
    )
}

const fn others_know(code: &'static str) -> Rule {
    hint(
        code,
        Label::new(
            "已逾期 {n} 个工作日，应让{level}（{name}）知道。",
            "{n} working {n|day|days} overdue; the {level} ({name}) should know.",
        ),
        others_should_know,
    )
}

const ISSUE_RULES: &[Rule] = &[hint(
    "ISS-22",
    Label::new(
        "{code} 的时限在 {h} 小时以内，应提醒{owner}和{raiser}。",
        "{code} is due within {h} {h|hour|hours}; remind {owner} and {raiser}.",
    ),
    issue_is_due_soon,
)
.by_minute()];

fn person_or(person: Option<RecordId>, nobody: Label) -> Arg {
    person.map_or(Arg::Label(nobody), Arg::Record)
}

/// Work that is due by the end of a day; a task may say how long before.
fn is_due_soon(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let work = form.work().filter(|work| (work.in_hand)(form));
    let (Some(work), Some(Due::Day(due))) = (work, form.due()) else {
        return Vec::new();
    };
    let today = now.date_naive();
    let days = form
        .get(task::REMIND_DAYS)
        .and_then(|days| u64::try_from(days).ok())
        .map_or(REMIND_DAYS, |days| days.min(14));
    let owner = person_or(form.owner(), Label::new("责任人", "the owner"));
    Finding::at(work.due_field)
        .with("d", Arg::Text(due.to_string()))
        .with("name", owner)
        .when(today <= due && due <= today + Days::new(days))
}

fn others_should_know(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let today = now.date_naive();
    let days = overdue_days(form, today, &calendar_of(form)).unwrap_or(0);
    let Some(work) = form.work() else {
        return Vec::new();
    };
    let owner = form.referred(work.owner);
    let finding = |role: Choice, person: Option<RecordId>| {
        Finding::at(work.due_field)
            .with("n", Arg::Number(days))
            .with("level", Arg::Label(role.label))
            .with(
                "name",
                person_or(person, Label::new("还没有指定", "nobody named yet")),
            )
    };
    // Nobody is told of their own delay: the task says it.
    let is_own = |role: Choice| {
        owner.as_ref().is_some_and(|by| {
            by.record().kind() == member::MEMBER.kind
                && by.get(member::PROJECT_ROLE).as_deref() == Some(role.key)
                && by.has(member::PERSON.name)
                && member::is_active(by, today)
        })
    };
    let mut out = Vec::new();
    let home = owner.as_ref().and_then(|by| by.get(member::DEPARTMENT));
    if days >= 1 && !(home.is_some() && is_own(member::REP)) {
        let rep = home.and_then(|home| member::first_rep(form, &home, today));
        out.push(finding(member::REP, rep));
    }
    if days >= LEAD_DAYS && !is_own(member::LEAD) {
        let lead = member::first_with_role(form, member::LEAD, today);
        out.push(finding(member::LEAD, lead));
    }
    out
}

fn issue_is_due_soon(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(due) = form
        .get(issue::DUE_AT)
        .filter(|due| issue::is_running(form) && now <= *due)
    else {
        return Vec::new();
    };
    let left = clock_between(now, due, &clock_calendar(form));
    let step = ISSUE_HOURS
        .into_iter()
        .find(|hours| left <= Duration::hours(*hours));
    let found = step.map(|hours| {
        Finding::at(issue::DUE_AT.name)
            .with("code", Arg::Code(form.record().clone()))
            .with("h", Arg::Number(hours))
            .with(
                "owner",
                person_or(form.get(issue::OWNER), Label::new("责任人", "the owner")),
            )
            .with(
                "raiser",
                person_or(
                    form.get(issue::RAISED_BY),
                    Label::new("提出人", "the raiser"),
                ),
            )
    });
    found.into_iter().collect()
}
