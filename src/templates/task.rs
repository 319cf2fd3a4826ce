//! A task of the plan 《跨部门协作计划表》 (T05, §4.1).

mod across;
mod rules;
mod states;

pub use across::{TaskEnd, all_ends, all_people};
pub use rules::RULES;
pub use states::{BLOCKED, CANCELLED, DOING, DONE, NO_REVIEW, REVIEW, TODO};

use super::department;
use super::issue;
use super::member;
use super::stage;
use super::work_item;
use super::{
    CURRENT_PLAN, NUMBER, ORIGINAL_PLAN, attachment, dependency, handoff, status, status_of,
};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    CODE, Choice, Due, Effort, Field, First, Form, Gate, Glance, Key, Label, STATUS, Section,
    Speaker, StakeKind, Tab, Template, Who, Words, Work, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "task";

/// Verb and object.
pub const TITLE: Key<String> = Key::new("title");
pub const STAGE: Key<RecordId> = Key::new("stage");
/// The work item it belongs to.
pub const WORK_ITEM: Key<RecordId> = Key::new("work_item");
/// What sort of task it is.
pub const TASK_TYPE: Key<String> = Key::new("task_type");
/// Calculated: the owner's department.
pub const DEPARTMENT: Key<RecordId> = Key::new("department");
pub const OWNER: Key<RecordId> = Key::new("owner");
/// Who helps, each with what they contribute.
pub const HELPERS: Key<bool> = Key::new("helpers");
/// Who looks at the result.
pub const REVIEWER: Key<RecordId> = Key::new("reviewer");
/// Whether completing needs a review; unset: yes if there is a deliverable ([`needs_review`]).
pub const NEEDS_REVIEW: Key<bool> = Key::new("needs_review");
/// p0 to p3.
pub const PRIORITY: Key<String> = Key::new("priority");
/// What comes out.
pub const DELIVERABLE: Key<String> = Key::new("deliverable");
/// When it counts as good.
pub const ACCEPTANCE: Key<String> = Key::new("acceptance");
/// First day of the original plan.
pub const BASELINE_START: Key<NaiveDate> = Key::new("baseline_start");
/// Last day of the original plan.
pub const BASELINE_END: Key<NaiveDate> = Key::new("baseline_end");
/// First day as planned now.
pub const CURRENT_START: Key<NaiveDate> = Key::new("current_start");
/// Last day as planned now.
pub const CURRENT_END: Key<NaiveDate> = Key::new("current_end");
/// Whether its dates are fixed: what comes before it does not push it.
pub const PINNED: Key<bool> = Key::new("pinned");
/// First day of work.
pub const ACTUAL_START: Key<NaiveDate> = Key::new("actual_start");
/// The day it was submitted or completed, so that a slow review does not punish the owner.
pub const ACTUAL_END: Key<NaiveDate> = Key::new("actual_end");
/// Calculated: working days from start to due, both counted.
pub const DURATION_WD: Key<i64> = Key::new("duration_wd");
/// Person-days, in plain decimal notation.
pub const EFFORT_PD: Key<String> = Key::new("effort_pd");
/// Per cent complete.
pub const PERCENT: Key<i64> = Key::new("percent");
/// The issue that holds it up.
pub const BLOCKED_BY_ISSUE: Key<RecordId> = Key::new("blocked_by_issue");
/// When the owner expects to be done.
pub const FORECAST_END: Key<NaiveDate> = Key::new("forecast_end");
/// Why it is late.
pub const DELAY_CAUSE: Key<String> = Key::new("delay_cause");
/// The owner's answer to the dates.
pub const ACCEPTED: Key<String> = Key::new("accepted");
/// When the project lead answered an owner who wants other dates that these stay.
pub const DATES_STAY_AT: Key<Moment> = Key::new("dates_stay_at");
/// Days before the due date to be reminded; unset means 2.
pub const REMIND_DAYS: Key<i64> = Key::new("remind_days");
/// The lesson that it carries out.
pub const FROM_LESSON: Key<RecordId> = Key::new("from_lesson");

