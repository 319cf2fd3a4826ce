//! A predecessor of a task (T05 `depends_on`): a row under the task that waits.

use super::task;
use crate::model::id::RecordId;
use crate::model::template::{Choice, Field, Key, Label, Template};

pub const KIND: &str = "dependency";

/// The task that comes first.
pub const PREDECESSOR: Key<RecordId> = Key::new("predecessor");
/// FS, SS, FF or SF; unset means FS.
pub const KIND_OF: Key<String> = Key::new("kind_of");
/// Working days between.
pub const LAG_DAYS: Key<i64> = Key::new("lag_days");

/// 完成后开始
pub const FS: Choice = Choice::new("FS", "完成后开始", "Finish to start");
/// 开始后开始
pub const SS: Choice = Choice::new("SS", "开始后开始", "Start to start");
/// 完成后完成
pub const FF: Choice = Choice::new("FF", "完成后完成", "Finish to finish");
/// 开始后完成
pub const SF: Choice = Choice::new("SF", "开始后完成", "Start to finish");

const FIELDS: &[Field] = &[
    Field::reference(
        PREDECESSOR,
        Label::new("前置任务", "Predecessor"),
        &[task::KIND],
    )
    .width(20),
    Field::choice(KIND_OF, Label::new("关系", "Relation"), &[FS, SS, FF, SF]),
    Field::int(
        LAG_DAYS,
        Label::new("间隔（工作日）", "Lag (working days)"),
        -100,
        100,
    ),
];

/// 前置任务: a row under the task that waits.
pub static DEPENDENCY: Template = Template::plain(
    KIND,
    Label::new("前置任务", "Predecessors"),
    Label::new("前置任务", "Predecessor"),
    PREDECESSOR.name,
    FIELDS,
);
