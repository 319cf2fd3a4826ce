//! What is typed into the wizard so far, and what it answers.

use super::SCENARIOS;
use super::besides::Extras;
use super::departments::{Wizard, WizardRow};
use crate::analysis::begin::start::{
    Defaults, MetricAnswer, Scenario, Start as Answers, Unfinished, UnfinishedDepartment,
    defaults_of, project_name, usual_end,
};
use crate::analysis::words::typed::{Around, TextReading, read_number, read_when};
use crate::model::template::{CellType, Choice, FieldType, Label};
use crate::templates::metric::DIRECTIONS;
use crate::ui::screen::base::context::Ui;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The longest project, in months.
const MOST_MONTHS: u32 = 120;
/// How long a project is while its length cannot be read.
const USUAL_MONTHS: u32 = 3;

fn day_of(reading: &TextReading) -> Option<NaiveDate> {
    match reading {
        TextReading::Is(value, _) => NaiveDate::read(value),
        TextReading::Unread(_) => None,
    }
}

/// A line of letters of the wizard.
pub(super) type TextSignal = RwSignal<String>;

/// What the wizard shows in a scenario before anything is typed.
fn proposed(ui: Ui, scenario: Scenario) -> Defaults {
    defaults_of(scenario, ui.now().date_naive(), ui.lang.get_untracked())
}

fn scenario_of(key: &str) -> Scenario {
    let mut all = SCENARIOS.into_iter();
    let found = all.find(|(name, ..)| *name == key);
    found.map_or(Scenario::Project, |(_, scenario, _)| scenario)
}

/// What is typed so far.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) scenario: RwSignal<&'static str>,
    pub(super) name: TextSignal,
    pub(super) me: TextSignal,
    pub(super) my_department: TextSignal,
    pub(super) months: TextSignal,
    pub(super) goal: TextSignal,
    pub(super) metric: TextSignal,
    /// At least, at most, by date; nothing while nobody chose.
    pub(super) direction: RwSignal<Option<Choice>>,
    pub(super) target: TextSignal,
    pub(super) unit: TextSignal,
    pub(super) sentence: RwSignal<Option<String>>,
    pub(super) start: TextSignal,
    pub(super) end: RwSignal<Option<String>>,
    pub(super) rows: RwSignal<Vec<WizardRow>>,
    pub(super) wizard: Wizard,
    pub(super) out: TextSignal,
    pub(super) coordinator: TextSignal,
    pub(super) sponsor: TextSignal,
    /// What only some scenarios ask.
    pub(super) extras: Extras,
    /// What was missing, or could not be read, when somebody wanted to create.
    pub(super) complain: RwSignal<Option<Label>>,
}

impl Typed {
    pub(super) fn new(ui: Ui) -> Self {
        let preset = proposed(ui, Scenario::Project);
        let empty = || RwSignal::new(String::new());
        Self {
            scenario: RwSignal::new(SCENARIOS[0].0),
            name: empty(),
            me: empty(),
            my_department: empty(),
            months: RwSignal::new(preset.months.to_string()),
            goal: empty(),
            metric: empty(),
            direction: RwSignal::new(None),
            target: empty(),
            unit: empty(),
            sentence: RwSignal::new(None),
            start: RwSignal::new(preset.start.to_string()),
            end: RwSignal::new(None),
            rows: RwSignal::new(preset.departments.into_iter().map(WizardRow::new).collect()),
            wizard: Wizard::new_local(Owner::current().expect("inside the wizard")),
            out: empty(),
            coordinator: empty(),
            sponsor: empty(),
            extras: Extras::new(),
            complain: RwSignal::new(None),
        }
    }

    /// Whether first or last day were chosen by hand.
    pub(super) fn has_dates(self, ui: Ui) -> bool {
        self.end.with(Option::is_some)
            || self.start.get() != proposed(ui, self.scenario()).start.to_string()
    }

    /// What is typed, without what stands as it was proposed.
    pub(super) fn unfinished(self, ui: Ui) -> Unfinished {
        let preset = proposed(ui, self.scenario());
        let other = |text: String, proposed: &str| Some(text).filter(|text| text != proposed);
        let departments = |rows: &Vec<WizardRow>| {
            let rows: Vec<_> = rows.iter().map(|row| row.answer.get()).collect();
            let typed = || rows.iter().map(UnfinishedDepartment::of).collect();
            (rows != preset.departments).then(typed)
        };
        Unfinished {
            scenario: other(self.scenario.get().to_owned(), SCENARIOS[0].0),
            name: self.name.get(),
            me: self.me.get(),
            my_department: self.my_department.get(),
            months: other(self.months.get(), &preset.months.to_string()),
            goal: self.goal.get(),
            metric: self.metric.get(),
            direction: self.direction.get().map(|choice| choice.key.to_owned()),
            target: self.target.get(),
            unit: self.unit.get(),
            sentence: self.sentence.get(),
            start: other(self.start.get(), &preset.start.to_string()),
            end: self.end.get(),
            departments: self.rows.with(departments),
            out: self.out.get(),
            coordinator: self.coordinator.get(),
            sponsor: self.sponsor.get(),
            besides: self.extras.typed(),
        }
    }

    /// The first day that is proposed goes on with the days, unless another one was chosen.
    pub(super) fn follow_days(self, ui: Ui) {
        Effect::new(move |last: Option<String>| {
            let start = proposed(ui, self.scenario()).start.to_string();
            if last.is_some_and(|last| last != start && last == self.start.get_untracked()) {
                self.start.set(start.clone());
            }
            start
        });
    }