/// 工作
pub const WORK: Choice = Choice::new("work", "工作", "Work");
/// 评审
pub const REVIEWING: Choice = Choice::new("review", "评审", "Review");
/// 持续跟踪
pub const TRACKING: Choice = Choice::new("tracking", "持续跟踪", "Ongoing tracking");
const TYPES: &[Choice] = &[
    WORK,
    REVIEWING,
    Choice::new("handoff", "交接", "Handover"),
    TRACKING,
    Choice::new("milestone", "里程碑", "Milestone"),
];
/// 紧急
pub const P0: Choice = Choice::new("p0", "紧急", "Critical");
/// How urgent something is; of resource requests, too.
pub const PRIORITIES: &[Choice] = &[
    P0,
    Choice::new("p1", "高", "High"),
    Choice::new("p2", "中", "Medium"),
    Choice::new("p3", "低", "Low"),
];
/// 前置任务延误
pub const PREDECESSOR_LATE: Choice = Choice::new("predecessor", "前置任务延误", "Predecessor late");
/// Why something is late; of the weekly review (T11).
pub const DELAY_CAUSES: &[Choice] = &[
    Choice::new("requirement_change", "需求变更", "Requirement change"),
    PREDECESSOR_LATE,
    Choice::new("resource", "资源不足", "Lack of resource"),
    Choice::new("approval", "审批等待", "Waiting for approval"),
    Choice::new("technical", "技术难题", "Technical problem"),
    Choice::new(
        "third_party",
        "外部供应商/第三方",
        "Supplier or third party",
    ),
    Choice::new("people", "人员变动", "Change of people"),
    Choice::new("estimate", "估算偏差", "Wrong estimate"),
    Choice::new("communication", "沟通遗漏", "Communication gap"),
    Choice::new(
        "priority",
        "被更高优先级挤占",
        "Pushed back by higher priority",
    ),
    Choice::new("other", "其他", "Other"),
];
/// 可以
pub const FINE: Choice = Choice::new("fine", "可以", "Fine");
/// 要调整
pub const ADJUST: Choice = Choice::new("adjust", "要调整", "Needs change");
const ANSWERS: &[Choice] = &[FINE, ADJUST];

const OWNER_FIELD: Field = Field::reference(OWNER, Label::new("责任人", "Owner"), &[member::KIND])
    .stake(StakeKind::Role)
    .needed(&[Gate::Start])
    .doer()
    .also(&["负责人", "执行人", "主责人", "assignee", "responsible"]);
const REVIEWER_FIELD: Field =
    Field::reference(REVIEWER, Label::new("审核人", "Reviewer"), &[member::KIND])
        .stake(StakeKind::Role)
        .doer();
const DELIVERABLE_FIELD: Field =
    Field::text(DELIVERABLE, Label::new("输出成果", "Deliverable"), 80).also(&[
        "输出",
        "成果",
        "输出物",
        "交付物",
        "交付成果",
        "output",
    ]);
const START_FIELD: Field = Field::date(CURRENT_START, Label::new("开始", "Start"))
    .work_day()
    .also(&[
        "开始日期",
        "开始时间",
        "计划开始",
        "计划开始日期",
        "计划开始时间",
        "起始日期",
        "start date",
    ]);
const DUE_FIELD: Field = Field::date(CURRENT_END, Label::new("截止", "Due"))
    .ends(CURRENT_START.name)
    .needed(&[Gate::Start])
    .work_day()
    .also(&[
        "截止日期",
        "截止时间",
        "完成时间",
        "完成日期",
        "计划完成",
        "计划完成时间",
        "计划完成日期",
        "结束",
        "结束日期",
        "结束时间",
        "due date",
        "end",
        "end date",
        "finish",
    ]);

