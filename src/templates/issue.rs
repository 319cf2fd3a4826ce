//! The issue form 《问题申请单》 (T07, §4.2).

mod rules;
mod states;

pub use rules::RULES;
pub use states::{
    ACCEPTED, CLOSED, CLOSED_LATELY, DRAFT, NEED_INFO, PASS_ON, POSTPONED, REJECTED, RESOLVED,
    SUBMITTED, UNANSWERED, WORKING,
};

use super::department;
use super::escalation;
use super::member;
use super::task;
use super::{NUMBER, attachment, extension, status};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    CODE, Choice, Due, Field, First, Form, Gate, Key, Label, STATUS, Section, StakeKind, Tab,
    Template, Who, Words, Work, Writers,
};
use chrono::NaiveDate;

pub const KIND: &str = "issue";

/// What is wrong, with what effect.
pub const TITLE: Key<String> = Key::new("title");
/// What happened, since when, what was tried.
pub const DESCRIPTION: Key<String> = Key::new("description");
/// Who raised it.
pub const RAISED_BY: Key<RecordId> = Key::new("raised_by");
/// The department of who raised it.
pub const RAISED_DEPT: Key<RecordId> = Key::new("raised_dept");
/// What sort of issue.
pub const CATEGORY: Key<String> = Key::new("category");
pub const AFFECTED_DEPARTMENTS: Key<bool> = Key::new("affected_departments");
pub const AFFECTED_TASKS: Key<bool> = Key::new("affected_tasks");
/// Schedule, cost, quality, customers, in figures.
pub const IMPACT_SCOPE: Key<String> = Key::new("impact_scope");
/// Expected delay, working days.
pub const DELAY_RISK_WD: Key<i64> = Key::new("delay_risk_wd");
/// Expected cost, 分.
pub const COST_IMPACT: Key<i64> = Key::new("cost_impact");
/// 1 to 4.
pub const IMPACT: Key<i64> = Key::new("impact");
/// 1 to 4.
pub const URGENCY: Key<i64> = Key::new("urgency");
/// Calculated: [`severity_of`].
pub const SEVERITY: Key<String> = Key::new("severity");
/// From whom, what exactly.
pub const SUPPORT_NEEDED: Key<String> = Key::new("support_needed");
/// The department whose representative accepts it; the lead department where the project lead is to rule.
pub const SUPPORT_DEPARTMENT: Key<RecordId> = Key::new("support_department");
/// What the raiser suggests.
pub const PROPOSED_SOLUTION: Key<String> = Key::new("proposed_solution");
/// Who solves it.
pub const OWNER: Key<RecordId> = Key::new("owner");
/// By when.
pub const DUE_AT: Key<Moment> = Key::new("due_at");
/// Calculated: the first deadline it was accepted with.
pub const ORIGINAL_DUE_AT: Key<Moment> = Key::new("original_due_at");
/// What holds until then.
pub const INTERIM_MEASURE: Key<String> = Key::new("interim_measure");
/// Sort of root cause.
pub const ROOT_CAUSE_CATEGORY: Key<String> = Key::new("root_cause_category");
pub const ROOT_CAUSE: Key<String> = Key::new("root_cause");
/// How it was solved, with what result.
pub const RESOLUTION: Key<String> = Key::new("resolution");
/// When it was submitted: both clocks start here.
pub const SUBMITTED_AT: Key<Moment> = Key::new("submitted_at");
/// When the raiser was last asked for information: the clock of the deadline stands still from here.
pub const INFO_ASKED_AT: Key<Moment> = Key::new("info_asked_at");
/// When the raiser last gave it: the clock goes on.
pub const INFO_GIVEN_AT: Key<Moment> = Key::new("info_given_at");
/// When it was solved.
pub const RESOLVED_AT: Key<Moment> = Key::new("resolved_at");
/// Who verified it.
pub const VERIFIED_BY: Key<RecordId> = Key::new("verified_by");
/// When it was verified.
pub const VERIFIED_AT: Key<Moment> = Key::new("verified_at");
/// What keeps it from coming back.
pub const PREVENT_ACTION: Key<String> = Key::new("prevent_action");
/// Calculated: 1 to 4, how far it should have been escalated (W-10); nothing while nobody need hear of it.
pub const ESCALATION_LEVEL: Key<i64> = Key::new("escalation_level");
/// Who is kept informed.
pub const WATCHERS: Key<bool> = Key::new("watchers");
/// When a postponed issue is looked at again.
pub const REVISIT_DATE: Key<NaiveDate> = Key::new("revisit_date");

