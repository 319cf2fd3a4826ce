//! Preset R, resource coordination and sharing (§6.3). D+0 is the project's first day. Departments that use what is
//! shared take part, those that provide it support.

use super::project::{LEVELS, PROPOSED};
use super::{
    MeetingRow, Occasion, Party, Preset, RiskRow, Role, Seat, StageRow, TaskRow, WorkItemRow,
};
use crate::model::template::Label;
use crate::templates::{assignment, meeting, risk, task};

/// The preset of sharing resources.
pub static RESOURCE: Preset = Preset {
    days: 29,
    counts_working_days: false,
    proposes: PROPOSED,
    takes_all: false,
    stages: STAGES,
    tasks: TASKS,
    at_least: &[],
    risks: RISKS,
    meetings: MEETINGS,
    work_items: WORK_ITEMS,
    levels: LEVELS,
    agreements: AGREEMENTS,
    decision_channels: Label::new("本工具和邮件", "This tool and e-mail"),
};

const USERS: Role = Role::FirstOf(&[Role::Reps(Party::Using), Role::Reps(Party::All), Role::Lead]);
const PROVIDERS: Role = Role::FirstOf(&[
    Role::Reps(Party::Providing),
    Role::Reps(Party::All),
    Role::Lead,
]);

const STAGES: &[StageRow] = &[
    StageRow {
        name: Label::new("盘点", "Inventory"),
    },
    StageRow {
        name: Label::new("收集需求", "Demand"),
    },
    StageRow {
        name: Label::new("统筹分配", "Allocation"),
    },
    StageRow {
        name: Label::new("使用跟踪", "Use"),
    },
    StageRow {
        name: Label::new("归还与评估", "Return and review"),
    },
];

const TASKS: &[TaskRow] = &[
    TaskRow::new(
        Label::new(
            "明确共享资源范围与规则",
            "Define what is shared and by which rules",
        ),
        Label::new("共享规则", "rules"),
        Role::Lead,
        0,
        (0, 1),
        Label::new("共享规则", "Sharing rules"),
    ),
    TaskRow::new(
        Label::new("登记资源台账", "Register the resource ledger"),
        Label::new("台账", "ledger"),
        PROVIDERS,
        0,
        (2, 4),
        Label::new("资源台账", "Ledger"),
    )
    .after(&[0]),
    TaskRow::new(
        Label::new("提交资源申请单", "Submit resource requests"),
        Label::new("申请单", "requests"),
        USERS,
        1,
        (2, 7),
        Label::new("申请单", "Requests"),
    )
    .after(&[0]),
    TaskRow::new(
        Label::new(
            "检查撞期，给出排序建议",
            "Check for clashes, advise on the order",
        ),
        Label::new("撞期检查", "clash check"),
        Role::Coordinator,
        2,
        (8, 8),
        Label::new("撞期清单", "Clash list"),
    )
    .after(&[1, 2])
    .first(),
    TaskRow::new(
        Label::new("开统筹会裁定", "Rule in the arbitration meeting"),
        Label::new("裁定", "ruling"),
        Role::Lead,
        2,
        (9, 9),
        Label::new("裁定记录", "Decisions"),
    )
    .after(&[3])
    .sort(task::REVIEWING)
    .first(),
    TaskRow::new(
        Label::new(
            "发布分配表并签收",
            "Publish the allocation, confirm receipt",
        ),
        Label::new("分配表", "allocation"),
        Role::Coordinator,
        2,
        (10, 11),
        Label::new("分配表", "Allocation table"),
    )
    .after(&[4]),
    TaskRow::new(
        Label::new("跟踪使用并调剂", "Track use and reallocate"),
        Label::new("使用跟踪", "use"),
        Role::Seat(Seat::Keeper),
        3,
        (14, 23),
        Label::new("使用记录", "Usage log"),
    )
    .after(&[5])
    .sort(task::TRACKING),
    TaskRow::new(
        Label::new(
            "归还，确认数据已销毁",
            "Return all, confirm that data is destroyed",
        ),
        Label::new("归还", "return"),
        USERS,
        4,
        (24, 24),
        Label::new("归还单", "Return note"),
    )
    .after(&[6]),
    TaskRow::new(
        Label::new("评估利用率与撞期", "Review utilisation and clashes"),
        Label::new("评估", "review"),
        Role::Coordinator,
        4,
        (25, 25),
        Label::new("评估表", "Review sheet"),
    )
    .after(&[7]),
    TaskRow::new(
        Label::new(
            "收集反馈，总结，固化规则",
            "Collect feedback, report, fix the rules",
        ),
        Label::new("总结", "wrap-up"),
        Role::Lead,
        4,
        (28, 29),
        Label::new("总结报告", "Summary report"),
    )
    .after(&[8]),
];

