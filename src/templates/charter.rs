//! The goal charter 《跨部门协作目标说明书》 (T01): once per project, confirmed by the departments, then final.

mod rules;

pub use rules::RULES;

use super::department;
use super::member;
use super::{assumption, confirmation, deliverable, locked, metric, scope_item, state, status};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Form, Gate, Key, Label, Locks, STATUS, Section, StateMachine, Tab, Template,
    Tone, Transition, Who, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "charter";

pub const PROJECT_NAME: Key<String> = Key::new("project_name");
/// Short code, A–Z 0–9 and hyphen.
pub const PROJECT_CODE: Key<String> = Key::new("project_code");
/// One of the four scenarios.
pub const SCENARIO: Key<String> = Key::new("scenario");
/// Calculated: the department that takes part as lead.
pub const LEAD_DEPARTMENT: Key<RecordId> = Key::new("lead_department");
/// Calculated: the member who is sponsor.
pub const SPONSOR: Key<RecordId> = Key::new("sponsor");
/// Why now.
pub const BACKGROUND: Key<String> = Key::new("background");
/// What is wrong today.
pub const PROBLEM_STATEMENT: Key<String> = Key::new("problem_statement");
/// One sentence: by when, what, how much.
pub const GOAL_STATEMENT: Key<String> = Key::new("goal_statement");
pub const SMART_SPECIFIC: Key<String> = Key::new("smart_specific");
pub const SMART_ACHIEVABLE: Key<String> = Key::new("smart_achievable");
pub const SMART_RELEVANT: Key<String> = Key::new("smart_relevant");
/// First day.
pub const PLANNED_START: Key<NaiveDate> = Key::new("planned_start");
/// Last day.
pub const PLANNED_END: Key<NaiveDate> = Key::new("planned_end");
/// Limits, one per line.
pub const CONSTRAINTS: Key<String> = Key::new("constraints");
/// Budget ceiling, 分.
pub const BUDGET_CAP: Key<i64> = Key::new("budget_cap");
/// By when the departments answer.
pub const CONFIRM_BY: Key<Moment> = Key::new("confirm_by");
/// Why it was revised.
pub const REVISION_REASON: Key<String> = Key::new("revision_reason");

/// 跨部门项目推进
pub const PROJECT: Choice = Choice::new("project", "跨部门项目推进", "Cross-department project");
/// 资源协调与共享
pub const RESOURCE: Choice = Choice::new(
    "resource",
    "资源协调与共享",
    "Resource coordination and sharing",
);
/// 问题联动解决
pub const PROBLEM: Choice = Choice::new("problem", "问题联动解决", "Joint problem solving");
/// 流程优化与制度落地
pub const PROCESS: Choice = Choice::new(
    "process",
    "流程优化与制度落地",
    "Process improvement and policy rollout",
);

/// What a project may be.
pub const SCENARIOS: &[Choice] = &[PROJECT, RESOURCE, PROBLEM, PROCESS];

/// 草稿
pub const DRAFT: Choice = Choice::new("draft", "草稿", "Draft");
/// 待确认
pub const CONFIRMING: Choice = Choice::new("confirming", "待确认", "Being confirmed");
/// 已定稿
pub const CONFIRMED: Choice = Choice::new("confirmed", "已定稿", "Final");
/// 修订中
pub const REVISING: Choice = Choice::new("revising", "修订中", "Being revised");

const START_FIELD: Field =
    Field::date(PLANNED_START, Label::new("计划开始", "Planned start")).needed(&[Gate::Final]);
const END_FIELD: Field = Field::date(PLANNED_END, Label::new("计划结束", "Planned end"))
    .ends(PLANNED_START.name)
    .needed(&[Gate::Final]);
const PROBLEM_FIELD: Field = Field::long_text(
    PROBLEM_STATEMENT,
    Label::new("要解决的问题", "Problem to solve"),
)
.more();
const BUDGET_FIELD: Field = Field::money(BUDGET_CAP, Label::new("预算上限", "Budget ceiling"))
    .from_zero()
    .more();
const REASON_FIELD: Field = Field::long_text(
    REVISION_REASON,
    Label::new("修订原因", "Reason for revision"),
)
.happened()
.more();

const FIELDS: &[Field] = &[
    status(&[DRAFT, CONFIRMING, CONFIRMED, REVISING]),
    Field::text(PROJECT_NAME, Label::new("项目名称", "Project name"), 60)
        .needed(&[Gate::Final])
        .wide(),
    Field::text(PROJECT_CODE, Label::new("项目代号", "Project code"), 12).help(
        "2 到 12 个大写字母、数字或连字符。",
        "2 to 12 capital letters, digits or hyphens.",
    ),
    Field::choice(SCENARIO, Label::new("协作场景", "Scenario"), SCENARIOS).needed(&[Gate::Final]),
    Field::reference(
        LEAD_DEPARTMENT,
        Label::new("牵头部门", "Lead department"),
        &[department::KIND],
    )
    .needed(&[Gate::Final])
    .filled(),
    Field::reference(SPONSOR, Label::new("发起人", "Sponsor"), &[member::KIND]).filled(),
    START_FIELD,
    END_FIELD,
    Field::text(
        GOAL_STATEMENT,
        Label::new("协作目标", "Goal statement"),
        200,
    )
    .needed(&[Gate::Final])
    .concrete()
    .wide()
    .help(
        "一句话：什么时候、做成什么、达到多少。",
        "One sentence: by when, what, how much.",
    ),
    Field::long_text(BACKGROUND, Label::new("背景", "Background"))
        .needed(&[Gate::Final])
        .help(
            "为什么现在做，一两句即可。",
            "Why now; one or two sentences.",
        ),
    PROBLEM_FIELD,
    Field::long_text(SMART_SPECIFIC, Label::new("具体", "Specific"))
        .needed(&[Gate::Final])
        .more(),
    Field::long_text(
        SMART_ACHIEVABLE,
        Label::new("可实现的依据", "Why achievable"),
    )
    .needed(&[Gate::Final])
    .more(),
    Field::long_text(
        SMART_RELEVANT,
        Label::new("与公司/部门目标的关系", "Why it matters"),
    )
    .needed(&[Gate::Final])
    .more(),
    Field::long_text(CONSTRAINTS, Label::new("限制条件", "Constraints"))
        .more()
        .help("一行一条。", "One per line."),
    BUDGET_FIELD,
    Field::date_time(CONFIRM_BY, Label::new("确认截止", "Confirm by")).happened(),
    REASON_FIELD,
];

