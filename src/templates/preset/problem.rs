//! Preset I, joint problem solving (§6.4). Days are working days from the one on which the problem came up, because
//! that may be any day of the week; hours are counted by the clocks of the issue, not by the plan.

use super::project::LEVELS;
use super::{
    Desk, MeetingRow, Occasion, Party, Preset, RiskRow, Role, Seat, StageRow, TaskRow, WorkItemRow,
};
use crate::model::template::Label;
use crate::templates::{assignment, meeting, risk, task};

/// The preset of solving a problem together.
pub static PROBLEM: Preset = Preset {
    days: 35,
    counts_working_days: true,
    proposes: &[
        Desk::Service,
        Desk::Supply,
        Desk::Development,
        Desk::Marketing,
    ],
    takes_all: false,
    stages: STAGES,
    tasks: TASKS,
    at_least: &[],
    risks: RISKS,
    meetings: MEETINGS,
    work_items: WORK_ITEMS,
    levels: LEVELS,
    agreements: AGREEMENTS,
    decision_channels: Label::new("处置群和本工具", "The case chat and this tool"),
};

/// The places of the tasks whose owners do the steps of a case: the first answer, the containment, the root cause.
pub const PROBLEM_REPLY: usize = 2;
pub const PROBLEM_CONTAIN: usize = 3;
pub const PROBLEM_CAUSE: usize = 5;

const RAISER: Role = Role::FirstOf(&[Role::Reps(Party::Raising), Role::Lead]);
const SERVICE: Role = Role::FirstOf(&[
    Role::Rep(Desk::Service),
    Role::Reps(Party::Raising),
    Role::Lead,
]);
const FIXER: Role = Role::FirstOf(&[Role::Reps(Party::Fixing), Role::Lead]);

const STAGES: &[StageRow] = &[
    StageRow {
        name: Label::new("受理定级", "Triage"),
    },
    StageRow {
        name: Label::new("临时遏制", "Contain"),
    },
    StageRow {
        name: Label::new("根因与方案", "Root cause"),
    },
    StageRow {
        name: Label::new("整改实施", "Correct"),
    },
    StageRow {
        name: Label::new("验证关闭", "Verify"),
    },
    StageRow {
        name: Label::new("复盘防再发", "Learn and watch"),
    },
];

