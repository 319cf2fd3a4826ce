//! The question about the dates of one's own tasks: line by line, or all at once.

use crate::analysis::words::names;
use crate::analysis::words::typed::{Oddity, TextReading, plain};
use crate::model::{FieldKey, RecordId};
use crate::templates::task;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::form::control::oddity_text;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::SubmitEvent;

/// The tasks, each with its dates.
#[component]
pub(super) fn Tasks(tasks: Vec<RecordId>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let all = tasks.clone();
    view! {
        <p class="answers">
            <button type="button" data-answer="all"
                on:click=move |_| { session.answer_tasks(&all, task::FINE.key, None); }>
                {ui.t(texts::decide::ALL_FINE)}
            </button>
        </p>
        <table class="list-table">
            <thead>
                <tr>
                    {[texts::decide::WHAT, texts::mail::WHEN, texts::decide::MAKES, texts::decide::ANSWER]
                        .map(|label| view! { <th scope="col">{ui.t(label)}</th> })
                        .into_iter()
                        .collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>
                {Window::of_rows(Within::Table)
                    .list(Signal::stored(tasks), RecordId::to_string, |task| view! { <TaskLine task/> }.into_any())}
            </tbody>
        </table>
    }
}

#[component]
fn TaskLine(task: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(task.clone());
    let asking = RwSignal::new(false);
    let answer = Memo::new(move |_| {
        plain(&session.value(&id.get_value(), &FieldKey::of(task::ACCEPTED.name)))
    });
    let text =
        move |key: &'static str| move || plain(&session.value(&id.get_value(), &FieldKey::of(key)));
    let (from, to, made) = (
        text(task::CURRENT_START.name),
        text(task::CURRENT_END.name),
        text(task::DELIVERABLE.name),
    );
    let fine = move |_| {
        session.answer_tasks(&[id.get_value()], task::FINE.key, None);
    };
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let group = format!("accept-{task}");
    let other = group.clone();
    view! {
        <tr data-record=task.to_string()>
            <td><a href=Ui::href(session.project(), &task)>{name}</a></td>
            <td class="when">{from} " – " {to}</td>
            <td>{made}</td>
            <td class="pick">
                <label class="tick">
                    <input type="radio" name=group value=task::FINE.key
                        prop:checked=move || answer.with(|answer| answer == task::FINE.key) on:change=fine/>
                    <span>{ui.t(texts::decide::FINE)}</span>
                </label>
                <label class="tick">
                    <input type="radio" name=other value=task::ADJUST.key
                        prop:checked=move || asking.get() || answer.with(|answer| answer == task::ADJUST.key)
                        on:change=move |_| asking.set(true)/>
                    <span>{ui.t(texts::decide::ADJUST)}</span>
                </label>
                {live(move || asking.get().then(|| view! { <Adjust task=id.get_value() asking/> }))}
            </td>
        </tr>
    }
}

/// Another due date and why.
#[component]
fn Adjust(task: RecordId, asking: RwSignal<bool>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let (due, why) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let told = RwSignal::new(None::<Oddity>);
    let id = StoredValue::new(task);
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = task::TASK.field(task::CURRENT_END.name) else {
            return;
        };
        match session.read_field(&id.get_value(), field, &due.get_untracked()) {
            TextReading::Is(day, _) => {
                session.adjust_task(&id.get_value(), day, why.get_untracked().trim());
                asking.set(false);
            }
            TextReading::Unread(unread) => told.set(Some(unread.why)),
        }
    };
    view! {
        <form class="reason" on:submit=done>
            <label>
                {ui.t(texts::decide::NEW_DUE)}
                <input type="text" placeholder=texts::forms::DATE_HINT.zh prop:value=move || due.get()
                    on:input=move |event| due.set(typed_text(&event))/>
            </label>
            {live(move || told.get().map(|told| view! { <p class="told" role="alert">{oddity_text(told)}</p> }))}
            <label>
                {ui.t(texts::decide::REASON_SHORT)}
                <input type="text" prop:value=move || why.get() on:input=move |event| why.set(typed_text(&event))/>
            </label>
            <button class="primary">{ui.t(texts::forms::DO_IT)}</button>
            <button type="button" on:click=move |_| asking.set(false)>{ui.t(texts::forms::CANCEL)}</button>
        </form>
    }
}
