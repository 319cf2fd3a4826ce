//! 遗留事项: what is left over, who takes it on and by when, and what they say to it.

use crate::analysis::goal::answers::takeover_answer;
use crate::analysis::standing::left_over::{LeftOver, left_over};
use crate::analysis::words::names::record_name;
use crate::model::RecordId;
use crate::model::template::{Field, Form};
use crate::templates::open_item;
use crate::ui::screen::base::closed::is_closed;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, on, when};
use crate::ui::screen::base::tones::answer_tone;
use crate::ui::screen::form::control::FieldControl;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The list, and a line for what else there is.
#[component]
pub(super) fn LeftOvers() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let all = Memo::new(move |_| session.watch(left_over));
    let window = Window::of_controls(Within::Table, 2);
    let row = |one: LeftOver| view! { <Row one/> }.into_any();
    let typed = kept_line(ui, session, "left-over");
    let add = move |event: KeyboardEvent| {
        if event.key() != "Enter" || event.is_composing() || event.key_code() == 229 {
            return;
        }
        let text = typed.get_untracked();
        if !text.trim().is_empty() && !session.add_left_over(text.trim()).is_empty() {
            typed.set(String::new());
        }
    };
    let is_closed = is_closed();
    let is_open = move || !is_closed.get();
    view! {
        <section class="card left-over" data-testid="left-overs">
            <h2>{ui.t(texts::wrap_up::OPEN_ITEMS)}</h2>
            {when(is_open, move || view! {
                <p class="hint no-print">{ui.t(texts::wrap_up::OPEN_ITEMS_HOW)}</p>
            })}
            {when(move || all.with(Vec::is_empty), move || view! {
                <p class="hint">{ui.t(texts::wrap_up::NO_OPEN_ITEMS)}</p>
            })}
            {when(move || !all.with(Vec::is_empty), move || view! {
                <table class="list-table" aria-label=ui.t(open_item::OPEN_ITEM.list_label())>
                    <thead><Heads/></thead>
                    <tbody>{window.list(all, |one: &LeftOver| one.item.to_string(), row)}</tbody>
                </table>
            })}
            {when(is_open, move || view! {
                <input type="text" class="letters no-print" data-testid="add-left-over" autocomplete="off"
                    placeholder=ui.t(texts::wrap_up::ADD_OPEN_ITEM) aria-label=ui.t(texts::wrap_up::ADD_OPEN_ITEM)
                    prop:value=typed on:input=move |event| typed.set(typed_text(&event)) on:keydown=on(add)/>
            })}
        </section>
    }
}

fn field(key: &str) -> Option<&'static Field> {
    open_item::OPEN_ITEM.field(key)
}

#[component]
fn Heads() -> impl IntoView {
    let ui = ui();
    let keys = [
        open_item::TEXT.name,
        open_item::OWNER.name,
        open_item::DUE.name,
        open_item::ANSWER.name,
    ];
    let head = |key: &str| {
        let field = field(key)?;
        Some(view! { <th scope="col">{ui.t(field.label)}</th> })
    };
    view! { <tr>{keys.into_iter().filter_map(head).collect::<Vec<_>>()}</tr> }
}

#[component]
fn Row(one: LeftOver) -> impl IntoView {
    let (ui, session) = (ui(), session());
    untrack(|| session.begin_left_over(&one));
    let place = one.place().clone();
    let href = Ui::href(session.project(), &place);
    let name = move || session.watch(|log| record_name(log, &place, ui.lang.get()));
    let item = one.item.clone();
    let control = |key: &str| {
        let record = item.clone();
        field(key).map(|field| view! { <FieldControl record field/> })
    };
    let (owner, due) = (control(open_item::OWNER.name), control(open_item::DUE.name));
    view! {
        <tr data-testid="left-over" data-record=one.item.to_string() data-open=(!one.is_settled).to_string()>
            <td><a href=href><bdi>{live(name)}</bdi></a></td>
            <td class="who-takes">{owner}</td>
            <td class="by-when">{due}</td>
            <td><Said item/></td>
        </tr>
    }
}

/// What the successor says to it.
#[component]
fn Said(item: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(item);
    let said = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            if !form.has(open_item::OWNER.name) {
                return None;
            }
            let answer = form.get(open_item::ANSWER);
            let choice = [open_item::TAKEN, open_item::DECLINED];
            let choice = choice
                .into_iter()
                .find(|one| answer.as_deref() == Some(one.key));
            let answer = takeover_answer(log, &id.get_value());
            let why = form.get(open_item::COMMENT).unwrap_or_default();
            let label = choice.map_or(texts::wrap_up::SUCCESSOR_SILENT, |one| one.label);
            Some((answer, label, why))
        })
    });
    live(move || {
        said.get().map(|(answer, label, why)| {
            view! {
                <span class="chip" data-tone=answer_tone(&answer)>{ui.text(label)}</span> " "
                <span class="hint">{why}</span>
            }
        })
    })
}
