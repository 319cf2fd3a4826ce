//! Beside a task: when it is expected to end, how far it may slip, what comes before it and what after.

use crate::analysis::standing::schedule::{Schedule, schedule};
use crate::analysis::words::names::record_name;
use crate::model::RecordId;
use crate::model::log::Log;
use crate::ui::letter::expected_said;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Within, long, numbered};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::texts;
use leptos::prelude::*;

/// A task that this one waits for, or that waits for it.
#[derive(Clone, PartialEq)]
struct Neighbour {
    task: RecordId,
    name: String,
    /// When it ends, or when it begins.
    days: String,
}

/// So many neighbours are named on each side.
const NAMED: usize = 8;

/// The tasks on one side: those that are named, and how many there are besides.
#[derive(Clone, PartialEq, Default)]
struct OneSide {
    named: Vec<Neighbour>,
    rest: usize,
}

#[derive(Clone, PartialEq, Default)]
struct Told {
    lines: Vec<String>,
    before: OneSide,
    after: OneSide,
}

/// The panel; nothing for a task that is over or has no dates.
#[component]
pub(super) fn Expected(task: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let told = Memo::new(move |_| {
        let today = session.now().date_naive();
        session.watch(|log| told(ui, log, &schedule(log, today), &task))
    });
    let lines = Memo::new(move |_| told.with(|told| numbered(told.lines.iter().cloned())));
    let line = |line: (usize, String)| view! { <li>{line.1}</li> }.into_any();
    let key = |line: &(usize, String)| format!("{} {}", line.0, line.1);
    let before = Memo::new(move |_| told.with(|told| told.before.clone()));
    let after = Memo::new(move |_| told.with(|told| told.after.clone()));
    when(
        move || told.with(|told| !told.lines.is_empty()),
        move || {
            view! {
                <section class="panel" data-testid="schedule">
                    <h2>{ui.t(texts::schedule::SCHEDULE_TITLE)}</h2>
                    <ul class="findings">{long(Within::List, lines, key, line)}</ul>
                    <Neighbours title=texts::schedule::COMES_BEFORE tasks=before/>
                    <Neighbours title=texts::schedule::COMES_AFTER tasks=after/>
                </section>
            }
        },
    )
}

#[component]
fn Neighbours(title: crate::model::template::Label, tasks: Memo<OneSide>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let key = |one: &Neighbour| format!("{} {} {}", one.task, one.name, one.days);
    let line = move |one: Neighbour| {
        let href = Ui::href(session.project(), &one.task);
        view! { <li><a href=href>{one.name}</a> " " <span class="hint">{one.days}</span></li> }
            .into_any()
    };
    let named = Memo::new(move |_| tasks.with(|tasks| tasks.named.clone()));
    let rest = move || {
        let rest = tasks.with(|tasks| tasks.rest);
        let said = || ui.fill(texts::standing::MORE_COMING, &[("n", &rest.to_string())]);
        (rest > 0).then(said)
    };
    when(
        move || tasks.with(|tasks| !tasks.named.is_empty()),
        move || {
            view! {
                <h3>{ui.t(title)}</h3>
                <ul class="findings">{long(Within::List, named, key, line)}</ul>
                {live(move || rest().map(|rest| view! { <p class="hint">{rest}</p> }))}
            }
        },
    )
}

fn told(ui: Ui, log: &Log, schedule: &Schedule, task: &RecordId) -> Told {
    let lang = ui.lang.get();
    let Some(place) = schedule.plan.place(task) else {
        return Told::default();
    };
    let network = &schedule.plan.network;
    let neighbour = |other: u32, is_before: bool| {
        let id = schedule.plan.tasks[other as usize].record.clone();
        let (first, last) = schedule.dates(other);
        let (label, day) = match is_before {
            true => (texts::schedule::ENDS_THEN, last),
            false => (texts::schedule::BEGINS, first),
        };
        let day = day.format("%m-%d").to_string();
        Neighbour {
            name: record_name(log, &id, lang),
            days: ui.fill(label, &[("day", &day)]),
            task: id,
        }
    };
    let before = network.before(place).iter();
    let after = network.after(place).iter();
    Told {
        lines: expected_said(log, schedule, task, lang),
        before: OneSide {
            rest: before.len().saturating_sub(NAMED),
            named: before
                .take(NAMED)
                .map(|at| neighbour(network.link(*at).from, true))
                .collect(),
        },
        after: OneSide {
            rest: after.len().saturating_sub(NAMED),
            named: after
                .take(NAMED)
                .map(|at| neighbour(network.link(*at).to, false))
                .collect(),
        },
    }
}
