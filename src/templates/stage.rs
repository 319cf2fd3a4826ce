//! A stage of the plan (T05 `stage.*`).

use crate::model::template::{Field, Key, Label, Tab, Template, Who, Words, Writers};
use chrono::NaiveDate;

pub const KIND: &str = "stage";

pub const NAME: Key<String> = Key::new("name");
/// Its place, from 1.
pub const SEQ: Key<i64> = Key::new("seq");
pub const GOAL: Key<String> = Key::new("goal");
/// Calculated: the first day of its tasks.
pub const START: Key<NaiveDate> = Key::new("start");
/// Calculated: the last day of its tasks.
pub const END: Key<NaiveDate> = Key::new("end");
/// What must hold at its end, one per line.
pub const EXIT_CRITERIA: Key<String> = Key::new("exit_criteria");

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("阶段", "Stage"), 40),
    Field::int(SEQ, Label::new("顺序", "Order"), 1, 99),
    Field::text(GOAL, Label::new("阶段目标", "Stage goal"), 200).wide(),
    Field::date(START, Label::new("开始", "Start")).filled(),
    Field::date(END, Label::new("结束", "End")).filled(),
    Field::long_text(EXIT_CRITERIA, Label::new("出口条件", "Exit criteria"))
        .help("一行一条。", "One per line."),
];

/// A stage of the plan.
pub static STAGE: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead])],
    place: Some(Tab::later(3)),
    words: Words {
        list: Label::new("阶段", "Stages"),
        purpose: Label::new(
            "把任务分成几段，一段一段地看。",
            "Divides the tasks into parts that can be looked at one by one.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("阶段", "Stages"),
        Label::new("阶段", "Stage"),
        NAME.name,
        FIELDS,
    )
};
