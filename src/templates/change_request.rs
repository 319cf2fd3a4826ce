//! A request to change the plan (T14), born where a date is moved further than the tolerance. Who approves follows from
//! how far it reaches; approving writes all of it into the plan in one act. The original plan never moves.

mod states;

pub use states::{
    APPROVED, ASSESS, ASSESSING, BY_ROUTE, DRAFT, IMPLEMENTED, MERGED, POSTPONED, REJECTED, SUBMIT,
    SUBMITTED, WAITING,
};

use super::{NUMBER, block, change_item, member, status, status_of, task};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    CODE, Choice, Field, Finding, First, Form, Gate, Key, Label, Rule, STATUS, Section, StakeKind,
    Tab, Template, Who, Words, Writers,
};

pub const KIND: &str = "change_request";

pub const TITLE: Key<String> = Key::new("title");
pub const TYPE: Key<String> = Key::new("type");
/// Why.
pub const REASON: Key<String> = Key::new("reason");
pub const REASON_CODE: Key<String> = Key::new("reason_code");
/// What happens if nothing changes.
pub const IMPACT_IF_NOT: Key<String> = Key::new("impact_if_not");
/// In 分.
pub const IMPACT_COST: Key<i64> = Key::new("impact_cost");
/// Which scope it touches.
pub const IMPACT_SCOPE: Key<String> = Key::new("impact_scope");
/// Calculated: working days that the latest of its dates moves.
pub const IMPACT_SCHEDULE_WD: Key<i64> = Key::new("impact_schedule_wd");
/// From 1 to 5.
pub const SIZE: Key<i64> = Key::new("size");
/// From 1 to 5.
pub const PRIORITY: Key<i64> = Key::new("priority");
pub const REQUESTED_BY: Key<RecordId> = Key::new("requested_by");
pub const REQUESTED_AT: Key<Moment> = Key::new("requested_at");
/// Who approved or refused it.
pub const DECIDED_BY: Key<RecordId> = Key::new("decided_by");
pub const DECIDED_AT: Key<Moment> = Key::new("decided_at");
/// When the plan was changed.
pub const IMPLEMENTED_AT: Key<Moment> = Key::new("implemented_at");

/// 目标
pub const GOAL: Choice = Choice::new("goal", "目标", "Goal");
/// 范围
pub const SCOPE: Choice = Choice::new("scope", "范围", "Scope");
/// 进度
pub const SCHEDULE: Choice = Choice::new("schedule", "进度", "Schedule");
const TYPES: &[Choice] = &[
    GOAL,
    SCOPE,
    SCHEDULE,
    Choice::new("budget", "预算", "Budget"),
    Choice::new("people", "人员", "People"),
    Choice::new("quality", "标准", "Standard"),
    Choice::new("mechanism", "机制", "Mechanism"),
];

const FIELDS: &[Field] = &[
    NUMBER,
    status(states::CHOICES),
    Field::text(TITLE, Label::new("变更", "Change"), 200)
        .needed(&[Gate::Submit])
        .wide()
        .width(30),
    Field::choice(TYPE, Label::new("类型", "Type"), TYPES),
    Field::choice(
        REASON_CODE,
        Label::new("原因类别", "Reason code"),
        task::DELAY_CAUSES,
    ),
    Field::long_text(REASON, Label::new("原因", "Reason")),
    Field::long_text(
        IMPACT_IF_NOT,
        Label::new("不变更的后果", "If nothing changes"),
    ),
    Field::int(
        IMPACT_SCHEDULE_WD,
        Label::new("进度影响（工作日）", "Schedule impact (working days)"),
        -999,
        999,
    )
    .filled(),
    Field::money(IMPACT_COST, Label::new("费用影响", "Cost impact")),
    Field::text(IMPACT_SCOPE, Label::new("范围影响", "Scope"), 200)
        .wide()
        .more(),
    Field::int(SIZE, Label::new("规模", "Size"), 1, 5).more(),
    Field::int(PRIORITY, Label::new("优先级", "Priority"), 1, 5).more(),
    Field::reference(
        REQUESTED_BY,
        Label::new("申请人", "Requested by"),
        &[member::KIND],
    )
    .stake(StakeKind::Role)
    .first(First::Me),
    Field::date_time(REQUESTED_AT, Label::new("申请时间", "Requested at"))
        .latest()
        .filled(),
    Field::reference(
        DECIDED_BY,
        Label::new("批准人", "Approver"),
        &[member::KIND],
    )
    .filled()
    .stake(StakeKind::Decision),
    Field::date_time(DECIDED_AT, Label::new("批准时间", "Answered at"))
        .latest()
        .filled(),
    Field::date_time(IMPLEMENTED_AT, Label::new("实施时间", "Implemented at"))
        .latest()
        .filled(),
];

