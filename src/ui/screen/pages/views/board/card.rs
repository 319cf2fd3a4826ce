//! One card of the board: number, title, whose it is, when it is due, and how far it is or what it waits for.

use super::BoardView;
use crate::analysis::standing::plan_view::TaskFacts;
use crate::model::RecordId;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::pieces::{live, on};
use crate::ui::screen::pages::views::facts::{facts_of, sentence, state_mark};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent};

/// Something to carry from column to column; its number leads to the sheet.
#[component]
pub(super) fn TaskCard(view: BoardView, record: RecordId, column: usize) -> impl IntoView {
    let ui = ui();
    let facts = facts_of(view.frame, record.clone());
    let id = StoredValue::new(record.clone());
    let says = move || facts.with(|facts| facts.as_ref().map(|facts| sentence(ui, facts)));
    let is_selected = move || {
        view.frame
            .shown
            .with(|shown| shown.selected.contains(&id.get_value()))
    };
    let is_carried = move || {
        view.carried
            .with(|one| one.as_ref().is_some_and(|(one, _)| *one == id.get_value()))
    };
    let role = move || {
        let text = if is_carried() {
            texts::boards::CARRIED
        } else {
            texts::boards::CARD
        };
        ui.text(text)
    };
    let tab = move || {
        if view.is_stop(&id.get_value()) {
            "0"
        } else {
            "-1"
        }
    };
    let down = move |event: PointerEvent| view.lift.down(&event, &id.get_value());
    let click = move |_: MouseEvent| {
        view.at.set(Some(id.get_value()));
        view.select(&id.get_value());
    };
    let key = move |event: KeyboardEvent| view.key(&event, &id.get_value(), column);
    view! {
        <li class="task-card" tabindex=tab data-card=record.to_string() aria-roledescription=role aria-label=says
            data-late=move || facts.with(|one| one.as_ref().is_some_and(|one| one.late_days > 0)).to_string()
            data-selected=move || is_selected().to_string() data-carried=move || is_carried().to_string()
            on:pointerdown=on(down) on:click=on(click) on:keydown=on(key)
            on:focus=move |_| view.at.set(Some(id.get_value()))>
            {live(move || facts.with(|facts| facts.as_ref().map(|facts| inside(ui, view, facts))))}
        </li>
    }
}

fn inside(ui: Ui, view: BoardView, facts: &TaskFacts) -> AnyView {
    let href = Ui::href(view.frame.session.project(), &facts.record);
    let late = (facts.late_days > 0).then(|| {
        let said = ui.fill(
            texts::boards::DAYS_OVERDUE,
            &[("n", &facts.late_days.to_string())],
        );
        view! { <span class="late">{said}</span> }
    });
    let due = match facts.planned {
        Some((_, due)) => due.format("%m-%d").to_string(),
        None => ui.text(texts::boards::NO_DATE).to_owned(),
    };
    let owner = match facts.owner.as_str() {
        "" => ui.text(texts::boards::NOBODYS_TASK).to_owned(),
        owner => owner.to_owned(),
    };
    let foot = match &facts.issue {
        Some(issue) => {
            let said = ui.fill(texts::boards::WAITS_FOR_ISSUE, &[("issue", issue)]);
            view! { <p class="card-wait">{said}</p> }.into_any()
        }
        None if facts.is_open && facts.percent > 0 => {
            let done = format!("{}%", facts.percent);
            view! {
                <p class="card-done">
                    <span class="done-bar" aria-hidden="true"><span style:--done=done.clone()></span></span>
                    <span>{done.clone()}</span>
                </p>
            }
            .into_any()
        }
        None => ().into_any(),
    };
    view! {
        <p class="card-head">
            {state_mark(ui, facts)} <a href=href tabindex="-1" draggable="false">{facts.code.clone()}</a> {late}
        </p>
        <p class="card-title" title=facts.title.clone()>{facts.title.clone()}</p>
        <p class="card-foot"><span class="card-owner">{owner}</span> <span class="when">{due}</span></p>
        {foot}
    }
    .into_any()
}
