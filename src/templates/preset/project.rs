//! Preset P, cross-department project (§6.2). D+0 is the project's first day; the days are those of a plan of twelve
//! weeks and one wrap-up.

use super::{
    Desk, DeskRow, LevelRow, MeetingRow, Occasion, Preset, RiskRow, Role, StageRow, TaskRow,
    WorkItemRow,
};
use crate::model::template::Label;
use crate::templates::{assignment, department, meeting, risk, task};

/// The preset of a cross-department project.
pub static PROJECT: Preset = Preset {
    days: 84,
    desks: DESKS,
    stages: STAGES,
    tasks: TASKS,
    risks: RISKS,
    meetings: MEETINGS,
    work_items: WORK_ITEMS,
    levels: LEVELS,
    decision_channels: Label::new("本工具和邮件", "This tool and e-mail"),
};

const DESKS: &[DeskRow] = &[
    DeskRow {
        desk: Desk::Development,
        name: Label::new("研发部", "R&D"),
        participation: department::PARTICIPATE,
        known_by: "研发 技术 开发 产品研 r&d development engineering",
    },
    DeskRow {
        desk: Desk::Marketing,
        name: Label::new("市场部", "Marketing"),
        participation: department::PARTICIPATE,
        known_by: "市场 品牌 推广 marketing",
    },
    DeskRow {
        desk: Desk::Sales,
        name: Label::new("销售部", "Sales"),
        participation: department::PARTICIPATE,
        known_by: "销售 渠道 sales",
    },
    DeskRow {
        desk: Desk::Finance,
        name: Label::new("财务部", "Finance"),
        participation: department::SUPPORT,
        known_by: "财务 finance accounting",
    },
    DeskRow {
        desk: Desk::Service,
        name: Label::new("客服部", "Customer service"),
        participation: department::PARTICIPATE,
        known_by: "客服 客户服务 售后 service support",
    },
    DeskRow {
        desk: Desk::Supply,
        name: Label::new("供应链部", "Supply chain"),
        participation: department::PARTICIPATE,
        known_by: "供应 采购 物流 supply purchasing logistics",
    },
];

const STAGES: &[StageRow] = &[
    StageRow {
        name: Label::new("立项对齐", "Alignment"),
    },
    StageRow {
        name: Label::new("开发验证", "Build and verify"),
    },
    StageRow {
        name: Label::new("上线准备", "Readiness"),
    },
    StageRow {
        name: Label::new("上线发布", "Launch"),
    },
    StageRow {
        name: Label::new("运行与复盘", "Operate and review"),
    },
];

