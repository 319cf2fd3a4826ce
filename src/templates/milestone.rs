//! A milestone of the plan (T05 `ms.*`).

use super::{ENTER, enter, task, warn};
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Form, Key, Label, Rule, StakeKind, Tab, Template, Who, Words, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "milestone";

pub const NAME: Key<String> = Key::new("name");
/// The original date.
pub const BASELINE_DATE: Key<NaiveDate> = Key::new("baseline_date");
/// The date as planned now.
pub const CURRENT_DATE: Key<NaiveDate> = Key::new("current_date");
/// When it was reached.
pub const ACTUAL_DATE: Key<NaiveDate> = Key::new("actual_date");
/// Whether it is a gate review.
pub const GATE: Key<bool> = Key::new("gate");
/// The task that reaches it; unset: those that were to end on its original date.
pub const REACHED_BY: Key<RecordId> = Key::new("reached_by");
/// What the gate review decided.
pub const GATE_DECISION: Key<String> = Key::new("gate_decision");
/// Under which conditions, one per line.
pub const CONDITIONS: Key<String> = Key::new("conditions");

/// Calculated: working days it is later than first planned; negative when earlier.
pub const SLIP_WD: Key<i64> = Key::new("slip_wd");

/// 有条件通过
pub const CONDITIONAL: Choice = Choice::new("conditional", "有条件通过", "Conditional go");
/// What a gate review can decide.
pub const DECISIONS: &[Choice] = &[
    Choice::new("go", "通过", "Go"),
    CONDITIONAL,
    Choice::new("hold", "暂缓", "Hold"),
    Choice::new("stop", "终止", "Stop"),
];
const DECISION_FIELD: Field = Field::choice(
    GATE_DECISION,
    Label::new("关口结论", "Gate decision"),
    DECISIONS,
)
.stake(StakeKind::Decision)
.happened();
const CONDITIONS_FIELD: Field = Field::long_text(CONDITIONS, Label::new("附带条件", "Conditions"))
    .stake(StakeKind::Decision)
    .concrete()
    .happened()
    .help("一行一条。", "One per line.")
    .more();

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("里程碑", "Milestone"), 80).also(&[
        "里程碑名称",
        "节点",
        "关键节点",
        "name",
    ]),
    Field::date(BASELINE_DATE, Label::new("原计划日期", "Original date"))
        .stake(StakeKind::Original)
        .happened(),
    Field::date(CURRENT_DATE, Label::new("现计划日期", "Current date"))
        .also(&["日期", "计划日期", "完成日期", "date", "due date"])
        .planned_day(),
    Field::date(ACTUAL_DATE, Label::new("实际日期", "Actual date")).happened(),
    Field::int(
        SLIP_WD,
        Label::new("推后（工作日）", "Later by (working days)"),
        -10_000,
        10_000,
    )
    .filled(),
    Field::reference(
        REACHED_BY,
        Label::new("由哪项任务到达", "Reached by"),
        &[task::KIND],
    )
    .more(),
    Field::bool(GATE, Label::new("关口评审", "Gate review")),
    DECISION_FIELD,
    CONDITIONS_FIELD,
];

/// A milestone of the plan.
pub static MILESTONE: Template = Template {
    writers: &[Writers::of_all(&[Who::Lead])],
    is_open: |form| !form.has(ACTUAL_DATE.name),
    place: Some(Tab::later(3)),
    words: Words {
        list: Label::new("里程碑", "Milestones"),
        purpose: Label::new(
            "几个必须守住的日子，总览和简报里会对照。",
            "The few dates that must hold; the overview and the brief compare against them.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("里程碑", "Milestones"),
        Label::new("里程碑", "Milestone"),
        NAME.name,
        FIELDS,
    )
};

pub static RULES: &[Rule] = &[
    warn("G-01", ENTER, |form: &Form<'_>, _| {
        if form.get(GATE_DECISION).as_deref() == Some(CONDITIONAL.key) {
            enter(form, &[CONDITIONS_FIELD])
        } else {
            Vec::new()
        }
    }),
    // A gate review that was held has a result.
    warn("G-01", ENTER, |form: &Form<'_>, _| {
        if form.get(GATE) == Some(true) && form.has(ACTUAL_DATE.name) {
            enter(form, &[DECISION_FIELD])
        } else {
            Vec::new()
        }
    }),
];
