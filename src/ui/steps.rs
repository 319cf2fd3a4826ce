//! What can be done with a form now: its steps, what a gate still needs, and what is worth a look.

use super::context::{Ui, session, ui};
use super::long::{Window, Within, numbered};
use super::pieces::{live, with_whole_days};
use super::texts;
use super::unread::{at_gate, holds_gate};
use crate::analysis::words::names::{names_joined, person_name, short_name};
use crate::analysis::{
    Answer, CheckedFinding, Missing, Reason, Step, allowed, inbox::todos, leads, missing,
    rules::checks,
};
use crate::model::template::{Arg, Form, Label, Lang, STATUS, Severity, Transition};
use crate::model::{FieldKey, RecordId};
use crate::state::Session;
use crate::templates::{charter, department, member};
use leptos::prelude::*;

/// The panel beside a form.
#[component]
pub(super) fn StepsPanel(record: RecordId) -> impl IntoView {
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
        let me = session
            .author()
            .and_then(|author| author.parse::<RecordId>().ok())
            .filter(|author| author.kind() == member::KIND);
        let today = session.now().date_naive();
        session.read(|log| allowed(log, &id.get_value(), me.as_ref(), today))
    };
    let hints = move || {
        version.get();
        let now = session.now();
        session
            .read(|log| checks::findings_of(log, &id.get_value(), now))
            .into_iter()
            .filter(|found| !matches!(found.rule.severity, Severity::Block(_)))
            .collect::<Vec<_>>()
    };
    let reason = move || {
        version.get();
        session.read(|log| reason_of(log, &id.get_value(), ui.lang.get()))
    };
    let window = Window::of_rows(Within::List);
    view! {
        {live(move || reason().map(|text| view! { <p class="panel" data-testid="state-reason">{text}</p> }))}
        {live(move || {
            let steps = steps();
            (!steps.is_empty()).then(|| view! {
                <section class="panel">
                    <h2>{ui.t(texts::NOW_YOU_CAN)}</h2>
                    {steps.into_iter().map(|step| view! { <StepButton record=id.get_value() step/> }).collect::<Vec<_>>()}
                </section>
            })
        })}
        {live(move || {
            let hints = hints();
            (!hints.is_empty()).then(|| view! {
                <section class="panel">
                    <h2>{ui.t(texts::HINTS)}</h2>
                    <ul class="findings">{window.list(Signal::stored(numbered(hints)), |hint: &(usize, CheckedFinding)| hint.0.to_string(), |hint| view! { <li><FindingLink found=hint.1/></li> }.into_any())}</ul>
                </section>
            })
        })}
    }
}

/// The reason with which a form came into the state it is in.
fn reason_of(log: &crate::model::Log, record: &RecordId, lang: Lang) -> Option<String> {
    let machine = log.schema().template(record.kind())?.states?;
    let live = log.live(record, &FieldKey::of(STATUS));
    let last = live.first()?;
    let state = machine
        .state(last.value.as_text()?)?
        .choice
        .label
        .text(lang);
    let reason = last.change.note.as_deref()?;
    let places = [("state", state), ("reason", reason)];
    Some(texts::fill(texts::STATE_REASON, lang, &places))
}

