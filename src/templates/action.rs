//! An action (T11): something small that was agreed on, usually in a meeting, with one owner and one day. It is no task
//! of the plan; it is carried on from meeting to meeting until it is done or dropped.

use super::{ENTER, enter, member, minutes, state, status, status_of, task, warn};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Due, Field, Finding, Form, Key, Label, Rule, STATUS, StakeKind, StateMachine, Tab,
    Template, Tone, Transition, Turn, Who, Words, Work, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "action";

/// What is to be done.
pub const WHAT: Key<String> = Key::new("what");
/// Who does it: one person.
pub const OWNER: Key<RecordId> = Key::new("owner");
/// By which day.
pub const DUE: Key<NaiveDate> = Key::new("due");
/// The task of the plan that it helps.
pub const LINKED_TASK: Key<RecordId> = Key::new("linked_task");
/// What came of it, in a sentence.
pub const RESULT: Key<String> = Key::new("result");
/// When its owner said that they have seen it.
pub const NOTED_AT: Key<Moment> = Key::new("noted_at");
/// The day on which it was done.
pub const DONE_AT: Key<NaiveDate> = Key::new("done_at");

/// 没做完
pub const OPEN: Choice = Choice::new("open", "没做完", "Open");
/// 做完了
pub const DONE: Choice = Choice::new("done", "做完了", "Done");
/// 不做了
pub const DROPPED: Choice = Choice::new("dropped", "不做了", "Dropped");

const BY_OWNER: Who = Who::Person(OWNER.name);

static STATES: StateMachine = StateMachine {
    states: &[
        state(OPEN, Tone::Info),
        state(DONE, Tone::Ok),
        state(DROPPED, Tone::Neutral),
    ],
    transitions: &[
        Transition::new(
            "finish",
            "做完了",
            "Done",
            &[OPEN.key],
            DONE.key,
            &[BY_OWNER, Who::Lead, Who::Coordinator],
        )
        .waited("做完", "Finish it")
        .asks(&[RESULT.name])
        .stamps(&[DONE_AT.name]),
        Transition::new(
            "drop",
            "不做了",
            "Drop it",
            &[OPEN.key],
            DROPPED.key,
            &[Who::Lead],
        )
        .aside()
        .reason(),
        Transition::new(
            "reopen",
            "重新打开",
            "Reopen",
            &[DONE.key, DROPPED.key],
            OPEN.key,
            &[Who::Lead, BY_OWNER],
        )
        .aside()
        .reason()
        .clears(&[DONE_AT.name]),
    ],
};

const OWNER_FIELD: Field = Field::reference(OWNER, Label::new("谁做", "Owner"), &[member::KIND])
    .stake(StakeKind::Role)
    .doer()
    .also(&["责任人", "负责人", "who"]);
const DUE_FIELD: Field = Field::date(DUE, Label::new("哪天前", "Due"))
    .promised_day()
    .also(&["截止", "完成时间", "due date"]);

const FIELDS: &[Field] = &[
    status(&[OPEN, DONE, DROPPED]),
    Field::text(WHAT, Label::new("行动项", "Action"), 200)
        .wide()
        .concrete()
        .width(28)
        .also(&["事项", "内容", "what"])
        .help("动词开头，写清做什么。", "Start with a verb."),
    OWNER_FIELD,
    DUE_FIELD,
    Field::reference(
        LINKED_TASK,
        Label::new("关系到哪个任务", "Task it helps"),
        &[task::KIND],
    )
    .more(),
    Field::text(RESULT, Label::new("结果", "Result"), 200)
        .happened()
        .wide(),
    Field::date_time(NOTED_AT, Label::new("知道的时间", "Noted at"))
        .latest()
        .filled(),
    Field::date(DONE_AT, Label::new("做完日期", "Done on"))
        .latest()
        .filled(),
];

/// 行动项: what, who, by when.
pub static ACTION: Template = Template {
    writers: &[
        Writers {
            fields: &[RESULT.name, NOTED_AT.name],
            who: &[BY_OWNER, Who::Lead, Who::Coordinator],
        },
        Writers::of_all(&[Who::Lead, Who::Coordinator]),
    ],
    columns: &[
        WHAT.name,
        OWNER.name,
        DUE.name,
        STATUS,
        RESULT.name,
        DONE_AT.name,
    ],
    states: Some(&STATES),
    copied: false,
    is_open,
    place: Some(Tab::later(5)),
    words: Words {
        list: Label::new("行动项", "Actions"),
        purpose: Label::new(
            "会上定下的小事：谁做，哪天前。",
            "What was agreed in a meeting: who does it, by when.",
        ),
        add: Label::new("记一件行动项", "Add an action"),
        ..Words::USUAL
    },
    work: Some(Work {
        called: Label::new("行动项", "action"),
        many: Label::new("行动项", "actions"),
        owner: OWNER,
        due_field: DUE.name,
        due: |form| form.get(DUE).map(Due::Day),
        watched: None,
        effort: None,
        alike: true,
        runs: is_open,
        in_hand: is_open,
        turns: &[(&[OPEN.key], &[Turn::Owner])],
    }),
    ..Template::plain(
        KIND,
        Label::new("行动项", "Actions"),
        Label::new("行动项", "Action"),
        WHAT.name,
        FIELDS,
    )
};

/// Whether it is neither done nor dropped.
pub fn is_open(form: &Form<'_>) -> bool {
    status_of(form) == OPEN.key
}

/// Whether its owner is to know of it: what is noted in a meeting is, once that is released.
pub fn is_given(form: &Form<'_>) -> bool {
    let noted_in = form
        .parent()
        .filter(|one| one.record().kind() == minutes::KIND);
    noted_in.is_none_or(|one| status_of(&one) != minutes::DRAFT.key)
}

/// Once it says what, it should say who and by when.
fn half_written(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    if form.has(WHAT.name) && is_open(form) {
        enter(form, &[OWNER_FIELD, DUE_FIELD])
    } else {
        Vec::new()
    }
}

pub static RULES: &[Rule] = &[warn("G-01", ENTER, half_written)];