const FIELDS: &[Field] = &[
    NUMBER,
    status(&[TODO, DOING, BLOCKED, REVIEW, DONE, CANCELLED]),
    Field::text(TITLE, Label::new("任务", "Task"), 80)
        .needed(&[Gate::Start])
        .wide()
        .concrete()
        .width(24)
        .also(&[
            "任务名称",
            "任务内容",
            "工作任务",
            "工作内容",
            "工作事项",
            "事项",
            "task name",
            "title",
        ])
        .help(
            "动词开头，写清做什么。",
            "Start with a verb; say what is done.",
        ),
    Field::reference(STAGE, Label::new("阶段", "Stage"), &[stage::KIND])
        .also(&["所属阶段", "phase"]),
    Field::reference(
        WORK_ITEM,
        Label::new("对应工作事项", "Work item"),
        &[work_item::KIND],
    )
    .more(),
    Field::choice(TASK_TYPE, Label::new("类型", "Type"), TYPES).first(First::Choice(WORK.key)),
    Field::reference(
        DEPARTMENT,
        Label::new("责任部门", "Department"),
        &[department::KIND],
    )
    .filled()
    .also(&["部门", "所属部门", "牵头部门", "负责部门", "责任单位"]),
    OWNER_FIELD,
    Field::set(HELPERS, Label::new("协助人", "Helpers"), &[member::KIND])
        .help(
            "最多 5 人，各写一句帮什么。",
            "At most 5, each with what they contribute.",
        )
        .more(),
    REVIEWER_FIELD,
    Field::bool(NEEDS_REVIEW, Label::new("完成需审核", "Needs review")),
    Field::choice(PRIORITY, Label::new("优先级", "Priority"), PRIORITIES),
    DELIVERABLE_FIELD,
    Field::text(
        ACCEPTANCE,
        Label::new("验收标准", "Acceptance criteria"),
        200,
    )
    .concrete()
    .wide()
    .more(),
    Field::bool(PINNED, Label::new("锁定日期", "Fixed dates"))
        .help(
            "打勾以后，前置任务推后也不带着它动，只提醒。",
            "Ticked: it stays when what comes before it moves, and says so.",
        )
        .more(),
    Field::date(BASELINE_START, Label::new("原计划开始", "Original start"))
        .stake(StakeKind::Original)
        .filled(),
    Field::date(BASELINE_END, Label::new("原计划截止", "Original due"))
        .stake(StakeKind::Original)
        .filled(),
    START_FIELD,
    DUE_FIELD,
    Field::date(ACTUAL_START, Label::new("实际开始", "Actual start"))
        .latest()
        .filled(),
    Field::date(ACTUAL_END, Label::new("实际结束", "Actual end"))
        .latest()
        .filled(),
    Field::int(
        DURATION_WD,
        Label::new("工期（工作日）", "Duration (working days)"),
        0,
        10_000,
    )
    .filled(),
    Field::decimal(
        EFFORT_PD,
        Label::new("工作量（人日）", "Effort (person-days)"),
    )
    .from_zero()
    .more(),
    Field::int(PERCENT, Label::new("完成度（%）", "Complete (%)"), 0, 100)
        .latest()
        .progress()
        .also(&["进度", "完成率", "完成百分比", "progress", "percent"]),
    Field::reference(
        BLOCKED_BY_ISSUE,
        Label::new("卡在哪个问题", "Blocked by issue"),
        &[issue::KIND],
    )
    .progress(),
    Field::date(FORECAST_END, Label::new("预计完成", "Forecast end"))
        .ends(CURRENT_START.name)
        .latest()
        .progress()
        .more(),
    Field::choice(
        DELAY_CAUSE,
        Label::new("延期原因", "Delay cause"),
        DELAY_CAUSES,
    )
    .progress()
    .more(),
    Field::choice(ACCEPTED, Label::new("日期认领", "Dates accepted"), ANSWERS)
        .progress()
        .own_word_of(Speaker::Person(OWNER.name)),
    Field::date_time(
        DATES_STAY_AT,
        Label::new("日期不改的时间", "Dates stay since"),
    )
    .latest()
    .filled()
    .more(),
    Field::int(
        REMIND_DAYS,
        Label::new("提前提醒（天）", "Remind before (days)"),
        0,
        14,
    )
    .more(),
    Field::reference(FROM_LESSON, Label::new("来自经验", "From a lesson"), &[])
        .filled()
        .more(),
];