#[component]
fn StepButton(record: RecordId, step: Step) -> impl IntoView {
    let ui = ui();
    let session = session();
    let transition = step.transition;
    let id = StoredValue::new(record);
    let lacks = transition.gate.map_or_else(Vec::new, |gate| {
        session.read(|log| missing(log, &id.get_value(), gate, session.now()))
    });
    let withheld = step
        .may
        .err()
        .map(|reason| session.read(|log| reason_text(log, &reason, ui.lang.get())));
    if let Some(reason) = withheld {
        return view! { <p class="withheld"><span>{ui.text(transition.label)}</span><span class="hint">{reason}</span></p> }.into_any();
    }
    let asking = RwSignal::new(false);
    let count = lacks.len();
    let is_unread = holds_gate(session, transition);
    let is_held = count > 0 || is_unread;
    let take = move |_| {
        if transition.reason {
            asking.set(true)
        } else {
            take_step(ui, session, &id.get_value(), transition, None)
        }
    };
    let may_pass = is_held && session.read(|log| leads(log, session.me().as_ref()));
    let with_reason = Callback::new(move |reason: String| {
        take_step(ui, session, &id.get_value(), transition, Some(&reason))
    });
    view! {
        <div class="step">
            <button type="button" class="step-button" disabled=is_held data-testid=transition.gate.map(|_| "gate") data-step=transition.key
                data-gate=transition.gate.map(|gate| gate.key()) data-missing=transition.gate.map(|_| count.to_string()) on:click=take>
                {live(move || if is_held { ui.fill(texts::NOT_YET, &[("action", ui.text(transition.label))]) } else { ui.text(transition.label).to_owned() })}
            </button>
            {is_unread.then(|| at_gate(ui, transition.label))} {(count > 0).then(|| view! { <MissingList record=id.get_value() action=transition.label lacks/> })}
            {may_pass.then(|| view! { <button type="button" class="link" data-testid="gate-anyway" on:click=move |_| asking.set(true)>{ui.t(texts::GATE_ANYWAY)}</button> })}
            {live(move || asking.get().then(|| view! { <ReasonForm asking then=with_reason/> }))}
        </div>
    }
    .into_any()
}

#[component]
fn MissingList(record: RecordId, action: Label, lacks: Vec<Missing>) -> impl IntoView {
    let ui = ui();
    let objections = session().read(|log| objections(log, &record));
    let counted = [
        ("action", ui.text(action).to_owned()),
        ("n", lacks.len().to_string()),
        ("m", objections.to_string()),
    ];
    let places: Vec<(&str, &str)> = counted
        .iter()
        .map(|(place, value)| (*place, value.as_str()))
        .collect();
    let label = if objections > 0 {
        texts::NOT_YET_OBJECTED
    } else {
        texts::NOT_YET_MISSING
    };
    let said = ui.fill(label, &places);
    let item = move |(_, lack): (usize, Missing)| {
        match lack {
        Missing::Empty { record, field } => view! { <li><PlaceLink record key=Some(field.key) text=ui.text(field.label).to_owned()/></li> }.into_any(),
        Missing::Rule(found) => view! { <li><FindingLink found/></li> }.into_any(),
    }
    };
    let lacks = Signal::stored(numbered(lacks));
    let key = |(at, _): &(usize, Missing)| at.to_string();
    view! {
        <p class="hint">{said}</p>
        <ul class="findings">{Window::of_rows(Within::List).list(lacks, key, item)}</ul>
        <p class="hint">{ui.t(texts::STILL_SAVES)}</p>
    }
}

/// How many departments object to the goal, where the form is the charter.
fn objections(log: &crate::model::Log, record: &RecordId) -> usize {
    if *record != charter::record() {
        return 0;
    }
    let departments = department::taking_part(&Form::new(log, record.clone()));
    let objects =
        |department: &&Form<'_>| todos::goal_answer(log, department.record()) == Answer::Objected;
    departments.iter().filter(objects).count()
}

/// What a rule found, as a link to its place.
#[component]
pub(super) fn FindingLink(found: CheckedFinding) -> impl IntoView {
    let ui = ui();
    let session = session();
    let text = session.read(|log| finding_text(log, &found, ui.lang.get()));
    let record = found.finding.record.clone().unwrap_or(found.record);
    view! { <PlaceLink record key=found.finding.field text/> }
}

