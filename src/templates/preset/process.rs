//! Preset O, process improvement and policy rollout (§6.5). D+0 is the project's first day; the last task looks again
//! thirty days after the rest.

use super::project::{LEVELS, PROPOSED};
use super::{
    Desk, MeetingRow, Occasion, Party, Preset, RiskRow, Role, Seat, StageRow, TaskRow, WorkItemRow,
};
use crate::model::template::Label;
use crate::templates::{assignment, meeting, risk, task};

/// The preset of a better process or a new policy.
pub static PROCESS: Preset = Preset {
    days: 86,
    counts_working_days: false,
    proposes: PROPOSED,
    takes_all: true,
    stages: STAGES,
    tasks: TASKS,
    at_least: &[(PROCESS_CONSULT, ASKED_DAYS)],
    risks: RISKS,
    meetings: MEETINGS,
    work_items: WORK_ITEMS,
    levels: LEVELS,
    agreements: AGREEMENTS,
    decision_channels: Label::new("本工具和邮件", "This tool and e-mail"),
};

/// The place of the task in which the departments are asked.
pub const PROCESS_CONSULT: usize = 4;

/// Working days in which the departments are asked at least, as the agreements say.
const ASKED_DAYS: u32 = 3;

const OWNING: Role = Role::FirstOf(&[Role::Reps(Party::Owning), Role::Lead]);
const EVERYBODY: Role = Role::FirstOf(&[Role::Reps(Party::All), Role::Lead]);

const STAGES: &[StageRow] = &[
    StageRow {
        name: Label::new("现状梳理", "As-is"),
    },
    StageRow {
        name: Label::new("方案设计", "Design"),
    },
    StageRow {
        name: Label::new("意见征集", "Consultation"),
    },
    StageRow {
        name: Label::new("试点", "Pilot"),
    },
    StageRow {
        name: Label::new("修订发布", "Revise and issue"),
    },
    StageRow {
        name: Label::new("宣贯落地", "Roll out"),
    },
    StageRow {
        name: Label::new("检查固化", "Check"),
    },
];

const TASKS: &[TaskRow] = &[
    TaskRow::new(
        Label::new(
            "确认目标、范围和现状值",
            "Confirm goal, scope and today's values",
        ),
        Label::new("目标现状", "goal"),
        Role::Lead,
        0,
        (0, 2),
        Label::new("目标说明书", "Goal charter"),
    ),
    TaskRow::new(
        Label::new(
            "绘制现在的流程与耗时",
            "Map the process of today and its times",
        ),
        Label::new("现状流程", "as-is map"),
        Role::Coordinator,
        0,
        (3, 9),
        Label::new("现状流程图", "As-is map"),
    )
    .after(&[0]),
    TaskRow::new(
        Label::new(
            "收集各部门卡点",
            "Collect the pain points of all departments",
        ),
        Label::new("卡点", "pain points"),
        EVERYBODY,
        0,
        (3, 9),
        Label::new("卡点清单", "List of pain points"),
    )
    .after(&[0]),
    TaskRow::new(
        Label::new("设计新流程或制度草案", "Draft the new process or policy"),
        Label::new("草案", "draft"),
        OWNING,
        1,
        (10, 18),
        Label::new("征求意见稿", "Consultation draft"),
    )
    .after(&[1, 2])
    .first(),
    TaskRow::new(
        Label::new("第一轮征求意见", "Ask for opinions, round 1"),
        Label::new("征求意见", "consultation"),
        EVERYBODY,
        2,
        (21, 23),
        Label::new("意见表", "Opinion table"),
    )
    .after(&[3]),
    TaskRow::new(
        Label::new("逐条答复采纳情况", "Answer every opinion"),
        Label::new("答复意见", "answers"),
        OWNING,
        2,
        (24, 25),
        Label::new("答复表", "Answer table"),
    )
    .after(&[4])
    .first(),
    TaskRow::new(
        Label::new("确定试点部门与指标", "Choose pilots and measures"),
        Label::new("试点方案", "pilot plan"),
        Role::Lead,
        3,
        (28, 28),
        Label::new("试点方案", "Pilot plan"),
    )
    .after(&[5]),
    TaskRow::new(
        Label::new("试点运行", "Run the pilot"),
        Label::new("试点", "pilot"),
        Role::FirstOf(&[Role::Reps(Party::Pilot), Role::Lead]),
        3,
        (29, 42),
        Label::new("试点数据", "Pilot data"),
    )
    .after(&[6]),
    TaskRow::new(
        Label::new("评估试点（关口）", "Judge the pilot (gate)"),
        Label::new("试点评估", "pilot gate"),
        Role::Lead,
        3,
        (43, 43),
        Label::new("关口结论", "Gate decision"),
    )
    .after(&[7])
    .sort(task::REVIEWING)
    .first(),
    TaskRow::new(
        Label::new("修订、批准、发布", "Revise, approve, issue"),
        Label::new("正式文件", "issued document"),
        Role::FirstOf(&[Role::Sponsor, Role::Lead]),
        4,
        (44, 49),
        Label::new("正式文件", "Issued document"),
    )
    .after(&[8]),
    TaskRow::new(
        Label::new("宣贯培训并考核", "Brief, train and test"),
        Label::new("宣贯", "briefing"),
        EVERYBODY,
        5,
        (50, 53),
        Label::new("培训记录", "Training record"),
    )
    .after(&[9]),
    TaskRow::new(
        Label::new(
            "配置系统，停用旧做法",
            "Set up the systems, stop the old way",
        ),
        Label::new("系统配置", "set-up"),
        Role::FirstOf(&[Role::Rep(Desk::Information), Role::Seat(Seat::System)]),
        5,
        (46, 53),
        Label::new("配置清单", "Set-up list"),
    )
    .after(&[8]),
    TaskRow::new(
        Label::new("检查落地", "Check the rollout"),
        Label::new("落地检查", "rollout check"),
        Role::Coordinator,
        6,
        (56, 56),
        Label::new("落地检查表", "Rollout check sheet"),
    )
    .after(&[10, 11])
    .sort(task::REVIEWING)
    .first(),
    TaskRow::new(
        Label::new("收集反馈，总结", "Collect feedback, report"),
        Label::new("总结", "wrap-up"),
        Role::Lead,
        6,
        (57, 57),
        Label::new("总结报告", "Summary report"),
    )
    .after(&[12]),
    TaskRow::new(
        Label::new("30 天后复查", "Check again after 30 days"),
        Label::new("复查", "day-30 check"),
        Role::Coordinator,
        6,
        (86, 86),
        Label::new("复查结论", "Result of the check"),
    )
    .after(&[12]),
];

