//! Cards that the week brings: why something was late, a result to be reviewed, what a meeting gave to somebody, what a
//! change does to a department, and what is looked at again. Each is answered where it stands; nothing is chosen.

use super::actions::ActionLine;
use crate::analysis::allowed;
use crate::analysis::words::names;
use crate::model::RecordId;
use crate::model::template::{Choice, Form, Transition};
use crate::state::Assessed;
use crate::templates::{action, assessment, case, change_request, issue, task};
use crate::ui::screen::base::composer::Composer;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::form::control::length_told;
use crate::ui::screen::form::reason::{Asking, ReasonForm};
use crate::ui::screen::pages::plan_changes::effect_said;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

/// The name of a record, which leads to its sheet.
#[component]
fn Named(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let href = Ui::href(session.project(), &record);
    let name = move || session.watch(|log| names::record_name(log, &record, ui.lang.get()));
    view! { <a href=href><bdi>{live(name)}</bdi></a> }
}

/// 晚完成的原因: one chip each.
#[component]
pub(super) fn LateCauses(tasks: Vec<RecordId>) -> impl IntoView {
    let ui = ui();
    let row = |task: RecordId| view! { <LateCause task/> }.into_any();
    let tasks = Signal::stored(tasks);
    view! {
        <li class="todo card" data-testid="todo-item" data-state="open" data-causes="">
            <header><h2>{ui.t(texts::progress::WHY_LATE)}</h2></header>
            <ul class="updates">{Window::of_rows(Within::List).list(tasks, RecordId::to_string, row)}</ul>
        </li>
    }
}

#[component]
fn LateCause(task: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(task.clone());
    let chosen = move || {
        session
            .watch(|log| Form::new(log, id.get_value()).get(task::DELAY_CAUSE))
            .unwrap_or_default()
    };
    let chip = move |cause: &'static Choice| {
        let say = move || {
            session.say_why_late(&id.get_value(), cause.key);
        };
        view! {
            <button type="button" class="small" data-cause=cause.key
                aria-pressed=move || (chosen() == cause.key).to_string() on:click=press(say)>
                {ui.t(cause.label)}
            </button>
        }
    };
    view! {
        <li data-record=task.to_string()>
            <p class="update-head"><Named record=id.get_value()/></p>
            <div class="causes" role="group" aria-label=ui.t(texts::progress::CAUSE) data-testid="own-cause">
                {task::DELAY_CAUSES.iter().map(chip).collect::<Vec<_>>()}
            </div>
        </li>
    }
}

/// 周会分给您的事: noted all at once, or finished one by one.
#[component]
pub(super) fn GivenActions(actions: Vec<RecordId>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let all = StoredValue::new(actions.clone());
    let is_noted = move || {
        session.watch(|log| {
            let noted = |one: &RecordId| Form::new(log, one.clone()).has(action::NOTED_AT.name);
            all.with_value(|all| all.iter().all(noted))
        })
    };
    let note = move || {
        session.note_actions(&all.get_value());
    };
    let row = |action: RecordId| view! { <ActionLine action/> }.into_any();
    view! {
        <p class="answers">
            <button type="button" data-testid="note-actions" aria-pressed=move || is_noted().to_string()
                on:click=press(note)>
                {ui.t(texts::roles::KNOWN)}
            </button>
        </p>
        <ul class="updates">{Window::of_rows(Within::List).list(Signal::stored(actions), RecordId::to_string, row)}</ul>
    }
}

/// 评估变更: would it do anything here, and what.
#[component]
pub(super) fn Assessments(changes: Vec<RecordId>) -> impl IntoView {
    let row = |change: RecordId| view! { <Assess change/> }.into_any();
    let changes = Signal::stored(changes);
    view! { <ul class="updates">{Window::of_rows(Within::List).list(changes, RecordId::to_string, row)}</ul> }
}

