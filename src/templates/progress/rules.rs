//! The checks of an update: hints of what would help whoever reads it. Only the newest one of a task is looked at; how
//! long nobody said anything (PRG-05) counts days and stands in `analysis`.

use super::{
    BLOCKER_ISSUE, CONFIDENCE, DELAY_CAUSE, DONE, KEY_DATA, OFF_TRACK, PERCENT_AFTER, REMAINING,
    last_updates, task_of_newest,
};
use crate::model::Moment;
use crate::model::template::{Arg, Finding, Form, Label, Rule};
use crate::templates::{hint, status_of, task, warn};

/// From so many per cent on a task is nearly done (PRG-03).
pub const NEARLY_DONE: i64 = 95;
/// So many updates in a row say that it is stuck there.
const STUCK_AFTER: usize = 3;

pub static RULES: &[Rule] = &[
    hint(
        "PRG-01",
        Label::new(
            "请写上一个数字，例如「功能开发完成 8/10 个模块」。",
            "Add a figure, for example \"8 of 10 modules built\".",
        ),
        no_figure,
    ),
    hint(
        "PRG-02",
        Label::new(
            "完成度已到 100%，要提交审核吗？",
            "It is 100% complete. Submit for review?",
        ),
        complete_and_not_submitted,
    ),
    warn(
        "PRG-03",
        Label::new(
            "连续 3 次停在 {p}%，请写还剩什么。",
            "Stuck at {p}% for three updates. What is left?",
        ),
        stuck,
    ),
    hint(
        "PRG-04",
        Label::new(
            "会延期的任务，请选择原因或者提交问题申请单。",
            "Choose a cause or raise an issue where it will be late.",
        ),
        late_without_cause,
    ),
];

/// The task is not finished, and nobody has to review it yet.
fn is_worked_on(task: &Form<'_>) -> bool {
    task::is_open(task) && status_of(task) != task::REVIEW.key
}

/// The newest update of a task that is worked on.
fn telling<'a>(update: &Form<'a>) -> Option<Form<'a>> {
    task_of_newest(update).filter(is_worked_on)
}

/// It says something, and no figure in it.
fn no_figure(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_mute = form.has(DONE.name) && !form.has(KEY_DATA.name);
    Finding::at(DONE.name).when(is_mute && telling(form).is_some())
}

fn complete_and_not_submitted(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_whole = form.get(PERCENT_AFTER) == Some(100);
    let task = if is_whole { telling(form) } else { None };
    let found = task.map(|task| Finding {
        record: Some(task.record().clone()),
        ..Finding::at(task::PERCENT.name)
    });
    found.into_iter().collect()
}

fn stuck(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let percent = form.get(PERCENT_AFTER).unwrap_or_default();
    if !is_nearly_done(percent) || form.has(REMAINING.name) {
        return Vec::new();
    }
    let Some(task) = telling(form) else {
        return Vec::new();
    };
    Finding::at(REMAINING.name)
        .with("p", Arg::Number(percent))
        .when(is_stuck(&task, 0))
}

fn is_nearly_done(percent: i64) -> bool {
    (NEARLY_DONE..100).contains(&percent)
}

/// Whether the last updates of a task, with so many more to come, all say that it is nearly done and not done.
pub fn is_stuck(task: &Form<'_>, coming: usize) -> bool {
    let wanted = STUCK_AFTER.saturating_sub(coming);
    let updates = last_updates(task, wanted);
    let nearly = |update: &Form<'_>| update.get(PERCENT_AFTER).is_some_and(is_nearly_done);
    updates.len() >= wanted && updates.iter().all(nearly)
}

fn late_without_cause(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_late = form.get(CONFIDENCE).as_deref() == Some(OFF_TRACK.key);
    let says_why = form.has(DELAY_CAUSE.name) || form.has(BLOCKER_ISSUE.name);
    let is_unsaid = |task: &Form<'_>| {
        !task.has(task::DELAY_CAUSE.name) && !task.has(task::BLOCKED_BY_ISSUE.name)
    };
    let counts = is_late && !says_why && telling(form).is_some_and(|task| is_unsaid(&task));
    Finding::at(DELAY_CAUSE.name).when(counts)
}
