//! 新建项目: one page of questions; whatever is not known yet stays open.

mod aim;
mod besides;
mod dates;
mod departments;
mod keeper;
mod typed;

use crate::analysis::begin::start::{Scenario, begin, goal_sentence, weeks_of};
use crate::model::template::Label;
use crate::state::Page;
use crate::templates::{charter, meeting, member, resource, risk, scope_item, stage, task};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::keys::no_sending;
use crate::ui::screen::base::pieces::{live, on};
use crate::ui::screen::form::control::length_told;
use crate::ui::screen::pages::lessons::{LessonChoice, LessonsOffered};
use crate::ui::screen::pages::new_project;
use crate::ui::texts;
use dates::Dates;
use departments::Departments;
use keeper::Keeper;
use leptos::prelude::*;
use typed::{TextSignal, Typed};

/// The scenarios, as stored in the radio buttons.
const SCENARIOS: [(&str, Scenario, Label); 5] = [
    ("project", Scenario::Project, texts::start::SCENARIO_PROJECT),
    (
        "resource",
        Scenario::Resource,
        texts::start::SCENARIO_RESOURCE,
    ),
    ("problem", Scenario::Problem, texts::start::SCENARIO_PROBLEM),
    ("process", Scenario::Process, texts::start::SCENARIO_PROCESS),
    ("blank", Scenario::Blank, texts::start::SCENARIO_BLANK),
];

/// So many departments are offered by name; any other can be typed.
const OFFERED: usize = 100;

/// 新建项目, in one page.
#[component]
pub(in crate::ui) fn Start() -> impl IntoView {
    let ui = ui();
    let typed = Typed::new(ui);
    let kept = keeper::keep(ui, typed);
    let lessons = LessonChoice::new(ui);
    let create = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        make(ui, typed, kept, lessons, Page::Exchange);
    };
    let told = move || {
        if typed.scenario().preset().is_none() {
            return ui.text(texts::start::NOTHING_PRE_FILLED).to_owned();
        }
        let answers = typed.answers(ui);
        let project = begin(&answers);
        let count = |kind: &str| project.count(kind).to_string();
        let ready = ui.fill(
            texts::start::PRE_FILLED,
            &[
                ("tasks", &count(task::KIND)),
                ("stages", &count(stage::KIND)),
                ("meetings", &count(meeting::KIND)),
                ("risks", &count(risk::KIND)),
            ],
        );
        let n = count(resource::KIND);
        match answers.scenario {
            Scenario::Resource => ready + &ui.fill(texts::start::LEDGER_READY, &[("n", &n)]),
            Scenario::Problem => ready + ui.text(texts::start::ISSUE_READY),
            _ => ready,
        }
    };
    crate::ui::screen::base::dom::focus_soon("[data-field=project_name]".into());
    view! {
        <main id="main" tabindex="-1" class="outside wizard">
            <header class="page-head"><h1>{ui.t(texts::home::NEW_PROJECT)}</h1><keeper::KeptNote typed kept/></header>
            <form class="sheet wizard-sheet" on:submit=create on:keydown=on(no_sending)>
                <Scenarios typed/>
                <What typed/>
                {live(move || (typed.scenario() == Scenario::Problem).then(|| view! { <besides::Trouble typed/> }))}
                <Goal typed/>
                <Departments rows=typed.rows roster=typed.extras.roster()
                    scenario=Signal::derive(move || typed.scenario())/>
                <Rest typed/>
                <LessonsOffered choice=lessons scenario=typed.scenario/>
                {live(move || typed.complain.get().map(|label| view! {
                    <p class="told" role="alert">{ui.text(label)}</p>
                }))}
                <p class="wizard-end">
                    <button class="primary" data-testid="create-project">{ui.t(texts::start::CREATE_AND_SEND)}</button>
                    <button type="button" data-testid="create-look"
                        on:click=move |_| make(ui, typed, kept, lessons, Page::Overview)>
                        {ui.t(texts::start::CREATE_AND_LOOK)}
                    </button>
                    <span class="hint">{told}</span>
                </p>
            </form>
        </main>
    }
}