const TASKS: &[TaskRow] = &[
    TaskRow {
        title: Label::new(
            "召开启动会，确认目标与边界",
            "Hold the kick-off, confirm goal and boundaries",
        ),
        short: Label::new("启动会", "kick-off"),
        owner: Role::Lead,
        stage: 0,
        days: (0, 1),
        deliverable: Label::new("目标说明书", "Goal charter"),
        after: &[],
        task_type: task::WORK,
        priority: "p1",
    },
    TaskRow {
        title: Label::new("需求与规格定稿", "Freeze requirements and specification"),
        short: Label::new("需求文档", "requirements"),
        owner: Role::Rep(Desk::Development),
        stage: 0,
        days: (2, 8),
        deliverable: Label::new("需求文档", "Requirements document"),
        after: &[0],
        task_type: task::WORK,
        priority: "p0",
    },
    TaskRow {
        title: Label::new("制定推广或切换方案", "Write the promotion or cut-over plan"),
        short: Label::new("推广方案", "promotion plan"),
        owner: Role::Rep(Desk::Marketing),
        stage: 0,
        days: (7, 11),
        deliverable: Label::new("推广方案", "Promotion plan"),
        after: &[0],
        task_type: task::WORK,
        priority: "p1",
    },
    TaskRow {
        title: Label::new("编制并批准预算", "Prepare and approve the budget"),
        short: Label::new("预算", "budget"),
        owner: Role::Rep(Desk::Finance),
        stage: 0,
        days: (14, 16),
        deliverable: Label::new("批准的预算表", "Approved budget"),
        after: &[2],
        task_type: task::WORK,
        priority: "p1",
    },
    TaskRow {
        title: Label::new("核心开发或制作", "Build the core"),
        short: Label::new("核心开发", "core build"),
        owner: Role::Rep(Desk::Development),
        stage: 1,
        days: (9, 32),
        deliverable: Label::new("可测试版本", "Testable version"),
        after: &[1],
        task_type: task::WORK,
        priority: "p0",
    },
    TaskRow {
        title: Label::new("测试与缺陷修复", "Test and fix"),
        short: Label::new("测试", "testing"),
        owner: Role::Rep(Desk::Development),
        stage: 1,
        days: (35, 46),
        deliverable: Label::new("测试报告", "Test report"),
        after: &[4],
        task_type: task::WORK,
        priority: "p0",
    },
    TaskRow {
        title: Label::new("准备物料与供应", "Prepare materials and supply"),
        short: Label::new("物料准备", "materials"),
        owner: Role::Rep(Desk::Supply),
        stage: 2,
        days: (17, 46),
        deliverable: Label::new("到货清单", "Delivery list"),
        after: &[3],
        task_type: task::WORK,
        priority: "p1",
    },
    TaskRow {
        title: Label::new("准备渠道与销售", "Prepare channels and sales"),
        short: Label::new("渠道准备", "channels"),
        owner: Role::Rep(Desk::Sales),
        stage: 2,
        days: (21, 46),
        deliverable: Label::new("渠道协议、培训记录", "Agreements, training record"),
        after: &[2],
        task_type: task::WORK,
        priority: "p1",
    },
    TaskRow {
        title: Label::new("准备客服与支持", "Prepare service and support"),
        short: Label::new("客服准备", "service readiness"),
        owner: Role::Rep(Desk::Service),
        stage: 2,
        days: (35, 49),
        deliverable: Label::new("知识库与话术", "Knowledge base and scripts"),
        after: &[4],
        task_type: task::WORK,
        priority: "p1",
    },
    TaskRow {
        title: Label::new("检查上线准备度（关口）", "Check readiness (gate)"),
        short: Label::new("准备度检查", "readiness gate"),
        owner: Role::Lead,
        stage: 2,
        days: (53, 53),
        deliverable: Label::new("关口结论", "Gate decision"),
        after: &[5, 6, 7, 8],
        task_type: task::REVIEWING,
        priority: "p0",
    },
    TaskRow {
        title: Label::new("上线发布与首日保障", "Launch and cover the first day"),
        short: Label::new("上线发布", "launch"),
        owner: Role::Lead,
        stage: 3,
        days: (56, 56),
        deliverable: Label::new("发布记录", "Launch record"),
        after: &[9],
        task_type: task::WORK,
        priority: "p0",
    },
    TaskRow {
        title: Label::new("首周日报与快速响应", "Watch the first week day by day"),
        short: Label::new("首周日报", "first-week watch"),
        owner: Role::Rep(Desk::Service),
        stage: 3,
        days: (57, 63),
        deliverable: Label::new("日报", "Daily reports"),
        after: &[10],
        task_type: task::TRACKING,
        priority: "p1",
    },
    TaskRow {
        title: Label::new("跟踪指标", "Track the metrics"),
        short: Label::new("指标跟踪", "metrics"),
        owner: Role::Rep(Desk::Sales),
        stage: 4,
        days: (57, 80),
        deliverable: Label::new("指标表", "Metric sheet"),
        after: &[10],
        task_type: task::TRACKING,
        priority: "p1",
    },
    TaskRow {
        title: Label::new(
            "收集反馈，开总结会，写报告",
            "Collect feedback, hold the wrap-up, write the report",
        ),
        short: Label::new("总结", "wrap-up"),
        owner: Role::Lead,
        stage: 4,
        days: (81, 84),
        deliverable: Label::new("总结报告", "Summary report"),
        after: &[11, 12],
        task_type: task::WORK,
        priority: "p1",
    },
];

