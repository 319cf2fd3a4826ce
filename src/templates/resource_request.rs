//! The resource request 《资源申请单》 (T08, §4.3): what one department needs of another, and what is decided about it.
//! Clashes with other requests are counted in `analysis/resources` and stored nowhere.

mod rules;
mod states;

pub use rules::RULES;
pub use states::{
    ALLOCATED, ANSWER, COORDINATE, COORDINATING, DECIDE, DECIDED, DRAFT, GIVE_BACK, HAND_OVER,
    IN_USE, NOT_ANSWERED, RECEIVE, REFUSED, RETURNED, SUBMITTED, WITHDRAWN,
};

use super::{NUMBER, attachment, department, member, status, status_of, task};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    CODE, Choice, Due, Field, First, Form, Gate, Key, Label, STATUS, Section, StakeKind, Tab,
    Template, Who, Words, Work, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "resource_request";
/// What is asked for, in a few words.
pub const TITLE: Key<String> = Key::new("title");
/// Who asks.
pub const REQUESTER: Key<RecordId> = Key::new("requester");
/// The department of who asks.
pub const REQUEST_DEPT: Key<RecordId> = Key::new("request_dept");
/// What sort of resource.
pub const RESOURCE_TYPE: Key<String> = Key::new("resource_type");
pub const RESOURCE_ITEM: Key<String> = Key::new("resource_item");
/// What it has to be or to know.
pub const SPECIFICATION: Key<String> = Key::new("specification");
/// How much, in plain decimal notation.
pub const QUANTITY: Key<String> = Key::new("quantity");
pub const UNIT: Key<String> = Key::new("unit");
/// The first day it is needed.
pub const NEED_FROM: Key<NaiveDate> = Key::new("need_from");
/// The last day.
pub const NEED_TO: Key<NaiveDate> = Key::new("need_to");
/// Share of each day, per cent.
pub const DAILY_SHARE: Key<i64> = Key::new("daily_share");
pub const PURPOSE: Key<String> = Key::new("purpose");
pub const LINKED_TASK: Key<RecordId> = Key::new("linked_task");
/// p0 to p3, as of tasks.
pub const PRIORITY: Key<String> = Key::new("priority");
/// What happens without it.
pub const IMPACT_IF_REFUSED: Key<String> = Key::new("impact_if_refused");
/// What would do instead.
pub const ALTERNATIVES: Key<String> = Key::new("alternatives");
/// The department that is to provide it.
pub const PROVIDER_DEPT: Key<RecordId> = Key::new("provider_dept");
/// Calculated: who keeps it, as the ledger says.
pub const KEEPER: Key<RecordId> = Key::new("keeper");
/// What that department answers.
pub const PROVIDER_ANSWER: Key<String> = Key::new("provider_answer");
/// Why, and what would be possible.
pub const PROVIDER_COMMENT: Key<String> = Key::new("provider_comment");
/// What is decided.
pub const DECISION: Key<String> = Key::new("decision");
/// How much is approved, in plain decimal notation.
pub const APPROVED_QUANTITY: Key<String> = Key::new("approved_quantity");
/// From when it is approved.
pub const APPROVED_FROM: Key<NaiveDate> = Key::new("approved_from");
/// Until when.
pub const APPROVED_TO: Key<NaiveDate> = Key::new("approved_to");
/// What is given in place of what was asked for.
pub const APPROVED_ITEM: Key<String> = Key::new("approved_item");
/// Why it is decided so.
pub const DECISION_REASON: Key<String> = Key::new("decision_reason");
/// Who decided.
pub const DECIDED_BY: Key<RecordId> = Key::new("decided_by");
/// When.
pub const DECIDED_AT: Key<Moment> = Key::new("decided_at");
/// When it was handed over.
pub const HANDED_OVER_AT: Key<Moment> = Key::new("handed_over_at");
/// Who received it.
pub const RECEIVED_BY: Key<RecordId> = Key::new("received_by");
/// When it is to be given back.
pub const RETURN_DUE: Key<NaiveDate> = Key::new("return_due");
/// When it was.
pub const RETURNED_AT: Key<Moment> = Key::new("returned_at");
/// How much of it was used, in plain decimal notation.
pub const ACTUAL_USAGE: Key<String> = Key::new("actual_usage");
pub const DATA_SCOPE: Key<String> = Key::new("data_scope");
/// How far they are masked.
pub const DATA_MASKING: Key<String> = Key::new("data_masking");
/// Who may use them.
pub const DATA_USERS: Key<String> = Key::new("data_users");
/// By when they are destroyed.
pub const DESTROY_BY: Key<NaiveDate> = Key::new("destroy_by");
/// The account that pays.
pub const BUDGET_ACCOUNT: Key<String> = Key::new("budget_account");
/// The most that may be spent, 分.
pub const APPROVED_CAP: Key<i64> = Key::new("approved_cap");