/// 特急
pub const CRITICAL: Choice = Choice::new("critical", "特急", "Critical");
/// 紧急
pub const HIGH: Choice = Choice::new("high", "紧急", "High");
/// 一般
pub const MEDIUM: Choice = Choice::new("medium", "一般", "Medium");
/// 低
pub const LOW: Choice = Choice::new("low", "低", "Low");

/// 质量
pub const QUALITY: Choice = Choice::new("quality", "质量", "Quality");
const CATEGORIES: &[Choice] = &[
    Choice::new("resource", "资源", "Resource"),
    Choice::new("schedule", "进度", "Schedule"),
    Choice::new("requirement", "需求", "Requirement"),
    QUALITY,
    Choice::new("process", "流程审批", "Process or approval"),
    Choice::new("information", "信息不通", "Information"),
    Choice::new("external", "外部", "External"),
    Choice::new("people", "人员", "People"),
    Choice::new("other", "其他", "Other"),
];
const IMPACTS: &[Choice] = &[
    Choice::new("1", "轻微", "Minor"),
    Choice::new("2", "一般", "Moderate"),
    Choice::new("3", "严重", "Major"),
    Choice::new("4", "重大", "Severe"),
];
const URGENCIES: &[Choice] = &[
    Choice::new("1", "可排期", "Can wait"),
    Choice::new("2", "本周内", "This week"),
    Choice::new("3", "48 小时内", "Within 48 h"),
    Choice::new("4", "立即", "Now"),
];
const ROOT_CAUSES: &[Choice] = &[
    Choice::new("unclear_goal", "目标不清", "Unclear goal"),
    Choice::new("unclear_duty", "职责不清", "Unclear duty"),
    Choice::new("resource", "资源不足", "Lack of resource"),
    Choice::new("info", "信息不同步", "Information gap"),
    Choice::new("process", "流程缺陷", "Process flaw"),
    Choice::new("quality", "质量缺陷", "Quality defect"),
    Choice::new("external", "外部原因", "External"),
    Choice::new("estimate", "估算偏差", "Estimate"),
    Choice::new("other", "其他", "Other"),
];

const INTERIM_FIELD: Field =
    Field::long_text(INTERIM_MEASURE, Label::new("临时措施", "Interim measure")).more();
const CAUSE_CATEGORY_FIELD: Field = Field::choice(
    ROOT_CAUSE_CATEGORY,
    Label::new("根因类别", "Root-cause category"),
    ROOT_CAUSES,
)
.more();
const CAUSE_FIELD: Field =
    Field::long_text(ROOT_CAUSE, Label::new("根因说明", "Root cause")).more();
const PREVENT_FIELD: Field = Field::long_text(PREVENT_ACTION, Label::new("防止再发", "Prevention"))
    .concrete()
    .more();
const REVISIT_FIELD: Field =
    Field::date(REVISIT_DATE, Label::new("再看日期", "Look again on")).more();