/// 任务: a row of the plan.
pub static TASK: Template = Template {
    writers: &[
        Writers {
            fields: &[
                PERCENT.name,
                FORECAST_END.name,
                DELAY_CAUSE.name,
                BLOCKED_BY_ISSUE.name,
                ACCEPTED.name,
                EFFORT_PD.name,
            ],
            who: &[Who::Person(OWNER.name), Who::RepOf(DEPARTMENT.name)],
        },
        Writers {
            fields: &[TITLE.name, ACCEPTANCE.name, REMIND_DAYS.name],
            who: &[Who::Lead, Who::RepOf(DEPARTMENT.name), Who::Coordinator],
        },
        Writers::of_all(&[Who::Lead, Who::RepOf(DEPARTMENT.name)]),
    ],
    letter: "T",
    sections: &[
        Section {
            label: Label::new("任务", "Task"),
            fields: &[
                TITLE.name,
                STAGE.name,
                TASK_TYPE.name,
                WORK_ITEM.name,
                PRIORITY.name,
                DELIVERABLE.name,
                ACCEPTANCE.name,
                attachment::KIND,
            ],
        },
        Section {
            label: Label::new("人员", "People"),
            fields: &[
                OWNER.name,
                DEPARTMENT.name,
                REVIEWER.name,
                NEEDS_REVIEW.name,
                HELPERS.name,
            ],
        },
        Section {
            label: Label::new("日期", "Dates"),
            fields: &[
                CURRENT_START.name,
                CURRENT_END.name,
                PINNED.name,
                BASELINE_START.name,
                BASELINE_END.name,
                DURATION_WD.name,
                EFFORT_PD.name,
                REMIND_DAYS.name,
                FROM_LESSON.name,
                ACCEPTED.name,
                DATES_STAY_AT.name,
                dependency::KIND,
                handoff::KIND,
            ],
        },
        Section {
            label: Label::new("进展", "Progress"),
            fields: &[
                PERCENT.name,
                ACTUAL_START.name,
                ACTUAL_END.name,
                FORECAST_END.name,
                DELAY_CAUSE.name,
                BLOCKED_BY_ISSUE.name,
            ],
        },
    ],
    columns: &[
        CODE,
        TITLE.name,
        DEPARTMENT.name,
        OWNER.name,
        CURRENT_START.name,
        CURRENT_END.name,
        STATUS,
        PERCENT.name,
        DELIVERABLE.name,
        STAGE.name,
        PRIORITY.name,
    ],
    rows: &[
        &dependency::DEPENDENCY,
        &handoff::HANDOFF,
        &attachment::ATTACHMENT,
    ],
    states: Some(&states::STATES),
    filters: &[DEPARTMENT.name, OWNER.name, STATUS, STAGE.name],
    grouped_by: STAGE.name,
    glance: &[
        Glance::Person(OWNER),
        Glance::Person(REVIEWER),
        Glance::Span(ORIGINAL_PLAN, BASELINE_START, BASELINE_END),
        Glance::Span(CURRENT_PLAN, CURRENT_START, CURRENT_END),
    ],
    is_open,
    place: Some(Tab::always(3)),
    words: Words {
        list: Label::new("计划表", "Plan"),
        empty: Label::new("还没有任务。", "No tasks yet."),
        ..Words::USUAL
    },
    work: Some(Work {
        called: Label::new("任务", "task"),
        many: Label::new("任务", "tasks"),
        owner: OWNER,
        due_field: CURRENT_END.name,
        due: |form| form.get(CURRENT_END).map(Due::Day),
        watched: None,
        effort: Some(Effort {
            from: CURRENT_START,
            to: CURRENT_END,
            person_days: EFFORT_PD,
        }),
        alike: true,
        runs: is_open,
        in_hand: is_open,
        turns: states::TURNS,
    }),
    paper: true,
    ..Template::plain(
        KIND,
        Label::new("跨部门协作计划表", "Collaboration plan"),
        Label::new("任务", "Task"),
        TITLE.name,
        FIELDS,
    )
};

/// Who works on it: its owner and whoever helps.
pub fn people(form: &Form<'_>) -> Vec<RecordId> {
    let helpers = form.elements(HELPERS.name).into_iter();
    let helpers = helpers.map(|(rest, _)| RecordId::of(&format!("{}/{rest}", member::KIND)));
    form.get(OWNER).into_iter().chain(helpers).collect()
}

/// Whether it is neither done nor cancelled.
pub fn is_open(form: &Form<'_>) -> bool {
    ![DONE.key, CANCELLED.key].contains(&status_of(form).as_str())
}

/// Whether completing it needs a review.
pub fn needs_review(form: &Form<'_>) -> bool {
    form.get(NEEDS_REVIEW)
        .unwrap_or_else(|| form.has(DELIVERABLE.name))
}

/// Whether its type asks for a deliverable; a task without a type is work.
pub fn makes_something(form: &Form<'_>) -> bool {
    form.get(TASK_TYPE)
        .is_none_or(|key| key == WORK.key || key == REVIEWING.key)
}

/// PLAN-01: an open task without owner, due date or deliverable.
pub fn lacks_something(form: &Form<'_>) -> bool {
    is_open(form)
        && (!form.has(OWNER.name)
            || !form.has(CURRENT_END.name)
            || (makes_something(form) && !form.has(DELIVERABLE.name)))
}