/// 数据
pub const DATA: Choice = Choice::new("data", "数据", "Data");
/// 人力
pub const PEOPLE: Choice = Choice::new("people", "人力", "People");
/// 预算
pub const BUDGET: Choice = Choice::new("budget", "预算", "Budget");
/// 物料
pub const MATERIAL: Choice = Choice::new("material", "物料", "Material");
/// 市场渠道
pub const CHANNEL: Choice = Choice::new("channel", "市场渠道", "Market channel");
/// The sorts of resources.
/// 设备
pub const EQUIPMENT: Choice = Choice::new("equipment", "设备", "Equipment");
/// 场地
pub const VENUE: Choice = Choice::new("venue", "场地", "Venue");
pub const TYPES: &[Choice] = &[
    PEOPLE,
    BUDGET,
    EQUIPMENT,
    MATERIAL,
    VENUE,
    DATA,
    Choice::new("system", "系统与技术平台", "System or platform"),
    CHANNEL,
    Choice::new("other", "其他", "Other"),
];
/// 可全部提供
pub const CAN_FULL: Choice = Choice::new("can_full", "可全部提供", "Can provide in full");
/// What a providing department may answer.
pub const ANSWERS: &[Choice] = &[
    CAN_FULL,
    Choice::new("can_part", "可部分提供", "In part"),
    Choice::new("other_time", "可换时间", "At another time"),
    Choice::new("substitute", "可替代", "With a substitute"),
    Choice::new("cannot", "不能提供", "Cannot"),
];
/// 批准
pub const APPROVE: Choice = Choice::new("approve", "批准", "Approved");
/// 部分批准
pub const PARTIAL: Choice = Choice::new("partial", "部分批准", "Approved in part");
/// 改期批准
pub const RESCHEDULE: Choice = Choice::new("reschedule", "改期批准", "Approved with other dates");
/// 替代批准
pub const SUBSTITUTE: Choice = Choice::new("substitute", "替代批准", "Approved with substitute");
/// 不批准
pub const REFUSE: Choice = Choice::new("refuse", "不批准", "Refused");
const DECISIONS: &[Choice] = &[APPROVE, PARTIAL, RESCHEDULE, SUBSTITUTE, REFUSE];
const MASKINGS: &[Choice] = &[
    Choice::new("full", "完全脱敏", "Full"),
    Choice::new("partial", "部分脱敏", "Partial"),
    Choice::new(
        "none",
        "不脱敏（需分管领导批准）",
        "None (needs the sponsor's approval)",
    ),
];

const FROM_FIELD: Field = Field::date(NEED_FROM, Label::new("使用开始", "Needed from"))
    .needed(&[Gate::Submit])
    .planned_day();
const TO_FIELD: Field = Field::date(NEED_TO, Label::new("使用结束", "Needed to"))
    .ends(NEED_FROM.name)
    .planned_day();
const COMMENT_FIELD: Field = Field::long_text(
    PROVIDER_COMMENT,
    Label::new("提供部门说明", "Provider's comment"),
)
.anothers();
const REASON_FIELD: Field = Field::long_text(
    DECISION_REASON,
    Label::new("裁定理由", "Reason for the ruling"),
)
.anothers();
const SCOPE_FIELD: Field =
    Field::text(DATA_SCOPE, Label::new("数据范围", "Data scope"), 200).more();
const MASKING_FIELD: Field =
    Field::choice(DATA_MASKING, Label::new("脱敏", "Masking"), MASKINGS).more();
const USERS_FIELD: Field = Field::text(DATA_USERS, Label::new("使用人", "Users"), 200).more();
const DESTROY_FIELD: Field = Field::date(DESTROY_BY, Label::new("销毁期限", "Destroy by")).more();