/// 变更申请单: what is to change, why, and what if not.
pub static CHANGE_REQUEST: Template = Template {
    letter: "C",
    writers: &[Writers::of_all(&[Who::Person(REQUESTED_BY.name)])],
    sections: &[
        Section {
            label: Label::new("变更", "Change"),
            fields: &[
                TITLE.name,
                TYPE.name,
                REASON_CODE.name,
                REASON.name,
                IMPACT_IF_NOT.name,
                REQUESTED_BY.name,
            ],
        },
        Section {
            label: Label::new("改什么", "What changes"),
            fields: &[
                change_item::KIND,
                IMPACT_SCHEDULE_WD.name,
                IMPACT_COST.name,
                IMPACT_SCOPE.name,
                SIZE.name,
                PRIORITY.name,
            ],
        },
        Section {
            label: Label::new("批准", "Approval"),
            fields: &[
                REQUESTED_AT.name,
                DECIDED_BY.name,
                DECIDED_AT.name,
                IMPLEMENTED_AT.name,
            ],
        },
    ],
    columns: &[
        CODE,
        TITLE.name,
        STATUS,
        IMPACT_SCHEDULE_WD.name,
        IMPACT_COST.name,
        REQUESTED_BY.name,
        DECIDED_BY.name,
    ],
    rows: &[&change_item::CHANGE_ITEM],
    states: Some(&states::STATES),
    copied: false,
    is_open,
    place: Some(Tab::later(5)),
    words: Words {
        list: Label::new("变更", "Change requests"),
        purpose: Label::new(
            "开工以后大的改动：为什么、不改会怎样、谁批；批准才写进计划。",
            "Larger moves after the start: why, what if not, who approves; only approval changes the plan.",
        ),
        add: Label::new("记一条变更", "Add a change request"),
        empty: Label::new(
            "还没有变更。开工以后大的改动会自己记成变更。",
            "No change requests yet. After the start, larger moves are recorded here.",
        ),
    },
    ..Template::plain(
        KIND,
        Label::new("变更申请单", "Change request"),
        Label::new("变更", "Change request"),
        TITLE.name,
        FIELDS,
    )
};

/// Whether it is neither decided nor carried out.
pub fn is_open(form: &Form<'_>) -> bool {
    is_waiting(form) || status_of(form) == DRAFT.key
}

/// Whether it waits for whoever approves it.
pub fn is_waiting(form: &Form<'_>) -> bool {
    let waiting = [SUBMITTED.key, ASSESSING.key, WAITING.key];
    waiting.contains(&status_of(form).as_str())
}

/// Whether it is approved, carried out or not.
pub fn is_approved(form: &Form<'_>) -> bool {
    [APPROVED.key, IMPLEMENTED.key].contains(&status_of(form).as_str())
}

/// Whether it is a move of dates, as it is where nothing else is said: such a one is written into the plan.
fn moves_dates(form: &Form<'_>) -> bool {
    form.get(TYPE).is_none_or(|key| key == SCHEDULE.key)
}

/// Whether a row of it says what is to be changed, and to what.
fn has_item(form: &Form<'_>) -> bool {
    let rows = form.rows(change_item::KIND);
    let keys = [
        change_item::TARGET.name,
        change_item::FIELD.name,
        change_item::AFTER.name,
    ];
    rows.iter().any(|row| keys.iter().all(|key| row.has(key)))
}

pub static RULES: &[Rule] = &[
    block(
        "CHG-01",
        Gate::Submit,
        Label::new(
            "请写明如果不变更会怎样。",
            "Say what happens if nothing changes.",
        ),
        |form, _| Finding::at(IMPACT_IF_NOT.name).when(!form.has(IMPACT_IF_NOT.name)),
    ),
    block(
        "CHG-07",
        Gate::Submit,
        Label::new("请写明原因。", "Say why."),
        |form, _| {
            let has_reason = form.has(REASON.name) || form.has(REASON_CODE.name);
            Finding::at(REASON.name).when(!has_reason)
        },
    ),
    block(
        "CHG-09",
        Gate::Submit,
        Label::new(
            "请至少写一项要改的：改哪一项、哪个日期、改成哪天。",
            "Name at least one change: what, which date, and the new day.",
        ),
        |form, _| Finding::at(change_item::KIND).when(moves_dates(form) && !has_item(form)),
    ),
];
