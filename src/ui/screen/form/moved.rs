//! Under a task whose due date was moved too far: why, and what if nothing changes; then it is a request that somebody
//! approves, and the plan has the old date again until then.

use crate::analysis::leads;
use crate::analysis::standing::plan_changes::{
    ChangeApprover, approver_of_moves, moved_beyond, rep_days,
};
use crate::analysis::words::names::{names_joined, short_name};
use crate::model::template::{Choice, Form};
use crate::model::{Log, RecordId};
use crate::templates::task;
use crate::ui::screen::base::composer::kept_lines;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::form::reason::{Asking, ReasonForm};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

/// The line; nothing where the date stands as agreed.
#[component]
pub(in crate::ui) fn MovedTooFar(task: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(task);
    let moved =
        Memo::new(move |_| session.watch(|log| moved_beyond(&Form::new(log, id.get_value()))));
    let is_moved = Memo::new(move |_| moved.with(Option::is_some));
    let said = move || {
        let (.., days) = moved.get()?;
        let (me, today) = (session.me(), ui.now().date_naive());
        let who = session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let moved = [(id.get_value(), days)];
            approver(
                ui,
                log,
                &approver_of_moves(&form, &moved, me.as_ref(), today),
            )
        });
        let tolerance = session.read(|log| rep_days(&Form::new(log, id.get_value())));
        let tolerance = tolerance.to_string();
        let places = [
            ("n", &*days.to_string()),
            ("tol", &*tolerance),
            ("who", &*who),
        ];
        Some(ui.fill(texts::changes::MOVED_TOO_FAR, &places))
    };
    when(
        move || is_moved.get(),
        move || {
            view! {
                <div class="moved" data-testid="change-line">
                    <p>{live(said)}</p>
                    <AskForChange task=id.get_value()/>
                </div>
            }
        },
    )
}

/// Who approves the move of a date by so much: by name, or in which capacity where nobody is named.
fn approver(ui: Ui, log: &Log, who: &ChangeApprover) -> String {
    let lang = ui.lang.get();
    match who.people.is_empty() {
        true => who.role.label.text(lang).to_owned(),
        false => names_joined(&who.people, |one| short_name(log, one, lang), lang),
    }
}

#[component]
fn AskForChange(task: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(task);
    let [cause, if_not] = kept_lines(
        ui,
        session,
        &id.with_value(|task| format!("ask-change/{task}")),
    );
    let complains = RwSignal::new(false);
    let take = move |signal: RwSignal<String>| {
        on(move |event: Event| {
            signal.set(typed_text(&event));
            complains.set(false);
        })
    };
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        let (why, or_else) = (cause.get_untracked(), if_not.get_untracked());
        if why.is_empty() || or_else.trim().is_empty() {
            complains.set(true);
            return;
        }
        let lang = ui.lang.get_untracked();
        if let Some(made) = session.request_change(&id.get_value(), &why, &or_else, lang) {
            for letters in [cause, if_not] {
                letters.set(String::new());
            }
            offer(ui, session, &made);
            let said = ui.text(texts::changes::NOW_REQUESTED).to_owned();
            ui.notices.done(session, said, "undo-step");
        }
    };
    let leave = move || {
        session.leave_date(&id.get_value());
    };
    let is_lead = Memo::new(move |_| {
        let me = session.me();
        session.watch(|log| leads(log, me.as_ref()))
    });
    let slip = Asking::at(id.with_value(|task| format!("slip/{task}")));
    let was_a_slip = Callback::new(move |reason: String| {
        session.was_a_slip(&id.get_value(), &reason);
    });
    let option = |choice: &'static Choice| {
        let is_said = cause.with_untracked(|cause| cause == choice.key);
        view! { <option value=choice.key selected=is_said>{ui.t(choice.label)}</option> }
    };
    view! {
        <form class="reason" on:submit=done>
            <label>
                {ui.t(texts::changes::WHY_MOVED)}
                <select data-testid="change-cause" on:change=take(cause)>
                    <option value=""></option>
                    {task::DELAY_CAUSES.iter().map(option).collect::<Vec<_>>()}
                </select>
            </label>
            <label>
                {ui.t(texts::changes::IF_NOTHING)}
                <input type="text" data-free-text="" data-testid="change-if-not" autocomplete="off"
                    prop:value=move || if_not.get() on:input=take(if_not)/>
            </label>
            {live(move || complains.get().then(|| view! {
                <p class="told" role="alert">{ui.text(texts::changes::BOTH_FIRST)}</p>
            }))}
            <button data-testid="record-change">{ui.t(texts::changes::RECORD_CHANGE)}</button>
            <button type="button" data-testid="leave-date" on:click=press(leave)>
                {ui.t(texts::changes::LEAVE_IT)}
            </button>
            {when(move || is_lead.get(), move || view! {
                <button type="button" class="link" data-testid="was-a-slip" on:click=press(move || slip.begin())>
                    {ui.t(texts::changes::WAS_A_SLIP)}
                </button>
            })}
        </form>
        {live(move || slip.is_open().then(|| view! { <ReasonForm asking=slip then=was_a_slip/> }))}
    }
}