const FIELDS: &[Field] = &[
    NUMBER,
    status(&[
        DRAFT,
        SUBMITTED,
        COORDINATING,
        DECIDED,
        ALLOCATED,
        IN_USE,
        RETURNED,
        REFUSED,
        WITHDRAWN,
    ]),
    Field::reference(
        REQUESTER,
        Label::new("申请人", "Requester"),
        &[member::KIND],
    )
    .first(First::Me)
    .stake(StakeKind::Role)
    .doer(),
    Field::reference(
        REQUEST_DEPT,
        Label::new("申请部门", "Requesting department"),
        &[department::KIND],
    )
    .first(First::MyDepartment),
    Field::text(RESOURCE_ITEM, Label::new("资源名称", "Resource"), 80)
        .needed(&[Gate::Submit])
        .wide()
        .width(20),
    Field::choice(
        RESOURCE_TYPE,
        Label::new("资源类型", "Resource type"),
        TYPES,
    ),
    Field::text(TITLE, Label::new("申请标题", "Title"), 80).more(),
    Field::long_text(
        SPECIFICATION,
        Label::new("规格/技能要求", "Specification or skill"),
    )
    .more(),
    Field::decimal(QUANTITY, Label::new("数量", "Quantity"))
        .from_zero()
        .needed(&[Gate::Submit]),
    Field::text(UNIT, Label::new("单位", "Unit"), 20).width(6),
    FROM_FIELD,
    TO_FIELD,
    Field::int(
        DAILY_SHARE,
        Label::new("每日占用（%）", "Share per day (%)"),
        1,
        100,
    )
    .more(),
    Field::long_text(PURPOSE, Label::new("用途", "Purpose"))
        .concrete()
        .more(),
    Field::reference(LINKED_TASK, Label::new("对应任务", "Task"), &[task::KIND]).begun_beside(),
    Field::choice(PRIORITY, Label::new("优先级", "Priority"), task::PRIORITIES),
    Field::long_text(
        IMPACT_IF_REFUSED,
        Label::new("若不能提供的影响", "Impact if refused"),
    )
    .needed(&[Gate::Submit])
    .concrete(),
    Field::long_text(
        ALTERNATIVES,
        Label::new("可接受的替代方案", "Acceptable alternatives"),
    )
    .more(),
    Field::reference(
        PROVIDER_DEPT,
        Label::new("提供部门", "Providing department"),
        &[department::KIND],
    )
    .stake(StakeKind::Role),
    Field::reference(KEEPER, Label::new("管理人", "Keeper"), &[member::KIND]).filled(),
    Field::choice(
        PROVIDER_ANSWER,
        Label::new("提供部门意见", "Provider's answer"),
        ANSWERS,
    )
    .anothers()
    .needed(&[Gate::Answer]),
    COMMENT_FIELD,
    Field::choice(DECISION, Label::new("裁定", "Ruling"), DECISIONS)
        .anothers()
        .stake(StakeKind::Decision)
        .needed(&[Gate::Decide]),
    Field::decimal(
        APPROVED_QUANTITY,
        Label::new("批准数量", "Approved quantity"),
    )
    .anothers()
    .from_zero()
    .stake(StakeKind::Decision)
    .more(),
    Field::date(APPROVED_FROM, Label::new("批准开始", "Approved from"))
        .anothers()
        .more(),
    Field::date(APPROVED_TO, Label::new("批准结束", "Approved to"))
        .anothers()
        .ends(APPROVED_FROM.name)
        .more(),
    Field::text(APPROVED_ITEM, Label::new("替代为", "Given instead"), 80)
        .anothers()
        .more(),
    REASON_FIELD,
    Field::reference(
        DECIDED_BY,
        Label::new("裁定人", "Ruled by"),
        &[member::KIND],
    )
    .anothers()
    .stake(StakeKind::Decision)
    .needed(&[Gate::Decide]),
    Field::date_time(DECIDED_AT, Label::new("裁定时间", "Ruled at"))
        .latest()
        .filled(),
    Field::date_time(HANDED_OVER_AT, Label::new("交付时间", "Handed over at"))
        .latest()
        .filled(),
    Field::reference(
        RECEIVED_BY,
        Label::new("签收人", "Received by"),
        &[member::KIND],
    )
    .more(),
    Field::date(RETURN_DUE, Label::new("应还日期", "Return due")).more(),
    Field::date_time(RETURNED_AT, Label::new("归还时间", "Returned at"))
        .latest()
        .filled(),
    Field::decimal(ACTUAL_USAGE, Label::new("实际使用量", "Actual usage"))
        .from_zero()
        .more(),
    SCOPE_FIELD,
    MASKING_FIELD,
    USERS_FIELD,
    DESTROY_FIELD,
    Field::text(BUDGET_ACCOUNT, Label::new("费用科目", "Account"), 80).more(),
    Field::money(APPROVED_CAP, Label::new("批准上限", "Approved cap"))
        .from_zero()
        .more(),
];

