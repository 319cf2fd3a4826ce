//! The question about the dates of one's own tasks: line by line, or all at once.

use super::changes::told_changes;
use crate::analysis::Answer;
use crate::analysis::goal::adjustment::adjustment;
use crate::analysis::goal::dates::{dates_moved, task_answer};
use crate::analysis::words::names::{self, any_value_text};
use crate::analysis::words::typed::{Supplied, TextReading, plain};
use crate::model::template::{Field, FieldType};
use crate::model::{FieldKey, RecordId, Value};
use crate::state::Session;
use crate::templates::task;
use crate::ui::screen::base::composer::Composer;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press, title};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::screen::form::changed::WhatChanged;
use crate::ui::screen::form::control::{DayBox, day_hint};
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
        <table class="list-table" aria-label=ui.t(task::TASK.list_label())>
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
    let asking = Composer::<2>::at(ui, session, format!("adjust/{task}"));
    let ask = move || {
        let before = session.read(|log| adjustment(log, &id.get_value()));
        asking.begin(before.map_or_else(Default::default, |one| {
            [plain(&one.to), one.reason.unwrap_or_default()]
        }));
    };
    let answer = Memo::new(move |_| session.watch(|log| task_answer(log, &id.get_value())));
    let text =
        move |key: &'static str| move || plain(&session.value(&id.get_value(), &FieldKey::of(key)));
    let (from, to, made) = (
        text(task::CURRENT_START.name),
        text(task::CURRENT_END.name),
        text(task::DELIVERABLE.name),
    );
    let asked = move || {
        let due = FieldKey::of(task::CURRENT_END.name);
        let one = session.watch(|log| adjustment(log, &id.get_value()))?;
        let shown = seen_from_here(ui.lang.get());
        let to = session.read(|log| any_value_text(log, &id.get_value(), &due, &one.to, shown));
        let reason = one.reason.unwrap_or_default();
        let places = [("date", &*to), ("why", &*reason)];
        let label = match (one.to.is_empty(), reason.is_empty()) {
            (true, true) => return Some(ui.text(texts::decide::DATE_OPEN).to_owned()),
            (true, false) => return Some(reason),
            (false, true) => texts::decide::OTHER_DATE,
            (false, false) => texts::decide::OTHER_DATE_WHY,
        };
        Some(ui.fill(label, &places))
    };
    let fine = move |_| {
        asking.end();
        session.answer_tasks(&[id.get_value()], task::FINE.key, None);
    };
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let moved = Memo::new(move |_| {
        let places = answer.get().changed_since()?;
        let lang = ui.lang.get();
        let said = texts::fill(
            texts::decide::DATES_MOVED,
            lang,
            &[("n", &places.to_string())],
        );
        let lines = session.watch(|log| {
            let moved = dates_moved(log, &id.get_value());
            told_changes(log, &moved, &id.get_value(), lang)
        });
        Some((said, lines))
    });
    let group = format!("accept-{task}");
    let other = group.clone();
    view! {
        <tr data-record=task.to_string()>
            <td><a href=Ui::href(session.project(), &task)>{live(move || title(name()))}</a></td>
            <td class="when">{from} " – " {to}</td>
            <td>{made}</td>
            <td class="pick">
                <WhatChanged told=moved label=texts::decide::SHOW_CHANGES/>
                <label class="tick">
                    <input type="radio" name=group value=task::FINE.key
                        prop:checked=move || !asking.is_open() && answer.get() == Answer::Agreed
                        on:change=fine/>
                    <span>{ui.t(texts::decide::FINE)}</span>
                </label>
                <label class="tick">
                    <input type="radio" name=other value=task::ADJUST.key
                        prop:checked=move || asking.is_open() || answer.get() == Answer::Objected
                        on:change=move |_| ask()/>
                    <span>{ui.t(texts::decide::ADJUST)}</span>
                </label>
                {live(move || (!asking.is_open()).then(asked).flatten().map(|asked| view! {
                    <p class="objection">
                        {asked} " "
                        <button type="button" class="link" data-testid="adjust-again"
                            on:click=press(ask)>
                            {ui.text(texts::mail::CHANGE_ANSWER)}
                        </button>
                    </p>
                }))}
                {live(move || asking.is_open().then(|| view! { <Adjust task=id.get_value() asking/> }))}
            </td>
        </tr>
    }
}

/// Another due date and why.
#[component]
fn Adjust(task: RecordId, asking: Composer<2>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let [due, why] = asking.lines;
    let id = StoredValue::new(task);
    let field = task::TASK.field(task::CURRENT_END.name);
    let read = Callback::new(move |text: String| read_due(session, &id.get_value(), field, &text));
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        // What cannot be read is told beside it.
        if let TextReading::Is(day, _) = read.run(due.get_untracked()) {
            session.adjust_task(&id.get_value(), day, why.get_untracked().trim());
            asking.end();
        }
    };
    let take = Callback::new(move |text| due.set(text));
    let input = view! {
        <input type="text" placeholder=day_hint(FieldType::Date) prop:value=move || due.get()
            on:input=move |event| due.set(typed_text(&event))/>
    }
    .into_any();
    view! {
        <form class="reason" on:submit=done>
            <label>
                {ui.t(texts::decide::NEW_DUE)}
                <DayBox field_type=FieldType::Date text=due.into() take read input/>
            </label>
            <label>
                {ui.t(texts::decide::REASON_SHORT)}
                <input type="text" prop:value=move || why.get() on:input=move |event| why.set(typed_text(&event))/>
            </label>
            {asking.still_here(ui)}
            <button>{ui.t(texts::forms::DO_IT)}</button>
            <button type="button" on:click=move |_| asking.end()>{ui.t(texts::forms::CANCEL)}</button>
        </form>
    }
}

/// What letters mean as the due date of a record, which stands in that field of its form.
pub(super) fn read_due(
    session: Session,
    record: &RecordId,
    field: Option<&'static Field>,
    text: &str,
) -> TextReading {
    match field {
        Some(field) => session.read_field(record, field, text),
        None => TextReading::Is(Value::Null, Supplied::Nothing),
    }
}
