//! 落地检查: five things in one's own department, one press each, and one line of evidence; and an exception that waits
//! for the project lead.

use crate::analysis::standing::rollout::check_at;
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::{Choice, Form};
use crate::state::{Page, Route};
use crate::templates::rollout_check;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::pages::rollout::{Decide, exception_said};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// The departments one speaks for.
#[component]
pub(super) fn Reports(departments: Memo<Vec<RecordId>>) -> impl IntoView {
    let row = |department: RecordId| view! { <ReportOf department/> }.into_any();
    view! {
        <ul class="updates">{Window::of_rows(Within::List).list(departments, RecordId::to_string, row)}</ul>
    }
}

#[component]
fn ReportOf(department: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(department.clone());
    let name = move || session.watch(|log| short_name(log, &id.get_value(), ui.lang.get()));
    let lacks = move || {
        session.watch(|log| {
            let mut items = rollout_check::ITEMS.iter();
            items.any(|item| {
                let form = check_at(log, &id.get_value(), *item);
                form.is_some_and(|form| {
                    rollout_check::result_of(&form) == Some(rollout_check::DONE)
                        && !form.has(rollout_check::EVIDENCE.name)
                })
            })
        })
    };
    let give = on(move |event: Event| {
        let text = typed_text(&event);
        if !text.trim().is_empty() {
            session.give_evidence(&id.get_value(), text.trim());
        }
    });
    let give = StoredValue::new_local(give);
    let item = |item: &Choice| view! { <ItemRow id item=*item/> };
    view! {
        <li data-testid="rollout-report" data-department=department.to_string()>
            <p class="update-head"><strong><bdi>{live(name)}</bdi></strong></p>
            <ul class="rollout-items">{rollout_check::ITEMS.iter().map(item).collect::<Vec<_>>()}</ul>
            {when(lacks, move || view! {
                <label class="line">
                    <span>{ui.t(texts::opinions::EVIDENCE_ONCE)}</span>
                    <input type="text" data-free-text="" data-when-left="" autocomplete="off"
                        data-field=rollout_check::EVIDENCE.name
                        on:change=move |event| give.update_value(|give| give(event))/>
                </label>
            })}
        </li>
    }
}

#[component]
fn ItemRow(id: StoredValue<RecordId>, item: Choice) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let held = Memo::new(move |_| {
        session.watch(|log| {
            check_at(log, &id.get_value(), item).and_then(|form| rollout_check::result_of(&form))
        })
    });
    let button = move |result: &Choice| {
        let result = *result;
        view! {
            <button type="button" class="small" data-testid="rollout-answer" data-answer=result.key
                aria-pressed=move || (held.get() == Some(result)).to_string()
                on:click=press(move || { session.report_rollout(&id.get_value(), item, result); })>
                {ui.t(result.label)}
            </button>
        }
    };
    view! {
        <li class="answers" data-item=item.key>
            <span class="rollout-item">{ui.t(item.label)}</span>
            {rollout_check::RESULTS.iter().map(button).collect::<Vec<_>>()}
        </li>
    }
}

/// An exception: granted or refused where it stands.
#[component]
pub(super) fn ExceptionTodo(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record.clone());
    let place = move || {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let home = form.get(rollout_check::DEPARTMENT);
            let home = home.map(|home| short_name(log, &home, ui.lang.get()));
            let key = form.get(rollout_check::ITEM).unwrap_or_default();
            let item = rollout_check::ITEMS.iter().find(|item| item.key == key);
            let item = item.map_or("", |item| ui.text(item.label));
            let places = [("department", &*home.unwrap_or_default()), ("item", item)];
            let place = ui.fill(texts::opinions::CELL, &places);
            ui.fill(texts::opinions::EXCEPTION_WAITS, &[("place", &place)])
        })
    };
    let said = move || session.watch(|log| exception_said(ui, &Form::new(log, id.get_value())));
    let page = Page::Kind(rollout_check::KIND.to_owned());
    let href = Route::Project(session.project(), page).to_string();
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-exception=record.to_string()>
            <a href=href>{live(place)}</a>
            {live(move || said().map(|said| view! { <p class="quote">{said}</p> }))}
            <p class="answers"><Decide record=record.clone()/></p>
        </li>
    }
}
