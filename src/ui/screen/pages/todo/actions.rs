//! 行动项: something small that was agreed on, finished where it stands with a sentence, or moved to another day.

use super::tasks::read_due;
use crate::analysis::words::names;
use crate::analysis::words::typed::TextReading;
use crate::model::RecordId;
use crate::model::template::{FieldType, Form};
use crate::templates::action;
use crate::ui::screen::base::composer::{Composer, kept_line};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::form::control::{DayBox, day_hint, length_told};
use crate::ui::screen::form::head::{late_by, late_days};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

/// One action of one's own.
#[component]
pub(super) fn ActionLine(action: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(action.clone());
    let result = kept_line(ui, session, &format!("result/{action}"));
    let moving = Composer::<1>::at(ui, session, format!("move/{action}"));
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let due = move || {
        let late = late_by(ui, late_days(session, &id.get_value()));
        let on_time = || {
            let day = session.watch(|log| Form::new(log, id.get_value()).get(action::DUE))?;
            let due = ui.fill(texts::decide::DUE_ON, &[("date", &day.to_string())]);
            Some(view! { <span class="hint">{due}</span> }.into_any())
        };
        late.or_else(on_time)
    };
    let finish = move |event: SubmitEvent| {
        event.prevent_default();
        let slots = session.finish_action(&id.get_value(), &result.get_untracked());
        if !slots.is_empty() {
            result.set(String::new());
            offer(ui, session, &id.get_value());
            let said = ui.text(texts::progress::ACTION_DONE).to_owned();
            ui.notices.done(session, said, "undo-action");
        }
    };
    let author = author_of(session);
    let may = Memo::new(move |_| {
        author.get();
        session.may_finish_action(&id.get_value())
    });
    let whose = move || {
        let owner = session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let owner = form.referred(action::OWNER)?;
            Some(names::short_name(log, owner.record(), ui.lang.get()))
        });
        let label = action::ACTION
            .field(action::OWNER.name)
            .map(|field| field.label);
        let said = owner.zip(label).filter(|_| !may.get());
        said.map(|(owner, label)| {
            let (label, colon) = (ui.text(label), ui.text(texts::forms::COLON));
            view! { <span class="hint">{format!("{label}{colon}{owner}")}</span> }
        })
    };
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-action=action.to_string()>
            <p class="update-head">
                <a href=Ui::href(session.project(), &action)><bdi>{live(name)}</bdi></a> {live(due)} " " {live(whose)}
            </p>
            {when(move || may.get(), move || view! {
                <form class="answers" on:submit=finish>
                    <input type="text" data-free-text="" autocomplete="off"
                        data-field=action::RESULT.name
                        aria-label=ui.t(texts::progress::RESULT) placeholder=ui.t(texts::progress::RESULT)
                        prop:value=move || result.get()
                        on:input=on(move |event: Event| result.set(typed_text(&event)))/>
                    <button data-testid="finish-action">{ui.t(texts::progress::FINISH)}</button>
                    <button type="button" data-testid="move-action" aria-expanded=move || moving.is_open().to_string()
                        on:click=press(move || match untrack(|| moving.is_open()) {
                            true => moving.end(),
                            false => moving.begin(Default::default()),
                        })>
                        {ui.t(texts::progress::MOVE_DAY)}
                    </button>
                    {length_told(action::ACTION.field(action::RESULT.name), move || result.get())}
                </form>
            })}
            {when(move || moving.is_open() && may.get(), move || view! { <NewDay action=id.get_value() moving/> })}
        </li>
    }
}

/// Another day, which is for the project lead to say: a suggestion, from anybody else.
#[component]
fn NewDay(action: RecordId, moving: Composer<1>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let [due] = moving.lines;
    let id = StoredValue::new(action);
    let field = action::ACTION.field(action::DUE.name);
    let read = Callback::new(move |text: String| read_due(session, &id.get_value(), field, &text));
    let take = Callback::new(move |text: String| due.set(text));
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        if let TextReading::Is(day, _) = read.run(due.get_untracked())
            && !day.is_empty()
        {
            session.set_fields(&id.get_value(), &[(action::DUE.name, day)]);
            moving.end();
        }
    };
    let input = view! {
        <input type="text" placeholder=day_hint(FieldType::Date) data-field=action::DUE.name
            prop:value=move || due.get() on:input=on(move |event: Event| due.set(typed_text(&event)))/>
    }
    .into_any();
    view! {
        <form class="reason" on:submit=done>
            <label>
                {ui.t(texts::decide::NEW_DUE)}
                <DayBox field_type=FieldType::Date text=due.into() take read input/>
            </label>
            {moving.still_here(ui)}
            <button>{ui.t(texts::forms::DO_IT)}</button>
            <button type="button" on:click=press(move || moving.end())>{ui.t(texts::forms::CANCEL)}</button>
        </form>
    }
}
