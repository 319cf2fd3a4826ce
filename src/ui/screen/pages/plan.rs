//! Over the plan, for who leads: 预排的都可以, and 开工 with what is still missing before it; and the ways into an
//! empty plan.

use crate::analysis::words::names::person_name;
use crate::analysis::{Shortfall, Started, is_prefilled, leads, started};
use crate::model::template::{Form, Gate};
use crate::model::{Log, RecordId};
use crate::state::Held;
use crate::templates::{settings, status_of, task};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::dom;
use crate::ui::screen::base::door::carry_out;
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::handover;
use crate::ui::screen::base::long::{Within, long, numbered};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::base::port;
use crate::ui::screen::form::finding::{LackLink, lack_key};
use crate::ui::screen::form::reason::{Asking, ReasonForm};
use crate::ui::screen::table::Table;
use crate::ui::texts;
use leptos::prelude::*;

/// What stands beside the tabs of the plan.
#[component]
pub(in crate::ui) fn PlanHead() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rest = figures();
    let prefilled = Memo::new(move |_| {
        rest.version();
        let is_lead = session.read(|log| leads(log, session.me().as_ref()));
        session.read(|log| if is_lead { prefilled(log) } else { Vec::new() })
    });
    let confirm = move |_| {
        let records = prefilled.get_untracked();
        session.confirm_prefilled(&records);
        let said = ui.fill(
            texts::table::PREFILLED_FINE_DONE,
            &[("n", &records.len().to_string())],
        );
        ui.notices.done(session, said, "undo-confirm");
    };
    let button = move || {
        let count = prefilled.with(Vec::len);
        let text = ui.fill(texts::table::PREFILLED_FINE, &[("n", &count.to_string())]);
        (count > 0).then(|| view! {
            <button type="button" data-testid="confirm-prefilled" data-count=count.to_string() on:click=confirm>
                {text}
            </button>
        })
    };
    view! {
        {live(button)} <Start/>
    }
}

fn prefilled(log: &Log) -> Vec<RecordId> {
    let mut rows = log.rows(task::TASK.kind);
    rows.retain(|row| is_prefilled(&Form::new(log, row.clone())));
    rows
}

/// Where the start of work stands.
#[derive(Clone, PartialEq)]
enum Stand {
    Since(Started),
    /// This person may begin it.
    Before,
    /// Nothing to say: somebody else begins it, or the project is stopped.
    Nothing,
}

#[component]
fn Start() -> impl IntoView {
    let session = session();
    let rest = figures();
    // What changes elsewhere changes the list, not the place where it is open.
    let stand = Memo::new(move |_| {
        rest.version();
        let me = session.me();
        session.read(|log| {
            let status = status_of(&Form::new(log, settings::record()));
            let is_before =
                [settings::PREPARING.key, settings::PLANNING.key].contains(&status.as_str());
            match started(log) {
                Some(start) => Stand::Since(start),
                None if is_before && leads(log, me.as_ref()) => Stand::Before,
                None => Stand::Nothing,
            }
        })
    });
    live(move || match stand.get() {
        Stand::Since(start) => view! { <Since start/> }.into_any(),
        Stand::Before => view! { <StartGate/> }.into_any(),
        Stand::Nothing => ().into_any(),
    })
}

/// Since when work goes on, who began it, and why although something was missing.
#[component]
fn Since(start: Started) -> impl IntoView {
    let ui = ui();
    let session = session();
    let day = port::time_text(start.at_ms)[..10].to_owned();
    let author = start.author;
    let text = move || {
        let who = session.read(|log| person_name(log, author.as_deref(), ui.lang.get()));
        ui.fill(texts::table::STARTED_ON, &[("day", &day), ("who", &who)])
    };
    view! {
        <span class="hint" data-testid="started">
            {text} {start.reason.map(|reason| view! { " " <q>{reason}</q> })}
        </span>
    }
}