/// 资源申请单
pub static RESOURCE_REQUEST: Template = Template {
    letter: "R",
    writers: &[
        Writers {
            fields: &[PROVIDER_ANSWER.name, PROVIDER_COMMENT.name],
            who: &[Who::RepOf(PROVIDER_DEPT.name)],
        },
        Writers {
            fields: &[
                DECISION.name,
                APPROVED_QUANTITY.name,
                APPROVED_FROM.name,
                APPROVED_TO.name,
                APPROVED_ITEM.name,
                DECISION_REASON.name,
                DECIDED_BY.name,
                APPROVED_CAP.name,
            ],
            who: &[Who::Lead],
        },
        Writers::of_all(&[
            Who::Person(REQUESTER.name),
            Who::RepOf(REQUEST_DEPT.name),
            Who::Coordinator,
        ]),
    ],
    sections: SECTIONS,
    columns: &[
        CODE,
        RESOURCE_ITEM.name,
        REQUEST_DEPT.name,
        QUANTITY.name,
        UNIT.name,
        NEED_FROM.name,
        NEED_TO.name,
        PROVIDER_DEPT.name,
        STATUS,
        PRIORITY.name,
    ],
    rows: &[&attachment::ATTACHMENT],
    states: Some(&states::STATES),
    copied: false,
    is_open,
    place: Some(Tab::later(4)),
    words: Words {
        list: Label::new("资源", "Resources"),
        purpose: Label::new(
            "要别的部门出人、出钱、出设备时填，由项目负责人裁定。",
            "Ask another department for people, money or equipment; the project lead decides.",
        ),
        add: Label::new("申请资源", "Request a resource"),
        empty: Label::new(
            "还没有资源申请。要用别的部门的人、钱、物、场地时点「申请资源」。",
            "No requests yet. When you need another department's people, money, things or rooms, request them.",
        ),
    },
    work: Some(Work {
        called: Label::new("资源申请", "resource request"),
        many: Label::new("资源申请", "resource requests"),
        owner: REQUESTER,
        due_field: NEED_FROM.name,
        due: |form| due(form).map(Due::Day),
        effort: None,
        alike: false,
        watched: None,
        runs: |form| is_open(form) && status_of(form) != DRAFT.key,
        in_hand: |form| [ALLOCATED.key, IN_USE.key].contains(&status_of(form).as_str()),
        turns: states::TURNS,
    }),
    ..Template::plain(
        KIND,
        Label::new("资源申请单", "Resource request form"),
        Label::new("资源申请", "Resource request"),
        RESOURCE_ITEM.name,
        FIELDS,
    )
};

const SECTIONS: &[Section] = &[
    Section {
        label: Label::new("申请", "Request"),
        fields: &[
            RESOURCE_ITEM.name,
            RESOURCE_TYPE.name,
            TITLE.name,
            REQUESTER.name,
            REQUEST_DEPT.name,
            QUANTITY.name,
            UNIT.name,
            NEED_FROM.name,
            NEED_TO.name,
            DAILY_SHARE.name,
            SPECIFICATION.name,
            PURPOSE.name,
            LINKED_TASK.name,
            PRIORITY.name,
            IMPACT_IF_REFUSED.name,
            ALTERNATIVES.name,
            DATA_SCOPE.name,
            DATA_MASKING.name,
            DATA_USERS.name,
            DESTROY_BY.name,
            attachment::KIND,
        ],
    },
    Section {
        label: Label::new("提供部门", "Providing department"),
        fields: &[
            PROVIDER_DEPT.name,
            KEEPER.name,
            PROVIDER_ANSWER.name,
            PROVIDER_COMMENT.name,
        ],
    },
    Section {
        label: Label::new("裁定", "Ruling"),
        fields: &[
            DECISION.name,
            APPROVED_QUANTITY.name,
            APPROVED_FROM.name,
            APPROVED_TO.name,
            APPROVED_ITEM.name,
            APPROVED_CAP.name,
            BUDGET_ACCOUNT.name,
            DECISION_REASON.name,
            DECIDED_BY.name,
            DECIDED_AT.name,
        ],
    },
    Section {
        label: Label::new("交付与归还", "Handover and return"),
        fields: &[
            HANDED_OVER_AT.name,
            RECEIVED_BY.name,
            RETURN_DUE.name,
            RETURNED_AT.name,
            ACTUAL_USAGE.name,
        ],
    },
];

/// Whether it is neither given back nor off the table.
pub fn is_open(form: &Form<'_>) -> bool {
    let over = [RETURNED.key, REFUSED.key, WITHDRAWN.key];
    !over.contains(&status_of(form).as_str())
}

/// Whether it is out and has to come back: money, material and channels are used up.
pub fn is_out(form: &Form<'_>) -> bool {
    let sort = form.get(RESOURCE_TYPE).unwrap_or_default();
    let is_used_up = [BUDGET.key, MATERIAL.key, CHANNEL.key].contains(&sort.as_str());
    let is_there = [ALLOCATED.key, IN_USE.key].contains(&status_of(form).as_str());
    is_there && !is_used_up
}

/// The day it is needed, and once it is in use the day it is due back.
fn due(form: &Form<'_>) -> Option<NaiveDate> {
    let key = if status_of(form) == IN_USE.key {
        RETURN_DUE
    } else {
        NEED_FROM
    };
    form.get(key)
}

/// Whether it was handed in and nobody has ruled on it.
pub fn is_undecided(form: &Form<'_>) -> bool {
    [SUBMITTED.key, COORDINATING.key].contains(&status_of(form).as_str())
}
