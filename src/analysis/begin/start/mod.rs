//! A new project from the answers of the wizard (ux.md §6): pure, today is an argument. Nobody is named who was not
//! given; a role without a person is a member without a name, to whom the tasks refer all the same.

mod defaults;
mod measure;
mod people;
mod plan;
mod preset_plan;
mod rhythm;
mod roster;
mod sentence;
mod taking_part;
mod unfinished;

use defaults::desks_of;
pub use defaults::{Defaults, defaults, desk_of, end_of, take_roster, tasks_told, weeks_of};
pub use measure::{Measure, measure};
pub use preset_plan::preset_plan;
pub use roster::{PastedRoster, read_roster};
pub use sentence::goal_sentence;
pub use unfinished::{Unfinished, UnfinishedDepartment};

use super::draft::{Local, NewRecord};
use crate::analysis::time::calendar::Calendar;
use crate::analysis::words::typed::Around;
use crate::model::Moment;
use crate::model::template::{Choice, Label, Lang};
use crate::templates::preset::{self, Desk, Preset};
use crate::templates::{charter, department, metric, scope_item};
use chrono::{NaiveDate, NaiveTime};
use people::NewPeople;

/// What sort of project, as chosen in the wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scenario {
    /// 跨部门项目推进
    #[default]
    Project,
    /// 资源协调与共享
    Resource,
    /// 问题联动解决
    Problem,
    /// 流程优化与制度落地
    Process,
    /// 空白: a project without rows.
    Blank,
}

impl Scenario {
    /// What the charter stores.
    pub const fn choice(self) -> Choice {
        match self {
            Self::Project | Self::Blank => charter::PROJECT,
            Self::Resource => charter::RESOURCE,
            Self::Problem => charter::PROBLEM,
            Self::Process => charter::PROCESS,
        }
    }
    /// The rows it begins with. Those of resources, problems and processes come with their own forms; until then
    /// their projects begin with what was answered and nothing else.
    pub fn preset(self) -> Option<&'static Preset> {
        match self {
            Self::Project => Some(&preset::PROJECT),
            Self::Resource | Self::Problem | Self::Process | Self::Blank => None,
        }
    }
}

/// A department in the wizard's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentAnswer {
    /// The department of the preset it stands for, whatever it is called; nothing for one that was added.
    pub desk: Option<Desk>,
    pub name: String,
    /// Its representative; nothing while it is open who that is.
    pub representative: Option<String>,
    /// How it takes part.
    pub participation: Choice,
    /// Whether it takes part at all.
    pub is_in: bool,
}

impl DepartmentAnswer {
    /// A department that takes part and of which no more is known than its name.
    pub fn named(name: &str) -> Self {
        Self {
            desk: None,
            name: name.to_owned(),
            representative: None,
            participation: department::PARTICIPATE,
            is_in: true,
        }
    }
}

/// What is measured, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MetricAnswer {
    pub name: String,
    /// At least, at most, by date; nothing where nobody chose: then [`measure::read`] says.
    pub direction: Option<Choice>,
    /// How much.
    pub target: String,
    pub unit: String,
}

/// The answers of the wizard.
#[derive(Debug, Clone)]
pub struct Start {
    /// The language the rows are written in.
    pub lang: Lang,
    /// What sort of project.
    pub scenario: Scenario,
    pub project_name: String,
    /// The project lead: who fills the wizard.
    pub me: String,
    /// The lead's department; it leads unless another row of the table says so.
    pub my_department: String,
    /// How many months, as typed; `end` counts.
    pub months: u32,
    /// What is to be done.
    pub goal: String,
    pub metric: MetricAnswer,
    /// The goal in one sentence where it was rewritten; otherwise [`goal_sentence`].
    pub sentence: Option<String>,
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// The table of departments.
    pub departments: Vec<DepartmentAnswer>,
    /// What is not done; several things are separated by semicolons or lines.
    pub out_of_scope: String,
    /// Who coordinates.
    pub coordinator: Option<String>,
    /// Who sponsors.
    pub sponsor: Option<String>,
    pub now: Moment,
}