#[component]
fn StartGate() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rest = figures();
    let held = Memo::new_with_compare(
        move |_| {
            rest.version();
            session.held_at(&settings::record(), Some(Gate::Start))
        },
        |_, _| true,
    );
    let count = move || held.with(|held| held.lacks.len());
    let is_held = Memo::new(move |_| held.with(Held::is_held));
    let begin = move |reason: Option<&str>| {
        session.begin_work(reason);
        let said = ui.text(texts::table::STARTED_DONE).to_owned();
        handover::offer(ui, session, &settings::record());
        ui.notices.done(session, said, "undo-start");
    };
    let anyway = Callback::new(move |reason: String| begin(Some(&reason)));
    let label = move || {
        let start = ui.text(Gate::Start.label());
        if is_held.get() {
            ui.fill(texts::forms::NOT_YET, &[("action", start)])
        } else {
            start.to_owned()
        }
    };
    view! {
        {live(move || is_held.get().then(|| view! { <WhatLacks gate=Gate::Start held anyway/> }))}
        <button type="button" data-testid="gate" data-gate=Gate::Start.key() data-missing=move || count().to_string()
            disabled=move || is_held.get() title=ui.t(texts::table::START_HOW) on:click=move |_| begin(None)>
            {live(label)}
        </button>
    }
}

/// How much is missing, and behind that what, and the way to go on all the same.
#[component]
pub(super) fn WhatLacks(gate: Gate, held: Memo<Held>, anyway: Callback<String>) -> impl IntoView {
    let ui = ui();
    let asking = Asking::at("begin-work".to_owned());
    let said = move || {
        let start = ui.text(gate.label());
        match held.with(|held| held.lacks.len()) {
            0 => ui.fill(texts::forms::UNREAD_GATE, &[("action", start)]),
            n => {
                let places = [("gate", start), ("n", &*n.to_string())];
                ui.fill(texts::forms::NEEDED_FOR, &places)
            }
        }
    };
    let lacks = Signal::derive(move || numbered(held.with(|held| held.lacks.clone())));
    let line = |(_, lack): (usize, Shortfall)| view! { <li><LackLink lack/></li> }.into_any();
    // What nobody has opened yet is not drawn: of a large plan it is longer than the plan that is seen.
    let is_asked = RwSignal::new(false);
    view! {
        <details class="start-gate" on:keydown=|event| if event.key() == "Escape" { dom::close_popover() }>
            <summary on:click=press(move || is_asked.set(true))>{live(said)}</summary>
            <div class="popover">
                <ul class="findings">
                    {when(move || is_asked.get(), move || long(Within::List, lacks, lack_key, line))}
                </ul>
                <p class="hint">{ui.t(texts::forms::STILL_SAVES)}</p>
                <button type="button" class="link" data-testid="gate-anyway" on:click=move |_| asking.begin()>
                    {ui.t(texts::forms::GATE_ANYWAY)}
                </button>
                {live(move || asking.is_open().then(|| view! { <ReasonForm asking then=anyway/> }))}
            </div>
        </details>
    }
}

/// The three ways into an empty plan.
#[component]
pub(in crate::ui) fn PlanEmpty(table: Table) -> impl IntoView {
    let ui = ui();
    let session = session();
    if session.is_unread() {
        return view! { <p class="empty">{ui.t(texts::frame::UNREAD_HERE)}</p> }.into_any();
    }
    view! {
        <section class="empty" data-testid="plan-empty">
            <p>{ui.t(task::TASK.words.empty)}</p>
            <p class="answers">
                <button type="button" class="primary" data-testid="plan-preset"
                    on:click=move |_| carry_out(ui, Deed::Preset(session))>
                    {ui.t(texts::table::PLAN_PRESET)}
                </button>
                <button type="button" data-testid="plan-paste" on:click=move |_| table.open_paste_box(ui)>
                    {ui.t(texts::table::PLAN_PASTE)}
                </button>
                <button type="button" data-testid="plan-type"
                    on:click=|_| dom::focus_soon("[data-testid=type-to-add]".into())>
                    {ui.t(texts::table::PLAN_TYPE)}
                </button>
            </p>
        </section>
    }.into_any()
}
