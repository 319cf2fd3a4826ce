//! The checks of one task. Those that count working days or look at the roster (TASK-08 to TASK-10, TASK-14, TASK-16,
//! TASK-17) stand in `analysis`; TASK-05 looks at all tasks and hangs at the settings.

use super::{
    BLOCKED, CURRENT_END, CURRENT_START, DELIVERABLE_FIELD, DONE, DUE_FIELD, HELPERS, OWNER,
    PERCENT, REVIEWER, REVIEWER_FIELD, START_FIELD,
};
use super::{CANCELLED, is_open, makes_something, needs_review};
use crate::model::Moment;
use crate::model::id::FieldKey;
use crate::model::template::{Arg, Finding, Form, Gate, Label, Rule};
use crate::templates::attachment;
use crate::templates::{
    END_BEFORE_START, ENTER, block, department, dependency, end_before_start, enter, member,
    status_of, warn,
};
use chrono::Days;

pub const RULES: &[Rule] = &[
    block(
        "TASK-01",
        Gate::Start,
        Label::new("请指定一名责任人。", "Name one owner."),
        |form, _| Finding::at(OWNER.name).when(!is_cancelled(form) && !form.has(OWNER.name)),
    ),
    block(
        "TASK-02",
        Gate::Start,
        Label::new(
            "只能有一名责任人，其他人请放到「协助人」并写明帮什么。",
            "Only one owner. Put the others under helpers and say what they contribute.",
        ),
        |form, _| {
            Finding::at(OWNER.name).when(
                form.log()
                    .distinct(form.record(), &FieldKey::of(OWNER.name))
                    .len()
                    > 1,
            )
        },
    ),
    block(
        "TASK-03",
        Gate::Start,
        Label::new("请填写截止日期。", "Set a due date."),
        |form, _| {
            Finding::at(CURRENT_END.name).when(!is_cancelled(form) && !form.has(CURRENT_END.name))
        },
    ),
    warn(
        "TASK-04",
        Label::new(
            "开始日 {d1} 早于或等于前置任务「{p}」的结束日 {d2}。",
            "It starts on {d1}, before predecessor \"{p}\" ends on {d2}.",
        ),
        starts_before_predecessor_ends,
    ),
    block(
        "TASK-06",
        Gate::Submit,
        Label::new(
            "审核人不能是责任人本人。",
            "The reviewer must not be the owner.",
        ),
        |form, _| {
            Finding::at(REVIEWER.name).when(
                form.get(REVIEWER)
                    .is_some_and(|reviewer| form.get(OWNER) == Some(reviewer)),
            )
        },
    ),
    block(
        "TASK-07",
        Gate::Submit,
        Label::new(
            "请附上「{deliverable}」的文件位置或链接后再提交。",
            "Attach the place of \"{deliverable}\" or a link before submitting.",
        ),
        nothing_attached,
    ),
    warn(
        "TASK-11",
        Label::new(
            "完成度从 {a}% 降到 {b}%，请写明原因。",
            "Percent drops from {a}% to {b}%; give a reason.",
        ),
        percent_drops,
    ),
    block(
        "TASK-12",
        Gate::Start,
        Label::new(
            "{dept}不是参与部门。请先加入项目。",
            "{dept} is not a participating department. Add it first.",
        ),
        owner_from_outside,
    ),
    warn(
        "TASK-13",
        Label::new(
            "标为「受阻」时请选择或新建一张问题申请单。",
            "Choose or create an issue when marking a task as blocked.",
        ),
        |form, _| {
            Finding::at(super::BLOCKED_BY_ISSUE.name).when(
                status_of(form) == BLOCKED.key && form.referred(super::BLOCKED_BY_ISSUE).is_none(),
            )
        },
    ),
    warn(
        "TASK-15",
        Label::new(
            "协助人最多 5 人，各写一句帮什么。",
            "At most 5 helpers, each with what they contribute.",
        ),
        |form, _| {
            let helpers = form.elements(HELPERS.name);
            let is_mute = helpers.iter().any(|(_, says)| says.as_text().is_none());
            Finding::at(HELPERS.name).when(is_open(form) && (helpers.len() > 5 || is_mute))
        },
    ),
    block("G-01", Gate::Submit, ENTER, needed_to_submit),
    block("G-03", Gate::Start, END_BEFORE_START, |form, _| {
        end_before_start(form, &START_FIELD, &DUE_FIELD)
    }),
];

fn is_cancelled(form: &Form<'_>) -> bool {
    status_of(form) == CANCELLED.key
}

fn starts_before_predecessor_ends(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(start) = form.get(CURRENT_START) else {
        return Vec::new();
    };
    if !is_open(form) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for row in form.rows(dependency::KIND) {
        let after_finish = row
            .get(dependency::KIND_OF)
            .is_none_or(|kind| kind == dependency::FS.key);
        let Some(before) = row
            .referred(dependency::PREDECESSOR)
            .filter(|before| !is_cancelled(before))
        else {
            continue;
        };
        // A lag below nothing lets it begin before the other is done: steps of one day follow each other in hours.
        let lag = row
            .get(dependency::LAG_DAYS)
            .unwrap_or(0)
            .clamp(-MOST_LAG, 0);
        let begins = start.checked_add_days(Days::new(lag.unsigned_abs()));
        let begins = begins.unwrap_or(start);
        if let Some(end) = before
            .get(CURRENT_END)
            .filter(|end| after_finish && begins <= *end)
        {
            let dates = Finding::at(CURRENT_START.name)
                .with("d1", Arg::Text(start.to_string()))
                .with("d2", Arg::Text(end.to_string()));
            out.push(dates.with("p", Arg::Record(before.record().clone())));
        }
    }
    out
}

/// As many days as a lag may have.
const MOST_LAG: i64 = 100;

/// A deliverable is named, and neither an attachment nor a link says where it is.
fn nothing_attached(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(deliverable) = form.get(super::DELIVERABLE) else {
        return Vec::new();
    };
    Finding::at(attachment::KIND)
        .with("deliverable", Arg::Text(deliverable))
        .when(!is_cancelled(form) && form.rows(attachment::KIND).is_empty())
}

/// The last write lowered the figure and gave no reason.
fn percent_drops(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let history = form
        .log()
        .history(form.record(), &FieldKey::of(PERCENT.name));
    let [.., before, last] = history.as_slice() else {
        return Vec::new();
    };
    let (Some(a), Some(b)) = (before.value.as_int(), last.value.as_int()) else {
        return Vec::new();
    };
    Finding::at(PERCENT.name)
        .with("a", Arg::Number(a))
        .with("b", Arg::Number(b))
        .when(b < a && last.change.note.is_none())
}

fn owner_from_outside(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(home) = form
        .referred(OWNER)
        .and_then(|owner| owner.get(member::DEPARTMENT))
    else {
        return Vec::new();
    };
    let takes_part =
        form.log().is_visible(&home) && department::takes_part(&form.other(home.clone()));
    Finding::at(OWNER.name)
        .with("dept", Arg::Record(home))
        .when(!takes_part && !is_cancelled(form))
}

fn needed_to_submit(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let mut fields = Vec::new();
    if makes_something(form) && !is_cancelled(form) {
        fields.push(DELIVERABLE_FIELD);
    }
    let is_finished = [DONE.key, CANCELLED.key].contains(&status_of(form).as_str());
    if needs_review(form) && !is_finished {
        fields.push(REVIEWER_FIELD);
    }
    enter(form, &fields)
}
