//! What can be done with a form now: its steps, what a gate still needs, and what is worth a look.

use super::finding::{FindingLink, LackLink, lack_key};
use super::reason::{Asking, ReasonForm};
use super::turn::TurnLine;
use crate::analysis::goal::answers::objections;
use crate::analysis::rules::checks;
use crate::analysis::standing::history::state_reason;
use crate::analysis::{CheckedFinding, Shortfall, Step};
use crate::model::RecordId;
use crate::model::template::{Gate, Label, Lang, Transition};
use crate::state::Session;
use crate::templates::{SCHEMA, report, settings};
use crate::ui::hindrance::withheld_text;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within, numbered};
use crate::ui::screen::base::pieces::{has_unfolded, live};
use crate::ui::texts;
use leptos::prelude::*;

/// The panel beside a form.
#[component]
pub(in crate::ui) fn StepsPanel(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(record);
    // What is told here is drawn anew whenever the project changes or the language does.
    let version = Memo::new(move |last: Option<&usize>| {
        ui.lang.track();
        session.watch(|_| ());
        last.copied().unwrap_or(0) + 1
    });
    let steps = move || {
        version.get();
        session.offered_steps(&id.get_value())
    };
    let hints = move || {
        version.get();
        let now = session.now();
        session.read(|log| checks::hints_of(log, &id.get_value(), now))
    };
    let reason = move || {
        version.get();
        session.read(|log| reason_of(log, &id.get_value(), ui.lang.get()))
    };
    let window = Window::of_rows(Within::List);
    let begun = OpenSteps::of(&id.get_value());
    let is_unfolded = RwSignal::new(false);
    view! {
        {live(move || reason().map(|text| view! { <p class="panel" data-testid="state-reason">{text}</p> }))}
        {live(move || {
            let steps = steps();
            let is_any = steps.next.is_some() || !steps.beside.is_empty() || !steps.aside.is_empty();
            let of = move |look: StepLook, steps: Vec<Step>| {
                let button = |step: Step| view! {
                    <StepButton record=id.get_value() begun=begun.get_value().at(&id.get_value(), step.transition)
                        step look/>
                };
                steps.into_iter().map(button).collect::<Vec<_>>()
            };
            let is_aside = !steps.aside.is_empty();
            // Whoever signs with a name alone cannot choose to be somebody else.
            let is_stranger = steps.is_nobody && session.author().is_some();
            let turn = steps.turn.filter(|turn| !(is_stranger && turn.people.is_empty()));
            let turn = turn.map(|turn| view! { <TurnLine record=id.get_value() turn/> });
            let nobody = match is_stranger {
                true => texts::forms::STRANGER_STEP,
                false => texts::forms::SAY_WHO_FIRST,
            };
            (is_any || turn.is_some() || steps.is_nobody).then(|| view! {
                <section class="panel">
                    {(steps.next.is_some() || !steps.beside.is_empty()).then(|| view! {
                        <h2>{ui.t(texts::forms::NOW_YOU_CAN)}</h2>
                    })}
                    {turn}
                    {steps.is_nobody.then(|| view! { <p class="hint">{ui.t(nobody)}</p> })}
                    {of(StepLook::Next, steps.next.into_iter().collect())}
                    {of(StepLook::Beside, steps.beside)}
                    {is_aside.then(|| view! {
                        <details class="more-steps" open=move || is_unfolded.get()
                            on:toggle=move |event| is_unfolded.set(has_unfolded(&event))>
                            <summary>{ui.t(texts::frame::MORE_FIELDS)}</summary>
                            {of(StepLook::Aside, steps.aside)}
                        </details>
                    })}
                </section>
            })
        })}
        {live(move || {
            let hints = hints();
            (!hints.is_empty()).then(|| view! {
                <section class="panel">
                    <h2>{ui.t(texts::forms::HINTS)}</h2>
                    <ul class="findings">
                        {window.list(
                            Signal::stored(numbered(hints)),
                            |hint: &(usize, CheckedFinding)| hint.0.to_string(),
                            |hint| view! { <li><FindingLink found=hint.1/></li> }.into_any(),
                        )}
                    </ul>
                </section>
            })
        })}
    }
}

/// The reason with which a form came into the state it is in.
fn reason_of(log: &crate::model::Log, record: &RecordId, lang: Lang) -> Option<String> {
    let (state, reason) = state_reason(log, record)?;
    let places = [("state", state.text(lang)), ("reason", reason)];
    Some(texts::fill(texts::forms::STATE_REASON, lang, &places))
}

