//! A new project from the answers of the wizard (ux.md §6): pure, today is an argument. Nobody is named who was not
//! given; a role without a person is a member without a name, to whom the tasks refer all the same.

mod besides;
mod days;
mod defaults;
mod first_draft;
mod first_issue;
mod goal;
mod holders;
mod ledger;
mod measure;
mod people;
mod plan;
mod preset_plan;
mod rhythm;
mod roster;
mod sentence;
mod shared;
mod taking_part;
mod told;
mod unfinished;

pub use besides::{Besides, project_name};
use defaults::desks_of;
pub use defaults::{
    Defaults, defaults, defaults_of, desk_of, end_of, take_rest_of_roster, take_roster, usual_end,
    weeks_of,
};
pub use measure::{Measure, measure};
pub use preset_plan::preset_plan;
pub use roster::{PastedRoster, read_roster, representative};
pub use sentence::goal_sentence;
pub use shared::{SharedLine, shared_lines};
pub use taking_part::brought_along;
pub use told::tasks_told;
pub use unfinished::{Unfinished, UnfinishedDepartment};

use super::draft::{Local, NewRecord};
use crate::analysis::time::calendar::Calendar;
use crate::analysis::words::typed::{Around, TextReading, kept, read_as};
use crate::model::log::Log;
use crate::model::template::{Choice, Form, Label, Lang, Template};
use crate::model::{Moment, Value};
use crate::templates::preset::{self, Desk, Preset};
use crate::templates::{charter, department};
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
    /// The one that a project's charter names.
    pub fn of(log: &Log) -> Self {
        let named = Form::new(log, charter::record()).get(charter::SCENARIO);
        let all = [Self::Resource, Self::Problem, Self::Process];
        let mut named = all
            .into_iter()
            .filter(|one| Some(one.choice().key) == named.as_deref());
        named.next().unwrap_or_default()
    }
    /// The rows it begins with.
    pub fn preset(self) -> Option<&'static Preset> {
        match self {
            Self::Project => Some(&preset::PROJECT),
            Self::Resource => Some(&preset::RESOURCE),
            Self::Problem => Some(&preset::PROBLEM),
            Self::Process => Some(&preset::PROCESS),
            Self::Blank => None,
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
    /// What only some scenarios ask.
    pub besides: Besides,
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
    goal::goal_rows(start, &people, &mut records);
    if let Some(preset) = start.scenario.preset() {
        let items = plan::work_items(start, preset, &people, &mut records);
        let tasks = plan::tasks(start, preset, &people, &items, &mut records);
        rhythm::risks(start, preset, &people, &mut records);
        rhythm::mechanism(start, preset, &people, &tasks, &mut records);
        if start.scenario == Scenario::Process {
            first_draft::first_draft(start, &people, &tasks, &mut records);
        }
    }
    match start.scenario {
        Scenario::Resource => ledger::ledger(start, &people, &mut records),
        Scenario::Problem => first_issue::first_issue(start, &people, &mut records),
        Scenario::Project | Scenario::Process | Scenario::Blank => {}
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
    if start.scenario == Scenario::Problem {
        record = record.text(charter::PROBLEM_STATEMENT, &first_issue::described(start));
    }
    if start.scenario == Scenario::Resource {
        let budget = as_typed(
            &charter::CHARTER,
            charter::BUDGET_CAP.name,
            &start.besides.budget,
            start.now,
        );
        record = record.put(charter::BUDGET_CAP.name, budget);
    }
    record.prefilled_fields(&[
        charter::PROJECT_CODE.name,
        charter::PLANNED_START.name,
        charter::CONFIRM_BY.name,
    ])
}

/// What letters mean in a field of a new record; where they cannot be read the letters, which are marked there.
fn as_typed(template: &'static Template, key: &str, text: &str, now: Moment) -> Value {
    let Some(field) = template.field(key) else {
        return Value::typed(text);
    };
    match read_as(field, text, &Around::today(now), None) {
        TextReading::Is(value, _) => value,
        TextReading::Unread(_) => kept(field, text),
    }
}

fn confirm_by(now: Moment) -> Option<Moment> {
    let day = Calendar::default().add_working_days(now.date_naive(), CONFIRM_DAYS)?;
    let hour = NaiveTime::from_hms_opt(CONFIRM_HOUR, 0, 0)?;
    day.and_time(hour)
        .and_local_timezone(*now.offset())
        .single()
}

/// A text of the preset in the language of the project.
fn words(start: &Start, label: Label) -> &'static str {
    label.text(start.lang)
}