/// A link that jumps to a field of this page, or to the record it belongs to.
#[component]
fn PlaceLink(record: RecordId, key: Option<&'static str>, text: String) -> impl IntoView {
    let project = session().project();
    let href = Ui::href(project, &record);
    let jump = move |event: web_sys::MouseEvent| {
        let form = format!("[data-record=\"{record}\"]");
        let selector = key.map_or(form.clone(), |key| {
            let places = [
                format!("[data-field=\"{key}\"]"),
                format!("[data-rows=\"{key}\"]"),
                format!("[data-set=\"{key}\"] input"),
                format!("[data-set=\"{key}\"] select"),
                format!("[data-set=\"{key}\"]"),
            ];
            places.map(|place| format!("{form} {place}")).join(", ")
        });
        let is_here = document()
            .query_selector(&selector)
            .ok()
            .flatten()
            .is_some();
        if is_here {
            event.prevent_default();
            super::dom::focus_soon(selector);
        }
    };
    view! { <a href=href on:click=jump>{with_whole_days(&text)}</a> }
}

/// Asks for the reason, then goes on with it.
#[component]
pub(super) fn ReasonForm(asking: RwSignal<bool>, then: Callback<String>) -> impl IntoView {
    let ui = ui();
    let reason = RwSignal::new(String::new());
    let complain = RwSignal::new(false);
    let done = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let text = reason.get_untracked();
        if text.trim().is_empty() {
            complain.set(true);
        } else {
            asking.set(false);
            then.run(text.trim().to_owned());
        }
    };
    super::dom::focus_soon(".reason input".into());
    view! {
        <form class="reason" on:submit=done>
            <label>{ui.t(texts::REASON)} <input type="text" data-testid="reason" prop:value=move || reason.get() on:input=move |event| reason.set(super::dom::typed_text(&event))/></label>
            {live(move || complain.get().then(|| view! { <p class="told" role="alert">{ui.text(texts::REASON_FIRST)}</p> }))}
            <button class="primary" data-testid="reason-done">{ui.t(texts::DO_IT)}</button>
            <button type="button" on:click=move |_| asking.set(false)>{ui.t(texts::CANCEL)}</button>
        </form>
    }
}

fn take_step(
    ui: Ui,
    session: Session,
    record: &RecordId,
    transition: &'static Transition,
    reason: Option<&str>,
) {
    let own = transition
        .says
        .map(|says| says.text(ui.lang.get_untracked()));
    session.step(record, transition, reason.or(own));
    super::handover::offer(ui, session, record);
    let action = transition.label.text(ui.lang.get_untracked());
    let said = ui.fill(texts::STEP_DONE, &[("action", action)]);
    ui.notices.done(session, said, "undo-step");
}

/// The sentence of a finding, with its places filled.
pub(super) fn finding_text(log: &crate::model::Log, found: &CheckedFinding, lang: Lang) -> String {
    let mut text = found.rule.text.text(lang).to_owned();
    for (place, arg) in &found.finding.args {
        let value = match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
            Arg::Record(record) => short_name(log, record, lang),
            Arg::Label(label) => label.text(lang).to_owned(),
            Arg::Counted(parts) => {
                let part = |(label, n): &(Label, usize)| format!("{} {n}", label.text(lang));
                let parts: Vec<String> = parts.iter().map(part).collect();
                parts.join(texts::LIST_SEPARATOR.text(lang))
            }
        };
        text = text.replace(&format!("{{{place}}}"), &value);
    }
    text
}

fn reason_text(log: &crate::model::Log, reason: &Reason, lang: Lang) -> String {
    let with = |label: Label, place: &str, value: &str| texts::fill(label, lang, &[(place, value)]);
    match reason {
        Reason::NobodyChosen => texts::SAY_WHO_FIRST.text(lang).to_owned(),
        Reason::Others(people) if people.is_empty() => texts::OTHERS_UNNAMED.text(lang).to_owned(),
        Reason::Others(people) => {
            let name = |person: &RecordId| person_name(log, Some(person.as_str()), lang);
            let names = names_joined(people, name, lang);
            with(texts::OTHERS, "names", &names)
        }
        Reason::NotYou(_) => texts::NOT_YOU.text(lang).to_owned(),
        Reason::TooOften(times) => with(texts::TOO_OFTEN, "n", &times.to_string()),
        Reason::Held(guard) => guard
            .says
            .map_or_else(String::new, |says| with(says, "n", &guard.n.to_string())),
    }
}