const RISKS: &[RiskRow] = &[
    RiskRow::new(
        Label::new("征求意见流于形式", "A consultation in name only"),
        risk::COORDINATION,
        (3, 3),
        OWNING,
        [
            Label::new(
                "时间太短，只发给了少数人",
                "the time is short and few are asked",
            ),
            Label::new(
                "真正的意见没有收上来",
                "what people really think does not come in",
            ),
            Label::new(
                "执行时反对声集中",
                "the objections come when it is in force",
            ),
        ],
    )
    .answered(
        Label::new(
            "征求至少 3 个工作日，逐条答复，没有答复的不算同意。",
            "At least 3 working days; answer each; silence is not consent.",
        ),
        Label::new(
            "加开意见评审会，再征求一轮。",
            "Hold a review and ask for another round.",
        ),
        Label::new(
            "有部门到期没有答复",
            "A department has not answered in time",
        ),
    ),
    RiskRow::new(
        Label::new("新旧并行混乱", "Old and new in parallel"),
        risk::QUALITY,
        (3, 4),
        Role::Coordinator,
        [
            Label::new("旧入口没有关", "the old way is still open"),
            Label::new(
                "有人用旧办法、有人用新办法",
                "some work the old way, some the new",
            ),
            Label::new("单据对不上，返工", "papers do not match and work is redone"),
        ],
    )
    .answered(
        Label::new(
            "写明切换日，当天停用旧表单。",
            "Name the day of change and close the old forms on it.",
        ),
        Label::new(
            "旧单限期清完，逾期退回。",
            "Old papers end by a day; later ones go back.",
        ),
        Label::new("切换后仍收到旧表单", "Old forms arrive after the change"),
    ),
    RiskRow::new(
        Label::new("系统配置滞后", "The systems are late"),
        risk::RESOURCE,
        (3, 4),
        Role::FirstOf(&[Role::Rep(Desk::Information), Role::Seat(Seat::System)]),
        [
            Label::new("需求提得晚", "the request comes late"),
            Label::new("系统没有按时配好", "the systems are not ready in time"),
            Label::new("发布了却用不了", "it is issued but cannot be used"),
        ],
    )
    .answered(
        Label::new(
            "试点一结束就提配置清单。",
            "Hand in the set-up list as soon as the pilot ends.",
        ),
        Label::new(
            "先用过渡表单，写明停用日期。",
            "Use interim forms with an end date.",
        ),
        Label::new(
            "发布前 5 个工作日还没测完",
            "Not tested 5 working days before",
        ),
    ),
    RiskRow::new(
        Label::new("部门抵触", "Resistance"),
        risk::COORDINATION,
        (3, 4),
        Role::Lead,
        [
            Label::new("新办法加了工作量", "the new way is more work"),
            Label::new("有部门不执行", "a department does not follow it"),
            Label::new("落地率上不去", "the rollout stalls"),
        ],
    )
    .answered(
        Label::new(
            "请受影响最大的部门参加试点。",
            "Let those hit most take part in the pilot.",
        ),
        Label::new(
            "由发起人出面，定下期限。",
            "The sponsor steps in and sets a limit.",
        ),
        Label::new(
            "宣贯后一周仍用旧做法",
            "The old way a week after the briefing",
        ),
    ),
    RiskRow::new(
        Label::new("例外过多", "Too many exceptions"),
        risk::REQUIREMENT,
        (3, 3),
        Role::Lead,
        [
            Label::new("条款没有考虑特殊情况", "special cases were not thought of"),
            Label::new("各部门都申请例外", "every department asks for an exception"),
            Label::new("制度名存实亡", "the policy is dead on paper"),
        ],
    )
    .answered(
        Label::new(
            "例外要有期限，由项目负责人批准。",
            "An exception has an end date and the lead's approval.",
        ),
        Label::new(
            "把常见例外写进下一版。",
            "Write frequent ones into the next version.",
        ),
        Label::new("例外超过 3 条", "More than 3 exceptions"),
    ),
];