/// What somebody has begun with the steps of a form, which are drawn anew with every change of the project.
#[derive(Clone)]
struct OpenSteps(Vec<(&'static str, AtStep)>);

/// What is asked for at one step.
#[derive(Clone, Copy)]
struct AtStep {
    asking: Asking,
    /// What of all that is missing is drawn.
    window: Window,
}

impl OpenSteps {
    fn of(record: &RecordId) -> StoredValue<Self> {
        let machine = SCHEMA.template(record.kind()).and_then(|one| one.states);
        let steps = machine.map_or(&[][..], |machine| machine.transitions);
        let none = |step: &Transition| (step.key, AtStep::of(record, step));
        StoredValue::new(Self(steps.iter().map(none).collect()))
    }

    fn at(&self, record: &RecordId, step: &Transition) -> AtStep {
        let found = self.0.iter().find(|(key, _)| *key == step.key);
        found.map_or_else(|| AtStep::of(record, step), |(_, begun)| *begun)
    }
}

impl AtStep {
    fn of(record: &RecordId, step: &Transition) -> Self {
        Self {
            asking: Asking::at(format!("step/{record}/{}", step.key)),
            window: Window::of_rows(Within::List),
        }
    }
}

/// How a step looks.
#[derive(Clone, Copy, PartialEq)]
enum StepLook {
    /// The one thing to do next.
    Next,
    Beside,
    /// Behind 更多.
    Aside,
}

#[component]
fn StepButton(record: RecordId, begun: AtStep, step: Step, look: StepLook) -> impl IntoView {
    let ui = ui();
    let session = session();
    let transition = step.transition;
    let id = StoredValue::new(record);
    let withheld = step
        .may
        .err()
        .map(|why| session.read(|log| withheld_text(log, &id.get_value(), &why, ui.lang.get())));
    if let Some(reason) = withheld {
        return view! {
            <p class="withheld"><span>{ui.text(transition.label)}</span><span class="hint">{reason}</span></p>
        }.into_any();
    }
    let AtStep { asking, window } = begun;
    let held = session.held(&id.get_value(), transition);
    let (is_held, is_unread, may_pass) = (held.is_held(), held.is_unread, held.may_pass);
    let (count, lacks) = (held.lacks.len(), held.lacks);
    let take = move |_| {
        if transition.reason {
            asking.begin()
        } else {
            take_step(ui, session, &id.get_value(), transition, None)
        }
    };
    let with_reason = Callback::new(move |reason: String| {
        take_step(ui, session, &id.get_value(), transition, Some(&reason))
    });
    view! {
        <div class="step">
            <button type="button" class="step-button" class:quiet=look == StepLook::Aside
                class:primary=look == StepLook::Next disabled=is_held data-testid=transition.gate.map(|_| "gate")
                data-step=transition.key data-gate=transition.gate.map(|gate| gate.key())
                data-missing=transition.gate.map(|_| count.to_string()) on:click=take>
                {live(move || {
                    if is_held {
                        ui.fill(texts::forms::NOT_YET, &[("action", ui.text(transition.label))])
                    } else {
                        ui.text(transition.label).to_owned()
                    }
                })}
            </button>
            {is_unread.then(|| at_gate(ui, transition.label))}
            {(count > 0).then(|| view! { <MissingList record=id.get_value() action=transition.label window lacks/> })}
            {may_pass.then(|| view! {
                <button type="button" class="link" data-testid="gate-anyway" on:click=move |_| asking.begin()>
                    {ui.t(texts::forms::GATE_ANYWAY)}
                </button>
            })}
            {live(move || asking.is_open().then(|| view! { <ReasonForm asking then=with_reason/> }))}
        </div>
    }.into_any()
}

#[component]
fn MissingList(
    record: RecordId,
    action: Label,
    window: Window,
    lacks: Vec<Shortfall>,
) -> impl IntoView {
    let ui = ui();
    let objections = session().read(|log| objections(log, &record));
    let counted = [
        ("action", ui.text(action).to_owned()),
        // An objection is one of what is listed.
        ("n", lacks.len().saturating_sub(objections).to_string()),
        ("m", objections.to_string()),
    ];
    let places: Vec<(&str, &str)> = counted
        .iter()
        .map(|(place, value)| (*place, value.as_str()))
        .collect();
    let label = if objections > 0 {
        texts::forms::NOT_YET_OBJECTED
    } else {
        texts::forms::NOT_YET_MISSING
    };
    let said = ui.fill(label, &places);
    let item = |(_, lack): (usize, Shortfall)| view! { <li><LackLink lack/></li> }.into_any();
    let lacks = Signal::stored(numbered(lacks));
    view! {
        <p class="hint">{said}</p>
        <ul class="findings">{window.list(lacks, lack_key, item)}</ul>
        <p class="hint">{ui.t(texts::forms::STILL_SAVES)}</p>
    }
}

/// Takes a step, says so, and offers to tell those whom it concerns.
pub(in crate::ui) fn take_step(
    ui: Ui,
    session: Session,
    record: &RecordId,
    transition: &'static Transition,
    reason: Option<&str>,
) {
    let own = transition
        .says
        .map(|says| says.text(ui.lang.get_untracked()));
    // With the report its figures stay as they are.
    if *record == report::record() && transition.gate == Some(Gate::Final) {
        session.finalise_report(reason);
        crate::ui::screen::base::handover::offer(ui, session, record);
        return;
    }
    // With the start of work the dates become the original plan, wherever it is pressed.
    if *record == settings::record() && transition.gate == Some(Gate::Start) {
        session.begin_work(reason);
    } else {
        session.step(record, transition, reason.or(own));
    }
    crate::ui::screen::base::handover::offer(ui, session, record);
    let action = transition.label.text(ui.lang.get_untracked());
    let said = ui.fill(texts::forms::STEP_DONE, &[("action", action)]);
    ui.notices.done(session, said, "undo-step");
}

/// Why a step through a gate has to wait for what could not be read.
fn at_gate(ui: Ui, action: Label) -> AnyView {
    let said = ui.fill(texts::forms::UNREAD_GATE, &[("action", ui.text(action))]);
    view! { <p class="hint" data-testid="gate-unread">{said}</p> }.into_any()
}
