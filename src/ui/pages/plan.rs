//! Over the plan, for who leads: 预排的都可以, and 开工 with what is still missing before it.

use crate::analysis::{Readiness, Started, is_prefilled, leads, readiness, started};
use crate::model::template::{Form, Gate};
use crate::model::{Log, RecordId};
use crate::state::{Page, Route};
use crate::templates::{meeting, settings, status_of, task};
use crate::ui::context::{Ui, session, ui};
use crate::ui::dom::live;
use crate::ui::names::{person_name, record_name};
use crate::ui::settled::settled;
use crate::ui::steps::{FindingLink, ReasonForm};
use crate::ui::{later, port, texts};
use leptos::prelude::*;

/// What stands beside the tabs of the plan.
#[component]
pub(in crate::ui) fn PlanHead() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rest = settled();
    let prefilled = Memo::new(move |_| {
        rest.version();
        let is_lead = session.read(|log| leads(log, session.me().as_ref()));
        session.read(|log| if is_lead { prefilled(log) } else { Vec::new() })
    });
    let confirm = move |_| {
        let records = prefilled.get_untracked();
        session.confirm_prefilled(&records);
        let undo = Callback::new(move |()| later::undo_or_redo(ui, session, false));
        let said = ui.fill(
            texts::PREFILLED_FINE_DONE,
            &[("n", &records.len().to_string())],
        );
        ui.notices
            .info_with(said, texts::UNDO, "undo-confirm", undo);
    };
    let button = move || {
        let count = prefilled.with(Vec::len);
        let text = ui.fill(texts::PREFILLED_FINE, &[("n", &count.to_string())]);
        (count > 0).then(|| view! { <button type="button" data-testid="confirm-prefilled" data-count=count.to_string() on:click=confirm>{text}</button> })
    };
    view! { {live(button)} <Start/> }
}

fn prefilled(log: &Log) -> Vec<RecordId> {
    let mut rows = log.rows(task::TASK.kind);
    rows.retain(|row| is_prefilled(&Form::new(log, row.clone())));
    rows
}

/// Where the start of work stands.
#[derive(Clone)]
enum Stand {
    /// It began.
    Since(Started),
    /// This person may begin it; so much is missing.
    Before(Readiness),
    /// Nothing to say: somebody else begins it, or the project is stopped.
    Nothing,
}

#[component]
fn Start() -> impl IntoView {
    let session = session();
    let rest = settled();
    let stand = move || {
        rest.version();
        let me = session.me();
        let now = session.now();
        session.read(|log| {
            let status = status_of(&Form::new(log, settings::record()));
            let is_before =
                [settings::PREPARING.key, settings::PLANNING.key].contains(&status.as_str());
            match started(log) {
                Some(start) => Stand::Since(start),
                None if is_before && leads(log, me.as_ref()) => Stand::Before(readiness(log, now)),
                None => Stand::Nothing,
            }
        })
    };
    live(move || match stand() {
        Stand::Since(start) => view! { <Since start/> }.into_any(),
        Stand::Before(lacks) => view! { <StartGate lacks/> }.into_any(),
        Stand::Nothing => ().into_any(),
    })
}

/// Since when work goes on, who began it, and why although something was missing.
#[component]
fn Since(start: Started) -> impl IntoView {
    let ui = ui();
    let session = session();
    let day = port::time_text(start.at_ms)[..10].to_owned();
    let who = session.read(|log| person_name(log, start.author.as_deref(), ui.lang.get()));
    let text = ui.fill(texts::STARTED_ON, &[("day", &day), ("who", &who)]);
    view! { <span class="hint" data-testid="started">{text} {start.reason.map(|reason| view! { " " <q>{reason}</q> })}</span> }
}

#[component]
fn StartGate(lacks: Readiness) -> impl IntoView {
    let ui = ui();
    let session = session();
    let count = lacks.count();
    let asking = RwSignal::new(false);
    let begin = move |reason: Option<&str>| {
        session.begin_work(reason);
        let undo = Callback::new(move |()| later::undo_or_redo(ui, session, false));
        let said = ui.text(texts::STARTED_DONE).to_owned();
        ui.notices.info_with(said, texts::UNDO, "undo-start", undo);
    };
    let anyway = Callback::new(move |reason: String| begin(Some(&reason)));
    let start = ui.text(Gate::Start.label());
    let label = if count > 0 {
        ui.fill(texts::NOT_YET, &[("action", start)])
    } else {
        start.to_owned()
    };
    let places = [("gate", start), ("n", &count.to_string())];
    let missing = ui.fill(texts::NEEDED_FOR, &places);
    view! {
        {(count > 0).then(|| view! {
            <details class="start-gate">
                <summary>{missing}</summary>
                <div class="popover">
                    <ul class="findings">{lacking(ui, &lacks)}</ul>
                    <p class="hint">{ui.t(texts::STILL_SAVES)}</p>
                    <button type="button" class="link" data-testid="gate-anyway" on:click=move |_| asking.set(true)>{ui.t(texts::GATE_ANYWAY)}</button>
                    {live(move || asking.get().then(|| view! { <ReasonForm asking then=anyway/> }))}
                </div>
            </details>
        })}
        <button type="button" data-testid="gate" data-gate=Gate::Start.key() data-missing=count.to_string() disabled={count > 0}
            title=ui.t(texts::START_HOW) on:click=move |_| begin(None)>{label}</button>
    }
}

/// What is missing, each with the place to go to.
fn lacking(ui: Ui, lacks: &Readiness) -> Vec<AnyView> {
    let session = session();
    let separator = ui.text(texts::LIST_SEPARATOR);
    let task_line = |(record, fields): &(RecordId, Vec<&'static crate::model::template::Field>)| {
        let name = session.read(|log| record_name(log, record, ui.lang.get()));
        let fields: Vec<_> = fields.iter().map(|field| ui.text(field.label)).collect();
        let places = [("name", name.as_str()), ("fields", &fields.join(separator))];
        let text = ui.fill(texts::TASK_LACKS, &places);
        view! { <li><a href=Ui::href(session.project(), record)>{text}</a></li> }.into_any()
    };
    let mut lines: Vec<AnyView> = lacks.tasks.iter().map(task_line).collect();
    if lacks.no_meeting {
        let new = Page::New(meeting::MEETING.kind.to_owned());
        let href = Route::Project(session.project(), new).to_string();
        lines.push(view! { <li><a href=href>{ui.t(texts::NO_MEETING)}</a></li> }.into_any());
    }
    let rules = lacks.rules.iter().cloned();
    lines.extend(rules.map(|found| view! { <li><FindingLink found/></li> }.into_any()));
    lines
}