const MEETINGS: &[MeetingRow] = &[
    MeetingRow {
        agenda: &[
            (Label::new("上周措施", "Actions of last week"), 5),
            (Label::new("进度", "Progress"), 15),
            (Label::new("问题", "Issues"), 10),
            (Label::new("意见和例外", "Opinions and exceptions"), 10),
            (Label::new("下周计划", "Next week"), 5),
        ],
        ..MeetingRow::new(
            Label::new("周例会", "Weekly meeting"),
            meeting::WEEKLY,
            Occasion::Weekly(5),
            "10:00",
            45,
        )
    },
    MeetingRow::new(
        Label::new("意见评审会", "Opinion review"),
        meeting::TOPIC,
        Occasion::With(5),
        "",
        60,
    ),
    MeetingRow::new(
        Label::new("试点站会（周二）", "Pilot stand-up (Tuesday)"),
        meeting::STANDUP,
        Occasion::WeeklyDuring(2, 7),
        "09:15",
        15,
    ),
    MeetingRow::new(
        Label::new("试点站会（周四）", "Pilot stand-up (Thursday)"),
        meeting::STANDUP,
        Occasion::WeeklyDuring(4, 7),
        "09:15",
        15,
    ),
    MeetingRow::new(
        Label::new("总结会", "Wrap-up"),
        meeting::WRAPUP,
        Occasion::With(13),
        "",
        60,
    ),
];

const WORK_ITEMS: &[WorkItemRow] = &[
    WorkItemRow {
        name: Label::new("起草新流程或制度", "Draft the process or policy"),
        task: 3,
        owner: Some(Party::Owning),
        letters: &[
            (Party::Owning, assignment::BOTH),
            (Party::Using, assignment::CONSULTED),
        ],
        others: Some(assignment::INFORMED),
        lead: None,
        coordinator: None,
        sponsor: None,
    },
    WorkItemRow {
        name: Label::new("批准并发布", "Approve and issue"),
        task: 9,
        owner: Some(Party::Owning),
        letters: &[(Party::Owning, assignment::DOES)],
        others: None,
        lead: None,
        coordinator: None,
        sponsor: Some(assignment::DECIDES),
    },
];

const AGREEMENTS: &[Label] = &[
    Label::new(
        "征求意见至少 3 个工作日；没有答复不算同意，按部门列出来。",
        "A consultation lasts at least 3 working days; no answer is not consent, and is listed by department.",
    ),
    Label::new(
        "每条意见都答复；没有采纳的写明理由。",
        "Every opinion is answered; where it is not adopted, with the reason.",
    ),
    Label::new(
        "问题 5 个工作日内解决，试点期间 48 小时内解决。",
        "Issues are solved within 5 working days, during the pilot within 48 hours.",
    ),
];