const FIELDS: &[Field] = &[
    NUMBER,
    status(&[
        DRAFT, SUBMITTED, ACCEPTED, WORKING, NEED_INFO, RESOLVED, CLOSED, REJECTED, POSTPONED,
    ]),
    Field::reference(
        RAISED_BY,
        Label::new("提出人", "Raised by"),
        &[member::KIND],
    )
    .first(First::Me),
    Field::reference(
        RAISED_DEPT,
        Label::new("提出部门", "Raised by department"),
        &[department::KIND],
    )
    .first(First::MyDepartment),
    Field::date_time(SUBMITTED_AT, Label::new("提出时间", "Raised at"))
        .latest()
        .filled(),
    Field::choice(CATEGORY, Label::new("类别", "Category"), CATEGORIES).needed(&[Gate::Submit]),
    Field::text(TITLE, Label::new("问题标题", "Title"), 80)
        .also(&["问题", "标题", "问题名称", "issue", "subject", "summary"])
        .needed(&[Gate::Submit])
        .wide()
        .width(24)
        .help("什么不对、有什么影响。", "What is wrong, with what effect."),
    Field::long_text(DESCRIPTION, Label::new("问题描述", "Description"))
        .also(&["描述", "详细描述", "问题说明", "details"])
        .needed(&[Gate::Submit])
        .help(
            "发生了什么、从什么时候、试过什么。",
            "What happened, since when, what was tried.",
        ),
    Field::long_text(IMPACT_SCOPE, Label::new("影响范围", "Scope of impact"))
        .needed(&[Gate::Submit])
        .help(
            "会耽误哪个任务、几天、多少钱、哪些客户。",
            "Which task, how many days, how much money, which customers.",
        ),
    Field::set(
        AFFECTED_DEPARTMENTS,
        Label::new("影响部门", "Departments affected"),
        &[department::KIND],
    )
    .needed(&[Gate::Submit]),
    Field::set(
        AFFECTED_TASKS,
        Label::new("影响任务", "Tasks affected"),
        &[task::KIND],
    )
    .begun_beside(),
    Field::int(
        DELAY_RISK_WD,
        Label::new("预计延误（工作日）", "Expected delay (working days)"),
        0,
        1000,
    )
    .more(),
    Field::money(COST_IMPACT, Label::new("预计金额影响", "Cost impact")).more(),
    Field::long_text(SUPPORT_NEEDED, Label::new("所需支持", "Support needed"))
        .needed(&[Gate::Submit])
        .concrete()
        .help("需要谁提供什么。", "What from whom."),
    Field::scale(IMPACT, Label::new("影响程度", "Impact"), IMPACTS).needed(&[Gate::Submit]),
    Field::scale(URGENCY, Label::new("紧急程度", "Urgency"), URGENCIES).needed(&[Gate::Submit]),
    Field::choice(
        SEVERITY,
        Label::new("级别（算出）", "Severity (calculated)"),
        &[CRITICAL, HIGH, MEDIUM, LOW],
    )
    .filled(),
    Field::reference(
        SUPPORT_DEPARTMENT,
        Label::new("需支持部门", "Supporting department"),
        &[department::KIND],
    )
    .stake(StakeKind::Role)
    .needed(&[Gate::Submit])
    .help(
        "需要项目负责人拍板时选牵头部门。",
        "Choose the lead department if the project lead is to rule on it.",
    ),
    Field::long_text(
        PROPOSED_SOLUTION,
        Label::new("建议方案", "Proposed solution"),
    )
    .concrete()
    .more(),
    Field::reference(OWNER, Label::new("解决责任人", "Owner"), &[member::KIND])
        .also(&["责任人", "负责人", "处理人", "assignee", "responsible"])
        .stake(StakeKind::Role)
        .needed(&[Gate::Accept])
        .doer(),
    Field::date_time(DUE_AT, Label::new("解决时限", "Due"))
        .also(&["截止", "截止日期", "要求完成时间", "due date", "deadline"])
        .needed(&[Gate::Accept]),
    Field::date_time(ORIGINAL_DUE_AT, Label::new("最初时限", "Original due"))
        .stake(StakeKind::Original)
        .filled(),
    Field::date_time(INFO_ASKED_AT, Label::new("请补充时间", "Information asked"))
        .latest()
        .filled()
        .more(),
    Field::date_time(INFO_GIVEN_AT, Label::new("补充时间", "Information given"))
        .latest()
        .filled()
        .more(),
    Field::scale(
        ESCALATION_LEVEL,
        Label::new("应上报给", "Escalate to"),
        escalation::LEVELS,
    )
    .filled(),
    INTERIM_FIELD,
    CAUSE_CATEGORY_FIELD,
    CAUSE_FIELD,
    Field::long_text(RESOLUTION, Label::new("解决措施与结果", "Resolution"))
        .needed(&[Gate::Resolve]),
    PREVENT_FIELD,
    Field::date_time(RESOLVED_AT, Label::new("解决时间", "Solved at"))
        .latest()
        .filled(),
    Field::reference(
        VERIFIED_BY,
        Label::new("验证人", "Verified by"),
        &[member::KIND],
    )
    .needed(&[Gate::Close]),
    Field::date_time(VERIFIED_AT, Label::new("验证时间", "Verified at"))
        .latest()
        .filled(),
    REVISIT_FIELD,
    Field::set(
        WATCHERS,
        Label::new("知会人", "Kept informed"),
        &[member::KIND],
    )
    .more(),
];

