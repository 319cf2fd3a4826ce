//! The progress log of a task (T09): rows that are added and never changed; a wrong one is followed by another. Each
//! also writes the task's own figure, day and cause in the same act.

mod rules;

pub use rules::{NEARLY_DONE, RULES, is_stuck};

use super::issue;
use super::member;
use super::task::{self, DELAY_CAUSES};
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Derived, Log};
use crate::model::sort::sort_by;
use crate::model::template::{
    Choice, Field, Form, Key, Label, Speaker, Tab, Template, Who, Words, Writers,
};
use crate::model::{Change, Moment};
use chrono::NaiveDate;
use std::collections::BTreeMap;

pub const KIND: &str = "progress";

/// Calculated: whether the project is told of every day or every week.
pub const PERIOD: Key<String> = Key::new("period");
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

/// 日: a stand-up is held every day
pub const DAILY: Choice = Choice::new("daily", "日", "Daily");
/// 周
pub const WEEKLY: Choice = Choice::new("weekly", "周", "Weekly");

/// An update is what one person said: nobody else changes it.
const SAID: Speaker = Speaker::Writer;

const FIELDS: &[Field] = &[
    Field::choice(PERIOD, Label::new("期间", "Period"), &[DAILY, WEEKLY]).filled(),
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
        .from_zero()
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
        empty: Label::new(
            "还没有在做的任务。在计划表里开始的任务会出现在这里。",
            "Nothing is in progress yet. Tasks that are started in the plan come here.",
        ),
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

/// The updates of every task, in the order in which they were written, whatever the clocks said: sorted once for all
/// who ask, however many a file brings.
struct Updates {
    of: BTreeMap<RecordId, Vec<RecordId>>,
    /// Where an update stands among those of its task.
    places: BTreeMap<RecordId, usize>,
}

impl Derived for Updates {
    fn of(log: &Log) -> Self {
        let key = FieldKey::of(CONFIDENCE.name);
        let mut written: BTreeMap<RecordId, Vec<(Option<&Change>, RecordId)>> = BTreeMap::new();
        for row in log.rows(KIND) {
            if let Some(task) = log.parent_of(&row) {
                let first = log.history(&row, &key).first().map(|write| write.change);
                written.entry(task).or_default().push((first, row));
            }
        }
        let mut all = Self {
            of: BTreeMap::new(),
            places: BTreeMap::new(),
        };
        for (task, mut rows) in written {
            sort_by(&mut rows, |(a, _), (b, _)| match (a, b) {
                (Some(a), Some(b)) => a.order(b),
                (a, b) => a.is_some().cmp(&b.is_some()),
            });
            let rows: Vec<RecordId> = rows.into_iter().map(|(_, row)| row).collect();
            let places = rows.iter().enumerate().map(|(at, row)| (row.clone(), at));
            all.places.extend(places);
            all.of.insert(task, rows);
        }
        all
    }
}

/// So many of the last updates of a task, the newest first.
pub fn last_updates<'a>(task: &Form<'a>, most: usize) -> Vec<Form<'a>> {
    let all = task.log().derived::<Updates>();
    let rows = all.of.get(task.record()).map_or(&[][..], |rows| rows);
    let rows = rows.iter().rev().take(most);
    rows.map(|row| task.other(row.clone())).collect()
}

/// The updates of a task, in the order in which they were written, whatever the clocks said.
pub fn updates_of<'a>(task: &Form<'a>) -> Vec<Form<'a>> {
    let mut all = last_updates(task, usize::MAX);
    all.reverse();
    all
}

/// The newest update of a task.
pub fn newest<'a>(task: &Form<'a>) -> Option<Form<'a>> {
    last_updates(task, 1).pop()
}

/// What the update before this one said of the task, per cent.
pub fn percent_before(update: &Form<'_>) -> Option<i64> {
    let all = update.log().derived::<Updates>();
    let before = all.places.get(update.record())?.checked_sub(1)?;
    let task = update.log().parent_of(update.record())?;
    let before = all.of.get(&task)?.get(before)?;
    update.other(before.clone()).get(PERCENT_AFTER)
}

/// The task that an update is about, where it is there and the update is the newest.
fn task_of_newest<'a>(update: &Form<'a>) -> Option<Form<'a>> {
    let task = update.parent().filter(|task| {
        task.record().kind() == task::KIND && task.log().is_visible(task.record())
    })?;
    let is_newest = newest(&task).is_some_and(|newest| newest.record() == update.record());
    is_newest.then_some(task)
}
