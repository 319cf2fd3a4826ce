//! What one department hands over to another (T05 `handoff`): a row under the giver's task, or by itself where it
//! comes of a need (T02).

use super::{ENTER, enter, hint, status_of, task, warn};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Key, Label, Rule, Speaker, Tab, Template, Who, Words,
    Writers,
};
use crate::templates::member;
use chrono::NaiveDate;

pub const KIND: &str = "handoff";

/// What is handed over.
pub const WHAT: Key<String> = Key::new("what");
/// Who hands it over.
pub const GIVER: Key<RecordId> = Key::new("giver");
/// Who receives it.
pub const RECEIVER: Key<RecordId> = Key::new("receiver");
/// When it counts as good.
pub const CRITERIA: Key<String> = Key::new("criteria");
/// The day it was promised for.
pub const PROMISED_DATE: Key<NaiveDate> = Key::new("promised_date");
/// Whether the receiver agreed to it.
pub const RECEIVER_AGREED: Key<bool> = Key::new("receiver_agreed");
/// What became of it.
pub const RESULT: Key<String> = Key::new("result");
/// Why it was returned.
pub const RETURN_REASON: Key<String> = Key::new("return_reason");

/// 接收
pub const ACCEPTED: Choice = Choice::new("accepted", "接收", "Accepted");
/// 退回
pub const RETURNED: Choice = Choice::new("returned", "退回", "Returned");

const GIVER_FIELD: Field =
    Field::reference(GIVER, Label::new("交出方", "Giver"), &[member::KIND]).doer();
const RECEIVER_FIELD: Field =
    Field::reference(RECEIVER, Label::new("接收方", "Receiver"), &[member::KIND]).doer();
const CRITERIA_FIELD: Field =
    Field::text(CRITERIA, Label::new("接收标准", "Acceptance criteria"), 200).concrete();
const PROMISED_FIELD: Field =
    Field::date(PROMISED_DATE, Label::new("承诺日期", "Promised date")).promised_day();
const REASON_FIELD: Field = Field::text(
    RETURN_REASON,
    Label::new("退回原因", "Reason for return"),
    200,
)
.own_word_of(FROM_RECEIVER);
/// Whether it was agreed to and received is the receiver's to say.
const FROM_RECEIVER: Speaker = Speaker::Person(RECEIVER.name);

const FIELDS: &[Field] = &[
    Field::text(WHAT, Label::new("交接内容", "What is handed over"), 200)
        .concrete()
        .width(20),
    GIVER_FIELD,
    RECEIVER_FIELD,
    CRITERIA_FIELD,
    PROMISED_FIELD,
    Field::bool(RECEIVER_AGREED, Label::new("接收方同意", "Receiver agreed"))
        .own_word_of(FROM_RECEIVER),
    Field::choice(RESULT, Label::new("结果", "Result"), &[ACCEPTED, RETURNED])
        .own_word_of(FROM_RECEIVER),
    REASON_FIELD,
];

/// 交接: who hands what to whom, and by when.
pub static HANDOFF: Template = Template {
    writers: &[
        Writers {
            fields: &[RECEIVER_AGREED.name, RESULT.name, RETURN_REASON.name],
            who: &[Who::Person(RECEIVER.name), Who::Lead],
        },
        Writers::of_all(&[
            Who::Person(GIVER.name),
            Who::Person(RECEIVER.name),
            Who::Lead,
        ]),
    ],
    copied: false,
    is_open,
    place: Some(Tab::later(3).first()),
    words: Words {
        list: Label::new("交接", "Handovers"),
        purpose: Label::new(
            "谁把什么交给谁，哪天前验收。",
            "Who hands what to whom, accepted by when.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("交接", "Handovers"),
        Label::new("交接", "Handover"),
        WHAT.name,
        FIELDS,
    )
};

/// The name of it in a sentence.
pub fn named(form: &Form<'_>, field: &'static str) -> Finding {
    Finding::at(field).with("what", Arg::Text(form.get(WHAT).unwrap_or_default()))
}

/// Whether it still lies ahead.
pub fn is_open(form: &Form<'_>) -> bool {
    !form.has(RESULT.name)
}

/// Once it says what is handed over, it should say between whom, when, and by what it is judged.
fn half_written(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    if form.has(WHAT.name) {
        let wanted = [GIVER_FIELD, RECEIVER_FIELD, CRITERIA_FIELD, PROMISED_FIELD];
        enter(form, &wanted)
    } else {
        Vec::new()
    }
}

fn returned_without_reason(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    if is_returned(form) {
        enter(form, &[REASON_FIELD])
    } else {
        Vec::new()
    }
}

fn is_returned(form: &Form<'_>) -> bool {
    form.get(RESULT).as_deref() == Some(RETURNED.key)
}

fn within_one_department(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let home = |key| form.referred(key)?.get(member::DEPARTMENT);
    let (giver, receiver) = (home(GIVER), home(RECEIVER));
    let is_same = giver.is_some() && giver == receiver;
    named(form, RECEIVER.name).when(is_same)
}

/// Returned, and the task it came from stands as done.
fn task_stands_as_done(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(of) = form
        .parent()
        .filter(|of| of.record().kind() == task::TASK.kind)
    else {
        return Vec::new();
    };
    let is_done = status_of(&of) == task::DONE.key;
    named(form, RESULT.name)
        .with("task", Arg::Record(of.record().clone()))
        .when(is_done && is_returned(form))
}

/// Its checks; HND-01 counts working days and stands in `analysis`.
pub static RULES: &[Rule] = &[
    warn("G-01", ENTER, half_written),
    warn("G-01", ENTER, returned_without_reason),
    warn(
        "HND-02",
        Label::new(
            "交接「{what}」的双方在同一个部门。部门内的事不用交接。",
            "Both sides of the handover \"{what}\" are in one department; within a department none is needed.",
        ),
        within_one_department,
    ),
    hint(
        "HND-03",
        Label::new(
            "交接「{what}」被退回了，{task}应重新打开。",
            "The handover \"{what}\" was returned; {task} should be reopened.",
        ),
        task_stands_as_done,
    ),
];
