//! The progress log of a task (T09): rows that are added and never changed; a wrong one is followed by another. Each
//! also writes the task's own figure, day and cause in the same act.

mod rules;

pub use rules::{NEARLY_DONE, RULES, is_stuck};

use super::issue;
use super::member;
use super::task::{self, DELAY_CAUSES};
use crate::model::id::{FieldKey, RecordId};
use crate::model::template::{
    Choice, Field, Form, Key, Label, Speaker, Tab, Template, Who, Words, Writers,
};
use crate::model::{Change, Moment};
use chrono::NaiveDate;

pub const KIND: &str = "progress";

/// Calculated: what the update before it said.
pub const PERCENT_BEFORE: Key<i64> = Key::new("percent_before");
/// How far the task has come, per cent.
pub const PERCENT_AFTER: Key<i64> = Key::new("percent_after");
/// What was done, in a sentence.
pub const DONE: Key<String> = Key::new("done");
/// The figures of that sentence.
pub const KEY_DATA: Key<String> = Key::new("key_data");
/// What is left.
pub const REMAINING: Key<String> = Key::new("remaining");
/// What comes next.
pub const NEXT_STEP: Key<String> = Key::new("next_step");
/// Whether the owner thinks it will be done in time.
pub const CONFIDENCE: Key<String> = Key::new("confidence");
/// When the owner expects to be done.
pub const FORECAST_END: Key<NaiveDate> = Key::new("forecast_end");
/// Why it will be late.
pub const DELAY_CAUSE: Key<String> = Key::new("delay_cause");
/// The issue that holds it up.
pub const BLOCKER_ISSUE: Key<RecordId> = Key::new("blocker_issue");
/// In plain decimal notation.
pub const HOURS_SPENT: Key<String> = Key::new("hours_spent");
/// Who says it.
pub const BY: Key<RecordId> = Key::new("by");
/// When, by that person's clock.
pub const AT: Key<Moment> = Key::new("at");

/// 能按期
pub const ON_TRACK: Choice = Choice::new("on_track", "能按期", "On track");
/// 有风险
pub const AT_RISK: Choice = Choice::new("at_risk", "有风险", "At risk");
/// 会延期
pub const OFF_TRACK: Choice = Choice::new("off_track", "会延期", "Will be late");
/// How sure the owner is, from the best to the worst.
pub const CONFIDENCES: &[Choice] = &[ON_TRACK, AT_RISK, OFF_TRACK];

/// An update is what one person said: nobody else changes it.
const SAID: Speaker = Speaker::Writer;

const FIELDS: &[Field] = &[
    Field::int(
        PERCENT_BEFORE,
        Label::new("更新前（%）", "Before (%)"),
        0,
        100,
    )
    .filled(),
    Field::int(
        PERCENT_AFTER,
        Label::new("完成到（%）", "Complete to (%)"),
        0,
        100,
    )
    .own_word_of(SAID),
    Field::choice(CONFIDENCE, Label::new("按期把握", "On time?"), CONFIDENCES)
        .own_record_of(SAID, ""),
    Field::text(DONE, Label::new("一句话", "One sentence"), 500)
        .own_word_of(SAID)
        .wide()
        .width(30),
    Field::text(KEY_DATA, Label::new("关键数据", "Figures"), 200).own_word_of(SAID),
    Field::date(FORECAST_END, Label::new("预计完成", "Forecast end")).own_word_of(SAID),
    Field::choice(
        DELAY_CAUSE,
        Label::new("延期原因", "Delay cause"),
        DELAY_CAUSES,
    )
    .own_word_of(SAID),
    Field::text(REMAINING, Label::new("还剩什么", "What is left"), 500)
        .own_word_of(SAID)
        .wide()
        .more(),
    Field::text(NEXT_STEP, Label::new("下一步", "Next step"), 200)
        .own_word_of(SAID)
        .wide()
        .more(),
    Field::reference(
        BLOCKER_ISSUE,
        Label::new("遇到的问题", "Blocking issue"),
        &[issue::KIND],
    )
    .own_word_of(SAID)
    .more(),
    Field::decimal(HOURS_SPENT, Label::new("投入工时", "Hours spent"))
        .own_word_of(SAID)
        .more(),
    Field::reference(BY, Label::new("谁说的", "By"), &[member::KIND])
        .filled()
        .own_word_of(SAID),
    Field::date_time(AT, Label::new("时间", "At"))
        .latest()
        .filled()
        .own_word_of(SAID),
];

/// 进展: what somebody said of a task on a day.
pub static PROGRESS: Template = Template {
    writers: &[Writers::of_all(&[Who::Anyone])],
    copied: false,
    place: Some(Tab::always(5)),
    words: Words {
        list: Label::new("进度", "Progress"),
        empty: Label::new("还没有在做的任务。", "Nothing is in progress yet."),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("进展更新记录", "Progress updates"),
        Label::new("进展", "Progress update"),
        DONE.name,
        FIELDS,
    )
};

/// The updates of a task, in the order in which they were written, whatever the clocks said.
pub fn updates_of<'a>(task: &Form<'a>) -> Vec<Form<'a>> {
    let mut rows = task.rows(KIND);
    if rows.len() > 1 {
        let key = FieldKey::of(CONFIDENCE.name);
        let written = |row: &Form<'a>| {
            let history = task.log().history(row.record(), &key);
            history.first().map(|write| write.change)
        };
        let mut sorted: Vec<_> = rows.into_iter().map(|row| (written(&row), row)).collect();
        crate::model::sort::sort_by(&mut sorted, |a: &(Option<&Change>, Form<'_>), b| {
            match (a.0, b.0) {
                (Some(a), Some(b)) => a.order(b),
                (a, b) => a.is_some().cmp(&b.is_some()),
            }
        });
        rows = sorted.into_iter().map(|(_, row)| row).collect();
    }
    rows
}

/// The newest update of a task.
pub fn newest<'a>(task: &Form<'a>) -> Option<Form<'a>> {
    updates_of(task).pop()
}

/// The task that an update is about, where it is there and the update is the newest.
fn task_of_newest<'a>(update: &Form<'a>) -> Option<Form<'a>> {
    let task = update.parent().filter(|task| {
        task.record().kind() == task::KIND && task.log().is_visible(task.record())
    })?;
    let is_newest = newest(&task).is_some_and(|newest| newest.record() == update.record());
    is_newest.then_some(task)
}