#[component]
fn Assess(change: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(change.clone());
    let asking = Composer::<3>::at(ui, session, format!("assess/{change}"));
    let [opinion, days, cost] = asking.lines;
    let if_not = move || {
        session.watch(|log| Form::new(log, id.get_value()).get(change_request::IMPACT_IF_NOT))
    };
    let effects = move || session.watch(|log| effect_said(ui, log, &id.get_value()));
    let say = move |said: Assessed| {
        if !session.assess_change(&id.get_value(), &said).is_empty() {
            asking.end();
            offer(ui, session, &id.get_value());
            ui.notices.done(
                session,
                ui.text(texts::changes::ASSESSED).to_owned(),
                "undo-step",
            );
        }
    };
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        let said = Assessed {
            opinion: opinion.get_untracked().trim().to_owned(),
            days: days.get_untracked(),
            cost: cost.get_untracked(),
        };
        if !said.opinion.is_empty() {
            say(said);
        }
    };
    let line = move |key: &'static str, text: RwSignal<String>| {
        let field = assessment::ASSESSMENT.field(key);
        let label = field.map(|field| field.label);
        view! {
            <label>
                {label.map(|label| ui.t(label))}
                <input type="text" data-free-text="" autocomplete="off" data-field=key
                    prop:value=move || text.get() on:input=on(move |event: Event| text.set(typed_text(&event)))/>
                {(key == assessment::OPINION.name).then(|| length_told(field, move || text.get()))}
            </label>
        }
    };
    view! {
        <li data-testid="assess-change" data-record=change.to_string()>
            <p class="update-head"><Named record=id.get_value()/></p>
            {live(move || if_not().map(|text| view! { <p>{text}</p> }))}
            {live(move || effects().into_iter().map(|line| view! { <p class="hint">{line}</p> }).collect::<Vec<_>>())}
            <p class="answers">
                <button type="button" data-answer="none" on:click=press(move || say(Assessed::default()))>
                    {ui.t(texts::changes::NO_EFFECT_HERE)}
                </button>
                <button type="button" data-answer="some" aria-pressed=move || asking.is_open().to_string()
                    on:click=press(move || asking.begin(Default::default()))>
                    {ui.t(texts::changes::EFFECT_HERE)}
                </button>
            </p>
            {when(move || asking.is_open(), move || view! {
                <form class="reason" on:submit=done>
                    {line(assessment::OPINION.name, opinion)}
                    {line(assessment::DAYS.name, days)}
                    {line(assessment::COST.name, cost)}
                    <button>{ui.t(texts::forms::DO_IT)}</button>
                    <button type="button" on:click=press(move || asking.end())>
                        {ui.t(texts::forms::CANCEL)}
                    </button>
                </form>
            })}
        </li>
    }
}

/// 到日子再看: it still holds, or is opened.
#[component]
pub(super) fn LookAgain(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record.clone());
    let href = Ui::href(session.project(), &record);
    let hold = move || {
        if let Some(day) = session.holds_still(&id.get_value()) {
            let said = ui.fill(texts::replies::LOOKED_AGAIN, &[("day", &day.to_string())]);
            ui.notices.done(session, said, "undo-step");
        }
    };
    let is_problem = record.kind() == issue::KIND;
    let watched = move |found: Choice| {
        let say = move || {
            session.end_watch(&id.get_value(), found);
            offer(ui, session, &id.get_value());
        };
        view! {
            <button type="button" data-watch=found.key on:click=press(say)>{ui.t(found.label)}</button>
        }
    };
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-look-again=record.to_string()>
            <p class="update-head">
                <Named record=id.get_value()/> " " <span class="hint">{ui.t(texts::replies::LOOK_AGAIN)}</span>
            </p>
            <p class="answers">
                {is_problem.then(|| [case::NOT_AGAIN, case::AGAIN].map(watched).into_iter().collect::<Vec<_>>())}
                {(!is_problem).then(|| view! {
                    <button type="button" data-testid="still-holds" on:click=press(hold)>
                        {ui.t(texts::replies::STILL_HOLDS)}
                    </button>
                })}
                <a class="button" href=href>{ui.t(texts::home::OPEN)}</a>
            </p>
        </li>
    }
}

/// 审核: the result passes, or goes back with a reason.
#[component]
pub(super) fn ReviewLine(record: RecordId) -> impl IntoView {
    let session = session();
    let id = StoredValue::new(record.clone());
    let steps = Memo::new(move |_| {
        let (me, today) = (session.me(), session.now().date_naive());
        session.watch(|log| {
            let steps = allowed(log, &id.get_value(), me.as_ref(), today).into_iter();
            let may = steps.filter(|step| step.may.is_ok() && !step.transition.aside);
            may.map(|step| step.transition.key).collect::<Vec<_>>()
        })
    });
    let made = move || session.watch(|log| Form::new(log, id.get_value()).get(task::DELIVERABLE));
    let button = move |key: &'static str| {
        let step = task::TASK.states.and_then(|machine| machine.step(key))?;
        Some(view! { <Pass record=id.get_value() step/> })
    };
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-review=record.to_string()>
            <p class="update-head">
                <Named record=id.get_value()/> " "
                {live(move || made().map(|made| view! { <span class="hint">{made}</span> }))}
            </p>
            <div class="answers">
                {live(move || steps.with(|steps| steps.iter().filter_map(|key| button(key)).collect::<Vec<_>>()))}
            </div>
        </li>
    }
}

/// A step that is one press, or a press and its reason.
#[component]
fn Pass(record: RecordId, step: &'static Transition) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let asking = Asking::at(format!("pass/{record}/{}", step.key));
    let id = StoredValue::new(record);
    let take = move |reason: Option<&str>| {
        session.step(&id.get_value(), step, reason);
        offer(ui, session, &id.get_value());
        let said = ui.fill(texts::forms::STEP_DONE, &[("action", ui.text(step.label))]);
        ui.notices.done(session, said, "undo-step");
    };
    let press_it = move || match step.reason {
        true => asking.begin(),
        false => take(None),
    };
    let then = Callback::new(move |reason: String| take(Some(&reason)));
    view! {
        <div class="step">
            <button type="button" data-step=step.key on:click=press(press_it)>{ui.t(step.label)}</button>
            {live(move || asking.is_open().then(|| view! { <ReasonForm asking then/> }))}
        </div>
    }
}
