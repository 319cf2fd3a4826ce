//! The risk register (T10, §4.4): what may happen, because of what, with what effect, and who watches it.

mod rules;
mod states;

pub use rules::{RULES, action_due, is_open};
pub use states::{ASSESSED, CLOSED, IDENTIFIED, MONITORING, OCCURRED, REJECTED, RESPONDING};

use super::issue;
use super::member;
use super::milestone;
use super::task;
use super::{NUMBER, status};
use crate::model::id::RecordId;
use crate::model::template::{
    CODE, Choice, Due, Field, Form, Gate, Key, Label, STATUS, Section, StakeKind, Successor, Tab,
    Template, Who, Words, Work, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "risk";

/// What may happen, in a few words.
pub const TITLE: Key<String> = Key::new("title");
/// Because of what.
pub const CAUSE: Key<String> = Key::new("cause");
/// What may happen.
pub const EVENT: Key<String> = Key::new("event");
pub const EFFECT: Key<String> = Key::new("effect");
/// What sort of risk.
pub const CATEGORY: Key<String> = Key::new("category");
/// 1 to 5.
pub const LIKELIHOOD: Key<i64> = Key::new("likelihood");
/// 1 to 5.
pub const IMPACT: Key<i64> = Key::new("impact");
/// Calculated: likelihood × impact (F-11).
pub const LEVEL_SCORE: Key<i64> = Key::new("level_score");
/// Calculated: [`level_of`].
pub const LEVEL: Key<String> = Key::new("level");
/// Likelihood after the response.
pub const RESIDUAL_LIKELIHOOD: Key<i64> = Key::new("residual_likelihood");
/// Impact after the response.
pub const RESIDUAL_IMPACT: Key<i64> = Key::new("residual_impact");
/// Who watches it.
pub const OWNER: Key<RecordId> = Key::new("owner");
/// Who watches it in the owner's absence.
pub const FALLBACK_OWNER: Key<RecordId> = Key::new("fallback_owner");
/// What is done about it.
pub const STRATEGY: Key<String> = Key::new("strategy");
/// What keeps it from happening.
pub const PREVENTION: Key<String> = Key::new("prevention");
/// What is done when it happens.
pub const CONTINGENCY: Key<String> = Key::new("contingency");
/// The sign by which it is noticed.
pub const TRIGGER: Key<String> = Key::new("trigger");
/// The day after which it has happened or is void.
pub const TRIGGER_DATE: Key<NaiveDate> = Key::new("trigger_date");
/// By when the prevention is done.
pub const ACTION_DUE: Key<NaiveDate> = Key::new("action_due");
/// Tasks it would hit.
pub const AFFECTED_TASKS: Key<bool> = Key::new("affected_tasks");
/// Milestones it would hit.
pub const AFFECTED_MILESTONES: Key<bool> = Key::new("affected_milestones");
/// When it was last looked at.
pub const LAST_REVIEWED_AT: Key<NaiveDate> = Key::new("last_reviewed_at");
/// Days between two looks; unset means [`REVIEW_DAYS`].
pub const REVIEW_EVERY_DAYS: Key<i64> = Key::new("review_every_days");
pub const BECAME_ISSUE: Key<RecordId> = Key::new("became_issue");
/// The lesson that it carries out.
pub const FROM_LESSON: Key<RecordId> = Key::new("from_lesson");
/// The task that keeps it from happening.
pub const BECAME_TASK: Key<RecordId> = Key::new("became_task");

/// Days between two looks at a risk, where it does not say otherwise (W-27).
pub const REVIEW_DAYS: i64 = 7;

/// 极高
pub const EXTREME: Choice = Choice::new("extreme", "极高", "Extreme");
/// 高
pub const HIGH: Choice = Choice::new("high", "高", "High");
/// 中
pub const MEDIUM: Choice = Choice::new("medium", "中", "Medium");
/// 低
pub const LOW: Choice = Choice::new("low", "低", "Low");

/// 接受
pub const ACCEPT: Choice = Choice::new("accept", "接受", "Accept");
/// 减轻
pub const REDUCE: Choice = Choice::new("reduce", "减轻", "Reduce");
/// 规避
pub const AVOID: Choice = Choice::new("avoid", "规避", "Avoid");
const STRATEGIES: &[Choice] = &[
    AVOID,
    REDUCE,
    Choice::new("transfer", "转移或分担", "Transfer or share"),
    ACCEPT,
    Choice::new("exploit", "利用", "Exploit"),
];
/// 人员变动
pub const PEOPLE: Choice = Choice::new("people", "人员变动", "People");
/// 需求变更
pub const REQUIREMENT: Choice = Choice::new("requirement", "需求变更", "Requirement change");
/// 资源
pub const RESOURCE: Choice = Choice::new("resource", "资源", "Resource");
/// 质量
pub const QUALITY: Choice = Choice::new("quality", "质量", "Quality");
/// 供应商
pub const SUPPLIER: Choice = Choice::new("supplier", "供应商", "Supplier");
/// 合规
pub const COMPLIANCE: Choice = Choice::new("compliance", "合规", "Compliance");
/// 市场客户
pub const MARKET: Choice = Choice::new("market", "市场客户", "Market");
/// 部门协同
pub const COORDINATION: Choice = Choice::new("coordination", "部门协同", "Coordination");
const CATEGORIES: &[Choice] = &[
    PEOPLE,
    REQUIREMENT,
    Choice::new("schedule", "进度", "Schedule"),
    RESOURCE,
    QUALITY,
    SUPPLIER,
    COMPLIANCE,
    MARKET,
    COORDINATION,
    Choice::new("other", "其他", "Other"),
];
const LIKELIHOODS: &[Choice] = &[
    Choice::new("1", "很低（10% 以下）", "Very low (below 10%)"),
    Choice::new("2", "低（10–30%）", "Low (10–30%)"),
    Choice::new("3", "中（30–60%）", "Medium (30–60%)"),
    Choice::new("4", "高（60–80%）", "High (60–80%)"),
    Choice::new("5", "很高（80% 以上）", "Very high (above 80%)"),
];
const IMPACTS: &[Choice] = &[
    Choice::new("1", "可忽略", "Negligible"),
    Choice::new("2", "小（2 个工作日以内）", "Small (up to 2 working days)"),
    Choice::new("3", "中（3–5 个工作日）", "Medium (3–5 working days)"),
    Choice::new("4", "大（里程碑受影响）", "Large (a milestone moves)"),
    Choice::new("5", "目标无法达成", "Goal missed"),
];

const OWNER_FIELD: Field = Field::reference(OWNER, Label::new("责任人", "Owner"), &[member::KIND])
    .also(&["负责人", "风险责任人", "assignee", "responsible"])
    .stake(StakeKind::Role)
    .needed(&[Gate::Submit])
    .doer();
const FALLBACK_FIELD: Field = Field::reference(
    FALLBACK_OWNER,
    Label::new("代理责任人", "Fallback owner"),
    &[member::KIND],
)
.stake(StakeKind::Role)
.needed(&[Gate::Submit])
.doer();
const PREVENTION_FIELD: Field =
    Field::long_text(PREVENTION, Label::new("预防措施", "Preventive action"))
        .also(&["措施", "应对措施", "mitigation", "action"])
        .concrete();
const DUE_FIELD: Field = Field::date(ACTION_DUE, Label::new("措施完成日", "Action due"));

const FIELDS: &[Field] = &[
    NUMBER,
    status(&[
        IDENTIFIED, ASSESSED, RESPONDING, MONITORING, OCCURRED, CLOSED, REJECTED,
    ]),
    Field::text(TITLE, Label::new("风险", "Risk"), 80)
        .also(&["风险名称", "风险描述", "风险项", "title", "description"])
        .needed(&[Gate::Submit])
        .wide()
        .width(20),
    Field::text(CAUSE, Label::new("因为", "Because"), 200)
        .also(&["原因", "cause"])
        .needed(&[Gate::Submit])
        .wide(),
    Field::text(EVENT, Label::new("可能发生", "May happen"), 200)
        .needed(&[Gate::Submit])
        .wide(),
    Field::text(EFFECT, Label::new("导致", "So that"), 200)
        .also(&["后果", "consequence", "effect"])
        .needed(&[Gate::Submit])
        .wide(),
    Field::choice(CATEGORY, Label::new("类别", "Category"), CATEGORIES).needed(&[Gate::Submit]),
    Field::scale(LIKELIHOOD, Label::new("可能性", "Likelihood"), LIKELIHOODS)
        .needed(&[Gate::Submit]),
    Field::scale(IMPACT, Label::new("影响", "Impact"), IMPACTS).needed(&[Gate::Submit]),
    Field::int(
        LEVEL_SCORE,
        Label::new("风险值（算出）", "Score (calculated)"),
        1,
        25,
    )
    .filled(),
    Field::choice(
        LEVEL,
        Label::new("等级（算出）", "Level (calculated)"),
        &[EXTREME, HIGH, MEDIUM, LOW],
    )
    .filled(),
    OWNER_FIELD,
    FALLBACK_FIELD,
    Field::choice(STRATEGY, Label::new("应对策略", "Strategy"), STRATEGIES).needed(&[Gate::Submit]),
    PREVENTION_FIELD,
    DUE_FIELD,
    Field::long_text(CONTINGENCY, Label::new("应急预案", "Contingency plan")).concrete(),
    Field::text(TRIGGER, Label::new("触发信号", "Early sign"), 200)
        .needed(&[Gate::Submit])
        .wide()
        .help(
            "看得见的，例如一个数字。",
            "Something to be seen, such as a figure.",
        ),
    Field::date(TRIGGER_DATE, Label::new("临界日期", "Trigger date")).more(),
    Field::set(
        AFFECTED_TASKS,
        Label::new("影响任务", "Tasks affected"),
        &[task::KIND],
    )
    .more(),
    Field::set(
        AFFECTED_MILESTONES,
        Label::new("影响里程碑", "Milestones affected"),
        &[milestone::KIND],
    )
    .more(),
    Field::scale(
        RESIDUAL_LIKELIHOOD,
        Label::new("剩余可能性", "Remaining likelihood"),
        LIKELIHOODS,
    )
    .more(),
    Field::scale(
        RESIDUAL_IMPACT,
        Label::new("剩余影响", "Remaining impact"),
        IMPACTS,
    )
    .more(),
    Field::date(LAST_REVIEWED_AT, Label::new("上次评审", "Last review"))
        .latest()
        .filled(),
    Field::int(
        REVIEW_EVERY_DAYS,
        Label::new("评审周期（天）", "Review every (days)"),
        1,
        365,
    )
    .more(),
    Field::reference(
        BECAME_ISSUE,
        Label::new("已转为问题", "Became issue"),
        &[issue::KIND],
    )
    .more(),
    Field::reference(FROM_LESSON, Label::new("来自经验", "From a lesson"), &[])
        .filled()
        .more(),
    Field::reference(
        BECAME_TASK,
        Label::new("预防任务", "Preventive task"),
        &[task::KIND],
    )
    .more(),
];

/// The task that its prevention becomes.
pub static TASK: Successor = Successor {
    kind: task::KIND,
    named_in: BECAME_TASK.name,
    copies: &[
        (task::TITLE.name, PREVENTION.name),
        (task::OWNER.name, OWNER.name),
        (task::CURRENT_END.name, ACTION_DUE.name),
    ],
};

/// 风险登记: what may happen, how bad it is, and what is done about it.
pub static RISK: Template = Template {
    writers: &[Writers::of_all(&[
        Who::Person(OWNER.name),
        Who::Person(FALLBACK_OWNER.name),
        Who::Coordinator,
    ])],
    letter: "K",
    sections: &[
        Section {
            label: Label::new("风险", "Risk"),
            fields: &[
                TITLE.name,
                CAUSE.name,
                EVENT.name,
                EFFECT.name,
                CATEGORY.name,
            ],
        },
        Section {
            label: Label::new("评估", "Assessment"),
            fields: &[
                LIKELIHOOD.name,
                IMPACT.name,
                LEVEL_SCORE.name,
                LEVEL.name,
                RESIDUAL_LIKELIHOOD.name,
                RESIDUAL_IMPACT.name,
                AFFECTED_TASKS.name,
                AFFECTED_MILESTONES.name,
            ],
        },
        Section {
            label: Label::new("应对", "Response"),
            fields: &[
                OWNER.name,
                FALLBACK_OWNER.name,
                STRATEGY.name,
                PREVENTION.name,
                ACTION_DUE.name,
                CONTINGENCY.name,
                TRIGGER.name,
                TRIGGER_DATE.name,
                LAST_REVIEWED_AT.name,
                REVIEW_EVERY_DAYS.name,
                BECAME_ISSUE.name,
                FROM_LESSON.name,
                BECAME_TASK.name,
            ],
        },
    ],
    columns: &[
        CODE,
        TITLE.name,
        LEVEL.name,
        STATUS,
        BECAME_ISSUE.name,
        OWNER.name,
        FALLBACK_OWNER.name,
        LIKELIHOOD.name,
        IMPACT.name,
        STRATEGY.name,
        TRIGGER.name,
    ],
    states: Some(&states::STATES),
    copied: false,
    filters: &[STATUS, OWNER.name],
    is_open,
    work: Some(Work {
        called: Label::new("风险", "risk"),
        many: Label::new("风险", "risks"),
        owner: OWNER,
        due_field: ACTION_DUE.name,
        due: |form| action_due(form).map(Due::Day),
        effort: None,
        alike: false,
        watched: Some(TRIGGER_DATE),
        runs: is_open,
        in_hand: is_open,
        turns: &[],
    }),
    place: Some(Tab::always(5)),
    words: Words {
        list: Label::new("风险", "Risks"),
        empty: Label::new(
            "想一想：三个月后项目失败了，最可能是因为什么？",
            "Imagine the project failed in three months. Why?",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("风险登记表", "Risk register"),
        Label::new("风险", "Risk"),
        TITLE.name,
        FIELDS,
    )
};

/// Likelihood × impact (F-11). Nothing outside 1–5.
pub fn score_of(likelihood: i64, impact: i64) -> Option<i64> {
    let fits = (1..=5).contains(&likelihood) && (1..=5).contains(&impact);
    fits.then(|| likelihood * impact)
}

/// The level of a score: extreme from 16, high from 10, medium from 5.
pub fn level_of(score: i64) -> Choice {
    match score {
        16.. => EXTREME,
        10.. => HIGH,
        5.. => MEDIUM,
        _ => LOW,
    }
}

/// Likelihood times impact; nothing while one of them is open.
pub fn score(form: &Form<'_>) -> Option<i64> {
    score_of(form.get(LIKELIHOOD)?, form.get(IMPACT)?)
}

/// The level of the score; nothing while there is none.
pub fn level(form: &Form<'_>) -> Option<Choice> {
    score(form).map(level_of)
}