const RISKS: &[RiskRow] = &[
    RiskRow::new(
        Label::new("高峰撞期", "Clashes at the peak"),
        risk::RESOURCE,
        (4, 3),
        Role::Coordinator,
        [
            Label::new(
                "几个部门的旺季在同一周",
                "several departments peak in the same week",
            ),
            Label::new(
                "同一资源被同时申请",
                "the same resource is asked for at once",
            ),
            Label::new("有部门的工作排不下去", "a department cannot do its work"),
        ],
    )
    .answered(
        Label::new(
            "提前两周收齐申请，每次改期都重查撞期。",
            "Collect requests two weeks ahead, check again at every move.",
        ),
        Label::new(
            "当天开线上裁定，按优先级错开或分时段。",
            "Rule online the same day: shift or split by priority.",
        ),
        Label::new(
            "同一天的申请超过总量",
            "Requests of one day exceed what there is",
        ),
    ),
    RiskRow::new(
        Label::new("私下占用", "Side deals"),
        risk::COORDINATION,
        (3, 4),
        Role::Lead,
        [
            Label::new("申请要等裁定", "a request has to wait for a ruling"),
            Label::new(
                "部门之间私下借用",
                "departments lend to each other on the side",
            ),
            Label::new("台账不准，裁定落空", "the ledger is wrong and rulings fail"),
        ],
    )
    .answered(
        Label::new(
            "约定不私下找提供部门；裁定不超过 2 个工作日。",
            "Agree not to go round the lead; rule within 2 working days.",
        ),
        Label::new(
            "补一张申请单，重新裁定。",
            "Make up a request and rule again.",
        ),
        Label::new(
            "使用人和台账对不上",
            "Who uses it is not who the ledger says",
        ),
    ),
    RiskRow::new(
        Label::new("数据超范围使用", "Data used beyond purpose"),
        risk::COMPLIANCE,
        (2, 5),
        PROVIDERS,
        [
            Label::new(
                "数据给出去以后看不见",
                "nobody sees what happens to data once it is given",
            ),
            Label::new("被用到申请以外的地方", "it is used for something else"),
            Label::new("引来合规投诉", "a compliance complaint follows"),
        ],
    )
    .answered(
        Label::new(
            "脱敏后给，写明使用人、用途和销毁日期。",
            "Mask it; name users, purpose and the day of destruction.",
        ),
        Label::new(
            "24 小时内收回，报给项目负责人。",
            "Take it back within 24 hours and tell the lead.",
        ),
        Label::new("导出记录，或有人投诉", "An export log, or a complaint"),
    ),
    RiskRow::new(
        Label::new("逾期不还", "Returned late"),
        risk::RESOURCE,
        (3, 3),
        Role::Seat(Seat::Keeper),
        [
            Label::new("前一个部门没用完", "the department before is not done"),
            Label::new("到日子没有归还", "it is not back on its day"),
            Label::new("后面的部门开不了工", "the next department cannot begin"),
        ],
    )
    .answered(
        Label::new("到期前 2 天提醒归还。", "Remind 2 days before."),
        Label::new(
            "换同类资源，或请项目负责人重新裁定。",
            "Use another of the kind, or ask the lead to rule again.",
        ),
        Label::new("到期当天还没有归还记录", "No return on the day it is due"),
    ),
    RiskRow::new(
        Label::new("裁定不服", "A ruling is disputed"),
        risk::COORDINATION,
        (3, 3),
        Role::Lead,
        [
            Label::new("裁定没有写清理由", "a ruling gives no reason"),
            Label::new("有部门不接受", "a department does not accept it"),
            Label::new("同一件事反复争", "the same matter comes up again"),
        ],
    )
    .answered(
        Label::new(
            "每次裁定写明理由和替代办法。",
            "Give a reason and an alternative with every ruling.",
        ),
        Label::new(
            "24 小时内上报发起人定。",
            "The sponsor decides within 24 hours.",
        ),
        Label::new("收到异议", "An objection"),
    ),
];

const MEETINGS: &[MeetingRow] = &[
    MeetingRow {
        agenda: &[
            (Label::new("上次措施", "Actions of last time"), 5),
            (Label::new("待裁定的申请", "Requests to be ruled on"), 20),
            (Label::new("撞期", "Clashes"), 10),
            (Label::new("使用和归还", "Use and return"), 5),
            (Label::new("下两周", "The next two weeks"), 5),
        ],
        ..MeetingRow::new(
            Label::new("双周统筹会", "Biweekly arbitration"),
            meeting::BIWEEKLY,
            // From the day on which it is ruled.
            Occasion::Biweekly(4),
            "10:00",
            45,
        )
    },
    MeetingRow::new(
        Label::new("紧急裁定（线上）", "Urgent ruling (online)"),
        meeting::TOPIC,
        Occasion::OnNeed,
        "",
        20,
    ),
    MeetingRow::new(
        Label::new("月度利用率回顾", "Monthly review of utilisation"),
        meeting::TOPIC,
        Occasion::With(8),
        "",
        45,
    ),
];

const WORK_ITEMS: &[WorkItemRow] = &[WorkItemRow {
    name: Label::new("裁定资源申请", "Rule on resource requests"),
    task: 4,
    owner: None,
    letters: &[
        (Party::Using, assignment::DOES),
        (Party::Providing, assignment::DOES),
    ],
    others: None,
    lead: Some(assignment::DECIDES),
    coordinator: Some(assignment::CONSULTED),
    sponsor: None,
}];

const AGREEMENTS: &[Label] = &[
    Label::new(
        "资源一律走申请单，由项目负责人统筹，不私下找提供部门。",
        "Every resource is asked for by a request that goes to the lead; nobody goes to the provider on the side.",
    ),
    Label::new(
        "提供部门 1 个工作日内答复；不能给的写明原因和替代办法。",
        "The provider answers within 1 working day; whoever cannot give says why and offers an alternative.",
    ),
    Label::new(
        "用完当天归还并登记，数据按约定日期销毁。",
        "What is used is returned and recorded the same day; data is destroyed on the day agreed.",
    ),
];
