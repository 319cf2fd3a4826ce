//! Checks of the plan's order (views.md §1.8): what waits for something that is gone or not over, what is fixed and
//! pushed, and the milestones that come later. They hang at the settings, since one look at the plan finds all.

use crate::analysis::standing::schedule::{LinkKind, ScheduleFinding, schedule, schedule_findings};
use crate::model::Moment;
use crate::model::log::KeptBy;
use crate::model::template::{Arg, Finding, Form, Label, Rule};
use crate::templates::{dependency, milestone, settings, task, warn};
use chrono::NaiveDate;
use std::rc::Rc;

/// The further checks of a kind.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    if kind == settings::KIND { RULES } else { &[] }
}

const RULES: &[Rule] = &[
    warn(
        "SCH-01",
        Label::new(
            "{task}的前置任务已删除或不存在，先不算。",
            "A predecessor of {task} is deleted or missing; it does not count.",
        ),
        |form, now| found(form, now, gone),
    ),
    warn(
        "SCH-02",
        Label::new(
            "{b}要等{a}，却早 {n} 个工作日：前后矛盾。",
            "{b} waits for {a} but is {n} working {n|day|days} too early: out of order.",
        ),
        |form, now| found(form, now, out_of_order),
    ),
    warn(
        "SCH-03",
        Label::new(
            "{b}已经开始，{a}还没完成。",
            "{b} has started and {a} is not finished.",
        ),
        |form, now| found(form, now, started_before),
    ),
    warn(
        "SCH-04",
        Label::new(
            "{task}日期已锁定，但按前置要晚 {n} 个工作日。",
            "{task} is fixed, but what precedes it needs {n} working {n|day|days} more.",
        ),
        |form, now| found(form, now, fixed),
    ),
    warn(
        "SCH-05",
        Label::new(
            "{ms}预计晚 {n} 个工作日，因为{task}。",
            "{ms} is expected {n} working {n|day|days} late because of {task}.",
        ),
        |form, now| found(form, now, milestone_later),
    ),
];

/// What the five rules speak of on the day that was asked for last, found once for all of them.
#[derive(Default)]
struct KeptPlanFindings(KeptBy<(), (NaiveDate, Rc<[ScheduleFinding]>)>);

/// What of the plan's findings a rule speaks of.
fn found(
    form: &Form<'_>,
    now: Moment,
    read: fn(ScheduleFinding) -> Option<Finding>,
) -> Vec<Finding> {
    let (log, today) = (form.log(), now.date_naive());
    let is_of_today = |(day, _): &(NaiveDate, _)| *day == today;
    let find = || (today, schedule_findings(&schedule(log, today)).into());
    let kept = log.beside::<KeptPlanFindings>();
    let (_, all) = kept.0.get_while(log, &(), is_of_today, find);
    all.iter().cloned().filter_map(read).collect()
}

fn gone(found: ScheduleFinding) -> Option<Finding> {
    let ScheduleFinding::Gone(task) = found else {
        return None;
    };
    let finding = Finding {
        record: Some(task.clone()),
        ..Finding::at(dependency::KIND)
    };
    Some(finding.with("task", Arg::Record(task)))
}

/// What starts before a plain predecessor ends is told by TASK-04 already.
fn out_of_order(found: ScheduleFinding) -> Option<Finding> {
    let ScheduleFinding::OutOfOrder {
        task,
        before,
        days,
        link,
    } = found
    else {
        return None;
    };
    if link.kind == LinkKind::FinishStart && link.lag <= 0 {
        return None;
    }
    let finding = Finding {
        record: Some(task.clone()),
        ..Finding::at(task::CURRENT_START.name)
    };
    let finding = finding.with("b", Arg::Record(task));
    let finding = finding.with("a", Arg::Record(before));
    Some(finding.with("n", Arg::Number(days.into())))
}

fn started_before(found: ScheduleFinding) -> Option<Finding> {
    let ScheduleFinding::StartedBefore { task, before } = found else {
        return None;
    };
    let finding = Finding {
        record: Some(task.clone()),
        ..Finding::at(dependency::KIND)
    };
    let finding = finding.with("b", Arg::Record(task));
    Some(finding.with("a", Arg::Record(before)))
}

fn fixed(found: ScheduleFinding) -> Option<Finding> {
    let ScheduleFinding::Fixed { task, days } = found else {
        return None;
    };
    let finding = Finding {
        record: Some(task.clone()),
        ..Finding::at(task::PINNED.name)
    };
    let finding = finding.with("task", Arg::Record(task));
    Some(finding.with("n", Arg::Number(days.into())))
}

fn milestone_later(found: ScheduleFinding) -> Option<Finding> {
    let ScheduleFinding::MilestoneLater {
        milestone,
        because: Some(task),
        days,
    } = found
    else {
        return None;
    };
    let finding = Finding {
        record: Some(milestone.clone()),
        ..Finding::at(milestone::CURRENT_DATE.name)
    };
    let finding = finding.with("ms", Arg::Record(milestone));
    let finding = finding.with("task", Arg::Record(task));
    Some(finding.with("n", Arg::Number(days.into())))
}