const TASKS: &[TaskRow] = &[
    TaskRow::new(
        Label::new(
            "登记事实并定级（1 小时内）",
            "Record the facts, set the severity (1 h)",
        ),
        Label::new("登记定级", "triage"),
        RAISER,
        0,
        (0, 0),
        Label::new("问题申请单", "Issue form"),
    )
    .first(),
    TaskRow::new(
        Label::new(
            "指定负责人与处置小组（2 小时内）",
            "Name the lead and the case team (2 h)",
        ),
        Label::new("处置小组", "case team"),
        Role::FirstOf(&[Role::Sponsor, Role::Lead]),
        0,
        (0, 0),
        Label::new("小组名单", "Team list"),
    )
    .after(&[0])
    .first(),
    TaskRow::new(
        Label::new(
            "首次答复客户（4 小时内）",
            "Answer the customer for the first time (4 h)",
        ),
        Label::new("答复客户", "first answer"),
        SERVICE,
        0,
        (0, 0),
        Label::new("答复记录", "Record of the answer"),
    )
    .after(&[0])
    .first(),
    TaskRow::new(
        Label::new(
            "临时遏制：停发、退换、公告（24 小时内）",
            "Contain: stop shipping, replace, announce (24 h)",
        ),
        Label::new("临时遏制", "containment"),
        Role::FirstOf(&[
            Role::Rep(Desk::Supply),
            Role::Rep(Desk::Development),
            Role::Reps(Party::Fixing),
            Role::Lead,
        ]),
        1,
        (0, 1),
        Label::new("遏制措施与效果", "Measures and their effect"),
    )
    .after(&[1])
    .first(),
    TaskRow::new(
        Label::new("排查影响面（24 小时内）", "Find the extent (24 h)"),
        Label::new("影响面", "extent"),
        Role::FirstOf(&[Role::Rep(Desk::Quality), Role::Seat(Seat::Quality)]),
        1,
        (0, 1),
        Label::new("影响清单", "Impact list"),
    )
    .after(&[1])
    .first(),
    TaskRow::new(
        Label::new(
            "用五问找根因，含为何没有提前发现（48 小时内）",
            "Find the root cause by five whys, and why it was not detected (48 h)",
        ),
        Label::new("根因", "root cause"),
        Role::FirstOf(&[
            Role::Rep(Desk::Development),
            Role::Reps(Party::Fixing),
            Role::Lead,
        ]),
        2,
        (2, 2),
        Label::new("根因说明", "Root-cause note"),
    )
    .after(&[3, 4])
    .first(),
    TaskRow::new(
        Label::new("评审长期措施", "Review the corrective actions"),
        Label::new("措施评审", "review"),
        Role::Lead,
        2,
        (3, 3),
        Label::new("决策记录", "Decision"),
    )
    .after(&[5])
    .sort(task::REVIEWING),
    TaskRow::new(
        Label::new("分部门整改", "Corrective work in each department"),
        Label::new("整改", "corrective work"),
        Role::FirstOf(&[Role::Reps(Party::All), Role::Lead]),
        3,
        (4, 8),
        Label::new("完成证据", "Evidence"),
    )
    .after(&[6]),
    TaskRow::new(
        Label::new("验证效果", "Verify the effect"),
        Label::new("验证", "verification"),
        RAISER,
        4,
        (9, 12),
        Label::new("验证结论", "Result of the verification"),
    )
    .after(&[7]),
    TaskRow::new(
        Label::new("更新规范并培训", "Update the standards and train"),
        Label::new("更新规范", "standards"),
        FIXER,
        4,
        (9, 12),
        Label::new("修订文件", "Revised documents"),
    )
    .after(&[7]),
    TaskRow::new(
        Label::new(
            "收集反馈，写简短总结",
            "Collect feedback, write a short report",
        ),
        Label::new("总结", "wrap-up"),
        Role::Lead,
        5,
        (13, 13),
        Label::new("总结报告", "Summary report"),
    )
    .after(&[8, 9]),
    TaskRow::new(
        Label::new(
            "观察 30 天有没有再发",
            "Watch for 30 days whether it comes back",
        ),
        Label::new("复发观察", "watch"),
        SERVICE,
        5,
        (14, 35),
        Label::new("观察结果", "Result of the watch"),
    )
    .after(&[10])
    .sort(task::TRACKING),
];

const RISKS: &[RiskRow] = &[
    RiskRow::new(
        Label::new("遏制不彻底", "The containment leaks"),
        risk::QUALITY,
        (3, 5),
        FIXER,
        [
            Label::new(
                "在途和库存没有查全",
                "goods on the way and in stock were not all checked",
            ),
            Label::new("有问题的货继续发出", "bad goods go on leaving"),
            Label::new("新增投诉停不下来", "new complaints do not stop"),
        ],
    )
    .answered(
        Label::new(
            "列清批次，在途、库存、渠道逐项确认。",
            "List the batches; confirm what is on the way, in stock and with partners.",
        ),
        Label::new(
            "全部停发，逐箱检查后放行。",
            "Stop all shipping and check box by box.",
        ),
        Label::new("遏制之后仍有新增", "New cases after the containment"),
    ),
    RiskRow::new(
        Label::new("责任推诿", "Passing the buck"),
        risk::COORDINATION,
        (3, 4),
        Role::Lead,
        [
            Label::new("原因牵涉几个部门", "several departments have a part in it"),
            Label::new(
                "问题在部门之间转来转去",
                "the issue is passed from one to the other",
            ),
            Label::new("过了时限没有人动手", "nobody acts before the limit"),
        ],
    )
    .answered(
        Label::new(
            "每一步只有一名责任人，转办由项目负责人定。",
            "One owner for each step; the lead decides who takes over.",
        ),
        Label::new(
            "当场指定责任人，上报发起人。",
            "Name an owner on the spot and tell the sponsor.",
        ),
        Label::new("转办 2 次以上", "Passed on more than twice"),
    ),
    RiskRow::new(
        Label::new("客户二次投诉", "A second complaint"),
        risk::MARKET,
        (3, 4),
        SERVICE,
        [
            Label::new("答复口径不一致", "customers are told different things"),
            Label::new("同一客户再次投诉", "the same customer complains again"),
            Label::new("事情扩大", "the matter grows"),
        ],
    )
    .answered(
        Label::new(
            "对外只用统一说法，4 小时内首次答复。",
            "Say the one thing agreed on; first answer within 4 hours.",
        ),
        Label::new(
            "主管回访，给出补偿方案。",
            "A manager calls back with an offer.",
        ),
        Label::new("同一客户第二次来电", "A second call of the same customer"),
    ),
    RiskRow::new(
        Label::new("根因判断错误", "The wrong root cause"),
        risk::QUALITY,
        (2, 4),
        Role::FirstOf(&[
            Role::Rep(Desk::Development),
            Role::Reps(Party::Fixing),
            Role::Lead,
        ]),
        [
            Label::new("急着给结论", "a conclusion is wanted soon"),
            Label::new("把表面原因当成根因", "a symptom is taken for the cause"),
            Label::new("整改后又发生", "it comes back after the correction"),
        ],
    )
    .answered(
        Label::new(
            "五问到底，用数据复现一次。",
            "Ask why to the end and reproduce it once.",
        ),
        Label::new(
            "重新分析，遏制措施不撤。",
            "Analyse again and keep the containment.",
        ),
        Label::new("验证不通过", "The verification fails"),
    ),
    RiskRow::new(
        Label::new("舆情扩散", "Publicity"),
        risk::MARKET,
        (2, 5),
        Role::FirstOf(&[Role::Rep(Desk::Marketing), Role::Lead]),
        [
            Label::new("客户在网上发了照片", "customers post pictures"),
            Label::new("传播超出处置范围", "it spreads beyond the case"),
            Label::new("品牌受损", "the brand suffers"),
        ],
    )
    .answered(
        Label::new(
            "每天看一次公开评论，准备好说明。",
            "Look at public comments daily, keep a statement ready.",
        ),
        Label::new(
            "由发起人定对外说明。",
            "The sponsor decides on a public statement.",
        ),
        Label::new(
            "单日公开评论超过 20 条",
            "More than 20 public comments in a day",
        ),
    ),
];