impl Start {
    /// What the goal is measured by, with days as they fit the project.
    fn measure(&self) -> Measure {
        let around = Around {
            period: Some((self.start, self.end)),
            ..Around::today(self.now)
        };
        measure(&self.metric, &around)
    }
}

/// The records of a new project.
#[derive(Debug, Clone)]
pub struct NewProject {
    /// The records, each named by its place.
    pub records: Vec<NewRecord>,
    /// The member record of who begins it.
    pub me: Local,
}

impl NewProject {
    /// How many records of a kind it has.
    pub fn count(&self, kind: &str) -> usize {
        self.records
            .iter()
            .filter(|record| record.kind == kind)
            .count()
    }
}

/// The records of a project.
pub fn begin(start: &Start) -> NewProject {
    let mut records = vec![the_charter(start)];
    let people = NewPeople::of(start, &mut records);
    goal_rows(start, &people, &mut records);
    if let Some(preset) = start.scenario.preset() {
        let items = plan::work_items(start, preset, &people, &mut records);
        let tasks = plan::tasks(start, preset, &people, &items, &mut records);
        rhythm::risks(start, preset, &people, &mut records);
        rhythm::mechanism(start, preset, &people, &tasks, &mut records);
    }
    NewProject {
        records,
        me: people.lead,
    }
}

/// The charter's place.
const CHARTER: Local = 0;
/// When the departments should have answered: so many working days from now, at that hour.
const CONFIRM_DAYS: u32 = 2;
const CONFIRM_HOUR: u32 = 18;

fn the_charter(start: &Start) -> NewRecord {
    let sentence = start
        .sentence
        .clone()
        .unwrap_or_else(|| goal_sentence(start));
    let code = sentence::project_code(&start.project_name, start.start);
    let mut record = NewRecord::once(charter::CHARTER.kind)
        .text(charter::PROJECT_NAME, &start.project_name)
        .text(charter::PROJECT_CODE, &code)
        .set(charter::SCENARIO, start.scenario.choice().key.to_owned())
        .text(charter::GOAL_STATEMENT, &sentence)
        .set(charter::PLANNED_START, start.start)
        .set(charter::PLANNED_END, start.end);
    if let Some(by) = confirm_by(start.now) {
        record = record.set(charter::CONFIRM_BY, by);
    }
    record.prefilled_fields(&[
        charter::PROJECT_CODE.name,
        charter::PLANNED_START.name,
        charter::CONFIRM_BY.name,
    ])
}

fn confirm_by(now: Moment) -> Option<Moment> {
    let day = Calendar::default().add_working_days(now.date_naive(), CONFIRM_DAYS)?;
    let hour = NaiveTime::from_hms_opt(CONFIRM_HOUR, 0, 0)?;
    day.and_time(hour)
        .and_local_timezone(*now.offset())
        .single()
}

fn goal_rows(start: &Start, people: &NewPeople, records: &mut Vec<NewRecord>) {
    let measure = start.measure();
    if !measure.name.is_empty() {
        let row = NewRecord::new(metric::METRIC.kind)
            .under(CHARTER)
            .text(metric::NAME, &measure.name)
            .set(metric::DIRECTION, measure.direction.key.to_owned())
            .text(metric::TARGET_VALUE, &measure.target)
            .text(metric::UNIT, &measure.unit)
            .set(metric::MEASURE_FROM, start.start)
            .set(metric::MEASURE_TO, start.end)
            .refer(metric::OWNER, Some(people.lead));
        let proposed = [
            metric::DIRECTION.name,
            metric::MEASURE_FROM.name,
            metric::MEASURE_TO.name,
            metric::OWNER.name,
        ];
        let chosen = usize::from(start.metric.direction.is_some());
        records.push(row.prefilled_fields(&proposed[chosen..]));
    }
    let lines = start.out_of_scope.split(['；', ';', '\n']);
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        records.push(
            NewRecord::new(scope_item::SCOPE_ITEM.kind)
                .under(CHARTER)
                .set(scope_item::SIDE, scope_item::OUT.key.to_owned())
                .text(scope_item::TEXT, line),
        );
    }
}

/// A text of the preset in the language of the project.
fn words(start: &Start, label: Label) -> &'static str {
    label.text(start.lang)
}
