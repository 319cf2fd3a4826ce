//! Checks of tasks, handovers and the plan that count working days, which templates cannot: they know no calendar.

use crate::analysis::inbox::updates::{SILENT_DAYS, silent_days};
use crate::analysis::people::duty::deciding;
use crate::analysis::people::suggestion::Suggestion;
use crate::analysis::standing::plan_changes::approved_end;
use crate::analysis::time::lateness::{overdue_days, work_days};
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::Moment;
use crate::model::template::{Arg, Finding, Form, Label, Rule};
use crate::templates::{
    charter, handoff, hint, issue, proposal, risk, settings, status_of, task, warn,
};

/// A plan may move this far before a change request is due (working days).
const TOLERANCE_DAYS: i64 = 2;
/// Longer work than this is better split (working days).
const LONG_DAYS: i64 = 15;
/// The receiver of a handover should have agreed by then (working days before it).
const AGREED_DAYS: i64 = 3;
/// A review takes this long (working days, W-17).
const REVIEW_DAYS: i64 = 1;

/// The further checks of a kind.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        task::KIND => TASK_RULES,
        handoff::KIND => HANDOFF_RULES,
        risk::KIND => RISK_RULES,
        settings::KIND => PLAN_RULES,
        proposal::KIND => SUGGESTION_RULES,
        _ => &[],
    }
}

const TASK_RULES: &[Rule] = &[
    hint(
        "TASK-09",
        Label::new(
            "工期 {n} 个工作日偏长，建议拆成每段不超过 10 个工作日。",
            "It takes {n} working {n|day|days}, which is long; consider splitting it into parts of at most 10.",
        ),
        long_task,
    ),
    warn(
        "TASK-10",
        Label::new(
            "截止日从 {d1} 改到 {d2}。超过 {tol} 个工作日，或里程碑因此推后时，需要提交变更申请。",
            "Due date moves from {d1} to {d2}. Beyond {tol} working {tol|day|days}, or if a milestone moves with it, a change request is required.",
        ),
        due_date_moved,
    ),
    hint(
        "TASK-14",
        Label::new(
            "卡住它的问题已经解决：{issue}。可以解除受阻。",
            "The issue that held it up is solved: {issue}. It can be unblocked.",
        ),
        no_longer_blocked,
    ),
    warn(
        "TASK-16",
        Label::new(
            "已逾期 {n} 个工作日，请写延期原因。",
            "{n} working {n|day|days} overdue; give the cause of the delay.",
        ),
        late_without_cause,
    ),
    warn(
        "TASK-17",
        Label::new(
            "提交审核已 {n} 个工作日，应请{name}审核。",
            "Submitted for review {n} working {n|day|days} ago; {name} should review it.",
        ),
        review_is_late,
    ),
    warn(
        "PRG-05",
        Label::new(
            "「{task}」已 {n} 天没有更新进展。",
            "\"{task}\" has had no update for {n} {n|day|days}.",
        ),
        not_updated,
    ),
];

const HANDOFF_RULES: &[Rule] = &[warn(
    "HND-01",
    Label::new(
        "接收方{name}还没有确认交接「{what}」。",
        "{name} has not confirmed the handover of \"{what}\".",
    ),
    receiver_has_not_agreed,
)];

const SUGGESTION_RULES: &[Rule] = &[hint(
    "ROLE-01",
    Label::new(
        "有一条建议等{who}决定。",
        "A suggestion waits for {who} to decide.",
    ),
    waiting_suggestion,
)];

const PLAN_RULES: &[Rule] = &[warn(
    "PLAN-04",
    Label::new(
        "计划排到 {d}，超过项目结束日 {n} 个工作日。",
        "The plan ends on {d}, {n} working {n|day|days} late.",
    ),
    plan_ends_late,
)];

const RISK_RULES: &[Rule] = &[warn(
    "RSK-09",
    Label::new(
        "风险措施已逾期 {n} 个工作日。",
        "The risk action is {n} working {n|day|days} overdue.",
    ),
    action_late,
)];

fn long_task(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_work = form
        .get(task::TASK_TYPE)
        .is_none_or(|key| key == task::WORK.key);
    let days = work_days(form, &calendar_of(form))
        .filter(|days| is_work && task::is_open(form) && *days > LONG_DAYS);
    days.map(|days| Finding::at(task::CURRENT_END.name).with("n", Arg::Number(days)))
        .into_iter()
        .collect()
}