const FINAL: Locks = Locks {
    fields: &[
        PROJECT_NAME.name,
        PROJECT_CODE.name,
        SCENARIO.name,
        BACKGROUND.name,
        PROBLEM_STATEMENT.name,
        GOAL_STATEMENT.name,
        SMART_SPECIFIC.name,
        SMART_ACHIEVABLE.name,
        SMART_RELEVANT.name,
        PLANNED_START.name,
        PLANNED_END.name,
        CONSTRAINTS.name,
        BUDGET_CAP.name,
    ],
    rows: &[
        metric::KIND,
        deliverable::KIND,
        scope_item::KIND,
        assumption::KIND,
    ],
};

static STATES: StateMachine = StateMachine {
    states: &[
        state(DRAFT, Tone::Neutral),
        state(CONFIRMING, Tone::Review),
        locked(CONFIRMED, Tone::Ok, FINAL),
        state(REVISING, Tone::Warn),
    ],
    transitions: &[
        Transition::new(
            "confirm",
            "请各部门确认",
            "Ask the departments",
            &[DRAFT.key, REVISING.key],
            CONFIRMING.key,
            &[Who::Lead],
        ),
        Transition::new(
            "withdraw",
            "退回草稿",
            "Back to draft",
            &[CONFIRMING.key],
            DRAFT.key,
            &[Who::Lead],
        )
        .aside(),
        Transition::new(
            "finalise",
            "定稿",
            "Make final",
            &[CONFIRMING.key],
            CONFIRMED.key,
            &[Who::Lead],
        )
        .gate(Gate::Final),
        Transition::new(
            "revise",
            "修订",
            "Revise",
            &[CONFIRMED.key],
            REVISING.key,
            &[Who::Lead],
        )
        .aside()
        .asks(&[REVISION_REASON.name]),
    ],
};

/// The goal charter.
pub static CHARTER: Template = Template {
    tells: &[Who::Reps],
    writers: &[
        Writers {
            fields: &[
                SCENARIO.name,
                PLANNED_START.name,
                PLANNED_END.name,
                BUDGET_CAP.name,
                CONFIRM_BY.name,
            ],
            who: &[Who::Lead],
        },
        Writers::of_all(&[Who::Lead, Who::Coordinator]),
    ],
    once: true,
    sections: &[
        Section {
            label: Label::new("项目", "Project"),
            fields: &[
                PROJECT_NAME.name,
                SCENARIO.name,
                LEAD_DEPARTMENT.name,
                PLANNED_START.name,
                PLANNED_END.name,
                SPONSOR.name,
                PROJECT_CODE.name,
            ],
        },
        Section {
            label: Label::new("目标", "Goal"),
            fields: &[
                GOAL_STATEMENT.name,
                BACKGROUND.name,
                PROBLEM_STATEMENT.name,
                metric::KIND,
            ],
        },
        Section {
            label: Label::new("交付物与范围", "Deliverables and scope"),
            fields: &[deliverable::KIND, scope_item::KIND],
        },
        Section {
            label: Label::new("依据与限制", "Grounds and limits"),
            fields: &[
                SMART_SPECIFIC.name,
                SMART_ACHIEVABLE.name,
                SMART_RELEVANT.name,
                assumption::KIND,
                CONSTRAINTS.name,
                BUDGET_CAP.name,
                REVISION_REASON.name,
            ],
        },
        Section {
            label: Label::new("部门确认", "Department confirmations"),
            fields: &[CONFIRM_BY.name, confirmation::KIND],
        },
    ],
    columns: &[
        PROJECT_NAME.name,
        SCENARIO.name,
        GOAL_STATEMENT.name,
        PLANNED_START.name,
        PLANNED_END.name,
        STATUS,
    ],
    rows: &[
        &metric::METRIC,
        &deliverable::DELIVERABLE,
        &scope_item::SCOPE_ITEM,
        &assumption::ASSUMPTION,
        &confirmation::CONFIRMATION,
    ],
    states: Some(&STATES),
    place: Some(Tab::always(1)),
    paper: true,
    ..Template::plain(
        KIND,
        Label::new("跨部门协作目标说明书", "Goal charter"),
        Label::new("目标说明书", "Goal charter"),
        PROJECT_NAME.name,
        FIELDS,
    )
};

/// The charter's record id.
pub fn record() -> RecordId {
    RecordId::of(CHARTER.kind)
}

/// The scenario of the project that a form belongs to.
pub fn scenario(form: &Form<'_>) -> Option<String> {
    form.other(record()).get(SCENARIO)
}