const RISKS: &[RiskRow] = &[
    RiskRow {
        title: Label::new("需求变更", "Requirements change midway"),
        cause: Label::new(
            "需求评审时有部门没到场",
            "a department missed the review of the requirements",
        ),
        event: Label::new(
            "定稿后还要改需求",
            "requirements are changed after they were frozen",
        ),
        effect: Label::new(
            "开发返工，测试推迟",
            "the build is redone and testing is late",
        ),
        category: risk::REQUIREMENT.key,
        rating: (3, 4),
        owner: Role::Rep(Desk::Development),
        prevention: Label::new(
            "需求评审请全部代表到场；定稿后一律走变更申请。",
            "All representatives attend the review; after that only by change request.",
        ),
        contingency: Label::new(
            "新需求移到下一版；确需本版做的，由项目负责人当天裁定。",
            "New requirements move to the next version; what cannot wait the lead decides the same day.",
        ),
        trigger: Label::new(
            "定稿后新增需求 1 条以上",
            "One or more new requirements after the freeze",
        ),
    },
    RiskRow {
        title: Label::new("关键人员请假或离岗", "A key person is away"),
        cause: Label::new(
            "关键任务只有一个人会做",
            "only one person can do a key task",
        ),
        event: Label::new(
            "这个人请假、借调或离职",
            "that person is on leave, lent out or gone",
        ),
        effect: Label::new("任务中断，没人能决定", "work stops and nobody can decide"),
        category: risk::PEOPLE.key,
        rating: (3, 3),
        owner: Role::Lead,
        prevention: Label::new(
            "每位代表指定代理人，并让代理人参加周会。",
            "Every representative names a backup, who attends the weekly meeting.",
        ),
        contingency: Label::new(
            "代理人当天接手，项目负责人重排日期。",
            "The backup takes over the same day and the lead moves dates.",
        ),
        trigger: Label::new(
            "代理人一栏空着，或收到请假申请",
            "A backup is not named, or leave is asked for",
        ),
    },
    RiskRow {
        title: Label::new("预算到位晚", "The budget is released late"),
        cause: Label::new(
            "批准和拨付是两道手续",
            "approval and release are two procedures",
        ),
        event: Label::new(
            "预算批了却没有拨付",
            "the budget is approved but not released",
        ),
        effect: Label::new(
            "物料和推广下不了单",
            "materials and promotion cannot be ordered",
        ),
        category: risk::RESOURCE.key,
        rating: (3, 4),
        owner: Role::Rep(Desk::Finance),
        prevention: Label::new(
            "批准当天同时发起拨付，写明拨付日期。",
            "Ask for the release on the day of approval, with a date.",
        ),
        contingency: Label::new(
            "先用供应商账期，优先保证关键任务。",
            "Use supplier credit and serve key tasks first.",
        ),
        trigger: Label::new(
            "批准后 2 个工作日仍未拨付",
            "Not released 2 working days after approval",
        ),
    },
    RiskRow {
        title: Label::new("供应商延期", "A supplier is late"),
        cause: Label::new("关键物料只有一家供应商", "a key part has a single supplier"),
        event: Label::new("供应商不能按期交货", "the supplier misses the date"),
        effect: Label::new(
            "到货推迟，上线缺货",
            "parts arrive late and stock is missing at launch",
        ),
        category: risk::SUPPLIER.key,
        rating: (2, 4),
        owner: Role::Rep(Desk::Supply),
        prevention: Label::new(
            "下单前谈好备选供应商和分批交货。",
            "Agree on a second supplier and partial deliveries before ordering.",
        ),
        contingency: Label::new(
            "改用备选供应商，或先到一部分。",
            "Switch to the second supplier, or take a part first.",
        ),
        trigger: Label::new("供应商周交付率低于 90%", "Weekly delivery rate below 90%"),
    },
    RiskRow {
        title: Label::new("上线后问题集中", "A burst of problems after launch"),
        cause: Label::new("测试没有覆盖真实用法", "tests did not cover real use"),
        event: Label::new("上线第一周投诉集中", "complaints pile up in the first week"),
        effect: Label::new(
            "客服超负荷，口碑受损",
            "service is overloaded and the reputation suffers",
        ),
        category: risk::QUALITY.key,
        rating: (3, 4),
        owner: Role::Rep(Desk::Service),
        prevention: Label::new(
            "上线前做一次演练，排好首周值班。",
            "Rehearse before launch and set a roster for the first week.",
        ),
        contingency: Label::new(
            "研发和客服当天会诊，必要时暂停推广。",
            "R&D and service meet the same day; promotion is paused if needed.",
        ),
        trigger: Label::new("单日投诉超过 30 起", "More than 30 complaints in a day"),
    },
];