/// Makes the project and goes on; only its name is asked for.
fn make(ui: Ui, typed: Typed, kept: Keeper, lessons: LessonChoice, then: Page) {
    let answers = untrack(|| typed.answers(ui));
    if answers.project_name.is_empty() {
        let (told, place) = match answers.scenario {
            Scenario::Problem => (texts::start::WRONG_FIRST, besides::WRONG_PLACE),
            _ => (texts::start::NAME_FIRST, "[data-field=project_name]"),
        };
        typed.complain.set(Some(told));
        crate::ui::screen::base::dom::focus_soon(place.into());
        return;
    }
    if let Some((place, told)) = untrack(|| typed.unread(ui)) {
        typed.complain.set(Some(told));
        crate::ui::screen::base::dom::focus_soon(format!("[data-field={place}]"));
        return;
    }
    let session = new_project::begin(ui, |session| {
        session.begin_project(&begin(&answers));
    });
    lessons.adopt(session, typed.scenario.get_untracked());
    kept.forget(ui);
    ui.go(session.project(), then);
}

#[component]
fn Scenarios(typed: Typed) -> impl IntoView {
    let ui = ui();
    let radios = SCENARIOS.map(|(key, _, label)| {
        view! {
            <label class="tick">
                <input type="radio" name="scenario" value=key data-field="scenario"
                    prop:checked=move || typed.scenario.get() == key on:change=move |_| typed.scenario.set(key)/>
                <span>{ui.t(label)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="wizard-row">
            <legend>{ui.t(texts::start::SCENARIO)}</legend>
            <div class="ticks">{radios.into_iter().collect::<Vec<_>>()}</div>
        </fieldset>
    }
}

/// One labelled line.
#[component]
pub(super) fn Asked(
    label: Label,
    key: &'static str,
    line: TextSignal,
    #[prop(optional)] hook: Option<&'static str>,
    #[prop(optional)] hint: Option<Label>,
) -> impl IntoView {
    let ui = ui();
    let field = charter::CHARTER.field(key).or(member::MEMBER.field(key));
    view! {
        <label class="line">
            <span>{ui.t(label)}</span>
            <input type="text" data-free-text="" data-field=key data-testid=hook autocomplete="off"
                placeholder=hint.map(|hint| ui.t(hint)) prop:value=move || line.get()
                on:input=move |event| line.set(typed_text(&event))/>
            {length_told(field, move || line.get())}
        </label>
    }
}

#[component]
fn What(typed: Typed) -> impl IntoView {
    view! {
        <div class="wizard-row cols">
            <Asked label=texts::start::PROJECT_NAME key="project_name" line=typed.name hook="project-name"/>
            <Asked label=texts::home::I_AM key="person" line=typed.me hook="person-name" hint=texts::frame::YOUR_NAME/>
            <MyDepartment typed/>
        </div>
    }
}

/// One's own department: one of the table's, or another.
#[component]
fn MyDepartment(typed: Typed) -> impl IntoView {
    let ui = ui();
    let names = move || {
        typed.rows.with(|rows| {
            let names = rows
                .iter()
                .map(|row| row.answer.with(|answer| answer.name.clone()));
            names
                .take(OFFERED)
                .map(|name| view! { <option value=name></option> })
                .collect::<Vec<_>>()
        })
    };
    view! {
        <label class="line">
            <span>{ui.t(texts::start::MY_DEPARTMENT)}</span>
            <input type="text" data-free-text="" data-field="department" list="departments" autocomplete="off"
                prop:value=move || typed.my_department.get()
                on:input=move |event| typed.my_department.set(typed_text(&event))/>
        </label>
        <datalist id="departments">{live(names)}</datalist>
    }
}

#[component]
fn Goal(typed: Typed) -> impl IntoView {
    let ui = ui();
    let sentence = Memo::new(move |_| goal_sentence(&typed.answers(ui)));
    let span = move || {
        let answers = typed.answers(ui);
        let weeks = weeks_of(answers.start, answers.end).to_string();
        // Where weeks are asked for, the project is longer than these.
        let label = match typed.scenario() {
            Scenario::Process => texts::start::SPAN_TO_FORCE,
            Scenario::Resource => texts::start::SPAN_TO_LOOK_BACK,
            _ => texts::start::SPAN,
        };
        ui.fill(
            label,
            &[
                ("from", &answers.start.to_string()),
                ("to", &answers.end.to_string()),
                ("n", &weeks),
            ],
        )
    };
    let whole = Memo::new(move |_| typed.sentence.with(Option::is_some));
    let write_whole = move |_| {
        typed.sentence.set(Some(sentence.get_untracked()));
        crate::ui::screen::base::dom::focus_soon("[data-field=goal_statement]".into());
    };
    let dates = RwSignal::new(untrack(|| typed.has_dates(ui)));
    view! {
        <fieldset class="wizard-row">
            <legend>{ui.t(texts::start::GOAL)}</legend>
            {live(move || match typed.scenario() {
                Scenario::Project | Scenario::Blank => view! { <aim::Aim typed/> }.into_any(),
                Scenario::Resource => view! { <besides::Sharing typed/> }.into_any(),
                Scenario::Process => view! { <besides::Process typed/> }.into_any(),
                Scenario::Problem => ().into_any(),
            })}
            {live(move || whole.get().then(|| view! {
                <label class="line whole">
                    <span>{ui.t(texts::start::IN_ONE_SENTENCE)}</span>
                    <input type="text" data-free-text="" data-field="goal_statement"
                        prop:value=move || typed.sentence.get().unwrap_or_default()
                        on:input=move |event| typed.sentence.set(Some(typed_text(&event)))/>
                    {length_told(charter::CHARTER.field(charter::GOAL_STATEMENT.name), move || {
                        typed.sentence.get().unwrap_or_default()
                    })}
                </label>
            }))}
            <p class="hint">
                {span} " "
                <button type="button" class="link" on:click=move |_| dates.set(true)>
                    {ui.t(texts::start::CHANGE_DATES)}
                </button>
                {live(move || (!whole.get()).then(|| view! {
                    <button type="button" class="link" on:click=write_whole>
                        {ui.t(texts::start::AS_ONE_SENTENCE)}
                    </button>
                }))}
                <span class="sentence">{live(move || (!whole.get()).then(|| sentence.get()))}</span>
            </p>
            {live(move || dates.get().then(|| view! { <Dates typed/> }))}
        </fieldset>
    }
}

/// What such a project usually leaves out.
const fn out_hint(scenario: Scenario) -> Label {
    match scenario {
        Scenario::Resource => texts::start::OUT_HINT_SHARED,
        Scenario::Process => texts::start::OUT_HINT_PROCESS,
        _ => texts::start::OUT_HINT,
    }
}

#[component]
fn Rest(typed: Typed) -> impl IntoView {
    view! {
        <div class="wizard-row cols">
            {live(move || (typed.scenario() != Scenario::Problem).then(|| view! {
                <Asked label=texts::start::OUT_OF_SCOPE key=scope_item::KIND line=typed.out
                    hint=out_hint(typed.scenario())/>
            }))}
            {live(move || (typed.scenario() == Scenario::Resource).then(|| view! { <besides::Budget typed/> }))}
            <Asked label=texts::start::COORDINATOR key="coordinator" line=typed.coordinator
                hint=texts::start::MAY_BE_EMPTY/>
            <Asked label=texts::start::SPONSOR key="sponsor" line=typed.sponsor hint=texts::start::MAY_BE_EMPTY/>
        </div>
    }
}