/// 问题申请单
pub static ISSUE: Template = Template {
    writers: &[
        Writers {
            fields: &[OWNER.name, DUE_AT.name, REVISIT_DATE.name],
            who: &[Who::RepOf(SUPPORT_DEPARTMENT.name), Who::Lead],
        },
        Writers {
            fields: &[
                INTERIM_MEASURE.name,
                ROOT_CAUSE_CATEGORY.name,
                ROOT_CAUSE.name,
                RESOLUTION.name,
                PREVENT_ACTION.name,
            ],
            who: &[Who::Person(OWNER.name), Who::RepOf(SUPPORT_DEPARTMENT.name)],
        },
        Writers::of_all(&[
            Who::Person(RAISED_BY.name),
            Who::RepOf(RAISED_DEPT.name),
            Who::RepOf(SUPPORT_DEPARTMENT.name),
            Who::Person(OWNER.name),
            Who::Coordinator,
        ]),
    ],
    letter: "I",
    sections: &[
        Section {
            label: Label::new("提出", "Raised"),
            fields: &[
                RAISED_BY.name,
                RAISED_DEPT.name,
                SUBMITTED_AT.name,
                CATEGORY.name,
            ],
        },
        Section {
            label: Label::new("问题", "Issue"),
            fields: &[
                TITLE.name,
                DESCRIPTION.name,
                IMPACT_SCOPE.name,
                AFFECTED_DEPARTMENTS.name,
                AFFECTED_TASKS.name,
                DELAY_RISK_WD.name,
                COST_IMPACT.name,
                SUPPORT_NEEDED.name,
                IMPACT.name,
                URGENCY.name,
                SEVERITY.name,
                SUPPORT_DEPARTMENT.name,
                PROPOSED_SOLUTION.name,
                attachment::KIND,
            ],
        },
        Section {
            label: Label::new("受理", "Acceptance"),
            fields: &[
                OWNER.name,
                DUE_AT.name,
                ORIGINAL_DUE_AT.name,
                ESCALATION_LEVEL.name,
                INFO_ASKED_AT.name,
                INFO_GIVEN_AT.name,
                extension::KIND,
            ],
        },
        Section {
            label: Label::new("处理与结果", "Handling and result"),
            fields: &[
                RESOLUTION.name,
                ROOT_CAUSE_CATEGORY.name,
                ROOT_CAUSE.name,
                INTERIM_MEASURE.name,
                PREVENT_ACTION.name,
                RESOLVED_AT.name,
                VERIFIED_BY.name,
                VERIFIED_AT.name,
                REVISIT_DATE.name,
                WATCHERS.name,
            ],
        },
    ],
    columns: &[
        CODE,
        TITLE.name,
        SEVERITY.name,
        STATUS,
        SUPPORT_DEPARTMENT.name,
        OWNER.name,
        DUE_AT.name,
        RAISED_BY.name,
        CATEGORY.name,
    ],
    rows: &[&extension::EXTENSION, &attachment::ATTACHMENT],
    copied: false,
    is_open: is_unsettled,
    states: Some(&states::STATES),
    place: Some(Tab::always(4)),
    words: Words {
        list: Label::new("问题", "Issues"),
        add: Label::new("提问题", "Raise issue"),
        empty: Label::new(
            "还没有问题单。卡住了、需要别的部门帮忙时点「提问题」。",
            "No issues yet. When you are stuck and need another department, raise one.",
        ),
        ..Words::USUAL
    },
    work: Some(Work {
        called: Label::new("问题", "issue"),
        many: Label::new("问题", "issues"),
        owner: OWNER,
        due_field: DUE_AT.name,
        due: |form| form.get(DUE_AT).map(Due::Moment),
        effort: None,
        alike: true,
        watched: None,
        runs: is_running,
        in_hand: |form| is_in(form, &[ACCEPTED, WORKING]),
        turns: states::TURNS,
    }),
    paper: true,
    ..Template::plain(
        KIND,
        Label::new("问题申请单", "Issue form"),
        Label::new("问题", "Issue"),
        TITLE.name,
        FIELDS,
    )
};

/// Whether it is critical or high.
pub fn is_urgent(form: &Form<'_>) -> bool {
    severity(form).is_some_and(|level| level == CRITICAL || level == HIGH)
}

/// Impact × urgency: critical from 12, high from 8, medium from 4. Nothing outside 1–4.
pub fn severity_of(impact: i64, urgency: i64) -> Option<Choice> {
    if !(1..=4).contains(&impact) || !(1..=4).contains(&urgency) {
        return None;
    }
    Some(match impact * urgency {
        12.. => CRITICAL,
        8.. => HIGH,
        4.. => MEDIUM,
        _ => LOW,
    })
}

/// What impact and urgency make together; nothing while one of them is open.
pub fn severity(form: &Form<'_>) -> Option<Choice> {
    severity_of(form.get(IMPACT)?, form.get(URGENCY)?)
}

/// Whether somebody still has to do something about it: raised, and neither closed nor refused.
pub fn is_open(form: &Form<'_>) -> bool {
    !is_in(form, &[DRAFT, CLOSED, REJECTED])
}

/// Whether the deadline runs: from submission to solution, but not while information is awaited or it is postponed.
pub fn is_running(form: &Form<'_>) -> bool {
    is_in(form, &[SUBMITTED, ACCEPTED, WORKING])
}

fn is_in(form: &Form<'_>, states: &[Choice]) -> bool {
    let status = super::status_of(form);
    states.iter().any(|state| state.key == status)
}

/// Whether it is neither closed nor refused; a draft is not.
pub fn is_unsettled(form: &Form<'_>) -> bool {
    !is_in(form, &[CLOSED, REJECTED])
}