    /// The departments that a scenario proposes take the place of those of the one before, unless somebody changed
    /// them.
    pub(super) fn follow_scenario(self, ui: Ui) {
        Effect::new(move |last: Option<Scenario>| {
            let scenario = self.scenario();
            if let Some(last) = last.filter(|last| *last != scenario) {
                let rows = self.rows.get_untracked();
                let answers: Vec<_> = rows.iter().map(|row| row.answer.get_untracked()).collect();
                if answers == proposed(ui, last).departments {
                    let departments = proposed(ui, scenario).departments;
                    self.rows.set(WizardRow::all(self.wizard, departments));
                }
            }
            scenario
        });
    }

    /// Puts back what was typed before; the rest as it is proposed today.
    pub(super) fn put_back(self, ui: Ui, before: Unfinished) {
        let preset = proposed(
            ui,
            before
                .scenario
                .as_deref()
                .map_or(Scenario::Project, scenario_of),
        );
        let departments = before.department_answers();
        let scenario = SCENARIOS
            .into_iter()
            .map(|(name, ..)| name)
            .find(|name| before.scenario.as_deref() == Some(name));
        self.scenario.set(scenario.unwrap_or(SCENARIOS[0].0));
        self.name.set(before.name);
        self.me.set(before.me);
        self.my_department.set(before.my_department);
        let months = before.months.unwrap_or_else(|| preset.months.to_string());
        self.months.set(months);
        self.goal.set(before.goal);
        self.metric.set(before.metric);
        let mut known = DIRECTIONS.iter().copied();
        let direction = known.find(|choice| Some(choice.key) == before.direction.as_deref());
        self.direction.set(direction);
        self.target.set(before.target);
        self.unit.set(before.unit);
        self.sentence.set(before.sentence);
        let start = before.start.unwrap_or_else(|| preset.start.to_string());
        self.start.set(start);
        self.end.set(before.end);
        let departments = departments.unwrap_or(preset.departments);
        self.rows.set(WizardRow::all(self.wizard, departments));
        self.out.set(before.out);
        self.coordinator.set(before.coordinator);
        self.sponsor.set(before.sponsor);
        self.extras.put_back(&before.besides);
    }

    pub(super) fn scenario(self) -> Scenario {
        scenario_of(self.scenario.get())
    }

    /// What letters mean as the first day.
    pub(super) fn read_start(text: &str, ui: Ui) -> TextReading {
        read_when(FieldType::Date, text, &Around::today(ui.now()))
    }

    /// What letters mean as the last day, never before the first.
    pub(super) fn read_end(self, text: &str, ui: Ui) -> TextReading {
        let first = day_of(&Self::read_start(&self.start.get(), ui));
        let around = Around {
            begins: first.and_then(|first| first.and_hms_opt(0, 0, 0)),
            ..Around::today(ui.now())
        };
        read_when(FieldType::Date, text, &around)
    }

    /// For how many months; nothing where the letters do not say it.
    fn months_typed(self) -> Option<u32> {
        let text = self.months.get();
        read_number(&text, &["个月", "months"]).filter(|months| (1..=MOST_MONTHS).contains(months))
    }

    /// The first answer that cannot be read: the field it is in, and what to say.
    pub(super) fn unread(self, ui: Ui) -> Option<(&'static str, Label)> {
        let is_unread = |reading: &TextReading| matches!(reading, TextReading::Unread(_));
        let end = self.end.get();
        let counts_months = matches!(self.scenario(), Scenario::Project | Scenario::Blank);
        if counts_months && self.months_typed().is_none() && end.is_none() {
            Some(("planned_end", texts::start::MONTHS_FIRST))
        } else if self.extras.lacks_weeks(self.scenario()) {
            Some(("weeks", texts::start::WEEKS_FIRST))
        } else if is_unread(&Self::read_start(&self.start.get(), ui)) {
            Some(("planned_start", texts::start::DAYS_FIRST))
        } else if end.is_some_and(|end| is_unread(&self.read_end(&end, ui))) {
            Some(("end", texts::start::DAYS_FIRST))
        } else if self.extras.roster().with(|list| !list.trim().is_empty()) {
            Some(("roster", texts::start::ROSTER_WAITS))
        } else {
            None
        }
    }

    /// What is measured, as it stands.
    pub(super) fn measured(self) -> MetricAnswer {
        MetricAnswer {
            name: self.metric.get(),
            direction: self.direction.get(),
            target: self.target.get(),
            unit: self.unit.get(),
        }
    }

    /// The answers as they stand. What cannot be read counts as not given until it is asked for ([`Typed::unread`]).
    pub(super) fn answers(self, ui: Ui) -> Answers {
        let text = |line: TextSignal| line.get().trim().to_owned();
        let some = |line: TextSignal| Some(text(line)).filter(|text| !text.is_empty());
        let today = ui.now().date_naive();
        let start = day_of(&Self::read_start(&self.start.get(), ui)).unwrap_or(today);
        let months = self.months_typed().unwrap_or(USUAL_MONTHS);
        let scenario = self.scenario();
        let besides = self.extras.answers(scenario);
        let end = self
            .end
            .get()
            .and_then(|end| day_of(&self.read_end(&end, ui)));
        Answers {
            lang: ui.lang.get(),
            scenario,
            project_name: project_name(scenario, &self.name.get(), &besides),
            me: text(self.me),
            my_department: text(self.my_department),
            months,
            goal: text(self.goal),
            metric: self.measured(),
            sentence: self.sentence.get(),
            start,
            end: end.unwrap_or_else(|| usual_end(scenario, start, months, besides.weeks)),
            departments: self
                .rows
                .with(|rows| rows.iter().map(|row| row.answer.get()).collect()),
            out_of_scope: text(self.out),
            coordinator: some(self.coordinator),
            sponsor: some(self.sponsor),
            besides,
            now: ui.now(),
        }
    }
}
