//! 接手遗留事项: yes or no to what somebody is to take on once the project is closed.

use crate::analysis::words::dated::due_text;
use crate::model::RecordId;
use crate::model::template::{Choice, Due, Form};
use crate::templates::open_item;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{list, live, on, press};
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::form::control::length_told;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// The card.
#[component]
pub(super) fn TakeOver(items: Vec<RecordId>) -> impl IntoView {
    let ui = ui();
    let line = |item: RecordId| view! { <Line item/> }.into_any();
    view! {
        <li class="todo card" data-testid="todo-item" data-state="open" data-takeover="">
            <header><h2>{ui.t(texts::wrap_up::TAKE_OVER)}</h2></header>
            <ul class="improvements">{list(move || items.clone(), RecordId::to_string, line)}</ul>
        </li>
    }
}

#[component]
fn Line(item: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let why = kept_line(ui, session, &format!("takeover/{item}"));
    let is_told = RwSignal::new(false);
    let id = StoredValue::new(item);
    let text = move || {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            form.get(open_item::TEXT).unwrap_or_default()
        })
    };
    let due = move || {
        let day = session.watch(|log| Form::new(log, id.get_value()).get(open_item::DUE))?;
        let day = due_text(Due::Day(day), ZONE);
        Some(ui.fill(texts::decide::DUE_ON, &[("date", &day)]))
    };
    let answer = move |answer: Choice| {
        let words = why.get_untracked();
        if answer.key == open_item::DECLINED.key && words.trim().is_empty() {
            is_told.set(true);
        } else {
            session.answer_takeover(&id.get_value(), answer, words.trim());
            why.set(String::new());
        }
    };
    let button = |choice: Choice| {
        view! {
            <button type="button" data-answer=choice.key on:click=press(move || answer(choice))>
                {ui.t(choice.label)}
            </button>
        }
    };
    view! {
        <li>
            <p><strong>{live(text)}</strong> " " <span class="hint">{live(due)}</span></p>
            <p class="answers">
                {button(open_item::TAKEN)} {button(open_item::DECLINED)}
                <input type="text" data-free-text="" autocomplete="off"
                    aria-label=ui.t(texts::wrap_up::WHY_NOT) placeholder=ui.t(texts::wrap_up::WHY_NOT)
                    prop:value=move || why.get()
                    on:input=on(move |event: Event| { why.set(typed_text(&event)); is_told.set(false); })/>
            </p>
            {length_told(open_item::OPEN_ITEM.field(open_item::COMMENT.name), move || why.get())}
            {live(move || is_told.get().then(|| view! {
                <p class="told" role="alert">{ui.text(texts::wrap_up::DECLINE_WHY)}</p>
            }))}
        </li>
    }
}