const MEETINGS: &[MeetingRow] = &[
    MeetingRow::new(
        Label::new("处置站会", "Case stand-up"),
        meeting::STANDUP,
        Occasion::Around(3, 0, 1),
        "09:15",
        15,
    ),
    MeetingRow::new(
        Label::new("周二处置会", "Tuesday case meeting"),
        meeting::WEEKLY,
        Occasion::WeeklyBetween(2, 3, 10),
        "16:00",
        30,
    ),
    MeetingRow::new(
        Label::new("周五处置会", "Friday case meeting"),
        meeting::WEEKLY,
        Occasion::WeeklyBetween(5, 3, 10),
        "16:00",
        30,
    ),
    MeetingRow::new(
        Label::new("结案会", "Close-out meeting"),
        meeting::WRAPUP,
        Occasion::With(10),
        "",
        45,
    ),
];

const WORK_ITEMS: &[WorkItemRow] = &[
    WorkItemRow {
        name: Label::new("遏制影响", "Contain the effect"),
        task: 3,
        owner: Some(Party::Fixing),
        letters: &[
            (Party::Fixing, assignment::BOTH),
            (Party::Desk(Desk::Development), assignment::CONSULTED),
            (Party::Desk(Desk::Service), assignment::INFORMED),
            (Party::Desk(Desk::Sales), assignment::INFORMED),
        ],
        others: None,
        lead: None,
        coordinator: None,
        sponsor: None,
    },
    WorkItemRow {
        name: Label::new("定长期措施", "Decide on the corrective actions"),
        task: 6,
        owner: None,
        letters: &[
            (Party::Fixing, assignment::DOES),
            (Party::Desk(Desk::Finance), assignment::CONSULTED),
        ],
        others: None,
        lead: Some(assignment::DECIDES),
        coordinator: None,
        sponsor: None,
    },
];

const AGREEMENTS: &[Label] = &[
    Label::new(
        "问题提出后 1 小时内有人答复，24 小时内遏制，48 小时内给根因。",
        "An issue is answered within 1 hour, contained within 24, its root cause named within 48.",
    ),
    Label::new(
        "处置期间大家在群里回复，由值班人记进来。",
        "While the case runs everybody answers in the chat; the duty officer records it here.",
    ),
    Label::new(
        "对外只用统一说法，别的人不单独答复客户。",
        "Customers hear the one thing agreed on; nobody else answers them.",
    ),
];