const MEETINGS: &[MeetingRow] = &[
    MeetingRow {
        name: Label::new("启动会", "Kick-off"),
        kind_of: meeting::KICKOFF,
        held: Occasion::With(0),
        time: "",
        minutes: 60,
        agenda: &[],
    },
    MeetingRow {
        name: Label::new("周例会", "Weekly meeting"),
        kind_of: meeting::WEEKLY,
        held: Occasion::Weekly(5),
        time: "10:00",
        minutes: 60,
        agenda: &[
            (Label::new("上周措施", "Actions of last week"), 5),
            (Label::new("进度", "Progress"), 20),
            (Label::new("问题", "Issues"), 20),
            (Label::new("资源", "Resources"), 5),
            (Label::new("下周计划", "Next week"), 10),
        ],
    },
    MeetingRow {
        name: Label::new("关口评审", "Gate review"),
        kind_of: meeting::GATE,
        held: Occasion::After(9),
        time: "",
        minutes: 60,
        agenda: &[],
    },
    MeetingRow {
        name: Label::new("上线站会", "Launch stand-up"),
        kind_of: meeting::STANDUP,
        held: Occasion::Around(10, 10, 5),
        time: "",
        minutes: 15,
        agenda: &[],
    },
    MeetingRow {
        name: Label::new("总结会", "Wrap-up"),
        kind_of: meeting::WRAPUP,
        held: Occasion::After(13),
        time: "",
        minutes: 90,
        agenda: &[],
    },
];

const WORK_ITEMS: &[WorkItemRow] = &[
    WorkItemRow {
        name: Label::new("确定需求与规格", "Set requirements and specification"),
        task: 1,
        owner: Some(Desk::Development),
        letters: &[
            (Desk::Development, assignment::BOTH),
            (Desk::Marketing, assignment::CONSULTED),
            (Desk::Sales, assignment::CONSULTED),
        ],
        others: Some(assignment::INFORMED),
        lead: None,
    },
    WorkItemRow {
        name: Label::new("编制预算", "Prepare the budget"),
        task: 3,
        owner: Some(Desk::Finance),
        letters: &[
            (Desk::Finance, assignment::BOTH),
            (Desk::Marketing, assignment::CONSULTED),
        ],
        others: None,
        lead: None,
    },
    WorkItemRow {
        name: Label::new("决定是否上线", "Decide whether to launch"),
        task: 9,
        owner: None,
        letters: &[],
        others: Some(assignment::DOES),
        lead: Some(assignment::DECIDES),
    },
];

const LEVELS: &[LevelRow] = &[
    LevelRow {
        level: 1,
        after_h: 0,
        decides_h: 24,
    },
    LevelRow {
        level: 2,
        after_h: 0,
        decides_h: 24,
    },
    LevelRow {
        level: 3,
        after_h: 24,
        decides_h: 24,
    },
    LevelRow {
        level: 4,
        after_h: 72,
        decides_h: 24,
    },
];
