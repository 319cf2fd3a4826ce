//! What a new project of a scenario begins with (§6): rows of texts, roles and day offsets. Owners are roles, not
//! people, and days are offsets, not dates: `analysis::begin::start` makes records of them.

mod desks;
mod problem;
mod process;
mod project;
mod resource;
mod ways;

pub use desks::DESKS;
pub use problem::{PROBLEM, PROBLEM_CAUSE, PROBLEM_CONTAIN, PROBLEM_REPLY};
pub use process::{PROCESS, PROCESS_CONSULT};
pub use project::PROJECT;
pub use resource::RESOURCE;
pub use ways::{WAYS, WayRow};

use crate::model::template::{Choice, Label};
use crate::templates::{member, task};

/// A department the preset knows, whatever it is called in the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Desk {
    /// 研发
    Development,
    /// 市场
    Marketing,
    /// 销售
    Sales,
    /// 财务
    Finance,
    /// 客服
    Service,
    /// 供应链
    Supply,
    /// 信息
    Information,
    /// 生产
    Production,
    /// 仓储
    Warehouse,
    /// 质量
    Quality,
    /// 人力
    Personnel,
    /// 法务
    Legal,
}

/// A role that a row of the preset asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The project lead.
    Lead,
    /// The representative of a department.
    Rep(Desk),
    /// The representative of each department that has no rows of its own and does not lead: a row for each of them,
    /// with the department's name before its title.
    Each,
    /// Who sponsors, where somebody does.
    Sponsor,
    /// Who coordinates; the lead where nobody does.
    Coordinator,
    /// The first representative of those departments; the others of them help.
    Reps(Party),
    /// A place that no department fills.
    Seat(Seat),
    /// The first of these who is there.
    FirstOf(&'static [Role]),
}

/// Departments, by what they have to do with the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// One of the preset's own.
    Desk(Desk),
    /// All that have a representative.
    All,
    /// Those that use what is shared, or whose work changes.
    Using,
    /// Those that provide what is shared.
    Providing,
    /// The one whose text or process it is.
    Owning,
    /// Those that try it first.
    Pilot,
    /// The one that raised the problem.
    Raising,
    /// The one that has to put it right.
    Fixing,
}

/// A place in the project that no department fills by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seat {
    /// 质量成员
    Quality,
    /// 系统管理成员
    System,
    /// 资源管理人
    Keeper,
}

impl Seat {
    /// What is done there.
    pub const fn duties(self) -> Label {
        match self {
            Self::Quality => Label::new(
                "质量成员：排查影响面，核对批次和范围。",
                "Quality member: finds the extent, checks batches and range.",
            ),
            Self::System => Label::new(
                "系统管理成员：按新流程配置系统，停用旧入口。",
                "System member: sets up the systems for the new way and closes the old entries.",
            ),
            Self::Keeper => Label::new(
                "资源管理人：登记领用和归还，发现空闲及时报给协调员。",
                "Keeper: records what goes out and comes back, tells the coordinator what is free.",
            ),
        }
    }
}

/// A department the preset proposes.
#[derive(Debug, Clone, Copy)]
pub struct DeskRow {
    pub desk: Desk,
    /// What it is usually called.
    pub name: Label,
    /// How it takes part.
    pub participation: Choice,
    /// Parts of names by which it is recognised, separated by spaces; lower case. The longest that fits decides.
    pub known_by: &'static str,
}

/// A stage that a new project begins with.
#[derive(Debug, Clone, Copy)]
pub struct StageRow {
    pub name: Label,
}

/// A task that a new project begins with.
#[derive(Debug, Clone, Copy)]
pub struct TaskRow {
    pub title: Label,
    /// Its title in a word, for the table of departments.
    pub short: Label,
    pub owner: Role,
    /// Its stage, by place from 0.
    pub stage: usize,
    /// First and last day, counted from the project's first.
    pub days: (u32, u32),
    /// What comes out.
    pub deliverable: Label,
    /// The tasks before it, by place from 0.
    pub after: &'static [usize],
    /// Its sort, as `task_type`.
    pub task_type: Choice,
    /// p0 to p3.
    pub priority: &'static str,
}

impl TaskRow {
    /// Work of middle priority, which waits for nothing.
    const fn new(
        title: Label,
        short: Label,
        owner: Role,
        stage: usize,
        days: (u32, u32),
        deliverable: Label,
    ) -> Self {
        Self {
            title,
            short,
            owner,
            stage,
            days,
            deliverable,
            after: &[],
            task_type: task::WORK,
            priority: "p1",
        }
    }
    const fn after(mut self, places: &'static [usize]) -> Self {
        self.after = places;
        self
    }
    const fn sort(mut self, task_type: Choice) -> Self {
        self.task_type = task_type;
        self
    }
    const fn first(mut self) -> Self {
        self.priority = "p0";
        self
    }
}

/// A risk that a new project begins with.
#[derive(Debug, Clone, Copy)]
pub struct RiskRow {
    /// What may happen, in a few words.
    pub title: Label,
    pub cause: Label,
    /// What may happen.
    pub event: Label,
    pub effect: Label,
    /// Its sort, as `category`.
    pub category: &'static str,
    /// Likelihood and impact.
    pub rating: (i64, i64),
    /// Who watches it.
    pub owner: Role,
    /// What keeps it from happening.
    pub prevention: Label,
    /// What is done when it happens.
    pub contingency: Label,
    /// The sign by which it is noticed.
    pub trigger: Label,
}