/// Further than the plan says, or than the change that was approved last.
fn due_date_moved(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let (Some(d1), Some(d2)) = (form.get(task::BASELINE_END), form.get(task::CURRENT_END)) else {
        return Vec::new();
    };
    let calendar = calendar_of(form);
    let is_beyond = |from| calendar.moved_days(from, d2).abs() > TOLERANCE_DAYS;
    // Only where it is beyond the plan the requests are looked through.
    if !is_beyond(d1) || !task::is_open(form) {
        return Vec::new();
    }
    let d1 = approved_end(form).unwrap_or(d1);
    let dates = Finding::at(task::CURRENT_END.name)
        .with("d1", Arg::Text(d1.to_string()))
        .with("d2", Arg::Text(d2.to_string()));
    dates
        .with("tol", Arg::Number(TOLERANCE_DAYS))
        .when(is_beyond(d1))
}

/// The issue that is named as holding it up is solved or closed.
fn no_longer_blocked(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_blocked = status_of(form) == task::BLOCKED.key;
    let holding = form.referred(task::BLOCKED_BY_ISSUE).filter(|_| is_blocked);
    let is_over = |issue: &Form<'_>| {
        [issue::RESOLVED.key, issue::CLOSED.key].contains(&status_of(issue).as_str())
    };
    let found = holding.filter(is_over).map(|issue| {
        Finding::at(task::BLOCKED_BY_ISSUE.name).with("issue", Arg::Record(issue.record().clone()))
    });
    found.into_iter().collect()
}

fn late_without_cause(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    if form.has(task::DELAY_CAUSE.name) {
        return Vec::new();
    }
    let days = overdue_days(form, now.date_naive(), &calendar_of(form)).unwrap_or(0);
    Finding::at(task::DELAY_CAUSE.name)
        .with("n", Arg::Number(days))
        .when(days > 0)
}

fn review_is_late(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_waiting = status_of(form) == task::REVIEW.key;
    let Some(submitted) = form.get(task::ACTUAL_END).filter(|_| is_waiting) else {
        return Vec::new();
    };
    let days = calendar_of(form).late_days(submitted, now.date_naive());
    let nobody = Arg::Label(Label::new("审核人", "the reviewer"));
    Finding::at(task::REVIEWER.name)
        .with("n", Arg::Number(days))
        .with("name", form.get(task::REVIEWER).map_or(nobody, Arg::Record))
        .when(days > REVIEW_DAYS)
}

/// It is worked on, and nobody said how far it has come (W-15).
fn not_updated(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_running = [task::DOING.key, task::BLOCKED.key].contains(&status_of(form).as_str());
    let days = silent_days(form, now.date_naive()).filter(|_| is_running);
    let found = days.filter(|days| *days > SILENT_DAYS).map(|days| {
        Finding::at(task::PERCENT.name)
            .with("task", Arg::Record(form.record().clone()))
            .with("n", Arg::Number(days))
    });
    found.into_iter().collect()
}

fn receiver_has_not_agreed(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_unsure = handoff::is_open(form) && form.get(handoff::RECEIVER_AGREED) != Some(true);
    let Some(day) = form.get(handoff::PROMISED_DATE).filter(|_| is_unsure) else {
        return Vec::new();
    };
    let left = calendar_of(form).moved_days(now.date_naive(), day);
    let nobody = Arg::Label(Label::new("（还没有写）", "(nobody named yet)"));
    handoff::named(form, handoff::RECEIVER_AGREED.name)
        .with(
            "name",
            form.get(handoff::RECEIVER).map_or(nobody, Arg::Record),
        )
        .when(left <= AGREED_DAYS)
}

fn action_late(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(due) = risk::action_due(form) else {
        return Vec::new();
    };
    let days = calendar_of(form).late_days(due, now.date_naive());
    Finding::at(risk::ACTION_DUE.name)
        .with("n", Arg::Number(days))
        .when(days > 0)
}

fn plan_ends_late(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(end) = form.other(charter::record()).get(charter::PLANNED_END) else {
        return Vec::new();
    };
    let ends = task::all_ends(form.log());
    let planned = ends.iter().filter(|one| !one.is_cancelled);
    let last = planned.max_by_key(|one| (one.day, &one.record));
    let Some((day, record)) = last
        .map(|one| (one.day, one.record.clone()))
        .filter(|(day, _)| *day > end)
    else {
        return Vec::new();
    };
    let finding = Finding {
        record: Some(record),
        ..Finding::at(task::CURRENT_END.name)
    }
    .with("d", Arg::Text(day.to_string()));
    vec![finding.with("n", Arg::Number(calendar_of(form).late_days(end, day)))]
}

/// A suggestion that nobody has decided on, at the form it is about.
fn waiting_suggestion(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let log = form.log();
    let open = Suggestion::read(log, form.record()).filter(|one| one.is_open(log));
    let found = open.and_then(|one| {
        let who = deciding(log, &one.target, &one.key).first()?.clone();
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
