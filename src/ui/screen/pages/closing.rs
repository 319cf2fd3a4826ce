//! 收尾: closing as one list. What is missing, who does it and the way there; what is left over and who takes it on; and
//! the gate itself.

mod left;
mod rows;

use super::printing::PrintButton;
use crate::analysis::leads;
use crate::analysis::standing::closing::{ClosingNeed, closing_row};
use crate::model::template::{Choice, Form, Gate};
use crate::state::{Held, Session};
use crate::templates::{settings, status_of};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::reason::{Asking, ReasonForm};
use crate::ui::screen::pages::paper::PaperHead;
use crate::ui::texts;
use leptos::prelude::*;

/// The way of a project, as the page shows it.
const WAY: [Choice; 6] = [
    settings::PREPARING,
    settings::PLANNING,
    settings::RUNNING,
    settings::OBSERVING,
    settings::CLOSING,
    settings::CLOSED,
];

/// The page.
#[component]
pub(in crate::ui) fn Closing() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let status =
        Memo::new(move |_| session.watch(|log| status_of(&Form::new(log, settings::record()))));
    let is_lead = Memo::new(move |_| session.watch(|log| leads(log, session.me().as_ref())));
    let is_closing = move || status.get() == settings::CLOSING.key;
    let may_begin = move || {
        let before = [settings::RUNNING.key, settings::OBSERVING.key];
        is_lead.get() && before.contains(&status.get().as_str())
    };
    view! {
        <header class="page-head">
            <h1>{ui.t(texts::frame::CLOSING)}</h1>
            <PaperHead title=texts::frame::CLOSING/>
            <PrintButton/>
            {when(move || is_lead.get() && is_closing(), || view! { <CloseGate/> })}
        </header>
        <Way status/>
        {when(may_begin, move || view! { <Begin status/> })}
        <rows::ClosingRows status/>
        <left::LeftOvers/>
    }
}

/// 筹备 › 规划 › 执行 › 观察期 › 总结 › 已关闭
#[component]
fn Way(status: Memo<String>) -> impl IntoView {
    let ui = ui();
    let step = move |choice: Choice| {
        let is_here = move || (status.get() == choice.key).then_some("step");
        view! { <li aria-current=is_here>{ui.t(choice.label)}</li> }
    };
    // A project that is paused or stopped is on none of them.
    let elsewhere = move || {
        let known = [settings::PAUSED, settings::STOPPED];
        known.into_iter().find(|one| status.get() == one.key)
    };
    view! {
        <ol class="way">
            {WAY.map(step).into_iter().collect::<Vec<_>>()}
            {live(move || elsewhere().map(|one| view! { <li aria-current="step">{ui.text(one.label)}</li> }))}
        </ol>
    }
}

/// 进入观察期 and 进入总结, for who leads.
#[component]
fn Begin(status: Memo<String>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let begin = move |key: &'static str| {
        if session.move_project(key, None).is_empty() {
            return;
        }
        offer(ui, session, &settings::record());
        if key == settings::WRAP_UP {
            let said = ui.text(texts::wrap_up::BEGUN).to_owned();
            ui.notices.done(session, said, "undo-step");
        }
    };
    let is_running = move || status.get() == settings::RUNNING.key;
    // While tasks are open it is a way that one can go, not the next step.
    let tasks = Memo::new(move |_| session.watch(|log| closing_row(log, ClosingNeed::Tasks)));
    let is_next = move || tasks.with(|row| row.as_ref().is_none_or(|row| row.is_met));
    view! {
        <p class="answers no-print">
            <button type="button" class:primary=is_next data-testid="wrap-up"
                on:click=press(move || begin(settings::WRAP_UP))>
                {ui.t(texts::wrap_up::NEXT_WRAP_UP)}
            </button>
            {when(is_running, move || view! {
                <button type="button" data-testid="observe" on:click=press(move || begin(settings::OBSERVE))>
                    {ui.t(texts::wrap_up::NEXT_OBSERVE)}
                </button>
            })}
        </p>
    }
}

/// 关闭项目, and the way to close it all the same.
#[component]
fn CloseGate() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let held = Memo::new_with_compare(
        move |_| {
            session.watch(|_| ());
            session.closing_held()
        },
        |_, _| true,
    );
    let is_held = Memo::new(move |_| held.with(Held::is_held));
    let may_pass = move || held.with(|held| held.may_pass);
    let asking = Asking::at("close-project".to_owned());
    let anyway = Callback::new(move |reason: String| close(ui, session, Some(&reason)));
    let label = move || {
        let action = ui.text(texts::wrap_up::CLOSE_PROJECT);
        match is_held.get() {
            true => ui.fill(texts::forms::NOT_YET, &[("action", action)]),
            false => action.to_owned(),
        }
    };
    view! {
        <button type="button" class="primary" data-testid="gate" data-gate=Gate::Close.key()
            data-missing=move || held.with(|held| held.lacks.len()).to_string() disabled=move || is_held.get()
            on:click=press(move || close(ui, session, None))>
            {live(label)}
        </button>
        {when(may_pass, move || view! {
            <button type="button" class="link" data-testid="gate-anyway" on:click=press(move || asking.begin())>
                {ui.t(texts::forms::GATE_ANYWAY)}
            </button>
        })}
        {live(move || asking.is_open().then(|| view! { <ReasonForm asking then=anyway/> }))}
    }
}

fn close(ui: Ui, session: Session, reason: Option<&str>) {
    if session.move_project(settings::CLOSE, reason).is_empty() {
        return;
    }
    offer(ui, session, &settings::record());
    let said = ui.text(texts::wrap_up::CLOSED_DONE).to_owned();
    ui.notices.done(session, said, "undo-step");
}
