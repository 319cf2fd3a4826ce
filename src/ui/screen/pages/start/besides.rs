//! What only some scenarios ask: shared resources, what went wrong, which process.

use super::departments::WizardRow;
use super::typed::{TextSignal, Typed};
use super::{Asked, Scenario};
use crate::analysis::begin::start::{Besides, brought_along};
use crate::analysis::words::typed::read_number;
use crate::model::template::{Choice, FieldType, Label};
use crate::templates::{charter, issue, metric, resource};
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::dom::typed_text;
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A line that some scenario asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extra {
    Weeks,
    WeeksToForce,
    Shared,
    Resources,
    SettleDays,
    InUse,
    Budget,
    Wrong,
    Since,
    Affected,
    Impact,
    Urgency,
    Process,
    Before,
    After,
    Owning,
    Pilots,
    Roster,
}

/// Each with its name and what is proposed, in the order of the lines.
const EXTRAS: [(&str, &str); 18] = [
    ("weeks", "4"),
    ("weeks_to_force", "8"),
    ("shared", ""),
    ("resources", ""),
    ("settle_days", "2"),
    ("in_use", "80"),
    ("budget", ""),
    ("wrong", ""),
    ("since", ""),
    ("affected", ""),
    ("impact", "4"),
    ("urgency", "4"),
    ("process", ""),
    ("before", ""),
    ("after", ""),
    ("owning", ""),
    ("pilots", ""),
    ("roster", ""),
];

/// Where it is written what went wrong.
pub(super) const WRONG_PLACE: &str = "[data-field=wrong]";

/// The lines of all scenarios, typed or as proposed.
#[derive(Clone, Copy)]
pub(super) struct Extras([TextSignal; 18]);

impl Extras {
    pub(super) fn new() -> Self {
        Self(EXTRAS.map(|(_, proposed)| RwSignal::new(proposed.to_owned())))
    }

    fn line(self, extra: Extra) -> TextSignal {
        self.0[extra as usize]
    }

    /// The list of departments and people that is being pasted.
    pub(super) fn roster(self) -> TextSignal {
        self.line(Extra::Roster)
    }

    /// What is typed, without what stands as it was proposed.
    pub(super) fn typed(self) -> BTreeMap<String, String> {
        let all = EXTRAS.into_iter().zip(self.0);
        let typed = all.filter_map(|((name, proposed), line)| {
            let text = line.get();
            (text != proposed).then(|| (name.to_owned(), text))
        });
        typed.collect()
    }

    pub(super) fn put_back(self, before: &BTreeMap<String, String>) {
        for ((name, proposed), line) in EXTRAS.into_iter().zip(self.0) {
            let text = before.get(name).map_or(proposed, String::as_str);
            line.set(text.to_owned());
        }
    }

    /// In how many weeks, where a scenario asks and it can be read.
    fn weeks(self, scenario: Scenario) -> Option<u32> {
        let weeks = match scenario {
            Scenario::Process => Extra::WeeksToForce,
            _ => Extra::Weeks,
        };
        read_number(&self.line(weeks).get(), &["周", "weeks"])
    }

    /// Whether the weeks are asked for and cannot be read.
    pub(super) fn lacks_weeks(self, scenario: Scenario) -> bool {
        matches!(scenario, Scenario::Resource | Scenario::Process) && self.weeks(scenario).is_none()
    }

    /// What a scenario answers. What cannot be read counts as proposed.
    pub(super) fn answers(self, scenario: Scenario) -> Besides {
        let text = |extra| self.line(extra).get();
        let number = |extra, units: &[&str]| read_number(&text(extra), units);
        let usual = Besides::default();
        let degree = |extra, usual| number(extra, &[]).map_or(usual, i64::from);
        Besides {
            weeks: self.weeks(scenario).unwrap_or(usual.weeks),
            shared: text(Extra::Shared),
            resources: text(Extra::Resources),
            settle_days: text(Extra::SettleDays),
            in_use: text(Extra::InUse),
            budget: text(Extra::Budget),
            wrong: text(Extra::Wrong),
            since: text(Extra::Since),
            affected: text(Extra::Affected),
            impact: degree(Extra::Impact, usual.impact),
            urgency: degree(Extra::Urgency, usual.urgency),
            process: text(Extra::Process),
            before: text(Extra::Before),
            after: text(Extra::After),
            owning: text(Extra::Owning),
            pilots: text(Extra::Pilots),
            ..usual
        }
    }
}