impl RiskRow {
    const fn new(
        title: Label,
        category: Choice,
        rating: (i64, i64),
        owner: Role,
        [cause, event, effect]: [Label; 3],
    ) -> Self {
        let nothing = Label::new("", "");
        Self {
            title,
            cause,
            event,
            effect,
            category: category.key,
            rating,
            owner,
            prevention: nothing,
            contingency: nothing,
            trigger: nothing,
        }
    }
    const fn answered(mut self, prevention: Label, contingency: Label, trigger: Label) -> Self {
        self.prevention = prevention;
        self.contingency = contingency;
        self.trigger = trigger;
        self
    }
}

/// When a meeting is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// Every week on that weekday, 1 = Monday.
    Weekly(i64),
    /// Every other week, from the last day of the task at that place on.
    Biweekly(usize),
    /// Every week on that weekday, from the day after the task at the first place to the end of that at the second.
    WeeklyBetween(i64, usize, usize),
    /// Every week on that weekday, while the task at that place runs.
    WeeklyDuring(i64, usize),
    /// When there is need; no day is set.
    OnNeed,
    /// Once, on the first day of the task at that place.
    With(usize),
    /// Once, on the last day of the task at that place.
    After(usize),
    /// Every working day, from so many days before the first day of a task to so many days after it.
    Around(usize, u32, u32),
}

/// A meeting that a new project begins with.
#[derive(Debug, Clone, Copy)]
pub struct MeetingRow {
    pub name: Label,
    /// Its sort, as `kind_of`.
    pub kind_of: Choice,
    pub held: Occasion,
    /// `10:00`, or "".
    pub time: &'static str,
    pub minutes: i64,
    /// Its standing agenda, with minutes.
    pub agenda: &'static [(Label, i64)],
}

impl MeetingRow {
    const fn new(
        name: Label,
        kind_of: Choice,
        held: Occasion,
        time: &'static str,
        minutes: i64,
    ) -> Self {
        Self {
            name,
            kind_of,
            held,
            time,
            minutes,
            agenda: &[],
        }
    }
}

/// A row of the role table: letters by department, of the lead, and of everybody else.
#[derive(Debug, Clone, Copy)]
pub struct WorkItemRow {
    pub name: Label,
    /// The task it belongs to, by place from 0.
    pub task: usize,
    /// The department that owns it; none: the lead's.
    pub owner: Option<Party>,
    /// Letters of departments, the first that names one counts.
    pub letters: &'static [(Party, Choice)],
    /// The letter of departments not named, if any.
    pub others: Option<Choice>,
    /// The letter of the lead, if any.
    pub lead: Option<Choice>,
    /// The letter of the coordinator, if any.
    pub coordinator: Option<Choice>,
    /// The letter of the sponsor, if any.
    pub sponsor: Option<Choice>,
}

/// A level of escalation: its number, hours past due, hours to decide.
#[derive(Debug, Clone, Copy)]
pub struct LevelRow {
    /// 1 to 4.
    pub level: i64,
    /// Hours past due.
    pub after_h: i64,
    /// Hours in which it decides.
    pub decides_h: i64,
}

/// All a scenario begins with.
#[derive(Debug)]
pub struct Preset {
    /// Days from the first to the last of its tasks.
    pub days: u32,
    /// Whether days of tasks are working days, kept as they are however long the project is.
    pub counts_working_days: bool,
    /// The departments that a new project proposes; the others are recognised where somebody names them.
    pub proposes: &'static [Desk],
    /// Whether those take part unless somebody says no.
    pub takes_all: bool,
    pub stages: &'static [StageRow],
    pub tasks: &'static [TaskRow],
    /// The tasks, by place, that take so many working days at least, however short the project is.
    pub at_least: &'static [(usize, u32)],
    pub risks: &'static [RiskRow],
    pub meetings: &'static [MeetingRow],
    /// The beginning of the role table.
    pub work_items: &'static [WorkItemRow],
    /// Levels of escalation.
    pub levels: &'static [LevelRow],
    /// What everybody keeps to (约定).
    pub agreements: &'static [Label],
    /// Where decisions are confirmed.
    pub decision_channels: Label,
}

impl Preset {
    /// How many working days the task at a place takes at least.
    pub fn shortest(&self, place: usize) -> u32 {
        let mut known = self.at_least.iter();
        let found = known.find(|(at, _)| *at == place);
        found.map_or(1, |(_, days)| *days)
    }
}

/// What a person of a role does, as a first text to be edited; nothing for observers.
pub fn duties(role: Choice) -> Option<Label> {
    DUTIES
        .iter()
        .find(|(key, _)| *key == role.key)
        .map(|(_, text)| *text)
}

/// The duties by role.
pub const DUTIES: &[(&str, Label)] = &[
    (
        member::SPONSOR.key,
        Label::new(
            "批准目标和预算；部门负责人定不下来的事由他定；验收结果。",
            "Approves goal and budget; decides what the department heads cannot; accepts the result.",
        ),
    ),
    (
        member::LEAD.key,
        Label::new(
            "对目标负责；排计划、定责任人和日期；给跨部门的问题拍板，裁定撞期的资源；每周发布周会结论。",
            "Answers for the goal; plans, names owners and dates; rules on issues and resources between departments; publishes the weekly results.",
        ),
    ),
    (
        member::COORDINATOR.key,
        Label::new(
            "召集会议、写纪要、催进展；不改责任人、日期和优先级。",
            "Calls meetings, writes minutes, asks for progress; does not change owners, dates or priorities.",
        ),
    ),
    (
        member::REP.key,
        Label::new(
            "代表本部门确认目标和职责；落实本部门的人和日期；受理要本部门支持的问题；每周更新进展。",
            "Confirms goal and duties for the department; provides its people and dates; accepts issues that need its support; updates progress every week.",
        ),
    ),
    (
        member::ORDINARY.key,
        Label::new(
            "完成自己的任务，按时更新进展；卡住了及时提问题。",
            "Does the tasks given, updates progress in time; raises an issue when stuck.",
        ),
    ),
];
