//! What is learned for the next project (T17): one sentence that somebody can follow, what it came from, and how it is
//! used. A library is a project that holds nothing else; the records keep their ids there.

mod rules;

pub use rules::RULES;

use super::{NUMBER, charter, department, member, risk, stage, state, status, status_of};
use crate::model::id::RecordId;
use crate::model::template::{
    Choice, Field, Form, Gate, Key, Label, STATUS, Section, StateMachine, Tab, Template, Tone,
    Transition, Who, Words, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "lesson";

/// The step with which a lesson is confirmed.
pub const PUBLISH: &str = "publish";

/// A short name; usually the recommendation says enough.
pub const TITLE: Key<String> = Key::new("title");
/// Whether to keep, avoid or try it.
pub const KIND_OF: Key<String> = Key::new("kind");
/// What to do next time: one sentence that can be followed.
pub const RECOMMENDATION: Key<String> = Key::new("recommendation");
/// What becomes of it in a new project.
pub const REUSE_AS: Key<String> = Key::new("reuse_as");
pub const SCENARIO: Key<String> = Key::new("scenario");
pub const STAGE: Key<RecordId> = Key::new("stage");
pub const STEP: Key<i64> = Key::new("step");
pub const DEPARTMENTS: Key<bool> = Key::new("departments");
pub const EVENT: Key<String> = Key::new("event");
pub const EFFECT: Key<String> = Key::new("effect");
pub const CAUSE: Key<String> = Key::new("cause");
pub const EARLY_SIGN: Key<String> = Key::new("early_sign");
pub const KNOWN_RISK: Key<RecordId> = Key::new("known_risk");
/// The project it comes from, as its name was.
pub const SOURCE: Key<String> = Key::new("source");
/// Who confirmed it; calculated.
pub const CONFIRMED_BY: Key<RecordId> = Key::new("confirmed_by");
/// The projects that took it over: a cell per project, with its name.
pub const APPLIED: Key<bool> = Key::new("applied");
/// How many did; calculated.
pub const APPLIED_IN: Key<i64> = Key::new("applied_in");
/// The projects that say it helped.
pub const USEFUL: Key<bool> = Key::new("useful");
/// When to look whether it still holds.
pub const EXPIRES_ON: Key<NaiveDate> = Key::new("expires_on");

/// 保持
pub const KEEP: Choice = Choice::new("keep", "保持", "Keep");
/// 避免
pub const AVOID: Choice = Choice::new("avoid", "避免", "Avoid");
/// 尝试
pub const TRY: Choice = Choice::new("try", "尝试", "Try");

/// 放进关口议程
pub const CHECKLIST: Choice = Choice::new("checklist", "放进关口议程", "Gate agenda");
/// 变成任务
pub const TASK: Choice = Choice::new("task", "变成任务", "Task");
/// 变成风险
pub const RISK: Choice = Choice::new("risk", "变成风险", "Risk");
/// 写进约定
pub const RULE: Choice = Choice::new("rule", "写进约定", "Agreement");
/// 只看
pub const READING: Choice = Choice::new("text", "只看", "Reading only");

/// 已记
pub const NOTED: Choice = Choice::new("noted", "已记", "Noted");
/// 已确认
pub const CONFIRMED: Choice = Choice::new("confirmed", "已确认", "Confirmed");
/// 不再适用
pub const RETIRED: Choice = Choice::new("retired", "不再适用", "No longer holds");

static STATES: StateMachine = StateMachine {
    states: &[
        state(NOTED, Tone::Neutral),
        state(CONFIRMED, Tone::Ok),
        state(RETIRED, Tone::Neutral),
    ],
    transitions: &[
        Transition::new(
            PUBLISH,
            "公示",
            "Publish",
            &[NOTED.key],
            CONFIRMED.key,
            &[Who::Lead, Who::Coordinator],
        )
        .gate(Gate::Publish),
        Transition::new(
            "retire",
            "不再适用",
            "No longer holds",
            &[NOTED.key, CONFIRMED.key],
            RETIRED.key,
            &[Who::Lead, Who::Coordinator],
        )
        .aside()
        .reason(),
        Transition::new(
            "renew",
            "还有效",
            "Still holds",
            &[RETIRED.key],
            CONFIRMED.key,
            &[Who::Lead, Who::Coordinator],
        ),
    ],
};

const FIELDS: &[Field] = &[
    NUMBER,
    status(&[NOTED, CONFIRMED, RETIRED]),
    Field::text(
        RECOMMENDATION,
        Label::new("下次怎么做", "What to do next time"),
        200,
    )
    .wide()
    .width(40)
    .needed(&[Gate::Publish])
    .also(&["经验", "建议做法", "lesson", "recommendation"])
    .help(
        "一句下次可以照做的话。",
        "One sentence that can be followed next time.",
    ),
    Field::choice(KIND_OF, Label::new("类型", "Kind"), &[KEEP, AVOID, TRY])
        .needed(&[Gate::Publish]),
    Field::choice(
        REUSE_AS,
        Label::new("怎么用", "Used as"),
        &[TASK, RISK, RULE, CHECKLIST, READING],
    )
    .needed(&[Gate::Publish]),
    Field::long_text(EVENT, Label::new("发生了什么", "What happened")),
    Field::long_text(CAUSE, Label::new("原因", "Cause")),
    Field::set(
        DEPARTMENTS,
        Label::new("相关部门", "Departments"),
        &[department::KIND],
    ),
    Field::text(TITLE, Label::new("标题", "Title"), 60).more(),
    Field::choice(
        SCENARIO,
        Label::new("适用场景", "Scenario"),
        charter::SCENARIOS,
    )
    .more(),
    Field::reference(STAGE, Label::new("阶段", "Stage"), &[stage::KIND]).more(),
    Field::int(STEP, Label::new("第几步", "Step"), 1, 6).more(),
    Field::long_text(EFFECT, Label::new("结果影响", "Effect")).more(),
    Field::text(
        EARLY_SIGN,
        Label::new("早期征兆", "Early warning sign"),
        200,
    )
    .wide()
    .more(),
    Field::reference(
        KNOWN_RISK,
        Label::new("事前登记的风险", "Risk known before"),
        &[risk::KIND],
    )
    .more(),
    Field::text(SOURCE, Label::new("来源", "Source"), 120).more(),
    Field::reference(
        CONFIRMED_BY,
        Label::new("确认人", "Confirmed by"),
        &[member::KIND],
    )
    .filled(),
    Field::set(APPLIED, Label::new("已用于", "Applied in"), &[]).filled(),
    Field::int(
        APPLIED_IN,
        Label::new("用过（次）", "Times used"),
        0,
        999_999,
    )
    .filled(),
    Field::set(USEFUL, Label::new("有用", "Useful in"), &[]).filled(),
    Field::date(EXPIRES_ON, Label::new("复审日", "Look again on")).more(),
];

/// 经验: what to do next time.
pub static LESSON: Template = Template {
    letter: "L",
    writers: &[Writers::of_all(&[Who::Coordinator, Who::Lead])],
    sections: &[Section {
        label: Label::new("经验", "Lesson"),
        fields: &[
            RECOMMENDATION.name,
            KIND_OF.name,
            REUSE_AS.name,
            EVENT.name,
            CAUSE.name,
            DEPARTMENTS.name,
            CONFIRMED_BY.name,
            APPLIED_IN.name,
            APPLIED.name,
            USEFUL.name,
            TITLE.name,
            SCENARIO.name,
            STAGE.name,
            STEP.name,
            EFFECT.name,
            EARLY_SIGN.name,
            KNOWN_RISK.name,
            SOURCE.name,
            EXPIRES_ON.name,
        ],
    }],
    columns: &[
        RECOMMENDATION.name,
        KIND_OF.name,
        REUSE_AS.name,
        STATUS,
        APPLIED_IN.name,
        SCENARIO.name,
        SOURCE.name,
    ],
    filters: &[SCENARIO.name, DEPARTMENTS.name, KIND_OF.name, REUSE_AS.name],
    states: Some(&STATES),
    copied: false,
    is_open: |form| status_of(form) != RETIRED.key,
    place: Some(Tab::later(6)),
    words: Words {
        list: Label::new("经验", "Lessons"),
        purpose: Label::new(
            "下次怎么做：一句可以照做的话，同类项目开始时会看到。",
            "What to do next time, in one sentence; similar projects meet it when they begin.",
        ),
        add: Label::new("写一条经验", "Write a lesson"),
        empty: Label::new(
            "还没有经验。项目收尾时写一句「下次怎么做」，就会出现在这里。",
            "No lessons yet. Write one sentence when a project closes.",
        ),
    },
    ..Template::plain(
        KIND,
        Label::new("经验清单", "Lessons"),
        Label::new("经验", "Lesson"),
        RECOMMENDATION.name,
        FIELDS,
    )
};

/// How many of the projects that took it over say that it helped.
pub fn times_useful(form: &Form<'_>) -> usize {
    form.elements(USEFUL.name).len()
}

/// How many projects took it over.
pub fn times_used(form: &Form<'_>) -> usize {
    form.elements(APPLIED.name).len()
}