/// What is shared, whose it is, and how well it is to be shared.
#[component]
pub(super) fn Sharing(typed: Typed) -> impl IntoView {
    let ui = ui();
    let line = move |extra| typed.extras.line(extra);
    let resources = line(Extra::Resources);
    view! {
        <div class="cols">
            <Asked label=texts::start::WEEKS key="weeks" line=line(Extra::Weeks)/>
            <Asked label=texts::start::SHARED key="shared" line=line(Extra::Shared) hint=texts::start::SHARED_HINT/>
            <Asked label=texts::start::SETTLE_DAYS key="settle_days" line=line(Extra::SettleDays)/>
            <Asked label=texts::start::IN_USE key="in_use" line=line(Extra::InUse)/>
        </div>
        <label class="line whole">
            <span>{ui.t(texts::start::RESOURCES)}</span>
            <textarea rows="3" data-free-text="" data-field=resource::KIND
                placeholder=ui.t(texts::start::RESOURCES_HINT) prop:value=move || resources.get()
                on:input=move |event| resources.set(typed_text(&event))
                on:change=move |_| take_named(typed)></textarea>
        </label>
    }
}

/// The departments that the lines name come into the table.
fn take_named(typed: Typed) {
    let scenario = typed.scenario();
    let besides = typed.extras.answers(scenario);
    let rows = typed.rows.get_untracked();
    let mut answers: Vec<_> = rows.iter().map(|row| row.answer.get_untracked()).collect();
    let before = answers.clone();
    brought_along(&mut answers, scenario, &besides);
    if answers != before {
        typed.rows.set(WizardRow::all(typed.wizard, answers));
    }
}

/// 预算上限
#[component]
pub(super) fn Budget(typed: Typed) -> impl IntoView {
    view! {
        <Asked label=texts::start::BUDGET key=charter::BUDGET_CAP.name line=typed.extras.line(Extra::Budget)
            hint=texts::start::MAY_BE_EMPTY/>
    }
}

/// What went wrong: the issue is made of it.
#[component]
pub(super) fn Trouble(typed: Typed) -> impl IntoView {
    let ui = ui();
    let line = move |extra| typed.extras.line(extra);
    view! {
        <fieldset class="wizard-row">
            <legend>{ui.t(texts::start::TROUBLE)}</legend>
            <div class="cols">
                <Asked label=texts::start::WRONG key="wrong" line=line(Extra::Wrong) hint=texts::start::WRONG_HINT/>
                <Asked label=texts::start::SINCE key="since" line=line(Extra::Since) hint=texts::start::SINCE_HINT/>
                <Asked label=texts::start::AFFECTED key="affected" line=line(Extra::Affected)
                    hint=texts::start::AFFECTED_HINT/>
                <Degree label=texts::start::IMPACT key=issue::IMPACT.name line=line(Extra::Impact)/>
                <Degree label=texts::start::URGENCY key=issue::URGENCY.name line=line(Extra::Urgency)/>
            </div>
        </fieldset>
    }
}

/// 1 to 4, by their words.
#[component]
fn Degree(label: Label, key: &'static str, line: TextSignal) -> impl IntoView {
    let ui = ui();
    let degrees: &[Choice] = match issue::ISSUE.field(key).map(|field| field.field_type) {
        Some(FieldType::Scale(degrees)) => degrees,
        _ => &[],
    };
    let options = degrees.iter().map(|one| {
        view! { <option value=one.key selected=move || line.get() == one.key>{ui.t(one.label)}</option> }
    });
    view! {
        <label class="line"><span>{ui.t(label)}</span>
            <select data-field=key on:change=move |event| line.set(event_target_value(&event))>
                {options.collect::<Vec<_>>()}
            </select></label>
    }
}

/// Which process, from what to what, and whose text it is.
#[component]
pub(super) fn Process(typed: Typed) -> impl IntoView {
    let line = move |extra| typed.extras.line(extra);
    view! {
        <div class="cols" on:change=move |_| take_named(typed)>
            <Asked label=texts::start::WEEKS_TO_FORCE key="weeks" line=line(Extra::WeeksToForce)/>
            <Asked label=texts::start::PROCESS key="process" line=line(Extra::Process) hint=texts::start::PROCESS_HINT/>
            <Asked label=texts::start::DAYS_BEFORE key=metric::BASELINE_VALUE.name line=line(Extra::Before)/>
            <Asked label=texts::start::DAYS_AFTER key=metric::TARGET_VALUE.name line=line(Extra::After)/>
            <Asked label=texts::start::OWNING key="owning" line=line(Extra::Owning) hint=texts::start::OWNING_HINT/>
            <Asked label=texts::start::PILOTS key="pilots" line=line(Extra::Pilots) hint=texts::start::PILOTS_HINT/>
        </div>
    }
}
